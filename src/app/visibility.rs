//! Visibility of elements, and values that are computed only while they can be seen.

use leptos::prelude::*;
use leptos_use::core::IntoElementsMaybeSignal;
use leptos_use::{UseIntersectionObserverOptions, use_intersection_observer_with_options, use_resize_observer};
use send_wrapper::SendWrapper;
use web_sys::Element;

use super::state::{use_ui, use_workbook};

/// Margin around the screen within which an element counts as visible.
pub(crate) const NEAR: &str = "64px";

/// Target type of the hooks of leptos-use. With one type for all calls, each hook is compiled once.
type Elements = Signal<Vec<SendWrapper<Element>>>;

fn elements<M>(element: impl IntoElementsMaybeSignal<Element, M>) -> Elements {
    let element = element.into_elements_maybe_signal();
    Signal::derive(move || element.get().into_iter().flatten().collect())
}

/// Follows whether an element is within a margin of the screen. While the page is printed, every element is visible.
pub(crate) fn use_visibility<M>(element: impl IntoElementsMaybeSignal<Element, M>, margin: &str) -> Signal<bool> {
    observe_visibility(elements(element), margin, false)
}

/// Follows the visibility of an element that counts as visible until the browser first reports.
pub(crate) fn use_visibility_from_start<M>(
    element: impl IntoElementsMaybeSignal<Element, M>,
    margin: &str,
) -> Signal<bool> {
    observe_visibility(elements(element), margin, true)
}

/// Follows whether an element is off the screen, where the style sheet saves its layout and painting.
pub(crate) fn use_off_screen<M>(element: impl IntoElementsMaybeSignal<Element, M>) -> Signal<bool> {
    let visible = use_visibility(element, NEAR);
    Signal::derive(move || !visible.get())
}

fn observe_visibility(elements: Elements, margin: &str, initial: bool) -> Signal<bool> {
    let (on_screen, set_on_screen) = signal(initial);
    let print = use_ui().theme.print;
    let _ = use_intersection_observer_with_options(
        elements,
        move |entries, _| {
            if let Some(entry) = entries.last() {
                set_on_screen.set(entry.is_intersecting());
            }
        },
        UseIntersectionObserverOptions::default().root_margin(margin.to_owned()),
    );
    Signal::derive(move || on_screen.get() || print.get())
}

/// Follows the width and height of an element, in CSS pixels; zero until the element is laid out.
pub(crate) fn use_size<M>(element: impl IntoElementsMaybeSignal<Element, M>) -> Signal<(f64, f64)> {
    observe_size(elements(element))
}

fn observe_size(elements: Elements) -> Signal<(f64, f64)> {
    let (size, set_size) = signal((0.0, 0.0));
    let measure = move |element: &Element| {
        let rect = element.get_bounding_client_rect();
        let now = (rect.width(), rect.height());
        if size.try_get_untracked().is_some_and(|known| known != now) {
            set_size.set(now);
        }
    };
    // The size is set in the next frame: an observer reports an error when the layout changes in its own callback.
    let _ = use_resize_observer(elements, move |entries, _| {
        if let Some(entry) = entries.into_iter().last() {
            request_animation_frame(move || measure(&entry.target()));
        }
    });
    size.into()
}

/// Text updated on every change while visible, and once editing pauses and all cases are simulated otherwise, so that screen
/// readers, printers and the search of the browser find no outdated text.
pub(crate) fn while_visible<T: 'static>(
    visible: impl Into<Signal<bool>>,
    text: impl Fn() -> T + Copy + Send + Sync + 'static,
) -> impl Fn() -> T + Copy + Send + Sync + 'static {
    let (visible, workbook) = (visible.into(), use_workbook());
    move || {
        if visible.get() {
            return text();
        }
        workbook.settled.track();
        workbook.complete_sample.track();
        untrack(text)
    }
}

/// Creates a memo that follows its sources while its place is visible, and keeps its value otherwise.
pub(crate) fn memo_while_visible<T: Clone + PartialEq + Send + Sync + 'static>(
    visible: Signal<bool>,
    compute: impl Fn() -> T + Send + Sync + 'static,
) -> Memo<T> {
    Memo::new(move |before: Option<&T>| match before {
        Some(before) if !visible.get() => before.clone(),
        _ => compute(),
    })
}
