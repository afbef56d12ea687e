//! The working shows the outcome's own numbers, and the arithmetic it shows comes out.

use std::iter::Peekable;
use std::str::Chars;

use payback::model::{self, Outcome};
use payback::scenario::{CapexPath, Event, EventKind, Events, Input, Kind, Scenario, Value};
use payback::words::metrics::Metric;
use payback::words::working::{Equation, Period, Precision, WorkedEquation, quarter_of, why, working, working_with};
use proptest::prelude::*;

/// Equations whose numbers are sums over many orders, or a search: they are told in words.
const IN_WORDS: [Equation; 12] = [
    Equation::FreeShell,
    Equation::Wanted,
    Equation::EffectiveCompute,
    Equation::OpeningFleet,
    Equation::Depreciation,
    Equation::Writeoff,
    Equation::TaxDeduction,
    Equation::Irr,
    Equation::PeakDeficit,
    Equation::Payback,
    Equation::RequiredMultiple,
    Equation::BreakevenGrowth,
];

/// A scenario from a number 0..1 for every input.
fn scenario(picks: &[f64]) -> Scenario {
    let mut scenario = Scenario::DEFAULT;
    for (&input, &pick) in Input::ALL.iter().zip(picks) {
        let value = match input.spec().kind {
            Kind::Number(range) => Value::Number(range.snap(range.min + (range.max - range.min) * pick)),
            Kind::Choice(options) => Value::Choice(options[(pick * options.len() as f64) as usize]),
            Kind::Switch => Value::Switch(pick < 0.5),
        };
        scenario.set(input, value).unwrap();
    }
    let pick = |at: usize| picks.get(at).copied().unwrap_or_default();
    if pick(0) < 0.5 {
        scenario.capex_path = CapexPath::from_items(picks.iter().take(4).map(|pick| 3.0 * pick)).unwrap();
    }
    if pick(1) < 0.5 {
        let quarter = 1 + (30.0 * pick(2)) as u16;
        let event = |kind, size, quarters| Event { kind, quarter, size, quarters };
        let events = [
            event(EventKind::Demand, pick(3) - 0.5, Some(9)),
            event(EventKind::Price, pick(4) - 0.5, None),
            event(EventKind::Price, -pick(5), Some(5)),
            event(EventKind::Capacity, -pick(6), Some(3)),
        ];
        scenario.events = Events::from_items(events).unwrap();
    }
    scenario
}

/// What a sum comes to, and how large the numbers in it are.
#[derive(Clone, Copy)]
struct Sum {
    value: f64,
    size: f64,
}

struct Reader<'a>(Peekable<Chars<'a>>);

impl Reader<'_> {
    fn take(&mut self, wanted: char) -> bool {
        while self.0.peek() == Some(&' ') {
            self.0.next();
        }
        self.0.next_if_eq(&wanted).is_some()
    }

    fn sum(&mut self) -> Sum {
        let mut left = self.product();
        loop {
            let sign = if self.take('+') {
                1.0
            } else if self.take('−') {
                -1.0
            } else {
                return left;
            };
            let right = self.product();
            left = Sum { value: left.value + sign * right.value, size: left.size + right.size };
        }
    }

    fn product(&mut self) -> Sum {
        let mut left = self.power();
        loop {
            if self.take('×') {
                let right = self.power();
                left = Sum { value: left.value * right.value, size: left.size * right.size };
            } else if self.take('÷') {
                let right = self.power();
                let size = (left.size / right.value * right.size / right.value).abs();
                left = Sum { value: left.value / right.value, size };
            } else {
                return left;
            }
        }
    }

    fn power(&mut self) -> Sum {
        let base = self.atom();
        if !self.take('^') {
            return base;
        }
        let value = base.value.powf(self.atom().value);
        Sum { value, size: value.abs() }
    }

    fn atom(&mut self) -> Sum {
        if self.take('−') {
            let inner = self.atom();
            return Sum { value: -inner.value, ..inner };
        }
        if self.take('(') {
            let inner = self.sum();
            assert!(self.take(')'));
            return inner;
        }
        let text = self.text();
        match text.as_str() {
            "min" | "max" => self.extreme(text == "min"),
            _ => {
                let value: f64 = text.parse().unwrap_or_else(|_| panic!("{text:?}"));
                Sum { value, size: value.abs() }
            }
        }
    }

    fn text(&mut self) -> String {
        let mut text = String::new();
        while let Some(&next) = self.0.peek() {
            match next {
                '−' if text.ends_with('e') => text.push('-'),
                next if next.is_ascii_alphanumeric() || next == '.' => text.push(next),
                _ => break,
            }
            self.0.next();
        }
        text
    }

    fn extreme(&mut self, least: bool) -> Sum {
        assert!(self.take('('));
        let mut best = self.sum();
        while self.take(',') {
            let other = self.sum();
            let value = if least { best.value.min(other.value) } else { best.value.max(other.value) };
            best = Sum { value, size: best.size.max(other.size) };
        }
        assert!(self.take(')'));
        best
    }
}

