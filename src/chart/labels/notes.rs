//! Notes in a plot: each at the first of its places that is free, none over another.

use super::{TextMeasure, spans_width};
use crate::chart::layout::{Area, Layout, Plot};
use crate::chart::{Align, Mark, Note, Panel, Place, Point, Series, Span, Spot};

/// The padding of a boxed note, in CSS pixels.
const PADDING: f64 = 10.0;
/// The height of a line as a multiple of its font size.
const LINE_HEIGHT: f64 = 1.28;
/// The largest distance between the sampled points of a line, in CSS pixels.
const SAMPLE: f64 = 12.0;

/// The reach of a handle's arrow heads, in CSS pixels.
const HANDLE: f64 = 24.0;

/// The direction of text that is not turned, as cosine and sine.
pub const LEVEL: Point = (1.0, 0.0);

/// A note and its place.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedNote<'a> {
    /// The note.
    pub note: &'a Note,
    /// The rectangle that the note covers.
    pub area: Area,
    /// The lines of text: their spans, and the anchor, vertically in the middle of the line.
    pub lines: Vec<(&'a [Span], Point)>,
    /// The side of the lines that stands at their anchors.
    pub align: Align,
    /// The direction of the text, as cosine and sine; positive sines rise to the right.
    pub direction: Point,
}

/// Places the notes of a panel, the first ones first. A note goes to a place that no other note covers, there to the one that
/// crosses the fewest lines; where none is free, the note is moved inside its bounds if it must be kept, or else dropped.
pub fn place_notes<'a>(panel: &'a Panel, plot: &Plot, layout: &Layout, measure: TextMeasure) -> Vec<PlacedNote<'a>> {
    let obstacles = obstacles(panel, plot, layout);
    let mut taken: Vec<Area> = panel.marks.iter().filter_map(|layer| handle(plot, &layer.item)).collect();
    let handles = taken.len();
    let mut placed = Vec::with_capacity(panel.notes.len());
    for note in panel.notes.iter().filter(|note| layout.shows(note.shown)) {
        let lines = if layout.narrow { note.short.as_ref().unwrap_or(&note.lines) } else { &note.lines };
        if lines.is_empty() {
            continue;
        }
        let size = extent(lines, note.boxed, measure);
        let candidates = note.spots.iter().map(|spot| Candidate::new(plot, note, spot, size));
        // The box of a handle's own callout may touch the handle.
        let others = taken.get(if note.boxed { handles } else { 0 }..).unwrap_or_default();
        let Some(chosen) = choose(candidates, note.keep, others, &obstacles) else { continue };
        taken.extend(chosen.covered());
        placed.push(PlacedNote {
            note,
            area: chosen.area,
            lines: anchors(lines, &chosen, note.boxed),
            align: if chosen.direction == LEVEL { chosen.align } else { Align::Centre },
            direction: chosen.direction,
        });
    }
    placed
}

/// A place for a note.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Candidate {
    /// The rectangle around the text.
    area: Area,
    /// The rectangle that the text must lie in.
    bounds: Area,
    /// Width and height of the text along its own direction.
    size: (f64, f64),
    align: Align,
    direction: Point,
}

impl Candidate {
    fn new(plot: &Plot, note: &Note, spot: &Spot, size: (f64, f64)) -> Self {
        let direction = direction(plot, spot);
        let area = around(plot.place(&spot.at), size, spot.align, direction);
        Self { area, bounds: bounds(plot, note, spot), size, align: spot.align, direction }
    }

    /// The rectangles that the text covers: one, or small ones along text that is turned.
    fn covered(&self) -> Vec<Area> {
        if self.direction == LEVEL {
            return vec![self.area];
        }
        let ((x, y), (cosine, sine), (width, height)) = (self.area.centre(), self.direction, self.size);
        let count = (width / height).ceil().max(1.0) as u32;
        let piece = |index: u32| {
            let shift = width * ((f64::from(index) + 0.5) / f64::from(count) - 0.5);
            let (x, y) = (x + shift * cosine, y - shift * sine);
            Area { left: x, right: x, top: y, bottom: y }.grown(height / 2.0)
        };
        (0..count).map(piece).collect()
    }

    fn is_clear_of(&self, taken: &[Area]) -> bool {
        !self.covered().iter().any(|piece| taken.iter().any(|other| other.meets(piece)))
    }

