//! Embed builder: charts, sliders, theme and width of an embedded view, its destination, and the code to paste.

use gloo::utils::format::JsValueSerdeExt;
use leptos::ev::{self, Targeted};
use leptos::html;
use leptos::prelude::*;
use leptos_use::use_event_listener;
use wasm_bindgen::JsValue;
use web_sys::HtmlInputElement;

use crate::app::components::{Checkbox, CopyButton, Select, ToggleButton};
use crate::app::downloads;
use crate::app::state::{WorkbookStore, use_ui, use_workbook};
use crate::chart::{self, ChartData, ChartId};
use crate::embed;
use crate::embed::snippet::{Destination, SnippetOptions};
use crate::platform::address;
use crate::scenario::Input;
use crate::scenario::link::{self, Link, Theme};
use crate::words::answer;
use crate::words::controls;
use crate::words::inputs;

/// Width of a usual column, in CSS pixels, for the preview of a view as wide as the column.
const COLUMN_WIDTH: u32 = 720;
/// Smallest width of the view, in CSS pixels.
const LEAST_WIDTH: u32 = 280;
/// Largest width of the view, in CSS pixels.
const LARGEST_WIDTH: u32 = 1600;
/// Width below which the sliders are stacked, in CSS pixels.
const NARROW_WIDTH: u32 = 560;

/// Parts that decide the height of the view: charts, sliders, answer sentence and width.
type Shape = (Vec<ChartId>, Vec<Input>, bool, u32);

/// Options of the embedded view.
#[derive(Clone, Copy)]
struct EmbedOptions {
    charts: RwSignal<Vec<ChartId>>,
    controls: RwSignal<Vec<Input>>,
    theme: RwSignal<Theme>,
    /// Width in CSS pixels; as wide as the column where `None`.
    width: RwSignal<Option<u32>>,
    title: RwSignal<bool>,
    place: RwSignal<Destination>,
    /// Height that the preview reported, in CSS pixels, with the shape that it had then.
    reported_height: RwSignal<Option<(Shape, u32)>>,
}

