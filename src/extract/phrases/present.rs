//! Verbs in the present, which look like nouns: "prices start at $12", "teachers work in".

use super::super::grammar::{Class, Form};
use super::verbs::Before;
use super::{Cutter, Mood, Phrase, PhraseKind, is_closed};
use crate::text::TokenKind;

impl Cutter<'_> {
    pub(super) fn is_present_here(&self, at: usize, form: Form, before: Before) -> bool {
        let page = self.page;
        let doubtful = page.is(at, Class::Either) || page.lemma_classes(at).has(Class::Either);
        match before {
            Before::Determiner | Before::Preposition | Before::Start => false,
            Before::Pronoun => true,
            Before::Noun { .. } if form == Form::Third && self.begins_anew(at) => true,
            Before::Noun { .. } if !doubtful => form == Form::Third || self.plural_before(at),
            Before::Noun { .. } => {
                // "Acme now forecasts growth": no noun stands behind an adverb behind another.
                let moved = at.checked_sub(1).is_some_and(|before| page.is(before, Class::Adverb));
                let plain = form == Form::Third && (moved || self.takes_plain_object(at));
                !self.finite
                    && (plain || self.complement_follows(at + 1) && (form == Form::Third || self.plural_before(at)))
            }
            Before::Other => {
                !doubtful && form == Form::Third
                    || self.finite_coordination(at) && self.complement_follows(at + 1)
                    || self.present_coordination(at, form)
            }
        }
    }

    /// "Storm kills 31, cuts power to homes", "Bombs kill five, wound dozens": the verbs of a headline, with a comma for "and".
    fn present_coordination(&self, at: usize, form: Form) -> bool {
        let page = self.page;
        let present = |phrase: &Phrase| {
            matches!(&phrase.kind, PhraseKind::Verb(verb) if verb.mood == Mood::Finite && !verb.past
                && page.entry(verb.head).verb.is_some_and(|(_, own)| own == form))
        };
        // The dictionary form is as often a noun, but not in front of a number.
        let has_object =
            if form == Form::Third { self.is_plain_object(at + 1) } else { page.mention(at + 1).is_some() };
        page.word(at.wrapping_sub(1)) == ","
            && self.phrases.iter().rev().find(|phrase| matches!(phrase.kind, PhraseKind::Verb(_))).is_some_and(present)
            && has_object
    }

    /// "raises property tax": a noun without determiner, no verb behind it.
    pub(super) fn is_plain_object(&self, at: usize) -> bool {
        let page = self.page;
        self.is_noun_like(at)
            && (page.entry(at).verb.is_none() || page.is(at, Class::Either) && self.complement_follows(at + 1))
            && !self.finite_follows(at)
    }

    /// Whether the clause has a finite verb further on, so that the word at hand is none.
    pub(super) fn finite_follows(&self, at: usize) -> bool {
        let page = self.page;
        (at..(at + 9).min(self.end))
            .take_while(|next| {
                page.is_word(*next) || page.kind(*next) == Some(TokenKind::Number) || page.word(*next) == "-"
            })
            .take_while(|next| !page.is(*next, Class::Conjunction) && !page.is(*next, Class::Relative))
            .any(|next| {
                page.is(next, Class::Modal)
                    || page.is(next, Class::Be)
                    || page.is(next, Class::Have)
                    || matches!(page.entry(next).verb, Some((_, Form::Past))) && !page.is(next, Class::Either)
            })
    }

    /// A number, whatever word it opens with ("between 3 and 5"), or a time without preposition.
    fn value_follows(&self, at: usize) -> bool {
        let page = self.page;
        page.mention(at).is_some_and(|mention| !page.is_time(mention) || !page.is(at, Class::Preposition))
    }

    /// "the fair starts on Friday": what begins or ends, and a time.
    fn begins_or_ends(&self, at: usize, form: Form) -> bool {
        let page = self.page;
        let classes = page.lemma_classes(at);
        let timed = |at: usize| at < self.end && page.mention(at).is_some_and(|mention| page.is_time(mention));
        form == Form::Third
            && (classes.has(Class::Starting) || classes.has(Class::Ending))
            && (timed(at + 1) || page.is(at + 1, Class::Preposition) && timed(at + 2))
            && !self.finite_follows(at + 1)
    }

    /// "exports account for 60 percent", "prices start at $12": a verb of measuring, a preposition and a number.
    fn measures_behind(&self, at: usize) -> bool {
        let page = self.page;
        let classes = page.lemma_classes(at);
        (classes.has(Class::Measuring) || classes.has(Class::Starting))
            && page.is(at + 1, Class::Preposition)
            && at + 2 < self.end
            && page.mention(at + 2).is_some_and(|mention| !page.is_time(mention))
            && !self.finite_follows(at + 1)
    }

    /// "the council raises": one noun with its determiner in front.
    fn is_determined(&self, at: usize) -> bool {
        at > 1 && self.page.is(at - 2, Class::Determiner) && !is_closed(self.page, at - 1)
    }

    /// Whether, inside of a noun phrase, a verb begins here rather than the phrase going on.
    pub(super) fn is_present_in(&self, at: usize, form: Form) -> bool {
        let plural = self.page.word(at.saturating_sub(1)).ends_with('s');
        let name = self.names.ending(at).is_some();
        let agrees = match form {
            Form::Third => !plural || name,
            _ => plural,
        };
        if !self.finite && agrees && self.begins_or_ends(at, form) {
            return true;
        }
        if !self.finite && agrees && self.measures_behind(at) {
            return true;
        }
        // "Spending on parks falls by $2 million": of the one in front, and not of the many.
        if !self.finite && form == Form::Third && self.is_governed_by_one() && self.moves_by(at) {
            return true;
        }
        // "Acme works in", "Nineteen teachers work at": whoever has a name, or are people, does it.
        let governed = matches!(self.phrases.last(), Some(Phrase { kind: PhraseKind::Preposition, .. }));
        let human = || self.page.grammar.are_people(self.page.lower(at.saturating_sub(1)));
        let acts = name && form == Form::Third || form == Form::Base && !governed && human();
        if acts && !self.finite && self.page.is(at + 1, Class::Preposition) {
            return !self.finite_follows(at + 1);
        }
        (!self.finite || self.begins_anew(at))
            && agrees
            && (self.page.says(at + 1, "to")
                || self.page.says(at + 1, "that")
                || at + 1 < self.end && self.value_follows(at + 1)
                || self.noun_follows(at + 1)
                || form == Form::Third && self.takes_plain_object(at))
    }

    /// ", and the council plans to": a subject of its own, and its verb.
    fn begins_anew(&self, at: usize) -> bool {
        let joint = at.wrapping_sub(3);
        self.is_determined(at)
            && self.page.is(joint, Class::Conjunction)
            && self.page.word(joint.wrapping_sub(1)) == ","
            && self.page.says(at + 1, "to")
            && self.infinitive_follows(at + 2)
    }

    /// Whether the phrase at hand hangs on a noun in the singular.
    fn is_governed_by_one(&self) -> bool {
        match self.phrases.as_slice() {
            [.., Phrase { kind: PhraseKind::Noun(_), tokens }, Phrase { kind: PhraseKind::Preposition, .. }] => {
                !self.page.word(tokens.end - 1).ends_with('s')
            }
            _ => false,
        }
    }

    /// "the council raises property tax", "Acme designs chips": behind a noun with its determiner, or a name.
    fn takes_plain_object(&self, at: usize) -> bool {
        let named = self.names.ending(at).is_some() && self.page.entry(at + 1).verb.is_none();
        (named || self.is_determined(at)) && self.is_plain_object(at + 1)
    }
}