    /// The number of obstacles under the text.
    fn crossed(&self, obstacles: &[Point]) -> usize {
        let pieces = self.covered();
        obstacles.iter().filter(|(x, y)| pieces.iter().any(|piece| piece.holds(*x, *y))).count()
    }
}

fn choose(
    candidates: impl Iterator<Item = Candidate> + Clone,
    keep: bool,
    taken: &[Area],
    obstacles: &[Point],
) -> Option<Candidate> {
    let fits = |candidate: &Candidate| candidate.area.inside(&candidate.bounds) && candidate.is_clear_of(taken);
    let free = candidates.clone().filter(fits);
    let best = free.min_by_key(|candidate| candidate.crossed(obstacles));
    best.or_else(|| {
        let first = candidates.clone().next().filter(|_| keep)?;
        let moved = Candidate { area: first.area.moved_into(&first.bounds), ..first };
        moved.is_clear_of(taken).then_some(moved)
    })
}

/// The rectangle of a handle, which no note covers.
fn handle(plot: &Plot, mark: &Mark) -> Option<Area> {
    let Mark::Handle { at, .. } = mark else { return None };
    let (x, y) = plot.pixel(*at);
    Some(Area { left: x, right: x, top: y, bottom: y }.grown(HANDLE))
}

/// Points along lines and rules.
fn obstacles(panel: &Panel, plot: &Plot, layout: &Layout) -> Vec<Point> {
    let mut points = Vec::new();
    for layer in panel.series.iter().filter(|layer| layout.shows(layer.shown)) {
        if let Series::Line { points: line, stroke, .. } = &layer.item
            && stroke.width >= 1.0
        {
            let pairs = line.iter().zip(line.iter().skip(1));
            pairs.for_each(|(from, to)| sample(&mut points, plot.pixel(*from), plot.pixel(*to)));
        }
    }
    for layer in panel.marks.iter().filter(|layer| layout.shows(layer.shown)) {
        match &layer.item {
            Mark::Rule { from, to, .. } => sample(&mut points, plot.place(from), plot.place(to)),
            Mark::Bracket { from, to, .. } => sample(&mut points, plot.pixel(*from), plot.pixel(*to)),
            Mark::Dot { .. } | Mark::Shape { .. } | Mark::Badge { .. } | Mark::Handle { .. } => {}
        }
    }
    points
}

fn sample(points: &mut Vec<Point>, from: Point, to: Point) {
    let steps = ((to.0 - from.0).hypot(to.1 - from.1) / SAMPLE).ceil().clamp(1.0, 64.0) as u32;
    let between = |share: f64| (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share);
    points.extend((0..=steps).map(|step| between(f64::from(step) / f64::from(steps))));
}

/// Width and height of a note.
fn extent(lines: &[Vec<Span>], boxed: bool, measure: TextMeasure) -> (f64, f64) {
    let width = lines.iter().map(|line| spans_width(measure, line)).fold(0.0, f64::max);
    let height: f64 = lines.iter().map(|line| line_height(line)).sum();
    if boxed { (width + 2.0 * PADDING, height + PADDING) } else { (width, height) }
}

fn line_height(line: &[Span]) -> f64 {
    line.iter().map(|span| span.size).fold(0.0, f64::max) * LINE_HEIGHT
}

/// The rectangle that a note must lie in: the panel for a box or a place in the gutter; else the plot and a little around it.
fn bounds(plot: &Plot, note: &Note, spot: &Spot) -> Area {
    let in_gutter = matches!(spot.at.x, Place::Panel(_)) || matches!(spot.at.y, Place::Panel(_));
    let Area { left, right, top, bottom } = plot.inner;
    match (note.boxed, in_gutter) {
        (true, _) => Area { left, bottom, ..plot.outer.grown(-1.0) },
        (false, true) => plot.outer,
        (false, false) => Area {
            left,
            right: (right + 8.0).min(plot.outer.right),
            top: (top - 24.0).max(plot.outer.top),
            bottom: bottom + 2.0,
        },
    }
}

