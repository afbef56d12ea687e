//! The canvas of a chart: plotters-canvas draws the shapes. Around it, this file sizes the canvas for the pixel ratio of the
//! device and keeps straight lines on whole pixels. It writes the text, since plotters-canvas has no halo, no angles but right
//! ones and a baseline that depends on the font, and since plotters would measure every text by an element in the page.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use plotters::drawing::DrawingArea;
use plotters::style::RGBColor;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsCast as _;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use crate::chart::{
    self, Align, ChartBackend, FAMILY, Figure, Focus, LEVEL, Layout, LineStyle, Palette, Point, Role, Size, StyledSpan,
    TextLine, Theme, Worth, snap,
};

/// Backend units in a pixel of the device. plotters counts in whole numbers, and lines and text stand at fractions of a pixel.
const FINE: i32 = 8;

/// A canvas that shows a figure or the strip of a slider.
pub struct ChartCanvas {
    backend: Rc<RefCell<Backend>>,
    layout: Option<Layout>,
}

impl ChartCanvas {
    /// Takes an opaque canvas; `None` where the browser gives no context.
    pub fn new(canvas: HtmlCanvasElement) -> Option<Self> {
        Self::with_alpha(canvas, false)
    }

    /// Takes a canvas that shows what is behind it.
    pub fn transparent(canvas: HtmlCanvasElement) -> Option<Self> {
        Self::with_alpha(canvas, true)
    }

    fn with_alpha(canvas: HtmlCanvasElement, alpha: bool) -> Option<Self> {
        // An opaque canvas is black until it is drawn; without pixels, the paper behind it shows.
        canvas.set_width(0);
        let options = js_sys::Object::new();
        js_sys::Reflect::set(&options, &"alpha".into(), &alpha.into()).ok()?;
        let context = canvas.get_context_with_context_options("2d", &options).ok()??.dyn_into().ok()?;
        let shapes = CanvasBackend::with_canvas_object(canvas.clone())?;
        let backend = Backend { canvas, context, shapes, ratio: 1.0, font: None, scale: None };
        Some(Self { backend: Rc::new(RefCell::new(backend)), layout: None })
    }

    /// Draws a figure over the whole canvas.
    pub fn draw(&mut self, figure: &Figure, palette: &Palette, size: Size, ratio: f64, focus: Option<Focus>) {
        let theme = self.prepare(palette, size, ratio);
        let sheet = DrawingArea::from(&self.backend);
        let drawn =
            sheet.fill(&theme.color(Role::Paper)).and_then(|()| chart::draw(&sheet, &theme, figure, size, focus));
        // After an error the canvas shows what was drawn before it, and a pointer reads nothing.
        self.layout = drawn.ok();
    }

    /// Draws the strip of a slider; `scale` stretches its colour classes with the size of the business.
    pub fn draw_strip(&mut self, worth: &Worth, scale: f64, palette: &Palette, size: Size, ratio: f64) {
        let theme = self.prepare(palette, size, ratio);
        self.backend.borrow_mut().clear();
        // After an error the strip is incomplete; the slider works without it.
        let _ = chart::draw_strip(&DrawingArea::from(&self.backend), &theme, size, worth, scale);
    }

    /// The layout of the figure drawn last, by which a pointer reads it.
    pub fn layout(&self) -> Option<&Layout> {
        self.layout.as_ref()
    }

    fn prepare<'a>(&self, palette: &'a Palette, size: Size, ratio: f64) -> Theme<'a> {
        let ratio = if ratio.is_finite() && ratio > 0.0 { ratio } else { 1.0 };
        self.backend.borrow_mut().resize(size, ratio);
        Theme { palette, unit: f64::from(FINE) * ratio }
    }
}

/// plotters-canvas in fine units, and the text.
struct Backend {
    canvas: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
    shapes: CanvasBackend,
    /// Device pixels in a CSS pixel.
    ratio: f64,
    /// Size and weight of the font set last.
    font: Option<(f64, bool)>,
    /// The scale set last; `None` where it is not known.
    scale: Option<f64>,
}

impl Backend {
    /// Sizes the canvas where size or ratio have changed, which also clears it.
    fn resize(&mut self, size: Size, ratio: f64) {
        self.ratio = ratio;
        let pixels = |length: f64| (length * ratio).round().max(1.0) as u32;
        let (width, height) = (pixels(size.width), pixels(size.height));
        if (self.canvas.width(), self.canvas.height()) != (width, height) {
            self.canvas.set_width(width);
            self.canvas.set_height(height);
            self.context.set_line_join("round");
            self.font = None;
            self.scale = None;
        }
    }

    fn clear(&mut self) {
        let (width, height) = (f64::from(self.canvas.width()), f64::from(self.canvas.height()));
        self.set_scale(1.0);
        self.context.clear_rect(0.0, 0.0, width, height);
    }

    /// plotters-canvas, in fine units.
    fn in_fine_units(&mut self) -> &mut CanvasBackend {
        self.set_scale(1.0 / f64::from(FINE));
        &mut self.shapes
    }

    fn set_scale(&mut self, scale: f64) {
        if self.scale != Some(scale) {
            self.scale = Some(scale);
            // Fails only for numbers that are not finite.
            let _ = self.context.set_transform(scale, 0.0, 0.0, scale, 0.0, 0.0);
        }
    }

    /// Sets the coordinates to CSS pixels in the direction of the text, and returns the place of its anchor in them. A font of
    /// its true size is hinted, and cached by the browser, which one in fine units is not.
    fn place_text(&mut self, direction: Point, (x, y): BackendCoord) -> Point {
        let (x, y) = (f64::from(x) / self.unit(), f64::from(y) / self.unit());
        if direction == LEVEL {
            self.set_scale(self.ratio);
            return (x, y);
        }
        let (cosine, sine, ratio) = (self.ratio * direction.0, self.ratio * direction.1, self.ratio);
        self.scale = None;
        let _ = self.context.set_transform(cosine, -sine, sine, cosine, x * ratio, y * ratio);
        (0.0, 0.0)
    }

