//! Charts of the current scenario, with the baseline and the pinned scenarios.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::components::{ChartActions, ChartView, figure_of};
use crate::app::state::{UiState, use_workbook};
use crate::chart::{self, ChartData, Figure, Focus};

/// Actions of a chart whose time axis carries the events.
const WITH_EVENTS: ChartActions = ChartActions { on_press: None, handle: None, has_events: true };

/// Chart of the current scenario.
#[component]
pub(crate) fn ScenarioChart(
    /// Builds the figure.
    figure: fn(&ChartData) -> Figure,
) -> impl IntoView {
    view! { <ChartView figure=figure_of(use_workbook(), figure)/> }
}

/// Cumulative cash, with the band of the simulated cases.
#[component]
pub(crate) fn CashChart() -> impl IntoView {
    let workbook = use_workbook();
    let figure = figure_of(workbook, move |data| {
        let sample = workbook.sample.get();
        chart::cash(&ChartData { band: Some(&sample.band), ..*data })
    });
    view! { <ChartView figure actions=WITH_EVENTS/> }
}

/// Demand, capacity and revenue.
#[component]
pub(crate) fn RevenueChart() -> impl IntoView {
    view! { <ChartView figure=figure_of(use_workbook(), chart::revenue) actions=WITH_EVENTS/> }
}

/// Returns the actions of a chart whose rows lead to the controls of their inputs.
pub(super) fn reveal_pressed_input(ui: UiState) -> ChartActions {
    let on_press = Callback::new(move |(figure, focus): (Arc<Figure>, Focus)| {
        if let Some(input) = chart::input_of(&figure, focus) {
            ui.reveal(input);
        }
    });
    ChartActions { on_press: Some(on_press), ..ChartActions::default() }
}
