//! The sentences of a corpus by their words. Words of one meaning share a sense: forms of one stem or of one verb, synonyms, the forms
//! of one measure.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::words::{content, stem};
use crate::corpus::Corpus;
use crate::extract::{Fact, Grammar, Mention, MentionKind, Reading, singular};
use crate::source::Span;
use crate::statement::{MeasureKind, Vocabulary};

/// A sentence: the position of its document, and its own among those of the document.
pub type Place = (usize, usize);

/// What a word may mean, by number; those of one word stand together.
pub type Senses = Box<[u32]>;

/// Sentences by the senses of their words.
#[derive(Clone, Debug, Default)]
pub struct Wording {
    senses: Senser,
    sentences: Vec<Place>,
    /// By sense, the sentences that have it, ascending.
    holders: Vec<Vec<u32>>,
}

impl Wording {
    /// Gathers the words of all sentences, with the full names of those who are named in them and whom their facts are about. It is done
    /// by one thread: one that waited for others would be given what else there is to judge, and that may wait for these very words.
    pub(super) fn new(corpus: &Corpus, readings: &[Reading], vocabulary: &Vocabulary, grammar: &Grammar) -> Self {
        let mut wording = Self { senses: Senser::new(vocabulary), ..Self::default() };
        let words = |text: &str| content(grammar, text).map(|(_, word)| word).collect::<Vec<String>>();
        let mut known: FxHashMap<String, Senses> = FxHashMap::default();
        let mut names: FxHashMap<&str, Vec<u32>> = FxHashMap::default();
        for (number, (document, reading)) in corpus.documents.iter().zip(readings).enumerate() {
            for (at, span) in reading.sentences.iter().enumerate() {
                let sentence = words(span.slice(&document.text));
                let mut own: Vec<u32> = Vec::new();
                wording.senses.all(grammar, &mut known, sentence, &mut own);
                for name in told(reading, at, *span) {
                    own.extend(
                        names
                            .entry(name)
                            .or_insert_with(|| {
                                let place =
                                    wording.senses.place(name).map(|place| wording.senses.number(Sense::Place(place)));
                                let mut senses: Vec<u32> = place.into_iter().collect();
                                wording.senses.all(grammar, &mut known, words(name), &mut senses);
                                senses
                            })
                            .iter()
                            .copied(),
                    );
                }
                wording.add((number, at), own);
            }
        }
        wording
    }

    fn add(&mut self, place: Place, mut senses: Vec<u32>) {
        senses.sort_unstable();
        senses.dedup();
        let number = u32::try_from(self.sentences.len()).unwrap_or(u32::MAX);
        self.sentences.push(place);
        self.holders.resize_with(self.senses.count(), Vec::new);
        for sense in senses {
            self.holders[sense as usize].push(number);
        }
    }

    /// The sentences that have a word in lower case, or one of its meaning, in the order of documents and places.
    pub fn sentences(&self, grammar: &Grammar, word: &str) -> Vec<Place> {
        self.holding(self.senses.senses(grammar, word).into_iter())
    }

    /// The sentences that have a word in lower case, or one that means the same whatever the rest of them says.
    pub fn sure_sentences(&self, grammar: &Grammar, word: &str) -> Vec<Place> {
        self.holding(self.senses.senses(grammar, word).into_iter().filter(|sense| !matches!(sense, Sense::Meaning(_))))
    }

    /// Whether one of some sentences of a document has a word in lower case, or one of its meaning.
    pub fn is_told(&self, grammar: &Grammar, word: &str, document: usize, sentences: Range<usize>) -> bool {
        self.are_held(self.senses.senses(grammar, word).into_iter(), document, sentences)
    }

    /// Whether a document has a word in lower case, or one that means the same whatever the rest of its sentence says.
    pub fn is_surely_told(&self, grammar: &Grammar, word: &str, document: usize) -> bool {
        let senses = self.senses.senses(grammar, word).into_iter();
        self.are_held(senses.filter(|sense| !matches!(sense, Sense::Meaning(_))), document, 0..usize::MAX)
    }

    fn are_held(&self, mut senses: impl Iterator<Item = Sense>, document: usize, sentences: Range<usize>) -> bool {
        let before = |sentence: usize| self.sentences.partition_point(|place| *place < (document, sentence));
        let (first, end) = (before(sentences.start), before(sentences.end));
        senses.any(|sense| {
            let held = self.held(&sense);
            let next = held.partition_point(|number| (*number as usize) < first);
            held.get(next).is_some_and(|number| (*number as usize) < end)
        })
    }

    /// The sentences that have a sense, ascending.
    fn held(&self, sense: &Sense) -> &[u32] {
        let number = self.senses.numbers.get(sense);
        number.and_then(|sense| self.holders.get(*sense as usize)).map_or(&[], Vec::as_slice)
    }

