//! What is done to a thing, and has a price of its own: repairs, a renovation, a demolition. "The project" and "the work" are those that the
//! text has told of, as long as it has told of one alone.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::super::NameType;
use super::super::grammar::{Class, Grammar};
use super::super::names::Names;
use super::super::phrases::{Mood, Noun, PhraseKind};
use super::{Line, Reader};
use crate::statement::{Modality, Subject};

/// The works that a text has told of so far.
#[derive(Debug, Default)]
pub(super) struct Works {
    /// Those that are to come, or of which no more is told.
    open: Vec<Subject>,
    done: Vec<Subject>,
    /// Whether something else is built, so that "the project" may be that.
    others: bool,
    /// The kinds of which the text has told of any: "a bridge".
    any: BTreeSet<String>,
}

impl Works {
    /// The one that has been told of, where there are no two; what is done already gives way to what is to come.
    fn only(&self) -> Option<&Subject> {
        match (&self.open[..], &self.done[..]) {
            _ if self.others => None,
            ([only], _) | ([], [only]) => Some(only),
            ([], [] | [_, _, ..]) | ([_, _, ..], _) => None,
        }
    }

    pub(super) fn is_told(&self) -> bool {
        !self.open.is_empty() || !self.done.is_empty()
    }

    fn tell(&mut self, work: Subject, modality: Modality) {
        let told = if modality == Modality::Happened { &mut self.done } else { &mut self.open };
        if !told.contains(&work) {
            told.push(work);
        }
    }
}

