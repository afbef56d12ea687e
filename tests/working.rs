//! The working shows the outcome's numbers, and its equations evaluate to them.

use std::iter::Peekable;
use std::str::Chars;

use payback::model::{self, Outcome};
use payback::scenario::{Input, Kind, Scenario, Value};
use payback::words::metrics::Metric;
use payback::words::working::{Line, Pen, Step, When, quarter_of, why, working, working_with};
use proptest::prelude::*;

/// Steps that are sums over many orders or searches, and are therefore explained in words.
const IN_WORDS: [Step; 12] = [
    Step::Free,
    Step::Wanted,
    Step::Effective,
    Step::OpeningFleet,
    Step::Depreciation,
    Step::Writeoff,
    Step::Deduction,
    Step::Irr,
    Step::Peak,
    Step::Payback,
    Step::Multiple,
    Step::Breakeven,
];

/// A scenario from a number in 0..1 for each input.
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
    scenario
}

/// The value of a sum, and the size of its terms.
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

fn comes_out(line: &Line) -> bool {
    let (Some(value), false) = (line.value, in_words(line)) else { return true };
    let mut reader = Reader(line.substituted.chars().peekable());
    let sum = reader.sum();
    assert!(reader.0.next().is_none(), "{line:?}");
    (sum.value - value).abs() <= 1e-9 + 1e-9 * sum.size
}

fn in_words(line: &Line) -> bool {
    let words = line.substituted.replace("min(", "").replace("max(", "");
    words.chars().any(|letter| letter.is_alphabetic() && letter != 'e')
}

/// The series with a step's values.
fn series(step: Step, outcome: &Outcome) -> Option<&[f64]> {
    let (quarterly, detail) = (&outcome.quarterly, &outcome.detail);
    let named = |name: &str| {
        let own = quarterly.series().find(|(own, _)| *own == name);
        own.or_else(|| detail.series().find(|(own, _)| *own == name)).map(|(_, series)| series)
    };
    named(match step {
        Step::Base => "base",
        Step::Price => "price",
        Step::Mix => "custom_share",
        Step::ChipCost => "cu_cost",
        Step::Budget => "capex_planned",
        Step::Free => "free_shell",
        Step::Powered => "powered",
        Step::Wanted => "wanted",
        Step::Effective => "effective",
        Step::Writeoff => "writeoff",
        Step::Deduction => "tax_deduction",
        Step::Cash => "cumulative_cash",
        Step::Discounted => "discounted_cash",
        Step::NewShell => "new_shell",
        other => other.id(),
    })
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
        for line in working_with(Pen::Full, &scenario, &outcome, When::Quarter(t)) {
            prop_assert!(comes_out(&line), "quarter {t}: {line:?}\n{scenario:?}");
            prop_assert!(!in_words(&line) || IN_WORDS.contains(&line.step), "{line:?}");
            if let Some(series) = series(line.step, &outcome) {
                prop_assert_eq!(line.value, series.get(t - 1).copied(), "{:?}", line.step);
            }
        }
        let year = t.div_ceil(4);
        for line in working_with(Pen::Full, &scenario, &outcome, When::Year(year)) {
            prop_assert!(comes_out(&line), "year {year}: {line:?}");
            let of_year = match line.step {
                Step::Revenue => &outcome.summary.revenue_by_year,
                Step::Capex => &outcome.summary.capex_by_year,
                Step::Fcf => &outcome.summary.fcf_by_year,
                Step::Unmet => &outcome.summary.unmet_by_year,
                _ => continue,
            };
            let (shown, expected) = (line.value.unwrap(), of_year[year - 1]);
            prop_assert!((shown - expected).abs() <= 1e-9 * (1.0 + expected.abs()), "{:?}", line.step);
        }
        let summary = &outcome.summary;
        for metric in Metric::ALL {
            let step = Step::of(metric);
            let chain = why(step, &scenario, &outcome, When::Quarter(quarter_of(step, &outcome)));
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
    let lines = working(&Scenario::DEFAULT, &outcome, When::Quarter(17));
    let said = |step: Step| {
        let line = lines.iter().find(|line| line.step == step).unwrap();
        format!("{} {} = {} = {}", step.number(), line.formula, line.substituted, line.result)
    };
    for (step, expected) in [
        (Step::Revenue, "E18 min(D/4, C) = min(39.6, 43.5) = $39.6B"),
        (Step::Ebitda, "E20 R − power − site − other = 39.6 − 2.0 − 0.9 − 6.7 = $30.0B"),
        (Step::Capacity, "E17 P · u · E / 4 = 18.75 × 0.85 × 10.91 ÷ 4 = $43.5B"),
        (Step::Budget, "E10 0: the window is over = 0 = $0.0B"),
    ] {
        assert_eq!(said(step), expected);
    }
}

#[test]
fn why_walks_from_a_figure_to_the_inputs() {
    let steps: Vec<_> = Step::Payback.chain().into_iter().map(|(step, _)| step).collect();
    let place = |step| steps.iter().position(|&other| other == step).unwrap();
    let path =
        [Step::Payback, Step::Cash, Step::Fcf, Step::Ebitda, Step::Revenue, Step::Demand, Step::Base, Step::Growth];
    assert!(path.windows(2).all(|pair| place(pair[0]) < place(pair[1])), "{steps:?}");
    for &input in Input::ALL {
        assert!(Step::ALL.iter().any(|step| step.inputs().contains(&input)), "no equation uses {input:?}");
    }
    let numbers: std::collections::HashSet<_> = Step::ALL.iter().map(|step| step.number()).collect();
    assert!((1..=30).all(|number| numbers.contains(format!("E{number}").as_str())));
}
