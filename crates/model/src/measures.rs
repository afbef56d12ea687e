//! What the cash says: present value, payback, the deepest deficit (E27, E28).

use super::calendar::Calendar;
use super::fleet::{Cohort, Fleet};
use super::form::{Ending, Form};
use super::number::{Number, Trials, least, positive};
use super::operations::{Books, discount_step};

/// The measures every analysis reads; the rest of the summary is worked out on demand.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Measures {
    /// I0, $B.
    pub opening_capital: f64,
    /// Net present value with the terminal value, $B.
    pub npv: f64,
    /// Net present value without it, $B.
    pub npv_without_terminal: f64,
    /// The terminal value, undiscounted, $B.
    pub terminal_value: f64,
    /// The last upward crossing of zero by cash, years.
    pub payback_years: Option<f64>,
    /// cash(T), $B.
    pub cash_end: f64,
}

/// The measures of every lane.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Worth<N> {
    opening_capital: N,
    npv: N,
    bare: N,
    pub terminal_value: N,
    /// The last quarter in which cash is below zero, before the first where it never is.
    last_below: N,
}

/// A terminal value beyond this is held here: a discount rate of next to nothing divides by next to nothing.
const LARGEST_VALUE: f64 = 1e200;

impl<N: Number> Worth<N> {
    pub fn new(trials: Trials, form: &Form, fleet: &Fleet<N>, books: &Books<N>, opening: N) -> Self {
        let step: N = discount_step(trials);
        let (mut factor, mut bare) = (N::ONE, books.cash.first().copied().unwrap_or_default());
        for fcf in &books.fcf {
            factor *= step;
            bare += *fcf * factor;
        }
        let mut last_below = N::all(NEVER);
        for (t, cash) in books.cash.iter().enumerate() {
            last_below = cash.below(N::ZERO, N::all(t as f64), last_below);
        }
        let terminal_value = terminal_value(trials, form, fleet, books);
        Self { opening_capital: opening, npv: bare + terminal_value * factor, bare, terminal_value, last_below }
    }

    /// The measures of one lane.
    pub fn measures(&self, books: &Books<N>, lane: usize) -> Measures {
        let cash = |t: usize| books.cash.get(t).map(|cash| cash.lane(lane));
        let last = self.last_below.lane(lane);
        Measures {
            opening_capital: self.opening_capital.lane(lane),
            npv: self.npv.lane(lane),
            npv_without_terminal: self.bare.lane(lane),
            terminal_value: self.terminal_value.lane(lane),
            payback_years: if last == NEVER { Some(0.0) } else { crossing(cash, last as usize) },
            cash_end: books.cash.last().map_or(0.0, |cash| cash.lane(lane)),
        }
    }
}

/// Before the first quarter.
const NEVER: f64 = -1.0;

/// The last upward crossing of zero, in years: 0 for a line never below it, none for one that ends there.
pub(super) fn payback(line: &[f64]) -> Option<f64> {
    match line.iter().rposition(|&cash| cash < 0.0) {
        None => Some(0.0),
        Some(last) => crossing(|t| line.get(t).copied(), last),
    }
}

/// The first upward crossing of zero, in years.
pub(super) fn first_touch(line: &[f64]) -> Option<f64> {
    let Some(below) = line.iter().position(|&cash| cash < 0.0) else { return Some(0.0) };
    let length = line.iter().skip(below).position(|&cash| cash >= 0.0)?;
    crossing(|t| line.get(t).copied(), below + length - 1)
}

/// Where the line from quarter `t`, below zero, to the next meets it.
fn crossing(line: impl Fn(usize) -> Option<f64>, t: usize) -> Option<f64> {
    let (low, high) = (line(t)?, line(t + 1)?);
    Some((t as f64 + low / (low - high)) / 4.0)
}

/// The lowest cash, or 0, and its quarter.
pub(super) fn lowest(cash: &[f64]) -> (f64, usize) {
    let (mut low, mut at) = (0.0, 0);
    for (t, &cash) in cash.iter().enumerate() {
        if cash < low {
            (low, at) = (cash, t);
        }
    }
    (low, at)
}

/// E27.
fn terminal_value<N: Number>(trials: Trials, form: &Form, fleet: &Fleet<N>, books: &Books<N>) -> N {
    if form.ending == Ending::Nothing {
        return N::ZERO;
    }
    let year = |series: &[N]| series.iter().rev().take(4).fold(N::ZERO, |sum, quarter| sum + *quarter);
    let ebitda = year(&books.ebitda);
    let calendar = &form.calendar;
    let waiting = fleet.under_construction(calendar, calendar.end);
    let multiple = trials.of::<N>(|scenario| scenario.terminal_multiple) * positive(ebitda);
    let book = least(fleet.net_assets(calendar, calendar.end), multiple + waiting);
    let going = match form.ending {
        Ending::Multiple => multiple,
        Ending::Perpetuity => {
            let profit = ebitda - year(&books.depreciation) - year(&books.writeoff);
            let nopat = profit * trials.of(|scenario| 1.0 - scenario.tax);
            least(positive(nopat) / trials.of(|scenario| scenario.discount_rate), N::all(LARGEST_VALUE))
        }
        Ending::Endless => N::ZERO,
        Ending::Nothing | Ending::Book => return book,
    };
    let (replaced, left): (N, N) =
        (trials.of(|scenario| scenario.replacement), trials.of(|scenario| 1.0 - scenario.replacement));
    replaced * (going + waiting) + left * book
}

impl<N: Number> Fleet<N> {
    /// What is ordered by the end of quarter `t` and not yet in service, at cost.
    pub fn under_construction(&self, calendar: &Calendar, t: usize) -> N {
        let waiting = self.since(calendar.arrival(t) + 1).iter().take(calendar.lead);
        waiting.fold(N::ZERO, |sum, cohort| sum + cohort.cost())
    }

    /// Net book value at the end of quarter `t`, with construction; cohort by cohort, so that nothing is left of what is
    /// written down.
    pub fn net_assets(&self, calendar: &Calendar, t: usize) -> N {
        let arrived = self.cohorts.get(..=calendar.arrival(t)).unwrap_or_default();
        let chips = book(arrived, calendar.chip, calendar.book, |cohort| cohort.chips);
        let shells = book(arrived, calendar.shell, calendar.shell, |cohort| cohort.shells);
        chips + shells + self.under_construction(calendar, t)
    }
}

/// What is not yet written down of cohorts that serve so many quarters and are written down over so many.
#[inline(always)]
fn book<N: Number>(arrived: &[Cohort<N>], serves: usize, years: usize, cost: impl Fn(&Cohort<N>) -> N) -> N {
    let mut left = years as f64;
    let mut sum = N::ZERO;
    for cohort in arrived.iter().rev().take(serves.min(years - 1)) {
        left -= 1.0;
        sum += cost(cohort) * N::all(left);
    }
    sum / N::all(years as f64)
}
