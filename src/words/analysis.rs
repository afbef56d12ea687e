//! The words of the analyses: what matters, the map, the odds, the comparison, the rulers.

pub use super::odds::*;

use super::controls::words;
use super::inputs;
use super::numbers::{money, percent, signed_money, years};
use super::units::amount;
use crate::analysis::{OutcomeMeasure, RuleCheck, RuleOfThumb, SwingRange};
use crate::scenario::{Input, Scenario, Source};

words! {
    /// A mode of the tornado.
    twenty_percent = "±20\u{202f}%";
    /// A mode of the tornado.
    plausible_range = "Plausible range";
    /// The choice of how far inputs are moved.
    choice_span = "How far each input is moved";
    /// The choice of what is measured.
    choice_measure = "What is measured";
    /// The long list again as the short one.
    show_fewer = "Show fewer inputs";
    /// The tornado's key.
    lower = "input 20\u{202f}% lower";
    /// The tornado's key.
    higher = "input 20\u{202f}% higher";
    /// The tornado's key over plausible ranges.
    low_end = "low end of its range";
    /// The tornado's key over plausible ranges.
    high_end = "high end of its range";
    /// A bar's end without an answer.
    no_answer = "no answer";
    /// A payback beyond the horizon.
    never = "never";
    /// The choice of the map's inputs.
    map_axes = "Inputs of the map";
    /// Across.
    map_across = "Across";
    /// Up.
    map_up = "Up";
    /// How the map's point is moved.
    map_point = "Drag the point, or put the focus on the map and use the arrow keys; with Shift they go further.";
    /// On the map.
    map_drag = "drag to move both";
    /// Another seed.
    draw_again = "draw again";
    /// Shows what is drawn.
    ranges = "ranges and correlations";
    /// The seed's field.
    seed = "Seed";
    /// What the odds are not.
    not_probability = "A share of simulated cases under these assumptions, not a probability.";
    /// The first column of what is drawn.
    drawn_input = "Input";
    /// The columns of what is drawn.
    drawn_low = "Low";
    /// The same.
    drawn_mode = "Most likely";
    /// The same.
    drawn_high = "High";
    /// Which inputs move together.
    correlations = "Correlations";
    /// The rulers' title.
    rulers = "What outside rules of thumb ask";
    /// The rulers' lead.
    rulers_lead = "Rules that others use for AI spending, and where this scenario stands. They are rules of thumb, not results of the model.";
    /// The bridge's remainder.
    everything_else = "everything else";
}

/// The lead of the tornado: which inputs move the answer most, and whether they are known better than the sliders.
pub fn matters_lead(largest: &[Input], span: SwingRange, of: OutcomeMeasure) -> String {
    let of = measure(of);
    let bar = match span {
        SwingRange::Plausible => format!("Each bar: {of} over one input’s plausible range."),
        SwingRange::TwentyPercent => format!("Each bar: {of} with one input 20\u{202f}% lower or higher."),
    };
    let [first, second, ..] = *largest else { return bar };
    let headline = |input: &Input| Input::HEADLINE.contains(input);
    let pair = format!("{} and {}", noun(first, true), noun(second, false));
    let weak = |input: Input| input.spec().source != Source::Reported;
    let finding = match (headline(&first), headline(&second)) {
        (false, false) if weak(first) && weak(second) => {
            format!("{pair}, both weakly known, move the answer more than any headline slider.")
        }
        (false, false) => format!("{pair} move the answer more than any headline slider."),
        (true, _) => format!("{} moves the answer most, before {}.", noun(first, true), noun(second, false)),
        (false, true) => {
            format!("{}, weakly known, moves the answer more than any headline slider.", noun(first, true))
        }
    };
    format!("{finding} {bar}")
}

/// An input inside a sentence.
fn noun(input: Input, opens: bool) -> String {
    let word = match input {
        Input::Price => "price",
        Input::UtilisationMax => "utilisation",
        Input::Growth => "demand growth",
        Input::Capex => "capex",
        Input::CustomShare => "the share of custom chips",
        Input::ChipCost => "the cost of chips",
        Input::ChipLife => "the life of chips",
        Input::DiscountRate => "the discount rate",
        Input::RunRate => "today’s run rate",
        other => {
            let short = inputs::short(other);
            return if opens { short.to_owned() } else { lower_first(short) };
        }
    };
    if opens { super::page::opening(word) } else { word.to_owned() }
}

/// A label inside a sentence; an abbreviation stays as it is.
pub(super) fn lower_first(label: &str) -> String {
    let mut words = label.to_owned();
    let abbreviation = label.chars().nth(1).is_some_and(|second| second.is_ascii_uppercase());
    if let Some(first) = words.get_mut(..1).filter(|_| !abbreviation) {
        first.make_ascii_lowercase();
    }
    words
}

/// The name of a measure, on its button.
pub fn measure(measure: OutcomeMeasure) -> &'static str {
    match measure {
        OutcomeMeasure::Npv => "NPV",
        OutcomeMeasure::Payback => "Payback",
        OutcomeMeasure::Irr => "IRR",
    }
}

/// The tornado's mode, on its button.
pub fn span(span: SwingRange) -> &'static str {
    match span {
        SwingRange::TwentyPercent => twenty_percent(),
        SwingRange::Plausible => plausible_range(),
    }
}

/// A rule of thumb: its name, and what it says.
pub fn rule(rule: RuleOfThumb) -> (&'static str, &'static str) {
    match rule {
        RuleOfThumb::HalfMargin => {
            ("Revenue at a 50\u{202f}% margin", "A year’s AI capex must bring twice its sum in revenue over its life.")
        }
        RuleOfThumb::FourTimes => ("Four times capex", "AI revenue a year should be four times a year’s AI capex."),
        RuleOfThumb::ThirteenPercent => {
            ("13\u{202f}% of capex a year", "Each year’s AI revenue should be 13\u{202f}% of the AI capex behind it.")
        }
    }
}

