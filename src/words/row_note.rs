//! Notes under the rows of some inputs.

use super::numbers::{dollars, number};
use crate::scenario::{ACCELERATORS_PER_GW, Input, Scenario, accelerator_hour};

/// The note under an input's row; the preset is the scenario that the row's reset button leads to.
pub fn row_note(input: Input, scenario: &Scenario, preset: &Scenario) -> Option<String> {
    match input {
        Input::Price => Some(format!(
            "{} an accelerator-hour, at {} accelerators to a gigawatt (our assumption). The field also takes $2.35/h.",
            hourly(scenario.price),
            number(ACCELERATORS_PER_GW, 0)
        )),
        Input::LeadTime if scenario.lead_time != preset.lead_time => Some(
            "A longer lead time can be worth more: orders that follow demand look as far ahead as they take to arrive, so \
             the last years of the build-out serve demand that a shorter one would leave unserved. Payback usually gets \
             later all the same."
                .to_owned(),
        ),
        _ => None,
    }
}

/// The price of a CU-year as that of an accelerator-hour: `$2.90`.
pub fn hourly(price: f64) -> String {
    dollars(accelerator_hour(price), 2, 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_price_is_named_by_the_hour_and_a_changed_lead_time_explained() {
        let note = |input, scenario: &Scenario| row_note(input, scenario, &Scenario::DEFAULT);
        let price = note(Input::Price, &Scenario::DEFAULT).unwrap();
        assert!(price.starts_with("$2.90 an accelerator-hour, at 590,000 accelerators"), "{price}");
        assert_eq!(note(Input::LeadTime, &Scenario::DEFAULT), None);
        assert!(note(Input::LeadTime, &Scenario { lead_time: 8.0, ..Scenario::DEFAULT }).is_some());
    }
}
