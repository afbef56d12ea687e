//! The charts of the present scenario with ghost, pins and band.

use super::dom::Element;
use super::hands::Hands;
use super::plot::plot;
use super::store::{Shared, store};
use crate::chart::{self, Figure, Pinned, Subject};
use crate::platform::reactive::{Memo, memo_after};

/// The figure that a builder makes of the present scenario and what it is compared with.
pub fn figure_of(build: fn(&Subject) -> Figure) -> Memo<Shared<Figure>> {
    figure_with(build)
}

fn figure_with(build: impl Fn(&Subject) -> Figure + Send + Sync + 'static) -> Memo<Shared<Figure>> {
    let store = store();
    memo_after(move |before: Option<&Shared<Figure>>| {
        let ((scenario, outcome), opened) = (store.present(), store.before());
        let (pins, pinned) = (store.pins.get(), store.pinned.get());
        let pins: Vec<_> = pins.iter().zip(&pinned).map(|(pin, outcome)| Pinned { name: &pin.name, outcome }).collect();
        let subject = Subject { opened: opened.as_deref(), pins: &pins, ..Subject::of(&scenario, &outcome) };
        let figure = build(&subject);
        // What says the same as before need not be drawn again: many inputs have nothing to do with a chart.
        before.filter(|before| ***before == figure).cloned().unwrap_or_else(|| Shared::new(figure))
    })
}

/// Cumulative cash, with the band of the simulated cases.
pub fn cash() -> Element {
    let sample = store().sample;
    let figure = figure_with(move |subject| {
        let sample = sample.get();
        chart::cash(&Subject { band: Some(&sample.band), ..*subject })
    });
    plot(figure, Hands::default())
}

/// Demand, capacity and revenue.
pub fn revenue() -> Element {
    plot(figure_of(chart::revenue), Hands::default())
}
