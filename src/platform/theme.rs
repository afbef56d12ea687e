//! Media queries as signals, and the theme on the root.

use gloo::events::EventListener;
use gloo::utils::{document_element, window};

use crate::chart::{Palette, Rgb};
use crate::platform::reactive::{ReadSignal, WriteSignal, signal};

/// Follows a media query for the life of the page.
pub fn media(query: &str) -> ReadSignal<bool> {
    let list = window().match_media(query).ok().flatten();
    let (matches, set) = signal(list.as_ref().is_some_and(web_sys::MediaQueryList::matches));
    if let Some(list) = list {
        let target = list.clone();
        EventListener::new(&target, "change", move |_| set.set(list.matches())).forget();
    }
    matches
}

/// Writes the theme to the root, where the tokens read it.
pub fn show(dark: bool) {
    // A page without its attribute stays light; there is nothing better to do about it.
    let _ = document_element().set_attribute("data-theme", if dark { "dark" } else { "light" });
}

/// Device pixels to a CSS pixel, followed as the window moves between screens and the person zooms.
pub fn pixel_ratio() -> ReadSignal<f64> {
    let (ratio, set) = signal(1.0);
    follow_ratio(set);
    ratio
}

/// A query holds for one ratio only: each change asks the next.
fn follow_ratio(set: WriteSignal<f64>) {
    let ratio = window().device_pixel_ratio();
    set.set(ratio);
    if let Ok(Some(list)) = window().match_media(&format!("(resolution: {}dppx)", ratio)) {
        EventListener::once(&list, "change", move |_| follow_ratio(set)).forget();
    }
}

/// The palette of system colours, where those are forced.
pub fn forced_palette() -> Palette {
    let [canvas, text, grey, highlight] = ["Canvas", "CanvasText", "GrayText", "Highlight"].map(system_colour);
    let light = Palette::LIGHT;
    let or = |colour: Option<Rgb>, role| colour.unwrap_or_else(|| light.rgb(role));
    use crate::chart::Role;
    Palette::forced(or(canvas, Role::Paper), or(text, Role::Ink), or(grey, Role::Ink3), or(highlight, Role::Gain))
}

/// A system colour as the browser computes it.
fn system_colour(name: &str) -> Option<Rgb> {
    let body = gloo::utils::body();
    let probe = gloo::utils::document().create_element("i").ok()?;
    let probe: web_sys::HtmlElement = wasm_bindgen::JsCast::dyn_into(probe).ok()?;
    probe.style().set_property("color", name).ok()?;
    body.append_child(&probe).ok()?;
    let computed = window().get_computed_style(&probe).ok()??.get_property_value("color").ok();
    probe.remove();
    let computed = computed?;
    let mut numbers = computed.split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse::<u8>().ok());
    Some(Rgb(numbers.next()?, numbers.next()?, numbers.next()?))
}
