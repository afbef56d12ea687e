//! A reader's own uncertainty: ranges, shares of variance and the margin of safety, compared with stated results.

use payback::analysis::{
    Draws, MarginOfSafety, MonteCarlo, Triangle, UNCERTAIN_INPUTS, VarianceShare, WAY_STEPS, apply_draw, drawn_inputs,
    percentile,
};
use payback::model::Workspace;
use payback::scenario::{Input, InputRange, Ranges, Scenario, Value};

fn simulated(scenario: &Scenario, ranges: &Ranges, seed: u32, draws: usize) -> MonteCarlo {
    let mut simulation = MonteCarlo::new(seed);
    simulation.set_ranges(ranges);
    simulation.advance(&mut Workspace::new(), scenario, draws);
    simulation
}

fn own(text: &str) -> Ranges {
    let (ranges, errors) = Ranges::read_text(text);
    assert_eq!(errors, [], "{text}");
    ranges
}

fn all_fixed() -> Ranges {
    let mut ranges = Ranges::NONE;
    for row in UNCERTAIN_INPUTS {
        ranges.set(row.input, Some(InputRange::Fixed));
    }
    ranges
}

fn ranked(simulation: &mut MonteCarlo) -> Vec<VarianceShare> {
    let mut shares = simulation.shares().to_vec();
    shares.sort_by(|one, other| other.share.total_cmp(&one.share));
    shares
}

#[test]
fn shares_of_variance_of_the_default_scenario() {
    let shares = ranked(&mut simulated(&Scenario::DEFAULT, &Ranges::NONE, 2026, 2000));
    let shares: Vec<_> = shares.iter().map(|share| (share.input, (share.share * 1e4).round() / 1e4)).collect();
    let stated = [
        (Input::Price, 0.3508),
        (Input::UtilisationMax, 0.2791),
        (Input::Erosion, 0.2729),
        (Input::Growth, 0.2622),
        (Input::PriceChange, 0.1574),
        (Input::ChipLife, 0.0834),
        (Input::ChipCostChange, 0.0447),
        (Input::GrowthHalfLife, 0.0361),
        (Input::CustomCost, 0.0221),
        (Input::OtherCost, 0.0158),
        (Input::ChipCost, 0.0108),
        (Input::PowerPrice, 0.0),
    ];
    assert_eq!(shares, stated);
}

#[test]
fn the_largest_shares_do_not_depend_on_the_seed() {
    let largest = |seed| {
        let shares = ranked(&mut simulated(&Scenario::DEFAULT, &Ranges::NONE, seed, 2_000));
        let mut inputs: Vec<_> = shares.iter().take(4).map(|share| share.input).collect();
        inputs.sort_unstable();
        inputs
    };
    let first = largest(2026);
    for seed in 0..20 {
        assert_eq!(largest(seed), first, "seed {seed}");
    }
}

#[test]
fn the_margin_of_safety_is_the_stated_one() {
    let margin = |scenario: &Scenario| MarginOfSafety::of(&mut Workspace::new(), scenario, &Ranges::NONE);
    let percent = |margin: &MarginOfSafety| (margin.turns_at.unwrap() * 1e6).round() / 1e4;
    let base = margin(&Scenario::DEFAULT);
    assert_eq!((percent(&base), base.to_good_ends, base.npv.len()), (5.2167, false, WAY_STEPS + 1));
    assert!(base.npv[2] > 0.0 && base.npv[3] < 0.0 && base.signed_share() == base.turns_at);
    let half = margin(&Scenario { growth: 0.5, ..Scenario::DEFAULT });
    assert_eq!((percent(&half), half.to_good_ends), (22.7976, true));
    assert!(half.signed_share().unwrap() < 0.0);
    let fixed = MarginOfSafety::of(&mut Workspace::new(), &Scenario::DEFAULT, &all_fixed());
    assert_eq!((fixed.turns_at, fixed.npv.iter().all(|npv| *npv == fixed.npv[0])), (None, true));
}

