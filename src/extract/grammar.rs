//! The word classes of the vocabulary (`words CLASS = …`), compiled for look-up, and the verbs with all their forms.

mod class;
mod inflect;
mod sets;

use std::collections::BTreeMap;
use std::iter;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

pub(super) use self::class::FUNCTION;
use self::class::{CLASSES, TENURES};
pub use self::class::{Class, Classes};
use self::inflect::forms;
pub(super) use self::inflect::one_of;
pub use self::inflect::{base_of, singular};
use super::lexicon::FoldTable;
use crate::statement::Vocabulary;

/// A form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// invest
    Base,
    /// invests
    Third,
    /// invested, grew
    Past,
    /// invested, grown: where it differs from the past
    Participle,
    /// investing
    Gerund,
}

/// What the vocabulary knows of a word.
#[derive(Clone, Copy, Debug, Default)]
pub struct Entry {
    /// Its classes.
    pub classes: Classes,
    /// The verb that it is a form of, by number, with the form.
    pub verb: Option<(u32, Form)>,
}

/// The word classes, ready for look-up.
#[derive(Clone, Debug, Default)]
pub struct Grammar {
    words: Arc<FoldTable>,
    /// By the number of the word.
    entries: Vec<Entry>,
    verbs: Vec<Box<str>>,
    /// The classes of each verb's dictionary form.
    verb_classes: Vec<Classes>,
    phrasal: BTreeMap<String, Vec<String>>,
    /// The one verb that says what a verb and its particle say, by the two: "reject" for "turn down".
    plain: FxHashMap<Box<str>, Box<str>>,
    synonyms: FxHashMap<Box<str>, u32>,
    /// Whole numbers in one word.
    numbers: FxHashMap<Box<str>, u32>,
    /// What is done to things, by its verbs and nouns.
    works: FxHashMap<Box<str>, Box<str>>,
    /// The forms of measures.
    measures: FxHashSet<u32>,
    /// What is built, and has a price.
    built: FxHashSet<Box<str>>,
    /// What is called after a saint or a founder: "Hospital".
    dedicated: Vec<Box<str>>,
    /// Places by their demonyms.
    homelands: FxHashMap<u32, Box<str>>,
}

impl Grammar {
    /// Compiles the word classes of a vocabulary, over a table of words of its own. The verbs among the forms of measures count as
    /// verbs.
    pub(super) fn compile(vocabulary: &Vocabulary) -> Self {
        let mut grammar = Compiler { grammar: Self::default(), words: FoldTable::roomy() };
        let irregular = irregular_verbs(vocabulary);
        grammar.add_verbs(vocabulary, &irregular);
        for (name, class) in CLASSES {
            for word in vocabulary.words.get(*name).into_iter().flatten() {
                grammar.add(word, *class);
            }
        }
        for place in &vocabulary.places {
            for demonym in &place.demonyms {
                grammar.add(demonym, Class::Demonym);
                grammar.add_homeland(demonym, &place.name);
            }
            let country = place.wide && !place.demonyms.is_empty() && place.within.iter().all(|whole| whole != "world");
            for name in place.aliases.iter().chain([&place.name]) {
                grammar.add(name, Class::PlaceName);
                if country {
                    grammar.add(name, Class::Country);
                }
            }
        }
        for entry in &vocabulary.measures {
            for form in entry.forms.iter().chain([&entry.name]) {
                grammar.add_measure(form);
                if entry.own {
                    grammar.add(form, Class::OwnMeasure);
                }
            }
        }
        grammar.add_titles(vocabulary);
        grammar.add_synonyms(vocabulary);
        grammar.add_phrasal(vocabulary);
        grammar.add_works(vocabulary);
        grammar.add_built(vocabulary);
        grammar.add_dedicated(vocabulary);
        grammar.add_numbers(vocabulary);
        grammar.finish()
    }

    /// The same, with the numbers that its words have in another table, which gets those that it lacks.
    pub(super) fn renumbered(self, words: &mut FoldTable) -> Self {
        let numbers: Vec<u32> = iter::once(0).chain(self.words.words().map(|word| words.add(word))).collect();
        let new = |old: u32| numbers.get(old as usize).copied().unwrap_or_default();
        let mut entries = vec![Entry::default(); words.len()];
        for (entry, number) in self.entries.iter().zip(&numbers) {
            if let Some(place) = entries.get_mut(*number as usize) {
                *place = *entry;
            }
        }
        let measures = self.measures.into_iter().map(new).collect();
        let homelands = self.homelands.into_iter().map(|(demonym, place)| (new(demonym), place)).collect();
        Self { entries, measures, homelands, ..self }
    }

