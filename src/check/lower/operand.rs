//! Which of the words are the subject, and which the measure.
//!
//! The longest declared name at the start is the subject. Of what follows, a known measure at the end is the measure, and the words between
//! narrow the subject down; without a known measure all of it is the measure, taken at its word. Without a declared name, a known measure at
//! the end is the measure, else the last word. A quoted part at the end is always the measure.

use crate::diag::{Code, nearest};
use crate::statement::{Measure, MeasureEntry, MeasureKind, Members, Modality, Scope, Statement, Subject};
use crate::syntax::ast::{self, At, Name};
use crate::syntax::is_state;
use crate::value::Dimension;

use super::super::Operand;
use super::super::scope::{NameSort, Named, bases, is_typing_error, singular, singular_phrase, without_possessive};
use super::Lowerer;
use super::amount::{phrase, spanned};

/// An operand, and what the values of its measure are, as far as its measure is known.
#[derive(Clone, Debug, Default)]
pub(super) struct Asked {
    /// The operand.
    pub(super) operand: Operand,
    /// The kind of the measure.
    pub(super) kind: Option<MeasureKind>,
    /// Whether the measure is known or was quoted.
    pub(super) sure: bool,
}

/// Words divided.
struct Divided<'w> {
    subject: &'w [Name],
    topic: &'w [Name],
    measure: &'w [Name],
}

/// The ends of plurals without an `s`.
const IRREGULAR: &[&str] = &[
    "people", "men", "children", "staff", "police", "feet", "teeth", "mice", "geese", "sheep", "fish", "cattle",
    "media", "data", "species",
];

impl Asked {
    /// The number of names on a list, where the measure is one: `members == 140`.
    pub(super) fn numbered(mut self) -> Asked {
        if self.kind == Some(MeasureKind::List) {
            self.kind = Some(MeasureKind::Dimension(Dimension::Count));
            let measure = &mut self.operand.statement.measure;
            measure.name = format!("number of {}", measure.name);
        }
        self
    }
}

