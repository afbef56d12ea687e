//! Functions for benchmarks of the model and the analyses, published on `window` when the address has `bench=1`.

use std::cell::RefCell;

use js_sys::{Object, Reflect};
use leptos::prelude::window;
use wasm_bindgen::prelude::*;

use crate::analysis::{GrowthMap, MonteCarlo, OutcomeMeasure, SwingRange, Tornado, break_even, strip};
use crate::model::{SearchTarget, Workspace};
use crate::scenario::workbook::DEFAULT_SEED;
use crate::scenario::{Input, Scenario};

/// Publishes `payback_bench`.
pub(crate) fn publish() {
    let bench = Object::new();
    publish_runs(&bench, "run", |workspace, scenario| workspace.run(scenario).npv);
    publish_runs(&bench, "irr", |workspace, scenario| {
        workspace.run(scenario);
        workspace.irr().unwrap_or_default()
    });
    publish_analysis(&bench, "breakeven", |workspace| {
        break_even(workspace, &Scenario::DEFAULT, Input::Growth, SearchTarget::Npv).map_or(0.0, |found| found.value())
    });
    publish_analysis(&bench, "tornado", |workspace| {
        let tornado = Tornado::of(workspace, &Scenario::DEFAULT, OutcomeMeasure::Npv, SwingRange::TwentyPercent);
        tornado.bars.len() as f64
    });
    publish_analysis(&bench, "map", |workspace| {
        let mut map = GrowthMap::new(Input::Growth, Input::Capex, 21, 17);
        map.update(workspace, &Scenario::DEFAULT);
        map.npv.iter().sum()
    });
    publish_analysis(&bench, "strips", |workspace| {
        let mut npv = [0.0; 48];
        let mut sum = 0.0;
        for input in Input::HEADLINE {
            strip(workspace, &Scenario::DEFAULT, input, &mut npv);
            sum += npv.iter().sum::<f64>();
        }
        sum
    });
    publish_monte_carlo(&bench);
    // A page without the functions still works.
    let _ = Reflect::set(&window(), &"payback_bench".into(), &bench);
}

/// Publishes a function that runs many different scenarios and returns a sum, so that no work is optimised away.
fn publish_runs(bench: &Object, name: &str, work: fn(&mut Workspace, &Scenario) -> f64) {
    let workspace = RefCell::new(Workspace::new());
    let call = Closure::<dyn Fn(u32) -> f64>::new(move |count: u32| {
        let growth = |at: u32| 0.5 + f64::from(at % 100) / 100.0;
        let scenarios = (0..count).map(|at| Scenario { growth: growth(at), ..Scenario::DEFAULT });
        scenarios.map(|scenario| work(&mut workspace.borrow_mut(), &scenario)).sum()
    });
    let _ = Reflect::set(bench, &name.into(), &call.into_js_value());
}

/// Publishes a function that runs one analysis and returns a number from it.
fn publish_analysis(bench: &Object, name: &str, work: fn(&mut Workspace) -> f64) {
    let call = {
        let workspace = RefCell::new(Workspace::new());
        Closure::<dyn Fn() -> f64>::new(move || work(&mut workspace.borrow_mut()))
    };
    let _ = Reflect::set(bench, &name.into(), &call.into_js_value());
}

/// Publishes the simulation. The draws are kept between calls, as on the page; the scenario alternates, so that they run again.
fn publish_monte_carlo(bench: &Object) {
    let draws = RefCell::new((MonteCarlo::new(DEFAULT_SEED), Workspace::new(), false));
    let call = Closure::<dyn Fn() -> f64>::new(move || {
        let (odds, workspace, turn) = &mut *draws.borrow_mut();
        *turn = !*turn;
        let scenario = Scenario { growth: if *turn { 1.0 } else { 1.01 }, ..Scenario::DEFAULT };
        odds.advance(workspace, &scenario, 200);
        odds.npv().iter().sum()
    });
    let _ = Reflect::set(bench, &"odds".into(), &call.into_js_value());
}
