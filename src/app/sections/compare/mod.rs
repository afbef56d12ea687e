//! Comparison of the current scenario with up to three pinned scenarios.

mod bridge;
mod head;
mod rows;

use leptos::html;
use leptos::prelude::*;

use crate::app::components::PageSection;
use crate::app::section::Section;
use crate::app::state::{Notice, UiState, WorkbookStore, use_ui, use_workbook};
use crate::app::visibility::use_visibility;
use crate::scenario::workbook::Pin;
use crate::scenario::{Origin, presets};
use crate::words::compare;
use crate::words::controls;
use crate::words::notices;
use crate::words::scenario_name;
use bridge::BridgeView;
use head::ComparisonHead;
use rows::ComparisonRows;

/// Margin around the screen within which the comparison is kept up to date.
const MARGIN: &str = "160px";

/// Section with the comparison.
#[component]
pub(crate) fn Compare() -> impl IntoView {
    let (workbook, ui) = (use_workbook(), use_ui());
    let root = NodeRef::<html::Section>::new();
    let visible = use_visibility(root, MARGIN);
    let pin_button = NodeRef::<html::Button>::new();
    let any_pins = Memo::new(move |_| workbook.pins.with(|pins| !pins.is_empty()));
    view! {
        <PageSection
            section=Section::Compare
            node_ref=root
            class:compare=true
            class:no-print=move || !any_pins.get()
        >
            <p class="lead">{move || if any_pins.get() { compare::compare_lead() } else { compare::no_pins() }}</p>
            <div class="tools">
                <button
                    node_ref=pin_button
                    type="button"
                    class="button"
                    id="pin-present"
                    on:click=move |_| pin_current(workbook)
                >
                    {controls::pin()}
                </button>
                <button type="button" class="button" on:click=move |_| pin_companies(workbook, ui)>
                    {compare::three_companies()}
                </button>
            </div>
            <Show when=move || any_pins.get()>
                <div class="scroll" tabindex="0" role="region" aria-label=Section::Compare.title()>
                    <table class="data">
                        <ComparisonHead pin_button/>
                        <ComparisonRows visible/>
                    </table>
                </div>
            </Show>
            <BridgeView visible/>
        </PageSection>
    }
}

/// Pins the current scenario. Its name lists the differences from the preset.
pub(crate) fn pin_current(workbook: WorkbookStore) {
    workbook.edit(|book| {
        let sheet = book.sheet();
        let name = scenario_name::unique_name(&scenario_name::pin_name(sheet), &sheet.pins);
        book.pin(Pin { name, scenario: sheet.scenario });
    });
}

/// Pins the other companies in the current case, after the reader's own pins.
fn pin_companies(workbook: WorkbookStore, ui: UiState) {
    let mut without_room = Vec::new();
    workbook.edit(|book| {
        let here = book.sheet().origin;
        let others = presets().companies.iter().filter(|company| company.id != here.company_id());
        let origins = others.map(|company| Origin::new(&company.id, here.case_id()));
        let pin = |origin: Origin| Pin { name: scenario_name::short_origin_name(&origin), scenario: origin.scenario() };
        without_room = book.pin_beside(origins.map(pin).collect());
    });
    if !without_room.is_empty() {
        let names: Vec<String> = without_room.into_iter().map(|pin| pin.name).collect();
        ui.notify(Notice::new(notices::no_room_for_pins(&names)));
    }
}
