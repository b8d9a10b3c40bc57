//! The vocabulary, compiled into one lookup: what each word, and each row of words, can be.
//!
//! Every token of a text is looked up once ([`Lexicon::words`]); what follows works on word numbers and bit sets.

mod compile;
mod fold;
mod known;

use std::collections::BTreeMap;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::Arc;

pub(in crate::extract) use fold::FoldTable;
pub(super) use known::Known;

use super::bits::Bits;
use super::grammar::Grammar;
use crate::statement::{ModifierEntry, Vocabulary};
use crate::text::{Token, TokenKind};
use crate::value::{Number, Unit};

/// The number of a word that the vocabulary knows; 0 is a word that it does not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Word(u32);

impl Word {
    /// A word that the vocabulary does not know.
    pub const UNKNOWN: Self = Self(0);

    /// Whether the vocabulary knows it, by itself or within a row of words.
    pub fn is_known(self) -> bool {
        self != Self::UNKNOWN
    }

    /// The number itself.
    pub(super) fn number(self) -> u32 {
        self.0
    }
}

/// A word class: one name of the declarations `words NAME = …`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Class(u16);

impl Class {
    /// A class without words.
    pub const EMPTY: Self = Self(u16::MAX);
}

/// A set of word classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(Bits<8>);

impl Classes {
    /// So many there can be.
    const ROOM: usize = Bits::<8>::ROOM;

    /// Whether the set has a class.
    #[inline]
    pub fn has(self, class: Class) -> bool {
        self.0.has(usize::from(class.0))
    }

    /// Whether the two sets have a class in common.
    #[inline]
    pub fn meets(self, other: Self) -> bool {
        self.0.meets(&other.0)
    }

    /// Whether there is no class in it.
    pub fn is_empty(self) -> bool {
        self.0.is_empty()
    }

    fn add(&mut self, class: Class) {
        self.0 = self.0.with(usize::from(class.0));
    }
}

impl FromIterator<Class> for Classes {
    fn from_iter<T: IntoIterator<Item = Class>>(classes: T) -> Self {
        let mut set = Self::default();
        classes.into_iter().for_each(|class| set.add(class));
        set
    }
}

/// What a word or a row of words can be, besides a member of its classes. Positions are those of the vocabulary's lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sense {
    /// A number.
    Number(u32),
    /// A magnitude.
    Magnitude(u32),
    /// A vague number.
    Vague(u32),
    /// A modifier that goes before its number.
    Before(u32),
    /// A modifier that goes after it.
    After(u32),
    /// A unit, by its word.
    Unit(u32),
    /// The hundredth of a currency.
    Minor(u32),
    /// The word at this place of a class.
    Member(Class, u32),
    /// A name of a day of a fixed rule.
    Holiday(u32),
    /// A form of a measure.
    Measure(u32),
    /// A form of a title.
    Title(u32),
    /// A name of a place.
    Place(u32),
    /// A word for the people of a place.
    Demonym(u32),
}

/// What the vocabulary knows of a word or a row of words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Its classes.
    pub classes: Classes,
    /// What else it is.
    pub senses: Vec<Sense>,
    /// Whether a longer row of words begins with it.
    longer: bool,
    /// Whether a number phrase can begin with it.
    numeric: bool,
    /// Whether a time can begin with it.
    temporal: bool,
    /// Whether the name of a holiday can begin with it.
    festive: bool,
    /// Whether it stands in the symbol of a unit.
    symbolic: bool,
    /// Whether a row of words that is a time begins with it.
    phrasal: bool,
}

impl Entry {
    /// Whether it is in a class.
    #[inline]
    pub fn has(&self, class: Class) -> bool {
        self.classes.has(class)
    }

    /// Whether a longer row of words begins with it.
    #[inline]
    pub fn starts_row(&self) -> bool {
        self.longer
    }

    /// Whether a number phrase can begin with it.
    #[inline]
    pub(super) fn may_be_number(&self) -> bool {
        self.numeric
    }

    /// Whether a time can begin with it.
    #[inline]
    pub(super) fn may_be_time(&self) -> bool {
        self.temporal
    }

    /// Whether a row of words that is a time begins with it.
    #[inline]
    pub(super) fn may_begin_time(&self) -> bool {
        self.phrasal
    }

    /// Whether it stands in the symbol of a unit.
    #[inline]
    pub(super) fn may_be_symbol(&self) -> bool {
        self.symbolic
    }

    /// Whether the name of a holiday can begin with it.
    #[inline]
    pub(super) fn may_be_holiday(&self) -> bool {
        self.festive
    }

    /// Its position in a class.
    pub fn place_in(&self, class: Class) -> Option<usize> {
        self.senses.iter().find_map(|sense| match sense {
            Sense::Member(of, place) if *of == class => usize::try_from(*place).ok(),
            _ => None,
        })
    }
}

/// The compiled vocabulary.
#[derive(Clone, Debug)]
pub struct Lexicon {
    table: Arc<FoldTable>,
    /// Of single words, by their number.
    entries: Vec<Entry>,
    /// Of rows of words.
    rows: Vec<Entry>,
    /// Where a row goes on: from a word or a row ([`ROW`]), by a word, to a position in `rows`.
    steps: HashMap<(u32, u32), u32, BuildHasherDefault<PairHasher>>,
    classes: BTreeMap<String, Class>,
    members: BTreeMap<String, Vec<String>>,
    /// The rules of holidays.
    holidays: Vec<String>,
    /// Symbols of units, case kept, with the position of the unit.
    symbols: HashMap<Box<str>, Vec<u32>, BuildHasherDefault<PairHasher>>,
    pub(super) units: Vec<Unit>,
    pub(super) numbers: Vec<Number>,
    pub(super) magnitudes: Vec<Number>,
    pub(super) vagues: Vec<(Number, Option<Number>)>,
    pub(super) modifiers: Vec<ModifierEntry>,
    pub(super) known: Known,
}

