//! What is found out of the passages of an index once, whoever asks: the same sentences are held against one claim after another.

use std::sync::Arc;

use super::Bench;
use super::memo::Shared;

/// Notes on the sentences and numbers of a corpus, of one kind: by document, and sentence or fact.
pub type Notes<T> = Shared<(usize, usize), T>;

/// All of them.
#[derive(Debug, Default)]
pub struct Kept {
    /// The sorts of the numbers of facts.
    pub sorts: Notes<super::sorts::Sort>,
    /// How sentences are worded.
    pub lines: Notes<super::alike::Line>,
}

/// What is known of a sentence or a fact, or is found out now.
pub fn kept<T>(
    bench: &Bench<'_>,
    of: impl Fn(&Kept) -> &Notes<T>,
    at: (usize, usize),
    find: impl FnOnce() -> T,
) -> Arc<T> {
    match bench.index.notes.get::<Kept>() {
        Some(known) => of(known).get(at, find),
        None => Arc::new(find()),
    }
}
