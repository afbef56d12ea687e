//! Sections of the page and their ids.

pub(crate) use crate::words::page::Section;
