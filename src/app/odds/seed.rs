//! Which cases are drawn: the seed, another one, and what the draws are made of.

use leptos::prelude::event_target_value;
use web_sys::Event;

use super::drawn::drawn;
use crate::app::dom::{View, all, button, el, when};
use crate::app::parts::toggle;
use crate::app::store::store;
use crate::platform::reactive::RwSignal;
use crate::words::analysis as lang;

/// The seed's field, a button for other draws, and the ranges behind another.
pub fn seed() -> View {
    let store = store();
    let seed = store.seed;
    let open = RwSignal::new(false);
    // What was typed and is no seed stays in the field until it becomes one.
    let refused = RwSignal::new(false);
    let typed = move |event: Event| match event_target_value(&event).trim().parse() {
        Ok(value) => {
            refused.set(false);
            store.act(|book| book.set_seed(value));
        }
        Err(_) => refused.set(true),
    };
    let again = move || {
        refused.set(false);
        // Read before: the book cannot be looked into while it is written.
        let next = seed.get_untracked().wrapping_add(1);
        store.act(|book| book.set_seed(next));
    };
    let field = el("input", "field")
        .attr("type", "text")
        .attr("inputmode", "numeric")
        .attr("autocomplete", "off")
        .attr("id", "seed")
        .attr("name", "seed")
        .keep_class("refused", move || refused.get())
        .keep("aria-invalid", move || refused.get().then_some("true"))
        .keep_property("value", move || seed.get().to_string())
        .on("change", typed);
    let line = el("div", "seed caption")
        .with(el("label", "").attr("for", "seed").with(lang::seed()))
        .with(field)
        .with(button("link", again).with(lang::draw_again()))
        .with(toggle("link", open).attr("aria-controls", "drawn").with(lang::ranges()));
    let notice = || el("p", "notice").attr("role", "status").with(lang::refused_seed());
    let ranges = el("div", "").attr("id", "drawn").with(when(move || open.get(), drawn));
    all::<View>([line.into(), when(move || refused.get(), notice), ranges.into()])
}
