//! `lives`: what chips lose in the books each year, beside the revenue of the same chips, by their age.

use super::axes::{gutters, money_axis, time_axis};
use super::chart_data::ChartData;
use super::end_labels::text_label;
use super::tables::{column, stops};
use crate::chart::{
    Align, At, ChartId, EndLabel, Figure, Measure, Note, Panel, Point, Responsive, Role, Row, RowHead, Series, Span,
    Spot, Stroke, Table, scale,
};
use crate::model::ChipAge;
use crate::words;

/// The first and the last year of age of each group, and the colours of its depreciation and its revenue.
const GROUPS: [(usize, usize, Role, Role); 3] =
    [(0, 1, Role::D3, Role::D6), (2, 3, Role::D2, Role::D7), (4, usize::MAX, Role::D1, Role::D8)];
/// The horizontal places of a year's two columns, in years.
const BOOKS: (f64, f64) = (0.14, 0.48);
const USE: (f64, f64) = (0.52, 0.86);

/// The figure of depreciation against revenue.
pub fn lives(data: &ChartData) -> Figure {
    let years: Vec<Year> = data.outcome.detail.chip_ages.iter().map(|ages| Year::new(ages)).collect();
    let highest = years.iter().flat_map(|year| [year.lost(), year.earned()]).fold(0.0, f64::max);
    let scale = scale::scale(0.0, highest * 1.06, 4);
    let panel = Panel {
        share: 1.0,
        heading: None,
        gutters: gutters((92.0, 92.0), 10.0),
        x: time_axis(data.years()),
        y: money_axis(&scale),
        series: series(&years),
        marks: Vec::new(),
        notes: notes(&years),
        ends: ends(&years),
    };
    let totals = totals(data);
    let texts = (
        words::chart::lives_title(&totals),
        words::chart::lives_subtitle(),
        words::chart::lives_takeaway(&totals, data.years()),
    );
    let stops = stops(0.5, 1.0, years.len());
    super::figure(ChartId::Lives, texts, vec![panel], stops, table(&years), (220.0, 230.0))
}

/// One year: depreciation and revenue of the groups, and write-offs, $ billion.
struct Year {
    depreciation: [f64; 3],
    writeoff: f64,
    revenue: [f64; 3],
}

impl Year {
    fn new(ages: &[ChipAge]) -> Self {
        let sum = |(first, last): (usize, usize), part: fn(&ChipAge) -> f64| -> f64 {
            let ages = ages.iter().enumerate().filter(|(age, _)| (first..=last).contains(age));
            ages.map(|(_, age)| part(age)).sum()
        };
        Self {
            depreciation: GROUPS.map(|(first, last, ..)| sum((first, last), |age| age.depreciation)),
            writeoff: sum((0, usize::MAX), |age| age.writeoff),
            revenue: GROUPS.map(|(first, last, ..)| sum((first, last), |age| age.revenue)),
        }
    }

    fn lost(&self) -> f64 {
        self.depreciation.iter().sum::<f64>() + self.writeoff
    }

    fn earned(&self) -> f64 {
        self.revenue.iter().sum()
    }
}

/// The sums over the horizon.
fn totals(data: &ChartData) -> words::chart::LivesTotals {
    let book_life = data.scenario.chip_book_life.ceil() as usize;
    let ages = || data.outcome.detail.chip_ages.iter().flat_map(|ages| ages.iter().enumerate());
    words::chart::LivesTotals {
        depreciation: ages().map(|(_, age)| age.depreciation).sum(),
        writeoff: ages().map(|(_, age)| age.writeoff).sum(),
        revenue: ages().map(|(_, age)| age.revenue).sum(),
        off_books: ages().filter(|(years, _)| *years >= book_life).map(|(_, age)| age.revenue).sum(),
    }
}

