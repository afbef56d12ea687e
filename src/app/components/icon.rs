//! Icons, drawn in the colour of their text.

use leptos::prelude::*;

/// Reset.
pub(crate) const RESET: &str = "M3 8a5 5 0 1 0 1.6-3.7M4.4 1.6v3h3";
/// Undo.
pub(crate) const UNDO: &str = "M6 3 2.5 6.5 6 10M2.5 6.5H10a3.5 3.5 0 0 1 0 7H7";
/// Redo.
pub(crate) const REDO: &str = "M10 3l3.5 3.5L10 10M13.5 6.5H6a3.5 3.5 0 0 0 0 7h3";
/// Share.
pub(crate) const SHARE: &str = "M8 10V2M5 4.5 8 1.8l3 2.7M4.5 7.5H3v6.500h10v-6.500h-1.5";
/// Download.
pub(crate) const DOWNLOAD: &str = "M8 2v8M5 7.5 8 10.5l3-3M2.5 11v2.500h11V11";
/// More.
pub(crate) const MORE: &str = "M3 7.300h.1v1.400H3zM8 7.300h.1v1.400H8zM13 7.300h.1v1.400h-.1z";
/// Opens something below.
pub(crate) const CHEVRON_DOWN: &str = "M4 6.500l4 4 4-4";
/// Close.
pub(crate) const CLOSE: &str = "M3.5 3.500l9 9M12.5 3.500l-9 9";
/// Rename.
pub(crate) const RENAME: &str = "M3 13l.6-2.900L10.800 2.900l2.300 2.300L5.900 12.400zM9.300 4.400l2.300 2.300";
/// Replace.
pub(crate) const REPLACE: &str = "M8 2v7.500M4.800 6.5 8 9.700l3.200-3.200M3 13.500h10";
/// Swap.
pub(crate) const SWAP: &str =
    "M2.5 5.500h10M9.700 2.700l2.800 2.800-2.800 2.800M13.5 10.500h-10M6.300 7.700 3.5 10.500l2.800 2.800";
/// Dark theme.
pub(crate) const MOON: &str = "M12.5 9.700A5.200 5.200 0 0 1 6.300 3.500a5.200 5.200 0 1 0 6.200 6.200z";
/// Light theme.
pub(crate) const SUN: &str = "M8 5.200a2.800 2.800 0 1 0 0 5.600 2.800 2.800 0 0 0 0-5.600zM8 1v1.500M8 13.500V15M1 8h1.500M13.5 8H15M3 3l1 1M12 12l1 1M13 3l-1 1M4 12l-1 1";
/// Automatic theme.
pub(crate) const HALF: &str = "M8 2.200a5.800 5.800 0 1 0 0 11.600zM8 2.200a5.800 5.800 0 0 1 0 11.600";

/// Icon of one path.
#[component]
pub(crate) fn Icon(
    /// Path in a box of 16 by 16.
    #[prop(into)]
    path: Signal<&'static str>,
) -> impl IntoView {
    view! {
        <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <path d=move || path.get()></path>
        </svg>
    }
}

/// Logo: cash dips below the line and comes back above it.
#[component]
pub(crate) fn Logo() -> impl IntoView {
    view! {
        <svg class="mark" viewBox="0 0 25 18" aria-hidden="true" focusable="false">
            <path class="axis" d="M1 8h23"></path>
            <path class="line" d="M1 7.5C4 14 7 15.5 10 14.5S16 6 21 1.5"></path>
            <circle cx="15.7" cy="8" r="2.6"></circle>
        </svg>
    }
}
