//! Services of the browser, one file each. Nothing here knows the rest of the project. Each call either works or reports that
//! the browser refused.

pub(crate) mod address;
pub(crate) mod boot;
pub(crate) mod clipboard;
pub(crate) mod clock;
pub(crate) mod files;
pub(crate) mod frame;
pub(crate) mod media_query;
pub(crate) mod number_format;
pub(crate) mod raster;
pub(crate) mod sound;
pub(crate) mod storage;
