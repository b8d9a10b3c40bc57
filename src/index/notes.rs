//! What those who judge by an index find out from it, kept as long as the index.

use std::any::Any;
use std::fmt::{Debug, Formatter, Result};
use std::sync::OnceLock;

/// Notes of one type, which is that of whoever asks first.
#[derive(Default)]
pub struct Notes(OnceLock<Box<dyn Any + Send + Sync>>);

impl Notes {
    /// The notes, empty when they are first asked for; none where they are of another type.
    pub fn get<T: Any + Default + Send + Sync>(&self) -> Option<&T> {
        self.0.get_or_init(|| Box::new(T::default())).downcast_ref()
    }
}

impl Debug for Notes {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        out.write_str("Notes")
    }
}
