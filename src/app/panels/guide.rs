//! The first minute: three steps beside the page, once, and again only when asked for.

use crate::app::reactive::effect;
use gloo::timers::callback::Timeout;
use gloo::utils::{document_element, window};
use js_sys::Reflect;
use leptos::prelude::*;

use crate::app::store::store;
use crate::lang::{controls, guide};
use crate::platform::{address, memory};

const SEEN: &str = "payback-guide";

/// A first minute begins when the page has stood still for so many milliseconds.
const CALM: u32 = 1200;

/// The steps. It takes no focus by itself and leaves everything of the page within reach.
#[component]
pub fn Guide() -> impl IntoView {
    let step = store().guide;
    if wanted() {
        Timeout::new(CALM, move || {
            // Where nothing can be remembered it would come back each time, so it does not come at all.
            if step.get_untracked().is_none() && memory::write(SEEN, "1") {
                step.set(Some(0));
            }
        })
        .forget();
    }
    // The style sheet frames what a step speaks of.
    effect(move || {
        let root = document_element();
        let _ = match step.get() {
            Some(step) => root.set_attribute("data-guide", &step.to_string()),
            None => root.remove_attribute("data-guide"),
        };
    });
    let words = move || step.get().and_then(|step| guide::STEPS.get(step).map(|words| (step, words)));
    let last = guide::STEPS.len() - 1;
    let next = move |_| step.update(|step| *step = step.filter(|step| *step < last).map(|step| step + 1));
    let back = move |_| step.update(|step| *step = step.map(|step| step.saturating_sub(1)));
    view! {
        <Show when=move || step.get().is_some()>
            <aside class="guide" aria-label=controls::guide()>
                <p class="small">{move || words().map(|(step, _)| guide::step_of(step + 1))}</p>
                <div aria-live="polite">
                    <h2>{move || words().map(|(_, words)| words.title)}</h2>
                    <p>{move || words().map(|(_, words)| words.body)}</p>
                </div>
                <div class="actions">
                    <button type="button" class="button solid" on:click=next>
                        {move || if step.get() == Some(last) { guide::done() } else { guide::next() }}</button>
                    <Show when=move || step.get().is_some_and(|step| step > 0)>
                        <button type="button" class="button" on:click=back>{guide::back()}</button>
                    </Show>
                    <Show when=move || step.get() != Some(last)>
                        <button type="button" class="button" on:click=move |_| step.set(None)>{guide::skip()}</button>
                    </Show>
                </div>
            </aside>
        </Show>
    }
}

/// Not for who has seen it, nor for a stopwatch or a program that drives the browser.
fn wanted() -> bool {
    let measured = address::query().contains("bench=1") || address::fragment().contains("bench=1");
    let driven = Reflect::get(&window().navigator(), &"webdriver".into()).is_ok_and(|driven| driven.is_truthy());
    memory::read(SEEN).is_none() && !measured && !driven
}
