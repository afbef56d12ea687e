//! What lies over the page: one dialog, and whichever panel is open in it.

mod builder;
mod guide;
mod history;
mod keys;
mod model;
mod share;

use crate::app::reactive::effect;
use leptos::html;
use leptos::prelude::*;
use web_sys::MouseEvent;

use super::icons::{CLOSE, Icon};
use super::store::{Panel, store};
use crate::lang::{about, controls, guide as words};
pub use guide::Guide;

/// The dialog. The browser keeps the focus inside, closes it on Escape, and gives the focus back.
#[component]
pub fn Panels() -> impl IntoView {
    let panel = store().panel;
    let node = NodeRef::<html::Dialog>::new();
    effect(move || {
        let Some(dialog) = node.get() else { return };
        match panel.get() {
            // Where a dialog cannot be shown over the page, it is shown in it.
            Some(_) if !dialog.open() => dialog.show_modal().unwrap_or_else(|_| dialog.show()),
            None if dialog.open() => dialog.close(),
            _ => {}
        }
    });
    let pressed = move |event: MouseEvent| {
        // The dialog is hit itself only where its backdrop is.
        let beside = node.get_untracked().is_some_and(|dialog| {
            let frame = dialog.get_bounding_client_rect();
            let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
            !(frame.left()..=frame.right()).contains(&x) || !(frame.top()..=frame.bottom()).contains(&y)
        });
        if beside && event.target() == event.current_target() {
            panel.set(None);
        }
    };
    // The browser tells of a close a moment later, when the dialog may be open again.
    let closed = move || node.get_untracked().is_some_and(|dialog| !dialog.open());
    view! {
        <dialog class="panel" node_ref=node aria-labelledby="panel-title"
            on:close=move |_| if closed() { panel.set(None) } on:mousedown=pressed>
            {move || panel.get().map(|panel| view! {
                <button type="button" class="icon close" aria-label=controls::close() on:click=move |_| store().panel.set(None)>
                    <Icon path=CLOSE/>
                </button>
                <h2 id="panel-title">{title(panel)}</h2>
                {content(panel)}
            })}
        </dialog>
    }
}

fn title(panel: Panel) -> &'static str {
    match panel {
        Panel::Share => controls::share(),
        Panel::History => controls::history(),
        Panel::Keys => words::keys_title(),
        Panel::Model => about::title(),
    }
}

fn content(panel: Panel) -> AnyView {
    match panel {
        Panel::History => view! { <history::History/> }.into_any(),
        Panel::Share => view! { <share::Share/> }.into_any(),
        Panel::Keys => view! { <keys::Keys/> }.into_any(),
        Panel::Model => view! { <model::Model/> }.into_any(),
    }
}
