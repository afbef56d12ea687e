//! What the simulated cases are drawn from: the range of every uncertain input, and which of them move together.

use crate::analysis::{CORRELATIONS, UNCERTAIN_INPUTS, UncertainInput};
use crate::app::dom::{Element, all, el};
use crate::app::lines::{Cell, Line, heads, lines};
use crate::app::store::store;
use crate::words::{analysis as lang, inputs, units};

/// Both tables.
pub fn drawn() -> Element {
    let scenario = store().scenario;
    let row = move |uncertain: &UncertainInput| {
        let input = uncertain.input;
        let ends = scenario.with(|scenario| uncertain.low_peak_high(scenario)).unwrap_or_default();
        let cells = ends.map(|value| Cell::new(units::amount(input, value))).into();
        Line { class: "", head: inputs::short(input).to_owned(), cells }
    };
    let table = el("table", "data")
        .with(el("thead", "").with(heads([
            lang::drawn_input(),
            lang::drawn_low(),
            lang::drawn_mode(),
            lang::drawn_high(),
        ])))
        .with(el("tbody", "").with(lines(move || UNCERTAIN_INPUTS.iter().map(row).collect())));
    let pair = |(one, other, value)| el("li", "").with(lang::correlation(one, other, value));
    let pairs = el("div", "")
        .with(el("h4", "").with(lang::correlations()))
        .with(el("ul", "").with(all(CORRELATIONS.map(pair))))
        .with(el("p", "small").with(lang::drawn_how()));
    el("div", "drawn").with(table).with(pairs)
}
