//! Going to places of the page without touching its address, which belongs to the scenario.

use crate::platform::rest::later;
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, MouseEvent, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Scrolls to a section and puts the focus there.
pub fn to(event: &MouseEvent, id: &str) {
    event.prevent_default();
    show(id, ScrollLogicalPosition::Start);
}

/// Scrolls an element into the middle of the screen and gives it the focus, once it is there.
pub fn focus(id: String) {
    later(0, move || show(&id, ScrollLogicalPosition::Center));
}

/// Scrolls to the start of a section and gives it the focus, once it is there.
pub fn start(id: String) {
    later(0, move || show(&id, ScrollLogicalPosition::Start));
}

fn scroll_inside(body: &Element, element: &Element, block: ScrollLogicalPosition) {
    let (outer, inner) = (body.get_bounding_client_rect(), element.get_bounding_client_rect());
    let space = if block == ScrollLogicalPosition::Center { 0.5 * (outer.height() - inner.height()) } else { 0.0 };
    body.set_scroll_top(body.scroll_top() + (inner.top() - outer.top() - space).round() as i32);
}

fn show(id: &str, block: ScrollLogicalPosition) {
    let Some(element) = document().get_element_by_id(id) else { return };
    let calm =
        window().match_media("(prefers-reduced-motion: reduce)").ok().flatten().is_some_and(|list| list.matches());
    let options = ScrollIntoViewOptions::new();
    options.set_block(block);
    options.set_behavior(if calm { ScrollBehavior::Auto } else { ScrollBehavior::Smooth });
    match element.closest(".drawer-body").ok().flatten() {
        // The page beside the drawer stays where it is.
        Some(body) => scroll_inside(&body, &element, block),
        None => element.scroll_into_view_with_scroll_into_view_options(&options),
    }
    if let Ok(element) = element.dyn_into::<HtmlElement>() {
        if element.tab_index() < 0 && !element.has_attribute("tabindex") {
            // A section cannot take the focus by itself; this lets the next Tab go on from here.
            let _ = element.set_attribute("tabindex", "-1");
        }
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}
