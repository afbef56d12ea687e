//! How the build-out works: what is spent, what it becomes, what it returns, and what one unit of it does.

use super::charts::figure_of;
use super::dom::{Element, all, el};
use super::hands::Hands;
use super::parts::room;
use super::plot::plot;
use super::store::store;
use crate::chart;
use crate::words::page::{Section, build_out_lead};

/// The section.
pub fn build_out() -> Element {
    let store = store();
    let (room, _) = room(Section::BuildOut, move || store.scenario.with(build_out_lead));
    let unit: chart::Builder = |subject| chart::unit(subject.outcome);
    let figures = [chart::spend, chart::mix, chart::margin, unit, chart::lives].map(figure_of);
    room.with(el("div", "pair").with(all(figures.map(|figure| plot(figure, Hands::default())))))
}