impl EmbedOptions {
    fn new(first_chart: ChartId) -> Self {
        Self {
            charts: RwSignal::new(vec![first_chart]),
            controls: RwSignal::new(Input::HEADLINE.to_vec()),
            theme: RwSignal::new(Theme::Auto),
            width: RwSignal::new(None),
            title: RwSignal::new(true),
            place: RwSignal::new(Destination::Element),
            reported_height: RwSignal::new(None),
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

    fn shape(self) -> Shape {
        (self.charts.get(), self.controls.get(), self.title.get(), self.preview_width())
    }

    /// Returns the width of the preview, in CSS pixels.
    fn preview_width(self) -> u32 {
        self.width.get().unwrap_or(COLUMN_WIDTH)
    }

    /// Returns the height that the view needs, in CSS pixels: that of the preview, or an estimate until the preview reports its height.
    fn height(self) -> u32 {
        if let Some((_, height)) = self.reported_height.get().filter(|(shape, _)| *shape == self.shape()) {
            return height;
        }
        let (charts, controls) = (self.charts.with(Vec::len), self.controls.with(Vec::len));
        let sliders = match controls {
            0 => 0,
            _ if self.preview_width() < NARROW_WIDTH => 90 * controls,
            _ => 110,
        };
        u32::try_from(220 + sliders + 340 * charts).unwrap_or(800)
    }

    /// Returns the code to paste.
    fn code(self, workbook: WorkbookStore) -> String {
        let (scenario, outcome) = workbook.current();
        let name = workbook.scenario_name.get();
        self.place.get().code(&SnippetOptions {
            page: &address::shared_page(),
            link: &self.fragment(workbook),
            answer: &answer::answer(&name, &scenario, &outcome.summary).to_string(),
            title: &crate::words::embed::title(&name.company),
            width: self.width.get(),
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
        <ol class="small">
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
            <Show when=move || options.place.get().needs_picture()><PictureButton options/></Show>
        </div>
        <Preview options/>
    }
}

/// Group of checkboxes. Lists the checked values in the order in which they were checked.
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

/// Theme, title and width of the view, and the destination of the code.
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

/// Field for the width of the view. Where the field is empty, the view is as wide as the column.
#[component]
fn WidthField(width: RwSignal<Option<u32>>) -> impl IntoView {
    let on_change = move |event: Targeted<ev::Event, HtmlInputElement>| {
        let field = event.target();
        let pixels = field.value().parse::<u32>().ok().map(|pixels| pixels.clamp(LEAST_WIDTH, LARGEST_WIDTH));
        // The signal may have this value already, while the field shows another text.
        field.set_value(&text_of(pixels));
        width.set(pixels);
    };
    view! {
        <label class="switch">
            {controls::builder_width()}
            <input
                class="field"
                type="number"
                name="embed-width"
                min=LEAST_WIDTH.to_string()
                max=LARGEST_WIDTH.to_string()
                step="10"
                placeholder=controls::builder_width_column()
                prop:value=move || text_of(width.get())
                on:change:target=on_change
            />
            {controls::builder_width_unit()}
        </label>
    }
}

fn text_of(width: Option<u32>) -> String {
    width.map(|pixels| pixels.to_string()).unwrap_or_default()
}

/// Button that downloads the picture that the code shows.
#[component]
fn PictureButton(options: EmbedOptions) -> impl IntoView {
    let (workbook, ui) = (use_workbook(), use_ui());
    let download = move |_| {
        let (scenario, outcome) = (workbook.scenario.get_untracked(), workbook.outcome.get_untracked());
        // A chart that needs more than a scenario is shown by the chart of the answer.
        let builder = options.charts.with_untracked(|charts| charts.iter().find_map(|chart| chart.builder()));
        let build = builder.unwrap_or(chart::cash);
        downloads::snippet_picture(workbook, ui, &build(&ChartData::of(&scenario, &outcome)));
    };
    view! { <button type="button" class="button" on:click=download>{controls::builder_picture()}</button> }
}

/// Width available to the preview in the dialog, in CSS pixels.
const PREVIEW_ROOM: f64 = 590.0;
/// Margins of the dialog beside the preview, in CSS pixels.
const PREVIEW_MARGINS: f64 = 84.0;

/// Preview of the view as in the article, scaled to the dialog. Its frame reports the height that it needs.
#[component]
fn Preview(options: EmbedOptions) -> impl IntoView {
    let workbook = use_workbook();
    let open = RwSignal::new(false);
    let frame = NodeRef::<html::Iframe>::new();
    let on_message = move |event: web_sys::MessageEvent| {
        let preview = frame.try_get_untracked().flatten().and_then(|frame| frame.content_window());
        let is_own = preview
            .zip(event.source())
            .is_some_and(|(preview, source)| JsValue::from(source) == JsValue::from(preview));
        let message = is_own.then(|| event.data().into_serde::<serde_json::Value>().ok()).flatten();
        if let Some(height) = message.as_ref().and_then(embed::reported_height) {
            options.reported_height.set(Some((untrack(|| options.shape()), height)));
        }
    };
    let _ = use_event_listener(window(), ev::message, on_message);
    let zoom = move || {
        let room =
            window().inner_width().ok().and_then(|width| width.as_f64()).unwrap_or(PREVIEW_ROOM) - PREVIEW_MARGINS;
        (room.min(PREVIEW_ROOM) / f64::from(options.preview_width())).min(1.0).to_string()
    };
    view! {
        <ToggleButton class="link small" open>{controls::builder_preview()}</ToggleButton>
        // A closed preview still measures the height that the code names.
        <iframe
            node_ref=frame
            class="preview"
            class:closed=move || !open.get()
            inert=move || !open.get()
            title=controls::builder_preview()
            src=move || format!("{}#{}", address::page(), options.fragment(workbook))
            style:width=move || format!("{}px", options.preview_width())
            style:height=move || format!("{}px", options.height())
            style:zoom=zoom
        ></iframe>
    }
}
