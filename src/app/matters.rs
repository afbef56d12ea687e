//! What matters: every input a little lower and higher, live; a bar leads to its slider.

use super::dom::{Element, View, anew, el};
use super::hands::Hands;
use super::parts::{room, segments, toggle};
use super::plot::plot;
use super::seen::while_seen;
use super::store::{Shared, store, with_workspace};
use crate::analysis::{OutcomeMeasure, SwingRange, Tornado};
use crate::chart::{self, Figure, Focus, TornadoView};
use crate::platform::reactive::{Callback, Memo, RwSignal, memo, untrack};
use crate::scenario::Input;
use crate::words::analysis as lang;
use crate::words::page::{Section, show_more_inputs};

/// Inputs that are listed at first, beside the headline ones.
const FEW: usize = 12;

/// What is shown of the runs, and the runs themselves.
#[derive(Clone, Copy)]
struct Swings {
    measure: RwSignal<OutcomeMeasure>,
    span: RwSignal<SwingRange>,
    all: RwSignal<bool>,
    tornado: Memo<Shared<Tornado>>,
    figure: Memo<Shared<Figure>>,
}

impl Swings {
    fn new() -> Self {
        let scenario = store().scenario;
        let (measure, span) = (RwSignal::new(OutcomeMeasure::default()), RwSignal::new(SwingRange::default()));
        let all = RwSignal::new(false);
        let tornado = memo(move || {
            let (scenario, measure, span) = (scenario.get(), measure.get(), span.get());
            Shared::new(with_workspace(|workspace| Tornado::of(workspace, &scenario, measure, span)))
        });
        let figure = memo(move || {
            let (tornado, scenario) = (tornado.get(), scenario.get_untracked());
            let limit = if all.get() { usize::MAX } else { FEW };
            let (measure, span) = (measure.get(), span.get());
            let view = TornadoView { tornado: &tornado, scenario: &scenario, measure, span, limit };
            Shared::new(chart::tornado(&view))
        });
        Self { measure, span, all, tornado, figure }
    }

    fn lead(&self) -> String {
        let largest: Vec<Input> =
            self.tornado.with(|tornado| tornado.bars.iter().take(2).map(|bar| bar.input).collect());
        lang::matters_lead(&largest, self.span.get(), self.measure.get())
    }

    /// Inputs that are not listed.
    fn hidden(&self) -> usize {
        let listed = self.figure.with(|figure| figure.table.rows.len());
        self.tornado.with(|tornado| tornado.bars.len().saturating_sub(listed))
    }

    fn plot(self) -> View {
        let store = store();
        let pressed = Callback::new(move |(figure, focus): (Shared<Figure>, Focus)| {
            if let Some(input) = chart::input_of(&figure, focus) {
                store.reveal(input);
            }
        });
        // Another number of rows is another height.
        anew(move || {
            self.all.track();
            untrack(|| plot(self.figure, Hands { pressed: Some(pressed), ..Hands::default() }))
        })
    }
}

/// The section.
pub fn matters() -> Element {
    let swings = Swings::new();
    let (room, seen) = room(Section::Matters, move || swings.lead());
    let hidden = while_seen(*seen, move || swings.hidden());
    let all = swings.all;
    let spans = [SwingRange::TwentyPercent, SwingRange::Plausible].map(|one| (one, lang::span(one)));
    let measures =
        [OutcomeMeasure::Npv, OutcomeMeasure::Payback, OutcomeMeasure::Irr].map(|one| (one, lang::measure(one)));
    let tools = el("div", "tools")
        .with(segments("tornado-span", lang::choice_span(), &spans, swings.span))
        .with(segments("tornado-measure", lang::choice_measure(), &measures, swings.measure));
    let more = move || if all.get() { lang::show_fewer().to_owned() } else { show_more_inputs(hidden()) };
    room.with(tools).with(swings.plot()).with(toggle("link more", all).says(more))
}
