//! Memos and effects whose closures are boxed: one copy of the machinery for a type, not one for every closure.

use leptos::prelude::*;

/// A value that follows from others.
pub fn memo<T: PartialEq + Send + Sync + 'static>(compute: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    let compute: Box<dyn Fn() -> T + Send + Sync> = Box::new(compute);
    Memo::new(move |_| compute())
}

/// Work that is done again whenever what it reads has changed: drawing, or writing to the outside.
pub fn effect(work: impl FnMut() + 'static) {
    let mut work: Box<dyn FnMut()> = Box::new(work);
    Effect::new(move |_| work());
}
