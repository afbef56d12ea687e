//! Outside rules of thumb beside the scenario's own numbers.

use leptos::prelude::*;

use super::store::store;
use crate::analysis::{Rule, rulers};
use crate::lang::analysis as lang;

/// Every rule and where the scenario stands.
#[component]
pub fn Rulers() -> impl IntoView {
    let store = store();
    let row = move |(at, rule): (usize, Rule)| {
        let (name, says) = lang::rule(rule);
        let stands = move || {
            let scenario = store.scenario.get();
            let rulers = rulers(&scenario, &store.outcome.get().summary);
            rulers.get(at).map(|ruler| lang::ruler(ruler, &scenario))
        };
        view! { <div><dt>{name}<span>{says}</span></dt><dd>{stands}</dd></div> }
    };
    view! {
        <div class="rulers">
            <h3>{lang::rulers()}</h3>
            <p class="caption">{lang::rulers_lead()}</p>
            <dl>{Rule::ALL.into_iter().enumerate().map(row).collect_view()}</dl>
        </div>
    }
}
