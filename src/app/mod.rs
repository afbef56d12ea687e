//! The page: elements made by functions, each showing one thing, and kept by the signals of Leptos. Logic lives in the core,
//! on the data that is shown.

mod answer;
mod badge;
mod bar;
mod bench;
mod build_out;
mod cases;
mod change;
mod charts;
mod compare;
mod dial;
mod dom;
mod download;
mod drawer;
mod dropping;
mod embed;
mod field;
mod figures;
mod hands;
mod icons;
mod keeping;
mod keys;
mod lines;
mod listen;
mod matters;
mod menu;
mod notices;
mod odds;
mod opening;
mod page;
mod panels;
mod parts;
mod picture;
mod plot;
mod rail;
mod regions;
mod reports;
mod rulers;
mod scroll;
mod section;
mod seen;
mod store;
mod strip;
mod table;
mod text;
mod working;
mod years;

use crate::app::dom::{View, anew};

use crate::platform::reactive::{effect, memo, untrack};
use crate::platform::{boot, numerals, theme};
use crate::words::numbers::{Numerals, set_numerals};

/// Puts the page on the screen, in place of the picture of it that the file carries.
pub fn mount() {
    boot::report_panics();
    let language = numerals::language("en");
    if let Some((decimal, group)) = numerals::separators(&language) {
        set_numerals(Numerals::named(&decimal, &group));
    }
    bench::offer();
    boot::replace(|place| leptos::mount::mount_to(place.clone(), move || dom::show(&place, app())).forget());
}

fn app() -> View {
    let store = store::store();
    let host = embed::converse(store);
    keys::listen(store);
    opening::replay(store);
    opening::follow_address(store);
    dropping::listen(store);
    keeping::keep(store);
    effect(move || theme::show(store.dark.get()));
    answer::title_window(store);
    effect(move || {
        store.outcome.with_untracked(|_| boot::ready());
    });
    if let Some(host) = host {
        embed::report(store, host);
    }
    let embedded = memo(move || store.link.with(|link| link.embed));
    anew(move || match embedded.get() {
        true => untrack(embed::embed),
        false => untrack(page::page),
    })
}
