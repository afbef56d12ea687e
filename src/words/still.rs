//! Words of the picture of the page that stands before the program runs.

/// The columns of the table by year; `fcf` is what is left after capex and tax.
pub const YEAR_TABLE: [&str; 7] =
    ["Year (to)", "Revenue", "Unmet demand", "EBIT margin", "Capex", "Free cash flow", "Cumulative cash"];