/// A second, plain implementation of the way, for other scenarios and ranges.
#[test]
fn the_margin_is_where_npv_is_zero_on_the_straight_way() {
    let mut workspace = Workspace::new();
    let ranges = own("tax:0.1..0.5,lead_time:2..9,erosion:fixed,growth:0.7..1.1");
    for growth in [0.3, 0.9, 1.4] {
        let scenario = Scenario { growth, ..Scenario::DEFAULT };
        let margin = MarginOfSafety::of(&mut workspace, &scenario, &ranges);
        let set = |scenario: &Scenario, input: Input, value: f64| {
            let mut trial = *scenario;
            let value = if input.range().unwrap().whole { value.round() } else { value };
            trial.set(input, Value::Number(value)).unwrap();
            trial
        };
        let mut way = Vec::new();
        for drawn in drawn_inputs(&scenario, &ranges) {
            let Some(Triangle { low, mode, high }) = drawn.triangle else { continue };
            let [at_low, at_high] = [low, high].map(|end| workspace.run(&set(&scenario, drawn.input, end)).npv);
            let bad = if at_low <= at_high { low } else { high };
            way.push((drawn.input, mode, if margin.to_good_ends { low + high - bad } else { bad }));
        }
        assert!(way.iter().any(|(input, ..)| *input == Input::LeadTime), "{way:?}");
        for (step, npv) in margin.npv.iter().enumerate() {
            let share = step as f64 / WAY_STEPS as f64;
            let trial = way.iter().fold(scenario, |trial, &(input, from, to)| {
                set(&trial, input, (from + share * (to - from)).clamp(from.min(to), from.max(to)))
            });
            let expected = workspace.run(&trial).npv;
            assert!((npv - expected).abs() < 1e-6 * expected.abs().max(1.0), "{growth} {step}: {npv} {expected}");
        }
        let Some(turns_at) = margin.turns_at else { continue };
        let step = (turns_at * WAY_STEPS as f64).floor() as usize;
        assert!(margin.npv[step] * margin.npv[step + 1] <= 0.0);
        assert!(margin.npv[..=step].iter().all(|npv| (*npv < 0.0) == margin.to_good_ends));
    }
}

/// The text of the default ends, as the page offers them.
fn default_ends(scenario: &Scenario) -> String {
    let piece = |input: Input| {
        let Triangle { low, high, .. } = Triangle::of(scenario, &Ranges::NONE, input).unwrap();
        format!("{}:{low}..{high}", input.id())
    };
    UNCERTAIN_INPUTS.map(|row| piece(row.input)).join(",")
}

#[test]
fn ends_that_are_spelled_out_give_the_same_draws_bit_for_bit() {
    for scenario in [
        Scenario::DEFAULT,
        Scenario { utilisation_max: 0.97, growth: -0.05, price: 12.3, price_change: 0.0, ..Scenario::DEFAULT },
    ] {
        let plain = simulated(&scenario, &Ranges::NONE, 7, 500);
        let spelled = simulated(&scenario, &own(&default_ends(&scenario)), 7, 500);
        let bits = |simulation: &MonteCarlo| simulation.npv().iter().map(|npv| npv.to_bits()).collect::<Vec<_>>();
        assert_eq!(bits(&plain), bits(&spelled));
    }
    let stated = "growth:0.4..1.8,growth_half_life:1.5..4.5,price:11.25..18.75,erosion:2%..10%,utilisation_max:0.7225..0.952,\
        chip_life:4.02..7.98,chip_cost:20.02..34.06,custom_cost:0.344..0.5504,power_price:0.0504..0.1304,other_cost:0.098..0.196,\
        price_change:-0.11..-0.01,chip_cost_change:-0.11..-0.01";
    assert_eq!(
        simulated(&Scenario::DEFAULT, &own(stated), 2026, 400).npv(),
        simulated(&Scenario::DEFAULT, &Ranges::NONE, 2026, 400).npv()
    );
}

#[test]
fn no_spread_and_nothing_uncertain() {
    let ends = |scenario: &Scenario| {
        let value = |input: Input| scenario.get(input).number().unwrap();
        UNCERTAIN_INPUTS.map(|row| format!("{0}:{1}..{1}", row.input.id(), value(row.input))).join(",")
    };
    let base = Workspace::new().run(&Scenario::DEFAULT).npv;
    for ranges in [own(&ends(&Scenario::DEFAULT)), all_fixed()] {
        let mut simulation = simulated(&Scenario::DEFAULT, &ranges, 1, 300);
        assert!(simulation.npv().iter().all(|npv| (npv - base).abs() < 1e-9 * base), "one case");
        assert!(simulation.shares().is_empty(), "no variance");
        let summary = simulation.summary().unwrap();
        assert!((summary.npv.p95 - summary.npv.p5).abs() < 1e-9 && summary.worth_it == 1.0);
    }
    let mut one = all_fixed();
    one.set(Input::Price, None);
    let mut simulation = simulated(&Scenario::DEFAULT, &one, 1, 2000);
    let [VarianceShare { input: Input::Price, share }] = *simulation.shares() else { panic!("price alone") };
    assert!(share > 0.95, "{share}");
}