    /// Fine units in a CSS pixel.
    fn unit(&self) -> f64 {
        f64::from(FINE) * self.ratio
    }

    fn set_font(&mut self, span: &StyledSpan) {
        let font = (span.size / self.unit(), span.bold);
        if self.font.replace(font) != Some(font) {
            self.context.set_font(&css_font(font.0, font.1));
        }
    }

    /// The width of a text at font size 1.
    fn text_width(&self, text: &str, bold: bool) -> f64 {
        text.chars().map(|letter| letter_width(&self.context, letter, bold)).sum()
    }

    /// The width of a line in CSS pixels.
    fn line_width(&self, line: &TextLine) -> f64 {
        let widths = line.spans.iter().map(|span| self.text_width(span.text, span.bold) * span.size);
        widths.sum::<f64>() / self.unit()
    }
}

fn css_color(RGBColor(red, green, blue): RGBColor) -> String {
    format!("#{red:02X}{green:02X}{blue:02X}")
}

/// The font as CSS writes it.
fn css_font(size: f64, bold: bool) -> String {
    format!("{}{size}px {FAMILY}", if bold { "bold " } else { "" })
}

thread_local! {
    /// Widths of letters at font size 1. Numbers change in every frame, their digits do not.
    static LETTER_WIDTHS: RefCell<HashMap<(char, bool), f64>> = RefCell::default();
}

fn letter_width(context: &CanvasRenderingContext2d, letter: char, bold: bool) -> f64 {
    const SIZE: f64 = 100.0;
    LETTER_WIDTHS.with_borrow_mut(|widths| {
        *widths.entry((letter, bold)).or_insert_with(|| {
            let font = context.font();
            context.set_font(&css_font(SIZE, bold));
            let width = context.measure_text(letter.encode_utf8(&mut [0; 4])).map_or(0.0, |metrics| metrics.width());
            context.set_font(&font);
            width / SIZE
        })
    })
}

type Refused = <CanvasBackend as DrawingBackend>::ErrorType;
type Drawn = Result<(), DrawingErrorKind<Refused>>;

impl ChartBackend for Backend {
    fn draw_line_of_text(&mut self, line: &TextLine, at: BackendCoord) -> Drawn {
        let Some(first) = line.spans.first() else { return Ok(()) };
        // A single span is anchored by the browser, which knows its width best.
        let (align, mut x) = match (line.align, line.spans.len()) {
            (Align::Left, _) => ("left", 0.0),
            (Align::Centre, 1) => ("center", 0.0),
            (Align::Right, 1) => ("right", 0.0),
            (Align::Centre, _) => ("left", -0.5 * self.line_width(line)),
            (Align::Right, _) => ("left", -self.line_width(line)),
        };
        let baseline = chart::baseline(0, first.size) / self.unit();
        let (left, top) = self.place_text(line.direction, at);
        self.context.set_text_align(align);
        let mut placed = Vec::with_capacity(line.spans.len());
        for span in &line.spans {
            placed.push((span, left + x));
            x += self.text_width(span.text, span.bold) * span.size / self.unit();
        }
        // All halos first, so that none covers the text beside it.
        if let Some((color, width)) = line.halo {
            self.context.set_stroke_style_str(&css_color(color));
            self.context.set_line_width(width / self.unit());
            for (span, x) in &placed {
                self.set_font(span);
                // Fails only where the context does not exist any more.
                let _ = self.context.stroke_text(span.text, *x, top + baseline);
            }
        }
        for (span, x) in &placed {
            self.set_font(span);
            self.context.set_fill_style_str(&css_color(span.color));
            let _ = self.context.fill_text(span.text, *x, top + baseline);
        }
        Ok(())
    }
}

impl DrawingBackend for Backend {
    type ErrorType = Refused;

    fn get_size(&self) -> (u32, u32) {
        let (width, height) = self.shapes.get_size();
        (width * FINE as u32, height * FINE as u32)
    }

    fn ensure_prepared(&mut self) -> Drawn {
        self.shapes.ensure_prepared()
    }

    fn present(&mut self) -> Drawn {
        self.shapes.present()
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        self.in_fine_units().draw_pixel(point, color)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(&mut self, a: BackendCoord, b: BackendCoord, style: &S, fill: bool) -> Drawn {
        let (a, b) = snap::rect(a, b, FINE);
        self.in_fine_units().draw_rect(a, b, style, fill)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        if style.color().alpha == 0.0 {
            return Ok(());
        }
        let path: Vec<BackendCoord> = path.into_iter().collect();
        if let [from, to] = path[..]
            && let Some((from, to, width)) = snap::line(from, to, style.stroke_width(), FINE)
        {
            return self.in_fine_units().draw_path([from, to], &LineStyle { color: style.color(), width });
        }
        self.in_fine_units().draw_path(path, style)
    }

    fn draw_circle<S: BackendStyle>(&mut self, at: BackendCoord, radius: u32, style: &S, fill: bool) -> Drawn {
        self.in_fine_units().draw_circle(at, radius, style, fill)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, outline: I, style: &S) -> Drawn {
        self.in_fine_units().fill_polygon(outline, style)
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        self.draw_line_of_text(&TextLine::of(text, style), at)
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Refused>> {
        let bold = matches!(style.style(), FontStyle::Bold);
        Ok(((self.text_width(text, bold) * style.size()).round() as u32, style.size().round() as u32))
    }
}