    /// The same, over the table that its words have their numbers from.
    pub(super) fn over(self, words: Arc<FoldTable>) -> Self {
        Self { words, ..self }
    }

    /// What is known of a word, in any case.
    #[inline]
    pub fn entry(&self, word: &str) -> Entry {
        self.numbered(self.words.find(word))
    }

    /// What is known of a word by its number.
    #[inline]
    pub(super) fn numbered(&self, word: u32) -> Entry {
        self.entries.get(word as usize).copied().unwrap_or_default()
    }

    /// The dictionary form of a verb by its number.
    #[inline]
    pub fn verb(&self, number: u32) -> &str {
        self.verbs.get(number as usize).map_or("", |verb| verb)
    }

    /// The classes of the dictionary form of a verb by its number.
    #[inline]
    pub fn verb_classes(&self, number: u32) -> Classes {
        self.verb_classes.get(number as usize).copied().unwrap_or_default()
    }

    /// The classes of a dictionary form.
    #[inline]
    pub fn classes(&self, lemma: &str) -> Classes {
        self.entry(lemma).classes
    }

    /// Whether a word is the dictionary form of a verb.
    pub fn is_verb(&self, word: &str) -> bool {
        matches!(self.entry(word).verb, Some((_, Form::Base)))
            || self.phrasal.contains_key(word.split(' ').next().unwrap_or_default()) && word.contains(' ')
    }

    /// Whether a verb tells without an object what with one it does to that: "Acme closed a plant" does not say that Acme closed.
    pub fn turns_round(&self, verb: &str) -> bool {
        let classes = self.classes(verb);
        [Class::Starting, Class::Ending, Class::Rising, Class::Falling].into_iter().any(|class| classes.has(class))
    }

    /// Whether verb and particle make one verb ("team up").
    pub fn is_phrasal(&self, verb: &str, particle: &str) -> bool {
        self.phrasal.get(verb).is_some_and(|particles| particles.iter().any(|known| known == particle))
    }

    /// The one verb that says what a form of a verb and its particle say: "reject" for "turned down".
    pub fn one_verb(&self, word: &str, particle: &str) -> Option<&str> {
        let (verb, _) = self.entry(word).verb?;
        self.plain.get(format!("{} {particle}", self.verb(verb)).as_str()).map(|plain| &**plain)
    }

    /// The set of nouns of one meaning ("company", "firm") that a singular noun belongs to, by number.
    pub fn synonym(&self, noun: &str) -> Option<u32> {
        self.synonyms.get(noun).copied()
    }

    /// Whether a word is of the classes that only hold a sentence together.
    pub fn is_function_word(&self, word: &str) -> bool {
        self.entry(word).classes.meets(FUNCTION)
    }

    /// Whether a word tells something by itself: one that does not only hold a sentence together, or turns round what it tells ("without").
    pub fn tells(&self, word: &str) -> bool {
        let classes = self.classes(word);
        classes.has(Class::TellingPreposition) || !classes.meets(FUNCTION)
    }

    /// Whether a word is a form of a verb that frames what is told: somebody says, announces, plans, pledges or expects it.
    pub fn is_framing(&self, word: &str) -> bool {
        const FRAMES: [Class; 5] =
            [Class::Saying, Class::Announcing, Class::Planning, Class::Pledging, Class::Forecasting];
        let classes = self.entry(word).verb.map(|(verb, _)| self.verb_classes(verb));
        classes.is_some_and(|classes| FRAMES.into_iter().any(|frame| classes.has(frame)))
    }

    /// Whether a word stands for somebody or something that is named elsewhere, in any case.
    pub fn is_pronoun(&self, word: &str) -> bool {
        self.classes(word).has(Class::Pronoun)
    }

    /// Whether a word stands before a name and is none of it: "Ms.", "Dr.".
    pub fn is_honorific(&self, word: &str) -> bool {
        self.classes(word).has(Class::Honorific) || self.classes(word.trim_end_matches('.')).has(Class::Honorific)
    }

    /// Whether what is said of a noun passes to the name it stands with: what Acme's leaders say, Acme says.
    pub fn is_transparent(&self, noun: &str) -> bool {
        self.classes(noun).has(Class::Transparent)
    }

    /// Whether a word, or a row of them, is a form of a measure.
    pub fn is_measure(&self, word: &str) -> bool {
        self.measures.contains(&self.words.find(word))
    }

