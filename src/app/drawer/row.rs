//! One input in the drawer: its name, its number, its slider with the strip, its help.

use leptos::prelude::event_target_checked;
use web_sys::Event;

use super::pace::Pace;
use super::take::take;
use super::{PREFIX, id_of};
use crate::analysis::sign_change;
use crate::app::badge::badge;
use crate::app::dial::{slider, was_mark};
use crate::app::dom::{Element, View, all, el};
use crate::app::field::{Drafting, field, field_notice, reset};
use crate::app::parts::{option, select, toggle};
use crate::app::store::store;
use crate::app::strip::{Even, strip};
use crate::platform::observe;
use crate::platform::reactive::{Memo, RwSignal, memo};
use crate::scenario::{Input, Kind, Range, Value};
use crate::words::find::matches;
use crate::words::{controls, inputs, names, page, units};

/// A row, whatever kind of input it is.
pub fn row(input: Input, pace: Pace) -> Element {
    let store = store();
    let open = RwSignal::new(false);
    let help = format!("{}-help", id_of(input));
    let control = match &input.spec().kind {
        Kind::Number(range) => number(input, range, pace),
        Kind::Choice(options) => choice(input, options),
        Kind::Switch => switch(input),
    };
    let name = el("div", "row-name")
        .with(el("label", "").attr("for", &id_of(input)).with(inputs::label(input)))
        .with(badge(input))
        .with(
            toggle("help-button", open)
                .attr("aria-label", &controls::help_of(input))
                .attr("aria-controls", &help)
                .with("?"),
        );
    let words = el("p", "row-help").attr("id", &help).keep("hidden", move || !open.get()).with(page::help(input));
    el("div", "row")
        .attr("data-input", input.id())
        .keep("hidden", move || store.find.with(|text| !matches(input, text)))
        .with(name)
        .with(control)
        .with(words)
}

/// A number: field, reset, slider, and what it would take.
fn number(input: Input, range: &'static Range, pace: Pace) -> View {
    let drafting = Drafting::with_prefix(input, PREFIX);
    let value = drafting.value();
    let lane = pace.lane(input);
    let even = memo(move || Even { position: lane.npv.with(|npv| sign_change(npv)), ..Even::default() });
    let slide = el("div", "row-slide")
        .with(strip(input, *lane.npv, even))
        .with(travel(input, range, value))
        .with(slider(input, value, range, PREFIX));
    observe::visible(slide.node(), "64px", move |seen| pace.seen(lane, seen));
    let value_row = el("div", "row-value")
        .with(field(drafting))
        .with(el("span", "unit").attr("aria-hidden", "true").with(units::field_unit(input)))
        .with(reset(input));
    all::<View>([value_row.into(), slide.into(), take(input, value, lane, pace), field_notice(drafting)])
}

/// The mark along the slider: where it was.
fn travel(input: Input, range: &'static Range, value: Memo<f64>) -> Element {
    let baseline = store().baseline;
    let was = memo(move || {
        let opened = baseline.with(|scenario| scenario.get(input).number())?;
        (opened != value.get()).then(|| range.fraction(opened))
    });
    el("div", "travel").with(was_mark(was))
}

/// One of a few options.
fn choice(input: Input, options: &'static [&'static str]) -> View {
    let store = store();
    let now = memo(move || store.scenario.with(|scenario| scenario.get(input)));
    let choose = move |chosen: String| {
        if let Some(id) = options.iter().find(|id| **id == chosen) {
            store.set(input, Value::Choice(id));
        }
    };
    let one = move |&id: &&'static str| {
        option(id, names::option(input, id)).keep_property("selected", move || now.get() == Value::Choice(id))
    };
    let list = select(inputs::label(input), choose)
        .attr("id", &id_of(input))
        .attr("name", input.id())
        .with(all(options.iter().map(one)));
    el("div", "row-value").with(list).with(reset(input)).into()
}

/// On or off.
fn switch(input: Input) -> View {
    let store = store();
    let on = memo(move || store.scenario.with(|scenario| scenario.get(input) == Value::Switch(true)));
    let turned = move |event: Event| store.set(input, Value::Switch(event_target_checked(&event)));
    let tick = el("input", "")
        .attr("type", "checkbox")
        .attr("id", &id_of(input))
        .attr("name", input.id())
        .attr("aria-label", inputs::label(input))
        .keep_property("checked", move || on.get())
        .on("change", turned);
    let words = el("span", "").attr("aria-hidden", "true").says(move || names::switch(on.get()));
    el("div", "row-value").with(el("label", "switch").with(tick).with(words)).with(reset(input)).into()
}
