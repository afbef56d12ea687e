//! The strip behind a slider: NPV over the slider's range, up from the track where it is positive and down where it is
//! negative, with a mark at the break-even.

use plotters::element::{Polygon, Rectangle};

use super::painter::{Drawn, Painter, RootArea};
use super::{ChartBackend, Theme};
use crate::chart::layout::{Area, Size};
use crate::chart::{Align, Point, Role, class_of};

/// The number of columns.
const COLUMNS: u32 = 80;
/// A strip lower than this is a band of colour. All lengths are in CSS pixels.
const BAND_HEIGHT: f64 = 20.0;
/// The mark reaches this far beyond a band.
const MARK_OVERHANG: f64 = 4.0;
/// The height of the track, which is the zero line.
const TRACK_HEIGHT: f64 = 4.0;
/// The height of a column at $200B gained.
const GAIN_HEIGHT: f64 = 33.0;
/// The height of a column at $200B lost.
const LOSS_HEIGHT: f64 = 20.0;
/// The lower end of the mark's line and upper end of its triangle.
const TRIANGLE_TOP: f64 = 54.0;
/// The middle of the text below.
const TEXT_MIDDLE: f64 = 66.5;
/// The font size of the text.
const FONT_SIZE: f64 = 12.0;
/// The least gap between texts.
const LABEL_GAP: f64 = 8.0;

/// The content of a strip.
#[derive(Clone, Copy, Debug)]
pub struct StripData<'a> {
    /// Net present values at equal steps of the slider.
    pub npv: &'a [f64],
    /// The break-even, from 0 at the left end to 1 at the right one.
    pub break_even: Option<f64>,
    /// The text below, where the strip is high enough.
    pub text: Option<StripText<'a>>,
}

/// The text below a strip.
#[derive(Clone, Copy, Debug)]
pub struct StripText<'a> {
    /// The ends of the range.
    pub ends: [&'a str; 2],
    /// The break-even, or that there is none.
    pub break_even: &'a str,
    /// The colour of the break-even.
    pub role: Role,
}

/// Draws a strip over the whole root area; `scale` stretches the colour classes with the size of the business.
pub fn draw_strip<DB: ChartBackend>(
    root: &RootArea<DB>,
    theme: &Theme,
    size: Size,
    data: &StripData,
    scale: f64,
) -> Drawn<DB> {
    let painter = Painter { root, theme: *theme };
    let banded = size.height < BAND_HEIGHT;
    let rectangle = |area: Area, role: Role| {
        let ends = [theme.at((area.left, area.top)), theme.at((area.right, area.bottom))];
        painter.root.draw(&Rectangle::new(ends, theme.fill(role, 1.0)))
    };
    for (columns, role) in columns_by_class(data.npv, size, scale) {
        let outline: Vec<_> = outline(&columns).map(|corner| theme.at(corner)).collect();
        painter.root.draw(&Polygon::new(outline, theme.fill(role, 1.0)))?;
    }
    let middle = 0.5 * size.height;
    if !banded {
        rectangle(
            Area { left: 0.0, top: GAIN_HEIGHT, right: size.width, bottom: GAIN_HEIGHT + TRACK_HEIGHT },
            Role::Ink2,
        )?;
    } else if size.height - 2.0 * MARK_OVERHANG >= 8.0 {
        rectangle(Area { left: 0.0, top: middle - 0.6, right: size.width, bottom: middle + 0.6 }, Role::Ink)?;
    }
    if let Some(break_even) = data.break_even {
        let at = break_even * size.width;
        let (bottom, width) = if banded { (size.height, 2.0) } else { (TRIANGLE_TOP, 1.5) };
        painter.rule((at, 0.0), (at, bottom), Role::Ink, width)?;
        if !banded {
            let corners = [(at, TRIANGLE_TOP - 1.0), (at + 5.0, TRIANGLE_TOP + 6.0), (at - 5.0, TRIANGLE_TOP + 6.0)];
            painter.root.draw(&Polygon::new(corners.map(|corner| theme.at(corner)), theme.fill(Role::Ink, 1.0)))?;
        }
    }
    let text = data.text.filter(|_| size.height >= TEXT_MIDDLE + 0.5 * FONT_SIZE);
    text.map_or(Ok(()), |text| draw_text(&painter, &text, data.break_even.unwrap_or(0.5) * size.width, size.width))
}

