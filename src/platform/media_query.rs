//! Media queries and the pixel ratio as signals, and the system colours. leptos-use has hooks for the first two, but their
//! signals start with `false` and 1: the page would first be drawn in the wrong theme and layout.

use gloo::events::EventListener;
use leptos::ev;
use leptos::prelude::*;
use leptos_use::use_event_listener;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Follows a media query.
pub(crate) fn media_query(query: &str) -> ReadSignal<bool> {
    let list = window().match_media(query).ok().flatten();
    let (matches, set_matches) = signal(list.as_ref().is_some_and(web_sys::MediaQueryList::matches));
    if let Some(list) = list {
        let target = list.clone();
        let _ = use_event_listener(target, ev::change, move |_| set_matches.set(list.matches()));
    }
    matches
}

/// Follows whether the page is being printed. Not every browser that prints matches the media query in time.
pub(crate) fn printing() -> Signal<bool> {
    let media = media_query("print");
    let (between_events, set_between_events) = signal(false);
    for (name, begins) in [("beforeprint", true), ("afterprint", false)] {
        let _ = use_event_listener(window(), ev::Custom::<web_sys::Event>::new(name), move |_| {
            set_between_events.set(begins);
        });
    }
    Memo::new(move |_| media.get() || between_events.get()).into()
}

/// Follows the number of device pixels per CSS pixel, as the window moves between screens and the reader zooms.
pub(crate) fn pixel_ratio() -> ReadSignal<f64> {
    let (ratio, set_ratio) = signal(window().device_pixel_ratio());
    follow_pixel_ratio(set_ratio);
    ratio
}

/// Sets the ratio at its next change. A media query matches one ratio only, so each change needs a new query.
fn follow_pixel_ratio(set_ratio: WriteSignal<f64>) {
    let query = format!("(resolution: {}dppx)", window().device_pixel_ratio());
    if let Ok(Some(list)) = window().match_media(&query) {
        let changed = move |_: &web_sys::Event| {
            set_ratio.set(window().device_pixel_ratio());
            follow_pixel_ratio(set_ratio);
        };
        EventListener::once(&list, "change", changed).forget();
    }
}

/// Returns a system colour as red, green and blue.
pub(crate) fn system_colour(name: &str) -> Option<(u8, u8, u8)> {
    let probe: HtmlElement = document().create_element("i").ok()?.dyn_into().ok()?;
    probe.style().set_property("color", name).ok()?;
    document().body()?.append_child(&probe).ok()?;
    let computed = window().get_computed_style(&probe).ok()??.get_property_value("color").ok();
    probe.remove();
    let computed = computed?;
    let mut numbers = computed.split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse::<u8>().ok());
    Some((numbers.next()?, numbers.next()?, numbers.next()?))
}
