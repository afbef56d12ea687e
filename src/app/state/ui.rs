//! State of the interface: open panels, search text, crosshair, notices. None of it is saved.

use leptos::prelude::*;

use super::{Notice, ThemeState};
use crate::app::section::Section;
use crate::app::{element_ids, scroll};
use crate::chart::ChartId;
use crate::model::SearchTarget;
use crate::platform::media_query::{media_query, pixel_ratio};
use crate::scenario::link::Link;
use crate::scenario::{Input, ScenarioPart};
use crate::words::glossary::Term;
use crate::words::metrics::Metric;

/// Dialog over the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialog {
    /// Link, text, tables and embed code, of a chart where one was asked for.
    Share(Option<ChartId>),
    /// Undo history.
    History,
    /// Keyboard shortcuts.
    Shortcuts,
    /// Description of the model.
    AboutModel,
    /// Glossary, at a requested term.
    Glossary(Option<Term>),
}

/// Period that the working shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WorkingPeriod {
    /// One quarter.
    Quarter,
    /// One year.
    Year,
}

/// Media query of a screen as low as a phone on its side.
const LOW_SCREEN: &str = "(max-height: 499px)";

/// Quarter that the working shows first: the middle of most horizons.
const FIRST_QUARTER: usize = 17;

/// Signals of the interface.
#[derive(Clone, Copy)]
pub(crate) struct UiState {
    /// Theme signals.
    pub(crate) theme: ThemeState,
    /// Device pixels per CSS pixel.
    pub(crate) pixel_ratio: ReadSignal<f64>,
    /// Whether the screen is narrower than 760 px.
    pub(crate) phone: ReadSignal<bool>,
    /// Whether a phone's dock shows one slider instead of three.
    pub(crate) dock_folded: RwSignal<bool>,
    /// The slider that a folded dock shows.
    pub(crate) dock_input: RwSignal<Input>,
    /// Whether the drawer with all assumptions is open.
    pub(crate) drawer_open: RwSignal<bool>,
    /// Search text of the drawer.
    pub(crate) search: RwSignal<String>,
    /// Inputs whose break-even value the drawer shows.
    pub(crate) goal_seek_inputs: RwSignal<Vec<Input>>,
    /// Goal of the break-even search.
    pub(crate) goal: RwSignal<SearchTarget>,
    /// Dialog over the page.
    pub(crate) dialog: RwSignal<Option<Dialog>>,
    /// Time under the crosshair in years, shared by all time charts.
    pub(crate) crosshair_time: RwSignal<Option<f64>>,
    /// Figure whose derivation the working shows; all equations where `None`.
    pub(crate) explained: RwSignal<Option<Metric>>,
    /// Length of the period that the working shows.
    pub(crate) working_period: RwSignal<WorkingPeriod>,
    /// Quarter that the working shows, from 1.
    pub(crate) working_quarter: RwSignal<usize>,
    /// Step of the tour that is shown.
    pub(crate) tour_step: RwSignal<Option<usize>>,
    /// Whether the list of all reported statements is open.
    pub(crate) statements_open: RwSignal<bool>,
    /// Messages of the page, newest last.
    pub(crate) notices: RwSignal<Vec<Notice>>,
    /// Settings of the link that was opened last: view, embedding, theme.
    pub(crate) link: RwSignal<Link>,
}

impl UiState {
    /// Creates the state of a page that opens with a link.
    pub(crate) fn new(link: Link, notices: Vec<Notice>) -> Self {
        Self {
            theme: ThemeState::new(link.theme),
            pixel_ratio: pixel_ratio(),
            phone: media_query("screen and (max-width: 759px)"),
            // On a low screen three sliders would cover the charts.
            dock_folded: RwSignal::new(media_query(LOW_SCREEN).get_untracked()),
            dock_input: RwSignal::new(Input::Growth),
            drawer_open: RwSignal::new(false),
            search: RwSignal::new(String::new()),
            goal_seek_inputs: RwSignal::new(Vec::new()),
            goal: RwSignal::new(SearchTarget::Npv),
            dialog: RwSignal::new(None),
            crosshair_time: RwSignal::new(None),
            explained: RwSignal::new(None),
            working_period: RwSignal::new(WorkingPeriod::Quarter),
            working_quarter: RwSignal::new(FIRST_QUARTER),
            tour_step: RwSignal::new(None),
            statements_open: RwSignal::new(false),
            notices: RwSignal::new(notices),
            link: RwSignal::new(link),
        }
    }

    /// Shows a notice. Removes earlier reports of a success, and a notice with the same text and action.
    pub(crate) fn notify(self, notice: Notice) {
        self.notices.update(|notices| {
            notices.retain(|known| !known.is_success && *known != notice);
            notices.push(notice);
        });
    }

    /// Scrolls to an input's control and focuses it; opens the drawer where only the drawer has the control.
    pub(crate) fn reveal(self, input: Input) {
        match self.shows_headline_slider(input) {
            true => {
                self.dock_input.set(input);
                scroll::focus(input.id().to_owned());
            }
            false => self.reveal_in_drawer(element_ids::drawer_control(input)),
        }
    }

    /// Scrolls to the control of a part of the scenario and focuses it.
    pub(crate) fn reveal_part(self, part: ScenarioPart) {
        match part {
            ScenarioPart::Input(input) => self.reveal(input),
            ScenarioPart::CapexPath => self.reveal_in_drawer(element_ids::CAPEX_PLAN.to_owned()),
            ScenarioPart::Events => self.reveal_in_drawer(element_ids::EVENTS.to_owned()),
        }
    }

    /// Scrolls to an input's number field and focuses it, which selects the number.
    pub(crate) fn reveal_number(self, input: Input) {
        if input.range().is_none() {
            return self.reveal(input);
        }
        match self.shows_headline_slider(input) {
            true => {
                self.dock_folded.set(false);
                scroll::focus(element_ids::number_field("", input));
            }
            false => self.reveal_in_drawer(element_ids::number_field(element_ids::DRAWER_PREFIX, input)),
        }
    }

    fn shows_headline_slider(self, input: Input) -> bool {
        Input::HEADLINE.contains(&input) && !self.drawer_open.get_untracked()
    }

    fn reveal_in_drawer(self, element: String) {
        self.search.set(String::new());
        self.drawer_open.set(true);
        scroll::focus(element);
    }

    /// Opens the derivation of a figure in the working, at the quarter that decides the figure.
    pub(crate) fn explain(self, metric: Metric, quarter: usize) {
        self.working_period.set(WorkingPeriod::Quarter);
        self.working_quarter.set(quarter);
        self.explained.set(Some(metric));
        scroll::to_start(Section::Working.id().to_owned());
    }

    /// Opens the share dialog with the embed code of a chart.
    pub(crate) fn share_chart(self, chart: ChartId) {
        self.dialog.set(Some(Dialog::Share(Some(chart))));
    }
}

/// Returns the interface state from context.
pub(crate) fn use_ui() -> UiState {
    expect_context()
}
