//! What the figures say, in every branch.

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
    let line = |figure: &Figure| {
        let second = figure.second.as_ref().map_or("", |part| &part.text);
        let note = figure.change.as_ref().map_or(&*figure.note, |change| &change.text);
        let good = figure.change.as_ref().and_then(|change| change.good);
        let good = good.map_or("", |good| if good { " +" } else { " -" });
        format!("{} | {} | {second}{} | {note}{good}", figure.metric.label(), figure.main.text, figure.unit)
    };
    figures(&Scenario::DEFAULT, summary, baseline).iter().map(line).collect()
}

#[test]
fn the_base_case() {
    let expected = [
        "Payback | 7.8 | years | Q1 2034",
        "Worth today, NPV | +$89B | with assets | at 9\u{202f}% a year",
        "Unmet demand | $1B | then $966B | in build-out, beyond",
        "IRR | 13.7 | % | after tax",
        "Deepest deficit | −$313B |  | Q1 2029",
        "Break-even growth | 71 | % | for NPV of zero",
    ];
    assert_eq!(lines(&base(), None), expected);
}

#[test]
fn changes_point_and_judge() {
    let worse = Summary {
        npv: -186.2,
        payback_years: None,
        irr: Some(-0.032),
        peak_deficit: -372.4,
        cumulative_cash_end: -230.9,
        ..base()
    };
    let expected = [
        "Payback | never |  | short by $231B",
        "Worth today, NPV | −$186B | with assets | ▼ $275B -",
        "Unmet demand | $1B | then $966B | in build-out, beyond",
        "IRR | −3.2 | % | ▼ 16.9 pt -",
        "Deepest deficit | −$372B |  | ▼ $59B -",
        "Break-even growth | 71 | % | unchanged",
    ];
    assert_eq!(lines(&worse, Some(&base())), expected);
    assert_eq!(lines(&base(), Some(&worse))[0], "Payback | 7.8 | years | was never +");
    let figure = figure(Metric::Npv, &Scenario::DEFAULT, &worse, Some(&base()));
    assert_eq!(figure.spoken, "Worth today, NPV: −$186B with assets, at 9\u{202f}% a year, down by $275B, worse");
    assert_eq!((figure.main.id, figure.main.data_value().as_str()), ("npv", "-186.2"));
}

#[test]
fn absences_are_said() {
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
    assert_eq!(lines[5], "Break-even growth | none |  | no growth is enough");
    assert_eq!(brief(&none), "no outlay, +$89B");
}
