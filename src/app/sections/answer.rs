//! Answer.

use leptos::prelude::*;

/// STUB
#[component]
pub(crate) fn Answer() -> impl IntoView {}

/// STUB
#[component]
pub(crate) fn AnswerStatus() -> impl IntoView {}

/// STUB
#[component]
pub(crate) fn Caveat() -> impl IntoView {}

/// STUB
#[component]
pub(crate) fn EmbedAnswer() -> impl IntoView {}

/// STUB
#[component]
pub(crate) fn AnswerBar(#[allow(unused)] passed: Signal<bool>) -> impl IntoView {}
