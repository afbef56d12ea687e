//! The words of every input: label, short label, what it is and which way it pushes.

use crate::scenario::{Group, Input};

/// The words of one input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// Its label, as in the model's specification.
    pub label: &'static str,
    /// Its label where room is short: sliders, tornado, tables.
    pub short: &'static str,
    /// What it is and which way it pushes.
    pub help: &'static str,
}

/// The words of an input.
pub fn words(input: Input) -> Words {
    let (label, short, help) = match input.spec().group {
        Group::Demand => demand(input),
        Group::Capex => capex(input),
        Group::Chips => chips(input),
        Group::Unit => unit(input),
        Group::Operating => operating(input),
        Group::Lives => lives(input),
        Group::Finance => finance(input),
    };
    Words { label, short, help }
}

/// Its label, as in the model's specification.
pub fn label(input: Input) -> &'static str {
    words(input).label
}

/// Its label where room is short.
pub fn short(input: Input) -> &'static str {
    words(input).short
}

/// What it is and which way it pushes.
pub fn help(input: Input) -> &'static str {
    words(input).help
}

type Row = (&'static str, &'static str, &'static str);

const NOWHERE: Row = ("", "", "");

fn demand(input: Input) -> Row {
    match input {
        Input::RunRate => (
            "AI revenue run rate today",
            "Run rate today",
            "What the AI business sells now, a quarter's pace times four. It sets how large the business is before anything is built; a larger start brings the money back sooner.",
        ),
        Input::Growth => (
            "Demand growth today, annual rate",
            "Demand growth",
            "How fast the money customers want to spend on AI compute grows in the first year. It fades later; faster growth fills what is built sooner, until the build-out itself is the limit.",
        ),
        Input::LongRunGrowth => (
            "Growth it fades to",
            "Long-run growth",
            "The yearly growth that is left when the boom has faded. Higher keeps demand ahead of capacity in the later years.",
        ),
        Input::GrowthHalfLife => (
            "Half-life of the fade",
            "Half-life of the fade",
            "Years until half the distance to long-run growth is gone. A longer half-life is a longer boom.",
        ),
        Input::GrowthShape => (
            "Shape of growth",
            "Shape of growth",
            "How growth goes on: fading to the long-run rate, staying as it is, or ending as a market of given size fills up.",
        ),
        Input::MarketSize => (
            "Market size (saturating shape)",
            "Market size",
            "Where demand levels off. It counts only when growth saturates; a larger market leaves more room.",
        ),
        Input::Backlog => (
            "Demand waiting today, beyond the run rate",
            "Demand waiting today",
            "What customers would buy now if there were capacity, as a share of the run rate. A queue fills new capacity at once.",
        ),
        _ => NOWHERE,
    }
}

fn capex(input: Input) -> Row {
    match input {
        Input::Capex => (
            "Capex in the first year, whole company",
            "Capex",
            "What the whole company plans to spend on buildings and machines in the first year; a share of it is for AI. More capacity can earn more, and costs more before it does.",
        ),
        Input::CapexGrowth => (
            "Growth of the capex plan",
            "Growth of the plan",
            "How the yearly plan grows or shrinks during the build-out. It helps while demand outruns capacity and hurts after.",
        ),
        Input::AiShare => (
            "Share of capex for AI",
            "AI share of capex",
            "The part of the company's capex that buys AI capacity. It scales the build-out as capex does.",
        ),
        Input::BuildYears => (
            "Length of the build-out",
            "Build-out",
            "Years during which the plan buys new capacity. After them only what retires is replaced.",
        ),
        Input::CommitYears => (
            "Committed whatever demand does",
            "Committed years",
            "Years in which the plan is spent whether or not demand needs it. After them orders stop where demand is served.",
        ),
        Input::PriorCapex => (
            "Capex of the year before",
            "Capex the year before",
            "Last year's spending: what is still being built today and arrives soon. It is money already on its way.",
        ),
        Input::LeadTime => (
            "From order to service",
            "Order to service",
            "Quarters from paying for capacity to selling it. A longer wait delays revenue and leaves the cash out longer.",
        ),
        Input::RampTime => (
            "From service to full use",
            "Service to full use",
            "Quarters a new hall takes to reach its full output. A longer ramp delays revenue.",
        ),
        Input::PowerCap => (
            "New power per year, at most",
            "New power per year",
            "Gigawatts of data-centre power that can be added in a year. Where it binds, money stays unspent and demand unserved.",
        ),
        _ => NOWHERE,
    }
}

fn chips(input: Input) -> Row {
    match input {
        Input::CustomShare => (
            "Custom chips' share of new compute, target",
            "Custom chips",
            "The share of newly bought compute that runs on the company's own chips rather than NVIDIA's, once the target is reached. More helps where own chips cost less per unit of compute.",
        ),
        Input::CustomNow => (
            "Custom chips' share today",
            "Custom share today",
            "The share of the compute now in service, and on order, that runs on the company's own chips.",
        ),
        Input::MixYears => (
            "Years to reach the target",
            "Years to the mix",
            "How long the mix of new orders takes to move from today's share to the target.",
        ),
        Input::CustomCost => (
            "Custom chip's cost, GPU = 1",
            "Custom chip's cost",
            "What a custom chip costs against the NVIDIA chip it replaces. Set against its performance, lower makes compute cheaper.",
        ),
        Input::CustomPerformance => (
            "Custom chip's performance, GPU = 1",
            "Custom performance",
            "The work a custom chip does against the NVIDIA chip it replaces. Higher means fewer chips for the same compute.",
        ),
        Input::CustomPower => (
            "Custom chip's power, GPU = 1",
            "Custom chip's power",
            "What a custom chip draws against the NVIDIA chip it replaces. Lower needs smaller buildings and less electricity.",
        ),
        Input::CustomDiscount => (
            "Price discount on custom compute",
            "Custom discount",
            "How much cheaper compute on own chips is sold. A larger discount passes the saving on to customers.",
        ),
        _ => NOWHERE,
    }
}

fn unit(input: Input) -> Row {
    match input {
        Input::Price => (
            "Price of a CU-year, fully used",
            "Price of a CU-year",
            "What one compute unit, a gigawatt of NVIDIA accelerators, sells for in a year of full use. Of all inputs it moves the answer most, and it is weakly known.",
        ),
        Input::PriceChange => (
            "Change of that price",
            "Price change",
            "How the price of compute moves each year. Falling prices earn less on what has already been paid for.",
        ),
        Input::PlatformNow => (
            "Managed-service premium today",
            "Premium today",
            "What managed services add to the price of bare compute, today.",
        ),
        Input::PlatformLater => (
            "Managed-service premium later",
            "Premium later",
            "What managed services will add to the price of bare compute. If open models make it vanish, this falls to zero.",
        ),
        Input::PlatformYears => (
            "Years to get there",
            "Years to the premium",
            "How long the premium takes to move from today's to the later one.",
        ),
        Input::Erosion => (
            "Earning power lost per year of age",
            "Loss with age",
            "How much less a chip earns with each year of its life, as newer ones do the same work better. Higher hurts.",
        ),
        Input::UtilisationMax => (
            "Highest sustained utilisation",
            "Highest utilisation",
            "The share of installed compute that can be sold over a quarter when customers queue. Higher sells more of what is built.",
        ),
        Input::ChipCost => (
            "Chips, servers, network per CU",
            "Chips per CU",
            "What the machines of one compute unit cost at NVIDIA's prices, without the building. Lower buys more for the same plan.",
        ),
        Input::ChipCostChange => (
            "Change of that cost",
            "Chip cost change",
            "How the cost of a compute unit moves each year. Falling costs buy more with later money.",
        ),
        Input::ShellCost => (
            "Land, building, power per GW",
            "Shell per GW",
            "What a gigawatt of data centre costs without its machines: land, building, cooling, power connection. Lower leaves more for chips.",
        ),
        _ => NOWHERE,
    }
}

fn operating(input: Input) -> Row {
    match input {
        Input::PowerPrice => (
            "Electricity",
            "Electricity",
            "What a kilowatt-hour costs. Higher lowers the margin of everything that runs.",
        ),
        Input::Pue => (
            "Power overhead (PUE)",
            "Power overhead",
            "Electricity drawn by the site for each unit the machines draw: cooling, losses. 1 would be none.",
        ),
        Input::Load => (
            "Average load of installed IT power",
            "Average load",
            "The share of installed power the machines draw on average. Higher costs more electricity.",
        ),
        Input::SiteCost => (
            "Site operations per GW",
            "Site operations",
            "Staff, repairs and services of a gigawatt of data centre in a year. Higher lowers the margin.",
        ),
        Input::OtherCost => (
            "Other operating cost, of revenue",
            "Other operating cost",
            "Sales, research, support and partners, as a share of revenue. Higher leaves less of each dollar sold.",
        ),
        _ => NOWHERE,
    }
}

fn lives(input: Input) -> Row {
    match input {
        Input::ChipLife => (
            "Chips serve for",
            "Chips serve for",
            "Years a chip stays in service before it retires. A longer life earns more from the same money.",
        ),
        Input::ChipBookLife => (
            "Chips depreciate over",
            "Chips depreciate over",
            "Years over which the books write chips down. It moves tax and profit by date, not the cash from customers.",
        ),
        Input::ShellLife => (
            "Shells serve and depreciate over",
            "Shell life",
            "Years a data-centre building serves. Longer leaves more value at the horizon.",
        ),
        Input::Replacement => (
            "Retired chips replaced after the build-out",
            "Replacement",
            "The share of retiring chips that is bought anew once building stops, where demand still needs them. Less keeps cash and lets the business shrink.",
        ),
        Input::FleetAge => (
            "Age span of today's fleet",
            "Age of the fleet",
            "How many years the machines now in service were bought over. Older ones retire sooner and stand lower in the books.",
        ),
        _ => NOWHERE,
    }
}

fn finance(input: Input) -> Row {
    match input {
        Input::DiscountRate => (
            "Discount rate",
            "Discount rate",
            "What money must earn a year to be worth putting in. Higher counts later cash for less.",
        ),
        Input::Horizon => (
            "Horizon",
            "Horizon",
            "How many years the model looks ahead. Nothing after it counts, but for the value at the horizon.",
        ),
        Input::Tax => {
            ("Tax rate", "Tax rate", "The share of taxable profit that goes to the state. Higher leaves less.")
        }
        Input::Expensing => (
            "Expensed at once for tax",
            "Expensed at once",
            "The share of new investment that may be deducted from tax when it enters service instead of over its life. More means tax later.",
        ),
        Input::GroupRelief => (
            "Losses shelter the group's profits",
            "Group relief",
            "On: losses of the build-out lower the tax of the rest of the company at once. Off: they wait for its own profits.",
        ),
        Input::CountOpening => (
            "Count money already spent",
            "Count money spent",
            "On: what today's machines and orders are still worth in the books must be earned back too. Off: what is spent is spent.",
        ),
        Input::Terminal => (
            "Value at the horizon",
            "Value at the horizon",
            "What the business counts for when the model stops looking: nothing, its net assets, its profit for ever, or a multiple of EBITDA. It moves the value today, never the payback.",
        ),
        Input::TerminalMultiple => (
            "Multiple of EBITDA, also the ceiling on book value",
            "EBITDA multiple",
            "How many years of EBITDA the business counts for at the horizon; net assets never count for more than that.",
        ),
        _ => NOWHERE,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::lang::names;
    use crate::scenario::Kind;

    #[test]
    fn every_input_has_its_own_words() {
        let mut labels = HashSet::new();
        let mut shorts = HashSet::new();
        for &input in Input::ALL {
            let Words { label, short, help } = words(input);
            assert!(!label.is_empty() && labels.insert(label), "{input:?}");
            assert!(!short.is_empty() && short.chars().count() <= 22 && shorts.insert(short), "{input:?}");
            assert!(help.len() > 40 && help.ends_with('.'), "{input:?}");
            if let Kind::Choice(options) = input.spec().kind {
                assert!(options.iter().all(|id| names::option(input, id) != *id), "{input:?}");
            }
        }
    }
}
