//! Signals, memos and effects. They are Leptos's, all over one type: otherwise its machinery is compiled once for every type
//! that is held, and again for every closure.

use std::any::Any;
use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;
use std::rc::Rc;

use leptos::prelude::{ArcMemo, ArcRwSignal, Effect, Get, GetUntracked, Set, Track, Update};
pub use leptos::prelude::{Owner, on_cleanup, untrack};
use leptos::reactive::owner::ArenaItem;
use send_wrapper::SendWrapper;

use super::call::{Act, Take};

/// A value of any type. There is one thread, but Leptos is ready for more.
type Held = SendWrapper<Rc<dyn Any>>;

fn hold(value: Rc<dyn Any>) -> Held {
    SendWrapper::new(value)
}

/// Where a value stands in Leptos's graph.
#[derive(Clone)]
enum Node {
    Set(ArcRwSignal<Held>),
    Derived(ArcMemo<Held>),
}

/// A node by its place in Leptos's arena: it lasts as long as the part of the page it belongs to.
type Place = ArenaItem<Node>;

fn held(place: &Place, tracked: bool) -> Option<Rc<dyn Any>> {
    let held = match (place.try_get_value()?, tracked) {
        (Node::Set(signal), true) => signal.get(),
        (Node::Set(signal), false) => signal.get_untracked(),
        (Node::Derived(memo), true) => memo.get(),
        (Node::Derived(memo), false) => memo.get_untracked(),
    };
    Some(held.take())
}

#[inline(never)]
fn read(place: &Place) -> Rc<dyn Any> {
    held(place, true).unwrap_or_else(|| gone())
}

#[inline(never)]
fn look(place: &Place) -> Rc<dyn Any> {
    held(place, false).unwrap_or_else(|| gone())
}

#[inline(never)]
fn follow(place: &Place) {
    match place.try_get_value() {
        Some(Node::Set(signal)) => signal.track(),
        Some(Node::Derived(memo)) => memo.track(),
        None => {}
    }
}

/// Puts another value in, and says whether there was a place for it.
#[inline(never)]
fn put(place: &Place, value: Rc<dyn Any>) -> bool {
    let Some(Node::Set(signal)) = place.try_get_value() else { return false };
    signal.set(hold(value));
    true
}

/// Changes the value in its place, unless somebody is just reading it.
#[inline(never)]
fn change(place: &Place, change: &mut dyn FnMut(&mut dyn Any)) {
    let Some(Node::Set(signal)) = place.try_get_value() else { return };
    signal.maybe_update(|held| Rc::get_mut(held).map(change).is_some());
}

/// What belonged to a part of the page was asked for after that part was taken away: a mistake in the program.
#[cold]
fn gone() -> ! {
    unreachable!("this signal is no more")
}

/// The value, which a handle knows the type of.
#[inline(never)]
fn typed<T: 'static>(held: &Rc<dyn Any>) -> &T {
    held.downcast_ref().unwrap_or_else(|| gone())
}

fn owned<T: 'static>(held: Rc<dyn Any>) -> Rc<T> {
    held.downcast().unwrap_or_else(|_| gone())
}

/// A value that changes, and that others follow.
pub struct Signal<T> {
    place: Place,
    holds: PhantomData<fn() -> T>,
}

/// A value that follows from others.
pub type Memo<T> = Signal<T>;

/// A value that is set elsewhere.
pub type ReadSignal<T> = Signal<T>;

