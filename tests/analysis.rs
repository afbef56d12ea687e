//! The analyses, compared with stated results and with brute force.

use payback::analysis::{
    self, Bound, GrowthMap, MonteCarlo, OutcomeMeasure, PlanLimit, Solution, SwingRange, Tornado, Triangle, apply_draw,
    break_even, bridge, contours, drawn_inputs, later_payback, npv_histogram, payback_histogram, percentile,
    rules_of_thumb, strip, unspent_plan,
};
use payback::model::{self, SearchTarget, Workspace, run};
use payback::scenario::{Input, Ranges, Scenario, Value, find_preset, presets};
use proptest::prelude::*;

fn company(id: &str) -> Scenario {
    find_preset(&presets().companies, id).unwrap().applied_to(&Scenario::DEFAULT)
}

#[test]
fn tornado_of_the_default_scenario() {
    let tornado =
        Tornado::of(&mut Workspace::new(), &Scenario::DEFAULT, OutcomeMeasure::Npv, SwingRange::TwentyPercent);
    let widest: Vec<_> = tornado.bars.iter().map(|bar| (bar.input, bar.swing().unwrap().round())).take(9).collect();
    let stated = [
        (Input::Price, 140.0),
        (Input::UtilisationMax, 133.0),
        (Input::ChipCost, 87.0),
        (Input::CustomPerformance, 68.0),
        (Input::DiscountRate, 68.0),
        (Input::Growth, 61.0),
        (Input::RunRate, 53.0),
        (Input::ChipLife, 47.0),
        (Input::PriceChange, 45.0),
    ];
    assert_eq!(widest, stated);
    assert!(tornado.bars.iter().all(|bar| bar.input != Input::Horizon && bar.low_value <= bar.high_value));
    let use_max = tornado.bars.iter().find(|bar| bar.input == Input::UtilisationMax).unwrap();
    assert_eq!(use_max.high_value, 1.0, "capped at what is legal");
    assert!(tornado.bars.iter().all(|bar| bar.input != Input::OwnUse), "20 % of 0 is no range");
}

#[test]
fn tornado_bars_with_one_end_come_first() {
    let mut workspace = Workspace::new();
    let scenario = Scenario { growth: 0.6, ..Scenario::DEFAULT };
    let tornado = Tornado::of(&mut workspace, &scenario, OutcomeMeasure::Payback, SwingRange::TwentyPercent);
    let open = tornado.bars.iter().take_while(|bar| bar.swing().is_none()).count();
    assert!(open > 0 && tornado.bars.iter().skip(open).all(|bar| bar.swing().is_some()), "{tornado:?}");
    let plausible = Tornado::of(&mut workspace, &scenario, OutcomeMeasure::Irr, SwingRange::Plausible);
    let growth = plausible.bars.iter().find(|bar| bar.input == Input::Growth).unwrap();
    assert!((growth.low_value - 0.24).abs() < 1e-12 && (growth.high_value - 1.08).abs() < 1e-12);
}

#[test]
fn ridge_of_the_map() {
    let mut map = GrowthMap::new(Input::Growth, Input::Capex, 55, 41);
    map.update(&mut Workspace::new(), &Scenario::DEFAULT);
    let best = |growth: f64| map.ridge().iter().find(|best| (best.x - growth).abs() < 1e-9).unwrap().y.round();
    let growths = [0.5, 0.75, 1.0, 1.25, 1.5];
    let ridge = [30.0, 90.0, 150.0, 230.0, 330.0];
    assert_eq!(growths.map(best), ridge);
    let alone = |growth: f64| {
        let scenario = Scenario { growth, ..Scenario::DEFAULT };
        analysis::best_value(&mut Workspace::new(), &scenario, Input::Capex, 10.0).unwrap()
    };
    assert_eq!(growths.map(alone), ridge);
}

