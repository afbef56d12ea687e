//! Files out and in, from the menu.

use super::keeping;
use super::opening::take_file;
use super::store::{Notice, Store, store};
use crate::chart::Figure;
use crate::export::{self, Date, Report, csv};
use crate::platform::{boot, file, memory};
use crate::words::text::Text;
use crate::words::{controls, notices};

/// Hands on what is exported of the present sheet.
pub fn with_report<T>(make: impl FnOnce(&Report) -> T) -> T {
    let (sheet, outcome) = (store().sheet(), store().outcome.get_untracked());
    make(&Report { sheet: &sheet, outcome: &outcome, link: &keeping::link(), date: today() })
}

/// The day, by the reader's clock.
pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    Date {
        year: u16::try_from(now.get_full_year()).unwrap_or_default(),
        month: u8::try_from(now.get_month() + 1).unwrap_or_default(),
        day: u8::try_from(now.get_date()).unwrap_or_default(),
    }
}

/// Hands a file over; where the browser refuses, says so.
pub fn hand(name: &str, mime: &str, bytes: &[u8]) {
    if file::download(name, mime, bytes).is_err() {
        store().tell(Notice::new(Text::new().plain(controls::no_download())));
    }
}

/// The outcome as JSON.
pub fn json() {
    let (name, text) = with_report(|report| {
        (export::file_name(report, "", "json"), export::json(&report.sheet.scenario, report.outcome))
    });
    hand(&name, "application/json", text.as_bytes());
}

/// The quarters as CSV, in the separators that were chosen.
pub fn csv() {
    let layout = csv_layout();
    let (name, text) =
        with_report(|report| (export::file_name(report, "quarters", "csv"), csv::by_quarter(report, layout)));
    hand(&name, "text/csv;charset=utf-8", text.as_bytes());
}

/// The years as CSV.
pub fn csv_years() {
    let layout = csv_layout();
    let (name, text) = with_report(|report| (export::file_name(report, "years", "csv"), csv::by_year(report, layout)));
    hand(&name, "text/csv;charset=utf-8", text.as_bytes());
}

/// The table behind a chart as CSV, in the order in which it stands.
pub fn chart_csv(figure: &Figure, rows: &[usize]) {
    let layout = csv_layout();
    let (name, text) = with_report(|report| {
        (export::file_name(report, figure.chart.id(), "csv"), csv::of_chart(report, figure, rows, layout))
    });
    hand(&name, "text/csv;charset=utf-8", text.as_bytes());
}

const CSV: &str = "payback-csv";

/// How tables are written, as chosen the last time.
pub fn csv_layout() -> csv::Layout {
    let kept = memory::read(CSV).unwrap_or_default();
    let dialect = if kept.contains("semicolon") { csv::Dialect::Semicolon } else { csv::Dialect::Comma };
    csv::Layout { dialect, comment: !kept.contains("bare") }
}

/// Remembers how tables are written.
pub fn keep_csv_layout(layout: csv::Layout) {
    let dialect = if layout.dialect == csv::Dialect::Semicolon { "semicolon" } else { "comma" };
    memory::write(CSV, &format!("{dialect}{}", if layout.comment { "" } else { " bare" }));
}

/// The model as a spreadsheet that calculates.
pub fn xlsx() {
    let (name, bytes) = with_report(|report| (export::file_name(report, "", "xlsx"), export::xlsx(report)));
    hand(&name, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", &bytes);
}

/// The page itself, with the present state inside.
pub fn offline() {
    let state = store().workbook.with_untracked(crate::scenario::memory::write);
    let (name, still) =
        with_report(|report| (export::file_name(report, "", "html"), export::static_page(report.sheet)));
    match boot::page(&state, &still) {
        Some(page) => hand(&name, "text/html;charset=utf-8", page.as_bytes()),
        None => store().tell(Notice::new(Text::new().plain(controls::no_offline_copy()))),
    }
}

/// A scenario from a file.
pub fn open_json() {
    let store = store();
    let picked = file::pick(".json,application/json", move |text| take(store, text));
    if picked.is_err() {
        store.tell(Notice::new(Text::new().plain(notices::file_unreadable())));
    }
}

/// Takes a file that was picked or dropped.
pub fn take(store: Store, text: Result<String, file::Unavailable>) {
    match text {
        Ok(text) => take_file(store, &text),
        Err(_) => store.tell(Notice::new(Text::new().plain(notices::file_unreadable()))),
    }
}

/// What was found damaged in the memory.
pub fn damaged() {
    if let Some(text) = memory::read(super::opening::SET_ASIDE) {
        hand("payback-damaged.txt", "text/plain;charset=utf-8", text.as_bytes());
    }
}

/// The sheet in words.
pub fn words(markdown: bool) -> String {
    with_report(|report| if markdown { export::markdown(report) } else { export::plain_text(report) })
}

/// On paper.
pub fn print() {
    // A frame that may not print does nothing, as its button's missing effect shows.
    let _ = gloo::utils::window().print();
}
