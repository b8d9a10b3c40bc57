//! What an editor would keep: a subject that can own what is measured, under a word that says what is meant. What is measured of "people"
//! or of a lorry, and a date of a person, is told better by its sentence.

use crate::extract::{Grammar, Known, NameType, WordClass, singular};
use crate::statement::{MeasureEntry, MeasureKind, Subject};
use crate::value::Dimension;

/// What is known of the subjects of an article.
#[derive(Clone, Copy)]
pub(super) struct Sense<'a> {
    pub names: &'a [Known],
    pub grammar: &'a Grammar,
}

impl Sense<'_> {
    /// Whether a number of a measure, called by a word, can be one of a subject.
    pub fn is_of(self, subject: &Subject, entry: &MeasureEntry, word: &str) -> bool {
        self.says_what(entry, word)
            && match self.sort(&subject.name) {
                Some(NameType::Person) => !self.is_public(entry) && !self.is_harm(entry) && !self.is_of_things(entry),
                Some(NameType::Organisation) => {
                    !self.is_public(entry) && !matches!(entry.kind, MeasureKind::Dimension(Dimension::Age))
                }
                Some(NameType::Place | NameType::Other) => true,
                None => self.is_of_thing(subject, entry, word),
            }
    }

    /// Whether something can have a date, a beginning or an end: no person has one, and nobody has the date of what they hold.
    pub fn is_dated(self, subject: &Subject, measure: &str) -> bool {
        match self.sort(&subject.name) {
            Some(NameType::Person) => false,
            Some(NameType::Organisation) => measure != "date",
            Some(NameType::Place | NameType::Other) => true,
            None => !is_several(&subject.name),
        }
    }

    /// What sort of name a subject is, or has in it; none for what is only described.
    fn sort(self, subject: &str) -> Option<NameType> {
        // "Mothers from Lund": a common noun that opens a sentence.
        let common = singular(subject);
        if common != subject.to_lowercase() && self.grammar.is_human(&common) {
            return None;
        }
        let named = |known: &&Known| subject.split(", ").any(|name| name == known.canonical);
        let own = self.names.iter().find(named).map(|known| known.sort);
        own.or_else(|| subject.starts_with(char::is_uppercase).then_some(NameType::Other))
    }

    /// A thing without a name has a size, a price and a length, and what befalls people is an event's; it has no staff and pays nobody.
    fn is_of_thing(self, subject: &Subject, entry: &MeasureEntry, word: &str) -> bool {
        let last = subject.name.rsplit(' ').next().unwrap_or_default();
        if subject.name.is_empty() || is_several(&subject.name) || subject.name.split(' ').any(|own| own == word) {
            return false;
        }
        match entry.kind {
            MeasureKind::Dimension(Dimension::Count) => self.grammar.is_event(last),
            MeasureKind::Dimension(Dimension::Money) => self.is_of_things(entry) || entry.name == "price",
            MeasureKind::Dimension(Dimension::Percent) | MeasureKind::Change => false,
            MeasureKind::Dimension(_) => true,
            MeasureKind::Any => self.grammar.is_event(last),
            MeasureKind::Date | MeasureKind::Text | MeasureKind::List => false,
        }
    }

    /// Whether a word says what is measured: "spending", "cost"; "raise", "pay" and "buy" mean one thing as verbs and another as nouns.
    fn says_what(self, entry: &MeasureEntry, word: &str) -> bool {
        let is_money = entry.kind == MeasureKind::Dimension(Dimension::Money);
        !is_money || word == entry.name || !self.grammar.is_verb(word) || self.is_deed(word)
    }

    /// Whether a word is called the same as a deed and as a noun for it: "pledge".
    fn is_deed(self, word: &str) -> bool {
        let classes = self.grammar.classes(word);
        classes.has(WordClass::ContentNoun) || classes.has(WordClass::Deed)
    }

    fn is_public(self, entry: &MeasureEntry) -> bool {
        entry.forms.iter().any(|form| self.grammar.classes(form).has(WordClass::PublicMeasure))
    }

    fn is_harm(self, entry: &MeasureEntry) -> bool {
        entry.forms.iter().any(|form| self.grammar.classes(form).has(WordClass::HarmMeasure))
    }

    fn is_of_things(self, entry: &MeasureEntry) -> bool {
        entry.forms.iter().any(|form| self.grammar.classes(form).has(WordClass::OfThings))
    }
}

/// "people", "shares": several, of whom nobody tells which.
fn is_several(subject: &str) -> bool {
    let last = subject.rsplit(' ').next().unwrap_or_default().to_lowercase();
    singular(&last) != last
}
