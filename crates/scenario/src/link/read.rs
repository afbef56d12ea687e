//! Reads a link from any text: whatever can be used is used, and everything else becomes a notice.

mod key_values;
mod values;

use super::old_defaults::{VERSIONS, Versions};
use super::{Link, LinkNotice, LinkPart, LinkProblem};
use crate::{Input, Origin, Ranges, Scenario, event_text, parse, range_text};
use key_values::{KeyValues, key_values, without_secret};

/// Maximum number of notices about one link; the last of them counts those left out.
const MAX_NOTICES: usize = 12;

/// A link as read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ParsedLink {
    /// The link. Inputs that it does not name have the value of its origin.
    pub link: Link,
    /// Notices about everything that was not used as written.
    pub notices: Vec<LinkNotice>,
    /// Whether the address names any key of this page, as opposed to an empty address or the keys of other sites.
    pub has_content: bool,
}

/// Reads the fragment and the query of an address, with or without `#` and `?`. The fragment wins.
pub fn read(fragment: &str, query: &str) -> ParsedLink {
    read_as(&VERSIONS, fragment, query)
}

pub(super) fn read_as(versions: &Versions, fragment: &str, query: &str) -> ParsedLink {
    let fragment = without_secret(fragment.trim_start_matches('#'));
    let mut notices = Vec::new();
    let mut pairs = key_values(query.trim_start_matches('?'), true, &mut notices);
    pairs.override_with(key_values(fragment, false, &mut notices));
    let given = pairs.len();

    let mut reader = Reader { pairs, notices };
    let link = reader.link(versions);
    let unknown = reader.unknown_keys();
    let mut notices = reader.notices;
    if notices.len() > MAX_NOTICES {
        let count = notices.len() - (MAX_NOTICES - 1);
        notices.truncate(MAX_NOTICES - 1);
        notices.push(link_notice(LinkProblem::More { count }));
    }
    ParsedLink { link, notices, has_content: given > unknown }
}

fn link_notice(problem: LinkProblem) -> LinkNotice {
    LinkNotice { part: LinkPart::Link, problem }
}

struct Reader {
    pairs: KeyValues,
    notices: Vec<LinkNotice>,
}

impl Reader {
    fn notify(&mut self, problem: LinkProblem) {
        self.notices.push(link_notice(problem));
    }

    fn link(&mut self, versions: &Versions) -> Link {
        let version = self.version(versions);
        let (defaults, moved) = versions.defaults(version);
        let origin = self.origin();
        let mut scenario = values::apply_origin(origin, &defaults);
        if versions.first_edition.is_some_and(|last| version <= last) {
            self.notify(LinkProblem::FirstEdition);
        } else {
            self.moved_defaults(&moved, &defaults, &scenario);
        }
        self.inputs(&mut scenario);
        let ranges = self.ranges();
        let mut link = Link { origin, scenario, ranges, ..Link::default() };
        self.settings(&mut link, &defaults);
        link
    }

    /// Adds a notice for every remaining key and returns their number.
    fn unknown_keys(&mut self) -> usize {
        let keys = self.pairs.remaining_keys();
        let count = keys.len();
        self.notices.extend(keys.into_iter().map(|key| link_notice(LinkProblem::UnknownKey { key })));
        count
    }

    /// The version of the link; the present one if it names none.
    fn version(&mut self, versions: &Versions) -> u32 {
        let Some(text) = self.pairs.take("v") else { return versions.current };
        match text.trim().parse::<u32>() {
            Ok(version) if version > versions.current => {
                self.notify(LinkProblem::LaterVersion { version, known: versions.current });
                versions.current
            }
            Ok(version) if version > 0 => version,
            _ => {
                self.notify(values::unknown_option("v", &text, Some(&versions.current.to_string())));
                versions.current
            }
        }
    }

    fn origin(&mut self) -> Origin {
        let default = Origin::default();
        let company = self.origin_id("preset", default.company_id());
        let case = self.origin_id("case", default.case_id());
        Origin::new(company, case)
    }

