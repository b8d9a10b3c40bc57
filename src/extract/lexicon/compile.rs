//! From the vocabulary's lists to the lexicon's tables.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::{Class, Classes, Entry, FoldTable, Known, Lexicon, ROW, Sense};
use crate::statement::{UnitEntry, Vocabulary};
use crate::text;
use crate::value::Dimension;

/// The classes of the words that times begin with, besides those of numbers and holidays.
const TEMPORAL: &[&str] = &[
    "month",
    "weekday",
    "weekdays",
    "season",
    "time unit",
    "day by name",
    "part of day",
    "tonight",
    "previous",
    "nearest",
    "coming",
    "current",
    "present reference",
    "past reference",
    "future reference",
    "every second",
    "every hour",
    "every day",
    "every week",
    "every two weeks",
    "every month",
    "every quarter",
    "every half year",
    "every year",
    "each time",
    "noon",
    "midnight",
    "time opener",
    "decade by name",
    "rate",
    "end by letters",
];

/// What the names of the classes begin with whose words are days of a fixed rule; the rule is the rest of the name.
const HOLIDAY: &str = "holiday ";

/// What the names of the classes begin with that hold sets of words, each for a comparison; no text is read by them.
const GROUP: &str = "group ";

/// How the names of the classes begin whose words are asked for in their order.
const ORDERED: [&str; 2] = ["irregular singular", "dollar of "];

/// Compiles a vocabulary; its words get their numbers in `words`.
pub(super) fn compile(vocabulary: &Vocabulary, words: &mut FoldTable) -> Lexicon {
    let mut compiler = Compiler { words, lexicon: empty(), rows: Vec::new() };
    compiler.classes(vocabulary);
    compiler.amounts(vocabulary);
    for (at, entry) in vocabulary.units.iter().enumerate() {
        compiler.unit(entry, place(at));
    }
    compiler.names(vocabulary);
    compiler.finish()
}

fn empty() -> Lexicon {
    Lexicon {
        table: Arc::default(),
        entries: Vec::new(),
        rows: Vec::new(),
        steps: HashMap::default(),
        classes: BTreeMap::new(),
        members: BTreeMap::new(),
        holidays: Vec::new(),
        symbols: HashMap::default(),
        units: Vec::new(),
        numbers: Vec::new(),
        magnitudes: Vec::new(),
        vagues: Vec::new(),
        modifiers: Vec::new(),
        known: Known::new(|_| Class::EMPTY),
    }
}

fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

struct Compiler<'a> {
    words: &'a mut FoldTable,
    lexicon: Lexicon,
    /// Rows of more than one word, entered once all single words have their numbers.
    rows: Vec<(Vec<u32>, Sense)>,
}

