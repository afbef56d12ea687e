//! The steps so far, newest first, each leading back or forward to itself.

use crate::app::dom::{Element, View, all, button, each, el};
use crate::app::store::store;
use crate::platform::reactive::untrack;
use crate::scenario::workbook::Workbook;
use crate::words::{controls, history as lang};

/// The list of steps. What was undone stands above the present step, and is gone with the next change.
pub fn history() -> View {
    let store = store();
    let count = move || store.workbook.with(|book| book.history().0.count());
    let line = move |from_top: usize| {
        // Its place in the history, and the present one.
        let place = move || (count().saturating_sub(from_top + 1), store.workbook.with(|book| book.history().1));
        let words = move || store.workbook.with(|book| book.history().0.nth(place().0).map(lang::step));
        let note = move || match place() {
            (at, present) if at == present => lang::present(),
            (at, present) if at > present => lang::undone(),
            _ => "",
        };
        let go = move || {
            let (at, _) = untrack(place);
            store.act(|book| book.go(at));
        };
        let step = button("", go)
            .keep_class("undone", move || place().0 > place().1)
            .keep("aria-current", move || (place().0 == place().1).then_some("true"))
            .with(el("span", "").says(words))
            .with(el("span", "small").says(note));
        el("li", "").with(step)
    };
    let go = |words: &str, can: fn(&Workbook) -> bool, go: fn(&mut Workbook)| -> Element {
        button("button", move || store.act(go)).keep("disabled", move || !store.workbook.with(can)).with(words)
    };
    let back = go(controls::undo(), Workbook::can_undo, Workbook::undo);
    let forth = go(controls::redo(), Workbook::can_redo, Workbook::redo);
    all([el("div", "actions").with(back).with(forth), el("ol", "steps").with(each(count, line))])
}
