//! A chart on the page: its finding, its canvas, its readout by pointer and by arrow keys, its table and its pictures.

use wasm_bindgen::JsCast;
use web_sys::Event;

use super::dom::{Element, button, el, when};
use super::hands::{Hands, View};
use super::parts::toggle;
use super::seen::in_view_by;
use super::store::{Shared, store};
use super::{picture, table};
use crate::chart::{self, Figure, Reading, Readout, Size};
use crate::platform::canvas::ChartCanvas;
use crate::platform::observe;
use crate::platform::reactive::{Memo, RwSignal, effect, memo, untrack};
use crate::platform::rest::AtRest;
use crate::words::{controls, guide};

/// The height of a chart over time on a phone.
const PHONE: f64 = 224.0;

/// A pause between keys after which the place is told, in milliseconds.
const CALM: u32 = 250;

/// The chart of a figure. What is off the screen is neither built nor drawn.
pub fn plot(figure: Memo<Shared<Figure>>, hands: Hands) -> Element {
    let store = store();
    let view = View::new(figure, hands);
    let canvas = el("canvas", "").attr("aria-hidden", "true");
    view.sheet.set_value(ChartCanvas::new(canvas.node().clone().unchecked_into()));
    let failed = view.sheet.with_value(Option::is_none);
    let frame = el("div", hands.class());
    let width = RwSignal::new(0.0);
    let seen = in_view_by(&frame, "40px");
    let node = frame.node().clone();
    // Its width is known once it is on the page.
    effect(move || observe::size(&node, move |wide, _| width.set(wide)));
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
        move || {
            let shown = if seen.get() { figure.get() } else { figure.get_untracked() };
            part(&shown).clone()
        }
    };
    let frame = handled(frame, view)
        .keep_style("height", move || format!("{}px", height.get()))
        .keep("aria-label", words(|figure| &figure.takeaway))
        .with(canvas)
        .with(failed.then(|| el("p", "notice").with(guide::no_canvas())));
    let head = el("div", "chart-head").with(el("h3", "").says(words(|figure| &figure.title)));
    let caption = el("figcaption", "").with(head).with(el("p", "chart-sub").says(words(|figure| &figure.subtitle)));
    let (frame, readout) = read_aloud(frame, view);
    let tabled = RwSignal::new(false);
    el("figure", "chart")
        .attr("data-chart", untrack(|| figure.get().chart.id()))
        .with(caption)
        .with(frame)
        .with(readout)
        .with(tools(figure, tabled))
        .with(when(move || tabled.get(), move || table::figure_table(figure)))
}

/// The frame of a chart with all that hands do to it.
fn handled(frame: Element, view: View) -> Element {
    let held = move |event: Event| {
        if view.holds() {
            event.prevent_default();
        }
    };
    frame
        .attr("tabindex", "0")
        .attr("role", "application")
        .attr("aria-roledescription", guide::chart_role())
        .on("pointermove", move |event| view.pointed(&event))
        .on("pointerdown", move |event| view.pressed(&event))
        .on("pointerup", move |event| view.released(&event))
        .on("pointercancel", move |_: Event| {
            view.let_go();
        })
        .on("touchstart", held)
        .on("pointerleave", move |_: Event| view.look_at(None))
        .on("blur", move |_: Event| view.look_at(None))
}

/// Only keys are answered in words, and only when they rest: who holds an arrow hears where it ended.
fn read_aloud(frame: Element, view: View) -> (Element, Element) {
    let readout = RwSignal::new(String::new());
    let say = AtRest::new(CALM, move || {
        let at = || chart::readout(&view.figure.get(), view.focus()?).map(spoken);
        readout.try_set(untrack(at).unwrap_or_default());
    });
    let frame = frame.on("keydown", move |event| {
        view.key(&event);
        say.ask();
    });
    (frame, el("p", "sr").attr("aria-live", "polite").says(move || readout.get()))
}

/// Table, SVG, PNG, embed.
fn tools(figure: Memo<Shared<Figure>>, tabled: RwSignal<bool>) -> Element {
    let name = untrack(|| figure.get().chart.id());
    let picture = |words: &str, make: fn(&Figure)| button("link", move || make(&figure.get_untracked())).with(words);
    el("div", "chart-tools")
        .with(toggle("link", tabled).with(controls::table()))
        .with(picture(controls::svg(), picture::svg))
        .with(picture(controls::png(), picture::png))
        .with(picture(controls::copy(), picture::copy))
        .with(button("link", move || store().embed_chart(name)).with(controls::embed()))
}

fn spoken(readout: Readout) -> String {
    let lines = readout.lines.iter().map(|line| format!("{} {}", line.name, line.value));
    std::iter::once(readout.heading.clone()).chain(lines).collect::<Vec<_>>().join(", ")
}