    fn holding(&self, senses: impl Iterator<Item = Sense>) -> Vec<Place> {
        let mut all: Vec<u32> = senses.flat_map(|sense| self.held(&sense)).copied().collect();
        all.sort_unstable();
        all.dedup();
        all.into_iter().filter_map(|number| self.sentences.get(number as usize).copied()).collect()
    }

    /// The sentences that have a word for what excludes the action of a word, and none for that action: "cut" where it is "hires".
    pub fn contraries(&self, grammar: &Grammar, word: &str) -> Vec<Place> {
        let held = |side: u32| self.held(&Sense::Side(side));
        let own = self.senses.sides_of(grammar, word);
        let mut against: Vec<u32> = own.iter().flat_map(|side| held(opposite(*side))).copied().collect();
        against.sort_unstable();
        against.dedup();
        against.retain(|number| own.iter().all(|side| held(*side).binary_search(number).is_err()));
        against.into_iter().filter_map(|number| self.sentences.get(number as usize).copied()).collect()
    }

    /// What the words of a passage may mean, those of the other names of its places among them.
    pub fn told(&self, grammar: &Grammar, text: &str) -> Vec<Sense> {
        let words = content(grammar, text).flat_map(|(_, word)| self.senses.told(grammar, &word));
        words.chain(self.senses.place(text).map(Sense::Place)).collect()
    }

    /// What a word in lower case may mean.
    pub fn senses(&self, grammar: &Grammar, word: &str) -> Vec<Sense> {
        self.senses.senses(grammar, word)
    }

    /// Whether two words in lower case have a meaning in common, or tell of a change the same way.
    pub fn is_same(&self, grammar: &Grammar, one: &str, other: &str) -> bool {
        let theirs = self.senses(grammar, other);
        self.senses(grammar, one).iter().any(|sense| theirs.contains(sense))
    }

    /// Whether one of two words in lower case may be said for the other.
    pub fn may_be_same(&self, grammar: &Grammar, one: &str, other: &str) -> bool {
        let theirs = self.senses(grammar, other);
        self.senses(grammar, one).iter().any(|sense| sense.is_meaning() && theirs.contains(sense))
    }
}

/// The names of a sentence in full, and whom its facts are about.
fn told(reading: &Reading, sentence: usize, span: Span) -> impl Iterator<Item = &str> {
    let named = reading.mentions_within(span).iter().filter_map(full_name);
    named.chain(reading.facts_of(sentence).iter().flat_map(about))
}

fn full_name(mention: &Mention) -> Option<&str> {
    match &mention.kind {
        MentionKind::Name { canonical, .. } => Some(canonical),
        MentionKind::Quantity(_) | MentionKind::Time(_) | MentionKind::Quote(_) => None,
    }
}

fn about(fact: &Fact) -> impl Iterator<Item = &str> {
    let subject = &fact.statement.subject;
    [subject.name.as_str()].into_iter().chain(subject.topic.iter().map(String::as_str))
}

/// Gives senses their numbers.
#[derive(Clone, Debug, Default)]
struct Senser {
    numbers: FxHashMap<Sense, u32>,
    /// By stem, the measures of which it is a form.
    measures: FxHashMap<String, Vec<u32>>,
    /// By stem, the sides of exclusions on which it stands: "rise" and "jump" say the same where "fall" says the contrary.
    sides: FxHashMap<String, Vec<u32>>,
    /// By stem, the sets of words that may mean the same in which it is.
    meanings: FxHashMap<String, Vec<u32>>,
    /// Places by their names and demonyms in lower case.
    places: FxHashMap<String, u32>,
    /// By place, the stems of the words of its names.
    named: Vec<Vec<String>>,
}

/// What a word may mean.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sense {
    /// What its stem does.
    Stem(String),
    /// What all nouns of a set do.
    Synonyms(u32),
    /// A form of a measure.
    Measure(u32),
    /// A deed of one side of an exclusion.
    Side(u32),
    /// What words of a set may do.
    Meaning(u32),
    /// A place, or what is of it: "UK", "British".
    Place(u32),
}

impl Sense {
    /// Whether words that share it may be said for one another: not so those on one side of an exclusion, "veto" and "oppose".
    pub fn is_meaning(&self) -> bool {
        !matches!(self, Self::Side(_))
    }
}

impl Senser {
    fn new(vocabulary: &Vocabulary) -> Self {
        let mut measures: FxHashMap<String, Vec<u32>> = FxHashMap::default();
        let kept =
            vocabulary.measures.iter().filter(|entry| entry.kind != MeasureKind::Change && entry.name != "count");
        for (number, entry) in (0..).zip(kept) {
            for form in entry.forms.iter().filter(|form| !form.contains(' ')) {
                measures.entry(stem(form)).or_default().push(number);
            }
        }
        let mut senser = Self { measures, sides: sides(vocabulary), meanings: meanings(vocabulary), ..Self::default() };
        for (number, entry) in (0..).zip(&vocabulary.places) {
            let names = || [&entry.name].into_iter().chain(&entry.aliases);
            for name in names().chain(&entry.demonyms) {
                senser.places.entry(name.to_lowercase()).or_insert(number);
            }
            senser
                .named
                .push(names().flat_map(|name| name.split(' ')).map(|word| stem(&word.to_lowercase())).collect());
        }
        senser
    }

