//! What a canvas draws with: it is told only what is new, in strings that the browser has already.

use std::cell::{OnceCell, RefCell};
use std::fmt::Write as _;

use plotters_backend::BackendColor;
use wasm_bindgen::prelude::*;
use web_sys::CanvasRenderingContext2d;

use crate::chart::{Align, FAMILY, Face, Rgb};

#[wasm_bindgen]
extern "C" {
    /// The context as it takes strings of the browser's own.
    pub type Context;
    #[wasm_bindgen(method, js_name = fillText)]
    fn fill_text(this: &Context, text: &JsValue, x: f64, y: f64);
    #[wasm_bindgen(method, js_name = strokeText)]
    fn stroke_text(this: &Context, text: &JsValue, x: f64, y: f64);
    #[wasm_bindgen(method, setter, js_name = fillStyle)]
    fn set_fill(this: &Context, colour: &JsValue);
    #[wasm_bindgen(method, setter, js_name = strokeStyle)]
    fn set_stroke(this: &Context, colour: &JsValue);
    #[wasm_bindgen(method, setter, js_name = font)]
    fn set_font(this: &Context, font: &JsValue);
    #[wasm_bindgen(method, setter, js_name = textAlign)]
    fn set_align(this: &Context, align: &JsValue);
    // Whole numbers: every other one becomes an object on its way to the browser, some two thousand in a frame.
    #[wasm_bindgen(method, js_name = moveTo)]
    pub fn move_to(this: &Context, x: i32, y: i32);
    #[wasm_bindgen(method, js_name = lineTo)]
    pub fn line_to(this: &Context, x: i32, y: i32);
    #[wasm_bindgen(method, js_name = fillRect)]
    pub fn fill_rect(this: &Context, x: i32, y: i32, width: i32, height: i32);
}

/// The quill of one canvas, and what it was told last.
pub struct Quill {
    context: Context,
    fill: Option<Ink>,
    stroke: Option<Ink>,
    width: Option<f64>,
    font: Option<(u64, bool)>,
    align: Option<Align>,
}

/// A colour and how dense it is.
pub type Ink = (Rgb, u8);

impl Quill {
    /// Of a canvas that is as it was made.
    pub fn new(context: &CanvasRenderingContext2d) -> Self {
        let context = context.clone().unchecked_into();
        Self { context, fill: None, stroke: None, width: None, font: None, align: None }
    }

    /// Forgets everything: the canvas may have been sized since.
    pub fn forget(&mut self) {
        self.forget_colours();
        (self.font, self.align) = (None, None);
    }

    /// Forgets what somebody else may have told the canvas.
    pub fn forget_colours(&mut self) {
        (self.fill, self.stroke, self.width) = (None, None, None);
    }

    /// Whether shapes are filled with this.
    pub fn fills_with(&self, ink: Ink) -> bool {
        self.fill == Some(ink)
    }

    /// Whether lines are drawn with this.
    pub fn strokes_with(&self, ink: Ink, width: f64) -> bool {
        self.stroke == Some(ink) && self.width == Some(width)
    }

    /// Shapes and words are filled with this from now on.
    pub fn fill(&mut self, ink: Ink) {
        if self.fill.replace(ink) != Some(ink) {
            known(|text| spell(text, ink), |colour| self.context.set_fill(colour));
        }
    }

    /// Lines are drawn with this from now on.
    pub fn stroke(&mut self, ink: Ink, width: f64) {
        if self.stroke.replace(ink) != Some(ink) {
            known(|text| spell(text, ink), |colour| self.context.set_stroke(colour));
        }
        if self.width.replace(width) != Some(width) {
            self.plain().set_line_width(width);
        }
    }

    /// Words are written in this from now on.
    pub fn face(&mut self, face: &Face, size: f64) {
        let font = (size.to_bits(), face.bold);
        if self.font.replace(font) != Some(font) {
            known(|text| spell_font(text, size, face.bold, present(self.plain())), |font| self.context.set_font(font));
        }
        if self.align.replace(face.align) != Some(face.align) {
            let align = match face.align {
                Align::Left => "left",
                Align::Centre => "center",
                Align::Right => "right",
            };
            known(|text| text.push_str(align), |align| self.context.set_align(align));
        }
    }

