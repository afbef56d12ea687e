//! The labels of every input.

use crate::scenario::Input;

/// Its label, as in the model's specification.
pub fn label(input: Input) -> &'static str {
    names(input).0
}

/// Its label where room is short: sliders, tornado, tables.
pub fn short(input: Input) -> &'static str {
    names(input).1
}

fn names(input: Input) -> (&'static str, &'static str) {
    match input {
        Input::RunRate => ("AI revenue run rate today", "Run rate today"),
        Input::Growth => ("Demand growth today, annual rate", "Demand growth"),
        Input::LongRunGrowth => ("Growth it fades to", "Long-run growth"),
        Input::GrowthHalfLife => ("Half-life of the fade", "Half-life of the fade"),
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
        Input::Price => ("Price of a CU-year, fully used", "Price of a CU-year"),
        Input::PriceChange => ("Change of that price", "Price change"),
        Input::PlatformNow => ("Managed-service premium today", "Premium today"),
        Input::PlatformLater => ("Managed-service premium later", "Premium later"),
        Input::PlatformYears => ("Years to get there", "Years to the premium"),
        Input::Erosion => ("Earning power lost per year of age", "Loss with age"),
        Input::UtilisationMax => ("Highest sustained utilisation", "Highest utilisation"),
        Input::ChipCost => ("Chips, servers, network per CU", "Chips per CU"),
        Input::ChipCostChange => ("Change of that cost", "Chip cost change"),
        Input::ShellCost => ("Land, building, power per GW", "Shell per GW"),
        Input::PowerPrice => ("Electricity", "Electricity"),
        Input::Pue => ("Power overhead (PUE)", "Power overhead"),
        Input::Load => ("Average load of installed IT power", "Average load"),
        Input::SiteCost => ("Site operations per GW", "Site operations"),
        Input::OtherCost => ("Other operating cost, of revenue", "Other operating cost"),
        Input::ChipLife => ("Chips serve for", "Chips serve for"),
        Input::ChipBookLife => ("Chips depreciate over", "Chips depreciate over"),
        Input::ShellLife => ("Shells serve and depreciate over", "Shell life"),
        Input::Replacement => ("Retired chips replaced after the build-out", "Replacement"),
        Input::FleetAge => ("Age span of today's fleet", "Age of the fleet"),
        Input::DiscountRate => ("Discount rate", "Discount rate"),
        Input::Horizon => ("Horizon", "Horizon"),
        Input::Tax => ("Tax rate", "Tax rate"),
        Input::Expensing => ("Expensed at once for tax", "Expensed at once"),
        Input::GroupRelief => ("Losses shelter the group's profits", "Group relief"),
        Input::CountOpening => ("Count money already spent", "Count money spent"),
        Input::Terminal => ("Value at the horizon", "Value at the horizon"),
        Input::TerminalMultiple => ("Multiple of EBITDA, also the ceiling on book value", "EBITDA multiple"),
    }
}

/// A headline input's name in the phone's three-way switch.
pub fn dock(input: Input) -> &'static str {
    match input {
        Input::Growth => "Growth",
        Input::CustomShare => "Custom",
        _ => short(input),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::scenario::Kind;
    use crate::words::{help, names};

    #[test]
    fn every_input_has_its_own_words() {
        let mut labels = HashSet::new();
        let mut shorts = HashSet::new();
        let mut helps = HashSet::new();
        for &input in Input::ALL {
            assert!(!label(input).is_empty() && labels.insert(label(input)), "{input:?}");
            assert!((1..23).contains(&short(input).chars().count()) && shorts.insert(short(input)), "{input:?}");
            let help = help::help(input);
            assert!(help.len() > 40 && help.ends_with('.') && helps.insert(help), "{input:?}");
            if let Kind::Choice(options) = input.spec().kind {
                assert!(options.iter().all(|id| names::option(input, id) != *id), "{input:?}");
            }
        }
    }
}
