//! "Profit before tax", "earnings before interest and taxes": what has not been taken from a figure, and does nothing itself.

use super::Parsed;
use crate::extract::grammar::Class;
use crate::extract::page::Page;
use crate::extract::phrases::PhraseKind;

/// Whether a phrase leads what has not been taken from the figure in front of it.
pub(super) fn takes_out(page: &Page<'_>, parsed: &Parsed, at: usize) -> bool {
    let is_word = ["before", "after"].into_iter().any(|word| page.says(parsed.phrases[at].tokens.start, word));
    is_word && at > 0 && parsed.noun(at - 1).is_some() && is_plain(page, parsed, at + 1)
}

/// Whether a noun is of what has not been taken, behind "before" or behind another one that stands there.
pub(super) fn is_taken(page: &Page<'_>, parsed: &Parsed, noun: usize) -> bool {
    let is_joint = |at: usize| matches!(parsed.phrases[at].kind, PhraseKind::Conjunction | PhraseKind::Comma);
    let first = (0..noun).rev().find(|at| !is_joint(*at) && !is_plain(page, parsed, *at));
    first.is_some_and(|at| takes_out(page, parsed, at)) && is_plain(page, parsed, noun)
}

/// "tax", "interest", and no "the tax".
fn is_plain(page: &Page<'_>, parsed: &Parsed, at: usize) -> bool {
    let noun = parsed.noun(at).filter(|noun| !noun.definite && noun.possessor.is_none() && noun.quantity.is_none());
    noun.is_some_and(|noun| page.is(noun.head, Class::Taken))
}
