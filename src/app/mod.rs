//! The page: Leptos components over the workbook.

use crate::platform::boot;
use leptos::prelude::*;

/// Puts the app into the page.
pub fn mount() {
    boot::report_panics();
    leptos::mount::mount_to(boot::place(), || view! { <p data-answer>"Payback"</p> }).forget();
    boot::ready();
}
