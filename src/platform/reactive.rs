//! Signals, memos and effects. They are Leptos's, all over one type: otherwise its machinery is compiled once for every type
//! that is held, and again for every closure.

use std::any::Any;
use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;
use std::rc::Rc;

use leptos::prelude::{self as graph, Effect, Get, GetUntracked, Set, Track, Update};
pub use leptos::prelude::{Owner, on_cleanup, untrack};
use send_wrapper::SendWrapper;

/// A value of any type. There is one thread, but Leptos is ready for more.
type Held = SendWrapper<Rc<dyn Any>>;

fn hold(value: Rc<dyn Any>) -> Held {
    SendWrapper::new(value)
}

/// Where a value stands.
#[derive(Clone, Copy)]
enum Node {
    Set(graph::RwSignal<Held>),
    Derived(graph::Memo<Held>),
}

impl Node {
    #[inline(never)]
    fn tracked(&self) -> Option<Rc<dyn Any>> {
        let held = match self {
            Self::Set(signal) => signal.try_get(),
            Self::Derived(memo) => memo.try_get(),
        };
        held.map(SendWrapper::take)
    }

    #[inline(never)]
    fn untracked(&self) -> Option<Rc<dyn Any>> {
        let held = match self {
            Self::Set(signal) => signal.try_get_untracked(),
            Self::Derived(memo) => memo.try_get_untracked(),
        };
        held.map(SendWrapper::take)
    }

    #[inline(never)]
    fn read(&self) -> Rc<dyn Any> {
        self.tracked().unwrap_or_else(|| gone())
    }

    #[inline(never)]
    fn look(&self) -> Rc<dyn Any> {
        self.untracked().unwrap_or_else(|| gone())
    }

    #[inline(never)]
    fn track(&self) {
        match self {
            Self::Set(signal) => signal.track(),
            Self::Derived(memo) => memo.track(),
        }
    }

    /// Puts another value in; gives it back where it is no more.
    #[inline(never)]
    fn put(&self, value: Rc<dyn Any>) -> Option<Held> {
        match self {
            Self::Set(signal) => signal.try_set(hold(value)),
            Self::Derived(_) => None,
        }
    }

    /// Changes the value in its place, unless somebody is just reading it.
    #[inline(never)]
    fn change(&self, change: &mut dyn FnMut(&mut dyn Any)) -> Option<()> {
        let Self::Set(signal) = self else { return None };
        signal.try_maybe_update(|held| {
            let changed = Rc::get_mut(held).map(change);
            (changed.is_some(), changed)
        })?
    }
}

/// What belonged to a part of the page was asked for after that part was taken away: a mistake in the program.
#[cold]
fn gone() -> ! {
    unreachable!("this signal is no more")
}

/// The value, which a handle knows the type of.
fn value<T: 'static>(held: &dyn Any) -> &T {
    held.downcast_ref().unwrap_or_else(|| gone())
}

/// A value that changes, and that others follow.
pub struct Signal<T> {
    node: Node,
    holds: PhantomData<fn() -> T>,
}

/// A value that follows from others.
pub type Memo<T> = Signal<T>;

/// A value that is set elsewhere.
pub type ReadSignal<T> = Signal<T>;

impl<T> Signal<T> {
    fn at(node: Node) -> Self {
        Self { node, holds: PhantomData }
    }
}

impl<T> Clone for Signal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Signal<T> {}

impl<T> fmt::Debug for Signal<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Signal")
    }
}

impl<T: 'static> Signal<T> {
    /// The value; who asks follows it.
    #[inline(never)]
    pub fn get(&self) -> T
    where
        T: Clone,
    {
        value::<T>(&*self.node.read()).clone()
    }

    /// The value as it is.
    #[inline(never)]
    pub fn get_untracked(&self) -> T
    where
        T: Clone,
    {
        value::<T>(&*self.node.look()).clone()
    }

    /// The value as it is, if it still is.
    pub fn try_get_untracked(&self) -> Option<T>
    where
        T: Clone,
    {
        self.node.untracked().map(|held| value::<T>(&*held).clone())
    }

    /// Looks at the value; who asks follows it.
    pub fn with<U>(&self, read: impl FnOnce(&T) -> U) -> U {
        read(value(&*self.node.read()))
    }

    /// Looks at the value as it is.
    pub fn with_untracked<U>(&self, read: impl FnOnce(&T) -> U) -> U {
        read(value(&*self.node.look()))
    }

    /// Follows it without looking.
    pub fn track(&self) {
        self.node.track();
    }
}

/// A value that is set, and that others follow.
pub struct RwSignal<T>(Signal<T>);

impl<T> Clone for RwSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for RwSignal<T> {}

impl<T> Deref for RwSignal<T> {
    type Target = Signal<T>;
    fn deref(&self) -> &Signal<T> {
        &self.0
    }
}

