//! Dated events, which orders do not foresee, and the capex plan by year.

use serde::Serialize;

use super::short_list::ShortList;

/// The quantity that an event changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum EventKind {
    /// Demand.
    #[default]
    Demand,
    /// The price of compute.
    Price,
    /// The capacity in service.
    Capacity,
}

impl EventKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Demand, Self::Price, Self::Capacity];

    /// The id in links and JSON.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Demand => "demand",
            Self::Price => "price",
            Self::Capacity => "capacity",
        }
    }

    /// The kind with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// The smallest and the largest size.
    pub const fn sizes(self) -> (f64, f64) {
        match self {
            Self::Demand | Self::Price => (-1.0, 10.0),
            Self::Capacity => (-1.0, 0.0),
        }
    }
}

/// A change of demand, price or capacity from a quarter on. Orders do not foresee it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Event {
    /// The quantity that changes.
    pub kind: EventKind,
    /// The first quarter of the change, 1 to [`MAX_QUARTER`].
    pub quarter: u16,
    /// The relative change: -0.2 is a fifth less.
    pub size: f64,
    /// The length in quarters, 1 to [`MAX_QUARTER`]; `None` for good.
    pub quarters: Option<u16>,
}

/// The largest quarter and length of an event.
pub const MAX_QUARTER: u16 = 160;

/// The calendar year of the first year: quarter 0 is its first quarter.
pub const FIRST_YEAR: u16 = 2026;

/// The events of a scenario.
pub type Events = ShortList<Event, 6>;

/// The capex of each year as a multiple of the capex of the first year; empty for a plan that follows `capex_growth`.
pub type CapexPath = ShortList<f64, 20>;

impl Event {
    /// Whether the event runs in quarter `t`.
    pub fn holds(&self, t: usize) -> bool {
        let first = usize::from(self.quarter);
        first <= t && self.quarters.is_none_or(|quarters| t < first + usize::from(quarters))
    }

    /// Whether the fields are in their legal ranges.
    pub fn is_legal(&self) -> bool {
        let (lowest, highest) = self.kind.sizes();
        let quarters = 1..=MAX_QUARTER;
        (lowest..=highest).contains(&self.size)
            && quarters.contains(&self.quarter)
            && self.quarters.is_none_or(|length| quarters.contains(&length))
    }
}
