//! What the map's colours say.

use crate::analysis::{GrowthMap, OutcomeMeasure};
use crate::app::dom::{Element, each_of, el};
use crate::chart::{self, Role};
use crate::platform::reactive::RwSignal;
use crate::words::analysis as lang;
use crate::words::numbers::{number, signed_number};

/// A class of the map, and what is said where the next one begins.
#[derive(Clone, PartialEq)]
pub struct Class {
    colour: String,
    end: Option<String>,
}

/// The classes from the worst to the best.
pub fn classes(measure: OutcomeMeasure, map: &GrowthMap, horizon: f64) -> Vec<Class> {
    let colour = |role: Role| {
        let at = Role::CLASSES.iter().position(|class| *class == role).unwrap_or_default();
        format!("var(--d{at})")
    };
    if measure == OutcomeMeasure::Payback {
        let ends = chart::PAYBACK_SHARES.iter().map(|share| Some(number(share * horizon, 0)));
        let roles = chart::PAYBACK_CLASSES.into_iter();
        return roles.zip(ends.chain([None])).map(|(role, end)| Class { colour: colour(role), end }).collect();
    }
    let scale = chart::map_scale(&map.npv);
    // Every second split is enough to read the others off.
    let end = |(at, split): (usize, &f64)| (at % 2 == 0).then(|| signed_number(split * scale, 0));
    let ends = chart::SPLITS.iter().enumerate().map(end).chain([None]);
    Role::CLASSES.into_iter().zip(ends).map(|(role, end)| Class { colour: colour(role), end }).collect()
}

/// The key.
pub fn key(measure: RwSignal<OutcomeMeasure>, classes: impl Fn() -> Vec<Class> + 'static) -> Element {
    let class = |_, class: &Class| {
        let zero = if class.end.as_deref() == Some("0") { "zero" } else { "" };
        let end = el("span", zero).with(class.end.as_deref().unwrap_or_default());
        el("i", "").style("background", &class.colour).with(end)
    };
    el("div", "map-key")
        .with(el("span", "").says(move || lang::map_key(measure.get())))
        .with(el("div", "classes").with(each_of(classes, class)))
}
