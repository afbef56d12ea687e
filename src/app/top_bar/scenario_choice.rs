//! Choice of the scenario: company, case and debate.

use leptos::html;
use leptos::prelude::*;

use crate::app::components::{Radio, RadioGroup, Select};
use crate::app::drawer::open_events;
use crate::app::state::{Notice, NoticeAction, UiState, WorkbookStore, use_ui, use_workbook};
use crate::scenario::{Origin, Preset, presets};
use crate::words::controls;
use crate::words::events;
use crate::words::notices;

/// Chooses a company, case or debate. A notice names the changes that are kept, and offers to drop them.
fn choose(workbook: WorkbookStore, ui: UiState, origin: impl FnOnce(Origin) -> Origin) {
    workbook.edit(|book| book.choose(origin(book.sheet().origin)));
    ui.notices.update(|notices| notices.retain(|notice| notice.action != Some(NoticeAction::DropChanges)));
    if let Some(text) = notices::changes_kept(&workbook.sheet()) {
        ui.notify(Notice::with_action(text, NoticeAction::DropChanges).success());
    }
}

/// Choice of the company.
#[component]
pub(super) fn Companies() -> impl IntoView {
    let (workbook, ui) = (use_workbook(), use_ui());
    let chosen = Memo::new(move |_| workbook.origin.with(Origin::company_id));
    let radio = move |preset: &'static Preset| {
        view! {
            <PresetRadio
                name="company"
                preset
                estimate=preset.estimate
                chosen=Signal::derive(move || chosen.get() == preset.id)
                on_choose=move || choose(workbook, ui, |origin| Origin::new(&preset.id, origin.case_id()))
            />
        }
    };
    view! { <RadioGroup label=controls::company()>{presets().companies.iter().map(radio).collect_view()}</RadioGroup> }
}

/// Choice of the case.
#[component]
pub(super) fn Cases() -> impl IntoView {
    let (workbook, ui) = (use_workbook(), use_ui());
    let chosen = Memo::new(move |_| workbook.origin.with(Origin::case_id));
    let radio = move |preset: &'static Preset| {
        view! {
            <PresetRadio
                name="case"
                preset
                chosen=Signal::derive(move || chosen.get() == preset.id)
                on_choose=move || choose(workbook, ui, |origin| Origin::new(origin.company_id(), &preset.id))
            />
        }
    };
    view! { <RadioGroup label=controls::case()>{presets().cases.iter().map(radio).collect_view()}</RadioGroup> }
}

/// Radio button of a preset.
#[component]
fn PresetRadio(
    /// Name of the group.
    name: &'static str,
    /// The preset.
    preset: &'static Preset,
    /// Whether the preset's numbers are marked as estimates.
    #[prop(optional)]
    estimate: bool,
    /// Whether it is chosen.
    #[prop(into)]
    chosen: Signal<bool>,
    /// Runs when it is chosen.
    on_choose: impl Fn() + 'static,
) -> impl IntoView {
    let label = preset.label.as_str();
    view! {
        <Radio name value=preset.id.as_str() label chosen on_choose>
            <span aria-hidden="true">{label}{estimate.then(|| view! { <small>{controls::estimated()}</small> })}</span>
        </Radio>
    }
}

/// Value of the entry that opens the list of events.
const OWN_EVENT: &str = "own-event";

/// Choice of a debate: a named question that changes one or two inputs.
#[component]
pub(super) fn Debates() -> impl IntoView {
    let (workbook, ui) = (use_workbook(), use_ui());
    let chosen =
        Memo::new(move |_| workbook.origin.with(|origin| origin.debate_preset().map_or("", |preset| &preset.id)));
    let list = NodeRef::<html::Select>::new();
    let choose = move |id: String| {
        if id == OWN_EVENT {
            // The entry is no debate: the list goes back to the one chosen.
            if let Some(list) = list.get_untracked() {
                list.set_value(chosen.get_untracked());
            }
            return open_events(workbook, ui);
        }
        choose(workbook, ui, |origin| if id.is_empty() { origin.without_debate() } else { Origin::debate(&id) });
    };
    let option = move |value: &'static str, words: &'static str| {
        view! { <option value=value prop:selected=move || chosen.get() == value>{words}</option> }
    };
    view! {
        <Select node_ref=list class="select debates" label=controls::what_if() on_choose=choose>
            {option("", controls::what_if_button())}
            {presets().debates.iter().map(|preset| option(&preset.id, &preset.label)).collect_view()}
            <option value=OWN_EVENT>{events::menu_entry()}</option>
        </Select>
    }
}
