//! Results as CSV (RFC 4180): by quarter, by year, and the table of a chart.

use csv::{Terminator, WriterBuilder};
use serde::{Deserialize, Serialize};

use super::{Report, citation_with_link, years};
use crate::chart::{Cell, Figure};
use crate::model::Quarterly;
use crate::words::dates::quarter;
use crate::words::export as words;
use crate::words::numbers::machine;
use crate::words::scenario_parts::event;

/// The field separator, and the decimal mark that goes with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Dialect {
    /// Commas and a decimal point.
    #[default]
    Comma,
    /// Semicolons and a decimal comma, as spreadsheets in many countries expect.
    Semicolon,
}

/// Options of a CSV file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Layout {
    /// The separators.
    pub dialect: Dialect,
    /// Whether the first row holds the citation and the link.
    pub comment: bool,
}

impl Default for Layout {
    fn default() -> Self {
        Self { dialect: Dialect::Comma, comment: true }
    }
}

/// Every quarterly series, with a row for each quarter, and the events in the quarters in which they begin.
pub fn by_quarter(report: &Report, layout: Layout) -> String {
    let quarterly = &report.outcome.quarterly;
    let heads = Quarterly::NAMES.iter().map(|name| with_unit(name, words::series_unit(name)));
    let events = &report.sheet.scenario.events;
    let events_head = (!events.is_empty()).then(|| words::events_head().to_owned());
    let mut rows = vec![["t", "quarter"].map(str::to_owned).into_iter().chain(heads).chain(events_head).collect()];
    let series: Vec<&[f64]> = quarterly.series().map(|(_, series)| series).collect();
    for t in 0..quarterly.revenue.len() {
        let date = quarter(u32::try_from(t).unwrap_or(u32::MAX - 1) + 1);
        let numbers = series.iter().map(|series| layout.dialect.number(series.get(t).copied()));
        let begin = events.iter().filter(|event| usize::from(event.quarter) == t + 1).map(event);
        let begin = (!events.is_empty()).then(|| begin.collect::<Vec<_>>().join(", "));
        rows.push([(t + 1).to_string(), date].into_iter().chain(numbers).chain(begin).collect());
    }
    write(report, layout, rows)
}

/// The yearly figures, with a row for each year; stocks are as at its end.
pub fn by_year(report: &Report, layout: Layout) -> String {
    let columns = years::yearly(report.outcome);
    let heads = columns.iter().map(|column| with_unit(column.id, column.unit));
    let mut rows = vec![["year", "to"].map(str::to_owned).into_iter().chain(heads).collect()];
    for year in 0..report.outcome.summary.revenue_by_year.len() {
        let end = quarter(u32::try_from(4 * year).unwrap_or(u32::MAX - 4) + 4);
        let numbers = columns.iter().map(|column| layout.dialect.number(column.values.get(year).copied().flatten()));
        rows.push([(year + 1).to_string(), end].into_iter().chain(numbers).collect());
    }
    write(report, layout, rows)
}

/// The table of a chart, in the order of `rows`. A column with ranges becomes two.
pub fn of_chart(report: &Report, figure: &Figure, rows: &[usize], layout: Layout) -> String {
    let table = &figure.table;
    let cells = |column: usize| rows.iter().map(move |&row| table.rows.get(row)?.cells.get(column).copied());
    let ranged: Vec<bool> = (0..table.columns.len())
        .map(|column| cells(column).any(|cell| matches!(cell, Some(Cell::Range(..)))))
        .collect();
    let heads = table.columns.iter().zip(&ranged).flat_map(|(column, &ranged)| {
        let name = with_unit(&column.name, column.unit.unit());
        if ranged { vec![words::low_end(&name), words::high_end(&name)] } else { vec![name] }
    });
    let mut out = vec![std::iter::once(table.head.clone().into_owned()).chain(heads).collect()];
    for row in rows.iter().filter_map(|&row| table.rows.get(row)) {
        let numbers = row.cells.iter().zip(&ranged).flat_map(|(cell, &ranged)| {
            let (low, high) = match *cell {
                Cell::Empty => (None, None),
                Cell::Number(value) | Cell::Of(_, value) => (Some(value), Some(value)),
                Cell::Range(low, high) => (Some(low), Some(high)),
            };
            let both = [low, high].map(|value| layout.dialect.number(value));
            both.into_iter().take(if ranged { 2 } else { 1 })
        });
        out.push(std::iter::once(row.head_text().into_owned()).chain(numbers).collect());
    }
    write(report, layout, out)
}

fn with_unit(name: &str, unit: &str) -> String {
    if unit.is_empty() { name.to_owned() } else { format!("{name} ({unit})") }
}

impl Dialect {
    fn separator(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
        }
    }

    /// The shortest decimal that reads back as the same number, or an empty field.
    fn number(self, value: Option<f64>) -> String {
        let text = value.map(machine).unwrap_or_default();
        match self {
            Self::Comma => text,
            Self::Semicolon => text.replace('.', ","),
        }
    }
}

/// Writes rows behind a byte order mark, by which spreadsheets recognise UTF-8.
fn write(report: &Report, layout: Layout, rows: Vec<Vec<String>>) -> String {
    let mut writer = WriterBuilder::new()
        .delimiter(layout.dialect.separator())
        .terminator(Terminator::CRLF)
        // The comment is a row of one field.
        .flexible(true)
        .from_writer("\u{feff}".as_bytes().to_vec());
    let comment = layout.comment.then(|| vec![format!("# {}", citation_with_link(report))]);
    for row in comment.into_iter().chain(rows) {
        // Writing to memory cannot fail.
        let _ = writer.write_record(row);
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}
