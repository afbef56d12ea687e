//! Duration of runs and analyses: `cargo bench --bench model`.

use divan::{Bencher, black_box};
use payback::analysis::{
    CashBand, GrowthMap, MarginOfSafety, MonteCarlo, OutcomeMeasure, SwingRange, Tornado, break_even, strip,
};
use payback::model::{Outcome, SearchTarget, Workspace};
use payback::scenario::{Input, Ranges, Scenario};

fn main() {
    divan::main();
}

/// At most 2 µs.
#[divan::bench]
fn run_default(bencher: Bencher) {
    let mut workspace = Workspace::new();
    bencher.bench_local(|| workspace.run(black_box(&Scenario::DEFAULT)));
}

/// At most three times the default.
#[divan::bench]
fn run_of_20_years(bencher: Bencher) {
    let mut workspace = Workspace::new();
    let scenario = Scenario { horizon: 20.0, ..Scenario::DEFAULT };
    bencher.bench_local(|| workspace.run(black_box(&scenario)));
}

/// The longest legal horizon, lives and lags.
#[divan::bench]
fn run_of_40_years(bencher: Bencher) {
    let mut workspace = Workspace::new();
    let scenario = Scenario {
        horizon: 40.0,
        chip_life: 60.0,
        shell_life: 60.0,
        lead_time: 40.0,
        ramp_time: 40.0,
        expensing: 1.0,
        ..Scenario::DEFAULT
    };
    bencher.bench_local(|| workspace.run(black_box(&scenario)));
}

#[divan::bench]
fn rates_of_return(bencher: Bencher) {
    let mut workspace = Workspace::new();
    workspace.run(&Scenario::DEFAULT);
    bencher.bench_local(|| workspace.rates());
}

/// The complete outcome, including the break-even growths, since an input other than growth changes each time.
#[divan::bench]
fn whole_outcome(bencher: Bencher) {
    let (mut workspace, mut outcome) = (Workspace::new(), Outcome::default());
    let mut scenario = Scenario::DEFAULT;
    bencher.bench_local(|| {
        scenario.capex = 401.0 - scenario.capex;
        workspace.fill(black_box(&scenario), &mut outcome);
    });
}

#[divan::bench]
fn break_even_of_growth(bencher: Bencher) {
    let mut workspace = Workspace::new();
    bencher.bench_local(|| break_even(&mut workspace, black_box(&Scenario::DEFAULT), Input::Growth, SearchTarget::Npv));
}

#[divan::bench]
fn strip_of_80(bencher: Bencher) {
    let (mut workspace, mut npv) = (Workspace::new(), [0.0; 80]);
    bencher.bench_local(|| strip(&mut workspace, black_box(&Scenario::DEFAULT), Input::Growth, &mut npv));
}

#[divan::bench(args = [OutcomeMeasure::Npv, OutcomeMeasure::Irr])]
fn tornado(bencher: Bencher, measure: OutcomeMeasure) {
    let (mut workspace, mut tornado) = (Workspace::new(), Tornado::default());
    bencher.bench_local(|| {
        tornado.fill(&mut workspace, black_box(&Scenario::DEFAULT), &Ranges::NONE, measure, SwingRange::TwentyPercent)
    });
}

/// A map of 21 by 17 points with its line and ridge.
#[divan::bench]
fn growth_map(bencher: Bencher) {
    let mut workspace = Workspace::new();
    bencher.bench_local(|| {
        let mut map = GrowthMap::new(Input::Growth, Input::Capex, 21, 17);
        map.update(&mut workspace, black_box(&Scenario::DEFAULT));
        (map.break_even(), map.ridge())
    });
}

/// The simulation in one frame of a drag.
#[divan::bench]
fn monte_carlo_of_200_with_band(bencher: Bencher) {
    let (mut workspace, mut simulation, mut band) = (Workspace::new(), MonteCarlo::new(2026), CashBand::default());
    let mut growth = 1.0;
    bencher.bench_local(|| {
        growth += 1e-6;
        simulation.advance(&mut workspace, black_box(&Scenario { growth, ..Scenario::DEFAULT }), 200);
        simulation.band(&mut band);
        simulation.summary()
    });
}

/// At most 40 ms with shares of variance and margin of safety, including the generation of the draws.
#[divan::bench(sample_count = 10)]
fn monte_carlo_of_10_000(bencher: Bencher) {
    let mut workspace = Workspace::new();
    bencher.bench_local(|| {
        let mut simulation = MonteCarlo::new(2026);
        simulation.advance(&mut workspace, black_box(&Scenario::DEFAULT), 10_000);
        let margin = MarginOfSafety::of(&mut workspace, black_box(&Scenario::DEFAULT), &Ranges::NONE);
        (simulation.summary(), simulation.shares().len(), margin)
    });
}