impl<T> Signal<T> {
    fn at(place: Place) -> Self {
        Self { place, holds: PhantomData }
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
    #[inline(never)]
    fn read(&self) -> Rc<T> {
        owned(read(&self.place))
    }

    #[inline(never)]
    fn look(&self) -> Rc<T> {
        owned(look(&self.place))
    }

    /// The value; who asks follows it.
    #[inline(never)]
    pub fn get(&self) -> T
    where
        T: Clone,
    {
        typed::<T>(&read(&self.place)).clone()
    }

    /// The value as it is.
    #[inline(never)]
    pub fn get_untracked(&self) -> T
    where
        T: Clone,
    {
        typed::<T>(&look(&self.place)).clone()
    }

    /// The value as it is, if it still is.
    pub fn try_get_untracked(&self) -> Option<T>
    where
        T: Clone,
    {
        held(&self.place, false).map(|held| typed::<T>(&held).clone())
    }

    /// Looks at the value; who asks follows it.
    pub fn with<U>(&self, work: impl FnOnce(&T) -> U) -> U {
        work(&*self.read())
    }

    /// Looks at the value as it is.
    pub fn with_untracked<U>(&self, work: impl FnOnce(&T) -> U) -> U {
        work(&*self.look())
    }

    /// Follows it without looking.
    pub fn track(&self) {
        follow(&self.place);
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
fn settable(value: Rc<dyn Any>) -> Place {
    ArenaItem::new(Node::Set(ArcRwSignal::new(hold(value))))
}

impl<T: 'static> RwSignal<T> {
    /// A signal that begins with this value.
    pub fn new(value: T) -> Self {
        Self(Signal::at(settable(Rc::new(value))))
    }

    /// Sets the value.
    pub fn set(&self, value: T) {
        self.try_set(value);
    }

    /// Sets the value, and says whether it still is.
    pub fn try_set(&self, value: T) -> bool {
        put(&self.0.place, Rc::new(value))
    }

    /// Changes the value; nothing where it is no more, or is just being read.
    pub fn update(&self, work: impl FnOnce(&mut T)) {
        let mut work = Some(work);
        change(&self.0.place, &mut |held| {
            if let (Some(value), Some(work)) = (held.downcast_mut(), work.take()) {
                work(value);
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
        held(&self.0.place, false).map(|held| read(typed(&held)))
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
pub struct Callback<T: 'static>(StoredValue<Rc<dyn Take<T>>>);

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
        self.0.get_value().receive(with);
    }
}

/// A value that follows from others.
pub fn memo<T: PartialEq + 'static>(compute: impl Fn() -> T + 'static) -> Memo<T> {
    Signal::at(derived(Box::new(Plain(compute))))
}

/// A value that follows from others and from what it was before.
pub fn memo_after<T: PartialEq + 'static>(compute: impl Fn(Option<&T>) -> T + 'static) -> Memo<T> {
    Signal::at(derived(Box::new(After(compute, PhantomData))))
}

trait Compute {
    /// Another value than before, if it is another.
    fn compute(&self, before: Option<&Rc<dyn Any>>) -> Option<Rc<dyn Any>>;
}

struct Plain<F>(F);

impl<T: PartialEq + 'static, F: Fn() -> T> Compute for Plain<F> {
    fn compute(&self, before: Option<&Rc<dyn Any>>) -> Option<Rc<dyn Any>> {
        another(before, self.0())
    }
}

struct After<F, T>(F, PhantomData<T>);

impl<T: PartialEq + 'static, F: Fn(Option<&T>) -> T> Compute for After<F, T> {
    fn compute(&self, before: Option<&Rc<dyn Any>>) -> Option<Rc<dyn Any>> {
        another(before, self.0(before.map(typed)))
    }
}

#[inline(never)]
fn derived(compute: Box<dyn Compute>) -> Place {
    let compute = SendWrapper::new(compute);
    ArenaItem::new(Node::Derived(ArcMemo::new_owning(move |before: Option<Held>| {
        let before = before.map(SendWrapper::take);
        match (compute.compute(before.as_ref()), before) {
            (None, Some(before)) => (hold(before), false),
            (now, _) => (hold(now.unwrap_or_else(|| gone())), true),
        }
    })))
}

#[inline(never)]
fn another<T: PartialEq + 'static>(before: Option<&Rc<dyn Any>>, now: T) -> Option<Rc<dyn Any>> {
    match before {
        Some(before) if *typed::<T>(before) == now => None,
        _ => Some(Rc::new(now)),
    }
}

/// Work that is done again whenever what it reads has changed: drawing, or writing to the outside.
pub fn effect(work: impl FnMut() + 'static) {
    start(Box::new(work));
}

#[inline(never)]
fn start(mut work: Box<dyn Act>) {
    Effect::new(move |_| work.act());
}
