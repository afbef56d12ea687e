//! Where a difference in worth comes from: from the present scenario to a pin, or from the page as opened to now.

use crate::app::reactive::memo;
use leptos::prelude::*;

use crate::analysis;
use crate::app::dom::{View, all, anew, each, el, when};
use crate::app::hands::Hands;
use crate::app::parts::{radio, radios};
use crate::app::plot::plot;
use crate::app::store::{Shared, store, with_workspace};
use crate::chart;
use crate::lang::pins;
use crate::scenario::{Input, Scenario};

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
pub fn bridge() -> View {
    let store = store();
    let chosen = RwSignal::new(None::<Way>);
    let edited = memo(move || store.scenario.get() != store.baseline.get());
    let names = memo(move || store.pins.with(|pins| pins.iter().map(|pin| pin.name.clone()).collect::<Vec<_>>()));
    let way = memo(move || {
        let (count, edited) = (names.with(Vec::len), edited.get());
        let is_there = |way: &Way| match *way {
            Way::Opened => edited,
            Way::Pin(at) => at < count,
        };
        [chosen.get(), Some(Way::Pin(0)), Some(Way::Opened)].into_iter().flatten().find(is_there)
    });
    let ends = memo(move || {
        let now = store.scenario.get();
        match way.get()? {
            Way::Opened => {
                Some(Ends { from: (store.baseline.get(), pins::opened().into()), to: (now, pins::now().into()) })
            }
            Way::Pin(at) => {
                let name = store.workbook.with(|book| super::present(book.sheet()));
                let to = store.pins.with(|pins| pins.get(at).map(|pin| (pin.scenario, pin.name.clone())))?;
                Some(Ends { from: (now, name), to })
            }
        }
    });
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
    let ways = memo(move || {
        let pins = names.get().into_iter().enumerate().map(|(at, name)| (Way::Pin(at), name));
        let opened = edited.get().then(|| (Way::Opened, pins::opened_to_now().to_owned()));
        pins.chain(opened).collect::<Vec<_>>()
    });
    let one = move |at: usize| {
        let to = move || ways.with(|ways| ways.get(at).map(|(way, _)| *way));
        let words = move || {
            let (to, name) = ways.with(|ways| ways.get(at).cloned())?;
            let letter = match to {
                Way::Pin(at) => Some(pins::letter(at)),
                Way::Opened => None,
            };
            let letter = letter.map(|letter| el("i", "letter").attr("data-pin", letter).with(letter));
            Some(all::<View>([letter.into(), name.into()]))
        };
        let input = radio("bridge", move || way.get() == to(), move || chosen.set(untrack(to)));
        el("label", "").with(input).with(el("span", "").with(anew(words)))
    };
    let count = move || ways.with(Vec::len);
    let choice = move || radios(pins::bridge(), each(count, one)).attr("class", "segments bridge-ways");
    // The chart's height is that of its rows, so another number of rows is another chart.
    let plot = move || {
        let hands = Hands { pressed: Some(pressed), ..Hands::default() };
        (steps.get() > 0).then(|| untrack(|| plot(figure, hands)))
    };
    all([when(move || count() > 1, choice), anew(plot)])
}
