//! The texts of `map`.

use crate::scenario::Input;
use crate::words::grammar::lower_first;
use crate::words::inputs::short;
use crate::words::numbers::{signed_money, years};
use crate::words::units::amount;

/// The finding of `map`.
pub fn growth_map_title(x: Input, y: Input, npv: f64) -> String {
    let side = if npv >= 0.0 { "worth more than it costs" } else { "worth less than it costs" };
    format!("{} against {}: this scenario is {side}", short(x), lower_first(short(y)))
}

/// Quantity and unit of `map`.
pub fn map_subtitle(payback: bool) -> &'static str {
    if payback { "Payback, years" } else { "NPV, $ billion" }
}

/// `map` in one sentence, for assistive tools.
pub fn map_takeaway(x: Input, y: Input, ridge: &[(f64, f64)]) -> String {
    let best = ridge.get(ridge.len() / 2).map_or_else(String::new, |(across, upwards)| {
        format!(" At {} it is worth most with {}.", amount(x, tidy_to(x, *across)), amount(y, tidy_to(y, *upwards)))
    });
    format!("Map of net present value over {} and {}.{best}", lower_first(short(x)), lower_first(short(y)))
}

fn tidy_to(input: Input, value: f64) -> f64 {
    input.range().map_or(value, |range| range.snap(value))
}

/// The quantity in the cells of the map.
pub fn map_cell(payback: bool) -> &'static str {
    if payback { "payback" } else { "worth today, NPV" }
}

/// The callout at the scenario's point.
pub fn you_are_here(payback: bool, npv: f64, at: Option<f64>, horizon: f64) -> String {
    match (payback, at) {
        (false, _) => format!("You are here: {}", signed_money(npv)),
        (true, Some(at)) => format!("You are here: {}", years(at)),
        (true, None) => format!("You are here: not within {}", amount(Input::Horizon, horizon)),
    }
}

/// The hint that the point can be dragged.
pub fn drag_both() -> &'static str {
    "drag to move both"
}

/// The name of the vertical axis.
pub fn upwards(input: Input) -> String {
    format!("{} ↑", lower_first(short(input)))
}

/// The name of the horizontal axis.
pub fn across(input: Input) -> String {
    format!("{} →", lower_first(short(input)))
}

/// The name of the break-even line.
pub fn npv_zero() -> &'static str {
    "NPV zero"
}

/// The name of the ridge.
pub fn best_of_each(x: Input, y: Input) -> String {
    format!("best {} for each {}", lower_first(short(y)), lower_first(short(x)))
}

/// The meaning of one side of the break-even line, in two lines.
pub fn side(loses: bool) -> [&'static str; 2] {
    if loses { ["costs more than", "it is worth"] } else { ["worth more than", "it costs"] }
}

/// A tick label of an input's axis; only the last one of a money axis carries the unit.
pub fn input_tick(input: Input, value: f64, last: bool) -> String {
    let text = amount(input, value);
    match text.strip_suffix('B') {
        Some(_) if value == 0.0 => "0".to_owned(),
        Some(plain) if !last => plain.to_owned(),
        _ => text,
    }
}

/// The name of `map` in lists of charts.
pub fn growth_map_name() -> &'static str {
    "Growth × capex"
}

/// The meaning of the marks of `map` that a narrow chart has no labels for.
pub fn growth_map_legend() -> &'static str {
    "Solid line: worth just what it costs. Dotted line: the best value upwards for each value across. Triangles at the edges: values that press reports state."
}