fn comes_out(line: &WorkedEquation) -> bool {
    let (Some(value), false) = (line.value, in_words(line)) else { return true };
    let mut reader = Reader(line.substituted.chars().peekable());
    let sum = reader.sum();
    assert!(reader.0.next().is_none(), "{line:?}");
    (sum.value - value).abs() <= 1e-9 + 1e-9 * sum.size
}

fn in_words(line: &WorkedEquation) -> bool {
    let words = line.substituted.replace("min(", "").replace("max(", "");
    words.chars().any(|letter| letter.is_alphabetic() && letter != 'e')
}

/// The series of the outcome that holds the results of an equation.
fn series(equation: Equation, outcome: &Outcome) -> Option<&[f64]> {
    let (quarterly, detail) = (&outcome.quarterly, &outcome.detail);
    let name = match equation {
        Equation::Growth => "growth",
        Equation::DemandBase => "base",
        Equation::Demand => "demand",
        Equation::Premium => "premium",
        Equation::Price => "price",
        Equation::CustomShare => "custom_share",
        Equation::ChipCost => "cu_cost",
        Equation::CuPower => "cu_power",
        Equation::RealisedPrice => "cu_earning",
        Equation::Budget => "capex_planned",
        Equation::FreeShell => "free_shell",
        Equation::Affordable => "affordable",
        Equation::Powered => "powered",
        Equation::Wanted => "wanted",
        Equation::Orders => "orders",
        Equation::NewShell => "new_shell",
        Equation::Capex => "capex",
        Equation::EffectiveCompute => "effective",
        Equation::Capacity => "capacity",
        Equation::Revenue => "revenue",
        Equation::Unmet => "unmet",
        Equation::Utilisation => "utilisation",
        Equation::PowerCost => "power_cost",
        Equation::SiteCost => "site_cost",
        Equation::OtherCost => "other_cost",
        Equation::PartnerCost => "partner_cost",
        Equation::Debt => "debt",
        Equation::Interest => "interest",
        Equation::CashAfterInterest => "cash_after_interest",
        Equation::DemandFactor => "demand_factor",
        Equation::PriceFactor => "price_factor",
        Equation::CapacityFactor => "capacity_factor",
        Equation::Ebitda => "ebitda",
        Equation::Depreciation => "depreciation",
        Equation::Writeoff => "writeoff",
        Equation::TaxDeduction => "tax_deduction",
        Equation::Ebit => "ebit",
        Equation::Nopat => "nopat",
        Equation::Tax => "tax",
        Equation::FreeCashFlow => "fcf",
        Equation::CumulativeCash => "cumulative_cash",
        Equation::DiscountedCash => "discounted_cash",
        // Results that are not quarterly.
        Equation::DemandToday
        | Equation::OpeningFleet
        | Equation::OpeningCapital
        | Equation::TerminalValue
        | Equation::Npv
        | Equation::Payback
        | Equation::Irr
        | Equation::PeakDeficit
        | Equation::UnmetTotal
        | Equation::RequiredMultiple
        | Equation::BreakevenGrowth
        | Equation::Roic => return None,
    };
    let mut all = quarterly.series().chain(detail.series());
    Some(all.find(|(known, _)| *known == name).unwrap_or_else(|| panic!("no series {name}")).1)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn numbers_are_the_outcomes_and_the_arithmetic_comes_out(
        picks in prop::collection::vec(0.0..1.0_f64, Input::ALL.len()),
        when in 0.0..1.0_f64,
    ) {
        let scenario = scenario(&picks);
        let outcome = model::run(&scenario);
        let all = outcome.quarterly.revenue.len();
        let t = 1 + (when * all as f64) as usize;
        for line in working_with(Precision::Exact, &scenario, &outcome, Period::Quarter(t)) {
            prop_assert!(comes_out(&line), "quarter {t}: {line:?}\n{scenario:?}");
            prop_assert!(!in_words(&line) || IN_WORDS.contains(&line.equation), "{line:?}");
            if let Some(series) = series(line.equation, &outcome) {
                prop_assert_eq!(line.value, series.get(t - 1).copied(), "{:?}", line.equation);
            }
        }
        let year = t.div_ceil(4);
        for line in working_with(Precision::Exact, &scenario, &outcome, Period::Year(year)) {
            prop_assert!(comes_out(&line), "year {year}: {line:?}");
            let of_year = match line.equation {
                Equation::Revenue => &outcome.summary.revenue_by_year,
                Equation::Capex => &outcome.summary.capex_by_year,
                Equation::FreeCashFlow => &outcome.summary.fcf_by_year,
                Equation::Unmet => &outcome.summary.unmet_by_year,
                _ => continue,
            };
            let (shown, expected) = (line.value.unwrap(), of_year[year - 1]);
            prop_assert!((shown - expected).abs() <= 1e-9 * (1.0 + expected.abs()), "{:?}", line.equation);
        }
        let summary = &outcome.summary;
        for metric in Metric::ALL {
            let equation = Equation::of(metric);
            let chain = why(equation, &scenario, &outcome, Period::Quarter(quarter_of(equation, &outcome)));
            let expected = match metric {
                Metric::Payback => summary.payback_years,
                Metric::Npv => Some(summary.npv),
                Metric::Unmet => Some(summary.unmet_total),
                Metric::Irr => summary.irr,
                Metric::PeakDeficit => Some(summary.peak_deficit),
                Metric::BreakevenGrowth => summary.breakeven_growth_npv.value,
            };
            prop_assert_eq!(chain[0].1.value, expected);
        }
    }
}

