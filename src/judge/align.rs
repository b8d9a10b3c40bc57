//! Which facts speak of an assertion: subject, measure, kind of value, scope, source. The asserted value plays no part.

mod words;

pub(super) use words::{counts_same, is_number_of};

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use rustc_hash::FxHashMap;

use super::Bench;
use super::narrower::Narrower;
use super::shortened;
use crate::corpus::ZoneKind;
use crate::extract::{Mention, MentionKind, NameType, WordClass, singular};
use crate::index::{Containment, Found, Identity, Kinship, Stem, Whom, form_stems, stem, subject_words};
use crate::source::Span;
use crate::statement::{MeasureEntry, MeasureKind, Scope, Statement, Subject, Value};
use crate::value::{Dimension, Quantity};
use words::Words;

/// How a fact's subject is that of the assertion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tie {
    /// The same.
    Same,
    /// A part or the whole of it.
    Part,
    /// A collective that it belongs to: its value is not the member's.
    Member,
}

/// Bare numbers that are read as years.
const YEARS: RangeInclusive<i32> = 1000..=2100;

/// A fact that speaks of the assertion.
#[derive(Clone, Copy, Debug)]
pub struct Candidate<'a> {
    /// The fact.
    pub found: Found<'a>,
    /// How its subject is the asserted one.
    pub tie: Tie,
}

/// The facts that speak of a statement's subject and measure; `verbs` are those of a sentence in plain English. Headlines give way to
/// bodies.
pub fn candidates<'a>(
    bench: &Bench<'a>,
    asked: &Statement,
    kind: Option<&Value>,
    verbs: &[String],
) -> Vec<Candidate<'a>> {
    let aligner = Aligner { checked: verbs.is_empty(), ..Aligner::of_kind(bench, asked, kind) };
    let narrower = Narrower::new(bench, asked, verbs);
    let all: Vec<Candidate<'a>> = aligner
        .offered()
        .into_iter()
        .filter(|found| counts(bench, *found))
        .filter_map(|found| aligner.candidate(found))
        .filter(|candidate| !narrower.is_another(candidate.found))
        .collect();
    without_headlines(bench, all)
}

/// The facts of the statement's subject and measure that stand in the text only for others to be held against: "up from $5 million".
pub fn compared<'a>(bench: &Bench<'a>, asked: &Statement, kind: Option<&Value>) -> Vec<Candidate<'a>> {
    let aligner = Aligner::of_kind(bench, asked, kind);
    let offered = aligner.offered().into_iter().filter(|found| found.fact.compared && counts(bench, *found));
    offered.filter_map(|found| aligner.speaks(found)).collect()
}

/// The facts of the statement's measure that the text leads to its subject without a word that says so: they support nothing.
pub fn inferred<'a>(bench: &Bench<'a>, asked: &Statement, kind: Option<&Value>) -> Vec<Candidate<'a>> {
    let aligner = Aligner::of_kind(bench, asked, kind);
    let offered = aligner.offered().into_iter().filter(|found| found.fact.inferred && counts(bench, *found));
    offered.filter_map(|found| aligner.speaks(found)).collect()
}

/// Whether a passage may be evidence at all: not boilerplate, and of a source that was asked.
pub fn counts(bench: &Bench<'_>, found: Found<'_>) -> bool {
    let zone = bench.index.zone(found);
    !matches!(zone, ZoneKind::Boilerplate | ZoneKind::Metadata)
        && is_asked(bench, found.document)
        && !is_left_out(bench, found.document, found.fact.passage)
}

/// Whether a passage is left aside.
pub fn is_left_out(bench: &Bench<'_>, document: usize, passage: Span) -> bool {
    !bench.left_out.is_empty() && bench.left_out.contains(&(document, bench.index.document(document).place(passage)))
}

/// Whether a document's word counts.
pub fn is_asked(bench: &Bench<'_>, document: usize) -> bool {
    bench.documents.is_none_or(|documents| documents.binary_search(&document).is_ok())
}

