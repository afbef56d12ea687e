//! Words of the spreadsheet: its sheets, its columns and its measures.

/// What stands under the title of the sheet of inputs.
pub const HOW: &str =
    "Change a yellow cell and every number in this file follows. Each has a name, its id, which the formulas use.";
/// The sheet of quarters explains itself.
pub const QUARTERS: &str = "One row a quarter. A cohort stands in the row of the quarter in which it arrives; what is in service, sold and paid stands in the row of its quarter. Equation numbers are the model’s.";
/// The sheet of rates explains itself.
pub const RATES: &str = "Net present value at 401 rates from −95 % to 1,000 % a year, in equal steps of ln(1 + r). A 1 marks a rate just above which, or at which, it is zero.";
/// The search for the required multiple explains itself.
pub const MULTIPLE: &str = "With losses carried forward, tax is charged on each new high of cumulative profit. Newton’s method finds the multiple of revenue at which NPV is zero: every three columns are one step.";
/// The sheet of one unit explains itself.
pub const UNIT: &str =
    "One CU of merchant and of custom chips, at today’s prices, before tax: what it costs, earns and returns.";
/// The sheet of facts explains itself.
pub const FACTS: &str = "What was reported, by whom, and which input it bears on.";
/// Heads the numbers that follow from the inputs.
pub const DERIVED: &str = "Counted from the inputs";
/// Says that the rows are too few.
pub const TOO_FAR: &str = "An input lies beyond the rows of this file, so its results are not the model’s. It covers: ";
/// Heads of the table of inputs.
pub const INPUT_HEADS: [&str; 9] =
    ["Input", "Value", "Unit", "Slider from", "to", "Allowed from", "to", "Source of the default", "Name"];
/// Heads of the table of measures.
pub const MEASURE_HEADS: [&str; 4] = ["Measure", "Value", "Unit", "Name in files"];
/// Heads of the table of years.
pub const YEAR_HEADS: [(&str, &str); 9] = [
    ("Year", ""),
    ("Revenue", "$B"),
    ("Capex", "$B"),
    ("Free cash flow", "$B"),
    ("Unmet demand", "$B"),
    ("Utilisation", "share"),
    ("EBIT margin", "share"),
    ("ROIC", "per year"),
    ("Cash at the end", "$B"),
];
/// Heads of the table of facts.
pub const FACT_HEADS: [&str; 7] = ["Statement", "Value", "Unit", "As of", "Basis", "Reports", "Input"];
/// Heads of the sheet of rates.
pub const RATE_HEADS: [&str; 8] =
    ["Step", "Rate a year", "NPV, $B", "Root", "Merchant CU", "Root", "Custom CU", "Root"];
/// Heads of one unit's flows.
pub const FLOW_HEADS: [&str; 7] = [
    "Quarter",
    "Merchant, $B",
    "Custom, $B",
    "So far, merchant",
    "So far, custom",
    "Back at, merchant",
    "Back at, custom",
];
/// Said where a number was searched for and not calculated by a formula.
pub const SEARCHED: &str = "found by the program’s own search; to search here, use Goal Seek on the NPV";

/// How far the rows reach.
pub fn cover(horizon: usize, lead: usize, fleet: usize, life: usize) -> String {
    format!(
        "a horizon of {horizon} years, a lead time of {lead} quarters, a fleet age of {fleet} years, chips of {life} years."
    )
}