#[inline(never)]
fn set_node(value: Rc<dyn Any>) -> Node {
    Node::Set(graph::RwSignal::new(hold(value)))
}

impl<T: 'static> RwSignal<T> {
    /// A signal that begins with this value.
    pub fn new(value: T) -> Self {
        Self(Signal::at(set_node(Rc::new(value))))
    }

    /// Sets the value.
    pub fn set(&self, value: T) {
        self.try_set(value);
    }

    /// Sets the value, and whether it still is.
    pub fn try_set(&self, value: T) -> bool {
        self.0.node.put(Rc::new(value)).is_none()
    }

    /// Changes the value; nothing where it is no more, or is just being read.
    pub fn update(&self, change: impl FnOnce(&mut T)) {
        let mut change = Some(change);
        self.0.node.change(&mut |held| {
            if let (Some(value), Some(change)) = (held.downcast_mut(), change.take()) {
                change(value);
            }
        });
    }
}

/// The side of a signal that sets it.
pub struct WriteSignal<T>(RwSignal<T>);

impl<T> Clone for WriteSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for WriteSignal<T> {}

impl<T: 'static> WriteSignal<T> {
    /// Sets the value.
    pub fn set(&self, value: T) {
        self.0.set(value);
    }
}

/// A signal, and who sets it.
pub fn signal<T: 'static>(value: T) -> (ReadSignal<T>, WriteSignal<T>) {
    let signal = RwSignal::new(value);
    (signal.0, WriteSignal(signal))
}

/// A value that belongs to a part of the page, and that nobody follows.
pub struct StoredValue<T>(RwSignal<T>);

impl<T> Clone for StoredValue<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for StoredValue<T> {}

impl<T: 'static> StoredValue<T> {
    /// Begins with this value.
    pub fn new(value: T) -> Self {
        Self(RwSignal::new(value))
    }

    /// The value.
    pub fn get_value(&self) -> T
    where
        T: Clone,
    {
        self.0.get_untracked()
    }

    /// The value, if it still is.
    pub fn try_get_value(&self) -> Option<T>
    where
        T: Clone,
    {
        self.0.try_get_untracked()
    }

    /// Looks at the value.
    pub fn with_value<U>(&self, read: impl FnOnce(&T) -> U) -> U {
        self.0.with_untracked(read)
    }

    /// Looks at the value, if it still is.
    pub fn try_with_value<U>(&self, read: impl FnOnce(&T) -> U) -> Option<U> {
        self.0.node.untracked().map(|held| read(value(&*held)))
    }

    /// Sets the value.
    pub fn set_value(&self, value: T) {
        self.0.set(value);
    }

    /// Changes the value.
    pub fn update_value(&self, change: impl FnOnce(&mut T)) {
        self.0.update(change);
    }
}

/// Something to do, kept where it can be copied from.
pub struct Callback<T: 'static>(StoredValue<Rc<dyn Fn(T)>>);

impl<T> Clone for Callback<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Callback<T> {}

impl<T> Callback<T> {
    /// This is to be done.
    pub fn new(work: impl Fn(T) + 'static) -> Self {
        Self(StoredValue::new(Rc::new(work)))
    }

    /// Does it.
    pub fn run(&self, with: T) {
        self.0.get_value()(with);
    }
}

/// A value that follows from others.
pub fn memo<T: PartialEq + 'static>(compute: impl Fn() -> T + 'static) -> Memo<T> {
    Signal::at(derived(Box::new(move |before| newer(before, compute()))))
}

/// A value that follows from others and from what it was before.
pub fn memo_after<T: PartialEq + 'static>(compute: impl Fn(Option<&T>) -> T + 'static) -> Memo<T> {
    Signal::at(derived(Box::new(move |before| {
        let now = compute(before.as_deref().map(value));
        newer(before, now)
    })))
}

type Compute = Box<dyn Fn(Option<Rc<dyn Any>>) -> (Rc<dyn Any>, bool)>;

#[inline(never)]
fn derived(compute: Compute) -> Node {
    let compute = SendWrapper::new(compute);
    Node::Derived(graph::Memo::new_owning(move |before: Option<Held>| {
        let (now, changed) = compute(before.map(SendWrapper::take));
        (hold(now), changed)
    }))
}

/// The value before where it is still the same, and whether it is another now.
#[inline(never)]
fn newer<T: PartialEq + 'static>(before: Option<Rc<dyn Any>>, now: T) -> (Rc<dyn Any>, bool) {
    match before {
        Some(before) if *value::<T>(&*before) == now => (before, false),
        _ => (Rc::new(now), true),
    }
}

/// Work that is done again whenever what it reads has changed: drawing, or writing to the outside.
pub fn effect(work: impl FnMut() + 'static) {
    start(Box::new(work));
}

#[inline(never)]
fn start(mut work: Box<dyn FnMut()>) {
    Effect::new(move |_| work());
}
