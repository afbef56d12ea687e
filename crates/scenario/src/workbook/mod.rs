//! The workbook: the present sheet, the baseline it is compared with, and the history with undo and redo.

mod action;
mod sheet;

pub use action::Action;
pub use sheet::{DEFAULT_SEED, MAX_PINS, Pin, Sheet};

use super::edition::{CHANGED, first_edition};
use super::{
    CapexPath, Events, Group, Input, InputRange, Origin, PartialScenario, Ranges, Scenario, ScenarioPart, Value,
};

/// Maximum number of steps in the history.
const MAX_STEPS: usize = 300;

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

    /// Takes parts of another scenario as part of a gesture.
    pub fn take_parts(&mut self, taken: &PartialScenario) {
        let mut scenario = *self.scenario();
        for &part in &taken.parts {
            scenario.take(part, &taken.scenario);
        }
        self.change(taken.parts.clone(), scenario);
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

    /// Resets a part to the origin, or to the company's case where the origin is a debate that sets the part.
    pub fn reset_part(&mut self, part: ScenarioPart) {
        self.end_gesture();
        let origin = self.sheet().origin;
        let is_reset = !self.sheet().changed().contains(&part);
        let base = if is_reset { origin.without_debate().scenario() } else { origin.scenario() };
        match part {
            ScenarioPart::Input(input) => self.set(&[(input, base.get(input))]),
            part => self.take_parts(&PartialScenario { parts: vec![part], scenario: base }),
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
mod tests;
