//! What the names of a file mean: look-up tables over the vocabulary.

mod measures;
mod names;
mod numerals;
mod slips;
mod units;
mod words;

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};

use crate::statement::{Direction, MeasureEntry, Vocabulary};
use crate::syntax::ast::{Binding, Table};
use crate::value::{Number, Unit};

use measures::Measures;

pub(super) use measures::bases;
pub(super) use names::{NameSort, Named, Names};
pub(crate) use slips::is_typing_error;
pub(super) use units::Units;
pub(super) use words::{singular, singular_phrase, without_possessive};

/// Tables over one vocabulary.
#[derive(Debug, Default)]
pub(super) struct Tables<'v> {
    names: Names<'v>,
    measures: Measures<'v>,
    units: Units<'v>,
    magnitudes: HashMap<&'v str, Number>,
    /// Words with one value, and the value.
    numerals: HashMap<&'v str, Number>,
    /// Verbs of rising and falling.
    directions: HashMap<&'v str, Direction>,
    /// Their forms.
    changes: HashSet<&'v str>,
}

impl<'v> Tables<'v> {
    /// The tables of what a file declares, whose names are found whatever their capitals.
    pub(super) fn new(vocabulary: &'v Vocabulary) -> Tables<'v> {
        Tables { names: Names::new(vocabulary).in_any_case(), ..Tables::shipped(vocabulary) }
    }

    /// The tables of the vocabulary that ships.
    pub(super) fn shipped(vocabulary: &'v Vocabulary) -> Tables<'v> {
        let magnitudes = vocabulary.magnitudes.iter();
        let magnitudes = magnitudes.flat_map(|entry| entry.forms.iter().map(|form| (&form[..], entry.value)));
        Tables {
            names: Names::new(vocabulary),
            measures: Measures::new(&vocabulary.measures),
            units: Units::new(&vocabulary.units),
            magnitudes: magnitudes.collect(),
            numerals: numerals::numerals(vocabulary),
            directions: directions(vocabulary),
            changes: changes(vocabulary),
        }
    }

    /// The units.
    pub(super) fn units(&self) -> &Units<'v> {
        &self.units
    }
}

/// Everything that a file can name: its own declarations and those it uses, before what ships.
pub(super) struct Scope<'v> {
    /// What the file and those it uses declare.
    pub(super) own: Tables<'v>,
    /// What ships.
    pub(super) base: &'v Tables<'v>,
    /// `let`, by name.
    pub(super) bindings: HashMap<&'v str, &'v Binding>,
    /// `table`, by name, with the position of the file that has it.
    pub(super) tables: HashMap<&'v str, (usize, &'v Table)>,
    measure_words: OnceCell<Vec<&'v str>>,
    unit_words: OnceCell<Vec<String>>,
}

impl<'v> Scope<'v> {
    /// A scope without bindings and tables yet.
    pub(super) fn new(own: Tables<'v>, base: &'v Tables<'v>) -> Scope<'v> {
        let (bindings, tables) = (HashMap::new(), HashMap::new());
        Scope { own, base, bindings, tables, measure_words: OnceCell::new(), unit_words: OnceCell::new() }
    }

    /// What a name stands for.
    pub(super) fn name(&self, text: &str) -> Option<&Named<'v>> {
        self.own.names.find(text).or_else(|| self.own.names.find_any_case(text)).or_else(|| self.base.names.find(text))
    }

    /// The measure of a phrase: its name, one of its forms, or a form of one of these.
    pub(super) fn measure(&self, phrase: &str) -> Option<&'v MeasureEntry> {
        self.own.measures.find(phrase).or_else(|| self.base.measures.find(phrase))
    }

    /// The unit of a code, symbol or word.
    pub(super) fn unit(&self, text: &str) -> Option<&'v Unit> {
        self.own.units.find(text).or_else(|| self.base.units.find(text))
    }

    /// The currency whose hundredth has that name.
    pub(super) fn minor(&self, text: &str) -> Option<&'v Unit> {
        self.own.units.find_minor(text).or_else(|| self.base.units.find_minor(text))
    }

    /// What a magnitude word multiplies by.
    pub(super) fn magnitude(&self, word: &str) -> Option<Number> {
        let find = |word: &str| self.own.magnitudes.get(word).or_else(|| self.base.magnitudes.get(word)).copied();
        find(word).or_else(|| find(&word.to_lowercase()))
    }

    /// Every magnitude word, sorted.
    pub(super) fn magnitude_words(&self) -> Vec<&'v str> {
        sorted(self.own.magnitudes.keys().copied().chain(self.base.magnitudes.keys().copied()))
    }

    /// Every name of a group of the file and those it uses, sorted.
    pub(super) fn group_names(&self) -> Vec<&'v str> {
        sorted(self.own.names.groups())
    }

    /// Which way a word for a change goes: `rise`, `fall`.
    pub(super) fn direction(&self, word: &str) -> Option<Direction> {
        let word = word.to_lowercase();
        self.own.directions.get(word.as_str()).or_else(|| self.base.directions.get(word.as_str())).copied()
    }

    /// Whether a word says that something went up or down: "fell".
    pub(super) fn tells_change(&self, word: &str) -> bool {
        let word = word.to_lowercase();
        [&self.own, self.base].iter().any(|tables| tables.changes.contains(word.as_str()))
    }

    /// Every name and form of a measure, sorted.
    pub(super) fn measure_words(&self) -> &[&str] {
        let words = || sorted(self.own.measures.words().chain(self.base.measures.words()));
        self.measure_words.get_or_init(words)
    }

    /// Every code, symbol and word of a unit, as it stands and in the singular, sorted.
    pub(super) fn unit_words(&self) -> &[String] {
        self.unit_words.get_or_init(|| {
            let all = || self.own.units.names().chain(self.base.units.names());
            let mut words: Vec<String> = all().map(str::to_owned).chain(all().map(singular_phrase)).collect();
            words.sort_unstable();
            words.dedup();
            words
        })
    }
}

fn sorted<'w>(words: impl Iterator<Item = &'w str>) -> Vec<&'w str> {
    let mut words: Vec<&str> = words.collect();
    words.sort_unstable();
    words.dedup();
    words
}

fn changes(vocabulary: &Vocabulary) -> HashSet<&str> {
    let classes = ["change up", "change down"].into_iter().filter_map(|name| vocabulary.words.get(name));
    classes.flatten().map(String::as_str).collect()
}

fn directions(vocabulary: &Vocabulary) -> HashMap<&str, Direction> {
    let class = |name: &str, direction| {
        vocabulary.words.get(name).into_iter().flatten().map(move |word| (word.as_str(), direction))
    };
    class("rising", Direction::Up).chain(class("falling", Direction::Down)).collect()
}
