//! What a relative pronoun stands for.

use super::super::page::Page;
use super::super::phrases::PhraseKind;
use super::{Parsed, is_open_list};

/// The noun that a relative pronoun at `relative` stands for.
pub fn antecedent(page: &Page<'_>, parsed: &Parsed, relative: usize) -> Option<usize> {
    let mut at = relative;
    while at > 0 {
        at -= 1;
        if parsed.noun(at).is_some() {
            let open = at > 0
                && matches!(parsed.phrases[at - 1].kind, PhraseKind::Preposition)
                && is_open_list(page, parsed.phrases[at - 1].tokens.start);
            if !open {
                return Some(before_place(page, parsed, relative, at).unwrap_or(at));
            }
        }
    }
    None
}

/// "a mill in Lund that opened": a name that is not set apart by a comma is told apart by nothing behind it, so what stands in front of it
/// is meant.
fn before_place(page: &Page<'_>, parsed: &Parsed, relative: usize, place: usize) -> Option<usize> {
    let says = |at: usize, words: &[&str]| words.iter().any(|word| page.says(parsed.phrases[at].tokens.start, word));
    let named = place + 1 == relative && says(relative, &["that"]) && parsed.noun(place)?.name.is_some();
    let within = place.checked_sub(1).filter(|at| named && says(*at, &["in", "at", "near", "on"]))?;
    let thing = within.checked_sub(1)?;
    parsed.noun(thing).filter(|noun| noun.name.is_none() && !noun.pronoun).map(|_| thing)
}