impl Compiler<'_> {
    fn classes(&mut self, vocabulary: &Vocabulary) {
        let is_holiday = |name: &String| name.starts_with(HOLIDAY);
        let classes = vocabulary.words.iter().filter(|(name, _)| !is_holiday(name) && !name.starts_with(GROUP));
        for (number, (name, words)) in classes.take(Classes::ROOM).enumerate() {
            let class = Class(u16::try_from(number).unwrap_or(u16::MAX));
            self.lexicon.classes.insert(name.clone(), class);
            if ORDERED.iter().any(|ordered| name.starts_with(ordered)) {
                self.lexicon.members.insert(name.clone(), words.clone());
            }
            for (at, word) in words.iter().enumerate() {
                self.form(word, Sense::Member(class, place(at)));
            }
        }
        for (name, words) in vocabulary.words.iter().filter(|(name, _)| is_holiday(name)) {
            let sense = Sense::Holiday(place(self.lexicon.holidays.len()));
            self.lexicon.holidays.push(name.trim_start_matches(HOLIDAY).to_owned());
            self.forms(words, sense);
        }
    }

    fn amounts(&mut self, vocabulary: &Vocabulary) {
        for (at, entry) in vocabulary.numbers.iter().enumerate() {
            self.lexicon.numbers.push(entry.value);
            self.forms(&entry.forms, Sense::Number(place(at)));
        }
        for (at, entry) in vocabulary.magnitudes.iter().enumerate() {
            self.lexicon.magnitudes.push(entry.value);
            self.forms(&entry.forms, Sense::Magnitude(place(at)));
        }
        for (at, entry) in vocabulary.vagues.iter().enumerate() {
            self.lexicon.vagues.push((entry.low, entry.high));
            self.forms(&entry.forms, Sense::Vague(place(at)));
        }
        for (at, entry) in vocabulary.modifiers.iter().enumerate() {
            self.lexicon.modifiers.push(entry.clone());
            self.forms(&entry.before, Sense::Before(place(at)));
            self.forms(&entry.after, Sense::After(place(at)));
        }
    }

    fn unit(&mut self, entry: &UnitEntry, at: u32) {
        self.lexicon.units.push(entry.unit.clone());
        for word in &entry.words {
            self.form(word, Sense::Unit(at));
            if let Some(plural) = plural(word) {
                self.form(&plural, Sense::Unit(at));
            }
        }
        for word in &entry.minor {
            self.form(word, Sense::Minor(at));
            if let Some(plural) = plural(word) {
                self.form(&plural, Sense::Minor(at));
            }
        }
        let code = (entry.unit.dimension == Dimension::Money).then(|| entry.unit.code.to_string());
        for symbol in entry.symbols.iter().cloned().chain(code) {
            for token in text::tokenize(&symbol) {
                let word = self.word(token.span.slice(&symbol));
                if let Some(entry) = self.lexicon.entries.get_mut(word as usize) {
                    entry.symbolic = true;
                }
            }
            let known = self.lexicon.symbols.entry(symbol.into()).or_default();
            if !known.contains(&at) {
                known.push(at);
            }
        }
    }

    fn names(&mut self, vocabulary: &Vocabulary) {
        for (at, entry) in vocabulary.measures.iter().enumerate() {
            self.forms(&entry.forms, Sense::Measure(place(at)));
        }
        for (at, entry) in vocabulary.titles.iter().enumerate() {
            self.form(&entry.name, Sense::Title(place(at)));
            self.forms(&entry.forms, Sense::Title(place(at)));
        }
        for (at, entry) in vocabulary.places.iter().enumerate() {
            self.form(&entry.name, Sense::Place(place(at)));
            self.forms(&entry.aliases, Sense::Place(place(at)));
            self.forms(&entry.demonyms, Sense::Demonym(place(at)));
        }
    }

    fn forms(&mut self, forms: &[String], sense: Sense) {
        for form in forms {
            self.form(form, sense);
        }
    }

    fn form(&mut self, form: &str, sense: Sense) {
        // Most forms are one word, as plain as can be.
        if !form.is_empty() && form.bytes().all(|byte| byte.is_ascii_lowercase()) {
            let single = self.word(form);
            return self.mean(single, sense);
        }
        let tokens = text::tokenize(form);
        let row: Vec<u32> = tokens.iter().map(|token| self.word(token.span.slice(form))).collect();
        match row.as_slice() {
            [] => {}
            [single] => self.mean(*single, sense),
            _ => self.rows.push((row, sense)),
        }
    }

    fn word(&mut self, word: &str) -> u32 {
        let number = self.words.add(word);
        let needed = number as usize + 1;
        if self.lexicon.entries.len() < needed {
            self.lexicon.entries.resize_with(needed, Entry::default);
        }
        number
    }

    fn mean(&mut self, at: u32, sense: Sense) {
        let Some(entry) = self.entry(at) else { return };
        if let Sense::Member(class, _) = sense {
            entry.classes.add(class);
        }
        if !entry.senses.contains(&sense) {
            entry.senses.push(sense);
        }
    }

    fn finish(mut self) -> Lexicon {
        let firsts: Vec<(u32, Sense)> =
            self.rows.iter().filter_map(|(row, sense)| Some((*row.first()?, *sense))).collect();
        for (row, sense) in std::mem::take(&mut self.rows) {
            let mut words = row.into_iter();
            let Some(mut at) = words.next() else { continue };
            for word in words {
                at = self.step(at, word);
            }
            self.mean(at, sense);
        }
        self.mark_numeric();
        self.mark_temporal(&firsts);
        self.lexicon.known = Known::new(|name| self.lexicon.class(name));
        self.lexicon
    }

    /// Marks the words that number phrases begin with.
    fn mark_numeric(&mut self) {
        let ranks = ["ordinal", "ordinal ten", "ordinal magnitude"].map(|name| self.lexicon.class(name));
        for entry in self.lexicon.entries.iter_mut().chain(&mut self.lexicon.rows) {
            let counts = |sense: &Sense| matches!(sense, Sense::Number(_) | Sense::Vague(_));
            entry.numeric = entry.senses.iter().any(counts) || ranks.iter().any(|&rank| entry.has(rank));
        }
        for word in ["a", "an", "tens", "hundreds", "hundred", "thousand", "million", "billion", "trillion", "quarter"]
        {
            let at = self.words.find(word) as usize;
            if let Some(entry) = self.lexicon.entries.get_mut(at).filter(|_| at != 0) {
                entry.numeric = true;
            }
        }
    }

    /// Marks the words that times begin with; `firsts` are the first words of rows.
    fn mark_temporal(&mut self, firsts: &[(u32, Sense)]) {
        let classes = self.lexicon.class_set(TEMPORAL);
        let is_holiday = |sense: &Sense| matches!(sense, Sense::Holiday(_));
        let class_of = |sense: &Sense| match sense {
            Sense::Member(class, _) => Some(*class),
            _ => None,
        };
        for entry in self.lexicon.entries.iter_mut().chain(&mut self.lexicon.rows) {
            entry.festive = entry.senses.iter().any(is_holiday);
            entry.temporal = entry.festive || entry.numeric || entry.classes.meets(classes);
        }
        for (at, sense) in firsts {
            let Some(entry) = self.lexicon.entries.get_mut(*at as usize) else { continue };
            entry.festive |= is_holiday(sense);
            entry.phrasal |= is_holiday(sense) || class_of(sense).is_some_and(|class| classes.has(class));
        }
    }

    /// The row that `word` makes of the word or row `at`.
    fn step(&mut self, at: u32, word: u32) -> u32 {
        if let Some(entry) = self.entry(at) {
            entry.longer = true;
        }
        if let Some(&known) = self.lexicon.steps.get(&(at, word)) {
            return ROW | known;
        }
        let new = place(self.lexicon.rows.len());
        self.lexicon.rows.push(Entry::default());
        self.lexicon.steps.insert((at, word), new);
        ROW | new
    }

    /// The entry of a word or a row.
    fn entry(&mut self, at: u32) -> Option<&mut Entry> {
        if at & ROW == 0 {
            self.lexicon.entries.get_mut(at as usize)
        } else {
            self.lexicon.rows.get_mut((at & !ROW) as usize)
        }
    }
}

/// The regular plural of a unit's word; none where it looks like one.
fn plural(word: &str) -> Option<String> {
    if word.ends_with('s') || !word.ends_with(|c: char| c.is_ascii_lowercase()) {
        return None;
    }
    Some(if word.ends_with("ch") || word.ends_with('x') || word.ends_with("sh") {
        format!("{word}es")
    } else {
        format!("{word}s")
    })
}
