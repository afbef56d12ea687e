//! What the cash says: present value, payback, the deepest deficit (E27, E28).

use super::calendar::Calendar;
use super::fleet::{Cohort, Fleet};
use super::number::{least, positive};
use super::operations::{Books, discount_step};
use scenario::{Scenario, Terminal};

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
    /// The first crossing, years.
    pub first_touch_years: Option<f64>,
    /// The lowest cash, or 0, $B.
    pub peak_deficit: f64,
    /// Its date, years.
    pub peak_deficit_years: f64,
    /// cash(T), $B.
    pub cash_end: f64,
    /// Demand left unserved, $B.
    pub unmet_total: f64,
}

/// A terminal value beyond this is held here: a discount rate of next to nothing divides by next to nothing.
const LARGEST_VALUE: f64 = 1e200;

pub(super) fn measure(
    scenario: &Scenario,
    calendar: &Calendar,
    fleet: &Fleet,
    books: &Books,
    opening: f64,
) -> Measures {
    let start = books.cash.first().copied().unwrap_or_default();
    let step = discount_step(scenario);
    let (mut factor, mut bare) = (1.0, start);
    for fcf in &books.fcf {
        factor *= step;
        bare += fcf * factor;
    }
    let terminal_value = terminal_value(scenario, calendar, fleet, books);
    let (peak_deficit, peak) = lowest(&books.cash);
    Measures {
        opening_capital: opening,
        npv: bare + terminal_value * factor,
        npv_without_terminal: bare,
        terminal_value,
        payback_years: payback(&books.cash),
        first_touch_years: first_touch(&books.cash),
        peak_deficit,
        peak_deficit_years: peak as f64 / 4.0,
        cash_end: books.cash.last().copied().unwrap_or_default(),
        unmet_total: books.demand.iter().zip(&books.revenue).map(|(demand, revenue)| demand - revenue).sum(),
    }
}

fn lowest(cash: &[f64]) -> (f64, usize) {
    let (mut low, mut at) = (0.0, 0);
    for (t, &cash) in cash.iter().enumerate() {
        if cash < low {
            (low, at) = (cash, t);
        }
    }
    (low, at)
}

/// The last upward crossing of zero, in years: 0 for a line never below it, none for one that ends there.
pub(super) fn payback(line: &[f64]) -> Option<f64> {
    match line.iter().rposition(|&cash| cash < 0.0) {
        None => Some(0.0),
        Some(last) => crossing(line, last),
    }
}

/// The first upward crossing of zero, in years.
pub(super) fn first_touch(line: &[f64]) -> Option<f64> {
    let Some(below) = line.iter().position(|&cash| cash < 0.0) else { return Some(0.0) };
    let length = line.iter().skip(below).position(|&cash| cash >= 0.0)?;
    crossing(line, below + length - 1)
}

/// Where the line from quarter `t`, below zero, to the next meets it.
fn crossing(line: &[f64], t: usize) -> Option<f64> {
    let (low, high) = (line.get(t)?, line.get(t + 1)?);
    Some((t as f64 + low / (low - high)) / 4.0)
}

/// E27.
fn terminal_value(scenario: &Scenario, calendar: &Calendar, fleet: &Fleet, books: &Books) -> f64 {
    if scenario.terminal == Terminal::None {
        return 0.0;
    }
    let year = |series: &[f64]| series.iter().rev().take(4).sum::<f64>();
    let ebitda = year(&books.ebitda);
    let waiting = fleet.under_construction(calendar, calendar.end);
    let multiple = scenario.terminal_multiple * positive(ebitda);
    let book = least(fleet.net_assets(calendar, calendar.end), multiple + waiting);
    let going = match scenario.terminal {
        Terminal::Multiple => multiple,
        Terminal::Perpetuity if scenario.discount_rate > 0.0 => {
            let nopat = (ebitda - year(&books.depreciation) - year(&books.writeoff)) * (1.0 - scenario.tax);
            least(positive(nopat) / scenario.discount_rate, LARGEST_VALUE)
        }
        Terminal::Perpetuity => 0.0,
        _ => return book,
    };
    scenario.replacement * (going + waiting) + (1.0 - scenario.replacement) * book
}

impl Fleet {
    /// What is ordered by the end of quarter `t` and not yet in service, at cost.
    pub fn under_construction(&self, calendar: &Calendar, t: usize) -> f64 {
        self.since(calendar.arrival(t) + 1).iter().take(calendar.lead).map(Cohort::cost).sum()
    }

    /// Net book value at the end of quarter `t`, with construction; cohort by cohort, so that nothing is left of what is
    /// written down.
    pub fn net_assets(&self, calendar: &Calendar, t: usize) -> f64 {
        let arrived = self.cohorts.get(..=calendar.arrival(t)).unwrap_or_default();
        let book = |cost: fn(&Cohort) -> f64, serves: usize, years: usize| -> f64 {
            let young = arrived.iter().rev().take(serves.min(years - 1));
            let mut left = years as f64;
            let values = young.map(|cohort| {
                left -= 1.0;
                cost(cohort) * left
            });
            values.sum::<f64>() / years as f64
        };
        book(|cohort| cohort.chips, calendar.chip, calendar.book)
            + book(|cohort| cohort.shells, calendar.shell, calendar.shell)
            + self.under_construction(calendar, t)
    }
}
