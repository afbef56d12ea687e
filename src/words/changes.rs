//! The parts of a scenario that differ from the company's case: “Changed from AWS base: chips serve for 3 years, not 6; …”.

use super::grammar::lower_first;
use super::scenario_name::ScenarioName;
use super::scenario_parts::{self, headline_first};
use super::text::Text;
use super::{chart, controls};
use crate::scenario::workbook::Sheet;
use crate::scenario::{Origin, Scenario, ScenarioPart};

/// The number of changes that are named before the others are counted.
pub const SHOWN: usize = 3;

phrases! {
    /// Button that hides all changes but the first ones.
    fewer = "show fewer";
}

/// A part of the scenario that differs from the preset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The part.
    pub part: ScenarioPart,
    now: String,
    before: String,
}

impl Change {
    fn new(sheet: &Sheet, part: ScenarioPart) -> Self {
        let [now, before] = [sheet.scenario, case(&sheet.origin)].map(|from| scenario_parts::value(&from, part));
        if !is_number(part) {
            return Self { part, now: lower_first(&now), before: lower_first(&before) };
        }
        // “3 years, not 6”: a unit that both share is named once.
        let before = match (now.split_once(' '), before.split_once(' ')) {
            (Some((_, unit)), Some((number, same))) if unit == same => number.to_owned(),
            _ => before,
        };
        Self { part, now, before }
    }

    /// “chips serve for 3 years, not 6”, “count money spent: off, not on”.
    pub fn text(&self) -> Text {
        let name = lower_first(scenario_parts::short(self.part));
        let after = if is_number(self.part) { "" } else { ":" };
        Text::new().plain(format!("{name}{after} ")).strong(self.now.clone()).plain(format!(", not {}", self.before))
    }
}

fn is_number(part: ScenarioPart) -> bool {
    part.input().is_some_and(|input| input.range().is_some())
}

/// The scenario that changes are told against: that of the company's case, since few readers know what a debate sets.
fn case(origin: &Origin) -> Scenario {
    origin.without_debate().scenario()
}

/// The changes, those of the headline inputs first.
pub fn changes(sheet: &Sheet) -> Vec<Change> {
    headline_first(sheet.changed_from_case()).into_iter().map(|part| Change::new(sheet, part)).collect()
}

/// The full labels of the changed parts, with their values instead of those before.
pub fn labelled(sheet: &Sheet) -> Vec<(&'static str, String)> {
    let case = case(&sheet.origin);
    let labelled = |part| {
        let [now, before] = [&sheet.scenario, &case].map(|from| scenario_parts::value(from, part));
        (scenario_parts::label(part), format!("{now} instead of {before}"))
    };
    sheet.changed_from_case().into_iter().map(labelled).collect()
}

/// “Changed from AWS base:”, “Power-constrained, changed from AWS base:”.
pub fn changed_from(origin: &Origin) -> String {
    let case = preset_name(&origin.without_debate());
    match origin.debate_preset() {
        Some(debate) => format!("{}, changed from {case}:", controls::preset(debate)),
        None => format!("Changed from {case}:"),
    }
}

/// “Nothing is changed: these are the assumptions of AWS base.”
pub fn unchanged(origin: &Origin) -> String {
    format!("Nothing is changed: these are the assumptions of {}.", preset_name(origin))
}

/// The name of a preset inside a sentence: “AWS base”, “Growth is really 22 %”.
pub fn preset_name(origin: &Origin) -> String {
    let ScenarioName { company, case, .. } = ScenarioName::of(&Sheet::new(*origin));
    match origin.debate_preset() {
        Some(debate) => controls::preset(debate),
        None => format!("{company} {case}"),
    }
}

/// The name of the scenario that changes are shown against: a preset by its own name, any other “as opened”.
pub fn baseline_name(baseline: &Scenario) -> String {
    Origin::of(baseline).map_or_else(|| chart::as_opened().to_owned(), |origin| preset_name(&origin))
}

/// “and 2 more”.
pub fn more(count: usize) -> String {
    format!("and {count} more")
}

/// The accessible name of the button that resets a change: “Set Tax rate back to 21 %”.
pub fn reset(part: ScenarioPart, origin: &Origin) -> String {
    let before = scenario_parts::value(&case(origin), part);
    format!("Set {} back to {}", scenario_parts::label(part), lower_first(&before))
}

/// The whole line, for files and citations; `None` where nothing is changed.
pub fn line(sheet: &Sheet) -> Option<String> {
    let changes = changes(sheet);
    if changes.is_empty() {
        return None;
    }
    let mut parts: Vec<String> = changes.iter().take(SHOWN).map(|change| change.text().to_string()).collect();
    if changes.len() > SHOWN {
        parts.push(more(changes.len() - SHOWN));
    }
    Some(format!("{} {}.", changed_from(&sheet.origin), parts.join("; ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Terminal;

    fn lined(origin: Origin, change: impl Fn(&mut Sheet)) -> Option<String> {
        let mut sheet = Sheet::new(origin);
        change(&mut sheet);
        line(&sheet).map(|text| text.replace('\u{202f}', " "))
    }

    #[test]
    fn a_baseline_is_called_by_its_name() {
        assert_eq!(baseline_name(&Scenario::DEFAULT), "AWS base");
        assert_eq!(baseline_name(&Origin::new("azure", "bear").scenario()), "Azure bear");
        assert_eq!(baseline_name(&Scenario { growth: 0.5, capex: 75.0, ..Scenario::DEFAULT }), "as opened");
    }

    #[test]
    fn a_changed_scenario_says_what_is_changed() {
        let aws = Origin::default();
        assert_eq!(lined(aws, |_| ()), None);
        assert_eq!(
            lined(aws, |sheet| sheet.scenario.chip_life = 3.0).as_deref(),
            Some("Changed from AWS base: chips serve for 3 years, not 6.")
        );
        assert_eq!(
            lined(Origin::debate("growth_is_22"), |sheet| sheet.scenario.tax = 0.3).as_deref(),
            Some(
                "Growth is really 22 %, changed from AWS base: demand growth 22 %, not 100 %; tax rate 30 %, not 21 %."
            )
        );
        let many = |sheet: &mut Sheet| {
            sheet.scenario.chip_life = 1.0;
            sheet.scenario.growth = 0.5;
            sheet.scenario.power_cap = 5.0;
            sheet.scenario.tax = 0.3;
            sheet.scenario.terminal = Terminal::None;
        };
        assert_eq!(
            lined(Origin::new("azure", "bear"), many).as_deref(),
            Some(
                "Changed from Azure bear: demand growth 50 %, not 60 %; new power per year 5 GW a year, not 10; chips serve for 1 year, not 5 years; and 2 more."
            )
        );
        let switched = lined(aws, |sheet| sheet.scenario.terminal = Terminal::None);
        assert_eq!(switched.as_deref(), Some("Changed from AWS base: value at the horizon: nothing, not net assets."));
    }
}
