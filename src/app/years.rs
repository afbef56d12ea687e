//! The model year by year and quarter by quarter.

use leptos::html;
use leptos::prelude::*;

use super::download;
use super::seen::seen;
use super::segments::Segments;
use super::store::{Shared, store};
use crate::export::years::{self, Row};
use crate::lang::controls;
use crate::lang::page::{self, Section};
use crate::lang::tables::{self, ROWS, Weight};

#[derive(Clone, Copy, PartialEq)]
enum By {
    Years,
    Quarters,
}

/// The table, its choice of period, and its files.
#[component]
pub fn YearTable() -> impl IntoView {
    let (by, all) = (RwSignal::new(By::Years), RwSignal::new(false));
    let node = NodeRef::<html::Div>::new();
    let seen = seen(node);
    let rows = Memo::new(move |before: Option<&Shared<Vec<Row>>>| {
        let (by, outcome) = (by.get(), store().outcome);
        match before {
            // Off the screen the numbers stay as they are.
            Some(before) if !seen.get() => before.clone(),
            _ => outcome.with(|outcome| {
                Shared::new(if by == By::Years { years::yearly(outcome) } else { years::quarterly(outcome) })
            }),
        }
    });
    let note = move || if by.get() == By::Years { page::table_years_note() } else { page::table_quarters_note() };
    let csv = move |_| if by.get_untracked() == By::Years { download::csv_years() } else { download::csv() };
    view! {
        <section class="section" id=Section::Table.id() aria-labelledby="table-title">
            <h2 id="table-title">{Section::Table.title()}</h2>
            <div class="tools">
                <Segments name="period" label=tables::period() options=vec![(By::Years, page::years()), (By::Quarters, page::quarters())] chosen=by/>
                <span class="caption">{note}</span>
                <span class="push"></span>
                <button type="button" class="button" aria-label=tables::download(controls::csv()) on:click=csv>{controls::csv()}</button>
                <button type="button" class="button" aria-label=tables::download(tables::xlsx()) on:click=move |_| download::xlsx()>{tables::xlsx()}</button>
                <button type="button" class="button" aria-label=tables::download(controls::json()) on:click=move |_| download::json()>{controls::json()}</button>
            </div>
            <div class="scroll years" class:quarters=move || by.get() == By::Quarters tabindex="0" role="region" aria-label=controls::of_chart(controls::table(), Section::Table.title()) node_ref=node>
                <table class="data">
                    <thead><tr><th scope="col">{tables::row_head()}</th>{move || heads(by.get(), &rows.get())}</tr></thead>
                    <tbody>{move || body(&rows.get(), all.get())}</tbody>
                </table>
            </div>
            <button type="button" class="link more-rows" aria-expanded=move || all.get().to_string() on:click=move |_| all.update(|all| *all = !*all)>
                {move || if all.get() { tables::main_rows() } else { tables::all_rows() }}
            </button>
        </section>
    }
}

fn heads(by: By, rows: &[Row]) -> AnyView {
    let columns = 1..=rows.first().map_or(0, |row| row.values.len());
    match by {
        By::Years => columns
            .map(|year| view! { <th scope="col"><abbr title=tables::year(year)>{year}</abbr></th> })
            .collect_view()
            .into_any(),
        By::Quarters => {
            columns.map(|at| view! { <th scope="col">{tables::quarter_head(at)}</th> }).collect_view().into_any()
        }
    }
}

fn body(rows: &[Row], all: bool) -> impl IntoView + use<> {
    let shown = ROWS.iter().filter(|words| all || words.weight != Weight::More);
    let row = |words: &'static tables::Row| {
        let row = rows.iter().find(|row| row.id == words.id)?;
        let cells = row.values.iter().map(|&value| {
            view! { <td class:neg={value.is_some_and(|value| value < -0.05)}>{tables::value(row.unit, value)}</td> }
        });
        Some(view! {
            <tr class:strong={words.weight == Weight::Strong}><th scope="row">{words.label}</th>{cells.collect_view()}</tr>
        })
    };
    shown.filter_map(row).collect_view()
}
