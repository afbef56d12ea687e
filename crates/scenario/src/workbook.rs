//! The workbook: the present sheet, the baseline it is compared with, and the history with undo and redo.

use serde::{Deserialize, Serialize};

use super::edition::{CHANGED, first_edition};
use super::{CapexPath, Events, Group, Input, InputRange, Origin, Ranges, Scenario, ScenarioPart, Value};

/// Maximum number of pinned scenarios.
pub const MAX_PINS: usize = 3;
/// Maximum number of steps in the history.
const MAX_STEPS: usize = 300;
/// The default seed of the Monte Carlo simulation.
pub const DEFAULT_SEED: u32 = 2026;

/// A scenario pinned for comparison.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pin {
    /// The name given by the reader.
    pub name: String,
    /// The scenario.
    pub scenario: Scenario,
}

/// The state that undo and redo restore.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// The company, case and debate that the scenario started from.
    pub origin: Origin,
    /// The present scenario.
    pub scenario: Scenario,
    /// Pinned scenarios, at most [`MAX_PINS`].
    pub pins: Vec<Pin>,
    /// Seed of the Monte Carlo simulation.
    pub seed: u32,
    /// The ranges of the Monte Carlo simulation that the reader has set.
    pub ranges: Ranges,
}

impl Sheet {
    /// A sheet with the scenario of an origin and no pins.
    pub fn new(origin: Origin) -> Self {
        let scenario = origin.scenario();
        Self { origin, scenario, pins: Vec::new(), seed: DEFAULT_SEED, ranges: Ranges::NONE }
    }

    /// The parts that differ from the scenario of the origin.
    pub fn changed(&self) -> Vec<ScenarioPart> {
        self.scenario.differences(&self.origin.scenario())
    }
}

/// The change that a step of the history made.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The workbook was opened.
    Opened,
    /// One input was changed.
    Input {
        /// The input.
        input: Input,
        /// Its value before the change.
        from: Value,
        /// Its value after the change.
        to: Value,
    },
    /// The events were changed.
    Events {
        /// The events before the change.
        from: Events,
        /// The events after the change.
        to: Events,
    },
    /// The capex plan, or several parts at once were changed.
    Parts(Vec<ScenarioPart>),
    /// A company, case or debate was chosen.
    Origin(Origin),
    /// Every input was reset to the origin.
    ResetAll,
    /// The inputs of a group were reset to the origin.
    ResetGroup(Group),
    /// A scenario was pinned.
    Pinned(String),
    /// A pin was removed.
    Unpinned(String),
    /// The name or the scenario of a pin was replaced.
    Repinned(String),
    /// A pin and the present scenario were swapped.
    Swapped(String),
    /// The seed was changed.
    Seed(u32),
    /// The range of an input in the simulation was set, or reset with `None`.
    Range {
        /// The input.
        input: Input,
        /// The range after the change.
        to: Option<InputRange>,
    },
    /// Every range of the simulation was reset.
    ResetRanges,
    /// The inputs of a simulated case were taken: of the case at this percentile of NPV.
    SimulatedCase(u8),
    /// A link, a file or a saved state was loaded.
    Loaded,
}

/// A step of the history: an action and the sheet after it.
#[derive(Clone, Debug, PartialEq)]
struct HistoryStep {
    action: Action,
    sheet: Sheet,
}

/// The present sheet, its baseline and the history.
#[derive(Clone, Debug, PartialEq)]
pub struct Workbook {
    baseline: Scenario,
    /// The first step is [`Action::Opened`].
    steps: Vec<HistoryStep>,
    present: usize,
    /// The subject of the gesture in progress; further changes of the same subject replace the last step.
    gesture: Option<Gesture>,
}

/// The subject of a gesture.
#[derive(Clone, Debug, PartialEq)]
enum Gesture {
    /// Parts of the scenario.
    Parts(Vec<ScenarioPart>),
    /// The range of an input.
    Range(Input),
}

impl Default for Workbook {
    fn default() -> Self {
        Self::open(Sheet::new(Origin::default()), None)
    }
}

impl Workbook {
    /// A workbook without undo steps. The baseline is the scenario of the sheet unless another one is given.
    pub fn open(sheet: Sheet, baseline: Option<Scenario>) -> Self {
        let baseline = baseline.unwrap_or(sheet.scenario);
        Self { baseline, steps: vec![HistoryStep { action: Action::Opened, sheet }], present: 0, gesture: None }
    }

