//! Table behind a chart, with the numbers of its readout. Its columns can be sorted.

use std::borrow::Cow;
use std::sync::Arc;

use leptos::prelude::*;

use super::{Cell, Line, Sonification, TableRows};
use crate::app::downloads;
use crate::app::state::{use_ui, use_workbook};
use crate::chart::{Figure, Reading, Sorting};
use crate::words::controls;
use crate::words::tables;

/// Table of a figure, its download, and the sound of its lines where it is a time chart.
#[component]
pub(crate) fn ChartTable(
    /// The figure.
    figure: Memo<Arc<Figure>>,
) -> impl IntoView {
    let (workbook, ui) = (use_workbook(), use_ui());
    let sorting = RwSignal::new(None::<Sorting>);
    let order = move || figure.with(|figure| figure.table.order(sorting.get()));
    let lines = Memo::new(move |_| {
        let order = order();
        figure.with(|figure| order.into_iter().filter_map(|row| line(figure, row)).collect::<Vec<_>>())
    });
    let columns = move || 0..figure.with(|figure| figure.table.columns.len());
    let column_name = move |index: usize| {
        Signal::derive(move || {
            figure.with(|figure| figure.table.columns.get(index).map(|column| column.name.clone()).unwrap_or_default())
        })
    };
    let (is_time_chart, row_head, name) = figure
        .with_untracked(|figure| (figure.reading == Reading::Time, figure.table.head.clone(), figure.chart.name()));
    let download = move |_| figure.with_untracked(|figure| downloads::chart_csv(workbook, ui, figure, &untrack(order)));
    view! {
        <div>
            <div
                class="scroll"
                tabindex="0"
                role="region"
                aria-label=controls::control_of(controls::table(), name)
            >
                <table class="data">
                    <thead>
                        <tr>
                            <SortableHead column=None name=row_head sorting/>
                            <For each=columns key=|index| *index let(index)>
                                <SortableHead column=Some(index) name=column_name(index) sorting/>
                            </For>
                        </tr>
                    </thead>
                    <tbody><TableRows lines/></tbody>
                </table>
            </div>
            <div class="table-tools">
                <button
                    type="button"
                    class="link"
                    aria-label=controls::control_of(controls::csv(), name)
                    on:click=download
                >
                    {controls::csv()}
                </button>
                {is_time_chart.then(|| view! { <Sonification figure/> })}
            </div>
        </div>
    }
}

fn line(figure: &Figure, row: usize) -> Option<Line> {
    let table = &figure.table;
    let head = table.rows.get(row)?.head_text().into_owned();
    let cells = (0..table.columns.len()).map(|column| Cell::new(table.text(row, column))).collect();
    Some(Line { class: "", head, cells })
}

/// Head of a column that sorts the table: ascending, then descending, then the table's own order.
#[component]
fn SortableHead(
    /// The column; `None` for the row heads.
    column: Option<usize>,
    /// Name of the column.
    #[prop(into)]
    name: Signal<Cow<'static, str>>,
    /// The column that the table is sorted by.
    sorting: RwSignal<Option<Sorting>>,
) -> impl IntoView {
    let of_column = move |sorting: Option<Sorting>| sorting.filter(|sorting| sorting.column == column);
    let direction = move || match of_column(sorting.get()) {
        Some(sorting) if sorting.falling => "descending",
        Some(_) => "ascending",
        None => "none",
    };
    let press = move |_| {
        sorting.update(|now| {
            *now = match of_column(*now) {
                None => Some(Sorting { column, falling: false }),
                Some(now) if !now.falling => Some(Sorting { column, falling: true }),
                Some(_) => None,
            };
        });
    };
    view! {
        <th scope="col" aria-sort=direction>
            <button type="button" class="sort" title=move || tables::sort_by(&name.get()) on:click=press>
                {move || name.get()}
            </button>
        </th>
    }
}
