//! The vocabulary: what `checks/prelude/` and a user's declarations say, lowered. The corpus arm reads articles with it, the check arm
//! reads assertions with it; neither knows where it came from.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::source::Place;
use crate::value::{Dimension, Number, Unit, Wording};

/// Everything declared, in the order of declaration.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Vocabulary {
    /// `entity`.
    pub entities: Vec<Entity>,
    /// `group`.
    pub groups: Vec<Group>,
    /// `measure`.
    pub measures: Vec<MeasureEntry>,
    /// `unit`, `currency` and what follows from them.
    pub units: Vec<UnitEntry>,
    /// `number`: words with one value (seven, dozen, half).
    pub numbers: Vec<NumberEntry>,
    /// `magnitude`: words and suffixes that multiply (million, bn, k).
    pub magnitudes: Vec<NumberEntry>,
    /// `vague`: words for intervals (dozens, several).
    pub vagues: Vec<VagueEntry>,
    /// `modifier`: hedges.
    pub modifiers: Vec<ModifierEntry>,
    /// `title`: what a person can be.
    pub titles: Vec<TitleEntry>,
    /// `place`: countries, regions, cities.
    pub places: Vec<PlaceEntry>,
    /// `exclude`: actions that cannot both be so (rise, fall).
    pub exclusions: Vec<Exclusion>,
    /// `words CLASS`: word classes (prepositions, verbs of saying, months, …), by class.
    pub words: BTreeMap<String, Vec<String>>,
    /// `example`: texts and what is read in them. The vocabulary's test of itself.
    pub examples: Vec<Example>,
}

impl Vocabulary {
    /// Whether a word in lower case is in a class: `words NAME`.
    pub fn lists(&self, class: &str, word: &str) -> bool {
        self.words.get(class).is_some_and(|words| words.iter().any(|own| own == word))
    }

    /// Whether articles are read alike with either: in all but who is who, what excludes what, and examples.
    pub fn reads_like(&self, other: &Vocabulary) -> bool {
        let Vocabulary { measures, units, numbers, magnitudes, vagues, modifiers, titles, places, words, .. } = self;
        *measures == other.measures
            && *units == other.units
            && *numbers == other.numbers
            && *magnitudes == other.magnitudes
            && *vagues == other.vagues
            && *modifiers == other.modifiers
            && *titles == other.titles
            && *places == other.places
            && *words == other.words
    }
}

/// A name with its aliases and relations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entity {
    /// The canonical name.
    pub name: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// What it belongs to.
    pub part_of: Vec<String>,
    /// What it must not be taken for.
    pub not: Vec<String>,
}

/// A collective.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// Its name.
    pub name: String,
    /// Its declared members, by canonical name.
    pub members: Vec<String>,
}

/// A property that can be asserted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasureEntry {
    /// Its name.
    pub name: String,
    /// What its values are.
    pub kind: MeasureKind,
    /// The nouns and verbs that stand for it, dictionary forms, lower case.
    pub forms: Vec<String>,
    /// Whether it runs on, so that a later document supersedes an earlier one.
    pub running: bool,
    /// Whether it tells what one is rather than what one does, so that it never passes between a subsidiary and its parent.
    pub own: bool,
    /// Whether it tells of a deed that is done on a day, so that what was done in May was done that year; other figures of May are not
    /// those of the year.
    pub once: bool,
}

/// What the values of a measure are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MeasureKind {
    /// Quantities of a dimension.
    Dimension(Dimension),
    /// Changes of a level: percent, points or amounts, with a direction.
    Change,
    /// Dates.
    Date,
    /// Words.
    Text,
    /// Lists of names.
    List,
    /// Anything.
    Any,
}

/// A unit and how it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitEntry {
    /// The unit.
    pub unit: Unit,
    /// Words, any case: metre, metres, square feet. Plurals in `s` are understood.
    pub words: Vec<String>,
    /// Symbols, case kept: `m`, `$`, `km/h`.
    pub symbols: Vec<String>,
    /// For a currency: its hundredth ("cent", "penny", "pence").
    pub minor: Vec<String>,
}

/// A word with a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberEntry {
    /// The value.
    pub value: Number,
    /// The words.
    pub forms: Vec<String>,
}

/// A word for an interval.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VagueEntry {
    /// The least.
    pub low: Number,
    /// The most; none where it is open.
    pub high: Option<Number>,
    /// The words.
    pub forms: Vec<String>,
}

/// A hedge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ModifierEntry {
    /// What it does to a number.
    pub wording: Wording,
    /// The words before the number.
    pub before: Vec<String>,
    /// The words after it ("or more", "or so").
    pub after: Vec<String>,
}

/// What a person can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TitleEntry {
    /// The canonical title, lower case: "chief executive".
    pub name: String,
    /// Its forms: CEO, chief.
    pub forms: Vec<String>,
    /// Whether one person holds it at a time, and a person holds one at a time.
    pub exclusive: bool,
}

/// A place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceEntry {
    /// The canonical name.
    pub name: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// Adjectives and people: Korean, Koreans.
    pub demonyms: Vec<String>,
    /// What it lies in.
    pub within: Vec<String>,
    /// Whether it is a country or wider.
    pub wide: bool,
}

/// Two sets of words that cannot both be so of one event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exclusion {
    /// One side.
    pub left: Vec<String>,
    /// The other.
    pub right: Vec<String>,
}

/// `example TEXT on DAY reads READINGS`: what extraction reads in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// The text.
    pub text: String,
    /// The day of the document; none where the example gives none.
    pub on: Option<Date>,
    /// The quantities and times in it, in the order of the text; empty for `nothing`.
    pub reads: Vec<Reading>,
    /// The example in its file.
    pub place: Place,
}

/// One thing that an example reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// `> 5e9 USD`, `8600 m2`, `~ 7 firm`
    Exactly(ReadQuantity),
    /// `3 .. 5 %`: a range, or a vague number, whose upper end may be open.
    Between {
        /// The least.
        low: Number,
        /// The most.
        high: Option<Number>,
        /// The unit's code; empty for a bare number.
        unit: String,
    },
    /// `2025-09`, `2024-W10`, `P5Y`: the value of a TIMEX3. A bare year is a quantity here; write `DATE 2025` for the year.
    Time(String),
}

/// A quantity that an example reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadQuantity {
    /// How it is hedged: bare, `>` more than, `>=` at least, `<` less than, `<=` at most, `~` about, or the name of a wording.
    pub wording: Wording,
    /// The value, magnitude applied.
    pub value: Number,
    /// The unit's code as the vocabulary has it (`USD`, `m2`, `%`), a singular noun for things counted, empty for a bare number.
    pub unit: String,
}
