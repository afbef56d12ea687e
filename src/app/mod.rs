//! The page: Leptos components over the core. State comes by context or props; logic lives in the core, on data.

mod answer_bar;
mod benchmark_api;
mod chart_canvas;
mod components;
mod dialogs;
mod downloads;
mod drawer;
mod element_ids;
mod embed_view;
mod file_drop;
mod host;
mod page;
mod persistence;
mod rail;
mod scroll;
mod section;
mod sections;
mod shortcuts;
mod startup;
mod state;
mod top_bar;
mod visibility;

use leptos::prelude::*;

use crate::platform::frame::FrameScheduler;
use crate::platform::{address, boot, number_format};
use crate::words::answer;
use crate::words::numbers::Numerals;
use crate::words::numbers::set_numerals;
use embed_view::EmbedView;
use page::Page;
use startup::Startup;
use state::{UiState, WorkbookStore};

/// Mounts the app in place of the static page that the file carries.
pub fn mount() {
    boot::report_panics();
    let language = number_format::language("en");
    if let Some((decimal, group)) = number_format::separators(&language) {
        set_numerals(Numerals::named(&decimal, &group));
    }
    if address::has_flag("bench=1") {
        benchmark_api::publish();
    }
    boot::replace_static_page(|place| leptos::mount::mount_to(place, App).forget());
}

/// Root of the app: provides the state and shows the full page or the view inside an article.
#[component]
fn App() -> impl IntoView {
    let Startup { workbook, link, notices } = startup::open();
    let (workbook, ui) = (WorkbookStore::new(workbook), UiState::new(link, notices));
    provide_context(workbook);
    provide_context(ui);
    host::connect(workbook, ui);
    startup::replay_early_edits(workbook, ui);
    startup::follow_address(workbook, ui);
    startup::show_linked_chart(ui);
    shortcuts::listen(workbook, ui);
    file_drop::listen(workbook, ui);
    persistence::keep(workbook, ui);
    Effect::new(move || boot::show_theme(ui.theme.dark.get()));
    Effect::new(move || {
        if let Some((_, outcome)) = workbook.settled.get() {
            document().set_title(&answer::window_title(&workbook.scenario_name.get_untracked(), &outcome.summary));
        }
    });
    // The first frame lays the charts out, the second one draws them.
    let drawn = FrameScheduler::new(boot::set_ready);
    let laid_out = FrameScheduler::new(move || drawn.request());
    Effect::new(move || laid_out.request());
    let embedded = Memo::new(move |_| ui.link.with(|link| link.embed));
    move || if embedded.get() { view! { <EmbedView/> }.into_any() } else { view! { <Page/> }.into_any() }
}
