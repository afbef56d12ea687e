//! Chips by age: how much of each year's depreciation, write-offs and revenue belongs to the chips of each age.

use super::number::quarterly;
use super::workspace::Workspace;

/// The chips of one age in one year of the horizon, $B.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ChipAge {
    /// Depreciation of the chips, without shells (E21).
    pub depreciation: f64,
    /// Write-offs (E22).
    pub writeoff: f64,
    /// Revenue, in proportion to effective compute (E14, E18).
    pub revenue: f64,
}

impl Workspace {
    /// For each year of the last run, the chips by age in whole years from 0.
    pub(super) fn chip_ages(&self) -> Vec<Vec<ChipAge>> {
        let (calendar, fleet) = (&self.last.form.calendar, &self.last.fleet);
        let keep = quarterly(1.0 - self.scenario.erosion);
        let decay: Vec<f64> = std::iter::successors(Some(1.0), |kept| Some(kept * keep)).take(calendar.chip).collect();
        let (per_chip, _) = calendar.written_off();
        let mut years = vec![vec![ChipAge::default(); calendar.chip / 4 + 1]; calendar.end.div_ceil(4)];
        for (revenue, t) in self.last.books.revenue.iter().zip(1..) {
            let newest = calendar.arrival(t);
            // The opening fleet has its full use from the first day.
            let effective = |age: usize| {
                let ramp =
                    if newest < calendar.opening + age { 1.0 } else { (age + 1) as f64 / calendar.ramp.max(1) as f64 };
                let cohort = newest.checked_sub(age).map_or(0.0, |at| fleet.cohort(at).earning);
                cohort * ramp.min(1.0) * decay.get(age).copied().unwrap_or_default()
            };
            let whole: f64 = (0..calendar.chip).map(effective).sum();
            let Some(year) = years.get_mut((t - 1) / 4) else { continue };
            for age in 0..=calendar.chip {
                let (Some(at), Some(chips)) = (newest.checked_sub(age), year.get_mut(age / 4)) else { continue };
                let cost = fleet.cohort(at).chips;
                if age < calendar.charge() {
                    chips.depreciation += cost * per_chip;
                }
                if age == calendar.chip {
                    chips.writeoff += cost * calendar.unwritten();
                }
                if whole > 0.0 {
                    chips.revenue += revenue * effective(age) / whole;
                }
            }
        }
        years
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use scenario::Scenario;

    #[test]
    fn the_ages_add_up_to_the_year() {
        for (chip_life, chip_book_life) in [(6.0, 5.0), (3.0, 5.0), (2.5, 2.5)] {
            let scenario = Scenario { chip_life, chip_book_life, shell_cost: 1e-9, ..Scenario::DEFAULT };
            let outcome = Workspace::new().outcome(&scenario);
            for (year, ages) in outcome.detail.chip_ages.iter().enumerate() {
                let quarters = 4 * year..4 * year + 4;
                let sum = |part: fn(&ChipAge) -> f64| ages.iter().map(part).sum::<f64>();
                for (part, whole) in [
                    (sum(|age| age.depreciation), &outcome.quarterly.depreciation),
                    (sum(|age| age.writeoff), &outcome.quarterly.writeoff),
                    (sum(|age| age.revenue), &outcome.quarterly.revenue),
                ] {
                    let whole: f64 = whole[quarters.clone()].iter().sum();
                    assert!((part - whole).abs() < 1e-6 * whole.max(1.0), "{chip_life} year {year}: {part} {whole}");
                }
            }
            let old: f64 =
                outcome.detail.chip_ages.iter().flat_map(|ages| ages.iter().skip(5)).map(|age| age.revenue).sum();
            assert_eq!(old > 0.0, chip_life > 5.0, "chips of {chip_life} years earn in their sixth year");
        }
    }
}