    /// The dictionary form of a word, where it is a form of a verb; else the word itself.
    pub fn dictionary_form<'a>(&'a self, word: &'a str) -> &'a str {
        self.entry(word).verb.map_or(word, |(verb, _)| self.verb(verb))
    }

    /// Whether a noun names people by what they are: "man", "student".
    pub fn is_human(&self, noun: &str) -> bool {
        self.classes(noun).has(Class::Human) || self.classes(noun).has(Class::PersonNoun)
    }

    /// Whether a word says in front of a title how it is held: "former", "deputy", "acting".
    pub fn is_qualifier_of_title(&self, word: &str) -> bool {
        self.classes(word).qualifies_title()
    }

    /// Whether a word is a title.
    pub fn is_title(&self, word: &str) -> bool {
        self.classes(word).has(Class::Title)
    }

    /// Whether a word is a form of a verb.
    pub fn is_verb_form(&self, word: &str) -> bool {
        self.entry(word).verb.is_some()
    }

    /// Whether a word is known to mean something: it has a class, or is a form of a verb.
    pub fn is_word(&self, word: &str) -> bool {
        let entry = self.entry(word);
        entry.verb.is_some() || !entry.classes.is_empty()
    }

    /// Whether a name is that of a place.
    pub fn is_place(&self, name: &str) -> bool {
        self.classes(name).has(Class::PlaceName)
    }

    /// Whether a name is that of a country, or of a region that has its own people.
    pub fn is_country(&self, name: &str) -> bool {
        self.classes(name).has(Class::Country)
    }

    /// Whether a word means the people of a place, or what is theirs: "French".
    pub fn is_demonym(&self, word: &str) -> bool {
        self.classes(word).has(Class::Demonym)
    }

    /// Whether a verb says what somebody or something is.
    pub fn is_copula(&self, verb: &str) -> bool {
        self.classes(verb).has(Class::Copula)
    }

    /// Whether a noun names something that happens: "earthquake", "election".
    pub fn is_event(&self, noun: &str) -> bool {
        self.classes(noun).has(Class::EventNoun)
    }

    /// Whether a word is the past of a verb, and no noun too: "founded".
    pub fn is_past(&self, word: &str) -> bool {
        let entry = self.entry(word);
        let past = matches!(entry.verb, Some((_, Form::Past | Form::Participle)));
        past && !entry.classes.has(Class::Either)
    }

    /// Whether a word of a name tells no more than of what kind its bearer is: "Council", "Ltd".
    pub fn is_kind(&self, word: &str) -> bool {
        let classes = self.classes(word);
        classes.has(Class::OrganisationWord) || classes.has(Class::Corporate)
    }

    /// An institution's name without the word for its kind, where its rank is left: "Lund General" for Lund General Hospital.
    pub fn without_institution<'n>(&self, name: &'n str) -> Option<&'n str> {
        let (short, kind) = name.rsplit_once(' ')?;
        let (_, rank) = short.rsplit_once(' ')?;
        (self.classes(kind).has(Class::Dedicated) && self.classes(rank).has(Class::Tier)).then_some(short)
    }

    /// The names that an institution may have in full, where a name ends with its rank: Lund General Hospital, Lund General Infirmary …
    pub fn with_institution(&self, name: &str) -> impl Iterator<Item = String> {
        let rank = name.rsplit_once(' ').is_some_and(|(_, rank)| self.classes(rank).has(Class::Tier));
        self.dedicated.iter().filter(move |_| rank).map(move |kind| format!("{name} {kind}"))
    }

    /// Whether a noun, in the singular, names what is built and has a price: "bridge".
    pub fn is_built(&self, noun: &str) -> bool {
        self.built.contains(noun)
    }

    /// The country or region that a demonym belongs to: France for "French".
    pub fn homeland(&self, demonym: &str) -> Option<&str> {
        self.homelands.get(&self.words.find(demonym)).map(|place| &**place)
    }

    /// Whether a noun names nobody in particular: "analysts", "a source".
    pub fn is_unnamed(&self, noun: &str) -> bool {
        self.classes(noun).has(Class::Unnamed)
    }
}

struct Compiler {
    grammar: Grammar,
    words: FoldTable,
}

impl Compiler {
    /// The entry of a word, which is made where there is none.
    #[inline]
    fn entry(&mut self, word: &str) -> &mut Entry {
        let number = self.words.add(word) as usize;
        let entries = &mut self.grammar.entries;
        entries.resize_with(entries.len().max(number + 1), Entry::default);
        &mut entries[number]
    }

