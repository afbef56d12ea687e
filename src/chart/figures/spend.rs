//! `spend`: orders of each quarter, beside the plan and depreciation.

use super::axes::{gutters, money_axis, time_axis};
use super::chart_data::{ChartData, years};
use super::end_labels::text_label;
use super::lines::{line, over_time};
use super::tables::{column, quarters, stops};
use crate::chart::{
    Align, At, ChartId, EndLabel, Figure, Measure, Note, Panel, Place, Point, Responsive, Role, Series, Span, Spot,
    Stroke, Table, scale,
};
use crate::model::Quarterly;
use crate::words;

const PLAN: Stroke = Stroke::solid(Role::Ink, 1.25);
const WEAR: Stroke = Stroke { casing: 5.0, ..Stroke::solid(Role::Loss, 2.5) };

/// The figure of capex and depreciation.
pub fn spend(data: &ChartData) -> Figure {
    let quarterly = &data.outcome.quarterly;
    let wear: Vec<f64> = quarterly.depreciation.iter().zip(&quarterly.writeoff).map(|(one, two)| one + two).collect();
    let highest =
        [&quarterly.capex, &quarterly.capex_planned, &wear].into_iter().flatten().copied().fold(0.0, f64::max);
    let scale = scale::scale(0.0, highest * 1.06, 4);
    let panel = Panel {
        share: 1.0,
        heading: None,
        gutters: gutters((92.0, 92.0), 10.0),
        x: time_axis(data.years()),
        y: money_axis(&scale),
        series: series(quarterly, &wear),
        marks: Vec::new(),
        notes: notes(quarterly, scale.high),
        ends: ends(quarterly, &wear),
    };
    let texts = (
        words::chart::spend_title(data.outcome, data.scenario),
        words::chart::spend_subtitle(),
        words::chart::spend_takeaway(data.outcome, data.scenario),
    );
    let stops = stops(0.125, 0.25, wear.len());
    let figure = super::figure(ChartId::Spend, texts, vec![panel], stops, table(data, &wear), (220.0, 230.0));
    Figure { legend: words::chart::spend_legend(), ..figure }
}

/// The middle of a quarter.
fn middle(index: usize) -> f64 {
    years(index) + 0.125
}

fn series(quarterly: &Quarterly, wear: &[f64]) -> Vec<Responsive<Series>> {
    let stacked = quarterly.capex_chips.iter().zip(&quarterly.capex_shell).enumerate();
    let column = |index: usize, low: f64, high: f64| ((years(index), low), (years(index + 1), high));
    let shown = |bar: &(Point, Point)| bar.1.1 > bar.0.1;
    let chips = stacked.clone().map(|(index, (chips, _))| column(index, 0.0, *chips)).filter(shown);
    let shells = stacked.map(|(index, (chips, shell))| column(index, *chips, chips + shell)).filter(shown);
    let bars = |bars: Vec<(Point, Point)>, role| Responsive::from(Series::Bars { bars, role, inset: 0.5 });
    let worn: Vec<Point> = wear.iter().enumerate().map(|(index, value)| (middle(index), *value)).collect();
    let plan = Series::Line { points: plan(&quarterly.capex_planned), stroke: PLAN, traced: false };
    vec![bars(chips.collect(), Role::Slate), bars(shells.collect(), Role::Sand), plan.into(), line(worn, WEAR)]
}

/// The steps of the plan, to its last quarter with a budget.
fn plan(planned: &[f64]) -> Vec<Point> {
    let end = planned.iter().rposition(|value| *value > 0.0).map_or(0, |last| last + 1);
    let steps = planned.iter().take(end).enumerate();
    steps.flat_map(|(index, value)| [(years(index), *value), (years(index + 1), *value)]).collect()
}

fn notes(quarterly: &Quarterly, high: f64) -> Vec<Note> {
    let mut notes = Vec::new();
    if let Some(first) = quarterly.capex_planned.first().filter(|planned| **planned > 0.0) {
        let at = At::place(Place::Plot(0.0), Place::Value(*first));
        let text = Span::plain(words::chart::the_plan(), Role::Ink, 12.0);
        notes.push(Note::line(text, Spot::around(at, &[(1.0, -9.0, Align::Left)])));
    }
    let blocks = [
        (&quarterly.capex_shell, Some(&quarterly.capex_chips), words::chart::shell(), Role::Sand),
        (&quarterly.capex_chips, None, words::chart::chips(), Role::Slate),
    ];
    // The chips are named at the right, unless they have ended there.
    let named = quarterly.capex_chips.last().is_some_and(|chips| *chips > 0.02 * high);
    for (values, under, text, role) in blocks.into_iter().take(if named { 1 } else { 2 }) {
        let tall = |value: &&f64| **value > 0.13 * high;
        let run = values.iter().take_while(tall).count();
        let middle = under.and_then(|under| under.get(run / 2)).copied().unwrap_or_default()
            + values.get(run / 2).copied().unwrap_or_default() / 2.0;
        if run as f64 > 0.18 * values.len() as f64 {
            let at = At::point(years(run) / 2.0, middle);
            let note = Note::at(Span::bold(text, role, 13.0), at, Align::Centre);
            notes.push(Note { on: Some(role), halo: false, ..note });
        }
    }
    notes
}

fn ends(quarterly: &Quarterly, wear: &[f64]) -> Vec<EndLabel> {
    let last = |values: &[f64]| values.last().copied().unwrap_or_default();
    let (chips, worn) = (last(&quarterly.capex_chips), last(wear));
    let mut ends = Vec::with_capacity(2);
    if chips > 0.0 {
        ends.push(text_label(chips, words::chart::chips_at(chips), Role::Slate, 0));
    }
    ends.push(text_label(worn, words::chart::depreciation().to_owned(), Role::Loss, 1));
    ends
}

fn table(data: &ChartData, wear: &[f64]) -> Table {
    let unit = Measure::Money;
    let block = |role| Stroke::solid(role, 3.0);
    let columns = vec![
        column(words::chart::chips(), unit, block(Role::Slate)),
        column(words::chart::shell(), unit, block(Role::Sand)),
        column(words::chart::the_plan(), unit, PLAN),
        column(words::chart::depreciation(), unit, WEAR),
    ];
    let quarterly = &data.outcome.quarterly;
    let all = [&quarterly.capex_chips, &quarterly.capex_shell, &quarterly.capex_planned, wear];
    let [chips, shell, plan, wear] = all.map(|values| over_time(values, 1, 1.0, data.years()));
    quarters(1, columns, &[&chips, &shell, &plan, &wear])
}
