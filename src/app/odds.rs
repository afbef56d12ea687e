//! How sure is that: the spread of simulated cases, what they were drawn from, and outside rules of thumb beside them.

mod drawn;
mod seed;

use crate::app::reactive::memo;
use leptos::html;
use leptos::prelude::*;

use super::plot::Plot;
use super::rulers::Rulers;
use super::seen::{seen, while_seen};
use super::store::{Shared, store};
use crate::analysis::{npv_histogram, payback_histogram};
use crate::chart::{self, OddsView};
use crate::lang::analysis as lang;
use crate::lang::page::Section;

/// Both spreads.
#[component]
fn Spreads() -> impl IntoView {
    let store = store();
    let figure = memo(move || {
        let (sample, outcome) = (store.sample.get(), store.outcome.get());
        let horizon = store.scenario.with(|scenario| scenario.horizon);
        let (paybacks, npvs) = (payback_histogram(&sample.payback, horizon), npv_histogram(&sample.npv));
        let view = OddsView { paybacks: &paybacks, npvs: &npvs, report: &sample.report, outcome: &outcome, horizon };
        Shared::new(chart::odds(&view))
    });
    view! { <Plot figure/> }
}

/// The section.
#[component]
pub fn Odds() -> impl IntoView {
    let store = store();
    let node = NodeRef::<html::Section>::new();
    let seen = seen(node);
    let lead = while_seen(seen, move || store.sample.with(|sample| lang::odds_lead(&sample.report)));
    let shares = while_seen(seen, move || {
        let (sample, horizon) = (store.sample.get(), store.scenario.with(|scenario| scenario.horizon));
        let report = &sample.report;
        let lines =
            [lang::pays_back_in_full(report, horizon), lang::worth_it_in_full(report), lang::spread(&report.npv)];
        lines.map(|line| view! { <li>{line}</li> }).collect_view()
    });
    let section = Section::Odds;
    view! {
        <section class="section" id=section.id() node_ref=node aria-label=section.name()>
            <h2>{section.title()}</h2>
            <p class="lead two-lines">{lead}</p>
            <Spreads/>
            <ul class="shares">{shares}</ul>
            <seed::Seed/>
            <Rulers/>
        </section>
    }
}
