//! The Facts worksheet.

use crate::export::xlsx::style::Style;
use crate::export::xlsx::worksheet::Worksheet;
use crate::facts::facts;
use crate::words::spreadsheet as words;

/// The worksheet.
pub(super) fn sheet() -> Worksheet {
    let mut sheet = Worksheet::new("Facts");
    sheet.widths = vec![80.0, 12.0, 12.0, 18.0, 34.0, 12.0, 20.0];
    sheet.frozen = (4, 0);
    sheet.text(0, 1, sheet.name, Style::Title);
    sheet.text(0, 2, words::FACTS, Style::Note);
    for (column, head) in words::FACT_HEADS.iter().enumerate() {
        sheet.text(column, 4, head, Style::Head);
    }
    let facts = facts();
    for (fact, row) in facts.facts.iter().zip(5..) {
        sheet.text(0, row, &fact.statement, Style::Wrapped);
        if let Some(value) = fact.value {
            sheet.number(1, row, value, Style::Plain);
        }
        let reports: Vec<String> = fact.reports.iter().map(u32::to_string).collect();
        let input = fact.input.map_or("", |input| input.id());
        for (column, text) in (2..).zip([&fact.unit, &fact.as_of, &fact.basis, &reports.join(", "), input]) {
            sheet.text(column, row, text, Style::Wrapped);
        }
    }
    for (report, row) in facts.reports.iter().zip(facts.facts.len() + 6..) {
        sheet.text(0, row, &format!("{}: {}", report.number, report.title), Style::Wrapped);
    }
    sheet
}
