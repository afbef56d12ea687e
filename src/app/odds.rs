//! How sure is that: the spread of simulated cases, what they were drawn from, and outside rules of thumb beside them.

mod drawn;
mod seed;

use super::dom::{Element, each_of, el};
use super::hands::Hands;
use super::parts::room;
use super::plot::plot;
use super::rulers::rulers;
use super::section::Section;
use super::seen::while_seen;
use super::store::{Shared, store};
use crate::analysis::{npv_histogram, payback_histogram};
use crate::chart::{self, OddsView};
use crate::platform::reactive::memo;
use crate::words::monte_carlo as lang;

/// Both spreads.
fn spreads() -> Element {
    let store = store();
    let figure = memo(move || {
        let (sample, (scenario, outcome)) = (store.sample.get(), store.present());
        let horizon = scenario.horizon;
        let (paybacks, npvs) = (payback_histogram(&sample.payback, horizon), npv_histogram(&sample.npv));
        let view = OddsView { paybacks: &paybacks, npvs: &npvs, report: &sample.report, outcome: &outcome, horizon };
        Shared::new(chart::odds(&view))
    });
    plot(figure, Hands::default())
}

/// The section.
pub fn odds() -> Element {
    let store = store();
    let (room, seen) = room(Section::MonteCarlo, move || store.sample.with(|sample| lang::lead(&sample.report)));
    let shares = while_seen(*seen, move || {
        let (sample, horizon) = (store.sample.get(), store.scenario.with(|scenario| scenario.horizon));
        let report = &sample.report;
        vec![lang::pays_back(report, horizon), lang::worth_it(report), lang::spread(&report.npv)]
    });
    let shares = each_of(shares, |_, line| el("li", "").with(line.as_str()));
    room.with(spreads()).with(el("ul", "shares").with(shares)).with(seed::seed()).with(rulers())
}
