//! Files out and in, from the menu.

/// The outcome as JSON.
pub fn json() {}
/// The outcome as CSV.
pub fn csv() {}
/// The model as a spreadsheet.
pub fn xlsx() {}
/// The page itself, with the present state inside.
pub fn offline() {}
/// A scenario from a file.
pub fn open_json() {}
/// On paper.
pub fn print() {}
