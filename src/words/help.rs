//! Help texts of the inputs, and the search for an input.

use super::inputs::{group_heading, label, short};
use super::units::range_end;
use crate::scenario::Input;

/// The help text of an input: its description and the range of its slider.
pub fn help(input: Input) -> String {
    match slider_range(input) {
        Some(range) => format!("{} {range}", description(input)),
        None => description(input).to_owned(),
    }
}

/// The range of an input's slider, and whether its field takes values outside; `None` for choices and switches.
fn slider_range(input: Input) -> Option<String> {
    let range = input.range()?;
    let beyond = if range.highest > range.max { " The field also takes higher values." } else { "" };
    Some(format!("The slider covers {} to {}.{beyond}", range_end(input, range.min), range_end(input, range.max)))
}

/// The meaning of an input and the effect of raising it, in one or two sentences.
fn description(input: Input) -> &'static str {
    match input {
        Input::RunRate => {
            "Yearly revenue of the AI business at today’s pace: the latest quarter times four. A larger business today \
             pays back sooner."
        }
        Input::Growth => {
            "Yearly growth of customers’ spending on AI compute, today. It fades later. Faster growth fills new \
             capacity sooner, until the build-out itself is the limit."
        }
        Input::LongRunGrowth => {
            "Yearly growth that remains after the boom has faded. Higher growth keeps demand above capacity in the \
             later years."
        }
        Input::GrowthHalfLife => {
            "Years until growth has fallen half of the way to its long-run rate. A longer half-life means a longer boom."
        }
        Input::GrowthShape => {
            "How growth continues: it fades to the long-run rate, stays as it is, or ends as a market of a given size \
             fills up."
        }
        Input::MarketSize => {
            "The demand at which growth stops. It matters only if growth ends as the market fills; a larger market \
             leaves more room to grow."
        }
        Input::Backlog => {
            "Demand that customers would buy today if there were capacity for it, as a share of the run rate. A \
             backlog fills new capacity at once."
        }
        Input::Capex => {
            "Planned spending of the whole company on buildings and machines in the first year; a share of it goes \
             into AI. More capacity can earn more, but the spending comes first."
        }
        Input::CapexGrowth => {
            "Yearly growth of planned capex during the build-out. Higher growth helps while demand exceeds capacity \
             and hurts afterwards."
        }
        Input::AiShare => {
            "The share of the company’s capex that buys AI capacity. It scales the build-out in the same way as capex."
        }
        Input::BuildYears => {
            "Years in which the plan buys new capacity. Afterwards, orders only replace retired capacity."
        }
        Input::CommitYears => {
            "Years in which the plan is spent whatever demand does. Afterwards, orders stop when demand is served."
        }
        Input::PriorCapex => {
            "Last year’s capex. It pays for the capacity that is under construction today and arrives soon."
        }
        Input::LeadTime => {
            "Quarters between paying for capacity and selling it. A longer lead time delays revenue and ties up cash. It \
             can be worth more all the same: orders that follow demand look as far ahead as they take to arrive."
        }
        Input::RampTime => "Quarters until a new data hall reaches full output. A longer ramp delays revenue.",
        Input::PowerCap => {
            "Gigawatts of data-centre power that can be added in a year. If power is the limit, budget stays unspent \
             and demand unserved."
        }
        Input::CustomShare => {
            "The share of newly bought compute that runs on the company’s own chips instead of NVIDIA’s, once the \
             target is reached. A higher share helps if own chips cost less per unit of compute."
        }
        Input::CustomNow => "The share of compute in service and on order today that runs on the company’s own chips.",
        Input::MixYears => "Years in which the chip mix of new orders moves from today’s share to the target.",
        Input::CustomCost => {
            "The cost of a custom chip relative to the NVIDIA chip it replaces. A lower cost makes compute cheaper, \
             at the same performance."
        }
        Input::CustomPerformance => {
            "The performance of a custom chip relative to the NVIDIA chip it replaces. With higher performance, fewer \
             chips do the same work."
        }
        Input::CustomPower => {
            "The power draw of a custom chip relative to the NVIDIA chip it replaces. A lower draw saves electricity \
             and data-centre space."
        }
        Input::CustomDiscount => {
            "The discount at which compute on own chips is sold. A larger discount passes more of the saving on to \
             customers."
        }
        Input::ChipPowerChange => {
            "Yearly change of the power that new chips draw for the same compute. With a falling draw, the same data \
             centres hold more compute."
        }
        Input::Price => {
            "Yearly price of the computing of one gigawatt of NVIDIA accelerators, fully used; that much computing is a CU. \
             $10B a year is $1.93 per accelerator-hour, at 590,000 accelerators to a gigawatt (our assumption). This \
             input moves the answer most, and it is weakly known."
        }
        Input::PriceChange => {
            "Yearly change of the price of compute. A falling price reduces the revenue of capacity already paid for. \
             Rents of an H100-hour, as press reports cite SemiAnalysis: $7 to 12 in 2023, $1.70 in October 2025, $2.35 \
             in March 2026."
        }
        Input::PlatformNow => "The premium of managed services over the price of bare compute today.",
        Input::PlatformLater => {
            "The later premium of managed services over the price of bare compute. It is zero if open models make the \
             premium disappear."
        }
        Input::PlatformYears => "Years in which the premium moves from today’s value to the later one.",
        Input::Erosion => {
            "The share of its earning power that a chip loses per year of age, as newer chips do the same work better. \
             A higher loss reduces revenue."
        }
        Input::UtilisationMax => {
            "The share of installed compute that can be sold over a quarter when demand exceeds capacity. A higher \
             share sells more of the same capacity."
        }
        Input::OwnUse => {
            "The share of capacity that the company keeps for its own products. It costs as much as the rest and earns \
             nothing here; today’s fleet is larger by it."
        }
        Input::ChipCost => {
            "The cost of the machines of one compute unit at NVIDIA’s prices, without the building. A lower cost buys \
             more compute for the same budget."
        }
        Input::ChipCostChange => {
            "Yearly change of the cost of a compute unit. With a falling cost, later budgets buy more compute."
        }
        Input::ShellCost => {
            "The cost of a gigawatt of data centre without its machines: land, building, cooling and power connection. \
             A lower cost leaves more of the budget for chips."
        }
        Input::PowerPrice => {
            "The price of a kilowatt-hour. A higher price reduces the margin of all capacity in service."
        }
        Input::Pue => {
            "Electricity drawn by the whole site per unit drawn by the machines, which includes cooling and losses. 1 \
             means no overhead."
        }
        Input::Load => {
            "The share of installed power that the machines draw on average. A higher load costs more electricity."
        }
        Input::SiteCost => {
            "Yearly cost of staff, repairs and services for a gigawatt of data centre. A higher cost reduces the margin."
        }
        Input::OtherCost => {
            "Sales, research, support and partner costs as a share of revenue. A higher share leaves less of each \
             dollar of revenue."
        }
        Input::PartnerShare => {
            "The part of the managed-service premium that goes to the makers of the models. A higher part leaves less \
             of the premium."
        }
        Input::ChipLife => {
            "Years in which a chip is in service before it retires. A longer life earns more from the same purchase."
        }
        Input::ChipBookLife => {
            "Years over which chips are depreciated in the accounts. It moves profit and tax in time, but not the cash \
             from customers."
        }
        Input::ShellLife => {
            "Years in which a data-centre building is in service. A longer life leaves more value at the horizon."
        }
        Input::Replacement => {
            "The share of retiring chips that is replaced after the build-out, where demand still needs them. A lower \
             share saves cash and lets the business shrink."
        }
        Input::FleetAge => {
            "The number of years over which today’s machines were bought. Older machines retire sooner and have a \
             lower book value."
        }
        Input::DiscountRate => {
            "The yearly return that the investment must earn. A higher rate gives later cash less weight."
        }
        Input::Horizon => {
            "The number of years that the model covers. Nothing after the horizon counts, except for the value at the \
             horizon."
        }
        Input::Tax => "The share of taxable profit that is paid as tax. A higher rate leaves less cash.",
        Input::Expensing => {
            "The share of new chips that is deducted from taxable profit when they enter service, instead of over their \
             life. A higher share defers tax. US law since July 2025 allows 100 % for equipment; buildings are \
             mostly excluded."
        }
        Input::GroupRelief => {
            "On: losses of the build-out reduce the tax of the rest of the company at once. Off: they are carried \
             forward until the build-out makes profits."
        }
        Input::DebtShare => {
            "The part of the cash deficit that is financed by debt. Interest is shown beside the flows: NPV, IRR and \
             payback are those of the business, however it is paid for."
        }
        Input::DebtRate => {
            "Yearly interest on the borrowed part of the cash deficit. A higher rate moves the payback after interest, \
             and nothing else."
        }
        Input::CountOpening => {
            "On: the book value of today’s machines and orders must be earned back too. Off: money already spent is \
             not counted."
        }
        Input::Terminal => {
            "The value of the business when the model ends: nothing, its net assets, its profit in perpetuity, or a \
             multiple of EBITDA. It moves the value today, never the payback."
        }
        Input::TerminalMultiple => {
            "The value of the business at the horizon in years of EBITDA. It also limits the value of net assets."
        }
    }
}

