//! A spreadsheet that calculates: inputs with names, every equation as formulas, measures, charts and facts. Whoever changes
//! an input cell has the whole model follow. Written without a spreadsheet library, which would be larger than the page.

mod chart;
mod charts;
mod columns;
mod facts;
mod grid;
mod inputs;
mod measures;
mod multiple;
mod pack;
mod package;
mod quarters;
mod rates;
mod sheet;
mod style;
mod unit;
mod xml;
mod years;
mod zip;

use super::{Report, cite};
use crate::scenario::Scenario;
use grid::{Extent, Grid};
pub(super) use xml::escape;

/// The file.
pub fn xlsx(report: &Report) -> Vec<u8> {
    xlsx_with(report, &report.sheet.scenario)
}

/// The file of the report's results with another scenario in its input cells, as after a person has typed them in.
pub fn xlsx_with(report: &Report, inputs: &Scenario) -> Vec<u8> {
    let outcome = report.outcome;
    let extent = Extent::of(&report.sheet.scenario);
    let grid = Grid { sheet: "Model", columns: columns::COLUMNS, extent };
    let [unit, rates, multiple] = rates::searches(&grid, outcome);
    let sheets = vec![
        inputs::sheet(report, inputs, &grid),
        measures::sheet(outcome, &grid),
        years::sheet(outcome, &grid),
        charts::sheet(&grid, outcome.quarterly.revenue.len()),
        quarters::sheet(outcome, report.sheet.scenario.lead_time as usize, &grid),
        unit,
        rates,
        multiple,
        facts::sheet(),
    ];
    package::pack(sheets, &cite::citation(report), report.date)
}
