//! The comparison: up to three pinned scenarios against the present one, and where their difference comes from.

mod bridge;
mod head;
mod rows;

use crate::app::reactive::{effect, memo};
use leptos::html;
use leptos::prelude::*;

use super::store::{Store, store};
use crate::lang::page::Section;
use crate::lang::{controls, page, pins};
use crate::platform::observe;
use crate::scenario::workbook::{Pin, Sheet, Workbook};
use crate::scenario::{Origin, presets};

/// The section.
#[component]
pub fn Compare() -> impl IntoView {
    let store = store();
    let node = NodeRef::<html::Section>::new();
    let seen = RwSignal::new(false);
    effect(move || {
        if let Some(node) = node.get() {
            observe::visible(&node, "160px", move |visible| seen.set(visible));
        }
    });
    let count = memo(move || store.pins.with(Vec::len));
    view! {
        <section class="section compare" id=Section::Compare.id() aria-labelledby="compare-title" node_ref=node>
            <h2 id="compare-title">{Section::Compare.title()}</h2>
            <p class="lead">{move || if count.get() == 0 { page::no_pins() } else { page::compare_lead() }}</p>
            <div class="tools">
                <button type="button" class="button" id="pin-present" on:click=move |_| pin(store)>{controls::pin()}</button>
                <button type="button" class="button" on:click=move |_| store.act(companies)>{page::three_companies()}</button>
            </div>
            <Show when=move || { count.get() > 0 }>
                <div class="scroll" tabindex="0" role="region" aria-labelledby="compare-title">
                    <table class="data">
                        <head::Head/>
                        <rows::Rows seen/>
                    </table>
                </div>
            </Show>
            <bridge::Bridge/>
        </section>
    }
}

/// Pins the present scenario.
pub fn pin_present() {
    pin(store());
}

/// Pins the present scenario, called by what differs.
pub fn pin(store: Store) {
    store.act(|book| {
        let sheet = book.sheet();
        let name = pins::free(&pins::name(sheet), &sheet.pins);
        book.pin(Pin { name, scenario: sheet.scenario });
    });
}

/// Pins the companies in the present case; the one that is on the page is there already.
fn companies(book: &mut Workbook) {
    let sheet = book.sheet();
    let here = |origin: &Origin| origin.scenario() == sheet.scenario;
    let origins = presets().companies.iter().map(|company| Origin::new(&company.id, sheet.origin.case_id()));
    let pin = |origin: Origin| Pin { name: pins::start(&origin), scenario: origin.scenario() };
    let all: Vec<Pin> = origins.filter(|origin| !here(origin)).map(pin).collect();
    book.pin_all(all);
}

/// What the present scenario is called where there is little room.
fn present(sheet: &Sheet) -> String {
    pins::start(&sheet.origin)
}
