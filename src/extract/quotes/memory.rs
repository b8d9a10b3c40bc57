//! Who spoke last.

use super::who::Speaker;

/// The speaker of the last quote, with the block that it stands in.
#[derive(Debug, Default)]
pub(super) struct Memory {
    last: Option<(usize, Option<Speaker>)>,
}

impl Memory {
    pub(super) fn note(&mut self, block: usize, speaker: &Option<Speaker>) {
        self.last = Some((block, speaker.clone()));
    }

    /// The speaker of the last quote, where that stands in a block and has one.
    pub(super) fn in_block(&self, block: usize) -> Option<&Speaker> {
        self.last.as_ref().filter(|(last, _)| *last == block).and_then(|(_, speaker)| speaker.as_ref())
    }
}