    fn add(&mut self, word: &str, class: Class) {
        self.entry(word).classes.add(class);
        if let Some((verb, particle)) = word.split_once(' ').filter(|_| is_verb_class(class)) {
            self.grammar.phrasal.entry(verb.to_owned()).or_default().push(particle.to_owned());
        }
    }

    /// Titles, also those with a word glued to them: "ex-president", "president-elect".
    fn add_titles(&mut self, vocabulary: &Vocabulary) {
        let told = |class: &Class| {
            CLASSES.iter().find(|(_, own)| own == class).and_then(|(name, _)| vocabulary.words.get(*name))
        };
        let words: Vec<&String> = TENURES.iter().filter_map(told).flatten().collect();
        let before: Vec<&String> = words.iter().copied().filter(|word| word.ends_with('-')).collect();
        let behind: Vec<&String> = words.into_iter().filter(|word| word.starts_with('-')).collect();
        for form in vocabulary.titles.iter().flat_map(|title| title.forms.iter().chain([&title.name])) {
            self.add(form, Class::Title);
            before.iter().for_each(|word| self.add(&format!("{word}{form}"), Class::Title));
            behind.iter().for_each(|word| self.add(&format!("{form}{word}"), Class::Title));
        }
    }

    /// Verbs with a particle for which there is one verb: "turn down reject".
    fn add_phrasal(&mut self, vocabulary: &Vocabulary) {
        for set in vocabulary.words.get("group phrasal").into_iter().flatten() {
            let Some((phrase, plain)) = set.rsplit_once(' ') else { continue };
            let Some((verb, particle)) = phrase.split_once(' ') else { continue };
            self.grammar.phrasal.entry(verb.to_owned()).or_default().push(particle.to_owned());
            self.grammar.plain.insert(phrase.into(), plain.into());
        }
    }

    fn add_measure(&mut self, form: &str) {
        let number = self.words.add(form);
        self.grammar.measures.insert(number);
    }

    fn add_homeland(&mut self, demonym: &str, place: &str) {
        let number = self.words.add(demonym);
        self.grammar.homelands.entry(number).or_insert_with(|| place.into());
    }

    fn add_verbs(&mut self, vocabulary: &Vocabulary, irregular: &BTreeMap<&str, (&str, &str)>) {
        let listed = vocabulary.words.get("verb").into_iter().flatten().map(String::as_str);
        for verb in listed.chain(irregular.keys().copied()) {
            self.add_verb(verb, irregular);
        }
        for form in vocabulary.measures.iter().flat_map(|measure| &measure.forms) {
            let Some((verb, particle)) = form.split_once(' ') else { continue };
            if PARTICLES.contains(&particle) {
                self.grammar.phrasal.entry(verb.to_owned()).or_default().push(particle.to_owned());
                self.add_verb(verb, irregular);
            }
        }
    }

    fn add_verb(&mut self, verb: &str, irregular: &BTreeMap<&str, (&str, &str)>) {
        if self.entry(verb).verb.is_some_and(|(_, form)| form == Form::Base) {
            return;
        }
        let number = u32::try_from(self.grammar.verbs.len()).unwrap_or(u32::MAX);
        self.grammar.verbs.push(verb.into());
        for (word, form) in forms(verb, irregular.get(verb).copied()) {
            let entry = self.entry(&word);
            entry.verb.get_or_insert((number, form));
            entry.classes.add(Class::Verb);
        }
    }

    /// The grammar, with the classes of each verb at hand.
    fn finish(mut self) -> Grammar {
        let verbs = self.grammar.verbs.clone();
        self.grammar.verb_classes = verbs.iter().map(|verb| self.entry(verb).classes).collect();
        self.grammar.over(Arc::new(self.words))
    }
}

const PARTICLES: &[&str] = &["up", "off", "out", "down", "aside", "over", "on", "back", "in", "away"];

fn is_verb_class(class: Class) -> bool {
    matches!(
        class,
        Class::Announcing
            | Class::Pledging
            | Class::Denying
            | Class::Planning
            | Class::Leaving
            | Class::Succeeding
            | Class::Harming
    )
}

fn irregular_verbs(vocabulary: &Vocabulary) -> BTreeMap<&str, (&str, &str)> {
    let lines = vocabulary.words.get("irregular").into_iter().flatten();
    lines
        .filter_map(|line| {
            let mut parts = line.split(' ');
            Some((parts.next()?, (parts.next()?, parts.next()?)))
        })
        .collect()
}
