//! Reads the structured values of a link: ids, baselines and pins.

use super::super::escape::decode;
use super::super::{CHARTS, LinkNotice, LinkPart, LinkProblem, Theme, clean_name};
use super::link_notice;
use crate::input_error::clip;
use crate::workbook::{MAX_PINS, Pin};
use crate::{Input, InputError, Origin, Preset, Scenario, find_preset, first_edition, parse, presets};

/// The problem of an option that a setting does not have.
pub(super) fn unknown_option(key: &'static str, text: &str, used: Option<&str>) -> LinkProblem {
    LinkProblem::UnknownOption { key, text: clip(text), used: used.map(str::to_owned) }
}

/// The id of a company (`preset`) or a case.
pub(super) fn origin_id(key: &str, text: &str) -> Option<&'static str> {
    let list = if key == "case" { &presets().cases } else { &presets().companies };
    let same = |preset: &&Preset| preset.id.eq_ignore_ascii_case(text.trim());
    list.iter().find(same).map(|preset| preset.id.as_str())
}

/// The id of a chart.
pub(super) fn chart_id(text: &str) -> Option<&'static str> {
    CHARTS.into_iter().find(|id| id.eq_ignore_ascii_case(text))
}

/// A theme.
pub(super) fn theme(text: &str) -> Option<Theme> {
    Theme::IDS.into_iter().find(|(id, _)| id.eq_ignore_ascii_case(text)).map(|(_, theme)| theme)
}

/// Whether a language tag such as `en` or `en-GB` is English, the only language of the page.
pub(super) fn is_english(tag: &str) -> bool {
    tag.trim().split(['-', '_']).next().is_some_and(|primary| primary.eq_ignore_ascii_case("en"))
}

/// The problem of a language that the page does not exist in.
pub(super) fn unknown_language(text: &str) -> LinkProblem {
    LinkProblem::UnknownLanguage { text: clip(text) }
}

/// The overrides of an origin applied to the defaults at the time of the link.
pub(super) fn apply_origin(origin: Origin, defaults: &Scenario) -> Scenario {
    let lists = presets();
    let layers = [find_preset(&lists.companies, origin.company_id()), find_preset(&lists.cases, origin.case_id())];
    let mut scenario = layers.into_iter().flatten().fold(*defaults, |scenario, preset| preset.applied_to(&scenario));
    if *defaults == first_edition() {
        // The cases of the first edition had no prices that change.
        scenario.price_change = defaults.price_change;
    }
    scenario
}

/// Reads `azure;bear;growth=0.5`.
pub(super) fn scenario(text: &str, defaults: &Scenario, part: &LinkPart, notices: &mut Vec<LinkNotice>) -> Scenario {
    let (mut company, mut case) = ("", "");
    let mut changes = Vec::new();
    for piece in text.split(';').map(str::trim).filter(|piece| !piece.is_empty()) {
        match named_origin(piece) {
            Some(("case", id)) => case = id,
            Some((_, id)) => company = id,
            None => changes.push(piece.split_once('=').unwrap_or((piece, ""))),
        }
    }
    let mut scenario = apply_origin(Origin::new(company, case), defaults);
    for (key, text) in changes {
        let key = key.trim().to_ascii_lowercase();
        if let Some(errors) = scenario.set_list(&key, text) {
            let notice = |error| LinkNotice { part: part.clone(), problem: LinkProblem::Value { error, used: None } };
            notices.extend(errors.into_iter().map(notice));
            continue;
        }
        let result = match Input::from_id(&key) {
            Some(input) => parse(input, text).and_then(|value| scenario.set(input, value)),
            None => Err(InputError::Unknown { key: clip(&key) }),
        };
        if let Err(error) = result {
            let used = error.input().map(|input| scenario.get(input));
            notices.push(LinkNotice { part: part.clone(), problem: LinkProblem::Value { error, used } });
        }
    }
    scenario
}

/// The key and the id of a company or case, written as `azure` or `preset=azure`.
fn named_origin(piece: &str) -> Option<(&'static str, &'static str)> {
    let keys = ["preset", "case"];
    match piece.split_once('=') {
        Some((key, text)) => {
            let key = keys.into_iter().find(|known| *known == key.trim())?;
            origin_id(key, text).map(|id| (key, id))
        }
        None => keys.into_iter().find_map(|key| origin_id(key, piece).map(|id| (key, id))),
    }
}

/// Reads `Name~growth=0.5;capex=75/Other~azure`. The name may be omitted: `azure/google`.
pub(super) fn pins(text: &str, defaults: &Scenario, notices: &mut Vec<LinkNotice>) -> Vec<Pin> {
    let pieces: Vec<&str> = text.split('/').filter(|piece| !piece.trim().is_empty()).collect();
    if pieces.len() > MAX_PINS {
        notices.push(link_notice(LinkProblem::TooManyPins { given: pieces.len(), kept: MAX_PINS }));
    }
    pieces.into_iter().take(MAX_PINS).map(|piece| pin(piece, defaults, notices)).collect()
}

fn pin(piece: &str, defaults: &Scenario, notices: &mut Vec<LinkNotice>) -> Pin {
    let (name, values) = match piece.split_once('~') {
        Some((name, values)) => (clean_name(&decode(name).text), values),
        None => (label(piece), piece),
    };
    let scenario = scenario(values, defaults, &LinkPart::Pin(name.clone()), notices);
    Pin { name, scenario }
}

/// The label of the company or case that a piece without a name consists of; empty if it is neither.
fn label(piece: &str) -> String {
    let lists = presets();
    let named = |preset: &&Preset| preset.id.eq_ignore_ascii_case(piece.trim());
    lists.companies.iter().chain(&lists.cases).find(named).map(|preset| preset.label.clone()).unwrap_or_default()
}
