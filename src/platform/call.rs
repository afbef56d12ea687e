//! Closures behind a pointer. The table of a `dyn Fn` knows every way of calling it, each another function for each closure
//! of the page; these know the one that is used.

/// Does something.
pub trait Act {
    /// Does it.
    fn act(&mut self);
}

impl<F: FnMut()> Act for F {
    fn act(&mut self) {
        self();
    }
}

/// Gives something.
pub trait Give<T> {
    /// Gives it.
    fn give(&self) -> T;
}

impl<T, F: Fn() -> T> Give<T> for F {
    fn give(&self) -> T {
        self()
    }
}

/// Takes something.
pub trait Take<T> {
    /// Takes it.
    fn receive(&self, value: T);
}

impl<T, F: Fn(T)> Take<T> for F {
    fn receive(&self, value: T) {
        self(value);
    }
}
