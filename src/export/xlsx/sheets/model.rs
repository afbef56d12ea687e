//! The Model worksheet: a row for each quarter and a column for each equation.

use super::columns::COLUMNS;
use crate::export::xlsx::layout::{Column, FIRST_ROW, ModelLayout, Rows, signed};
use crate::export::xlsx::style::Style;
use crate::export::xlsx::worksheet::{StoredResult, Worksheet};
use crate::model::Outcome;
use crate::words::dates::quarter;
use crate::words::spreadsheet as words;

/// The worksheet; `lead_time` is in quarters.
pub(super) fn sheet(outcome: &Outcome, lead_time: usize, layout: &ModelLayout) -> Worksheet {
    let mut sheet = Worksheet::new(layout.sheet);
    sheet.widths = vec![8.0, 10.0];
    sheet.widths.resize(COLUMNS.len() + 2, 12.5);
    sheet.frozen = (FIRST_ROW - 1, 2);
    sheet.header_row = Some(FIRST_ROW - 1);
    sheet.text(0, 1, layout.sheet, Style::Title);
    sheet.text(0, 2, words::QUARTERS, Style::Note);
    sheet.text(0, FIRST_ROW - 1, words::column("t"), Style::Head);
    sheet.text(1, FIRST_ROW - 1, words::column("date"), Style::Head);
    for (index, column) in (2..).zip(COLUMNS) {
        for (row, text, style) in [
            (FIRST_ROW - 4, column.equation, Style::NoteRight),
            (FIRST_ROW - 3, column.id, Style::NoteRight),
            (FIRST_ROW - 2, column.unit, Style::NoteRight),
            (FIRST_ROW - 1, words::column(column.id), Style::HeadRight),
        ] {
            sheet.text(index, row, text, style);
        }
    }
    let results = Results { outcome, lead_time: signed(lead_time) };
    for t in layout.extent.quarters() {
        let row = layout.extent.row(t);
        sheet.number(0, row, t as f64, Style::Whole);
        sheet.text(1, row, &date(t), Style::Plain);
        for (index, column) in (2..).zip(COLUMNS) {
            if let Some(formula) = layout.formula(column, t) {
                sheet.formula(index, row, &formula, &results.of(column, t), Style::of_unit(column.unit));
            }
        }
    }
    sheet
}

/// The calendar quarter of `t`, such as `Q2 2026`. Quarters up to 0 lie before the first of the model.
fn date(t: i64) -> String {
    match u32::try_from(t) {
        Ok(t) => quarter(t),
        Err(_) => format!("Q{} {}", t.rem_euclid(4) + 1, 2026 + t.div_euclid(4)),
    }
}

/// Looks up stored results in the outcome, where columns have the names of its series.
struct Results<'a> {
    outcome: &'a Outcome,
    lead_time: i64,
}

impl Results<'_> {
    fn of(&self, column: &Column, t: i64) -> StoredResult {
        let id = column.id;
        match column.rows {
            Rows::Flow if t > signed(self.outcome.quarterly.revenue.len()) => StoredResult::Text(String::new()),
            Rows::Flow | Rows::Line | Rows::Market if t == 0 => self.opening(id),
            Rows::Flow | Rows::Line | Rows::Market => self.at(id, t),
            Rows::All if t <= 0 => StoredResult::Unknown,
            Rows::All | Rows::Orders => self.at(order_name(id), t - self.lead_time),
        }
    }

    /// The value of a series in quarter `t`.
    fn at(&self, id: &str, t: i64) -> StoredResult {
        let Outcome { quarterly, detail, .. } = self.outcome;
        let named = quarterly.series().chain(detail.series()).find(|(name, _)| *name == id);
        let index = usize::try_from(t - 1).ok();
        let value = named.zip(index).and_then(|((_, series), index)| series.get(index));
        value.map_or(StoredResult::Unknown, |value| StoredResult::Number(*value))
    }

    fn opening(&self, id: &str) -> StoredResult {
        let (summary, opening) = (&self.outcome.summary, &self.outcome.detail.opening);
        StoredResult::Number(match id {
            "base" | "demand_plain" | "demand_year" => opening.demand,
            "price_plain" | "price" => opening.price,
            "demand_factor" | "price_factor" | "capacity_factor" => 1.0,
            "net_assets" => summary.opening_capital,
            "under_construction" => opening.pipeline,
            "cumulative_cash" | "cash_after_interest" | "discounted_cash" | "flow_exact" | "flow" => {
                summary.opening_cash
            }
            "discount_factor" => 1.0,
            _ => return StoredResult::Unknown,
        })
    }
}

/// The name of the outcome's series for a column of arriving cohorts.
fn order_name(id: &str) -> &str {
    match id {
        "share" => "custom_share",
        "budget" => "capex_planned",
        "chips" => "capex_chips",
        "shells" => "capex_shell",
        other => other,
    }
}
