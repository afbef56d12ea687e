//! Light, dark or what the system says.

use gloo::events::EventListener;
use gloo::utils::{document_element, window};
use leptos::prelude::*;

/// What a person chose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// What the system says.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// The choice of that name.
    pub fn from_id(id: &str) -> Option<Self> {
        match id {
            "auto" => Some(Self::Auto),
            "light" => Some(Self::Light),
            "dark" => Some(Self::Dark),
            _ => None,
        }
    }

    /// The choice's name.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// Follows a media query for the life of the page.
pub fn media(query: &str) -> ReadSignal<bool> {
    let list = window().match_media(query).ok().flatten();
    let (matches, set) = signal(list.as_ref().is_some_and(web_sys::MediaQueryList::matches));
    if let Some(list) = list {
        let target = list.clone();
        EventListener::new(&target, "change", move |_| set.set(list.matches())).forget();
    }
    matches
}

/// Writes the theme to the root, where the tokens read it.
pub fn show(dark: bool) {
    // A page without its attribute stays light; there is nothing better to do about it.
    let _ = document_element().set_attribute("data-theme", if dark { "dark" } else { "light" });
}
