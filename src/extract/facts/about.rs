//! What each number of a sentence is about, in the sentence's own words: the noun that it measures, the whole that it is a part of, or
//! what its verb is said of.

use std::ops::Range;

use super::super::MentionKind;
use super::super::clauses::Role;
use super::super::grammar::{Class, Form};
use super::super::phrases::{Noun, PhraseKind};
use super::{Line, Reader};
use crate::value::Dimension;

/// The prepositions that tie a phrase to the noun before it.
const TIES: &[&str] = &["of", "for", "in", "across", "between", "on", "at", "from"];

impl Reader<'_> {
    /// Notes what the quantity in a phrase is about.
    pub(super) fn note_topic(&mut self, line: &Line<'_>, at: usize) {
        let Some(noun) = line.parsed.noun(at) else { return };
        let Some(mention) = noun.quantity else { return };
        let Some(dimension) = self.dimension_of(mention).filter(|dimension| *dimension != Dimension::Ordinal) else {
            return;
        };
        let topic = self.topic_of(line, at, noun, mention, dimension).filter(|topic| !topic.is_empty());
        if let (Some(slot), Some(topic)) = (self.topics.get_mut(mention), topic) {
            *slot = Some(topic);
        }
    }

    fn dimension_of(&self, mention: usize) -> Option<Dimension> {
        match &self.page.mentions.get(mention)?.kind {
            MentionKind::Quantity(quantity) => Some(quantity.quantity.unit.dimension),
            MentionKind::Time(_) | MentionKind::Name { .. } | MentionKind::Quote(_) => None,
        }
    }

    fn topic_of(
        &self,
        line: &Line<'_>,
        at: usize,
        noun: &Noun,
        mention: usize,
        dimension: Dimension,
    ) -> Option<Range<usize>> {
        let counts = dimension == Dimension::Count;
        self.modified(line, at, noun, mention)
            .filter(|_| !counts)
            .or_else(|| self.whole(line, at, dimension).filter(|_| !counts))
            .or_else(|| self.same_as_before(line, at))
            .or_else(|| self.measured_in_front(line, at))
            .or_else(|| self.marked(line, at, dimension))
            .or_else(|| {
                if counts && self.is_governed(line, at) {
                    self.subject_of_clause(line, at).filter(|_| self.is_said_to_be(line, at))
                } else {
                    self.of_clause(line, at)
                }
            })
            .or_else(|| self.in_front(line, at).filter(|_| !counts))
    }

    /// "in shootings at two churches": a count behind a preposition is told by the way. "up 40 points" is not.
    fn is_governed(&self, line: &Line<'_>, at: usize) -> bool {
        let preposition = at.checked_sub(1).map(|before| &line.parsed.phrases[before]);
        preposition.is_some_and(|phrase| {
            let level = matches!(self.page.word(phrase.tokens.start), "up" | "down" | "to" | "at" | "by");
            matches!(phrase.kind, PhraseKind::Preposition) && !level
        })
    }

    /// Whether the verb before the number only says what its subject is.
    fn is_said_to_be(&self, line: &Line<'_>, at: usize) -> bool {
        line.parsed.clause_before(at).is_some_and(|clause| line.parsed.lemma(clause) == "be")
    }

    /// What stands nearest before the number, where no verb ties it to anything.
    fn in_front(&self, line: &Line<'_>, at: usize) -> Option<Range<usize>> {
        let plain = |at: &usize| line.parsed.noun(*at).is_some_and(|noun| noun.quantity.is_none() && !noun.pronoun);
        let found = (0..at).rev().find(plain)?;
        Some(self.extent(line, found, at))
    }

    /// "a $5 million grant for nurses": the grant for nurses; "5 miles wide" tells of something else.
    fn modified(&self, line: &Line<'_>, at: usize, noun: &Noun, mention: usize) -> Option<Range<usize>> {
        let first = noun.words.clone().find(|token| self.page.mention(*token) == Some(mention))?;
        let behind = self.page.behind_mention(first);
        let start = (behind..noun.words.end).find(|token| self.page.is_word(*token))?;
        let head = noun.words.end - 1;
        let names = self.page.word(head).len() > 2 && !self.page.is(head, Class::Adjective);
        let participle = matches!(self.page.entry(head).verb, Some((_, Form::Past | Form::Participle)));
        (names && !participle).then(|| start..self.extent(line, at, line.parsed.phrases.len()).end)
    }

    /// "Price: $5" and "Jane Doe, 42, said": the noun before the mark.
    fn marked(&self, line: &Line<'_>, at: usize, dimension: Dimension) -> Option<Range<usize>> {
        let before = at.checked_sub(2)?;
        let mark = &line.parsed.phrases[before + 1].kind;
        let tells = matches!(mark, PhraseKind::Colon)
            || dimension == Dimension::Age && matches!(mark, PhraseKind::Comma | PhraseKind::Open);
        let noun = line.parsed.noun(before).filter(|noun| tells && noun.quantity.is_none() && !noun.pronoun)?;
        Some(noun.words.clone())
    }

    /// "5 % of the harvest", "$2 million in fees": the harvest, the fees.
    fn whole(&self, line: &Line<'_>, at: usize, dimension: Dimension) -> Option<Range<usize>> {
        let noun = line.parsed.noun(at + 2).filter(|noun| noun.quantity.is_none() && !noun.pronoun)?;
        let bare = !noun.definite && noun.name.is_none() && dimension == Dimension::Money;
        let tied = self.preposition(line, at + 1, "of") || bare && self.preposition(line, at + 1, "in");
        tied.then(|| self.extent(line, at + 2, line.parsed.phrases.len()))
    }

    /// "$5 million (£4 million)", "40 points, or 2 %", "12 trains, up from 9": what the number before it is about.
    fn same_as_before(&self, line: &Line<'_>, at: usize) -> Option<Range<usize>> {
        let phrases = &line.parsed.phrases;
        let kind = |back: usize| at.checked_sub(back).map(|at| &phrases[at].kind);
        let held = || {
            let words = at.checked_sub(2).map_or("", |at| self.page.word(phrases[at].tokens.end - 1));
            let link = at.checked_sub(1).map_or("", |at| self.page.word(phrases[at].tokens.start));
            matches!(link, "versus" | "against" | "than" | "compared") || matches!(words, "up" | "down")
        };
        let paired = match kind(1)? {
            PhraseKind::Open => matches!(kind(2), Some(PhraseKind::Noun(noun)) if noun.quantity.is_some()),
            PhraseKind::Conjunction => {
                let back = if matches!(kind(2), Some(PhraseKind::Comma)) { 3 } else { 2 };
                matches!(kind(back), Some(PhraseKind::Noun(noun)) if noun.quantity.is_some())
            }
            PhraseKind::Preposition => held(),
            _ => false,
        };
        let earlier = phrases[..at].iter().rev().find_map(|phrase| match &phrase.kind {
            PhraseKind::Noun(noun) => noun.quantity,
            _ => None,
        });
        earlier.filter(|_| paired).and_then(|mention| self.topics.get(mention).cloned().flatten())
    }

    /// "a fine of $5 million": the fine.
    fn measured_in_front(&self, line: &Line<'_>, at: usize) -> Option<Range<usize>> {
        let before = at.checked_sub(2).filter(|before| self.preposition(line, before + 1, "of"))?;
        let noun = line.parsed.noun(before).filter(|noun| noun.quantity.is_none() && !noun.pronoun)?;
        Some(noun.words.clone())
    }

    /// What the verb before the number is said of, or does something to.
    fn of_clause(&self, line: &Line<'_>, at: usize) -> Option<Range<usize>> {
        let clauses = &line.parsed.clauses;
        let Some(clause) = line.parsed.clause_before(at) else { return self.beside(line, at) };
        if self.opens_next_clause(line, clause, at) {
            return None;
        }
        let verb = clauses[clause].verb;
        if let Some(object) = self.object(line, verb, at).or_else(|| self.nearest(line, verb, at)) {
            return Some(self.extent(line, object, at));
        }
        self.subject_of_clause(line, at)
    }

    /// What the verb before the number is said of. A pronoun has its noun in an earlier clause, if anywhere in the sentence.
    fn subject_of_clause(&self, line: &Line<'_>, at: usize) -> Option<Range<usize>> {
        let clauses = &line.parsed.clauses;
        let clause = line.parsed.clause_before(at)?;
        let chain = line.parsed.chain(clause).into_iter().chain((0..clause).rev());
        let subject = chain.filter_map(|clause| clauses[clause].subject.map(|subject| (subject, clauses[clause].verb)));
        let (subject, verb) = subject
            .filter(|(subject, _)| *subject != at)
            .find(|(subject, _)| line.parsed.noun(*subject).is_some_and(|noun| !noun.pronoun))?;
        // "Its rival, Acme, cut 700 jobs": Acme did.
        let apposed = line.parsed.noun(subject).and_then(|noun| self.apposed(line, noun, subject));
        if let Some(apposed) = apposed.filter(|_| subject < verb) {
            return Some(apposed.words.clone());
        }
        Some(self.extent(line, subject, if subject < verb { verb } else { at }))
    }

    /// Whether a number behind a clause's verb stands in the subject of the next clause.
    fn opens_next_clause(&self, line: &Line<'_>, clause: usize, at: usize) -> bool {
        let verb = line.parsed.clauses[clause].verb;
        line.parsed
            .clauses
            .get(clause + 1)
            .and_then(|next| next.subject)
            .is_some_and(|subject| subject > verb && subject <= at)
            && line.parsed.clauses[clause + 1].role != Role::Relative
    }

    /// "raised its fee by 5 %", "sells the phone for $500": the object, where a preposition stands before the number.
    fn object(&self, line: &Line<'_>, verb: usize, at: usize) -> Option<usize> {
        let tied = at
            .checked_sub(1)
            .is_some_and(|before| before > verb && matches!(line.parsed.phrases[before].kind, PhraseKind::Preposition));
        let first = (verb + 1..at).find(|at| !matches!(line.parsed.phrases[*at].kind, PhraseKind::Modifier))?;
        let noun = line.parsed.noun(first).filter(|noun| self.is_plain(noun));
        (tied && noun.is_some()).then_some(first)
    }

    /// "customers with more than $5 million", "an area about ten miles long": the noun that the number, or its preposition, stands
    /// right behind.
    fn nearest(&self, line: &Line<'_>, verb: usize, at: usize) -> Option<usize> {
        let tied = matches!(line.parsed.phrases.get(at.wrapping_sub(1))?.kind, PhraseKind::Preposition);
        let mut found = at.checked_sub(if tied { 2 } else { 1 }).filter(|found| *found > verb + usize::from(!tied))?;
        line.parsed.noun(found).filter(|noun| self.is_plain(noun))?;
        // "a scale of fines": the scale.
        while found > verb + 2 && self.preposition(line, found - 1, "of") && line.parsed.noun(found - 2).is_some() {
            found -= 2;
        }
        Some(found)
    }

    /// Whether a noun names something beside its number.
    fn is_plain(&self, noun: &Noun) -> bool {
        let numbered = noun.quantity.is_some_and(|mention| self.page.mention(noun.head) == Some(mention));
        !noun.pronoun && !numbered && !self.page.is(noun.head, Class::Adjective)
    }

    /// Without a verb: the noun before the number.
    fn beside(&self, line: &Line<'_>, at: usize) -> Option<Range<usize>> {
        let plain = |at: &usize| line.parsed.noun(*at).is_some_and(|noun| noun.quantity.is_none() && !noun.pronoun);
        let has_verb = !line.parsed.clauses.is_empty();
        let found = (0..at).rev().find(plain).filter(|_| !has_verb)?;
        Some(self.extent(line, found, at))
    }

    /// A noun phrase with those that prepositions tie to it, as far as `end`.
    fn extent(&self, line: &Line<'_>, at: usize, end: usize) -> Range<usize> {
        let Some(noun) = line.parsed.noun(at) else { return 0..0 };
        let mut last = at;
        while last + 2 < end && TIES.iter().any(|tie| self.preposition(line, last + 1, tie)) {
            let Some(_) = line.parsed.noun(last + 2).filter(|noun| noun.quantity.is_none() && !noun.pronoun) else {
                break;
            };
            last += 2;
        }
        let mut stop = if last == at { noun.words.end } else { line.parsed.phrases[last].tokens.end };
        while stop > noun.words.start + 1 && self.is_past_verb(stop - 1) {
            stop -= 1;
        }
        let first = noun.words.start;
        let start = noun
            .quantity
            .filter(|mention| self.page.mention(first) == Some(*mention))
            .map(|_| self.page.behind_mention(first));
        let start = start.filter(|start| *start < noun.words.end).unwrap_or(first);
        let start = noun.possessor.as_ref().filter(|owner| !owner.pronoun).map_or(start, |owner| owner.words.start);
        start..stop
    }

    fn is_past_verb(&self, token: usize) -> bool {
        let page = self.page;
        matches!(page.entry(token).verb, Some((_, Form::Past)))
            && !page.is(token, Class::Adjective)
            && !page.is(token, Class::Either)
            && !page.is_capital(token)
    }

    fn preposition(&self, line: &Line<'_>, at: usize, word: &str) -> bool {
        line.parsed.phrases.get(at).is_some_and(|phrase| {
            matches!(phrase.kind, PhraseKind::Preposition) && self.page.says(phrase.tokens.start, word)
        })
    }
}
