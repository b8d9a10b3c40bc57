//! Verbs whose subject is what they are done to.

use super::super::page::Page;
use super::super::phrases::{Mood, PhraseKind};
use super::{Parsed, Role};

impl Parsed {
    /// Whether what the subject of a clause is said to be is done to it: "was built", "the plant built by Acme".
    pub fn is_passive(&self, clause: usize) -> bool {
        let Some((own, verb)) = self.clauses.get(clause).and_then(|own| Some((own, self.verb(own.verb)?))) else {
            return false;
        };
        let is_relative = |at: usize| matches!(self.phrases[at].kind, PhraseKind::Relative);
        let adjacent = |subject: usize| {
            subject + 1 == own.verb && own.verb.checked_sub(2).is_none_or(|at| !is_relative(at))
                // "the ferry, operated by Acme,"
                || matches!(self.phrases[own.verb.saturating_sub(1)].kind, PhraseKind::Comma)
                    && subject < own.verb
                    && !(subject.saturating_sub(1)..own.verb).any(is_relative)
                // "Born in Lund, Berg"
                || subject > own.verb
        };
        let reduced =
            own.role == Role::Relative && verb.mood == Mood::PastOrParticiple && own.subject.is_some_and(adjacent);
        verb.passive || reduced
    }
}

/// "rose, helped by demand": a participle behind a mark or none, and by whom it is done.
pub(super) fn agents(page: &Page<'_>, parsed: &mut Parsed) {
    for at in 0..parsed.phrases.len() {
        let is_mark =
            |at: usize| matches!(parsed.phrases[at].kind, PhraseKind::Comma | PhraseKind::Dash | PhraseKind::Open);
        let by = parsed
            .phrases
            .get(at + 1)
            .is_some_and(|next| matches!(next.kind, PhraseKind::Preposition) && page.says(next.tokens.start, "by"));
        let agent = parsed.noun(at + 2).is_some_and(|noun| noun.quantity.is_none());
        if at.checked_sub(1).is_none_or(is_mark)
            && by
            && agent
            && let PhraseKind::Verb(verb) = &mut parsed.phrases[at].kind
        {
            verb.passive |= verb.mood == Mood::PastOrParticiple;
        }
    }
}