    /// The context.
    pub fn context(&self) -> &Context {
        &self.context
    }

    fn plain(&self) -> &CanvasRenderingContext2d {
        self.context.unchecked_ref()
    }

    /// Writes words.
    pub fn write(&self, text: &str, x: f64, y: f64) {
        known(|known| known.push_str(text), |text| self.context.fill_text(text, x, y));
    }

    /// Draws around words.
    pub fn outline(&self, text: &str, x: f64, y: f64) {
        known(|known| known.push_str(text), |text| self.context.stroke_text(text, x, y));
    }
}

/// The ink of a colour.
pub fn ink(colour: BackendColor) -> Ink {
    let (red, green, blue) = colour.rgb;
    (Rgb(red, green, blue), (colour.alpha * 255.0).round() as u8)
}

fn spell(text: &mut String, (Rgb(red, green, blue), alpha): Ink) {
    let _ = write!(text, "#{red:02x}{green:02x}{blue:02x}{alpha:02x}");
}

fn spell_font(text: &mut String, size: f64, bold: bool, family: &str) {
    let _ = write!(text, "{}{}px {family}", if bold { "bold " } else { "" }, size);
}

/// The first of the page's typefaces that the browser has. Given them all, a canvas looks for each of them whenever its
/// font changes, more than ten times in a frame.
fn present(context: &CanvasRenderingContext2d) -> &'static str {
    thread_local! {
        static PRESENT: OnceCell<&'static str> = const { OnceCell::new() };
    }
    PRESENT.with(|present| {
        *present.get_or_init(|| {
            let before = context.font();
            let width = |family: &str, other: &str| {
                context.set_font(&format!("99px {family}, {other}"));
                context.measure_text("Illwide").map_or(0.0, |metrics| metrics.width())
            };
            let there = |family: &&str| width(family, "monospace") == width(family, "serif");
            let family = FAMILY.split(',').map(str::trim_start).find(there).unwrap_or(FAMILY);
            context.set_font(&before);
            family
        })
    })
}

/// So many strings are kept before they are forgotten and gathered anew: numbers come and go.
const MANY: usize = 500;

/// What the browser has been told, in order, and a buffer to spell in.
type Known = (Vec<(Box<str>, JsValue)>, String);

thread_local! {
    static KNOWN: RefCell<Known> = const { RefCell::new((Vec::new(), String::new())) };
}

/// Passes a string on. Handing one over costs more than drawing it, and most are the same in every frame.
fn known(spell: impl FnOnce(&mut String), pass: impl FnOnce(&JsValue)) {
    KNOWN.with_borrow_mut(|(strings, text)| {
        text.clear();
        spell(text);
        if strings.len() >= MANY {
            strings.clear();
        }
        let at = strings.binary_search_by(|(known, _)| (**known).cmp(text.as_str())).unwrap_or_else(|at| {
            strings.insert(at, (text.as_str().into(), JsValue::from_str(text)));
            at
        });
        if let Some((_, string)) = strings.get(at) {
            pass(string);
        }
    });
}

thread_local! {
    /// Widths of letters of size 1, by weight, in order. Numbers change in every frame, their letters do not.
    static ADVANCES: RefCell<Vec<((char, bool), f64)>> = const { RefCell::new(Vec::new()) };
}

/// The width of a letter of size 1.
pub fn advance(context: &CanvasRenderingContext2d, letter: char, bold: bool) -> f64 {
    ADVANCES.with_borrow_mut(|advances| {
        let key = (letter, bold);
        match advances.binary_search_by(|(known, _)| known.cmp(&key)) {
            Ok(at) => advances.get(at).map_or(0.0, |(_, width)| *width),
            Err(at) => {
                let width = measured(context, letter, bold);
                advances.insert(at, (key, width));
                width
            }
        }
    })
}

fn measured(context: &CanvasRenderingContext2d, letter: char, bold: bool) -> f64 {
    const SIZE: f64 = 100.0;
    let (mut font, mut buffer) = (String::new(), [0; 4]);
    spell_font(&mut font, SIZE, bold, present(context));
    let before = context.font();
    context.set_font(&font);
    let width = context.measure_text(letter.encode_utf8(&mut buffer)).map_or(0.0, |metrics| metrics.width());
    context.set_font(&before);
    width / SIZE
}
