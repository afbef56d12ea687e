//! Monte Carlo: the spread of the simulated cases, what they are drawn from, and outside rules of thumb.

mod ranges;
mod rules_of_thumb;
mod seed;

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;

use crate::analysis::{MonteCarloSummary, npv_histogram, payback_histogram};
use crate::app::components::{ChartView, PageSection};
use crate::app::section::Section;
use crate::app::state::use_workbook;
use crate::app::visibility::{NEAR, use_visibility, while_visible};
use crate::chart::{self, OddsView};
use crate::scenario::Scenario;
use crate::words::monte_carlo;
use rules_of_thumb::RulesOfThumb;
use seed::SeedChoice;

/// Section about the simulated cases.
#[component]
pub(crate) fn MonteCarlo() -> impl IntoView {
    let workbook = use_workbook();
    let figure = Memo::new(move |_| {
        let (sample, (scenario, outcome)) = (workbook.sample.get(), workbook.current());
        let horizon = scenario.horizon;
        let (paybacks, npvs) = (payback_histogram(&sample.payback, horizon), npv_histogram(&sample.npv));
        let view = OddsView { paybacks: &paybacks, npvs: &npvs, report: &sample.report, outcome: &outcome, horizon };
        Arc::new(chart::odds(&view))
    });
    view! {
        <PageSection
            section=Section::MonteCarlo
            lead=move || workbook.sample.with(|sample| monte_carlo::lead(&sample.report))
        >
            <ChartView figure/>
            <Shares/>
            <SeedChoice/>
            <RulesOfThumb/>
        </PageSection>
    }
}

/// Shares and spread of the simulated cases in sentences.
#[component]
fn Shares() -> impl IntoView {
    let workbook = use_workbook();
    let root = NodeRef::<html::Ul>::new();
    let visible = use_visibility(root, NEAR);
    let sentence = move |write: fn(&MonteCarloSummary, &Scenario) -> String| {
        while_visible(visible, move || {
            let scenario = workbook.scenario.get();
            workbook.sample.with(|sample| write(&sample.report, &scenario))
        })
    };
    view! {
        <ul node_ref=root class="shares">
            <li>{sentence(|report, scenario| monte_carlo::pays_back(report, scenario.horizon))}</li>
            <li>{sentence(|report, _| monte_carlo::worth_it(report))}</li>
            <li>{sentence(|report, _| monte_carlo::spread(&report.npv))}</li>
        </ul>
    }
}
