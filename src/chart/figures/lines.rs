//! Lines and areas over time: their points, their extents, and the series made of them.

use super::chart_data::{Other, years};
use crate::chart::{Point, Responsive, Role, Series, Stroke};

/// The points of quarterly values from quarter `first` to the horizon, at their time in years.
pub fn over_time(values: &[f64], first: usize, factor: f64, horizon: f64) -> Vec<Point> {
    let points = values.iter().enumerate().map(|(index, value)| (years(index + first), value * factor));
    points.take_while(|(at, _)| *at <= horizon + 1e-9).collect()
}

/// The lowest and the highest value of several lines, and zero.
pub fn extent(lines: &[&[Point]]) -> (f64, f64) {
    let values = lines.iter().copied().flatten().map(|(_, value)| *value);
    values.fold((0.0, 0.0), |(low, high): (f64, f64), value| (low.min(value), high.max(value)))
}

/// The lowest and the highest value of a scenario's own lines and of the lines beside them. Other lines that are much larger
/// leave the plot rather than flatten the scenario's own.
pub fn extent_beside(own: &[&[Point]], others: &[Other]) -> (f64, f64) {
    let (low, high) = extent(own);
    let span = high - low;
    let others: Vec<&[Point]> = others.iter().map(|other| other.points.as_slice()).collect();
    let (least, most) = extent(&others);
    if span <= 0.0 {
        (least, most)
    } else {
        (low.min(least.max(low - 1.5 * span)), high.max(most.min(high + 1.5 * span)))
    }
}

/// A line that the crosshair traces.
pub fn line(points: Vec<Point>, stroke: Stroke) -> Responsive<Series> {
    Series::Line { points, stroke, traced: true }.into()
}

/// The parts of a line that lie in the range of the vertical axis.
pub fn clipped(points: &[Point], stroke: Stroke, range: (f64, f64)) -> Vec<Responsive<Series>> {
    clip(points, range).into_iter().map(|part| line(part, stroke)).collect()
}

/// The area between zero and the part of a line above it, or below it; `None` where there is no such part.
pub fn area(points: &[Point], above: bool, role: Role, alpha: f64) -> Option<Responsive<Series>> {
    let points = one_side(points, above);
    let is_flat = points.iter().all(|(_, value)| value.abs() < 1e-12);
    (!is_flat).then(|| Series::Area { points, base: 0.0, role, alpha }.into())
}

/// The area between two lines over the same places.
pub fn between(top: &[Point], bottom: &[Point], role: Role, alpha: f64) -> Option<Responsive<Series>> {
    let outline: Vec<Point> = top.iter().chain(bottom.iter().rev()).copied().collect();
    (outline.len() > 2).then(|| Series::Polygon { outline, role, alpha }.into())
}

/// A line that follows the points on one side of zero, and runs along zero where they are on the other.
fn one_side(points: &[Point], above: bool) -> Vec<Point> {
    let mut side = Vec::with_capacity(points.len() + 8);
    let mut before: Option<Point> = None;
    for &(at, value) in points {
        if let Some((x, y)) = before.filter(|(_, y)| y * value < 0.0) {
            side.push((x + (at - x) * y / (y - value), 0.0));
        }
        side.push((at, if above { value.max(0.0) } else { value.min(0.0) }));
        before = Some((at, value));
    }
    side
}

/// The parts of a line that lie between two levels.
fn clip(points: &[Point], (low, high): (f64, f64)) -> Vec<Vec<Point>> {
    let mut parts: Vec<Vec<Point>> = Vec::with_capacity(1);
    let mut put = |point: Point, open: bool| match parts.last_mut().filter(|_| open) {
        Some(part) => part.push(point),
        None => parts.push(vec![point]),
    };
    let mut open = false;
    let mut before: Option<Point> = None;
    for &(at, value) in points {
        if let Some((x, y)) = before {
            let levels = if y < value { [low, high] } else { [high, low] };
            for level in levels.into_iter().filter(|level| (y - level) * (value - level) < 0.0) {
                put((x + (at - x) * (level - y) / (value - y), level), open);
                open = !open;
            }
        }
        if (low..=high).contains(&value) {
            put((at, value), open);
            open = true;
        }
        before = Some((at, value));
    }
    parts.retain(|part| part.len() > 1);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    const WAVE: [Point; 4] = [(0.0, -2.0), (1.0, 2.0), (2.0, 6.0), (3.0, -6.0)];

    #[test]
    fn an_area_ends_where_its_line_crosses_zero() {
        let crossed = [(0.0, 0.0), (0.5, 0.0), (1.0, 2.0), (2.0, 6.0), (2.5, 0.0), (3.0, 0.0)];
        assert_eq!(one_side(&WAVE, true), crossed);
        assert_eq!(one_side(&WAVE, false)[..3], [(0.0, -2.0), (0.5, 0.0), (1.0, 0.0)]);
        assert_eq!(area(&[(0.0, 1.0), (1.0, 2.0)], false, Role::Loss, 1.0), None);
    }

    #[test]
    fn a_line_is_cut_where_it_leaves_the_plot() {
        assert_eq!(
            clip(&WAVE, (-4.0, 4.0)),
            [vec![(0.0, -2.0), (1.0, 2.0), (1.5, 4.0)], vec![(2.0 + 2.0 / 12.0, 4.0), (2.0 + 10.0 / 12.0, -4.0)]]
        );
    }
}
