//! The rows of the table by year and by quarter: their names, their order, their numbers.

use super::controls::words;
use super::moments::quarter;
use super::numbers::{number, percent};

/// A row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The public name of its numbers.
    pub id: &'static str,
    /// Its label.
    pub label: &'static str,
    /// How much it matters.
    pub weight: Weight,
}

/// How much a row matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// What the table is read for.
    Strong,
    /// Always there.
    Plain,
    /// There when all rows are asked for.
    More,
}

macro_rules! rows {
    ($($weight:ident $id:ident $label:literal;)*) => {
        /// Every row, in the order of the table.
        pub const ROWS: &[Row] = &[$(Row { id: stringify!($id), label: $label, weight: Weight::$weight },)*];
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

words! {
    /// The choice between years and quarters.
    period = "Period";
    /// Shows every row.
    all_rows = "All rows";
    /// Shows the main rows.
    main_rows = "Main rows only";
    /// Heads the column of row names.
    row_head = "$ billion";
    /// A download, as it stands on its button.
    xlsx = "XLSX";
}

/// A number of the table in its unit; a dash where there is none.
pub fn value(unit: &str, value: Option<f64>) -> String {
    match (value, unit) {
        (None, _) => "–".to_owned(),
        (Some(value), "share" | "per year") => percent(value, 0),
        (Some(value), "CU" | "GW") => number(value, 2),
        (Some(value), _) => number(value, 1),
    }
}

/// The head of a year's column in full: “Year 1, to Q1 2027”.
pub fn year(year: usize) -> String {
    super::chart::year(u32::try_from(year).unwrap_or(u32::MAX))
}

/// The head of a quarter's column.
pub fn quarter_head(index: usize) -> String {
    quarter(u32::try_from(index).unwrap_or(u32::MAX))
}

/// The name of a download of the table: “CSV: Year by year”.
pub fn download(format: &str) -> String {
    format!("{format}: {}", super::page::Section::Table.title())
}

/// A column's head, which sorts: what pressing it does is said by the state of the column.
pub fn sort_by(column: &str) -> String {
    format!("Sort by {column}")
}
