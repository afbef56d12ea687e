//! What a compute unit costs, draws and earns at a given share of custom chips (E6 to E9).

use super::calendar::{pace, ramp};
use super::number::{Number, Trials, least, positive, quarterly};

/// The chip mix of one quarter's orders.
#[derive(Clone, Copy, Debug)]
pub(super) struct Blend<N> {
    /// s, the custom share.
    pub share: N,
    /// kc, $B per CU.
    pub cost: N,
    /// w, GW per CU.
    pub power: N,
    /// y, the price realised relative to merchant chips.
    pub earning: N,
}

/// The mix over time.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mix<N> {
    now: N,
    change: N,
    pace: N,
    chip_cost: N,
    cost: N,
    power: N,
    earning: N,
    step: N,
}

impl<N: Number> Mix<N> {
    pub fn new(trials: Trials) -> Self {
        Self {
            now: trials.of(|scenario| scenario.custom_now),
            change: trials.of(|scenario| scenario.custom_share - scenario.custom_now),
            pace: trials.of(|scenario| pace(scenario.mix_years)),
            chip_cost: trials.of(|scenario| scenario.chip_cost),
            cost: trials.of(|scenario| scenario.custom_cost / scenario.custom_performance),
            power: trials.of(|scenario| scenario.custom_power / scenario.custom_performance),
            earning: trials.of(|scenario| 1.0 - scenario.custom_discount),
            step: quarterly(trials.of(|scenario| 1.0 + scenario.chip_cost_change)),
        }
    }

    /// The mix and the costs of t = 0, which the opening fleet and the pipeline have too.
    pub fn opening(&self) -> Blend<N> {
        self.blend(self.now, self.chip_cost)
    }

    /// The mix of t = 1, 2, … in order.
    pub fn orders(self) -> impl Iterator<Item = (usize, Blend<N>)> {
        let mut chip_cost = self.chip_cost;
        (1..).map(move |t| {
            chip_cost *= self.step;
            let share = self.now + self.change * ramp(t, self.pace);
            (t, self.blend(least(positive(share), N::ONE), chip_cost))
        })
    }

    #[inline(always)]
    fn blend(&self, share: N, chip_cost: N) -> Blend<N> {
        let merchant = N::ONE - share;
        Blend {
            share,
            cost: chip_cost * (merchant + share * self.cost),
            power: merchant + share * self.power,
            earning: merchant + share * self.earning,
        }
    }
}