impl Reader<'_> {
    /// The work that a noun phrase means: "repairs to the Lom Bridge", "the project".
    pub(super) fn work(&self, line: &Line<'_>, noun: &Noun, at: usize) -> Option<Subject> {
        let plain = noun.name.is_none() && noun.possessor.is_none() && noun.quantity.is_none() && !noun.pronoun;
        let own = line.parsed.noun(at).filter(|own| plain && own.words == noun.words)?;
        let kind = self.page.grammar.work(&self.kind_of(own));
        if let (Some(kind), Some(thing)) = (kind, self.worked_on(line, at)) {
            return Some(Subject { topic: vec![kind.to_owned()], members: None, ..thing });
        }
        let only = self.memory.works.only()?;
        let bare = own.words.len() == 1 && (own.definite || self.page.is_capital(own.head));
        let lone = own.definite && line.parsed.phrases[at].tokens.len() == 2 || bare;
        let same = kind.is_some_and(|kind| only.topic.iter().any(|own| own == kind));
        (lone && (same || self.page.kind_classes(own.head).has(Class::Undertaking))).then(|| only.clone())
    }

    /// "the repair of the bridge", "repairs to Lom Hall": what is worked on.
    fn worked_on(&self, line: &Line<'_>, at: usize) -> Option<Subject> {
        let phrase = line.parsed.phrases.get(at + 1)?;
        let to = ["of", "to"].iter().any(|word| self.page.says(phrase.tokens.start, word));
        let leads = to && matches!(phrase.kind, PhraseKind::Preposition);
        self.thing_at(line, at + 2).filter(|_| leads)
    }

    /// A single thing that is named, or is known from what stands before.
    fn thing_at(&self, line: &Line<'_>, at: usize) -> Option<Subject> {
        let noun = line.parsed.noun(at).filter(|noun| !noun.pronoun && noun.rest.is_empty())?;
        let known = noun.name.is_some() || noun.definite && noun.possessor.is_none() && noun.quantity.is_none();
        let thing = Some(noun).filter(|_| known).map(|noun| self.resolve(line, noun, at))?;
        (!thing.name.is_empty() && thing.members.is_none()).then(|| Subject { topic: Vec::new(), ..thing })
    }

    /// The work that a clause tells of: "to repair the Lom Bridge".
    pub(super) fn done_to(&self, line: &Line<'_>, clause: usize) -> Option<Subject> {
        let kind = self.page.grammar.work(line.parsed.lemma(clause))?;
        let own = line.parsed.clauses.get(clause).filter(|own| !own.denied)?;
        let object = match line.parsed.is_passive(clause) {
            true => own.subject?,
            false => own.verb + 1,
        };
        let thing = self.thing_at(line, object)?;
        Some(Subject { topic: vec![kind.to_owned()], ..thing })
    }

    /// The work that money will be spent on: "will spend $3 million to repair the Lom Bridge".
    pub(super) fn paid_for(&self, line: &Line<'_>, clause: usize) -> Option<Subject> {
        let own = line.parsed.clauses.get(clause)?;
        let spends = line.parsed.classes(clause).has(Class::Outlay) && !own.denied;
        let next = line.parsed.clauses.get(clause + 1).filter(|next| spends && next.verb < own.verb + 5)?;
        let infinitive = line.parsed.verb(next.verb).is_some_and(|verb| verb.mood == Mood::Infinitive);
        if infinitive { self.done_to(line, clause + 1) } else { None }
    }

    /// Remembers the works of a sentence.
    pub(super) fn remember_works(&mut self, line: &Line<'_>) {
        for at in 0..line.parsed.phrases.len() {
            let Some(noun) = line.parsed.noun(at) else { continue };
            if self.is_any(line, at) {
                let kind = self.kind_of(noun);
                self.memory.works.any.insert(kind.into_owned());
            }
            let is_work = self.page.grammar.work(&self.kind_of(noun)).is_some();
            if let Some(work) = is_work.then(|| self.work(line, noun, at)).flatten() {
                self.memory.works.tell(work, Modality::Planned);
            }
        }
        for clause in 0..line.parsed.clauses.len() {
            self.memory.works.others |= line.parsed.classes(clause).has(Class::Building);
            let modality = line.parsed.clauses[clause].modality;
            if let Some(work) = self.done_to(line, clause).filter(|_| modality >= Modality::Planned) {
                self.memory.works.tell(work, modality);
            }
        }
    }

    /// "the bridge over the canal", and "the bridge" where the text has told of "a bridge" too.
    fn is_told_apart(&self, line: &Line<'_>, at: usize, head: &str) -> bool {
        let behind = line.parsed.phrases.get(at + 1).map(|phrase| &phrase.kind);
        let is_other =
            |at: usize| line.parsed.noun(at).is_some_and(|noun| self.is_any(line, at) && self.kind_of(noun) == head);
        matches!(behind, Some(PhraseKind::Preposition | PhraseKind::Relative))
            || self.memory.works.any.contains(head)
            || (0..at).any(is_other)
    }

    /// Whether a noun phrase opens with "a", "another" or "some".
    fn is_any(&self, line: &Line<'_>, at: usize) -> bool {
        self.page.is(line.parsed.phrases[at].tokens.start, Class::OneOfMany)
    }

    /// "the bridge": the one thing of the text whose name ends so.
    pub(super) fn only_called(&self, line: &Line<'_>, noun: &Noun, at: usize) -> Option<Subject> {
        let lone = noun.definite && line.parsed.phrases[at].tokens.len() == 2 && noun.words.len() == 1;
        let head = lone.then(|| self.kind_of(noun))?;
        let called = self.called.only(&head).filter(|called| called.told < noun.words.start)?;
        let name = self.names.all[called.who].canonical.clone();
        (!self.is_told_apart(line, at, &head)).then(|| Subject { name, ..Subject::default() })
    }
}

/// The things of a document by the words that their names end with: "bridge" for Lom Bridge.
#[derive(Debug, Default)]
pub(super) struct Called(FxHashMap<String, Option<Thing>>);

/// A thing that has a name.
#[derive(Clone, Copy, Debug)]
struct Thing {
    /// Its position among the names.
    who: usize,
    /// The token at which it is named first.
    told: usize,
}

impl Called {
    pub(super) fn of(grammar: &Grammar, names: &Names) -> Self {
        let mut told = vec![None; names.all.len()];
        for mention in &names.mentions {
            told[mention.who].get_or_insert(mention.tokens.start);
        }
        let mut called: FxHashMap<String, Option<Thing>> = FxHashMap::default();
        for (who, (name, told)) in names.all.iter().zip(told).enumerate() {
            // "Leo Park" is no park.
            let last = name.canonical.rsplit_once(' ').map(|(_, last)| last).filter(|_| name.sort != NameType::Person);
            let built = last.filter(|last| grammar.classes(last).has(Class::PlaceWord));
            let Some((last, told)) = built.zip(told) else { continue };
            let thing = Some(Thing { who, told });
            called.entry(last.to_lowercase()).and_modify(|several| *several = None).or_insert(thing);
        }
        Self(called)
    }

    /// The one whose name ends with a word; none where there are several.
    fn only(&self, head: &str) -> Option<Thing> {
        self.0.get(head).copied().flatten()
    }
}
