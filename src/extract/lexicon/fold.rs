//! A table of words that is asked without regard to case, and without writing the word anew.

/// Words in lower case and their numbers, from 1 on.
#[derive(Clone, Debug)]
pub(super) struct FoldTable {
    /// Open addressing; 0 is empty.
    slots: Vec<u32>,
    /// The words by their number; the first is none.
    words: Vec<Box<str>>,
}

impl Default for FoldTable {
    fn default() -> Self {
        Self { slots: vec![0; 64], words: vec!["".into()] }
    }
}

impl FoldTable {
    /// The number of a word; 0 where it is not there.
    pub(super) fn find(&self, word: &str) -> u32 {
        self.slots.get(self.slot(word)).copied().unwrap_or(0)
    }

    /// The number of a word, which is added where it is not there.
    pub(super) fn add(&mut self, word: &str) -> u32 {
        let found = self.find(word);
        if found != 0 {
            return found;
        }
        if self.words.len() * 2 > self.slots.len() {
            self.grow();
        }
        let number = u32::try_from(self.words.len()).unwrap_or(0);
        let slot = self.slot(word);
        self.words.push(folded(word).collect::<String>().into());
        if let Some(place) = self.slots.get_mut(slot) {
            *place = number;
        }
        number
    }

    fn grow(&mut self) {
        let words = std::mem::take(&mut self.words);
        self.slots = vec![0; self.slots.len() * 4];
        self.words = words;
        for number in 1..self.words.len() {
            let slot = self.words.get(number).map_or(0, |word| self.vacant(word));
            if let (Some(place), Ok(number)) = (self.slots.get_mut(slot), u32::try_from(number)) {
                *place = number;
            }
        }
    }

    /// The slot of a word that is not in the table.
    fn vacant(&self, word: &str) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = hash(word) & mask;
        while self.slots.get(slot).is_some_and(|&number| number != 0) {
            slot = (slot + 1) & mask;
        }
        slot
    }

    /// The slot where a word is, or would be.
    fn slot(&self, word: &str) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = hash(word) & mask;
        loop {
            let number = self.slots.get(slot).copied().unwrap_or(0);
            if number == 0 || self.words.get(number as usize).is_some_and(|known| same(known, word)) {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
    }
}

/// A word's characters in lower case, apostrophes straightened.
fn folded(word: &str) -> impl Iterator<Item = char> + '_ {
    word.chars().map(|c| if c == '’' { '\'' } else { c }).flat_map(char::to_lowercase)
}

fn same(known: &str, word: &str) -> bool {
    if word.is_ascii() { known.eq_ignore_ascii_case(word) } else { known.chars().eq(folded(word)) }
}

/// A hash that is the same for every case; eight bytes a step as long as they are ASCII.
fn hash(word: &str) -> usize {
    let mut hash = 0x9e37_79b9_7f4a_7c15_u64;
    for bytes in word.as_bytes().chunks(8) {
        let chunk = bytes.iter().fold(0_u64, |chunk, &byte| chunk << 8 | u64::from(byte));
        if chunk & 0x8080_8080_8080_8080 != 0 {
            return slow_hash(word);
        }
        // Setting this bit makes letters small; what it does to other bytes it does to all alike.
        hash = mix(hash, chunk | 0x2020_2020_2020_2020);
    }
    finish(hash)
}

fn slow_hash(word: &str) -> usize {
    // A curly apostrophe may be the only thing beyond ASCII: the same bytes as its plain spelling must come out.
    let (mut hash, mut chunk, mut filled) = (0x9e37_79b9_7f4a_7c15_u64, 0_u64, 0);
    let mut buffer = [0_u8; 4];
    for c in folded(word) {
        for &byte in c.encode_utf8(&mut buffer).as_bytes() {
            chunk = chunk << 8 | u64::from(byte);
            filled += 1;
            if filled == 8 {
                hash = mix(hash, chunk | 0x2020_2020_2020_2020);
                (chunk, filled) = (0, 0);
            }
        }
    }
    finish(if filled > 0 { mix(hash, chunk | 0x2020_2020_2020_2020) } else { hash })
}

fn mix(hash: u64, chunk: u64) -> u64 {
    (hash ^ chunk).wrapping_mul(0x9fb2_1c65_1e98_df25).rotate_left(23)
}

fn finish(hash: u64) -> usize {
    usize::try_from((hash ^ (hash >> 32)) & 0xffff_ffff).unwrap_or(0)
}