/// The documents that go by a name.
pub fn called(bench: &Bench<'_>, name: &str) -> Vec<usize> {
    (0..bench.index.readings.len()).filter(|at| bench.index.document(*at).goes_by(name)).collect()
}

fn without_headlines<'a>(bench: &Bench<'a>, all: Vec<Candidate<'a>>) -> Vec<Candidate<'a>> {
    let is_head =
        |candidate: &Candidate<'_>| matches!(bench.index.zone(candidate.found), ZoneKind::Headline | ZoneKind::Subhead);
    let bodies: BTreeSet<usize> = all
        .iter()
        .filter(|candidate| !is_head(candidate) && candidate.tie != Tie::Member)
        .map(|candidate| candidate.found.document)
        .collect();
    all.into_iter().filter(|candidate| !is_head(candidate) || !bodies.contains(&candidate.found.document)).collect()
}

/// Holds a statement against facts.
pub struct Aligner<'a, 'b> {
    bench: &'b Bench<'a>,
    asked: &'b Statement,
    entry: Option<&'a MeasureEntry>,
    whom: Whom,
    /// How those facts are about it whose subjects have come up.
    kin: RefCell<FxHashMap<Identity, Kinship>>,
    group: Option<Vec<Whom>>,
    kind: Kind<'b>,
    /// The stems of each form of the measure, of those that some fact offers.
    forms: Vec<Vec<Stem>>,
    /// Whether the measure, in words of its own, is that of a change: "sales fall".
    change: bool,
    /// Whether it is asked in the words of a check: of a bridge, what its repair costs too.
    checked: bool,
    words: Words,
}

/// What values are held against.
#[derive(Clone, Copy, Debug)]
enum Kind<'b> {
    Any,
    Value(&'b Value),
    /// A number that asks for a time.
    Year,
}

impl<'a, 'b> Aligner<'a, 'b> {
    /// Prepares a statement, for values of any kind.
    pub fn new(bench: &'b Bench<'a>, asked: &'b Statement) -> Self {
        Self::of_kind(bench, asked, None)
    }

    /// The same, for values of one kind.
    fn of_kind(bench: &'b Bench<'a>, asked: &'b Statement, kind: Option<&'b Value>) -> Self {
        let index = bench.index;
        let (name, subject) = (&asked.measure.name, &asked.subject.name);
        let entry = index.vocabulary.measures.iter().rev().find(|entry| entry.name.eq_ignore_ascii_case(name));
        let group = index.names.group(subject);
        let forms = || asked.measure.forms.iter().chain([name]);
        let changes = |form: &String| form_stems(form).iter().any(|stem| index.tells_change(stem));
        let kind = match kind {
            Some(Value::Quantity(value)) if asks_when(bench, asked, value) => Kind::Year,
            Some(value) => Kind::Value(value),
            None => Kind::Any,
        };
        Self {
            bench,
            asked,
            entry,
            whom: index.names.whom(subject),
            kin: RefCell::default(),
            group: group.map(|members| members.iter().map(|member| index.names.whom(member)).collect()),
            kind,
            forms: forms().filter_map(|form| index.form(form)).filter(|stems| !stems.is_empty()).collect(),
            change: forms().any(changes),
            checked: false,
            words: Words::of(bench, asked),
        }
    }