impl<'v> Lowerer<'_, 'v> {
    /// Subject, measure and qualifiers of an operand; none, and an error, where one of them is wrong.
    pub(super) fn operand(&mut self, operand: &ast::Operand) -> Option<Asked> {
        let (words, states) = self.without_states(&operand.words);
        if self.is_of_phrase(&words) {
            return None;
        }
        let Some(divided) = self.divide(&words) else {
            self.no_measure(&words, operand.at);
            return None;
        };
        let mut asked = self.asked(&divided, operand.at)?;
        self.states(&mut asked.operand, &states);
        self.qualifiers(&mut asked.operand, &operand.qualifiers)?;
        Some(asked)
    }

    /// Says of `the population of Linwood` that the subject stands before its measure; whether it did. In "Bank of Linwood jobs" and
    /// "Cost of Living Institute jobs" it does.
    fn is_of_phrase(&mut self, words: &[Name]) -> bool {
        let is_word = |word: &Name, text: &str| !word.quoted && word.text.eq_ignore_ascii_case(text);
        let from = usize::from(words.first().is_some_and(|word| is_word(word, "the")));
        let Some(of) = words.iter().position(|word| is_word(word, "of")).filter(|of| *of > from) else { return false };
        let (measure, subject) = (&words[from..of], words.get(of + 1..).unwrap_or_default());
        let named = (of + 1..=words.len()).any(|end| self.is_name(&words[..end]));
        let has_measure = (0..subject.len()).any(|start| self.known(&subject[start..]).is_some());
        if subject.is_empty() || named || has_measure || self.known(measure).is_none() {
            return false;
        }
        let meant: Vec<String> = subject.iter().chain(measure).map(written).collect();
        let help = format!("did you mean `{}`?", meant.join(" "));
        let message = "the subject stands before its measure".to_owned();
        self.findings.error(Code::MissingMeasure, message, spanned(words), help);
        true
    }

    /// `count of X`
    pub(super) fn count(&mut self, operand: &ast::Operand) -> Option<Asked> {
        let (words, states) = self.without_states(&operand.words);
        let at = spanned(&words);
        if self.is_no_group(&words) {
            return None;
        }
        let subject = self.subject(&words, &[]);
        let measure = Measure::named("count");
        let statement = Statement { subject, measure, ..Statement::default() };
        let group = Some(statement.subject.name.clone());
        let mut out =
            Operand { statement, span: operand.at.0, subject: at.0, measure: at.0, group, ..Operand::default() };
        self.states(&mut out, &states);
        self.qualifiers(&mut out, &operand.qualifiers)?;
        Some(Asked { operand: out, kind: Some(MeasureKind::Dimension(Dimension::Count)), sure: true })
    }

    /// Says of a bare word behind `count of` that nothing is counted by it, because it is a slip of the pen for a group, or neither declared nor
    /// a plural; whether it did.
    fn is_no_group(&mut self, words: &[Name]) -> bool {
        let bare = words.iter().all(|word| !word.quoted) && self.named(words).is_none();
        let text = phrase(words);
        let lower = text.to_lowercase();
        let near = self.scope.group_names().into_iter().find(|group| is_typing_error(&lower, &group.to_lowercase()));
        let plural = singular_phrase(&text) != lower || IRREGULAR.iter().any(|plural| lower.ends_with(plural));
        if !bare || (near.is_none() && plural) {
            return false;
        }
        let help = match near {
            Some(near) => format!("did you mean `{near}`? If `{text}` is meant, put it between quotation marks"),
            None => {
                format!("declare it: `group {text} = …`; or put the plural of what is counted between quotation marks")
            }
        };
        self.findings.error(Code::UnknownName, format!("no group `{text}`"), spanned(words), help);
        true
    }

    /// Whether the words can be read as a subject with a measure that is known.
    pub(super) fn is_operand(&self, words: &[Name]) -> bool {
        self.divide(words).is_some_and(|divided| self.known(divided.measure).is_some())
    }

    fn asked(&mut self, divided: &Divided<'_>, at: At) -> Option<Asked> {
        let entry = self.known(divided.measure);
        let quoted = divided.measure.last().is_some_and(|word| word.quoted);
        if entry.is_none() && !quoted && self.is_measure_slip(divided.measure) {
            return None;
        }
        if entry.is_none() && self.is_unit_for_measure(divided) {
            return None;
        }
        let subject = self.subject(divided.subject, divided.topic);
        let group = self.named(divided.subject).filter(|named| matches!(named.sort, NameSort::Group(_)));
        let group = group.map(|named| named.canonical.to_owned());
        let measure = measure(divided.measure, entry);
        self.measure = phrase(divided.measure);
        let direction =
            entry.filter(|entry| entry.kind == MeasureKind::Change).and_then(|_| self.scope.direction(&self.measure));
        let operand = Operand {
            statement: Statement { subject, measure, direction, ..Statement::default() },
            span: at.0,
            subject: spanned(divided.subject).0,
            measure: spanned(divided.measure).0,
            group,
            ..Operand::default()
        };
        Some(Asked { operand, kind: entry.map(|entry| entry.kind), sure: entry.is_some() || quoted })
    }

    /// Says of a unit behind a measure, where the number should stand before it, that it is no measure; whether it did.
    fn is_unit_for_measure(&mut self, divided: &Divided<'_>) -> bool {
        let [unit] = divided.measure else { return false };
        let before = divided.topic.last().or_else(|| divided.subject.last().filter(|_| divided.subject.len() > 1));
        let misplaced = !unit.quoted
            && self.scope.unit(&unit.text).is_some()
            && before.is_some_and(|word| !word.quoted && self.known(std::slice::from_ref(word)).is_some());
        if misplaced {
            let message = format!("`{}` is a unit, and no measure", unit.text);
            let help = "a unit stands behind its number: `pledge == 5e6 USD`".to_owned();
            self.findings.error(Code::MissingMeasure, message, unit.at, help);
        }
        misplaced
    }

    fn divide<'w>(&self, words: &'w [Name]) -> Option<Divided<'w>> {
        let (last, before) = words.split_last().filter(|(_, before)| !before.is_empty())?;
        let named = (1..words.len()).rev().find(|count| self.is_name(&words[..*count]));
        let fixed = named.or_else(|| words.first().filter(|word| word.quoted).map(|_| 1));
        let (subject, rest) = words.split_at(fixed.unwrap_or(0));
        if last.quoted {
            let between = rest.split_last().map_or(&[][..], |(_, between)| between);
            let whole = Divided { subject: before, topic: &[], measure: std::slice::from_ref(last) };
            let narrowed = Divided { subject, topic: between, measure: std::slice::from_ref(last) };
            return Some(if fixed.is_some() { narrowed } else { whole });
        }
        let least = usize::from(fixed.is_none());
        let tail = (least..rest.len()).find(|start| self.known(&rest[*start..]).is_some());
        Some(match (fixed, tail) {
            (Some(_), Some(start)) => Divided { subject, topic: &rest[..start], measure: &rest[start..] },
            (Some(_), None) => Divided { subject, topic: &[], measure: rest },
            (None, Some(start)) => {
                let (subject, topic) = rest[..start].split_at(self.topic_start(&rest[..start]));
                Divided { subject, topic, measure: &rest[start..] }
            }
            (None, None) => Divided { subject: before, topic: &[], measure: std::slice::from_ref(last) },
        })
    }

    /// Where, in words before a measure that hold no declared name, the measure of which it is one begins: at `pledge` in `AWS pledge
    /// place`. A name is written with capitals: the jobs of `Lund Investment jobs` are those of Lund Investment.
    fn topic_start(&self, words: &[Name]) -> usize {
        let plain = |word: &Name| !word.quoted && word.text.starts_with(char::is_lowercase);
        let is_topic = |start: &usize| words[*start..].iter().all(plain) && self.known(&words[*start..]).is_some();
        (1..words.len()).find(is_topic).unwrap_or(words.len())
    }

    fn known(&self, words: &[Name]) -> Option<&'v MeasureEntry> {
        if words.is_empty() { None } else { self.scope.measure(&phrase(words)) }
    }

    fn is_name(&self, words: &[Name]) -> bool {
        self.named(words).is_some()
    }

    fn named(&self, words: &[Name]) -> Option<&Named<'v>> {
        let text = phrase(words);
        self.scope.name(&text).or_else(|| self.scope.name(without_possessive(&text)))
    }

    fn subject(&self, words: &[Name], topic: &[Name]) -> Subject {
        let named = self.named(words);
        let text = phrase(words);
        let plain = if words.iter().any(|word| word.quoted) { &text[..] } else { without_possessive(&text) };
        let members = named.and_then(|named| match &named.sort {
            NameSort::Group(names) => Some(Members { names: names.to_vec(), closed: true, ..Members::default() }),
            NameSort::Entity | NameSort::Place => None,
        });
        Subject {
            name: named.map_or(plain, |named| named.canonical).to_owned(),
            topic: topic.iter().map(|word| singular(without_possessive(&word.text))).collect(),
            members,
        }
    }

    /// Says of a measure, or of its last word, that is a slip of the pen away from a known one that it is; whether it did.
    fn is_measure_slip(&mut self, measure: &[Name]) -> bool {
        let last = measure.len().saturating_sub(1);
        let candidates = [measure, measure.get(last..).unwrap_or_default()];
        let near = candidates.into_iter().find_map(|words| Some((words, self.nearest_measure(&phrase(words))?)));
        let Some((words, near)) = near else { return false };
        let written = phrase(words);
        let help = format!("did you mean `{near}`? If `{written}` is meant, put it between quotation marks");
        self.findings.error(Code::UnknownMeasure, format!("no measure `{written}`"), spanned(words), help);
        true
    }

    /// The known measure that a word is a slip of the pen away from.
    pub(super) fn nearest_measure(&self, word: &str) -> Option<String> {
        let (lower, one) = (word.to_lowercase(), singular_phrase(word));
        let is_meant = |known: &&str| is_typing_error(&lower, known) || is_typing_error(&one, known);
        let slips = self.scope.measure_words().iter().copied().filter(is_meant);
        nearest(&lower, slips).map(str::to_owned)
    }

    fn no_measure(&mut self, words: &[Name], at: At) {
        let text = phrase(words);
        let message = match words {
            [] => "this says nothing of anything".to_owned(),
            [word] if self.known(std::slice::from_ref(word)).is_some() => {
                format!("whose `{text}`? There is no subject before the measure")
            }
            _ => format!("what of `{text}`? There is no measure behind the subject"),
        };
        let help = "an assertion names a subject and one of its measures: `\"Harbour Board\" jobs == 40`. A name that holds a keyword goes between quotation marks";
        self.findings.error(Code::MissingMeasure, message, at, help.to_owned());
    }

    /// The words without those that say how far a thing has got or what a value counts. Words of declared names and measures stay.
    fn without_states(&self, words: &[Name]) -> (Vec<Name>, Vec<Name>) {
        let (mut plain, mut states) = (Vec::with_capacity(words.len()), Vec::new());
        let mut at = 0;
        while let Some(word) = words.get(at) {
            let length = self.state_length(words, at);
            if length == 0 {
                plain.push(word.clone());
            } else {
                let parts = words.get(at..at + length).unwrap_or_default();
                states.push(Name { text: phrase(parts), quoted: false, at: spanned(parts) });
            }
            at += length.max(1);
        }
        (plain, states)
    }

    /// How many words from there on make up a state; none where they are part of a name or measure.
    fn state_length(&self, words: &[Name], at: usize) -> usize {
        let bare = |at: usize| words.get(at).filter(|word| !word.quoted).map(|word| &word.text[..]);
        let length = match (bare(at), bare(at + 1)) {
            _ if at == 0 => 0,
            (Some("under"), Some("way")) => 2,
            (Some(word), _) if is_state(word) => 1,
            _ => 0,
        };
        let in_measure = || (1..=at).any(|start| self.known(&words[start..]).is_some());
        let in_name = || (at + 1..=words.len()).any(|end| self.is_name(&words[..end]));
        if length > 0 && (in_measure() || in_name()) { 0 } else { length }
    }

    fn states(&mut self, operand: &mut Operand, states: &[Name]) {
        for state in states {
            set_state(&mut operand.statement, &state.text);
            operand.qualifiers.push((state_name(&state.text), state.at.0));
        }
    }
}

