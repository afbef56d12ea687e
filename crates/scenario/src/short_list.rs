//! A list of at most `MAX` items that is copied like a number.

use std::ops::{Deref, DerefMut};

use serde::{Serialize, Serializer};

/// A list of at most `MAX` items.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ShortList<T, const MAX: usize> {
    items: [T; MAX],
    length: usize,
}

impl<T: Copy, const MAX: usize> ShortList<T, MAX> {
    /// A list without items; `filler` occupies the unused places.
    pub(crate) const fn empty(filler: T) -> Self {
        Self { items: [filler; MAX], length: 0 }
    }

    /// Appends an item, and returns whether there was space.
    pub fn push(&mut self, item: T) -> bool {
        let Some(slot) = self.items.get_mut(self.length) else { return false };
        *slot = item;
        self.length += 1;
        true
    }
}

impl<T: Copy + Default, const MAX: usize> ShortList<T, MAX> {
    /// The maximum number of items.
    pub const MAX: usize = MAX;

    /// The list without the item at an index.
    pub fn without(&self, index: usize) -> Self {
        let others = self.iter().enumerate().filter(|(at, _)| *at != index);
        Self::from_items(others.map(|(_, item)| *item)).unwrap_or(*self)
    }

    /// The list of these items, or `None` if there are more than `MAX`.
    pub fn from_items(items: impl IntoIterator<Item = T>) -> Option<Self> {
        let mut list = Self::default();
        items.into_iter().all(|item| list.push(item)).then_some(list)
    }
}

impl<T: Copy + Default, const MAX: usize> Default for ShortList<T, MAX> {
    fn default() -> Self {
        Self::empty(T::default())
    }
}

impl<T, const MAX: usize> Deref for ShortList<T, MAX> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        self.items.get(..self.length).unwrap_or_default()
    }
}

impl<T, const MAX: usize> DerefMut for ShortList<T, MAX> {
    fn deref_mut(&mut self) -> &mut [T] {
        self.items.get_mut(..self.length).unwrap_or_default()
    }
}

impl<T: Serialize, const MAX: usize> Serialize for ShortList<T, MAX> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}
