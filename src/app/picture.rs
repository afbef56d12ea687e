//! A chart as a picture, for the person to keep: lines (SVG) or points (PNG).

use super::download::{hand, with_report};
use super::store::{Notice, store};
use crate::chart::{Figure, Palette};
use crate::export;
use crate::platform::{file, raster};
use crate::words::controls;
use crate::words::text::Text;

/// The width of a picture, in CSS pixels.
const WIDTH: f64 = 848.0;

fn palette() -> Palette {
    if store().dark.get_untracked() { Palette::DARK } else { Palette::LIGHT }
}

fn drawn(figure: &Figure, extension: &str) -> (String, String) {
    with_report(|report| {
        let name = export::file_name(report, figure.chart.id(), extension);
        (name, export::picture(report, figure, &palette(), WIDTH))
    })
}

/// The chart as SVG.
pub fn svg(figure: &Figure) {
    let (name, text) = drawn(figure, "svg");
    hand(&name, "image/svg+xml", text.as_bytes());
}

/// The chart as PNG, two pixels to a CSS pixel.
pub fn png(figure: &Figure) {
    let (name, text) = drawn(figure, "png");
    let store = store();
    raster::png(&text, 2.0, move |picture| {
        if picture.and_then(|picture| file::hand_over(&name, &picture)).is_err() {
            store.tell(Notice::new(Text::new().plain(controls::no_download())));
        }
    });
}

/// The chart as PNG, into the clipboard where that is allowed, else as a file.
pub fn copy(figure: &Figure) {
    let (name, text) = drawn(figure, "png");
    let store = store();
    raster::png(&text, 2.0, move |picture| {
        let Ok(picture) = picture else { return store.tell(Notice::new(Text::new().plain(controls::no_download()))) };
        let kept = picture.clone();
        file::copy_picture(&picture, move |copied| {
            if copied.is_err() {
                // A file is the next best; where even that is refused, there is nothing more to do.
                let _ = file::hand_over(&name, &kept);
            }
        });
    });
}
