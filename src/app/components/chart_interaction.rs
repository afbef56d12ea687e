//! Interaction with a chart: readout, presses, and the drag of its point.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent, KeyboardEvent, PointerEvent};

use crate::app::chart_canvas::ChartCanvas;
use crate::app::state::{UiState, WorkbookStore};
use crate::chart::{self, Figure, Focus, Point, Reading};

/// Actions that a chart offers beside its readout.
#[derive(Clone, Copy, Default)]
pub(crate) struct ChartActions {
    /// Runs when a row or column is pressed.
    pub(crate) on_press: Option<Callback<(Arc<Figure>, Focus)>>,
    /// Point of the chart that can be dragged.
    pub(crate) handle: Option<DragHandle>,
    /// Whether the events are on the time axis, where they can be moved.
    pub(crate) has_events: bool,
}

impl ChartActions {
    /// Returns the classes of a chart with these actions.
    pub(crate) fn class(self) -> &'static str {
        match (self.handle, self.on_press) {
            (Some(_), _) => "plot draggable",
            (None, Some(_)) => "plot pressable",
            (None, None) => "plot",
        }
    }
}

/// Point of a chart that can be dragged, in the values of the chart's axes.
#[derive(Clone, Copy)]
pub(crate) struct DragHandle {
    /// Position of the point.
    pub(crate) position: Signal<Point>,
    /// Runs when the point is dragged, with the new position.
    pub(crate) on_drag: Callback<Point>,
    /// Runs with the position before the drag, where a touch turns out to scroll the page.
    pub(crate) on_return: Callback<Point>,
    /// Runs when an arrow key moves the point, with the number of steps to the right and up.
    pub(crate) on_step: Callback<Point>,
}

/// Distance from the point within which a press starts a drag, in CSS pixels.
const MOUSE_REACH: f64 = 20.0;
const TOUCH_REACH: f64 = 24.0;

/// Steps of an arrow key with Shift.
const LARGE_STEP: f64 = 4.0;

/// State of one chart's interaction.
#[derive(Clone, Copy)]
pub(super) struct ChartInteraction {
    /// The figure.
    pub(super) figure: Memo<Arc<Figure>>,
    /// The canvas, once it is on the page.
    pub(super) canvas: StoredValue<Option<ChartCanvas>, LocalStorage>,
    focus: RwSignal<Option<Focus>>,
    actions: ChartActions,
    /// Offset from the pointer to the point while the point is dragged, in CSS pixels.
    drag_offset: StoredValue<Option<Point>>,
    /// Position of the point before it was dragged.
    before_drag: StoredValue<Point>,
    workbook: WorkbookStore,
    ui: UiState,
}

impl ChartInteraction {
    /// Creates the state for a figure that is not drawn yet.
    pub(super) fn new(workbook: WorkbookStore, ui: UiState, figure: Memo<Arc<Figure>>, actions: ChartActions) -> Self {
        let canvas = StoredValue::new_local(None);
        let (focus, drag_offset) = (RwSignal::new(None), StoredValue::new(None));
        let before_drag = StoredValue::new((0.0, 0.0));
        Self { figure, canvas, focus, actions, drag_offset, before_drag, workbook, ui }
    }

    /// Whether the point is being dragged.
    pub(super) fn is_dragging(self) -> bool {
        self.drag_offset.get_value().is_some()
    }

    /// Returns the focused place: the shared time in time charts, the chart's own place in others.
    pub(super) fn focus(self) -> Option<Focus> {
        let figure = self.figure.get();
        match figure.reading {
            Reading::Time => self.ui.crosshair_time.get().and_then(|time| chart::at_time(&figure, time)),
            _ => self.focus.get().filter(|focus| focus.row < figure.table.rows.len()),
        }
    }

    /// Focuses a place of the chart, or none.
    pub(super) fn set_focus(self, focus: Option<Focus>) {
        let figure = self.figure.get_untracked();
        if figure.reading == Reading::Time {
            let time = focus.and_then(|focus| chart::time_of(&figure, focus));
            if self.ui.crosshair_time.get_untracked() != time {
                self.ui.crosshair_time.set(time);
            }
        } else if self.focus.get_untracked() != focus {
            self.focus.set(focus);
        }
    }

    fn focus_under(self, event: &PointerEvent) -> Option<Focus> {
        let (x, y) = position(event);
        let figure = self.figure.get_untracked();
        self.canvas.with_value(|canvas| chart::hit(&figure, canvas.as_ref()?.layout()?, x, y))
    }

    /// Handles a moving pointer: drags the point, or reads the chart.
    pub(super) fn on_pointer_move(self, event: &PointerEvent) {
        match self.actions.handle.zip(self.drag_offset.get_value()) {
            Some((handle, offset)) => self.drag(handle, offset, event),
            None => self.set_focus(self.focus_under(event)),
        }
    }

