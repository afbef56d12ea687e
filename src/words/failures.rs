//! What the page says when it cannot run, or before it runs.

/// A reason why the page cannot run, and what to do about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The name in `<html data-error>`.
    pub cause: &'static str,
    /// What happened.
    pub title: &'static str,
    /// What to do.
    pub advice: &'static str,
}

/// Every failure the page can name.
pub const FAILURES: [Failure; 7] = [
    Failure {
        cause: "old-browser",
        title: "This browser is too old for the calculator.",
        advice: "Update it, or open the page in a current Chrome, Edge, Firefox or Safari (16.4 or later).",
    },
    Failure {
        cause: "no-webassembly",
        title: "WebAssembly is switched off in this browser.",
        advice: "The calculator runs on it. Allow it for this page (Lockdown Mode and some privacy settings turn it off), or use another browser.",
    },
    Failure {
        cause: "wasm-blocked",
        title: "A security policy blocks the calculator.",
        advice: "Whoever serves this page must allow 'wasm-unsafe-eval' in its script-src policy. The file itself, saved and opened from your computer, may work.",
    },
    Failure {
        cause: "payload-truncated",
        title: "This page did not arrive whole.",
        advice: "The end of the file is missing. Load the page again, or download the file once more.",
    },
    Failure {
        cause: "payload-altered",
        title: "This file was changed on its way.",
        advice: "The calculator inside is not the one that was built, so it was not started. Load the page again, or get the file from its source.",
    },
    Failure {
        cause: "memory",
        title: "The calculator ran out of memory.",
        advice: "Close other tabs and start again. What you had set is kept.",
    },
    Failure {
        cause: "panic",
        title: "The calculator stopped because of an error of its own.",
        advice: "The last figures stay below. Start again: what you had set is kept. If it happens again, please report the line below.",
    },
];

/// The button that loads the page again with what the person had set.
pub const START_AGAIN: &str = "Start again";
/// What each slider says until the program runs.
pub const WAKING_UP: &str = "waking up …";
/// What a reader without scripts is told.
pub const NO_SCRIPT: &str =
    "The sliders need JavaScript. Without it, this page shows the answer for the standard assumptions.";
