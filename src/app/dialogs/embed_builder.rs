//! Embed builder: what an embedded view shows, how it looks, where it goes, and the code for it.

use leptos::ev::{self, Targeted};
use leptos::prelude::*;
use web_sys::HtmlInputElement;

use crate::app::components::{Checkbox, CopyButton, Select, ToggleButton};
use crate::app::state::{WorkbookStore, use_workbook};
use crate::chart::ChartId;
use crate::embed::snippet::{Destination, SnippetOptions};
use crate::platform::address;
use crate::scenario::Input;
use crate::scenario::link::{self, Link, Theme};
use crate::words::answer;
use crate::words::controls;
use crate::words::inputs;

/// Width of the view at first, in CSS pixels. With it, the code names no width.
const FIRST_WIDTH: u32 = 720;
/// Smallest width of the view, in CSS pixels.
const LEAST_WIDTH: u32 = 280;
/// Largest width of the view, in CSS pixels.
const LARGEST_WIDTH: u32 = 1600;
/// Width below which the sliders stand one above the other, in CSS pixels.
const NARROW_WIDTH: u32 = 560;

/// Options of the embedded view.
#[derive(Clone, Copy)]
struct EmbedOptions {
    charts: RwSignal<Vec<ChartId>>,
    controls: RwSignal<Vec<Input>>,
    theme: RwSignal<Theme>,
    width: RwSignal<u32>,
    title: RwSignal<bool>,
    place: RwSignal<Destination>,
}

impl EmbedOptions {
    fn new(first_chart: ChartId) -> Self {
        Self {
            charts: RwSignal::new(vec![first_chart]),
            controls: RwSignal::new(Input::HEADLINE.to_vec()),
            theme: RwSignal::new(Theme::Auto),
            width: RwSignal::new(FIRST_WIDTH),
            title: RwSignal::new(true),
            place: RwSignal::new(Destination::Element),
        }
    }

    /// Returns the fragment of the view's address.
    fn fragment(self, workbook: WorkbookStore) -> String {
        let link = workbook.workbook.with(Link::of);
        let theme = self.theme.get();
        link::write(&Link {
            embed: true,
            charts: Some(self.charts.with(|charts| charts.iter().map(|chart| chart.id()).collect())),
            controls: Some(self.controls.get()),
            theme: (theme != Theme::Auto).then_some(theme),
            title: self.title.get(),
            ..link
        })
    }

    /// Returns the height that the view needs, roughly: answer, sliders, charts and source line, in CSS pixels.
    fn height(self) -> u32 {
        let (charts, controls) = (self.charts.with(Vec::len), self.controls.with(Vec::len));
        let sliders = match controls {
            0 => 0,
            _ if self.width.get() < NARROW_WIDTH => 90 * controls,
            _ => 110,
        };
        u32::try_from(220 + sliders + 340 * charts).unwrap_or(800)
    }

    /// Returns the code to paste.
    fn code(self, workbook: WorkbookStore) -> String {
        let (scenario, outcome) = workbook.current();
        let subject = workbook.subject.get();
        let width = self.width.get();
        self.place.get().code(&SnippetOptions {
            page: &address::page(),
            link: &self.fragment(workbook),
            answer: &answer::answer(&subject, &scenario, &outcome.summary).to_string(),
            title: &crate::words::embed::title(&subject.company),
            width: (width != FIRST_WIDTH).then_some(width),
            height: self.height(),
            picture: None,
        })
    }
}

/// Embed builder.
#[component]
pub(super) fn EmbedBuilder(
    /// Chart that is chosen at first.
    first_chart: ChartId,
) -> impl IntoView {
    let workbook = use_workbook();
    let options = EmbedOptions::new(first_chart);
    let code = Memo::new(move |_| options.code(workbook));
    let charts = ChartId::ALL.iter().map(|chart| (*chart, chart.name())).collect();
    let sliders = Input::HEADLINE.map(|input| (input, inputs::short(input))).to_vec();
    view! {
        <h3>{controls::embed_code()}</h3>
        <CheckboxGroup label=controls::builder_charts() options=charts chosen=options.charts/>
        <CheckboxGroup label=controls::builder_controls() options=sliders chosen=options.controls/>
        <Look options/>
        <ol class="steps-list small">
            <For each=move || options.place.get().steps() key=|step| **step let(step)>
                <li>{*step}</li>
            </For>
        </ol>
        <textarea
            class="code"
            rows="6"
            readonly
            aria-label=controls::embed_code()
            prop:value=move || code.get()
        ></textarea>
        <div class="actions">
            <CopyButton
                label=controls::copy_code()
                copied=controls::code_copied()
                text=move || code.get_untracked()
            />
        </div>
        <Preview options/>
    }
}

