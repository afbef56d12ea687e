//! Scrolling to places of the page. The address stays as it is: it belongs to the scenario.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, FocusOptions, HtmlElement, MouseEvent, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition,
};

/// Follows a link within the page: scrolls to the element and focuses it.
pub(crate) fn follow_link(event: &MouseEvent, id: &str) {
    event.prevent_default();
    show(id, ScrollLogicalPosition::Start);
}

/// Scrolls to the top of the page.
pub(crate) fn to_top(event: MouseEvent) {
    event.prevent_default();
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Scrolls an element into the middle of the screen and focuses it, once pending changes of the page are done.
pub(crate) fn focus(id: String) {
    set_timeout(move || show(&id, ScrollLogicalPosition::Center), Duration::ZERO);
}

/// Scrolls to the start of an element and focuses it, once pending changes of the page are done.
pub(crate) fn to_start(id: String) {
    set_timeout(move || show(&id, ScrollLogicalPosition::Start), Duration::ZERO);
}

fn show(id: &str, position: ScrollLogicalPosition) {
    let Some(element) = document().get_element_by_id(id) else { return };
    match element.closest(".drawer-body").ok().flatten() {
        // The page beside the drawer stays where it is.
        Some(body) => scroll_inside(&body, &element, position),
        None => {
            let options = ScrollIntoViewOptions::new();
            options.set_block(position);
            options.set_behavior(if reduced_motion() { ScrollBehavior::Auto } else { ScrollBehavior::Smooth });
            element.scroll_into_view_with_scroll_into_view_options(&options);
        }
    }
    focus_without_scrolling(element);
}

fn reduced_motion() -> bool {
    window().match_media("(prefers-reduced-motion: reduce)").ok().flatten().is_some_and(|list| list.matches())
}

fn scroll_inside(body: &Element, element: &Element, position: ScrollLogicalPosition) {
    let (outer, inner) = (body.get_bounding_client_rect(), element.get_bounding_client_rect());
    let above = if position == ScrollLogicalPosition::Center { 0.5 * (outer.height() - inner.height()) } else { 0.0 };
    body.set_scroll_top(body.scroll_top() + (inner.top() - outer.top() - above).round() as i32);
}

fn focus_without_scrolling(element: Element) {
    let Ok(element) = element.dyn_into::<HtmlElement>() else { return };
    if element.tab_index() < 0 && !element.has_attribute("tabindex") {
        // A section cannot be focused by itself; with a tabindex the next Tab goes on from here.
        let _ = element.set_attribute("tabindex", "-1");
    }
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}
