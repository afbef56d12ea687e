//! Present value, terminal value, payback and the lowest cash (E27, E28).

use super::calendar::Calendar;
use super::fleet::Fleet;
use super::number::{Lanes, Number, min, positive_part};
use super::operations::{Accounts, quarterly_discount_factor};
use super::shape::{RunShape, TerminalKind};

/// The measures of a run that the analyses use.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Measures {
    /// I0, $B.
    pub opening_capital: f64,
    /// Net present value with the terminal value, $B.
    pub npv: f64,
    /// Net present value without the terminal value, $B.
    pub npv_without_terminal: f64,
    /// Terminal value, undiscounted, $B.
    pub terminal_value: f64,
    /// Time of the last upward crossing of zero by cash, years.
    pub payback_years: Option<f64>,
    /// cash(T), $B.
    pub cash_end: f64,
}

/// The measures of every lane.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct LaneMeasures<N> {
    opening_capital: N,
    npv: N,
    npv_without_terminal: N,
    pub terminal_value: N,
    /// The last quarter in which cash is negative, or [`NEVER`].
    last_negative_quarter: N,
}

/// Assets below this share of all capital put in are rounding residue.
const DUST: f64 = 1e-9;

/// Stands for the last negative quarter where cash is never negative.
const NEVER: f64 = -1.0;

impl<N: Number> LaneMeasures<N> {
    pub fn new(lanes: Lanes, shape: &RunShape, fleet: &Fleet<N>, accounts: &Accounts<N>, opening_capital: N) -> Self {
        let step: N = quarterly_discount_factor(lanes);
        let (mut factor, mut value) = (N::ONE, accounts.cash.first().copied().unwrap_or_default());
        for fcf in &accounts.fcf {
            factor *= step;
            value += *fcf * factor;
        }
        let mut last_negative_quarter = N::splat(NEVER);
        for (t, cash) in accounts.cash.iter().enumerate() {
            last_negative_quarter = cash.select_below(N::ZERO, N::splat(t as f64), last_negative_quarter);
        }
        let terminal_value = terminal_value(lanes, shape, fleet, accounts, opening_capital);
        Self {
            opening_capital,
            npv: value + terminal_value * factor,
            npv_without_terminal: value,
            terminal_value,
            last_negative_quarter,
        }
    }

    /// The measures of one lane.
    pub fn measures(&self, accounts: &Accounts<N>, lane: usize) -> Measures {
        let cash = |t: usize| accounts.cash.get(t).map(|cash| cash.lane(lane));
        let last = self.last_negative_quarter.lane(lane);
        Measures {
            opening_capital: self.opening_capital.lane(lane),
            npv: self.npv.lane(lane),
            npv_without_terminal: self.npv_without_terminal.lane(lane),
            terminal_value: self.terminal_value.lane(lane),
            payback_years: if last == NEVER { Some(0.0) } else { crossing_years(cash, last as usize) },
            cash_end: accounts.cash.last().map_or(0.0, |cash| cash.lane(lane)),
        }
    }
}

/// The time of the last upward crossing of zero, in years: 0 for a series that is never negative, `None` for one that ends
/// negative.
pub(crate) fn payback_years(series: &[f64]) -> Option<f64> {
    match series.iter().rposition(|&cash| cash < 0.0) {
        None => Some(0.0),
        Some(last) => crossing_years(|t| series.get(t).copied(), last),
    }
}

/// The time of the first upward crossing of zero, in years.
pub(crate) fn first_touch_years(series: &[f64]) -> Option<f64> {
    let Some(first) = series.iter().position(|&cash| cash < 0.0) else { return Some(0.0) };
    let length = series.iter().skip(first).position(|&cash| cash >= 0.0)?;
    crossing_years(|t| series.get(t).copied(), first + length - 1)
}

/// The time at which the line from a negative quarter `t` to the next quarter crosses zero, in years.
fn crossing_years(series: impl Fn(usize) -> Option<f64>, t: usize) -> Option<f64> {
    let (low, high) = (series(t)?, series(t + 1)?);
    Some((t as f64 + low / (low - high)) / 4.0)
}

/// The lowest cash and its quarter; 0 if cash is never negative.
pub(crate) fn lowest_cash(cash: &[f64]) -> (f64, usize) {
    let (mut lowest, mut quarter) = (0.0, 0);
    for (t, &cash) in cash.iter().enumerate() {
        if cash < lowest {
            (lowest, quarter) = (cash, t);
        }
    }
    (lowest, quarter)
}

/// E27.
fn terminal_value<N: Number>(
    lanes: Lanes,
    shape: &RunShape,
    fleet: &Fleet<N>,
    accounts: &Accounts<N>,
    opening_capital: N,
) -> N {
    if shape.terminal == TerminalKind::None {
        return N::ZERO;
    }
    let last_year = |series: &[N]| series.iter().rev().take(4).fold(N::ZERO, |sum, quarter| sum + *quarter);
    let ebitda = last_year(&accounts.ebitda);
    let multiple = lanes.map::<N>(|scenario| scenario.terminal_multiple) * positive_part(ebitda);
    let book = book_value_after_tax(lanes, &shape.calendar, fleet, accounts, opening_capital, multiple);
    let going_concern = match shape.terminal {
        TerminalKind::None | TerminalKind::BookValue => return book,
        TerminalKind::Multiple => multiple,
        TerminalKind::Perpetuity => {
            let ebit = ebitda - last_year(&accounts.depreciation) - last_year(&accounts.writeoff);
            let nopat = ebit * lanes.map(|scenario| 1.0 - scenario.tax);
            let rate: N = lanes.map(|scenario| scenario.discount_rate - scenario.price_change.min(0.0));
            let perpetuity = N::ZERO.select_below(rate, min(nopat / rate, multiple), multiple);
            N::ZERO.select_below(nopat, perpetuity, N::ZERO)
        }
    };
    let replaced: N = lanes.map(|scenario| scenario.replacement);
    let not_replaced: N = lanes.map(|scenario| 1.0 - scenario.replacement);
    replaced * going_concern + not_replaced * book
}

/// Net assets, worth no more than those in service could earn, less the tax on what was deducted early (E27).
fn book_value_after_tax<N: Number>(
    lanes: Lanes,
    calendar: &Calendar,
    fleet: &Fleet<N>,
    accounts: &Accounts<N>,
    opening_capital: N,
    multiple: N,
) -> N {
    let total = |series: &[N]| series.iter().fold(N::ZERO, |sum, quarter| sum + *quarter);
    let capital = opening_capital + total(&accounts.capex);
    let dust = N::splat(DUST) * capital;
    let assets = fleet.net_assets(calendar, calendar.horizon);
    let served = assets - fleet.under_construction(calendar, calendar.horizon);
    let limit = dust.select_below(served, min(multiple / served, N::ONE), N::ONE);
    let worth = dust.select_below(assets, assets * limit, N::ZERO);
    let tax_base = positive_part(capital - total(&accounts.tax_deduction));
    let tax: N = lanes.map(|scenario| scenario.tax);
    worth - tax * positive_part(worth - tax_base - accounts.losses_carried)
}