/// Group of checkboxes, whose checked values are listed in the order in which they were checked.
#[component]
fn CheckboxGroup<T>(
    /// Name of the group.
    label: &'static str,
    /// Values with their words.
    options: Vec<(T, &'static str)>,
    /// The checked values.
    chosen: RwSignal<Vec<T>>,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let checkbox = move |(value, words): (T, &'static str)| {
        let set_checked = move |checked: bool| {
            chosen.update(|chosen| {
                chosen.retain(|other| *other != value);
                if checked {
                    chosen.push(value);
                }
            });
        };
        view! {
            <Checkbox
                label=words
                checked=Signal::derive(move || chosen.with(|chosen| chosen.contains(&value)))
                on_change=set_checked
            />
        }
    };
    view! {
        <div class="actions" role="group" aria-label=label>
            <span class="small">{label}</span>
            {options.into_iter().map(checkbox).collect_view()}
        </div>
    }
}

/// Theme, title and width of the view, and the place that the code is for.
#[component]
fn Look(options: EmbedOptions) -> impl IntoView {
    let choose_theme = move |id: String| {
        let theme = Theme::IDS.into_iter().find(|(name, _)| *name == id).map_or(Theme::Auto, |(_, theme)| theme);
        options.theme.set(theme);
    };
    let choose_place = move |index: String| {
        let place = index.parse().ok().and_then(|index: usize| Destination::ALL.get(index).copied());
        options.place.set(place.unwrap_or(Destination::Element));
    };
    let place =
        |(index, place): (usize, &Destination)| view! { <option value=index.to_string()>{place.name()}</option> };
    view! {
        <div class="actions">
            <Select label=controls::theme() on_choose=choose_theme>
                <option value=Theme::Auto.id()>{controls::theme_auto()}</option>
                <option value=Theme::Light.id()>{controls::theme_light()}</option>
                <option value=Theme::Dark.id()>{controls::theme_dark()}</option>
            </Select>
            <Checkbox
                label=controls::builder_title()
                checked=options.title
                on_change=move |checked| options.title.set(checked)
            />
            <WidthField width=options.width/>
            <Select label=controls::builder_place() on_choose=choose_place>
                {Destination::ALL.iter().enumerate().map(place).collect_view()}
            </Select>
        </div>
    }
}

/// Field for the width of the view.
#[component]
fn WidthField(width: RwSignal<u32>) -> impl IntoView {
    let on_change = move |event: Targeted<ev::Event, HtmlInputElement>| {
        let field = event.target();
        let pixels = field.value().parse().unwrap_or(FIRST_WIDTH).clamp(LEAST_WIDTH, LARGEST_WIDTH);
        // The signal may have this value already, while the field shows another text.
        field.set_value(&pixels.to_string());
        width.set(pixels);
    };
    view! {
        <label class="switch">
            {controls::builder_width()}
            <input
                class="field"
                type="number"
                min=LEAST_WIDTH.to_string()
                max=LARGEST_WIDTH.to_string()
                step="10"
                prop:value=move || width.get().to_string()
                on:change:target=on_change
            />
        </label>
    }
}

/// The view as it will stand in the article.
#[component]
fn Preview(options: EmbedOptions) -> impl IntoView {
    let workbook = use_workbook();
    let open = RwSignal::new(false);
    view! {
        <ToggleButton class="link small" open>{controls::builder_preview()}</ToggleButton>
        <Show when=move || open.get()>
            <div class="scroll">
                <iframe
                    class="preview"
                    title=controls::builder_preview()
                    src=move || format!("{}#{}", address::page(), options.fragment(workbook))
                    style:width=move || format!("{}px", options.width.get())
                    style:height=move || format!("{}px", options.height())
                ></iframe>
            </div>
        </Show>
    }
}
