//! The outcome of a scenario, with the field names of the public JSON.

use serde::Serialize;

use super::summary::Summary;

/// The outcome of a scenario.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Outcome {
    /// Measures, totals and annual series.
    pub summary: Summary,
    /// The quarterly series.
    pub quarterly: Quarterly,
    /// Intermediate series; not part of the public JSON.
    #[serde(skip)]
    pub detail: Detail,
}

macro_rules! quarterly {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {
        /// Quarterly series, each from quarter 1 to T.
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
    /// Demand, $B.
    demand,
    /// Revenue at the highest utilisation, $B.
    capacity,
    /// Revenue, $B.
    revenue,
    /// Unmet demand, $B.
    unmet,
    /// Revenue run rate, $B a year.
    run_rate,
    /// Revenue over revenue at full use.
    utilisation,
    /// Power in service, GW.
    gw,
    /// Compute in service, CU.
    cu,
    /// Share of custom chips in orders.
    custom_share,
    /// Capex for AI, $B.
    capex,
    /// Capex for chips, $B.
    capex_chips,
    /// Capex for shells, $B.
    capex_shell,
    /// Planned capex, 0 after the build-out, $B.
    capex_planned,
    /// Electricity, $B.
    power_cost,
    /// Site operations, $B.
    site_cost,
    /// Other operating cost, $B.
    other_cost,
    /// Part of the managed-service premium that goes to the makers of models, $B.
    partner_cost,
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
    /// Cumulative cash, $B.
    cumulative_cash,
    /// Cumulative discounted cash, $B.
    discounted_cash,
    /// Net book value including construction, $B.
    net_assets,
    /// Cost of assets ordered and not yet in service, $B.
    under_construction,
    /// Tax deduction, $B.
    tax_deduction,
    /// Debt, $B.
    debt,
    /// Interest, $B.
    interest,
    /// Cumulative cash after interest, $B.
    cash_after_interest,
}

macro_rules! detail {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {
        /// Intermediate series, each from quarter 1 to T, and the opening position: for charts and for the working.
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct Detail {
            $($(#[$doc])* pub $name: Vec<f64>,)*
            /// The opening position.
            pub opening: OpeningPosition,
            /// Chips by age in whole years from 0, for each year of the horizon.
            pub chip_ages: Vec<Vec<ChipAge>>,
        }

        impl Detail {
            /// Every series with its name.
            pub fn series(&self) -> impl Iterator<Item = (&'static str, &[f64])> {
                [$((stringify!($name), self.$name.as_slice())),*].into_iter()
            }

            /// Empties every series and reserves space.
            pub(crate) fn reset(&mut self, length: usize) {
                $(self.$name.clear(); self.$name.reserve(length);)*
            }
        }
    };
}

detail! {
    /// g(t), annual growth of the demand base (E2).
    growth,
    /// B(t), demand base, $B a year (E3).
    base,
    /// D(t), demand, $B a year (E3).
    demand_year,
    /// φ(t), managed-service premium (E4).
    premium,
    /// P(t), price of a CU-year at full use, $B (E5).
    price,
    /// F of demand: the events that run (E31).
    demand_factor,
    /// F of price (E31).
    price_factor,
    /// F of capacity (E31).
    capacity_factor,
    /// kc(t), cost of a CU ordered at t, $B (E7).
    cu_cost,
    /// w(t), GW of a CU ordered at t (E8).
    cu_power,
    /// y(t), price realised of a CU ordered at t, merchant = 1 (E9).
    cu_earning,
    /// Shell without chips when the order arrives, GW (E10).
    free_shell,
    /// CU that the budget buys; 0 after the build-out (E10).
    affordable,
    /// CU that power allows (E10).
    powered,
    /// CU that demand asks for when the order arrives (E11).
    wanted,
    /// CU retiring when the order arrives (E12).
    retiring,
    /// n, CU ordered at t (E10 to E12).
    orders,
    /// New shell ordered at t, GW (E13).
    new_shell,
    /// E(t), effective CU in service, before the shell factor (E14).
    effective,
    /// GW of chips in service.
    chip_gw,
    /// GW of shell in service.
    shell_gw,
    /// Custom chips in service, CU.
    custom_cu,
    /// Merchant chips in service, CU.
    merchant_cu,
    /// Loss carried forward at the end of the quarter; 0 with group relief (E25).
    losses_carried,
    /// (1 + discount_rate)^(-t/4) (E28).
    discount_factor,
}

/// The chips of one age in one year of the horizon, $B.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ChipAge {
    /// Depreciation of the chips, without shells (E21).
    pub depreciation: f64,
    /// Write-offs (E22).
    pub writeoff: f64,
    /// Revenue, in proportion to effective compute (E14, E18).
    pub revenue: f64,
}

/// The opening fleet and pipeline (E15, E16).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct OpeningPosition {
    /// n0, the number of cohorts in the opening fleet.
    pub cohorts: usize,
    /// CU of each cohort.
    pub cohort_cu: f64,
    /// P(0), $B per CU-year.
    pub price: f64,
    /// D0, $B a year (E1).
    pub demand: f64,
    /// kc(0), $B per CU.
    pub cu_cost: f64,
    /// w(0), GW per CU.
    pub cu_power: f64,
    /// y(0).
    pub cu_earning: f64,
    /// Book value of the opening fleet at the end of quarter 0, $B.
    pub fleet: f64,
    /// Cost of the orders under way, $B.
    pub pipeline: f64,
}
