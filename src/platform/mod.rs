//! Thin services of the browser, one file each. Nothing here knows the model; each works, or says that it cannot.

pub mod address;
pub mod boot;
pub mod call;
pub mod canvas;
pub mod file;
pub mod frame;
pub mod memory;
pub mod numerals;
pub mod observe;
pub mod raster;
pub mod reactive;
pub mod rest;
pub mod sound;
pub mod theme;
