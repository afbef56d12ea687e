//! The one renderer: any figure, on any surface, in any palette.

use plotters_backend::BackendCoord;

use super::brush::Brush;
use super::figure::{Layer, Mark};
use super::ground::Ground;
use super::layout::{Area, Layout, Plot, Size};
use super::{Figure, Focus, Palette, Panel, Point, Role, Surface, axes, badge, crosshair, words};

/// Draws a figure, and over it a crosshair where there is one; answers where things stand, for the pointer.
pub fn draw(surface: &mut dyn Surface, figure: &Figure, palette: &Palette, size: Size, focus: Option<Focus>) -> Layout {
    let layout = Layout::new(surface, figure, size);
    paint(surface, figure, palette, &layout, focus, true);
    layout
}

/// Draws a figure over what is on the surface, and leaves there what a known ground says that stays. Answers, too, the
/// ground for the next time.
pub fn redraw(
    surface: &mut dyn Surface,
    figure: &Figure,
    palette: &Palette,
    size: Size,
    focus: Option<Focus>,
    known: Option<Ground>,
) -> (Layout, Option<Ground>) {
    let layout = Layout::new(surface, figure, size);
    let known = known.filter(|ground| ground.carries(figure, &layout, palette, focus));
    let whole = Area { left: 0.0, top: 0.0, right: size.width, bottom: size.height };
    let area = known.as_ref().map_or(whole, Ground::moving);
    Brush { surface, palette }.block(&area, Role::Paper);
    paint(surface, figure, palette, &layout, focus, known.is_none());
    let ground = known.or_else(|| Ground::of(figure, &layout, palette, focus));
    (layout, ground)
}

fn paint(
    surface: &mut dyn Surface,
    figure: &Figure,
    palette: &Palette,
    layout: &Layout,
    focus: Option<Focus>,
    words_of_axes: bool,
) {
    let mut brush = Brush { surface, palette };
    for (index, (panel, plot)) in figure.panels.iter().zip(&layout.plots).enumerate() {
        let hidden = crosshair::tag(&brush, figure, layout, index, focus);
        axes::heading(&mut brush, panel, plot);
        axes::grid(&mut brush, panel, plot);
        layers(&mut brush, panel, plot, layout, true);
        axes::zero(&mut brush, panel, plot);
        layers(&mut brush, panel, plot, layout, false);
        axes::ticks(&mut brush, panel, plot);
        if words_of_axes {
            axes::labels(&mut brush, panel, plot, hidden);
        }
        words::notes(&mut brush, panel, plot, layout);
        words::ends(&mut brush, panel, plot, layout.narrow);
    }
    surface.settle();
    if let Some(focus) = focus {
        crosshair::draw(&mut Brush { surface, palette }, figure, layout, focus);
        surface.settle();
    }
}

/// Areas and bars lie under the zero line, everything else over it.
fn layers(brush: &mut Brush, panel: &Panel, plot: &Plot, layout: &Layout, under: bool) {
    let shown = |layer: &&Layer| {
        let flat = matches!(layer.mark, Mark::Fill { .. } | Mark::Bars { .. } | Mark::Field { .. });
        flat == under && layout.shows(layer.when)
    };
    for layer in panel.layers.iter().filter(shown) {
        mark(brush, plot, &layer.mark);
    }
}

fn mark(brush: &mut Brush, plot: &Plot, mark: &Mark) {
    match mark {
        Mark::Fill { outline, role, alpha } => {
            let outline: Vec<BackendCoord> = outline.iter().map(|point| plot.units(*point)).collect();
            brush.fill(&outline, *role, *alpha);
        }
        Mark::Line { points, stroke, .. } => {
            let path: Vec<BackendCoord> = points.iter().map(|point| plot.units(*point)).collect();
            if path.len() > 1 {
                brush.path(&path, stroke);
            }
        }
        Mark::Bars { bars, role, inset, trim } => {
            for (from, to) in bars {
                let (a, b) = (plot.pixel(*from), plot.pixel(*to));
                let inset = if (b.0 - a.0).abs() < 4.0 { 0.0 } else { *inset };
                let area = Area {
                    left: a.0.min(b.0) + inset,
                    right: a.0.max(b.0) - inset,
                    top: a.1.min(b.1) + trim,
                    bottom: a.1.max(b.1) - trim,
                };
                if area.width() >= 0.2 && area.height() >= 0.2 {
                    brush.block(&area, *role);
                }
            }
        }
        Mark::Field { columns, rows, corners, shapes } => field(brush, plot, (columns, rows), corners, shapes),
        Mark::Rule { from, to, stroke } => brush.rule(plot.place(from), plot.place(to), stroke),
        Mark::Dot { at, radius, fill, ring, width } => brush.dot(plot.place(at), *radius, *fill, (*ring, *width)),
        Mark::Shape { at, corners, role } => {
            let (x, y) = plot.place(at);
            let outline: Vec<_> = corners.iter().map(|(dx, dy)| (x + dx, y + dy)).collect();
            brush.shape(&outline, *role);
        }
        Mark::Badge { at, source } => badge::draw(brush, plot.place(at), *source),
    }
}

/// The lines of the grid stand on whole pixels: no seam shows where two shapes meet.
fn field(
    brush: &mut Brush,
    plot: &Plot,
    (columns, rows): (&[f64], &[f64]),
    corners: &[Point],
    shapes: &[(Role, usize)],
) {
    let across: Vec<i32> = columns.iter().map(|at| brush.edge(plot.pixel((*at, 0.0)).0)).collect();
    let upwards: Vec<i32> = rows.iter().map(|at| brush.edge(plot.pixel((0.0, *at)).1)).collect();
    let place = |lines: &[i32], at: f64| {
        let near = lines.get(at.floor() as usize).copied().unwrap_or_default();
        let next = lines.get(at.ceil() as usize).copied().unwrap_or(near);
        near + (f64::from(next - near) * at.fract()).round() as i32
    };
    let mut roles: Vec<Role> = Vec::new();
    for (role, _) in shapes {
        if !roles.contains(role) {
            roles.push(*role);
        }
    }
    // Colour by colour: patches of one colour that follow one another are one path.
    let mut outline = Vec::with_capacity(8);
    for one in roles {
        let mut from = 0;
        for (role, end) in shapes {
            if *role == one {
                let ring = corners.get(from..*end).unwrap_or_default();
                outline.clear();
                outline.extend(ring.iter().map(|(x, y)| (place(&across, *x), place(&upwards, *y))));
                brush.patch(&outline, one);
            }
            from = *end;
        }
    }
}
