//! The sections of the page: anchors, names, titles.

/// A section of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Section {
    /// Figures, cash and revenue.
    Cash,
    /// How the build-out works.
    BuildOut,
    /// Tornado.
    Matters,
    /// Map.
    Growth,
    /// Simulated cases.
    Odds,
    /// Pins.
    Compare,
    /// Facts.
    Reports,
    /// Equations.
    Working,
    /// Year by year.
    Table,
}

impl Section {
    /// Every section, in the order of the page.
    pub const ALL: [Self; 9] = [
        Self::Cash,
        Self::BuildOut,
        Self::Matters,
        Self::Growth,
        Self::Odds,
        Self::Compare,
        Self::Reports,
        Self::Working,
        Self::Table,
    ];

    /// Its anchor.
    pub fn id(self) -> &'static str {
        match self {
            Self::Cash => "cash",
            Self::BuildOut => "build-out",
            Self::Matters => "what-matters",
            Self::Growth => "which-growth",
            Self::Odds => "odds",
            Self::Compare => "compare",
            Self::Reports => "reports",
            Self::Working => "working",
            Self::Table => "table",
        }
    }

    /// Its name in the list of sections.
    pub fn name(self) -> &'static str {
        match self {
            Self::Cash => "Cash",
            Self::BuildOut => "Build-out",
            Self::Matters => "What matters",
            Self::Growth => "Which growth?",
            Self::Odds => "Odds",
            Self::Compare => "Compare",
            Self::Reports => "Reports",
            Self::Working => "Working",
            Self::Table => "Table",
        }
    }

    /// Its title.
    pub fn title(self) -> &'static str {
        match self {
            Self::Cash => "Cash",
            Self::BuildOut => "How the build-out works",
            Self::Matters => "What matters most",
            Self::Growth => "Which growth do you believe?",
            Self::Odds => "How sure is that?",
            Self::Compare => "Compare",
            Self::Reports => "What was reported, and where reports disagree",
            Self::Working => "Working",
            Self::Table => "Year by year",
        }
    }
}
