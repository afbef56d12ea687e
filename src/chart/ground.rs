//! What of a chart stays while its numbers move: the words of its axes, for as long as the axes do.

use super::figure::{Axis, AxisLook, Note, Panel, Place};
use super::layout::{Area, Layout, Plot};
use super::{Figure, Focus, Palette};

/// All else stays so far away from the words beside and below a plot.
const BESIDE: f64 = 8.0;
const BELOW: f64 = 9.0;

/// The axes of a chart as they were drawn.
#[derive(Clone, Debug)]
pub struct Ground {
    inner: Area,
    outer: Area,
    x: Axis,
    y: Axis,
    palette: Palette,
}

impl Ground {
    /// The ground of a figure that keeps the words of its axes apart from all else; a crosshair covers some of them.
    pub fn of(figure: &Figure, layout: &Layout, palette: &Palette, focus: Option<Focus>) -> Option<Self> {
        let (panel, plot) = only(figure, layout).filter(|(panel, _)| focus.is_none() && keeps_apart(panel))?;
        let (x, y) = (panel.x.clone(), panel.y.clone());
        Some(Self { inner: plot.inner, outer: plot.outer, x, y, palette: *palette })
    }

    /// Whether a figure, too, stands on it.
    pub fn carries(&self, figure: &Figure, layout: &Layout, palette: &Palette, focus: Option<Focus>) -> bool {
        only(figure, layout).is_some_and(|(panel, plot)| {
            focus.is_none()
                && keeps_apart(panel)
                && (plot.inner, plot.outer) == (self.inner, self.outer)
                && (&panel.x, &panel.y, palette) == (&self.x, &self.y, &self.palette)
        })
    }

    /// Where everything but those words is drawn.
    pub fn moving(&self) -> Area {
        Area { left: self.inner.left - BESIDE, bottom: self.inner.bottom + BELOW, ..self.outer }
    }
}

fn only<'a>(figure: &'a Figure, layout: &'a Layout) -> Option<(&'a Panel, &'a Plot)> {
    match (figure.panels.as_slice(), layout.plots.as_slice()) {
        ([panel], [plot]) => Some((panel, plot)),
        _ => None,
    }
}

fn keeps_apart(panel: &Panel) -> bool {
    let looks = panel.x.look == AxisLook::Time && panel.y.look == AxisLook::Grid;
    looks && panel.heading.is_none() && panel.notes.iter().all(in_plot)
}

fn in_plot(note: &Note) -> bool {
    let inside = |place: Place| !matches!(place, Place::Panel(_));
    note.spots.iter().all(|spot| inside(spot.at.x) && inside(spot.at.y))
}
