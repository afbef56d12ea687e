//! Draws figures with plotters, on any [`ChartBackend`]: on the page, and in SVG files.

mod axes;
mod backend;
mod coord;
mod crosshair;
mod elements;
mod marks;
mod painter;
mod series;
mod strip;
mod svg;
mod text_width;
mod theme;

pub use backend::{ChartBackend, FAMILY, StyledSpan, Surface, TextLine, TextWriter};
pub use strip::{StripData, StripText, draw_strip};
pub use svg::{SVG_FAMILY, svg, svg_with};
pub use text_width::text_width;
pub use theme::Theme;

use plotters::chart::{ChartBuilder, LabelAreaPosition};

use coord::AxisCoord;
use crosshair::Crosshair;
use painter::{DrawError, Drawn, Painter, RootArea};

use super::figure::Panel;
use super::labels::{place_ends, place_notes};
use super::layout::{Layout, Plot, Size};
use super::{Figure, Focus};

/// Draws a figure, and a crosshair over it where there is a focus. Returns the layout, by which a pointer reads the figure.
pub fn draw<DB: ChartBackend>(
    root: &RootArea<DB>,
    theme: &Theme,
    figure: &Figure,
    size: Size,
    focus: Option<Focus>,
) -> Result<Layout, DrawError<DB>> {
    let painter = Painter { root, theme: *theme };
    let layout = draw_figure(&painter, figure, size, focus)?;
    draw_crosshair(&painter, figure, &layout, focus)?;
    Ok(layout)
}

/// Draws a figure without crosshair; a focus only hides the tick labels under its tag.
fn draw_figure<DB: ChartBackend>(
    painter: &Painter<DB>,
    figure: &Figure,
    size: Size,
    focus: Option<Focus>,
) -> Result<Layout, DrawError<DB>> {
    let measure = |text: &str, size, bold| painter.width(text, size, bold);
    let layout = Layout::new(&measure, figure, size);
    for (index, (panel, plot)) in figure.panels.iter().zip(&layout.plots).enumerate() {
        let tag = focus.and_then(|focus| Crosshair { painter, figure, layout: &layout, focus }.time_tag(index));
        axes::heading(painter, panel, plot)?;
        draw_data(painter, panel, plot, &layout)?;
        for layer in panel.marks.iter().filter(|layer| layout.shows(layer.shown)) {
            marks::mark(painter, plot, &layer.item)?;
        }
        axes::ticks(painter, panel, plot, tag.map(|tag| (tag.left, tag.right)))?;
        for note in place_notes(panel, plot, &layout, &measure) {
            marks::note(painter, &note)?;
        }
        for end in place_ends(&panel.ends, plot, layout.narrow) {
            marks::end_label(painter, plot, &end)?;
        }
    }
    Ok(layout)
}

/// Draws the crosshair of a focus.
fn draw_crosshair<DB: ChartBackend>(
    painter: &Painter<DB>,
    figure: &Figure,
    layout: &Layout,
    focus: Option<Focus>,
) -> Drawn<DB> {
    focus.map_or(Ok(()), |focus| Crosshair { painter, figure, layout, focus }.draw())
}

/// Draws the grid and the series of a panel on the panel's part of the root area.
fn draw_data<DB: ChartBackend>(painter: &Painter<DB>, panel: &Panel, plot: &Plot, layout: &Layout) -> Drawn<DB> {
    let (theme, outer, inner) = (&painter.theme, &plot.outer, &plot.inner);
    let between = |from: f64, to: f64| theme.px(to) - theme.px(from);
    let size = (between(outer.left, outer.right), between(outer.top, outer.bottom));
    let area = painter.root.clone().shrink(theme.at((outer.left, outer.top)), size);
    let mut chart = ChartBuilder::on(&area)
        .margin_top(between(outer.top, inner.top))
        .margin_right(between(inner.right, outer.right))
        .margin_bottom(between(inner.bottom, outer.bottom))
        .set_label_area_size(LabelAreaPosition::Left, between(outer.left, inner.left))
        .build_cartesian_2d(AxisCoord::from(&panel.x), AxisCoord::from(&panel.y))?;
    axes::mesh(&mut chart, theme, panel)?;
    let shown = || panel.series.iter().filter(|layer| layout.shows(layer.shown)).map(|layer| &layer.item);
    for series in shown().filter(|series| series.is_filled()) {
        series::series(&mut chart, theme, plot, series)?;
    }
    axes::zero_lines(&mut chart, theme, panel)?;
    for series in shown().filter(|series| !series.is_filled()) {
        series::series(&mut chart, theme, plot, series)?;
    }
    Ok(())
}
