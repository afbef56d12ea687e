//! What comes and goes among the elements.

use std::borrow::Cow;
use std::cell::RefCell;

use gloo::utils::document;
use leptos::reactive::effect::RenderEffect;
use send_wrapper::SendWrapper;
use web_sys::{Node, Text};

use super::{Say, Value, View};
use crate::platform::call::{Act, Give};
use crate::platform::reactive::{Memo, Owner, StoredValue, memo, on_cleanup, untrack};

/// What builds a part of the page.
trait Build {
    fn build(&self) -> View;
}

impl<V: Into<View>, F: Fn() -> V> Build for F {
    fn build(&self) -> View {
        self().into()
    }
}

/// What is there only while something holds.
pub fn when<V: Into<View>>(holds: impl Fn() -> bool + Send + Sync + 'static, build: impl Fn() -> V + 'static) -> View {
    while_true(memo(holds), Box::new(build))
}

fn while_true(holds: Memo<bool>, build: Box<dyn Build>) -> View {
    region(Box::new(move || holds.get().then(|| untrack(|| build.build()))))
}

/// What is built anew whenever something that it reads changes.
pub fn anew<V: Into<View>>(build: impl Fn() -> V + 'static) -> View {
    region(Box::new(build))
}

fn region(build: Box<dyn Build>) -> View {
    let (start, end): (Node, Node) = (document().create_comment("").into(), document().create_comment("").into());
    let whole = View::from(vec![View(start.clone()), View(end.clone())]);
    keep_alone(Box::new(move || {
        let view = build.build();
        let Some(parent) = end.parent_node() else { return };
        while let Some(old) = start.next_sibling().filter(|next| *next != end) {
            let _ = parent.remove_child(&old);
        }
        let _ = parent.insert_before(&view.0, Some(&end));
    }));
    whole
}

/// So many of the same. Those that stay keep their focus and their state: what changes in them, they keep themselves.
pub fn each<V: Into<View>>(count: impl Fn() -> usize + 'static, item: impl Fn(usize) -> V + 'static) -> View {
    rows(Box::new(move || vec![(); count()]), Box::new(move |at, (): &()| item(at).into()))
}

/// One for each value, an element or a text. Where a value differs from the one before, it is made anew; the rest stay.
pub fn each_of<T: PartialEq + 'static, V: Into<View>>(
    values: impl Fn() -> Vec<T> + 'static,
    item: impl Fn(usize, &T) -> V + 'static,
) -> View {
    rows(Box::new(values), Box::new(move |at, value: &T| item(at, value).into()))
}

trait Item<T> {
    fn make(&self, at: usize, value: &T) -> View;
}

impl<T, F: Fn(usize, &T) -> View> Item<T> for F {
    fn make(&self, at: usize, value: &T) -> View {
        self(at, value)
    }
}

fn rows<T: PartialEq + 'static>(values: Box<dyn Give<Vec<T>>>, item: Box<dyn Item<T>>) -> View {
    let mut list = List::new();
    let whole = View::from(vec![View(list.end.clone())]);
    let mut known: Vec<T> = Vec::new();
    keep_boxed(Box::new(move || {
        let values = values.give();
        list.shorten(values.len());
        known.truncate(values.len());
        for (at, value) in values.iter().enumerate() {
            if known.get(at) != Some(value) {
                list.put(at, &|| item.make(at, value));
            }
        }
        known = values;
    }));
    whole
}

/// What stands in a row before its end, each with what belongs to it.
struct List {
    owner: Owner,
    shown: Vec<(Owner, Node)>,
    end: Node,
}

impl List {
    fn new() -> Self {
        let end = document().create_comment("").into();
        Self { owner: Owner::current().unwrap_or_default(), shown: Vec::new(), end }
    }

    fn shorten(&mut self, length: usize) {
        for (owner, node) in self.shown.drain(length.min(self.shown.len())..) {
            owner.cleanup();
            let _ = self.end.parent_node().map(|parent| parent.remove_child(&node));
        }
    }

