//! The elements of the page, all of one type. Leptos's own are a type for each tag, attribute and handler, and each of
//! them another copy of the code that builds it: the page was a quarter larger with them. Signals, memos and owners are
//! Leptos's as everywhere.

mod live;

use std::borrow::Cow;

use gloo::utils::document;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Event, HtmlElement, Node};

use crate::platform::call::{Give, Take};
pub use live::{anew, at_once, each, each_of, together, when, worded};
use live::{follow, keep};

use crate::platform::reactive::{Owner, untrack};

/// An element.
#[derive(Clone, Debug)]
pub struct Element(web_sys::Element);

/// What can stand in an element: elements, texts, any number of them.
#[derive(Debug)]
pub struct View(Node);

/// An element of HTML, with its classes.
pub fn el(tag: &str, class: &str) -> Element {
    element(document().create_element(tag), class)
}

/// An element of SVG, with its classes.
pub fn svg(tag: &str, class: &str) -> Element {
    element(document().create_element_ns(Some("http://www.w3.org/2000/svg"), tag), class)
}

fn element(made: Result<web_sys::Element, JsValue>, class: &str) -> Element {
    // The names are our own, and none of them is refused.
    let element = Element(made.unwrap_or_else(|_| gloo::utils::body().into()));
    if class.is_empty() { element } else { element.attr("class", class) }
}

/// A button, and what it does.
pub fn button(class: &str, press: impl Fn() + 'static) -> Element {
    pressed(class, Box::new(press))
}

fn pressed(class: &str, press: Box<dyn Give<()>>) -> Element {
    el("button", class).attr("type", "button").on("click", move |_: Event| press.give())
}

impl Element {
    /// The browser's own element.
    pub fn node(&self) -> &web_sys::Element {
        &self.0
    }

    /// Sets an attribute.
    pub fn attr(self, name: &str, value: &str) -> Self {
        // As with the tags, no name of ours is refused.
        let _ = self.0.set_attribute(name, value);
        self
    }

    /// Keeps an attribute.
    pub fn keep<V: Value>(self, name: &'static str, value: impl Fn() -> V + 'static) -> Self {
        self.keep_attribute(name, Box::new(value))
    }

    fn keep_attribute(self, name: &'static str, value: Box<dyn Say>) -> Self {
        let node = self.0.clone();
        follow(value, move |value| {
            let _ = match value {
                Some(value) => node.set_attribute(name, value),
                None => node.remove_attribute(name),
            };
        });
        self
    }

    /// Keeps a class.
    pub fn keep_class(self, class: &'static str, on: impl Fn() -> bool + 'static) -> Self {
        self.keep_in_list(class, Box::new(on))
    }

    fn keep_in_list(self, class: &'static str, on: Box<dyn Say>) -> Self {
        let list = self.0.class_list();
        follow(on, move |on| drop(list.toggle_with_force(class, on.is_some())));
        self
    }

    /// Keeps a property, which is not an attribute once a hand has touched the control: it is set again whenever something
    /// that it depends on has changed.
    pub fn keep_property<V: Into<JsValue>>(self, name: &'static str, value: impl Fn() -> V + 'static) -> Self {
        self.keep_set(name, Box::new(move || value().into()))
    }

    fn keep_set(self, name: &'static str, value: Box<dyn Give<JsValue>>) -> Self {
        let (node, name) = (self.0.clone(), JsValue::from_str(name));
        keep(move || {
            let value = value.give();
            // What is there already costs more to set than to look at.
            if js_sys::Reflect::get(&node, &name).ok().as_ref() != Some(&value) {
                let _ = js_sys::Reflect::set(&node, &name, &value);
            }
        });
        self
    }

    /// Sets a style.
    pub fn style(self, name: &str, value: &str) -> Self {
        let _ = self.0.unchecked_ref::<HtmlElement>().style().set_property(name, value);
        self
    }

    /// Keeps a style.
    pub fn keep_style(self, name: &'static str, value: impl Fn() -> String + 'static) -> Self {
        let style = self.0.unchecked_ref::<HtmlElement>().style();
        follow(Box::new(value), move |value| drop(style.set_property(name, value.unwrap_or_default())));
        self
    }

    /// Answers an event.
    pub fn on<E: JsCast>(self, name: &str, answer: impl Fn(E) + 'static) -> Self {
        self.listen(name, Box::new(move |event: Event| answer(event.unchecked_into())))
    }

    fn listen(self, name: &str, answer: Box<dyn Take<Event>>) -> Self {
        let owner = Owner::current().unwrap_or_default();
        let answer = Closure::<dyn Fn(Event)>::new(move |event| owner.with(|| untrack(|| answer.receive(event))))
            .into_js_value();
        let _ = self.0.add_event_listener_with_callback(name, answer.unchecked_ref());
        self
    }

    /// Puts something in, after what is in already.
    pub fn with(self, child: impl Into<View>) -> Self {
        let _ = self.0.append_child(&child.into().0);
        self
    }

    /// Puts words in and keeps them.
    pub fn says<V: Value>(self, words: impl Fn() -> V + 'static) -> Self {
        self.with(live::kept_words(words))
    }

    /// Gives it the focus.
    pub fn focus(&self) {
        // What cannot take the focus leaves it where it is.
        let _ = self.0.unchecked_ref::<HtmlElement>().focus();
    }
}

/// Words, or none.
pub type Words = Option<Cow<'static, str>>;

/// The value of an attribute.
pub trait Value {
    /// Its words; none where the attribute is not there.
    fn text(self) -> Words;
}

/// Words that may be others the next time.
pub trait Say {
    /// The words as they are.
    fn say(&self) -> Words;
}

impl<V: Value, F: Fn() -> V> Say for F {
    fn say(&self) -> Words {
        self().text()
    }
}

impl Value for bool {
    fn text(self) -> Words {
        self.then_some(Cow::Borrowed(""))
    }
}

impl Value for &'static str {
    fn text(self) -> Words {
        Some(Cow::Borrowed(self))
    }
}

impl Value for String {
    fn text(self) -> Words {
        Some(Cow::Owned(self))
    }
}

impl Value for Cow<'static, str> {
    fn text(self) -> Words {
        Some(self)
    }
}

impl<V: Value> Value for Option<V> {
    fn text(self) -> Words {
        self.and_then(V::text)
    }
}

impl From<Element> for View {
    fn from(element: Element) -> Self {
        Self(element.0.into())
    }
}

impl From<&str> for View {
    fn from(text: &str) -> Self {
        Self(document().create_text_node(text).into())
    }
}

impl From<String> for View {
    fn from(text: String) -> Self {
        text.as_str().into()
    }
}

impl<V: Into<View>> From<Option<V>> for View {
    fn from(view: Option<V>) -> Self {
        view.map_or_else(|| Vec::<View>::new().into(), V::into)
    }
}

impl From<Vec<View>> for View {
    fn from(views: Vec<View>) -> Self {
        let all = document().create_document_fragment();
        views.iter().for_each(|view| drop(all.append_child(&view.0)));
        Self(all.into())
    }
}

/// Several in a row.
pub fn all<V: Into<View>>(views: impl IntoIterator<Item = V>) -> View {
    views.into_iter().map(V::into).collect::<Vec<View>>().into()
}

/// Puts a view on the page.
pub fn show(place: &web_sys::Element, view: View) {
    let _ = place.append_child(&view.0);
}
