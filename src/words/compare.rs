//! Texts of the comparison with pinned scenarios.

use super::controls;
use super::numbers::number;

phrases! {
    /// Lead of the comparison.
    compare_lead = "Up to three pinned scenarios beside this one. Only inputs that differ are listed.";
    /// Lead while no scenario is pinned.
    no_pins = "No scenario is pinned yet. Pin this one, or set the three companies side by side.";
    /// Button that pins the three companies.
    three_companies = "AWS, Azure and Google Cloud side by side";
    /// Heading of the figures.
    answers = "Results";
    /// Heading of the inputs.
    differing = "Inputs that differ";
    /// Message in place of the inputs.
    nothing_differs = "No input differs.";
    /// Button that shortens the list of inputs again.
    fewer = "Fewer inputs";
    /// The present scenario, under its name.
    this_scenario = "this scenario";
    /// Button that removes a pin.
    unpin = "Remove";
    /// Button that renames a pin.
    rename = "Rename";
    /// Accessible name of the field for a pin's name.
    name_field = "Name of the pinned scenario";
    /// Button that replaces a pin.
    repin = "Replace with this scenario";
    /// Button that exchanges a pin and the present scenario.
    swap = "Swap with this scenario";
    /// Accessible name of the choice of the bridge.
    bridge = "Bridge";
    /// End of the bridge from the baseline.
    now = "now";
}

/// The choice of the bridge from the baseline: “as opened → now”, “AWS base → now”.
pub fn baseline_to_now(baseline: &str) -> String {
    format!("{baseline} → {}", now())
}

/// Button that lists the remaining inputs: “Show 8 more that differ”.
pub fn more_that_differ(count: usize) -> String {
    format!("Show {} more that {}", number(count as f64, 0), if count == 1 { "differs" } else { "differ" })
}

/// The letter of a pin.
pub fn letter(at: usize) -> &'static str {
    ["A", "B", "C"].get(at).copied().unwrap_or("")
}

/// The mark after the name of a pin whose numbers are estimates.
pub fn estimated(name: &str) -> Option<&'static str> {
    let presets = crate::scenario::presets();
    let company = presets.companies.iter().find(|preset| preset.label == name)?;
    company.estimate.then(controls::estimated)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn companies_other_than_aws_are_estimates() {
        assert_eq!((estimated("Azure"), estimated("AWS"), estimated("Mine")), (Some("est."), None, None));
    }
}
