//! Words in a chart: notes where they fit, labels at the ends of lines, never one over another.

use super::brush::{Brush, Hand};
use super::figure::{End, Mark, Note, Panel, Place, Span, Spot};
use super::layout::{Area, Layout, Plot};
use super::surface::LEVEL;
use super::{Align, Point, Role, spread};

/// Least distance of labels at line ends.
const GAP: f64 = 16.0;
const PAD: f64 = 10.0;

/// Writes the notes, each at the first of its spots that is free; one without a free spot is dropped or moved inside.
pub fn notes(brush: &mut Brush, panel: &Panel, plot: &Plot, layout: &Layout) {
    let mut taken: Vec<Area> = Vec::with_capacity(panel.notes.len());
    let marks = occupied(panel, plot, layout);
    for note in panel.notes.iter().filter(|note| layout.shows(note.when)) {
        let lines = if layout.narrow { note.short.as_ref().unwrap_or(&note.lines) } else { &note.lines };
        if lines.is_empty() {
            continue;
        }
        let size = extent(brush, lines, note.boxed);
        let Some((spot, area)) = find(plot, note, size, &taken, &marks) else { continue };
        if note.boxed {
            brush.panel(&area, 5.0, Role::Surface, Some(Role::Ink));
        }
        let hand = hand(brush, plot, note, &spot);
        write(brush, note, lines, hand, &area);
        taken.extend(pieces(&area, size, hand.along));
    }
}

/// What words cover: their box, or small boxes along them where they are turned.
fn pieces(area: &Area, (width, height): (f64, f64), along: Point) -> Vec<Area> {
    if along == LEVEL {
        return vec![*area];
    }
    let (x, y) = ((area.left + area.right) / 2.0, (area.top + area.bottom) / 2.0);
    let (cosine, sine) = along;
    let count = (width / height).ceil().max(1.0) as u32;
    let piece = |index: u32| {
        let shift = width * ((f64::from(index) + 0.5) / f64::from(count) - 0.5);
        let (x, y) = (x + shift * cosine, y - shift * sine);
        Area { left: x, right: x, top: y, bottom: y }.grown(height / 2.0)
    };
    (0..count).map(piece).collect()
}

/// Points along the lines: a place on them is taken only where there is nothing better.
fn occupied(panel: &Panel, plot: &Plot, layout: &Layout) -> Vec<Point> {
    let mut marks = Vec::new();
    let between =
        |from: Point, to: Point, share: f64| (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share);
    for layer in panel.layers.iter().filter(|layer| layout.shows(layer.when)) {
        match &layer.mark {
            Mark::Line { points, stroke, .. } if stroke.width > 1.0 => {
                marks.extend(points.iter().map(|point| plot.pixel(*point)));
                let pairs = points.iter().zip(points.iter().skip(1));
                marks.extend(pairs.map(|(from, to)| plot.pixel(between(*from, *to, 0.5))));
            }
            Mark::Rule { from, to, .. } => {
                let (from, to) = (plot.place(from), plot.place(to));
                let steps = ((to.0 - from.0).hypot(to.1 - from.1) / 12.0).ceil().clamp(1.0, 64.0) as u32;
                marks.extend((0..=steps).map(|step| between(from, to, f64::from(step) / f64::from(steps))));
            }
            _ => {}
        }
    }
    marks
}

fn extent(brush: &Brush, lines: &[Vec<Span>], boxed: bool) -> (f64, f64) {
    let width = lines.iter().map(|line| brush.spans_width(line)).fold(0.0, f64::max);
    let height: f64 = lines.iter().map(|line| line_height(line)).sum();
    if boxed { (width + 2.0 * PAD, height + PAD) } else { (width, height) }
}

fn line_height(line: &[Span]) -> f64 {
    line.iter().map(|span| span.size).fold(0.0, f64::max) * 1.28
}

fn find(plot: &Plot, note: &Note, size: (f64, f64), taken: &[Area], marks: &[Point]) -> Option<(Spot, Area)> {
    let in_gutter = |spot: &Spot| {
        !matches!((spot.at.x, spot.at.y), (Place::Value(_) | Place::Plot(_), Place::Value(_) | Place::Plot(_)))
    };
    let bounds = |spot: &Spot| match (note.boxed, in_gutter(spot)) {
        (true, _) => Area { left: plot.inner.left, bottom: plot.inner.bottom, ..plot.outer.grown(-1.0) },
        (false, true) => plot.outer,
        (false, false) => reach(plot),
    };
    let area = |spot: &Spot| around(plot.place(&spot.at), size, spot.align, slope(plot, spot));
    let covers = |spot: &Spot, area: &Area| pieces(area, size, slope(plot, spot));
    let clear =
        |spot: &Spot, area: &Area| !covers(spot, area).iter().any(|piece| taken.iter().any(|other| other.meets(piece)));
    let crossed = |spot: &Spot, area: &Area| {
        let pieces = covers(spot, area);
        marks.iter().filter(|(x, y)| pieces.iter().any(|piece| piece.holds(*x, *y))).count()
    };
    let fitting = note.spots.iter().map(|spot| (*spot, area(spot)));
    let free = fitting.filter(|(spot, area)| area.inside(&bounds(spot)) && clear(spot, area));
    if let Some(best) = free.min_by_key(|(spot, area)| crossed(spot, area)) {
        return Some(best);
    }
    let spot = note.spots.first().filter(|_| note.keep)?;
    let moved = area(spot).moved_into(&bounds(spot));
    clear(spot, &moved).then_some((*spot, moved))
}

