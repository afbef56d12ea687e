//! The model and the analyses for a stopwatch: offered only to a page that is opened with `bench=1`.

use std::cell::RefCell;

use gloo::utils::window;
use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;

use super::store::with_workspace;
use crate::analysis::{GrowthMap, MonteCarlo, OutcomeMeasure, SwingRange, Tornado, break_even, strip};
use crate::model::{SearchTarget, Workspace};
use crate::platform::address;
use crate::scenario::workbook::DEFAULT_SEED;
use crate::scenario::{Input, Scenario};

/// Puts `payback_bench` on the window where it is asked for.
pub fn offer() {
    let asked = |part: String| part.split('&').any(|pair| pair == "bench=1");
    if !asked(address::query()) && !asked(address::fragment()) {
        return;
    }
    let bench = Object::new();
    offer_many(&bench, "run", |workspace, scenario| workspace.run(scenario).npv);
    offer_many(&bench, "irr", |workspace, scenario| {
        workspace.run(scenario);
        workspace.irr().unwrap_or_default()
    });
    offer_one(&bench, "breakeven", |workspace| {
        break_even(workspace, &Scenario::DEFAULT, Input::Growth, SearchTarget::Npv).map_or(0.0, |found| found.value())
    });
    offer_one(&bench, "tornado", |workspace| {
        let tornado = Tornado::of(workspace, &Scenario::DEFAULT, OutcomeMeasure::Npv, SwingRange::TwentyPercent);
        tornado.bars.len() as f64
    });
    offer_one(&bench, "map", |workspace| {
        let mut map = GrowthMap::new(Input::Growth, Input::Capex, 21, 17);
        map.update(workspace, &Scenario::DEFAULT);
        map.npv.iter().sum()
    });
    offer_one(&bench, "strips", |workspace| {
        let mut npv = [0.0; 48];
        let mut sum = 0.0;
        for input in Input::HEADLINE {
            strip(workspace, &Scenario::DEFAULT, input, &mut npv);
            sum += npv.iter().sum::<f64>();
        }
        sum
    });
    offer_odds(&bench);
    // A page that cannot be timed is still a page.
    let _ = Reflect::set(&window(), &"payback_bench".into(), &bench);
}

/// Runs of many scenarios, each unlike the last; the sum keeps the work from being left out.
fn offer_many(bench: &Object, name: &str, work: fn(&mut Workspace, &Scenario) -> f64) {
    let call = Closure::<dyn Fn(u32) -> f64>::new(move |count: u32| {
        let growth = |at: u32| 0.5 + f64::from(at % 100) / 100.0;
        let scenarios = (0..count).map(|at| Scenario { growth: growth(at), ..Scenario::DEFAULT });
        with_workspace(|workspace| scenarios.map(|scenario| work(workspace, &scenario)).sum())
    });
    let _ = Reflect::set(bench, &name.into(), &call.into_js_value());
}

fn offer_one(bench: &Object, name: &str, work: fn(&mut Workspace) -> f64) {
    let call = Closure::<dyn Fn() -> f64>::new(move || with_workspace(work));
    let _ = Reflect::set(bench, &name.into(), &call.into_js_value());
}

/// Draws are kept between calls, as on the page; the scenario is another one each time, so that they are run again.
fn offer_odds(bench: &Object) {
    let kept = RefCell::new((MonteCarlo::new(DEFAULT_SEED), false));
    let call = Closure::<dyn Fn() -> f64>::new(move || {
        let (odds, turn) = &mut *kept.borrow_mut();
        *turn = !*turn;
        let scenario = Scenario { growth: if *turn { 1.0 } else { 1.01 }, ..Scenario::DEFAULT };
        with_workspace(|workspace| odds.advance(workspace, &scenario, 200));
        odds.npv().iter().sum()
    });
    let _ = Reflect::set(bench, &"odds".into(), &call.into_js_value());
}