#[test]
fn uncertain_ranges_are_legal_multiples_of_the_value() {
    let drawn = |scenario: &Scenario, input| {
        Triangle::of(scenario, &Ranges::NONE, input).map(|drawn| [drawn.low, drawn.mode, drawn.high]).unwrap()
    };
    let ends = |input: Input| drawn(&Scenario::DEFAULT, input);
    let close =
        |ends: [f64; 3], asked: [f64; 3]| ends.iter().zip(asked).all(|(end, asked)| (end - asked).abs() < 1e-12);
    assert!(close(ends(Input::Growth), [0.4, 1.0, 1.8]), "{:?}", ends(Input::Growth));
    let top = ends(Input::UtilisationMax)[2];
    assert!(Scenario::DEFAULT.utilisation_max < top && top <= 1.0, "{top}");
    let custom = Scenario { utilisation_max: 0.97, ..Scenario::DEFAULT };
    assert_eq!(drawn(&custom, Input::UtilisationMax)[2], 1.0);
}

#[test]
fn the_map_is_kept_while_only_its_inputs_change_and_its_line_is_where_npv_is_zero() {
    let mut workspace = Workspace::new();
    let mut map = GrowthMap::new(Input::Growth, Input::Capex, 21, 17);
    map.update(&mut workspace, &Scenario::DEFAULT);
    assert_eq!((map.npv.len(), map.payback.len()), (357, 357));
    let lines = map.break_even();
    assert!(!lines.is_empty());
    for &(growth, capex) in lines.iter().flatten() {
        let scenario = Scenario { growth, capex, ..Scenario::DEFAULT };
        let npv = workspace.run(&scenario).npv;
        assert!(npv.abs() < 20.0, "{growth} {capex} {npv}");
    }
    let npv = map.npv.clone();
    map.npv[0] = 1e9;
    map.update(&mut workspace, &Scenario { growth: 0.3, capex: 77.0, ..Scenario::DEFAULT });
    assert_eq!(map.npv[0], 1e9, "only the inputs of the axes changed, so nothing is computed");
    map.update(&mut workspace, &Scenario { price: 14.0, ..Scenario::DEFAULT });
    assert!(map.npv.len() == 357 && map.npv != npv);
}

#[test]
fn contours_join_into_lines_and_rings() {
    let hill = |x: f64, y: f64| 4.0 - (x - 5.0).powi(2) - (y - 5.0).powi(2);
    let heights: Vec<f64> = (0..121).map(|at| hill(f64::from(at % 11), f64::from(at / 11))).collect();
    let rings = contours(&heights, 11, 0.0);
    assert_eq!(rings.len(), 1);
    assert_eq!(rings[0].first(), rings[0].last());
    assert!(rings[0].iter().all(|&(x, y)| ((x - 5.0).hypot(y - 5.0) - 2.0).abs() < 0.1));
    let slope: Vec<f64> = (0..12).map(|at| f64::from(at % 4) - 1.5).collect();
    let lines = contours(&slope, 4, 0.0);
    assert_eq!(lines, [vec![(1.5, 0.0), (1.5, 1.0), (1.5, 2.0)]]);
    let saddle = contours(&[1.0, -1.0, -1.0, 1.0], 2, 0.0);
    assert_eq!(saddle.len(), 2);
    assert!(contours(&[1.0, 1.0, 1.0, 1.0], 2, 0.0).is_empty() && contours(&[], 0, 0.0).is_empty());
}

#[test]
fn simulation_of_the_default_scenario() {
    let mut simulation = MonteCarlo::new(2026);
    simulation.advance(&mut Workspace::new(), &Scenario::DEFAULT, 400);
    let summary = simulation.summary().unwrap();
    assert_eq!((summary.pays_back, summary.worth_it), (0.4875, 0.415));
    let tenth = |value: f64| (value * 10.0).round() / 10.0;
    assert_eq!([summary.npv.p5, summary.npv.p50, summary.npv.p95].map(tenth), [-144.3, -18.6, 134.2]);
    assert!(summary.base_npv > summary.npv.p50);
    assert!((summary.pays_back_error - 0.0250).abs() < 1e-3);
    let paybacks = payback_histogram(simulation.payback(), 10.0);
    assert_eq!((paybacks.bins.len(), paybacks.never), (20, 205));
    assert_eq!(paybacks.bins.iter().map(|column| column.count).sum::<usize>() + paybacks.never, 400);
    let npvs = npv_histogram(simulation.npv());
    assert_eq!(npvs.iter().map(|column| column.count).sum::<usize>(), 400);
    for column in &npvs {
        let inside = simulation.npv().iter().filter(|&&npv| npv >= column.from && npv < column.to).count();
        assert_eq!((column.count, column.to - column.from), (inside, 25.0));
    }
}

