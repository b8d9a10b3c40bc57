//! What is asked again and again is found out once.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::hash::Hash;
use std::sync::{Arc, PoisonError, RwLock};

use rustc_hash::FxHashMap;

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

/// The same for all threads that judge by one index. Two that ask at once may both find it out, and find the same.
#[derive(Debug)]
pub struct Shared<K, V>(RwLock<FxHashMap<K, Arc<V>>>);

impl<K, V> Default for Shared<K, V> {
    fn default() -> Self {
        Self(RwLock::default())
    }
}

impl<K: Eq + Hash, V> Shared<K, V> {
    /// What is known of a key, or is found out now.
    pub fn get(&self, key: K, find: impl FnOnce() -> V) -> Arc<V> {
        if let Some(known) = self.0.read().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return Arc::clone(known);
        }
        let found = Arc::new(find());
        let mut all = self.0.write().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(all.entry(key).or_insert(found))
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