/// Where a scenario stands by a rule: “asks for $220B in all; this scenario brings $193B over 10 years”.
pub fn ruler(ruler: &RuleCheck, scenario: &Scenario) -> String {
    let (asked, over) = match ruler.rule {
        RuleOfThumb::HalfMargin => ("in all", over_horizon(scenario)),
        RuleOfThumb::FourTimes => ("a year", "a year at the horizon".to_owned()),
        RuleOfThumb::ThirteenPercent => ("a year", "a year on average".to_owned()),
    };
    let brought =
        ruler.achieved.map_or_else(|| "nothing to compare".to_owned(), |brought| format!("{} {over}", money(brought)));
    format!("asks for {} {asked}; this scenario brings {brought}", money(ruler.required))
}

/// What “over 10 years” is called.
pub fn over_horizon(scenario: &Scenario) -> String {
    format!("over {}", amount(Input::Horizon, scenario.horizon))
}

/// A bar of the tornado in one sentence.
pub fn bar(input: Input, present: f64, low: &str, high: &str) -> String {
    format!("{}, now {}: {low} to {high}", inputs::label(input), amount(input, present))
}

/// The end of a bar in its measure.
pub fn bar_end(measure: OutcomeMeasure, value: Option<f64>) -> String {
    match (measure, value) {
        (OutcomeMeasure::Npv, Some(npv)) => signed_money(npv),
        (OutcomeMeasure::Payback, Some(0.0)) => "no outlay".to_owned(),
        (OutcomeMeasure::Payback, Some(payback)) => years(payback),
        (OutcomeMeasure::Payback, None) => never().to_owned(),
        (OutcomeMeasure::Irr, Some(irr)) => percent(irr, 1),
        (_, None) => no_answer().to_owned(),
    }
}

/// A reported value on the map's edge: “triple digits, report 1”.
pub fn reported(label: &str, reports: &[u32]) -> String {
    let list: Vec<_> = reports.iter().map(u32::to_string).collect();
    format!("{label}, report {}", list.join(", "))
}

/// The map's point: “You are here: +$89B”.
pub fn you_are_here(value: &str) -> String {
    format!("You are here: {value}")
}

/// The lead of the map of other inputs than growth and capex.
pub fn map_lead_of(across: Input, up: Input) -> String {
    let (across, up) = (noun(across, false), noun(up, false));
    format!("Every point of the map is this scenario with another {across} and another {up}; the rest stays as it is.")
}

/// What the colours of the map are.
pub fn map_key(of: OutcomeMeasure) -> &'static str {
    match of {
        OutcomeMeasure::Payback => "Payback within, years",
        _ => "NPV, $B",
    }
}

/// The choice of the map's inputs: “growth × capex”.
pub fn axes(across: Input, up: Input) -> String {
    format!("{} × {}", lower_first(inputs::short(across)), lower_first(inputs::short(up)))
}

/// The bridge's finding: “Where the $12B between AWS and Azure comes from”.
pub fn bridge_title(difference: f64, from: &str, to: &str) -> String {
    if money(difference.abs()) == "$0B" {
        return format!("{from} and {to} are worth the same");
    }
    format!("Where the {} between {from} and {to} comes from", money(difference.abs()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{MonteCarloSummary, Percentiles};

    #[test]
    fn leads_say_what_is_found() {
        let clean = |text: String| text.replace('\u{202f}', " ");
        assert_eq!(
            clean(matters_lead(
                &[Input::Price, Input::UtilisationMax, Input::Growth],
                SwingRange::TwentyPercent,
                OutcomeMeasure::Npv
            )),
            "Price and utilisation, both weakly known, move the answer more than any headline slider. Each bar: NPV with one input 20 % lower or higher."
        );
        assert_eq!(
            matters_lead(&[Input::Growth, Input::Tax], SwingRange::Plausible, OutcomeMeasure::Irr),
            "Demand growth moves the answer most, before tax rate. Each bar: IRR over one input’s plausible range."
        );
        let npv = Percentiles { p5: -97.8, p50: 53.5, p95: 222.7 };
        let (pays_back, pays_back_error) = (0.68, 0.0233);
        let odds = MonteCarloSummary {
            draws: 400,
            npv,
            base_npv: 89.1,
            pays_back,
            pays_back_error,
            ..MonteCarloSummary::default()
        };
        assert_eq!(
            odds_lead(&odds),
            "400 draws over ten uncertain inputs, correlated. A share of simulated cases under these assumptions, not a probability. This scenario lies above the median: its assumptions lean hopeful."
        );
        assert!(odds_lead(&MonteCarloSummary { draws: 10_000, base_npv: 20.0, ..odds }).starts_with("10,000 draws"));
        assert_eq!(spread(&npv), "Nine cases in ten lie between −$98B and +$223B; half are below +$54B.");
        assert_eq!(
            clean(pays_back_in_full(&odds, 10.0)),
            "68 %, give or take 5 points, of simulated cases pay back within 10 years."
        );
        assert_eq!(bar_end(OutcomeMeasure::Payback, None), "never");
        assert_eq!(reported("triple digits", &[2, 4]), "triple digits, report 2, 4");
        assert_eq!(axes(Input::Growth, Input::Capex), "demand growth × capex");
        assert_eq!(bridge_title(-11.7, "AWS", "Azure"), "Where the $12B between AWS and Azure comes from");
    }
}
