//! One sheet: cells with their formulas and results, and what belongs to them.

use std::fmt::Write as _;

use serde_json::Value as Json;

use super::style::Style;
use super::xml::{HEAD, MAIN, RELATIONS, address, escape};
use crate::words::numbers::machine;

/// What a formula came to when the file was written.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Shown {
    /// A number.
    Number(f64),
    /// A text, perhaps empty.
    Text(String),
    /// Whatever the reader's program makes of it.
    Unknown,
}

impl Shown {
    /// A value of the public JSON; what it does not name is left to the reader's program.
    pub fn named(json: &Json, id: &str) -> Self {
        match json.get(id) {
            None => Self::Unknown,
            Some(Json::String(text)) => Self::Text(text.clone()),
            Some(value) => value.as_f64().into(),
        }
    }
}

impl From<Option<f64>> for Shown {
    /// Absence is the word that the formulas use.
    fn from(value: Option<f64>) -> Self {
        value.map_or_else(|| Self::Text(NONE.to_owned()), Self::Number)
    }
}

/// What stands in a cell where there is no number.
pub(super) const NONE: &str = "none";

/// The longest address that a cell may lead to.
const FOLLOWED: usize = 2000;

/// What may be put into a cell.
#[derive(Clone, Debug)]
pub(super) enum Validation {
    /// One of a few texts.
    List(String),
    /// A number from … to ….
    Number { whole: bool, from: f64, to: f64 },
}

/// A sheet while it is filled.
#[derive(Default)]
pub(super) struct Sheet {
    /// Its name.
    pub name: &'static str,
    /// Widths of the first columns, in characters.
    pub widths: Vec<f64>,
    /// The row of heads, where they may take two lines.
    pub head: Option<usize>,
    /// Rows and columns that stay when the rest scrolls.
    pub frozen: (usize, usize),
    /// Pictures of the results: each chart's part, as XML, with its place.
    pub charts: Vec<super::chart::Placed>,
    /// Names that stand for a cell of this sheet.
    pub names: Vec<(String, String)>,
    rows: Vec<(usize, Vec<(usize, String)>)>,
    validations: String,
    validation_count: usize,
    links: Vec<(String, String)>,
}

impl Sheet {
    pub fn new(name: &'static str) -> Self {
        Self { name, ..Self::default() }
    }

    /// Puts a text in.
    pub fn text(&mut self, column: usize, row: usize, text: &str, style: Style) {
        if text.is_empty() {
            return;
        }
        let (at, style, text) = (address(column, row), style.index(), escape(text));
        let cell =
            format!("<c r=\"{at}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>");
        self.put(column, row, cell);
    }

    /// Puts a number in.
    pub fn number(&mut self, column: usize, row: usize, value: f64, style: Style) {
        let (at, style, value) = (address(column, row), style.index(), machine(value));
        self.put(column, row, format!("<c r=\"{at}\" s=\"{style}\"><v>{value}</v></c>"));
    }

    /// Puts a formula in, with what it comes to.
    pub fn formula(&mut self, column: usize, row: usize, formula: &str, shown: &Shown, style: Style) {
        let (at, style, formula) = (address(column, row), style.index(), escape(formula));
        let cell = match shown {
            Shown::Number(value) => {
                format!("<c r=\"{at}\" s=\"{style}\"><f>{formula}</f><v>{}</v></c>", machine(*value))
            }
            Shown::Text(text) => {
                format!("<c r=\"{at}\" s=\"{style}\" t=\"str\"><f>{formula}</f><v>{}</v></c>", escape(text))
            }
            Shown::Unknown => format!("<c r=\"{at}\" s=\"{style}\"><f>{formula}</f></c>"),
        };
        self.put(column, row, cell);
    }

    /// Puts a text in that leads to an address; one that is longer than spreadsheets can follow is text only.
    pub fn link(&mut self, column: usize, row: usize, target: &str, text: &str) {
        if target.len() > FOLLOWED {
            return self.text(column, row, text, Style::Note);
        }
        self.text(column, row, text, Style::Link);
        self.links.push((address(column, row), target.to_owned()));
    }

