//! A worksheet: cells with formulas and their stored results, data validations, links and charts.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::Value as Json;

use super::address::address;
use super::chart::PlacedChart;
use super::package::{RELATIONSHIPS, SPREADSHEET, XML_HEAD};
use super::style::Style;
use crate::export::escape;
use crate::words::numbers::machine;

/// The result of a formula that is stored in the file, for programs that show it without calculating.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum StoredResult {
    /// A number.
    Number(f64),
    /// A text, which may be empty.
    Text(String),
    /// No stored result.
    Unknown,
}

impl StoredResult {
    /// A value of the public JSON; unknown where the JSON has no such name.
    pub fn named(json: &Json, id: &str) -> Self {
        match json.get(id) {
            None => Self::Unknown,
            Some(Json::String(text)) => Self::Text(text.clone()),
            Some(value) => value.as_f64().into(),
        }
    }
}

impl From<Option<f64>> for StoredResult {
    fn from(value: Option<f64>) -> Self {
        value.map_or_else(|| Self::Text(NONE.to_owned()), Self::Number)
    }
}

/// The content of a cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Content {
    /// A text.
    Text(String),
    /// A number.
    Number(f64),
    /// A formula and its stored result.
    Formula(String, StoredResult),
}

impl Content {
    /// The type of the cell as an attribute, and its content, as XML.
    fn xml(&self) -> (&'static str, String) {
        match self {
            Self::Text(text) => {
                (" t=\"inlineStr\"", format!("<is><t xml:space=\"preserve\">{}</t></is>", escape(text)))
            }
            Self::Number(value) => ("", format!("<v>{}</v>", machine(*value))),
            Self::Formula(formula, result) => {
                let (kind, value) = match result {
                    StoredResult::Number(value) => ("", format!("<v>{}</v>", machine(*value))),
                    StoredResult::Text(text) => (" t=\"str\"", format!("<v>{}</v>", escape(text))),
                    StoredResult::Unknown => ("", String::new()),
                };
                (kind, format!("<f>{}</f>{value}", escape(formula)))
            }
        }
    }
}

/// The text that formulas return where there is no number.
pub(super) const NONE: &str = "none";

/// The longest link target that spreadsheet programs accept, in bytes.
const LONGEST_LINK: usize = 2000;

/// A restriction on the values that may be typed into a cell.
#[derive(Clone, Debug)]
pub(super) enum Validation {
    /// One of several texts, separated by commas.
    List(String),
    /// A number within a range.
    Number { whole: bool, from: f64, to: f64 },
}

/// A worksheet that is being filled. Columns count from 0 and rows from 1.
#[derive(Default)]
pub(super) struct Worksheet {
    /// The name on the tab, also used in formulas.
    pub name: &'static str,
    /// Widths of the first columns, in characters.
    pub widths: Vec<f64>,
    /// A header row that gets the height of two lines.
    pub header_row: Option<usize>,
    /// Rows and columns that stay in view while the others scroll.
    pub frozen: (usize, usize),
    /// Charts over the cells.
    pub charts: Vec<PlacedChart>,
    /// Defined names with the cells of this worksheet that they stand for.
    pub names: Vec<(String, String)>,
    /// The style and the content of each cell, by row and column.
    rows: BTreeMap<usize, BTreeMap<usize, (Style, Content)>>,
    validations: Vec<String>,
    /// Cells and the addresses that they link to.
    links: Vec<(String, String)>,
}

impl Worksheet {
    pub fn new(name: &'static str) -> Self {
        Self { name, ..Self::default() }
    }

    /// Writes a text. An empty text leaves the cell empty.
    pub fn text(&mut self, column: usize, row: usize, text: &str, style: Style) {
        if !text.is_empty() {
            self.put(column, row, style, Content::Text(text.to_owned()));
        }
    }

    /// Writes a number.
    pub fn number(&mut self, column: usize, row: usize, value: f64, style: Style) {
        self.put(column, row, style, Content::Number(value));
    }

    /// Writes a formula and its stored result.
    pub fn formula(&mut self, column: usize, row: usize, formula: &str, result: &StoredResult, style: Style) {
        self.put(column, row, style, Content::Formula(formula.to_owned(), result.clone()));
    }

    /// Each cell with its row, its column and its content, from top to bottom.
    pub fn cells(&self) -> impl Iterator<Item = (usize, usize, &Content)> {
        self.rows.iter().flat_map(|(row, cells)| cells.iter().map(|(column, (_, content))| (*row, *column, content)))
    }

    /// The row and the column of each formula without a result.
    pub fn unknown_cells(&self) -> Vec<(usize, usize)> {
        let is_unknown = |content: &Content| matches!(content, Content::Formula(_, StoredResult::Unknown));
        self.cells().filter(|(.., content)| is_unknown(content)).map(|(row, column, _)| (row, column)).collect()
    }

    /// Stores the result of a formula.
    pub fn store(&mut self, row: usize, column: usize, result: StoredResult) {
        let cell = self.rows.get_mut(&row).and_then(|cells| cells.get_mut(&column));
        if let Some((_, Content::Formula(_, stored))) = cell {
            *stored = result;
        }
    }