/// Words may stand a little outside the plot, above it and to its right.
fn reach(plot: &Plot) -> Area {
    let Area { left, right, top, bottom } = plot.inner;
    Area {
        left,
        right: (right + 8.0).min(plot.outer.right),
        top: (top - 24.0).max(plot.outer.top),
        bottom: bottom + 2.0,
    }
}

fn around((x, y): Point, (width, height): (f64, f64), align: Align, along: Point) -> Area {
    let (cosine, sine) = along;
    let left = match align {
        Align::Left => 0.0,
        Align::Centre => -width / 2.0,
        Align::Right => -width,
    };
    let ends = [left, left + width].map(|shift| (x + shift * cosine, y - shift * sine));
    let [(ax, ay), (bx, by)] = ends;
    let (across, down) = (height / 2.0 * sine.abs(), height / 2.0 * cosine.abs());
    Area { left: ax.min(bx) - across, right: ax.max(bx) + across, top: ay.min(by) - down, bottom: ay.max(by) + down }
}

/// The direction of words that follow a line.
fn slope(plot: &Plot, spot: &Spot) -> Point {
    let Some((from, to)) = spot.along else { return LEVEL };
    let ((x0, y0), (x1, y1)) = (plot.pixel(from), plot.pixel(to));
    let (across, up) = if x1 < x0 { (x0 - x1, y1 - y0) } else { (x1 - x0, y0 - y1) };
    let length = across.hypot(up);
    if length > 0.0 { (across / length, up / length) } else { LEVEL }
}

fn hand(brush: &Brush, plot: &Plot, note: &Note, spot: &Spot) -> Hand {
    let colour = note.on.map(|fill| brush.palette.on(fill));
    Hand { align: spot.align, halo: note.halo && !note.boxed, colour, along: slope(plot, spot) }
}

fn write(brush: &mut Brush, note: &Note, lines: &[Vec<Span>], hand: Hand, area: &Area) {
    if hand.along != LEVEL {
        let centre = ((area.left + area.right) / 2.0, (area.top + area.bottom) / 2.0);
        let hand = Hand { align: Align::Centre, ..hand };
        lines.iter().for_each(|line| brush.spans(line, centre, hand));
        return;
    }
    let pad = if note.boxed { PAD } else { 0.0 };
    let x = match hand.align {
        Align::Left => area.left + pad,
        Align::Centre => (area.left + area.right) / 2.0,
        Align::Right => area.right - pad,
    };
    let mut y = area.top + pad / 2.0;
    for line in lines {
        let height = line_height(line);
        brush.spans(line, (x, y + height / 2.0), hand);
        y += height;
    }
}

/// Writes the labels at line ends, moved apart; where there is no room for all, the least important go.
pub fn ends(brush: &mut Brush, panel: &Panel, plot: &Plot, narrow: bool) {
    let words = |end: &End| if narrow { end.short.clone() } else { end.words.clone() };
    let mut shown: Vec<(&End, Vec<Span>)> = panel.ends.iter().map(|end| (end, words(end))).collect();
    shown.retain(|(_, words)| !words.is_empty());
    shown.sort_by(|one, other| one.0.rank.cmp(&other.0.rank));
    let (top, bottom) = (plot.inner.top + 2.0, plot.inner.bottom - 2.0);
    let places = loop {
        let wanted: Vec<f64> = shown.iter().map(|(end, _)| plot.pixel((panel.x.high, end.at)).1).collect();
        match spread::spread(&wanted, GAP, top, bottom.max(top)) {
            Some(places) => break places,
            None => shown.pop(),
        };
    };
    for ((end, spans), y) in shown.iter().zip(places) {
        let mut x = plot.inner.right + 8.0;
        if let Some((letter, role)) = end.tag {
            tag(brush, letter, role, (x, y));
            x += 19.0;
        }
        brush.spans(spans, (x, y), Hand::plain(Align::Left));
    }
}

/// The lettered tag of a pin, its left edge in the middle of the line.
fn tag(brush: &mut Brush, letter: char, role: Role, (x, y): Point) {
    let area = Area { left: x, top: y - 7.5, right: x + 15.0, bottom: y + 7.5 };
    brush.panel(&area, 2.5, role, None);
    let letter = [Span::bold(letter.to_string(), Role::Paper, 11.0)];
    brush.spans(&letter, (x + 7.5, y), Hand::plain(Align::Centre));
}
