//! The table behind a chart: the same numbers as its readout, sorted as one likes.

use std::borrow::Cow;

use super::dom::{Element, button, each, el};
use super::download;
use super::lines::{Cell, Line, lines};
use super::listen::listen;
use super::store::Shared;
use crate::chart::{Figure, Reading, Sorting};
use crate::platform::reactive::{Memo, RwSignal, untrack};
use crate::words::{controls, tables};

/// The table behind a chart.
pub fn figure_table(figure: Memo<Shared<Figure>>) -> Element {
    let sorting = RwSignal::new(None::<Sorting>);
    let order = move || figure.with(|figure| figure.table.order(sorting.get()));
    let (timed, first) = untrack(|| figure.with(|figure| (figure.reading == Reading::Time, figure.table.head.clone())));
    let name = untrack(|| figure.get().chart.name());
    let rows = move || {
        let figure = figure.get();
        let table = &figure.table;
        let row = |at: usize| {
            let cells = (0..table.columns.len()).map(|column| Cell::new(table.text(at, column))).collect();
            table.rows.get(at).map(|row| Line { class: "", head: row.head.text().into_owned(), cells })
        };
        order().into_iter().filter_map(row).collect()
    };
    let columns = move || figure.with(|figure| figure.table.columns.len());
    let name_of = move |at: usize| figure.with(|figure| figure.table.columns.get(at).map(|column| column.name.clone()));
    let column = move |at: usize| head(Some(at), move || name_of(at).unwrap_or_default(), sorting);
    let heads = el("tr", "").with(head(None, move || first.clone(), sorting)).with(each(columns, column));
    let table = el("table", "data").with(el("thead", "").with(heads)).with(el("tbody", "").with(lines(rows)));
    let save = move || figure.with_untracked(|figure| download::chart_csv(figure, &untrack(order)));
    let csv = button("link", save).attr("aria-label", &controls::of_chart(controls::csv(), name)).with(controls::csv());
    let frame = el("div", "scroll")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", &controls::of_chart(controls::table(), name))
        .with(table);
    let tools = el("div", "table-tools").with(csv).with(timed.then(|| listen(figure)));
    el("div", "chart-table").with(frame).with(tools)
}

/// A column's head: pressed once, the smallest come first; again, the largest; again, the table's own order.
fn head(
    column: Option<usize>,
    name: impl Fn() -> Cow<'static, str> + Clone + 'static,
    sorting: RwSignal<Option<Sorting>>,
) -> Element {
    let order = move || match sorting.get().filter(|sorting| sorting.column == column) {
        Some(sorting) if sorting.falling => "descending",
        Some(_) => "ascending",
        None => "none",
    };
    let press = move || {
        sorting.update(|now| {
            *now = match now.filter(|now| now.column == column) {
                None => Some(Sorting { column, falling: false }),
                Some(now) if !now.falling => Some(Sorting { column, falling: true }),
                Some(_) => None,
            };
        });
    };
    let title = name.clone();
    let button = button("sort", press).keep("title", move || tables::sort_by(&title())).says(name);
    el("th", "").attr("scope", "col").keep("aria-sort", order).with(button)
}
