//! The sheet of quarters: every equation as formulas, with the results that the outcome has.

use super::columns::COLUMNS;
use super::grid::{Column, Grid, Rows, TOP};
use super::sheet::{Sheet, Shown};
use super::style::Style;
use crate::lang::moments::quarter;
use crate::lang::sheets as words;
use crate::model::{Outcome, Quarterly};

/// The sheet, with what the outcome says in the cells it speaks of.
pub(super) fn sheet(outcome: &Outcome, grid: &Grid) -> Sheet {
    let mut sheet = Sheet::new(grid.sheet);
    sheet.widths = vec![8.0, 10.0];
    sheet.widths.resize(COLUMNS.len() + 2, 12.5);
    sheet.frozen = (TOP - 1, 2);
    sheet.text(0, 1, grid.sheet, Style::Title);
    sheet.text(0, 2, words::QUARTERS, Style::Note);
    sheet.text(0, TOP - 1, words::column("t"), Style::Head);
    sheet.text(1, TOP - 1, words::column("date"), Style::Head);
    for (at, column) in (2..).zip(COLUMNS) {
        for (row, text, style) in [
            (TOP - 4, column.equation, Style::Small),
            (TOP - 3, column.id, Style::Small),
            (TOP - 2, column.unit, Style::Small),
            (TOP - 1, words::column(column.id), Style::Head),
        ] {
            sheet.text(at, row, text, style);
        }
    }
    let shown = Results { outcome };
    for t in grid.extent.quarters() {
        let row = grid.extent.row(t);
        sheet.number(0, row, t as f64, Style::Whole);
        sheet.text(1, row, &date(t), Style::Plain);
        for (at, column) in (2..).zip(COLUMNS) {
            if let Some(formula) = grid.formula(column, t) {
                sheet.formula(at, row, &formula, &shown.of(column, t), style(column));
            }
        }
    }
    sheet
}

/// `Q2 2026`; quarters before the first are counted back from it.
fn date(t: i64) -> String {
    match u32::try_from(t) {
        Ok(t) => quarter(t),
        Err(_) => format!("Q{} {}", t.rem_euclid(4) + 1, 2026 + t.div_euclid(4)),
    }
}

fn style(column: &Column) -> Style {
    match column.unit {
        "share" | "per year" => Style::Percent,
        "$B" | "$B/yr" => Style::Amount,
        "quarter" | "quarters" | "sign" | "count" => Style::Whole,
        _ => Style::Fine,
    }
}

struct Results<'a> {
    outcome: &'a Outcome,
}

impl Results<'_> {
    /// What a cell of flows came to; cells that the outcome does not speak of are left to the reader's program.
    fn of(&self, column: &Column, t: i64) -> Shown {
        let Quarterly { revenue, .. } = &self.outcome.quarterly;
        if column.rows != Rows::Flow {
            return Shown::Unknown;
        }
        let Some(at) = t.checked_sub(1).and_then(|t| usize::try_from(t).ok()) else {
            return match column.id {
                "net_assets" => Shown::Number(self.outcome.summary.opening_capital),
                "cumulative_cash" | "discounted_cash" => Shown::Number(self.outcome.summary.opening_cash),
                _ => Shown::Unknown,
            };
        };
        if at >= revenue.len() {
            return Shown::Text(String::new());
        }
        let mut series = self.outcome.quarterly.series();
        let series = series.find(|(name, _)| *name == column.id).and_then(|(_, series)| series.get(at));
        series.map_or(Shown::Unknown, |value| Shown::Number(*value))
    }
}
