//! `odds`: histograms of the simulated cases, by payback and by worth.

use super::axes::{axis, decimals, under};
use crate::analysis::{self, MonteCarloSummary, PaybackHistogram};
use crate::chart::{
    Align, At, Axis, AxisLook, Cell, ChartId, Column, Figure, Focus, Gutters, Mark, Measure, Note, Panel, Place, Point,
    Responsive, Role, Row, RowHead, Series, Span, Spot, Stop, Stroke, Table, Tick, scale,
};
use crate::model::Outcome;
use crate::words;

/// Data of the chart.
#[derive(Clone, Copy, Debug)]
pub struct MonteCarloView<'a> {
    /// The cases by payback.
    pub paybacks: &'a PaybackHistogram,
    /// The cases by worth.
    pub npvs: &'a [analysis::HistogramBin],
    /// The shares of the cases.
    pub report: &'a MonteCarloSummary,
    /// The outcome of the scenario.
    pub outcome: &'a Outcome,
    /// The horizon of the scenario, in years.
    pub horizon: f64,
}

/// The figure of both histograms, side by side where the figure is wide enough.
pub fn monte_carlo(view: &MonteCarloView) -> Figure {
    let total = view.report.draws.max(1) as f64;
    let payback = Payback::new(view, total);
    let worth = Worth::new(view, total);
    let (stops, table) = listed(view, &payback, &worth);
    let texts = (
        words::chart::monte_carlo_title(1.0 - view.report.pays_back, view.horizon, view.report.npv.p50),
        &*words::chart::monte_carlo_subtitle(view.report.draws),
        words::chart::monte_carlo_takeaway(view.report, view.horizon),
    );
    let panels = vec![payback.panel(view), worth.panel(view)];
    let figure = super::figure(ChartId::MonteCarlo, texts, panels, stops, table, (292.0, 560.0));
    Figure { beside: true, ..figure }
}

/// The share of cases that are worth less than the upper end of the column at a focus; `None` in the histogram of paybacks.
pub fn worth_below(figure: &Figure, focus: Focus) -> Option<f64> {
    figure.stops.get(focus.row).filter(|stop| stop.panel == 1)?;
    match figure.table.rows.get(focus.row)?.cells.get(1)? {
        Cell::Number(share) => Some(*share),
        _ => None,
    }
}

fn shares(high: f64) -> Axis {
    let scale = scale::scale(0.0, high.max(0.02), 5);
    let decimals = if scale.step < 0.01 - 1e-12 { 1 } else { 0 };
    let mut axis = axis(&scale, AxisLook::Grid, |_, at| words::numbers::percent(at, decimals).into());
    axis.ticks.retain(|tick| tick.at <= 1.0 + 1e-9);
    axis
}

fn gutters() -> Gutters {
    Gutters { left: (44.0, 44.0), right: (8.0, 8.0), top: (10.0, 10.0), bottom: (46.0, 46.0) }
}

fn bars(columns: &[(f64, f64, f64)], role: Role) -> Responsive<Series> {
    let bars = columns.iter().map(|(from, to, share)| -> (Point, Point) { ((*from, 0.0), (*to, *share)) });
    Series::Bars { bars: bars.collect(), role, inset: 0.75 }.into()
}

/// Columns by payback (from, to, share), and the column of the cases that do not pay back, after a gap.
struct Payback {
    columns: Vec<(f64, f64, f64)>,
    never: (f64, f64, f64),
    low: f64,
    end: f64,
}

impl Payback {
    fn new(view: &MonteCarloView, total: f64) -> Self {
        let all = &view.paybacks.bins;
        let first = all.iter().position(|column| column.count > 0).unwrap_or(0);
        let end = all.last().map_or(view.horizon, |column| column.to);
        let low = all.get(first).map_or(0.0, |column| column.from.floor()).min(end - 1.0).max(0.0);
        let shown = all.iter().filter(|column| column.from >= low);
        let columns = shown.map(|column| (column.from, column.to, column.count as f64 / total)).collect();
        let span = end - low;
        let never = (end + 0.12 * span, end + 0.36 * span, view.paybacks.never as f64 / total);
        Self { columns, never, low, end }
    }

