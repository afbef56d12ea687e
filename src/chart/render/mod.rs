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
pub use strip::{StripText, Worth, draw_strip};
pub use svg::{svg, svg_with};
pub use text_width::text_width;
pub use theme::Theme;

use plotters::chart::{ChartBuilder, ChartContext, LabelAreaPosition};
use plotters::coord::cartesian::Cartesian2d;
use plotters::drawing::DrawingAreaErrorKind;
use plotters_backend::DrawingBackend;

use coord::AxisCoord;
use crosshair::Crosshair;
use painter::{Painter, Sheet};

use super::figure::Panel;
use super::labels::{place_ends, place_notes};
use super::layout::{Layout, Plot, Size};
use super::{Figure, Focus};

/// The chart context of a panel.
type Chart<'a, DB> = ChartContext<'a, DB, Cartesian2d<AxisCoord<'a>, AxisCoord<'a>>>;
/// An error of the backend.
type DrawError<DB> = DrawingAreaErrorKind<<DB as DrawingBackend>::ErrorType>;
/// The result of drawing.
type Drawn<DB> = Result<(), DrawError<DB>>;

/// Draws a figure, and a crosshair over it where there is a focus. Returns the layout, by which a pointer reads the figure.
pub fn draw<DB: ChartBackend>(
    sheet: &Sheet<DB>,
    theme: &Theme,
    figure: &Figure,
    size: Size,
    focus: Option<Focus>,
) -> Result<Layout, DrawError<DB>> {
    let painter = Painter { sheet, theme: *theme };
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
    let areas = split(painter, &layout);
    for (index, ((panel, plot), area)) in figure.panels.iter().zip(&layout.plots).zip(&areas).enumerate() {
        let tag = focus.and_then(|focus| Crosshair { painter, figure, layout: &layout, focus }.time_tag(index));
        axes::heading(painter, panel, plot)?;
        draw_data(area, &painter.theme, panel, plot, &layout)?;
        for layer in panel.marks.iter().filter(|layer| layout.shows(layer.when)) {
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

/// The drawing areas of the panels.
fn split<DB: ChartBackend>(painter: &Painter<DB>, layout: &Layout) -> Vec<Sheet<DB>> {
    let Painter { sheet, theme } = painter;
    let beside =
        layout.plots.windows(2).any(|pair| matches!(pair, [one, other] if one.outer.right <= other.outer.left));
    let ends = |start: fn(&Plot) -> f64, end: fn(&Plot) -> f64| -> Vec<i32> {
        let pairs = layout.plots.iter().zip(layout.plots.iter().skip(1));
        pairs.flat_map(|(one, other)| [theme.px(end(one)), theme.px(start(other))]).collect()
    };
    // Every second part is the gap between two panels.
    let parts = if beside {
        sheet.split_by_breakpoints(ends(|plot| plot.outer.left, |plot| plot.outer.right), [0; 0])
    } else {
        sheet.split_by_breakpoints([0; 0], ends(|plot| plot.outer.top, |plot| plot.outer.bottom))
    };
    parts.into_iter().step_by(2).collect()
}

/// Draws the grid and the series of a panel.
fn draw_data<DB: ChartBackend>(
    area: &Sheet<DB>,
    theme: &Theme,
    panel: &Panel,
    plot: &Plot,
    layout: &Layout,
) -> Drawn<DB> {
    let (outer, inner) = (&plot.outer, &plot.inner);
    let between = |from: f64, to: f64| theme.px(to) - theme.px(from);
    let mut chart = ChartBuilder::on(area)
        .margin_top(between(outer.top, inner.top))
        .margin_right(between(inner.right, outer.right))
        .margin_bottom(between(inner.bottom, outer.bottom))
        .set_label_area_size(LabelAreaPosition::Left, between(outer.left, inner.left))
        .build_cartesian_2d(AxisCoord::from(&panel.x), AxisCoord::from(&panel.y))?;
    axes::mesh(&mut chart, theme, panel)?;
    let shown = || panel.series.iter().filter(|layer| layout.shows(layer.when)).map(|layer| &layer.item);
    for series in shown().filter(|series| series.is_filled()) {
        series::series(&mut chart, theme, plot, series)?;
    }
    axes::zero_lines(&mut chart, theme, panel)?;
    for series in shown().filter(|series| !series.is_filled()) {
        series::series(&mut chart, theme, plot, series)?;
    }
    Ok(())
}
