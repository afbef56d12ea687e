//! Series as plotters' series, in the coordinates of the axes.

use plotters::coord::CoordTranslate;
use plotters::drawing::DrawingArea;
use plotters::element::{Circle, Polygon, Rectangle};
use plotters::series::{AreaSeries, DashedLineSeries, DottedLineSeries, LineSeries};
use plotters::style::ShapeStyle;

use super::elements::dot;
use super::painter::{Chart, Drawn};
use super::{ChartBackend, Theme};
use crate::chart::layout::Plot;
use crate::chart::{Dash, Role, Series, Stroke};

/// Draws a series.
pub fn series<DB: ChartBackend>(chart: &mut Chart<DB>, theme: &Theme, plot: &Plot, series: &Series) -> Drawn<DB> {
    match series {
        Series::Area { points, base, role, alpha } => {
            chart.draw_series(AreaSeries::new(points.iter().copied(), *base, theme.fill(*role, *alpha)))?;
        }
        Series::Polygon { outline, role, alpha } => {
            chart.draw_series([Polygon::new(outline.as_slice(), theme.fill(*role, *alpha))])?;
        }
        Series::Contours { parts } => {
            let polygon = |(role, outline): &(Role, Vec<_>)| Polygon::new(outline.as_slice(), theme.fill(*role, 1.0));
            chart.draw_series(parts.iter().map(polygon))?;
        }
        Series::Bars { bars, role, inset } => {
            let style = theme.fill(*role, 1.0);
            let bar = |&(from, to)| {
                let width = (plot.pixel(to).0 - plot.pixel(from).0).abs();
                let inset = if width < 4.0 { 0 } else { theme.px(*inset).max(0) as u32 };
                let mut bar = Rectangle::new([from, to], style);
                bar.set_margin(0, 0, inset, inset);
                bar
            };
            chart.draw_series(bars.iter().map(bar))?;
        }
        Series::Line { points, stroke, .. } => line(chart.plotting_area(), theme, points, stroke)?,
        Series::Dots { points, radius, fill, ring } => {
            chart.draw_series(points.iter().map(|at| dot(theme, *at, *radius, *fill, *ring)))?;
        }
    }
    Ok(())
}

/// Draws a line with its casing and its dashes, in the coordinates of any area.
pub fn line<DB: ChartBackend, Coords: CoordTranslate>(
    area: &DrawingArea<DB, Coords>,
    theme: &Theme,
    points: &[Coords::From],
    stroke: &Stroke,
) -> Drawn<DB>
where
    Coords::From: Copy + 'static,
{
    let style = theme.line(stroke.role, stroke.width);
    if stroke.casing > 0.0 {
        solid(area, points, theme.line(Role::Paper, stroke.casing))?;
    }
    let dashed = |dash: f64, gap: f64| {
        let dashes = DashedLineSeries::new(points.iter().copied(), theme.px(dash), theme.px(gap), style);
        dashes.into_iter().try_for_each(|dashes| area.draw(&dashes))
    };
    match stroke.dash {
        Dash::Solid => solid(area, points, style),
        Dash::Long => dashed(7.0, 4.0),
        Dash::Short => dashed(2.0, 3.0),
        Dash::Dots => dashed(1.5, 2.5),
        Dash::DashDot => {
            dashed(9.0, 8.0)?;
            // A dot in the middle of each gap.
            let radius = theme.px(1.0);
            let dot = move |at| Circle::new(at, radius, style.filled());
            let dots = DottedLineSeries::new(points.iter().copied(), theme.px(13.0), theme.px(17.0), dot);
            dots.into_iter().try_for_each(|dots| area.draw(&dots))
        }
    }
}

fn solid<DB: ChartBackend, Coords: CoordTranslate>(
    area: &DrawingArea<DB, Coords>,
    points: &[Coords::From],
    style: ShapeStyle,
) -> Drawn<DB>
where
    Coords::From: Copy + 'static,
{
    LineSeries::new(points.iter().copied(), style).try_for_each(|line| area.draw(&line))
}
