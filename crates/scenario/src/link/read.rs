//! From any text to a link: what can be taken is taken, the rest is told.

mod pairs;
mod parts;

use super::past::{HISTORY, History};
use super::{Link, LinkNotice, LinkPart, LinkProblem};
use crate::{Input, Origin, Scenario, parse};
use pairs::{Pairs, pairs, split_secret};

/// Most notices of one link; what lies beyond is counted.
const NOTICES: usize = 12;

/// A link as read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ParsedLink {
    /// What it says; what it does not name is at its origin's value.
    pub link: Link,
    /// What was not taken as written, and what was used instead.
    pub notices: Vec<LinkNotice>,
    /// The secret that WordPress appends to the address of what it embeds, to be sent back to it.
    pub secret: Option<String>,
    /// Whether it says anything about a scenario or the page; an empty address, or one with another site's keys only, does not.
    pub has_content: bool,
}

/// Reads an address: its fragment and its query, with or without their marks. The fragment wins.
pub fn read(fragment: &str, query: &str) -> ParsedLink {
    read_under(&HISTORY, fragment, query)
}

pub(super) fn read_under(history: &History, fragment: &str, query: &str) -> ParsedLink {
    let (fragment, secret) = split_secret(fragment.trim_start_matches('#'));
    let mut notices = Vec::new();
    let mut taken = pairs(query.trim_start_matches('?'), true, &mut notices);
    taken.override_with(pairs(fragment, false, &mut notices));
    let given = taken.len();

    let mut reader = Reader { pairs: taken, notices };
    let link = reader.link(history);
    let unknown = reader.unknown_keys();
    let mut notices = reader.notices;
    if notices.len() > NOTICES {
        let count = notices.len() - (NOTICES - 1);
        notices.truncate(NOTICES - 1);
        notices.push(told(LinkProblem::More { count }));
    }
    ParsedLink { link, notices, secret, has_content: given > unknown }
}

fn told(problem: LinkProblem) -> LinkNotice {
    LinkNotice { part: LinkPart::Link, problem }
}

struct Reader {
    pairs: Pairs,
    notices: Vec<LinkNotice>,
}

impl Reader {
    fn tell(&mut self, problem: LinkProblem) {
        self.notices.push(told(problem));
    }

    fn link(&mut self, history: &History) -> Link {
        let version = self.version(history);
        let (defaults, moved) = history.defaults(version);
        let origin = self.origin();
        let mut scenario = parts::on(origin, &defaults);
        self.moved(&moved, &defaults, &scenario);
        self.inputs(&mut scenario);
        let mut link = Link { origin, scenario, ..Link::default() };
        self.settings(&mut link, &defaults);
        link
    }

    /// Tells of the keys that nobody took; how many they are.
    fn unknown_keys(&mut self) -> usize {
        let keys = self.pairs.rest();
        let count = keys.len();
        self.notices.extend(keys.into_iter().map(|key| told(LinkProblem::UnknownKey { key })));
        count
    }

    /// The version of the link; one without is of the first.
    fn version(&mut self, history: &History) -> u32 {
        let Some(text) = self.pairs.take("v") else { return 1 };
        match text.trim().parse::<u32>() {
            Ok(version) if version > history.current => {
                self.tell(LinkProblem::LaterVersion { version, known: history.current });
                history.current
            }
            Ok(version) if version > 0 => version,
            _ => {
                self.tell(parts::unknown("v", &text, Some("1")));
                1
            }
        }
    }

    fn origin(&mut self) -> Origin {
        let usual = Origin::default();
        let company = self.origin_id("preset", usual.company_id());
        let case = self.origin_id("case", usual.case_id());
        Origin::new(company, case)
    }

    fn origin_id(&mut self, key: &'static str, usual: &'static str) -> &'static str {
        let Some(text) = self.pairs.take(key) else { return usual };
        parts::origin_id(key, &text).unwrap_or_else(|| {
            self.tell(parts::unknown(key, &text, Some(usual)));
            usual
        })
    }

    /// Tells of defaults that the link still has from its time: those which neither it nor its origin names.
    fn moved(&mut self, moved: &[Input], defaults: &Scenario, base: &Scenario) {
        for &input in moved {
            let kept = base.get(input) == defaults.get(input);
            if kept && !self.pairs.has(input.id()) {
                self.tell(LinkProblem::DefaultMoved {
                    input,
                    was: defaults.get(input),
                    now: Scenario::DEFAULT.get(input),
                });
            }
        }
    }

    fn inputs(&mut self, scenario: &mut Scenario) {
        for &input in Input::ALL {
            let Some(text) = self.pairs.take(input.id()) else { continue };
            if let Err(error) = parse(input, &text).and_then(|value| scenario.set(input, value)) {
                self.tell(LinkProblem::Value { error, used: Some(scenario.get(input)) });
            }
        }
    }

    fn settings(&mut self, link: &mut Link, defaults: &Scenario) {
        if let Some(text) = self.pairs.take("name") {
            link.name = Some(super::clean_name(&text)).filter(|name| !name.is_empty());
        }
        if let Some(text) = self.pairs.take("baseline") {
            link.baseline = Some(parts::scenario(&text, defaults, &LinkPart::Baseline, &mut self.notices));
        }
        if let Some(text) = self.pairs.take("pins") {
            link.pins = parts::pins(&text, defaults, &mut self.notices);
        }
        if let Some(text) = self.pairs.take("seed") {
            match text.trim().parse() {
                Ok(seed) => link.seed = seed,
                Err(_) => self.tell(parts::unknown("seed", &text, Some(&link.seed.to_string()))),
            }
        }
        link.view = self.option("view", parts::chart_id);
        link.theme = self.option("theme", parts::theme);
        link.lang = self.option("lang", parts::language);
        link.embed = self.switch("embed", false);
        link.title = self.switch("title", true);
        link.charts = self.list("charts", parts::chart_id);
        link.controls = self.list("controls", |text| Input::from_id(&text.to_ascii_lowercase()));
    }

    fn option<T>(&mut self, key: &'static str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let text = self.pairs.take(key)?;
        let taken = read(text.trim());
        if taken.is_none() {
            self.tell(parts::unknown(key, &text, None));
        }
        taken
    }

    fn switch(&mut self, key: &'static str, usual: bool) -> bool {
        let Some(text) = self.pairs.take(key) else { return usual };
        match text.trim().to_ascii_lowercase().as_str() {
            "" | "1" | "on" | "true" | "yes" => true,
            "0" | "off" | "false" | "no" => false,
            _ => {
                self.tell(parts::unknown(key, &text, Some(if usual { "1" } else { "0" })));
                usual
            }
        }
    }

    /// A list of ids, each once; `none` is an empty one, and one of which nothing is known counts as not given.
    fn list<T: PartialEq>(&mut self, key: &'static str, read: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
        let text = self.pairs.take(key)?;
        if text.trim().eq_ignore_ascii_case("none") {
            return Some(Vec::new());
        }
        let mut taken = Vec::new();
        for id in text.split(',').map(str::trim).filter(|id| !id.is_empty()) {
            match read(id) {
                Some(item) if !taken.contains(&item) => taken.push(item),
                Some(_) => {}
                None => self.tell(parts::unknown(key, id, None)),
            }
        }
        (!taken.is_empty()).then_some(taken)
    }
}
