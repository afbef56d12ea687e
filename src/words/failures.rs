//! Messages about the reasons why the page cannot run.

/// A reason why the page cannot run, with advice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The public name, for `<html data-error>`.
    pub cause: &'static str,
    /// Description of the event.
    pub title: &'static str,
    /// Advice for the reader.
    pub advice: &'static str,
}

/// Every failure that the page can name.
pub const FAILURES: [Failure; 7] = [
    Failure {
        cause: "old-browser",
        title: "This browser is too old for the calculator.",
        advice: "Update it, or open the page in a current Chrome, Edge, Firefox or Safari (16.4 or later).",
    },
    Failure {
        cause: "no-webassembly",
        title: "WebAssembly is switched off in this browser.",
        advice: "The calculator needs it. Allow WebAssembly for this page (Lockdown Mode and some privacy settings turn it off), or use another browser.",
    },
    Failure {
        cause: "wasm-blocked",
        title: "A security policy blocks the calculator.",
        advice: "The site that serves this page must allow 'wasm-unsafe-eval' in its script-src policy. A copy of the file that is saved and opened on your computer may work.",
    },
    Failure {
        cause: "payload-truncated",
        title: "This page did not load completely.",
        advice: "The end of the file is missing. Load the page again, or download the file again.",
    },
    Failure {
        cause: "payload-altered",
        title: "This file was altered.",
        advice: "The program in it is not the one that was built, so it was not started. Load the page again, or get the file from its source.",
    },
    Failure {
        cause: "memory",
        title: "The calculator ran out of memory.",
        advice: "Close other tabs and start again. Your scenario is kept.",
    },
    Failure {
        cause: "panic",
        title: "The calculator stopped because of an internal error.",
        advice: "The last results stay visible below. Start again; your scenario is kept. If the error comes back, please report the line below.",
    },
];

/// Button that loads the page again with the reader's scenario.
pub const START_AGAIN: &str = "Start again";
