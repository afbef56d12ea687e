//! The canvas of a chart: plotters-canvas draws the shapes. Around it, this file sizes the canvas for the pixel ratio of the
//! device and keeps straight lines on whole pixels. It writes the text, since plotters-canvas has no halo, no angles but right
//! ones and a baseline that depends on the font, and since plotters would measure every text by an element in the page.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use plotters::drawing::DrawingArea;
use plotters_backend::BackendCoord;
use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsCast as _;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use crate::chart::{
    self, Align, FAMILY, Figure, Focus, Layout, Palette, Point, Rgb, Role, Size, StripData, StyledSpan, Surface,
    TextLine, TextWriter, Theme,
};

/// Backend units in a pixel of the device. plotters uses whole numbers; lines and text need fractions of a pixel.
const FINE: i32 = 8;

/// A canvas that shows a figure or the strip of a slider.
pub(crate) struct ChartCanvas {
    canvas: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
    backend: Rc<RefCell<Surface<CanvasBackend, CanvasText>>>,
    layout: Option<Layout>,
}

impl ChartCanvas {
    /// Takes an opaque canvas; `None` where the browser gives no context.
    pub(crate) fn new(canvas: HtmlCanvasElement) -> Option<Self> {
        Self::with_alpha(canvas, false)
    }

    /// Takes a transparent canvas.
    pub(crate) fn transparent(canvas: HtmlCanvasElement) -> Option<Self> {
        Self::with_alpha(canvas, true)
    }

    fn with_alpha(canvas: HtmlCanvasElement, alpha: bool) -> Option<Self> {
        // An opaque canvas is black until it is drawn; without pixels, the paper behind it shows.
        canvas.set_width(0);
        let options = js_sys::Object::new();
        js_sys::Reflect::set(&options, &"alpha".into(), &alpha.into()).ok()?;
        let context = canvas.get_context_with_context_options("2d", &options).ok()??;
        let context: CanvasRenderingContext2d = context.dyn_into().ok()?;
        let text = CanvasText { context: context.clone(), ratio: 1.0, font: None, letter_widths: RefCell::default() };
        let shapes = CanvasBackend::with_canvas_object(canvas.clone())?;
        let backend = Rc::new(RefCell::new(Surface { shapes, text, size: (0, 0), pixel: FINE }));
        Some(Self { canvas, context, backend, layout: None })
    }

    /// Draws a figure over the whole canvas.
    pub(crate) fn draw(&mut self, figure: &Figure, palette: &Palette, size: Size, ratio: f64, focus: Option<Focus>) {
        let theme = self.prepare(palette, size, ratio);
        let root = DrawingArea::from(&self.backend);
        let drawn = root.fill(&theme.color(Role::Paper)).and_then(|()| chart::draw(&root, &theme, figure, size, focus));
        // After an error the canvas shows what was drawn before it, and a pointer reads nothing.
        self.layout = drawn.ok();
    }

    /// Draws the strip of a slider; `scale` stretches its colour classes with the size of the business.
    pub(crate) fn draw_strip(&mut self, data: &StripData, scale: f64, palette: &Palette, size: Size, ratio: f64) {
        let theme = self.prepare(palette, size, ratio);
        self.context.clear_rect(0.0, 0.0, theme.unit * size.width, theme.unit * size.height);
        // After an error the strip is incomplete; the slider works without it.
        let _ = chart::draw_strip(&DrawingArea::from(&self.backend), &theme, size, data, scale);
    }

    /// The layout of the figure drawn last, by which a pointer reads it.
    pub(crate) fn layout(&self) -> Option<&Layout> {
        self.layout.as_ref()
    }

    /// Sizes the canvas where size or ratio have changed, which also clears it and resets its state.
    fn prepare<'a>(&self, palette: &'a Palette, size: Size, ratio: f64) -> Theme<'a> {
        let ratio = if ratio.is_finite() && ratio > 0.0 { ratio } else { 1.0 };
        let pixels = |length: f64| (length * ratio).round().max(1.0) as u32;
        let (width, height) = (pixels(size.width), pixels(size.height));
        let mut backend = self.backend.borrow_mut();
        if (self.canvas.width(), self.canvas.height()) != (width, height) {
            self.canvas.set_width(width);
            self.canvas.set_height(height);
            self.context.set_line_join("round");
            backend.text.font = None;
            set_fine_units(&self.context);
        }
        backend.size = (width * FINE as u32, height * FINE as u32);
        backend.text.ratio = ratio;
        Theme { palette, unit: backend.text.unit() }
    }
}

