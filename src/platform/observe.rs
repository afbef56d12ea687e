//! Size and visibility of an element, as signals.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::render::request_animation_frame;
use gloo::utils::window;
use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit, ResizeObserver};

use crate::platform::reactive::on_cleanup;

/// Calls back with the element's content box in CSS pixels, now and whenever it changes.
pub fn size(element: &Element, changed: impl Fn(f64, f64) + 'static) {
    let watched = element.clone();
    let last = Cell::new((0.0, 0.0));
    let look = move || {
        let rect = watched.get_bounding_client_rect();
        let size = (rect.width(), rect.height());
        if last.replace(size) != size {
            changed(size.0, size.1);
        }
    };
    look();
    let (look, frame) = (Rc::new(look), RefCell::new(None));
    // An observer calls it an error when the layout changes in its own turn: what follows from the size waits for a frame.
    let callback = Closure::<dyn FnMut(Array)>::new(move |_| {
        let look = Rc::clone(&look);
        *frame.borrow_mut() = Some(request_animation_frame(move |_| look()));
    });
    if let Ok(observer) = ResizeObserver::new(callback.as_ref().unchecked_ref()) {
        observer.observe(element);
        let observer = send_wrapper::SendWrapper::new((observer, callback));
        on_cleanup(move || observer.0.disconnect());
    }
}

/// Calls back when the element comes within `margin` of the screen, and when it leaves. On paper everything is seen.
pub fn visible(element: &Element, margin: &str, changed: impl Fn(bool) + 'static) {
    let (changed, now) = (Rc::new(changed), Rc::new(Cell::new(false)));
    let (printed, left, before) = (Rc::clone(&changed), Rc::clone(&changed), Rc::clone(&now));
    let print = EventListener::new(&window(), "beforeprint", move |_| printed(true));
    let after = EventListener::new(&window(), "afterprint", move |_| left(before.get()));
    let callback = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
        if let Some(entry) = entries.iter().last().and_then(|entry| entry.dyn_into::<IntersectionObserverEntry>().ok())
        {
            now.set(entry.is_intersecting());
            changed(entry.is_intersecting());
        }
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin(margin);
    let function = callback.as_ref().unchecked_ref();
    if let Ok(observer) = IntersectionObserver::new_with_options(function, &options) {
        observer.observe(element);
        let observer = send_wrapper::SendWrapper::new((observer, callback, print, after));
        on_cleanup(move || observer.0.disconnect());
    }
}
