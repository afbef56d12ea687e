//! Evaluation of the workbook's formulas, for the cells whose results are not numbers of the outcome. Programs that show a file
//! without calculating it need a stored result in every cell.

mod functions;
mod syntax;
mod value;

use std::collections::HashMap;

use super::worksheet::{Content, StoredResult, Worksheet};
use syntax::{Area, Expression, parse};
use value::{Scalar, Value};

/// Stores the result of each formula that has none yet. A formula that cannot be evaluated stays without.
pub(super) fn fill(sheets: &mut [Worksheet]) {
    let mut evaluator = Evaluator::new(sheets);
    // From top to bottom, so that most of what a formula refers to is known.
    let mut results = Vec::new();
    for (index, sheet) in sheets.iter().enumerate() {
        for (row, column) in sheet.unknown_cells() {
            results.push((index, row, column, evaluator.cell(index, column, row)));
        }
    }
    for (index, row, column, scalar) in results {
        let result = match scalar {
            Scalar::Number(number) => StoredResult::Number(number),
            Scalar::Text(text) => StoredResult::Text(text),
            Scalar::Empty => StoredResult::Number(0.0),
            Scalar::Truth(_) | Scalar::Error => StoredResult::Unknown,
        };
        if let Some(sheet) = sheets.get_mut(index) {
            sheet.store(row, column, result);
        }
    }
}

/// The state of a cell during evaluation.
#[derive(Clone, Debug)]
enum Cell {
    Known(Scalar),
    Formula(String),
    /// Its formula is being evaluated. A reference to it would go in a circle.
    Running,
}

struct Evaluator {
    names: HashMap<String, Area>,
    sheet_names: Vec<&'static str>,
    /// The cells by worksheet, row and column.
    cells: Vec<Vec<Vec<Cell>>>,
}

impl Evaluator {
    fn new(sheets: &[Worksheet]) -> Self {
        let names = sheets.iter().flat_map(|sheet| {
            sheet.names.iter().filter_map(|(name, cells)| {
                let Some(Expression::Area(area)) = parse(cells) else { return None };
                Some((name.clone(), Area { sheet: Some(sheet.name.to_owned()), ..area }))
            })
        });
        Self {
            names: names.collect(),
            sheet_names: sheets.iter().map(|sheet| sheet.name).collect(),
            cells: sheets.iter().map(grid).collect(),
        }
    }

    /// The value of a cell, which is evaluated where it is not known yet.
    fn cell(&mut self, sheet: usize, column: usize, row: usize) -> Scalar {
        let Some(cell) = self.place(sheet, column, row) else { return Scalar::Empty };
        let formula = match cell {
            Cell::Known(scalar) => return scalar.clone(),
            Cell::Running => return Scalar::Error,
            Cell::Formula(formula) => std::mem::take(formula),
        };
        *cell = Cell::Running;
        let scalar = parse(&formula).map_or(Scalar::Error, |expression| self.value(&expression, sheet).one());
        if let Some(cell) = self.place(sheet, column, row) {
            *cell = Cell::Known(scalar.clone());
        }
        scalar
    }

    fn place(&mut self, sheet: usize, column: usize, row: usize) -> Option<&mut Cell> {
        self.cells.get_mut(sheet)?.get_mut(row)?.get_mut(column)
    }

    /// The value of a part of a formula in a worksheet.
    fn value(&mut self, expression: &Expression, sheet: usize) -> Value {
        match expression {
            Expression::Number(number) => Value::One(Scalar::Number(*number)),
            Expression::Text(text) => Value::One(Scalar::Text(text.clone())),
            Expression::Area(area) => self.area(area, sheet),
            Expression::Name(name) => match self.names.get(name).cloned() {
                Some(area) => self.area(&area, sheet),
                None => Value::One(Scalar::Error),
            },
            Expression::Negative(operand) => self.value(operand, sheet).negative(),
            Expression::Operation(operator, one, two) => {
                let one = self.value(one, sheet);
                one.operate(*operator, self.value(two, sheet))
            }
            Expression::Call(name, arguments) if name == "IF" => self.choice(arguments, sheet),
            Expression::Call(name, arguments) => {
                let arguments = arguments.iter().map(|argument| self.value(argument, sheet)).collect();
                Value::One(functions::call(name, arguments))
            }
        }
    }

