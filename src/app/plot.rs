//! A chart on the page: its finding, its canvas, its readout by pointer and by arrow keys, its table and its pictures.

use leptos::html;
use leptos::prelude::*;
use web_sys::{KeyboardEvent, PointerEvent};

use super::store::{Shared, store};
use super::{picture, table};
use crate::chart::{self, Figure, Focus, Reading, Readout, Size};
use crate::lang::{controls, guide};
use crate::platform::canvas::Sheet;
use crate::platform::observe;

/// The height of a chart over time on a phone.
const PHONE: f64 = 224.0;

/// What a chart offers beyond reading.
#[derive(Clone, Copy, Default)]
pub struct Hands {
    /// A row or a column was pressed.
    pub pressed: Option<Callback<(Shared<Figure>, Focus)>>,
    /// The plot was dragged to values of its axes; `true` while the hand is still on it.
    pub dragged: Option<Callback<(f64, f64, bool)>>,
    /// An arrow key moved the chart's own point, right and up.
    pub moved: Option<Callback<(f64, f64)>>,
}

/// The state of one chart on the screen.
#[derive(Clone, Copy)]
struct View {
    figure: Memo<Shared<Figure>>,
    sheet: StoredValue<Option<Sheet>, LocalStorage>,
    focus: RwSignal<Option<Focus>>,
    hands: Hands,
}

impl View {
    /// The focus: the shared time in charts over time, the chart's own elsewhere.
    fn focus(&self) -> Option<Focus> {
        let figure = self.figure.get();
        match figure.reading {
            Reading::Time => store().time.get().and_then(|time| chart::at_time(&figure, time)),
            _ => self.focus.get().filter(|focus| focus.row < figure.table.rows.len()),
        }
    }

    fn look_at(&self, focus: Option<Focus>) {
        let figure = self.figure.get_untracked();
        if figure.reading == Reading::Time {
            store().time.set(focus.and_then(|focus| chart::time_of(&figure, focus)));
        } else if self.focus.get_untracked() != focus {
            self.focus.set(focus);
        }
    }

    fn hit(&self, event: &PointerEvent) -> Option<Focus> {
        let (x, y) = (f64::from(event.offset_x()), f64::from(event.offset_y()));
        let figure = self.figure.get_untracked();
        self.sheet.with_value(|sheet| chart::hit(&figure, sheet.as_ref()?.layout()?, x, y))
    }

    fn values(&self, event: &PointerEvent) -> Option<(f64, f64)> {
        let (x, y) = (f64::from(event.offset_x()), f64::from(event.offset_y()));
        self.sheet.with_value(|sheet| sheet.as_ref()?.layout()?.plots.first()?.value(x, y))
    }

    fn pointed(&self, event: &PointerEvent) {
        if event.buttons() & 1 == 1 && self.hands.dragged.is_some() {
            self.dragged(event, true);
        } else {
            self.look_at(self.hit(event));
        }
    }

    fn dragged(&self, event: &PointerEvent, still: bool) {
        if let (Some(dragged), Some((x, y))) = (self.hands.dragged, self.values(event)) {
            dragged.run((x, y, still));
        }
    }

    fn pressed(&self, event: &PointerEvent) {
        let focus = self.hit(event);
        self.look_at(focus);
        if self.hands.dragged.is_some() {
            let target = event_target::<web_sys::Element>(event);
            // Without the capture a fast hand outruns the plot; the drag then ends at its edge.
            let _ = target.set_pointer_capture(event.pointer_id());
            self.dragged(event, true);
        }
    }

    fn released(&self, event: &PointerEvent) {
        if self.hands.dragged.is_some() {
            self.dragged(event, false);
        } else if let (Some(pressed), Some(focus)) = (self.hands.pressed, self.hit(event)) {
            pressed.run((self.figure.get_untracked(), focus));
        }
    }

    fn key(&self, event: &KeyboardEvent) {
        let far = if event.shift_key() { 4.0 } else { 1.0 };
        let (right, up) = match event.key().as_str() {
            "ArrowRight" => (far, 0.0),
            "ArrowLeft" => (-far, 0.0),
            "ArrowUp" => (0.0, far),
            "ArrowDown" => (0.0, -far),
            "Home" => (-1000.0, 0.0),
            "End" => (1000.0, 0.0),
            "Escape" => return self.look_at(None),
            "Enter" => return self.entered(),
            _ => return,
        };
        event.prevent_default();
        match self.hands.moved {
            Some(moved) => moved.run((right, up)),
            None => {
                let figure = self.figure.get_untracked();
                let by = if figure.reading == Reading::Rows { right - up } else { right + up };
                let focus = untrack(|| self.focus());
                self.look_at(chart::step(&figure, focus, by as i32));
            }
        }
    }

    fn entered(&self) {
        if let (Some(pressed), Some(focus)) = (self.hands.pressed, untrack(|| self.focus())) {
            pressed.run((self.figure.get_untracked(), focus));
        }
    }
}

