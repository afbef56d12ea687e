//! The embed builder: what to show, how it looks, where it goes, and the code for it.

use crate::app::reactive::memo;
use leptos::prelude::*;

use super::share::Copy;
use crate::app::answer::subject;
use crate::app::store::store;
use crate::chart::Chart;
use crate::embed::snippet::{Place, Wish};
use crate::lang::{answer, controls, embed, inputs, page};
use crate::platform::address;
use crate::scenario::Input;
use crate::scenario::link::{self, Link, Theme};

/// What the author chose.
#[derive(Clone, Debug, PartialEq)]
struct Choice {
    charts: Vec<Chart>,
    controls: Vec<Input>,
    theme: Theme,
    width: u32,
    title: bool,
    place: Place,
}

/// The builder; it opens at a chart where one was asked for.
#[component]
pub fn Builder(chart: Option<&'static str>) -> impl IntoView {
    let first = chart.and_then(Chart::from_id).unwrap_or(Chart::Cash);
    let choice = RwSignal::new(Choice {
        charts: vec![first],
        controls: Input::HEADLINE.to_vec(),
        theme: Theme::Auto,
        width: 720,
        title: true,
        place: Place::Element,
    });
    let code = memo(move || choice.with(code_of));
    let steps = move || choice.get().place.steps().iter().map(|step| view! { <li>{*step}</li> }).collect_view();
    view! {
        <h3>{controls::embed_code()}</h3>
        <Ticks legend=controls::builder_charts() options=Chart::ALL.iter().map(|chart| (chart.id(), page::chart_name(chart.id()))).collect()
            ticked=Signal::derive(move || choice.with(|choice| choice.charts.iter().map(|chart| chart.id()).collect()))
            tick=Callback::new(move |id| choice.update(|choice| toggle(&mut choice.charts, Chart::from_id(id))))/>
        <Ticks legend=controls::builder_controls() options=Input::HEADLINE.iter().map(|input| (input.id(), inputs::short(*input))).collect()
            ticked=Signal::derive(move || choice.with(|choice| choice.controls.iter().map(|input| input.id()).collect()))
            tick=Callback::new(move |id| choice.update(|choice| toggle(&mut choice.controls, Input::from_id(id))))/>
        <div class="actions">
            <select class="select" aria-label=controls::theme() on:change=move |event| {
                let id = event_target_value(&event);
                let theme = Theme::IDS.into_iter().find(|(name, _)| *name == id).map_or(Theme::Auto, |(_, theme)| theme);
                choice.update(|choice| choice.theme = theme);
            }>
                <option value="auto">{controls::theme_auto()}</option>
                <option value="light">{controls::theme_light()}</option>
                <option value="dark">{controls::theme_dark()}</option>
            </select>
            <label class="switch"><input type="checkbox" prop:checked=move || choice.get().title
                on:change=move |event| choice.update(|choice| choice.title = event_target_checked(&event))/>{controls::builder_title()}</label>
            <label class="switch">{controls::builder_width()}
                <input class="field" type="number" min="280" max="1600" step="10" prop:value=move || choice.get().width.to_string()
                    on:change=move |event| {
                        let width = event_target_value(&event).parse().unwrap_or(720_u32).clamp(280, 1600);
                        choice.update(|choice| choice.width = width);
                    }/></label>
            <select class="select" aria-label=controls::builder_place() on:change=move |event| {
                let at = event_target_value(&event).parse().unwrap_or(0_usize);
                choice.update(|choice| choice.place = Place::ALL.get(at).copied().unwrap_or(Place::Element));
            }>
                {Place::ALL.iter().enumerate().map(|(at, place)| view! { <option value=at.to_string()>{place.name()}</option> }).collect_view()}
            </select>
        </div>
        <ol class="steps-list small">{steps}</ol>
        <textarea class="code" rows="6" readonly=true aria-label=controls::embed_code() prop:value=code></textarea>
        <div class="actions">
            <Copy label=controls::copy_code() copied=controls::code_copied() text=Callback::new(move |()| code.get_untracked())/>
        </div>
        <Preview choice/>
    }
}

/// A group of things to tick.
#[component]
fn Ticks(
    legend: &'static str,
    options: Vec<(&'static str, &'static str)>,
    ticked: Signal<Vec<&'static str>>,
    tick: Callback<&'static str>,
) -> impl IntoView {
    let option = move |(id, name): (&'static str, &'static str)| {
        view! {
            <label class="switch"><input type="checkbox" prop:checked=move || ticked.get().contains(&id) on:change=move |_| tick.run(id)/>{name}</label>
        }
    };
    view! { <div class="actions" role="group" aria-label=legend><span class="small">{legend}</span>{options.into_iter().map(option).collect_view()}</div> }
}

fn toggle<T: PartialEq>(list: &mut Vec<T>, item: Option<T>) {
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
    let subject = untrack(|| subject().get());
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
#[component]
fn Preview(choice: RwSignal<Choice>) -> impl IntoView {
    let shown = RwSignal::new(false);
    let source = move || choice.with(|choice| format!("{}#{}", address::page(), fragment(choice)));
    view! {
        <button type="button" class="link small" aria-expanded=move || shown.get().to_string()
            on:click=move |_| shown.update(|shown| *shown = !*shown)>{controls::builder_preview()}</button>
        <Show when=move || shown.get()>
            <div class="scroll"><iframe class="preview" title=controls::builder_preview() src=source
                style:width=move || format!("{}px", choice.get().width) style:height=move || format!("{}px", choice.with(room))></iframe></div>
        </Show>
    }
}
