//! The strip behind a slider: the worth over its whole range, up from the track where it is gained, down where it is lost,
//! and a mark where it breaks even.

use super::brush::Brush;
use super::layout::{Area, Size};
use super::{Align, Palette, Role, Stroke, Surface};

/// Net present values, in $ billion, at which one class of colour ends and the next begins.
pub const SPLITS: [f64; 9] = [-300.0, -200.0, -100.0, -50.0, 0.0, 50.0, 100.0, 150.0, 200.0];

/// Columns of a strip.
const COLUMNS: u32 = 80;

/// Below this height a strip is a band of colour.
const BAND: f64 = 20.0;
/// So far the mark reaches beyond a band.
const BESIDE: f64 = 4.0;
/// The track, which is the zero line.
const TRACK: f64 = 4.0;
/// The height of a column at $200B gained, and at $200B lost.
const GAIN: f64 = 33.0;
const LOSS: f64 = 20.0;
/// Where the line of the mark ends and its triangle begins.
const FOOT: f64 = 54.0;
/// The middle of the words below, and their size.
const BELOW: f64 = 66.5;
const SIZE: f64 = 12.0;
/// Words keep so far from one another.
const APART: f64 = 8.0;

/// The class of a worth; `scale` stretches the splits with the size of the business.
pub fn class_of(npv: f64, scale: f64) -> Role {
    let at = SPLITS.iter().take_while(|split| npv >= **split * scale).count();
    Role::CLASSES.get(at).copied().unwrap_or(Role::Paper)
}

/// Draws a strip over the whole surface: columns around a track where there is room, else a band. The values are those at
/// equal steps from the left edge to the right one; the mark stands at a place from 0 to 1.
pub fn strip(surface: &mut dyn Surface, palette: &Palette, size: Size, worth: &Worth, scale: f64) {
    let mut brush = Brush { surface, palette };
    let banded = size.height < BAND;
    let step = size.width / f64::from(COLUMNS);
    let columns = (0..COLUMNS).map(|index| {
        let npv = between(worth.values, (f64::from(index) + 0.5) / f64::from(COLUMNS));
        let left = f64::from(index) * step;
        // A hair of overlap leaves no seam between columns.
        let right = (left + step + 0.3).min(size.width);
        let (top, bottom) = if banded { (BESIDE, size.height - BESIDE) } else { column(npv, scale, GAIN) };
        (Area { left, top, right, bottom }, class_of(npv, scale))
    });
    // Neighbours that look the same are drawn as one.
    let mut open: Option<(Area, Role)> = None;
    for (next, role) in columns {
        match &mut open {
            Some((area, same)) if *same == role && brush.is_as_high(area, &next) => area.right = next.right,
            _ => {
                if let Some((area, role)) = open.replace((next, role)) {
                    brush.block(&area, role);
                }
            }
        }
    }
    if let Some((area, role)) = open {
        brush.block(&area, role);
    }
    if !banded {
        let track = Area { left: 0.0, top: GAIN, right: size.width, bottom: GAIN + TRACK };
        brush.block(&track, Role::Ink2);
    } else if size.height - 2.0 * BESIDE >= 8.0 {
        let middle = 0.5 * size.height;
        let line = Area { left: 0.0, top: middle - 0.6, right: size.width, bottom: middle + 0.6 };
        brush.block(&line, Role::Ink);
    }
    if let Some(even) = worth.even {
        mark(&mut brush, even * size.width, size.height, banded);
    }
    if let Some(words) = worth.words.filter(|_| size.height >= BELOW + 0.5 * SIZE) {
        below(&mut brush, &words, worth.even.unwrap_or(0.5) * size.width, size.width);
    }
}

/// What a strip shows.
#[derive(Clone, Copy, Debug)]
pub struct Worth<'a> {
    /// Net present values at equal steps.
    pub values: &'a [f64],
    /// Where they turn, from 0 to 1.
    pub even: Option<f64>,
    /// What stands below, where there is room.
    pub words: Option<Words<'a>>,
}

/// Words below a strip.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// The ends of the range.
    pub ends: [&'a str; 2],
    /// Where it turns, or that it does not.
    pub even: &'a str,
    /// In what colour.
    pub role: Role,
}

/// A line through the strip; where there is room it stands on a triangle.
fn mark(brush: &mut Brush, at: f64, height: f64, banded: bool) {
    let (bottom, width) = if banded { (height, 2.0) } else { (FOOT, 1.5) };
    brush.rule((at, 0.0), (at, bottom), &Stroke::solid(Role::Ink, width));
    if !banded {
        brush.shape(&[(at, FOOT - 1.0), (at + 5.0, FOOT + 6.0), (at - 5.0, FOOT + 6.0)], Role::Ink);
    }
}

/// The words of the mark under it, as far as the strip reaches, and those of the ends where they leave room.
fn below(brush: &mut Brush, words: &Words, mark: f64, width: f64) {
    let half = 0.5 * brush.width(words.even, SIZE, true);
    let middle = mark.min(width - half).max(half);
    brush.words(words.even, SIZE, true, words.role, (middle, BELOW), Align::Centre);
    let [low, high] = words.ends;
    let mut end = |text: &str, at: f64, align: Align, room: f64| {
        if brush.width(text, SIZE, false) + APART <= room {
            brush.words(text, SIZE, false, Role::Ink3, (at, BELOW), align);
        }
    };
    end(low, 0.0, Align::Left, middle - half);
    end(high, width, Align::Right, width - middle - half);
}

/// The value at a place from 0, the first, to 1, the last, on straight lines between them.
fn between(values: &[f64], at: f64) -> f64 {
    let place = at * values.len().saturating_sub(1) as f64;
    let value = |index: usize| values.get(index).or(values.last()).copied().unwrap_or_default();
    let (low, high) = (value(place as usize), value(place as usize + 1));
    low + (high - low) * place.fract()
}

/// Top and bottom of a column.
fn column(npv: f64, scale: f64, zero: f64) -> (f64, f64) {
    // To the power of three quarters.
    let root = (npv.abs() / (200.0 * scale)).sqrt();
    let reach = root * root.sqrt();
    if npv >= 0.0 {
        (zero - (GAIN * reach).min(GAIN), zero)
    } else {
        (zero + TRACK, zero + TRACK + (LOSS * reach).min(LOSS))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_on_the_lines_between_values() {
        assert_eq!([0.0, 0.25, 0.5, 0.75, 1.0].map(|at| between(&[1.0, 3.0, -1.0], at)), [1.0, 2.0, 3.0, 1.0, -1.0]);
        assert_eq!((between(&[7.0], 0.3), between(&[], 0.5)), (7.0, 0.0));
    }

    #[test]
    fn classes_split_where_the_scale_says() {
        assert_eq!(class_of(-1.0, 1.0), Role::CLASSES[4]);
        assert_eq!(class_of(0.0, 1.0), Role::CLASSES[5]);
        assert_eq!(class_of(1e9, 1.0), Role::CLASSES[9]);
        assert_eq!(class_of(-1e9, 1.0), Role::CLASSES[0]);
        assert_eq!(class_of(60.0, 2.0), Role::CLASSES[5]);
    }
}
