//! The defaults of earlier versions, so that an old link keeps its meaning.

use crate::{Input, Scenario, Value, first_edition, json};

/// A default of earlier versions.
#[derive(Clone, Copy, Debug)]
pub(super) struct OldDefault {
    /// The last version of links that had this default.
    pub until: u32,
    /// The input.
    pub input: Input,
    /// The default.
    pub was: Value,
}

/// The versions of links and the defaults that have changed between them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Versions {
    /// The version written today.
    pub current: u32,
    /// The last version of the first edition, whose links are announced as a whole instead of input by input.
    pub first_edition: Option<u32>,
    /// Every default that has changed, the oldest first.
    pub old_defaults: &'static [OldDefault],
}

/// The versions of this program. A change of a default raises [`json::VERSION`] and adds the old default here.
pub(super) const VERSIONS: Versions = Versions {
    current: json::VERSION,
    first_edition: Some(1),
    old_defaults: &[
        first(Input::PriceChange, FIRST.price_change),
        first(Input::ChipCostChange, FIRST.chip_cost_change),
        first(Input::ChipPowerChange, FIRST.chip_power_change),
        first(Input::OwnUse, FIRST.own_use),
        first(Input::OtherCost, FIRST.other_cost),
        first(Input::PartnerShare, FIRST.partner_share),
        first(Input::Expensing, FIRST.expensing),
    ],
};

const FIRST: Scenario = first_edition();

const fn first(input: Input, was: f64) -> OldDefault {
    OldDefault { until: 1, input, was: Value::Number(was) }
}

impl Versions {
    /// The defaults at the time of a version, and the inputs whose default has changed since.
    pub fn defaults(&self, version: u32) -> (Scenario, Vec<Input>) {
        let mut scenario = Scenario::DEFAULT;
        let mut moved = Vec::new();
        for old in self.old_defaults.iter().rev().filter(|old| old.until >= version) {
            if scenario.set(old.input, old.was).is_ok() && !moved.contains(&old.input) {
                moved.push(old.input);
            }
        }
        moved.retain(|&input| scenario.get(input) != Scenario::DEFAULT.get(input));
        moved.sort_unstable();
        (scenario, moved)
    }
}

#[cfg(test)]
mod tests {
    use super::super::read::read_as;
    use super::super::{LinkNotice, LinkPart, LinkProblem};
    use super::*;

    const LATER: Versions = Versions {
        current: 3,
        first_edition: None,
        old_defaults: &[
            OldDefault { until: 1, input: Input::Capex, was: Value::Number(100.0) },
            OldDefault { until: 1, input: Input::Growth, was: Value::Number(1.2) },
            OldDefault { until: 2, input: Input::Growth, was: Value::Number(0.9) },
        ],
    };

    fn moved(input: Input, was: f64) -> LinkNotice {
        let (was, now) = (Value::Number(was), Scenario::DEFAULT.get(input));
        LinkNotice { part: LinkPart::Link, problem: LinkProblem::DefaultMoved { input, was, now } }
    }

    #[test]
    fn an_old_link_keeps_its_defaults_and_reports_those_that_have_changed() {
        let parsed = read_as(&LATER, "v=1&price=20", "");
        assert_eq!((parsed.link.scenario.growth, parsed.link.scenario.capex), (1.2, 100.0));
        assert_eq!(parsed.notices, [moved(Input::Growth, 1.2), moved(Input::Capex, 100.0)]);

        let parsed = read_as(&LATER, "v=2&pins=Then~capex=75", "");
        assert_eq!((parsed.link.scenario.growth, parsed.link.scenario.capex), (0.9, 200.0));
        assert_eq!(parsed.link.pins[0].scenario.growth, 0.9);
        assert_eq!(parsed.notices, [moved(Input::Growth, 0.9)]);
    }

    #[test]
    fn defaults_that_the_link_or_its_company_overrides_are_not_reported() {
        let parsed = read_as(&LATER, "v=1&preset=azure&growth=0.5", "");
        assert_eq!((parsed.link.scenario.growth, parsed.link.scenario.capex), (0.5, 150.0));
        assert_eq!(parsed.notices, []);
        assert_eq!(read_as(&LATER, "growth=0.5", "").notices, [], "a link without a version is of today");
        let parsed = read_as(&LATER, "v=3", "");
        assert_eq!((parsed.link.scenario, parsed.notices), (Scenario::DEFAULT, vec![]));
    }
}
