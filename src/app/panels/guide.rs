//! The first minute: three steps beside the page, once, and again only when asked for.

use gloo::utils::{document_element, window};
use js_sys::Reflect;

use crate::app::dom::{Element, View, button, el, when};
use crate::app::store::store;
use crate::platform::reactive::{RwSignal, effect};
use crate::platform::rest::later;
use crate::platform::{address, memory};
use crate::words::{controls, guide as lang};

const SEEN: &str = "payback-guide";

/// A first minute begins when the page has stood still for so many milliseconds.
const CALM: u32 = 1200;

/// The steps. It takes no focus by itself and leaves everything of the page within reach.
pub fn guide() -> View {
    let step = store().guide;
    if wanted() {
        later(CALM, move || {
            // Where nothing can be remembered it would come back each time, so it does not come at all.
            if step.get_untracked().is_none() && memory::write(SEEN, "1") {
                step.set(Some(0));
            }
        });
    }
    // The style sheet frames what a step speaks of.
    effect(move || {
        let root = document_element();
        let _ = match step.get() {
            Some(step) => root.set_attribute("data-guide", &step.to_string()),
            None => root.remove_attribute("data-guide"),
        };
    });
    when(move || step.get().is_some(), move || aside(step))
}

fn aside(step: RwSignal<Option<usize>>) -> Element {
    let at = move || step.get().unwrap_or_default();
    let words = move |part: fn(&lang::GuideStep) -> &'static str| move || lang::STEPS.get(at()).map_or("", part);
    let last = lang::STEPS.len() - 1;
    let next = move || step.update(|step| *step = step.filter(|step| *step < last).map(|step| step + 1));
    let back = move || step.update(|step| *step = step.map(|step| step.saturating_sub(1)));
    let said = el("div", "")
        .attr("aria-live", "polite")
        .with(el("h2", "").says(words(|words| words.title)))
        .with(el("p", "").says(words(|words| words.body)));
    let actions = el("div", "actions")
        .with(button("button solid", next).says(move || if at() == last { lang::done() } else { lang::next() }))
        .with(when(move || at() > 0, move || button("button", back).with(lang::back())))
        .with(when(move || at() != last, move || button("button", move || step.set(None)).with(lang::skip())));
    el("aside", "guide")
        .attr("aria-label", controls::guide())
        .with(el("p", "small").says(move || lang::step_of(at() + 1)))
        .with(said)
        .with(actions)
}

/// Not for who has seen it, nor for a stopwatch or a program that drives the browser.
fn wanted() -> bool {
    let measured = address::query().contains("bench=1") || address::fragment().contains("bench=1");
    let driven = Reflect::get(&window().navigator(), &"webdriver".into()).is_ok_and(|driven| driven.is_truthy());
    memory::read(SEEN).is_none() && !measured && !driven
}
