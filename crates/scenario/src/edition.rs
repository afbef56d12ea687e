//! The first edition of the model: the defaults of version 1 of links and files.

use super::{Input, Scenario};

/// The inputs that the first edition did not have, or that had another default.
pub(crate) const CHANGED: [Input; 9] = [
    Input::ChipPowerChange,
    Input::PriceChange,
    Input::OwnUse,
    Input::ChipCostChange,
    Input::OtherCost,
    Input::PartnerShare,
    Input::Expensing,
    Input::DebtShare,
    Input::DebtRate,
];

/// The default scenario of the first edition.
pub const fn first_edition() -> Scenario {
    Scenario {
        price_change: 0.0,
        chip_cost_change: 0.0,
        chip_power_change: 0.0,
        own_use: 0.0,
        other_cost: 0.17,
        partner_share: 0.0,
        expensing: 0.0,
        ..Scenario::DEFAULT
    }
}
