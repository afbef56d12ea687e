//! Downloads, and files that are opened.

use leptos::prelude::*;

use super::persistence::full_address;
use super::startup::{DAMAGED_KEY, open_scenario};
use super::state::{Notice, UiState, WorkbookStore};
use crate::chart::{Figure, Palette};
use crate::embed::snippet::PICTURE;
use crate::export::{self, Date, Report, csv};
use crate::platform::{boot, clipboard, files, raster, storage};
use crate::scenario::saved_state;
use crate::words::controls;
use crate::words::notices;

/// Width of a chart's picture, in CSS pixels.
const PICTURE_WIDTH: f64 = 848.0;

/// Pixels per CSS pixel of a PNG.
const PNG_SCALE: f64 = 2.0;

/// Gives access to the data of the exports: the current sheet, its outcome, link and date.
fn with_report<T>(workbook: WorkbookStore, make: impl FnOnce(&Report) -> T) -> T {
    let (sheet, outcome) = (workbook.sheet(), workbook.outcome.get_untracked());
    make(&Report { sheet: &sheet, outcome: &outcome, link: &full_address(workbook), date: today() })
}

/// Returns the date by the reader's clock.
fn today() -> Date {
    let now = js_sys::Date::new_0();
    Date {
        year: u16::try_from(now.get_full_year()).unwrap_or_default(),
        month: u8::try_from(now.get_month() + 1).unwrap_or_default(),
        day: u8::try_from(now.get_date()).unwrap_or_default(),
    }
}

/// Downloads a file; where the browser refuses, a notice says so.
fn download(ui: UiState, name: &str, mime: &str, bytes: &[u8]) {
    if files::download(name, mime, bytes).is_err() {
        ui.notify(Notice::new(controls::no_download()));
    }
}

/// Downloads scenario and outcome as JSON.
pub(crate) fn json(workbook: WorkbookStore, ui: UiState) {
    let (name, text) = with_report(workbook, |report| {
        (
            export::file_name(report, "", "json"),
            export::json(&report.sheet.scenario, &report.sheet.ranges, report.outcome),
        )
    });
    download(ui, &name, "application/json", text.as_bytes());
}

/// Downloads the quarters as CSV.
pub(crate) fn csv_quarters(workbook: WorkbookStore, ui: UiState) {
    let layout = csv_layout();
    let (name, text) =
        with_report(workbook, |report| (export::file_name(report, "quarters", "csv"), csv::by_quarter(report, layout)));
    download(ui, &name, "text/csv;charset=utf-8", text.as_bytes());
}

/// Downloads the years as CSV.
pub(crate) fn csv_years(workbook: WorkbookStore, ui: UiState) {
    let layout = csv_layout();
    let (name, text) =
        with_report(workbook, |report| (export::file_name(report, "years", "csv"), csv::by_year(report, layout)));
    download(ui, &name, "text/csv;charset=utf-8", text.as_bytes());
}

/// Downloads the table of a chart as CSV, with its rows in a given order.
pub(crate) fn chart_csv(workbook: WorkbookStore, ui: UiState, figure: &Figure, rows: &[usize]) {
    let layout = csv_layout();
    let (name, text) = with_report(workbook, |report| {
        (export::file_name(report, figure.chart.id(), "csv"), csv::of_chart(report, figure, rows, layout))
    });
    download(ui, &name, "text/csv;charset=utf-8", text.as_bytes());
}

/// Key of the CSV settings in the local storage.
const CSV_KEY: &str = "payback-csv";

/// Returns the CSV settings of the reader.
pub(crate) fn csv_layout() -> csv::Layout {
    storage::read(CSV_KEY).and_then(|stored| serde_json::from_str(&stored).ok()).unwrap_or_default()
}

/// Stores the CSV settings of the reader.
pub(crate) fn store_csv_layout(layout: csv::Layout) {
    storage::write(CSV_KEY, &serde_json::to_string(&layout).unwrap_or_default());
}

