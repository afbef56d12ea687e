//! Names of the inputs, their groups, options and badges.

use super::grammar::lower_first;
use crate::scenario::{Group, Input, Source, Value};

/// The full label of an input, as in the model's specification.
pub fn label(input: Input) -> &'static str {
    labels(input).0
}

/// The short label of an input, for sliders, charts and tables.
pub fn short(input: Input) -> &'static str {
    labels(input).1
}

/// The full and the short label.
fn labels(input: Input) -> (&'static str, &'static str) {
    match input {
        Input::RunRate => ("AI revenue run rate today", "Run rate today"),
        Input::Growth => ("Demand growth today, annual rate", "Demand growth"),
        Input::LongRunGrowth => ("Growth it fades to", "Long-run growth"),
        Input::GrowthHalfLife => ("Time until half of the boom has faded", "Boom half faded in"),
        Input::GrowthShape => ("Shape of growth", "Shape of growth"),
        Input::MarketSize => ("Market size (saturating shape)", "Market size"),
        Input::Backlog => ("Demand waiting today, beyond the run rate", "Demand waiting today"),
        Input::Capex => ("Capex in the first year, whole company", "Capex"),
        Input::CapexGrowth => ("Growth of the capex plan", "Growth of the plan"),
        Input::AiShare => ("Share of capex for AI", "AI share of capex"),
        Input::BuildYears => ("Length of the build-out", "Build-out"),
        Input::CommitYears => ("Committed whatever demand does", "Committed years"),
        Input::PriorCapex => ("Capex of the year before", "Capex the year before"),
        Input::LeadTime => ("From order to service", "Order to service"),
        Input::RampTime => ("From service to full use", "Service to full use"),
        Input::PowerCap => ("New power per year, at most", "New power per year"),
        Input::CustomShare => ("Custom chips' share of new compute, target", "Custom chips"),
        Input::CustomNow => ("Custom chips' share today", "Custom share today"),
        Input::MixYears => ("Years to reach the target", "Years to the mix"),
        Input::CustomCost => ("Custom chip's cost, GPU = 1", "Custom chip's cost"),
        Input::CustomPerformance => ("Custom chip's performance, GPU = 1", "Custom performance"),
        Input::CustomPower => ("Custom chip's power, GPU = 1", "Custom chip's power"),
        Input::CustomDiscount => ("Price discount on custom compute", "Custom discount"),
        Input::ChipPowerChange => ("Change of new chips' power for the same computing", "Chip power change"),
        Input::Price => ("Yearly price of a CU (1 GW of NVIDIA chips), fully used", "Price of compute"),
        Input::PriceChange => ("Change of that price", "Price change"),
        Input::PlatformNow => ("Managed-service premium today", "Premium today"),
        Input::PlatformLater => ("Managed-service premium later", "Premium later"),
        Input::PlatformYears => ("Years to get there", "Years to the premium"),
        Input::Erosion => ("Earning power lost per year of age", "Loss with age"),
        Input::UtilisationMax => ("Highest sustained utilisation", "Highest utilisation"),
        Input::OwnUse => ("Capacity the company uses itself", "Own use"),
        Input::ChipCost => ("Chips, servers, network per CU (1 GW of NVIDIA chips)", "Cost of chips"),
        Input::ChipCostChange => ("Change of that cost", "Chip cost change"),
        Input::ShellCost => ("Land, building, power connection per GW", "Building per GW"),
        Input::PowerPrice => ("Electricity", "Electricity"),
        Input::Pue => ("Power overhead (PUE)", "Power overhead"),
        Input::Load => ("Average load of installed IT power", "Average load"),
        Input::SiteCost => ("Site operations per GW", "Site operations"),
        Input::OtherCost => ("Other operating cost, of revenue", "Other operating cost"),
        Input::PartnerShare => ("Model makers' part of the managed-service premium", "Model makers' part"),
        Input::ChipLife => ("Chips serve for", "Chips serve for"),
        Input::ChipBookLife => ("Chips depreciate over", "Chips depreciate over"),
        Input::ShellLife => ("Buildings serve and depreciate over", "Building life"),
        Input::Replacement => ("Retired chips replaced after the build-out", "Replacement"),
        Input::FleetAge => ("Age span of today's fleet", "Age of the fleet"),
        Input::DiscountRate => ("Discount rate", "Discount rate"),
        Input::Horizon => ("Horizon", "Horizon"),
        Input::Tax => ("Tax rate", "Tax rate"),
        Input::Expensing => ("Investment deducted from tax at once", "Deducted at once"),
        Input::GroupRelief => ("Losses shelter the group's profits", "Group relief"),
        Input::DebtShare => ("Part of the cash hole that is borrowed", "Borrowed part"),
        Input::DebtRate => ("Interest on that debt", "Interest rate"),
        Input::CountOpening => ("Count money already spent", "Count money spent"),
        Input::Terminal => ("Value at the horizon", "Value at the horizon"),
        Input::TerminalMultiple => ("Value at the end, in years of EBITDA", "EBITDA multiple"),
    }
}

