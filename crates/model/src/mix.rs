//! What a compute unit costs, draws and earns at a given share of custom chips (E6 to E9).

use super::calendar::{pace, quarterly, ramp};
use scenario::Scenario;

/// The chip mix of one quarter's orders.
#[derive(Clone, Copy, Debug)]
pub(super) struct Blend {
    /// s, the custom share.
    pub share: f64,
    /// kc, $B per CU.
    pub cost: f64,
    /// w, GW per CU.
    pub power: f64,
    /// y, the price realised relative to merchant chips.
    pub earning: f64,
}

/// The mix over time.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mix {
    now: f64,
    change: f64,
    pace: f64,
    chip_cost: f64,
    cost: f64,
    power: f64,
    earning: f64,
    step: f64,
}

impl Mix {
    pub fn new(scenario: &Scenario) -> Self {
        Self {
            now: scenario.custom_now,
            change: scenario.custom_share - scenario.custom_now,
            pace: pace(scenario.mix_years),
            chip_cost: scenario.chip_cost,
            cost: scenario.custom_cost / scenario.custom_performance,
            power: scenario.custom_power / scenario.custom_performance,
            earning: 1.0 - scenario.custom_discount,
            step: quarterly(1.0 + scenario.chip_cost_change),
        }
    }

    /// The mix and the costs of t = 0, which the opening fleet and the pipeline have too.
    pub fn opening(&self) -> Blend {
        self.blend(self.now, self.chip_cost)
    }

    /// The mix of t = 1, 2, … in order.
    pub fn orders(self) -> impl Iterator<Item = (usize, Blend)> {
        let mut chip_cost = self.chip_cost;
        (1..).map(move |t| {
            chip_cost *= self.step;
            let share = self.now + self.change * ramp(t as f64, self.pace);
            (t, self.blend(share.clamp(0.0, 1.0), chip_cost))
        })
    }

    fn blend(&self, share: f64, chip_cost: f64) -> Blend {
        let merchant = 1.0 - share;
        Blend {
            share,
            cost: chip_cost * (merchant + share * self.cost),
            power: merchant + share * self.power,
            earning: merchant + share * self.earning,
        }
    }
}
