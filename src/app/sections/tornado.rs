//! Tornado: the outcome with each input a little lower and higher. A bar leads to the control of its input.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;

use super::charts::reveal_pressed_input;
use crate::analysis::{OutcomeMeasure, SwingRange, Tornado, VarianceShare};
use crate::app::components::{ChartView, PageSection, Segments, ToggleButton};
use crate::app::section::Section;
use crate::app::state::{use_ui, use_workbook};
use crate::app::visibility::{NEAR, use_visibility, while_visible};
use crate::chart::{self, ChartId, TornadoView};
use crate::words::controls;
use crate::words::tornado;

/// Inputs that are listed at first, beside the headline inputs.
const FIRST_INPUTS: usize = 12;

/// Inputs that the lead names.
const NAMED_INPUTS: usize = 2;

/// Section about the inputs that matter most.
#[component]
pub(crate) fn TornadoSection() -> impl IntoView {
    let (workbook, ui) = (use_workbook(), use_ui());
    let (measure, span) = (RwSignal::new(OutcomeMeasure::default()), RwSignal::new(SwingRange::default()));
    let linked = ui.link.with_untracked(|link| link.view) == Some(ChartId::Variance.id());
    let (show_all, by_variance) = (RwSignal::new(false), RwSignal::new(linked));
    let tornado = Memo::new(move |_| {
        let (scenario, ranges) = (workbook.scenario.get(), workbook.ranges.get());
        let (measure, span) = (measure.get(), span.get());
        Arc::new(
            workbook.with_workspace(|workspace| Tornado::with_ranges(workspace, &scenario, &ranges, measure, span)),
        )
    });
    let figure = Memo::new(move |_| {
        let (tornado, scenario) = (tornado.get(), workbook.scenario.get());
        let limit = if show_all.get() { usize::MAX } else { FIRST_INPUTS };
        let (measure, span) = (measure.get(), span.get());
        let view = TornadoView { tornado: &tornado, scenario: &scenario, measure, span, limit };
        Arc::new(chart::tornado(&view))
    });
    let lead = move || {
        if by_variance.get() {
            let draws = workbook.sample.with(|sample| sample.report.draws);
            return workbook
                .shares
                .with(|shares| tornado::variance_lead(&VarianceShare::largest(shares, NAMED_INPUTS), draws).into());
        }
        let largest: Vec<_> =
            tornado.with(|tornado| tornado.bars.iter().take(NAMED_INPUTS).map(|bar| bar.input).collect());
        tornado::lead(&largest, span.get(), measure.get()).into()
    };
    let more = NodeRef::<html::Button>::new();
    let hidden = while_visible(use_visibility(more, NEAR), move || {
        let listed = figure.with(|figure| figure.table.rows.len());
        tornado.with(|tornado| tornado.bars.len().saturating_sub(listed))
    });
    let more_text =
        move || if show_all.get() { tornado::show_fewer().to_owned() } else { tornado::show_more_inputs(hidden()) };
    let spans = [SwingRange::TwentyPercent, SwingRange::Plausible].map(|span| (span, tornado::span(span)));
    let measures = [OutcomeMeasure::Npv, OutcomeMeasure::Payback, OutcomeMeasure::Irr]
        .map(|measure| (measure, controls::measure(measure)));
    let views = vec![(false, tornado::view_swing()), (true, tornado::view_variance())];
    view! {
        <PageSection section=Section::Tornado lead>
            <div class="tools">
                <Segments name="tornado-view" label=tornado::choice_view() options=views chosen=by_variance/>
                <Show when=move || !by_variance.get()>
                    <Segments name="tornado-span" label=tornado::choice_span() options=spans.into() chosen=span/>
                    <Segments
                        name="tornado-measure"
                        label=controls::choice_measure()
                        options=measures.into()
                        chosen=measure
                    />
                </Show>
            </div>
            <Show when=move || by_variance.get()><VarianceChart/></Show>
            // The height of a chart follows from its rows once, so another number of rows is another chart.
            <Show when=move || !by_variance.get()>
                <For each=move || [show_all.get()] key=|show_all| *show_all let(_)>
                    <ChartView figure actions=reveal_pressed_input(ui)/>
                </For>
                <ToggleButton node_ref=more class="link more" open=show_all>{more_text}</ToggleButton>
            </Show>
        </PageSection>
    }
}

/// Shares of variance of the uncertain inputs.
#[component]
pub(crate) fn VarianceChart() -> impl IntoView {
    let (workbook, ui) = (use_workbook(), use_ui());
    let figure = Memo::new(move |_| {
        let scenario = workbook.scenario.get();
        Arc::new(workbook.shares.with(|shares| chart::variance(shares, &scenario)))
    });
    let rows = Memo::new(move |_| workbook.shares.with(|shares| shares.len()));
    view! {
        <For each=move || [rows.get()] key=|rows| *rows let(_)>
            <ChartView figure actions=reveal_pressed_input(ui)/>
        </For>
    }
}
