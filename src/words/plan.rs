//! Texts of the capex plan by year.

use super::text::Text;
use super::{dates, units};
use crate::scenario::{Input, InputError, PlanUnit, Scenario, TypedPlan};
use crate::words::input_error::{Requester, notice};

phrases! {
    /// Explanation of the plan.
    help = "Capex of the whole company, year by year; year 1 is Q2 2026 to Q1 2027. The first year is the capex slider, and the others are multiples of it: the slider scales the whole plan. Years that are not set follow the growth of the plan. Drag or type a year, or paste a row or column from a spreadsheet into one.";
    /// Note of the badge.
    source = "Our assumption. Reports give the first year; the later years are assumed to grow as the plan does.";
    /// Accessible name of the badge.
    badge = "The capex plan by year: our assumption.";
    /// Accessible name of the help button.
    help_button = "What is this? The capex plan by year";
    /// Button that adds a year.
    add_year = "Add a year";
    /// Button that removes the last year.
    remove_year = "Remove the last year";
    /// Button that removes the plan by year.
    follow_growth = "Follow the growth of the plan";
    /// Button that reads pasted numbers as $B.
    as_billions = "Read them as $B a year";
    /// Button that reads pasted numbers as multiples.
    as_multiples = "Read them as multiples";
    /// Words by which the search finds the plan.
    search_words = "capex_path the capex plan by year guidance 2026 2027 2028 paste spreadsheet capital expenditure";
}

/// `Year 2`, under its bar.
pub fn year(year: usize) -> String {
    format!("Year {}", year + 1)
}

/// The quarters of a year: `Year 2, Q2 2027 to Q1 2028`.
pub fn year_in_full(index: usize) -> String {
    let first = 4 * u32::try_from(index).unwrap_or(u32::MAX / 8);
    format!("{}, {} to {}", year(index), dates::quarter(first + 1), dates::quarter(first + 4))
}

/// Accessible name of the bar of a year.
pub fn bar(year: usize) -> String {
    format!("Capex of {}", year_in_full(year))
}

/// Accessible name of the field of a year.
pub fn field_label(year: usize) -> String {
    format!("Capex of {}, $B", year_in_full(year))
}

/// The capex of a year in its field.
pub fn field(amount: f64) -> String {
    units::field(Input::Capex, amount)
}

/// The reading of pasted numbers: “Read as $B a year: $200B, $240B, $160B.”
pub fn pasted(plan: &TypedPlan, scenario: &Scenario) -> Text {
    let years: Vec<_> =
        scenario.capex_path.iter().map(|year| units::amount(Input::Capex, year * scenario.capex)).collect();
    let reading = match plan.unit {
        PlanUnit::Billions => "Read as $B a year: ".to_owned(),
        PlanUnit::Multiples => format!("Read as multiples of {}: ", units::amount(Input::Capex, scenario.capex)),
    };
    Text::new().plain(reading).strong(years.join(", ")).plain(".")
}

/// The notice about refused text in a field or refused cells.
pub fn refused(error: &InputError) -> Text {
    notice(error, Requester::Field, None).plain(" The plan stays as it was.")
}

/// The notice about years after the build-out.
pub fn not_spent(scenario: &Scenario) -> Text {
    Text::new()
        .plain("The build-out ends after ")
        .input(Input::BuildYears, units::amount(Input::BuildYears, scenario.build_years))
        .plain("; what is planned later is not spent.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pasted_plan_says_how_it_was_read() {
        let read = |text: &str| {
            let plan = TypedPlan::parse(text).unwrap().unwrap();
            pasted(&plan, &Scenario::DEFAULT.with_plan(&plan).unwrap()).to_string()
        };
        assert_eq!(read("100\t150"), "Read as $B a year: $100B, $150B.");
        assert_eq!(read("1\t1.5"), "Read as multiples of $200B: $200B, $300B.");
        assert_eq!(year_in_full(1), "Year 2, Q2 2027 to Q1 2028");
        let error = TypedPlan::parse("100\tmuch").unwrap().unwrap_err();
        assert!(refused(&error).to_string().starts_with("You entered “much”. "));
    }
}
