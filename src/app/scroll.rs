//! Scrolling to places of the page. The address stays as it is: it belongs to the scenario.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use leptos::leptos_dom::helpers::WindowListenerHandle;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, FocusOptions, HtmlElement, MouseEvent, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition,
};

use super::section::Section;
use crate::chart::ChartId;

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

/// Scrolls to a chart, or to its section while the chart is not shown, once the page is laid out.
pub(crate) fn to_chart(chart: ChartId) {
    let show = move || {
        let selector = format!("figure[data-chart=\"{}\"]", chart.id());
        let figure = document().query_selector(&selector).ok().flatten();
        if let Some(element) = figure.or_else(|| document().get_element_by_id(Section::of(chart).id())) {
            scroll_page(element, ScrollLogicalPosition::Start, ScrollBehavior::Auto);
        }
    };
    request_animation_frame(move || request_animation_frame(show));
}

fn show(id: &str, position: ScrollLogicalPosition) {
    let Some(element) = document().get_element_by_id(id) else { return };
    match element.closest(".drawer-body").ok().flatten() {
        // The page beside the drawer stays where it is.
        Some(body) => scroll_inside(&body, &element, position),
        None => {
            let behavior = if reduced_motion() { ScrollBehavior::Auto } else { ScrollBehavior::Smooth };
            scroll_page(element.clone(), position, behavior);
        }
    }
    focus_without_scrolling(element);
}

fn reduced_motion() -> bool {
    window().match_media("(prefers-reduced-motion: reduce)").ok().flatten().is_some_and(|list| list.matches())
}

fn scroll_page(element: Element, position: ScrollLogicalPosition, behavior: ScrollBehavior) {
    scroll_into_view(&element, position, behavior);
    Arrival { element, position, stop: Rc::default(), checks: CHECKS }.watch();
}

fn scroll_into_view(element: &Element, position: ScrollLogicalPosition, behavior: ScrollBehavior) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(position);
    options.set_behavior(behavior);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Time between two checks of the scroll position.
const CHECK_AFTER: Duration = Duration::from_millis(100);

/// Number of checks: a smooth scroll over the whole page takes about a second.
const CHECKS: u32 = 25;

/// Number of checks after the scroll has ended, in case an element above still changes its height.
const CHECKS_AT_REST: u32 = 3;

/// Check of a scroll's end position. Elements above the target may change their height during the scroll.
struct Arrival {
    element: Element,
    position: ScrollLogicalPosition,
    /// Whether the reader has scrolled or pressed something, which ends the checks.
    stop: Rc<Cell<bool>>,
    /// Checks that are left.
    checks: u32,
}

impl Arrival {
    fn watch(self) {
        let stop_on = |event: &str| {
            let stop = Rc::clone(&self.stop);
            window_event_listener_untyped(event, move |_| stop.set(true))
        };
        let listeners = ["wheel", "touchstart", "pointerdown", "keydown"].map(stop_on);
        self.check_later(f64::NAN, move || listeners.into_iter().for_each(WindowListenerHandle::remove));
    }

    fn check_later(mut self, before: f64, done: impl FnOnce() + 'static) {
        let check = move || {
            if self.checks == 0 || self.stop.get() {
                return done();
            }
            let now = self.element.get_bounding_client_rect().top();
            self.checks -= 1;
            if now == before {
                // Where the page has arrived already, this changes nothing.
                scroll_into_view(&self.element, self.position, ScrollBehavior::Instant);
                self.checks = self.checks.min(CHECKS_AT_REST);
            }
            self.check_later(now, done);
        };
        set_timeout(check, CHECK_AFTER);
    }
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
