//! View inside an article: the answer, the sliders and charts that the link asks for, and the source.

use leptos::prelude::*;

use super::components::{HeadlineSlider, IconButton, Notices, ToggleButton, icon};
use super::dialogs::Dialogs;
use super::drawer::Drawer;
use super::sections::charts::{CashChart, RevenueChart, ScenarioChart};
use super::sections::{
    AnswerStatus, Compare, EmbedAnswer, GrowthMap, MonteCarlo, SafetyChart, TornadoSection, VarianceChart,
};
use super::state::{use_ui, use_workbook};
use super::{host, persistence};
use crate::chart::ChartId;
use crate::scenario::Input;
use crate::words::controls;
use crate::words::site;

/// View inside an article.
#[component]
pub(crate) fn EmbedView() -> impl IntoView {
    let ui = use_ui();
    let titled = Memo::new(move |_| ui.link.with(|link| link.title));
    let charts = Memo::new(move |_| match ui.link.with(|link| link.charts.clone()) {
        Some(ids) => ids.into_iter().filter_map(ChartId::from_id).collect(),
        None => vec![ChartId::Cash],
    });
    view! {
        <main class="embed" id="top">
            <Show when=move || titled.get()><EmbedAnswer/></Show>
            <Notices/>
            <EmbedSliders/>
            <h2 class="visually-hidden">{controls::builder_charts()}</h2>
            <For each=move || charts.get() key=|chart| *chart let(chart)>
                <EmbedChart chart/>
            </For>
            <Show when=move || ui.drawer_open.get()><Drawer/></Show>
            <EmbedFooter/>
        </main>
        <Dialogs/>
        <AnswerStatus/>
    }
}

/// Sliders that the link asks for, otherwise the headline sliders.
#[component]
fn EmbedSliders() -> impl IntoView {
    let ui = use_ui();
    let inputs = Memo::new(move |_| ui.link.with(|link| link.controls.clone()).unwrap_or(Input::HEADLINE.to_vec()));
    view! {
        <Show when=move || inputs.with(|inputs| !inputs.is_empty())>
            <div class="embed-sliders" role="group" aria-label=controls::sliders()>
                <For each=move || inputs.get() key=|input| *input let(input)>
                    <HeadlineSlider input chosen=true/>
                </For>
            </div>
        </Show>
    }
}

/// Chart by its id. A chart with settings comes with its section.
#[component]
fn EmbedChart(
    /// The chart.
    chart: ChartId,
) -> impl IntoView {
    match chart {
        ChartId::Cash => view! { <CashChart/> }.into_any(),
        ChartId::Revenue => view! { <RevenueChart/> }.into_any(),
        ChartId::Spend | ChartId::Mix | ChartId::Margin | ChartId::Unit | ChartId::Lives => {
            chart.builder().map(|figure| view! { <ScenarioChart figure/> }).into_any()
        }
        ChartId::Tornado => view! { <TornadoSection/> }.into_any(),
        ChartId::Variance => view! { <VarianceChart/> }.into_any(),
        ChartId::GrowthMap => view! { <GrowthMap/> }.into_any(),
        ChartId::MonteCarlo => view! { <MonteCarlo/> }.into_any(),
        ChartId::Safety => view! { <SafetyChart/> }.into_any(),
        ChartId::Bridge => view! { <Compare/> }.into_any(),
    }
}

/// Source line, the drawer's button, the link to the full page with the same scenario, and the reset button.
#[component]
fn EmbedFooter() -> impl IntoView {
    let (workbook, ui) = (use_workbook(), use_ui());
    let address = Memo::new(move |_| {
        workbook.workbook.track();
        persistence::full_address(workbook)
    });
    let as_opened = Memo::new(move |_| workbook.scenario.get() == workbook.baseline.get());
    view! {
        <footer class="embed-foot">
            <p>
                {site::source()}
                <a href=move || address.get() target="_blank" rel="noopener">{site::NAME}</a>
                {site::source_rest()}
            </p>
            <ToggleButton class="link" open=ui.drawer_open>{controls::all_assumptions()}</ToggleButton>
            <a class="full" href=move || address.get() target="_blank" rel="noopener">{controls::open_full()} " ↗"</a>
            <IconButton
                class="icon"
                path=icon::RESET
                label=controls::reset()
                disabled=as_opened
                on_press=move || host::reset(workbook, ui)
            />
        </footer>
    }
}
