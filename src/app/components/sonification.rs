//! Sonification: plays a line of a time chart as a tone, while the crosshair moves along the line.

use std::cell::Cell;
use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use super::Select;
use crate::app::state::{Notice, use_ui};
use crate::chart::{self, Figure, Focus};
use crate::platform::sound::{self, Playing};
use crate::words::controls;

/// Duration of a line, in s.
const SECONDS: f64 = 5.0;

/// Shortest time between two steps of the crosshair, in s.
const SHORTEST_STEP: f64 = 0.02;

/// Line that is playing. Dropping it stops the sound and the crosshair.
struct Playback {
    _sound: Playing,
    crosshair: Option<IntervalHandle>,
}

impl Drop for Playback {
    fn drop(&mut self) {
        self.crosshair.iter().for_each(IntervalHandle::clear);
    }
}

/// Button that plays a line of a figure, and the choice of the line.
#[component]
pub(crate) fn Sonification(
    /// The figure.
    figure: Memo<Arc<Figure>>,
) -> impl IntoView {
    let ui = use_ui();
    let (column, playing) = (RwSignal::new(0), RwSignal::new(false));
    let playback = StoredValue::new_local(None::<Playback>);
    let stop = move || {
        playback.set_value(None);
        playing.set(false);
        ui.crosshair_time.set(None);
    };
    let start = move || {
        let figure = figure.get_untracked();
        let values = column_values(&figure, column.get_untracked());
        let Some(sound) = sound::play(&values, SECONDS) else {
            return ui.notify(Notice::new(controls::no_sound()));
        };
        let (count, next_row) = (values.len(), Cell::new(0));
        let step = move || {
            let row = next_row.replace(next_row.get() + 1);
            if row < count {
                ui.crosshair_time.set(chart::time_of(&figure, Focus { row, column: 0 }));
            } else {
                stop();
            }
        };
        let pause = Duration::from_secs_f64((SECONDS / count.max(1) as f64).max(SHORTEST_STEP));
        let crosshair = set_interval_with_handle(step, pause).ok();
        playback.set_value(Some(Playback { _sound: sound, crosshair }));
        playing.set(true);
    };
    let name =
        move |index: usize| figure.with(|figure| figure.table.columns.get(index).map(|column| column.name.clone()));
    view! {
        <button
            type="button"
            class="link"
            aria-pressed=move || playing.get().to_string()
            on:click=move |_| if playing.get_untracked() { stop() } else { start() }
        >
            {move || if playing.get() { controls::stop() } else { controls::listen() }}
        </button>
        <Select label=controls::line_to_play() on_choose=move |index: String| column.set(index.parse().unwrap_or(0))>
            <For
                each=move || 0..figure.with(|figure| figure.table.columns.len())
                key=|index| *index
                let(index)
            >
                <option value=index.to_string()>{move || name(index)}</option>
            </For>
        </Select>
    }
}

/// Returns the numbers of a column. A missing number is replaced by the number before it.
fn column_values(figure: &Figure, column: usize) -> Vec<f64> {
    let cells = figure.table.rows.iter().map(|row| row.cells.get(column).copied().unwrap_or(chart::Cell::Empty));
    let mut last = 0.0;
    cells
        .map(|cell| {
            last = match cell {
                chart::Cell::Empty => last,
                chart::Cell::Number(value) | chart::Cell::Of(_, value) => value,
                chart::Cell::Range(low, high) => (low + high) / 2.0,
            };
            last
        })
        .collect()
}
