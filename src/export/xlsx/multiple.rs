//! The search for the multiple of revenue at which NPV is zero, where losses are carried forward.

use super::grid::{Grid, signed};
use super::measures::cell;
use super::sheet::{Sheet, Shown};
use super::style::Style;
use super::xml::{address, fixed};
use crate::words::spreadsheet as words;

const NAME: &str = "Multiple";
/// The row of quarter 0; above it stand each step's multiple, NPV and slope.
const FIRST: usize = 9;
/// Steps of the search; it gains on every kink of a line of straight pieces, and ends on the right one.
const STEPS: usize = 16;

/// The sheet.
pub(super) fn sheet(grid: &Grid) -> Sheet {
    let mut sheet = Sheet::new(NAME);
    sheet.widths = vec![10.0; 4];
    sheet.frozen = (FIRST - 1, 1);
    sheet.text(0, 1, NAME, Style::Title);
    sheet.text(0, 2, words::MULTIPLE, Style::Note);
    let end = grid.extent.horizon;
    for t in 0..=end {
        let row = FIRST + t;
        sheet.number(0, row, t as f64, Style::Whole);
        for (column, id) in [(1, "profit_in"), (2, "profit_out")] {
            let here = column_cell(grid, id, signed(t));
            let sum = if t == 0 { here } else { format!("{}+{here}", address(column, row - 1)) };
            sheet.formula(column, row, &sum, &Shown::Unknown, Style::Amount);
        }
        sheet.formula(3, row, &column_cell(grid, "discount_factor", signed(t)), &Shown::Unknown, Style::Fine);
    }
    constants(&mut sheet, grid);
    for step in 0..STEPS {
        search(&mut sheet, step, end);
    }
    let last = 4 + 3 * (STEPS - 1);
    sheet.formula(0, 3, &next(last), &Shown::Unknown, Style::Fine);
    sheet.names.push(("multiple_found".to_owned(), fixed(0, 3)));
    sheet
}

fn column_cell(grid: &Grid, id: &str, t: i64) -> String {
    format!("{}!{}", grid.sheet, address(grid.position(id), grid.extent.row(t)))
}

/// What no step changes: the worth of all revenue, after tax and before it, and of all that does not follow revenue.
fn constants(sheet: &mut Sheet, grid: &Grid) {
    let worth = grid.outside("SUMPRODUCT({profit_in:},{discount_factor:})");
    let rest = grid.outside("SUMPRODUCT({cash_out:},{discount_factor:})");
    let fixed_part = format!("{}+terminal_value*(1+discount_rate)^(-quarters/4)-{rest}", cell("opening_cash"));
    sheet.formula(1, 3, &format!("{worth}*(1-tax)"), &Shown::Unknown, Style::Amount);
    sheet.formula(2, 3, &worth, &Shown::Unknown, Style::Amount);
    sheet.formula(3, 3, &fixed_part, &Shown::Unknown, Style::Amount);
    sheet.names.push(("revenue_worth".to_owned(), fixed(1, 3)));
}

/// Cumulative profit at this step's multiple, its highs, and how each high moves with the multiple.
fn search(sheet: &mut Sheet, step: usize, end: usize) {
    let column = 4 + 3 * step;
    let multiple = fixed(column, 4);
    let guess = if step == 0 { "0".to_owned() } else { next(column - 3) };
    sheet.formula(column, 4, &guess, &Shown::Unknown, Style::Fine);
    for t in 0..=end {
        let row = FIRST + t;
        let (profit, high) = (address(column, row), address(column + 1, row - 1));
        sheet.formula(column, row, &format!("{multiple}*$B{row}-$C{row}"), &Shown::Unknown, Style::Amount);
        let (highest, moves) = if t == 0 {
            ("0".to_owned(), "0".to_owned())
        } else {
            (format!("MAX({high},{profit})"), format!("IF({profit}>{high},$B{row},{})", address(column + 2, row - 1)))
        };
        sheet.formula(column + 1, row, &highest, &Shown::Unknown, Style::Amount);
        sheet.formula(column + 2, row, &moves, &Shown::Unknown, Style::Amount);
    }
    let gains = |column: usize| {
        let cells = |from: usize, to: usize| format!("{}:{}", address(column, from), address(column, to));
        let factors = format!("$D{}:$D{}", FIRST + 1, FIRST + end);
        let (now, before) = (cells(FIRST + 1, FIRST + end), cells(FIRST, FIRST + end - 1));
        format!("SUMPRODUCT({factors},{now})-SUMPRODUCT({factors},{before})")
    };
    let worth = format!("$D$3+{multiple}*$C$3-tax*({})", gains(column + 1));
    sheet.formula(column, 5, &worth, &Shown::Unknown, Style::Amount);
    sheet.formula(column, 6, &format!("$C$3-tax*({})", gains(column + 2)), &Shown::Unknown, Style::Amount);
}

/// Where the straight line through a step's NPV meets zero.
fn next(column: usize) -> String {
    let (multiple, worth, slope) = (address(column, 4), address(column, 5), address(column, 6));
    format!("IF({worth}>=0,{multiple},IF({slope}<=0,1E+7,{multiple}-{worth}/{slope}))")
}
