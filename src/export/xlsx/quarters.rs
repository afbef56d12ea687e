//! The sheet of quarters: every equation as formulas, with the results that the outcome has.

use super::columns::COLUMNS;
use super::grid::{Column, Grid, Rows, TOP, signed};
use super::sheet::{Sheet, Shown};
use super::style::Style;
use crate::model::Outcome;
use crate::words::dates::quarter;
use crate::words::spreadsheet as words;

/// The sheet, with what the outcome says in the cells it speaks of.
pub(super) fn sheet(outcome: &Outcome, lead: usize, grid: &Grid) -> Sheet {
    let mut sheet = Sheet::new(grid.sheet);
    sheet.widths = vec![8.0, 10.0];
    sheet.widths.resize(COLUMNS.len() + 2, 12.5);
    sheet.frozen = (TOP - 1, 2);
    sheet.head = Some(TOP - 1);
    sheet.text(0, 1, grid.sheet, Style::Title);
    sheet.text(0, 2, words::QUARTERS, Style::Note);
    sheet.text(0, TOP - 1, words::column("t"), Style::Head);
    sheet.text(1, TOP - 1, words::column("date"), Style::Head);
    for (at, column) in (2..).zip(COLUMNS) {
        for (row, text, style) in [
            (TOP - 4, column.equation, Style::Small),
            (TOP - 3, column.id, Style::Small),
            (TOP - 2, column.unit, Style::Small),
            (TOP - 1, words::column(column.id), Style::HeadRight),
        ] {
            sheet.text(at, row, text, style);
        }
    }
    let shown = Results { outcome, lead: signed(lead) };
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

/// What cells came to: by the outcome's own names, and those of the steps behind it.
struct Results<'a> {
    outcome: &'a Outcome,
    lead: i64,
}

impl Results<'_> {
    /// Cells that the outcome does not speak of are left to the reader's program.
    fn of(&self, column: &Column, t: i64) -> Shown {
        let id = column.id;
        match column.rows {
            Rows::Flow if t > signed(self.outcome.quarterly.revenue.len()) => Shown::Text(String::new()),
            Rows::Flow | Rows::Line | Rows::Market if t == 0 => self.opening(id),
            Rows::Flow | Rows::Line | Rows::Market => self.at(id, t),
            Rows::All if t <= 0 => Shown::Unknown,
            Rows::All | Rows::Orders => self.at(order_name(id), t - self.lead),
        }
    }

    /// A series in quarter `t`.
    fn at(&self, id: &str, t: i64) -> Shown {
        let Outcome { quarterly, detail, .. } = self.outcome;
        let named = quarterly.series().chain(detail.series()).find(|(name, _)| *name == id);
        let at = usize::try_from(t - 1).ok();
        let value = named.zip(at).and_then(|((_, series), at)| series.get(at));
        value.map_or(Shown::Unknown, |value| Shown::Number(*value))
    }

    fn opening(&self, id: &str) -> Shown {
        let (summary, opening) = (&self.outcome.summary, &self.outcome.detail.opening);
        Shown::Number(match id {
            "base" | "demand_year" => opening.demand,
            "price" => opening.price,
            "net_assets" => summary.opening_capital,
            "under_construction" => opening.pipeline,
            "cumulative_cash" | "discounted_cash" | "flow" => summary.opening_cash,
            "discount_factor" => 1.0,
            _ => return Shown::Unknown,
        })
    }
}

/// The name in the outcome of what an arriving cohort's column holds.
fn order_name(id: &str) -> &str {
    match id {
        "share" => "custom_share",
        "budget" => "capex_planned",
        "chips" => "capex_chips",
        "shells" => "capex_shell",
        other => other,
    }
}
