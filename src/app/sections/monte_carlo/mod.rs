//! Monte Carlo: the spread of the simulated cases, the ranges of their inputs, and outside rules of thumb.

mod case_reader;
mod range_control;
mod range_end;
mod range_shape;
mod ranges;
mod rules_of_thumb;
mod seed;

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;

use crate::analysis::{MonteCarloSummary, Triangle, drawn_inputs, npv_histogram, payback_histogram};
use crate::app::components::{ChartActions, ChartView, PageSection, ToggleButton};
use crate::app::section::Section;
use crate::app::state::{use_ui, use_workbook};
use crate::app::visibility::{NEAR, use_visibility, while_visible};
use crate::chart::{self, Figure, Focus, MonteCarloView};
use crate::scenario::{Ranges, Scenario};
use crate::words::monte_carlo;
use case_reader::CaseReader;
use ranges::SampledRanges;
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
        let view =
            MonteCarloView { paybacks: &paybacks, npvs: &npvs, report: &sample.report, outcome: &outcome, horizon };
        Arc::new(chart::monte_carlo(&view))
    });
    let percentile = RwSignal::new(case_reader::BAD);
    let uncertain = Memo::new(move |_| {
        let drawn = workbook.ranges.with(|ranges| workbook.scenario.with(|scenario| drawn_inputs(scenario, ranges)));
        drawn.iter().filter_map(|drawn| drawn.triangle).filter(Triangle::has_spread).count()
    });
    view! {
        <PageSection
            section=Section::MonteCarlo
            lead=move || workbook.sample.with(|sample| monte_carlo::lead(&sample.report, uncertain.get())).into()
        >
            <ChartView figure actions=choose_pressed_case(percentile)/>
            <Shares/>
            <SeedChoice/>
            <CaseReader chosen=percentile/>
            <RangesPanel/>
            <SafetyChart/>
            <RulesOfThumb/>
        </PageSection>
    }
}

/// Margin of safety: NPV over the way to the ends of all ranges.
#[component]
pub(crate) fn SafetyChart() -> impl IntoView {
    let margin = use_workbook().margin_of_safety;
    let figure = Memo::new(move |_| Arc::new(margin.with(|margin| chart::safety(margin))));
    view! { <ChartView figure/> }
}

/// Returns the action of the NPV histogram: a press on a column chooses the case at its upper end.
fn choose_pressed_case(percentile: RwSignal<u8>) -> ChartActions {
    let on_press = Callback::new(move |(figure, focus): (Arc<Figure>, Focus)| {
        if let Some(share) = chart::worth_below(&figure, focus) {
            percentile.set(((100.0 * share).round() as u8).clamp(1, 99));
        }
    });
    ChartActions { on_press: Some(on_press), ..ChartActions::default() }
}

/// Table of the ranges with the button that opens it. Open at first where the reader has set a range, and on paper.
#[component]
fn RangesPanel() -> impl IntoView {
    let (workbook, ui) = (use_workbook(), use_ui());
    let open = RwSignal::new(!workbook.ranges.with_untracked(Ranges::is_empty));
    let own = Memo::new(move |_| !workbook.ranges.with(Ranges::is_empty));
    view! {
        <p class="ranges-toggle no-print">
            <ToggleButton class="button" open attr:aria-controls="ranges">{monte_carlo::ranges()}</ToggleButton>
        </p>
        <div id="ranges">
            <Show when=move || open.get() || (own.get() && ui.theme.print.get())><SampledRanges/></Show>
        </div>
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
