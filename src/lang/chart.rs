//! Every word of the charts: findings, labels, units of their tables.

use std::borrow::Cow;

use super::inputs::short;
use super::moments::{date, quarter as quarter_date};
use super::numbers::{money, money_to, number, percent, signed_money, signed_money_to, signed_number, trimmed, years};
use super::units::amount;
use crate::analysis::{Measure as Target, Report, Span as MovedBy};
use crate::model::{Detail, Outcome, Summary, UnitEconomics};
use crate::scenario::{Input, Scenario, Source};

/// What a column counts in, and so how its numbers are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// $ billion.
    Money,
    /// $ billion that may be lost, with its sign.
    SignedMoney,
    /// $ billion a year.
    MoneyPerYear,
    /// A share.
    Share,
    /// Compute units.
    Compute,
    /// Years.
    Years,
    /// An input's own unit: written by the builder, not here.
    Plain,
}

impl Measure {
    /// A number in this unit as words.
    pub fn write(self, value: f64) -> String {
        let decimals = match value.abs() {
            small if small > 0.0 && small < 0.1 => 3,
            usual if usual < 9_999.5 => 1,
            _ => 0,
        };
        match self {
            Self::Money | Self::MoneyPerYear => money_to(value, decimals),
            Self::SignedMoney => signed_money_to(value, decimals),
            Self::Share => percent(value, 1),
            Self::Compute => number(value, decimals),
            Self::Years => years(value),
            Self::Plain => number(value, 2),
        }
    }
}

/// Where there is no value.
pub fn no_value() -> &'static str {
    "–"
}

/// From, to.
pub fn range(low: &str, high: &str) -> String {
    format!("{low} to {high}")
}

/// `Q1 2031`.
pub fn quarter(index: u32) -> String {
    quarter_date(index)
}

/// `Q1 2031 · 5 years in`.
pub fn quarter_in(index: u32) -> String {
    let date = quarter_date(index);
    match (index / 4, index % 4) {
        (0, _) => date,
        (1, 0) => format!("{date} · 1 year in"),
        (years, 0) => format!("{date} · {years} years in"),
        _ => date,
    }
}

/// `Year 3, to Q1 2029`.
pub fn year(index: u32) -> String {
    format!("Year {index}, to {}", quarter_date(4 * index))
}

/// A tick of the time axis.
pub fn tick_year(year: u32) -> Cow<'static, str> {
    if year == 0 { "Q1 2026".into() } else { (2026 + year).to_string().into() }
}

/// Two readings of a grid together.
pub fn both(across: &str, upwards: &str) -> String {
    format!("{across}, {upwards}")
}

/// The head of a table by quarter.
pub fn quarter_head() -> &'static str {
    "Quarter"
}

/// The letter of a source badge.
pub fn source_letter(source: Source) -> &'static str {
    match source {
        Source::Reported => "R",
        Source::Published => "P",
        Source::Assumed => "A",
    }
}

/// This scenario, beside others.
pub fn this_scenario() -> &'static str {
    "this scenario"
}

/// The baseline.
pub fn as_opened() -> &'static str {
    "as opened"
}

/// A name as long as a label has room for.
pub fn shorten(name: &str) -> String {
    let mut letters = name.chars();
    let head: String = letters.by_ref().take(18).collect();
    if letters.next().is_some() { format!("{}…", head.trim_end()) } else { head }
}

/// The finding of `cash`.
pub fn cash_title(summary: &Summary) -> String {
    let deepest = signed_money(summary.peak_deficit);
    let early = summary.peak_deficit_years <= 0.0;
    match (summary.payback_years, summary.first_touch_years) {
        (Some(at), _) if at <= 0.0 => "Cash never falls below zero: there is nothing to recover".to_owned(),
        (Some(at), Some(touch)) if touch < at - 0.25 => {
            format!("Cash falls to {deepest}; touched in {}, zero is passed for good in {}", date(touch), date(at))
        }
        (Some(at), _) if early => format!("Cash starts at {deepest} and climbs above zero in {}", date(at)),
        (Some(at), _) => format!("Cash falls to {deepest}, then climbs back above zero in {}", date(at)),
        (None, Some(touch)) => format!("Cash is back above zero in {}, then lost again", date(touch)),
        (None, None) if early => format!("Cash starts at {deepest} and never climbs back"),
        (None, None) => format!("Cash falls to {deepest} and never climbs back"),
    }
}

