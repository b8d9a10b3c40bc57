//! Hedges: words before and behind a number that open it to one side or blur it.

use super::Draft;
use crate::extract::lexicon::Sense;
use crate::extract::number::Form;
use crate::extract::reading::Reading;
use crate::text::TokenKind;
use crate::value::Wording;

/// The longest hedge has this many words.
const LONGEST: usize = 6;

/// Takes the hedges before and behind a draft into it.
pub(super) fn around(reading: &Reading<'_>, draft: &mut Draft, free: usize) {
    if draft.phrase.form == Form::Ordinal {
        return;
    }
    let mut wording = Wording::Bare;
    while let Some((start, found)) =
        before(reading, draft.start, free).filter(|&(at, _)| !is_over(reading, draft, at) && !is_level(reading, at))
    {
        draft.start = start;
        wording = stronger(found, wording);
    }
    if let Some((end, found)) = after(reading, draft.end).or_else(|| after_number(reading, draft)) {
        draft.end = draft.end.max(end);
        wording = stronger(found, wording);
    }
    if draft.to.is_none() {
        draft.wording = wording;
    }
}

/// "the past 8 weeks": a length of time that is over, and not more than it.
fn is_over(reading: &Reading<'_>, draft: &Draft, at: usize) -> bool {
    reading.reads(at, "past") && super::is_duration(&draft.unit)
}

/// "ticked up to 4.1 percent", "back up to 30 euros": what was reached, and no bound.
fn is_level(reading: &Reading<'_>, at: usize) -> bool {
    reading.reads(at, "up") && at > reading.first && reading.is(at - 1, reading.known().moved_up)
}

/// Of two hedges the one that says more.
fn stronger(outer: Wording, inner: Wording) -> Wording {
    match (outer, inner) {
        (Wording::Bare, inner) => inner,
        (outer, Wording::Bare | Wording::About) => outer,
        (Wording::About, inner) => inner,
        (outer, _) => outer,
    }
}

/// The hedge that ends right before `at`, an article between them or not.
pub(in crate::extract) fn before(reading: &Reading<'_>, at: usize, free: usize) -> Option<(usize, Wording)> {
    let article = at > free && reading.reads_one_of(at - 1, &["the", "a", "an"]);
    // "more than the 5", though not "past the 5": a preposition before an article is no hedge.
    let behind = || article.then(|| ending_at(reading, at - 1, free)).flatten();
    let found = ending_at(reading, at, free).or_else(|| behind().filter(|&(start, _)| start + 1 < at - 1));
    found.map(|found| denied(reading, found, free).unwrap_or(found))
}

/// "not above 40", "not exceeding 40": the other side of a bound, its own number with it or without. "if not more than 40" denies none, and
/// "will not exceed 40" is for its clause to deny.
fn denied(reading: &Reading<'_>, (start, wording): (usize, Wording), free: usize) -> Option<(usize, Wording)> {
    let not = start.checked_sub(1).filter(|&at| at >= free.max(reading.first))?;
    let plain =
        reading.reads_one_of(not, &["not", "never"]) && !reading.reads_one_of(not.wrapping_sub(1), &["if", "or"]);
    let verb = reading.is(start, reading.known().bounding);
    wording.denied().filter(|_| plain && !verb).map(|opposite| (not, opposite))
}

fn ending_at(reading: &Reading<'_>, at: usize, free: usize) -> Option<(usize, Wording)> {
    let earliest = at.saturating_sub(LONGEST).max(free).max(reading.first);
    (earliest..at).find_map(|start| {
        let found = modifier(reading, start, at, |sense| match sense {
            Sense::Before(position) => Some(*position),
            _ => None,
        })?;
        // "<>5", "=>5": one sign of several.
        let torn = reading.glued(start) && matches!(reading.slice(start - 1), "<" | ">" | "=");
        (!torn).then_some((start, found))
    })
}

fn modifier(reading: &Reading<'_>, start: usize, end: usize, pick: impl Fn(&Sense) -> Option<u32>) -> Option<Wording> {
    let entry = reading.entry(start);
    if entry.senses.is_empty() && !entry.starts_row() {
        return None;
    }
    let words = reading.words.get(start..end)?;
    let (length, entry) =
        reading.lexicon.longest(words, |entry| entry.senses.iter().any(|sense| pick(sense).is_some()))?;
    let position = entry.senses.iter().find_map(pick)?;
    (length == end - start)
        .then(|| reading.lexicon.modifiers.get(position as usize).map(|modifier| modifier.wording))?
}

/// The hedge that begins at `at`: "or more", "-plus".
pub(super) fn after(reading: &Reading<'_>, at: usize) -> Option<(usize, Wording)> {
    let (end, position) = reading.sense(at, |sense| match sense {
        Sense::After(position) => Some(*position),
        _ => None,
    })?;
    // A hyphen or plus sign must touch its number, and nothing may be glued behind it.
    let mark = !reading.is_word(at);
    // "5 or less than 6", "900 pilots and up to 1,200 stewards": the hedge of the next number.
    let next =
        reading.reads(end, "than") || reading.reads_one_of(end - 1, &["up"]) && reading.reads_one_of(end, &["to"]);
    // "£5 million plus £1 million", "12 plus 3": a sum.
    let sign = reading.token(end).is_some_and(|token| token.kind == TokenKind::Symbol);
    let sum = reading.reads(at, "plus") && (reading.is_number(end) || sign || reading.entry(end).may_be_number());
    // "the under 18 and under 21 teams": of the next one, too.
    let number = reading.is_number(end) || reading.entry(end).may_be_number();
    let joined = number && reading.reads_one_of(at, &["and", "or"]);
    if next || sum || joined {
        return None;
    }
    if mark && !reading.glued(at) || reading.glued(end) && reading.is_number(end) {
        return None;
    }
    Some((end, reading.lexicon.modifiers.get(position as usize)?.wording))
}

/// "5 or more tonnes", "5,000-plus visitors": the hedge stands between the number and its unit.
fn after_number(reading: &Reading<'_>, draft: &Draft) -> Option<(usize, Wording)> {
    let end = draft.to.map_or(draft.phrase.end, |to| to.end);
    (end < draft.end).then(|| after(reading, end)).flatten()
}
