//! A line of a chart over time, played: the tone goes up and down with it, and the crosshair goes along.

use gloo::timers::callback::Interval;

use super::dom::{View, all, button, each, el};
use super::parts::{select, truth};
use super::store::{Notice, Shared, store};
use crate::chart::{Cell, Figure, Focus, time_of};
use crate::platform::reactive::{Memo, RwSignal, StoredValue};
use crate::platform::sound::{self, Playing};
use crate::words::controls;
use crate::words::text::Text;

/// How long a whole line takes.
const SECONDS: f64 = 5.0;

/// What sounds, and what moves the crosshair with it.
type Run = Option<(Playing, Interval)>;

/// The choice of a line, and the button that plays it.
pub fn listen(figure: Memo<Shared<Figure>>) -> View {
    let chosen = RwSignal::new(0);
    let run = StoredValue::new(None as Run);
    let on = RwSignal::new(false);
    let stop = move || {
        run.set_value(None);
        on.set(false);
        store().time.set(None);
    };
    let start = move || {
        let figure = figure.get_untracked();
        let values = values(&figure, chosen.get_untracked());
        let Some(playing) = sound::play(&values, SECONDS) else {
            return store().tell(Notice::new(Text::new().plain(controls::no_sound())));
        };
        let (all, at) = (values.len(), StoredValue::new(0));
        let every = (SECONDS * 1000.0 / all.max(1) as f64) as u32;
        let step = Interval::new(every.max(20), move || {
            let row = at.get_value();
            at.set_value(row + 1);
            if row < all {
                store().time.set(time_of(&figure, Focus { row, column: 0 }));
            } else {
                stop();
            }
        });
        run.set_value(Some((playing, step)));
        on.set(true);
    };
    let columns = move || figure.with(|figure| figure.table.columns.len());
    let name = move |at: usize| {
        let option = el("option", "").attr("value", &at.to_string());
        option.says(move || figure.with(|figure| figure.table.columns.get(at).map(|column| column.name.clone())))
    };
    let press = move || if on.get_untracked() { stop() } else { start() };
    let play = button("link", press)
        .keep("aria-pressed", move || truth(on.get()))
        .says(move || if on.get() { controls::stop() } else { controls::listen() });
    let choose = move |at: String| chosen.set(at.parse().unwrap_or(0));
    all([play, select(controls::line_to_play(), choose).with(each(columns, name))])
}

/// A column's numbers; where there is none, the one before sounds on.
fn values(figure: &Figure, column: usize) -> Vec<f64> {
    let cells = figure.table.rows.iter().map(|row| row.cells.get(column).copied().unwrap_or(Cell::Empty));
    let mut last = 0.0;
    cells
        .map(|cell| {
            last = match cell {
                Cell::Empty => last,
                Cell::Number(value) | Cell::Of(_, value) => value,
                Cell::Range(low, high) => (low + high) / 2.0,
            };
            last
        })
        .collect()
}
