//! The Rates worksheet: a scan for internal rates of return, which shows whether there is exactly one.

use super::unit;
use crate::export::xlsx::address::{absolute, address};
use crate::export::xlsx::layout::ModelLayout;
use crate::export::xlsx::style::Style;
use crate::export::xlsx::worksheet::{StoredResult, Worksheet};
use crate::words::spreadsheet as words;

const NAME: &str = "Rates";
/// The row of totals.
const TOTALS_ROW: usize = 5;
/// The first row of the scan.
const FIRST_ROW: usize = 6;
const STEPS: usize = 400;

/// The cells with the number of roots and with the rate near the only root. `which` is 0 for the business, 1 for a merchant and 2
/// for a custom CU.
pub(super) fn root_cells(which: usize) -> (String, String) {
    let column = 2 + 2 * which;
    (format!("{NAME}!{}", absolute(column + 1, TOTALS_ROW)), format!("{NAME}!{}", absolute(column, TOTALS_ROW)))
}

/// The worksheet.
pub(super) fn sheet(layout: &ModelLayout) -> Worksheet {
    let mut sheet = Worksheet::new(NAME);
    sheet.widths = vec![8.0, 14.0, 16.0, 8.0, 16.0, 8.0, 16.0, 8.0];
    sheet.frozen = (TOTALS_ROW, 0);
    sheet.text(0, 1, NAME, Style::Title);
    sheet.text(0, 2, words::RATES, Style::Note);
    for (column, head) in words::RATE_HEADS.iter().enumerate() {
        sheet.text(column, TOTALS_ROW - 1, head, Style::HeadRight);
    }
    let last = FIRST_ROW + STEPS;
    let business = (layout.resolve_outside("{flow:}"), layout.resolve_outside("{t:}"));
    let flows = [business, unit::flows(&layout.extent, 0), unit::flows(&layout.extent, 1)];
    for which in 0..flows.len() {
        let column = 2 + 2 * which;
        let cells = |column| format!("{}:{}", absolute(column, FIRST_ROW), absolute(column, last));
        let flags = cells(column + 1);
        sheet.formula(column + 1, TOTALS_ROW, &format!("SUM({flags})"), &StoredResult::Unknown, Style::Whole);
        let near = format!("SUMPRODUCT({flags},{})", cells(1));
        sheet.formula(column, TOTALS_ROW, &near, &StoredResult::Unknown, Style::Percent);
    }
    sheet.names.push(("roots_found".to_owned(), absolute(3, TOTALS_ROW)));
    sheet.names.push(("root_near".to_owned(), absolute(2, TOTALS_ROW)));
    for (row, step) in (FIRST_ROW..=last).zip(0_u16..) {
        sheet.number(0, row, step.into(), Style::Whole);
        let rate = format!("EXP(LN(0.05)+(LN(11)-LN(0.05))*A{row}/{STEPS})-1");
        sheet.formula(1, row, &rate, &StoredResult::Unknown, Style::Percent);
        for (which, (values, times)) in flows.iter().enumerate() {
            let column = 2 + 2 * which;
            let worth = format!("SUMPRODUCT({values},(1+$B{row})^(-{times}/4))");
            sheet.formula(column, row, &worth, &StoredResult::Unknown, Style::Amount);
            let (before, here) = (address(column, row - 1), address(column, row));
            let turns = if row == FIRST_ROW {
                format!("IF({here}=0,1,0)")
            } else {
                format!("IF({here}=0,1,IF({before}*{here}=0,0,IF(({before}<0)<>({here}<0),1,0)))")
            };
            sheet.formula(column + 1, row, &turns, &StoredResult::Unknown, Style::Whole);
        }
    }
    sheet
}