/// The columns of a strip; neighbours of the same class stand together.
fn columns_by_class(values: &[f64], size: Size, scale: f64) -> Vec<(Vec<Area>, Role)> {
    let banded = size.height < BAND_HEIGHT;
    let step = size.width / f64::from(COLUMNS);
    let mut classes: Vec<(Vec<Area>, Role)> = Vec::new();
    for index in 0..COLUMNS {
        let npv = between(values, (f64::from(index) + 0.5) / f64::from(COLUMNS));
        let left = f64::from(index) * step;
        // A small overlap, so that no seam shows between classes.
        let right = (left + step + 0.3).min(size.width);
        let (top, bottom) = if banded { (MARK_OVERHANG, size.height - MARK_OVERHANG) } else { column(npv, scale) };
        let (column, role) = (Area { left, top, right, bottom }, class_of(npv, scale));
        match classes.last_mut() {
            Some((columns, same)) if *same == role => columns.push(column),
            _ => classes.push((vec![column], role)),
        }
    }
    classes
}

/// The corners of columns that stand side by side: along their tops to the right, and back along their bottoms.
fn outline(columns: &[Area]) -> impl Iterator<Item = Point> {
    let tops = columns.iter().flat_map(|column| [(column.left, column.top), (column.right, column.top)]);
    let bottoms = columns.iter().rev().flat_map(|column| [(column.right, column.bottom), (column.left, column.bottom)]);
    tops.chain(bottoms)
}

/// Draws the text of the break-even under its mark, and the ends of the range where there is room.
fn draw_text<DB: ChartBackend>(painter: &Painter<DB>, text: &StripText, mark: f64, width: f64) -> Drawn<DB> {
    let half = 0.5 * painter.width(text.break_even, FONT_SIZE, true);
    let middle = mark.min(width - half).max(half);
    painter.text(text.break_even, (middle, TEXT_MIDDLE), (text.role, FONT_SIZE, true), Align::Centre)?;
    let [low, high] = text.ends;
    for (end, x, align, room) in
        [(low, 0.0, Align::Left, middle - half), (high, width, Align::Right, width - middle - half)]
    {
        if painter.width(end, FONT_SIZE, false) + LABEL_GAP <= room {
            painter.text(end, (x, TEXT_MIDDLE), (Role::Ink3, FONT_SIZE, false), align)?;
        }
    }
    Ok(())
}

/// The value at a place from 0 to 1, on straight lines between the values.
fn between(values: &[f64], at: f64) -> f64 {
    let place = at * values.len().saturating_sub(1) as f64;
    let value = |index: usize| values.get(index).or(values.last()).copied().unwrap_or_default();
    let (low, high) = (value(place as usize), value(place as usize + 1));
    low + (high - low) * place.fract()
}

/// The top and the bottom of a column, whose height grows with NPV to the power of three quarters.
fn column(npv: f64, scale: f64) -> (f64, f64) {
    let root = (npv.abs() / (200.0 * scale)).sqrt();
    let reach = root * root.sqrt();
    if npv >= 0.0 {
        (GAIN_HEIGHT - (GAIN_HEIGHT * reach).min(GAIN_HEIGHT), GAIN_HEIGHT)
    } else {
        (GAIN_HEIGHT + TRACK_HEIGHT, GAIN_HEIGHT + TRACK_HEIGHT + (LOSS_HEIGHT * reach).min(LOSS_HEIGHT))
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
    fn neighbours_of_one_class_stand_together() {
        let size = Size { width: 160.0, height: 74.0 };
        assert_eq!(columns_by_class(&[60.0, 90.0], size, 1.0).len(), 1);
        let classes = columns_by_class(&[-60.0, 60.0], size, 1.0);
        assert_eq!(classes.iter().map(|(columns, _)| columns.len()).sum::<usize>(), 80);
        assert!(classes.len() > 2, "the signs are apart");
        let columns = &columns_by_class(&[-200.0], size, 1.0)[0].0;
        assert_eq!(columns[0], Area { left: 0.0, top: 37.0, right: 2.3, bottom: 57.0 });
        let corners: Vec<_> = outline(&columns[..1]).collect();
        assert_eq!(corners, [(0.0, 37.0), (2.3, 37.0), (2.3, 57.0), (0.0, 57.0)]);
    }
}
