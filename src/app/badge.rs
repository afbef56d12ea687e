//! Where an input's default comes from: R, P or A.

use web_sys::{FocusEvent, KeyboardEvent};

use super::dom::{Element, all, el, when};
use super::parts::{leaves, toggle};
use crate::platform::reactive::RwSignal;
use crate::scenario::{Input, Source};
use crate::words::inputs;

/// The badge of an input; it leads to the fact behind it, or says that it is our assumption.
pub fn badge(input: Input) -> Element {
    let open = RwSignal::new(false);
    let left = move |event: FocusEvent| {
        if leaves(&event) {
            open.set(false);
        }
    };
    let key = move |event: KeyboardEvent| {
        if event.key() == "Escape" && open.get_untracked() {
            event.stop_propagation();
            open.set(false);
        }
    };
    let letter = input.spec().source.letter().to_string();
    let button = toggle("badge", open)
        .attr("data-source", &letter)
        .attr("aria-label", &inputs::badge_of(input))
        .with(letter.as_str());
    let tip = move || el("div", "tip").attr("tabindex", "-1").with(super::reports::behind(input));
    el("span", "badge-box").on("focusout", left).on("keydown", key).with(button).with(when(move || open.get(), tip))
}

/// What the three letters mean.
pub fn badge_key(words: fn(Source) -> &'static str) -> Element {
    let key = |source: Source| {
        let letter = source.letter().to_string();
        let sign = el("i", "badge").attr("data-source", &letter).attr("aria-hidden", "true").with(letter.as_str());
        el("span", "").with(sign).with(words(source))
    };
    el("p", "badges").with(all([Source::Reported, Source::Published, Source::Assumed].map(key)))
}
