//! Edits of the capex plan by year in $B, and plans from the cells of a spreadsheet.

use super::event_text::{MAX_MULTIPLE, legal_multiple};
use super::events::{CapexPath, FIRST_YEAR};
use super::input_error::{InputError, clip};
use super::parse::{parse, round_to_15_digits};
use super::{Input, Scenario, Value};

/// The maximum number of years of a plan.
pub const MAX_PLAN_YEARS: usize = 20;

/// The change that sets one year of the plan.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PlanEdit {
    /// The capex of the first year, which scales the whole plan.
    Capex(f64),
    /// The multiples of every year.
    Path(CapexPath),
}

impl Scenario {
    /// The number of years that the plan covers: those of the build-out, and those that are set.
    pub fn plan_years(&self) -> usize {
        let built = self.build_years.ceil().max(1.0) as usize;
        built.max(self.capex_path.len()).min(MAX_PLAN_YEARS)
    }

    /// Whether the plan spends the same in every year.
    pub fn has_level_plan(&self) -> bool {
        self.capex_growth == 0.0 && self.capex_path.iter().all(|&multiple| multiple == 1.0)
    }

    /// The planned capex of year `year`, from 0, in $B.
    pub fn planned_capex(&self, year: usize) -> f64 {
        self.capex * self.capex_multiple(year)
    }

    /// The change that sets the capex of a year in $B. The first year is the input `capex`, unless the plan makes it a
    /// multiple of that.
    pub fn plan_edit(&self, year: usize, amount: f64) -> Result<PlanEdit, InputError> {
        if year == 0 && self.capex_multiple(0) == 1.0 {
            return Ok(PlanEdit::Capex(amount));
        }
        let mut years = self.multiples(self.capex_path.len().max(year + 1));
        if let Some(multiple) = years.get_mut(year) {
            *multiple = multiple_of(amount, self.capex)?;
        }
        path(years).map(PlanEdit::Path)
    }

    /// The plan with this number of years. Years that it adds have the capex that they have now, or that of the year
    /// before where there is none.
    pub fn plan_of_length(&self, years: usize) -> CapexPath {
        path(self.multiples(years.min(MAX_PLAN_YEARS))).unwrap_or_default()
    }

    /// The scenario with a typed or pasted plan.
    pub fn with_plan(&self, plan: &TypedPlan) -> Result<Self, InputError> {
        let first = plan.years.first().copied().unwrap_or_default();
        let capex = if plan.unit == PlanUnit::Billions && first > 0.0 { first } else { self.capex };
        let multiple = |&year: &f64| match plan.unit {
            PlanUnit::Billions => multiple_of(year, capex),
            PlanUnit::Multiples => legal_multiple(year),
        };
        let years = plan.years.iter().map(multiple).collect::<Result<Vec<f64>, _>>()?;
        Ok(Self { capex: round_to_15_digits(capex), capex_path: path(years)?, ..*self })
    }

    fn multiples(&self, years: usize) -> Vec<f64> {
        (0..years).map(|year| round_to_15_digits(self.capex_multiple(year).min(MAX_MULTIPLE))).collect()
    }
}

fn path(years: Vec<f64>) -> Result<CapexPath, InputError> {
    let given = years.len();
    CapexPath::from_items(years).ok_or(InputError::TooManyYears { given })
}

fn multiple_of(amount: f64, capex: f64) -> Result<f64, InputError> {
    if capex > 0.0 {
        legal_multiple(amount / capex)
    } else {
        Err(InputError::NotAMultiple { text: amount.to_string() })
    }
}

/// The unit of a typed plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanUnit {
    /// $ billion a year.
    Billions,
    /// Multiples of the first year's capex.
    Multiples,
}

/// A plan by year as typed or pasted.
#[derive(Clone, Debug, PartialEq)]
pub struct TypedPlan {
    /// The unit that the numbers are read in.
    pub unit: PlanUnit,
    /// The years.
    pub years: Vec<f64>,
}

/// Numbers up to this one are multiples, larger ones $B, where no sign says which.
const LARGEST_BARE_MULTIPLE: f64 = 5.0;

impl TypedPlan {
    /// Reads the cells of a row or column. `None` for a single cell, which a field reads on its own.
    pub fn parse(text: &str) -> Option<Result<Self, InputError>> {
        let text = text.trim();
        let separators: &[char] = match () {
            () if text.contains(['\t', '\n', '\r', ';']) => &['\t', '\n', '\r', ';'],
            () if text.contains(", ") || text.matches(',').count() > 1 => &[','],
            () => &[' '],
        };
        let cells: Vec<&str> = text.split(separators).map(str::trim).filter(|cell| !cell.is_empty()).collect();
        let cells = without_calendar_years(cells);
        (cells.len() > 1).then(|| Self::of_cells(&cells))
    }

    fn of_cells(cells: &[&str]) -> Result<Self, InputError> {
        let given = cells.len();
        if given > MAX_PLAN_YEARS {
            return Err(InputError::TooManyYears { given });
        }
        let numbers = cells.iter().map(|cell| cell_number(cell)).collect::<Result<Vec<f64>, _>>()?;
        let any = |signs: &[char]| cells.iter().any(|cell| cell.contains(signs));
        let is_multiple = any(&['×', 'x', 'X', '%'])
            || (!any(&['$', 'B', 'b']) && numbers.iter().all(|&number| number <= LARGEST_BARE_MULTIPLE));
        let unit = if is_multiple { PlanUnit::Multiples } else { PlanUnit::Billions };
        Ok(Self { unit, years: numbers })
    }