    /// The facts that offer the first word of some form, in the order of documents and places.
    fn offered(&self) -> Vec<Found<'a>> {
        let first: BTreeSet<Stem> = self.forms.iter().filter_map(|form| form.first().copied()).collect();
        in_order(first.into_iter().flat_map(|stem| self.bench.facts_offering(stem)).collect())
    }

    fn candidate(&self, found: Found<'a>) -> Option<Candidate<'a>> {
        let timeless = |statement: &Statement| statement.qualifiers.when.is_none();
        let aside = found.fact.compared && (timeless(self.asked) || timeless(&found.fact.statement));
        self.speaks(found).filter(|_| !(found.fact.inferred || aside))
    }

    fn speaks(&self, found: Found<'a>) -> Option<Candidate<'a>> {
        let statement = &found.fact.statement;
        let speaks = self.is_kind(statement) && self.is_measure(found) && self.is_scope(statement);
        if !speaks || self.is_change_of(statement) || self.is_lost(statement) {
            return None;
        }
        let tie = self.subject(found)?;
        (tie != Tie::Part || self.passes()).then_some(Candidate { found, tie })
    }

    /// Whether the fact's value can be held against the asserted one.
    fn is_kind(&self, statement: &Statement) -> bool {
        match (&statement.value, self.kind) {
            (Some(Value::Quantity(own)), Kind::Value(Value::Quantity(asked))) => {
                self.is_dimension(own.unit.dimension, asked.unit.dimension)
                    && self.is_noun(&own.unit.code, own.unit.dimension, &asked.unit.code)
            }
            (Some(Value::Quantity(own)), Kind::Any) => self.is_dimension(own.unit.dimension, own.unit.dimension),
            (Some(Value::Days(_)), Kind::Value(Value::Days(_)))
            | (Some(Value::Text(_)), Kind::Value(Value::Text(_)))
            | (Some(Value::List(_)), Kind::Value(Value::List(_) | Value::Text(_)))
            | (Some(_), Kind::Any) => true,
            _ => false,
        }
    }

    fn is_dimension(&self, own: Dimension, asked: Dimension) -> bool {
        match self.entry.map(|entry| entry.kind) {
            Some(MeasureKind::Dimension(dimension)) => {
                own == dimension || dimension == Dimension::Count && own == Dimension::Number
            }
            Some(MeasureKind::Change) => !matches!(own, Dimension::Duration | Dimension::Age | Dimension::Ordinal),
            Some(MeasureKind::Any) | None => family(own) == family(asked),
            Some(MeasureKind::Date | MeasureKind::Text | MeasureKind::List) => false,
        }
    }

    /// Things counted are compared where their nouns are of one meaning, or where the measure names them.
    fn is_noun(&self, own: &str, dimension: Dimension, asked: &str) -> bool {
        dimension != Dimension::Count
            || asked.is_empty()
            || own.is_empty()
            || counts_same(self.bench, own, asked)
            || self.names_measure(own) && self.is_anybody(asked)
            || self.names_measure(asked) && self.is_anybody(own)
    }

    /// Whether the noun of what is counted is a word for the measure: "8,200 employees" of a headcount, "240 jobs" of a cut.
    fn names_measure(&self, code: &str) -> bool {
        let noun = singular(code.rsplit(' ').next().unwrap_or(code));
        self.entry.is_some_and(|entry| entry.forms.iter().flat_map(|form| form.split(' ')).any(|word| word == noun))
    }

    /// Whether it says no more than the measure does: "8,200 people" whom somebody employs.
    fn is_anybody(&self, code: &str) -> bool {
        self.bench.index.grammar.is_anybody(code) || self.names_measure(code)
    }

    /// "revenue rose 5 %": how much a property changed is no value of the property.
    fn is_change_of(&self, statement: &Statement) -> bool {
        let changes = statement.measure.forms.iter().any(|form| form == "change");
        changes && !self.asks_change(statement) && self.bench.index.is_change(&statement.measure.name)
    }

    /// "lost $12 million": a sum that is gone is no change of anything, unless it is that of a price.
    fn is_lost(&self, statement: &Statement) -> bool {
        let money = matches!(&statement.value, Some(Value::Quantity(own)) if own.unit.dimension == Dimension::Money);
        let change = self.entry.filter(|entry| money && entry.kind == MeasureKind::Change);
        let Some(change) = change else { return false };
        let grammar = self.bench.index.grammar;
        let mut told = statement.measure.forms.iter().filter(|form| change.forms.contains(form)).peekable();
        told.peek().is_some()
            && told.all(|form| grammar.classes(form).has(WordClass::Forgoing))
            && !statement.measure.forms.iter().any(|form| form == "price")
    }

    /// Whether the assertion may be about a change such as that of a fact. A measure in its own words asks for a level as "sales",
    /// and for a change as "sales fall".
    fn asks_change(&self, statement: &Statement) -> bool {
        match self.entry {
            Some(entry) => entry.kind == MeasureKind::Change || entry.forms.contains(&statement.measure.name),
            None => statement.direction.is_none() || self.asked.direction.is_some() || self.change,
        }
    }

    /// Whether the fact's words stand for the asserted measure.
    pub fn is_measure(&self, found: Found<'_>) -> bool {
        const BY_NAME: [&str; 5] = ["count", "members", "quote", "role", "winning margin"];
        let (own, asked) = (&found.fact.statement.measure.name, &self.asked.measure.name);
        if BY_NAME.contains(&own.as_str()) || BY_NAME.contains(&asked.as_str()) {
            return own == asked;
        }
        let offers = |form: &Vec<Stem>| form.iter().all(|stem| self.bench.index.offers(found, *stem));
        self.forms.iter().any(offers) && self.is_as_narrow(&found.fact.statement)
    }

    /// "gross profit" against "profit": whether what narrows down one measure is told of the other.
    fn is_as_narrow(&self, statement: &Statement) -> bool {
        let (own, asked) = (&statement.measure, &self.asked.measure);
        let is_asked = |word: &String| {
            let subject = self.words.subject.iter().any(|asked| is_number_of(asked, word));
            subject || self.words.measure.contains(word) || asked.narrowed.contains(word)
        };
        let is_told = |word: &String| {
            let subject = subject_words(&statement.subject).any(|told| is_number_of(told, word));
            subject || own.forms.contains(word) || own.narrowed.contains(word)
        };
        own.narrowed.iter().all(is_asked) && asked.narrowed.iter().all(is_told)
    }

    fn is_scope(&self, statement: &Statement) -> bool {
        match (self.asked.scope, statement.scope) {
            (None, Some(Scope::Part)) => self.is_asked_part(statement),
            (None, Some(Scope::Remaining)) => false,
            (Some(asked), own) => own == Some(asked),
            (None, _) => true,
        }
    }

    /// Whether a part is of the asserted place: "400 jobs, including 150 in Lund".
    fn is_asked_part(&self, statement: &Statement) -> bool {
        let own = &statement.qualifiers.places;
        let lies = |place: &String, asked| self.bench.index.places.relation(place, asked) == Containment::Inside;
        self.asked.qualifiers.places.iter().any(|asked| own.iter().any(|place| lies(place, asked)))
    }

    /// Whether the measure is of what one does or gives, which passes between a part and its whole, and not of what one is.
    fn passes(&self) -> bool {
        self.entry.is_none_or(|entry| !entry.own) && self.asked.measure.name != "role"
    }

    /// How the fact's subject is the asserted one.
    pub fn subject(&self, found: Found<'_>) -> Option<Tie> {
        let statement = &found.fact.statement;
        let own = &statement.subject;
        if let Some(group) = &self.group {
            return self.is_group(found, own, group).then_some(Tie::Same);
        }
        let asked = &self.asked.subject;
        if self.is_other_work(own) || self.is_age_of_other(statement) {
            return None;
        }
        let several = own.members.as_ref().is_some_and(|members| !members.names.is_empty());
        if several && self.are_all(found) {
            return Some(Tie::Same);
        }
        if several && !self.is_description(found) {
            let member = self.bench.index.members(found).iter().map(|member| self.kin(*member)).min();
            return (member < Some(Kinship::None))
                .then_some(Tie::Member)
                .filter(|_| found.fact.statement.measure.name != "count");
        }
        match self.kin(self.bench.index.identity(found)) {
            Kinship::Same if self.topic_fits(asked, statement) => Some(Tie::Same),
            Kinship::Part if self.topic_fits(asked, statement) => Some(Tie::Part),
            _ if self.is_in_its_place(statement) => Some(Tie::Same),
            _ if self.is_description(found) && !self.is_of_part(found) => Some(Tie::Same),
            Kinship::Same | Kinship::Part | Kinship::None => None,
        }
    }

    /// "Ruiz and Holt": each of those who are asserted is one of those of the fact, who are as many.
    fn are_all(&self, found: Found<'_>) -> bool {
        let index = self.bench.index;
        let Some(asked) = self.asked.subject.members.as_ref().filter(|asked| asked.names.len() > 1) else {
            return false;
        };
        let theirs = index.members(found);
        let is_one = |whom: &Whom, own: &Identity| index.names.kin_of(whom, *own) == Kinship::Same;
        let asked: Vec<Whom> = asked.names.iter().map(|name| index.names.whom(name)).collect();
        asked.len() == theirs.len()
            && asked.iter().all(|whom| theirs.iter().any(|own| is_one(whom, own)))
            && theirs.iter().all(|own| asked.iter().any(|whom| is_one(whom, own)))
    }

    /// "The Tarn plant": the plant in Tarn.
    fn is_in_its_place(&self, statement: &Statement) -> bool {
        let (own, asked) = (&statement.subject, &self.asked.subject);
        let there = statement.qualifiers.places.contains(&asked.name)
            && own.topic.iter().all(|word| asked.topic.contains(word));
        there && !asked.topic.is_empty() && asked.topic.iter().all(|word| is_number_of(&own.name, word))
    }

    /// How the asserted name and the subject of a fact are related.
    fn kin(&self, subject: Identity) -> Kinship {
        let mut known = self.kin.borrow_mut();
        *known.entry(subject).or_insert_with(|| self.bench.index.names.kin_of(&self.whom, subject))
    }

    /// All who are named belong to the declared group, and somebody is named.
    fn is_group(&self, found: Found<'_>, own: &Subject, group: &[Whom]) -> bool {
        let Some(members) = own.members.as_ref().filter(|members| !members.names.is_empty()) else { return false };
        let index = self.bench.index;
        let belongs = |name: &Identity| group.iter().any(|who| index.names.kin_of(who, *name) != Kinship::None);
        index.members(found).iter().all(belongs) && (members.names.len() > 1 || !members.closed)
    }

    /// Whether what the fact's subject is narrowed down by is what the assertion narrows it down by.
    fn topic_fits(&self, asked: &Subject, statement: &Statement) -> bool {
        let own = &statement.subject;
        let grammar = self.bench.index.grammar;
        let extra = own.topic.iter().all(|word| {
            asked.topic.contains(word)
                || self.words.measure.contains(word)
                || own.name.split_whitespace().any(|named| is_number_of(named, word))
                || grammar.is_transparent(word)
                || self.is_price_of_work(word)
                || self.words.stems.contains(&stem(word))
        });
        // "revenue change": the fact may name the property among the words of its measure.
        let told = |word: &String| own.topic.contains(word) || statement.measure.forms.contains(word);
        let named = |word: &String| asked.name.split_whitespace().any(|named| is_number_of(named, word));
        extra && asked.topic.iter().all(|word| told(word) || named(word))
    }

    /// Whether a fact is of a part of an organisation, of which the assertion does not speak: what the ward has is none of the hospital's.
    /// "The North Lowick plant" is called by its place.
    fn is_of_part(&self, found: Found<'_>) -> bool {
        let (own, grammar) = (&found.fact.statement.subject, self.bench.index.grammar);
        let is_asked = |word: &String| {
            let subject = self.words.subject.iter().any(|asked| is_number_of(asked, word));
            subject || self.asked.subject.topic.contains(word) || self.words.measure.contains(word)
        };
        let mut parts = own.topic.iter().filter(|word| grammar.classes(word).has(WordClass::PartNoun));
        if !parts.any(|word| !is_asked(word)) {
            return false;
        }
        // "The hospital", "its ward": by no name, and a whole with a part all the same.
        if !own.name.contains(char::is_uppercase) && !own.topic.iter().any(|word| is_number_of(&own.name, word)) {
            return true;
        }
        let is_organisation = |mention: &Mention| match &mention.kind {
            MentionKind::Name { canonical, sort } => *canonical == own.name && *sort == NameType::Organisation,
            MentionKind::Quantity(_) | MentionKind::Time(_) | MentionKind::Quote(_) => false,
        };
        let reading = self.bench.index.readings.get(found.document);
        reading.is_some_and(|reading| reading.mentions.iter().any(is_organisation))
    }

    /// "bridge cost": in a check, what is done to the bridge costs too.
    fn is_price_of_work(&self, word: &str) -> bool {
        let grammar = self.bench.index.grammar;
        let costs = |form: &String| grammar.classes(form).has(WordClass::OfThings);
        let price = self.entry.is_some_and(|entry| entry.forms.iter().any(costs));
        self.checked && price && self.asked.subject.topic.is_empty() && grammar.work(word).is_some()
    }

    /// Whether a fact is of what is done to a thing, and the assertion of the thing itself, or of something else that is done to it.
    fn is_other_work(&self, own: &Subject) -> bool {
        let grammar = self.bench.index.grammar;
        if own.topic.iter().all(|word| grammar.work(word).is_none()) {
            return false;
        }
        let named = self.asked.subject.name.split(' ').chain(self.asked.subject.topic.iter().map(String::as_str));
        let asked: Vec<&str> = named.filter_map(|word| grammar.work(&word.to_lowercase())).collect();
        let is_asked = |word: &String, kind: &str| {
            asked.contains(&kind) || self.words.measure.contains(word) || self.words.stems.contains(&stem(word))
        };
        let other = |word: &&String| grammar.work(word).is_some_and(|kind| !is_asked(word, kind));
        let others = own.topic.iter().find(other);
        others.is_some_and(|word| !self.is_price_of_work(word)) && !self.is_undertaking(own)
    }

    /// Whether a fact tells how old somebody is, and the assertion is of what that one has or runs: "the owner of Acme, who is 61".
    fn is_age_of_other(&self, statement: &Statement) -> bool {
        let is_age = matches!(&statement.value, Some(Value::Quantity(own)) if own.unit.dimension == Dimension::Age);
        let is_asked = |word: &String| {
            let name = self.words.subject.iter().any(|own| is_number_of(own, word));
            name || self.words.measure.contains(word)
        };
        let mut topic = statement.subject.topic.iter();
        is_age && topic.any(|word| self.bench.index.grammar.is_somebody(word) && !is_asked(word))
    }

    /// "project", "construction": whatever work a fact is of.
    fn is_undertaking(&self, own: &Subject) -> bool {
        let grammar = self.bench.index.grammar;
        let works = own.topic.iter().filter_map(|word| grammar.work(word));
        let Some(word) = self.words.subject.first() else { return false };
        if self.words.subject.iter().any(|other| other != word) {
            return false;
        }
        let means = |kind: &str| match grammar.work(word) {
            Some(asked) => asked == kind,
            None => grammar.classes(word).has(WordClass::Undertaking),
        };
        works.into_iter().any(means)
    }

    /// Whether a subject taken at its word ("APEC economies") is described by the fact's subject.
    fn is_description(&self, found: Found<'_>) -> bool {
        let statement = &found.fact.statement;
        self.is_undertaking(&statement.subject) || self.shares_words(found) && !self.is_another(found)
    }

    /// The facts whose subject has a word of the asserted one, in the order of documents and places.
    pub fn with_its_words(&self) -> Vec<Found<'a>> {
        let known = self.words.known.iter();
        in_order(known.flat_map(|word| self.bench.index.facts_with_subject_word(*word)).collect())
    }

    /// The facts that may share the measure or the subject of the statement, in the order of documents and places.
    pub fn near(&self) -> Vec<Found<'a>> {
        let index = self.bench.index;
        let whoever = self.group.iter().flatten().chain([&self.whom]);
        let about = whoever.flat_map(|whom| index.facts_about(whom));
        in_order(about.chain(self.with_its_words()).chain(self.offered()).collect())
    }

    /// Whether the fact's subject has the words of the asserted one, and others that tell it from it.
    pub fn is_longer(&self, found: Found<'_>) -> bool {
        self.shares_words(found) && self.is_another(found)
    }

    fn is_another(&self, found: Found<'_>) -> bool {
        shortened::is_another(self.bench, found.document, &found.fact.statement.subject.name, &self.words.subject)
    }

    fn shares_words(&self, found: Found<'_>) -> bool {
        if !self.words.known.iter().any(|word| self.bench.index.has_subject_word(found, *word)) {
            return false;
        }
        let statement = &found.fact.statement;
        let (own, words) = (&statement.subject, &self.words.subject);
        if let [word] = &words[..] {
            // "Three Polar Projects" have a name of their own, and are not the projects that a common noun means.
            let head = own.name.trim_end_matches(['”', '"']).rsplit(' ').next().unwrap_or_default();
            // "The Lund flood" is a flood.
            let happened = own.topic.contains(word) && self.bench.index.grammar.is_event(word);
            if !happened && word.chars().all(char::is_lowercase) && head.chars().next().is_some_and(char::is_uppercase)
            {
                return false;
            }
        }
        // "The hotel fire" is the fire that is asked for.
        let is_head = |word: &String| {
            let head = own.name.rsplit(' ').next().filter(|_| own.name.chars().all(|c| !c.is_uppercase()));
            head.is_some_and(|head| is_number_of(head, word)) && self.bench.index.grammar.is_event(word)
        };
        let common = words.len() > 1 || words.iter().any(|word| own.topic.contains(word) || is_head(word));
        let theirs = |one: &String| subject_words(own).any(|word| is_number_of(word, one));
        // "Skerry canal": the common noun of a name may stand among the words of the fact's measure ("the Skerry canal costs").
        let named = || words.iter().any(|one| own.name.split(' ').any(|word| is_number_of(word, one)));
        let told = |word: &String| {
            word.chars().next().is_some_and(char::is_lowercase) && statement.measure.forms.contains(word) && named()
        };
        common && !words.is_empty() && words.iter().all(|word| theirs(word) || told(word))
    }
}

