//! What words may mean: forms of one stem or of one verb, synonyms, the forms of one measure.

use std::collections::BTreeSet;
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use rustc_hash::FxHashMap;

use super::words::stem;
use crate::extract::{Grammar, singular};
use crate::statement::{MeasureKind, Vocabulary};

/// What a word may mean, by number; its kind stands in the lowest bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sense(u32);

/// What a sense stands for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Meant {
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

impl Meant {
    fn kind(&self) -> u32 {
        match self {
            Self::Synonyms(_) | Self::Measure(_) | Self::Place(_) => 0,
            Self::Stem(_) => Sense::STEM,
            Self::Side(_) => Sense::SIDE,
            Self::Meaning(_) => Sense::MEANING,
        }
    }
}

impl Sense {
    const STEM: u32 = 1;
    const SIDE: u32 = 2;
    const MEANING: u32 = 3;

    /// Its number.
    pub(super) fn number(self) -> usize {
        (self.0 >> 2) as usize
    }

    fn kind(self) -> u32 {
        self.0 & 3
    }

    /// Whether it is what a stem means.
    pub fn is_stem(self) -> bool {
        self.kind() == Self::STEM
    }

    /// Whether words that share it may be said for one another: not so those on one side of an exclusion, "veto" and "oppose".
    pub fn is_meaning(self) -> bool {
        self.kind() != Self::SIDE
    }

    /// Whether words that share it mean the same whatever the rest of their sentences says.
    pub(super) fn is_sure(self) -> bool {
        self.kind() != Self::MEANING
    }
}

/// What is known of a word in lower case.
#[derive(Debug)]
pub(super) struct Word {
    /// What it may mean, and behind that what else it says in a passage: "American" says "United States" too.
    told: Box<[Sense]>,
    /// How many are its own.
    own: usize,
    /// The sides of exclusions on which it stands, ascending.
    pub sides: Box<[u32]>,
}

impl Word {
    /// What it may mean.
    pub fn senses(&self) -> &[Sense] {
        self.told.get(..self.own).unwrap_or_default()
    }

    /// What it may mean in a passage.
    pub fn told(&self) -> &[Sense] {
        &self.told
    }
}

/// What words may mean. A word is looked into when it is first asked for; the numbers of senses tell nothing but whether two are one.
#[derive(Debug, Default)]
pub(super) struct Thesaurus {
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
    known: RwLock<Known>,
}

/// The words and senses that have been asked for.
#[derive(Debug, Default)]
struct Known {
    words: FxHashMap<String, Arc<Word>>,
    senses: FxHashMap<Meant, Sense>,
}

impl Known {
    fn sense(&mut self, meant: Meant) -> Sense {
        let number = u32::try_from(self.senses.len()).unwrap_or(u32::MAX) << 2;
        let kind = meant.kind();
        *self.senses.entry(meant).or_insert(Sense(number | kind))
    }
}

impl Thesaurus {
    pub fn new(vocabulary: &Vocabulary) -> Self {
        let mut measures: FxHashMap<String, Vec<u32>> = FxHashMap::default();
        let kept =
            vocabulary.measures.iter().filter(|entry| entry.kind != MeasureKind::Change && entry.name != "count");
        for (number, entry) in (0..).zip(kept) {
            for form in entry.forms.iter().filter(|form| !form.contains(' ')) {
                measures.entry(stem(form)).or_default().push(number);
            }
        }
        let mut own = Self { measures, sides: sides(vocabulary), meanings: meanings(vocabulary), ..Self::default() };
        for (number, entry) in (0..).zip(&vocabulary.places) {
            let names = || [&entry.name].into_iter().chain(&entry.aliases);
            for name in names().chain(&entry.demonyms) {
                own.places.entry(name.to_lowercase()).or_insert(number);
            }
            own.named.push(names().flat_map(|name| name.split(' ')).map(|word| stem(&word.to_lowercase())).collect());
        }
        own
    }

    /// What is known of a word in lower case.
    pub fn word(&self, grammar: &Grammar, word: &str) -> Arc<Word> {
        if let Some(known) = self.read().words.get(word) {
            return Arc::clone(known);
        }
        let forms = Forms::of(grammar, word);
        let place = self.place_of(word);
        let sides = self.sides_of(&forms);
        let meant = self.meant(grammar, word, forms, place, &sides);
        let named = place.and_then(|place| self.named.get(place as usize)).into_iter().flatten().cloned();
        let own = meant.len();
        let mut known = self.write();
        let told = meant.into_iter().chain(named.map(Meant::Stem)).map(|meant| known.sense(meant)).collect();
        let found = Arc::new(Word { told, own, sides });
        Arc::clone(known.words.entry(word.to_owned()).or_insert(found))
    }

    /// The sense of a stem.
    pub fn stem(&self, stem: &str) -> Sense {
        self.sense(Meant::Stem(stem.to_owned()))
    }

    /// The sense of a side of an exclusion.
    pub fn side(&self, side: u32) -> Sense {
        self.sense(Meant::Side(side))
    }

    /// The place that a text is a name of.
    pub fn place(&self, text: &str) -> Option<Sense> {
        self.place_of(text).map(|place| self.sense(Meant::Place(place)))
    }

    fn sense(&self, meant: Meant) -> Sense {
        let known = self.read().senses.get(&meant).copied();
        known.unwrap_or_else(|| self.write().sense(meant))
    }

    fn read(&self) -> RwLockReadGuard<'_, Known> {
        self.known.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, Known> {
        self.known.write().unwrap_or_else(PoisonError::into_inner)
    }

    fn place_of(&self, text: &str) -> Option<u32> {
        self.places.get(&text.to_lowercase()).copied()
    }

    fn meant(&self, grammar: &Grammar, word: &str, forms: Forms, place: Option<u32>, sides: &[u32]) -> Vec<Meant> {
        let listed = |lists: &FxHashMap<String, Vec<u32>>| -> Vec<u32> {
            forms.all().filter_map(|stem| lists.get(stem)).flatten().copied().collect()
        };
        let measures = listed(&self.measures).into_iter().map(Meant::Measure);
        let meanings = listed(&self.meanings).into_iter().map(Meant::Meaning);
        let synonyms = grammar.synonym(&singular(word)).map(Meant::Synonyms);
        let home = grammar.homeland(word).map(|place| stem(&place.to_lowercase())).filter(|home| *home != forms.own);
        let sides = sides.iter().copied().map(Meant::Side);
        let told: Vec<Meant> = measures.chain(sides).chain(meanings).chain(place.map(Meant::Place)).collect();
        let stems = [forms.own].into_iter().chain(forms.base).chain(home).map(Meant::Stem);
        stems.chain(synonyms).chain(told).collect()
    }

    fn sides_of(&self, forms: &Forms) -> Box<[u32]> {
        let sides: BTreeSet<u32> = forms.all().filter_map(|form| self.sides.get(form)).flatten().copied().collect();
        sides.into_iter().collect()
    }
}

/// The stems of a word.
struct Forms {
    own: String,
    /// That of the verb of which it is a form, where it is another.
    base: Option<String>,
}

impl Forms {
    fn of(grammar: &Grammar, word: &str) -> Self {
        let own = stem(word);
        let base = grammar.entry(word).verb.map(|(verb, _)| stem(grammar.verb(verb))).filter(|base| *base != own);
        Self { own, base }
    }

    fn all(&self) -> impl Iterator<Item = &String> {
        [&self.own].into_iter().chain(&self.base)
    }
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
