//! The first minute and the keys.

use super::controls::words;

/// A step of the first minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its heading.
    pub title: &'static str,
    /// What it says.
    pub body: &'static str,
}

/// The three steps.
pub const STEPS: [Step; 3] = [
    Step {
        title: "The answer",
        body: "This sentence is always true for the numbers you see in it: when the build-out pays back, what it is worth today, and the growth it needs.",
    },
    Step {
        title: "The sliders",
        body: "Move one: sentence, figures and charts follow. The colour behind each slider shows where it is worth it, and the mark where that begins.",
    },
    Step {
        title: "What would it take?",
        body: "Every assumption can be asked for the value at which the build-out breaks even. Open “All assumptions” and try one.",
    },
];

words! {
    /// To the next step.
    next = "Next";
    /// To the step before.
    back = "Back";
    /// Leaves the steps.
    skip = "Skip";
    /// Ends the steps.
    done = "Done";
    /// The switch of the single letters.
    letters = "Single letters and signs work as keys";
    /// The sheet of keys.
    keys_title = "Keyboard";
}

/// “1 of 3”.
pub fn step_of(step: usize) -> String {
    format!("{step} of {}", STEPS.len())
}

/// A key and what it does.
pub const KEYS: [(&str, &str); 12] = [
    ("Arrow keys", "move a slider, the map’s point or a chart’s crosshair by one step"),
    ("Shift + arrow keys", "move a slider by ten steps, a chart’s crosshair by a year"),
    ("Page Up, Page Down", "move a slider by ten steps"),
    ("Home, End", "to the ends of a slider or a chart"),
    ("G, C, M", "to demand growth, capex, custom chips"),
    ("A", "all assumptions"),
    ("/", "find an assumption"),
    ("Ctrl or ⌘ + Z", "undo"),
    ("Ctrl or ⌘ + Shift + Z", "redo"),
    ("P", "pin to compare"),
    ("?", "this list"),
    ("Escape", "close what is open"),
];

/// What a chart is called by assistive tools.
pub fn chart_role() -> &'static str {
    "chart; arrow keys read it point by point"
}

/// The choice of the line that is played.
pub fn line() -> &'static str {
    "Line to listen to"
}

/// No sound.
pub fn no_sound() -> &'static str {
    "This browser has no sound for the page."
}

/// A chart that the browser does not let be drawn.
pub fn no_canvas() -> &'static str {
    "This browser cannot draw the chart; its table holds the same numbers."
}
