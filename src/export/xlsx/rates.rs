//! The scan for rates of return, so that a rate is shown only where it is the only one.

use super::grid::Grid;
use super::sheet::{Sheet, Shown};
use super::style::Style;
use super::xml::{address, fixed};
use super::{multiple, unit};
use crate::words::spreadsheet as words;

const NAME: &str = "Rates";
/// The row that sums up, and the first of the scan.
const SUMS: usize = 5;
const FIRST: usize = 6;
const STEPS: usize = 400;

/// The cells with the number of roots, and the place of the only one, of a column of flows: 0 the business, 1 and 2 the units.
pub(super) fn found(which: usize) -> (String, String) {
    let column = 2 + 2 * which;
    (format!("{NAME}!{}", fixed(column + 1, SUMS)), format!("{NAME}!{}", fixed(column, SUMS)))
}

/// The sheet.
pub(super) fn sheet(grid: &Grid) -> Sheet {
    let mut sheet = Sheet::new(NAME);
    sheet.widths = vec![8.0, 14.0, 16.0, 8.0, 16.0, 8.0, 16.0, 8.0];
    sheet.frozen = (SUMS, 0);
    sheet.text(0, 1, NAME, Style::Title);
    sheet.text(0, 2, words::RATES, Style::Note);
    for (column, head) in words::RATE_HEADS.iter().enumerate() {
        sheet.text(column, SUMS - 1, head, Style::HeadRight);
    }
    let last = FIRST + STEPS;
    let business = (grid.outside("{flow:}"), grid.outside("{t:}"));
    let flows = [business, unit::flows(&grid.extent, 0), unit::flows(&grid.extent, 1)];
    for which in 0..flows.len() {
        let column = 2 + 2 * which;
        let cells = |column| format!("{}:{}", fixed(column, FIRST), fixed(column, last));
        let flags = cells(column + 1);
        sheet.formula(column + 1, SUMS, &format!("SUM({flags})"), &Shown::Unknown, Style::Whole);
        let near = format!("SUMPRODUCT({flags},{})", cells(1));
        sheet.formula(column, SUMS, &near, &Shown::Unknown, Style::Percent);
    }
    sheet.names.push(("roots_found".to_owned(), fixed(3, SUMS)));
    sheet.names.push(("root_near".to_owned(), fixed(2, SUMS)));
    for (row, step) in (FIRST..=last).zip(0_u16..) {
        sheet.number(0, row, step.into(), Style::Whole);
        let rate = format!("EXP(LN(0.05)+(LN(11)-LN(0.05))*A{row}/{STEPS})-1");
        sheet.formula(1, row, &rate, &Shown::Unknown, Style::Percent);
        for (which, (values, times)) in flows.iter().enumerate() {
            let column = 2 + 2 * which;
            let worth = format!("SUMPRODUCT({values},(1+$B{row})^(-{times}/4))");
            sheet.formula(column, row, &worth, &Shown::Unknown, Style::Amount);
            let (before, here) = (address(column, row - 1), address(column, row));
            let turns = if row == FIRST {
                format!("IF({here}=0,1,0)")
            } else {
                format!("IF({here}=0,1,IF({before}*{here}=0,0,IF(({before}<0)<>({here}<0),1,0)))")
            };
            sheet.formula(column + 1, row, &turns, &Shown::Unknown, Style::Whole);
        }
    }
    sheet
}

/// The sheets that search: rates, the multiple of revenue, one unit.
pub(super) fn searches(grid: &Grid, outcome: &crate::model::Outcome) -> [Sheet; 3] {
    [unit::sheet(&grid.extent, outcome), sheet(grid), multiple::sheet(grid)]
}
