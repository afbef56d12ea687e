//! Figures under the answer, each with its change against the baseline and a link to its derivation.

use leptos::prelude::*;

use super::working::why_id;
use crate::analysis;
use crate::app::components::TermButton;
use crate::app::state::{use_ui, use_workbook};
use crate::words::controls;
use crate::words::financing::{Financing, financing};
use crate::words::glossary::Term;
use crate::words::metrics::Metric;
use crate::words::metrics::MetricText;
use crate::words::metrics::MetricValue;
use crate::words::metrics::metric_text;
use crate::words::text::Tone;

/// Number of figures that stay in one row on narrow screens: payback, NPV and unmet demand.
const FIRST: usize = 3;

/// All figures.
#[component]
pub(crate) fn Figures() -> impl IntoView {
    let (first, rest) = Metric::ALL.split_at(FIRST);
    let cards = |metrics: &[Metric]| metrics.iter().map(|&metric| view! { <FigureCard metric/> }).collect_view();
    view! {
        <div class="figures" role="group" aria-label=controls::figures()>
            <dl class="first">{cards(first)}</dl>
            <dl class="rest">{cards(rest)}</dl>
        </div>
        <FinancingLine/>
    }
}

/// Interest and the payback after it, where the deficit is borrowed.
#[component]
fn FinancingLine() -> impl IntoView {
    let workbook = use_workbook();
    let text = Memo::new(move |_| {
        let (scenario, outcome) = workbook.current();
        financing(&scenario, &outcome.summary)
    });
    let of = move |part: fn(&Financing) -> String| text.with(|text| text.as_ref().map(part));
    view! {
        <Show when=move || text.with(Option::is_some)>
            <p class="caption financing">
                {move || of(|text| text.lead.clone())}
                <output data-metric="interest_total" data-value=move || of(|text| text.interest.data_value())>
                    <b>{move || of(|text| text.interest.text.clone())}</b>
                </output>
                {move || of(|text| text.between.clone())}
                <output data-metric="payback_after_interest_years" data-value=move || of(|text| text.payback.data_value())>
                    <b>{move || of(|text| text.payback.text.clone())}</b>
                </output>
                {move || of(|text| text.end.clone())}
            </p>
        </Show>
    }
}

/// Figure with its value, its change and the button to its derivation.
#[component]
fn FigureCard(metric: Metric) -> impl IntoView {
    let (workbook, ui) = (use_workbook(), use_ui());
    let figure = Memo::new(move |_| {
        let ((scenario, outcome), baseline) = (workbook.current(), workbook.baseline_to_compare());
        let text = metric_text(metric, &scenario, &outcome.summary, baseline.as_ref().map(|outcome| &outcome.summary));
        if metric != Metric::Payback || text.main.value.is_some() {
            return text;
        }
        text.with_later_payback(workbook.with_workspace(|workspace| analysis::later_payback(workspace, &scenario)))
    });
    let (main, second) =
        figure.with_untracked(|figure| (figure.main.id, figure.second.as_ref().map(|second| second.id)));
    let of_second = move |part: fn(&MetricValue) -> String| figure.with(|figure| figure.second.as_ref().map(part));
    let second = second.map(|id| {
        view! {
            " "
            <output data-metric=id data-value=move || of_second(MetricValue::data_value)>
                {move || of_second(|second| second.text.clone())}
            </output>
        }
    });
    let unit = move || figure.with(|figure| figure.unit.clone());
    let unit = match metric {
        // The value at the end: the choice beside the figure is explained where it stands.
        Metric::Npv => {
            view! { <span class="unit"><TermButton term=Term::EndValue>{unit}</TermButton></span> }.into_any()
        }
        _ => view! { <span class="unit">{unit}</span> }.into_any(),
    };
    view! {
        <div data-figure=main class=move || figure.with(|figure| class_of(figure.tone))>
            <dt><TermButton term=Term::of_metric(metric)>{metric.label()}</TermButton></dt>
            <dd class="value">
                <output data-metric=main data-value=move || figure.with(|figure| figure.main.data_value())>
                    <b>{move || figure.with(|figure| figure.main.text.clone())}</b>
                </output>
                {unit}
                {second}
            </dd>
            <dd class="note">
                <FigureNote figure/>
                <button
                    type="button"
                    class="link"
                    id=why_id(metric)
                    aria-label=controls::why_of(metric.label())
                    on:click=move |_| workbook.explain(ui, metric)
                >
                    {controls::why()}
                </button>
            </dd>
        </div>
    }
}

/// Change of a figure against the baseline, or its note where there is no change to show.
#[component]
fn FigureNote(figure: Memo<MetricText>) -> impl IntoView {
    let class = move || {
        figure.with(|figure| match figure.change.as_ref().and_then(|change| change.good) {
            Some(true) => "gain",
            Some(false) => "loss",
            None => "same",
        })
    };
    let change = move || figure.with(|figure| figure.change.as_ref().map(|change| change.text.clone()));
    let note = move || figure.with(|figure| figure.note.clone());
    view! {
        <Show
            when=move || figure.with(|figure| figure.change.is_some())
            fallback=move || view! { <span>{note}</span> }
        >
            <b class=class>{change}</b>
        </Show>
    }
}

fn class_of(tone: Tone) -> &'static str {
    match tone {
        Tone::Good => "gain",
        Tone::Bad => "loss",
        _ => "",
    }
}