/// Quantity and unit of `cash`.
pub fn cash_subtitle() -> &'static str {
    "Cumulative cash, $ billion, after tax, from Q1 2026"
}

/// `cash` in a sentence.
pub fn cash_takeaway(summary: &Summary, horizon: f64) -> String {
    let end = format!("it stands at {} in {}", signed_money(summary.cumulative_cash_end), date(horizon));
    format!("Line chart of cumulative cash. {}; {end}.", cash_title(summary))
}

/// `Pays back in 7.8 years`.
pub fn pays_back(at: f64) -> String {
    format!("Pays back in {}", years(at))
}

/// `Still $231B short`.
pub fn still_short(by: f64) -> String {
    format!("Still {} short", money(by))
}

/// `$231B short`.
pub fn short_by(by: f64) -> String {
    format!("{} short", money(by))
}

/// `at the 10-year horizon`.
pub fn at_horizon(horizon: f64) -> String {
    format!("at the {}-year horizon", number(horizon, 0))
}

/// `−$313B at worst`.
pub fn at_worst(deficit: f64) -> String {
    format!("{} at worst", signed_money(deficit))
}

/// `, Q1 2029`.
pub fn comma_date(at: f64) -> String {
    format!(", {}", date(at))
}

/// ` in Q1 2036`.
pub fn in_date(at: f64) -> String {
    format!("\u{2009}in {}", date(at))
}

/// `−$99B spent before`.
pub fn spent_before(opening: f64) -> String {
    format!("{} spent before", signed_money(opening))
}

/// The bar over the years in which orders do not follow demand.
pub fn committed() -> &'static str {
    "committed"
}

/// The bar over the years of the plan.
pub fn build_out() -> &'static str {
    "build-out"
}

/// The band between the tenth and the ninetieth percentile.
pub fn of_cases() -> &'static str {
    "80\u{202f}% of cases"
}

/// Demand, capacity, revenue.
pub fn demand() -> &'static str {
    "demand"
}

/// What can be served.
pub fn capacity() -> &'static str {
    "capacity"
}

/// What is sold.
pub fn revenue() -> &'static str {
    "revenue"
}

/// The baseline's revenue.
pub fn revenue_as_opened() -> &'static str {
    "revenue as opened"
}

/// Utilisation.
pub fn use_of_fleet() -> &'static str {
    "use of fleet"
}

/// The finding of `revenue`.
pub fn revenue_title(outcome: &Outcome) -> String {
    let (quarterly, summary) = (&outcome.quarterly, &outcome.summary);
    let last = |values: &[f64]| values.last().copied().unwrap_or_default();
    let (demand, revenue) = (last(&quarterly.demand), last(&quarterly.revenue));
    let quarters = quarterly.revenue.len() as f64;
    let limited = f64::from(summary.quarters_supply_limited) / quarters.max(1.0);
    if summary.total_revenue <= 0.0 {
        "There is no revenue".to_owned()
    } else if demand < quarterly.demand.first().copied().unwrap_or_default() {
        "Demand shrinks, and revenue with it".to_owned()
    } else if revenue < 0.5 * quarterly.revenue.iter().copied().fold(0.0, f64::max) {
        "Revenue fades with the fleet, while demand runs on".to_owned()
    } else if revenue < 0.9 * demand && summary.unmet_in_build < 0.2 * summary.unmet_total {
        "Revenue flattens when building stops, while demand runs on".to_owned()
    } else if revenue < 0.9 * demand {
        "Demand outruns what the plan can build".to_owned()
    } else if limited < 0.25 {
        "Revenue never fills the capacity that was bought".to_owned()
    } else {
        "Revenue keeps up with demand".to_owned()
    }
}

/// Quantity and unit of `revenue`.
pub fn revenue_subtitle() -> &'static str {
    "$ billion a year"
}

