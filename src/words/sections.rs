//! Titles and leads of the sections of the page, and names of the charts.

use super::dates;
use super::grammar::{capitalized, count_word};
use crate::scenario::Scenario;

/// The fixed texts of a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SectionText {
    /// The name in the list of sections.
    pub name: &'static str,
    /// The heading.
    pub title: &'static str,
}

/// Figures, cash and revenue.
pub const CASH: SectionText = SectionText { name: "Cash", title: "Cash" };
/// Spending, chips and returns.
pub const BUILD_OUT: SectionText = SectionText { name: "Build-out", title: "How the build-out works" };
/// The tornado.
pub const TORNADO: SectionText = SectionText { name: "What matters", title: "What matters most" };
/// The growth map.
pub const GROWTH_MAP: SectionText = SectionText { name: "Which growth?", title: "Which growth do you believe?" };
/// The Monte Carlo simulation.
pub const MONTE_CARLO: SectionText = SectionText { name: "Odds", title: "How sure is that?" };
/// Pinned scenarios.
pub const COMPARE: SectionText = SectionText { name: "Compare", title: "Compare" };
/// Reported facts.
pub const SOURCES: SectionText =
    SectionText { name: "Reports", title: "What was reported, and where reports disagree" };
/// Equations.
pub const WORKING: SectionText = SectionText { name: "Working", title: "Working" };
/// The table by year and by quarter.
pub const YEARS: SectionText = SectionText { name: "Table", title: "Year by year" };

phrases! {
    /// Lead of the reported facts.
    reports_lead = "Choose a value to load it. The small numbers name the press reports that state it.";
    /// Lead of the equations.
    working_lead = "Every equation of the model, with the numbers of this scenario.";
}

/// Lead of the build-out: “Three years of committed spending arrive as capacity a year later. After the build-out, orders
/// only replace retired capacity.”
pub fn build_out_lead(scenario: &Scenario) -> String {
    if dates::quarters(scenario.build_years) == 0 || scenario.capex * scenario.ai_share == 0.0 {
        return "Nothing new is built. Orders already placed arrive, and retired capacity is replaced where demand needs it."
            .to_owned();
    }
    let committed = scenario.commit_years.min(scenario.build_years);
    let spending = if dates::quarters(committed) == 0 {
        "Spending that follows demand arrives".to_owned()
    } else {
        let verb = if committed == 1.0 { "arrives" } else { "arrive" };
        format!("{} of committed spending {verb}", capitalized(&length(committed)))
    };
    let later = match scenario.lead_time as u32 {
        0 => "at once".to_owned(),
        4 => "a year later".to_owned(),
        1 => "a quarter later".to_owned(),
        quarters if quarters % 4 == 0 => format!("{} later", length(f64::from(quarters) / 4.0)),
        quarters => format!("{} quarters later", count_word(f64::from(quarters))),
    };
    let after = if scenario.replacement == 0.0 {
        "After the build-out, nothing is ordered and retired capacity is not replaced."
    } else if scenario.replacement < 1.0 {
        "After the build-out, orders replace a part of the retired capacity."
    } else {
        "After the build-out, orders only replace retired capacity."
    };
    format!("{spending} as capacity {later}. {after}")
}

/// `three years`.
fn length(years: f64) -> String {
    format!("{} {}", count_word(years), if years == 1.0 { "year" } else { "years" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_build_out_lead_follows_the_scenario() {
        let lead = |scenario: Scenario| build_out_lead(&scenario);
        let base = Scenario::DEFAULT;
        assert_eq!(
            lead(base),
            "Three years of committed spending arrive as capacity a year later. After the build-out, orders only replace retired capacity."
        );
        assert_eq!(
            lead(Scenario { commit_years: 1.0, lead_time: 6.0, replacement: 0.0, ..base }),
            "One year of committed spending arrives as capacity six quarters later. After the build-out, nothing is ordered and retired capacity is not replaced."
        );
        assert!(
            lead(Scenario { commit_years: 0.0, lead_time: 0.0, ..base })
                .starts_with("Spending that follows demand arrives as capacity at once.")
        );
        assert!(
            lead(Scenario { commit_years: 2.5, lead_time: 8.0, ..base })
                .starts_with("2.5 years of committed spending arrive as capacity two years later.")
        );
        assert!(lead(Scenario { capex: 0.0, ..base }).starts_with("Nothing new is built"));
    }
}
