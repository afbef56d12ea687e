//! The charts of the first screen: the scenario's figures, with ghost, pins and band.

use leptos::prelude::*;

use super::plot::Plot;
use super::store::{Shared, store};
use crate::chart::{self, Figure, Pinned, Subject};

/// The figure that a builder makes of the present scenario and what it is compared with.
pub fn figure_of(build: fn(&Subject) -> Figure) -> Memo<Shared<Figure>> {
    let store = store();
    Memo::new(move |_| {
        let (scenario, outcome, opened) = (store.scenario.get(), store.outcome.get(), store.opened.get());
        let (pins, pinned) = (store.pins.get(), store.pinned.get());
        let pins: Vec<_> = pins.iter().zip(&pinned).map(|(pin, outcome)| Pinned { name: &pin.name, outcome }).collect();
        let opened = (scenario != store.baseline.get()).then_some(&*opened);
        let subject = Subject { opened, pins: &pins, ..Subject::of(&scenario, &outcome) };
        Shared::new(build(&subject))
    })
}

/// Cumulative cash.
#[component]
pub fn CashChart() -> impl IntoView {
    view! { <Plot figure=figure_of(chart::cash)/> }
}

/// Demand, capacity and revenue.
#[component]
pub fn RevenueChart() -> impl IntoView {
    view! { <Plot figure=figure_of(chart::revenue)/> }
}
