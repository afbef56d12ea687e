//! Notices of the page, under the answer.

use leptos::prelude::*;

use super::{IconButton, Sentence, icon};
use crate::app::downloads;
use crate::app::state::{NoticeAction, UiState, WorkbookStore, use_ui, use_workbook};
use crate::scenario::Origin;
use crate::scenario::workbook::{Sheet, Workbook};
use crate::words::controls;
use crate::words::notices;
use crate::words::scenario_name::origin_name;
use crate::words::text::Text;

/// List of the newest notices, and the number of earlier notices. Rows keep their elements when a notice above is
/// dismissed, so that the focus stays on a dismiss button.
#[component]
pub(crate) fn Notices() -> impl IntoView {
    let ui = use_ui();
    let all_shown = RwSignal::new(false);
    let shown = Memo::new(move |_| notices::shown_notices(ui.notices.with(Vec::len), all_shown.get()));
    view! {
        <div class="notices" role="status">
            <Show when=move || shown.get().1 != 0>
                <button type="button" class="link" on:click=move |_| all_shown.set(true)>
                    {move || notices::show_earlier(shown.get().1)}
                </button>
            </Show>
            <For each=move || shown.get().0 key=|index| *index let(index)>
                <NoticeRow index/>
            </For>
        </div>
    }
}

/// Notice with its action and its dismiss button.
#[component]
fn NoticeRow(
    /// Position in the list of notices.
    index: usize,
) -> impl IntoView {
    let (workbook, ui) = (use_workbook(), use_ui());
    let text = Signal::derive(move || {
        ui.notices.with(|notices| notices.get(index).map_or_else(Text::new, |notice| notice.text.clone()))
    });
    let is_success =
        Memo::new(move |_| ui.notices.with(|notices| notices.get(index).is_some_and(|notice| notice.is_success)));
    let action = Memo::new(move |_| ui.notices.with(|notices| notices.get(index)?.action));
    let dismiss = move || {
        ui.notices.update(|notices| {
            if index < notices.len() {
                notices.remove(index);
            }
        });
    };
    let action_button = move |action: NoticeAction| {
        let press = move |_| {
            run(action, workbook, ui);
            dismiss();
        };
        view! { <button type="button" class="button" on:click=press>{label(action, workbook)}</button> }
    };
    view! {
        <div class="notice" class:good=move || is_success.get()>
            <span><Sentence text/></span>
            {move || action.get().map(action_button)}
            <IconButton class="icon" path=icon::CLOSE label=controls::dismiss() on_press=dismiss/>
        </div>
    }
}

fn label(action: NoticeAction, workbook: WorkbookStore) -> String {
    match action {
        NoticeAction::Undo => controls::bring_back().to_owned(),
        NoticeAction::StartOver => notices::memory_start_over().to_owned(),
        NoticeAction::DropChanges => notices::drop_changes(&workbook.origin.with_untracked(origin_name)),
        NoticeAction::TodaysAssumptions => notices::todays_assumptions().to_owned(),
        NoticeAction::DownloadDamaged => notices::memory_download().to_owned(),
    }
}

fn run(action: NoticeAction, workbook: WorkbookStore, ui: UiState) {
    match action {
        NoticeAction::Undo => workbook.edit(Workbook::undo),
        NoticeAction::StartOver => {
            workbook.edit(|book| *book = Workbook::open(Sheet::new(Origin::default()), None));
        }
        NoticeAction::DropChanges => workbook.edit(Workbook::reset_all),
        NoticeAction::TodaysAssumptions => workbook.edit(Workbook::take_todays_assumptions),
        NoticeAction::DownloadDamaged => downloads::damaged_state(ui),
    }
}
