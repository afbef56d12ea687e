//! Charts as SVG: a plotters backend that writes real text, real dashes and halos.

use std::convert::Infallible;
use std::fmt::Write as _;

use plotters_backend::{BackendColor, BackendCoord, BackendStyle, DrawingBackend, DrawingErrorKind};

use super::surface::{Face, LEVEL, Pen, Surface};
use super::{Align, Figure, Focus, Palette, Rgb, Role, Size, draw, widths};

/// Units in a CSS pixel: one decimal in the file.
const UNIT: i32 = 10;

/// Typefaces with the widths that the layout reckons with.
const FAMILY: &str = "Helvetica Neue, Helvetica, Liberation Sans, Arial, sans-serif";

/// The figure as an SVG document, with its title and its sentence for who does not see it.
pub fn svg(figure: &Figure, palette: &Palette, width: f64, height: f64) -> String {
    svg_with(figure, palette, Size { width, height }, None)
}

/// The same with a crosshair.
pub fn svg_with(figure: &Figure, palette: &Palette, size: Size, focus: Option<Focus>) -> String {
    let mut surface = Svg::new(size, palette.rgb(Role::Paper));
    draw(&mut surface, figure, palette, size, focus);
    surface.finish(figure)
}

/// The document while it is written.
pub struct Svg {
    body: String,
    size: Size,
    paper: Rgb,
}

impl Svg {
    /// An empty sheet.
    pub fn new(size: Size, paper: Rgb) -> Self {
        Self { body: String::with_capacity(16_384), size, paper }
    }

    fn finish(self, figure: &Figure) -> String {
        let [width, height] = [self.size.width, self.size.height].map(|length| length.to_string());
        let id = figure.chart.id();
        let mut out = String::with_capacity(self.body.len() + 1024);
        let _ = write!(
            out,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
             role=\"img\" aria-labelledby=\"{id}-title {id}-desc\" font-family=\"{FAMILY}\" fill=\"none\" \
             stroke-linejoin=\"round\">\n<title id=\"{id}-title\">"
        );
        escape(&mut out, &figure.title);
        let _ = write!(out, "</title>\n<desc id=\"{id}-desc\">");
        escape(&mut out, &figure.takeaway);
        let _ = writeln!(out, "</desc>\n<rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>", Hex(self.paper));
        out.push_str(&self.body);
        out.push_str("</svg>\n");
        out
    }

    fn points(&mut self, path: impl IntoIterator<Item = BackendCoord>) {
        for (index, (x, y)) in path.into_iter().enumerate() {
            if index > 0 {
                self.body.push(' ');
            }
            let _ = write!(self.body, "{},{}", Units(x), Units(y));
        }
    }

    fn stroke(&mut self, style: &impl BackendStyle) {
        let colour = style.color();
        let _ = write!(self.body, " stroke=\"{}\"", hex(colour));
        let width = style.stroke_width() as i32;
        if width != UNIT {
            let _ = write!(self.body, " stroke-width=\"{}\"", Units(width));
        }
        self.opacity("stroke", colour);
    }

    fn fill(&mut self, colour: BackendColor) {
        let _ = write!(self.body, " fill=\"{}\"", hex(colour));
        self.opacity("fill", colour);
    }

    fn opacity(&mut self, what: &str, colour: BackendColor) {
        if colour.alpha < 1.0 {
            let _ = write!(self.body, " {what}-opacity=\"{}\"", (colour.alpha * 1000.0).round() / 1000.0);
        }
    }

    fn polyline(&mut self, path: impl IntoIterator<Item = BackendCoord>, style: &impl BackendStyle, pattern: &[f64]) {
        self.body.push_str("<polyline points=\"");
        self.points(path);
        self.body.push('"');
        self.stroke(style);
        if !pattern.is_empty() {
            self.body.push_str(" stroke-dasharray=\"");
            for (index, length) in pattern.iter().enumerate() {
                let gap = if index > 0 { " " } else { "" };
                let _ = write!(self.body, "{gap}{}", Units(length.round() as i32));
            }
            self.body.push('"');
        }
        self.body.push_str("/>\n");
    }
}

/// Units as a decimal number.
struct Units(i32);

impl std::fmt::Display for Units {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (whole, rest) = (self.0.abs() / UNIT, self.0.abs() % UNIT);
        let sign = if self.0 < 0 { "-" } else { "" };
        if rest == 0 { write!(formatter, "{sign}{whole}") } else { write!(formatter, "{sign}{whole}.{rest}") }
    }
}

