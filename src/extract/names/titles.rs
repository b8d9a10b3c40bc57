//! Runs of words with capitals, cut at the titles in them: "Acme CEO Jane Doe" is a name, a title and a name.

use std::ops::Range;

use super::{Found, is_acronym};
use crate::extract::grammar::Class;
use crate::extract::page::Page;

/// Cuts "Acme CEO Jane Doe" into a name, a title and a name; drops demonyms in front of titles and nouns.
pub(super) fn split_at_titles(page: &Page<'_>, run: Range<usize>, found: &mut Vec<Found>) {
    let whole = [Class::EventNoun, Class::OrganisationWord, Class::Dedicated];
    // "Tarn Mayor Alice Church"
    let named = run.end.checked_sub(3).filter(|title| *title >= run.start && page.is(run.end - 1, Class::SurnameToo));
    let named = named.is_some_and(|title| page.is(title, Class::Title) || page.is(title, Class::PersonNoun));
    let event = !named && whole.into_iter().any(|class| page.is(run.end - 1, class));
    let is_title = |start: usize, end: usize| page.grammar.classes(page.slice(start..end)).has(Class::Title);
    // "Town Manager": an office may have no word that is one by itself.
    // "Dean Martin": a given name, unless a full name stands behind it.
    let given = run.len() == 2 && page.is(run.start, Class::GivenNameToo);
    let given = given && !run.start.checked_sub(1).is_some_and(|before| page.says(before, "the"));
    let opens = |at: &usize| {
        let titled = (*at + 1..=(*at + 4).min(run.end)).any(|end| is_title(*at, end));
        !(given && *at == run.start) && titled || is_trade(page, *at..run.end)
    };
    // "Medical Examiner Una Pell", where the first word is one of those whose capital tells nothing.
    let before = run.start.checked_sub(1).filter(|before| page.is_word(*before) && page.is_capital(*before));
    let before = before.filter(|before| (run.start + 1..run.end).take(3).any(|end| is_title(*before, end)));
    let run = before.unwrap_or(run.start)..run.end;
    let Some(first) = (run.start..run.end).find(|at| !event && opens(at)) else {
        push_name(page, run, None, found);
        return;
    };
    let mut last = first + 1;
    while last < run.end && (page.is(last, Class::Title) || page.is(last, Class::PersonNoun)) {
        last += 1;
    }
    // "Deputy Fire Chief": a rank, and the title behind it.
    let ranked = (last + 1..=(last + 3).min(run.end)).rfind(|end| is_title(last, *end));
    last = ranked.filter(|_| page.is(first, Class::Deputy)).unwrap_or(last);
    // "Chief Commercial Officer": a title may go on behind words that are none.
    let last = (first + 1..=(first + 4).min(run.end)).rfind(|end| *end > last && is_title(first, *end)).unwrap_or(last);
    push_name(page, run.start..first, None, found);
    push_name(page, last..run.end, Some(first..last), found);
}

/// "Striker Leo Park": what somebody is in front of a name of two or three words, none of which makes it an organisation's.
fn is_trade(page: &Page<'_>, run: Range<usize>) -> bool {
    let trade = page.is(run.start, Class::PersonNoun) || page.is(run.start, Class::Human);
    let plain = |at: usize| !page.is(at, Class::OrganisationWord) && !page.is(at, Class::Corporate);
    trade && matches!(run.len(), 3 | 4) && (run.start + 1..run.end).all(plain)
}

fn push_name(page: &Page<'_>, tokens: Range<usize>, title: Option<Range<usize>>, found: &mut Vec<Found>) {
    let start = (tokens.start..tokens.end).find(|at| !page.is(*at, Class::Honorific)).unwrap_or(tokens.end);
    let end = tokens.end;
    let demonym = start < end
        && page.grammar.classes(page.slice(start..end)).has(Class::Demonym)
        && !is_acronym(page.word(start));
    if start < end && !demonym {
        let honorific = (start > tokens.start).then_some(tokens.start..start);
        let title = title.or(honorific).or_else(|| small_title(page, start));
        found.push(Found { tokens: start..end, title });
    }
}

/// The title in small letters right in front of a name: "chief executive Jane Doe".
fn small_title(page: &Page<'_>, at: usize) -> Option<Range<usize>> {
    let is_title = |token: usize| page.is(token, Class::Title) || page.is(token, Class::PersonNoun);
    // "Head teacher": an office whose words are none by themselves.
    let is_office = |start: usize| page.grammar.classes(page.slice(start..at)).has(Class::Title);
    let first = (at.saturating_sub(3)..at).find(|start| is_office(*start) || (*start..at).all(is_title))?;
    Some(first..at)
}
