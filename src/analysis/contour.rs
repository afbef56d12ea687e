//! Contour lines of a grid, by marching squares.

/// An edge of the grid: the column and row of its lower left point, and whether it is vertical.
type Edge = (usize, usize, bool);

/// A line segment between two edges of one square.
type Segment = (Edge, Edge);

/// The contour lines of a grid, given row by row, at a level, in grid coordinates (column, row). A closed line ends where it
/// begins.
pub fn contours(heights: &[f64], columns: usize, level: f64) -> Vec<Vec<(f64, f64)>> {
    if columns < 2 {
        return Vec::new();
    }
    let mut all: Vec<Segment> = Vec::new();
    for (row, (low, high)) in heights.chunks_exact(columns).zip(heights.chunks_exact(columns).skip(1)).enumerate() {
        for (column, (low, high)) in low.windows(2).zip(high.windows(2)).enumerate() {
            if let (&[a, b], &[d, c]) = (low, high) {
                all.extend(segments([a, b, c, d].map(|height| height - level), column, row));
            }
        }
    }
    let at = |column: usize, row: usize| heights.get(row * columns + column).map_or(0.0, |height| height - level);
    let crossing = |(column, row, up): Edge| {
        let (next_column, next_row) = if up { (column, row + 1) } else { (column + 1, row) };
        let (from, to) = (at(column, row), at(next_column, next_row));
        let share = if from == to { 0.5 } else { from / (from - to) };
        let (x, y) = (column as f64, row as f64);
        if up { (x, y + share) } else { (x + share, y) }
    };
    let (right, top) = (columns - 1, (heights.len() / columns).saturating_sub(1));
    let at_border = |&(column, row, up): &Edge| {
        if up { column == 0 || column == right } else { row == 0 || row == top }
    };
    join(all, at_border).into_iter().map(|line| line.into_iter().map(crossing).collect()).collect()
}

/// The segments in one square. The heights of its corners are given counterclockwise from the lower left.
fn segments([a, b, c, d]: [f64; 4], column: usize, row: usize) -> Vec<Segment> {
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

/// Joins segments to lines: first open lines, which begin and end at the border, then closed ones.
fn join(mut segments: Vec<Segment>, at_border: impl Fn(&Edge) -> bool) -> Vec<Vec<Edge>> {
    let mut lines = Vec::new();
    loop {
        let ends = || segments.iter().flat_map(|(one, other)| [*one, *other]);
        let Some(start) = ends().filter(&at_border).min().or_else(|| ends().min()) else { return lines };
        let mut line = vec![start];
        let mut here = start;
        while let Some(at) = segments.iter().rposition(|(one, other)| *one == here || *other == here) {
            let (one, other) = segments.remove(at);
            here = if one == here { other } else { one };
            line.push(here);
        }
        lines.push(line);
    }
}
