//! Lines of a table, kept up to date.

use super::dom::{Element, View, all, each_of, el};

/// A line: its head and its cells.
#[derive(Clone, PartialEq)]
pub struct Line {
    /// Its look.
    pub class: &'static str,
    /// What it is of.
    pub head: String,
    /// The rest of it.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Clone, PartialEq)]
pub struct Cell {
    /// Its look.
    pub class: &'static str,
    /// A small note before its words, with its look.
    pub note: Option<(&'static str, String)>,
    /// Its words.
    pub text: String,
}

impl Cell {
    /// Words alone.
    pub fn new(text: String) -> Self {
        Self { class: "", note: None, text }
    }
}

/// The lines; those that do not change stay.
pub fn lines(lines: impl Fn() -> Vec<Line> + 'static) -> View {
    kept(Box::new(lines))
}

fn kept(lines: Box<dyn Fn() -> Vec<Line>>) -> View {
    each_of(lines, |_, values| line(values))
}

fn line(line: &Line) -> Element {
    let cell = |cell: &Cell| {
        let note = cell.note.as_ref().map(|(class, words)| el("small", class).with(words.as_str()));
        el("td", cell.class).with(note).with(cell.text.as_str())
    };
    let head = el("th", "").attr("scope", "row").with(line.head.as_str());
    el("tr", line.class).with(head).with(all(line.cells.iter().map(cell)))
}

/// The heads of columns.
pub fn heads<'a>(words: impl IntoIterator<Item = &'a str>) -> Element {
    el("tr", "").with(all(words.into_iter().map(|words| el("th", "").attr("scope", "col").with(words))))
}
