//! The Inputs worksheet: each input with its unit, range, source and name, and the numbers derived from them.

use crate::analysis::{MarginOfSafety, Triangle, drawn_inputs};
use crate::export::xlsx::address::{absolute, address};
use crate::export::xlsx::layout::{Extent, ModelLayout};
use crate::export::xlsx::style::Style;
use crate::export::xlsx::worksheet::{StoredResult, Validation, Worksheet};
use crate::export::{Report, citation};
use crate::model::Workspace;
use crate::scenario::events::MAX_QUARTER;
use crate::scenario::{EventKind, Group, Input, Kind, Range, Scenario, Value};
use crate::words::{inputs as labels, ranges, safety, spreadsheet as words, units};

/// Name and formula of the numbers that formulas use beside the inputs.
const DERIVED: [(&str, &str); 10] = [
    ("quarters", "INT(4*horizon+0.5)"),
    ("chip_quarters", "MAX(1,INT(4*chip_life+0.5))"),
    ("book_quarters", "MAX(1,INT(4*chip_book_life+0.5))"),
    ("shell_quarters", "MAX(1,INT(4*shell_life+0.5))"),
    ("build_quarters", "INT(4*build_years+0.5)"),
    ("commit_quarters", "INT(4*commit_years+0.5)"),
    ("opening_cohorts", "MAX(1,MIN(INT(4*fleet_age+0.5),chip_quarters,shell_quarters))"),
    (
        "opening_cu",
        "IF({price@}*utilisation_max*{cu_earning@}>0,run_rate/({price@}*utilisation_max*(1-own_use)*{cu_earning@}\
         *SUMPRODUCT(({t*}>-opening_cohorts)*({t*}<=0)*(1-erosion)^(-{t*}/4))),0)",
    ),
    ("demand_today", "run_rate*(1+backlog)"),
    ("plan_years", "COUNT(capex_path)"),
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
    derived(&mut sheet, row + 1, report, layout);
    let row = row + DERIVED.len() + 3;
    events(&mut sheet, row, scenario);
    let row = row + EVENTS + 3;
    capex_path(&mut sheet, row, scenario);
    uncertain(&mut sheet, row + PLAN_YEARS + 3, report);
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

fn derived(sheet: &mut Worksheet, row: usize, report: &Report, layout: &ModelLayout) {
    let outcome = report.outcome;
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
            "plan_years" => StoredResult::Number(report.sheet.scenario.capex_path.len() as f64),
            _ => StoredResult::Unknown,
        };
        sheet.formula(1, row, &layout.resolve_outside(formula), &result, style);
        sheet.text(8, row, id, Style::Note);
        sheet.names.push(((*id).to_owned(), absolute(1, row)));
    }
}

/// The number of events that fit on the worksheet.
const EVENTS: usize = 6;
/// The number of years of the capex plan that fit on the worksheet.
const PLAN_YEARS: usize = 20;

/// Writes the events: kind, first quarter, size and length, and the first quarter after each.
fn events(sheet: &mut Worksheet, row: usize, scenario: &Scenario) {
    sheet.text(0, row, words::EVENTS, Style::Head);
    for (column, head) in (1..).zip(words::EVENT_HEADS) {
        sheet.text(column, row, head, Style::HeadRight);
    }
    for (index, row) in (row + 1..=row + EVENTS).enumerate() {
        let event = scenario.events.get(index);
        sheet.text(0, row, &words::event(index + 1), Style::Plain);
        sheet.text(1, row, event.map_or("", |event| event.kind.id()), Style::Input);
        let numbers = event.map(|event| (f64::from(event.quarter), event.size, event.quarters.map(f64::from)));
        input_cell(sheet, 2, row, numbers.map(|(quarter, ..)| quarter), Style::Input);
        input_cell(sheet, 3, row, numbers.map(|(_, size, _)| size), Style::InputPercent);
        input_cell(sheet, 4, row, numbers.and_then(|(.., length)| length), Style::Input);
        let until = format!("IF(N({})>0,{}+{},1E+9)", address(4, row), address(2, row), address(4, row));
        sheet.formula(5, row, &until, &StoredResult::Unknown, Style::Whole);
        sheet.validate(1, row, &Validation::List(EventKind::ALL.map(EventKind::id).join(",")));
        let quarter = Validation::Number { whole: true, from: 1.0, to: MAX_QUARTER.into() };
        sheet.validate(2, row, &quarter);
        sheet.validate(3, row, &Validation::Number { whole: false, from: -1.0, to: 10.0 });
        sheet.validate(4, row, &quarter);
        for (column, name) in EVENT_NAMES.iter().enumerate() {
            sheet.names.push((format!("{name}_{}", index + 1), absolute(column + 1, row)));
        }
    }
}

/// The names of the cells of an event, before its number.
const EVENT_NAMES: [&str; 5] = ["event_kind", "event_from", "event_size", "event_length", "event_until"];

/// Writes the capex plan by year.
fn capex_path(sheet: &mut Worksheet, row: usize, scenario: &Scenario) {
    sheet.text(0, row, words::CAPEX_PATH, Style::Head);
    let (first, last) = (row + 1, row + PLAN_YEARS);
    for (index, row) in (first..=last).enumerate() {
        sheet.text(0, row, &words::plan_year(index + 1), Style::Plain);
        input_cell(sheet, 1, row, scenario.capex_path.get(index).copied(), Style::Input);
        sheet.validate(1, row, &Validation::Number { whole: false, from: 0.0, to: 100.0 });
    }
    sheet.names.push(("capex_path".to_owned(), format!("{}:{}", absolute(1, first), absolute(1, last))));
}

/// Writes the ranges of the simulated cases: the ends and the present value of each uncertain input. The formulas do not use
/// them.
fn uncertain(sheet: &mut Worksheet, row: usize, report: &Report) {
    let sheet_of_page = report.sheet;
    sheet.text(0, row, words::UNCERTAIN, Style::Head);
    for (column, head) in (1..).zip(words::UNCERTAIN_HEADS) {
        sheet.text(column, row, head, Style::HeadRight);
    }
    let drawn = drawn_inputs(&sheet_of_page.scenario, &sheet_of_page.ranges);
    for (drawn, row) in drawn.iter().zip(row + 1..) {
        let input = drawn.input;
        let style = if input.spec().unit.is_percent() { Style::Percent } else { Style::Plain };
        sheet.text(0, row, labels::label(input), Style::Plain);
        match drawn.triangle {
            Some(Triangle { low, mode, high }) => {
                for (column, value) in (1..).zip([low, mode, high]) {
                    sheet.number(column, row, value, style);
                }
            }
            None => sheet.text(1, row, ranges::fixed(), Style::Note),
        }
        let own = sheet_of_page.ranges.get(input).is_some();
        sheet.text(4, row, if own { words::OWN_RANGE } else { words::RANGE_OF_MODEL }, Style::Note);
    }
    let margin = MarginOfSafety::of(&mut Workspace::new(), &sheet_of_page.scenario, &sheet_of_page.ranges);
    sheet.text(0, row + drawn.len() + 1, &safety::sentence(&margin), Style::Note);
}

/// An input cell that may be empty.
fn input_cell(sheet: &mut Worksheet, column: usize, row: usize, value: Option<f64>, style: Style) {
    match value {
        Some(value) => sheet.number(column, row, value, style),
        None => sheet.text(column, row, "", style),
    }
}