    /// Puts another one in a place, or at the end.
    fn put(&mut self, at: usize, make: &dyn Build) {
        let Some(parent) = self.end.parent_node() else { return };
        let owner = self.owner.child();
        let View(node) = owner.with(|| untrack(|| make.build()));
        match self.shown.get_mut(at) {
            Some(old) => {
                old.0.cleanup();
                let _ = parent.replace_child(&node, &old.1);
                *old = (owner, node);
            }
            None => {
                let _ = parent.insert_before(&node, Some(&self.end));
                self.shown.push((owner, node));
            }
        }
    }
}

/// Words that are kept.
pub fn kept_words<V: Value>(words: impl Fn() -> V + 'static) -> View {
    kept_text(Box::new(words))
}

fn kept_text(words: Box<dyn Say>) -> View {
    let text = document().create_text_node("");
    let whole = View(text.clone().into());
    follow(words, move |words| text.set_data(words.unwrap_or_default()));
    whole
}

/// Writes down words now, and again whenever they have become others.
pub fn follow(words: Box<dyn Say>, write: impl Fn(Option<&str>) + 'static) {
    let mut known = None;
    keep(move || {
        let words = words.say();
        if known != words {
            write(words.as_deref());
            known = words;
        }
    });
}

/// Words in a row. Where a kind differs from the one before, what bears it is made anew; else only its words change.
pub fn worded<T: PartialEq + 'static>(
    parts: impl Fn() -> Vec<(T, Cow<'static, str>)> + 'static,
    bear: fn(&T, View) -> View,
) -> View {
    words_of(Box::new(parts), bear)
}

fn words_of<T: PartialEq + 'static>(
    parts: Box<dyn Give<Vec<(T, Cow<'static, str>)>>>,
    bear: fn(&T, View) -> View,
) -> View {
    let mut list = List::new();
    let whole = View::from(vec![View(list.end.clone())]);
    let mut known: Vec<(T, Cow<'static, str>)> = Vec::new();
    let mut texts: Vec<Text> = Vec::new();
    keep_boxed(Box::new(move || {
        let parts = parts.give();
        list.shorten(parts.len());
        known.truncate(parts.len());
        texts.truncate(parts.len());
        for (at, (kind, words)) in parts.iter().enumerate() {
            match known.get(at).zip(texts.get(at)) {
                Some(((before, said), _)) if before == kind && said == words => {}
                Some(((before, _), text)) if before == kind => text.set_data(words),
                _ => {
                    let text = document().create_text_node(words);
                    list.put(at, &|| bear(kind, View(text.clone().into())));
                    match texts.get_mut(at) {
                        Some(old) => *old = text,
                        None => texts.push(text),
                    }
                }
            }
        }
        known = parts;
    }));
    whole
}

/// Does something now, and again whenever what it reads changes, for as long as what it belongs to is on the page.
pub fn keep(work: impl FnMut() + 'static) {
    keep_boxed(Box::new(work));
}

type Work = Box<dyn Act>;

thread_local! {
    /// What is kept together at the moment, if anything is.
    static TOGETHER: RefCell<Option<Vec<Work>>> = const { RefCell::new(None) };
}

/// Builds something of which all that is kept is kept at once, whatever of it changes: to wake one is much less work than to
/// wake many that mostly change together. What comes and goes in it is kept by itself.
pub fn together<V>(build: impl FnOnce() -> V) -> V {
    let around = TOGETHER.replace(Some(Vec::new()));
    let built = build();
    let mut all = TOGETHER.replace(around).unwrap_or_default();
    keep_alone(Box::new(move || all.iter_mut().for_each(|work| work.act())));
    built
}

/// A value for what is kept together with it, worked out once before them all. It begins as it is now.
pub fn at_once<T: 'static>(value: impl Fn() -> T + Copy + 'static) -> StoredValue<T> {
    let held = StoredValue::new(untrack(value));
    keep(move || held.set_value(value()));
    held
}

fn keep_boxed(work: Work) {
    let alone = TOGETHER.with_borrow_mut(|together| match together {
        Some(all) => {
            all.push(work);
            None
        }
        None => Some(work),
    });
    if let Some(work) = alone {
        keep_alone(work);
    }
}

fn keep_alone(mut work: Work) {
    // What it builds now is kept like what it builds later.
    let around = TOGETHER.take();
    let effect = SendWrapper::new(RenderEffect::new(move |_| work.act()));
    TOGETHER.set(around);
    on_cleanup(move || drop(effect));
}