#[test]
fn the_draws_of_other_inputs_stay_what_they_were() {
    let drawn = |ranges: &Ranges| {
        let inputs = drawn_inputs(&Scenario::DEFAULT, ranges);
        let mut draws = Draws::new(5);
        draws.set_added(inputs.len() - UNCERTAIN_INPUTS.len());
        draws.first(50).map(|draw| apply_draw(&Scenario::DEFAULT, &inputs, draw)).collect::<Vec<_>>()
    };
    let others = |scenario: &Scenario, input: Input| {
        let mut rest = *scenario;
        rest.set(input, Scenario::DEFAULT.get(input)).unwrap();
        rest
    };
    let plain = drawn(&Ranges::NONE);
    for text in ["growth:fixed", "growth:0.9..1.8"] {
        let moved = drawn(&own(text));
        assert!(plain.iter().zip(&moved).all(|(one, other)| one.growth != other.growth));
        let same = |(one, other): (&Scenario, &Scenario)| others(one, Input::Growth) == others(other, Input::Growth);
        assert!(plain.iter().zip(&moved).all(same), "{text}");
    }
    let (both, one) = (drawn(&own("tax:0.1..0.3,lead_time:2..6")), drawn(&own("tax:0.1..0.3,lead_time:fixed")));
    let same = |(both, one): (&Scenario, &Scenario)| {
        assert_eq!(one.lead_time, 4.0);
        assert_eq!(both.lead_time.fract(), 0.0, "whole numbers are rounded in each draw");
        others(both, Input::LeadTime) == *one
    };
    assert!(both.iter().zip(&one).all(same));
    assert!(both.iter().any(|scenario| scenario.lead_time != 4.0) && one.iter().any(|scenario| scenario.tax != 0.21));
    assert_eq!(both[0].growth, plain[0].growth, "added inputs come after the others");
}

#[test]
fn ends_are_absolute_and_never_on_the_wrong_side() {
    let ranges = own("growth:0.5..1.2,price_change:-0.08..-0.06");
    let at = |growth| {
        let scenario = Scenario { growth, ..Scenario::DEFAULT };
        Triangle::of(&scenario, &ranges, Input::Growth).unwrap()
    };
    assert_eq!((at(1.0).low, at(0.8).low, at(1.0).high), (0.5, 0.5, 1.2));
    assert_eq!((at(0.3).low, at(0.3).mode, at(0.3).high), (0.3, 0.3, 1.2));
    assert_eq!((at(2.0).low, at(2.0).high), (0.5, 2.0));
    let triangle = at(1.0);
    assert!((triangle.quantile(0.0) - 0.5).abs() < 1e-12 && (triangle.quantile(1.0) - 1.2).abs() < 1e-12);
    let peak = (1.0 - 0.5) / (1.2 - 0.5);
    assert!((triangle.quantile(peak) - 1.0).abs() < 1e-12);
    assert_eq!(at(0.5).quantile(0.0), 0.5);
}

#[test]
fn a_case_at_a_percentile_has_the_npv_of_its_draw() {
    let mut workspace = Workspace::new();
    let ranges = own("tax:0.1..0.3,lead_time:2..6");
    let simulation = simulated(&Scenario::DEFAULT, &ranges, 2026, 1001);
    for share in [0.0, 0.05, 0.5, 0.95, 1.0] {
        let case = simulation.case_at(&mut workspace, share).unwrap();
        let stated = percentile(&mut simulation.npv().to_vec(), share).unwrap();
        assert!((workspace.run(&case).npv - stated).abs() <= 0.05, "{share}");
        assert_eq!((case.horizon, case.capex), (10.0, 200.0));
        let text = |input: Input| case.get(input).number().unwrap().to_string();
        assert!(text(Input::Price).len() <= 8, "{}", text(Input::Price));
    }
    assert_eq!(MonteCarlo::new(1).case_at(&mut workspace, 0.5), None);
}
