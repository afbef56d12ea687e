//! What is worked out only while it is on the screen.

use super::dom::Element;
use super::store::store;
use crate::platform::observe;
use crate::platform::reactive::{ReadSignal, RwSignal, signal, untrack};
use crate::platform::rest::later;

/// Whether an element is on the screen, or nearly.
pub fn in_view(element: &Element) -> RwSignal<bool> {
    in_view_by(element, "64px")
}

/// The same, with another margin around the screen.
pub fn in_view_by(element: &Element, margin: &str) -> RwSignal<bool> {
    let seen = RwSignal::new(false);
    observe::visible(element.node(), margin, move |visible| seen.set(visible));
    seen
}

/// Words that follow while they are seen, and catch up at rest while they are not: who searches the page, or has it read
/// out, finds nothing that is no longer so.
pub fn while_seen<T: 'static>(
    seen: ReadSignal<bool>,
    words: impl Fn() -> T + Copy + Send + Sync + 'static,
) -> impl Fn() -> T + Copy + Send + Sync + 'static {
    move || {
        if seen.get() {
            return words();
        }
        store().settled.track();
        untrack(words)
    }
}

/// True a moment after the first screen is there: what stands far below does not delay it.
pub fn soon() -> ReadSignal<bool> {
    let (soon, set) = signal(false);
    later(200, move || set.set(true));
    soon
}
