//! Between a slider's position and an input's value: pure functions of the range.

use super::{Range, Scale};

/// Stops of a logarithmic slider.
const STOPS: f64 = 100.0;

/// What a range slider is given: its ends and step in its own units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Track {
    /// Lower end.
    pub min: f64,
    /// Upper end.
    pub max: f64,
    /// Step.
    pub step: f64,
}

impl Range {
    /// The slider's own scale: values themselves where it is linear, stops 0 to 100 where it is logarithmic.
    pub fn track(&self) -> Track {
        match self.scale {
            Scale::Linear => Track { min: self.min, max: self.max, step: self.step },
            Scale::Logarithmic => Track { min: 0.0, max: STOPS, step: 1.0 },
        }
    }

    /// The position of a value on the track; a legal value beyond the slider's range stands at its end.
    pub fn position(&self, value: f64) -> f64 {
        let inside = value.max(self.min).min(self.max);
        match self.scale {
            Scale::Linear => inside,
            Scale::Logarithmic => (inside / self.min).ln() / (self.max / self.min).ln() * STOPS,
        }
    }

    /// The value at a position of the track, on the input's grid.
    pub fn value_at(&self, position: f64) -> f64 {
        match self.scale {
            Scale::Linear => self.snap(position),
            Scale::Logarithmic => self.snap(self.min * (self.max / self.min).powf((position / STOPS).clamp(0.0, 1.0))),
        }
    }

    /// The value so many steps of the slider on, at least one of its grid; what lies beyond the slider comes back to its
    /// end first.
    pub fn stepped(&self, value: f64, steps: f64) -> f64 {
        let stepped = self.value_at(self.position(value) + steps * self.track().step);
        // A stop of a logarithmic slider can be less than the grid is wide.
        if stepped == value && steps != 0.0 { self.snap(value + steps.signum() * self.step) } else { stepped }
    }

    /// The value at a fraction 0..1 of the slider's travel, not snapped.
    pub fn value_along(&self, fraction: f64) -> f64 {
        match self.scale {
            Scale::Linear => self.min + (self.max - self.min) * fraction,
            Scale::Logarithmic => self.min * (self.max / self.min).powf(fraction),
        }
    }

    /// How far along its travel, 0..1, a value stands; the ends hold what lies beyond.
    pub fn fraction(&self, value: f64) -> f64 {
        let track = self.track();
        (self.position(value) - track.min) / (track.max - track.min)
    }

    /// The nearest value of the grid from `min` in steps, without binary dust, inside the slider's range.
    pub fn snap(&self, value: f64) -> f64 {
        if !value.is_finite() {
            return self.min;
        }
        let steps = ((value - self.min) / self.step).round();
        round_to_9_decimals(self.min + steps * self.step).max(self.min).min(self.max)
    }
}

/// A value without the dust of binary fractions: at most nine decimals.
pub fn round_to_9_decimals(value: f64) -> f64 {
    let round_to_9_decimals = (value * 1e9).round() / 1e9;
    if round_to_9_decimals.is_finite() { round_to_9_decimals + 0.0 } else { value }
}

#[cfg(test)]
mod tests {
    use super::super::Input;
    use super::*;

    #[test]
    fn positions_and_values_invert_over_the_whole_table() {
        for range in Input::ALL.iter().filter_map(|input| input.range()) {
            let steps = ((range.max - range.min) / range.step).round() as i32;
            for step in 0..=steps {
                let value = range.snap(range.min + f64::from(step) * range.step);
                let back = range.value_along(range.fraction(value));
                assert!((back - value).abs() < 1e-9 * range.max.abs().max(1.0), "{range:?} {value} {back}");
                if range.scale == Scale::Linear {
                    assert_eq!(range.value_at(range.position(value)), value);
                }
            }
        }
    }

    #[test]
    fn values_carry_no_dust() {
        let growth = Input::Growth.range().unwrap();
        assert_eq!(growth.value_at(0.1 + 0.2), 0.3);
        assert_eq!(growth.value_at(0.349_999_9), 0.35);
        assert_eq!(growth.value_at(f64::NAN), -0.2);
        assert_eq!(growth.value_at(9.0), 2.5);
    }

    #[test]
    fn typed_values_beyond_the_slider_stand_at_its_end() {
        let capex = Input::Capex.range().unwrap();
        assert_eq!(capex.fraction(1000.0), 1.0);
        assert_eq!(capex.fraction(-5.0), 0.0);
    }

    #[test]
    fn steps_go_along_the_slider_and_stop_at_its_ends() {
        let (growth, market) = (Input::Growth.range().unwrap(), Input::MarketSize.range().unwrap());
        assert_eq!(growth.stepped(1.0, 4.0), round_to_9_decimals(1.0 + 4.0 * growth.step));
        assert_eq!(growth.stepped(9.0, -1.0), round_to_9_decimals(growth.max - growth.step));
        assert_eq!((growth.stepped(1.0, -1000.0), growth.stepped(1.0, 1000.0)), (growth.min, growth.max));
        assert!(market.stepped(400.0, 1.0) > 400.0 && market.stepped(400.0, 1000.0) == market.max);
    }

    #[test]
    fn logarithmic_stops_are_equal_ratios_on_the_grid() {
        let market = Input::MarketSize.range().unwrap();
        assert_eq!(market.value_at(0.0), 50.0);
        assert_eq!(market.value_at(100.0), 3000.0);
        assert_eq!(market.value_at(50.0), 400.0);
        assert!((market.fraction(600.0) - 0.606_9).abs() < 1e-3);
    }
}
