//! Fills an outcome from a finished run.

mod chip_ages;
mod detail;
mod quarterly;
mod summary;

pub(crate) use detail::fill_detail;
pub(crate) use quarterly::fill_quarterly;
pub(crate) use summary::fill_summary;