/// Downloads the model as a spreadsheet with formulas.
pub(crate) fn xlsx(workbook: WorkbookStore, ui: UiState) {
    let (name, bytes) = with_report(workbook, |report| (export::file_name(report, "", "xlsx"), export::xlsx(report)));
    download(ui, &name, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", &bytes);
}

/// Downloads the page itself with the current workbook inside.
pub(crate) fn offline_copy(workbook: WorkbookStore, ui: UiState) {
    let state = workbook.workbook.with_untracked(saved_state::write);
    let (name, static_page) =
        with_report(workbook, |report| (export::file_name(report, "", "html"), export::static_page(report.sheet)));
    match boot::offline_copy(&state, &static_page) {
        Some(page) => download(ui, &name, "text/html;charset=utf-8", page.as_bytes()),
        None => ui.notify(Notice::new(controls::no_offline_copy())),
    }
}

/// Opens the text of a file that was picked or dropped.
pub(crate) fn open_file(workbook: WorkbookStore, ui: UiState, text: Result<String, files::Unavailable>) {
    match text {
        Ok(text) => open_scenario(workbook, ui, &text),
        Err(files::Unavailable) => ui.notify(Notice::new(notices::file_unreadable())),
    }
}

/// Downloads the saved state that could not be read.
pub(crate) fn damaged_state(ui: UiState) {
    if let Some(text) = storage::read(DAMAGED_KEY) {
        download(ui, "payback-damaged.txt", "text/plain;charset=utf-8", text.as_bytes());
    }
}

/// Returns the citation of the sheet without its changes, and its link.
pub(crate) fn citation(workbook: WorkbookStore) -> String {
    with_report(workbook, |report| format!("{} {}", export::citation_without_changes(report), report.link))
}

/// Returns the sheet as plain text.
pub(crate) fn plain_text(workbook: WorkbookStore) -> String {
    with_report(workbook, export::plain_text)
}

/// Returns the sheet as Markdown.
pub(crate) fn markdown(workbook: WorkbookStore) -> String {
    with_report(workbook, export::markdown)
}

/// Prints the page. A frame that may not print does nothing.
pub(crate) fn print() {
    let _ = window().print();
}

/// Returns the file name and the SVG of a chart.
fn picture(workbook: WorkbookStore, ui: UiState, figure: &Figure, extension: &str) -> (String, String) {
    let palette = if ui.theme.dark.get_untracked() { Palette::DARK } else { Palette::LIGHT };
    with_report(workbook, |report| {
        let name = export::file_name(report, figure.chart.id(), extension);
        (name, export::picture(report, figure, &palette, PICTURE_WIDTH))
    })
}

/// Downloads a chart as SVG.
pub(crate) fn chart_svg(workbook: WorkbookStore, ui: UiState, figure: &Figure) {
    let (name, svg) = picture(workbook, ui, figure, "svg");
    download(ui, &name, "image/svg+xml", svg.as_bytes());
}

/// Downloads a chart as PNG.
pub(crate) fn chart_png(workbook: WorkbookStore, ui: UiState, figure: &Figure) {
    let (name, svg) = picture(workbook, ui, figure, "png");
    download_png(ui, name, &svg);
}

/// Downloads a chart as PNG under the name that the embed code gives it.
pub(crate) fn snippet_picture(workbook: WorkbookStore, ui: UiState, figure: &Figure) {
    let (_, svg) = picture(workbook, ui, figure, "png");
    download_png(ui, PICTURE.to_owned(), &svg);
}

fn download_png(ui: UiState, name: String, svg: &str) {
    raster::render_png(svg, PNG_SCALE, move |png| {
        if png.and_then(|png| files::download_blob(&name, &png)).is_err() {
            ui.notify(Notice::new(controls::no_download()));
        }
    });
}

/// Copies a chart as PNG to the clipboard, and calls back with a message for the reader. Where the browser refuses, the PNG is
/// downloaded.
pub(crate) fn copy_chart(
    workbook: WorkbookStore,
    ui: UiState,
    figure: &Figure,
    tell: impl Fn(&'static str) + Clone + 'static,
) {
    let (name, svg) = picture(workbook, ui, figure, "png");
    raster::render_png(&svg, PNG_SCALE, move |png| {
        let Ok(png) = png else { return tell(controls::no_picture()) };
        let fallback = png.clone();
        clipboard::copy_png(&png, move |copied| {
            tell(match copied {
                Ok(()) => controls::chart_copied(),
                Err(_) if files::download_blob(&name, &fallback).is_ok() => controls::chart_downloaded(),
                Err(_) => controls::no_copy_no_download(),
            });
        });
    });
}
