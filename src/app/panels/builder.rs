//! The embed builder: what to show, how it looks, where it goes, and the code for it.

use leptos::prelude::event_target_value;
use web_sys::Event;

use super::share::copy;
use crate::app::dom::{Element, View, all, each, el, when};
use crate::app::parts::{option, select, tick, toggle};
use crate::app::store::store;
use crate::chart::ChartId;
use crate::embed::snippet::{Place, Wish};
use crate::platform::address;
use crate::platform::reactive::{RwSignal, memo};
use crate::scenario::Input;
use crate::scenario::link::{self, Link, Theme};
use crate::words::{answer, controls, embed, inputs};

/// What the author chose.
#[derive(Clone, Debug, PartialEq)]
struct Choice {
    charts: Vec<ChartId>,
    controls: Vec<Input>,
    theme: Theme,
    width: u32,
    title: bool,
    place: Place,
}

/// The builder; it opens at a chart where one was asked for.
pub fn builder(chart: Option<&'static str>) -> View {
    let first = chart.and_then(ChartId::from_id).unwrap_or(ChartId::Cash);
    let choice = RwSignal::new(Choice {
        charts: vec![first],
        controls: Input::HEADLINE.to_vec(),
        theme: Theme::Auto,
        width: 720,
        title: true,
        place: Place::Element,
    });
    let code = memo(move || choice.with(code_of));
    let steps = move || choice.with(|choice| choice.place.steps());
    let step = move |at: usize| el("li", "").says(move || steps().get(at).copied());
    let charts = ticks(
        controls::builder_charts(),
        ChartId::ALL.iter().map(|chart| (chart.id(), chart.name())),
        move |id| choice.with(|choice| choice.charts.iter().any(|chart| chart.id() == id)),
        move |id| choice.update(|choice| flip(&mut choice.charts, ChartId::from_id(id))),
    );
    let sliders = ticks(
        controls::builder_controls(),
        Input::HEADLINE.iter().map(|input| (input.id(), inputs::short(*input))),
        move |id| choice.with(|choice| choice.controls.iter().any(|input| input.id() == id)),
        move |id| choice.update(|choice| flip(&mut choice.controls, Input::from_id(id))),
    );
    let code_field = el("textarea", "code")
        .attr("rows", "6")
        .attr("readonly", "")
        .attr("aria-label", controls::embed_code())
        .keep_property("value", move || code.get());
    let copies = copy("button", controls::copy_code(), controls::code_copied(), move || code.get_untracked());
    let parts = [
        el("h3", "").with(controls::embed_code()),
        charts,
        sliders,
        look(choice),
        el("ol", "steps-list small").with(each(move || steps().len(), step)),
        code_field,
        el("div", "actions").with(copies),
    ];
    all([all(parts), preview(choice)])
}

/// A group of things to tick.
fn ticks(
    legend: &str,
    options: impl Iterator<Item = (&'static str, &'static str)>,
    ticked: impl Fn(&str) -> bool + Copy + 'static,
    flip: impl Fn(&str) + Copy + 'static,
) -> Element {
    let option = |(id, name)| tick(name, move || ticked(id), move |_| flip(id));
    let group = el("div", "actions").attr("role", "group").attr("aria-label", legend);
    group.with(el("span", "small").with(legend)).with(all(options.map(option)))
}

/// Theme, title, width, and where it goes.
fn look(choice: RwSignal<Choice>) -> Element {
    let theme = move |id: String| {
        let theme = Theme::IDS.into_iter().find(|(name, _)| *name == id).map_or(Theme::Auto, |(_, theme)| theme);
        choice.update(|choice| choice.theme = theme);
    };
    let themes = select(controls::theme(), theme)
        .with(option("auto", controls::theme_auto()))
        .with(option("light", controls::theme_light()))
        .with(option("dark", controls::theme_dark()));
    let titled = move |on| choice.update(|choice| choice.title = on);
    let resize = move |event: Event| {
        let width = event_target_value(&event).parse().unwrap_or(720_u32).clamp(280, 1600);
        choice.update(|choice| choice.width = width);
    };
    let width = el("input", "field")
        .attr("type", "number")
        .attr("min", "280")
        .attr("max", "1600")
        .attr("step", "10")
        .keep_property("value", move || choice.with(|choice| choice.width.to_string()))
        .on("change", resize);
    let place = move |at: String| {
        let at = at.parse().unwrap_or(0_usize);
        choice.update(|choice| choice.place = Place::ALL.get(at).copied().unwrap_or(Place::Element));
    };
    let places = Place::ALL.iter().enumerate().map(|(at, place)| option(&at.to_string(), place.name()));
    el("div", "actions")
        .with(themes)
        .with(tick(controls::builder_title(), move || choice.with(|choice| choice.title), titled))
        .with(el("label", "switch").with(controls::builder_width()).with(width))
        .with(select(controls::builder_place(), place).with(all(places)))
}

fn flip<T: PartialEq>(list: &mut Vec<T>, item: Option<T>) {
    let Some(item) = item else { return };
    match list.iter().position(|known| *known == item) {
        Some(at) => drop(list.remove(at)),
        None => list.push(item),
    }
}

/// The state and the look, as links write them.
fn fragment(choice: &Choice) -> String {
    let link = store().workbook.with_untracked(Link::of);
    link::write(&Link {
        embed: true,
        charts: Some(choice.charts.iter().map(|chart| chart.id()).collect()),
        controls: Some(choice.controls.clone()),
        theme: (choice.theme != Theme::Auto).then_some(choice.theme),
        title: choice.title,
        ..link
    })
}

/// About the room that the view takes: answer, sliders, charts, source.
fn room(choice: &Choice) -> u32 {
    let sliders = if choice.controls.is_empty() {
        0
    } else if choice.width < 560 {
        90 * choice.controls.len()
    } else {
        110
    };
    u32::try_from(220 + sliders + 340 * choice.charts.len()).unwrap_or(800)
}

fn code_of(choice: &Choice) -> String {
    let store = store();
    let subject = store.subject.get_untracked();
    let sentence = answer::answer(&subject, &store.scenario.get_untracked(), &store.outcome.get_untracked().summary);
    choice.place.code(&Wish {
        page: &address::page(),
        link: &fragment(choice),
        answer: &sentence.to_string(),
        title: &embed::title(&subject.company),
        width: (choice.width != 720).then_some(choice.width),
        height: room(choice),
        picture: None,
    })
}

/// The view as it will stand there.
fn preview(choice: RwSignal<Choice>) -> View {
    let shown = RwSignal::new(false);
    let frame = move || {
        let frame = el("iframe", "preview")
            .attr("title", controls::builder_preview())
            .keep("src", move || choice.with(|choice| format!("{}#{}", address::page(), fragment(choice))))
            .keep_style("width", move || choice.with(|choice| format!("{}px", choice.width)))
            .keep_style("height", move || choice.with(|choice| format!("{}px", room(choice))));
        el("div", "scroll").with(frame)
    };
    let opener = toggle("link small", shown).with(controls::builder_preview());
    all([opener.into(), when(move || shown.get(), frame)])
}
