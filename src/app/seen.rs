//! What is worked out only while it is on the screen.

use crate::app::reactive::effect;
use gloo::timers::callback::Timeout;
use leptos::html::ElementType;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::platform::observe;

/// Whether an element is on the screen, or nearly.
pub fn seen<E>(node: NodeRef<E>) -> RwSignal<bool>
where
    E: ElementType + 'static,
    E::Output: JsCast + Clone + AsRef<Element> + 'static,
{
    let seen = RwSignal::new(false);
    effect(move || {
        if let Some(node) = node.get() {
            observe::visible(node.as_ref(), "64px", move |visible| seen.set(visible));
        }
    });
    seen
}

/// Words that follow while they are seen, and stay as they are while they are not.
pub fn while_seen<T: 'static>(
    seen: RwSignal<bool>,
    words: impl Fn() -> T + Copy + Send + 'static,
) -> impl Fn() -> T + Copy + Send + 'static {
    move || if seen.get() { words() } else { untrack(words) }
}

/// True a moment after the first screen is there: what stands far below does not delay it.
pub fn soon() -> ReadSignal<bool> {
    let (soon, set) = signal(false);
    Timeout::new(200, move || set.set(true)).forget();
    soon
}