    /// The place that a text is a name of.
    fn place(&self, text: &str) -> Option<u32> {
        self.places.get(&text.to_lowercase()).copied()
    }

    fn count(&self) -> usize {
        self.numbers.len()
    }

    /// Adds what words may mean; `known` is what was found of words so far.
    fn all(
        &mut self,
        grammar: &Grammar,
        known: &mut FxHashMap<String, Senses>,
        words: Vec<String>,
        senses: &mut Vec<u32>,
    ) {
        for word in words {
            senses.extend(known.entry(word).or_insert_with_key(|word| self.of(grammar, word)).iter().copied());
        }
    }

    fn of(&mut self, grammar: &Grammar, word: &str) -> Senses {
        self.told(grammar, word).into_iter().map(|sense| self.number(sense)).collect()
    }

    fn number(&mut self, sense: Sense) -> u32 {
        let next = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX);
        *self.numbers.entry(sense).or_insert(next)
    }

    /// What a word of a passage may mean: "American" says "United States" too.
    fn told(&self, grammar: &Grammar, word: &str) -> Vec<Sense> {
        let named = self.place(word).and_then(|place| self.named.get(place as usize)).into_iter().flatten();
        self.senses(grammar, word).into_iter().chain(named.cloned().map(Sense::Stem)).collect()
    }

    fn senses(&self, grammar: &Grammar, word: &str) -> Vec<Sense> {
        let own = stem(word);
        let base = grammar.entry(word).verb.map(|(verb, _)| stem(grammar.verb(verb)));
        let forms = || [Some(&own), base.as_ref().filter(|base| **base != own)].into_iter().flatten();
        let measures = forms().filter_map(|stem| self.measures.get(stem)).flatten().copied().map(Sense::Measure);
        let meanings = forms().filter_map(|stem| self.meanings.get(stem)).flatten().copied().map(Sense::Meaning);
        let sides = self.sides_of(grammar, word).into_iter().map(Sense::Side);
        let place = self.place(word).map(Sense::Place);
        let told: Vec<Sense> = measures.chain(sides).chain(meanings).chain(place).collect();
        let synonyms = grammar.synonym(&singular(word)).map(Sense::Synonyms);
        let home = grammar.homeland(word).map(|place| stem(&place.to_lowercase()));
        let base = base.into_iter().chain(home).filter(|base| *base != own).map(Sense::Stem);
        let base: Vec<Sense> = base.collect();
        [Sense::Stem(own)].into_iter().chain(base).chain(synonyms).chain(told).collect()
    }

    /// The sides of exclusions on which a word stands, ascending.
    fn sides_of(&self, grammar: &Grammar, word: &str) -> Vec<u32> {
        let base = grammar.entry(word).verb.map(|(verb, _)| stem(grammar.verb(verb)));
        let forms = [Some(stem(word)), base].into_iter().flatten();
        let mut sides: Vec<u32> = forms.filter_map(|form| self.sides.get(&form)).flatten().copied().collect();
        sides.sort_unstable();
        sides.dedup();
        sides
    }
}

/// The other side of an exclusion: the sides of one stand together.
fn opposite(side: u32) -> u32 {
    side ^ 1
}

/// The sides of exclusions, numbered, by the stems of their verbs.
fn sides(vocabulary: &Vocabulary) -> FxHashMap<String, Vec<u32>> {
    let mut sides: FxHashMap<String, Vec<u32>> = FxHashMap::default();
    let all = vocabulary.exclusions.iter().flat_map(|exclusion| [&exclusion.left, &exclusion.right]);
    for (number, side) in (0..).zip(all) {
        for verb in side.iter().filter(|verb| !verb.contains(' ')) {
            sides.entry(stem(verb)).or_default().push(number);
        }
    }
    sides
}

/// Sets of words that may mean the same, numbered, by the stems of their words.
fn meanings(vocabulary: &Vocabulary) -> FxHashMap<String, Vec<u32>> {
    let mut meanings: FxHashMap<String, Vec<u32>> = FxHashMap::default();
    for (number, set) in (0..).zip(vocabulary.words.get("group meaning").into_iter().flatten()) {
        for word in set.split(' ') {
            let known = meanings.entry(stem(word)).or_default();
            if known.last() != Some(&number) {
                known.push(number);
            }
        }
    }
    meanings
}
