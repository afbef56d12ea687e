//! What a run answers, under the names of the public JSON: the summary and every quarter.

use serde::Serialize;

use super::detail::Detail;

/// Everything the model says about one scenario.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Outcome {
    /// The measures.
    pub summary: Summary,
    /// The quarters 1 to T.
    pub quarterly: Quarterly,
    /// The steps between the equations; no part of the public JSON.
    #[serde(skip)]
    pub detail: Detail,
}

/// The measures of a scenario; money in $ billion, time in years, shares as fractions, absence as `None`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Summary {
    /// Net book value of the opening fleet and its pipeline (I0).
    pub opening_capital: f64,
    /// cash(0).
    pub opening_cash: f64,
    /// Net present value with the terminal value.
    pub npv: f64,
    /// Net present value without it.
    pub npv_without_terminal: f64,
    /// Terminal value, undiscounted.
    pub terminal_value: f64,
    /// Internal rate of return, where it is unique.
    pub irr: Option<f64>,
    /// Why there is one, or none.
    pub irr_status: IrrStatus,
    /// Every rate at which NPV is zero.
    pub irr_roots: Vec<f64>,
    /// Sign changes of the flows.
    pub sign_changes: u32,
    /// Modified internal rate of return.
    pub mirr: Option<f64>,
    /// The last upward crossing of zero by cash; 0 if cash never was negative.
    pub payback_years: Option<f64>,
    /// The first crossing.
    pub first_touch_years: Option<f64>,
    /// Payback of discounted cash.
    pub discounted_payback_years: Option<f64>,
    /// The lowest cash, or 0.
    pub peak_deficit: f64,
    /// Its date.
    pub peak_deficit_years: f64,
    /// cash(T).
    pub cumulative_cash_end: f64,
    /// Revenue over the horizon.
    pub total_revenue: f64,
    /// Orders placed over the horizon.
    pub total_capex: f64,
    /// Depreciation over the horizon.
    pub total_depreciation: f64,
    /// Write-offs over the horizon.
    pub total_writeoff: f64,
    /// Demand left unserved over the horizon.
    pub unmet_total: f64,
    /// Tax paid over the horizon.
    pub total_tax: f64,
    /// Revenue of each year.
    pub revenue_by_year: Vec<f64>,
    /// Capex of each year.
    pub capex_by_year: Vec<f64>,
    /// Free cash flow of each year.
    pub fcf_by_year: Vec<f64>,
    /// EBIT margin of each year, where there is revenue.
    pub ebit_margin_by_year: Vec<Option<f64>>,
    /// Unmet demand of each year.
    pub unmet_by_year: Vec<f64>,
    /// Mean utilisation of each year.
    pub utilisation_by_year: Vec<f64>,
    /// Return on invested capital of each year, where there is capital.
    pub roic_by_year: Vec<Option<f64>>,
    /// Run rate at the horizon.
    pub run_rate_end: f64,
    /// Power in service at the horizon, GW.
    pub power_end: f64,
    /// Revenue over capital.
    pub revenue_per_capex: Option<f64>,
    /// Unmet demand during the build-out.
    pub unmet_in_build: f64,
    /// Quarters in which capacity was below demand.
    pub quarters_supply_limited: u32,
    /// One CU of merchant chips.
    pub unit_merchant: UnitEconomics,
    /// One CU of custom chips.
    pub unit_custom: UnitEconomics,
    /// The multiple of revenue at which NPV is 0.
    pub required_revenue_multiple: Option<f64>,
    /// That multiple of total revenue.
    pub required_revenue_total: Option<f64>,
    /// What a 50 % margin rule asks of the first year's AI capex.
    pub sequoia_revenue_y1: f64,
    /// Growth at which NPV turns positive.
    pub breakeven_growth_npv: SearchResult,
    /// Growth at which cash at the horizon turns positive.
    pub breakeven_growth_cash: SearchResult,
}

