//! Flat classes over a grid of values: each cell cut along the levels, so that the classes meet in straight lines.

use super::figure::{Mark, Point};
use super::palette::Role;

/// A grid of values, row by row from the bottom.
pub struct Grid<'a> {
    /// Where the columns stand.
    pub columns: Vec<f64>,
    /// Where the rows stand.
    pub rows: Vec<f64>,
    /// The values.
    pub values: &'a [f64],
}

/// A corner of a shape: its place in columns and rows, and the value there.
type Corner = (f64, f64, f64);

impl Grid<'_> {
    /// The value at a point of the grid.
    pub fn at(&self, column: usize, row: usize) -> Option<f64> {
        (column < self.columns.len()).then(|| self.values.get(row * self.columns.len() + column).copied())?
    }

    /// The value between the points of the grid; `column` and `row` may be fractions.
    pub fn between(&self, column: f64, row: f64) -> Option<f64> {
        let (left, low) = (column.floor(), row.floor());
        let get = |dx: f64, dy: f64| {
            let column = (left + dx).min(self.columns.len() as f64 - 1.0);
            let row = (low + dy).min(self.rows.len() as f64 - 1.0);
            self.at(column as usize, row as usize)
        };
        let (x, y) = (column - left, row - low);
        let bottom = get(0.0, 0.0)? * (1.0 - x) + get(1.0, 0.0)? * x;
        let top = get(0.0, 1.0)? * (1.0 - x) + get(1.0, 1.0)? * x;
        Some(bottom * (1.0 - y) + top * y)
    }

    /// The field of classes: the class of a value is the number of levels at or below it.
    pub fn field(&self, levels: &[f64], classes: &[Role]) -> Mark {
        let class = |value: f64| levels.iter().filter(|level| value >= **level).count();
        let role = |class: usize| classes.get(class).or(classes.last()).copied().unwrap_or(Role::Paper);
        let mut shapes: Vec<(usize, Vec<Point>)> = Vec::with_capacity(512);
        for row in 0..self.rows.len().saturating_sub(1) {
            let mut run: Option<(usize, usize)> = None;
            let mut cut = Vec::new();
            for column in 0..self.columns.len().saturating_sub(1) {
                let Some(cell) = self.cell(column, row) else { continue };
                let values = cell.map(|corner| corner.2);
                let low = class(values.iter().copied().fold(f64::INFINITY, f64::min));
                let high = class(values.iter().copied().fold(f64::NEG_INFINITY, f64::max));
                // Neighbours whose lowest class is the same share one rectangle.
                match run.filter(|(class, _)| *class == low) {
                    Some(_) => {}
                    None => {
                        if let Some((class, from)) = run.replace((low, column)) {
                            shapes.push((class, strip(from, column, row)));
                        }
                    }
                }
                if high > low {
                    cut.push((cell, low, high));
                }
            }
            if let Some((class, from)) = run {
                shapes.push((class, strip(from, self.columns.len() - 1, row)));
            }
            for (cell, low, high) in cut {
                for (level, class) in levels.iter().zip(1..).skip(low).take(high - low) {
                    let outline = above(&cell, *level);
                    if outline.len() > 2 {
                        shapes.push((class, outline));
                    }
                }
            }
        }
        // Class by class: where two of one class meet, nothing of a lower one lies between.
        let mut corners: Vec<Point> = Vec::with_capacity(5 * shapes.len());
        let mut ends = Vec::with_capacity(shapes.len());
        for class in 0..=levels.len() {
            for (_, outline) in shapes.iter().filter(|(of, _)| *of == class) {
                corners.extend(outline);
                ends.push((role(class), corners.len()));
            }
        }
        Mark::Field { columns: self.columns.clone(), rows: self.rows.clone(), corners, shapes: ends }
    }

    fn cell(&self, column: usize, row: usize) -> Option<[Corner; 4]> {
        let corner = |dx: usize, dy: usize| {
            let value = self.at(column + dx, row + dy)?;
            Some(((column + dx) as f64, (row + dy) as f64, value))
        };
        Some([corner(0, 0)?, corner(1, 0)?, corner(1, 1)?, corner(0, 1)?])
    }
}

fn strip(from: usize, to: usize, row: usize) -> Vec<Point> {
    let (left, right, low, high) = (from as f64, to as f64, row as f64, row as f64 + 1.0);
    vec![(left, low), (right, low), (right, high), (left, high)]
}

/// The part of a cell at or above a level.
fn above(cell: &[Corner; 4], level: f64) -> Vec<Point> {
    let mut outline = Vec::with_capacity(6);
    let next = cell.iter().cycle().skip(1);
    for (&(x0, y0, v0), &(x1, y1, v1)) in cell.iter().zip(next) {
        if v0 >= level {
            outline.push((x0, y0));
        }
        if (v0 >= level) != (v1 >= level) {
            let share = (level - v0) / (v1 - v0);
            outline.push((x0 + (x1 - x0) * share, y0 + (y1 - y0) * share));
        }
    }
    outline
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_classes_fill_the_grid_once() {
        let values: Vec<f64> = (0..30).map(|index| f64::from(index % 6) * 10.0 - f64::from(index / 6) * 7.0).collect();
        let grid =
            Grid { columns: (0..6).map(f64::from).collect(), rows: (0..5).map(f64::from).collect(), values: &values };
        let Mark::Field { corners, shapes, .. } = grid.field(&[0.0, 20.0], &[Role::D4, Role::D5, Role::D6]) else {
            panic!("a field")
        };
        let (mut from, mut above) = (0, 0.0);
        for (role, end) in shapes {
            let ring = &corners[from..end];
            let area: f64 = (0..ring.len())
                .map(|index| {
                    let ((x0, y0), (x1, y1)) = (ring[index], ring[(index + 1) % ring.len()]);
                    (x0 * y1 - x1 * y0) / 2.0
                })
                .sum();
            assert!(area >= 0.0);
            if role == Role::D6 {
                above += area;
            }
            from = end;
        }
        // Where 10x − 7y is 20 or more, x from 0 to 5 and y from 0 to 4.
        assert!((above - 6.4).abs() < 1e-9, "{above}");
        assert_eq!(grid.between(1.5, 0.5), Some(11.5));
    }
}
