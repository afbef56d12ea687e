//! The worksheets of the file.

mod charts;
mod columns;
mod facts;
mod inputs;
mod measures;
mod model;
mod multiple;
mod rates;
mod unit;
mod years;

use super::layout::{Extent, ModelLayout};
use super::worksheet::Worksheet;
use crate::export::Report;
use crate::scenario::Scenario;

/// All worksheets, in the order of their tabs. Input cells hold the values of `inputs`, stored results those of the report.
pub(super) fn all(report: &Report, inputs: &Scenario) -> Vec<Worksheet> {
    let (scenario, outcome) = (&report.sheet.scenario, report.outcome);
    let layout = ModelLayout { sheet: "Model", columns: columns::COLUMNS, extent: Extent::of(scenario) };
    vec![
        inputs::sheet(report, inputs, &layout),
        measures::sheet(outcome, &layout),
        years::sheet(outcome, &layout),
        charts::sheet(&layout, outcome.quarterly.revenue.len()),
        model::sheet(outcome, scenario.lead_time as usize, &layout),
        unit::sheet(&layout.extent, outcome),
        rates::sheet(&layout),
        multiple::sheet(&layout),
        facts::sheet(),
    ]
}
