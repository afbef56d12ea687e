//! Tour of the page in three steps. It opens once by itself, and later from the menu and the footer.

use std::time::Duration;

use js_sys::Reflect;
use leptos::prelude::*;

use crate::app::state::use_ui;
use crate::platform::{address, boot, storage};
use crate::words::controls;
use crate::words::tour;

/// Key in the local storage that says that the tour was shown.
const SHOWN_KEY: &str = "payback-guide";

/// Time after which the tour opens by itself.
const DELAY: Duration = Duration::from_millis(1200);

/// Tour of the page. It takes no focus by itself and hides nothing of the page.
#[component]
pub(crate) fn Tour() -> impl IntoView {
    let step = use_ui().tour_step;
    if opens_by_itself() {
        let open = move || {
            // Where nothing can be stored, the tour would come back with every visit.
            if step.get_untracked().is_none() && storage::write(SHOWN_KEY, "1") {
                step.set(Some(0));
            }
        };
        if let Ok(timer) = set_timeout_with_handle(open, DELAY) {
            on_cleanup(move || timer.clear());
        }
    }
    // The style sheet outlines the part of the page that the step is about.
    Effect::new(move || {
        let Some(root) = boot::root() else { return };
        let _ = match step.get() {
            Some(step) => root.set_attribute("data-tour", &step.to_string()),
            None => root.remove_attribute("data-tour"),
        };
    });
    view! { <Show when=move || step.get().is_some()><TourStep step/></Show> }
}

/// Step of the tour, with the buttons to the other steps.
#[component]
fn TourStep(
    /// Step that is shown.
    step: RwSignal<Option<usize>>,
) -> impl IntoView {
    const LAST: usize = tour::STEPS.len() - 1;
    let index = move || step.get().unwrap_or_default();
    let (is_first, is_last) = (move || index() == 0, move || index() == LAST);
    let title = move || tour::STEPS.get(index()).map(|step| step.title);
    let body = move || tour::STEPS.get(index()).map(|step| step.body);
    let next = move |_| step.update(|step| *step = step.filter(|step| *step < LAST).map(|step| step + 1));
    let back = move |_| step.update(|step| *step = step.map(|step| step.saturating_sub(1)));
    view! {
        <aside class="tour" aria-label=controls::tour()>
            <p class="small">{move || tour::step_of(index() + 1)}</p>
            <div aria-live="polite">
                <h2>{title}</h2>
                <p>{body}</p>
            </div>
            <div class="actions">
                <button type="button" class="button solid" on:click=next>
                    {move || if is_last() { tour::done() } else { tour::next() }}
                </button>
                <Show when=move || !is_first()>
                    <button type="button" class="button" on:click=back>{tour::back()}</button>
                </Show>
                <Show when=move || !is_last()>
                    <button type="button" class="button" on:click=move |_| step.set(None)>{tour::skip()}</button>
                </Show>
            </div>
        </aside>
    }
}

/// Whether the tour was never shown, and neither a benchmark nor a program drives the browser.
fn opens_by_itself() -> bool {
    let is_driven = Reflect::get(&window().navigator(), &"webdriver".into()).is_ok_and(|driven| driven.is_truthy());
    !is_driven && !address::has_flag("bench=1") && storage::read(SHOWN_KEY).is_none()
}
