//! The page's sections: names, leads, legends, footer.

use super::controls::words;
use super::numbers::{money, number};
use super::text::Text;
use super::units::{amount, range_end};
use super::{inputs, moments};
use crate::scenario::{Input, Scenario};

pub use super::sections::Section;

words! {
    /// What the page is for, for search engines and previews.
    description = "When does a hyperscaler’s AI build-out pay back, and what would have to be true? Move demand growth, capex and the chip mix, and the answer follows.";
    /// The lead of the comparison.
    compare_lead = "Up to three pinned scenarios against this one. Only inputs that differ are listed.";
    /// The lead of the reports.
    reports_lead = "Tap a chip to load the rival number. Small figures name the press report.";
    /// The lead of the working.
    working_lead = "Every equation with this scenario’s numbers in it.";
    /// Years or quarters in the table.
    years = "Years";
    /// The same.
    quarters = "Quarters";
    /// Below the table's title.
    table_years_note = "$ billion; year 1 runs from Q2 2026 to Q1 2027";
    /// Below the table's title.
    table_quarters_note = "$ billion a quarter; quarter 1 is Q2 2026";
    /// Heading of the figures in the comparison.
    answers = "Answers";
    /// Heading of the inputs in the comparison.
    differing = "Inputs that differ";
    /// The present scenario in a comparison and in charts.
    this_scenario = "this scenario";
    /// The baseline in charts.
    as_opened = "as opened";
    /// Nothing pinned yet.
    no_pins = "Nothing pinned yet. Pin this scenario, or set the three companies side by side.";
    /// Loads the three companies.
    three_companies = "AWS, Azure and Google Cloud side by side";
    /// Takes a pin off.
    unpin = "Remove";
    /// Another name for a pin.
    rename = "Rename";
    /// Puts the present scenario in a pin's place.
    repin = "Replace with this scenario";
    /// Changes places.
    swap = "Swap with this scenario";
    /// The drawer's legend.
    legend_reported = "stated in reports";
    /// The drawer's legend.
    legend_published = "published, not verified";
    /// The drawer's legend.
    legend_assumed = "our assumption";
    /// The first words of the rail's note, in the colour of gain.
    above_the_line = "Above the line";
    /// The middle of the note.
    above_means = " the value there is worth more than it costs, ";
    /// In the colour of loss.
    below = "below";
    /// The end of the note.
    below_means = " less. The strips move when any other input does.";
    /// What was left out of the model.
    left_out = "Left out on purpose: prepayments, leases and debt, inflation, scarcity pricing, separate lags for chips and shells; orders foresee demand perfectly.";
    /// What stands behind the reported figures.
    not_verified = "The reported figures are from five press reports and were not verified here.";
    /// The source line of an embedded page, after the link.
    source_rest = ", from five press reports and stated assumptions. A model, not a forecast.";
    /// The source line's first word.
    source = "Source: ";
    /// The page's footer.
    footer = "A model, not a forecast, and no investment advice.";
    /// Read while a page without scripts or without WebAssembly is open.
    static_picture = "This is a picture of the default scenario.";
}

/// A section's lead, where it is the same in every scenario.
pub fn lead(section: Section) -> &'static str {
    match section {
        Section::Compare => compare_lead(),
        Section::Reports => reports_lead(),
        Section::Working => working_lead(),
        _ => "",
    }
}

/// “Three years of committed spending arrive as capacity a year later. After the window, orders only replace what retires.”
pub fn build_out_lead(scenario: &Scenario) -> String {
    let window = moments::quarters(scenario.build_years);
    if window == 0 || scenario.capex * scenario.ai_share == 0.0 {
        return "Nothing new is built: what is on its way arrives, and what retires is replaced where demand asks for it."
            .to_owned();
    }
    let committed = scenario.commit_years.min(scenario.build_years);
    let spending = if moments::quarters(committed) == 0 {
        "Spending that follows demand arrives".to_owned()
    } else {
        format!("{} of committed spending arrive", opening(&length(committed)))
    };
    let spending = if committed == 1.0 { spending.replace("arrive", "arrives") } else { spending };
    let later = match scenario.lead_time as u32 {
        0 => "at once".to_owned(),
        4 => "a year later".to_owned(),
        1 => "a quarter later".to_owned(),
        quarters if quarters % 4 == 0 => format!("{} later", length(f64::from(quarters) / 4.0)),
        quarters => format!("{} quarters later", small(f64::from(quarters))),
    };
    let after = if scenario.replacement == 0.0 {
        "After the window nothing is ordered, and what retires is gone."
    } else if scenario.replacement < 1.0 {
        "After the window, orders replace a part of what retires."
    } else {
        "After the window, orders only replace what retires."
    };
    format!("{spending} as capacity {later}. {after}")
}