    fn origin_id(&mut self, key: &'static str, default: &'static str) -> &'static str {
        let Some(text) = self.pairs.take(key) else { return default };
        values::origin_id(key, &text).unwrap_or_else(|| {
            self.notify(values::unknown_option(key, &text, Some(default)));
            default
        })
    }

    /// Adds a notice for every changed default that is in effect, because neither the link nor its origin overrides it.
    fn moved_defaults(&mut self, moved: &[Input], defaults: &Scenario, base: &Scenario) {
        for &input in moved {
            let in_effect = base.get(input) == defaults.get(input);
            if in_effect && !self.pairs.contains(input.id()) {
                let (was, now) = (defaults.get(input), Scenario::DEFAULT.get(input));
                self.notify(LinkProblem::DefaultMoved { input, was, now });
            }
        }
    }

    fn inputs(&mut self, scenario: &mut Scenario) {
        for &input in Input::ALL {
            let Some(text) = self.pairs.take(input.id()) else { continue };
            if let Err(error) = parse(input, &text).and_then(|value| scenario.set(input, value)) {
                self.notify(LinkProblem::Value { error, used: Some(scenario.get(input)) });
            }
        }
        for key in [event_text::CAPEX_PATH, event_text::EVENTS] {
            let Some(text) = self.pairs.take(key) else { continue };
            for error in scenario.set_list(key, &text).unwrap_or_default() {
                self.notify(LinkProblem::Value { error, used: None });
            }
        }
    }

    fn ranges(&mut self) -> Ranges {
        let Some(text) = self.pairs.take(range_text::RANGES) else { return Ranges::NONE };
        let (ranges, errors) = Ranges::read_text(&text);
        for error in errors {
            self.notify(LinkProblem::Value { error, used: None });
        }
        ranges
    }

    fn settings(&mut self, link: &mut Link, defaults: &Scenario) {
        if let Some(text) = self.pairs.take("baseline") {
            link.baseline = Some(values::scenario(&text, defaults, &LinkPart::Baseline, &mut self.notices));
        }
        if let Some(text) = self.pairs.take("pins") {
            link.pins = values::pins(&text, defaults, &mut self.notices);
        }
        if let Some(text) = self.pairs.take("seed") {
            match text.trim().parse() {
                Ok(seed) => link.seed = seed,
                Err(_) => self.notify(values::unknown_option("seed", &text, Some(&link.seed.to_string()))),
            }
        }
        link.view = self.option("view", values::chart_id);
        link.theme = self.option("theme", values::theme);
        if let Some(text) = self.pairs.take("lang").filter(|text| !values::is_english(text)) {
            self.notify(values::unknown_language(&text));
        }
        link.embed = self.switch("embed", false);
        link.title = self.switch("title", true);
        link.charts = self.list("charts", values::chart_id);
        link.controls = self.list("controls", |text| Input::from_id(&text.to_ascii_lowercase()));
    }

    fn option<T>(&mut self, key: &'static str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let text = self.pairs.take(key)?;
        let value = read(text.trim());
        if value.is_none() {
            self.notify(values::unknown_option(key, &text, None));
        }
        value
    }

    fn switch(&mut self, key: &'static str, default: bool) -> bool {
        let Some(text) = self.pairs.take(key) else { return default };
        match text.trim().to_ascii_lowercase().as_str() {
            "" | "1" | "on" | "true" | "yes" => true,
            "0" | "off" | "false" | "no" => false,
            _ => {
                self.notify(values::unknown_option(key, &text, Some(if default { "1" } else { "0" })));
                default
            }
        }
    }

    /// A list of ids without repetition. `none` is the empty list; a list without any known id counts as absent.
    fn list<T: PartialEq>(&mut self, key: &'static str, read: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
        let text = self.pairs.take(key)?;
        if text.trim().eq_ignore_ascii_case("none") {
            return Some(Vec::new());
        }
        let mut items = Vec::new();
        for id in text.split(',').map(str::trim).filter(|id| !id.is_empty()) {
            match read(id) {
                Some(item) if !items.contains(&item) => items.push(item),
                Some(_) => {}
                None => self.notify(values::unknown_option(key, id, None)),
            }
        }
        (!items.is_empty()).then_some(items)
    }
}
