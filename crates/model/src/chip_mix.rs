//! Cost, power and earnings of a compute unit by the share of custom chips (E6 to E9).

use super::calendar::{ramp, ramp_rate};
use super::number::{Lanes, Number, min, positive_part, quarterly_factor};

/// The chip mix of the orders of one quarter.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ChipMix<N> {
    /// s, the custom share.
    pub custom_share: N,
    /// kc, the cost of a CU, $B.
    pub cost: N,
    /// w, the power of a CU, GW.
    pub power: N,
    /// y, the price realised relative to merchant chips.
    pub earning: N,
}

/// The chip mix over time.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ChipMixPlan<N> {
    share_now: N,
    share_change: N,
    rate: N,
    chip_cost: N,
    chip_cost_step: N,
    power_step: N,
    custom_cost: N,
    custom_power: N,
    custom_earning: N,
}

impl<N: Number> ChipMixPlan<N> {
    pub fn new(lanes: Lanes) -> Self {
        Self {
            share_now: lanes.map(|scenario| scenario.custom_now),
            share_change: lanes.map(|scenario| scenario.custom_share - scenario.custom_now),
            rate: lanes.map(|scenario| ramp_rate(scenario.mix_years)),
            chip_cost: lanes.map(|scenario| scenario.chip_cost),
            chip_cost_step: quarterly_factor(lanes.map(|scenario| 1.0 + scenario.chip_cost_change)),
            power_step: quarterly_factor(lanes.map(|scenario| 1.0 + scenario.chip_power_change)),
            custom_cost: lanes.map(|scenario| scenario.custom_cost / scenario.custom_performance),
            custom_power: lanes.map(|scenario| scenario.custom_power / scenario.custom_performance),
            custom_earning: lanes.map(|scenario| 1.0 - scenario.custom_discount),
        }
    }

    /// The mix at t = 0, which the opening fleet and the pipeline have.
    pub fn opening(&self) -> ChipMix<N> {
        self.mix(self.share_now, self.chip_cost, N::ONE)
    }

    /// The mixes at t = 1, 2, …, each with its t.
    pub fn orders(self) -> impl Iterator<Item = (usize, ChipMix<N>)> {
        let (mut chip_cost, mut chip_power) = (self.chip_cost, N::ONE);
        (1..).map(move |t| {
            chip_cost *= self.chip_cost_step;
            chip_power *= self.power_step;
            let share = self.share_now + self.share_change * ramp(t, self.rate);
            (t, self.mix(min(positive_part(share), N::ONE), chip_cost, chip_power))
        })
    }

    #[inline(always)]
    fn mix(&self, custom_share: N, chip_cost: N, chip_power: N) -> ChipMix<N> {
        let merchant_share = N::ONE - custom_share;
        ChipMix {
            custom_share,
            cost: chip_cost * (merchant_share + custom_share * self.custom_cost),
            power: chip_power * (merchant_share + custom_share * self.custom_power),
            earning: merchant_share + custom_share * self.custom_earning,
        }
    }
}
