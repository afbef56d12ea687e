//! The table behind a chart: the same numbers as its readout, sorted as one likes.

use crate::app::reactive::memo;
use leptos::prelude::*;

use super::download;
use super::store::Shared;
use crate::chart::{Figure, Reading, Sorting};
use crate::lang::{controls, page, tables};

/// The table behind a chart.
#[component]
pub fn FigureTable(figure: Memo<Shared<Figure>>) -> impl IntoView {
    let sorting = RwSignal::new(None::<Sorting>);
    let order = memo(move || figure.with(|figure| figure.table.order(sorting.get())));
    let timed = untrack(|| figure.with(|figure| figure.reading == Reading::Time));
    let name = untrack(|| page::chart_name(figure.get().chart.id()));
    let rows = move || {
        let figure = figure.get();
        let table = &figure.table;
        let row = |at: usize| {
            let cells =
                (0..table.columns.len()).map(|column| view! { <td>{table.text(at, column)}</td> }).collect_view();
            table.rows.get(at).map(|row| view! { <tr><th scope="row">{row.head.text()}</th>{cells}</tr> })
        };
        order.get().into_iter().map(row).collect_view()
    };
    let heads = memo(move || {
        figure.with(|figure| figure.table.columns.iter().map(|column| column.name.clone()).collect::<Vec<_>>())
    });
    let head = move || {
        let columns = heads.get().into_iter().enumerate();
        columns.map(|(at, name)| view! { <Head column=Some(at) name=name.into_owned() sorting/> }).collect_view()
    };
    let first = untrack(|| figure.with(|figure| figure.table.head.clone().into_owned()));
    let save = move |_| figure.with_untracked(|figure| download::chart_csv(figure, &order.get_untracked()));
    view! {
        <div class="chart-table">
            <div class="scroll" tabindex="0" role="region" aria-label=controls::of_chart(controls::table(), name)>
                <table class="data">
                    <thead><tr><Head column=None name=first sorting/>{head}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <div class="table-tools">
                <button type="button" class="link" aria-label=controls::of_chart(controls::csv(), name) on:click=save>{controls::csv()}</button>
                {timed.then(|| view! { <super::listen::Listen figure/> })}
            </div>
        </div>
    }
}

/// A column's head: pressed once, the smallest come first; again, the largest; again, the table's own order.
#[component]
fn Head(column: Option<usize>, name: String, sorting: RwSignal<Option<Sorting>>) -> impl IntoView {
    let mine = move || sorting.get().filter(|sorting| sorting.column == column);
    let order = move || match mine() {
        Some(sorting) if sorting.falling => "descending",
        Some(_) => "ascending",
        None => "none",
    };
    let press = move |_| {
        sorting.update(|now| {
            *now = match now.filter(|now| now.column == column) {
                None => Some(Sorting { column, falling: false }),
                Some(now) if !now.falling => Some(Sorting { column, falling: true }),
                Some(_) => None,
            };
        });
    };
    view! {
        <th scope="col" aria-sort=order><button type="button" class="sort" title=tables::sort_by(&name) on:click=press>{name.clone()}</button></th>
    }
}