    fn drag(self, handle: DragHandle, offset: Point, event: &PointerEvent) {
        let (x, y) = position(event);
        let values = |canvas: &ChartCanvas| canvas.layout()?.plots.first()?.value(x + offset.0, y + offset.1);
        if let Some(values) = self.canvas.with_value(|canvas| values(canvas.as_ref()?)) {
            handle.on_drag.run(values);
        }
    }

    /// Starts to drag the point. A mouse may press anywhere; a touch must be on the point, so that the page can scroll.
    pub(super) fn on_pointer_down(self, event: &PointerEvent) {
        self.set_focus(self.focus_under(event));
        let Some(handle) = self.actions.handle else { return };
        let (x, y) = position(event);
        let pixel = |canvas: &ChartCanvas| Some(canvas.layout()?.plots.first()?.pixel(handle.position.get_untracked()));
        let Some(point) = self.canvas.with_value(|canvas| pixel(canvas.as_ref()?)) else { return };
        let is_touch = event.pointer_type() == "touch";
        let offset = (point.0 - x, point.1 - y);
        let is_near = offset.0.hypot(offset.1) <= if is_touch { TOUCH_REACH } else { MOUSE_REACH };
        if (is_touch && !is_near) || event.button() != 0 {
            return;
        }
        self.set_focus(None);
        // Without the capture, a fast drag ends at the edge of the plot.
        if let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) {
            let _ = target.set_pointer_capture(event.pointer_id());
        }
        let offset = if is_near { offset } else { (0.0, 0.0) };
        self.drag_offset.set_value(Some(offset));
        self.before_drag.set_value(handle.position.get_untracked());
        if !is_near {
            self.drag(handle, offset, event);
        }
    }

    /// Handles a lifted pointer: the end of a drag, or a press on a row or column.
    pub(super) fn on_pointer_up(self, event: &PointerEvent) {
        if self.end_drag() {
            return;
        }
        if let (Some(on_press), Some(focus)) = (self.actions.on_press, self.focus_under(event)) {
            on_press.run((self.figure.get_untracked(), focus));
        }
    }

    /// Ends a drag. Returns whether a drag was in progress.
    pub(super) fn end_drag(self) -> bool {
        let was_dragging = self.is_dragging();
        if was_dragging {
            self.drag_offset.set_value(None);
            self.workbook.end_gesture();
        }
        was_dragging
    }

    /// Handles a touch that turns out to scroll the page: the dragged point goes back.
    pub(super) fn on_pointer_cancel(self) {
        self.set_focus(None);
        if let Some(handle) = self.actions.handle.filter(|_| self.is_dragging()) {
            handle.on_return.run(self.before_drag.get_value());
            self.end_drag();
        }
    }

    /// Handles a pointer that leaves the chart. A touch leaves it after every tap, and its readout stays.
    pub(super) fn on_pointer_leave(self, event: &PointerEvent) {
        if event.pointer_type() != "touch" {
            self.set_focus(None);
        }
    }

    /// Handles the loss of the focus. Another time chart that gets the focus has set the shared time already.
    pub(super) fn on_blur(self, event: &FocusEvent) {
        let next = event.related_target().and_then(|target| target.dyn_into::<Element>().ok());
        let is_chart = next.is_some_and(|next| next.class_list().contains("plot"));
        if !(is_chart && self.figure.get_untracked().reading == Reading::Time) {
            self.set_focus(None);
        }
    }

    /// Handles a key: moves the focus or the point, or presses the focused place.
    pub(super) fn on_key(self, event: &KeyboardEvent) {
        let steps = if event.shift_key() { LARGE_STEP } else { 1.0 };
        let (right, up) = match event.key().as_str() {
            "ArrowRight" => (steps, 0.0),
            "ArrowLeft" => (-steps, 0.0),
            "ArrowUp" => (0.0, steps),
            "ArrowDown" => (0.0, -steps),
            "Home" => (-1000.0, 0.0),
            "End" => (1000.0, 0.0),
            "Escape" => return self.set_focus(None),
            "Enter" => return self.press_focus(),
            _ => return,
        };
        event.prevent_default();
        match self.actions.handle {
            Some(handle) => handle.on_step.run((right, up)),
            None => {
                let figure = self.figure.get_untracked();
                let by = if figure.reading == Reading::Rows { right - up } else { right + up };
                let focus = untrack(|| self.focus());
                self.set_focus(chart::step(&figure, focus, by as i32));
            }
        }
    }

    fn press_focus(self) {
        if let (Some(on_press), Some(focus)) = (self.actions.on_press, untrack(|| self.focus())) {
            on_press.run((self.figure.get_untracked(), focus));
        }
    }
}

/// Returns the pointer's position in the element, in CSS pixels.
fn position(event: &PointerEvent) -> Point {
    (f64::from(event.offset_x()), f64::from(event.offset_y()))
}
