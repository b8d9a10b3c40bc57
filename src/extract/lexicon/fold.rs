//! A table of words that is asked without regard to case, and without writing the word anew.

/// Words in lower case and their numbers, from 1 on.
#[derive(Clone, Debug)]
pub(in crate::extract) struct FoldTable {
    /// Open addressing.
    slots: Vec<Slot>,
    /// All words, one behind the other.
    text: String,
    /// Where each word ends in `text`, by its number; the first is none.
    ends: Vec<u32>,
}

/// Number 0 is an empty slot. The hash is kept so that other words are seldom looked at.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    hash: u32,
    number: u32,
}

impl Default for FoldTable {
    fn default() -> Self {
        Self { slots: vec![Slot::default()], text: String::new(), ends: vec![0] }
    }
}

impl FoldTable {
    /// An empty table with room for the words of the vocabulary that ships.
    pub(in crate::extract) fn roomy() -> Self {
        Self { slots: vec![Slot::default(); 1 << 14], ..Self::default() }
    }

    /// The number of a word; 0 where it is not there.
    #[inline]
    pub(in crate::extract) fn find(&self, word: &str) -> u32 {
        self.found(word, hash(word)).number
    }

    /// The number of a word, which is added where it is not there.
    pub(in crate::extract) fn add(&mut self, word: &str) -> u32 {
        let hash = hash(word);
        let found = self.found(word, hash).number;
        if found != 0 {
            return found;
        }
        if self.ends.len() * 2 > self.slots.len() {
            self.grow();
        }
        let number = u32::try_from(self.ends.len()).unwrap_or(0);
        self.push(word);
        self.ends.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
        self.fill(Slot { hash, number });
        number
    }

    /// All words in the order of their numbers, from 1 on.
    pub(in crate::extract) fn words(&self) -> impl Iterator<Item = &str> {
        (1..self.ends.len()).map(|number| self.word(u32::try_from(number).unwrap_or_default()))
    }

    /// How many numbers there are, with that of no word.
    pub(in crate::extract) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Writes a word behind the others.
    fn push(&mut self, word: &str) {
        if word.is_ascii() {
            let start = self.text.len();
            self.text.push_str(word);
            self.text.get_mut(start..).unwrap_or_default().make_ascii_lowercase();
        } else {
            self.text.extend(folded(word));
        }
    }

    #[inline]
    fn word(&self, number: u32) -> &str {
        let end = |number: u32| self.ends.get(number as usize).copied().unwrap_or_default() as usize;
        self.text.get(end(number.wrapping_sub(1))..end(number)).unwrap_or_default()
    }

    fn grow(&mut self) {
        let slots = vec![Slot::default(); self.slots.len() * 4];
        for slot in std::mem::replace(&mut self.slots, slots) {
            if slot.number != 0 {
                self.fill(slot);
            }
        }
    }

    /// Enters a word that is not in the table.
    fn fill(&mut self, new: Slot) {
        let place = self.place(new.hash, |slot| slot.number == 0);
        if let Some(slot) = self.slots.get_mut(place) {
            *slot = new;
        }
    }

    /// The slot of a word; an empty one where it is not there.
    #[inline]
    fn found(&self, word: &str, hash: u32) -> Slot {
        let ours = |slot: Slot| slot.number == 0 || slot.hash == hash && same(self.word(slot.number), word);
        self.slots.get(self.place(hash, ours)).copied().unwrap_or_default()
    }

    /// The first of the places where a word of this hash may be whose slot is wanted. There is always an empty one.
    #[inline]
    fn place(&self, hash: u32, wanted: impl Fn(Slot) -> bool) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        while self.slots.get(at).is_some_and(|slot| !wanted(*slot)) {
            at = (at + 1) & mask;
        }
        at
    }
}

/// A word's characters in lower case, apostrophes straightened.
fn folded(word: &str) -> impl Iterator<Item = char> + '_ {
    word.chars().map(|c| if c == '’' { '\'' } else { c }).flat_map(char::to_lowercase)
}

fn same(known: &str, word: &str) -> bool {
    if word.is_ascii() { known == word || known.eq_ignore_ascii_case(word) } else { known.chars().eq(folded(word)) }
}

/// A hash that is the same for every case.
#[inline]
fn hash(word: &str) -> u32 {
    if word.is_ascii() { hash_bytes(word.as_bytes()) } else { hash_folded(word) }
}

/// A curly apostrophe may be the only thing beyond ASCII: the same bytes as its plain spelling must come out.
fn hash_folded(word: &str) -> u32 {
    let mut short = [0_u8; 64];
    let mut filled = 0;
    for c in folded(word) {
        match short.get_mut(filled..filled + c.len_utf8()) {
            Some(room) => filled += c.encode_utf8(room).len(),
            None => return hash_bytes(folded(word).collect::<String>().as_bytes()),
        }
    }
    hash_bytes(short.get(..filled).unwrap_or_default())
}

/// Eight bytes a step. The last step may read bytes again, which costs less than to read fewer.
fn hash_bytes(bytes: &[u8]) -> u32 {
    let length = bytes.len() as u64;
    let hash = match (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
        (Some(_), Some(last)) => {
            let whole = bytes.chunks_exact(8).filter_map(|chunk| chunk.first_chunk::<8>());
            mix(whole.fold(length, |hash, chunk| mix(hash, u64::from_le_bytes(*chunk))), u64::from_le_bytes(*last))
        }
        _ => mix(length, short_chunk(bytes)),
    };
    finish(hash)
}

/// Up to seven bytes as one number.
fn short_chunk(bytes: &[u8]) -> u64 {
    match (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        (Some(first), Some(last)) => u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << 32,
        _ => bytes.iter().fold(0, |chunk, &byte| chunk << 8 | u64::from(byte)),
    }
}

/// Setting this bit of each byte makes letters small; what it does to other bytes it does to all alike.
const SMALL: u64 = 0x2020_2020_2020_2020;

fn mix(hash: u64, chunk: u64) -> u64 {
    (hash ^ (chunk | SMALL)).wrapping_mul(0x9fb2_1c65_1e98_df25).rotate_left(23)
}

fn finish(hash: u64) -> u32 {
    u32::try_from((hash ^ (hash >> 32)) & 0xffff_ffff).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::FoldTable;

    #[test]
    fn words_are_found_in_any_case_and_with_any_apostrophe() {
        let mut table = FoldTable::default();
        let words = ["a", "of", "Jan", "Größe", "o'clock", "metropolitan", "South Korea", "it's"];
        let numbers: Vec<u32> = words.iter().map(|word| table.add(word)).collect();
        assert_eq!(words.map(|word| table.find(word)).to_vec(), numbers);
        assert_eq!(words.map(|word| table.find(&word.to_uppercase().replace("SS", "ß"))).to_vec(), numbers);
        assert_eq!(table.find("It’s"), table.find("it's"));
        assert_eq!(table.find("metropolitans"), 0);
    }

    #[test]
    fn a_table_grows() {
        let mut table = FoldTable::default();
        let words: Vec<String> = (0..20_000).map(|number| format!("word{number}")).collect();
        let numbers: Vec<u32> = words.iter().map(|word| table.add(word)).collect();
        assert!(words.iter().zip(numbers).all(|(word, number)| table.find(word) == number));
    }
}
