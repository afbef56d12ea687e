//! The page about the model.

use crate::app::dom::{View, all, el};
use crate::words::about;

/// What it is, what it leaves out, how it was checked.
pub fn model() -> View {
    let part = |part: &about::Topic| {
        let body = part.body.iter().map(|&text| el("p", "").with(text));
        el("div", "about").with(el("h3", "").with(part.title)).with(all(body))
    };
    all(about::TOPICS.iter().map(part))
}