    /// `IF(condition, then, else)`, of which only what is chosen is evaluated.
    fn choice(&mut self, arguments: &[Expression], sheet: usize) -> Value {
        let [condition, then, otherwise] = arguments else { return Value::One(Scalar::Error) };
        match self.value(condition, sheet).one().number() {
            Some(0.0) => self.value(otherwise, sheet),
            Some(_) => self.value(then, sheet),
            None => Value::One(Scalar::Error),
        }
    }

    fn area(&mut self, area: &Area, sheet: usize) -> Value {
        let named = area.sheet.as_ref().map(|name| self.sheet_names.iter().position(|known| known == name));
        let Some(sheet) = named.unwrap_or(Some(sheet)) else { return Value::One(Scalar::Error) };
        let ((left, right), (top, bottom)) = (area.columns, area.rows);
        if (left, top) == (right, bottom) {
            return Value::One(self.cell(sheet, left, top));
        }
        let cells = (top..=bottom).flat_map(|row| (left..=right).map(move |column| (row, column)));
        Value::Many(cells.map(|(row, column)| self.cell(sheet, column, row)).collect())
    }
}

/// The cells of a worksheet by row and column.
fn grid(sheet: &Worksheet) -> Vec<Vec<Cell>> {
    let mut grid: Vec<Vec<Cell>> = Vec::new();
    for (row, column, content) in sheet.cells() {
        if grid.len() <= row {
            grid.resize(row + 1, Vec::new());
        }
        let Some(cells) = grid.get_mut(row) else { continue };
        cells.resize(cells.len().max(column + 1), Cell::Known(Scalar::Empty));
        let cell = match content {
            Content::Number(number) => Cell::Known(Scalar::Number(*number)),
            Content::Text(text) => Cell::Known(Scalar::Text(text.clone())),
            Content::Formula(_, StoredResult::Number(number)) => Cell::Known(Scalar::Number(*number)),
            Content::Formula(_, StoredResult::Text(text)) => Cell::Known(Scalar::Text(text.clone())),
            Content::Formula(formula, StoredResult::Unknown) => Cell::Formula(formula.clone()),
        };
        if let Some(place) = cells.get_mut(column) {
            *place = cell;
        }
    }
    grid
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::xlsx::sheets;
    use crate::export::{Date, Report};
    use crate::model::run;
    use crate::scenario::workbook::Sheet;
    use crate::scenario::{Origin, Scenario, Terminal};

    /// The sheets of a scenario, with the outcome's results in their cells.
    fn sheets_of(scenario: Scenario) -> Vec<Worksheet> {
        let sheet = Sheet { scenario, ..Sheet::new(Origin::default()) };
        let outcome = run(&sheet.scenario);
        let report =
            Report { sheet: &sheet, outcome: &outcome, link: "", date: Date { year: 2026, month: 11, day: 20 } };
        sheets::all(&report, &sheet.scenario)
    }

    #[test]
    fn formulas_give_the_outcome_s_results() {
        let base = Scenario::DEFAULT;
        for scenario in [
            base,
            Scenario { group_relief: false, terminal: Terminal::Perpetuity, growth: 0.3, debt_share: 0.5, ..base },
            Scenario { count_opening: false, lead_time: 0.0, ramp_time: 0.0, horizon: 5.0, ..base },
        ] {
            let known = sheets_of(scenario);
            let mut evaluated = sheets_of(scenario);
            evaluated.iter_mut().for_each(Worksheet::forget_results);
            fill(&mut evaluated);
            let mut compared = 0;
            for (known, evaluated) in known.iter().zip(&evaluated) {
                for ((row, column, known), (_, _, evaluated)) in known.cells().zip(evaluated.cells()) {
                    let (Content::Formula(formula, known), Content::Formula(_, evaluated)) = (known, evaluated) else {
                        continue;
                    };
                    match (known, evaluated) {
                        (StoredResult::Unknown, evaluated) => {
                            assert_ne!(*evaluated, StoredResult::Unknown, "{row}, {column}: {formula}");
                        }
                        (StoredResult::Number(known), StoredResult::Number(evaluated)) => {
                            compared += 1;
                            let apart = (known - evaluated).abs();
                            assert!(apart <= 1e-6 * known.abs().max(1.0), "{formula}: {evaluated}, not {known}");
                        }
                        (known, evaluated) => assert_eq!(known, evaluated, "{row}, {column}: {formula}"),
                    }
                }
            }
            assert!(compared > 1_000, "{compared}");
        }
    }
}
