//! Labels at line ends, kept apart vertically.

use crate::chart::layout::Plot;
use crate::chart::{EndLabel, Span};

/// The least distance between the middles of neighbouring labels, in CSS pixels.
const GAP: f64 = 16.0;

/// A label at a line end and its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlacedEnd<'a> {
    /// The label.
    pub label: &'a EndLabel,
    /// The text at this width.
    pub spans: &'a [Span],
    /// The middle of the label, in CSS pixels from the top.
    pub y: f64,
}

/// Places the labels of a plot at the height of their values, moved apart where they would overlap. Where there is no room for
/// all, the labels of the highest rank are dropped.
pub fn place_ends<'a>(labels: &'a [EndLabel], plot: &Plot, narrow: bool) -> Vec<PlacedEnd<'a>> {
    let text = |label: &'a EndLabel| if narrow { &label.short } else { &label.spans };
    let mut shown: Vec<&EndLabel> = labels.iter().filter(|label| !text(label).is_empty()).collect();
    shown.sort_by_key(|label| label.rank);
    let (top, bottom) = (plot.inner.top + 2.0, plot.inner.bottom - 2.0);
    let places = loop {
        let wanted: Vec<f64> = shown.iter().map(|label| plot.pixel((0.0, label.at)).1).collect();
        match spread(&wanted, GAP, top, bottom.max(top)) {
            Some(places) => break places,
            None => shown.pop(),
        };
    };
    shown.into_iter().zip(places).map(|(label, y)| PlacedEnd { label, spans: text(label), y }).collect()
}

/// The places nearest to `wanted` that are at least `gap` apart, in the same order, and between `top` and `bottom`. Labels that
/// overlap become a block, centred on the places that its members wanted. `None` where there is no room for all.
fn spread(wanted: &[f64], gap: f64, top: f64, bottom: f64) -> Option<Vec<f64>> {
    let needed = gap * wanted.len().saturating_sub(1) as f64;
    if needed > bottom - top + 1e-9 {
        return None;
    }
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    let at = |index: &usize| wanted.get(*index).copied().unwrap_or(top);
    order.sort_by(|a, b| at(a).total_cmp(&at(b)));
    let mut blocks: Vec<Block> = Vec::with_capacity(wanted.len());
    for index in &order {
        blocks.push(Block { sum: at(index), count: 1 });
        while let [.., above, below] = blocks.as_slice()
            && above.last(gap, top, bottom) + gap > below.first(gap, top, bottom) + 1e-9
        {
            let merged = above.with(*below, gap);
            blocks.truncate(blocks.len() - 2);
            blocks.push(merged);
        }
    }
    let places = blocks.iter().flat_map(|block| {
        let first = block.first(gap, top, bottom);
        (0..block.count).map(move |index| first + gap * f64::from(index))
    });
    let mut result = vec![top; wanted.len()];
    for (index, place) in order.iter().zip(places) {
        if let Some(slot) = result.get_mut(*index) {
            *slot = place;
        }
    }
    Some(result)
}

/// Labels that touch. `sum` adds up the places that each member would give the first one.
#[derive(Clone, Copy)]
struct Block {
    sum: f64,
    count: u32,
}

impl Block {
    fn height(&self, gap: f64) -> f64 {
        gap * f64::from(self.count - 1)
    }

    fn first(&self, gap: f64, top: f64, bottom: f64) -> f64 {
        (self.sum / f64::from(self.count)).min(bottom - self.height(gap)).max(top)
    }

    fn last(&self, gap: f64, top: f64, bottom: f64) -> f64 {
        self.first(gap, top, bottom) + self.height(gap)
    }

    fn with(&self, below: Self, gap: f64) -> Self {
        let lowered = f64::from(below.count) * f64::from(self.count) * gap;
        Self { sum: self.sum + below.sum - lowered, count: self.count + below.count }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn labels_move_only_as_far_as_they_must() {
        assert_eq!(spread(&[10.0, 50.0], 16.0, 0.0, 100.0), Some(vec![10.0, 50.0]));
        assert_eq!(spread(&[40.0, 40.0], 16.0, 0.0, 100.0), Some(vec![32.0, 48.0]));
        assert_eq!(spread(&[2.0, 0.0], 16.0, 0.0, 100.0), Some(vec![16.0, 0.0]));
        assert_eq!(spread(&[50.0; 4], 16.0, 0.0, 40.0), None);
        assert_eq!(spread(&[], 16.0, 0.0, 1.0), Some(vec![]));
    }

    proptest! {
        #[test]
        fn labels_never_overlap_and_keep_their_order(wanted in proptest::collection::vec(-50.0..250.0f64, 0..7)) {
            let placed = spread(&wanted, 16.0, 0.0, 200.0).unwrap();
            for (index, here) in placed.iter().enumerate() {
                prop_assert!((-1e-6..=200.0 + 1e-6).contains(here));
                for (other, there) in placed.iter().enumerate().skip(index + 1) {
                    prop_assert!((here - there).abs() >= 16.0 - 1e-6);
                    if wanted[index] + 1e-9 < wanted[other] {
                        prop_assert!(here < there);
                    }
                }
            }
        }
    }
}