/// `revenue` in a sentence.
pub fn revenue_takeaway(outcome: &Outcome) -> String {
    let last = |values: &[f64]| money(4.0 * values.last().copied().unwrap_or_default());
    let quarterly = &outcome.quarterly;
    format!(
        "Line chart of demand, capacity and revenue. {}: at the horizon demand is {} a year, capacity {} and revenue {}.",
        revenue_title(outcome),
        last(&quarterly.demand),
        last(&quarterly.capacity),
        last(&quarterly.revenue)
    )
}

/// The name of unmet demand in two lines.
pub fn unmet(total: f64, in_build: f64) -> (String, &'static str) {
    let beyond = total - in_build;
    if beyond >= in_build {
        (format!("{} of demand", money(beyond)), "unmet beyond the plan")
    } else {
        (format!("{} of demand", money(total)), "unmet, most of it early")
    }
}

/// The head of a table by year.
pub fn year_head() -> &'static str {
    "Year"
}

/// The head of a table of measures.
pub fn measure_head() -> &'static str {
    "Measure"
}

/// Where the model has no answer.
pub fn no_answer() -> &'static str {
    "never"
}

/// The finding of `spend`.
pub fn spend_title(outcome: &Outcome, scenario: &Scenario) -> String {
    let quarterly = &outcome.quarterly;
    let window = quarterly.capex_planned.iter().rposition(|planned| *planned > 0.0).map_or(0, |last| last + 1);
    let after: f64 = quarterly.capex.iter().skip(window).sum();
    let text = if outcome.summary.total_capex <= 0.0 {
        "Nothing is spent"
    } else if window == 0 {
        "Only what retires is replaced"
    } else if window >= quarterly.capex.len() {
        "Spending runs to the horizon"
    } else if after > 1e-6 * outcome.summary.total_capex && scenario.replacement > 0.0 {
        "Spending stops with the plan; replacements follow"
    } else {
        "Spending stops with the plan"
    };
    text.to_owned()
}

/// Quantity and unit of `spend`.
pub fn spend_subtitle() -> &'static str {
    "AI capex and depreciation, $ billion a quarter"
}

/// `spend` in a sentence.
pub fn spend_takeaway(outcome: &Outcome, scenario: &Scenario) -> String {
    let summary = &outcome.summary;
    format!(
        "Columns of capex by quarter with depreciation. {}: {} is ordered over the horizon, {} is depreciated or written off.",
        spend_title(outcome, scenario),
        money(summary.total_capex),
        money(summary.total_depreciation + summary.total_writeoff)
    )
}

/// The budget.
pub fn the_plan() -> &'static str {
    "the plan"
}

/// Land, buildings, power.
pub fn shell() -> &'static str {
    "shell"
}

/// Chips, servers, network.
pub fn chips() -> &'static str {
    "chips"
}

/// `chips $18.3B`.
pub fn chips_at(value: f64) -> String {
    format!("chips {}", Measure::Money.write(value))
}

/// What wears out.
pub fn depreciation() -> &'static str {
    "depreciation"
}

fn custom_shares(detail: &Detail) -> impl DoubleEndedIterator<Item = f64> + ExactSizeIterator {
    let parts = detail.custom_cu.iter().zip(&detail.merchant_cu);
    parts.map(|(custom, merchant)| if custom + merchant > 0.0 { custom / (custom + merchant) } else { 0.0 })
}

/// The finding of `mix`.
pub fn mix_title(detail: &Detail) -> String {
    let served = detail.custom_cu.iter().chain(&detail.merchant_cu).any(|cu| *cu > 0.0);
    let (first, last) = (custom_shares(detail).next(), custom_shares(detail).next_back());
    let (Some(first), Some(last), true) = (first, last, served) else { return "No compute is in service".to_owned() };
    let quarters = custom_shares(detail).len();
    let settled = custom_shares(detail).rposition(|share| (share - last).abs() > 0.01).map_or(0, |index| index + 1);
    let when = 2026 + (settled + 1).min(quarters) / 4;
    let share = percent(last, 0);
    if (last - first).abs() < 0.015 {
        format!("Custom chips stay at {share} of the fleet")
    } else if last > first {
        format!("Custom chips reach {share} of the fleet by {when}")
    } else {
        format!("Custom chips fall to {share} of the fleet by {when}")
    }
}

