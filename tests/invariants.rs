//! Invariants of the model, over random scenarios.

mod common;

use common::{event, legal, sensible};
use payback::model::{self, IrrStatus, Outcome, Workspace};
use payback::scenario::{CapexPath, Event, EventKind, Events, Scenario, Terminal};
use proptest::prelude::*;

/// Equality up to rounding, relative to the largest sum that the figures come from.
fn near(a: f64, b: f64, scale: f64) -> bool {
    (a - b).abs() <= 1e-9 * scale.abs().max(a.abs()).max(b.abs()).max(1.0)
}

/// The largest sum of money in an outcome.
fn scale(outcome: &Outcome) -> f64 {
    outcome.quarterly.series().flat_map(|(_, series)| series).fold(0.0, |largest, value| value.abs().max(largest))
}

/// The outcome without the break-even growths, which would take most of the time.
fn run(scenario: &Scenario) -> Outcome {
    let mut outcome = Outcome::default();
    Workspace::new().fill_without_break_even(scenario, &mut outcome);
    outcome
}

fn cash(scenario: &Scenario) -> Vec<f64> {
    let mut workspace = Workspace::new();
    workspace.run(scenario);
    workspace.cash().to_vec()
}

fn npv(scenario: &Scenario) -> f64 {
    Workspace::new().run(scenario).npv
}

fn with_events(scenario: &Scenario, events: impl IntoIterator<Item = Event>) -> Scenario {
    Scenario { events: Events::from_items(events).unwrap(), ..*scenario }
}

