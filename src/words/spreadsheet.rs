//! Texts of the spreadsheet: explanations of its sheets, and heads of its columns and rows.

/// Explanation of the sheet of inputs.
pub const HOW: &str = "Change a yellow cell, and every number in this file is recalculated. Each yellow cell has its input’s id as a name, which the formulas use.";
/// Explanation of the sheet of quarters.
pub const QUARTERS: &str = "One row per quarter. A cohort is in the row of the quarter in which it arrives; capacity in service, sales and payments are in the row of their quarter. The equation numbers are those of the model.";
/// Explanation of the sheet of rates.
pub const RATES: &str = "Net present value at 401 rates from −95 % to 1,000 % a year, in equal steps of ln(1 + r). A 1 marks the last rate before a zero, or a rate at which it is zero.";
/// Explanation of the search for the required multiple.
pub const MULTIPLE: &str = "With losses carried forward, tax is charged on each new high of cumulative profit. Newton’s method finds the multiple of revenue at which NPV is zero: each group of three columns is one step.";
/// Explanation of the sheet of one unit.
pub const UNIT: &str =
    "Cost, earnings and return of one CU of merchant chips and of custom chips, at today’s prices, before tax.";
/// Explanation of the sheet of facts.
pub const FACTS: &str = "The reported facts, the reports that state them, and the inputs they concern.";
/// Heading of the numbers that are derived from the inputs.
pub const DERIVED: &str = "Derived from the inputs";
/// Heading of the events.
pub const EVENTS: &str = "Events that nobody saw coming";
/// Column heads of the events.
pub const EVENT_HEADS: [&str; 5] = ["Kind", "From quarter", "Size", "Quarters, empty for good", "Until before"];
/// Heading of the capex plan by year.
pub const CAPEX_PATH: &str = "Capex by year, first year = 1, empty for the growth of the plan";

/// Heading of the uncertain inputs.
pub const UNCERTAIN: &str = "Uncertain inputs of the simulated cases (not used by the formulas)";
/// Column heads of the uncertain inputs.
pub const UNCERTAIN_HEADS: [&str; 4] = ["Low", "Value", "High", "Range"];
/// Range that the reader has set.
pub const OWN_RANGE: &str = "own";
/// Range of the analysis.
pub const RANGE_OF_MODEL: &str = "default";

/// Label of an event.
pub fn event(number: usize) -> String {
    format!("Event {number}")
}

/// Label of a year of the capex plan.
pub fn plan_year(number: usize) -> String {
    format!("Year {number}")
}

/// Warning that the scenario needs more rows than the file has.
pub const TOO_FAR: &str =
    "An input needs more rows than this file has, so its results differ from the model’s. The file covers: ";
/// Column heads of the inputs.
pub const INPUT_HEADS: [&str; 9] =
    ["Input", "Value", "Unit", "Slider from", "to", "Allowed from", "to", "Source of the default", "Name"];
/// Column heads of the measures.
pub const MEASURE_HEADS: [&str; 4] = ["Measure", "Value", "Unit", "Name in files"];
/// Column heads of the years, with units.
pub const YEAR_HEADS: [(&str, &str); 10] = [
    ("Year", ""),
    ("Revenue", "$B"),
    ("Capex", "$B"),
    ("Free cash flow", "$B"),
    ("Unmet demand", "$B"),
    ("Utilisation", "share"),
    ("EBIT margin", "share"),
    ("ROIC", "per year"),
    ("Cash at the end", "$B"),
    ("Interest cover", "ratio"),
];
/// Column heads of the facts.
pub const FACT_HEADS: [&str; 7] = ["Statement", "Value", "Unit", "As of", "Basis", "Reports", "Input"];
/// Column heads of the rates.
pub const RATE_HEADS: [&str; 8] =
    ["Step", "Rate a year", "NPV, $B", "Root", "Merchant CU", "Root", "Custom CU", "Root"];
/// Column heads of one unit’s flows.
pub const FLOW_HEADS: [&str; 7] = [
    "Quarter",
    "Merchant, $B",
    "Custom, $B",
    "Cumulative, merchant",
    "Cumulative, custom",
    "Paid back at, merchant",
    "Paid back at, custom",
];
/// Note beside a number that no formula calculates.
pub const SEARCHED: &str = "calculated by the program; to recalculate it here, use Goal Seek on the NPV";

/// The largest scenario that the rows cover.
pub fn cover(horizon: usize, lead: usize, fleet: usize, life: usize) -> String {
    format!(
        "a horizon of {horizon} years, a lead time of {lead} quarters, a fleet age of {fleet} years, chips of {life} years."
    )
}