/// Quantity and unit of `mix`.
pub fn mix_subtitle() -> &'static str {
    "Compute in service, CU (1 CU = 1\u{a0}GW of NVIDIA), and its cost"
}

/// `mix` in a sentence.
pub fn mix_takeaway(detail: &Detail, cost: f64) -> String {
    format!(
        "Stacked areas of compute in service by chip. {}; a CU ordered at the horizon costs {}.",
        mix_title(detail),
        money_to(cost, 1)
    )
}

/// `14.0 CU`.
pub fn compute(value: f64) -> String {
    format!("{} CU", Measure::Compute.write(value))
}

/// Merchant chips.
pub fn merchant() -> &'static str {
    "NVIDIA"
}

/// Custom chips.
pub fn custom() -> &'static str {
    "custom"
}

/// `NVIDIA 40 %`.
pub fn merchant_part(share: f64) -> String {
    format!("{} {}", merchant(), percent(share, 0))
}

/// `custom 60 %`.
pub fn custom_part(share: f64) -> String {
    format!("{} {}", custom(), percent(share, 0))
}

/// `$33.6B a CU`.
pub fn cost_now(value: f64) -> String {
    format!("{} a CU", money_to(value, 1))
}

/// `cost of a CU ordered, $35.4B at first`.
pub fn cost_first(value: f64) -> String {
    format!("{}, {} at first", cost_of_cu(), money_to(value, 1))
}

/// The cost of the next unit.
pub fn cost_of_cu() -> &'static str {
    "cost of a CU ordered"
}

/// The finding of `margin`.
pub fn margin_title(returns: &[Option<f64>], rate: f64) -> String {
    let reached = |value: &Option<f64>| value.is_some_and(|value| value >= rate);
    let below = returns.iter().rposition(|value| !reached(value));
    match (returns.iter().position(reached), below) {
        (None, _) => "Returns never reach the cost of capital".to_owned(),
        (Some(_), None) => "Returns exceed the cost of capital every year".to_owned(),
        (Some(_), Some(last)) if last + 1 < returns.len() => {
            format!("Returns overtake the cost of capital in {}", 2027 + last)
        }
        (Some(_), Some(_)) => {
            let last = returns.iter().rposition(reached).unwrap_or_default();
            format!("Returns fall below the cost of capital in {}", 2027 + last)
        }
    }
}

/// Quantity and unit of `margin`.
pub fn margin_subtitle() -> &'static str {
    "Yearly EBIT margin and return on invested capital"
}

/// `margin` in a sentence.
pub fn margin_takeaway(summary: &Summary, rate: f64) -> String {
    let last = |values: &[Option<f64>]| {
        values.last().copied().flatten().map_or_else(|| no_value().to_owned(), |value| percent(value, 0))
    };
    format!(
        "Line chart by year. {} ({}); in the last year the EBIT margin is {}, the return on invested capital {}.",
        margin_title(&summary.roic_by_year, rate),
        percent(rate, 1),
        last(&summary.ebit_margin_by_year),
        last(&summary.roic_by_year)
    )
}

/// EBIT over revenue.
pub fn ebit_margin() -> &'static str {
    "EBIT margin"
}

/// Return on invested capital.
pub fn roic() -> &'static str {
    "ROIC"
}

/// `discount rate 9 %`.
pub fn discount_rate(rate: f64) -> String {
    format!("discount rate {}\u{202f}%", trimmed(100.0 * rate, 0, 2))
}

/// The finding of `unit`, and its sentence.
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
        let back =
            unit.payback_years.map_or_else(|| "never pays back".to_owned(), |at| format!("is back in {}", years(at)));
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

/// What one unit costs.
pub fn costs_to_build() -> &'static str {
    "Costs to build"
}

/// What it sells.
pub fn sells_a_year() -> &'static str {
    "Sells a year"
}

/// What it earns.
pub fn earns_a_year() -> &'static str {
    "Earns, EBITDA"
}

