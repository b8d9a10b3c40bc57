//! Which way an undated time lies: the nearest verb or word of the future or the past decides.

use crate::extract::reading::Reading;

/// Seen from the document's day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
}

/// The tense of the clause around the time at `start..end`, past where nothing tells.
pub(super) fn of(reading: &Reading<'_>, start: usize, end: usize) -> Tense {
    told(reading, start, end).unwrap_or_else(|| if is_note(reading, start, end) { Tense::Future } else { Tense::Past })
}

/// Whether a sentence holds nothing but a time, as in a calendar, which looks ahead.
pub(super) fn is_note(reading: &Reading<'_>, start: usize, end: usize) -> bool {
    let known = reading.known();
    let content = |at: &usize| {
        let entry = reading.entry(*at);
        reading.is_word(*at)
            && !entry.has(known.phrase_end)
            && ![known.time_preposition, known.previous, known.coming].iter().any(|&class| entry.has(class))
            && !entry.may_be_time()
            && !entry.may_begin_time()
            && ![known.zone, known.half_of_day, known.ordinal_ending].iter().any(|&class| entry.has(class))
    };
    reading.end - reading.first < 12 && (reading.first..start).chain(end..reading.end).filter(content).count() == 0
}

/// The same, if anything tells.
pub(super) fn told(reading: &Reading<'_>, start: usize, end: usize) -> Option<Tense> {
    let known = reading.known();
    // "Tuesday's ruling" has been made.
    if matches!(reading.slice(end), "'s" | "’s") {
        return Some(Tense::Past);
    }
    // "until 8 a.m. Friday"
    let clock = |at: usize| {
        reading.is_number(at)
            || reading.is(at, known.half_of_day)
            || reading.is(at, known.zone)
            || reading.slice(at) == ":"
            // "by the middle of May"
            || reading.is(at, known.edge_of_time)
            || reading.reads(at, "of") && reading.is(at.wrapping_sub(1), known.edge_of_time)
            || reading.reads(at, "the") && reading.is(at + 1, known.edge_of_time)
    };
    let led = (reading.first..start).rev().find(|&at| !clock(at));
    // "this year through August" may have gone by.
    let stretch = led.is_some_and(|led| reading.is(led.wrapping_sub(1), known.time_unit));
    if !stretch && led.is_some_and(|led| reading.is(led, known.deadline)) {
        // "had filed reports by Friday"
        let clause = (reading.first..start).rev().take(8).take_while(|&at| !is_break(reading, at));
        let had = clause.chain(end..end + 6).any(|at| reading.reads(at, "had"));
        return Some(if had { Tense::Past } else { Tense::Future });
    }
    let before = (reading.first..start)
        .rev()
        .take(12)
        .take_while(|&at| !is_break(reading, at))
        .find_map(|at| marker(reading, at));
    before
        .or_else(|| (end..reading.end).take(14).find_map(|at| marker(reading, at)))
        .or_else(|| (reading.first..start).rev().take(40).find_map(|at| marker(reading, at)))
        .or_else(|| (end..reading.end).take(40).find_map(|at| marker(reading, at)))
}

fn is_break(reading: &Reading<'_>, at: usize) -> bool {
    matches!(reading.slice(at), ";" | ":" | "." | "“" | "”")
}

fn marker(reading: &Reading<'_>, at: usize) -> Option<Tense> {
    let known = reading.known();
    let entry = reading.entry(at);
    let clitic = matches!(reading.slice(at), "'ll" | "’ll");
    if clitic || entry.has(known.future) || entry.starts_row() && reading.row(at, known.future).is_some() {
        // "It had been due on Friday."
        let lapsed = reading.reads(at.wrapping_sub(1), "been") && reading.reads(at.wrapping_sub(2), "had");
        return Some(if lapsed { Tense::Past } else { Tense::Future });
    }
    if reading.reads(at, "to") && resolved(reading, at) {
        return Some(Tense::Future);
    }
    let word = reading.slice(at);
    // "the last Friday of October" may be to come.
    if reading.reads(at, "last") && reading.reads_one_of(at + 2, &["of", "in"]) {
        return None;
    }
    // "Sat" is a day.
    let past = entry.has(known.past) && !entry.has(known.weekday)
        || word.len() > 4 && word.ends_with("ed") && word.starts_with(char::is_lowercase) && !describes(reading, at);
    past.then(|| if obliged(reading, at) { Tense::Future } else { Tense::Past })
}

/// "voted on Monday to close the school in June": what has been resolved is to come.
fn resolved(reading: &Reading<'_>, to: usize) -> bool {
    let known = reading.known();
    let verb = (reading.first..to).rev().take(8).take_while(|&at| !is_break(reading, at));
    let is_verb = reading.is_word(to + 1)
        && !reading.is_capitalised(to + 1)
        && !reading.reads_one_of(to + 1, &["the", "a", "an"]);
    is_verb && verb.into_iter().any(|at| reading.is(at, known.resolving))
}

/// "a still unnamed date": an adjective, which tells no tense.
fn describes(reading: &Reading<'_>, at: usize) -> bool {
    let article = |at: usize| at >= reading.first && reading.reads_one_of(at, &["a", "an", "the"]);
    let adverb = reading.reads_one_of(at.wrapping_sub(1), &["still", "yet", "previously", "as"]);
    let led = article(at.wrapping_sub(1)) || adverb && article(at.wrapping_sub(2));
    led && reading.slice(at).starts_with("un")
}

/// "when the case is heard in May": behind such a word the present tells what is to come.
fn awaited(reading: &Reading<'_>, at: usize) -> bool {
    let present = reading.reads_one_of(at.wrapping_sub(1), &["is", "are"]);
    let clause = (reading.first..at).rev().take(8).take_while(|&before| reading.is_word(before));
    present && clause.into_iter().any(|before| reading.reads_one_of(before, &["when", "once", "until", "if", "unless"]))
}

/// "will have opened", "is to be opened", "to be held": a past form that an auxiliary of the future governs.
fn obliged(reading: &Reading<'_>, at: usize) -> bool {
    let known = reading.known();
    if awaited(reading, at) {
        return true;
    }
    let from = at.saturating_sub(4).max(reading.first);
    (from..at).rev().take_while(|&before| reading.is_word(before)).any(|before| {
        // "plans announced in January" are a noun and its participle.
        let noun = reading.reads_one_of(before, &["plan", "plans", "deadline", "promises", "hopes", "aims"]);
        reading.is(before, known.future) && !noun || reading.reads(before, "to") && reading.reads(before + 1, "be")
    })
}