/// The uncertain inputs of a draw, as multiples of the defaults.
fn multiples(drawn: &Scenario) -> Vec<f64> {
    let value = |scenario: &Scenario, input| scenario.get(input).number().unwrap();
    let inputs = payback::analysis::UNCERTAIN_INPUTS.iter().map(|row| row.input);
    inputs.map(|input| value(drawn, input) / value(&Scenario::DEFAULT, input)).collect()
}

/// A second implementation of the generator, with the normal distribution as a series.
#[test]
fn draws_follow_the_stated_generator() {
    let mut state = 2026_u32;
    let mut uniform = move || {
        state = state.wrapping_add(0x6D2B_79F5);
        let mut t = (state ^ (state >> 15)).wrapping_mul(1 | state);
        t = t.wrapping_add((t ^ (t >> 7)).wrapping_mul(61 | t)) ^ t;
        f64::from(t ^ (t >> 14)) / 2_f64.powi(32)
    };
    let below = |z: f64| {
        let (mut term, mut sum) = (z, z);
        for k in 1..400 {
            term *= z * z / f64::from(2 * k + 1);
            sum += term;
        }
        0.5 + sum * (-z * z / 2.0).exp() / (2.0 * std::f64::consts::PI).sqrt()
    };
    let quantile = |p: f64| {
        let (mut low, mut high) = (-6.0, 6.0);
        for _ in 0..80 {
            let middle = 0.5 * (low + high);
            if below(middle) < p { low = middle } else { high = middle }
        }
        low
    };
    let mut draws = payback::analysis::Draws::new(2026);
    let inputs = drawn_inputs(&Scenario::DEFAULT, &Ranges::NONE);
    for draw in draws.first(400) {
        let drawn = apply_draw(&Scenario::DEFAULT, &inputs, draw);
        let z: Vec<f64> = (0..12).map(|_| quantile(uniform())).collect();
        // The rows of the Cholesky factor for inputs with at most one correlation.
        let rows: [(usize, f64); 4] = [(0, z[0]), (1, 0.4 * z[0] + 0.84_f64.sqrt() * z[1]), (7, z[7]), (9, z[9])];
        for (at, normal) in rows {
            let row = payback::analysis::UNCERTAIN_INPUTS[at];
            let (u, width) = (below(normal), row.high - row.low);
            let multiple = if u < (1.0 - row.low) / width {
                row.low + (u * width * (1.0 - row.low)).sqrt()
            } else {
                row.high - ((1.0 - u) * width * (row.high - 1.0)).sqrt()
            };
            let multiple_drawn = multiples(&drawn)[at];
            assert!((multiple_drawn - multiple).abs() < 1e-8, "{at} {multiple_drawn} {multiple}");
        }
    }
    let first = DRAWS;
    for (draw, known) in draws.first(2).zip(first) {
        for (multiple, known) in multiples(&apply_draw(&Scenario::DEFAULT, &inputs, draw)).iter().zip(known) {
            assert!((multiple - known).abs() < 1e-12, "{multiple} {known}");
        }
    }
}

/// The first two draws of seed 2026, from an implementation in another language.
const DRAWS: [[f64; 12]; 2] = [
    [
        1.0190112825660809,
        0.9841390994414138,
        1.0451945697020786,
        1.11846784771926,
        0.9452511857324333,
        0.879420782392271,
        1.1015764951858147,
        1.1166272027442972,
        0.9790676395266957,
        0.7946588813731938,
        1.8002369838613153,
        1.5033934905488584,
    ],
    [
        0.9714903615890844,
        0.8319592662762544,
        0.9134018942284285,
        1.1473479742642207,
        0.9738929285985684,
        1.1822153336762955,
        1.0396183084479136,
        0.8128929595465586,
        0.9297506914758601,
        0.940790226362716,
        0.7959155276167799,
        0.4573219812959257,
    ],
];