/// Why there is an internal rate of return, or none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub enum IrrStatus {
    /// No flow is negative.
    #[default]
    #[serde(rename = "no outlay")]
    NoOutlay,
    /// No flow is positive.
    #[serde(rename = "no inflow")]
    NoInflow,
    /// One root.
    #[serde(rename = "unique")]
    Unique,
    /// Several roots.
    #[serde(rename = "multiple")]
    Multiple,
    /// No root in range.
    #[serde(rename = "no real root")]
    NoRealRoot,
}

/// How a search for a value ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub enum SearchStatus {
    /// ScanResult inside the range.
    #[serde(rename = "solved")]
    Solved,
    /// True already where the search began.
    #[serde(rename = "met at the lower bound")]
    MetAtStart,
    /// True nowhere in the range.
    #[default]
    #[serde(rename = "not reached")]
    NotReached,
}

/// The answer of a search for a value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct SearchResult {
    /// The value, where there is one.
    pub value: Option<f64>,
    /// How the search ended.
    pub status: SearchStatus,
}

/// One CU of one kind of chip, today's prices, before tax.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct UnitEconomics {
    /// Chips and shell.
    pub capex: f64,
    /// Chips, servers, network.
    pub chip_capex: f64,
    /// Land, building, power.
    pub shell_capex: f64,
    /// IT power.
    pub gw: f64,
    /// A year's revenue.
    pub revenue: f64,
    /// A year's power and site cost.
    pub running_cost: f64,
    /// A year's EBITDA.
    pub ebitda: f64,
    /// EBITDA over revenue.
    pub ebitda_margin: Option<f64>,
    /// After depreciation.
    pub ebit_margin: Option<f64>,
    /// Years until the cash is back.
    pub payback_years: Option<f64>,
    /// Internal rate of return before tax.
    pub irr_pretax: Option<f64>,
}

macro_rules! quarterly {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {
        /// The quarters of a run, each series from quarter 1 to T.
        #[derive(Clone, Debug, Default, PartialEq, Serialize)]
        pub struct Quarterly { $($(#[$doc])* pub $name: Vec<f64>,)* }

        impl Quarterly {
            /// The names of the series, in order.
            pub const NAMES: &'static [&'static str] = &[$(stringify!($name)),*];

            /// Every series with its name.
            pub fn series(&self) -> impl Iterator<Item = (&'static str, &[f64])> {
                [$((stringify!($name), self.$name.as_slice())),*].into_iter()
            }
        }
    };
}

quarterly! {
    /// D/4, $B.
    demand,
    /// C, $B.
    capacity,
    /// R, $B.
    revenue,
    /// Demand not served, $B.
    unmet,
    /// 4R, $B a year.
    run_rate,
    /// Revenue over what full use would bring.
    utilisation,
    /// Power in service, GW.
    gw,
    /// Compute in service, CU.
    cu,
    /// Custom share of the quarter's orders.
    custom_share,
    /// Orders paid, $B.
    capex,
    /// Of it chips.
    capex_chips,
    /// Of it shells.
    capex_shell,
    /// The plan's budget, 0 after the window.
    capex_planned,
    /// Electricity, $B.
    power_cost,
    /// Site operations, $B.
    site_cost,
    /// Other operating cost, $B.
    other_cost,
    /// EBITDA, $B.
    ebitda,
    /// Depreciation, $B.
    depreciation,
    /// Write-offs, $B.
    writeoff,
    /// EBIT, $B.
    ebit,
    /// Tax paid, $B.
    tax,
    /// EBIT after tax, $B.
    nopat,
    /// Free cash flow, $B.
    fcf,
    /// cash(t), $B.
    cumulative_cash,
    /// Discounted cash so far, $B.
    discounted_cash,
    /// Net book value with construction, $B.
    net_assets,
    /// Ordered and not yet in service, $B.
    under_construction,
    /// What is deducted for tax, $B.
    tax_deduction,
}