fn series(years: &[Year]) -> Vec<Responsive<Series>> {
    let mut series = Vec::with_capacity(7);
    let mut stack = |(from, to): (f64, f64), role, part: &dyn Fn(&Year) -> (f64, f64)| {
        let bar = |(index, year): (usize, &Year)| -> (Point, Point) {
            let ((low, high), at) = (part(year), index as f64);
            ((at + from, low), (at + to, high))
        };
        let bars = years.iter().enumerate().map(bar).filter(|bar| bar.1.1 > bar.0.1).collect();
        series.push(Responsive::from(Series::Bars { bars, role, inset: 0.0 }));
    };
    for (group, (.., lost, earned)) in GROUPS.into_iter().enumerate() {
        stack(BOOKS, lost, &|year| stacked(&year.depreciation, group));
        stack(USE, earned, &|year| stacked(&year.revenue, group));
    }
    stack(BOOKS, Role::Loss, &|year| (year.lost() - year.writeoff, year.lost()));
    series
}

/// The lower and the upper end of a group in a stack that begins with the oldest chips.
fn stacked(groups: &[f64; 3], group: usize) -> (f64, f64) {
    let below: f64 = groups.iter().skip(group + 1).sum();
    (below, below + groups.get(group).copied().unwrap_or_default())
}

/// The names of the two columns, over the columns of the year in which the books are highest.
fn notes(years: &[Year]) -> Vec<Note> {
    let most = (0..years.len()).max_by(|a, b| {
        let lost = |index: &usize| years.get(*index).map_or(0.0, Year::lost);
        lost(a).total_cmp(&lost(b))
    });
    let Some((index, year)) = most.and_then(|index| Some((index, years.get(index)?))) else { return Vec::new() };
    let middle = index as f64 + (BOOKS.0 + BOOKS.1) / 2.0;
    let name = Span::bold(words::chart::books(year.writeoff > 0.0), Role::Loss, 12.0);
    let moves = [(0.0, -10.0, Align::Centre), (4.0, -10.0, Align::Right), (-4.0, -10.0, Align::Left)];
    let mut notes = vec![Note::line(name, Spot::around(At::point(middle, year.lost()), &moves))];
    if let Some((last, earned)) = years.iter().map(Year::earned).enumerate().max_by(|a, b| a.1.total_cmp(&b.1)) {
        let at = At::point(last as f64 + (USE.0 + USE.1) / 2.0, earned);
        let name = Span::bold(words::chart::revenue(), Role::Gain, 12.0);
        let moves = [(0.0, -10.0, Align::Centre), (8.0, -10.0, Align::Right), (-8.0, -10.0, Align::Left)];
        notes.push(Note::line(name, Spot::around(at, &moves)));
    }
    notes
}

/// The names of the ages, beside the last year's revenue.
fn ends(years: &[Year]) -> Vec<EndLabel> {
    let Some(last) = years.last() else { return Vec::new() };
    let label = |(group, rank): (usize, u8)| {
        let (low, high) = stacked(&last.revenue, group);
        let name = words::chart::age_group(group).to_owned();
        (high > low).then(|| text_label((low + high) / 2.0, name, Role::Gain, rank))
    };
    (0..GROUPS.len()).zip(0..).filter_map(label).collect()
}

fn table(years: &[Year]) -> Table {
    let block = |name: String, role| column(name, Measure::Money, Stroke::solid(role, 3.0));
    let groups = || GROUPS.into_iter().enumerate();
    let mut columns: Vec<_> =
        groups().map(|(group, (.., role, _))| block(words::chart::books_of_age(group), role)).collect();
    columns.push(block(words::chart::written_off().to_owned(), Role::Loss));
    columns.extend(groups().map(|(group, (.., role))| block(words::chart::revenue_of_age(group), role)));
    let row = |(index, year): (usize, &Year)| {
        let cells = year.depreciation.into_iter().chain([year.writeoff]).chain(year.revenue);
        Row::new(RowHead::Year(index as u32 + 1), cells.map(|value| Some(value).into()).collect())
    };
    Table { head: words::chart::year_head().into(), columns, rows: years.iter().enumerate().map(row).collect() }
}
