//! The table of years on the static page.

use crate::model::Outcome;
use crate::words::dates::quarter;
use crate::words::numbers::{money, percent, signed_money};
use crate::words::sections;
use crate::words::static_page as words;
use crate::words::tables::table_years_note;

/// The section with the table: a row for each year, with stocks as at its end.
pub fn by_year(outcome: &Outcome) -> String {
    let head: String = words::YEAR_TABLE.iter().map(|name| format!("<th scope=\"col\">{name}</th>")).collect();
    let rows: String = (0..outcome.summary.revenue_by_year.len()).map(|year| row(outcome, year)).collect();
    format!(
        "<section class=\"section\" id=\"years\"><h2>{}</h2><p class=\"lead\">{}</p><div class=\"scroll\">\
         <table class=\"data\"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div></section>",
        sections::YEARS.title,
        table_years_note()
    )
}

fn row(outcome: &Outcome, year: usize) -> String {
    let summary = &outcome.summary;
    let end = outcome.quarterly.cumulative_cash.chunks(4).nth(year).and_then(|quarters| quarters.last());
    let last = quarter(u32::try_from(4 * year).unwrap_or(u32::MAX - 4) + 4);
    let dollars = |series: &[f64]| series.get(year).copied().map(money).unwrap_or_default();
    let margin = summary.ebit_margin_by_year.get(year).copied().flatten();
    let cells = [
        dollars(&summary.revenue_by_year),
        dollars(&summary.unmet_by_year),
        margin.map(|margin| percent(margin, 0)).unwrap_or_default(),
        dollars(&summary.capex_by_year),
        summary.fcf_by_year.get(year).copied().map(signed_money).unwrap_or_default(),
        end.copied().map(signed_money).unwrap_or_default(),
    ];
    let cells: String = cells.iter().map(|cell| format!("<td>{cell}</td>")).collect();
    format!("<tr><th scope=\"row\">{} ({last})</th>{cells}</tr>", year + 1)
}