    /// The present sheet.
    pub fn sheet(&self) -> &Sheet {
        static FIRST: std::sync::LazyLock<Sheet> = std::sync::LazyLock::new(|| Sheet::new(Origin::default()));
        self.steps.get(self.present).map_or(&FIRST, |step| &step.sheet)
    }

    /// The present scenario.
    pub fn scenario(&self) -> &Scenario {
        &self.sheet().scenario
    }

    /// The scenario that the present one is compared with.
    pub fn baseline(&self) -> &Scenario {
        &self.baseline
    }

    /// Replaces the baseline.
    pub fn set_baseline(&mut self, baseline: Scenario) {
        self.baseline = baseline;
    }

    /// The actions of all steps, the first of them [`Action::Opened`], and the position of the present step.
    pub fn history(&self) -> (impl Iterator<Item = &Action>, usize) {
        (self.steps.iter().map(|step| &step.action), self.present)
    }

    /// Whether there is a step to undo.
    pub fn can_undo(&self) -> bool {
        self.present > 0
    }

    /// Whether there is a step to redo.
    pub fn can_redo(&self) -> bool {
        self.present + 1 < self.steps.len()
    }

    /// The action that the next undo reverts.
    pub fn next_undo(&self) -> Option<&Action> {
        self.steps.get(self.present).filter(|_| self.can_undo()).map(|step| &step.action)
    }

    /// The action that the next redo repeats.
    pub fn next_redo(&self) -> Option<&Action> {
        self.steps.get(self.present + 1).map(|step| &step.action)
    }

    /// Goes one step back.
    pub fn undo(&mut self) {
        self.go(self.present.saturating_sub(1));
    }

    /// Goes one step forward.
    pub fn redo(&mut self) {
        self.go(self.present + 1);
    }

    /// Goes to any step of the history.
    pub fn go(&mut self, step: usize) {
        self.gesture = None;
        if step < self.steps.len() {
            self.present = step;
        }
    }

    /// Ends a gesture: the next change is a new step. A gesture that ended where it began leaves no step.
    pub fn end_gesture(&mut self) {
        if self.gesture.take().is_none() || self.can_redo() {
            return;
        }
        if let [.., before, last] = self.steps.as_slice()
            && before.sheet == last.sheet
        {
            self.steps.pop();
            self.present = self.steps.len().saturating_sub(1);
        }
    }

    /// Changes inputs as part of a gesture: successive changes of the same inputs are one step until
    /// [`end_gesture`](Self::end_gesture). Illegal values are ignored.
    pub fn set(&mut self, values: &[(Input, Value)]) {
        let mut scenario = *self.scenario();
        let mut parts = Vec::with_capacity(values.len());
        for &(input, value) in values {
            if scenario.set(input, value).is_ok() {
                parts.push(ScenarioPart::Input(input));
            }
        }
        self.change(parts, scenario);
    }

    /// Changes the events as part of a gesture.
    pub fn set_events(&mut self, events: Events) {
        let scenario = Scenario { events, ..*self.scenario() };
        self.change(vec![ScenarioPart::Events], scenario);
    }

    /// Changes the capex plan by year as part of a gesture.
    pub fn set_capex_path(&mut self, capex_path: CapexPath) {
        let scenario = Scenario { capex_path, ..*self.scenario() };
        self.change(vec![ScenarioPart::CapexPath], scenario);
    }

    /// Replaces the scenario by one with another capex plan, as a step of its own.
    pub fn set_plan(&mut self, scenario: Scenario) {
        let scenario = Scenario { capex: scenario.capex, capex_path: scenario.capex_path, ..*self.scenario() };
        self.replace_sheet(Action::Parts(vec![ScenarioPart::CapexPath]), Sheet { scenario, ..self.sheet().clone() });
    }

    /// Takes today's values of the inputs that the first edition of the model did not have or set otherwise, as far as the
    /// scenario and the baseline still have the values of that edition.
    pub fn take_todays_assumptions(&mut self) {
        let today = |scenario: &Scenario, origin: Origin| {
            let mut scenario = *scenario;
            for input in CHANGED {
                if scenario.get(input) == first_edition().get(input) {
                    scenario.set_unchecked(input, origin.value(input));
                }
            }
            scenario
        };
        let origin = self.sheet().origin;
        let scenario = today(self.scenario(), origin);
        let action = Action::Parts(scenario.differences(self.scenario()));
        self.baseline = today(&self.baseline, origin);
        let origin = origin.recognise(&scenario);
        self.replace_sheet(action, Sheet { origin, scenario, ..self.sheet().clone() });
    }