struct Hex(Rgb);

impl std::fmt::Display for Hex {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Rgb(red, green, blue) = self.0;
        write!(formatter, "#{red:02X}{green:02X}{blue:02X}")
    }
}

fn hex(colour: BackendColor) -> Hex {
    let (red, green, blue) = colour.rgb;
    Hex(Rgb(red, green, blue))
}

fn escape(out: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            other => out.push(other),
        }
    }
}

impl Surface for Svg {
    fn unit(&self) -> f64 {
        f64::from(UNIT)
    }

    fn pixel(&self) -> f64 {
        f64::from(UNIT)
    }

    fn dashed(&mut self, path: &[BackendCoord], pen: &Pen, pattern: &[f64]) {
        self.polyline(path.iter().copied(), pen, pattern);
    }

    /// Edged in its own colour: a drawing of unknown size has no whole pixels to stand on.
    fn patch(&mut self, outline: &[BackendCoord], pen: &Pen) {
        self.body.push_str("<polygon points=\"");
        self.points(outline.iter().copied());
        self.body.push('"');
        self.fill(pen.color());
        let _ = writeln!(self.body, " stroke=\"{}\" stroke-width=\"0.6\"/>", Hex(pen.colour));
    }

    fn write(&mut self, text: &str, face: &Face, at: BackendCoord) {
        let (x, y) = (Units(at.0), Units(at.1));
        let size = Units(face.size.round() as i32);
        let _ = write!(self.body, "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\"");
        self.body.push_str(if face.bold { " font-weight=\"bold\"" } else { "" });
        self.body.push_str(match face.align {
            Align::Left => "",
            Align::Centre => " text-anchor=\"middle\"",
            Align::Right => " text-anchor=\"end\"",
        });
        if face.along != LEVEL {
            let angle = -face.along.1.atan2(face.along.0).to_degrees();
            let angle = Units((angle * f64::from(UNIT)).round() as i32);
            let _ = write!(self.body, " transform=\"rotate({angle} {x} {y})\"");
        }
        if let Some((colour, width)) = face.halo {
            let width = Units(width.round() as i32);
            let _ = write!(self.body, " paint-order=\"stroke\" stroke=\"{}\" stroke-width=\"{width}\"", Hex(colour));
        }
        self.fill(face.colour.shown(1.0));
        self.body.push('>');
        escape(&mut self.body, text);
        self.body.push_str("</text>\n");
    }

    fn width(&self, text: &str, face: &Face) -> f64 {
        (widths::width(text, face.bold) * face.size).round()
    }
}

/// Writing to a string cannot fail.
type Written = Result<(), DrawingErrorKind<Infallible>>;

impl DrawingBackend for Svg {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        let units = |length: f64| (length * f64::from(UNIT)) as u32;
        (units(self.size.width), units(self.size.height))
    }

    fn ensure_prepared(&mut self) -> Written {
        Ok(())
    }

    fn present(&mut self) -> Written {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, colour: BackendColor) -> Written {
        self.draw_rect(point, (point.0 + 1, point.1 + 1), &colour, true)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Written {
        self.polyline([from, to], style, &[]);
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(&mut self, a: BackendCoord, b: BackendCoord, style: &S, fill: bool) -> Written {
        let (x, y, width, height) = (Units(a.0), Units(a.1), Units(b.0 - a.0), Units(b.1 - a.1));
        let _ = write!(self.body, "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"");
        if fill {
            self.fill(style.color());
        } else {
            self.stroke(style);
        }
        self.body.push_str("/>\n");
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Written {
        self.polyline(path, style, &[]);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, centre: BackendCoord, radius: u32, style: &S, fill: bool) -> Written {
        let (x, y, radius) = (Units(centre.0), Units(centre.1), Units(radius as i32));
        let _ = write!(self.body, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"");
        if fill {
            self.fill(style.color());
        } else {
            self.stroke(style);
        }
        self.body.push_str("/>\n");
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        outline: I,
        style: &S,
    ) -> Written {
        self.body.push_str("<polygon points=\"");
        self.points(outline);
        self.body.push('"');
        self.fill(style.color());
        self.body.push_str("/>\n");
        Ok(())
    }
}
