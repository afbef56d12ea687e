//! The few signs that are drawn rather than written.

use super::dom::{Element, svg};

/// Back to where it was.
pub const RESET: &str = "M3 8a5 5 0 1 0 1.6-3.7M4.4 1.6v3h3";
/// One step back.
pub const UNDO: &str = "M6 3 2.5 6.5 6 10M2.5 6.5H10a3.5 3.5 0 0 1 0 7H7";
/// One step forward.
pub const REDO: &str = "M10 3l3.5 3.5L10 10M13.5 6.5H6a3.5 3.5 0 0 0 0 7h3";
/// Send it on.
pub const SHARE: &str = "M8 10V2M5 4.5 8 1.8l3 2.7M4.5 7.5H3v6.500h10v-6.500h-1.500";
/// Comes down to the reader.
pub const TRAY: &str = "M8 2v8M5 7.5 8 10.5l3-3M2.500 11v2.500h11V11";
/// Something opens below.
pub const DOWN: &str = "M4 6.500l4 4 4-4";
/// Close.
pub const CLOSE: &str = "M3.500 3.500l9 9M12.500 3.500l-9 9";
/// Another name.
pub const RENAME: &str = "M3 13l.6-2.900L10.800 2.900l2.300 2.300L5.900 12.400zM9.300 4.400l2.300 2.300";
/// In its place.
pub const REPLACE: &str = "M8 2v7.500M4.800 6.500 8 9.700l3.200-3.200M3 13.500h10";
/// Change places.
pub const SWAP: &str =
    "M2.500 5.500h10M9.700 2.700l2.800 2.800-2.800 2.800M13.500 10.500h-10M6.300 7.700 3.500 10.500l2.800 2.800";
/// Dark.
pub const MOON: &str = "M12.500 9.700A5.200 5.200 0 0 1 6.300 3.500a5.200 5.200 0 1 0 6.200 6.200z";
/// Light.
pub const SUN: &str = "M8 5.200a2.800 2.800 0 1 0 0 5.600 2.800 2.800 0 0 0 0-5.600zM8 1v1.500M8 13.500V15M1 8h1.500M13.500 8H15M3 3l1 1M12 12l1 1M13 3l-1 1M4 12l-1 1";
/// As the system has it.
pub const HALF: &str = "M8 2.200a5.800 5.800 0 1 0 0 11.600zM8 2.200a5.800 5.800 0 0 1 0 11.600";

/// A sign in the colour of its text.
pub fn icon(path: &str) -> Element {
    drawing("0 0 16 16", "").with(svg("path", "").attr("d", path))
}

/// The mark: cash dips, and comes back above the line.
pub fn logo() -> Element {
    drawing("0 0 25 18", "mark")
        .with(svg("path", "axis").attr("d", "M1 8h23"))
        .with(svg("path", "line").attr("d", "M1 7.500C4 14 7 15.500 10 14.500S16 6 21 1.500"))
        .with(svg("circle", "").attr("cx", "15.700").attr("cy", "8").attr("r", "2.600"))
}

fn drawing(frame: &str, class: &str) -> Element {
    svg("svg", class).attr("viewBox", frame).attr("aria-hidden", "true").attr("focusable", "false")
}
