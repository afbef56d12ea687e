//! How the build-out works: what is spent, what it becomes, what it returns, and what one unit of it does.

use leptos::html;
use leptos::prelude::*;

use super::charts::figure_of;
use super::plot::Plot;
use super::seen::{seen, while_seen};
use super::store::store;
use crate::chart;
use crate::lang::page::{Section, build_out_lead};

/// The section.
#[component]
pub fn BuildOut() -> impl IntoView {
    let store = store();
    let node = NodeRef::<html::Section>::new();
    let lead = while_seen(seen(node), move || store.scenario.with(build_out_lead));
    let section = Section::BuildOut;
    view! {
        <section class="section" id=section.id() node_ref=node aria-label=section.name()>
            <h2>{section.title()}</h2>
            <p class="lead two-lines">{lead}</p>
            <div class="pair">
                <Plot figure=figure_of(chart::spend)/>
                <Plot figure=figure_of(chart::mix)/>
                <Plot figure=figure_of(chart::margin)/>
                <Plot figure=figure_of(|subject| chart::unit(subject.outcome))/>
            </div>
        </section>
    }
}
