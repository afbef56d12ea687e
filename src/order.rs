//! Sorting of short lists: the standard library's sort is quick with thousands, and four kilobytes for every kind of list.

use std::cmp::Ordering;

/// Sorts a list of a hundred or so; what is equal stays as it stood.
pub fn sort<T>(list: &mut [T], order: impl Fn(&T, &T) -> Ordering) {
    for end in 2..=list.len() {
        let mut sorted = list.get_mut(..end).unwrap_or_default();
        while let [before @ .., last] = sorted
            && let Some(one) = before.last_mut()
            && order(one, last).is_gt()
        {
            std::mem::swap(one, last);
            sorted = before;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_library_does(mut list in prop::collection::vec((0..9_u8, any::<u8>()), 0..40)) {
            let mut other = list.clone();
            sort(&mut list, |one, other| one.0.cmp(&other.0));
            other.sort_by_key(|one| one.0);
            prop_assert_eq!(list, other);
        }
    }
}
