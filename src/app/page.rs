//! The page as a whole: what stands where.

use super::answer::{answer, brief, caveat, spoken};
use super::bar::bar;
use super::build_out::build_out;
use super::charts;
use super::compare::compare;
use super::dom::{Element, View, all, anew, button, el, when};
use super::drawer::drawer;
use super::figures::figures;
use super::matters::matters;
use super::notices::notices;
use super::odds::odds;
use super::panels::{guide, panels};
use super::rail::rail;
use super::regions::regions;
use super::reports::reports;
use super::section::Section;
use super::store::{Panel, store};
use super::working::working;
use super::years::year_table;
use crate::platform::reactive::signal;
use crate::scenario::Input;
use crate::words::export::instead_of;
use crate::words::inputs::label;
use crate::words::site::{footer, left_out, not_verified};
use crate::words::units::value;
use crate::words::{about, controls};

/// The full page.
pub fn page() -> View {
    let store = store();
    let (passed, set_passed) = signal(false);
    let main = el("div", "main")
        .with(figures())
        .with(changed())
        .with(cash())
        .with(build_out())
        .with(matters())
        .with(regions())
        .with(odds())
        .with(compare())
        .with(reports())
        .with(working())
        .with(year_table())
        .with(foot());
    let top = el("div", "wide top").with(answer(set_passed)).with(notices());
    let layout = el("div", "wide layout").with(rail(passed)).with(main);
    let beside = el("div", "")
        .keep_class("with-drawer", move || store.drawer.get())
        .with(when(move || store.drawer.get(), drawer))
        .with(el("main", "page").attr("id", "top").with(top).with(layout));
    let skip = el("a", "skip").attr("href", "#top").on("click", |event| super::scroll::to(&event, "top"));
    all::<View>([
        skip.with(controls::skip()).into(),
        bar().into(),
        guide(),
        brief(passed).into(),
        beside.into(),
        panels().into(),
        spoken().into(),
    ])
}

/// The charts that the page begins with.
fn cash() -> Element {
    el("section", "")
        .attr("id", "cash")
        .attr("aria-labelledby", "cash-title")
        .with(el("h2", "sr").attr("id", "cash-title").with(Section::Cash.title()))
        .with(charts::cash())
        .with(el("div", "phone-only").with(caveat()))
        .with(charts::revenue())
}

/// The inputs that differ from where the scenario started, for paper: there are no sliders on it.
fn changed() -> Element {
    let store = store();
    let lines = move || {
        let sheet = store.workbook.with(|book| book.sheet().clone());
        let base = sheet.origin.scenario();
        let line = |input: Input| {
            let (now, before) = (value(input, sheet.scenario.get(input)), value(input, base.get(input)));
            el("li", "").with(format!("{}: {}", label(input), instead_of(&now, &before)))
        };
        all(sheet.changed().map(line))
    };
    el("ul", "print-only").with(when(move || store.paper.get(), move || anew(lines)))
}

/// What is left out, and what the numbers are.
fn foot() -> Element {
    let actions = el("p", "actions")
        .with(button("link", || store().panel.set(Some(Panel::Model))).with(about::title()))
        .with(button("link", || store().guide.set(Some(0))).with(controls::guide()))
        .with(button("link", || store().panel.set(Some(Panel::Keys))).with(controls::keyboard()));
    let words = format!("{} {} {}", left_out(), not_verified(), footer());
    el("footer", "foot").with(words).with(actions)
}

/// Back to the top, without touching the address.
pub fn to_top(event: web_sys::MouseEvent) {
    event.prevent_default();
    gloo::utils::window().scroll_to_with_x_and_y(0.0, 0.0);
}
