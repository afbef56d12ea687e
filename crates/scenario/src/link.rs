//! A workbook as a link: changed values only, readable by a person, and read back whatever text arrives.

mod notice;
mod past;
mod read;
mod text;
mod write;

pub use notice::{Notice, Place, Problem};
pub use read::{Opened, read};
pub use text::clean_name;
pub use write::write;

use super::workbook::{Pin, SEED, Sheet, Workbook};
use super::{Input, Origin, Scenario};

/// Ids of the charts a link can name.
pub const CHARTS: [&str; 11] =
    ["revenue", "cash", "spend", "mix", "margin", "unit", "lives", "tornado", "map", "odds", "bridge"];

/// Languages a link can name.
pub const LANGUAGES: [&str; 1] = ["en"];

/// The colours of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// As the reader's device has it.
    #[default]
    Auto,
}

impl Theme {
    /// Every theme with its name in links.
    pub const IDS: [(&'static str, Self); 3] = [("light", Self::Light), ("dark", Self::Dark), ("auto", Self::Auto)];

    /// Its name in links.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Auto => "auto",
        }
    }
}

/// Everything a link can say.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// Company and case; a debate is its changed inputs.
    pub origin: Origin,
    /// The scenario on the page.
    pub scenario: Scenario,
    /// The scenario's name, if it has one.
    pub name: Option<String>,
    /// What it is compared with, where that is not its origin's scenario.
    pub baseline: Option<Scenario>,
    /// Pinned scenarios, at most three.
    pub pins: Vec<Pin>,
    /// The seed of the odds.
    pub seed: u32,
    /// The chart in view, by id.
    pub view: Option<&'static str>,
    /// The colours, where the link asks for some.
    pub theme: Option<Theme>,
    /// The language, where the link asks for one.
    pub lang: Option<&'static str>,
    /// Whether the page stands inside another.
    pub embed: bool,
    /// Which charts to show: all where the link names none, and none for `charts=none`.
    pub charts: Option<Vec<&'static str>>,
    /// Which inputs to show: the usual ones where the link names none, and none for `controls=none`.
    pub controls: Option<Vec<Input>>,
    /// Whether the title shows.
    pub title: bool,
}

impl Default for Link {
    fn default() -> Self {
        Self {
            origin: Origin::default(),
            scenario: Scenario::DEFAULT,
            name: None,
            baseline: None,
            pins: Vec::new(),
            seed: SEED,
            view: None,
            theme: None,
            lang: None,
            embed: false,
            charts: None,
            controls: None,
            title: true,
        }
    }
}

impl Link {
    /// The link of a workbook, as the page itself has it: no view, no theme, not embedded.
    pub fn of(book: &Workbook) -> Self {
        let sheet = book.sheet();
        let origin = sheet.origin.undebated();
        let baseline = Some(*book.baseline()).filter(|baseline| *baseline != origin.scenario());
        Self {
            origin,
            scenario: sheet.scenario,
            baseline,
            pins: sheet.pins.clone(),
            seed: sheet.seed,
            ..Self::default()
        }
    }

    /// What the link puts on the page.
    pub fn sheet(&self) -> Sheet {
        let origin = self.origin.recognise(&self.scenario);
        Sheet { origin, scenario: self.scenario, pins: self.pins.clone(), seed: self.seed }
    }

    /// The workbook it opens; changes show against its baseline, or else against its company's case.
    pub fn workbook(&self) -> Workbook {
        Workbook::open(self.sheet(), Some(self.baseline.unwrap_or_else(|| self.origin.scenario())))
    }
}
