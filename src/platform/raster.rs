//! Rendering of an SVG as a PNG by the browser.

use gloo::events::EventListener;
use gloo::utils::document;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

use super::files::Unavailable;

/// Renders an SVG as a PNG at `ratio` image pixels per CSS pixel, and passes the PNG to `done`.
pub fn render_png(svg: &str, ratio: f64, done: impl FnOnce(Result<Blob, Unavailable>) + 'static) {
    let Ok(image) = HtmlImageElement::new() else { return done(Err(Unavailable)) };
    let done = std::rc::Rc::new(std::cell::RefCell::new(Some(done)));
    let (loaded, failed) = (done.clone(), done);
    let painted = image.clone();
    EventListener::once(&image, "load", move |_| {
        let Some(done) = loaded.take() else { return };
        paint(&painted, ratio, done);
    })
    .forget();
    EventListener::once(&image, "error", move |_| {
        if let Some(done) = failed.take() {
            done(Err(Unavailable));
        }
    })
    .forget();
    let text: String = js_sys::encode_uri_component(svg).into();
    image.set_src(&format!("data:image/svg+xml,{text}"));
}

fn paint(image: &HtmlImageElement, ratio: f64, done: impl FnOnce(Result<Blob, Unavailable>) + 'static) {
    let Ok(canvas) = canvas_of(image, ratio) else { return done(Err(Unavailable)) };
    let given = Closure::once_into_js(move |blob: JsValue| done(blob.dyn_into().map_err(|_| Unavailable)));
    // Where the canvas fails, `done` is never called; the reader can press the button again.
    let _ = canvas.to_blob(given.unchecked_ref());
}

fn canvas_of(image: &HtmlImageElement, ratio: f64) -> Result<HtmlCanvasElement, Unavailable> {
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.dyn_into().map_err(|_| Unavailable)?;
    let (width, height) = (f64::from(image.natural_width()) * ratio, f64::from(image.natural_height()) * ratio);
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let context: CanvasRenderingContext2d =
        canvas.get_context("2d")?.ok_or(Unavailable)?.dyn_into().map_err(|_| Unavailable)?;
    context.draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width, height)?;
    Ok(canvas)
}