/// Facts in the order of documents and places, each once.
fn in_order(mut all: Vec<Found<'_>>) -> Vec<Found<'_>> {
    all.sort_by_key(|found| (found.document, found.number));
    all.dedup_by_key(|found| (found.document, found.number));
    all
}

/// "founded == 1904": a bare year against a deed asks when it was done. No number of something tells that.
pub fn asks_when(bench: &Bench<'_>, asked: &Statement, value: &Quantity) -> bool {
    let measure = &asked.measure.name;
    let declared = bench.index.vocabulary.measures.iter().any(|entry| entry.name.eq_ignore_ascii_case(measure));
    let bare = value.unit.code.is_empty() && value.unit.dimension == Dimension::Number;
    let year = value
        .amount
        .nominal
        .is_some_and(|year| year.to_string().parse::<i32>().is_ok_and(|year| YEARS.contains(&year)));
    bare && year && !declared && bench.index.grammar.is_past(measure)
}

/// Dimensions that one may be mistaken for the other; others are no evidence of one another.
fn family(dimension: Dimension) -> u8 {
    match dimension {
        Dimension::Number | Dimension::Count => 0,
        Dimension::Money => 1,
        Dimension::Percent | Dimension::Points => 2,
        Dimension::Ordinal => 3,
        Dimension::Duration => 4,
        Dimension::Age => 5,
        Dimension::Temperature => 6,
        Dimension::Data | Dimension::DataRate => 7,
        Dimension::Length | Dimension::Area | Dimension::Volume => 8,
        Dimension::Power | Dimension::Energy => 9,
        Dimension::Mass | Dimension::Force | Dimension::Pressure => 10,
        Dimension::Speed => 11,
        Dimension::Frequency => 12,
        Dimension::Electric => 13,
        Dimension::Angle => 14,
        Dimension::Other => 15,
    }
}

/// Whether the words that a text offers hold a form: each of its words, by their stems.
pub fn offers(offered: &[String], form: &str) -> bool {
    let wanted = form_stems(form);
    let own: BTreeSet<String> = offered.iter().flat_map(|own| form_stems(own)).collect();
    !wanted.is_empty() && wanted.iter().all(|stem| own.contains(stem))
}
