//! The company, case and debate that a scenario starts from.

use super::presets::{Preset, find_preset, presets};
use super::{Input, Scenario, Value};

/// The starting point of a scenario, as positions in the lists of presets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    company: usize,
    case: Option<usize>,
    debate: Option<usize>,
}

impl Origin {
    /// A company in a case. Unknown ids give the first company and the base case.
    pub fn new(company: &str, case: &str) -> Self {
        let company = position(&presets().companies, company).unwrap_or(0);
        Self { company, case: position(&presets().cases, case).filter(|_| case != BASE), debate: None }
    }

    /// A debate, applied to the first company in the base case.
    pub fn debate(id: &str) -> Self {
        Self { debate: position(&presets().debates, id), ..Self::default() }
    }

    /// The company and case whose scenario equals this one, if any.
    pub fn of(scenario: &Scenario) -> Option<Self> {
        let lists = presets();
        let cases = |company: usize| (0..lists.cases.len()).map(move |case| (company, case));
        let mut all = (0..lists.companies.len()).flat_map(cases).map(|(company, case)| {
            let is_base = lists.cases.get(case).is_some_and(|preset| preset.id == BASE);
            Self { company, case: Some(case).filter(|_| !is_base), debate: None }
        });
        all.find(|origin| origin.scenario() == *scenario)
    }

    /// The id of the company.
    pub fn company_id(&self) -> &'static str {
        presets().companies.get(self.company).map_or("", |preset| &preset.id)
    }

    /// The name of the company on the page.
    pub fn company_label(&self) -> &'static str {
        presets().companies.get(self.company).map_or("", |preset| &preset.label)
    }

    /// The id of the case.
    pub fn case_id(&self) -> &'static str {
        self.case.and_then(|at| presets().cases.get(at)).map_or(BASE, |preset| &preset.id)
    }

    /// The name of the case on the page.
    pub fn case_label(&self) -> &'static str {
        find_preset(&presets().cases, self.case_id()).map_or("", |preset| &preset.label)
    }

    /// The debate, if there is one.
    pub fn debate_preset(&self) -> Option<&'static Preset> {
        presets().debates.get(self.debate?)
    }

    /// The same company and case without the debate.
    pub fn without_debate(self) -> Self {
        Self { debate: None, ..self }
    }

    /// The scenario: the overrides of company, case and debate applied to the defaults.
    pub fn scenario(&self) -> Scenario {
        let lists = presets();
        let layers = [
            lists.companies.get(self.company),
            self.case.and_then(|at| lists.cases.get(at)),
            self.debate.and_then(|at| lists.debates.get(at)),
        ];
        layers.into_iter().flatten().fold(Scenario::DEFAULT, |scenario, preset| preset.applied_to(&scenario))
    }

    /// This company and case, with the debate whose scenario equals the given one, if any.
    pub fn recognise(self, scenario: &Scenario) -> Self {
        let plain = self.without_debate();
        if plain != Self::default() || plain.scenario() == *scenario {
            return plain;
        }
        let matches = |preset: &Preset| preset.applied_to(&Scenario::DEFAULT) == *scenario;
        Self { debate: presets().debates.iter().position(matches), ..plain }
    }

    /// The value of an input after a reset.
    pub fn value(&self, input: Input) -> Value {
        self.scenario().get(input)
    }
}

const BASE: &str = "base";

fn position(list: &[Preset], id: &str) -> Option<usize> {
    list.iter().position(|preset| preset.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overrides_are_applied_in_order() {
        let bear = Origin::new("google", "bear");
        assert_eq!((bear.company_id(), bear.case_id()), ("google", "bear"));
        assert_eq!((bear.scenario().run_rate, bear.scenario().growth), (8.0, 0.6));
        assert_eq!(Origin::new("nobody", "nothing"), Origin::default());
        assert_eq!(
            (Origin::of(&bear.scenario()), Origin::of(&Scenario::DEFAULT)),
            (Some(bear), Some(Origin::default()))
        );
        assert_eq!(Origin::of(&Scenario { growth: 0.51, ..Scenario::DEFAULT }), None);
        assert_eq!(Origin::new("aws", "base"), Origin::default());
        let debate = Origin::debate("growth_is_22");
        assert_eq!(debate.scenario().growth, 0.22);
        assert_eq!(Origin::default().recognise(&debate.scenario()), debate);
        assert_eq!(Origin::default().recognise(&Scenario::DEFAULT), Origin::default());
    }
}
