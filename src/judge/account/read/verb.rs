//! Which word is the verb of a clause, and what it makes of the numbers around it.

use super::super::entry::{Deed, Party, Role};
use super::super::verbs;
use super::Reader;
use crate::extract::WordClass;

impl Reader<'_, '_> {
    /// Whether a word is a verb where it stands, and not a noun or what narrows one down.
    pub(super) fn is_verb(&self, at: usize) -> bool {
        let Some(lemma) = verbs::lemma(self.grammar, &self.lower(at)) else { return false };
        let Some(before) = at.checked_sub(1) else { return false };
        if verbs::is_auxiliary(self.grammar, &lemma) || self.named_until == at {
            return true;
        }
        let classes = self.grammar.classes(&self.lower(at));
        let may_be_noun = classes.has(WordClass::Either);
        let is_in_phrase = self.clause.preposition.is_some() && self.clause.preposition.as_deref() != Some("to");
        let is_behind = self.clause.behind == at && (classes.has(WordClass::Noun) || self.is_plural_of_number(at));
        !(self.narrows(before) || may_be_noun && (is_in_phrase || is_behind))
    }

    /// Whether a verb in -s stands for the noun that a number has to have: "there are 84 leaves".
    pub(super) fn is_plural_of_number(&self, at: usize) -> bool {
        let is_bare = self.entries.last().is_some_and(|last| last.thing.head.is_empty() && last.deed.is_some());
        is_bare && self.lower(at).ends_with('s')
    }

    /// Whether a noun has to come behind a word: "the", "her", "new", "with".
    fn narrows(&self, at: usize) -> bool {
        let word = self.lower(at);
        let classes = self.grammar.classes(&word);
        let is_pronoun = classes.has(WordClass::Pronoun);
        let is_capital = self.slice(at).starts_with(char::is_uppercase);
        let narrows =
            [WordClass::Determiner, WordClass::Possessive, WordClass::Adjective].into_iter().any(|it| classes.has(it));
        narrows && !is_pronoun && !is_capital && !classes.has(WordClass::Additional)
            || classes.has(WordClass::Preposition) && word != "to"
    }

    /// Takes a verb in, with its auxiliaries and its particle; gives the place behind it. What only narrows down the number before it
    /// ("ten pupils riding the bus", "six left") is none of the clause's.
    pub(super) fn verb(&mut self, at: usize) -> usize {
        let Some((deed, behind)) = verbs::read(self.grammar, at, |at| self.lower(at)) else { return at + 1 };
        let is_of_own = self.clause.preposition.as_deref() == Some("to");
        let has_told = self.entries.last().is_some_and(|last| last.deed.is_some() && last.role == Role::Object);
        let is_behind = self.clause.behind == at && at > 0 && has_told;
        if is_behind && !self.clause.fresh && behind == at + 1 {
            return behind;
        }
        if let Some(named) = self.clause.named.take().filter(|_| !is_of_own) {
            self.clause.subject = named;
        }
        if let Some(first) = self.clause.subject.entry {
            self.give_verb(first, &deed);
        }
        self.clause.verb = Some(deed);
        self.clause.object = Party::Unsaid;
        self.clause.each_object = None;
        self.clause.preposition = None;
        self.clause.part = false;
        self.clause.of = false;
        self.clause.fresh = false;
        behind
    }

    /// Numbers in front of a verb are its subjects.
    fn give_verb(&mut self, first: usize, deed: &Deed) {
        for entry in self.entries.iter_mut().skip(first).filter(|entry| entry.deed.is_none()) {
            entry.deed = Some(deed.clone());
            entry.role = Role::Subject;
        }
    }
}
