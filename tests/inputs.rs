//! The input matrix: every input at the ends of its ranges, alone and in pairs, and its effect on the outcome.

use payback::model::{self, Outcome, Workspace};
use payback::scenario::{GrowthShape, Input, Kind, Scenario, Terminal, Value};

/// The values at which an input is tested: the ends of its slider and of its legal range, and a value near 0.
fn values(input: Input) -> Vec<Value> {
    match &input.spec().kind {
        Kind::Number(range) => {
            let mut values = vec![range.min, range.max, range.lowest, range.highest];
            if range.lowest == 0.0 && !range.whole {
                values.push(1e-310);
            }
            values.into_iter().map(Value::Number).collect()
        }
        Kind::Choice(options) => options.iter().map(|id| Value::Choice(id)).collect(),
        Kind::Switch => vec![Value::Switch(true), Value::Switch(false)],
    }
}

fn with(base: &Scenario, input: Input, value: Value) -> Scenario {
    let mut scenario = *base;
    scenario.set(input, value).unwrap();
    scenario
}

fn is_finite(outcome: &Outcome) -> bool {
    let series = outcome.quarterly.series().chain(outcome.detail.series());
    series.flat_map(|(_, series)| series).all(|value| value.is_finite())
}

#[test]
fn every_input_at_every_end() {
    for &input in Input::ALL {
        for value in values(input) {
            let outcome = model::run(&with(&Scenario::DEFAULT, input, value));
            assert!(is_finite(&outcome), "{input:?} {value:?}");
            let json = serde_json::to_value(&outcome.summary).unwrap();
            for key in ["npv", "npv_without_terminal", "terminal_value", "cumulative_cash_end", "opening_capital"] {
                assert!(json[key].is_f64(), "{input:?} {value:?} {key}");
            }
        }
    }
}

#[test]
fn every_pair_of_inputs_at_every_end() {
    let (mut workspace, mut single) = (Workspace::new(), Workspace::new());
    for (at, &one) in Input::ALL.iter().enumerate() {
        let mut scenarios = Vec::new();
        for &other in &Input::ALL[at + 1..] {
            for one_value in values(one) {
                let half = with(&Scenario::DEFAULT, one, one_value);
                scenarios.extend(values(other).into_iter().map(|other_value| with(&half, other, other_value)));
            }
        }
        let mut seen = 0;
        workspace.run_many(scenarios.iter().copied(), |run| {
            let scenario = scenarios[run.index];
            assert_eq!(run.measures, single.run(&scenario), "in a batch and alone: {scenario:?}");
            let mut cash = vec![0.0; single.cash().len()];
            run.copy_cash(&mut cash);
            assert_eq!(cash, single.cash(), "in a batch and alone: {scenario:?}");
            let finite = cash.into_iter().chain([run.measures.npv]).all(|sum| sum.is_finite());
            assert!(finite, "{scenario:?}: {:?}", run.measures);
            seen += 1;
        });
        assert_eq!(seen, scenarios.len());
    }
}

#[test]
fn a_discount_rate_near_zero_gives_finite_results() {
    let scenario = Scenario { discount_rate: 1e-310, terminal: Terminal::Perpetuity, ..Scenario::DEFAULT };
    let outcome = model::run(&scenario);
    assert!(is_finite(&outcome) && outcome.summary.npv.is_finite() && outcome.summary.terminal_value.is_finite());
}

#[test]
fn every_input_has_an_effect() {
    let settings = [
        Scenario::DEFAULT,
        Scenario { growth_shape: GrowthShape::Saturating, platform_later: 0.5, ..Scenario::DEFAULT },
        Scenario { terminal: Terminal::Multiple, build_years: 8.0, commit_years: 1.0, ..Scenario::DEFAULT },
        Scenario { debt_share: 0.5, ..Scenario::DEFAULT },
    ];
    for &input in Input::ALL {
        let moves = |base: &Scenario| {
            let mut outcomes = values(input).into_iter().map(|value| model::run(&with(base, input, value)));
            let first = outcomes.next().unwrap();
            outcomes.any(|outcome| outcome.summary != first.summary || outcome.quarterly != first.quarterly)
        };
        assert!(settings.iter().any(moves), "{input:?} changes nothing");
    }
}