    fn panel(&self, view: &MonteCarloView) -> Panel {
        let highest = self.columns.iter().chain([&self.never]).map(|column| column.2).fold(0.0, f64::max);
        let years = (self.low.ceil() as u32)..=(self.end.floor() as u32);
        let tick = |year: u32| Tick { at: f64::from(year), text: year.to_string().into() };
        let x = Axis { low: self.low, high: self.never.1, ticks: years.map(tick).collect(), look: AxisLook::Edges };
        Panel {
            share: 1.0,
            heading: Some(words::chart::payback_heading(1.0 - view.report.pays_back, view.horizon)),
            gutters: gutters(),
            x,
            y: shares(highest * 1.22),
            series: vec![bars(&self.columns, Role::GainMid), bars(&[self.never], Role::Loss)],
            marks: self.marks(view, highest),
            notes: self.notes(view, highest),
            ends: Vec::new(),
        }
    }

    /// The payback of the scenario, where the columns reach it.
    fn own(&self, view: &MonteCarloView) -> Option<f64> {
        view.outcome.summary.payback_years.filter(|at| (self.low..=self.end).contains(at))
    }

    fn marks(&self, view: &MonteCarloView, highest: f64) -> Vec<Responsive<Mark>> {
        let own = self.own(view).map(|at| {
            let (from, to) = (At::point(at, 0.0), At::point(at, self.line(highest)));
            Mark::rule(from, to, Stroke::solid(Role::Ink, 1.5))
        });
        own.into_iter().collect()
    }

    /// The height of the scenario's line, over every column.
    fn line(&self, highest: f64) -> f64 {
        let columns = self.columns.iter().map(|column| column.2).fold(0.0, f64::max);
        (columns + 0.22 * highest).min(highest * 0.9).max(columns + 0.03 * highest)
    }

    fn notes(&self, view: &MonteCarloView, highest: f64) -> Vec<Note> {
        let mut notes = Vec::new();
        let never = (self.never.0 + self.never.1) / 2.0;
        let [first, second] = words::chart::not_within(view.horizon);
        notes.push(under(&first, Place::Value(never), 28.0));
        notes.push(under(&second, Place::Value(never), 12.0));
        let middle = (self.low + self.end) / 2.0;
        notes.push(under(words::chart::years_to_pay_back(), Place::Value(middle), 8.0));
        let share = Span::bold(words::numbers::share(self.never.2), Role::Loss, 14.0);
        let over = At::point(never, self.never.2).moved(0.0, -12.0);
        notes.push(Note { keep: true, ..Note::at(share, over, Align::Centre) });
        if let Some(at) = self.own(view) {
            let text = Span::bold(words::chart::this_payback(at), Role::Ink, 12.0);
            let moves = [(0.0, -9.0, Align::Centre), (-6.0, 7.0, Align::Right), (6.0, 7.0, Align::Left)];
            let spots = Spot::around(At::point(at, self.line(highest)), &moves);
            notes.push(Note { keep: true, ..Note::line(text, spots) });
        }
        let text = Span::bold(words::chart::in_time(view.report.pays_back), Role::Gain, 14.0);
        let places = [(middle, 0.08), (middle, 0.2), (self.low + 0.3 * (self.end - self.low), 0.08)];
        let at = |(x, y): Point| At::place(Place::Value(x), Place::Plot(y));
        let spots = places.map(|place| Spot::around(at(place), &[(0.0, 0.0, Align::Centre)])).concat();
        notes.push(Note::line(text, spots));
        notes
    }
}

/// Columns by worth: from, to, share.
struct Worth {
    columns: Vec<(f64, f64, f64)>,
}

impl Worth {
    fn new(view: &MonteCarloView, total: f64) -> Self {
        let columns = view.npvs.iter().map(|column| (column.from, column.to, column.count as f64 / total));
        Self { columns: columns.collect() }
    }

    fn range(&self) -> (f64, f64) {
        let low = self.columns.first().map_or(-1.0, |column| column.0);
        let high = self.columns.last().map_or(1.0, |column| column.1);
        (low, high.max(low + 1e-6))
    }

    fn panel(&self, view: &MonteCarloView) -> Panel {
        let (low, high) = self.range();
        let scale = scale::scale(low, high, 7);
        let decimals = decimals(scale.step);
        let mut x = axis(&scale, AxisLook::Edges, |_, at| words::chart::signed_tick(at, decimals).into());
        x.ticks.retain(|tick| tick.at >= low && tick.at <= high);
        let highest = self.columns.iter().map(|column| column.2).fold(0.0, f64::max);
        Panel {
            share: 1.0,
            heading: Some(words::chart::worth_heading(view.report.npv.p50, high - low, self.width())),
            gutters: gutters(),
            x: Axis { low, high, ..x },
            y: shares(highest * 1.35),
            series: vec![self.side(false, Role::LossMid), self.side(true, Role::GainMid)],
            marks: self.marks(view),
            notes: self.notes(view),
            ends: Vec::new(),
        }
    }

