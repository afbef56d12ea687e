//! Chart on the page: title, canvas, readout by pointer and keyboard, table, pictures.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use leptos_use::use_debounce_fn;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::chart_interaction::{ChartActions, ChartInteraction};
use super::chart_table::ChartTable;
use super::event_markers::EventMarkers;
use super::{GlossaryText, ToggleButton};
use crate::app::chart_canvas::ChartCanvas;
use crate::app::downloads;
use crate::app::state::{WorkbookStore, use_ui, use_workbook};
use crate::app::visibility::{use_size, use_visibility};
use crate::chart::{self, ChartData, Figure, Focus, Pinned, Plot, Reading, Readout, Size};
use crate::words::controls;

/// Largest height of a time chart on a phone, in CSS pixels: answer, chart and sliders fit on one screen.
const PHONE_HEIGHT: f64 = 224.0;

/// Height before the width is known, in CSS pixels.
const INITIAL_HEIGHT: f64 = 300.0;

/// Pause between key presses after which the readout is announced, in ms.
const ANNOUNCE_MS: f64 = 250.0;

/// Creates the figure of a chart from the current scenario, its baseline and the pinned scenarios.
pub(crate) fn figure_of(
    workbook: WorkbookStore,
    build: impl Fn(&ChartData) -> Figure + Send + Sync + 'static,
) -> Memo<Arc<Figure>> {
    Memo::new(move |_| {
        let ((scenario, outcome), baseline) = (workbook.current(), workbook.baseline_to_compare());
        let (pins, outcomes) = (workbook.pins.get(), workbook.pinned_outcomes.get());
        let pins: Vec<_> =
            pins.iter().zip(&outcomes).map(|(pin, outcome)| Pinned { name: &pin.name, outcome }).collect();
        let name = workbook.baseline_name.get();
        let baseline = baseline.as_deref().map(|outcome| Pinned { name: &name, outcome });
        let data = ChartData { baseline, pins: &pins, ..ChartData::of(&scenario, &outcome) };
        Arc::new(build(&data))
    })
}

/// Chart of a figure. Off the screen it is built and drawn once editing pauses.
#[component]
pub(crate) fn ChartView(
    /// The figure.
    figure: Memo<Arc<Figure>>,
    /// Actions beside reading.
    #[prop(optional)]
    actions: ChartActions,
) -> impl IntoView {
    let (workbook, ui) = (use_workbook(), use_ui());
    let interaction = ChartInteraction::new(workbook, ui, figure, actions);
    let (frame, canvas) = (NodeRef::<html::Div>::new(), NodeRef::<html::Canvas>::new());
    let no_canvas = NodeRef::<html::P>::new();
    canvas.on_load(move |element| {
        interaction.canvas.set_value(ChartCanvas::new(element));
        let failed = interaction.canvas.with_value(Option::is_none);
        if let Some(notice) = no_canvas.get_untracked().filter(|_| failed) {
            notice.set_hidden(false);
        }
    });
    let (size, visible) = (use_size(frame), use_visibility(frame, "40px"));
    let turns = workbook.idle_turns();
    let width = Memo::new(move |_| size.get().0);
    let height = Memo::new(move |_| {
        let width = width.get();
        // The height belongs to the chart, not to its numbers: the page must not jump while they change.
        let (height, reading) = figure.with_untracked(|figure| (figure.height(width), figure.reading));
        match (width > 0.0, ui.phone.get() && reading == Reading::Time) {
            (false, _) => INITIAL_HEIGHT,
            (true, false) => height,
            (true, true) => height.min(PHONE_HEIGHT),
        }
    });
    let draw = move |figure: &Figure, focus: Option<Focus>| {
        let size = Size { width: width.get_untracked(), height: height.get_untracked() };
        let (palette, ratio) = (ui.theme.palette.get_untracked(), ui.pixel_ratio.get_untracked());
        if size.width > 0.0 {
            interaction.canvas.update_value(|canvas| {
                if let Some(canvas) = canvas {
                    canvas.draw(figure, &palette, size, ratio, focus);
                    let has_markers =
                        actions.has_events && workbook.scenario.with_untracked(|scenario| !scenario.events.is_empty());
                    let plot = canvas.layout().and_then(|layout| layout.plots.first()).filter(|_| has_markers);
                    if let (Some(plot), Some(frame)) = (plot, frame.get_untracked()) {
                        place_markers(&frame, plot, size);
                    }
                }
            });
        }
    };
    let track_look = move || {
        width.track();
        height.track();
        ui.theme.palette.track();
        ui.pixel_ratio.track();
    };
    Effect::new(move || {
        if visible.get() {
            track_look();
            draw(&figure.get(), interaction.focus());
        }
    });
    // Off the screen the chart is drawn once editing pauses: captures of the whole page show it.
    Effect::new(move || {
        track_look();
        if turns.get() > 0 && !visible.get_untracked() {
            draw(&figure.get_untracked(), None);
        }
    });
    // Off the screen the texts stay as they are while the page is edited, so that nothing is computed for them.
    let text = move |part: fn(&Figure) -> &String| {
        Memo::new(move |_| {
            let figure = if visible.get() {
                figure.get()
            } else {
                turns.track();
                figure.get_untracked()
            };
            part(&figure).clone()
        })
    };
    let (title, subtitle, takeaway) =
        (text(|figure| &figure.title), text(|figure| &figure.subtitle), text(|figure| &figure.takeaway));
    let readout = RwSignal::new(String::new());
    // Only keys are announced, once they pause: a held arrow key announces where it ended.
    let announce = use_debounce_fn(
        move || {
            let text = untrack(|| chart::readout(&figure.get(), interaction.focus()?).map(spoken));
            readout.try_set(text.unwrap_or_default());
        },
        ANNOUNCE_MS,
    );
    let on_keydown = move |event| {
        interaction.on_key(&event);
        announce();
    };
    let table_open = RwSignal::new(false);
    let legend = figure.with_untracked(|figure| figure.legend);
    view! {
        <figure class="chart" data-chart=figure.with_untracked(|figure| figure.chart.id())>
            <figcaption>
                <div class="chart-head"><h3>{move || title.get()}</h3></div>
                <p class="chart-sub">{move || subtitle.get()}</p>
            </figcaption>
            <div class="plot-frame">
            <div
                node_ref=frame
                class=actions.class()
                style:height=move || format!("{}px", height.get())
                tabindex="0"
                role="application"
                aria-roledescription=controls::chart_role()
                aria-label=move || takeaway.get()
                on:pointermove=move |event| interaction.on_pointer_move(&event)
                on:pointerdown=move |event| interaction.on_pointer_down(&event)
                on:pointerup=move |event| interaction.on_pointer_up(&event)
                on:pointercancel=move |_| interaction.on_pointer_cancel()
                on:pointerleave=move |event| interaction.on_pointer_leave(&event)
                on:blur=move |event| interaction.on_blur(&event)
                on:keydown=on_keydown
            >
                <canvas node_ref=canvas aria-hidden="true"></canvas>
                <p node_ref=no_canvas class="notice" hidden>{controls::no_canvas()}</p>
            </div>
            {actions.has_events.then(|| view! { <EventMarkers/> })}
            </div>
            {(!legend.is_empty()).then(|| view! { <p class="small legend"><GlossaryText text=legend/></p> })}
            <p class="visually-hidden" aria-live="polite">{move || readout.get()}</p>
            <ChartTools figure table_open/>
            <Show when=move || table_open.get()><ChartTable figure/></Show>
        </figure>
    }
}

