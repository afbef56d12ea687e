//! Texts of the tornado section, which ranks the inputs by their effect on the answer.

use super::grammar::capitalized;
use super::inputs::noun;
use super::numbers::{number, percent};
use crate::analysis::{OutcomeMeasure, SwingRange, VarianceShare};
use crate::scenario::{Input, Source};

phrases! {
    /// Accessible name of the choice of the span.
    choice_span = "How far each input is moved";
    /// Accessible name of the choice between swings and shares of variance.
    choice_view = "What the bars show";
    /// View of the swings.
    view_swing = "Swing";
    /// View of the shares of variance.
    view_variance = "Share of variance";
    /// Button that shortens the list of inputs again.
    show_fewer = "Show fewer inputs";
}

/// Button that lists the remaining inputs: “Show 8 more inputs”.
pub fn show_more_inputs(count: usize) -> String {
    format!("Show {count} more {}", if count == 1 { "input" } else { "inputs" })
}

/// Name of a span on its button.
pub fn span(span: SwingRange) -> &'static str {
    match span {
        SwingRange::TwentyPercent => "±20\u{202f}%",
        SwingRange::Plausible => "Plausible range",
    }
}

/// The lead: the inputs with the largest effect, compared with the headline sliders, and the meaning of a bar.
pub fn lead(largest: &[Input], span: SwingRange, measure: OutcomeMeasure) -> String {
    let measure = super::controls::measure(measure);
    let bar = match span {
        SwingRange::Plausible => format!("Each bar shows {measure} over the plausible range of one input."),
        SwingRange::TwentyPercent => format!("Each bar shows {measure} with one input 20\u{202f}% lower or higher."),
    };
    let [first, second, ..] = *largest else { return bar };
    let headline = |input: &Input| Input::HEADLINE.contains(input);
    let weak = |input: Input| input.spec().source != Source::Reported;
    let (opening, next) = (capitalized(&noun(first)), noun(second));
    let finding = match (headline(&first), headline(&second)) {
        (false, false) if weak(first) && weak(second) => {
            format!("{opening} and {next}, both weakly known, move the answer more than any headline slider.")
        }
        (false, false) => format!("{opening} and {next} move the answer more than any headline slider."),
        (true, _) => format!("{opening} moves the answer most, followed by {next}."),
        (false, true) if weak(first) => {
            format!("{opening}, weakly known, moves the answer more than any headline slider.")
        }
        (false, true) => format!("{opening} moves the answer more than any headline slider."),
    };
    format!("{finding} {bar}")
}

/// The lead of the shares of variance: the largest two, and their meaning.
pub fn variance_lead(largest: &[VarianceShare], draws: usize) -> String {
    let meaning = "Shares of correlated inputs overlap and need not add up to 100\u{202f}%.";
    let cases = number(draws as f64, 0);
    let [first, second, ..] = *largest else {
        return format!("NPV does not vary over {cases} simulated cases.");
    };
    let named = |share: VarianceShare| format!("{} goes with {}", percent(share.share, 0), noun(share.input));
    format!(
        "Of the variance of NPV over {cases} simulated cases, {} and {}. {meaning}",
        named(first),
        format_args!("{} with {}", percent(second.share, 0), noun(second.input))
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lead_compares_inputs_with_the_headline_sliders() {
        assert_eq!(
            lead(&[Input::Price, Input::UtilisationMax, Input::Growth], SwingRange::TwentyPercent, OutcomeMeasure::Npv),
            "Price and utilisation, both weakly known, move the answer more than any headline slider. Each bar shows NPV with one input 20\u{202f}% lower or higher."
        );
        assert_eq!(
            lead(&[Input::Growth, Input::Tax], SwingRange::Plausible, OutcomeMeasure::Irr),
            "Demand growth moves the answer most, followed by tax rate. Each bar shows IRR over the plausible range of one input."
        );
        assert!(
            lead(&[Input::RunRate, Input::Capex], SwingRange::TwentyPercent, OutcomeMeasure::Npv)
                .starts_with("Today’s run rate moves")
        );
        assert_eq!(
            lead(&[], SwingRange::Plausible, OutcomeMeasure::Irr),
            "Each bar shows IRR over the plausible range of one input."
        );
    }
}
