//! Theme of the page: the reader's choice, the system's setting, and the palette of the charts that follows from both.

use leptos::prelude::*;

use crate::chart::{Palette, Rgb, Role};
use crate::platform::media_query::{media_query, printing, system_colour};
use crate::scenario::link::Theme;

/// Theme signals.
#[derive(Clone, Copy)]
pub(crate) struct ThemeState {
    /// The reader's choice: light, dark or automatic.
    pub(crate) choice: RwSignal<Theme>,
    /// Whether the page is dark now.
    pub(crate) dark: Memo<bool>,
    /// Palette of the charts.
    pub(crate) palette: Memo<Palette>,
    /// Whether the page is being printed.
    pub(crate) print: Signal<bool>,
}

impl ThemeState {
    /// Creates the signals from the theme that the link asks for.
    pub(super) fn new(theme: Option<Theme>) -> Self {
        let choice = RwSignal::new(theme.unwrap_or_default());
        let system_dark = media_query("(prefers-color-scheme: dark)");
        let forced_colours = media_query("(forced-colors: active)");
        let print = printing();
        let dark = Memo::new(move |_| match choice.get() {
            _ if print.get() => false,
            Theme::Auto => system_dark.get(),
            Theme::Dark => true,
            Theme::Light => false,
        });
        let palette = Memo::new(move |_| match (forced_colours.get(), dark.get()) {
            (true, _) => forced_palette(),
            (false, true) => Palette::DARK,
            (false, false) => Palette::LIGHT,
        });
        Self { choice, dark, palette, print }
    }
}

/// Palette of the system colours, for forced-colours mode.
fn forced_palette() -> Palette {
    let colour = |name, fallback| system_colour(name).map_or(Palette::LIGHT.rgb(fallback), |(r, g, b)| Rgb(r, g, b));
    Palette::forced(
        colour("Canvas", Role::Paper),
        colour("CanvasText", Role::Ink),
        colour("GrayText", Role::Ink3),
        colour("Highlight", Role::Gain),
    )
}
