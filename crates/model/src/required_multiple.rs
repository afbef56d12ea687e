//! The multiple of revenue at which NPV is zero (E29).

use super::measures::Measures;
use super::operations::{Accounts, TaxState, quarterly_discount_factor};
use super::run::Run;
use scenario::Scenario;

/// Larger multiples count as none.
const MAX_MULTIPLE: f64 = 1e6;

/// The multiple of revenue at which NPV is zero. Other cost, partners and tax change with revenue; quantities, capex and
/// terminal value do not.
pub(crate) fn required_multiple(scenario: &Scenario, run: &Run<f64>, measures: &Measures) -> Option<f64> {
    let accounts = &run.accounts;
    let step: f64 = quarterly_discount_factor(scenario.into());
    let kept = run.market.kept.get(1..).unwrap_or_default();
    // The part of each quarter's revenue that is kept at a multiple of 1.
    let net_revenue = || accounts.revenue.iter().zip(kept).map(|(revenue, kept)| revenue * kept);
    if net_revenue().all(|net| net <= 0.0) {
        return None;
    }
    let (mut factor, mut discounted_net_revenue) = (1.0, 0.0);
    for net in net_revenue() {
        factor *= step;
        discounted_net_revenue += net * factor;
    }
    let multiple = if scenario.group_relief {
        let slope = discounted_net_revenue * (1.0 - scenario.tax);
        match measures.npv - slope {
            at_zero if at_zero >= 0.0 => 0.0,
            at_zero if slope > 0.0 => -at_zero / slope,
            _ => return None,
        }
    } else {
        let discounted_terminal = measures.terminal_value * factor;
        search(|multiple| {
            npv_without_terminal(scenario, accounts, net_revenue(), multiple, step) + discounted_terminal
        })?
    };
    (multiple <= MAX_MULTIPLE).then_some(multiple)
}

/// The NPV without terminal value at a multiple of revenue.
fn npv_without_terminal(
    scenario: &Scenario,
    accounts: &Accounts<f64>,
    net_revenue: impl Iterator<Item = f64>,
    multiple: f64,
    step: f64,
) -> f64 {
    let mut tax_state = TaxState::new(scenario.into(), scenario.group_relief);
    let (mut factor, mut value) = (1.0, accounts.cash.first().copied().unwrap_or_default());
    let quarters = net_revenue.zip(&accounts.ebitda).zip(accounts.tax_deduction.iter().zip(&accounts.capex));
    for ((net_revenue, ebitda), (deduction, capex)) in quarters {
        let ebitda = ebitda + (multiple - 1.0) * net_revenue;
        factor *= step;
        value += (ebitda - tax_state.tax(ebitda - deduction) - capex) * factor;
    }
    value
}

/// The smallest multiple at which a rising function is not negative.
fn search(value: impl Fn(f64) -> f64) -> Option<f64> {
    if value(0.0) >= 0.0 {
        return Some(0.0);
    }
    let (mut low, mut high) = (0.0, 1.0_f64);
    while value(high) < 0.0 {
        if high >= MAX_MULTIPLE {
            return None;
        }
        (low, high) = (high, (2.0 * high).min(MAX_MULTIPLE));
    }
    for _ in 0..200 {
        let middle = 0.5 * (low + high);
        if middle <= low || middle >= high {
            break;
        }
        if value(middle) >= 0.0 {
            high = middle;
        } else {
            low = middle;
        }
    }
    Some(high)
}
