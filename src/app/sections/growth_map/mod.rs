//! Growth map: NPV or payback over two inputs at once, with a point that sets both of them.

mod key;

use std::sync::Arc;

use leptos::prelude::*;

use crate::analysis::{self, GrowthMap, OutcomeMeasure};
use crate::app::components::{ChartActions, ChartView, DragHandle, PageSection, Segments, Select};
use crate::app::section::Section;
use crate::app::state::{WorkbookStore, use_ui, use_workbook};
use crate::chart::{self, GrowthMapView, Point, Reported};
use crate::facts::facts;
use crate::scenario::{Input, Value};
use crate::words::controls;
use crate::words::facts as words;
use crate::words::growth_map;
use crate::words::inputs;
use crate::words::text::Text;
use key::GrowthMapKey;

/// Number of points across and up, limited by the computation time within a frame.
const COLUMNS: usize = 21;
const ROWS: usize = 17;

/// Growth rates for which the lead names the best capex.
const NAMED_GROWTH: [f64; 3] = [0.5, 1.0, 1.5];

/// Inputs along the axes of the map.
#[derive(Clone, Copy)]
struct Axes {
    across: RwSignal<Input>,
    up: RwSignal<Input>,
}

impl Axes {
    fn new() -> Self {
        Self { across: RwSignal::new(Input::Growth), up: RwSignal::new(Input::Capex) }
    }

    fn get(self) -> [Input; 2] {
        [self.across.get(), self.up.get()]
    }

    fn are_growth_and_capex(self) -> bool {
        self.get() == [Input::Growth, Input::Capex]
    }

    /// Returns the point of the current scenario on the map, as a handle that sets both inputs.
    fn drag_handle(self, workbook: WorkbookStore) -> DragHandle {
        let position = Memo::new(move |_| {
            let number = |input| workbook.scenario.with(|scenario| scenario.get(input).number().unwrap_or_default());
            let [x, y] = self.get().map(number);
            (x, y)
        });
        let set = move |x: f64, y: f64| {
            let [across, up] = untrack(|| self.get());
            workbook.set_live(&[(across, Value::Number(x)), (up, Value::Number(y))]);
        };
        let on_drag = Callback::new(move |(x, y): Point| {
            let [across, up] = untrack(|| self.get());
            set(snapped(across, x), snapped(up, y));
        });
        let on_step = Callback::new(move |(right, above): Point| {
            let [across, up] = untrack(|| self.get());
            let (x, y) = position.get_untracked();
            set(stepped(across, x, right), stepped(up, y, above));
            workbook.end_gesture_after_key_presses();
        });
        // Without snapping: a typed number may lie between two steps.
        let on_return = Callback::new(move |(x, y): Point| set(x, y));
        DragHandle { position: position.into(), on_drag, on_return, on_step }
    }
}

fn snapped(input: Input, value: f64) -> f64 {
    input.range().map_or(value, |range| range.snap(value))
}

fn stepped(input: Input, value: f64, steps: f64) -> f64 {
    match input.range() {
        Some(range) if steps != 0.0 => range.stepped(value, steps),
        _ => value,
    }
}

/// Section with the map.
#[component]
pub(crate) fn GrowthMap() -> impl IntoView {
    let (workbook, print) = (use_workbook(), use_ui().theme.print);
    let (axes, measure) = (Axes::new(), RwSignal::new(OutcomeMeasure::Npv));
    // The runs of the map change only when another input than the two does.
    let others = workbook.scenario_without(move || axes.get().into());
    let map = Memo::new(move |_| {
        let [across, up] = axes.get();
        let mut map = GrowthMap::new(across, up, COLUMNS, ROWS);
        workbook.with_workspace(|workspace| map.update(workspace, &others.get()));
        Arc::new(map)
    });
    let figure = Memo::new(move |_| {
        let (map, (scenario, outcome)) = (map.get(), workbook.current());
        let (across, upwards) = (reported_values(map.x.input), reported_values(map.y.input));
        let (across, upwards) = (edge_marks(&across), edge_marks(&upwards));
        let (map, scenario, outcome) = (&*map, &scenario, &*outcome);
        let payback = measure.get() == OutcomeMeasure::Payback;
        let figure =
            chart::growth_map(&GrowthMapView { map, scenario, outcome, payback, across: &across, upwards: &upwards });
        // Paper has no point to drag.
        Arc::new(if print.get() { figure.without_controls() } else { figure })
    });
    let ridge = Memo::new(move |_| match axes.are_growth_and_capex() {
        true => workbook.with_workspace(|workspace| analysis::best_capex(workspace, &others.get(), &NAMED_GROWTH)),
        false => Vec::new(),
    });
    let lead = move || {
        if axes.are_growth_and_capex() {
            growth_map::lead(&workbook.scenario.get(), &ridge.get())
        } else {
            Text::from(growth_map::lead_of(axes.across.get(), axes.up.get()))
        }
    };
    let measures = [OutcomeMeasure::Npv, OutcomeMeasure::Payback].map(|measure| (measure, controls::measure(measure)));
    let actions = ChartActions { handle: Some(axes.drag_handle(workbook)), ..ChartActions::default() };
    view! {
        <PageSection section=Section::GrowthMap lead>
            <div class="tools">
                <GrowthMapKey figure/>
                <div class="map-tools">
                    <Segments name="map-measure" label=controls::choice_measure() options=measures.into() chosen=measure/>
                    <div class="map-axes">
                        <AxisSelect name="map-across" label=growth_map::across() input=axes.across other=axes.up/>
                        <span aria-hidden="true">"×"</span>
                        <AxisSelect name="map-up" label=growth_map::up() input=axes.up other=axes.across/>
                    </div>
                </div>
            </div>
            <ChartView figure actions/>
            <p class="small no-print">{growth_map::point()}</p>
        </PageSection>
    }
}

/// List of the inputs that an axis can show.
#[component]
fn AxisSelect(
    /// Name of the list.
    name: &'static str,
    /// Accessible name.
    label: &'static str,
    /// Input along this axis.
    input: RwSignal<Input>,
    /// Input along the other axis, which cannot be chosen.
    other: RwSignal<Input>,
) -> impl IntoView {
    let choose = move |id: String| {
        if let Some(chosen) = Input::from_id(&id).filter(|chosen| *chosen != other.get_untracked()) {
            input.set(chosen);
        }
    };
    let option = move |option: Input| {
        view! {
            <option
                value=option.id()
                prop:selected=move || input.get() == option
                disabled=move || other.get() == option
            >
                {inputs::short(option)}
            </option>
        }
    };
    let numeric = Input::ALL.iter().copied().filter(|input| input.range().is_some());
    view! { <Select label on_choose=choose attr:name=name>{numeric.map(option).collect_view()}</Select> }
}

/// Returns the reported values of an input with their reports.
fn reported_values(input: Input) -> Vec<(f64, String)> {
    let values = facts().reported_values(input).into_iter();
    values.map(|(value, _, reports)| (value, words::reports(reports))).collect()
}

fn edge_marks(reported: &[(f64, String)]) -> Vec<Reported<'_>> {
    reported.iter().map(|(value, by)| Reported { value: *value, by }).collect()
}
