//! The defaults of earlier versions, so that an old link keeps meaning what it meant.

use crate::{Input, Scenario, Value, json};

/// A default as it was up to a version.
#[derive(Clone, Copy, Debug)]
pub(super) struct Past {
    /// The last version of links that had it.
    pub until: u32,
    /// The input.
    pub input: Input,
    /// Its default then.
    pub was: Value,
}

/// What the reader knows of versions.
#[derive(Clone, Copy, Debug)]
pub(super) struct History {
    /// The version written today.
    pub current: u32,
    /// Every default that has moved, the oldest first.
    pub past: &'static [Past],
}

/// The history of this page. Whoever changes a default raises [`json::VERSION`] and adds the old one here.
pub(super) const HISTORY: History = History { current: json::VERSION, past: &[] };

impl History {
    /// The defaults as they were for a version's links, and which differ from today's.
    pub fn defaults(&self, version: u32) -> (Scenario, Vec<Input>) {
        let mut scenario = Scenario::DEFAULT;
        let mut moved = Vec::new();
        for past in self.past.iter().rev().filter(|past| past.until >= version) {
            if scenario.set(past.input, past.was).is_ok() && !moved.contains(&past.input) {
                moved.push(past.input);
            }
        }
        moved.retain(|&input| scenario.get(input) != Scenario::DEFAULT.get(input));
        moved.sort_unstable();
        (scenario, moved)
    }
}

#[cfg(test)]
mod tests {
    use super::super::read::read_under;
    use super::super::{LinkNotice, LinkPart, LinkProblem};
    use super::*;

    const LATER: History = History {
        current: 3,
        past: &[
            Past { until: 1, input: Input::Capex, was: Value::Number(100.0) },
            Past { until: 1, input: Input::Growth, was: Value::Number(1.2) },
            Past { until: 2, input: Input::Growth, was: Value::Number(0.9) },
        ],
    };

    fn moved(input: Input, was: f64) -> LinkNotice {
        let (was, now) = (Value::Number(was), Scenario::DEFAULT.get(input));
        LinkNotice { part: LinkPart::Link, problem: LinkProblem::DefaultMoved { input, was, now } }
    }

    #[test]
    fn an_old_link_keeps_its_defaults_and_says_which_have_moved() {
        let opened = read_under(&LATER, "v=1&price=20", "");
        assert_eq!((opened.link.scenario.growth, opened.link.scenario.capex), (1.2, 100.0));
        assert_eq!(opened.notices, [moved(Input::Growth, 1.2), moved(Input::Capex, 100.0)]);

        let opened = read_under(&LATER, "v=2&pins=Then~capex=75", "");
        assert_eq!((opened.link.scenario.growth, opened.link.scenario.capex), (0.9, 200.0));
        assert_eq!(opened.link.pins[0].scenario.growth, 0.9);
        assert_eq!(opened.notices, [moved(Input::Growth, 0.9)]);
    }

    #[test]
    fn what_the_link_or_its_company_names_has_not_moved() {
        let opened = read_under(&LATER, "preset=azure&growth=0.5", "");
        assert_eq!((opened.link.scenario.growth, opened.link.scenario.capex), (0.5, 150.0));
        assert_eq!(opened.notices, []);
        let opened = read_under(&LATER, "v=3", "");
        assert_eq!((opened.link.scenario, opened.notices), (Scenario::DEFAULT, vec![]));
    }
}
