//! The range of one uncertain input: its signals and its changes, shared by switch, fields and handles.

use leptos::prelude::*;

use crate::analysis::{Triangle, UncertainInput};
use crate::app::state::{WorkbookStore, use_workbook};
use crate::scenario::{Input, InputRange, Range, uncertain_range};

/// Range of an input in the simulation.
#[derive(Clone, Copy)]
pub(super) struct RangeControl {
    /// The input.
    pub(super) input: Input,
    /// Its slider.
    pub(super) slider: &'static Range,
    /// The range that the reader has set.
    pub(super) own: Memo<Option<InputRange>>,
    /// The distribution; `None` while the input is held fixed.
    pub(super) triangle: Memo<Option<Triangle>>,
    /// The ends as set, or those of the analysis.
    pub(super) ends: Memo<Option<[f64; 2]>>,
    /// The present value.
    pub(super) value: Memo<f64>,
    /// The range from before the input was held fixed.
    before_fixed: StoredValue<Option<InputRange>>,
    workbook: WorkbookStore,
}

/// An end of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    Low,
    High,
}

impl End {
    /// Both ends.
    pub(super) const BOTH: [Self; 2] = [Self::Low, Self::High];

    /// Returns whether this is the upper end.
    pub(super) fn is_high(self) -> bool {
        self == Self::High
    }

    /// Returns the last part of element names.
    pub(super) fn id(self) -> &'static str {
        if self.is_high() { "high" } else { "low" }
    }

    /// Returns the item of this end from a pair.
    pub(super) fn of([low, high]: [f64; 2], end: Self) -> f64 {
        if end.is_high() { high } else { low }
    }
}

impl RangeControl {
    /// Creates the signals of an input; `None` for an input that cannot be uncertain.
    pub(super) fn new(input: Input) -> Option<Self> {
        let workbook = use_workbook();
        let own = Memo::new(move |_| workbook.ranges.with(|ranges| ranges.get(input)));
        let triangle = Memo::new(move |_| {
            workbook.ranges.with(|ranges| workbook.scenario.with(|scenario| Triangle::of(scenario, ranges, input)))
        });
        let ends = Memo::new(move |_| {
            let set = own.get().and_then(InputRange::ends);
            set.or_else(|| triangle.get().map(|triangle| [triangle.low, triangle.high]))
        });
        let value = workbook.number(input);
        let before_fixed = StoredValue::new(None);
        Some(Self { input, slider: uncertain_range(input)?, own, triangle, ends, value, before_fixed, workbook })
    }

    /// Returns the range with another end; `None` where it would cross the other end.
    pub(super) fn with_end(self, end: End, value: f64) -> Option<InputRange> {
        let [low, high] = self.ends.get_untracked()?;
        let (low, high) = if end.is_high() { (low, value) } else { (value, high) };
        InputRange::between(self.input, low, high).filter(|_| low <= high)
    }

    /// Moves an end while a gesture lasts, at most to the present value.
    pub(super) fn drag_end(self, end: End, value: f64) {
        let mode = self.value.get_untracked();
        let value = if end.is_high() { value.max(mode) } else { value.min(mode) };
        if let Some(range) = self.with_end(end, value) {
            self.workbook.set_range_live(self.input, range);
        }
    }

    /// Sets an end at once, as part of a gesture, where that is possible.
    pub(super) fn set_end(self, end: End, value: f64) {
        if let Some(range) = self.with_end(end, value) {
            self.workbook.edit(|book| book.set_range(self.input, Some(range)));
        }
    }

    /// Holds the input fixed, or makes it uncertain again with its earlier range.
    pub(super) fn set_uncertain(self, uncertain: bool) {
        if uncertain {
            let before = self.before_fixed.get_value();
            let first = || InputRange::around(self.input, self.value.get_untracked());
            let range = before.or_else(|| self.is_added().then(first).flatten());
            self.workbook.set_range(self.input, range);
        } else {
            self.before_fixed.set_value(self.own.get_untracked());
            self.workbook.set_range(self.input, Some(InputRange::Fixed));
        }
    }

    /// Resets the range to that of the analysis. An added input leaves the table.
    pub(super) fn reset(self) {
        self.before_fixed.set_value(None);
        self.workbook.set_range(self.input, None);
    }

    /// Returns whether the reader has added the input.
    pub(super) fn is_added(self) -> bool {
        UncertainInput::of(self.input).is_none()
    }

    /// Returns whether the reader has set the range.
    pub(super) fn is_set(self) -> bool {
        self.own.get().is_some()
    }
}