    /// Sets the range of an input in the simulation as part of a gesture, or gives it back to the analysis with `None`.
    pub fn set_range(&mut self, input: Input, range: Option<InputRange>) {
        let mut sheet = self.sheet().clone();
        sheet.ranges.set(input, range);
        let to = sheet.ranges.get(input);
        self.continue_gesture(Gesture::Range(input), sheet, |_| Action::Range { input, to });
    }

    /// Gives every range of the simulation back to the analysis.
    pub fn reset_ranges(&mut self) {
        self.replace_sheet(Action::ResetRanges, Sheet { ranges: Ranges::NONE, ..self.sheet().clone() });
    }

    /// Replaces the scenario by one that differs in these parts.
    fn change(&mut self, parts: Vec<ScenarioPart>, scenario: Scenario) {
        let sheet = Sheet { scenario, ..self.sheet().clone() };
        let named = parts.clone();
        self.continue_gesture(Gesture::Parts(parts), sheet, |from| match named[..] {
            [ScenarioPart::Input(input)] => {
                Action::Input { input, from: from.scenario.get(input), to: scenario.get(input) }
            }
            [ScenarioPart::Events] => Action::Events { from: from.scenario.events, to: scenario.events },
            _ => Action::Parts(named),
        });
    }

    /// Replaces the sheet; merges the step with the one of the gesture in progress. `action` takes the sheet before the gesture.
    fn continue_gesture(&mut self, gesture: Gesture, sheet: Sheet, action: impl FnOnce(&Sheet) -> Action) {
        let continues = self.gesture.as_ref() == Some(&gesture) && !self.can_redo();
        if !continues && sheet == *self.sheet() {
            return;
        }
        let before = if continues && self.present > 0 { self.present - 1 } else { self.present };
        let action = action(self.steps.get(before).map_or(self.sheet(), |step| &step.sheet));
        if continues {
            self.steps.truncate(self.present);
            self.present = before;
        }
        self.push(action, sheet);
        self.gesture = Some(gesture);
    }

    /// Replaces the whole sheet in one step.
    pub fn replace_sheet(&mut self, action: Action, sheet: Sheet) {
        self.gesture = None;
        if sheet != *self.sheet() {
            self.push(action, sheet);
        }
    }

    /// Replaces the origin by a company's case or a debate. Changed inputs, pins and seed stay; a debate sets the inputs that
    /// it is about, also where they were changed.
    pub fn choose(&mut self, origin: Origin) {
        let mut sheet = Sheet { origin, scenario: origin.scenario(), ..self.sheet().clone() };
        let debated = origin.debate_preset().map(|preset| &preset.overrides);
        let own = |part: &ScenarioPart| debated.is_none_or(|debated| !debated.sets(*part));
        for part in self.sheet().changed().into_iter().filter(own) {
            sheet.scenario.take(part, self.scenario());
        }
        self.replace_sheet(Action::Origin(origin), sheet);
    }

    /// Pins the scenarios of companies after the present pins, as far as there is room. Returns those without room.
    pub fn pin_beside(&mut self, companies: Vec<Pin>) -> Vec<Pin> {
        let mut pins = self.sheet().pins.clone();
        pins.extend(
            companies.into_iter().filter(|new| !self.sheet().pins.iter().any(|pin| pin.scenario == new.scenario)),
        );
        let without_room = pins.split_off(pins.len().min(MAX_PINS));
        if pins != self.sheet().pins {
            self.set_pins(pins);
        }
        without_room
    }

    /// Replaces the scenario by one from a file, and the ranges where the file has any; keeps pins and seed.
    pub fn load(&mut self, scenario: Scenario, ranges: Option<Ranges>) {
        let origin = self.sheet().origin.recognise(&scenario);
        let ranges = ranges.unwrap_or_else(|| self.sheet().ranges.clone());
        self.replace_sheet(Action::Loaded, Sheet { origin, scenario, ranges, ..self.sheet().clone() });
    }

    /// Replaces the scenario by a simulated case, whose NPV is at a percentile of all cases.
    pub fn take_simulated_case(&mut self, scenario: Scenario, percentile: u8) {
        self.replace_sheet(Action::SimulatedCase(percentile), Sheet { scenario, ..self.sheet().clone() });
    }

