//! The list of keyboard shortcuts.

phrases! {
    /// Switch of the shortcuts that are single characters.
    letters = "Use shortcuts of a single key";
}

/// Each shortcut and its effect.
pub const KEYS: [(&str, &str); 12] = [
    ("Arrow keys", "move a slider, the point of the map or the crosshair of a chart by one step"),
    ("Shift + arrow keys", "move a slider by ten steps, the crosshair of a chart by a year"),
    ("Page Up, Page Down", "move a slider by ten steps"),
    ("Home, End", "go to the start or end of a slider or chart"),
    ("G, C, M", "go to demand growth, capex, custom chips"),
    ("A", "show or hide all assumptions"),
    ("/", "find an assumption"),
    ("Ctrl or ⌘ + Z", "undo"),
    ("Ctrl or ⌘ + Shift + Z", "redo"),
    ("P", "pin to compare"),
    ("?", "show this list"),
    ("Escape", "close a menu, dialog or drawer"),
];