/// When it is back.
pub fn pays_back_in() -> &'static str {
    "Pays back in"
}

/// What it returns.
pub fn returns_before_tax() -> &'static str {
    "Returns, pre-tax"
}

/// The head of a table by input.
pub fn input_head() -> &'static str {
    "Input"
}

/// The head of a column of inputs' values.
pub fn value_head() -> &'static str {
    "Value"
}

/// The head of a column of differences.
pub fn difference_head() -> &'static str {
    "Difference"
}

/// The head of a column of worths.
pub fn worth_head() -> &'static str {
    "Worth today, NPV"
}

/// The head of a column of shares.
pub fn share_head() -> &'static str {
    "share of cases"
}

/// The head of a table of simulated outcomes.
pub fn outcome_head() -> &'static str {
    "Outcome"
}

/// What was measured, as a number; where there is none, in a word.
pub fn measured(measure: Target, value: Option<f64>) -> String {
    match (measure, value) {
        (Target::Npv, Some(value)) => signed_money(value),
        (Target::Payback, Some(value)) => years(value),
        (Target::Irr, Some(value)) => percent(value, 1),
        (Target::Payback, None) => "never".to_owned(),
        (_, None) => "none".to_owned(),
    }
}

/// A tick of what was measured.
pub fn measured_tick(measure: Target, value: f64, step: f64) -> String {
    let decimals = |step: f64| if step >= 1.0 { 0 } else { (-step.log10()).ceil().clamp(0.0, 6.0) as usize };
    match measure {
        Target::Npv => signed_tick(value, decimals(step)),
        Target::Payback => format!("{} years", number(value, decimals(step))),
        Target::Irr => percent(value, decimals(100.0 * step)),
    }
}

/// `+$50B`, `0`.
pub fn signed_tick(value: f64, decimals: usize) -> String {
    if value == 0.0 { "0".to_owned() } else { signed_money_to(value, decimals) }
}

/// The finding of `tornado`.
pub fn tornado_title(first: Option<Input>, second: Option<Input>) -> String {
    match (first, second) {
        (Some(first), Some(second)) => format!("{} and {} move the answer most", short(first), lower(short(second))),
        (Some(first), None) => format!("{} alone moves the answer", short(first)),
        _ => "No input moves the answer".to_owned(),
    }
}

/// A label inside a sentence.
fn lower(label: &str) -> String {
    let mut letters = label.chars();
    let rest: String = letters.clone().skip(1).collect();
    match letters.next() {
        Some(first) if !rest.starts_with(char::is_uppercase) => first.to_lowercase().chain(rest.chars()).collect(),
        _ => label.to_owned(),
    }
}

/// Quantity and unit of `tornado`.
pub fn tornado_subtitle(measure: Target, span: MovedBy) -> String {
    let what = match measure {
        Target::Npv => "NPV, $ billion",
        Target::Payback => "Payback, years",
        Target::Irr => "IRR, a year",
    };
    match span {
        MovedBy::Fifth => format!("{what}, with one input 20\u{202f}% lower or higher"),
        MovedBy::Plausible => format!("{what}, with one input at either end of its plausible range"),
    }
}

/// `tornado` in a sentence.
pub fn tornado_takeaway(first: Option<Input>, second: Option<Input>, measure: Target) -> String {
    let what = match measure {
        Target::Npv => "net present value",
        Target::Payback => "payback",
        Target::Irr => "internal rate of return",
    };
    format!("Bars of how far each input moves the {what}, the largest first. {}.", tornado_title(first, second))
}

/// The two ends of each bar.
pub fn span_ends(span: MovedBy) -> (&'static str, &'static str) {
    match span {
        MovedBy::Fifth => ("input 20\u{202f}% lower", "input 20\u{202f}% higher"),
        MovedBy::Plausible => ("low end of range", "high end of range"),
    }
}

/// `now +$89B`.
pub fn now(measure: Target, value: Option<f64>) -> String {
    format!("now {}", measured(measure, value))
}

/// The name of an input, starred where it is a headline slider.
pub fn starred(input: Input, headline: bool) -> Cow<'static, str> {
    if headline { format!("★ {}", short(input)).into() } else { short(input).into() }
}