/// The rectangle around a text at an anchor.
fn around((x, y): Point, (width, height): (f64, f64), align: Align, (cosine, sine): Point) -> Area {
    let left = match align {
        Align::Left => 0.0,
        Align::Centre => -width / 2.0,
        Align::Right => -width,
    };
    let [(ax, ay), (bx, by)] = [left, left + width].map(|shift| (x + shift * cosine, y - shift * sine));
    let (across, down) = (height / 2.0 * sine.abs(), height / 2.0 * cosine.abs());
    Area { left: ax.min(bx) - across, right: ax.max(bx) + across, top: ay.min(by) - down, bottom: ay.max(by) + down }
}

/// The direction of a text along the line of its place, always to the right.
fn direction(plot: &Plot, spot: &Spot) -> Point {
    let Some((from, to)) = spot.along else { return LEVEL };
    let ((x0, y0), (x1, y1)) = (plot.pixel(from), plot.pixel(to));
    let (across, up) = if x1 < x0 { (x0 - x1, y1 - y0) } else { (x1 - x0, y0 - y1) };
    let length = across.hypot(up);
    if length > 0.0 { (across / length, up / length) } else { LEVEL }
}

/// The lines of a note with their anchors.
fn anchors<'a>(lines: &'a [Vec<Span>], chosen: &Candidate, boxed: bool) -> Vec<(&'a [Span], Point)> {
    if chosen.direction != LEVEL {
        return lines.iter().map(|line| (line.as_slice(), chosen.area.centre())).collect();
    }
    let padding = if boxed { PADDING } else { 0.0 };
    let x = match chosen.align {
        Align::Left => chosen.area.left + padding,
        Align::Centre => chosen.area.centre().0,
        Align::Right => chosen.area.right - padding,
    };
    let mut top = chosen.area.top + padding / 2.0;
    let anchor = |line: &'a Vec<Span>| {
        let height = line_height(line);
        top += height;
        (line.as_slice(), (x, top - height / 2.0))
    };
    lines.iter().map(anchor).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidate(left: f64, top: f64) -> Candidate {
        let area = Area { left, top, right: left + 40.0, bottom: top + 10.0 };
        let bounds = Area { left: 0.0, top: 0.0, right: 100.0, bottom: 100.0 };
        Candidate { area, bounds, size: (40.0, 10.0), align: Align::Left, direction: LEVEL }
    }

    fn chosen(places: &[(f64, f64)], keep: bool, taken: &[Area], obstacles: &[Point]) -> Option<(f64, f64)> {
        let candidates = places.iter().map(|(left, top)| candidate(*left, *top));
        choose(candidates, keep, taken, obstacles).map(|chosen| (chosen.area.left, chosen.area.top))
    }

    #[test]
    fn a_note_takes_the_first_free_place() {
        let places = [(10.0, 10.0), (10.0, 50.0), (10.0, 80.0)];
        assert_eq!(chosen(&places, false, &[], &[]), Some((10.0, 10.0)));
        assert_eq!(chosen(&places, false, &[candidate(20.0, 15.0).area], &[]), Some((10.0, 50.0)));
        assert_eq!(chosen(&places, false, &[], &[(15.0, 12.0), (15.0, 55.0), (45.0, 55.0)]), Some((10.0, 80.0)));
    }

    #[test]
    fn a_note_without_a_free_place_is_moved_inside_or_dropped() {
        assert_eq!(chosen(&[(90.0, 95.0)], false, &[], &[]), None);
        assert_eq!(chosen(&[(90.0, 95.0)], true, &[], &[]), Some((60.0, 90.0)));
        assert_eq!(chosen(&[(90.0, 95.0)], true, &[candidate(60.0, 85.0).area], &[]), None);
    }

    #[test]
    fn text_that_is_turned_covers_only_its_own_line() {
        let slope = (std::f64::consts::FRAC_1_SQRT_2, std::f64::consts::FRAC_1_SQRT_2);
        let area = around((50.0, 50.0), (80.0, 10.0), Align::Centre, slope);
        let turned = Candidate { area, size: (80.0, 10.0), direction: slope, ..candidate(0.0, 0.0) };
        assert!(area.width() > 60.0 && area.height() > 60.0);
        let corner = Area { left: 22.0, top: 22.0, right: 30.0, bottom: 30.0 };
        assert!(area.meets(&corner) && turned.is_clear_of(&[corner]), "the upper left corner is free");
        assert!(!turned.is_clear_of(&[Area { left: 45.0, top: 45.0, right: 55.0, bottom: 55.0 }]));
    }
}
