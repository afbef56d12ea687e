//! Charts as SVG documents: shapes by plotters' SVG backend, and text by an own writer. plotters' backend has no halo, no text
//! of several styles in one line, no angle but right ones, and a baseline that depends on the font.

use std::fmt::{self, Write as _};

use plotters::backend::SVGBackend;
use plotters::drawing::IntoDrawingArea;
use plotters_backend::BackendCoord;

use super::backend::{StyledSpan, Surface, TextLine, TextWriter};
use super::painter::{Painter, RootArea};
use super::{Theme, draw_crosshair, draw_figure, text_width};
use crate::chart::labels::LEVEL;
use crate::chart::{Align, Figure, Focus, Palette, Rgb, Role, Size};

/// Backend units in a CSS pixel.
const UNIT: i32 = 10;

/// Font families of one width, so that text has room in each, and the family whose widths the layout reckons with.
pub const SVG_FAMILY: &str = "Helvetica Neue, Helvetica, Liberation Sans, Arial, DejaVu Sans, sans-serif";

/// The figure as an SVG document, with its title and its takeaway for assistive tools.
pub fn svg(figure: &Figure, palette: &Palette, width: f64, height: f64) -> String {
    svg_with(figure, palette, Size { width, height }, None)
}

/// The figure as an SVG document with a crosshair.
pub fn svg_with(figure: &Figure, palette: &Palette, size: Size, focus: Option<Focus>) -> String {
    let theme = Theme { palette, unit: f64::from(UNIT) };
    // A string takes whatever is written, so no drawing fails.
    let (body, layout) = layer(size, |root| draw_figure(&Painter { root, theme }, figure, size, focus).ok());
    let (crosshair, _) = layer(size, |root| {
        layout.and_then(|layout| draw_crosshair(&Painter { root, theme }, figure, &layout, focus).ok())
    });
    let Size { width, height } = size;
    let (wide, high) = units(size);
    let (id, paper) = (figure.chart.id(), palette.rgb(Role::Paper));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {wide} {high}\" \
         role=\"img\" aria-labelledby=\"{id}-title {id}-desc\" font-family=\"{SVG_FAMILY}\" stroke-linejoin=\"round\">\n\
         <title id=\"{id}-title\">{}</title>\n<desc id=\"{id}-desc\">{}</desc>\n\
         <rect width=\"{wide}\" height=\"{high}\" fill=\"{paper}\"/>\n{body}{crosshair}</svg>\n",
        Escaped(&figure.title),
        Escaped(&figure.takeaway),
    )
}

/// The elements that are drawn on a root area: all shapes, and all text over them.
fn layer<T>(size: Size, draw: impl FnOnce(&RootArea<Surface<SVGBackend, SvgText>>) -> T) -> (String, T) {
    let (mut shapes, mut text) = (String::new(), String::new());
    let backend = SVGBackend::with_string(&mut shapes, units(size));
    let root =
        Surface { shapes: backend, text: SvgText(&mut text), size: units(size), pixel: UNIT }.into_drawing_area();
    let drawn = draw(&root);
    drop(root);
    // Without the document element around them.
    let (_, elements) = shapes.split_once('\n').unwrap_or_default();
    let elements = elements.strip_suffix("</svg>\n").unwrap_or(elements);
    (format!("{elements}{text}"), drawn)
}

fn units(size: Size) -> (u32, u32) {
    let units = |length: f64| (length * f64::from(UNIT)).round() as u32;
    (units(size.width), units(size.height))
}

/// Writes text elements into a string.
struct SvgText<'a>(&'a mut String);

impl TextWriter for SvgText<'_> {
    fn width(&self, text: &str, bold: bool) -> f64 {
        text_width(text, bold)
    }

    fn write(&mut self, line: &TextLine, (x, y): BackendCoord) {
        let [first, others @ ..] = line.spans.as_slice() else { return };
        let (cosine, sine) = line.direction;
        let x = (f64::from(x) + line.baseline() * sine).round();
        let y = (f64::from(y) + line.baseline() * cosine).round();
        let mut attributes = format!(" x=\"{x}\" y=\"{y}\"");
        attributes.push_str(match line.align {
            Align::Left => "",
            Align::Centre => " text-anchor=\"middle\"",
            Align::Right => " text-anchor=\"end\"",
        });
        // A string takes whatever is written.
        if line.direction != LEVEL {
            let angle = -sine.atan2(cosine).to_degrees();
            let _ = write!(attributes, " transform=\"rotate({angle:.1} {x} {y})\"");
        }
        if let Some((color, width)) = line.halo {
            let color = Rgb::from(color);
            let _ = write!(attributes, " paint-order=\"stroke\" stroke=\"{color}\" stroke-width=\"{width}\"");
        }
        let _ = write!(self.0, "<text{attributes}{}>{}", Styled(first), Escaped(first.text));
        for span in others {
            let _ = write!(self.0, "<tspan{}>{}</tspan>", Styled(span), Escaped(span.text));
        }
        self.0.push_str("</text>\n");
    }
}

/// The attributes of a span.
struct Styled<'a>(&'a StyledSpan<'a>);

impl fmt::Display for Styled<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let StyledSpan { size, bold, color, .. } = *self.0;
        let weight = if bold { "bold" } else { "normal" };
        write!(formatter, " font-size=\"{size}\" font-weight=\"{weight}\" fill=\"{}\"", Rgb::from(color))
    }
}

/// Text in which the letters that XML reserves are escaped.
struct Escaped<'a>(&'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|letter| match letter {
            '<' => formatter.write_str("&lt;"),
            '>' => formatter.write_str("&gt;"),
            '&' => formatter.write_str("&amp;"),
            other => formatter.write_char(other),
        })
    }
}
