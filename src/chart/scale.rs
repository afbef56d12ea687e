//! Axis ranges and ticks at round numbers.

/// The range of an axis and its ticks at round values.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// The distance between ticks.
    pub step: f64,
    /// The ticks, ascending.
    pub ticks: Vec<f64>,
}

/// The smallest round step (1, 2, 2.5 or 5 times a power of ten) that spans the values in at most `intervals` steps.
pub fn step(low: f64, high: f64, intervals: u32) -> f64 {
    let span = high - low;
    if !span.is_finite() || span <= 0.0 {
        return 1.0;
    }
    let most = f64::from(intervals.max(1));
    let power = 10f64.powf((span / most).log10().floor() - 1.0);
    let tens = [1.0, 10.0, 100.0, 1000.0];
    let candidates = tens.iter().flat_map(|ten| [1.0, 2.0, 2.5, 5.0].map(|digit| digit * ten * power));
    let spans = |step: f64| (high / step - 1e-9).ceil() - (low / step + 1e-9).floor();
    candidates.filter(|step| whole(*step)).find(|step| spans(*step) <= most).unwrap_or(span)
}

/// Whether all ticks of a step have the same number of digits. A step of 2.5 adds a digit to every other tick, which is fine
/// only before the decimal point.
fn whole(step: f64) -> bool {
    step >= 20.0 || !((step / 10f64.powf(step.log10().floor())) - 2.5).abs().lt(&1e-9)
}

/// The scale around two values, with four to six ticks, ending at a tick on both sides.
pub fn scale(low: f64, high: f64, intervals: u32) -> Scale {
    let (low, high) = widen(low, high);
    let step = step(low, high, intervals);
    let first = (low / step + 1e-9).floor();
    let last = (high / step - 1e-9).ceil();
    spread(first, last, step, first * step, last * step)
}

/// The scale around two values, whose upper end may lie half a step above the last tick, so that less room stays empty.
pub fn scale_half(low: f64, high: f64, intervals: u32) -> Scale {
    let (low, high) = widen(low, high);
    let step = step(low, high, intervals);
    let first = (low / step + 1e-9).floor();
    let top = (2.0 * high / step - 1e-9).ceil() / 2.0;
    spread(first, (top + 1e-9).floor(), step, first * step, top * step)
}

fn spread(first: f64, last: f64, step: f64, low: f64, high: f64) -> Scale {
    let count = (last - first).clamp(0.0, 64.0).round() as u32;
    let ticks = (0..=count).map(|index| tidy((first + f64::from(index)) * step, step)).collect();
    Scale { low: tidy(low, step), high: tidy(high, step), step, ticks }
}

fn tidy(value: f64, step: f64) -> f64 {
    let unit = step / 100.0;
    let near = (value / unit).round() * unit;
    if near == 0.0 { 0.0 } else { near }
}

/// A finite range that is not empty.
fn widen(low: f64, high: f64) -> (f64, f64) {
    let low = if low.is_finite() { low } else { 0.0 };
    let high = if high.is_finite() { high } else { 0.0 };
    let (low, high) = (low.min(high), low.max(high));
    if high - low > 1e-9 * high.abs().max(low.abs()).max(1e-3) { (low, high) } else { (low, low + low.abs().max(1.0)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn familiar_axes() {
        assert_eq!(scale_half(-347.0, 280.0, 5).ticks, [-400.0, -200.0, 0.0, 200.0]);
        assert_eq!(scale(0.0, 550.0, 5).ticks, [0.0, 200.0, 400.0, 600.0]);
        assert_eq!(scale(0.0, 187.0, 5).ticks, [0.0, 50.0, 100.0, 150.0, 200.0]);
        assert_eq!(scale(0.0, 0.44, 5).ticks, [0.0, 0.1, 0.2, 0.3, 0.4, 0.5]);
        assert_eq!(scale(0.0, 0.0, 5).ticks.first(), Some(&0.0));
    }

    proptest! {
        #[test]
        fn ticks_are_few_round_and_around_the_values(low in -1e6..1e6f64, span in 1e-3..1e7f64) {
            let scale = scale(low, low + span, 5);
            prop_assert!(scale.low <= low + 1e-6 * span && scale.high >= low + span - 1e-6 * span);
            prop_assert!((2..=6).contains(&scale.ticks.len()), "{scale:?}");
            for tick in &scale.ticks {
                let steps = tick / scale.step;
                prop_assert!((steps - steps.round()).abs() < 1e-6);
            }
        }

        #[test]
        fn the_half_scale_holds_the_values_too(low in -1e6..0f64, high in 0f64..1e6) {
            let scale = scale_half(low, high, 5);
            prop_assert!(scale.low <= low + 1e-9 && scale.high >= high - 1e-9 * high.abs().max(1.0));
            prop_assert!((1..=6).contains(&scale.ticks.len()));
        }
    }
}
