//! Texts of the static page, which is shown until the program runs.

/// Mark of a slider until the program runs.
pub const LOADING: &str = "loading …";
/// Message where scripts are switched off.
pub const NO_SCRIPT: &str =
    "The sliders need JavaScript. Without it, this page shows the answer for the standard assumptions.";
/// Column heads of the table by year.
pub const YEAR_TABLE: [&str; 7] =
    ["Year (to)", "Revenue", "Unmet demand", "EBIT margin", "Capex", "Free cash flow", "Cumulative cash"];
