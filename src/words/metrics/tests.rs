//! Tests of the figures' texts in every branch.

use super::*;
use crate::model::SearchResult;

fn base() -> Summary {
    Summary {
        npv: 89.145,
        payback_years: Some(7.786),
        irr: Some(0.136_73),
        irr_status: IrrStatus::Unique,
        peak_deficit: -313.3,
        peak_deficit_years: 3.0,
        unmet_total: 967.63,
        unmet_in_build: 1.326,
        cumulative_cash_end: 143.4,
        breakeven_growth_npv: SearchResult { value: Some(0.706_41), status: SearchStatus::Solved },
        ..Summary::default()
    }
}

fn lines(summary: &Summary, baseline: Option<&Summary>) -> Vec<String> {
    let line = |text: &MetricText| {
        let second = text.second.as_ref().map_or("", |value| &value.text);
        let note = text.change.as_ref().map_or(&*text.note, |change| &change.text);
        let good = text.change.as_ref().and_then(|change| change.good);
        let good = good.map_or("", |good| if good { " +" } else { " -" });
        format!("{} | {} | {second}{} | {note}{good}", text.metric.label(), text.main.text, text.unit)
    };
    metric_texts(&Scenario::DEFAULT, summary, baseline).iter().map(line).collect()
}

#[test]
fn the_base_case() {
    let expected = [
        "Payback | 7.8 | years | Q1 2034",
        "Worth today, NPV | +$89B | with assets | at 9\u{202f}% a year",
        "Unmet demand | $1B | later $966B | in build-out; later",
        "IRR | 13.7 | % | after tax",
        "Deepest deficit | −$313B |  | Q1 2029",
        "Break-even growth | 71 | % | to be worth it",
    ];
    assert_eq!(lines(&base(), None), expected);
}

#[test]
fn changes_have_a_direction_and_a_verdict() {
    let worse = Summary {
        npv: -186.2,
        payback_years: None,
        irr: Some(-0.032),
        peak_deficit: -372.4,
        cumulative_cash_end: -230.9,
        ..base()
    };
    let expected = [
        "Payback | >10 | years | short by $231B",
        "Worth today, NPV | −$186B | with assets | ▼ $275B -",
        "Unmet demand | $1B | later $966B | in build-out; later",
        "IRR | −3.2 | % | ▼ 16.9 pt -",
        "Deepest deficit | −$372B |  | ▼ $59B -",
        "Break-even growth | 71 | % | unchanged",
    ];
    assert_eq!(lines(&worse, Some(&base())), expected);
    assert_eq!(lines(&base(), Some(&worse))[0], "Payback | 7.8 | years | was beyond the horizon +");
    let text = metric_text(Metric::Npv, &Scenario::DEFAULT, &worse, Some(&base()));
    assert_eq!(text.spoken, "Worth today, NPV: −$186B with assets, at 9\u{202f}% a year, down by $275B, worse");
    assert_eq!((text.main.id, text.main.data_value().as_str()), ("npv", "-186.2"));
}

#[test]
fn missing_values_are_explained() {
    let none = Summary {
        irr: None,
        irr_status: IrrStatus::Multiple,
        irr_roots: vec![0.05, 0.2],
        mirr: Some(0.016),
        payback_years: Some(0.0),
        peak_deficit: 0.0,
        breakeven_growth_npv: SearchResult { value: None, status: SearchStatus::NotReached },
        ..base()
    };
    let lines = lines(&none, None);
    assert_eq!(lines[0], "Payback | 0 | years | no outlay to recover");
    assert_eq!(lines[3], "IRR | none |  | 2 rates fit; MIRR 1.6\u{202f}%");
    assert_eq!(lines[4], "Deepest deficit | $0B |  | never below zero");
    assert_eq!(lines[5], "Break-even growth | none |  | always a loss");
    assert_eq!(brief(10.0, &none), "no outlay, +$89B");
}

#[test]
fn a_payback_beyond_the_horizon_is_named() {
    let none = Summary { payback_years: None, cumulative_cash_end: -12.0, ..base() };
    assert_eq!(brief(10.0, &none), "not within 10 years, +$89B");
    let later = Some(LaterPayback { years: 11.12, horizon: 12.0 });
    let text = |summary| metric_text(Metric::Payback, &Scenario::DEFAULT, summary, None).with_later_payback(later);
    assert_eq!(text(&none).spoken, "Payback: not within 10 years, 11.1 years, at 12");
    assert_eq!(text(&none).value(), ">10 years");
    assert_eq!(text(&base()).note, "Q1 2034");
    let soon = Some(LaterPayback { years: 10.02, horizon: 11.0 });
    let text = metric_text(Metric::Payback, &Scenario::DEFAULT, &none, None).with_later_payback(soon);
    assert_eq!(text.note, "10.1 years, at 11");
}

#[test]
fn differences_vanish_when_they_round_to_zero() {
    assert_eq!(difference(0.9, Difference::Years).as_deref(), Some("▲ 0.9 years"));
    assert_eq!(difference(-38.2, Difference::Money).as_deref(), Some("▼ $38B"));
    assert_eq!(difference(-0.018, Difference::Points).as_deref(), Some("▼ 1.8 pt"));
    assert_eq!(difference(0.04, Difference::Years), None);
    assert_eq!(difference(0.0, Difference::Money), None);
    assert_eq!(difference(f64::INFINITY, Difference::Money), None);
}
