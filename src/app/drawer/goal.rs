//! What the inputs are asked for: worth, cash, or payback in time.

use leptos::prelude::event_target_value;
use web_sys::Event;

use crate::app::dom::{View, all, button, el, when};
use crate::app::parts::{option, select};
use crate::app::store::store;
use crate::model::SearchTarget;
use crate::platform::reactive::RwSignal;
use crate::scenario::{Input, parse_decimal};
use crate::words::{goals, units};

/// The years that a payback is asked within, until others are typed.
const YEARS: f64 = 7.0;

/// The choice of the target, as long as anything is asked.
pub fn aim() -> View {
    let store = store();
    let years = RwSignal::new(match store.target.get_untracked() {
        SearchTarget::Payback(years) => years,
        _ => YEARS,
    });
    let choose = move |target: String| {
        store.target.set(match target.as_str() {
            "cash" => SearchTarget::Cash,
            "payback" => SearchTarget::Payback(years.get_untracked()),
            _ => SearchTarget::Npv,
        });
    };
    let chosen = move || match store.target.get() {
        SearchTarget::Npv => "npv",
        SearchTarget::Cash => "cash",
        SearchTarget::Payback(_) => "payback",
    };
    let typed = move |event: Event| {
        if let Some(typed) = parse_decimal(&event_target_value(&event)).filter(|years| *years >= 0.0) {
            years.set(typed);
            store.target.set(SearchTarget::Payback(typed));
        }
    };
    let within = move || {
        let field = el("input", "field")
            .attr("type", "number")
            .attr("min", "0")
            .attr("max", "40")
            .attr("step", "0.5")
            .attr("aria-label", goals::payback_years())
            .keep_property("value", move || years.get().to_string())
            .on("input", typed);
        all([field, el("span", "").attr("aria-hidden", "true").with(units::field_unit(Input::Horizon))])
    };
    let ask_all = move || button("link", move || store.asked.set(Input::ALL.to_vec())).with(goals::ask_all());
    let group = move || {
        let targets = select(goals::aim(), choose)
            .with(option("npv", &goals::target_button(SearchTarget::Npv)))
            .with(option("cash", &goals::target_button(SearchTarget::Cash)))
            .with(option("payback", goals::payback_within()))
            .keep_property("value", chosen);
        el("div", "goal")
            .attr("role", "group")
            .attr("aria-label", goals::aim())
            .with(el("span", "").attr("aria-hidden", "true").with(goals::to_reach()))
            .with(targets)
            .with(when(move || matches!(store.target.get(), SearchTarget::Payback(_)), within))
            .with(el("span", "push"))
            .with(when(move || store.asked.with(|asked| asked.len() < Input::ALL.len()), ask_all))
            .with(button("link", move || store.asked.set(Vec::new())).with(goals::hide_answers()))
    };
    when(move || store.asked.with(|asked| !asked.is_empty()), group)
}
