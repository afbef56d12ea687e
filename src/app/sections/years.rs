//! Table of the model, year by year or quarter by quarter.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;

use crate::app::components::{Cell, Line, PageSection, Segments, TableRows, ToggleButton};
use crate::app::downloads;
use crate::app::section::Section;
use crate::app::state::{use_ui, use_workbook};
use crate::app::visibility::{NEAR, memo_while_visible, use_visibility};
use crate::export::years::{self, Row};
use crate::words::controls;
use crate::words::tables;
use crate::words::tables::ROWS;
use crate::words::tables::Weight;

/// Value below which a number is shown as negative: half of the last digit.
const NEGATIVE_BELOW: f64 = -0.05;

/// Period of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Period {
    Years,
    Quarters,
}

/// Section with the table, the choice of its period, and its downloads.
#[component]
pub(crate) fn Years() -> impl IntoView {
    let workbook = use_workbook();
    let (period, all_rows) = (RwSignal::new(Period::Years), RwSignal::new(false));
    let frame = NodeRef::<html::Div>::new();
    let visible = use_visibility(frame, NEAR);
    let rows = memo_while_visible(visible, move || {
        let rows = if period.get() == Period::Years { years::yearly } else { years::quarterly };
        Arc::new(workbook.outcome.with(|outcome| rows(outcome)))
    });
    let lines = Memo::new(move |_| {
        let all_rows = all_rows.get();
        rows.with(|rows| lines_of(rows, all_rows))
    });
    let heads = move || {
        let (period, columns) = (period.get(), rows.with(|rows| rows.first().map_or(0, |row| row.values.len())));
        (0..columns).map(|index| (period, index)).collect::<Vec<_>>()
    };
    view! {
        <PageSection section=Section::Years>
            <TableTools period/>
            <div
                node_ref=frame
                class="scroll years"
                class:quarters=move || period.get() == Period::Quarters
                tabindex="0"
                role="region"
                aria-label=controls::control_of(controls::table(), Section::Years.title())
            >
                <table class="data">
                    <thead>
                        <tr>
                            <th scope="col">{tables::row_head()}</th>
                            <For each=heads key=|head| *head let((period, index))>
                                <ColumnHead period index/>
                            </For>
                        </tr>
                    </thead>
                    <tbody><TableRows lines/></tbody>
                </table>
            </div>
            <ToggleButton class="link more-rows" open=all_rows>
                {move || if all_rows.get() { tables::main_rows() } else { tables::all_rows() }}
            </ToggleButton>
        </PageSection>
    }
}

/// Choice of the period, and the downloads.
#[component]
fn TableTools(period: RwSignal<Period>) -> impl IntoView {
    let (workbook, ui) = (use_workbook(), use_ui());
    let periods = vec![(Period::Years, tables::years()), (Period::Quarters, tables::quarters())];
    let note = move || match period.get() {
        Period::Years => tables::table_years_note(),
        Period::Quarters => tables::table_quarters_note(),
    };
    let csv = move |_| match period.get_untracked() {
        Period::Years => downloads::csv_years(workbook, ui),
        Period::Quarters => downloads::csv_quarters(workbook, ui),
    };
    view! {
        <div class="tools">
            <Segments name="period" label=tables::period() options=periods chosen=period/>
            <span class="caption">{note}</span>
            <span class="push"></span>
            <button type="button" class="button" aria-label=tables::download(controls::csv()) on:click=csv>
                {controls::csv()}
            </button>
            <button
                type="button"
                class="button"
                aria-label=tables::download(controls::xlsx_short())
                on:click=move |_| downloads::xlsx(workbook, ui)
            >
                {controls::xlsx_short()}
            </button>
            <button
                type="button"
                class="button"
                aria-label=tables::download(controls::json())
                on:click=move |_| downloads::json(workbook, ui)
            >
                {controls::json()}
            </button>
        </div>
    }
}

/// Head of a column.
#[component]
fn ColumnHead(period: Period, index: usize) -> impl IntoView {
    let number = index + 1;
    let head = match period {
        Period::Years => view! { <abbr title=tables::year(number)>{number.to_string()}</abbr> }.into_any(),
        Period::Quarters => tables::quarter_head(number).into_any(),
    };
    view! { <th scope="col">{head}</th> }
}

/// Returns the rows to show, in the order of the page.
fn lines_of(rows: &[Row], all: bool) -> Vec<Line> {
    let line = |words: &tables::TableRow| {
        let row = rows.iter().find(|row| row.id == words.id)?;
        let cell = |&value: &Option<f64>| {
            let class = if value.is_some_and(|value| value < NEGATIVE_BELOW) { "negative" } else { "" };
            Cell { class, ..Cell::new(tables::value(row.unit, value)) }
        };
        let class = if words.weight == Weight::Strong { "strong" } else { "" };
        Some(Line { class, head: words.label.to_owned(), cells: row.values.iter().map(cell).collect() })
    };
    ROWS.iter().filter(|words| all || words.weight != Weight::More).filter_map(line).collect()
}
