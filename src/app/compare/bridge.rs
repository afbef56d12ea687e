//! Where a difference in worth comes from: from the present scenario to a pin, or from the page as opened to now.

use crate::analysis;
use crate::app::dom::{View, all, anew, each, el, when};
use crate::app::hands::Hands;
use crate::app::parts::{radio, radios};
use crate::app::plot::plot;
use crate::app::seen::while_seen;
use crate::app::store::{Shared, store, with_workspace};
use crate::chart;
use crate::platform::reactive::{Callback, ReadSignal, RwSignal, memo, untrack};
use crate::scenario::{Input, Scenario};
use crate::words::compare;

/// Steps shown by name.
const STEPS: usize = 10;

/// What the bridge leads from and to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// From the page as opened to now.
    Opened,
    /// From now to a pin.
    Pin(usize),
}

/// Both ends, with their names.
#[derive(Clone, PartialEq)]
struct Ends {
    from: (Scenario, String),
    to: (Scenario, String),
}

impl Ends {
    fn differing(&self) -> usize {
        Input::ALL.iter().filter(|input| self.from.0.get(**input) != self.to.0.get(**input)).count()
    }
}

/// The bridge, where there are two ends that differ.
pub fn bridge(seen: ReadSignal<bool>) -> View {
    let store = store();
    let chosen = RwSignal::new(None::<Way>);
    let edited = memo(while_seen(seen, move || store.scenario.get() != store.baseline.get()));
    let pinned = move || store.pins.with(Vec::len);
    let way = move || {
        let (count, edited) = (pinned(), edited.get());
        let is_there = |way: &Way| match *way {
            Way::Opened => edited,
            Way::Pin(at) => at < count,
        };
        [chosen.get(), Some(Way::Pin(0)), Some(Way::Opened)].into_iter().flatten().find(is_there)
    };
    let ends = memo(while_seen(seen, move || {
        let now = store.scenario.get();
        match way()? {
            Way::Opened => {
                Some(Ends { from: (store.baseline.get(), compare::opened().into()), to: (now, compare::now().into()) })
            }
            Way::Pin(at) => {
                let name = store.workbook.with(|book| super::present(book.sheet()));
                let to = store.pins.with(|pins| pins.get(at).map(|pin| (pin.scenario, pin.name.clone())))?;
                Some(Ends { from: (now, name), to })
            }
        }
    }));
    let steps = memo(move || ends.with(|ends| ends.as_ref().map_or(0, Ends::differing).min(STEPS)));
    let figure = memo(move || {
        ends.with(|ends| match ends {
            Some(Ends { from, to }) => {
                let bridge = with_workspace(|workspace| analysis::bridge(workspace, &from.0, &to.0));
                Shared::new(chart::bridge(&bridge, &from.1, &to.1, STEPS))
            }
            None => Shared::new(chart::bridge(&analysis::Bridge::default(), "", "", STEPS)),
        })
    });
    let pressed = Callback::new(move |(figure, focus): (Shared<chart::Figure>, chart::Focus)| {
        if let Some(input) = chart::input_of(&figure, focus) {
            store.reveal(input);
        }
    });
    // The pins, then the page as opened.
    let one = move |at: usize| {
        let to = move || if at < pinned() { Way::Pin(at) } else { Way::Opened };
        let words = move || match store.pins.with(|pins| pins.get(at).map(|pin| pin.name.clone())) {
            Some(name) => {
                let letter = compare::letter(at);
                all::<View>([el("i", "letter").attr("data-pin", letter).with(letter).into(), name.into()])
            }
            None => compare::opened_to_now().into(),
        };
        let input = radio("bridge", move || way() == Some(to()), move || chosen.set(Some(untrack(to))));
        el("label", "").with(input).with(el("span", "").with(anew(words)))
    };
    let count = move || pinned() + usize::from(edited.get());
    let choice = move || radios(compare::bridge(), each(count, one)).attr("class", "segments bridge-ways");
    // The chart's height is that of its rows, so another number of rows is another chart.
    let plot = move || {
        let hands = Hands { pressed: Some(pressed), ..Hands::default() };
        (steps.get() > 0).then(|| untrack(|| plot(figure, hands)))
    };
    all([when(move || count() > 1, choice), anew(plot)])
}
