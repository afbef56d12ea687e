//! Links: a workbook and the settings of the page as a readable URL fragment that names changed values only.

mod escape;
mod notice;
mod old_defaults;
mod read;
mod write;

pub use escape::clean_name;
pub use notice::{LinkNotice, LinkPart, LinkProblem};
pub use read::{ParsedLink, read};
pub use write::write;

use super::workbook::{DEFAULT_SEED, Pin, Sheet, Workbook};
use super::{Input, Origin, Ranges, Scenario};

/// Ids of the charts that links can name.
pub const CHARTS: [&str; 13] = [
    "revenue", "cash", "spend", "mix", "margin", "unit", "lives", "tornado", "variance", "map", "odds", "safety",
    "bridge",
];

/// The colour theme of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// The setting of the reader's device.
    #[default]
    Auto,
}

impl Theme {
    /// Every theme with its id in links.
    pub const IDS: [(&'static str, Self); 3] = [("light", Self::Light), ("dark", Self::Dark), ("auto", Self::Auto)];

    /// The id in links.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Auto => "auto",
        }
    }
}

/// The contents of a link.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// Company and case. A debate is written as the inputs that it changes.
    pub origin: Origin,
    /// The present scenario.
    pub scenario: Scenario,
    /// The scenario to compare with, if it is not the origin's.
    pub baseline: Option<Scenario>,
    /// Pinned scenarios, at most [`MAX_PINS`](super::workbook::MAX_PINS).
    pub pins: Vec<Pin>,
    /// The seed of the Monte Carlo simulation.
    pub seed: u32,
    /// The ranges of the Monte Carlo simulation that the reader has set.
    pub ranges: Ranges,
    /// The id of the chart that the page scrolls to.
    pub view: Option<&'static str>,
    /// The colour theme, if the link names one.
    pub theme: Option<Theme>,
    /// Whether the page is embedded in another page.
    pub embed: bool,
    /// The ids of the charts to show; all if absent, no chart for `charts=none`.
    pub charts: Option<Vec<&'static str>>,
    /// The inputs to show; the default selection if absent, no input for `controls=none`.
    pub controls: Option<Vec<Input>>,
    /// Whether the title is shown.
    pub title: bool,
}

impl Default for Link {
    fn default() -> Self {
        Self {
            origin: Origin::default(),
            scenario: Scenario::DEFAULT,
            baseline: None,
            pins: Vec::new(),
            seed: DEFAULT_SEED,
            ranges: Ranges::NONE,
            view: None,
            theme: None,
            embed: false,
            charts: None,
            controls: None,
            title: true,
        }
    }
}

impl Link {
    /// The link of a workbook, with default settings of the page.
    pub fn of(book: &Workbook) -> Self {
        let sheet = book.sheet();
        let origin = sheet.origin.without_debate();
        // Whoever opens the link compares with what it opens, unless the baseline is another scenario than the preset.
        let is_own = |baseline: &Scenario| *baseline != origin.scenario() && *baseline != sheet.scenario;
        let baseline = Some(*book.baseline()).filter(is_own);
        Self {
            origin,
            scenario: sheet.scenario,
            baseline,
            pins: sheet.pins.clone(),
            seed: sheet.seed,
            ranges: sheet.ranges.clone(),
            ..Self::default()
        }
    }

    /// The sheet that the link opens.
    pub fn sheet(&self) -> Sheet {
        let origin = self.origin.recognise(&self.scenario);
        let (pins, ranges) = (self.pins.clone(), self.ranges.clone());
        Sheet { origin, scenario: self.scenario, pins, seed: self.seed, ranges }
    }

    /// The workbook that the link opens. Without a baseline in the link, the scenario that it opens is the baseline.
    pub fn workbook(&self) -> Workbook {
        Workbook::open(self.sheet(), self.baseline)
    }
}