    fn width(&self) -> f64 {
        self.columns.first().map_or(25.0, |column| column.1 - column.0)
    }

    /// The columns on one side of zero.
    fn side(&self, gains: bool, role: Role) -> Responsive<Series> {
        let columns: Vec<_> = self.columns.iter().copied().filter(|column| (column.0 >= -1e-9) == gains).collect();
        bars(&columns, role)
    }

    fn marks(&self, view: &MonteCarloView) -> Vec<Responsive<Mark>> {
        let lines = [
            (view.report.npv.p50, Stroke { width: 1.25, ..Stroke::reference(Role::Ink) }),
            (view.outcome.summary.npv, Stroke::solid(Role::Ink, 1.5)),
        ];
        let (low, high) = self.range();
        let shown = lines.into_iter().filter(|(at, _)| (low..=high).contains(at));
        let rule = |(at, stroke): (f64, Stroke)| {
            let place = |y: f64| At::place(Place::Value(at), Place::Plot(y));
            Mark::rule(place(0.1), place(1.0), stroke)
        };
        shown.map(rule).collect()
    }

    fn notes(&self, view: &MonteCarloView) -> Vec<Note> {
        let (low, high) = self.range();
        let (median, own) = (view.report.npv.p50, view.outcome.summary.npv);
        let note = |at: f64, span: Span, right: bool| {
            let (dx, align) = if right { (5.0, Align::Left) } else { (-5.0, Align::Right) };
            let at = At::place(Place::Value(at), Place::Plot(0.1));
            // Beside the upper end of its line, or over it where the other note is.
            let spots = Spot::around(at, &[(dx, 6.0, align), (0.0, -9.0, align), (dx, 21.0, align)]);
            Note { keep: true, ..Note::line(span, spots) }
        };
        let inside = |at: &f64| (low..=high).contains(at);
        let mut notes = Vec::new();
        if inside(&own) {
            notes.push(note(own, Span::bold(words::chart::this_worth(own), Role::Ink, 12.0), own >= median));
        }
        if inside(&median) {
            notes.push(note(median, Span::plain(words::chart::median(median), Role::Ink2, 12.0), median > own));
        }
        let shares = [
            (0.0, Align::Left, words::chart::lose(1.0 - view.report.worth_it), Role::Loss),
            (1.0, Align::Right, words::chart::are_worth_it(view.report.worth_it), Role::Gain),
        ];
        notes.extend(shares.into_iter().map(|(x, align, text, role)| {
            let at = |y: f64| At::place(Place::Plot(x), Place::Plot(y));
            let spots = [0.3, 0.22, 0.12, 0.4].map(|y| Spot::around(at(y), &[(0.0, 0.0, align)])).concat();
            Note::line(Span::bold(text, role, 14.0), spots)
        }));
        notes.push(under(words::chart::net_present_value(), Place::Plot(0.5), 8.0));
        notes
    }
}

fn listed(view: &MonteCarloView, payback: &Payback, worth: &Worth) -> (Vec<Stop>, Table) {
    let mut stops = Vec::new();
    let mut rows = Vec::new();
    // The shares of both panels add up to 1 by themselves.
    let mut below = [0.0; 2];
    let mut add = |panel: usize, at: f64, head: String, share: f64| {
        stops.push(Stop { panel, at, input: None });
        let below = if panel == 0 { &mut below[0] } else { &mut below[1] };
        *below += share;
        rows.push(Row::new(RowHead::Words(head.into()), vec![Cell::Number(share), Cell::Number(*below)]));
    };
    for (from, to, share) in &payback.columns {
        add(0, (from + to) / 2.0, words::chart::years_between(*from, *to), *share);
    }
    let (from, to, share) = payback.never;
    add(0, (from + to) / 2.0, words::chart::not_within(view.horizon).join(" "), share);
    for (from, to, share) in &worth.columns {
        add(1, (from + to) / 2.0, words::chart::worth_between(*from, *to), *share);
    }
    let share = |name: &'static str| Column { name: name.into(), unit: Measure::Share, key: None };
    let columns = vec![share(words::chart::share_head()), share(words::chart::up_to_here_head())];
    (stops, Table { head: words::chart::outcome_head().into(), columns, rows })
}
