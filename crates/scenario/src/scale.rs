//! Conversion between slider positions and values of an input.

use super::{Range, Scale};

/// Number of steps of a logarithmic slider.
const STOPS: f64 = 100.0;

/// The ends and the step of a range slider, in units of the slider position.
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
    /// The ends and the step of the slider. Positions are the values for a linear scale, 0 to 100 for a logarithmic one.
    pub fn track(&self) -> Track {
        match self.scale {
            Scale::Linear => Track { min: self.min, max: self.max, step: self.step },
            Scale::Logarithmic => Track { min: 0.0, max: STOPS, step: 1.0 },
        }
    }

    /// The position of a value on the track. A legal value beyond the slider range is at the nearer end.
    pub fn position(&self, value: f64) -> f64 {
        let inside = value.max(self.min).min(self.max);
        match self.scale {
            Scale::Linear => inside,
            Scale::Logarithmic => (inside / self.min).ln() / (self.max / self.min).ln() * STOPS,
        }
    }

    /// The value at a position of the track, rounded to the step of the input.
    pub fn value_at(&self, position: f64) -> f64 {
        match self.scale {
            Scale::Linear => self.snap(position),
            Scale::Logarithmic => self.snap(self.min * (self.max / self.min).powf((position / STOPS).clamp(0.0, 1.0))),
        }
    }

    /// The value that is a number of slider steps away, and at least one step of the input. A value beyond the slider
    /// range first moves to the nearer end.
    pub fn stepped(&self, value: f64, steps: f64) -> f64 {
        let stepped = self.value_at(self.position(value) + steps * self.track().step);
        // A step of a logarithmic slider can be smaller than the step of the input.
        if stepped == value && steps != 0.0 { self.snap(value + steps.signum() * self.step) } else { stepped }
    }

    /// The value at a fraction 0..1 of the track, not rounded.
    pub fn value_along(&self, fraction: f64) -> f64 {
        match self.scale {
            Scale::Linear => self.min + (self.max - self.min) * fraction,
            Scale::Logarithmic => self.min * (self.max / self.min).powf(fraction),
        }
    }

    /// The fraction 0..1 of the track at which a value is. Values beyond the slider range are at the nearer end.
    pub fn fraction(&self, value: f64) -> f64 {
        let track = self.track();
        (self.position(value) - track.min) / (track.max - track.min)
    }

    /// The nearest multiple of the step from `min`, inside the slider range and rounded to nine decimals.
    pub fn snap(&self, value: f64) -> f64 {
        if !value.is_finite() {
            return self.min;
        }
        let steps = ((value - self.min) / self.step).round();
        round_to_9_decimals(self.min + steps * self.step).max(self.min).min(self.max)
    }
}

/// Rounds to nine decimals, which removes the errors of binary fractions.
pub fn round_to_9_decimals(value: f64) -> f64 {
    let rounded = (value * 1e9).round() / 1e9;
    // Adding zero turns -0 into 0.
    if rounded.is_finite() { rounded + 0.0 } else { value }
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
    fn values_have_no_rounding_errors() {
        let growth = Input::Growth.range().unwrap();
        assert_eq!(growth.value_at(0.1 + 0.2), 0.3);
        assert_eq!(growth.value_at(0.349_999_9), 0.35);
        assert_eq!(growth.value_at(f64::NAN), -0.2);
        assert_eq!(growth.value_at(9.0), 2.5);
    }

    #[test]
    fn values_beyond_the_slider_are_at_its_end() {
        let capex = Input::Capex.range().unwrap();
        assert_eq!(capex.fraction(1000.0), 1.0);
        assert_eq!(capex.fraction(-5.0), 0.0);
    }

    #[test]
    fn steps_stop_at_the_ends_of_the_slider() {
        let (growth, market) = (Input::Growth.range().unwrap(), Input::MarketSize.range().unwrap());
        assert_eq!(growth.stepped(1.0, 4.0), round_to_9_decimals(1.0 + 4.0 * growth.step));
        assert_eq!(growth.stepped(9.0, -1.0), round_to_9_decimals(growth.max - growth.step));
        assert_eq!((growth.stepped(1.0, -1000.0), growth.stepped(1.0, 1000.0)), (growth.min, growth.max));
        assert!(market.stepped(400.0, 1.0) > 400.0 && market.stepped(400.0, 1000.0) == market.max);
    }

    #[test]
    fn logarithmic_steps_are_equal_ratios() {
        let market = Input::MarketSize.range().unwrap();
        assert_eq!(market.value_at(0.0), 50.0);
        assert_eq!(market.value_at(100.0), 3000.0);
        assert_eq!(market.value_at(50.0), 400.0);
        assert!((market.fraction(600.0) - 0.606_9).abs() < 1e-3);
    }
}
