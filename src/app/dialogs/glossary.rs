//! Glossary.

use leptos::prelude::*;

use crate::app::scroll;
use crate::words::glossary::Term;

/// The terms with their meanings. A requested term has the focus.
#[component]
pub(super) fn Glossary(
    /// The requested term.
    term: Option<Term>,
) -> impl IntoView {
    if let Some(term) = term {
        scroll::focus(entry_id(term));
    }
    let entry = |term: Term| {
        view! {
            <div id=entry_id(term)>
                <dt>{term.name()}</dt>
                <dd>{term.meaning()}</dd>
            </div>
        }
    };
    view! { <dl class="glossary">{Term::ALL.map(entry).collect_view()}</dl> }
}

fn entry_id(term: Term) -> String {
    format!("term-{}", term as usize)
}
