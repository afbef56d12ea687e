//! Outside rules of thumb beside the scenario's own numbers.

use leptos::prelude::*;

use super::dom::{Element, all, el};
use super::store::store;
use crate::analysis::{Rule, rulers as stand};
use crate::lang::analysis as lang;

/// Every rule and where the scenario stands.
pub fn rulers() -> Element {
    let store = store();
    let row = move |(at, rule): (usize, Rule)| {
        let (name, says) = lang::rule(rule);
        let stands = move || {
            let scenario = store.scenario.get();
            let rulers = stand(&scenario, &store.outcome.get().summary);
            rulers.get(at).map_or_else(String::new, |ruler| lang::ruler(ruler, &scenario))
        };
        let name = el("dt", "").with(name).with(el("span", "").with(says));
        el("div", "").with(name).with(el("dd", "").says(stands))
    };
    el("div", "rulers")
        .with(el("h3", "").with(lang::rulers()))
        .with(el("p", "caption").with(lang::rulers_lead()))
        .with(el("dl", "").with(all(Rule::ALL.into_iter().enumerate().map(row))))
}
