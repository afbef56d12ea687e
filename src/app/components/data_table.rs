//! Rows of a table that follow their data: rows that do not change keep their elements.

use leptos::prelude::*;

/// Row: its head and its cells.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Line {
    /// Class of the row.
    pub(crate) class: &'static str,
    /// Text of the row's head.
    pub(crate) head: String,
    /// Cells after the head.
    pub(crate) cells: Vec<Cell>,
}

/// Cell of a row.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Cell {
    /// Class of the cell.
    pub(crate) class: &'static str,
    /// Small note before the text, with its class.
    pub(crate) note: Option<(&'static str, String)>,
    /// Text.
    pub(crate) text: String,
}

impl Cell {
    /// Creates a cell with a text alone.
    pub(crate) fn new(text: String) -> Self {
        Self { class: "", note: None, text }
    }
}

/// Rows of a table's body.
#[component]
pub(crate) fn TableRows(
    /// The rows.
    #[prop(into)]
    lines: Signal<Vec<Line>>,
) -> impl IntoView {
    let keyed = move || lines.get().into_iter().enumerate().collect::<Vec<_>>();
    view! {
        <For each=keyed key=|row| row.clone() let((_, line))>
            <tr class=line.class>
                <th scope="row">{line.head}</th>
                {line.cells.into_iter().map(cell).collect_view()}
            </tr>
        </For>
    }
}

fn cell(Cell { class, note, text }: Cell) -> impl IntoView {
    view! {
        <td class=class>
            {note.map(|(class, words)| view! { <small class=class>{words}</small> })}
            {text}
        </td>
    }
}

/// Row of column heads.
#[component]
pub(crate) fn HeadRow(
    /// Text of each head.
    heads: Vec<&'static str>,
) -> impl IntoView {
    view! { <tr>{heads.into_iter().map(|head| view! { <th scope="col">{head}</th> }).collect_view()}</tr> }
}