/// The shortest label of a headline input, for the slider switch on phones and the names of pinned scenarios.
pub fn dock(input: Input) -> &'static str {
    match input {
        Input::Growth => "Growth",
        Input::CustomShare => "Custom",
        _ => short(input),
    }
}

/// The name of an input inside a sentence.
pub fn noun(input: Input) -> String {
    let noun = match input {
        Input::Price => "price",
        Input::UtilisationMax => "utilisation",
        Input::CustomShare => "the share of custom chips",
        Input::ChipCost => "the cost of chips",
        Input::ChipLife => "the life of chips",
        Input::DiscountRate => "the discount rate",
        Input::RunRate => "today’s run rate",
        other => return lower_first(short(other)),
    };
    noun.to_owned()
}

/// The name of a group on its tab.
pub fn group(group: Group) -> &'static str {
    match group {
        Group::Demand => "Demand",
        Group::Capex => "Capex",
        Group::Chips => "Chips",
        Group::Unit => "Unit",
        Group::Operating => "Operating",
        Group::Lives => "Lives",
        Group::Finance => "Finance",
    }
}

/// The heading of a group.
pub fn group_heading(group: Group) -> &'static str {
    match group {
        Group::Demand => "Demand",
        Group::Capex => "Capex plan",
        Group::Chips => "Chip mix",
        Group::Unit => "Unit economics",
        Group::Operating => "Operating cost",
        Group::Lives => "Lives",
        Group::Finance => "Finance",
    }
}

/// The label of an option of a choice; its id where it has no label.
pub fn option(input: Input, id: &'static str) -> &'static str {
    match (input, id) {
        (Input::GrowthShape, "fade") => "Fades to long-run growth",
        (Input::GrowthShape, "constant") => "Stays constant",
        (Input::GrowthShape, "saturating") => "Ends as the market fills up",
        (Input::Terminal, "none") => "Nothing",
        (Input::Terminal, "nbv") => "Net assets",
        (Input::Terminal, "perpetuity") => "Profit in perpetuity",
        (Input::Terminal, "multiple") => "Multiple of EBITDA",
        _ => id,
    }
}

/// The position of a switch.
pub fn switch(on: bool) -> &'static str {
    if on { "on" } else { "off" }
}

/// The name of a value that is not a number; empty for a number.
pub fn value_name(input: Input, value: Value) -> &'static str {
    match value {
        Value::Choice(id) => option(input, id),
        Value::Switch(on) => switch(on),
        Value::Number(_) => "",
    }
}

/// A badge in the legend under the sliders.
pub fn badge(source: Source) -> &'static str {
    match source {
        Source::Reported => "reported",
        Source::Published => "published",
        Source::Assumed => "our assumption",
    }
}

/// A badge in the legend of the drawer.
pub fn badge_legend(source: Source) -> &'static str {
    match source {
        Source::Reported => "stated in reports",
        Source::Published => "published, not verified",
        Source::Assumed => "our assumption",
    }
}

/// The meaning of a badge in full.
pub fn badge_meaning(source: Source) -> &'static str {
    match source {
        Source::Reported => "Stated in the press reports",
        Source::Published => "Published by a third party, not verified here",
        Source::Assumed => "Our assumption",
    }
}

/// The accessible name of an input's badge.
pub fn badge_of(input: Input) -> String {
    let source = input.spec().source;
    format!("{}: {}. {}", label(input), badge(source), badge_meaning(source))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::scenario::Kind;

    #[test]
    fn every_input_has_its_own_labels() {
        let mut labels = HashSet::new();
        let mut shorts = HashSet::new();
        for &input in Input::ALL {
            assert!(!label(input).is_empty() && labels.insert(label(input)), "{input:?}");
            assert!((1..23).contains(&short(input).chars().count()) && shorts.insert(short(input)), "{input:?}");
            if let Kind::Choice(options) = input.spec().kind {
                assert!(options.iter().all(|id| option(input, id) != *id), "{input:?}");
            }
        }
    }

    /// A label is read without any other text; a CU is explained where it is named.
    #[test]
    fn labels_have_no_jargon() {
        for &input in Input::ALL {
            for text in [label(input), short(input)] {
                for word in ["CU-year", "Shell", "shell", "alf-life", "Expensed", "book value"] {
                    assert!(!text.contains(word), "{input:?}: {text}");
                }
                assert!(!text.contains("CU") || text.contains("(1 GW of NVIDIA chips)"), "{input:?}: {text}");
            }
        }
    }
}
