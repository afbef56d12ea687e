//! Bridge: the difference in NPV between two scenarios, input by input.

use std::sync::Arc;

use leptos::prelude::*;

use crate::analysis::{self, Bridge};
use crate::app::components::{ChartView, Radio, RadioGroup};
use crate::app::sections::charts::reveal_pressed_input;
use crate::app::state::{use_ui, use_workbook};
use crate::app::visibility::while_visible;
use crate::chart;
use crate::scenario::Scenario;
use crate::words::compare;
use crate::words::scenario_name;

/// Largest number of inputs that the bridge names.
const STEPS: usize = 10;

/// Scenarios that the bridge connects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Route {
    /// From the current scenario to a pin.
    ToPin(usize),
    /// From the baseline to the current scenario.
    FromBaseline,
}

/// Both ends of the bridge, with their names.
#[derive(Clone, PartialEq)]
struct Ends {
    from: (Scenario, String),
    to: (Scenario, String),
}

impl Ends {
    fn differing_parts(&self) -> usize {
        self.from.0.differences(&self.to.0).len()
    }
}

/// Chart of the bridge, where two scenarios differ, with a choice among several routes.
#[component]
pub(super) fn BridgeView(
    /// Whether the comparison is visible.
    visible: Signal<bool>,
) -> impl IntoView {
    let (workbook, ui) = (use_workbook(), use_ui());
    let is_edited = while_visible(visible, move || workbook.scenario.get() != workbook.baseline.get());
    let differing_pins = while_visible(visible, move || {
        let current = workbook.scenario.get();
        workbook.pins.with(|pins| {
            let differing = pins.iter().enumerate().filter(|(_, pin)| pin.scenario != current);
            differing.map(|(index, _)| index).collect::<Vec<_>>()
        })
    });
    let routes = Memo::new(move |_| {
        // A bridge between two equal scenarios has no steps.
        let pins = differing_pins();
        pins.into_iter().map(Route::ToPin).chain(is_edited().then_some(Route::FromBaseline)).collect::<Vec<_>>()
    });
    let chosen = RwSignal::new(None::<Route>);
    let route = Memo::new(move |_| {
        let chosen = chosen.get();
        routes.with(|routes| chosen.filter(|route| routes.contains(route)).or(routes.first().copied()))
    });
    let current_ends = while_visible(visible, move || {
        let current = workbook.scenario.get();
        match route.get()? {
            Route::FromBaseline => Some(Ends {
                from: (workbook.baseline.get(), workbook.baseline_name.get()),
                to: (current, compare::now().to_owned()),
            }),
            Route::ToPin(index) => {
                // Its changes are in its name, so that a bridge does not lead from “AWS” to “AWS”.
                let name = workbook.workbook.with(|book| scenario_name::pin_name(book.sheet()));
                let to = workbook.pins.with(|pins| pins.get(index).map(|pin| (pin.scenario, pin.name.clone())))?;
                Some(Ends { from: (current, name), to })
            }
        }
    });
    let ends = Memo::new(move |_| current_ends());
    let steps = Memo::new(move |_| ends.with(|ends| ends.as_ref().map_or(0, Ends::differing_parts).min(STEPS)));
    let figure = Memo::new(move |_| {
        ends.with(|ends| match ends {
            Some(Ends { from, to }) => {
                let bridge = workbook.with_workspace(|workspace| analysis::bridge(workspace, &from.0, &to.0));
                Arc::new(chart::bridge(&bridge, &from.1, &to.1, STEPS))
            }
            None => Arc::new(chart::bridge(&Bridge::default(), "", "", STEPS)),
        })
    });
    view! {
        <Show when=move || routes.with(|routes| routes.len() > 1)>
            <RadioGroup class="segments bridge-choice" label=compare::bridge()>
                <For each=move || routes.get() key=|route| *route let(option)>
                    <Radio
                        name="bridge"
                        chosen=Signal::derive(move || route.get() == Some(option))
                        on_choose=move || chosen.set(Some(option))
                    >
                        <span><RouteName route=option/></span>
                    </Radio>
                </For>
            </RadioGroup>
        </Show>
        // The height of a chart follows from its rows once, so another number of rows is another chart.
        <For each=move || Some(steps.get()).filter(|steps| *steps > 0) key=|steps| *steps let(_)>
            <ChartView figure actions=reveal_pressed_input(ui)/>
        </For>
    }
}

/// Name of a route: the pin's letter and name, or the way from the baseline.
#[component]
fn RouteName(route: Route) -> impl IntoView {
    let workbook = use_workbook();
    match route {
        Route::FromBaseline => (move || compare::baseline_to_now(&workbook.baseline_name.get())).into_any(),
        Route::ToPin(index) => {
            let letter = compare::letter(index);
            let name =
                move || workbook.pins.with(|pins| pins.get(index).map(|pin| pin.name.clone())).unwrap_or_default();
            view! { <i class="letter" data-pin=letter>{letter}</i>{name} }.into_any()
        }
    }
}