    /// Resets every input to the origin.
    pub fn reset_all(&mut self) {
        let sheet = Sheet { scenario: self.sheet().origin.scenario(), ..self.sheet().clone() };
        self.replace_sheet(Action::ResetAll, sheet);
    }

    /// Resets the parts of a group to the origin.
    pub fn reset_group(&mut self, group: Group) {
        let parts = self.sheet().changed().into_iter().filter(|part| part.group() == Some(group));
        self.reset_parts(Action::ResetGroup(group), parts.collect());
    }

    /// Resets a part to the origin.
    pub fn reset_part(&mut self, part: ScenarioPart) {
        self.end_gesture();
        let origin = self.sheet().origin;
        match part {
            ScenarioPart::Input(input) => self.set(&[(input, origin.value(input))]),
            part => self.reset_parts(Action::Parts(vec![part]), vec![part]),
        }
        self.end_gesture();
    }

    fn reset_parts(&mut self, action: Action, parts: Vec<ScenarioPart>) {
        let mut sheet = self.sheet().clone();
        let base = sheet.origin.scenario();
        for part in parts {
            sheet.scenario.take(part, &base);
        }
        self.replace_sheet(action, sheet);
    }

    /// Pins a scenario, replacing the last pin if the maximum is reached.
    pub fn pin(&mut self, pin: Pin) {
        let mut sheet = self.sheet().clone();
        let name = pin.name.clone();
        sheet.pins.truncate(MAX_PINS - 1);
        sheet.pins.push(pin);
        self.replace_sheet(Action::Pinned(name), sheet);
    }

    /// Replaces all pins at once.
    pub fn set_pins(&mut self, pins: Vec<Pin>) {
        let mut sheet = self.sheet().clone();
        let names: Vec<_> = pins.iter().map(|pin| pin.name.as_str()).collect();
        let action = Action::Pinned(names.join(", "));
        sheet.pins = pins;
        sheet.pins.truncate(MAX_PINS);
        self.replace_sheet(action, sheet);
    }

    /// Removes a pin.
    pub fn unpin(&mut self, at: usize) {
        let mut sheet = self.sheet().clone();
        if at < sheet.pins.len() {
            let pin = sheet.pins.remove(at);
            self.replace_sheet(Action::Unpinned(pin.name), sheet);
        }
    }

    /// Renames a pin.
    pub fn rename(&mut self, at: usize, name: &str) {
        let mut sheet = self.sheet().clone();
        if let Some(pin) = sheet.pins.get_mut(at) {
            name.clone_into(&mut pin.name);
            self.replace_sheet(Action::Repinned(name.to_owned()), sheet);
        }
    }

    /// Replaces scenario and name of a pin by the present scenario and a new name.
    pub fn replace_pin(&mut self, at: usize, name: String) {
        let mut sheet = self.sheet().clone();
        let scenario = sheet.scenario;
        if let Some(pin) = sheet.pins.get_mut(at) {
            pin.scenario = scenario;
            pin.name.clone_from(&name);
            self.replace_sheet(Action::Repinned(name), sheet);
        }
    }

    /// Swaps a pin with the present scenario and gives the pin a new name.
    pub fn swap(&mut self, at: usize, name: String) {
        let mut sheet = self.sheet().clone();
        if let Some(pin) = sheet.pins.get_mut(at) {
            std::mem::swap(&mut pin.scenario, &mut sheet.scenario);
            let name = std::mem::replace(&mut pin.name, name);
            let named = Origin::of(&sheet.scenario);
            sheet.origin = named.unwrap_or_else(|| sheet.origin.recognise(&sheet.scenario));
            self.replace_sheet(Action::Swapped(name), sheet);
        }
    }

    /// Changes the seed of the Monte Carlo simulation.
    pub fn set_seed(&mut self, seed: u32) {
        self.replace_sheet(Action::Seed(seed), Sheet { seed, ..self.sheet().clone() });
    }

