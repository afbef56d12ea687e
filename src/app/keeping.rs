//! What is kept while the page is used: the address, the memory, and the link that a fresh start opens.

use super::opening::REMEMBERED;
use super::store::{REST, Store, store};
use crate::platform::reactive::effect;
use crate::platform::rest::AtRest;
use crate::platform::{address, boot, memory};
use crate::scenario::link::{self, Link};

/// The link of what is on the page now, with what the opening link said about the view.
pub fn fragment(store: Store) -> String {
    let opened = store.link.get_untracked();
    let link = store.workbook.with_untracked(Link::of);
    link::write(&Link {
        view: opened.view,
        theme: opened.theme,
        embed: opened.embed,
        charts: opened.charts,
        controls: opened.controls,
        title: opened.title,
        ..link
    })
}

/// The whole address of what is on the page now, as the full page opens it.
pub fn link() -> String {
    let link = store().workbook.with_untracked(Link::of);
    format!("{}#{}", address::page(), link::write(&link))
}

/// Keeps address and memory in step, whenever the hand has rested.
pub fn keep(store: Store) {
    let rest = AtRest::new(REST, move || write(store));
    let mut opened = false;
    effect(move || {
        store.workbook.track();
        // What was just opened is there already.
        if std::mem::replace(&mut opened, true) {
            rest.ask();
        }
    });
}

/// Writes what is on the page to where it is kept.
pub fn write(store: Store) {
    let fragment = fragment(store);
    boot::keep(&fragment);
    if fragment != address::fragment() {
        // Where the address may not be changed, “Copy link” still gives it.
        address::replace(&fragment);
    }
    if !store.link.with_untracked(|link| link.embed) {
        memory::write(REMEMBERED, &store.workbook.with_untracked(crate::scenario::saved_state::write));
    }
}