const COLUMNS: [(&str, &str); 84] = [
    ("t", "Quarter"),
    ("date", "Date"),
    ("growth", "Growth, g"),
    ("base", "Demand base, B"),
    ("premium", "Premium, φ"),
    ("demand_plain", "Demand without events"),
    ("price_plain", "Price without events"),
    ("demand_factor", "Events, demand"),
    ("price_factor", "Events, price"),
    ("capacity_factor", "Events, capacity"),
    ("demand_year", "Demand a year, D"),
    ("price", "Price, P"),
    ("ordered", "Ordered in quarter"),
    ("share", "Custom share, s"),
    ("cu_cost", "Cost of a CU, kc"),
    ("cu_power", "Power of a CU, w"),
    ("cu_earning", "Price realised, y"),
    ("chips_before", "Chips before the order"),
    ("shells_before", "Shells before the order"),
    ("free_shell", "Free shell"),
    ("standing", "E* before the order"),
    ("budget", "Budget, b"),
    ("price_seen", "Price seen at the order"),
    ("demand_seen", "Demand seen at the order"),
    ("affordable", "CU within the budget"),
    ("powered", "CU within the power cap"),
    ("wanted", "CU that demand needs"),
    ("retiring", "Retiring"),
    ("orders", "Arriving, n"),
    ("new_shell", "New shell"),
    ("cohort_gw", "Cohort’s power"),
    ("cohort_earning", "n · y"),
    ("chips", "Cohort’s chips, cost"),
    ("shells", "Cohort’s shells, cost"),
    ("effective", "Effective, E"),
    ("chip_gw", "Chips in service"),
    ("shell_gw", "Shells in service"),
    ("cu", "CU in service"),
    ("gw", "Power in service"),
    ("sellable", "Revenue at full use"),
    ("demand", "Demand"),
    ("capacity", "Capacity, C"),
    ("revenue", "Revenue, R"),
    ("unmet", "Unmet demand"),
    ("run_rate", "Run rate"),
    ("utilisation", "Utilisation"),
    ("power_cost", "Electricity"),
    ("site_cost", "Site"),
    ("other_cost", "Other cost"),
    ("partner_cost", "Model makers’ part"),
    ("ebitda", "EBITDA"),
    ("depreciation", "Depreciation"),
    ("writeoff", "Write-off"),
    ("ebit", "EBIT"),
    ("nopat", "NOPAT"),
    ("capex_chips", "Capex, chips"),
    ("capex_shell", "Capex, shells"),
    ("capex", "Capex"),
    ("capex_planned", "Planned capex"),
    ("custom_share", "Custom share ordered"),
    ("under_construction", "Under construction"),
    ("net_assets", "Net assets"),
    ("new_charges", "Charges on new orders"),
    ("tax_deduction", "Tax deduction"),
    ("losses_carried", "Losses carried"),
    ("tax", "Tax paid"),
    ("fcf", "Free cash flow"),
    ("cumulative_cash", "Cumulative cash"),
    ("discount_factor", "Discount factor"),
    ("discounted_cash", "Discounted cash"),
    ("crossing", "Cash reaches zero at"),
    ("discounted_crossing", "Discounted cash reaches zero at"),
    ("debt", "Debt"),
    ("interest", "Interest"),
    ("cash_after_interest", "Cash after interest"),
    ("after_interest_crossing", "Cash after interest reaches zero at"),
    ("flow_exact", "Flow with end value, exact"),
    ("flow", "Flow with end value"),
    ("sign", "Sign of the flow"),
    ("change", "Sign changes"),
    ("limited", "Supply-limited"),
    ("profit_in", "Revenue kept"),
    ("cash_out", "Cost and capex"),
    ("profit_out", "Cost and deduction"),
];

/// Head of a column of the sheet of quarters; empty for an unknown id.
pub fn column(id: &str) -> &'static str {
    label_of(&COLUMNS, id)
}

