//! Filled contours: the classes of a field of values over a grid.

use crate::chart::{Point, Role, Series};

/// The parts of neighbouring rows overlap by this share of a row, so that no seam shows between them.
const OVERLAP: f64 = 0.03;

/// A grid of values, row by row from the bottom.
pub struct Grid<'a> {
    /// The places of the columns.
    pub columns: Vec<f64>,
    /// The places of the rows.
    pub rows: Vec<f64>,
    /// The values.
    pub values: &'a [f64],
}

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

    /// The filled contours at rising levels. The class of a value is the number of levels at or below it; each class is painted
    /// over the classes below it.
    pub fn contours(&self, levels: &[f64], classes: &[Role]) -> Series {
        let role = |class: usize| classes.get(class).or(classes.last()).copied().unwrap_or(Role::Paper);
        let least = self.values.iter().copied().fold(f64::INFINITY, f64::min);
        let (right, top) = (self.columns.len() as f64 - 1.0, self.rows.len() as f64 - 1.0);
        let whole = [(0.0, 0.0), (right, 0.0), (right, top), (0.0, top)];
        let lowest = levels.iter().filter(|level| least >= **level).count();
        let mut parts = vec![(role(lowest), whole.map(|corner| self.place(corner)).to_vec())];
        for (level, class) in levels.iter().zip(1..).skip(lowest) {
            for row in 0..self.rows.len().saturating_sub(1) {
                parts.extend(self.parts_above(*level, row).into_iter().map(|outline| (role(class), outline)));
            }
        }
        Series::Contours { parts }
    }

    /// The outlines of the parts at or above a level between a row of the grid and the next one.
    fn parts_above(&self, level: f64, row: usize) -> Vec<Vec<Point>> {
        let (bottom, top) = (row as f64, row as f64 + 1.0);
        let (mut parts, mut lower, mut upper) = (Vec::new(), Vec::new(), Vec::new());
        let mut before: Option<(f64, f64)> = None;
        for column in 0..self.columns.len() {
            let (Some(low), Some(high)) = (self.at(column, row), self.at(column, row + 1)) else { continue };
            let x = column as f64;
            if let Some((left_low, left_high)) = before {
                let crossing = |left: f64, right: f64| Some(x - 1.0 + crossing(level, left, right)?);
                lower.extend(crossing(left_low, low).map(|x| (x, bottom)));
                upper.extend(crossing(left_high, high).map(|x| (x, top)));
            }
            before = Some((low, high));
            let between = crossing(level, low, high).map(|share| bottom + share);
            let (from, to) = match (low >= level, high >= level) {
                (true, true) => (bottom, top),
                (true, false) => (bottom, between.unwrap_or(top)),
                (false, true) => (between.unwrap_or(bottom), top),
                (false, false) => {
                    parts.extend(self.outline(&mut lower, &mut upper, top));
                    continue;
                }
            };
            lower.push((x, from));
            upper.push((x, to));
        }
        parts.extend(self.outline(&mut lower, &mut upper, top));
        parts
    }

    /// The outline between a lower and an upper line, in the places of the grid; both lines are emptied.
    fn outline(&self, lower: &mut Vec<Point>, upper: &mut Vec<Point>, top: f64) -> Option<Vec<Point>> {
        let is_last = top + 1.0 >= self.rows.len() as f64;
        let raised = |(x, y): Point| if y == top && !is_last { (x, top + OVERLAP) } else { (x, y) };
        let corners = lower.drain(..).chain(upper.drain(..).rev()).map(raised);
        let outline: Vec<Point> = corners.map(|corner| self.place(corner)).collect();
        (outline.len() > 2).then_some(outline)
    }

    /// The place of a point given in columns and rows.
    fn place(&self, (column, row): Point) -> Point {
        let place = |lines: &[f64], at: f64| {
            let near = lines.get(at.floor() as usize).copied().unwrap_or_default();
            let next = lines.get(at.ceil() as usize).copied().unwrap_or(near);
            near + (next - near) * at.fract()
        };
        (place(&self.columns, column), place(&self.rows, row))
    }
}

/// The share of the way from one value to the next at which a level is crossed.
fn crossing(level: f64, from: f64, to: f64) -> Option<f64> {
    ((from >= level) != (to >= level)).then(|| (level - from) / (to - from))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether a point lies in an outline, by the number of edges to its right.
    fn holds(outline: &[Point], (x, y): Point) -> bool {
        let edges = outline.iter().zip(outline.iter().cycle().skip(1));
        let right =
            edges.filter(|((x0, y0), (x1, y1))| (*y0 > y) != (*y1 > y) && x < x0 + (x1 - x0) * (y - y0) / (y1 - y0));
        right.count() % 2 == 1
    }

    #[test]
    fn every_point_is_painted_in_its_class() {
        let value = |x: f64, y: f64| (10.0 * x - 7.0 * y).abs();
        let values: Vec<f64> = (0..30).map(|index| value(f64::from(index % 6), f64::from(index / 6))).collect();
        let (columns, rows) = ((0..6).map(f64::from).collect(), (0..5).map(f64::from).collect());
        let grid = Grid { columns, rows, values: &values };
        let classes = [Role::D4, Role::D5, Role::D6, Role::D7];
        let levels = [-5.0, 12.0, 31.0];
        let Series::Contours { parts } = grid.contours(&levels, &classes) else { panic!("contours") };
        for (column, row) in (0..50).flat_map(|x| (0..40).map(move |y| (x, y))) {
            let (x, y) = (0.05 + f64::from(column) / 10.0, 0.05 + f64::from(row) / 10.0);
            let at = grid.between(x, y).unwrap();
            // Between the points of the grid the contours are straight, and the value is not.
            if levels.iter().any(|level| (at - level).abs() < 4.0) {
                continue;
            }
            let class = levels.iter().filter(|level| at >= **level).count();
            let (painted, _) = parts.iter().rfind(|(_, outline)| holds(outline, (x, y))).unwrap();
            assert_eq!(*painted, classes[class], "{x} {y} {at}");
        }
        assert!(parts.len() < 16, "parts of a row are joined: {}", parts.len());
        assert_eq!(grid.between(1.5, 0.5), Some(11.5));
    }
}
