//! The Inputs worksheet: each input with its unit, range, source and name, and the numbers derived from them.

use crate::export::xlsx::address::absolute;
use crate::export::xlsx::layout::{Extent, ModelLayout};
use crate::export::xlsx::style::Style;
use crate::export::xlsx::worksheet::{StoredResult, Validation, Worksheet};
use crate::export::{Report, citation};
use crate::model::Outcome;
use crate::scenario::{Group, Input, Kind, Range, Scenario, Value};
use crate::words::{inputs as labels, spreadsheet as words, units};

/// Name and formula of the numbers that formulas use beside the inputs.
const DERIVED: [(&str, &str); 9] = [
    ("quarters", "INT(4*horizon+0.5)"),
    ("chip_quarters", "MAX(1,INT(4*chip_life+0.5))"),
    ("book_quarters", "MAX(1,INT(4*chip_book_life+0.5))"),
    ("shell_quarters", "MAX(1,INT(4*shell_life+0.5))"),
    ("build_quarters", "INT(4*build_years+0.5)"),
    ("commit_quarters", "INT(4*commit_years+0.5)"),
    ("opening_cohorts", "MAX(1,MIN(INT(4*fleet_age+0.5),chip_quarters,shell_quarters))"),
    (
        "opening_cu",
        "IF({price@}*utilisation_max*{cu_earning@}>0,run_rate/({price@}*utilisation_max*{cu_earning@}\
         *SUMPRODUCT(({t*}>-opening_cohorts)*({t*}<=0)*(1-erosion)^(-{t*}/4))),0)",
    ),
    ("demand_today", "run_rate*(1+backlog)"),
];

/// The worksheet, with the values of `scenario` in its input cells.
pub(super) fn sheet(report: &Report, scenario: &Scenario, layout: &ModelLayout) -> Worksheet {
    let mut sheet = Worksheet::new("Inputs");
    sheet.widths = vec![46.0, 14.0, 26.0, 13.0, 13.0, 13.0, 14.0, 44.0, 20.0];
    sheet.text(0, 1, &citation(report), Style::Title);
    if !report.link.is_empty() {
        sheet.link(0, 2, report.link);
    }
    sheet.text(0, 3, words::HOW, Style::Note);
    warning(&mut sheet, &layout.extent);
    for (column, head) in words::INPUT_HEADS.iter().enumerate() {
        let style = if matches!(column, 1 | 3..=6) { Style::HeadRight } else { Style::Head };
        sheet.text(column, 6, head, style);
    }
    sheet.frozen = (6, 0);
    let mut row = 7;
    for group in Group::ALL {
        sheet.text(0, row, labels::group_heading(group), Style::Head);
        row += 1;
        for &input in Input::ALL.iter().filter(|input| input.spec().group == group) {
            line(&mut sheet, row, input, scenario.get(input), &layout.extent);
            row += 1;
        }
    }
    derived(&mut sheet, row + 1, report.outcome, layout);
    sheet
}

/// Writes a warning that appears when an input exceeds the rows of the file.
fn warning(sheet: &mut Worksheet, extent: &Extent) {
    let (horizon, fleet, life) = (extent.horizon / 4, extent.opening / 4, extent.earning / 4);
    let text = format!("{}{}", words::TOO_FAR, words::cover(horizon, extent.lead, fleet, life));
    let beyond = format!(
        "OR(quarters>{},lead_time>{},opening_cohorts>{},chip_quarters>{})",
        extent.horizon,
        extent.lead,
        extent.opening,
        4 * life
    );
    sheet.formula(0, 4, &format!("IF({beyond},\"{text}\",\"\")"), &StoredResult::Text(String::new()), Style::Warning);
}

fn line(sheet: &mut Worksheet, row: usize, input: Input, value: Value, extent: &Extent) {
    let spec = input.spec();
    sheet.text(0, row, labels::label(input), Style::Plain);
    let style = if spec.unit.is_percent() { Style::InputPercent } else { Style::Input };
    match value {
        Value::Number(number) => sheet.number(1, row, number, style),
        Value::Choice(id) => sheet.text(1, row, id, style),
        Value::Switch(on) => sheet.text(1, row, labels::switch(on), style),
    }
    sheet.text(2, row, units::unit_words(input), Style::NoteIndented);
    match &spec.kind {
        Kind::Number(range) => limits(sheet, row, input, range, extent),
        Kind::Choice(options) => {
            sheet.text(3, row, &options.join(", "), Style::Note);
            sheet.validate(1, row, &Validation::List(options.join(",")));
        }
        Kind::Switch => sheet.validate(1, row, &Validation::List("on,off".to_owned())),
    }
    sheet.text(7, row, labels::badge_meaning(spec.source), Style::NoteIndented);
    sheet.text(8, row, spec.id, Style::Note);
    sheet.names.push((spec.id.to_owned(), absolute(1, row)));
}

fn limits(sheet: &mut Worksheet, row: usize, input: Input, range: &Range, extent: &Extent) {
    let style = if input.spec().unit.is_percent() { Style::Percent } else { Style::Plain };
    let covered = match input {
        Input::Horizon => extent.horizon / 4,
        Input::LeadTime => extent.lead,
        Input::FleetAge => extent.opening / 4,
        Input::ChipLife => extent.earning / 4,
        _ => usize::MAX,
    };
    let to = range.highest.min(u32::try_from(covered).map_or(f64::INFINITY, f64::from));
    for (column, value) in (3..).zip([range.min, range.max, range.lowest, to]) {
        sheet.number(column, row, value, style);
    }
    sheet.validate(1, row, &Validation::Number { whole: range.whole, from: range.lowest, to });
}

fn derived(sheet: &mut Worksheet, row: usize, outcome: &Outcome, layout: &ModelLayout) {
    let opening = &outcome.detail.opening;
    sheet.text(0, row, words::DERIVED, Style::Head);
    for ((id, formula), row) in DERIVED.iter().zip(row + 1..) {
        sheet.text(0, row, words::derived(id), Style::Plain);
        let style = if matches!(*id, "opening_cu" | "demand_today") { Style::Fine } else { Style::Whole };
        let result = match *id {
            "quarters" => StoredResult::Number(outcome.quarterly.revenue.len() as f64),
            "opening_cohorts" => StoredResult::Number(opening.cohorts as f64),
            "opening_cu" => StoredResult::Number(opening.cohort_cu),
            "demand_today" => StoredResult::Number(opening.demand),
            _ => StoredResult::Unknown,
        };
        sheet.formula(1, row, &layout.resolve_outside(formula), &result, style);
        sheet.text(8, row, id, Style::Note);
        sheet.names.push(((*id).to_owned(), absolute(1, row)));
    }
}