/// Passes the position of the time axis to the style sheet, which places the event markers over it.
fn place_markers(frame: &HtmlElement, plot: &Plot, size: Size) {
    let Some(parent) = frame.parent_element().and_then(|parent| parent.dyn_into::<HtmlElement>().ok()) else { return };
    let edges = [
        ("--plot-left", plot.inner.left),
        ("--plot-right", size.width - plot.inner.right),
        ("--plot-bottom", size.height - plot.inner.bottom),
    ];
    for (name, length) in edges {
        // Fails for no name and no length.
        let _ = parent.style().set_property(name, &format!("{length}px"));
    }
}

/// Buttons under a chart: table, pictures, embed code.
#[component]
fn ChartTools(figure: Memo<Arc<Figure>>, table_open: RwSignal<bool>) -> impl IntoView {
    let (workbook, ui) = (use_workbook(), use_ui());
    let chart = figure.with_untracked(|figure| figure.chart);
    let message = RwSignal::new("");
    let copy = move |_| {
        message.set("");
        // The chart may have left the page before the browser answers.
        let tell = move |text| {
            message.try_set(text);
        };
        downloads::copy_chart(workbook, ui, &figure.get_untracked(), tell);
    };
    view! {
        <div class="chart-tools">
            <ToggleButton class="link" open=table_open>{controls::table()}</ToggleButton>
            <button type="button" class="link" on:click=move |_| downloads::chart_svg(workbook, ui, &figure.get_untracked())>
                {controls::svg()}
            </button>
            <button type="button" class="link" on:click=move |_| downloads::chart_png(workbook, ui, &figure.get_untracked())>
                {controls::png()}
            </button>
            <button type="button" class="link" on:click=copy>{controls::copy()}</button>
            <button type="button" class="link" on:click=move |_| ui.share_chart(chart)>{controls::embed()}</button>
            <span class="message" role="status">{move || message.get()}</span>
        </div>
    }
}

/// Formats a readout for announcement.
fn spoken(readout: Readout) -> String {
    let lines = readout.lines.iter().map(|line| format!("{} {}", line.name, line.value));
    std::iter::once(readout.heading.clone()).chain(lines).collect::<Vec<_>>().join(", ")
}
