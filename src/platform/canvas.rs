//! A chart's canvas: plotters-canvas, made crisp at any device-pixel ratio and spared what costs time in every frame.

mod quill;

use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsCast as _;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use crate::chart::{
    self, Drawing as _, Face, Figure, Focus, Ground, LEVEL, Layout, Palette, Pen, Size, Surface, Worth,
};
use crate::platform::clock::now_ms;
use quill::{Quill, advance, ink};

/// plotters counts in eighths of a device pixel here, so that whole numbers are fine enough.
const FINE: f64 = 8.0;

/// What was drawn longer ago than this is drawn anew, in milliseconds.
const AGE: f64 = 250.0;

/// A canvas and what is known of its state.
pub struct ChartCanvas {
    canvas: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
    backend: CanvasBackend,
    ratio: f64,
    quill: Quill,
    /// Words are being written, in their own scale.
    writing: bool,
    open: Option<Open>,
    waiting: Vec<Words>,
    layout: Option<Layout>,
    /// What was drawn last and may stay, and when that was.
    ground: Option<(Ground, f64)>,
}

/// A path that still grows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    Lines,
    Patches,
}

/// Words that wait for the shapes under them.
struct Words {
    text: String,
    face: Face,
    at: BackendCoord,
}

impl ChartCanvas {
    /// The sheet of a canvas; `None` where the browser gives no context.
    pub fn new(canvas: HtmlCanvasElement) -> Option<Self> {
        Self::of(canvas, false)
    }

    /// The same for a canvas through which one sees what is behind it.
    pub fn transparent(canvas: HtmlCanvasElement) -> Option<Self> {
        Self::of(canvas, true)
    }

    fn of(canvas: HtmlCanvasElement, clear: bool) -> Option<Self> {
        // Without pixels until something is drawn: those of a canvas that is not seen through begin black.
        canvas.set_width(0);
        let options = js_sys::Object::new();
        js_sys::Reflect::set(&options, &"alpha".into(), &clear.into()).ok()?;
        let context = canvas.get_context_with_context_options("2d", &options).ok()??.dyn_into().ok()?;
        let backend = CanvasBackend::with_canvas_object(canvas.clone())?;
        let quill = Quill::new(&context);
        let (waiting, layout, ground) = (Vec::new(), None, None);
        Some(Self { canvas, context, backend, ratio: 1.0, quill, writing: false, open: None, waiting, layout, ground })
    }

    /// Draws a figure; sizes the canvas first where size or ratio are new, so that it is never seen empty.
    pub fn draw(&mut self, figure: &Figure, palette: &Palette, size: Size, ratio: f64, focus: Option<Focus>) {
        let (resized, now) = (self.prepare(size, ratio), now_ms());
        // Only during a drag: a browser may take a canvas's pixels away while nothing moves.
        let known = self.ground.take().filter(|(_, drawn)| !resized && now - drawn < AGE);
        let (layout, ground) = chart::redraw(self, figure, palette, size, focus, known.map(|(ground, _)| ground));
        self.layout = Some(layout);
        self.ground = ground.map(|ground| (ground, now));
    }

    /// Draws the strip behind a slider.
    pub fn draw_strip(&mut self, worth: &Worth, scale: f64, palette: &Palette, size: Size, ratio: f64) {
        self.prepare(size, ratio);
        self.context.clear_rect(0.0, 0.0, size.width * self.unit(), size.height * self.unit());
        chart::strip(self, palette, size, worth, scale);
        self.settle();
    }

    /// Sizes the canvas where size or ratio are new, and says whether it did; forgets what the context was told.
    fn prepare(&mut self, size: Size, ratio: f64) -> bool {
        self.ratio = if ratio.is_finite() && ratio > 0.0 { ratio } else { 1.0 };
        let resized = self.fit(size);
        self.quill.forget();
        self.open = None;
        self.waiting.clear();
        self.context.set_miter_limit(2.0);
        self.mode(false);
        resized
    }

    /// Where things stand since the last drawing.
    pub fn layout(&self) -> Option<&Layout> {
        self.layout.as_ref()
    }

    /// The canvas itself.
    pub fn canvas(&self) -> &HtmlCanvasElement {
        &self.canvas
    }

    fn fit(&self, size: Size) -> bool {
        let pixels = |length: f64| (length * self.ratio).round().max(1.0) as u32;
        let (width, height) = (pixels(size.width), pixels(size.height));
        let (wider, higher) = (self.canvas.width() != width, self.canvas.height() != height);
        if wider {
            self.canvas.set_width(width);
        }
        if higher {
            self.canvas.set_height(height);
        }
        wider || higher
    }

    /// Shapes are drawn in fine units, words in CSS pixels: fonts of their true size look best and are cached.
    fn mode(&mut self, words: bool) {
        self.close();
        let scale = if words { self.ratio } else { 1.0 / FINE };
        self.writing = words;
        let _ = self.context.set_transform(scale, 0.0, 0.0, scale, 0.0, 0.0);
    }

    fn shapes(&mut self) {
        if self.writing {
            self.mode(false);
        }
    }

    /// Lines of one look that follow one another are one path, and so are patches: it is drawn when something else comes.
    fn close(&mut self) {
        match self.open.take() {
            Some(Open::Lines) => self.context.stroke(),
            Some(Open::Patches) => self.context.fill(),
            None => {}
        }
    }

    /// Goes on with the open path of that kind, or begins one.
    fn open(&mut self, kind: Open) {
        if self.open != Some(kind) {
            self.close();
            self.open = Some(kind);
            self.context.begin_path();
        }
    }

