//! Lineages: which documents copy one another, or carry the text of one agency.
//!
//! Two documents are one lineage where they share enough runs of seven words (7-grams). Seven words in a row that two authors
//! write independently are rare; what they do share is names, titles and short quotations. So few shared 7-grams say nothing, and
//! two dozen of them (thirty words in one run, or three runs of fourteen) are more than a quoted sentence. A text that is too short
//! to have that many must share half of what it has; one that is very long must share a twenty-fifth of it, as a long report may
//! quote a whole statement without being a copy of another that does.
//!
//! Everything is counted by hashes of words, so the work grows with the length of the corpus. Neither the order of documents nor
//! their ids change which of them belong together.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use rayon::prelude::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator, ParallelSliceMut};

use super::{Document, Tier, ZoneKind};

/// Numbers the lineages of documents, from 1, in their order.
pub(super) fn number(documents: &mut [Document]) {
    let mut groups = Groups::new(documents.len());
    by_declaration(documents, &mut groups);
    by_text(documents, &mut groups);
    let mut numbers = BTreeMap::new();
    for (at, document) in documents.iter_mut().enumerate() {
        let next = numbers.len() + 1;
        document.lineage = *numbers.entry(groups.root(at)).or_insert(next);
    }
}

/// Words in a run.
const RUN: usize = 7;
/// So many shared runs make a lineage of two texts that have enough of them.
const SHARED: usize = 24;
/// A text must share at least this part of its runs.
const PART: usize = 25;
/// A run that more texts than this have in common ties each of them only to the next: it is a stock phrase, or the text of an
/// agency that all of them print, and then their other runs tie the same neighbours.
const COMMON: usize = 8;

/// Fewer shared runs than this never do: two short notes on one thing may well agree in a line.
const LEAST: usize = 4;

/// How many shared runs tie two texts, of which the shorter has this many.
fn enough(runs: usize) -> usize {
    SHARED.min(runs.div_ceil(2)).max(runs.div_ceil(PART)).max(LEAST)
}

/// Joins documents whose declared origins are the same, or name one of them, or an agency whose own report is among them.
fn by_declaration(documents: &[Document], groups: &mut Groups) {
    let mut sources: BTreeMap<String, usize> = BTreeMap::new();
    for (at, document) in documents.iter().enumerate() {
        let own = document.publisher.iter().filter(|_| document.tier == Some(Tier::Wire));
        for source in document.origin.iter().chain(own) {
            groups.join(at, *sources.entry(folded(source)).or_insert(at));
        }
    }
    let ids: BTreeMap<&str, usize> =
        documents.iter().enumerate().map(|(at, document)| (document.id.as_str(), at)).collect();
    for (at, document) in documents.iter().enumerate() {
        if let Some(original) = document.origin.as_deref().and_then(|origin| ids.get(origin)) {
            groups.join(at, *original);
        }
    }
}

fn folded(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Joins documents that share enough runs of words.
fn by_text(documents: &[Document], groups: &mut Groups) {
    let texts: Vec<Runs> = documents.par_iter().enumerate().map(Runs::of).collect();
    let texts: Vec<&Runs> = distinct(&texts, groups);
    let mut shared = pairs(&texts);
    shared.par_sort_unstable();
    for pairs in shared.chunk_by(|one, other| one == other) {
        let Some((one, other)) = pairs.first().map(|(one, other)| (texts[*one as usize], texts[*other as usize]))
        else {
            continue;
        };
        if pairs.len() >= LEAST && pairs.len() >= enough(one.different().min(other.different())) {
            groups.join(one.document, other.document);
        }
    }
}

/// The runs of a document.
struct Runs {
    /// Its position.
    document: usize,
    /// The hashes of all its runs, in the order of the text.
    runs: Vec<u64>,
    /// A hash of them all.
    whole: u64,
    /// How many different ones there are, once that was asked for.
    different: OnceLock<usize>,
}

impl Runs {
    /// The runs of the prose of a document. A text with hardly any prose counts with its titles; one of fewer than seven words is
    /// one run.
    fn of((document, text): (usize, &Document)) -> Self {
        let mut words = words(text, is_prose);
        if words.len() < RUN + LEAST {
            words = self::words(text, is_of_the_article);
        }
        let runs = runs(&words);
        let whole = runs.iter().fold(BASIS, |hash, run| (hash ^ run).wrapping_mul(PRIME));
        Self { document, runs, whole, different: OnceLock::new() }
    }

    /// How many different runs there are.
    fn different(&self) -> usize {
        *self.different.get_or_init(|| {
            let mut runs = self.runs.clone();
            runs.sort_unstable();
            runs.dedup();
            runs.len()
        })
    }
}

/// One document of each text that is not the same word by word as another, in an order that only the texts decide.
fn distinct<'a>(texts: &'a [Runs], groups: &mut Groups) -> Vec<&'a Runs> {
    let mut texts: Vec<&Runs> = texts.iter().filter(|text| !text.runs.is_empty()).collect();
    texts.sort_by_key(|text| (text.whole, text.runs.len()));
    texts.dedup_by(|one, other| {
        let same = one.whole == other.whole && one.runs == other.runs;
        if same {
            groups.join(one.document, other.document);
        }
        same
    });
    texts
}