fn all_finite(outcome: &Outcome) -> bool {
    let summary = serde_json::to_value(&outcome.summary).unwrap();
    let absent = [
        "irr",
        "mirr",
        "payback",
        "touch",
        "margin",
        "roic",
        "multiple",
        "required",
        "per_capex",
        "breakeven",
        "cover",
    ];
    fn sound(key: &str, value: &serde_json::Value, absent: &[&str]) -> bool {
        match value {
            // A number that is not finite is written as null.
            serde_json::Value::Null => absent.iter().any(|name| key.contains(name)),
            serde_json::Value::Array(list) => list.iter().all(|value| sound(key, value, absent)),
            serde_json::Value::Object(map) => {
                map.iter().all(|(inner, value)| sound(&format!("{key}.{inner}"), value, absent))
            }
            _ => true,
        }
    }
    let optional = [
        outcome.summary.irr,
        outcome.summary.mirr,
        outcome.summary.payback_years,
        outcome.summary.first_touch_years,
        outcome.summary.discounted_payback_years,
        outcome.summary.revenue_per_capex,
        outcome.summary.required_revenue_multiple,
        outcome.summary.required_revenue_total,
        outcome.summary.unit_merchant.irr_pretax,
        outcome.summary.unit_custom.irr_pretax,
        outcome.summary.unit_merchant.ebit_margin,
        outcome.summary.unit_custom.ebit_margin,
    ];
    let by_year = outcome.summary.ebit_margin_by_year.iter().chain(&outcome.summary.roic_by_year);
    let series = outcome.quarterly.series().chain(outcome.detail.series());
    sound("", &summary, &absent)
        && optional.iter().chain(by_year).flatten().all(|value| value.is_finite())
        && outcome.summary.irr_roots.iter().all(|root| root.is_finite())
        && series.flat_map(|(_, series)| series).all(|value| value.is_finite())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn batch_runs_equal_single_runs(scenarios in prop::collection::vec(legal(), 1..12)) {
        let (mut workspace, mut single, mut seen) = (Workspace::new(), Workspace::new(), vec![]);
        workspace.run_many(scenarios.iter().copied(), |run| {
            assert_eq!(run.measures, single.run(&scenarios[run.index]));
            let mut cash = vec![0.0; single.cash().len()];
            run.copy_cash(&mut cash);
            assert_eq!(cash, single.cash());
            assert_eq!(run.irr(), single.irr());
            seen.push(run.index);
        });
        seen.sort();
        prop_assert!(seen.into_iter().eq(0..scenarios.len()));
    }

    #[test]
    fn nothing_is_ever_nan_or_infinite(scenario in legal()) {
        let outcome = model::run(&scenario);
        prop_assert!(all_finite(&outcome), "{outcome:?}");
        let quarters = 4 * scenario.horizon as usize;
        prop_assert!(outcome.quarterly.series().chain(outcome.detail.series()).all(|(_, series)| series.len() == quarters));
    }

    #[test]
    fn assets_and_cash_roll_forward(scenario in sensible()) {
        let outcome = run(&scenario);
        let (summary, quarterly, scale) = (&outcome.summary, &outcome.quarterly, scale(&outcome));
        let (mut assets, mut cash) = (summary.opening_capital, summary.opening_cash);
        for t in 0..quarterly.fcf.len() {
            assets += quarterly.capex[t] - quarterly.depreciation[t] - quarterly.writeoff[t];
            prop_assert!(near(assets, quarterly.net_assets[t], scale), "{t}: {assets} {}", quarterly.net_assets[t]);
            let ebitda = quarterly.revenue[t] - quarterly.power_cost[t] - quarterly.site_cost[t] - quarterly.other_cost[t]
                - quarterly.partner_cost[t];
            prop_assert!(near(ebitda, quarterly.ebitda[t], scale));
            let ebit = ebitda - quarterly.depreciation[t] - quarterly.writeoff[t];
            prop_assert!(near(ebit, quarterly.ebit[t], scale));
            let fcf = ebitda - quarterly.tax[t] - quarterly.capex[t];
            prop_assert!(near(fcf, quarterly.fcf[t], scale));
            prop_assert!(near(quarterly.capex_chips[t] + quarterly.capex_shell[t], quarterly.capex[t], scale));
            cash += fcf;
            prop_assert!(near(cash, quarterly.cumulative_cash[t], scale));
        }
    }

    #[test]
    fn revenue_is_the_smaller_of_demand_and_capacity(scenario in sensible()) {
        let outcome = run(&scenario);
        let (quarterly, scale) = (&outcome.quarterly, scale(&outcome));
        for t in 0..quarterly.fcf.len() {
            let (demand, capacity, revenue) = (quarterly.demand[t], quarterly.capacity[t], quarterly.revenue[t]);
            prop_assert_eq!(revenue, demand.min(capacity));
            prop_assert!(quarterly.unmet[t] >= 0.0 && near(quarterly.unmet[t], demand - revenue, demand));
            prop_assert!((0.0..=scenario.utilisation_max).contains(&quarterly.utilisation[t]));
            let building = t < (4.0 * scenario.build_years + 0.5) as usize;
            prop_assert!(!building || quarterly.capex[t] <= quarterly.capex_planned[t] + 1e-9 * scale);
            prop_assert!(building || quarterly.capex_planned[t] == 0.0);
        }
    }

    #[test]
    fn without_discounting_npv_is_cash_and_terminal_value(scenario in sensible()) {
        let outcome = run(&Scenario { discount_rate: 0.0, ..scenario });
        let summary = &outcome.summary;
        prop_assert!(near(summary.npv, summary.cumulative_cash_end + summary.terminal_value, scale(&outcome)));
    }

    #[test]
    fn every_rate_of_return_makes_npv_zero(scenario in sensible()) {
        let outcome = run(&scenario);
        let summary = &outcome.summary;
        prop_assert!(summary.irr_roots.len() <= summary.sign_changes as usize);
        prop_assert_eq!(summary.irr.is_some(), summary.irr_status == IrrStatus::Unique);
        for rate in &summary.irr_roots {
            let mut flows = vec![summary.opening_cash];
            flows.extend(&outcome.quarterly.fcf);
            *flows.last_mut().unwrap() += summary.terminal_value;
            // Flows this small count as 0.
            flows.iter_mut().filter(|flow| flow.abs() <= 1e-9).for_each(|flow| *flow = 0.0);
            let factor = |t: usize| (1.0 + rate).powf(-(t as f64) / 4.0);
            let values: Vec<f64> = flows.iter().enumerate().map(|(t, flow)| flow * factor(t)).collect();
            let size: f64 = values.iter().map(|value| value.abs()).sum();
            prop_assert!(values.iter().sum::<f64>().abs() <= 1e-9 * size, "{rate}");
        }
    }

    #[test]
    fn payback_exists_exactly_where_the_end_is_not_negative(scenario in sensible()) {
        let summary = run(&scenario).summary;
        prop_assert_eq!(summary.payback_years.is_some(), summary.cumulative_cash_end >= 0.0);
        if let Some(payback) = summary.payback_years {
            prop_assert!(summary.first_touch_years.unwrap() <= payback && payback <= scenario.horizon);
        }
        prop_assert!(summary.peak_deficit <= summary.cumulative_cash_end && summary.peak_deficit <= 0.0);
    }

    #[test]
    fn cheaper_running_never_hurts_with_group_relief(scenario in sensible(), share in 0.0..1.0_f64) {
        let dear = Scenario { group_relief: true, ..scenario };
        for cheap in [
            Scenario { other_cost: dear.other_cost * share, ..dear },
            Scenario { power_price: dear.power_price * share, ..dear },
        ] {
            let (before, after) = (run(&dear), run(&cheap));
            prop_assert!(after.summary.npv >= before.summary.npv - 1e-9 * scale(&before));
            if let Some(payback) = before.summary.payback_years {
                prop_assert!(after.summary.payback_years.is_some_and(|earlier| earlier <= payback + 1e-9));
            }
        }
    }

    #[test]
    fn chips_that_are_alike_may_be_mixed_at_will(scenario in sensible(), share in 0.0..1.0_f64) {
        let alike =
            Scenario { custom_cost: 0.7, custom_performance: 0.7, custom_power: 0.7, custom_discount: 0.0, ..scenario };
        let mixed = Scenario { custom_share: share, ..alike };
        let (one, other) = (run(&alike), run(&mixed));
        let size = scale(&one);
        for ((name, one_series), (_, other_series)) in one.quarterly.series().zip(other.quarterly.series()) {
            let same = |(a, b): (&f64, &f64)| near(*a, *b, size);
            prop_assert!(name == "custom_share" || one_series.iter().zip(other_series).all(same), "{name}");
        }
    }

    #[test]
    fn growth_never_hurts_where_orders_do_not_follow_it(scenario in sensible(), more in 0.0..3.0_f64) {
        let fixed = Scenario {
            commit_years: 60.0,
            replacement: 0.0,
            discount_rate: scenario.discount_rate.max(0.0),
            // A dollar of revenue keeps something.
            partner_share: scenario.partner_share * (1.0 - scenario.other_cost),
            ..scenario
        };
        let grown = Scenario { growth: fixed.growth + more, ..fixed };
        prop_assert!(npv(&grown) >= npv(&fixed) - 1e-9 * scale(&run(&grown)));
    }

    #[test]
    fn without_tax_book_life_moves_no_cash(scenario in sensible(), life in 0.25..20.0_f64) {
        let untaxed = Scenario { tax: 0.0, count_opening: false, ..scenario };
        prop_assert_eq!(cash(&untaxed), cash(&Scenario { chip_book_life: life, ..untaxed }));
    }

    #[test]
    fn group_relief_is_worth_at_least_a_carry_forward(scenario in sensible()) {
        let rate = scenario.discount_rate.max(0.0);
        let relief = Scenario { group_relief: true, discount_rate: rate, ..scenario };
        let carried = Scenario { group_relief: false, ..relief };
        prop_assert!(npv(&relief) >= npv(&carried) - 1e-9 * scale(&run(&relief)));
    }

    #[test]
    fn a_larger_business_is_the_same_business(scenario in sensible(), k in 0.1..10.0_f64) {
        let large = Scenario {
            run_rate: scenario.run_rate * k,
            capex: scenario.capex * k,
            prior_capex: scenario.prior_capex * k,
            power_cap: scenario.power_cap * k,
            market_size: scenario.market_size * k,
            ..scenario
        };
        same_business(&run(&scenario), &run(&large), k, &["gw", "cu"])?;
    }

    #[test]
    fn another_currency_is_the_same_business(scenario in sensible(), k in 0.1..10.0_f64) {
        let foreign = Scenario {
            run_rate: scenario.run_rate * k,
            capex: scenario.capex * k,
            prior_capex: scenario.prior_capex * k,
            market_size: scenario.market_size * k,
            price: scenario.price * k,
            chip_cost: scenario.chip_cost * k,
            shell_cost: scenario.shell_cost * k,
            power_price: scenario.power_price * k,
            site_cost: scenario.site_cost * k,
            ..scenario
        };
        same_business(&run(&scenario), &run(&foreign), k, &[])?;
    }

    #[test]
    fn opening_capital_counts_once(scenario in sensible()) {
        let counted = run(&Scenario { count_opening: true, ..scenario });
        let sunk = run(&Scenario { count_opening: false, ..scenario });
        let capital = counted.summary.opening_capital;
        prop_assert!(near(sunk.summary.npv, counted.summary.npv + capital, scale(&counted)));
        prop_assert_eq!((counted.summary.opening_cash, sunk.summary.opening_cash), (0.0 - capital, 0.0));
        prop_assert_eq!(counted.quarterly.fcf, sunk.quarterly.fcf);
    }

    #[test]
    fn events_without_size_or_beyond_the_horizon_change_nothing(scenario in sensible(), event in event()) {
        let plain = Scenario { events: Events::default(), ..scenario };
        let late = Event { quarter: 4 * scenario.horizon as u16 + 1, ..event };
        for idle in [Event { size: 0.0, ..event }, late] {
            prop_assert_eq!(run(&plain), run(&with_events(&plain, [idle])));
        }
    }

    #[test]
    fn orders_foresee_neither_the_start_nor_the_end_of_an_event(scenario in sensible(), event in event()) {
        let plain = Scenario { events: Events::default(), ..scenario };
        let orders = |events: &[Event]| run(&with_events(&plain, events.iter().copied())).detail.orders;
        let (none, some, lasting) = (orders(&[]), orders(&[event]), orders(&[Event { quarters: None, ..event }]));
        let first = none.len().min(usize::from(event.quarter) - 1);
        prop_assert_eq!(&none[..first], &some[..first]);
        let end = event.quarters.map_or(none.len(), |quarters| none.len().min(first + usize::from(quarters)));
        prop_assert_eq!(&lasting[..end], &some[..end]);
    }

    #[test]
    fn a_quarter_without_capacity_sells_nothing_and_saves_power(scenario in sensible(), quarter in 1..40_u16) {
        let plain = Scenario { events: Events::default(), ..scenario };
        let event = Event { kind: EventKind::Capacity, quarter, size: -1.0, quarters: Some(1) };
        let (before, after) = (run(&plain).quarterly, run(&with_events(&plain, [event])).quarterly);
        let t = usize::from(quarter) - 1;
        if t < after.revenue.len() {
            prop_assert_eq!((after.revenue[t], after.power_cost[t], after.other_cost[t]), (0.0, 0.0, 0.0));
            prop_assert_eq!((after.site_cost[t], after.gw[t]), (before.site_cost[t], before.gw[t]));
            prop_assert_eq!(after.capex, before.capex);
        }
    }

    #[test]
    fn own_use_is_a_lower_price(scenario in sensible()) {
        let price = scenario.price * (1.0 - scenario.own_use);
        let (used, cheaper) = (run(&scenario), run(&Scenario { price, own_use: 0.0, ..scenario }));
        same_business(&used, &cheaper, 1.0, &[])?;
    }

    #[test]
    fn partners_take_a_part_of_the_premium_only(scenario in sensible(), share in 0.0..1.0_f64) {
        let bare = Scenario { platform_now: 0.0, platform_later: 0.0, ..scenario };
        prop_assert_eq!(run(&bare), run(&Scenario { partner_share: share, ..bare }));
    }

    #[test]
    fn a_plan_is_its_multiples(scenario in sensible(), years in 1..12_i32) {
        let growth = (0..years).map(|year| (1.0 + scenario.capex_growth).powi(year));
        let drawn = Scenario { capex_path: CapexPath::from_items(growth).unwrap(), ..scenario };
        let grown = Scenario { capex_path: CapexPath::default(), ..scenario };
        same_business(&run(&grown), &run(&drawn), 1.0, &[])?;
        let twice = CapexPath::from_items(drawn.capex_path.iter().map(|multiple| 2.0 * multiple)).unwrap();
        prop_assert_eq!(run(&drawn), run(&Scenario { capex_path: twice, capex: drawn.capex / 2.0, ..drawn }));
    }

    #[test]
    fn debt_stands_beside_the_flows(scenario in sensible()) {
        let (bare, indebted) = (run(&Scenario { debt_share: 0.0, ..scenario }), run(&scenario));
        prop_assert_eq!(&bare.quarterly.fcf, &indebted.quarterly.fcf);
        prop_assert_eq!((bare.summary.npv, bare.summary.irr), (indebted.summary.npv, indebted.summary.irr));
        prop_assert_eq!(bare.summary.payback_years, indebted.summary.payback_years);
        let (summary, quarterly) = (&indebted.summary, &indebted.quarterly);
        let both = quarterly.cumulative_cash.iter().zip(&quarterly.cash_after_interest);
        let size = scale(&indebted);
        prop_assert!(both.clone().all(|(cash, after)| *after <= cash + 1e-9 * size));
        if let Some(after) = summary.payback_after_interest_years {
            prop_assert!(summary.payback_years.is_some_and(|payback| payback <= after + 1e-9));
        }
        let relief = if scenario.group_relief { scenario.tax } else { 0.0 };
        let (mut cash, mut before) = (summary.opening_cash, summary.opening_cash);
        for t in 0..quarterly.fcf.len() {
            prop_assert_eq!(quarterly.debt[t], scenario.debt_share * f64::max(0.0, -before));
            cash += quarterly.fcf[t] - quarterly.interest[t] * (1.0 - relief);
            before = quarterly.cash_after_interest[t];
            prop_assert!(near(cash, before, size));
        }
        prop_assert!(near(summary.interest_total, quarterly.interest.iter().sum(), size));
    }

    #[test]
    fn expensing_moves_tax_alone(scenario in sensible()) {
        let relief = Scenario { group_relief: true, terminal: Terminal::Nbv, ..scenario };
        let (slow, fast) = (run(&Scenario { expensing: 0.0, ..relief }), run(&Scenario { expensing: 1.0, ..relief }));
        for ((name, slow), (_, fast)) in slow.quarterly.series().zip(fast.quarterly.series()) {
            let tax = ["tax", "fcf", "cash", "debt", "interest"].iter().any(|part| name.contains(part));
            prop_assert!(tax || slow == fast, "{name}");
        }
        let size = scale(&slow).max(scale(&fast));
        prop_assert!(scenario.discount_rate < 0.0 || fast.summary.npv >= slow.summary.npv - 1e-9 * size);
        // A multiple that does not limit the value of net assets, where there is any EBITDA.
        let free = Scenario { discount_rate: 0.0, terminal_multiple: 1e6, ..relief };
        let (slow, fast) = (run(&Scenario { expensing: 0.0, ..free }), run(&Scenario { expensing: 1.0, ..free }));
        let ebitda: f64 = slow.quarterly.ebitda.iter().rev().take(4).sum();
        let limited = 1e6 * ebitda < slow.quarterly.net_assets.last().unwrap() * 2.0;
        prop_assert!(limited || near(slow.summary.npv, fast.summary.npv, size));
    }

    #[test]
    fn terminal_value_is_none_or_not_negative(scenario in sensible()) {
        let outcome = run(&scenario);
        prop_assert!(outcome.summary.terminal_value >= 0.0);
        prop_assert!(scenario.terminal != Terminal::None || outcome.summary.terminal_value == 0.0);
    }
}

