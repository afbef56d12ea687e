//! Dialogs over the page, and the tour beside it.

mod about_model;
mod embed_builder;
mod glossary;
mod history;
mod share;
mod shortcuts;
mod tour;

use leptos::html;
use leptos::prelude::*;
use web_sys::{HtmlDialogElement, MouseEvent};

use super::components::{IconButton, icon};
use super::state::{Dialog, use_ui};
use crate::words::about;
use crate::words::controls;
use crate::words::glossary as glossary_words;
use about_model::AboutModel;
use glossary::Glossary;
use history::History;
use share::Share;
use shortcuts::Shortcuts;
pub(crate) use tour::Tour;

/// Id of the heading that names the dialog.
const TITLE_ID: &str = "panel-title";

/// Native dialog with the content that the interface state asks for. The browser keeps the focus inside, closes the dialog on
/// Escape, and gives the focus back.
#[component]
pub(crate) fn Dialogs() -> impl IntoView {
    let ui = use_ui();
    let element = NodeRef::<html::Dialog>::new();
    Effect::new(move || {
        let Some(element) = element.get() else { return };
        match ui.dialog.get() {
            // Where the browser refuses a modal dialog, the dialog is part of the page.
            Some(_) if !element.open() => element.show_modal().unwrap_or_else(|_| element.show()),
            None if element.open() => element.close(),
            Some(_) | None => {}
        }
    });
    let close_from_backdrop = move |event: MouseEvent| {
        if element.get_untracked().is_some_and(|element| is_on_backdrop(&event, &element)) {
            ui.dialog.set(None);
        }
    };
    view! {
        <dialog
            node_ref=element
            class="panel"
            aria-labelledby=TITLE_ID
            // The browser reports a close a moment later, when another dialog may be open.
            on:close:target=move |event| if !event.target().open() { ui.dialog.set(None) }
            on:mousedown=close_from_backdrop
        >
            {move || ui.dialog.get().map(|dialog| view! { <DialogContent dialog/> })}
        </dialog>
    }
}

/// Heading, close button and content of a dialog.
#[component]
fn DialogContent(
    /// The dialog.
    dialog: Dialog,
) -> impl IntoView {
    let ui = use_ui();
    let content = match dialog {
        Dialog::Share(chart) => view! { <Share chart/> }.into_any(),
        Dialog::History => view! { <History/> }.into_any(),
        Dialog::Shortcuts => view! { <Shortcuts/> }.into_any(),
        Dialog::AboutModel => view! { <AboutModel/> }.into_any(),
        Dialog::Glossary(term) => view! { <Glossary term/> }.into_any(),
    };
    view! {
        <header>
            <h2 id=TITLE_ID>{title(dialog)}</h2>
            <IconButton class="icon" path=icon::CLOSE label=controls::close() on_press=move || ui.dialog.set(None)/>
        </header>
        {content}
    }
}

fn title(dialog: Dialog) -> &'static str {
    match dialog {
        Dialog::Share(_) => controls::share(),
        Dialog::History => controls::history(),
        Dialog::Shortcuts => controls::keyboard(),
        Dialog::AboutModel => about::title(),
        Dialog::Glossary(_) => glossary_words::title(),
    }
}

/// Whether a press is on the backdrop: the backdrop belongs to the dialog, but lies outside its box.
fn is_on_backdrop(event: &MouseEvent, dialog: &HtmlDialogElement) -> bool {
    let rect = dialog.get_bounding_client_rect();
    let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    let is_inside = (rect.left()..=rect.right()).contains(&x) && (rect.top()..=rect.bottom()).contains(&y);
    !is_inside && event.target() == event.current_target()
}