/// A name as it was written, marks included.
fn written(name: &Name) -> String {
    if name.quoted { format!("\"{}\"", name.text) } else { name.text.clone() }
}

/// Sets what a state says.
pub(super) fn set_state(statement: &mut Statement, state: &str) {
    match state {
        "planned" => statement.modality = Some(Modality::Planned),
        "pledged" => statement.modality = Some(Modality::Pledged),
        "under way" | "underway" => statement.modality = Some(Modality::Ongoing),
        "done" => statement.modality = Some(Modality::Happened),
        "additional" => statement.scope = Some(Scope::Additional),
        "total" => statement.scope = Some(Scope::Total),
        "remaining" => statement.scope = Some(Scope::Remaining),
        _ => {}
    }
}

/// The name of a state as it stands in an operand.
pub(super) fn state_name(state: &str) -> String {
    if state == "underway" { "under way".to_owned() } else { state.to_owned() }
}

/// The measure of some words: the known one with all its forms, or the words taken at their word with the forms that they may come from.
fn measure(words: &[Name], entry: Option<&MeasureEntry>) -> Measure {
    let written = phrase(words).to_lowercase();
    let mut forms = match entry {
        Some(entry) => entry.forms.clone(),
        None if written.contains(' ') => vec![singular_phrase(&written)],
        None => bases(&written),
    };
    let name = entry.map_or_else(|| phrase(words), |entry| entry.name.clone());
    for form in [name.to_lowercase(), written] {
        if !forms.contains(&form) {
            forms.push(form);
        }
    }
    Measure { name, forms, ..Measure::default() }
}
