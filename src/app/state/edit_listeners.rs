//! Callbacks for work that follows an edit in a later frame. An effect must not write a signal, so such work subscribes here.

use std::rc::Rc;

use leptos::prelude::*;

/// Callback with the number that removes it.
type Listener = (usize, Rc<dyn Fn()>);

/// List of callbacks that run after every edit of the workbook.
#[derive(Clone, Copy)]
pub(super) struct EditListeners(StoredValue<Vec<Listener>, LocalStorage>);

impl EditListeners {
    /// Creates an empty list.
    pub(super) fn new() -> Self {
        Self(StoredValue::new_local(Vec::new()))
    }

    /// Adds a callback and removes it when the current owner is cleaned up.
    pub(super) fn add(self, listener: impl Fn() + 'static) {
        let id = self.0.with_value(|listeners| listeners.last().map_or(0, |(id, _)| id + 1));
        self.0.update_value(|listeners| listeners.push((id, Rc::new(listener))));
        on_cleanup(move || {
            self.0.try_update_value(|listeners| listeners.retain(|(other, _)| *other != id));
        });
    }

    /// Runs every callback.
    pub(super) fn notify(self) {
        // The list is copied first: a callback may add or remove listeners.
        let listeners: Vec<_> = self.0.with_value(|listeners| listeners.iter().map(|(_, run)| run.clone()).collect());
        listeners.iter().for_each(|run| run());
    }
}