    /// Adds a step after the present one. When the history is full, the oldest step after `Opened` is dropped.
    fn push(&mut self, action: Action, sheet: Sheet) {
        self.steps.truncate(self.present + 1);
        self.steps.push(HistoryStep { action, sheet });
        if self.steps.len() > MAX_STEPS {
            self.steps.remove(1);
        }
        self.present = self.steps.len() - 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn number(value: f64) -> Value {
        Value::Number(value)
    }

    #[test]
    fn todays_assumptions_replace_those_of_the_first_edition() {
        let first = Scenario { growth: 0.5, price_change: -0.1, ..first_edition() };
        let mut book = Workbook::open(Sheet { scenario: first, ..Sheet::new(Origin::default()) }, None);
        book.take_todays_assumptions();
        let today = Scenario { growth: 0.5, price_change: -0.1, ..Scenario::DEFAULT };
        assert_eq!((*book.scenario(), *book.baseline()), (today, today));
        book.undo();
        assert_eq!(*book.scenario(), first);
    }

    #[test]
    fn one_drag_is_one_step() {
        let mut book = Workbook::default();
        for value in [190.0, 170.0, 150.0] {
            book.set(&[(Input::Capex, number(value))]);
        }
        book.end_gesture();
        book.set(&[(Input::Capex, number(100.0))]);
        let (history, present) = book.history();
        let steps: Vec<_> = history.cloned().collect();
        assert_eq!(present, 2);
        assert_eq!(steps[1], Action::Input { input: Input::Capex, from: number(200.0), to: number(150.0) });
        assert_eq!(steps[2], Action::Input { input: Input::Capex, from: number(150.0), to: number(100.0) });
        book.undo();
        assert_eq!((book.next_undo(), book.next_redo()), (Some(&steps[1]), Some(&steps[2])));
        assert_eq!(book.scenario().capex, 150.0);
        book.set(&[(Input::Tax, number(0.3))]);
        book.set(&[(Input::Tax, number(0.21))]);
        book.end_gesture();
        assert_eq!(book.history().1, 1, "a drag back to its start leaves no step");
        book.set(&[(Input::Growth, number(0.5))]);
        assert!(!book.can_redo(), "a new step replaces the undone ones");
    }

    #[test]
    fn a_drag_of_an_end_is_one_step_and_a_reset_returns_to_the_analysis() {
        let mut book = Workbook::default();
        let ends = |low| InputRange::between(Input::Tax, low, 0.28);
        for low in [0.2, 0.18, 0.15] {
            book.set_range(Input::Tax, ends(low));
        }
        book.end_gesture();
        book.set_range(Input::Erosion, Some(InputRange::Fixed));
        book.set_range(Input::Horizon, Some(InputRange::Fixed));
        assert_eq!(book.history().1, 2);
        book.reset_ranges();
        assert!(book.sheet().ranges.is_empty());
        book.undo();
        book.undo();
        assert_eq!(book.sheet().ranges.iter().collect::<Vec<_>>(), [(Input::Tax, ends(0.15).unwrap())]);
        book.undo();
        assert!(book.sheet().ranges.is_empty() && !book.can_undo());
    }

    #[test]
    fn another_input_is_another_step_and_no_change_is_no_step() {
        let mut book = Workbook::default();
        book.set(&[(Input::Capex, number(200.0))]);
        assert!(!book.can_undo());
        book.set(&[(Input::Capex, number(150.0))]);
        book.set(&[(Input::Growth, number(0.5))]);
        book.set(&[(Input::Growth, number(-5.0))]);
        assert_eq!(book.scenario().growth, 0.5, "an illegal value changes nothing");
        book.undo();
        assert_eq!((book.scenario().capex, book.scenario().growth), (150.0, 1.0));
    }

    #[test]
    fn another_company_keeps_changes_and_pins() {
        let mut book = Workbook::default();
        book.set(&[(Input::Growth, number(0.5)), (Input::Tax, number(0.3))]);
        book.choose(Origin::new("azure", "base"));
        let azure = Origin::new("azure", "base").scenario();
        assert_eq!((book.scenario().growth, book.scenario().tax), (0.5, 0.3));
        assert_eq!(book.scenario().capex, azure.capex);
        book.choose(Origin::debate("growth_is_22"));
        assert_eq!((book.scenario().growth, book.scenario().tax), (0.22, 0.3), "a debate sets what it is about");
        book.pin(Pin { name: "mine".to_owned(), scenario: *book.scenario() });
        let pin = |id: &str| Pin { name: id.to_owned(), scenario: Origin::new(id, "base").scenario() };
        let left = book.pin_beside(vec![pin("aws"), pin("azure"), pin("google")]);
        let names: Vec<_> = book.sheet().pins.iter().map(|pin| pin.name.as_str()).collect();
        assert_eq!(names, ["mine", "aws", "azure"]);
        assert_eq!(left, [pin("google")]);
        assert_eq!(book.pin_beside(vec![pin("aws")]), [], "a pinned company is not pinned again");
    }

    #[test]
    fn pins_and_resets() {
        let mut book = Workbook::default();
        book.set(&[(Input::Growth, number(0.5)), (Input::Tax, number(0.3))]);
        for name in ["a", "b", "c", "d"] {
            book.pin(Pin { name: name.to_owned(), scenario: *book.scenario() });
        }
        let names: Vec<_> = book.sheet().pins.iter().map(|pin| pin.name.clone()).collect();
        assert_eq!(names, ["a", "b", "d"]);
        book.reset_group(Group::Demand);
        assert_eq!((book.scenario().growth, book.scenario().tax), (1.0, 0.3));
        book.swap(0, "e".to_owned());
        assert_eq!((book.scenario().growth, book.sheet().pins[0].scenario.growth), (0.5, 1.0));
        book.reset_all();
        assert_eq!(*book.scenario(), Scenario::DEFAULT);
    }

    #[test]
    fn a_full_history_keeps_its_first_step() {
        let mut book = Workbook::default();
        let start = book.sheet().clone();
        for step in 0..400 {
            book.set_seed(step);
        }
        let (history, present) = book.history();
        let actions: Vec<_> = history.cloned().collect();
        assert_eq!((actions.len(), present), (MAX_STEPS, MAX_STEPS - 1));
        assert_eq!(
            (&actions[0], &actions[1], &actions[299]),
            (&Action::Opened, &Action::Seed(101), &Action::Seed(399))
        );
        book.go(0);
        assert_eq!(*book.sheet(), start);
    }

    #[derive(Clone, Debug)]
    enum Act {
        Set(usize, f64),
        EndGesture,
        Choose(usize, usize),
        Debate(usize),
        Pin,
        Unpin(usize),
        Swap(usize),
        Reset,
        Seed(u32),
        Range(usize, f64),
    }

    fn act() -> impl Strategy<Value = Act> {
        prop_oneof![
            4 => (0..Input::ALL.len(), 0.0..1.0).prop_map(|(at, x)| Act::Set(at, x)),
            2 => Just(Act::EndGesture),
            1 => (0..3usize, 0..3usize).prop_map(|(a, b)| Act::Choose(a, b)),
            1 => (0..13usize).prop_map(Act::Debate),
            1 => Just(Act::Pin),
            1 => (0..3usize).prop_map(Act::Unpin),
            1 => (0..3usize).prop_map(Act::Swap),
            1 => Just(Act::Reset),
            1 => (0..9u32).prop_map(Act::Seed),
            2 => (0..Input::ALL.len(), 0.0..1.0).prop_map(|(at, x)| Act::Range(at, x)),
        ]
    }

    fn perform(book: &mut Workbook, act: &Act) {
        let lists = crate::presets();
        match *act {
            Act::Set(at, x) => {
                let input = Input::ALL[at];
                let value =
                    input.range().map_or(Value::Switch(x < 0.5), |range| number(range.snap(range.value_along(x))));
                book.set(&[(input, value)]);
            }
            Act::EndGesture => book.end_gesture(),
            Act::Choose(a, b) => book.choose(Origin::new(&lists.companies[a].id, &lists.cases[b].id)),
            Act::Debate(at) => book.choose(Origin::debate(&lists.debates[at].id)),
            Act::Pin => book.pin(Pin { name: "pin".to_owned(), scenario: *book.scenario() }),
            Act::Unpin(at) => book.unpin(at),
            Act::Swap(at) => book.swap(at, "swapped".to_owned()),
            Act::Reset => book.reset_all(),
            Act::Seed(seed) => book.set_seed(seed),
            Act::Range(at, x) => book.set_range(Input::ALL[at], InputRange::between(Input::ALL[at], x, 1.0)),
        }
    }

    proptest! {
        #[test]
        fn any_sequence_undone_gives_the_start_and_redone_the_end(acts in prop::collection::vec(act(), 0..40)) {
            let mut book = Workbook::default();
            let start = book.sheet().clone();
            for act in &acts {
                perform(&mut book, act);
            }
            let end = book.sheet().clone();
            while book.can_undo() {
                book.undo();
            }
            prop_assert_eq!(book.sheet(), &start);
            while book.can_redo() {
                book.redo();
            }
            prop_assert_eq!(book.sheet(), &end);
        }
    }
}