    /// Says what a cell takes.
    pub fn allow(&mut self, column: usize, row: usize, validation: &Validation) {
        let at = address(column, row);
        let (kind, from, to) = match validation {
            Validation::List(options) => ("type=\"list\"".to_owned(), format!("\"{options}\""), String::new()),
            Validation::Number { whole, from, to } => {
                let kind = if *whole { "whole" } else { "decimal" };
                (
                    format!("type=\"{kind}\" operator=\"between\""),
                    machine(*from),
                    format!("<formula2>{}</formula2>", machine(*to)),
                )
            }
        };
        let from = escape(&from);
        let _ = write!(
            self.validations,
            "<dataValidation {kind} allowBlank=\"0\" showErrorMessage=\"1\" sqref=\"{at}\"><formula1>{from}</formula1>{to}</dataValidation>"
        );
        self.validation_count += 1;
    }

    fn put(&mut self, column: usize, row: usize, cell: String) {
        match self.rows.binary_search_by_key(&row, |(row, _)| *row) {
            Ok(at) => {
                if let Some((_, cells)) = self.rows.get_mut(at) {
                    cells.push((column, cell));
                }
            }
            Err(at) => self.rows.insert(at, (row, vec![(column, cell)])),
        }
    }

    /// The addresses that the sheet's links lead to, in order.
    pub fn targets(&self) -> impl Iterator<Item = &str> {
        self.links.iter().map(|(_, target)| target.as_str())
    }

    /// The sheet as a part of the file; its drawing, where it has charts, is related as `rId1`, links from `rId2` on.
    pub fn xml(&mut self) -> String {
        let mut out = format!("{HEAD}<worksheet xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\">{}", self.view());
        if !self.widths.is_empty() {
            out.push_str("<cols>");
            for (width, column) in self.widths.iter().zip(1..) {
                let width = machine(*width);
                let _ = write!(out, "<col min=\"{column}\" max=\"{column}\" width=\"{width}\" customWidth=\"1\"/>");
            }
            out.push_str("</cols>");
        }
        out.push_str("<sheetData>");
        for (row, cells) in &mut self.rows {
            cells.sort_by(|one, other| one.0.cmp(&other.0));
            let height = match *row {
                1 => " ht=\"24\" customHeight=\"1\"",
                row if self.head == Some(row) => " ht=\"32\" customHeight=\"1\"",
                _ => "",
            };
            let _ = write!(out, "<row r=\"{row}\"{height}>");
            cells.iter().for_each(|(_, cell)| out.push_str(cell));
            out.push_str("</row>");
        }
        out.push_str("</sheetData>");
        if self.validation_count > 0 {
            let (count, list) = (self.validation_count, &self.validations);
            let _ = write!(out, "<dataValidations count=\"{count}\">{list}</dataValidations>");
        }
        if !self.links.is_empty() {
            out.push_str("<hyperlinks>");
            for ((at, _), id) in self.links.iter().zip(2..) {
                let _ = write!(out, "<hyperlink ref=\"{at}\" r:id=\"rId{id}\"/>");
            }
            out.push_str("</hyperlinks>");
        }
        out.push_str("<pageSetup orientation=\"landscape\" fitToHeight=\"0\"/>");
        if !self.charts.is_empty() {
            out.push_str("<drawing r:id=\"rId1\"/>");
        }
        out.push_str("</worksheet>");
        out
    }

    fn view(&self) -> String {
        let (rows, columns) = self.frozen;
        // A sheet as wide as that of quarters would print as dust.
        let fit = if self.widths.len() > 12 { "" } else { "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>" };
        if rows == 0 && columns == 0 {
            return format!("{fit}<sheetViews><sheetView workbookViewId=\"0\" showGridLines=\"0\"/></sheetViews>");
        }
        let corner = address(columns, rows + 1);
        let pane = if columns == 0 { "bottomLeft" } else { "bottomRight" };
        let split = if columns == 0 { String::new() } else { format!(" xSplit=\"{columns}\"") };
        format!(
            "{fit}<sheetViews><sheetView workbookViewId=\"0\" showGridLines=\"0\"><pane{split} ySplit=\"{rows}\" topLeftCell=\"{corner}\" \
             activePane=\"{pane}\" state=\"frozen\"/></sheetView></sheetViews>"
        )
    }
}
