//! Chips by age: the part of each year's depreciation, write-offs and revenue that belongs to the chips of each age.

use crate::number::quarterly_factor;
use crate::outcome::ChipAge;
use crate::run::Run;
use scenario::Scenario;

/// Returns, for each year of a run, the chips by age in whole years from 0.
pub(super) fn chip_ages(scenario: &Scenario, run: &Run<f64>) -> Vec<Vec<ChipAge>> {
    let (calendar, fleet) = (&run.shape.calendar, &run.fleet);
    let factor = quarterly_factor(1.0 - scenario.erosion);
    let decay: Vec<f64> =
        std::iter::successors(Some(1.0), |left| Some(left * factor)).take(calendar.chip_life).collect();
    let (rate, _) = calendar.depreciation_rates();
    let mut years = vec![vec![ChipAge::default(); calendar.chip_life / 4 + 1]; calendar.horizon.div_ceil(4)];
    for (revenue, t) in run.accounts.revenue.iter().zip(1..) {
        let newest = calendar.arriving_cohort(t);
        let effective_cu = |age: usize| {
            let Some(index) = newest.checked_sub(age) else { return 0.0 };
            // The opening fleet is in full use from the first day.
            let is_opening = index < calendar.opening_cohorts;
            let ramp = if is_opening { 1.0 } else { (age + 1) as f64 / calendar.ramp_time.max(1) as f64 };
            fleet.cohort(index).earning_cu * ramp.min(1.0) * decay.get(age).copied().unwrap_or_default()
        };
        let total: f64 = (0..calendar.chip_life).map(effective_cu).sum();
        let Some(year) = years.get_mut((t - 1) / 4) else { continue };
        for age in 0..=calendar.chip_life {
            let (Some(index), Some(chips)) = (newest.checked_sub(age), year.get_mut(age / 4)) else { continue };
            let cost = fleet.cohort(index).chip_cost;
            if age < calendar.chip_depreciation_time() {
                chips.depreciation += cost * rate;
            }
            if age == calendar.chip_life {
                chips.writeoff += cost * calendar.writeoff_share();
            }
            if total > 0.0 {
                chips.revenue += revenue * effective_cu(age) / total;
            }
        }
    }
    years
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::Workspace;

    #[test]
    fn ages_add_up_to_the_year() {
        for (chip_life, chip_book_life) in [(6.0, 5.0), (3.0, 5.0), (2.5, 2.5)] {
            let scenario = Scenario { chip_life, chip_book_life, shell_cost: 1e-9, ..Scenario::DEFAULT };
            let outcome = Workspace::new().outcome(&scenario);
            for (year, ages) in outcome.detail.chip_ages.iter().enumerate() {
                let quarters = 4 * year..4 * year + 4;
                let sum = |part: fn(&ChipAge) -> f64| ages.iter().map(part).sum::<f64>();
                for (part, series) in [
                    (sum(|age| age.depreciation), &outcome.quarterly.depreciation),
                    (sum(|age| age.writeoff), &outcome.quarterly.writeoff),
                    (sum(|age| age.revenue), &outcome.quarterly.revenue),
                ] {
                    let total: f64 = series[quarters.clone()].iter().sum();
                    assert!((part - total).abs() < 1e-6 * total.max(1.0), "{chip_life} year {year}: {part} {total}");
                }
            }
            let old: f64 =
                outcome.detail.chip_ages.iter().flat_map(|ages| ages.iter().skip(5)).map(|age| age.revenue).sum();
            assert_eq!(old > 0.0, chip_life > 5.0, "chips of {chip_life} years earn in their sixth year");
        }
    }
}
