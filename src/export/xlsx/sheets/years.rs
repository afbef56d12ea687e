//! The Years worksheet, which sums up the Model worksheet.

use super::measures::cell;
use crate::export::xlsx::address::absolute;
use crate::export::xlsx::layout::ModelLayout;
use crate::export::xlsx::style::Style;
use crate::export::xlsx::worksheet::{StoredResult, Worksheet};
use crate::model::Outcome;
use crate::words::spreadsheet as words;

const NAME: &str = "Years";
/// The row of headings.
const HEADER_ROW: usize = 3;
const EMPTY: StoredResult = StoredResult::Text(String::new());

/// The range of a column, for a chart.
pub(super) fn range(column: usize, years: usize) -> String {
    format!("{NAME}!{}:{}", absolute(column, HEADER_ROW + 1), absolute(column, HEADER_ROW + years))
}

/// The worksheet.
pub(super) fn sheet(outcome: &Outcome, layout: &ModelLayout) -> Worksheet {
    let mut sheet = Worksheet::new(NAME);
    sheet.widths = vec![8.0];
    sheet.widths.resize(words::YEAR_HEADS.len(), 15.0);
    sheet.frozen = (HEADER_ROW, 1);
    sheet.header_row = Some(HEADER_ROW);
    sheet.text(0, 1, NAME, Style::Title);
    for (column, (head, unit)) in words::YEAR_HEADS.iter().enumerate() {
        let head = if unit.is_empty() { (*head).to_owned() } else { format!("{head}, {unit}") };
        sheet.text(column, HEADER_ROW, &head, if column == 0 { Style::Head } else { Style::HeadRight });
    }
    for year in 1..=layout.extent.horizon / 4 {
        let row = HEADER_ROW + year;
        let here =
            if year <= outcome.summary.revenue_by_year.len() { StoredResult::Number(year as f64) } else { EMPTY };
        sheet.formula(0, row, &format!("IF({year}>horizon,\"\",{year})"), &here, Style::Whole);
        for (column, formula) in (1..).zip(formulas(row)) {
            let style = if (5..=7).contains(&column) { Style::Percent } else { Style::Amount };
            let formula = format!("IF($A{row}=\"\",\"\",{})", layout.resolve_outside(&formula));
            sheet.formula(column, row, &formula, &result(outcome, column, year - 1), style);
        }
    }
    sheet
}

fn formulas(row: usize) -> [String; 9] {
    let within = format!("{{t!}},\">\"&4*($A{row}-1),{{t!}},\"<=\"&4*$A{row}");
    let sum = |id: &str| format!("SUMIFS({{{id}!}},{within})");
    let starts = format!("SUMIFS({{net_assets:}},{{t:}},\">=\"&4*($A{row}-1),{{t:}},\"<\"&4*$A{row})");
    let capital = format!("({starts}+{})/8", sum("net_assets"));
    let put_in = format!("({}+{})", cell("opening_capital"), cell("total_capex"));
    [
        sum("revenue"),
        sum("capex"),
        sum("fcf"),
        sum("unmet"),
        format!("{}/4", sum("utilisation")),
        format!("IF(B{row}>0,{}/B{row},\"none\")", sum("ebit")),
        format!("IF({capital}>1E-9*{put_in},{}/({capital}),\"none\")", sum("nopat")),
        format!("SUMIFS({{cumulative_cash!}},{{t!}},4*$A{row})"),
        format!("IF({}>0,{}/{},\"none\")", sum("interest"), sum("ebitda"), sum("interest")),
    ]
}

fn result(outcome: &Outcome, column: usize, year: usize) -> StoredResult {
    let summary = &outcome.summary;
    let sum = |series: &[f64]| series.get(year).map_or(EMPTY, |value| StoredResult::Number(*value));
    let part = |series: &[Option<f64>]| series.get(year).map_or(EMPTY, |value| (*value).into());
    match column {
        1 => sum(&summary.revenue_by_year),
        2 => sum(&summary.capex_by_year),
        3 => sum(&summary.fcf_by_year),
        4 => sum(&summary.unmet_by_year),
        5 => sum(&summary.utilisation_by_year),
        6 => part(&summary.ebit_margin_by_year),
        7 => part(&summary.roic_by_year),
        9 => part(&summary.interest_cover_by_year),
        _ => outcome.quarterly.cumulative_cash.get(4 * year + 3).map_or(EMPTY, |value| StoredResult::Number(*value)),
    }
}
