//! Where a difference in worth comes from: from the present scenario to a pin, or from the page as opened to now.

use crate::app::reactive::memo;
use leptos::prelude::*;

use crate::analysis;
use crate::app::hands::Hands;
use crate::app::plot::Plot;
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
#[component]
pub fn Bridge() -> impl IntoView {
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
    let option = move |(way_to, name): (Way, String)| {
        let letter = match way_to {
            Way::Pin(at) => pins::letter(at),
            Way::Opened => "",
        };
        view! {
            <label>
                <input type="radio" name="bridge" prop:checked=move || way.get() == Some(way_to) on:change=move |_| chosen.set(Some(way_to))/>
                <span>{(!letter.is_empty()).then(|| view! { <i class="letter" data-pin=letter>{letter}</i> })}{name}</span>
            </label>
        }
    };
    let options = move || {
        let pins = names.get().into_iter().enumerate().map(|(at, name)| (Way::Pin(at), name));
        let opened = edited.get().then(|| (Way::Opened, pins::opened_to_now()));
        pins.chain(opened).collect::<Vec<_>>()
    };
    view! {
        <Show when=move || { options().len() > 1 }>
            <div class="segments bridge-ways" role="radiogroup" aria-label=pins::bridge()>{move || options().into_iter().map(option).collect_view()}</div>
        </Show>
        // The chart's height is that of its rows, so another number of rows is another chart.
        {move || (steps.get() > 0).then(|| view! { <Plot figure hands=Hands { pressed: Some(pressed), ..Hands::default() }/> })}
    }
}
