//! Which growth do you believe: two inputs at once, and a point that moves both of them.

mod key;

use super::dom::{Element, all, el};
use super::hands::{Hands, Movable};
use super::parts::{option, segments, select};
use super::plot::plot;
use super::seen::{in_view, while_seen};
use super::store::{Shared, store, with_workspace};
use super::text::sentence;
use crate::analysis::{self, GrowthMap, OutcomeMeasure};
use crate::chart::{self, Figure, MapView, Point, Reported};
use crate::facts::facts;
use crate::platform::reactive::{Callback, Memo, RwSignal, memo};
use crate::scenario::{Input, Scenario, Value};
use crate::words::page::{Section, map_lead};
use crate::words::text::Text;
use crate::words::{analysis as lang, facts as sources, inputs};

/// Points across and up: as fine as fits beside the rest into a frame.
const COLUMNS: usize = 21;
const ROWS: usize = 17;

/// The growths whose best capex the lead names, and the step that capex is looked for in, $B.
const NAMED: [f64; 3] = [0.5, 1.0, 1.5];
const STEP: f64 = 10.0;

/// What the map is of.
#[derive(Clone, Copy)]
struct Sides {
    across: RwSignal<Input>,
    up: RwSignal<Input>,
    measure: RwSignal<OutcomeMeasure>,
}

impl Sides {
    fn new() -> Self {
        let (across, up) = (RwSignal::new(Input::Growth), RwSignal::new(Input::Capex));
        Self { across, up, measure: RwSignal::new(OutcomeMeasure::Npv) }
    }

    /// The scenario without the two inputs: what does not change while the point moves.
    fn rest(self) -> Memo<Scenario> {
        let scenario = store().scenario;
        memo(move || {
            let mut scenario = scenario.get();
            for input in [self.across.get(), self.up.get()] {
                scenario.set_unchecked(input, Scenario::DEFAULT.get(input));
            }
            scenario
        })
    }

    /// The runs, made anew only when something else than the two inputs moves.
    fn map(self, rest: Memo<Scenario>) -> Memo<Shared<GrowthMap>> {
        memo(move || {
            let mut map = GrowthMap::new(self.across.get(), self.up.get(), COLUMNS, ROWS);
            with_workspace(|workspace| map.update(workspace, &rest.get()));
            Shared::new(map)
        })
    }

    fn figure(self, map: Memo<Shared<GrowthMap>>) -> Memo<Shared<Figure>> {
        let store = store();
        memo(move || {
            let (map, (scenario, outcome)) = (map.get(), store.present());
            let (across, up) = (reported(map.x.input), reported(map.y.input));
            let (across, upwards) = (marks(&across), marks(&up));
            let (map, scenario, outcome) = (&*map, &scenario, &*outcome);
            let payback = self.measure.get() == OutcomeMeasure::Payback;
            Shared::new(chart::map(&MapView { map, scenario, outcome, payback, across: &across, upwards: &upwards }))
        })
    }

    fn are_usual(self) -> bool {
        (self.across.get(), self.up.get()) == (Input::Growth, Input::Capex)
    }

    /// The scenario's point, and the hand that moves it.
    fn point(self) -> Movable {
        let store = store();
        let value =
            move |input: Input| store.scenario.with(|scenario| scenario.get(input).number().unwrap_or_default());
        let at = memo(move || (value(self.across.get()), value(self.up.get())));
        let inputs = move || [self.across.get_untracked(), self.up.get_untracked()];
        let put = move |values: [f64; 2]| {
            let [across, up] = inputs();
            let [x, y] = values;
            store.nudge(&[(across, Value::Number(x)), (up, Value::Number(y))]);
        };
        let snapped = |input: Input, value: f64| input.range().map_or(value, |range| range.snap(value));
        let dragged = Callback::new(move |(x, y): Point| {
            let [across, up] = inputs();
            put([snapped(across, x), snapped(up, y)]);
        });
        let stepped = Callback::new(move |(right, above): Point| {
            let [across, up] = inputs();
            let (x, y) = at.get_untracked();
            let step = |input: Input, value: f64, steps: f64| match input.range() {
                Some(range) if steps != 0.0 => range.stepped(value, steps),
                _ => value,
            };
            put([step(across, x, right), step(up, y, above)]);
            store.settle_soon();
        });
        Movable { at, dragged, stepped }
    }
}

/// The section.
pub fn regions() -> Element {
    let store = store();
    let section = Section::Growth;
    let room = el("section", "section").attr("id", section.id()).attr("aria-label", section.name());
    let seen = in_view(&room);
    let sides = Sides::new();
    let measure = sides.measure;
    let rest = sides.rest();
    let map = sides.map(rest);
    let ridge = memo(move || if sides.are_usual() { ridge(&rest.get()) } else { Vec::new() });
    let classes = while_seen(*seen, move || {
        map.with(|map| key::classes(measure.get(), map, store.scenario.with(|scenario| scenario.horizon)))
    });
    let lead = while_seen(*seen, move || {
        if sides.are_usual() {
            map_lead(&store.scenario.get(), &ridge.get())
        } else {
            Text::new().plain(lang::map_lead_of(sides.across.get(), sides.up.get()))
        }
    });
    let measures = [OutcomeMeasure::Npv, OutcomeMeasure::Payback].map(|one| (one, lang::measure(one)));
    let both = el("div", "map-sides")
        .with(side("map-across", lang::map_across(), sides.across, sides.up))
        .with(el("span", "").attr("aria-hidden", "true").with("×"))
        .with(side("map-up", lang::map_up(), sides.up, sides.across));
    let choices =
        el("div", "map-tools").with(segments("map-measure", lang::choice_measure(), &measures, measure)).with(both);
    let hands = Hands { point: Some(sides.point()), ..Hands::default() };
    room.with(el("h2", "").with(section.title()))
        .with(el("p", "lead two-lines").with(sentence(lead)))
        .with(el("div", "tools").with(key::key(measure, classes)).with(choices))
        .with(plot(sides.figure(map), hands))
        .with(el("p", "small").with(lang::map_point()))
}

/// The choice of the input along one side.
fn side(name: &str, label: &str, side: RwSignal<Input>, other: RwSignal<Input>) -> Element {
    let one = move |input: Input| {
        option(input.id(), inputs::short(input))
            .keep_property("selected", move || side.get() == input)
            .keep("disabled", move || other.get() == input)
    };
    let choose = move |id: String| {
        if let Some(input) = Input::from_id(&id).filter(|input| *input != other.get_untracked()) {
            side.set(input);
        }
    };
    let numeric = Input::ALL.iter().copied().filter(|input| input.range().is_some());
    select(label, choose).attr("name", name).with(all(numeric.map(one)))
}

/// The best capex at some growths, on a round grid; none where the slider ends before it.
fn ridge(rest: &Scenario) -> Vec<(f64, f64)> {
    let end = Input::Capex.range().map_or(f64::INFINITY, |range| range.max);
    let best = |growth: f64| {
        let scenario = Scenario { growth, ..*rest };
        let capex = with_workspace(|workspace| analysis::best_value(workspace, &scenario, Input::Capex, STEP))?;
        (capex < end).then_some((growth, capex))
    };
    NAMED.into_iter().filter_map(best).collect()
}

fn reported(input: Input) -> Vec<(f64, String)> {
    let values = facts().reported_values(input).into_iter();
    values.map(|(value, _, reports)| (value, sources::reports(reports))).collect()
}

fn marks(reported: &[(f64, String)]) -> Vec<Reported<'_>> {
    reported.iter().map(|(value, by)| Reported { value: *value, by }).collect()
}
