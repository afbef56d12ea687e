//! The model as a spreadsheet: inputs with defined names, each equation as formulas, measures, charts and facts. The formulas
//! recalculate the whole model when an input cell is changed.

mod address;
mod chart;
mod evaluate;
mod layout;
mod package;
mod sheets;
mod style;
mod worksheet;

use super::{Report, citation};
use crate::scenario::Scenario;

/// The report as an XLSX file.
pub fn xlsx(report: &Report) -> Vec<u8> {
    xlsx_with(report, &report.sheet.scenario)
}

/// The file of a report with another scenario in its input cells, as if a person had typed the values in.
pub fn xlsx_with(report: &Report, inputs: &Scenario) -> Vec<u8> {
    let mut sheets = sheets::all(report, inputs);
    evaluate::fill(&mut sheets);
    // Writing to memory cannot fail.
    package::package(&sheets, &citation(report), report.date).unwrap_or_default()
}
