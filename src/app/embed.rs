//! The view inside an article: the answer, the sliders and charts that were asked for, the source line.

use crate::app::reactive::memo;
use leptos::prelude::*;

use super::answer::{Answer, Spoken};
use super::charts::{CashChart, RevenueChart, figure_of};
use super::compare::Compare;
use super::dial::Dial;
use super::drawer::Drawer;
use super::icons::{Icon, RESET};
use super::keeping;
use super::matters::Matters;
use super::notices::Notices;
use super::odds::Odds;
use super::panels::Panels;
use super::plot::Plot;
use super::regions::Regions;
use super::store::{Store, store};
use super::text::words;
use crate::chart;
use crate::embed::{self, Handle, Host};
use crate::lang::{answer, controls, page};
use crate::scenario::Input;
use crate::scenario::workbook::Workbook;

/// The compact view.
#[component]
pub fn Embed() -> impl IntoView {
    let store = store();
    let titled = memo(move || store.link.with(|link| link.title));
    let dials = memo(move || store.link.with(|link| link.controls.clone()));
    let drawn = memo(move || store.link.with(|link| link.charts.clone()));
    view! {
        <main class="embed" id="top">
            <Show when=move || titled.get()><Said/></Show>
            <Notices/>
            {move || dials_of(dials.get().unwrap_or_else(|| Input::HEADLINE.to_vec()))}
            <h2 class="sr">{controls::builder_charts()}</h2>
            {move || drawn.get().unwrap_or_else(|| vec!["cash"]).into_iter().map(chart_of).collect_view()}
            <Show when=move || store.drawer.get()><Drawer/></Show>
            <Source/>
        </main>
        <Panels/>
        <Spoken/>
    }
}

/// A chart by its id; those that come with choices come with their section.
fn chart_of(id: &str) -> AnyView {
    match id {
        "revenue" => view! { <RevenueChart/> }.into_any(),
        "spend" => view! { <Plot figure=figure_of(chart::spend)/> }.into_any(),
        "mix" => view! { <Plot figure=figure_of(chart::mix)/> }.into_any(),
        "margin" => view! { <Plot figure=figure_of(chart::margin)/> }.into_any(),
        "unit" => view! { <Plot figure=figure_of(|subject| chart::unit(subject.outcome))/> }.into_any(),
        "tornado" => view! { <Matters/> }.into_any(),
        "map" => view! { <Regions/> }.into_any(),
        "odds" => view! { <Odds/> }.into_any(),
        "bridge" => view! { <Compare/> }.into_any(),
        _ => view! { <CashChart/> }.into_any(),
    }
}

/// The answer and the line under it.
#[component]
fn Said() -> impl IntoView {
    let store = store();
    let (_, passed) = signal(false);
    let line = move || words(answer::embedded(&store.scenario.get(), &store.outcome.get().summary));
    view! { <Answer passed/> <p class="caption">{line}</p> }
}

/// The sliders that were asked for, where any were.
fn dials_of(inputs: Vec<Input>) -> Option<impl IntoView> {
    let dial = |input: Input| view! { <Dial input chosen=Signal::derive(|| true)/> };
    (!inputs.is_empty()).then(|| {
        view! { <div class="embed-dials" role="group" aria-label=controls::sliders()>{inputs.into_iter().map(dial).collect_view()}</div> }
    })
}

/// Where it comes from, the full page with the same state, all assumptions, and back to how it was opened.
#[component]
fn Source() -> impl IntoView {
    let store = store();
    let full = move || {
        store.workbook.track();
        keeping::link()
    };
    let opened = memo(move || store.scenario.get() == store.baseline.get());
    view! {
        <footer class="embed-foot">
            <p>{page::source()}<a href=full target="_blank" rel="noopener">{controls::NAME}</a>{page::source_rest()}</p>
            <button type="button" class="link" aria-expanded=move || store.drawer.get().to_string()
                on:click=move |_| store.drawer.update(|open| *open = !*open)>{controls::all_assumptions()}</button>
            <a class="full" href=full target="_blank" rel="noopener">{controls::open_full()}" ↗"</a>
            <button type="button" class="icon" aria-label=controls::reset() disabled=move || opened.get()
                on:click=move |_| reset(store)><Icon path=RESET/></button>
        </footer>
    }
}

/// Back to how the page was opened.
fn reset(store: Store) {
    let link = store.link.get_untracked();
    store.act(|book| book.take(crate::scenario::workbook::Change::ResetAll, link.sheet()));
}

/// Begins the conversation with the page around this one, where there is one.
pub fn converse(store: Store) -> Option<Handle> {
    embed::start(Host {
        set: Box::new(move |moves| {
            store.act(Workbook::settle);
            store.act(|book| book.set(moves));
            store.act(Workbook::settle);
        }),
        reset: Box::new(move || reset(store)),
    })
}

/// Tells the host of every outcome; the first of them says that the page is ready.
pub fn report(store: Store, handle: Handle) {
    Effect::new(move |told: Option<()>| {
        let (scenario, outcome) = (store.scenario.get(), store.outcome.get());
        handle.outcome(&scenario, &outcome.summary);
        if told.is_none() {
            handle.ready();
        }
    });
}
