//! Lines of one height over a grid: marching squares, joined end to end.

use std::collections::BTreeMap;

/// An edge of the grid: its lower left point, and whether it goes up.
type Edge = (usize, usize, bool);

/// The lines along which a grid, row by row, has the given height; in grid coordinates (column, row). A closed line ends
/// where it begins.
pub fn contours(heights: &[f64], columns: usize, level: f64) -> Vec<Vec<(f64, f64)>> {
    if columns < 2 {
        return Vec::new();
    }
    let mut joints: BTreeMap<Edge, Vec<Edge>> = BTreeMap::new();
    for (row, (low, high)) in heights.chunks_exact(columns).zip(heights.chunks_exact(columns).skip(1)).enumerate() {
        for (column, (low, high)) in low.windows(2).zip(high.windows(2)).enumerate() {
            if let (&[a, b], &[d, c]) = (low, high) {
                for (one, other) in segments([a, b, c, d].map(|height| height - level), column, row) {
                    joints.entry(one).or_default().push(other);
                    joints.entry(other).or_default().push(one);
                }
            }
        }
    }
    let at = |column: usize, row: usize| heights.get(row * columns + column).map_or(0.0, |height| height - level);
    let place = |(column, row, up): Edge| {
        let (next_column, next_row) = if up { (column, row + 1) } else { (column + 1, row) };
        let (from, to) = (at(column, row), at(next_column, next_row));
        let share = if from == to { 0.5 } else { from / (from - to) };
        let (x, y) = (column as f64, row as f64);
        if up { (x, y + share) } else { (x + share, y) }
    };
    join(joints).into_iter().map(|line| line.into_iter().map(place).collect()).collect()
}

/// The pieces of line in one square; its corners counted round from the lower left.
fn segments([a, b, c, d]: [f64; 4], column: usize, row: usize) -> Vec<(Edge, Edge)> {
    let (bottom, top) = ((column, row, false), (column, row + 1, false));
    let (left, right) = ((column, row, true), (column + 1, row, true));
    let above = |height: f64| height >= 0.0;
    match (above(a), above(b), above(c), above(d)) {
        (false, false, false, false) | (true, true, true, true) => vec![],
        (true, false, false, false) | (false, true, true, true) => vec![(left, bottom)],
        (false, true, false, false) | (true, false, true, true) => vec![(bottom, right)],
        (false, false, true, false) | (true, true, false, true) => vec![(right, top)],
        (false, false, false, true) | (true, true, true, false) => vec![(top, left)],
        (true, true, false, false) | (false, false, true, true) => vec![(left, right)],
        (false, true, true, false) | (true, false, false, true) => vec![(bottom, top)],
        (true, false, true, false) if above(a + b + c + d) => vec![(left, top), (bottom, right)],
        (true, false, true, false) => vec![(left, bottom), (right, top)],
        (false, true, false, true) if above(a + b + c + d) => vec![(left, bottom), (right, top)],
        (false, true, false, true) => vec![(left, top), (bottom, right)],
    }
}

/// Joins pieces: open lines from their ends first, then the closed ones.
fn join(mut joints: BTreeMap<Edge, Vec<Edge>>) -> Vec<Vec<Edge>> {
    let mut lines = Vec::new();
    loop {
        let end = joints.iter().find(|(_, next)| next.len() == 1).or_else(|| joints.iter().next());
        let Some((&start, _)) = end else { return lines };
        let mut line = vec![start];
        let mut here = start;
        while let Some(next) = step(&mut joints, here) {
            line.push(next);
            here = next;
        }
        lines.push(line);
    }
}

/// Takes one piece away and goes to its other end.
fn step(joints: &mut BTreeMap<Edge, Vec<Edge>>, here: Edge) -> Option<Edge> {
    let next = joints.get_mut(&here).and_then(Vec::pop);
    if joints.get(&here).is_some_and(Vec::is_empty) {
        joints.remove(&here);
    }
    let next = next?;
    if let Some(back) = joints.get_mut(&next) {
        if let Some(at) = back.iter().position(|&edge| edge == here) {
            back.swap_remove(at);
        }
        if back.is_empty() {
            joints.remove(&next);
        }
    }
    Some(next)
}
