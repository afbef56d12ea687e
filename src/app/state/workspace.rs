//! The workspace that the page runs the model in.

use leptos::prelude::*;

use crate::model::Workspace;

/// Workspace shared by all memos of the page.
#[derive(Clone, Copy)]
pub(super) struct SharedWorkspace(StoredValue<Workspace>);

impl SharedWorkspace {
    /// Creates the workspace.
    pub(super) fn new() -> Self {
        Self(StoredValue::new(Workspace::new()))
    }

    /// Runs the model. A call inside another call gets a workspace of its own.
    pub(super) fn with<T>(self, run: impl FnOnce(&mut Workspace) -> T) -> T {
        match self.0.try_write_value() {
            Some(mut workspace) => run(&mut workspace),
            None => run(&mut Workspace::new()),
        }
    }
}
