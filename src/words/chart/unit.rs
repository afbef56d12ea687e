//! The texts of `unit`.

use crate::model::UnitEconomics;
use crate::words::numbers::{money_to, years};

/// The finding and the takeaway of `unit`.
pub fn unit_words(merchant: &UnitEconomics, custom: &UnitEconomics) -> (String, String) {
    let better = |one: Option<f64>, two: Option<f64>| one.unwrap_or(f64::MIN) > two.unwrap_or(f64::MIN) + 1e-9;
    let slower = custom.revenue < merchant.revenue - 1e-9;
    let title = match (better(custom.irr_pretax, merchant.irr_pretax), better(merchant.irr_pretax, custom.irr_pretax)) {
        (true, _) if slower => "A custom CU sells for less and is still the better bargain",
        (true, _) => "A custom CU is the better bargain",
        (_, true) => "A CU of NVIDIA is the better bargain",
        _ => "Both kinds of chip are the same bargain",
    };
    let of = |unit: &UnitEconomics| {
        let back = unit
            .payback_years
            .map_or_else(|| "does not pay back in its life".to_owned(), |at| format!("is back in {}", years(at)));
        format!("costs {} and {back}", money_to(unit.capex, 1))
    };
    let takeaway =
        format!("Pairs of bars. {title}: one CU of NVIDIA {}, one of custom chips {}.", of(merchant), of(custom));
    (title.to_owned(), takeaway)
}

/// Quantity and unit of `unit`.
pub fn unit_subtitle() -> &'static str {
    "One CU, NVIDIA against custom, today’s prices"
}

/// The cost of a unit.
pub fn costs_to_build() -> &'static str {
    "Costs to build"
}

/// The yearly sales of a unit.
pub fn sells_a_year() -> &'static str {
    "Sells a year"
}

/// The yearly earnings of a unit.
pub fn earns_a_year() -> &'static str {
    "Earns, EBITDA"
}

/// The payback of a unit.
pub fn pays_back_in() -> &'static str {
    "Pays back in"
}

/// The return of a unit.
pub fn returns_before_tax() -> &'static str {
    "Returns, pre-tax"
}

/// The name of `unit` in lists of charts.
pub fn unit_name() -> &'static str {
    "One CU"
}

/// The meaning of the bars of `unit`.
pub fn unit_legend() -> &'static str {
    "Grey bars: NVIDIA’s chips. Golden bars: custom chips. A CU is the computing of 1\u{a0}GW of NVIDIA chips."
}
