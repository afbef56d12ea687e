//! The question above the answer, with the plan of the company, and the plain line of each headline slider.

use super::numbers::{number, percent};
use crate::scenario::{Input, Origin, Scenario, presets};

phrases! {
    /// The question that the answer answers: the heading of the page.
    question = "When does an AI build-out pay back?";
    /// Invitation after the plan.
    invitation = "Move the sliders.";
    /// Meaning of the slider of demand growth.
    growth_line = "how much more AI computing customers want this year";
}

/// Plan of the company: “Amazon plans $200 billion of capex in 2026; its AI business sells $15 billion a year.”
pub(crate) fn plan(origin: &Origin) -> String {
    let company = origin.company_id();
    let owner = owner(company);
    let scenario = Origin::new(company, "").scenario();
    let (capex, sales) = (number(scenario.capex, 0), number(scenario.run_rate, 0));
    let is_estimate = presets().companies.iter().any(|preset| preset.id == company && preset.estimate);
    if is_estimate {
        format!("Our estimate for {owner}: ${capex} billion of capex in 2026, AI sales of ${sales} billion a year.")
    } else {
        format!("{owner} plans ${capex} billion of capex in 2026; its AI business sells ${sales} billion a year.")
    }
}

/// Meaning of a headline slider in everyday words; `None` for every other input.
pub(crate) fn plain_line(input: Input, origin: &Origin, scenario: &Scenario) -> Option<String> {
    match input {
        Input::Growth => Some(growth_line().to_owned()),
        Input::Capex => {
            let when = if scenario.has_level_plan() { "a year" } else { "in the first year" };
            Some(format!("what the whole company spends {when}; {} of it for AI", percent(scenario.ai_share, 0)))
        }
        Input::CustomShare => Some(format!("new computing on {}’s own chips", owner(origin.company_id()))),
        _ => None,
    }
}

/// The company that owns the cloud business.
fn owner(company: &str) -> &'static str {
    match company {
        "azure" => "Microsoft",
        "google" => "Google",
        _ => "Amazon",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn estimates_are_called_estimates() {
        assert!(plan(&Origin::default()).starts_with("Amazon plans $200 billion of capex in 2026;"));
        assert!(plan(&Origin::new("azure", "bear")).starts_with("Our estimate for Microsoft: $150 billion"));
        let line = plain_line(Input::Capex, &Origin::default(), &Scenario::DEFAULT);
        assert_eq!(line.as_deref(), Some("what the whole company spends a year; 55\u{202f}% of it for AI"));
        let planned = Scenario { capex_growth: 0.1, ..Scenario::DEFAULT };
        let line = plain_line(Input::Capex, &Origin::default(), &planned);
        assert_eq!(line.as_deref(), Some("what the whole company spends in the first year; 55\u{202f}% of it for AI"));
        assert_eq!(plain_line(Input::Tax, &Origin::default(), &Scenario::DEFAULT), None);
    }
}