/// Sets the coordinates of plotters: fine units.
fn set_fine_units(context: &CanvasRenderingContext2d) {
    let scale = 1.0 / f64::from(FINE);
    // Fails only for numbers that are not finite.
    let _ = context.set_transform(scale, 0.0, 0.0, scale, 0.0, 0.0);
}

/// Writes text on a canvas.
struct CanvasText {
    context: CanvasRenderingContext2d,
    /// Device pixels in a CSS pixel.
    ratio: f64,
    /// Size and weight of the font set last.
    font: Option<(f64, bool)>,
    /// Widths of letters at font size 1, by letter and weight. Numbers change in every frame, their digits do not.
    letter_widths: RefCell<HashMap<(char, bool), f64>>,
}

impl TextWriter for CanvasText {
    fn width(&self, text: &str, bold: bool) -> f64 {
        text.chars().map(|letter| self.letter_width(letter, bold)).sum()
    }

    fn write(&mut self, line: &TextLine, at: BackendCoord) {
        // A single span is anchored by the browser, which knows its width best.
        let (align, mut x) = match (line.align, line.spans.len()) {
            (Align::Left, _) => ("left", 0.0),
            (Align::Centre, 1) => ("center", 0.0),
            (Align::Right, 1) => ("right", 0.0),
            (Align::Centre, _) => ("left", -0.5 * self.line_width(line)),
            (Align::Right, _) => ("left", -self.line_width(line)),
        };
        self.set_css_pixels(line.direction, at);
        self.context.set_text_align(align);
        let baseline = line.baseline() / self.unit();
        let mut placed = Vec::with_capacity(line.spans.len());
        for span in &line.spans {
            placed.push((span, x));
            x += self.width(span.text, span.bold) * span.size / self.unit();
        }
        // All halos first, so that none covers the text beside it.
        if let Some((color, width)) = line.halo {
            self.context.set_stroke_style_str(&Rgb::from(color).to_string());
            self.context.set_line_width(width / self.unit());
            for (span, x) in &placed {
                self.set_font(span);
                // Fails only where the context does not exist any more.
                let _ = self.context.stroke_text(span.text, *x, baseline);
            }
        }
        for (span, x) in &placed {
            self.set_font(span);
            self.context.set_fill_style_str(&Rgb::from(span.color).to_string());
            let _ = self.context.fill_text(span.text, *x, baseline);
        }
        set_fine_units(&self.context);
    }
}

impl CanvasText {
    /// Fine units in a CSS pixel.
    fn unit(&self) -> f64 {
        f64::from(FINE) * self.ratio
    }

    /// Sets the coordinates to CSS pixels from a point in a direction. The browser hints and caches a font of its true size, but
    /// not a font in fine units.
    fn set_css_pixels(&self, (cosine, sine): Point, (x, y): BackendCoord) {
        let (x, y, ratio) = (f64::from(x) / f64::from(FINE), f64::from(y) / f64::from(FINE), self.ratio);
        let _ = self.context.set_transform(ratio * cosine, -ratio * sine, ratio * sine, ratio * cosine, x, y);
    }

    fn set_font(&mut self, span: &StyledSpan) {
        let font = (span.size / self.unit(), span.bold);
        if self.font.replace(font) != Some(font) {
            self.context.set_font(&css_font(font.0, font.1));
        }
    }

    fn letter_width(&self, letter: char, bold: bool) -> f64 {
        const SIZE: f64 = 100.0;
        *self.letter_widths.borrow_mut().entry((letter, bold)).or_insert_with(|| {
            let font = self.context.font();
            self.context.set_font(&css_font(SIZE, bold));
            let metrics = self.context.measure_text(letter.encode_utf8(&mut [0; 4]));
            self.context.set_font(&font);
            metrics.map_or(0.0, |metrics| metrics.width()) / SIZE
        })
    }

    /// The width of a line in CSS pixels.
    fn line_width(&self, line: &TextLine) -> f64 {
        line.spans.iter().map(|span| self.width(span.text, span.bold) * span.size / self.unit()).sum()
    }
}

/// The font as CSS writes it.
fn css_font(size: f64, bold: bool) -> String {
    format!("{}{size}px {FAMILY}", if bold { "bold " } else { "" })
}
