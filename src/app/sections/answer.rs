//! Answer: a sentence that is always true, its caveat, and its short forms.

use leptos::html;
use leptos::prelude::*;

use super::ChangedLine;
use crate::app::components::{Sentence, UnspentPlan};
use crate::app::state::use_workbook;
use crate::app::visibility::{NEAR, use_visibility, while_visible};
use crate::words::answer;
use crate::words::question;
use crate::words::safety;

/// The question as the heading of the page, with the plan of the company.
#[component]
pub(crate) fn Question() -> impl IntoView {
    let workbook = use_workbook();
    view! {
        <div class="question">
            <h1>{question::question()}</h1>
            " "
            <p>
                {move || workbook.origin.with(question::plan)} " " <span class="no-print">{question::invitation()}</span>
            </p>
        </div>
    }
}

/// The answer, with its caveat.
#[component]
pub(crate) fn Answer(
    /// Whether the answer is the heading, because there is no question above it.
    #[prop(optional)]
    is_heading: bool,
) -> impl IntoView {
    let workbook = use_workbook();
    let answer = Memo::new(move |_| {
        let (scenario, outcome) = workbook.current();
        answer::answer(&workbook.scenario_name.get(), &scenario, &outcome.summary)
    });
    let outcome = Memo::new(move |_| answer.with(|answer| answer.outcome.clone()));
    let condition = Memo::new(move |_| answer.with(|answer| answer.condition.clone()));
    let sentences = view! {
        <Sentence text=outcome/>
        " "
        <span class="aside"><Sentence text=condition/></span>
    };
    view! {
        {match is_heading {
            true => view! { <h1 class="answer" data-answer="">{sentences}</h1> }.into_any(),
            false => view! { <p class="answer" data-answer="">{sentences}</p> }.into_any(),
        }}
        <Caveat/>
        <MarginOfSafetyLine/>
        <ChangedLine/>
    }
}

/// Assumptions that the answer rests on.
#[component]
pub(crate) fn Caveat() -> impl IntoView {
    let workbook = use_workbook();
    let root = NodeRef::<html::P>::new();
    // Hundreds of cases are simulated for the caveat, so it is updated in every frame only where it can be read.
    let caveat = while_visible(use_visibility(root, NEAR), move || {
        let (scenario, outcome) = workbook.current();
        answer::caveat(&scenario, &outcome.summary, Some(workbook.cases()))
    });
    view! { <p node_ref=root class="caveat"><Sentence text=Memo::new(move |_| caveat())/></p> }
}

/// Spent part of the plan, where the plan is not spent, and margin of safety.
#[component]
pub(crate) fn MarginOfSafetyLine() -> impl IntoView {
    let workbook = use_workbook();
    let root = NodeRef::<html::P>::new();
    let sentence = while_visible(use_visibility(root, NEAR), move || {
        workbook.margin_of_safety.with(|margin| safety::sentence(margin))
    });
    view! {
        <p node_ref=root class="caveat margin-of-safety">
            <UnspentPlan/>
            " "
            <span class="sentence">{sentence}</span>
        </p>
    }
}

/// The answer for assistive tools, announced once editing pauses.
#[component]
pub(crate) fn AnswerStatus() -> impl IntoView {
    let workbook = use_workbook();
    let text = move || match workbook.settled.get() {
        Some((scenario, outcome)) => {
            answer::answer(&workbook.scenario_name.get_untracked(), &scenario, &outcome.summary).to_string()
        }
        None => String::new(),
    };
    view! { <p class="visually-hidden" role="status" aria-live="polite">{text}</p> }
}

/// The answer of the view inside an article, with a line about unmet demand and the value at the end.
#[component]
pub(crate) fn EmbedAnswer() -> impl IntoView {
    let workbook = use_workbook();
    let line = Memo::new(move |_| {
        let (scenario, outcome) = workbook.current();
        answer::embedded(&scenario, &outcome.summary)
    });
    view! {
        <div><Answer is_heading=true/></div>
        <p class="caption"><Sentence text=line/></p>
    }
}
