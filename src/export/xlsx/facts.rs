//! The sheet of facts.

use serde_json::Value as Json;

use super::sheet::Sheet;
use super::style::Style;
use crate::lang::sheets as words;

/// The sheet.
pub(super) fn sheet() -> Sheet {
    let mut sheet = Sheet::new("Facts");
    sheet.widths = vec![80.0, 12.0, 12.0, 18.0, 34.0, 12.0, 20.0];
    sheet.frozen = (4, 0);
    sheet.text(0, 1, sheet.name, Style::Title);
    sheet.text(0, 2, words::FACTS, Style::Note);
    for (column, head) in words::FACT_HEADS.iter().enumerate() {
        sheet.text(column, 4, head, Style::Head);
    }
    let file: Json = serde_json::from_str(include_str!("../../facts/facts.json")).unwrap_or_default();
    let facts = file.get("facts").and_then(Json::as_array).map(Vec::as_slice).unwrap_or_default();
    for (fact, row) in facts.iter().zip(5..) {
        let text = |key: &str| fact.get(key).and_then(Json::as_str).unwrap_or_default();
        sheet.text(0, row, text("statement"), Style::Wrapped);
        if let Some(value) = fact.get("value").and_then(Json::as_f64) {
            sheet.number(1, row, value, Style::Plain);
        }
        for (column, key) in [(2, "unit"), (3, "as_of"), (4, "basis"), (6, "input")] {
            sheet.text(column, row, text(key), Style::Wrapped);
        }
        let reports = fact.get("reports").and_then(Json::as_array).map(Vec::as_slice).unwrap_or_default();
        let reports: Vec<String> = reports.iter().map(Json::to_string).collect();
        sheet.text(5, row, &reports.join(", "), Style::Plain);
    }
    let reports = file.get("reports").and_then(Json::as_object);
    for ((number, title), row) in reports.into_iter().flatten().zip(facts.len() + 6..) {
        sheet.text(0, row, &format!("{number}: {}", title.as_str().unwrap_or_default()), Style::Wrapped);
    }
    sheet
}
