//! The six figures under the answer; payback, worth and unmet demand always stand together.

use crate::app::reactive::memo;
use leptos::prelude::*;

use super::store::{Shared, store};
use crate::lang::controls;
use crate::lang::metrics::{Figure, Metric, Part, figure};
use crate::lang::text::Tone;

/// So many stand together wherever there is little room.
const FIRST: usize = 3;

/// All six.
#[component]
pub fn Figures() -> impl IntoView {
    view! {
        <div class="figures" role="group" aria-label=controls::figures()>
            <dl class="first">{Metric::ALL.iter().take(FIRST).map(figure_view).collect_view()}</dl>
            <dl class="rest">{Metric::ALL.iter().skip(FIRST).map(figure_view).collect_view()}</dl>
        </div>
    }
}

fn figure_view(metric: &Metric) -> impl IntoView + use<> {
    view! { <OneFigure metric=*metric/> }
}

#[component]
fn OneFigure(metric: Metric) -> impl IntoView {
    let store = store();
    let figure = memo(move || {
        let (scenario, outcome, opened) = (store.scenario.get(), store.outcome.get(), store.opened.get());
        let baseline = (scenario != store.baseline.get()).then_some(&opened.summary);
        Shared::new(figure(metric, &scenario, &outcome.summary, baseline))
    });
    view! {
        <div data-figure=untrack(|| figure.get().main.id) class:gain=move || figure.get().tone == Tone::Good class:loss=move || figure.get().tone == Tone::Bad>
            <dt>{metric.label()}</dt>
            <dd class="value">
                {move || figure.with(|figure| output(&figure.main, true))}
                <span class="of">{move || figure.get().unit.clone()}</span>
                {move || figure.with(|figure| figure.second.as_ref().map(|part| output(part, false)))}
            </dd>
            <dd class="note">
                {move || figure.with(|figure| note(figure))}
                <button type="button" class="link" id=super::working::why_id(metric) aria-label=controls::why_of(metric.label())
                    on:click=move |_| store.explain(metric)>{controls::why()}</button>
            </dd>
        </div>
    }
}

fn output(part: &Part, main: bool) -> AnyView {
    let (id, value, text) = (part.id, part.data_value(), part.text.clone());
    if main {
        view! { <output data-metric=id data-value=value><b>{text}</b></output> }.into_any()
    } else {
        view! { " " <output data-metric=id data-value=value>{text}</output> }.into_any()
    }
}

fn note(figure: &Figure) -> AnyView {
    match &figure.change {
        Some(change) => {
            let class = match change.good {
                Some(true) => "gain",
                Some(false) => "loss",
                None => "same",
            };
            view! { <b class=class>{change.text.clone()}</b> }.into_any()
        }
        None => view! { <span>{figure.note.clone()}</span> }.into_any(),
    }
}
