//! The answer first: one sentence that is always true, its caveat, and the same in one line once it has scrolled away.

use super::bar::{home, pin, share, undo_redo};
use super::dom::{Element, View, all, el, when};
use super::parts::truth;
use super::seen::{in_view, while_seen};
use super::store::{Shared, Store, store};
use super::text::sentence;
use crate::platform::observe;
use crate::platform::reactive::{ReadSignal, WriteSignal, effect, memo};
use crate::words::answer as lang;
use crate::words::metrics::{self, Metric};
use crate::words::scenario_name::ScenarioName;
use crate::words::site::NAME;
use crate::words::text::Tone;

/// The sentence and its caveat.
pub fn answer(passed: WriteSignal<bool>) -> Element {
    let store = store();
    let subject = store.subject;
    let answer = memo(move || {
        let (scenario, outcome) = store.present();
        Shared::new(lang::answer(&subject.get(), &scenario, &outcome.summary))
    });
    let said = el("h1", "answer")
        .attr("data-answer", "")
        .with(sentence(move || answer.get().outcome.clone()))
        .with(" ")
        .with(el("span", "aside").with(sentence(move || answer.get().condition.clone())));
    let whole = el("div", "").with(said).with(caveat());
    observe::visible(whole.node(), "-48px 0px 0px 0px", move |seen| passed.set(!seen));
    whole
}

/// What the answer stands on.
pub fn caveat() -> Element {
    let store = store();
    let line = el("p", "caveat");
    // Hundreds of cases are simulated for it, so it follows only where it is read.
    let caveat = while_seen(*in_view(&line), move || {
        let (scenario, outcome) = store.present();
        lang::caveat(&scenario, &outcome.summary, store.cases())
    });
    line.with(sentence(caveat))
}

/// The settled answer, for those who hear the page.
pub fn spoken() -> Element {
    let store = store();
    let said = move || match store.settled.get() {
        Some((scenario, outcome)) => {
            lang::answer(&store.subject.get_untracked(), &scenario, &outcome.summary).to_string()
        }
        None => String::new(),
    };
    el("p", "sr").attr("role", "status").attr("aria-live", "polite").says(said)
}

/// The one-line answer that stays on top when the sentence has scrolled away.
pub fn brief(passed: ReadSignal<bool>) -> Element {
    let store = store();
    let subject = store.subject;
    let line = move || {
        let (scenario, outcome) = store.present();
        lang::in_one_line(&subject.get(), &scenario, &outcome.summary)
    };
    let home = home().attr("aria-label", NAME).keep("tabindex", move || if passed.get() { "0" } else { "-1" });
    let tools = || all::<View>([undo_redo(), pin().into(), share().into()]);
    let inside = el("div", "wide")
        .with(home)
        .with(el("p", "in-line").with(when(move || passed.get(), move || sentence(line))))
        .with(el("div", "in-short").with(when(move || passed.get(), move || short(subject))))
        .with(when(move || passed.get(), tools));
    el("div", "brief")
        .keep_class("on", move || passed.get())
        .keep("aria-hidden", move || truth(!passed.get()))
        .with(inside)
}

/// Payback, worth and unmet demand in two short lines, for a phone.
fn short(subject: ReadSignal<ScenarioName>) -> View {
    let store = store();
    let part = move |metric: Metric| {
        let figure = move || {
            let (scenario, outcome) = store.present();
            metrics::metric_text(metric, &scenario, &outcome.summary, None)
        };
        let words = move || {
            let figure = figure();
            let unit = if metric == Metric::Payback { figure.unit } else { String::new() };
            format!("{} {unit}", figure.main.text)
        };
        el("b", "").keep("class", move || if figure().tone == Tone::Good { "gain" } else { "loss" }).says(words)
    };
    let needed = move || {
        let (scenario, outcome) = store.present();
        lang::growth_needed(&scenario, &outcome.summary)
    };
    let unmet = move || format!("{} · {}", subject.get().name(), lang::unmet_line(&store.outcome.get().summary));
    let first = el("p", "").with(part(Metric::Payback)).with(" ").with(part(Metric::Npv));
    all([first.with(el("span", "").says(needed)), el("p", "small").says(unmet)])
}

/// Keeps the window's title with the answer, once the hand has rested.
pub fn title_window(store: Store) {
    effect(move || {
        if let Some((_, outcome)) = store.settled.get() {
            gloo::utils::document().set_title(&lang::window_title(&store.subject.get_untracked(), &outcome.summary));
        }
    });
}
