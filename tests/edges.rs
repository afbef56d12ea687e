//! Named edge cases, and the results stated in the documentation.

use payback::model::{self, IrrStatus, SearchStatus, Summary};
use payback::scenario::{Scenario, Terminal, find_preset, presets};

fn summary(scenario: Scenario) -> Summary {
    model::run(&scenario).summary
}

#[test]
fn zero_revenue_never_pays_back_and_has_no_required_multiple() {
    let summary = summary(Scenario { run_rate: 0.0, ..Scenario::DEFAULT });
    assert_eq!(summary.total_revenue, 0.0);
    assert_eq!((summary.payback_years, summary.first_touch_years), (None, None));
    assert_eq!((summary.required_revenue_multiple, summary.required_revenue_total), (None, None));
    assert!(summary.ebit_margin_by_year.iter().all(Option::is_none));
    assert_eq!(summary.breakeven_growth_npv.status, SearchStatus::NotReached);
}

#[test]
fn zero_capex_without_replacement_spends_nothing() {
    let outcome = model::run(&Scenario { capex: 0.0, replacement: 0.0, ..Scenario::DEFAULT });
    assert!(outcome.quarterly.capex.iter().all(|&capex| capex == 0.0));
    assert_eq!(outcome.quarterly.cu.last(), Some(&0.0), "nothing remains in service, not even a rounding error");
    assert_eq!(outcome.summary.roic_by_year.len(), 10);
}

#[test]
fn sunk_is_sunk() {
    let sunk = Scenario { count_opening: false, capex: 0.0, replacement: 0.0, ..Scenario::DEFAULT };
    let summary = summary(sunk);
    assert_eq!((summary.payback_years, summary.first_touch_years), (Some(0.0), Some(0.0)));
    assert_eq!((summary.irr_status, summary.peak_deficit, summary.peak_deficit_years), (IrrStatus::NoOutlay, 0.0, 0.0));
}

#[test]
fn payback_touched_and_lost_to_the_replacement_wave() {
    let text = include_str!("golden/touched_and_lost.json");
    let scenario = payback::scenario::json::read_text(&Scenario::DEFAULT, text).scenario;
    let summary = summary(scenario);
    let (touch, payback) = (summary.first_touch_years.unwrap(), summary.payback_years);
    assert!(payback.is_none_or(|payback| payback > touch));
}

#[test]
fn a_rate_of_return_may_be_missing_or_several() {
    let never = Scenario { run_rate: 0.0, tax: 0.0, terminal: Terminal::None, ..Scenario::DEFAULT };
    assert_eq!(summary(never).irr_status, IrrStatus::NoInflow);
    let waning = summary(Scenario { erosion: 0.4, terminal: Terminal::None, ..Scenario::DEFAULT });
    assert_eq!((waning.irr_status, waning.irr, waning.irr_roots.len()), (IrrStatus::NoRealRoot, None, 0));
    let harvested = summary(Scenario { capex: 0.0, horizon: 15.0, terminal: Terminal::None, ..Scenario::DEFAULT });
    assert_eq!((harvested.irr_status, harvested.irr, harvested.irr_roots.len()), (IrrStatus::Multiple, None, 2));
    assert!(waning.mirr.is_some() && harvested.mirr.is_some(), "the modified rate exists");
}

#[test]
fn the_debates_answer_as_stated() {
    let stated = [
        ("capex_75", Some(7.27), 30.0),
        ("capex_100", Some(7.46), 34.0),
        ("capex_200", Some(8.42), 32.0),
        ("growth_is_22", None, -184.0),
        ("custom_wins", Some(6.93), 84.0),
        ("saving_passed_on", None, -20.0),
        ("all_nvidia", Some(9.69), 2.0),
        ("open_models", None, -48.0),
        ("model_makers", Some(9.99), -9.0),
        ("power_constrained", Some(8.98), 6.0),
        ("chips_die_young", None, -97.0),
        ("prices_hold", Some(6.45), 142.0),
        ("prices_fall", None, -77.0),
        ("price_war", None, -87.0),
        ("customer_leaves", Some(9.17), 5.0),
        ("no_power", Some(8.55), 27.0),
        ("bubble_bursts", None, -36.0),
        ("own_use", None, -76.0),
        ("no_expensing", Some(8.94), 21.0),
        ("half_borrowed", Some(8.42), 32.0),
    ];
    for (id, payback, npv) in stated {
        let summary = summary(find_preset(&presets().debates, id).unwrap().applied_to(&Scenario::DEFAULT));
        assert_eq!(summary.payback_years.map(|years| (years * 100.0).round() / 100.0), payback, "{id}");
        assert_eq!(summary.npv.round(), npv, "{id}");
        let after_interest = summary.payback_after_interest_years.map(|years| (years * 100.0).round() / 100.0);
        assert_eq!(after_interest, if id == "half_borrowed" { Some(9.21) } else { payback }, "{id}");
    }
}