#[test]
fn simulations_continue_and_restart_for_another_scenario() {
    let mut workspace = Workspace::new();
    let (mut sliced, mut whole) = (MonteCarlo::new(7), MonteCarlo::new(7));
    let scenario = company("azure");
    sliced.advance(&mut workspace, &Scenario::DEFAULT, 30);
    for slice in [1, 9, 40, 150] {
        sliced.advance(&mut workspace, &scenario, slice);
    }
    whole.advance(&mut workspace, &scenario, 200);
    assert_eq!(sliced.npv(), whole.npv());
    assert_eq!(sliced.summary(), whole.summary());
    let mut band = Default::default();
    whole.band(&mut band);
    assert_eq!(band.p10.len(), 41);
    assert!(band.p10.iter().zip(&band.p90).all(|(low, high)| low <= high));
    whole.reseed(8);
    assert_eq!((whole.seed(), whole.draw_count(), whole.summary()), (8, 0, None));
}

#[test]
fn percentiles_are_linear_between_neighbours() {
    let mut values = [4.0, 1.0, 3.0, 2.0];
    assert_eq!(percentile(&mut values, 0.5), Some(2.5));
    assert_eq!(percentile(&mut values, 0.0), Some(1.0));
    assert_eq!(percentile(&mut values, 1.0), Some(4.0));
    assert_eq!(percentile(&mut [], 0.5), None);
    assert_eq!(percentile(&mut [f64::INFINITY, f64::INFINITY], 0.5), Some(f64::INFINITY));
}

#[test]
fn histograms_widen_for_large_businesses_and_narrow_for_small_ones() {
    for scale in [1e-3, 1.0, 1e6] {
        let npvs: Vec<f64> = (0..=100).map(|at| f64::from(at - 30) * 5.0 * scale).collect();
        let columns = npv_histogram(&npvs);
        assert!((4..=42).contains(&columns.len()), "{scale} {}", columns.len());
        assert_eq!(columns.iter().map(|column| column.count).sum::<usize>(), 101);
    }
    assert_eq!(npv_histogram(&[3.0, 3.0]).len(), 1);
    assert!(npv_histogram(&[]).is_empty());
}

#[test]
fn the_bridge_adds_up_and_has_every_input_that_differs() {
    let mut workspace = Workspace::new();
    let ends = [
        company("aws"),
        company("azure"),
        company("google"),
        Scenario { terminal: payback::scenario::Terminal::None, ..company("aws") },
        find_preset(&presets().debates, "bubble_bursts").unwrap().applied_to(&Scenario::DEFAULT),
        find_preset(&presets().debates, "one_big_year").unwrap().applied_to(&Scenario::DEFAULT),
    ];
    for (from, to) in ends.iter().flat_map(|from| ends.iter().map(move |to| (from, to))) {
        let bridge = bridge(&mut workspace, from, to);
        let sum: f64 = bridge.steps.iter().map(|step| step.difference).sum();
        assert!((bridge.start + sum - bridge.end).abs() < 1e-9);
        assert_eq!((bridge.start, bridge.end), (workspace.run(from).npv, workspace.run(to).npv));
        assert_eq!(bridge.steps.len(), from.differences(to).len());
    }
}

#[test]
fn rules_of_thumb_of_the_default_scenario() {
    let outcome = model::run(&Scenario::DEFAULT);
    let asked =
        rules_of_thumb(&Scenario::DEFAULT, &outcome.summary).map(|check| (check.required * 10.0).round() / 10.0);
    assert_eq!(asked, [220.0, 440.0, 14.3]);
}

#[test]
fn a_strip_is_the_npv_along_the_slider() {
    let mut workspace = Workspace::new();
    let mut npvs = [0.0; 13];
    strip(&mut workspace, &Scenario::DEFAULT, Input::LeadTime, &mut npvs);
    for (lead_time, npv) in npvs.iter().enumerate() {
        assert_eq!(*npv, workspace.run(&Scenario { lead_time: lead_time as f64, ..Scenario::DEFAULT }).npv);
    }
}