impl Default for Lexicon {
    fn default() -> Self {
        Self::new(&Vocabulary::default())
    }
}

/// Set in the number of a row, so that no word has it.
const ROW: u32 = 1 << 31;

impl Lexicon {
    /// Compiles a vocabulary.
    pub fn new(vocabulary: &Vocabulary) -> Self {
        let mut words = FoldTable::roomy();
        let lexicon = compile::compile(vocabulary, &mut words);
        lexicon.over(Arc::new(words))
    }

    /// Compiles a vocabulary as mentions are read by it and as facts are, with one numbering of the words for both.
    pub(super) fn with_grammar(vocabulary: &Vocabulary) -> (Self, Grammar) {
        let mut words = FoldTable::roomy();
        let (lexicon, grammar) =
            rayon::join(|| compile::compile(vocabulary, &mut words), || Grammar::compile(vocabulary));
        let grammar = grammar.renumbered(&mut words);
        let words = Arc::new(words);
        (lexicon.over(Arc::clone(&words)), grammar.over(words))
    }

    fn over(self, table: Arc<FoldTable>) -> Self {
        Self { table, ..self }
    }

    /// The class of a name; the empty class where no word was declared for it.
    pub fn class(&self, name: &str) -> Class {
        self.classes.get(name).copied().unwrap_or(Class::EMPTY)
    }

    /// The set of the classes of some names.
    pub fn class_set(&self, names: &[&str]) -> Classes {
        names.iter().map(|name| self.class(name)).collect()
    }

    /// The number of a word, whatever its case; curly apostrophes are plain ones, and the stop of an abbreviation may be missing.
    pub fn word(&self, word: &str) -> Word {
        let found = self.table.find(word);
        if found != 0 || !word.ends_with('.') {
            return Word(found);
        }
        Word(self.table.find(word.strip_suffix('.').unwrap_or(word)))
    }

    /// What is known of a single word by its spelling.
    pub fn lookup(&self, word: &str) -> &Entry {
        self.entry(self.word(word))
    }

    /// What is known of a single word.
    #[inline]
    pub fn entry(&self, word: Word) -> &Entry {
        static NOTHING: Entry = Entry {
            classes: Classes(Bits::EMPTY),
            senses: Vec::new(),
            longer: false,
            numeric: false,
            temporal: false,
            festive: false,
            symbolic: false,
            phrasal: false,
        };
        self.entries.get(word.0 as usize).unwrap_or(&NOTHING)
    }

    /// Whether a single word is in a class.
    #[inline]
    pub fn has(&self, word: Word, class: Class) -> bool {
        self.entry(word).has(class)
    }

    /// The words of all tokens, in their order; digits are unknown words.
    pub fn words(&self, text: &str, tokens: &[Token]) -> Vec<Word> {
        tokens
            .iter()
            .map(
                |token| if token.kind == TokenKind::Number { Word::UNKNOWN } else { self.word(token.span.slice(text)) },
            )
            .collect()
    }

    /// The longest row of words at the beginning of `words` whose entry is wanted, and how many words it has.
    #[inline]
    pub fn longest(&self, words: &[Word], wanted: impl Fn(&Entry) -> bool) -> Option<(usize, &Entry)> {
        let first = *words.first()?;
        let mut entry = self.entry(first);
        let mut best = (first.is_known() && wanted(entry)).then_some((1, entry));
        let mut at = first.0;
        for (length, next) in words.iter().enumerate().skip(1) {
            if !entry.longer {
                break;
            }
            let Some(&row) = self.steps.get(&(at, next.0)) else { break };
            at = ROW | row;
            entry = self.rows.get(row as usize)?;
            if wanted(entry) {
                best = Some((length + 1, entry));
            }
        }
        best
    }

    /// The words of a class as they were declared, in their order, for the few classes of which that is asked.
    pub fn words_of(&self, name: &str) -> Option<&[String]> {
        self.members.get(name).map(Vec::as_slice)
    }

    /// The rule of the holiday that an entry names.
    pub(super) fn holiday_of(&self, entry: &Entry) -> Option<&str> {
        entry.senses.iter().find_map(|sense| match sense {
            Sense::Holiday(rule) => self.holidays.get(*rule as usize).map(String::as_str),
            _ => None,
        })
    }

    /// The positions of the units that a symbol stands for, case kept.
    pub(super) fn symbol(&self, symbol: &str) -> &[u32] {
        self.symbols.get(symbol).map_or(&[], Vec::as_slice)
    }

    /// The unit at a position.
    pub(super) fn unit(&self, position: u32) -> Option<&Unit> {
        self.units.get(position as usize)
    }
}

/// A hasher for pairs of small numbers.
#[derive(Clone, Copy, Default)]
struct PairHasher(u64);

impl Hasher for PairHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let chunk = chunk.iter().fold(0_u64, |chunk, &byte| chunk << 8 | u64::from(byte));
            self.0 = (self.0.rotate_left(5) ^ chunk).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        }
    }

    fn write_u32(&mut self, value: u32) {
        self.0 = (self.0.rotate_left(5) ^ u64::from(value)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

#[cfg(test)]
mod tests;
