//! Surnames that are common words: "Park" for Leo Park, "Banks" for Judge Robert Banks, where they open a sentence by themselves.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{is_acting, is_name_word, opens_sentence};
use crate::extract::grammar::{Class, Form};
use crate::extract::page::Page;
use crate::text::Sentence;

/// The last words of the names that somebody is called by in full: behind what he is, or in front of his age or "who".
pub(super) fn surnames<'a>(page: &Page<'a>, running: &[&Sentence]) -> FxHashSet<&'a str> {
    let mut found = FxHashSet::default();
    for sentence in running {
        let mut at = sentence.first;
        while at < sentence.end {
            let end = (at..sentence.end).find(|next| !is_name_word(page, *next)).unwrap_or(sentence.end);
            if end > at + 1 && is_somebody(page, at, end, sentence.first) {
                found.insert(page.word(end - 1));
            }
            at = end.max(at + 1);
        }
    }
    // "Robert Banks", where the banks are spoken of too.
    let small = |name: &&str| {
        let mut letters = name.chars();
        letters.next().map(|first| first.to_lowercase().chain(letters).collect::<String>())
    };
    let plurals = found.iter().filter(|name| name.ends_with('s'));
    let plurals: FxHashMap<String, &str> = plurals.filter_map(|name| Some((small(name)?, *name))).collect();
    if !plurals.is_empty() {
        for at in (0..page.tokens.len()).filter(|at| page.is_word(*at) && !page.is_capital(*at)) {
            plurals.get(page.word(at)).map(|name| found.remove(name));
        }
    }
    found
}

/// Whether a run of words with capitals is somebody's name, maybe with what he is in front.
fn is_somebody(page: &Page<'_>, start: usize, end: usize, first: usize) -> bool {
    let called = |at: usize| {
        let human = [Class::Title, Class::PersonNoun, Class::Human, Class::Honorific];
        human.into_iter().any(|class| page.is(at, class)) || page.grammar.are_people(page.lower(at))
    };
    let is_group = (start..end).any(|at| page.is(at, Class::OrganisationWord) || page.is(at, Class::Corporate));
    let name = (start..end - 1).rev().find(|at| called(*at)).map_or(start, |title| title + 1);
    let in_front = start.checked_sub(1).is_some_and(|before| start > first && called(before)) || name > start;
    let who = page.word(end) == "," && page.says(end + 1, "who");
    let full =
        (2..=3).contains(&(end - name)) && (!opens_sentence(page, name, first) || !page.is(name, Class::Determiner));
    full && !is_group && (in_front || who || super::people::is_aged(page, end))
}

/// "Banks also ordered", "Park, 23, ran", "Park's goal": a surname that opens a sentence, and what stands behind it is no noun.
pub(super) fn acts_as_surname(page: &Page<'_>, at: usize) -> bool {
    let next = (at + 1..at + 3).find(|next| !page.is(*next, Class::Adverb)).unwrap_or(at + 1);
    let told = matches!(page.entry(next).verb, Some((_, Form::Past | Form::Third)));
    told || is_acting(page, at) || super::people::is_aged(page, at + 1) || matches!(page.word(at + 1), "'s" | "’s")
}
