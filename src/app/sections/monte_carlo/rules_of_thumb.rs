//! Outside rules of thumb beside the numbers of the current scenario.

use leptos::html;
use leptos::prelude::*;

use crate::analysis::{RuleOfThumb, rules_of_thumb, spending_ratios};
use crate::app::state::use_workbook;
use crate::app::visibility::{NEAR, use_visibility, while_visible};
use crate::words::rules_of_thumb;

/// List of the rules, each with the scenario's result.
#[component]
pub(super) fn RulesOfThumb() -> impl IntoView {
    let list = NodeRef::<html::Dl>::new();
    let visible = use_visibility(list, NEAR);
    let rules = RuleOfThumb::ALL.into_iter().enumerate();
    view! {
        <div class="rules-of-thumb">
            <h3>{rules_of_thumb::title()}</h3>
            <p class="caption">{rules_of_thumb::lead()}</p>
            <dl node_ref=list>
                {rules.map(|(index, rule)| view! { <RuleRow index rule visible/> }).collect_view()}
                {[0, 1].map(|index| view! { <RatioRow index visible/> }).collect_view()}
            </dl>
        </div>
    }
}

/// Ratio with the scenario's result.
#[component]
fn RatioRow(
    /// Position among the ratios.
    index: usize,
    /// Whether the list is visible.
    visible: Signal<bool>,
) -> impl IntoView {
    let workbook = use_workbook();
    let ratio = while_visible(visible, move || {
        let (scenario, outcome) = workbook.current();
        let ratios = rules_of_thumb::ratios(&spending_ratios(&outcome.summary), &scenario);
        ratios.into_iter().nth(index).unwrap_or_default()
    });
    let ratio = Memo::new(move |_| ratio());
    view! {
        <div>
            <dt>{move || ratio.get().0}<span>{move || ratio.get().1}</span></dt>
            <dd>{move || ratio.get().2}</dd>
        </div>
    }
}

/// Rule with the scenario's result.
#[component]
fn RuleRow(
    /// Position of the rule in the list.
    index: usize,
    /// The rule.
    rule: RuleOfThumb,
    /// Whether the list is visible.
    visible: Signal<bool>,
) -> impl IntoView {
    let workbook = use_workbook();
    let (name, statement) = rules_of_thumb::rule(rule);
    let result = while_visible(visible, move || {
        let (scenario, outcome) = workbook.current();
        let results = rules_of_thumb(&scenario, &outcome.summary);
        results.get(index).map_or_else(String::new, |result| rules_of_thumb::standing(result, &scenario))
    });
    view! {
        <div>
            <dt>{name}<span>{statement}</span></dt>
            <dd>{result}</dd>
        </div>
    }
}