/// Money is proportional to `k`, ratios are equal; `scaled` names further quantities that are proportional.
fn same_business(one: &Outcome, other: &Outcome, k: f64, scaled: &[&str]) -> Result<(), TestCaseError> {
    let ratio = |name: &str| ["utilisation", "custom_share", "gw", "cu"].contains(&name) && !scaled.contains(&name);
    let size = scale(one) * k.max(1.0);
    let capacity = |quarter: usize| one.quarterly.capacity[quarter].max(other.quarterly.capacity[quarter] / k);
    let largest = (0..one.quarterly.capacity.len()).map(capacity).fold(0.0, f64::max);
    for ((name, small), (_, large)) in one.quarterly.series().zip(other.quarterly.series()) {
        let factor = if ratio(name) { 1.0 } else { k };
        let width = if name == "utilisation" { 1.0 } else { size };
        for (quarter, (small, large)) in small.iter().zip(large).enumerate() {
            // The remainder of a retired fleet may be 0, or a rounding error at full use.
            let gone = name == "utilisation" && capacity(quarter) <= 1e-9 * largest;
            prop_assert!(gone || near(small * factor, *large, width), "{name}: {small} {large}");
        }
    }
    prop_assert!(near(one.summary.npv * k, other.summary.npv, size));
    // A line that ends or turns on zero may fall either way by rounding.
    let clear = one.quarterly.cumulative_cash.iter().all(|cash| cash.abs() > 1e-6 * size / k.max(1.0));
    if clear {
        prop_assert_eq!(one.summary.payback_years.is_some(), other.summary.payback_years.is_some());
    }
    Ok(())
}
