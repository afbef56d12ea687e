//! The model year by year and quarter by quarter.

use super::dom::{Element, View, anew, button, each, el};
use super::download;
use super::lines::{Cell, Line, lines};
use super::parts::{segments, toggle};
use super::section::Section;
use super::seen::in_view;
use super::store::{Shared, store};
use crate::export::years::{self, Row};
use crate::platform::reactive::{Memo, RwSignal, memo_after};
use crate::words::controls;
use crate::words::tables::{self, ROWS, TableRow, Weight};

#[derive(Clone, Copy, PartialEq)]
enum By {
    Years,
    Quarters,
}

/// The table, its choice of period, and its files.
pub fn year_table() -> Element {
    let (by, open) = (RwSignal::new(By::Years), RwSignal::new(false));
    let frame = el("div", "scroll years")
        .keep_class("quarters", move || by.get() == By::Quarters)
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", &controls::control_of(controls::table(), Section::Years.title()));
    let seen = in_view(&frame);
    let rows = memo_after(move |before: Option<&Shared<Vec<Row>>>| {
        let (by, outcome) = (by.get(), store().outcome);
        match before {
            // Off the screen the numbers stay as they are.
            Some(before) if !seen.get() => before.clone(),
            _ => outcome.with(|outcome| {
                Shared::new(if by == By::Years { years::yearly(outcome) } else { years::quarterly(outcome) })
            }),
        }
    });
    let first = el("th", "").attr("scope", "col").with(tables::row_head());
    let head = el("thead", "").with(el("tr", "").with(first).with(heads(by, rows)));
    let body = el("tbody", "").with(lines(move || shown(&rows.get(), open.get())));
    let note = move || if by.get() == By::Years { tables::table_years_note() } else { tables::table_quarters_note() };
    let csv = move || if by.get_untracked() == By::Years { download::csv_years() } else { download::csv() };
    let file = |words: &str, press: Box<dyn Fn()>| {
        button("button", press).attr("aria-label", &tables::download(words)).with(words)
    };
    let tools = el("div", "tools")
        .with(segments(
            "period",
            tables::period(),
            &[(By::Years, tables::years()), (By::Quarters, tables::quarters())],
            by,
        ))
        .with(el("span", "caption").says(note))
        .with(el("span", "push"))
        .with(file(controls::csv(), Box::new(csv)))
        .with(file(controls::xlsx_short(), Box::new(download::xlsx)))
        .with(file(controls::json(), Box::new(download::json)));
    let more = move || if open.get() { tables::main_rows() } else { tables::all_rows() };
    el("section", "section")
        .attr("id", Section::Years.id())
        .attr("aria-labelledby", "table-title")
        .with(el("h2", "").attr("id", "table-title").with(Section::Years.title()))
        .with(tools)
        .with(frame.with(el("table", "data").with(head).with(body)))
        .with(toggle("link more-rows", open).says(more))
}

/// The heads of the columns.
fn heads(by: RwSignal<By>, rows: Memo<Shared<Vec<Row>>>) -> View {
    let columns = move || rows.with(|rows| rows.first().map_or(0, |row| row.values.len()));
    anew(move || {
        let by = by.get();
        each(columns, move |at| {
            let head = el("th", "").attr("scope", "col");
            match by {
                By::Years => head.with(el("abbr", "").attr("title", &tables::year(at + 1)).with((at + 1).to_string())),
                By::Quarters => head.with(tables::quarter_head(at + 1)),
            }
        })
    })
}

fn shown(rows: &[Row], all: bool) -> Vec<Line> {
    let listed = ROWS.iter().filter(|words| all || words.weight != Weight::More);
    let line = |words: &TableRow| {
        let row = rows.iter().find(|row| row.id == words.id)?;
        let cell = |&value: &Option<f64>| Cell {
            class: if value.is_some_and(|value| value < -0.05) { "neg" } else { "" },
            ..Cell::new(tables::value(row.unit, value))
        };
        let class = if words.weight == Weight::Strong { "strong" } else { "" };
        Some(Line { class, head: words.label.to_owned(), cells: row.values.iter().map(cell).collect() })
    };
    listed.filter_map(line).collect()
}
