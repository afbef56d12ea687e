//! The Multiple worksheet: Newton's method for the multiple of revenue at which NPV is zero, where losses are carried forward.

use super::measures::cell;
use crate::export::xlsx::address::{absolute, address};
use crate::export::xlsx::layout::{ModelLayout, signed};
use crate::export::xlsx::style::Style;
use crate::export::xlsx::worksheet::{StoredResult, Worksheet};
use crate::words::spreadsheet as words;

const NAME: &str = "Multiple";
/// The row of quarter 0. The rows above hold the multiple, NPV and slope of each step.
const FIRST_ROW: usize = 9;
/// Steps of the search. NPV is piecewise linear in the multiple, so the search ends on the exact root.
const STEPS: usize = 16;

/// The worksheet.
pub(super) fn sheet(layout: &ModelLayout) -> Worksheet {
    let mut sheet = Worksheet::new(NAME);
    sheet.widths = vec![10.0; 4];
    sheet.frozen = (FIRST_ROW - 1, 1);
    sheet.text(0, 1, NAME, Style::Title);
    sheet.text(0, 2, words::MULTIPLE, Style::Note);
    let end = layout.extent.horizon;
    for t in 0..=end {
        let row = FIRST_ROW + t;
        sheet.number(0, row, t as f64, Style::Whole);
        for (column, id) in [(1, "profit_in"), (2, "profit_out")] {
            let here = column_cell(layout, id, signed(t));
            let sum = if t == 0 { here } else { format!("{}+{here}", address(column, row - 1)) };
            sheet.formula(column, row, &sum, &StoredResult::Unknown, Style::Amount);
        }
        sheet.formula(3, row, &column_cell(layout, "discount_factor", signed(t)), &StoredResult::Unknown, Style::Fine);
    }
    constants(&mut sheet, layout);
    for step in 0..STEPS {
        search(&mut sheet, step, end);
    }
    let last = 4 + 3 * (STEPS - 1);
    sheet.formula(0, 3, &next(last), &StoredResult::Unknown, Style::Fine);
    sheet.names.push(("multiple_found".to_owned(), absolute(0, 3)));
    sheet
}

fn column_cell(layout: &ModelLayout, id: &str, t: i64) -> String {
    format!("{}!{}", layout.sheet, address(layout.column(id), layout.extent.row(t)))
}

/// Writes the terms that are the same in every step: the present value of revenue after and before tax, and of everything else.
fn constants(sheet: &mut Worksheet, layout: &ModelLayout) {
    let worth = layout.resolve_outside("SUMPRODUCT({profit_in:},{discount_factor:})");
    let rest = layout.resolve_outside("SUMPRODUCT({cash_out:},{discount_factor:})");
    let fixed_part = format!("{}+terminal_value*(1+discount_rate)^(-quarters/4)-{rest}", cell("opening_cash"));
    sheet.formula(1, 3, &format!("{worth}*(1-tax)"), &StoredResult::Unknown, Style::Amount);
    sheet.formula(2, 3, &worth, &StoredResult::Unknown, Style::Amount);
    sheet.formula(3, 3, &fixed_part, &StoredResult::Unknown, Style::Amount);
    sheet.names.push(("revenue_worth".to_owned(), absolute(1, 3)));
}

/// Writes a step: cumulative profit at its multiple, the running maximum, and the derivative of that maximum.
fn search(sheet: &mut Worksheet, step: usize, end: usize) {
    let column = 4 + 3 * step;
    let multiple = absolute(column, 4);
    let guess = if step == 0 { "0".to_owned() } else { next(column - 3) };
    sheet.formula(column, 4, &guess, &StoredResult::Unknown, Style::Fine);
    for t in 0..=end {
        let row = FIRST_ROW + t;
        let (profit, high) = (address(column, row), address(column + 1, row - 1));
        sheet.formula(column, row, &format!("{multiple}*$B{row}-$C{row}"), &StoredResult::Unknown, Style::Amount);
        let (highest, moves) = if t == 0 {
            ("0".to_owned(), "0".to_owned())
        } else {
            (format!("MAX({high},{profit})"), format!("IF({profit}>{high},$B{row},{})", address(column + 2, row - 1)))
        };
        sheet.formula(column + 1, row, &highest, &StoredResult::Unknown, Style::Amount);
        sheet.formula(column + 2, row, &moves, &StoredResult::Unknown, Style::Amount);
    }
    let gains = |column: usize| {
        let cells = |from: usize, to: usize| format!("{}:{}", address(column, from), address(column, to));
        let factors = format!("$D{}:$D{}", FIRST_ROW + 1, FIRST_ROW + end);
        let (now, before) = (cells(FIRST_ROW + 1, FIRST_ROW + end), cells(FIRST_ROW, FIRST_ROW + end - 1));
        format!("SUMPRODUCT({factors},{now})-SUMPRODUCT({factors},{before})")
    };
    let worth = format!("$D$3+{multiple}*$C$3-tax*({})", gains(column + 1));
    sheet.formula(column, 5, &worth, &StoredResult::Unknown, Style::Amount);
    sheet.formula(column, 6, &format!("$C$3-tax*({})", gains(column + 2)), &StoredResult::Unknown, Style::Amount);
}

/// The formula of the next multiple: the root of the tangent at this step.
fn next(column: usize) -> String {
    let (multiple, worth, slope) = (address(column, 4), address(column, 5), address(column, 6));
    format!("IF({worth}>=0,{multiple},IF({slope}<=0,1E+7,{multiple}-{worth}/{slope}))")
}