/// The finding of `bridge`.
pub fn bridge_title(difference: f64, from: &str, to: &str) -> String {
    if difference.abs() < 0.0005 {
        format!("{from} and {to} are worth the same")
    } else {
        format!("Where the {} between {from} and {to} comes from", money(difference.abs()))
    }
}

/// Quantity and unit of `bridge`.
pub fn bridge_subtitle() -> &'static str {
    "NPV, $ billion; each step is the mean of changing the inputs in both orders, and they add up"
}

/// `bridge` in a sentence.
pub fn bridge_takeaway(start: f64, end: f64, from: &str, to: &str, first: Option<&str>) -> String {
    let largest = first.map_or_else(String::new, |name| format!(" The first step is {}.", lower(name)));
    format!("Steps from {from}, worth {}, to {to}, worth {}.{largest}", signed_money(start), signed_money(end))
}

/// What is left after the largest steps.
pub fn everything_else() -> &'static str {
    "everything else"
}

/// `−15.8`.
pub fn step(difference: f64) -> String {
    signed_number(difference, if difference.abs() < 0.1 { 3 } else { 1 })
}

/// The finding of `map`.
pub fn map_title(x: Input, y: Input, npv: f64) -> String {
    let side = if npv >= 0.0 { "worth more than it costs" } else { "worth less than it costs" };
    format!("{} against {}: this scenario is {side}", short(x), lower(short(y)))
}

/// Quantity and unit of `map`.
pub fn map_subtitle(payback: bool) -> &'static str {
    if payback { "Payback, years" } else { "NPV, $ billion" }
}

/// `map` in a sentence.
pub fn map_takeaway(x: Input, y: Input, ridge: &[(f64, f64)]) -> String {
    let best = ridge.get(ridge.len() / 2).map_or_else(String::new, |(across, upwards)| {
        format!(" At {} it is worth most with {}.", amount(x, tidy_to(x, *across)), amount(y, tidy_to(y, *upwards)))
    });
    format!("Map of net present value over {} and {}.{best}", lower(short(x)), lower(short(y)))
}

fn tidy_to(input: Input, value: f64) -> f64 {
    input.range().map_or(value, |range| range.snap(value))
}

/// What a cell of the map is.
pub fn map_cell(payback: bool) -> &'static str {
    if payback { "payback" } else { "worth today, NPV" }
}

/// The words at the point.
pub fn you_are_here(payback: bool, npv: f64, at: Option<f64>) -> String {
    match (payback, at) {
        (false, _) => format!("You are here: {}", signed_money(npv)),
        (true, Some(at)) => format!("You are here: {}", years(at)),
        (true, None) => "You are here: never".to_owned(),
    }
}

/// What can be done with the point.
pub fn drag_both() -> &'static str {
    "drag to move both"
}

/// The name of the axis upwards.
pub fn upwards(input: Input) -> String {
    format!("{} ↑", lower(short(input)))
}

/// The name of the axis across.
pub fn across(input: Input) -> String {
    format!("{} →", lower(short(input)))
}

/// The break-even line.
pub fn npv_zero() -> &'static str {
    "NPV zero"
}

/// The ridge.
pub fn best_of_each(x: Input, y: Input) -> String {
    format!("best {} for each {}", lower(short(y)), lower(short(x)))
}

/// What either side of the line means.
pub fn side(loses: bool) -> [&'static str; 2] {
    if loses { ["costs more than", "it is worth"] } else { ["worth more than", "it costs"] }
}

/// A tick of an input's axis; money carries its unit at the last one only.
pub fn input_tick(input: Input, value: f64, last: bool) -> String {
    let text = amount(input, value);
    match text.strip_suffix('B') {
        Some(_) if value == 0.0 => "0".to_owned(),
        Some(plain) if !last => plain.to_owned(),
        _ => text,
    }
}

