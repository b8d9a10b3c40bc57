//! Offices that a verb gives, passes on or ends: "named Jane Doe as its chief executive", "succeeds him as mayor", "resigned as mayor".

use super::super::grammar::{Class, Classes};
use super::super::phrases::{Noun, PhraseKind};
use super::{Line, Reader};
use crate::statement::Modality;

impl Reader<'_> {
    /// The offices told by the verb at a position.
    pub(super) fn office_facts(&mut self, line: &Line<'_>, at: usize) {
        let Some(clause) = line.parsed.clauses.iter().position(|clause| clause.verb == at) else { return };
        self.inverted(line, clause);
        self.appointed(line, clause);
        self.held_as(line, clause);
    }

    /// "Its treasurer is Tom Shaw": the office first, then who holds it.
    fn inverted(&mut self, line: &Line<'_>, clause: usize) {
        let own = &line.parsed.clauses[clause];
        if line.parsed.lemma(clause) != "be" {
            return;
        }
        let Some((at, noun)) = self.subject_of(line, clause).filter(|(_, noun)| noun.name.is_none()) else { return };
        if let Some(name) = self.person_at(line, own.verb + 1) {
            self.described(line, name, at, noun, Some(clause));
        }
    }

    /// "Acme named Jane Doe (as its) chief executive": who is given an office.
    fn appointed(&mut self, line: &Line<'_>, clause: usize) {
        let classes = line.parsed.classes(clause);
        let gives = classes.has(Class::Appointing) && !classes.has(Class::Copula) && !line.parsed.is_passive(clause);
        let object = line.parsed.clauses[clause].verb + 1;
        let Some(noun) = line.parsed.noun(object).filter(|_| gives) else { return };
        let Some(first) = self.names.starting(noun.words.start) else { return };
        let behind = self.names.mentions[first].tokens.end;
        if behind < noun.words.end {
            let title = Noun { words: behind..noun.words.end, name: None, rest: Vec::new(), ..noun.clone() };
            self.described(line, first, object, &title, Some(clause));
        } else if let Some(at) = self.title_behind(line, object) {
            let Some(title) = line.parsed.noun(at) else { return };
            self.described(line, first, at, title, Some(clause));
        }
    }

    /// "served as mayor", "succeeded him as mayor", "resigned as mayor": the office behind "as".
    fn held_as(&mut self, line: &Line<'_>, clause: usize) {
        const VERBS: Classes = Classes::of(&[Class::Serving, Class::Succeeding, Class::Leaving]);
        let own = &line.parsed.clauses[clause];
        let classes = line.parsed.classes(clause);
        let left = classes.has(Class::Leaving) && own.modality != Modality::Happened;
        if !classes.meets(VERBS) || left || line.parsed.is_passive(clause) {
            return;
        }
        let Some(name) = own.subject.and_then(|subject| self.person_at(line, subject)) else { return };
        let as_at = (own.verb + 1..own.end).find(|at| self.is_as(line, *at));
        let title = as_at.and_then(|at| Some((at + 1, line.parsed.noun(at + 1)?)));
        if let Some((at, title)) = title {
            self.described(line, name, at, title, Some(clause));
        }
    }

    /// Where a title may stand behind a phrase: "as" and adverbs do not count.
    pub(super) fn title_behind(&self, line: &Line<'_>, before: usize) -> Option<usize> {
        let passed = |at: &usize| {
            self.is_as(line, *at)
                || matches!(line.parsed.phrases.get(*at).map(|phrase| &phrase.kind), Some(PhraseKind::Modifier))
        };
        (before + 1..before + 4).find(|at| !passed(at))
    }

    fn is_as(&self, line: &Line<'_>, at: usize) -> bool {
        line.parsed.phrases.get(at).is_some_and(|phrase| {
            matches!(phrase.kind, PhraseKind::Preposition | PhraseKind::Subordinator)
                && self.page.says(phrase.tokens.start, "as")
        })
    }

    /// The name of one who may be a person.
    fn person_at(&self, line: &Line<'_>, at: usize) -> Option<usize> {
        let noun = line.parsed.noun(at).filter(|noun| noun.rest.is_empty() && noun.possessor.is_none())?;
        noun.name.filter(|name| self.names.may_be_person(self.page, &self.names.mentions[*name]))
    }
}
