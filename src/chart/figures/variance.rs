//! `variance`: the share of NPV's variance that goes with each uncertain input.

use super::axes::axis;
use super::tables::column;
use crate::analysis::VarianceShare;
use crate::chart::{
    Align, At, AtWidth, Axis, AxisLook, Cell, ChartId, Column, Figure, Gutters, Mark, Measure, Note, Panel, Place,
    Point, Responsive, Role, Row, RowHead, Series, Span, Stop, Stroke, Table, scale,
};
use crate::scenario::{Input, Scenario};
use crate::words;

/// The height of a row in CSS pixels: wide, and narrow.
const ROW: (f64, f64) = (27.0, 42.0);

/// The figure of the shares, of which some may be 0.
pub fn variance(shares: &[VarianceShare], scenario: &Scenario) -> Figure {
    let mut rows = shares.to_vec();
    // Stable: equal shares stay in the order of the draws.
    rows.sort_by(|one, other| other.share.total_cmp(&one.share));
    let height = rows.len().max(1) as f64;
    let most = rows.first().map_or(0.0, |row| row.share).max(0.05);
    let scale = scale::scale(0.0, most, 5);
    let decimals = if scale.step < 0.01 - 1e-12 { 1 } else { 0 };
    let x = axis(&scale, AxisLook::GridAbove, |_, at| words::numbers::percent(at, decimals).into());
    let panel = Panel {
        share: 1.0,
        heading: None,
        gutters: Gutters { left: (284.0, 6.0), right: (40.0, 6.0), top: (40.0, 12.0), bottom: (4.0, 4.0) },
        // Room for the label of the longest bar.
        x: Axis { high: 1.18 * most, ticks: x.ticks.into_iter().filter(|tick| tick.at < 1.18 * most).collect(), ..x },
        y: Axis::hidden(height, 0.0),
        series: [AtWidth::Wide, AtWidth::Narrow].into_iter().map(|shown| bars(&rows, shown)).collect(),
        marks: rows.iter().enumerate().map(badge).collect(),
        notes: rows.iter().enumerate().flat_map(|row| notes(row, scenario)).collect(),
        ends: Vec::new(),
    };
    let input = |row: usize| rows.get(row).filter(|row| row.share > 0.0).map(|row| row.input);
    let texts = (
        words::chart::variance_title(input(0), input(1)),
        words::chart::variance_subtitle(),
        words::chart::variance_takeaway(input(0), input(1)),
    );
    let stops =
        rows.iter().enumerate().map(|(row, share)| Stop { panel: 0, at: middle(row), input: Some(share.input) });
    let heights = (44.0 + ROW.0 * height, 16.0 + ROW.1 * height);
    super::figure(ChartId::Variance, texts, vec![panel], stops.collect(), table(&rows, scenario), heights)
}

fn middle(row: usize) -> f64 {
    row as f64 + 0.5
}

/// The upper and lower edge of a bar at a width, in rows from the middle of its row.
fn bar_span(shown: AtWidth) -> (f64, f64) {
    if shown == AtWidth::Narrow { (0.0, 0.4) } else { (-0.3, 0.3) }
}

fn bars(rows: &[VarianceShare], shown: AtWidth) -> Responsive<Series> {
    let (from, to) = bar_span(shown);
    let bar = |(row, share): (usize, &VarianceShare)| -> (Point, Point) {
        ((0.0, middle(row) + from), (share.share, middle(row) + to))
    };
    let bars = rows.iter().enumerate().map(bar).collect();
    Responsive { shown, item: Series::Bars { bars, role: Role::Slate, inset: 0.0 } }
}

fn badge((row, share): (usize, &VarianceShare)) -> Responsive<Mark> {
    let at = At::place(Place::Panel(1.0), Place::Value(middle(row))).moved(-12.0, 0.0);
    Responsive { shown: AtWidth::Wide, item: Mark::Badge { at, source: share.input.spec().source } }
}

/// The input and its value at the left, over the bar in a narrow figure, and the share at the end of the bar.
fn notes((row, share): (usize, &VarianceShare), scenario: &Scenario) -> Vec<Note> {
    let input = share.input;
    let headline = Input::HEADLINE.contains(&input);
    let name = words::chart::starred(input, headline);
    let span = if headline { Span::bold(name, Role::Ink, 13.0) } else { Span::plain(name, Role::Ink, 13.0) };
    let value = scenario.get(input).number().map_or_else(String::new, |value| words::units::amount(input, value));
    let at = |dx: f64, dy: f64| At::place(Place::Panel(0.0), Place::Value(middle(row))).moved(dx, dy);
    let note = |shown, span, at, align| Note { shown, halo: false, ..Note::at(span, at, align) };
    let mut notes = vec![
        note(AtWidth::Wide, span.clone(), at(0.0, 0.0), Align::Left),
        note(AtWidth::Wide, Span::plain(value, Role::Ink2, 13.0), at(256.0, 0.0), Align::Right),
        Note { halo: true, ..note(AtWidth::Narrow, span, at(0.0, -11.0), Align::Left) },
    ];
    for shown in [AtWidth::Wide, AtWidth::Narrow] {
        let (from, to) = bar_span(shown);
        let place = At::point(share.share, middle(row) + (from + to) / 2.0).moved(5.0, 0.0);
        let text = Span::plain(words::numbers::percent(share.share, 1), Role::Ink2, 12.0);
        notes.push(Note { shown, ..Note::at(text, place, Align::Left) });
    }
    notes
}

fn table(rows: &[VarianceShare], scenario: &Scenario) -> Table {
    let value = Column { name: words::chart::value_head().into(), unit: Measure::Plain, key: None };
    let columns = vec![value, column(words::chart::variance_head(), Measure::Share, Stroke::solid(Role::Slate, 3.0))];
    let row = |row: &VarianceShare| {
        let value = scenario.get(row.input).number().map_or(Cell::Empty, |value| Cell::Of(row.input, value));
        Row::new(RowHead::Words(words::inputs::label(row.input).into()), vec![value, Cell::Number(row.share)])
    };
    Table { head: words::chart::input_head().into(), columns, rows: rows.iter().map(row).collect() }
}
