//! What is asked again and again is found out once.

use std::cell::RefCell;
use std::collections::BTreeMap;

/// What was found out so far, by what it was asked of.
#[derive(Debug)]
pub struct Memo<K, V>(RefCell<BTreeMap<K, V>>);

impl<K, V> Default for Memo<K, V> {
    fn default() -> Self {
        Self(RefCell::default())
    }
}

impl<K: Ord, V: Clone> Memo<K, V> {
    /// What is known of a key, or is found out now. What finds it out may ask for other keys.
    pub fn get(&self, key: K, find: impl FnOnce() -> V) -> V {
        if let Some(known) = self.0.borrow().get(&key) {
            return known.clone();
        }
        let found = find();
        self.0.borrow_mut().insert(key, found.clone());
        found
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[test]
    fn each_key_is_found_out_once() {
        let (memo, found) = (Memo::default(), Cell::new(0));
        let square = |key: usize| {
            memo.get(key, || {
                found.set(found.get() + 1);
                key * key
            })
        };
        assert_eq!([3, 4, 3, 3, 4].map(square), [9, 16, 9, 9, 16]);
        assert_eq!(found.get(), 2);
    }
}
