//! A chart on the page: its finding, its canvas, its readout by pointer and by arrow keys, its table and its pictures.

use crate::app::reactive::{effect, memo};
use leptos::html;
use leptos::prelude::*;

use super::hands::{Hands, View};
use super::store::{Shared, store};
use super::{picture, table};
use crate::chart::{self, Figure, Reading, Readout, Size};
use crate::lang::{controls, guide};
use crate::platform::canvas::Sheet;
use crate::platform::observe;
use crate::platform::rest::AtRest;

/// The height of a chart over time on a phone.
const PHONE: f64 = 224.0;

/// A pause between keys after which the place is told, in milliseconds.
const CALM: u32 = 250;

/// The chart of a figure. What is off the screen is neither built nor drawn.
#[component]
pub fn Plot(figure: Memo<Shared<Figure>>, #[prop(optional)] hands: Hands) -> impl IntoView {
    let store = store();
    let view = View::new(figure, hands);
    let id = untrack(|| figure.get().chart.id());
    let (node, frame) = (NodeRef::<html::Canvas>::new(), NodeRef::<html::Div>::new());
    let width = RwSignal::new(0.0);
    let seen = RwSignal::new(false);
    let tabled = RwSignal::new(false);
    let failed = RwSignal::new(false);
    effect(move || {
        let (Some(canvas), Some(frame)) = (node.get(), frame.get()) else { return };
        view.sheet.set_value(Sheet::new(canvas));
        failed.set(view.sheet.with_value(Option::is_none));
        observe::size(&frame, move |wide, _| width.set(wide));
        observe::visible(&frame, "120px", move |visible| seen.set(visible));
    });
    let height = memo(move || {
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
    effect(move || {
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
    let readout = RwSignal::new(None);
    // Only keys are answered in words, and only when they rest: who holds an arrow hears where it ended.
    let say = AtRest::new(CALM, move || {
        let at = || chart::readout(&figure.get(), view.focus()?).map(spoken);
        readout.try_set(untrack(at));
    });
    let say = StoredValue::new_local(say);
    let key = move |event| {
        view.key(&event);
        say.with_value(AtRest::ask);
    };
    view! {
        <figure class="chart" data-chart=id>
            <figcaption>
                <div class="chart-head">
                    <h3>{move || words(|figure| &figure.title)}</h3>
                </div>
                <p class="chart-sub">{move || words(|figure| &figure.subtitle)}</p>
            </figcaption>
            <div class="plot" node_ref=frame tabindex="0" role="application" style:height=move || format!("{}px", height.get())
                aria-label=move || words(|figure| &figure.takeaway) aria-roledescription=guide::chart_role()
                class:draggable=hands.point.is_some() class:pressable=hands.pressed.is_some()
                on:pointermove=move |event| view.pointed(&event)
                on:pointerdown=move |event| view.pressed(&event)
                on:pointerup=move |event| view.released(&event)
                on:pointercancel=move |_| { view.let_go(); }
                on:touchstart=move |event| if view.holds() { event.prevent_default() }
                on:pointerleave=move |_| view.look_at(None)
                on:keydown=key
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
