//! The workspace that the page runs the model in.

use std::sync::{Arc, Mutex};

use leptos::prelude::*;

use crate::model::Workspace;

/// Workspace shared by all memos of the page.
#[derive(Clone, Copy)]
pub(super) struct SharedWorkspace(StoredValue<Arc<Mutex<Workspace>>>);

impl SharedWorkspace {
    /// Creates the workspace.
    pub(super) fn new() -> Self {
        Self(StoredValue::new(Arc::new(Mutex::new(Workspace::new()))))
    }

    /// Runs the model. A call inside another call gets a workspace of its own.
    pub(super) fn with<T>(self, run: impl FnOnce(&mut Workspace) -> T) -> T {
        let shared = self.0.get_value();
        match shared.try_lock() {
            Ok(mut workspace) => run(&mut workspace),
            Err(_) => run(&mut Workspace::new()),
        }
    }
}