const MEASURES: [(&str, &str); 51] = [
    ("npv", "Net present value"),
    ("payback_years", "Payback"),
    ("irr", "Internal rate of return"),
    ("irr_status", "Status of the internal rate of return"),
    ("roots", "Rates at which NPV is zero"),
    ("sign_changes", "Sign changes of the flows"),
    ("mirr", "Modified internal rate of return"),
    ("peak_deficit", "Deepest deficit of cumulative cash"),
    ("peak_deficit_years", "Date of the deepest deficit, years from Q1 2026"),
    ("first_touch_years", "Cash first touches zero"),
    ("discounted_payback_years", "Discounted payback"),
    ("payback_after_interest_years", "Payback after interest"),
    ("interest_total", "Interest over the horizon"),
    ("debt_peak", "Largest debt"),
    ("unmet_in_build", "Unmet demand during the build-out"),
    ("unmet_total", "Unmet demand over the horizon"),
    ("required_revenue_multiple", "Multiple of revenue at which NPV is zero"),
    ("required_revenue_total", "Revenue over the horizon at that multiple"),
    ("breakeven_growth_npv", "Break-even growth, NPV"),
    ("breakeven_growth_cash", "Break-even growth, cash at the horizon"),
    ("opening_capital", "Capital already at work, I0"),
    ("opening_cash", "Cash at the start"),
    ("npv_without_terminal", "Net present value without end value"),
    ("ebitda_year", "EBITDA of the last year"),
    ("nopat_year", "NOPAT of the last year"),
    ("construction_end", "Under construction at the horizon"),
    ("assets_end", "Net assets at the horizon"),
    ("worth_multiple", "Multiple of EBITDA, M"),
    ("worth_profit", "Profit in perpetuity, N"),
    ("dust", "Rounding residue"),
    ("served_end", "Net assets in service at the horizon"),
    ("worth_assets", "Net assets, at most what they earn"),
    ("base_end", "Still to be deducted for tax"),
    ("carry_end", "Losses still carried"),
    ("book", "The same less the tax put off"),
    ("end_nbv", "End value: net assets"),
    ("end_perpetuity", "End value: profit in perpetuity"),
    ("end_multiple", "End value: multiple of EBITDA"),
    ("terminal_value", "End value, as chosen"),
    ("cumulative_cash_end", "Cash at the horizon"),
    ("total_revenue", "Revenue over the horizon"),
    ("total_capex", "Capex over the horizon"),
    ("total_depreciation", "Depreciation over the horizon"),
    ("total_writeoff", "Write-offs over the horizon"),
    ("total_tax", "Tax over the horizon"),
    ("run_rate_end", "Run rate at the horizon"),
    ("power_end", "Power in service at the horizon"),
    ("revenue_per_capex", "Revenue over capital put in"),
    ("quarters_supply_limited", "Quarters with less supply than demand"),
    ("sequoia_revenue_y1", "Revenue that the first year’s capex requires at a 50 % margin"),
    ("balance", "Check: capital in − charges − net assets"),
];

/// Label of a measure; empty for an unknown id.
pub fn measure(id: &str) -> &'static str {
    label_of(&MEASURES, id)
}

const DERIVED_NUMBERS: [(&str, &str); 10] = [
    ("quarters", "Quarters of the horizon, T"),
    ("chip_quarters", "Quarters of a chip’s life"),
    ("book_quarters", "Quarters of a chip’s depreciation"),
    ("shell_quarters", "Quarters of a shell’s life"),
    ("build_quarters", "Quarters of the build-out"),
    ("commit_quarters", "Quarters committed"),
    ("opening_cohorts", "Cohorts of today’s fleet, n0"),
    ("opening_cu", "CU of each of these cohorts"),
    ("demand_today", "Demand today, D0, $B a year"),
    ("plan_years", "Years of the capex plan"),
];

/// Label of a derived number; empty for an unknown id.
pub fn derived(id: &str) -> &'static str {
    label_of(&DERIVED_NUMBERS, id)
}

const UNIT_LINES: [(&str, &str); 12] = [
    ("chip_capex", "Chips, servers, network"),
    ("gw", "Power"),
    ("shell_capex", "Shell"),
    ("capex", "Capex"),
    ("revenue", "Revenue a year"),
    ("running_cost", "Power and site a year"),
    ("ebitda", "EBITDA a year"),
    ("ebitda_margin", "EBITDA margin"),
    ("ebit_margin", "EBIT margin"),
    ("payback_years", "Payback"),
    ("irr_pretax", "Internal rate of return, before tax"),
    ("shell_left", "Shell value left at the end"),
];

/// Label of a line of one unit’s economics; empty for an unknown id.
pub fn unit_line(id: &str) -> &'static str {
    label_of(&UNIT_LINES, id)
}

fn label_of(list: &[(&str, &'static str)], id: &str) -> &'static str {
    list.iter().find(|(name, _)| *name == id).map_or("", |(_, label)| label)
}

/// Titles and units of the charts.
pub const CHARTS: [(&str, &str); 4] = [
    ("Cumulative cash", "$ billion"),
    ("Demand, capacity and revenue", "$ billion a quarter"),
    ("Capex and depreciation", "$ billion a quarter"),
    ("EBIT margin and return on invested capital", "a year"),
];
/// Names of the series of the last chart.
pub const RETURNS: [&str; 2] = ["EBIT margin", "ROIC"];
