//! The view inside an article: the answer, the sliders and charts that were asked for, the source line.

use super::answer::{answer, spoken};
use super::charts::{cash, figure_of, revenue};
use super::compare::compare;
use super::dial::dial;
use super::dom::{Element, View, all, anew, el, when};
use super::drawer::drawer;
use super::hands::Hands;
use super::icons::RESET;
use super::keeping;
use super::matters::matters;
use super::notices::notices;
use super::odds::odds;
use super::panels::panels;
use super::parts::{sign, toggle};
use super::plot::plot;
use super::regions::regions;
use super::store::{Store, store};
use super::text::sentence;
use crate::chart::{self, ChartId};
use crate::embed::{self, Handle, Host};
use crate::platform::reactive::{effect, memo, signal, untrack};
use crate::scenario::Input;
use crate::scenario::workbook::Workbook;
use crate::words::{answer as words, controls, page};

/// The compact view.
pub fn embed() -> View {
    let store = store();
    let titled = memo(move || store.link.with(|link| link.title));
    let dials = memo(move || store.link.with(|link| link.controls.clone()));
    let drawn = memo(move || store.link.with(|link| link.charts.clone()));
    let dials = move || {
        let inputs = dials.get().unwrap_or_else(|| Input::HEADLINE.to_vec());
        (!inputs.is_empty()).then(|| untrack(|| dials_of(&inputs)))
    };
    let charts = move || {
        let ids = drawn.get().unwrap_or_else(|| vec!["cash"]);
        untrack(|| all(ids.into_iter().map(chart_of)))
    };
    let main = el("main", "embed")
        .attr("id", "top")
        .with(when(move || titled.get(), said))
        .with(notices())
        .with(anew(dials))
        .with(el("h2", "sr").with(controls::builder_charts()))
        .with(anew(charts))
        .with(when(move || store.drawer.get(), drawer))
        .with(source());
    all::<View>([main.into(), panels().into(), spoken().into()])
}

/// A chart by its id; those that come with choices come with their section.
fn chart_of(id: &str) -> View {
    let plot = |build: chart::Builder| View::from(plot(figure_of(build), Hands::default()));
    match ChartId::from_id(id).unwrap_or(ChartId::Cash) {
        ChartId::Cash => cash().into(),
        ChartId::Revenue => revenue().into(),
        ChartId::Spend => plot(chart::spend),
        ChartId::Mix => plot(chart::mix),
        ChartId::Margin => plot(chart::margin),
        ChartId::Unit => plot(|subject| chart::unit(subject.outcome)),
        ChartId::Lives => plot(chart::lives),
        ChartId::Tornado => matters().into(),
        ChartId::Map => regions().into(),
        ChartId::Odds => odds().into(),
        ChartId::Bridge => compare().into(),
    }
}

/// The answer and the line under it.
fn said() -> View {
    let store = store();
    let (_, passed) = signal(false);
    let line = move || {
        let (scenario, outcome) = store.present();
        words::embedded(&scenario, &outcome.summary)
    };
    all::<View>([answer(passed).into(), el("p", "caption").with(sentence(line)).into()])
}

/// The sliders that were asked for.
fn dials_of(inputs: &[Input]) -> Element {
    let dial = |&input: &Input| dial(input, || true);
    el("div", "embed-dials")
        .attr("role", "group")
        .attr("aria-label", controls::sliders())
        .with(all(inputs.iter().map(dial)))
}

/// Where it comes from, the full page with the same state, all assumptions, and back to how it was opened.
fn source() -> Element {
    let store = store();
    let full = |class| {
        let link = el("a", class).attr("target", "_blank").attr("rel", "noopener");
        link.keep("href", move || {
            store.workbook.track();
            keeping::link()
        })
    };
    let opened = memo(move || store.scenario.get() == store.baseline.get());
    let from = el("p", "").with(page::source()).with(full("").with(controls::NAME)).with(page::source_rest());
    el("footer", "embed-foot")
        .with(from)
        .with(toggle("link", store.drawer).with(controls::all_assumptions()))
        .with(full("full").with(controls::open_full()).with(" ↗"))
        .with(sign("icon", RESET, controls::reset(), move || reset(store)).keep("disabled", move || opened.get()))
}

/// Back to how the page was opened.
fn reset(store: Store) {
    let link = store.link.get_untracked();
    store.act(|book| book.replace_sheet(crate::scenario::workbook::Change::ResetAll, link.sheet()));
}

/// Begins the conversation with the page around this one, where there is one.
pub fn converse(store: Store) -> Option<Handle> {
    embed::start(Host {
        set: Box::new(move |moves| {
            store.act(Workbook::end_gesture);
            store.act(|book| book.set(moves));
            store.act(Workbook::end_gesture);
        }),
        reset: Box::new(move || reset(store)),
    })
}

/// Tells the host of every outcome; the first of them says that the page is ready.
pub fn report(store: Store, handle: Handle) {
    let mut told = false;
    effect(move || {
        let (scenario, outcome) = store.present();
        handle.outcome(&scenario, &outcome.summary);
        if !std::mem::replace(&mut told, true) {
            handle.ready();
        }
    });
}
