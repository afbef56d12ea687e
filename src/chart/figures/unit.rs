//! `unit`: one unit of compute of each kind of chip, side by side.

use super::tables::{column, stops};
use crate::chart::{
    Align, At, Axis, Cell, ChartId, Figure, Gutters, Mark, Measure, Note, Panel, Place, Point, Responsive, Role, Row,
    RowHead, Series, Span, Stroke, Table,
};
use crate::model::{Outcome, UnitEconomics};
use crate::words;

/// One measure of both kinds of chip.
struct Pair {
    name: &'static str,
    unit: Measure,
    merchant: Option<f64>,
    custom: Option<f64>,
    /// The value of the longest possible bar.
    full: f64,
}

/// The figure of unit economics.
pub fn unit(outcome: &Outcome) -> Figure {
    let pairs = pairs(&outcome.summary.unit_merchant, &outcome.summary.unit_custom);
    let count = pairs.len() as f64;
    let panel = Panel {
        share: 1.0,
        heading: None,
        gutters: Gutters { left: (124.0, 118.0), right: (4.0, 4.0), top: (2.0, 2.0), bottom: (2.0, 2.0) },
        x: Axis::hidden(0.0, 1.0),
        y: Axis::hidden(count, 0.0),
        series: bars(&pairs),
        marks: separators(pairs.len()),
        notes: pairs.iter().enumerate().flat_map(|(row, pair)| notes(row, pair)).collect(),
        ends: Vec::new(),
    };
    let (title, takeaway) = words::chart::unit_words(&outcome.summary.unit_merchant, &outcome.summary.unit_custom);
    let texts = (title, words::chart::unit_subtitle(), takeaway);
    let stops = stops(0.5, 1.0, pairs.len());
    let figure = super::figure(ChartId::Unit, texts, vec![panel], stops, table(&pairs), (204.0, 204.0));
    Figure { legend: words::chart::unit_legend(), ..figure }
}

fn pairs(merchant: &UnitEconomics, custom: &UnitEconomics) -> [Pair; 5] {
    let dearest = [merchant.capex, custom.capex, merchant.revenue, custom.revenue].into_iter().fold(0.0, f64::max);
    let pair =
        |name, unit, merchant: Option<f64>, custom: Option<f64>, full: f64| Pair { name, unit, merchant, custom, full };
    let own = |one: Option<f64>, two: Option<f64>| one.unwrap_or(0.0).max(two.unwrap_or(0.0)) * 1.45;
    let (back, returns) = ((merchant.payback_years, custom.payback_years), (merchant.irr_pretax, custom.irr_pretax));
    [
        pair(words::chart::costs_to_build(), Measure::Money, Some(merchant.capex), Some(custom.capex), dearest),
        pair(words::chart::sells_a_year(), Measure::Money, Some(merchant.revenue), Some(custom.revenue), dearest),
        pair(words::chart::earns_a_year(), Measure::Money, Some(merchant.ebitda), Some(custom.ebitda), dearest),
        pair(words::chart::pays_back_in(), Measure::Years, back.0, back.1, own(back.0, back.1)),
        pair(words::chart::returns_before_tax(), Measure::Share, returns.0, returns.1, own(returns.0, returns.1)),
    ]
}

/// The length of the longest bar, as a share of the plot; the rest is for its label.
const LONGEST: f64 = 0.6;

fn length(pair: &Pair, value: Option<f64>) -> f64 {
    let value = value.unwrap_or(0.0);
    if pair.full > 0.0 { (value / pair.full).clamp(0.0, 1.0) * LONGEST } else { 0.0 }
}

/// The middles of the two bars of a row.
const MIDDLES: (f64, f64) = (0.3, 0.7);

fn bars(pairs: &[Pair]) -> Vec<Responsive<Series>> {
    let bars = |value: fn(&Pair) -> Option<f64>, middle: f64, role| {
        let bar = |(row, pair): (usize, &Pair)| {
            let y = row as f64 + middle;
            ((0.0, y - 0.16), (length(pair, value(pair)), y + 0.16))
        };
        let bars: Vec<(Point, Point)> = pairs.iter().enumerate().map(bar).collect();
        Responsive::from(Series::Bars { bars, role, inset: 0.0 })
    };
    vec![bars(|pair| pair.merchant, MIDDLES.0, Role::Slate), bars(|pair| pair.custom, MIDDLES.1, Role::Gold)]
}

/// The hairlines between the rows.
fn separators(rows: usize) -> Vec<Responsive<Mark>> {
    let separator = |row: usize| {
        let at = |x: f64| At::place(Place::Panel(x), Place::Value(row as f64));
        Mark::rule(at(0.0), at(1.0), Stroke::solid(Role::Rule, 1.0))
    };
    (1..rows).map(separator).collect()
}

fn notes(row: usize, pair: &Pair) -> Vec<Note> {
    let name = Span::plain(pair.name, Role::Ink, 13.0);
    let at = At::place(Place::Panel(0.0), Place::Value(row as f64 + 0.5));
    let mut notes = vec![Note { halo: false, ..Note::at(name, at, Align::Left) }];
    let chips = [
        (pair.merchant, MIDDLES.0, Role::Slate, words::chart::merchant()),
        (pair.custom, MIDDLES.1, Role::Gold, words::chart::custom()),
    ];
    for (value, middle, role, chip) in chips {
        let written = value.map_or(words::chart::no_answer().into(), |value| pair.unit.write(value));
        let text = if row == 0 { format!("{written} {chip}") } else { written };
        let at = At::point(length(pair, value), row as f64 + middle).moved(6.0, 0.0);
        notes.push(Note { halo: false, ..Note::at(Span::bold(text, role, 12.0), at, Align::Left) });
    }
    notes
}

fn table(pairs: &[Pair]) -> Table {
    let unit = Measure::Money;
    let columns = vec![
        column(words::chart::merchant(), unit, Stroke::solid(Role::Slate, 3.0)),
        column(words::chart::custom(), unit, Stroke::solid(Role::Gold, 3.0)),
    ];
    let row = |pair: &Pair| Row {
        head: RowHead::Words(pair.name.into()),
        cells: vec![Cell::from(pair.merchant), Cell::from(pair.custom)],
        unit: Some(pair.unit),
        remark: None,
    };
    Table { head: words::chart::measure_head().into(), columns, rows: pairs.iter().map(row).collect() }
}