    /// The same numbers in the other unit.
    pub fn in_other_unit(&self) -> Self {
        let unit = match self.unit {
            PlanUnit::Billions => PlanUnit::Multiples,
            PlanUnit::Multiples => PlanUnit::Billions,
        };
        Self { unit, years: self.years.clone() }
    }
}

/// Leaves out a header row, or a first column, of calendar years that begin with the first year of the plan.
fn without_calendar_years(cells: Vec<&str>) -> Vec<&str> {
    let is_header = |header: Vec<&str>| {
        header.len() > 1 && header.iter().zip(FIRST_YEAR..).all(|(cell, year)| cell.parse() == Ok(year))
    };
    let half = cells.len() / 2;
    if !cells.len().is_multiple_of(2) {
        cells
    } else if is_header(cells[..half].to_vec()) {
        cells[half..].to_vec()
    } else if is_header(cells.iter().copied().step_by(2).collect()) {
        cells.into_iter().skip(1).step_by(2).collect()
    } else {
        cells
    }
}

fn cell_number(cell: &str) -> Result<f64, InputError> {
    let (text, factor) = match cell.strip_suffix('%') {
        Some(percent) => (percent, 0.01),
        None => (cell.trim_end_matches(['x', 'X']), 1.0),
    };
    match parse(Input::Capex, text) {
        Ok(Value::Number(number)) => Ok(round_to_15_digits(number * factor)),
        Err(error @ InputError::OutOfRange { .. }) => Err(error),
        _ => Err(InputError::NotANumber { input: Input::Capex, text: clip(cell) }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAN: Scenario = Scenario { capex_growth: 0.1, ..Scenario::DEFAULT };

    fn edited(scenario: Scenario, year: usize, amount: f64) -> PlanEdit {
        scenario.plan_edit(year, amount).unwrap()
    }

    #[test]
    fn a_year_is_set_and_the_years_before_it_keep_their_capex() {
        assert_eq!(edited(PLAN, 0, 150.0), PlanEdit::Capex(150.0));
        let PlanEdit::Path(path) = edited(PLAN, 2, 240.0) else { panic!("no path") };
        assert_eq!(&*path, [1.0, 1.1, 1.2]);
        let planned = Scenario { capex_path: path, ..PLAN };
        assert_eq!((planned.plan_years(), planned.planned_capex(2)), (4, 240.0));
        let PlanEdit::Path(path) = edited(planned, 1, 0.0) else { panic!("no path") };
        assert_eq!(&*path, [1.0, 0.0, 1.2]);
        assert!(planned.plan_edit(1, 1e5).is_err());
        assert!(Scenario { capex: 0.0, ..planned }.plan_edit(1, 10.0).is_err());
        assert_eq!(planned.plan_of_length(5).len(), 5);
        assert_eq!(&*planned.plan_of_length(2), [1.0, 1.1]);
        assert_eq!(planned.plan_of_length(0).len(), 0);
    }

    fn parsed(text: &str) -> TypedPlan {
        TypedPlan::parse(text).unwrap().unwrap()
    }

    #[test]
    fn cells_are_billions_or_multiples() {
        for text in
            ["200\t240\t160", "200\n240\n160\n", "$200B\t$240B\t$160B", "200, 240, 160", "200 240 160", "200;240;160"]
        {
            assert_eq!(
                parsed(text),
                TypedPlan { unit: PlanUnit::Billions, years: vec![200.0, 240.0, 160.0] },
                "{text:?}"
            );
        }
        for text in ["1\t1.2\t0.8", "1,0\t1,2\t0,8", "1,1.2,0.8", "1x\t1.2x\t0.8x", "100%\t120%\t80%"] {
            assert_eq!(parsed(text), TypedPlan { unit: PlanUnit::Multiples, years: vec![1.0, 1.2, 0.8] }, "{text:?}");
        }
        for text in ["2026\t2027\n200\t240", "2026\t200\n2027\t240"] {
            assert_eq!(parsed(text).years, [200.0, 240.0], "{text:?}");
        }
        for text in ["2026\t2027\t200", "2027\t2028\n200\t240"] {
            assert!(parsed(text).years.contains(&2027.0), "{text:?}");
        }
        assert_eq!(parsed("1\t1.2").in_other_unit().unit, PlanUnit::Billions);
        assert_eq!(TypedPlan::parse("1,000"), None);
        assert_eq!(TypedPlan::parse("240"), None);
        assert!(matches!(TypedPlan::parse("200\tmuch"), Some(Err(InputError::NotANumber { .. }))));
        assert!(matches!(TypedPlan::parse(&["1"; 21].join("\t")), Some(Err(InputError::TooManyYears { given: 21 }))));
    }

    #[test]
    fn a_pasted_plan_in_billions_sets_the_first_year() {
        let scenario = PLAN.with_plan(&parsed("100\t150\t50")).unwrap();
        assert_eq!((scenario.capex, &*scenario.capex_path), (100.0, &[1.0, 1.5, 0.5][..]));
        let scenario = PLAN.with_plan(&parsed("1\t1.5")).unwrap();
        assert_eq!((scenario.capex, &*scenario.capex_path), (200.0, &[1.0, 1.5][..]));
        let scenario = PLAN.with_plan(&parsed("0\t100")).unwrap();
        assert_eq!((scenario.capex, &*scenario.capex_path), (200.0, &[0.0, 0.5][..]));
    }
}
