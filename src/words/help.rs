//! What every input is, and which way it pushes.

use crate::scenario::Input;

/// One or two plain sentences.
pub fn help(input: Input) -> &'static str {
    match input {
        Input::RunRate => {
            "What the AI business sells now, a quarter’s pace times four. It sets how large the business is \
             before anything is built; a larger start brings the money back sooner."
        }
        Input::Growth => {
            "How fast the money customers want to spend on AI compute grows in the first year. It fades later; \
             faster growth fills what is built sooner, until the build-out itself is the limit."
        }
        Input::LongRunGrowth => {
            "The yearly growth that is left when the boom has faded. Higher keeps demand ahead of capacity in the \
             later years."
        }
        Input::GrowthHalfLife => {
            "Years until half the distance to long-run growth is gone. A longer half-life is a longer boom."
        }
        Input::GrowthShape => {
            "How growth goes on: fading to the long-run rate, staying as it is, or ending as a market of given \
             size fills up."
        }
        Input::MarketSize => {
            "Where demand levels off. It counts only when growth saturates; a larger market leaves more room."
        }
        Input::Backlog => {
            "What customers would buy now if there were capacity, as a share of the run rate. A queue fills new \
             capacity at once."
        }
        Input::Capex => {
            "What the whole company plans to spend on buildings and machines in the first year; a share of it is \
             for AI. More capacity can earn more, and costs more before it does."
        }
        Input::CapexGrowth => {
            "How the yearly plan grows or shrinks during the build-out. It helps while demand outruns capacity \
             and hurts after."
        }
        Input::AiShare => {
            "The part of the company’s capex that buys AI capacity. It scales the build-out as capex does."
        }
        Input::BuildYears => "Years during which the plan buys new capacity. After them only what retires is replaced.",
        Input::CommitYears => {
            "Years in which the plan is spent whether or not demand needs it. After them orders stop where demand \
             is served."
        }
        Input::PriorCapex => {
            "Last year’s spending: what is still being built today and arrives soon. It is money already on its \
             way."
        }
        Input::LeadTime => {
            "Quarters from paying for capacity to selling it. A longer wait delays revenue and leaves the cash \
             out longer."
        }
        Input::RampTime => "Quarters a new hall takes to reach its full output. A longer ramp delays revenue.",
        Input::PowerCap => {
            "Gigawatts of data-centre power that can be added in a year. Where it binds, money stays unspent and \
             demand unserved."
        }
        Input::CustomShare => {
            "The share of newly bought compute that runs on the company’s own chips rather than NVIDIA's, once \
             the target is reached. More helps where own chips cost less per unit of compute."
        }
        Input::CustomNow => {
            "The share of the compute now in service, and on order, that runs on the company’s own chips."
        }
        Input::MixYears => "How long the mix of new orders takes to move from today’s share to the target.",
        Input::CustomCost => {
            "What a custom chip costs against the NVIDIA chip it replaces. Set against its performance, lower \
             makes compute cheaper."
        }
        Input::CustomPerformance => {
            "The work a custom chip does against the NVIDIA chip it replaces. Higher means fewer chips for the \
             same compute."
        }
        Input::CustomPower => {
            "What a custom chip draws against the NVIDIA chip it replaces. Lower needs smaller buildings and less \
             electricity."
        }
        Input::CustomDiscount => {
            "How much cheaper compute on own chips is sold. A larger discount passes the saving on to customers."
        }
        Input::Price => {
            "What one compute unit, a gigawatt of NVIDIA accelerators, sells for in a year of full use. Of all \
             inputs it moves the answer most, and it is weakly known."
        }
        Input::PriceChange => {
            "How the price of compute moves each year. Falling prices earn less on what has already been paid \
             for."
        }
        Input::PlatformNow => "What managed services add to the price of bare compute, today.",
        Input::PlatformLater => {
            "What managed services will add to the price of bare compute. If open models make it vanish, this \
             falls to zero."
        }
        Input::PlatformYears => "How long the premium takes to move from today’s to the later one.",
        Input::Erosion => {
            "How much less a chip earns with each year of its life, as newer ones do the same work better. Higher \
             hurts."
        }
        Input::UtilisationMax => {
            "The share of installed compute that can be sold over a quarter when customers queue. Higher sells \
             more of what is built."
        }
        Input::ChipCost => {
            "What the machines of one compute unit cost at NVIDIA's prices, without the building. Lower buys more \
             for the same plan."
        }
        Input::ChipCostChange => {
            "How the cost of a compute unit moves each year. Falling costs buy more with later money."
        }
        Input::ShellCost => {
            "What a gigawatt of data centre costs without its machines: land, building, cooling, power \
             connection. Lower leaves more for chips."
        }
        Input::PowerPrice => "What a kilowatt-hour costs. Higher lowers the margin of everything that runs.",
        Input::Pue => {
            "Electricity drawn by the site for each unit the machines draw: cooling, losses. 1 would be none."
        }
        Input::Load => "The share of installed power the machines draw on average. Higher costs more electricity.",
        Input::SiteCost => {
            "Staff, repairs and services of a gigawatt of data centre in a year. Higher lowers the margin."
        }
        Input::OtherCost => {
            "Sales, research, support and partners, as a share of revenue. Higher leaves less of each dollar \
             sold."
        }
        Input::ChipLife => {
            "Years a chip stays in service before it retires. A longer life earns more from the same money."
        }
        Input::ChipBookLife => {
            "Years over which the books write chips down. It moves tax and profit by date, not the cash from \
             customers."
        }
        Input::ShellLife => "Years a data-centre building serves. Longer leaves more value at the horizon.",
        Input::Replacement => {
            "The share of retiring chips that is bought anew once building stops, where demand still needs them. \
             Less keeps cash and lets the business shrink."
        }
        Input::FleetAge => {
            "How many years the machines now in service were bought over. Older ones retire sooner and stand \
             lower in the books."
        }
        Input::DiscountRate => "What money must earn a year to be worth putting in. Higher counts later cash for less.",
        Input::Horizon => {
            "How many years the model looks ahead. Nothing after it counts, but for the value at the horizon."
        }
        Input::Tax => "The share of taxable profit that goes to the state. Higher leaves less.",
        Input::Expensing => {
            "The share of new investment that may be deducted from tax when it enters service instead of over its \
             life. More means tax later."
        }
        Input::GroupRelief => {
            "On: losses of the build-out lower the tax of the rest of the company at once. Off: they wait for its \
             own profits."
        }
        Input::CountOpening => {
            "On: what today’s machines and orders are still worth in the books must be earned back too. Off: what \
             is spent is spent."
        }
        Input::Terminal => {
            "What the business counts for when the model stops looking: nothing, its net assets, its profit for \
             ever, or a multiple of EBITDA. It moves the value today, never the payback."
        }
        Input::TerminalMultiple => {
            "How many years of EBITDA the business counts for at the horizon; net assets never count for more \
             than that."
        }
    }
}
