//! How long runs take.

use divan::{Bencher, black_box};
use payback::model::Workspace;
use payback::scenario::Scenario;

fn main() {
    divan::main();
}

#[divan::bench]
fn default_run(bencher: Bencher) {
    let mut workspace = Workspace::new();
    let scenario = Scenario::DEFAULT;
    bencher.bench_local(|| workspace.run(black_box(&scenario)));
}

#[divan::bench]
fn run_of_20_years(bencher: Bencher) {
    let mut workspace = Workspace::new();
    let scenario = Scenario { horizon: 20.0, ..Scenario::DEFAULT };
    bencher.bench_local(|| workspace.run(black_box(&scenario)));
}
