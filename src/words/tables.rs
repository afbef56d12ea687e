//! Texts of the table by year and by quarter.

use super::controls;
use super::dates::quarter;
use super::numbers::{number, percent};
use super::sections;

/// A row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TableRow {
    /// The public name of the series.
    pub id: &'static str,
    /// The label.
    pub label: &'static str,
    /// The importance.
    pub weight: Weight,
}

/// The importance of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// A result, in bold type.
    Strong,
    /// A main row.
    Plain,
    /// A row of the full table only.
    More,
}

macro_rules! rows {
    ($($weight:ident $id:ident $label:literal;)*) => {
        /// Every row, in the order of the table.
        pub const ROWS: &[TableRow] =
            &[$(TableRow { id: stringify!($id), label: $label, weight: Weight::$weight },)*];
    };
}

rows! {
    Plain demand "Demand";
    More capacity "Capacity";
    Strong revenue "Revenue";
    Plain unmet "Unmet demand";
    More utilisation "Utilisation";
    More run_rate "Run rate at the end, a year";
    More cu "Compute in service, CU";
    More gw "Power in service, GW";
    More power_cost "Electricity";
    More site_cost "Site operations";
    More other_cost "Other operating cost";
    Plain ebitda "EBITDA";
    More depreciation "Depreciation";
    More writeoff "Written off at retirement";
    More ebit "EBIT";
    More ebit_margin "EBIT margin";
    More roic "Return on invested capital";
    Plain tax "Tax";
    Plain capex "Capex";
    More capex_chips "Capex, chips";
    More capex_shell "Capex, shells";
    More custom_share "Custom chips’ share of orders";
    Strong fcf "Free cash flow";
    Strong cumulative_cash "Cumulative cash";
    More discounted_cash "Discounted cash so far";
    More net_assets "Net assets";
    More under_construction "Under construction";
}

phrases! {
    /// Accessible name of the choice between years and quarters.
    period = "Period";
    /// Choice of the table by year.
    years = "Years";
    /// Choice of the table by quarter.
    quarters = "Quarters";
    /// Note below the table by year.
    table_years_note = "$ billion; year 1 runs from Q2 2026 to Q1 2027";
    /// Note below the table by quarter.
    table_quarters_note = "$ billion a quarter; quarter 1 is Q2 2026";
    /// Button that shows every row.
    all_rows = "All rows";
    /// Button that shows the main rows only.
    main_rows = "Main rows only";
    /// Head of the column of labels.
    row_head = "$ billion";
}

/// A number in its unit; a dash where there is none.
pub fn value(unit: &str, value: Option<f64>) -> String {
    match (value, unit) {
        (None, _) => "–".to_owned(),
        (Some(value), "share" | "per year") => percent(value, 0),
        (Some(value), "CU" | "GW") => number(value, 2),
        (Some(value), _) => number(value, 1),
    }
}

/// The full head of a year's column: “Year 1, to Q1 2027”.
pub fn year(year: usize) -> String {
    let year = u32::try_from(year).unwrap_or(u32::MAX / 4);
    format!("Year {year}, to {}", quarter(4 * year))
}

/// The head of a quarter's column.
pub fn quarter_head(index: usize) -> String {
    quarter(u32::try_from(index).unwrap_or(u32::MAX))
}

/// The accessible name of a download of the table: “CSV: Year by year”.
pub fn download(format: &str) -> String {
    controls::control_of(format, sections::YEARS.title)
}

/// The title of a column head that sorts.
pub fn sort_by(column: &str) -> String {
    format!("Sort by {column}")
}
