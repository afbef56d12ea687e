//! Tables: the one behind a chart, and the model year by year.

use leptos::prelude::*;

use super::store::Shared;
use crate::chart::Figure;

/// The table behind a chart, with the same numbers as its readout.
#[component]
pub fn FigureTable(figure: Memo<Shared<Figure>>) -> impl IntoView {
    let table = move || {
        let figure = figure.get();
        let table = &figure.table;
        let head =
            table.columns.iter().map(|column| view! { <th scope="col">{column.name.clone()}</th> }).collect_view();
        let row = |at: usize| {
            let cells =
                (0..table.columns.len()).map(|column| view! { <td>{table.text(at, column)}</td> }).collect_view();
            table.rows.get(at).map(|row| view! { <tr><th scope="row">{row.head.text()}</th>{cells}</tr> })
        };
        view! {
            <table class="data">
                <thead><tr><th scope="col">{table.head.clone()}</th>{head}</tr></thead>
                <tbody>{(0..table.rows.len()).map(row).collect_view()}</tbody>
            </table>
        }
    };
    view! { <div class="scroll" tabindex="0" role="region" aria-label=move || figure.with(|figure| figure.title.clone())>{table}</div> }
}

/// To come.
#[component]
pub fn YearTable() -> impl IntoView {}