/// How many of all cases, in words.
fn part_of(share: f64) -> String {
    let near = |value: f64| (share - value).abs() < 0.02;
    match share {
        none if none < 0.005 => "Hardly any case".to_owned(),
        all if all > 0.995 => "Nearly every case".to_owned(),
        _ if near(0.1) => "One case in ten".to_owned(),
        _ if near(0.2) => "One case in five".to_owned(),
        _ if near(0.25) => "One case in four".to_owned(),
        _ if near(1.0 / 3.0) => "One case in three".to_owned(),
        _ if near(0.5) => "Every other case".to_owned(),
        _ if near(2.0 / 3.0) => "Two cases in three".to_owned(),
        _ if near(0.75) => "Three cases in four".to_owned(),
        _ => format!("{} of cases", percent(share, 0)),
    }
}

fn is_not_back(share: f64, horizon: f64) -> String {
    let part = part_of(share);
    let verb =
        if part.ends_with("cases") || part.starts_with("Two") || part.starts_with("Three") { "are" } else { "is" };
    if share <= 0.0 {
        format!("Every case is back within {} years", number(horizon, 0))
    } else if share >= 1.0 {
        format!("No case is back within {} years", number(horizon, 0))
    } else {
        format!("{part} {verb} not back within {} years", number(horizon, 0))
    }
}

/// The finding of `odds`.
pub fn odds_title(never: f64, horizon: f64, median: f64) -> String {
    format!("{}; half of all cases are worth less than {}", is_not_back(never, horizon), signed_money(median))
}

/// Quantity and unit of `odds`.
pub fn odds_subtitle(draws: usize) -> String {
    format!("Share of {} simulated cases", number(draws as f64, 0))
}

/// `odds` in a sentence.
pub fn odds_takeaway(report: &Report, horizon: f64) -> String {
    format!(
        "Two histograms of {} simulated cases under these assumptions. {} pay back within {} years, {} are worth more than \
         they cost; half of them are worth less than {}.",
        number(report.draws as f64, 0),
        super::numbers::share(report.pays_back),
        number(horizon, 0),
        super::numbers::share(report.worth_it),
        signed_money(report.npv.p50)
    )
}

/// The finding and the subtitle of the paybacks.
pub fn payback_heading(never: f64, horizon: f64) -> (String, String) {
    (is_not_back(never, horizon), "Share of cases by payback".to_owned())
}

/// The finding and the subtitle of the worths.
pub fn worth_heading(median: f64, spread: f64, width: f64) -> (String, String) {
    let title = format!("Half of all cases are worth less than {}", signed_money(median));
    let subtitle = "Share of cases by net present value";
    if spread <= width {
        (title, subtitle.to_owned())
    } else {
        (title, format!("{subtitle}, {} columns", money(width)))
    }
}

/// The column of those that are not back.
pub fn not_within(horizon: f64) -> [String; 2] {
    ["not within".to_owned(), format!("{} years", number(horizon, 0))]
}

/// The axis of paybacks.
pub fn years_to_pay_back() -> &'static str {
    "years to pay back"
}

/// The axis of worths.
pub fn net_present_value() -> &'static str {
    "net present value"
}

/// `this scenario 7.8`.
pub fn this_payback(at: f64) -> String {
    format!("{} {}", this_scenario(), number(at, 1))
}

/// `this scenario +$89B`.
pub fn this_worth(npv: f64) -> String {
    format!("{} {}", this_scenario(), signed_money(npv))
}

/// `median +$54B`.
pub fn median(npv: f64) -> String {
    format!("median {}", signed_money(npv))
}

/// `68 % pay back in time`.
pub fn in_time(share: f64) -> String {
    format!("{} pay back in time", super::numbers::share(share))
}

/// `32 % lose`.
pub fn lose(share: f64) -> String {
    format!("{} lose", super::numbers::share(share))
}

/// `69 % are worth it`.
pub fn are_worth_it(share: f64) -> String {
    format!("{} are worth it", super::numbers::share(share))
}

/// A column of paybacks.
pub fn years_between(from: f64, to: f64) -> String {
    format!("back in {} to {} years", trimmed(from, 0, 1), trimmed(to, 0, 1))
}

/// A column of worths.
pub fn worth_between(from: f64, to: f64) -> String {
    format!("worth {} to {}", signed_money(from), signed_money(to))
}