    fn fill(&mut self, colour: BackendColor) {
        self.close();
        self.quill.fill(ink(colour));
    }

    fn stroke(&mut self, colour: BackendColor, width: f64) {
        if !self.quill.strokes_with(ink(colour), width) {
            self.close();
        }
        self.quill.stroke(ink(colour), width);
    }

    fn write_one(&mut self, Words { text, face, at }: &Words, halo: bool) {
        let unit = self.unit();
        let (mut x, mut y) = (f64::from(at.0) / unit, f64::from(at.1) / unit);
        if face.along != LEVEL {
            let (a, b) = (self.ratio * face.along.0, -self.ratio * face.along.1);
            let _ = self.context.set_transform(a, b, -b, a, x * self.ratio, y * self.ratio);
            (x, y) = (0.0, 0.0);
        }
        self.quill.face(face, face.size / unit);
        match face.halo.filter(|_| halo) {
            Some((colour, width)) => {
                self.stroke(colour.shown(1.0), width / unit);
                self.quill.outline(text, x, y);
            }
            None => {
                self.fill(face.colour.shown(1.0));
                self.quill.write(text, x, y);
            }
        }
        if face.along != LEVEL {
            self.mode(true);
        }
    }

    /// What plotters-canvas draws itself, it also colours itself.
    fn lent(&mut self) -> &mut CanvasBackend {
        self.shapes();
        self.close();
        self.quill.forget_colours();
        &mut self.backend
    }

    fn trace(&self, path: impl IntoIterator<Item = BackendCoord>) {
        let mut path = path.into_iter();
        if let Some((x, y)) = path.next() {
            self.quill.context().move_to(x, y);
        }
        path.for_each(|(x, y)| self.quill.context().line_to(x, y));
    }
}

impl Surface for ChartCanvas {
    fn unit(&self) -> f64 {
        FINE * self.ratio
    }

    fn pixel(&self) -> f64 {
        FINE
    }

    fn dashed(&mut self, path: &[BackendCoord], pen: &Pen, pattern: &[f64]) {
        let lengths: js_sys::Array = pattern.iter().copied().map(wasm_bindgen::JsValue::from_f64).collect();
        self.close();
        let _ = self.context.set_line_dash(&lengths);
        self.line(path, pen);
        self.close();
        let _ = self.context.set_line_dash(&js_sys::Array::new());
    }

    fn patch(&mut self, outline: &[BackendCoord], pen: &Pen) {
        self.shapes();
        let colour = pen.color();
        if !self.quill.fills_with(ink(colour)) {
            self.fill(colour);
        }
        self.open(Open::Patches);
        self.trace(outline.iter().copied());
    }

    /// Words are kept until all shapes under them are drawn.
    fn write(&mut self, text: &str, face: &Face, at: BackendCoord) {
        self.waiting.push(Words { text: text.to_owned(), face: *face, at });
    }

    /// Halos first, and font by font: setting one costs more than writing in it.
    fn settle(&mut self) {
        let words = std::mem::take(&mut self.waiting);
        let font = |words: &Words| (words.face.size.to_bits(), words.face.bold);
        let mut fonts = Vec::new();
        for words in &words {
            if !fonts.contains(&font(words)) {
                fonts.push(font(words));
            }
        }
        self.mode(true);
        for halo in [true, false] {
            for &one in &fonts {
                for words in words.iter().filter(|words| font(words) == one && (!halo || words.face.halo.is_some())) {
                    self.write_one(words, halo);
                }
            }
            // The font that came last is still set.
            fonts.reverse();
        }
    }

    fn width(&self, text: &str, face: &Face) -> f64 {
        text.chars().map(|letter| advance(&self.context, letter, face.bold)).sum::<f64>() * face.size
    }
}

type Refused = <CanvasBackend as DrawingBackend>::ErrorType;
type Drawn = Result<(), DrawingErrorKind<Refused>>;

impl DrawingBackend for ChartCanvas {
    type ErrorType = Refused;

    fn get_size(&self) -> (u32, u32) {
        let (width, height) = self.backend.get_size();
        (width * FINE as u32, height * FINE as u32)
    }

    fn ensure_prepared(&mut self) -> Drawn {
        self.backend.ensure_prepared()
    }

    fn present(&mut self) -> Drawn {
        self.backend.present()
    }

    fn draw_pixel(&mut self, point: BackendCoord, colour: BackendColor) -> Drawn {
        self.lent().draw_pixel(point, colour)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(&mut self, a: BackendCoord, b: BackendCoord, style: &S, fill: bool) -> Drawn {
        if !fill {
            return self.lent().draw_rect(a, b, style, fill);
        }
        self.shapes();
        self.fill(style.color());
        self.quill.context().fill_rect(a.0, a.1, b.0 - a.0, b.1 - a.1);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        self.shapes();
        self.stroke(style.color(), f64::from(style.stroke_width()));
        self.open(Open::Lines);
        self.trace(path);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, at: BackendCoord, radius: u32, style: &S, fill: bool) -> Drawn {
        if !fill {
            return self.lent().draw_circle(at, radius, style, fill);
        }
        self.shapes();
        self.fill(style.color());
        self.context.begin_path();
        let _ = self.context.arc(f64::from(at.0), f64::from(at.1), f64::from(radius), 0.0, std::f64::consts::TAU);
        self.context.fill();
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, outline: I, style: &S) -> Drawn {
        self.shapes();
        self.fill(style.color());
        self.context.begin_path();
        self.trace(outline);
        self.context.fill();
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        let drawn = self.lent().draw_text(text, style, at);
        self.context.set_text_baseline("alphabetic");
        self.quill.forget();
        drawn
    }
}
