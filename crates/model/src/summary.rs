//! The measures, totals and annual series of an outcome, with the field names of the public JSON.

use serde::Serialize;

/// Measures, totals and annual series of a scenario: money in $ billion, time in years, shares as fractions.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Summary {
    /// Net book value of the opening fleet and its pipeline (I0).
    pub opening_capital: f64,
    /// cash(0).
    pub opening_cash: f64,
    /// Net present value with the terminal value.
    pub npv: f64,
    /// Net present value without the terminal value.
    pub npv_without_terminal: f64,
    /// Terminal value, undiscounted.
    pub terminal_value: f64,
    /// Internal rate of return, if it is unique.
    pub irr: Option<f64>,
    /// The reason why there is an internal rate of return or none.
    pub irr_status: IrrStatus,
    /// Every rate at which NPV is zero, in rising order.
    pub irr_roots: Vec<f64>,
    /// Number of sign changes of the cash flows.
    pub sign_changes: u32,
    /// Modified internal rate of return.
    pub mirr: Option<f64>,
    /// Time of the last upward crossing of zero by cash; 0 if cash is never negative.
    pub payback_years: Option<f64>,
    /// Time of the first upward crossing.
    pub first_touch_years: Option<f64>,
    /// Payback time of discounted cash.
    pub discounted_payback_years: Option<f64>,
    /// Lowest cash; 0 if cash is never negative.
    pub peak_deficit: f64,
    /// Time of the lowest cash.
    pub peak_deficit_years: f64,
    /// cash(T).
    pub cumulative_cash_end: f64,
    /// Payback time of cash after interest.
    pub payback_after_interest_years: Option<f64>,
    /// Interest over the horizon.
    pub interest_total: f64,
    /// Largest debt.
    pub debt_peak: f64,
    /// EBITDA over interest of each year with interest.
    pub interest_cover_by_year: Vec<Option<f64>>,
    /// Revenue over the horizon.
    pub total_revenue: f64,
    /// Orders placed over the horizon.
    pub total_capex: f64,
    /// Depreciation over the horizon.
    pub total_depreciation: f64,
    /// Write-offs over the horizon.
    pub total_writeoff: f64,
    /// Unmet demand over the horizon.
    pub unmet_total: f64,
    /// Tax paid over the horizon.
    pub total_tax: f64,
    /// Revenue of each year.
    pub revenue_by_year: Vec<f64>,
    /// Capex of each year.
    pub capex_by_year: Vec<f64>,
    /// Free cash flow of each year.
    pub fcf_by_year: Vec<f64>,
    /// EBIT margin of each year with revenue.
    pub ebit_margin_by_year: Vec<Option<f64>>,
    /// Unmet demand of each year.
    pub unmet_by_year: Vec<f64>,
    /// Mean utilisation of each year.
    pub utilisation_by_year: Vec<f64>,
    /// Return on invested capital of each year with capital.
    pub roic_by_year: Vec<Option<f64>>,
    /// Run rate at the horizon.
    pub run_rate_end: f64,
    /// Power in service at the horizon, GW.
    pub power_end: f64,
    /// Total revenue over total capex and opening capital.
    pub revenue_per_capex: Option<f64>,
    /// Unmet demand during the build-out.
    pub unmet_in_build: f64,
    /// Quarters in which capacity was below demand.
    pub quarters_supply_limited: u32,
    /// Economics of one CU of merchant chips.
    pub unit_merchant: UnitEconomics,
    /// Economics of one CU of custom chips.
    pub unit_custom: UnitEconomics,
    /// Multiple of revenue at which NPV is 0.
    pub required_revenue_multiple: Option<f64>,
    /// Total revenue at that multiple.
    pub required_revenue_total: Option<f64>,
    /// Revenue that a rule of thumb with a 50 % margin requires for the AI capex of the first year.
    pub sequoia_revenue_y1: f64,
    /// Growth at which NPV turns positive.
    pub breakeven_growth_npv: SearchResult,
    /// Growth at which cash at the horizon turns positive.
    pub breakeven_growth_cash: SearchResult,
}

/// The reason why there is an internal rate of return or none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub enum IrrStatus {
    /// No flow is negative.
    #[default]
    #[serde(rename = "no outlay")]
    NoOutlay,
    /// No flow is positive.
    #[serde(rename = "no inflow")]
    NoInflow,
    /// Exactly one root.
    #[serde(rename = "unique")]
    Unique,
    /// Several roots.
    #[serde(rename = "multiple")]
    Multiple,
    /// No root in the range of the search.
    #[serde(rename = "no real root")]
    NoRealRoot,
}

/// The end of a search for a value that meets a target.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub enum SearchStatus {
    /// The target is met from a value inside the range on.
    #[serde(rename = "solved")]
    Solved,
    /// The target is met at the start of the range.
    #[serde(rename = "met at the lower bound")]
    MetAtStart,
    /// The target is met nowhere in the range.
    #[default]
    #[serde(rename = "not reached")]
    NotReached,
}

/// The result of a search for a value that meets a target.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct SearchResult {
    /// The value, if the target is met.
    pub value: Option<f64>,
    /// The end of the search.
    pub status: SearchStatus,
}

/// Economics of one CU of one kind of chip at today's prices, before tax; money in $ billion.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct UnitEconomics {
    /// Cost of chips and shell.
    pub capex: f64,
    /// Cost of chips, servers and network.
    pub chip_capex: f64,
    /// Cost of land, building and power supply.
    pub shell_capex: f64,
    /// IT power, GW.
    pub gw: f64,
    /// Annual revenue.
    pub revenue: f64,
    /// Annual power and site cost.
    pub running_cost: f64,
    /// Annual EBITDA.
    pub ebitda: f64,
    /// EBITDA over revenue.
    pub ebitda_margin: Option<f64>,
    /// EBIT over revenue.
    pub ebit_margin: Option<f64>,
    /// Payback time, years.
    pub payback_years: Option<f64>,
    /// Internal rate of return before tax.
    pub irr_pretax: Option<f64>,
}
