//! Spent part of the capex plan in one sentence.

use leptos::prelude::*;

use super::Sentence;
use crate::analysis::unspent_plan;
use crate::app::state::use_workbook;
use crate::words::answer;

/// Sentence about the spent part of the plan and the limit; empty where most of the plan is spent.
#[component]
pub(crate) fn UnspentPlan() -> impl IntoView {
    let workbook = use_workbook();
    let text = Memo::new(move |_| workbook.outcome.with(|outcome| unspent_plan(outcome).as_ref().map(answer::unspent)));
    let sentence = Signal::derive(move || text.get().unwrap_or_default());
    view! { <Show when=move || text.with(Option::is_some)><span class="unspent"><Sentence text=sentence/></span></Show> }
}
