//! How long figures take to build and to draw: `cargo bench --bench charts`.

use divan::{Bencher, black_box};
use payback::analysis::{self, CashBand, GrowthMap, MonteCarlo, SwingRange, Tornado};
use payback::chart::{self, ChartData, Figure, GrowthMapView, Palette, Size, TornadoView};
use payback::model::{Outcome, Workspace};
use payback::scenario::{Input, Scenario};

fn main() {
    divan::main();
}

const SCENARIO: Scenario = Scenario::DEFAULT;

fn outcome() -> Outcome {
    Workspace::new().outcome(&SCENARIO)
}

fn band() -> CashBand {
    let mut odds = MonteCarlo::new(2026);
    odds.advance(&mut Workspace::new(), &SCENARIO, 400);
    let mut band = CashBand::default();
    odds.band(&mut band);
    band
}

fn built(bencher: Bencher, build: impl Fn(&ChartData) -> Figure) {
    let (outcome, band) = (outcome(), band());
    let data = ChartData { band: Some(&band), ..ChartData::of(&SCENARIO, &outcome) };
    bencher.bench_local(|| build(black_box(&data)));
}

/// At most 50 µs, as every figure.
#[divan::bench]
fn build_cash(bencher: Bencher) {
    built(bencher, chart::cash);
}

#[divan::bench]
fn build_revenue(bencher: Bencher) {
    built(bencher, chart::revenue);
}

#[divan::bench]
fn build_spend(bencher: Bencher) {
    built(bencher, chart::spend);
}

#[divan::bench]
fn build_mix(bencher: Bencher) {
    built(bencher, chart::mix);
}

#[divan::bench]
fn build_margin(bencher: Bencher) {
    built(bencher, chart::margin);
}

fn tornado() -> Figure {
    let (measure, span) = (analysis::OutcomeMeasure::Npv, SwingRange::TwentyPercent);
    let tornado = Tornado::of(&mut Workspace::new(), &SCENARIO, measure, span);
    chart::tornado(&TornadoView { tornado: &tornado, scenario: &SCENARIO, measure, span, limit: 12 })
}

#[divan::bench]
fn build_tornado(bencher: Bencher) {
    let (measure, span) = (analysis::OutcomeMeasure::Npv, SwingRange::TwentyPercent);
    let tornado = Tornado::of(&mut Workspace::new(), &SCENARIO, measure, span);
    let view = TornadoView { tornado: &tornado, scenario: &SCENARIO, measure, span, limit: 12 };
    bencher.bench_local(|| chart::tornado(black_box(&view)));
}

#[divan::bench]
fn build_map(bencher: Bencher) {
    let outcome = outcome();
    let mut map = GrowthMap::new(Input::Growth, Input::Capex, 21, 17);
    map.update(&mut Workspace::new(), &SCENARIO);
    let view =
        GrowthMapView { map: &map, scenario: &SCENARIO, outcome: &outcome, payback: false, across: &[], upwards: &[] };
    bencher.bench_local(|| chart::growth_map(black_box(&view)));
}

/// With the writing of the file, which a canvas does not have.
#[divan::bench]
fn draw_cash(bencher: Bencher) {
    let (outcome, band) = (outcome(), band());
    let figure = chart::cash(&ChartData { band: Some(&band), ..ChartData::of(&SCENARIO, &outcome) });
    drawn(bencher, &figure);
}

#[divan::bench]
fn draw_tornado(bencher: Bencher) {
    drawn(bencher, &tornado());
}

fn drawn(bencher: Bencher, figure: &Figure) {
    let size = Size { width: 880.0, height: figure.height(880.0) };
    bencher.bench_local(|| chart::svg(black_box(figure), &Palette::LIGHT, size.width, size.height));
}