/// A pair of texts for each run that they share.
fn pairs(texts: &[&Runs]) -> Vec<(u32, u32)> {
    let several = Several::of(texts);
    let shared = |(number, text): (usize, &&Runs)| -> Vec<(u64, u32)> {
        let number = u32::try_from(number).unwrap_or(u32::MAX);
        text.runs.iter().filter(|run| several.may_have(**run)).map(|run| (*run, number)).collect()
    };
    let mut places: Vec<(u64, u32)> = texts.par_iter().enumerate().flat_map_iter(shared).collect();
    places.par_sort_unstable();
    places.dedup();
    let mut pairs = Vec::new();
    for sharing in places.chunk_by(|one, other| one.0 == other.0) {
        let reach = if sharing.len() > COMMON { 1 } else { sharing.len() };
        for (at, (_, one)) in sharing.iter().enumerate() {
            pairs.extend(sharing.iter().skip(at + 1).take(reach).map(|(_, other)| (*one, *other)));
        }
    }
    pairs
}

/// Which runs occur more than once: two sets of bits by hash, which never miss one, and let a few others through.
struct Several {
    once: Vec<u64>,
    again: Vec<u64>,
    /// How many bits of a hash are its slot.
    bits: u32,
}

impl Several {
    fn of(texts: &[&Runs]) -> Self {
        let all: usize = texts.iter().map(|text| text.runs.len()).sum();
        let slots = (all * 4).next_power_of_two().clamp(1 << 10, 1 << 24);
        let empty = vec![0; slots / 64];
        let mut several = Self { once: empty.clone(), again: empty, bits: slots.trailing_zeros() };
        for run in texts.iter().flat_map(|text| &text.runs) {
            let (word, bit) = several.slot(*run);
            several.again[word] |= several.once[word] & bit;
            several.once[word] |= bit;
        }
        several
    }

    fn may_have(&self, run: u64) -> bool {
        let (word, bit) = self.slot(run);
        self.again[word] & bit > 0
    }

    fn slot(&self, run: u64) -> (usize, u64) {
        let slot = run >> (u64::BITS - self.bits);
        (usize::try_from(slot / 64).unwrap_or(0), 1 << (slot % 64))
    }
}

/// The hashes of the words of all zones of some kinds.
fn words(document: &Document, kinds: impl Fn(ZoneKind) -> bool) -> Vec<u64> {
    let mut words: Vec<u64> = Vec::with_capacity(document.text.len() / 5);
    for zone in document.zones.iter().filter(|zone| kinds(zone.kind)) {
        hash_words(zone.span.slice(&document.text), &mut words);
    }
    words
}

/// What a copy carries along; titles are written anew.
fn is_prose(kind: ZoneKind) -> bool {
    match kind {
        ZoneKind::Body | ZoneKind::Bullet => true,
        ZoneKind::Headline | ZoneKind::Subhead | ZoneKind::Caption | ZoneKind::Metadata | ZoneKind::Boilerplate => {
            false
        }
    }
}

/// What is not the same on all pages of a site.
fn is_of_the_article(kind: ZoneKind) -> bool {
    match kind {
        ZoneKind::Body | ZoneKind::Bullet | ZoneKind::Headline | ZoneKind::Subhead | ZoneKind::Caption => true,
        ZoneKind::Metadata | ZoneKind::Boilerplate => false,
    }
}

/// FNV-1a, 64 bits: the same on every machine and in every version.
const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0100_0000_01b3;

/// Adds the hash of each word of a text: letters and digits in lower case.
fn hash_words(text: &str, words: &mut Vec<u64>) {
    let mut hash = BASIS;
    let mix = |hash: u64, c: char| (hash ^ u64::from(c)).wrapping_mul(PRIME);
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            hash = mix(hash, c.to_ascii_lowercase());
        } else if c.is_alphanumeric() {
            hash = c.to_lowercase().fold(hash, mix);
        } else if hash != BASIS {
            words.push(hash);
            hash = BASIS;
        }
    }
    if hash != BASIS {
        words.push(hash);
    }
}

/// The hashes of all runs of words: a polynomial over the words, rolled from each run to the next, its bits stirred.
fn runs(words: &[u64]) -> Vec<u64> {
    let stirred = |hash: u64| (hash ^ (hash >> 29)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let next = |hash: u64, word: u64| hash.wrapping_mul(PRIME).wrapping_add(word);
    let leaving = (0..RUN).fold(1_u64, |power, _| power.wrapping_mul(PRIME));
    let mut hash = words.iter().take(RUN).fold(0, |hash, word| next(hash, *word));
    let mut runs = Vec::with_capacity(words.len());
    if !words.is_empty() {
        runs.push(stirred(hash));
    }
    for (old, new) in words.iter().zip(words.iter().skip(RUN)) {
        hash = next(hash, *new).wrapping_sub(old.wrapping_mul(leaving));
        runs.push(stirred(hash));
    }
    runs
}

/// Which documents belong together: a forest in which the smallest of a tree is its root.
struct Groups {
    parents: Vec<usize>,
}

impl Groups {
    fn new(documents: usize) -> Self {
        Self { parents: (0..documents).collect() }
    }

    fn root(&mut self, mut at: usize) -> usize {
        while self.parents[at] != at {
            self.parents[at] = self.parents[self.parents[at]];
            at = self.parents[at];
        }
        at
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        self.parents[one.max(other)] = one.min(other);
    }
}

#[cfg(test)]
mod tests;