fn length(years: f64) -> String {
    format!("{} {}", small(years), if years == 1.0 { "year" } else { "years" })
}

/// Small whole numbers in words.
pub(super) fn small(value: f64) -> String {
    const WORDS: [&str; 11] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let word = if value.fract() == 0.0 { WORDS.get(value as usize) } else { None };
    word.map_or_else(|| super::numbers::trimmed(value, 0, 2), |word| (*word).to_owned())
}

/// The words with a capital, as a sentence opens.
pub(super) fn opening(words: &str) -> String {
    let mut words = words.to_owned();
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}

/// The lead of the map: “Is $200B right?” turns into “which growth?”, with the best capex at some growths.
pub fn map_lead(scenario: &Scenario, ridge: &[(f64, f64)]) -> Text {
    let text =
        Text::new().plain(format!("“Is {} right?” turns into “which growth?”.", amount(Input::Capex, scenario.capex)));
    if ridge.is_empty() {
        return text;
    }
    let mut text = text.plain(" The dotted ridge is the capex with the best value at each growth: ");
    for (at, (growth, capex)) in ridge.iter().enumerate() {
        text = text.strong(money(*capex)).plain(format!(" at {}", amount(Input::Growth, *growth)));
        text = text.plain(if at + 1 == ridge.len() { "." } else { ", " });
    }
    text
}

/// “quarter 17 of 40”.
pub fn quarter_of(quarter: usize, all: usize) -> String {
    format!("quarter {quarter} of {all}")
}

/// “year 5 of 10”.
pub fn year_of(year: usize, all: usize) -> String {
    format!("year {year} of {all}")
}

/// “8 more that differ”.
pub fn more_that_differ(count: usize) -> String {
    format!("{} more that {}", number(count as f64, 0), if count == 1 { "differs" } else { "differ" })
}

/// “Show 8 more inputs”.
pub fn show_more_inputs(count: usize) -> String {
    format!("Show {count} more {}", if count == 1 { "input" } else { "inputs" })
}

/// The range of a slider, for its help: “0 to 400”.
pub fn slider_range(input: Input) -> Option<String> {
    let range = input.range()?;
    let typed = if range.highest > range.max { " A value beyond can be typed." } else { "" };
    Some(format!("The slider goes from {} to {}.{typed}", range_end(input, range.min), range_end(input, range.max)))
}

/// The whole help of an input: what it is, its range.
pub fn help(input: Input) -> String {
    match slider_range(input) {
        Some(range) => format!("{} {range}", super::help::help(input)),
        None => super::help::help(input).to_owned(),
    }
}

/// The name under which an input's change is announced: “Capex: $150B”.
pub fn announced(input: Input, value: &str) -> String {
    format!("{}: {value}", inputs::short(input))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leads_follow_the_scenario() {
        let lead = |scenario: Scenario| build_out_lead(&scenario);
        let base = Scenario::DEFAULT;
        assert_eq!(
            lead(base),
            "Three years of committed spending arrive as capacity a year later. After the window, orders only replace what retires."
        );
        assert_eq!(
            lead(Scenario { commit_years: 1.0, lead_time: 6.0, replacement: 0.0, ..base }),
            "One year of committed spending arrives as capacity six quarters later. After the window nothing is ordered, and what retires is gone."
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
        let map = map_lead(&base, &[(0.5, 40.0), (1.5, 370.0)]).to_string().replace('\u{202f}', " ");
        assert!(map.ends_with("each growth: $40B at 50 %, $370B at 150 %."), "{map}");
    }
}
