//! The comparison: up to three pinned scenarios against the present one, and where their difference comes from.

mod bridge;
mod head;
mod rows;

use super::dom::{Element, button, el, when};
use super::section::Section;
use super::seen::in_view_by;
use super::store::{Store, store};
use crate::platform::reactive::memo;
use crate::scenario::workbook::{Pin, Sheet, Workbook};
use crate::scenario::{Origin, presets};
use crate::words::{compare as words, controls, scenario_name};

/// The section.
pub fn compare() -> Element {
    let store = store();
    let room = el("section", "section compare").attr("id", Section::Compare.id()).attr("aria-labelledby", TITLE);
    let seen = in_view_by(&room, "160px");
    let count = memo(move || store.pins.with(Vec::len));
    let table = move || {
        let frame = el("div", "scroll").attr("tabindex", "0").attr("role", "region").attr("aria-labelledby", TITLE);
        frame.with(el("table", "data").with(head::head()).with(rows::rows(seen)))
    };
    let tools = el("div", "tools")
        .with(button("button", move || pin(store)).attr("id", PIN).with(controls::pin()))
        .with(button("button", move || store.act(companies)).with(words::three_companies()));
    room.with(el("h2", "").attr("id", TITLE).with(Section::Compare.title()))
        .with(el("p", "lead").says(move || if count.get() == 0 { words::no_pins() } else { words::compare_lead() }))
        .with(tools)
        .with(when(move || count.get() > 0, table))
        .with(bridge::bridge(*seen))
}

const TITLE: &str = "compare-title";

/// The button that pins.
const PIN: &str = "pin-present";

/// Pins the present scenario.
pub fn pin_present() {
    pin(store());
}

/// Pins the present scenario, called by what differs.
pub fn pin(store: Store) {
    store.act(|book| {
        let sheet = book.sheet();
        let name = scenario_name::unique_name(&scenario_name::pin_name(sheet), &sheet.pins);
        book.pin(Pin { name, scenario: sheet.scenario });
    });
}

/// Pins the companies in the present case; the one that is on the page is there already.
fn companies(book: &mut Workbook) {
    let sheet = book.sheet();
    let here = |origin: &Origin| origin.scenario() == sheet.scenario;
    let origins = presets().companies.iter().map(|company| Origin::new(&company.id, sheet.origin.case_id()));
    let pin = |origin: Origin| Pin { name: scenario_name::short_origin_name(&origin), scenario: origin.scenario() };
    let all: Vec<Pin> = origins.filter(|origin| !here(origin)).map(pin).collect();
    book.set_pins(all);
}

/// What the present scenario is called where there is little room.
fn present(sheet: &Sheet) -> String {
    scenario_name::short_origin_name(&sheet.origin)
}