/// The chart of a figure. What is off the screen is neither built nor drawn.
#[component]
pub fn Plot(figure: Memo<Shared<Figure>>, #[prop(optional)] hands: Hands) -> impl IntoView {
    let store = store();
    let view = View { figure, sheet: StoredValue::new_local(None), focus: RwSignal::new(None), hands };
    let id = untrack(|| figure.get().chart.id());
    let (node, frame) = (NodeRef::<html::Canvas>::new(), NodeRef::<html::Div>::new());
    let width = RwSignal::new(0.0);
    let seen = RwSignal::new(false);
    let tabled = RwSignal::new(false);
    let failed = RwSignal::new(false);
    Effect::new(move |_| {
        let (Some(canvas), Some(frame)) = (node.get(), frame.get()) else { return };
        view.sheet.set_value(Sheet::new(canvas));
        failed.set(view.sheet.with_value(Option::is_none));
        observe::size(&frame, move |wide, _| width.set(wide));
        observe::visible(&frame, "120px", move |visible| seen.set(visible));
    });
    let height = Memo::new(move |_| {
        let width = width.get();
        // The heights belong to the chart, not to the numbers in it: the page must not jump while they change.
        let (tall, reading) = untrack(|| figure.with(|figure| (figure.height(width), figure.reading)));
        match (width > 0.0, store.phone.get() && reading == Reading::Time) {
            (false, _) => 300.0,
            (true, false) => tall,
            // Answer, chart and sliders are seen together.
            (true, true) => tall.min(PHONE),
        }
    });
    Effect::new(move |_| {
        if !seen.get() || width.get() <= 0.0 {
            return;
        }
        let size = Size { width: width.get(), height: height.get() };
        let (figure, palette, ratio) = (view.figure.get(), store.palette.get(), store.ratio.get());
        let focus = view.focus();
        view.sheet.update_value(|sheet| {
            if let Some(sheet) = sheet {
                sheet.draw(&figure, &palette, size, ratio, focus);
            }
        });
    });
    // Off the screen the words stay as they are, so that nothing is worked out for them.
    let words = move |part: fn(&Figure) -> &String| {
        let shown = if seen.get() { figure.get() } else { figure.get_untracked() };
        part(&shown).clone()
    };
    let readout = Memo::new(move |_| {
        let focus = if seen.get() { view.focus()? } else { return None };
        chart::readout(&figure.get(), focus).map(spoken)
    });
    view! {
        <figure class="chart" data-chart=id>
            <figcaption>
                <div class="chart-head">
                    <h3>{move || words(|figure| &figure.title)}</h3>
                </div>
                <p class="chart-sub">{move || words(|figure| &figure.subtitle)}</p>
            </figcaption>
            <div class="plot" node_ref=frame tabindex="0" role="group" style:height=move || format!("{}px", height.get())
                aria-label=move || words(|figure| &figure.takeaway) aria-roledescription=guide::chart_role()
                class:draggable=hands.dragged.is_some() class:pressable=hands.pressed.is_some()
                on:pointermove=move |event| view.pointed(&event)
                on:pointerdown=move |event| view.pressed(&event)
                on:pointerup=move |event| view.released(&event)
                on:pointerleave=move |_| view.look_at(None)
                on:keydown=move |event| view.key(&event)
                on:blur=move |_| view.look_at(None)
            >
                <canvas node_ref=node aria-hidden="true"></canvas>
                <Show when=move || failed.get()><p class="notice">{guide::no_canvas()}</p></Show>
            </div>
            <p class="sr" aria-live="polite">{readout}</p>
            <Tools figure tabled/>
            <Show when=move || tabled.get()><table::FigureTable figure/></Show>
        </figure>
    }
}

/// Table, SVG, PNG, embed.
#[component]
fn Tools(figure: Memo<Shared<Figure>>, tabled: RwSignal<bool>) -> impl IntoView {
    let name = untrack(|| figure.get().chart.id());
    view! {
        <div class="chart-tools">
            <button type="button" class="link" aria-expanded=move || tabled.get().to_string()
                on:click=move |_| tabled.update(|open| *open = !*open)>{controls::table()}</button>
            <button type="button" class="link" on:click=move |_| picture::svg(&figure.get_untracked())>{controls::svg()}</button>
            <button type="button" class="link" on:click=move |_| picture::png(&figure.get_untracked())>{controls::png()}</button>
            <button type="button" class="link" on:click=move |_| picture::copy(&figure.get_untracked())>{controls::copy()}</button>
            <button type="button" class="link" on:click=move |_| store().embed_chart(name)>{controls::embed()}</button>
        </div>
    }
}

fn spoken(readout: Readout) -> String {
    let lines = readout.lines.iter().map(|line| format!("{} {}", line.name, line.value));
    std::iter::once(readout.heading.clone()).chain(lines).collect::<Vec<_>>().join(", ")
}
