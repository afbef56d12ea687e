//! Keys that step a value.

use web_sys::KeyboardEvent;

/// Steps of Page Up, Page Down and Shift with an arrow key.
const LARGE_STEP: f64 = 10.0;

/// Returns the number of steps that a pressed key stands for; `None` for a key that does not step.
pub(crate) fn steps_of_key(event: &KeyboardEvent) -> Option<f64> {
    let arrow = if event.shift_key() { LARGE_STEP } else { 1.0 };
    match event.key().as_str() {
        "ArrowRight" | "ArrowUp" => Some(arrow),
        "ArrowLeft" | "ArrowDown" => Some(-arrow),
        "PageUp" => Some(LARGE_STEP),
        "PageDown" => Some(-LARGE_STEP),
        _ => None,
    }
}
