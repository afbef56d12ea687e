//! What lies over the page: one dialog, and whichever panel is open in it.

mod builder;
mod guide;
mod history;
mod keys;
mod model;
mod share;

use leptos::prelude::event_target;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlDialogElement, MouseEvent};

use super::dom::{Element, View, all, anew, el};
use super::icons::CLOSE;
use super::parts::sign;
use super::store::{Panel, store};
use crate::platform::reactive::{effect, untrack};
use crate::words::{about, controls};
pub use guide::guide;

/// The dialog. The browser keeps the focus inside, closes it on Escape, and gives the focus back.
pub fn panels() -> Element {
    let panel = store().panel;
    let inside = move |panel: Panel| {
        all([
            sign("icon close", CLOSE, controls::close(), || store().panel.set(None)).into(),
            el("h2", "").attr("id", "panel-title").with(title(panel)).into(),
            untrack(|| content(panel)),
        ])
    };
    let whole = el("dialog", "panel")
        .attr("aria-labelledby", "panel-title")
        .on("close", move |event: Event| {
            // The browser tells of a close a moment later, when the dialog may be open again.
            if !event_target::<HtmlDialogElement>(&event).open() {
                panel.set(None);
            }
        })
        .on("mousedown", move |event: MouseEvent| {
            if beside(&event) {
                panel.set(None);
            }
        })
        .with(anew(move || panel.get().map(inside)));
    let dialog = whole.node().clone().unchecked_into::<HtmlDialogElement>();
    effect(move || match panel.get() {
        // Where a dialog cannot be shown over the page, it is shown in it.
        Some(_) if !dialog.open() => dialog.show_modal().unwrap_or_else(|_| dialog.show()),
        None if dialog.open() => dialog.close(),
        _ => {}
    });
    whole
}

/// Whether a press is beside the dialog: it is hit itself only where its backdrop is.
fn beside(event: &MouseEvent) -> bool {
    let Some(dialog) = event.current_target() else { return false };
    let frame = dialog.unchecked_ref::<web_sys::Element>().get_bounding_client_rect();
    let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    let outside = !(frame.left()..=frame.right()).contains(&x) || !(frame.top()..=frame.bottom()).contains(&y);
    outside && event.target().as_ref() == Some(&dialog)
}

fn title(panel: Panel) -> &'static str {
    match panel {
        Panel::Share => controls::share(),
        Panel::History => controls::history(),
        Panel::Keys => controls::keyboard(),
        Panel::Model => about::title(),
    }
}

fn content(panel: Panel) -> View {
    match panel {
        Panel::History => history::history(),
        Panel::Share => share::share(),
        Panel::Keys => keys::keys(),
        Panel::Model => model::model(),
    }
}
