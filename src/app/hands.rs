//! What hands do to a chart: read it, press it, drag its point.

use leptos::prelude::event_target;
use web_sys::{KeyboardEvent, PointerEvent};

use super::store::{Shared, store};
use crate::chart::{self, Figure, Focus, Point, Reading};
use crate::platform::canvas::ChartCanvas;
use crate::platform::reactive::{Callback, Memo, RwSignal, Signal, StoredValue, untrack};

/// What a chart offers beyond reading.
#[derive(Clone, Copy, Default)]
pub struct Hands {
    /// A row or a column was pressed.
    pub pressed: Option<Callback<(Shared<Figure>, Focus)>>,
    /// The chart's own point, that can be moved.
    pub point: Option<Movable>,
}

impl Hands {
    /// The classes of a chart that offers this.
    pub fn class(&self) -> &'static str {
        match (self.point, self.pressed) {
            (Some(_), _) => "plot draggable",
            (None, Some(_)) => "plot pressable",
            (None, None) => "plot",
        }
    }
}

/// A point of a chart that a hand moves, in the values of its axes.
#[derive(Clone, Copy)]
pub struct Movable {
    /// Where it stands.
    pub at: Signal<Point>,
    /// It is dragged to other values.
    pub dragged: Callback<Point>,
    /// An arrow key moves it by so many steps, right and up.
    pub stepped: Callback<Point>,
}

/// How near a press must be to take hold of the point, CSS pixels: by mouse, by finger.
const REACH: (f64, f64) = (20.0, 40.0);

/// The state of one chart on the screen.
#[derive(Clone, Copy)]
pub struct View {
    /// The figure.
    pub figure: Memo<Shared<Figure>>,
    /// The canvas, once there is one.
    pub sheet: StoredValue<Option<ChartCanvas>>,
    focus: RwSignal<Option<Focus>>,
    hands: Hands,
    /// From the pointer to the point it holds, CSS pixels.
    grip: StoredValue<Option<Point>>,
}

impl View {
    /// Of a figure that is not drawn yet.
    pub fn new(figure: Memo<Shared<Figure>>, hands: Hands) -> Self {
        let (sheet, grip) = (StoredValue::new(None), StoredValue::new(None));
        Self { figure, sheet, focus: RwSignal::new(None), hands, grip }
    }

    /// Whether it holds the point.
    pub fn holds(&self) -> bool {
        self.grip.get_value().is_some()
    }

    /// The focus: the shared time in charts over time, the chart's own elsewhere.
    pub fn focus(&self) -> Option<Focus> {
        let figure = self.figure.get();
        match figure.reading {
            Reading::Time => store().time.get().and_then(|time| chart::at_time(&figure, time)),
            _ => self.focus.get().filter(|focus| focus.row < figure.table.rows.len()),
        }
    }

    /// Reads another place of the chart, or none.
    pub fn look_at(&self, focus: Option<Focus>) {
        let figure = self.figure.get_untracked();
        if figure.reading == Reading::Time {
            store().time.set(focus.and_then(|focus| chart::time_of(&figure, focus)));
        } else if self.focus.get_untracked() != focus {
            self.focus.set(focus);
        }
    }

    fn hit(&self, event: &PointerEvent) -> Option<Focus> {
        let (x, y) = place(event);
        let figure = self.figure.get_untracked();
        self.sheet.with_value(|sheet| chart::hit(&figure, sheet.as_ref()?.layout()?, x, y))
    }

    /// A pointer moves over it, or with the point.
    pub fn pointed(&self, event: &PointerEvent) {
        match self.hands.point.zip(self.grip.get_value()) {
            Some((point, grip)) => self.dragged(point, grip, event),
            None => self.look_at(self.hit(event)),
        }
    }

    fn dragged(&self, point: Movable, grip: Point, event: &PointerEvent) {
        let (x, y) = place(event);
        let values = |sheet: &ChartCanvas| sheet.layout()?.plots.first()?.value(x + grip.0, y + grip.1);
        if let Some(values) = self.sheet.with_value(|sheet| values(sheet.as_ref()?)) {
            point.dragged.run(values);
        }
    }

    /// Takes hold of the point. A mouse may press anywhere; a finger must press on it, or the page could not be scrolled.
    pub fn pressed(&self, event: &PointerEvent) {
        self.look_at(self.hit(event));
        let Some(point) = self.hands.point else { return };
        let (x, y) = place(event);
        let here = |sheet: &ChartCanvas| Some(sheet.layout()?.plots.first()?.pixel(point.at.get_untracked()));
        let Some(here) = self.sheet.with_value(|sheet| here(sheet.as_ref()?)) else { return };
        let finger = event.pointer_type() == "touch";
        let away = (here.0 - x, here.1 - y);
        let near = away.0.hypot(away.1) <= if finger { REACH.1 } else { REACH.0 };
        if (finger && !near) || event.button() != 0 {
            return;
        }
        self.look_at(None);
        // Without the capture a fast hand outruns the plot; the drag then ends at its edge.
        let _ = event_target::<web_sys::Element>(event).set_pointer_capture(event.pointer_id());
        let grip = if near { away } else { (0.0, 0.0) };
        self.grip.set_value(Some(grip));
        if !near {
            self.dragged(point, grip, event);
        }
    }

    /// A pointer is lifted: the end of a drag, or a press on what is there.
    pub fn released(&self, event: &PointerEvent) {
        if self.let_go() {
            return;
        }
        if let (Some(pressed), Some(focus)) = (self.hands.pressed, self.hit(event)) {
            pressed.run((self.figure.get_untracked(), focus));
        }
    }

    /// Ends a drag, if there is one.
    pub fn let_go(&self) -> bool {
        let held = self.holds();
        if held {
            self.grip.set_value(None);
            store().settle();
        }
        held
    }

    /// A key reads on, or moves the point.
    pub fn key(&self, event: &KeyboardEvent) {
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
        match self.hands.point {
            Some(point) => point.stepped.run((right, up)),
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

fn place(event: &PointerEvent) -> Point {
    (f64::from(event.offset_x()), f64::from(event.offset_y()))
}
