//! The sections of the page: order, element ids and texts.

use crate::chart::ChartId;
use crate::words::sections;
use crate::words::sections::SectionText;

/// A section of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Section {
    /// Figures, cash and revenue.
    Cash,
    /// Spending, chips and returns.
    BuildOut,
    /// The inputs by their effect on the answer.
    Tornado,
    /// The outcome over two inputs.
    GrowthMap,
    /// The Monte Carlo simulation.
    MonteCarlo,
    /// Pinned scenarios.
    Compare,
    /// Reported facts.
    Sources,
    /// Equations.
    Working,
    /// The table by year and by quarter.
    Years,
}

impl Section {
    /// Every section, in the order of the page.
    pub const ALL: [Self; 9] = [
        Self::Cash,
        Self::BuildOut,
        Self::Tornado,
        Self::GrowthMap,
        Self::MonteCarlo,
        Self::Compare,
        Self::Sources,
        Self::Working,
        Self::Years,
    ];

    /// The section of a chart.
    pub fn of(chart: ChartId) -> Self {
        match chart {
            ChartId::Cash | ChartId::Revenue => Self::Cash,
            ChartId::Spend | ChartId::Mix | ChartId::Margin | ChartId::Unit | ChartId::Lives => Self::BuildOut,
            ChartId::Tornado | ChartId::Variance => Self::Tornado,
            ChartId::GrowthMap => Self::GrowthMap,
            ChartId::MonteCarlo | ChartId::Safety => Self::MonteCarlo,
            ChartId::Bridge => Self::Compare,
        }
    }

    /// The element id.
    pub fn id(self) -> &'static str {
        match self {
            Self::Cash => "cash",
            Self::BuildOut => "build-out",
            Self::Tornado => "tornado",
            Self::GrowthMap => "growth-map",
            Self::MonteCarlo => "monte-carlo",
            Self::Compare => "compare",
            Self::Sources => "sources",
            Self::Working => "working",
            Self::Years => "years",
        }
    }

    /// The name in the list of sections.
    pub fn name(self) -> &'static str {
        self.text().name
    }

    /// The heading.
    pub fn title(self) -> &'static str {
        self.text().title
    }

    fn text(self) -> SectionText {
        match self {
            Self::Cash => sections::CASH,
            Self::BuildOut => sections::BUILD_OUT,
            Self::Tornado => sections::TORNADO,
            Self::GrowthMap => sections::GROWTH_MAP,
            Self::MonteCarlo => sections::MONTE_CARLO,
            Self::Compare => sections::COMPARE,
            Self::Sources => sections::SOURCES,
            Self::Working => sections::WORKING,
            Self::Years => sections::YEARS,
        }
    }
}