/// Every numeric input of every company: the solution meets the target, and no point of a scan on its worse side does.
#[test]
fn break_even_against_brute_force() {
    let mut workspace = Workspace::new();
    let mut solved = 0;
    for scenario in ["aws", "azure", "google"].map(company) {
        for &input in Input::ALL.iter().filter(|input| input.range().is_some()) {
            for target in [SearchTarget::Npv, SearchTarget::Cash, SearchTarget::Payback(7.0)] {
                let answer = break_even(&mut workspace, &scenario, input, target).unwrap();
                let mut at = |value: f64| {
                    let mut trial = scenario;
                    trial.set_unchecked(input, Value::Number(value));
                    workspace.run(&trial)
                };
                assert_eq!(at(answer.value()), answer.measures);
                let range = input.range().unwrap();
                let points = (0..=24).map(|step| range.min + (range.max - range.min) * f64::from(step) / 24.0);
                let points: Vec<f64> = points.filter(|point| !range.whole || point.fract() == 0.0).collect();
                match answer.solution {
                    Solution::Solved(value) => {
                        solved += 1;
                        assert!(target.is_met(&answer.measures), "{input:?} {target:?} {answer:?}");
                        for point in points {
                            let worse = match answer.bound {
                                Bound::AtLeast => point < value,
                                Bound::AtMost => point > value,
                            };
                            assert!(!worse || !target.is_met(&at(point)), "{input:?} {target:?} {point} {answer:?}");
                        }
                    }
                    Solution::Met(_) => assert!(target.is_met(&answer.measures)),
                    Solution::NotReached(_) => assert!(points.into_iter().all(|point| !target.is_met(&at(point)))),
                }
            }
        }
    }
    assert!(solved > 60, "{solved}");
}

#[test]
fn break_even_of_an_input_where_less_is_better() {
    let mut workspace = Workspace::new();
    let answer = break_even(&mut workspace, &Scenario::DEFAULT, Input::ChipCost, SearchTarget::Npv).unwrap();
    assert_eq!((answer.bound, answer.is_met_now), (Bound::AtMost, true));
    let Solution::Solved(cost) = answer.solution else { panic!("{answer:?}") };
    let npv = |chip_cost| Workspace::new().run(&Scenario { chip_cost, ..Scenario::DEFAULT }).npv;
    assert!(npv(cost) >= 0.0 && npv(cost + 1e-6) < 0.0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn draws_stay_in_the_legal_range(erosion in 0.0..0.99, other_cost in 0.0..0.99, growth in -0.99..10.0_f64, chip_life in 0.25..60.0) {
        let mut simulation = MonteCarlo::new(1);
        let scenario = Scenario { erosion, other_cost, growth, chip_life, ..Scenario::DEFAULT };
        simulation.advance(&mut Workspace::new(), &scenario, 40);
        prop_assert!(simulation.npv().iter().all(|npv| npv.is_finite()));
    }
}

#[test]
fn a_payback_beyond_the_horizon_is_found_at_the_shortest_longer_one() {
    let mut workspace = Workspace::new();
    assert_eq!(later_payback(&mut workspace, &Scenario::DEFAULT), None, "the default pays back within its horizon");
    let short = Scenario { horizon: 5.0, ..Scenario::DEFAULT };
    let later = later_payback(&mut workspace, &short).unwrap();
    let at = |horizon| run(&Scenario { horizon, ..short }).summary.payback_years;
    assert_eq!((at(later.horizon), at(later.horizon - 1.0)), (Some(later.years), None));
    assert!(later.horizon > 5.0 && later.years > 5.0 && later.years <= later.horizon, "{later:?}");
    let hopeless = Scenario { run_rate: 0.0, ..Scenario::DEFAULT };
    assert_eq!(later_payback(&mut workspace, &hopeless), None);
}

#[test]
fn a_plan_that_is_not_spent_names_its_limit() {
    let found = |scenario: &Scenario| unspent_plan(&run(scenario));
    let base = Scenario::DEFAULT;
    assert_eq!(found(&base), None);
    assert_eq!(found(&Scenario { capex: 0.0, ..base }), None);
    let power = found(&Scenario { capex: 400.0, power_cap: 2.0, ..base }).unwrap();
    assert_eq!((power.limit, power.planned.round()), (PlanLimit::Power, 880.0));
    assert!(power.spent < 0.4 * power.planned, "{power:?}");
    let demand = found(&Scenario { growth: 0.22, commit_years: 0.0, ..base }).unwrap();
    assert_eq!(demand.limit, PlanLimit::Demand);
    let said = payback::words::answer::unspent(&power).to_string();
    assert_eq!(said, format!("Of $880B planned for AI, ${:.0}B is spent: power is the limit.", power.spent));
}
