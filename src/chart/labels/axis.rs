//! Labels of a horizontal axis: thinned out to the room there is, and kept inside their panel.

use super::TextMeasure;
use crate::chart::figure::Tick;

/// The font size of tick labels, in CSS pixels.
const SIZE: f64 = 12.0;
/// The least gap between neighbouring labels, in CSS pixels.
const GAP: f64 = 4.0;

/// A tick label and its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TickLabel<'a> {
    /// The text.
    pub text: &'a str,
    /// The tick, in CSS pixels.
    pub tick: f64,
    /// The middle of the label, in CSS pixels; `None` where the label has no room.
    pub middle: Option<f64>,
}

/// The labels of ticks at the pixels that `place` gives: every tick, or every second, fifth, tenth …, so that each label has
/// `padding` around it. Labels are moved inside `bounds`, and dropped where they touch the label before or `hidden`.
pub fn tick_labels<'a>(
    ticks: &'a [Tick],
    place: impl Fn(f64) -> f64,
    measure: TextMeasure,
    padding: f64,
    bounds: (f64, f64),
    hidden: Option<(f64, f64)>,
) -> Vec<TickLabel<'a>> {
    let widest = ticks.iter().skip(1).map(|tick| measure(&tick.text, SIZE, false)).fold(0.0, f64::max);
    let distance = match ticks {
        [first, second, ..] => place(second.at) - place(first.at),
        _ => f64::INFINITY,
    };
    let mut free = f64::NEG_INFINITY;
    let label = |tick: &'a Tick| {
        let (at, half) = (place(tick.at), measure(&tick.text, SIZE, false) / 2.0);
        let middle = at.max(bounds.0 + half).min(bounds.1 - half);
        let (left, right) = (middle - half, middle + half);
        let covered = hidden.is_some_and(|(from, to)| right + GAP > from && left - GAP < to);
        let shown = left > free && !covered;
        if shown {
            free = right + GAP;
        }
        TickLabel { text: &tick.text, tick: at, middle: shown.then_some(middle) }
    };
    ticks.iter().step_by(stride(widest + padding, distance)).map(label).collect()
}

/// The number of ticks from one label to the next, for labels of a width on ticks at a distance.
fn stride(width: f64, distance: f64) -> usize {
    let fits = |count: &usize| distance * *count as f64 >= width;
    [1, 2, 5, 10, 20, 50].into_iter().find(fits).unwrap_or(100)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::labels::half_em;

    fn years(count: u32) -> Vec<Tick> {
        (0..=count).map(|year| Tick { at: f64::from(year), text: (2026 + year).to_string().into() }).collect()
    }

    fn shown(labels: &[TickLabel]) -> Vec<(String, f64)> {
        labels.iter().filter_map(|label| Some((label.text.to_owned(), label.middle?))).collect()
    }

    #[test]
    fn labels_are_thinned_out_to_the_room_there_is() {
        let ticks = years(10);
        let spaced =
            |distance: f64| tick_labels(&ticks, |at| 100.0 + distance * at, &half_em, 12.0, (0.0, 1000.0), None).len();
        assert_eq!([40.0, 20.0, 8.0, 3.7].map(spaced), [11, 6, 3, 2]);
    }

    #[test]
    fn labels_stay_in_their_bounds_and_give_way_to_the_crosshair() {
        let ticks = years(2);
        let labels = tick_labels(&ticks, |at| 50.0 * at, &half_em, 12.0, (0.0, 105.0), Some((58.0, 70.0)));
        assert_eq!(shown(&labels), [("2026".to_owned(), 12.0), ("2028".to_owned(), 93.0)]);
        assert_eq!(labels[1].tick, 50.0, "the tick mark stays");
    }
}
