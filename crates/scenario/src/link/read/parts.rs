//! The values of a link that are more than a number: ids, baselines, pins.

use super::super::text::decode;
use super::super::{CHARTS, LANGUAGES, LinkNotice, LinkPart, LinkProblem, Theme, clean_name};
use super::told;
use crate::parse::clip;
use crate::workbook::{MAX_PINS, Pin};
use crate::{Input, InputError, Origin, Preset, Scenario, find_preset, parse, presets};

/// Tells of an option that a setting does not have.
pub(super) fn unknown(key: &'static str, text: &str, used: Option<&str>) -> LinkProblem {
    LinkProblem::UnknownOption { key, text: clip(text), used: used.map(str::to_owned) }
}

/// A company's (`preset`) or a case's id.
pub(super) fn origin_id(key: &str, text: &str) -> Option<&'static str> {
    let list = if key == "case" { &presets().cases } else { &presets().companies };
    let same = |preset: &&Preset| preset.id.eq_ignore_ascii_case(text.trim());
    list.iter().find(same).map(|preset| preset.id.as_str())
}

/// A chart's id.
pub(super) fn chart_id(text: &str) -> Option<&'static str> {
    CHARTS.into_iter().find(|id| id.eq_ignore_ascii_case(text))
}

/// A theme.
pub(super) fn theme(text: &str) -> Option<Theme> {
    Theme::IDS.into_iter().find(|(id, _)| id.eq_ignore_ascii_case(text)).map(|(_, theme)| theme)
}

/// A language; `en-GB` is `en`.
pub(super) fn language(text: &str) -> Option<&'static str> {
    let primary = text.split(['-', '_']).next().unwrap_or_default();
    LANGUAGES.into_iter().find(|id| id.eq_ignore_ascii_case(primary))
}

/// A company's case on top of the defaults of the link's time.
pub(super) fn on(origin: Origin, defaults: &Scenario) -> Scenario {
    let lists = presets();
    let layers = [find_preset(&lists.companies, origin.company_id()), find_preset(&lists.cases, origin.case_id())];
    layers.into_iter().flatten().fold(*defaults, |scenario, preset| preset.applied_to(&scenario))
}

/// Reads `azure;bear;growth=0.5`.
pub(super) fn scenario(text: &str, defaults: &Scenario, place: &LinkPart, notices: &mut Vec<LinkNotice>) -> Scenario {
    let (mut company, mut case) = ("", "");
    let mut changes = Vec::new();
    for piece in text.split(';').map(str::trim).filter(|piece| !piece.is_empty()) {
        match named_origin(piece) {
            Some(("case", id)) => case = id,
            Some((_, id)) => company = id,
            None => changes.push(piece.split_once('=').unwrap_or((piece, ""))),
        }
    }
    let mut scenario = on(Origin::new(company, case), defaults);
    for (key, text) in changes {
        let key = key.trim().to_ascii_lowercase();
        let taken = match Input::from_id(&key) {
            Some(input) => parse(input, text).and_then(|value| scenario.set(input, value)),
            None => Err(InputError::Unknown { key: clip(&key) }),
        };
        if let Err(error) = taken {
            let used = error.input().map(|input| scenario.get(input));
            notices.push(LinkNotice { part: place.clone(), problem: LinkProblem::Value { error, used } });
        }
    }
    scenario
}

/// A company or case, bare (`azure`) or with its key (`preset=azure`).
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

/// Reads `Name~growth=0.5;capex=75/Other~azure`; a piece without a name may be a company: `azure/google`.
pub(super) fn pins(text: &str, defaults: &Scenario, notices: &mut Vec<LinkNotice>) -> Vec<Pin> {
    let pieces: Vec<&str> = text.split('/').filter(|piece| !piece.trim().is_empty()).collect();
    if pieces.len() > MAX_PINS {
        notices.push(told(LinkProblem::TooManyPins { given: pieces.len(), kept: MAX_PINS }));
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

/// The label of a company or case that stands for its own name.
fn label(piece: &str) -> String {
    let lists = presets();
    let named = |preset: &&Preset| preset.id.eq_ignore_ascii_case(piece.trim());
    lists.companies.iter().chain(&lists.cases).find(named).map(|preset| preset.label.clone()).unwrap_or_default()
}
