//! Charts as SVG documents: shapes by plotters' SVG backend, and text by an own writer. plotters' backend has no halo, no text
//! of several styles in one line, no angle but right ones, and a baseline that depends on the font.

use std::fmt::{self, Write as _};

use plotters::backend::SVGBackend;
use plotters::drawing::IntoDrawingArea;
use plotters::style::RGBColor;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};

use super::{
    ChartBackend, LineStyle, Sheet, StyledSpan, TextLine, Theme, baseline, draw_crosshair, draw_figure, snap,
    text_width,
};
use crate::chart::labels::LEVEL;
use crate::chart::{Align, Figure, Focus, Palette, Rgb, Role, Size};

/// Backend units in a CSS pixel.
const UNIT: i32 = 10;

/// Font families of one width, so that text has room in each, and the family whose widths the layout reckons with.
const FAMILY: &str = "Helvetica Neue, Helvetica, Liberation Sans, Arial, DejaVu Sans, sans-serif";

/// The figure as an SVG document, with its title and its takeaway for assistive tools.
pub fn svg(figure: &Figure, palette: &Palette, width: f64, height: f64) -> String {
    svg_with(figure, palette, Size { width, height }, None)
}

/// The figure as an SVG document with a crosshair.
pub fn svg_with(figure: &Figure, palette: &Palette, size: Size, focus: Option<Focus>) -> String {
    let theme = Theme { palette, unit: f64::from(UNIT) };
    // A string takes whatever is written, so no drawing fails.
    let (body, layout) = layer(size, |sheet| draw_figure(sheet, &theme, figure, size, focus).ok());
    let (crosshair, _) =
        layer(size, |sheet| layout.and_then(|layout| draw_crosshair(sheet, &theme, figure, &layout, focus).ok()));
    let Size { width, height } = size;
    let (wide, high) = units(size);
    let (id, Rgb(red, green, blue)) = (figure.chart.id(), palette.rgb(Role::Paper));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {wide} {high}\" \
         role=\"img\" aria-labelledby=\"{id}-title {id}-desc\" font-family=\"{FAMILY}\" stroke-linejoin=\"round\">\n\
         <title id=\"{id}-title\">{}</title>\n<desc id=\"{id}-desc\">{}</desc>\n\
         <rect width=\"{wide}\" height=\"{high}\" fill=\"#{red:02X}{green:02X}{blue:02X}\"/>\n{body}{crosshair}</svg>\n",
        Escaped(&figure.title),
        Escaped(&figure.takeaway),
    )
}

/// The elements that are drawn on a sheet: all shapes, and all text over them.
fn layer<T>(size: Size, draw: impl FnOnce(&Sheet<SvgBackend>) -> T) -> (String, T) {
    let (mut shapes, mut text) = (String::new(), String::new());
    let backend = SvgBackend { shapes: SVGBackend::with_string(&mut shapes, units(size)), text: &mut text };
    let sheet = backend.into_drawing_area();
    let drawn = draw(&sheet);
    drop(sheet);
    // Without the document element around them.
    let (_, elements) = shapes.split_once('\n').unwrap_or_default();
    let elements = elements.strip_suffix("</svg>\n").unwrap_or(elements);
    (format!("{elements}{text}"), drawn)
}

fn units(size: Size) -> (u32, u32) {
    let units = |length: f64| (length * f64::from(UNIT)).round() as u32;
    (units(size.width), units(size.height))
}

/// plotters' SVG backend, with straight lines on whole pixels and the widths of the widest family, and a string of text
/// elements.
struct SvgBackend<'a> {
    shapes: SVGBackend<'a>,
    text: &'a mut String,
}

type Refused<'a> = <SVGBackend<'a> as DrawingBackend>::ErrorType;
type Drawn<'a> = Result<(), DrawingErrorKind<Refused<'a>>>;

impl ChartBackend for SvgBackend<'_> {
    fn draw_line_of_text(&mut self, line: &TextLine, (x, y): BackendCoord) -> Drawn<'static> {
        let [first, others @ ..] = line.spans.as_slice() else { return Ok(()) };
        let ((cosine, sine), drop) = (line.direction, baseline(0, first.size));
        let (x, y) = (f64::from(x) + drop * sine, f64::from(y) + drop * cosine);
        let (x, y) = (x.round(), y.round());
        let out = &mut *self.text;
        let anchor = match line.align {
            Align::Left => "",
            Align::Centre => " text-anchor=\"middle\"",
            Align::Right => " text-anchor=\"end\"",
        };
        let mut attributes = format!(" x=\"{x}\" y=\"{y}\"{anchor}");
        if line.direction != LEVEL {
            let angle = -sine.atan2(cosine).to_degrees();
            let _ = write!(attributes, " transform=\"rotate({angle:.1} {x} {y})\"");
        }
        if let Some((RGBColor(red, green, blue), width)) = line.halo {
            let _ = write!(
                attributes,
                " paint-order=\"stroke\" stroke=\"#{red:02X}{green:02X}{blue:02X}\" stroke-width=\"{width}\""
            );
        }
        let _ = write!(out, "<text{attributes}{}>{}", Styled(first), Escaped(first.text));
        for span in others {
            let _ = write!(out, "<tspan{}>{}</tspan>", Styled(span), Escaped(span.text));
        }
        out.push_str("</text>\n");
        Ok(())
    }
}

impl<'a> DrawingBackend for SvgBackend<'a> {
    type ErrorType = Refused<'a>;

    fn get_size(&self) -> (u32, u32) {
        self.shapes.get_size()
    }

    fn ensure_prepared(&mut self) -> Drawn<'a> {
        self.shapes.ensure_prepared()
    }

    fn present(&mut self) -> Drawn<'a> {
        self.shapes.present()
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn<'a> {
        self.shapes.draw_pixel(point, color)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn<'a> {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(&mut self, a: BackendCoord, b: BackendCoord, style: &S, fill: bool) -> Drawn<'a> {
        let (a, b) = snap::rect(a, b, UNIT);
        self.shapes.draw_rect(a, b, style, fill)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn<'a> {
        let path: Vec<BackendCoord> = path.into_iter().collect();
        if let [from, to] = path[..]
            && let Some((from, to, width)) = snap::line(from, to, style.stroke_width(), UNIT)
        {
            return self.shapes.draw_path([from, to], &LineStyle { color: style.color(), width });
        }
        self.shapes.draw_path(path, style)
    }

    fn draw_circle<S: BackendStyle>(&mut self, at: BackendCoord, radius: u32, style: &S, fill: bool) -> Drawn<'a> {
        self.shapes.draw_circle(at, radius, style, fill)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        outline: I,
        style: &S,
    ) -> Drawn<'a> {
        self.shapes.fill_polygon(outline, style)
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn<'a> {
        self.draw_line_of_text(&TextLine::of(text, style), at)
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Self::ErrorType>> {
        let bold = matches!(style.style(), FontStyle::Bold);
        Ok(((text_width(text, bold) * style.size()).round() as u32, style.size().round() as u32))
    }
}

/// The attributes of a span.
struct Styled<'a>(&'a StyledSpan<'a>);

impl fmt::Display for Styled<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let StyledSpan { size, bold, color: RGBColor(red, green, blue), .. } = self.0;
        let weight = if *bold { "bold" } else { "normal" };
        write!(formatter, " font-size=\"{size}\" font-weight=\"{weight}\" fill=\"#{red:02X}{green:02X}{blue:02X}\"")
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