#[test]
fn the_base_case_reads_as_a_person_would_write_it() {
    let outcome = model::run(&Scenario::DEFAULT);
    let lines = working(&Scenario::DEFAULT, &outcome, Period::Quarter(17));
    let said = |equation: Equation| {
        let line = lines.iter().find(|line| line.equation == equation).unwrap();
        format!("{} {} = {} = {}", equation.number(), line.formula, line.substituted, line.result)
    };
    for (equation, expected) in [
        (Equation::Revenue, "E18 min(D/4, C) = min(39.6, 38.6) = $38.6B"),
        (Equation::Ebitda, "E20 R − power − site − other − partners = 38.6 − 2.1 − 1.0 − 5.4 − 1.2 = $29.0B"),
        (Equation::Capacity, "E17 P · u · E / 4 = 15.0774 × 0.85 × 12.04 ÷ 4 = $38.6B"),
        (Equation::Budget, "E10 0: the build-out is over = 0 = $0.0B"),
    ] {
        assert_eq!(said(equation), expected);
    }
}

#[test]
fn why_walks_from_a_figure_to_the_inputs() {
    let equations: Vec<_> = Equation::Payback.chain().into_iter().map(|(equation, _)| equation).collect();
    let place = |equation| equations.iter().position(|&other| other == equation).unwrap();
    let path = [
        Equation::Payback,
        Equation::CumulativeCash,
        Equation::FreeCashFlow,
        Equation::Ebitda,
        Equation::Revenue,
        Equation::Demand,
        Equation::DemandBase,
        Equation::Growth,
    ];
    assert!(path.windows(2).all(|pair| place(pair[0]) < place(pair[1])), "{equations:?}");
    for &input in Input::ALL {
        assert!(Equation::ALL.iter().any(|equation| equation.inputs().contains(&input)), "no equation uses {input:?}");
    }
    let numbers: std::collections::HashSet<_> = Equation::ALL.iter().map(|equation| equation.number()).collect();
    assert!((1..=32).all(|number| numbers.contains(format!("E{number}").as_str())));
}
