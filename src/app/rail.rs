//! The three headline sliders: a rail beside the charts, a row on a tablet, a dock under the thumb on a phone.

use super::badge::badge_key;
use super::dial::dial;
use super::dom::{Element, all, button, el};
use super::parts::{radio, radios, toggle, truth};
use super::section::Section;
use super::seen::while_seen;
use super::store::store;
use crate::platform::reactive::{ReadSignal, RwSignal};
use crate::scenario::Input;
use crate::words::{self, controls, goal_seek, inputs};

/// The sliders and what belongs to them.
pub fn rail(passed: ReadSignal<bool>) -> Element {
    let store = store();
    let folded = RwSignal::new(false);
    let chosen = RwSignal::new(Input::Growth);
    let option = move |input: Input| {
        let value = while_seen(store.phone, move || {
            let value = store.scenario.with(|scenario| words::units::value(input, scenario.get(input)));
            format!("{} {value}", inputs::dock(input))
        });
        let input = radio("dock", move || chosen.get() == input, move || chosen.set(input));
        el("label", "").with(input).with(el("span", "").says(value))
    };
    let handle = button("dock-handle", move || folded.update(|folded| *folded = !*folded))
        .keep("aria-label", move || if folded.get() { controls::open_sliders() } else { controls::fold_sliders() })
        .keep("aria-expanded", move || truth(!folded.get()));
    let key = el("p", "key")
        .with(el("b", "gain").with(goal_seek::above_the_line()))
        .with(goal_seek::above_means())
        .with(el("b", "loss").with(goal_seek::below()))
        .with(goal_seek::below_means());
    let switch = radios(controls::sliders(), all(Input::HEADLINE.map(option))).attr("class", "segments dock-switch");
    el("aside", "rail")
        .keep_class("folded", move || folded.get())
        .keep_class("under", move || passed.get())
        .attr("aria-label", controls::sliders())
        .with(handle)
        .with(switch)
        .with(all(Input::HEADLINE.map(|input| dial(input, move || chosen.get() == input))))
        .with(actions())
        .with(el("div", "rail-more").with(key).with(badge_key(inputs::badge)).with(contents()))
}

fn actions() -> Element {
    let store = store();
    let (before, after) = controls::all_assumptions_around();
    let count = el("span", "count").attr("data-count", &Input::ALL.len().to_string());
    let assumptions = toggle("button solid", store.drawer)
        .attr("aria-label", controls::all_assumptions())
        .with(before)
        .with(count)
        .with(after);
    let ask = button("button", move || super::drawer::ask_all(store)).with(controls::what_would_it_take());
    el("div", "rail-actions").with(assumptions).with(ask)
}

/// Where to on the page.
fn contents() -> Element {
    let link = |section: Section| {
        let id = section.id();
        let link = el("a", "").attr("href", &format!("#{id}"));
        link.on("click", move |event| super::scroll::to(&event, id)).with(section.name())
    };
    el("nav", "contents").attr("aria-label", controls::sections()).with(all(Section::ALL.map(link)))
}