    /// Removes the stored results.
    #[cfg(test)]
    pub fn forget_results(&mut self) {
        for (row, column) in self.cells().map(|(row, column, _)| (row, column)).collect::<Vec<_>>() {
            self.store(row, column, StoredResult::Unknown);
        }
    }

    /// Writes a link, or plain text where the target is too long for a link.
    pub fn link(&mut self, column: usize, row: usize, target: &str) {
        if target.len() > LONGEST_LINK {
            return self.text(column, row, target, Style::Note);
        }
        self.text(column, row, target, Style::Link);
        self.links.push((address(column, row), target.to_owned()));
    }

    /// Restricts the values of a cell.
    pub fn validate(&mut self, column: usize, row: usize, validation: &Validation) {
        let cell = address(column, row);
        let (kind, formulas) = match validation {
            Validation::List(options) => {
                ("type=\"list\"", format!("<formula1>{}</formula1>", escape(&format!("\"{options}\""))))
            }
            Validation::Number { whole, from, to } => {
                let (from, to) = (machine(*from), machine(*to));
                let kind = if *whole {
                    "type=\"whole\" operator=\"between\""
                } else {
                    "type=\"decimal\" operator=\"between\""
                };
                (kind, format!("<formula1>{from}</formula1><formula2>{to}</formula2>"))
            }
        };
        self.validations.push(format!(
            "<dataValidation {kind} allowBlank=\"0\" showErrorMessage=\"1\" sqref=\"{cell}\">{formulas}</dataValidation>"
        ));
    }

    fn put(&mut self, column: usize, row: usize, style: Style, content: Content) {
        self.rows.entry(row).or_default().insert(column, (style, content));
    }

    /// The targets of the links, whose relationships are the first of this worksheet.
    pub fn link_targets(&self) -> impl Iterator<Item = &str> {
        self.links.iter().map(|(_, target)| target.as_str())
    }

    /// The worksheet's part of the file.
    pub fn xml(&self) -> String {
        let columns: String = self
            .widths
            .iter()
            .zip(1..)
            .map(|(width, n)| format!("<col min=\"{n}\" max=\"{n}\" width=\"{}\" customWidth=\"1\"/>", machine(*width)))
            .collect();
        let links: String = self
            .links
            .iter()
            .zip(1..)
            .map(|((cell, _), n)| format!("<hyperlink ref=\"{cell}\" r:id=\"rId{n}\"/>"))
            .collect();
        let drawing = match self.charts.as_slice() {
            [] => String::new(),
            _ => format!("<drawing r:id=\"rId{}\"/>", self.links.len() + 1),
        };
        let mut out = format!(
            "{XML_HEAD}<worksheet xmlns=\"{SPREADSHEET}\" xmlns:r=\"{RELATIONSHIPS}\">{}{}<sheetData>",
            self.view(),
            element("cols", "", &columns)
        );
        for (row, cells) in &self.rows {
            out.push_str(&self.row_start(*row));
            for (column, (style, content)) in cells {
                let (cell, style, (kind, content)) = (address(*column, *row), style.index(), content.xml());
                let _ = write!(out, "<c r=\"{cell}\" s=\"{style}\"{kind}>{content}</c>");
            }
            out.push_str("</row>");
        }
        out.push_str("</sheetData>");
        let count = format!(" count=\"{}\"", self.validations.len());
        out.push_str(&element("dataValidations", &count, &self.validations.concat()));
        out.push_str(&element("hyperlinks", "", &links));
        out + "<pageSetup orientation=\"landscape\" fitToHeight=\"0\"/>" + &drawing + "</worksheet>"
    }

    fn row_start(&self, row: usize) -> String {
        match row {
            1 => "<row r=\"1\" ht=\"24\" customHeight=\"1\">".to_owned(),
            row if self.header_row == Some(row) => format!("<row r=\"{row}\" ht=\"32\" customHeight=\"1\">"),
            row => format!("<row r=\"{row}\">"),
        }
    }

    /// Page fitting, grid lines and frozen panes.
    fn view(&self) -> String {
        let (rows, columns) = self.frozen;
        // A worksheet with as many columns as that of the model would be illegible on one page.
        let fit = if self.widths.len() > 12 { "" } else { "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>" };
        let pane = match (rows, columns) {
            (0, 0) => String::new(),
            _ => {
                let corner = address(columns, rows + 1);
                let (split, active) = match columns {
                    0 => (String::new(), "bottomLeft"),
                    _ => (format!(" xSplit=\"{columns}\""), "bottomRight"),
                };
                format!(
                    "<pane{split} ySplit=\"{rows}\" topLeftCell=\"{corner}\" activePane=\"{active}\" state=\"frozen\"/>"
                )
            }
        };
        format!("{fit}<sheetViews><sheetView workbookViewId=\"0\" showGridLines=\"0\">{pane}</sheetView></sheetViews>")
    }
}

/// An XML element, or nothing where it would be empty.
fn element(name: &str, attributes: &str, content: &str) -> String {
    if content.is_empty() { String::new() } else { format!("<{name}{attributes}>{content}</{name}>") }
}