/// Other words by which people look for an input.
fn synonyms(input: Input) -> &'static str {
    match input {
        Input::RunRate => "ARR annualized sales turnover today AI revenue",
        Input::Growth => "CAGR demand boom bubble hype adoption",
        Input::LongRunGrowth => "terminal growth steady state perpetual",
        Input::GrowthHalfLife => "fade decay slowdown how long the boom lasts",
        Input::GrowthShape => "curve S-curve exponential logistic",
        Input::MarketSize => "TAM addressable market ceiling saturation",
        Input::Backlog => "RPO orders waiting list shortage bottleneck",
        Input::Capex => "capital expenditure investment spending budget outlay build-out",
        Input::CapexGrowth => "guidance capital expenditure plan",
        Input::AiShare => "allocation part of capex datacenter",
        Input::BuildYears => "duration of the build-out construction end",
        Input::CommitYears => "commitment locked in cancel obligations leases",
        Input::PriorCapex => "last year construction in progress CIP",
        Input::LeadTime => "delay construction time delivery supply chain",
        Input::RampTime => "ramp-up utilization fill",
        Input::PowerCap => "grid electricity megawatt MW gigawatt limit bottleneck energy",
        Input::CustomShare | Input::CustomNow => "ASIC Trainium TPU Inferentia Maia own silicon in-house accelerator",
        Input::MixYears => "transition switch silicon",
        Input::CustomCost | Input::CustomPerformance | Input::CustomPower => {
            "ASIC Trainium TPU Maia silicon efficiency against GPU H100 B200"
        }
        Input::ChipPowerChange => "efficiency watts per FLOP energy next generation",
        Input::CustomDiscount => "rebate cheaper Trainium price",
        Input::Price => "rent rental GPU hour H100 B200 hourly rate lease $/h revenue per chip",
        Input::PriceChange => "price war deflation competition falling rent",
        Input::PlatformNow | Input::PlatformLater | Input::PlatformYears => {
            "markup margin Bedrock API tokens models software"
        }
        Input::Erosion => "obsolescence ageing aging decline older chips performance depreciation",
        Input::UtilisationMax => "utilization occupancy load factor idle",
        Input::OwnUse => "internal use free tier training search models captive",
        Input::ChipCost => "GPU H100 B200 GB200 Blackwell accelerator NVIDIA server hardware cost",
        Input::ChipCostChange => "Moore's law deflation GPU price hardware",
        Input::ShellCost => "data center datacenter building land construction real estate",
        Input::PowerPrice => "energy kWh power bill utility",
        Input::Pue => "cooling efficiency",
        Input::Load => "power draw TDP",
        Input::SiteCost => "opex maintenance staff repairs",
        Input::OtherCost => "opex SG&A R&D overhead sales expenses",
        Input::PartnerShare => "Anthropic OpenAI revenue share royalty Bedrock labs",
        Input::ChipLife => "useful life lifetime lifespan GPU H100 retirement years obsolescence replace",
        Input::ChipBookLife => "depreciation accounting useful life amortization write-down schedule earnings GPU",
        Input::ShellLife => "building depreciation useful life amortization",
        Input::Replacement => "refresh renewal maintenance capex",
        Input::FleetAge => "installed base vintage age",
        Input::DiscountRate => "WACC cost of capital hurdle rate interest debt equity required return",
        Input::Horizon => "time frame years forecast period",
        Input::Tax => "corporate tax rate IRS",
        Input::Expensing => "bonus depreciation tax shield deduction accelerated",
        Input::GroupRelief => "loss carryforward NOL tax shield offset",
        Input::DebtShare => "borrow leverage loan bonds financing debt",
        Input::DebtRate => "interest coupon bond yield financing debt",
        Input::CountOpening => "sunk cost already spent past",
        Input::Terminal => "terminal value residual salvage exit perpetuity",
        Input::TerminalMultiple => "EV/EBITDA valuation exit multiple",
    }
}

/// Every word by which the search finds an input: labels, id, group, help and synonyms.
pub(super) fn search_words(input: Input) -> String {
    let group = group_heading(input.spec().group);
    [label(input), short(input), input.id(), group, description(input), synonyms(input)].join(" ")
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_input_has_its_own_description() {
        let mut descriptions = HashSet::new();
        for &input in Input::ALL {
            let description = description(input);
            assert!(description.len() > 40 && description.ends_with('.'), "{input:?}");
            assert!(descriptions.insert(description), "{input:?}");
        }
    }

    #[test]
    fn help_ends_with_the_slider_range() {
        assert!(help(Input::Capex).ends_with("The slider covers $0 to $400B. The field also takes higher values."));
        assert!(help(Input::Load).ends_with("The slider covers 30\u{202f}% to 100\u{202f}%."), "{}", help(Input::Load));
        assert_eq!(help(Input::Terminal), description(Input::Terminal));
    }
}
