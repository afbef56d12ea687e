//! Outside rules of thumb beside the scenario's own numbers.

use super::dom::{Element, all, el};
use super::seen::{in_view, while_seen};
use super::store::store;
use crate::analysis::{RuleOfThumb, rules_of_thumb as stand};
use crate::words::analysis as lang;

/// Every rule and where the scenario stands.
pub fn rulers() -> Element {
    let store = store();
    let list = el("dl", "");
    let seen = in_view(&list);
    let row = move |(at, rule): (usize, RuleOfThumb)| {
        let (name, says) = lang::rule(rule);
        let stands = while_seen(*seen, move || {
            let (scenario, outcome) = store.present();
            let rulers = stand(&scenario, &outcome.summary);
            rulers.get(at).map_or_else(String::new, |ruler| lang::ruler(ruler, &scenario))
        });
        let name = el("dt", "").with(name).with(el("span", "").with(says));
        el("div", "").with(name).with(el("dd", "").says(stands))
    };
    el("div", "rulers")
        .with(el("h3", "").with(lang::rulers()))
        .with(el("p", "caption").with(lang::rulers_lead()))
        .with(list.with(all(RuleOfThumb::ALL.into_iter().enumerate().map(row))))
}