const COLUMNS: [(&str, &str); 71] = [
    ("t", "Quarter"),
    ("date", "Date"),
    ("growth", "Growth, g"),
    ("base", "Demand base, B"),
    ("premium", "Premium, φ"),
    ("demand_year", "Demand a year, D"),
    ("price", "Price, P"),
    ("ordered", "Ordered in quarter"),
    ("share", "Custom share, s"),
    ("cu_cost", "Cost of a CU, kc"),
    ("cu_power", "Power of a CU, w"),
    ("cu_earning", "Price realised, y"),
    ("chips_before", "Chips standing"),
    ("shells_before", "Shells standing"),
    ("free_shell", "Free shell"),
    ("standing", "E* standing"),
    ("budget", "Budget, b"),
    ("affordable", "Budget buys"),
    ("powered", "Power allows"),
    ("wanted", "Demand asks"),
    ("retiring", "Retiring"),
    ("orders", "Arriving, n"),
    ("new_shell", "New shell"),
    ("cohort_gw", "Its power"),
    ("cohort_earning", "n · y"),
    ("chips", "Its chips’ cost"),
    ("shells", "Its shells’ cost"),
    ("effective", "Effective, E"),
    ("chip_gw", "Chips in service"),
    ("shell_gw", "Shells in service"),
    ("cu", "CU in service"),
    ("gw", "Power in service"),
    ("sellable", "At full use"),
    ("demand", "Demand"),
    ("capacity", "Capacity, C"),
    ("revenue", "Revenue, R"),
    ("unmet", "Unmet demand"),
    ("run_rate", "Run rate"),
    ("utilisation", "Utilisation"),
    ("power_cost", "Electricity"),
    ("site_cost", "Site"),
    ("other_cost", "Other cost"),
    ("ebitda", "EBITDA"),
    ("depreciation", "Depreciation"),
    ("writeoff", "Write-off"),
    ("ebit", "EBIT"),
    ("nopat", "NOPAT"),
    ("capex_chips", "Capex, chips"),
    ("capex_shell", "Capex, shells"),
    ("capex", "Capex"),
    ("capex_planned", "Planned"),
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
    ("crossing", "Cash back at"),
    ("discounted_crossing", "Discounted cash back at"),
    ("flow", "Flow with end value"),
    ("sign", "Its sign"),
    ("change", "Sign changes"),
    ("limited", "Supply-limited"),
    ("profit_in", "Revenue kept"),
    ("cash_out", "Cost and capex"),
    ("profit_out", "Cost and deduction"),
];

/// The head of a column of the sheet of quarters.
pub fn column(id: &str) -> &'static str {
    named(&COLUMNS, id)
}

const MEASURES: [(&str, &str); 43] = [
    ("npv", "Net present value"),
    ("payback_years", "Payback"),
    ("irr", "Internal rate of return"),
    ("irr_status", "Why there is one, or none"),
    ("roots", "Rates at which NPV is zero"),
    ("sign_changes", "Sign changes of the flows"),
    ("mirr", "Modified internal rate of return"),
    ("peak_deficit", "Deepest deficit of cumulative cash"),
    ("peak_deficit_years", "Its date, in years from Q1 2026"),
    ("first_touch_years", "Cash first touches zero"),
    ("discounted_payback_years", "Discounted payback"),
    ("unmet_in_build", "Unmet demand during the build-out"),
    ("unmet_total", "Unmet demand over the horizon"),
    ("required_revenue_multiple", "Multiple of revenue at which NPV is zero"),
    ("required_revenue_total", "That multiple of total revenue"),
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
    ("worth_profit", "Profit for ever, N"),
    ("book", "Assets, no more than they earn"),
    ("end_nbv", "End value: net assets"),
    ("end_perpetuity", "End value: profit for ever"),
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
    ("sequoia_revenue_y1", "Revenue that the first year’s capex asks for at a 50 % margin"),
    ("balance", "Check: capital in − charges − net assets"),
];

/// The label of a measure.
pub fn measure(id: &str) -> &'static str {
    named(&MEASURES, id)
}

const COUNTED: [(&str, &str); 9] = [
    ("quarters", "Quarters of the horizon, T"),
    ("chip_quarters", "Quarters chips serve"),
    ("book_quarters", "Quarters chips depreciate"),
    ("shell_quarters", "Quarters shells serve"),
    ("build_quarters", "Quarters of the build-out"),
    ("commit_quarters", "Quarters committed"),
    ("opening_cohorts", "Cohorts of today’s fleet, n0"),
    ("opening_cu", "CU of each"),
    ("demand_today", "Demand today, D0, $B a year"),
];

/// The label of a number counted from the inputs.
pub fn derived(id: &str) -> &'static str {
    named(&COUNTED, id)
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
    ("shell_left", "Shell left at the end"),
];

/// The label of a line of one unit’s economics.
pub fn unit_line(id: &str) -> &'static str {
    named(&UNIT_LINES, id)
}

fn named(list: &[(&str, &'static str)], id: &str) -> &'static str {
    list.iter().find(|(name, _)| *name == id).map_or("", |(_, words)| words)
}

/// Titles and units of the charts.
pub const CHARTS: [(&str, &str); 4] = [
    ("Cumulative cash", "$ billion"),
    ("Demand, capacity and revenue", "$ billion a quarter"),
    ("Capex and depreciation", "$ billion a quarter"),
    ("EBIT margin and return on invested capital", "a year"),
];
/// The series of the sheet of years that are drawn.
pub const RETURNS: [&str; 2] = ["EBIT margin", "ROIC"];
