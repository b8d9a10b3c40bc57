//! Years by themselves: behind a preposition, or where they count nothing.

use super::absolute::{counts_things, figure, is_measured, month, named, short_year, spoken_year, year};
use super::calendar;
use super::told::Tie;
use super::{Found, date};
use crate::extract::reading::Reading;
use crate::text::TokenKind;

/// Reads the year at a place.
pub(super) fn read(reading: &Reading<'_>, at: usize) -> Option<Found> {
    if let Some(found) = of_an_era(reading, at) {
        return Some(found);
    }
    if let Some(found) = spoken_decade(reading, at) {
        return Some(found);
    }
    let led = at > reading.first && reading.is(at - 1, reading.known().time_preposition);
    if let Some((end, year)) = spoken_year(reading, at).filter(|_| led || reading.reads(at, "nineteen")) {
        return Some(named(at, end, calendar::year(year)).dated());
    }
    if let Some((end, year)) = short_year(reading, at).filter(|_| led) {
        return Some(named(at, end, calendar::year(year)).dated());
    }
    let (end, value) = year(reading, at)?;
    if led && reading.reads(at - 1, "the") && reading.reads_one_of(end, &["quarter", "period"]) {
        let found = named(at - 1, end + 1, calendar::year(value)).dated();
        return Some(found.tied(Tie::ReportIn(value)));
    }
    let clear =
        !is_joined(reading, at, end, value) && !counts(reading, at, end, value) && is_likely(reading, at, end, value);
    // "the 2026 fiscal year": its days are its owner's affair.
    if clear
        && reading.reads_one_of(end, &["fiscal", "financial"])
        && reading.reads(reading.past_hyphen(end + 1), "year")
    {
        return Some(Found::new(at, reading.past_hyphen(end + 1) + 1, date(Some(format!("FY{value}")), None)));
    }
    clear.then(|| named(at, end, calendar::year(value)).dated())
}

/// "the nineteen seventies".
fn spoken_decade(reading: &Reading<'_>, at: usize) -> Option<Found> {
    let century = if reading.reads(at, "nineteen") { 1900 } else { 1800 };
    let place = reading.entry(at + 1).place_in(reading.known().decade)?;
    let the = at > reading.first && reading.reads(at - 1, "the");
    let decade = calendar::decade(century + 20 + 10 * i16::try_from(place).ok()?);
    reading.reads_one_of(at, &["eighteen", "nineteen"]).then(|| named(at - usize::from(the), at + 2, decade))
}

/// "AD 79", "44 BC", "300 C.E.": a year before 1000, or before Christ, which is on no calendar here.
fn of_an_era(reading: &Reading<'_>, at: usize) -> Option<Found> {
    let known = reading.known();
    let (end, year) = figure(reading, at).filter(|&(end, year)| end == at + 1 && year > 0)?;
    // "ad" and "ce" in small letters are words.
    let says = |at: usize, class| {
        reading.is(at, class) && (reading.slice(at).contains('.') || reading.slice(at).chars().all(char::is_uppercase))
    };
    if at > reading.first && says(at - 1, known.era) && reading.reads_one_of(at - 1, &["AD", "A.D."]) {
        return Some(named(at - 1, end, calendar::year(year)).dated());
    }
    let stop = if reading.slice(end + 1) == "." && reading.glued(end + 1) { end + 2 } else { end + 1 };
    let closes = !counts_things(reading, stop);
    match () {
        () if !closes => None,
        () if says(end, known.era) => Some(named(at, end + 1, calendar::year(year)).dated()),
        () if says(end, known.era_before) => Some(Found::new(at, end + 1, date(Some(format!("BC{year:04}")), None))),
        () => None,
    }
}

/// The "28" of "2025-28".
pub(super) fn is_short_end(reading: &Reading<'_>, at: usize, first: i16) -> bool {
    figure(reading, at).is_some_and(|(_, last)| reading.slice(at).len() == 2 && last > first % 100)
}

/// Whether something stands before it that years stand behind.
fn is_led(reading: &Reading<'_>, at: usize) -> bool {
    let before = at.wrapping_sub(1);
    let marks = matches!(reading.slice(before), "(" | "," | "–" | "-" | "/" | "©" | "’" | "'");
    at > reading.first
        && (reading.is(before, reading.known().time_preposition) || marks || month(reading, before).is_some())
}

/// Whether it is part of a code, a sum of money, a range of numbers, a label.
fn is_joined(reading: &Reading<'_>, at: usize, end: usize, value: i16) -> bool {
    let before = at.wrapping_sub(1);
    let opened =
        matches!(reading.slice(before), "(" | "“" | "\"" | "‘" | "'" | "-" | "–" | "—" | "~" | "/" | "[" | "," | "=");
    let glued = reading.glued(at) && !opened;
    // "138-2010": a hyphen behind a number that is no year joins the parts of a code.
    let coded = reading.is_hyphen(before)
        && reading.is_number(before.wrapping_sub(1))
        && before > reading.first
        && year(reading, before - 1).is_none();
    let dash =
        matches!(reading.slice(end), "-" | "–" | "—") && reading.is_number(end + 1) && year(reading, end + 1).is_none();
    let ranged = dash && !(reading.glued(end) && is_short_end(reading, end + 1, value));
    let symbol = reading.token(before).is_some_and(|token| token.kind == TokenKind::Symbol);
    let money = symbol && reading.glued(at) && !matches!(reading.slice(before), "/" | "~" | "=");
    let prefix = reading.reads_one_of(before.wrapping_sub(1), &["mid", "early", "late", "post", "pre"]);
    let hyphenated = reading.is_hyphen(before) && reading.is_word(before.wrapping_sub(1)) && !prefix;
    glued || coded || ranged || money || hyphenated || reading.is(before, reading.known().label)
}

/// Whether it counts or measures: "2000 people", "1900 miles", "an average of 2000".
fn counts(reading: &Reading<'_>, at: usize, end: usize, value: i16) -> bool {
    let another = is_another(reading, at);
    let led = another || is_led(reading, at) || is_owned(reading, at, value);
    let unit = reading.past_hyphen(end);
    // "during 2016 Stone said": a name, and no unit.
    let name = reading.is_capitalised(unit) && reading.slice(unit).chars().skip(1).any(char::is_lowercase);
    let symbol =
        reading.glued(end) && !reading.lexicon.symbol(reading.slice(end)).is_empty() && !reading.reads(end, "s");
    let measured = is_measured(reading, unit) && !(name && led) && !reading.reads(end, "s");
    // "the 1992 protests" are of a year; a number of them would have a comma.
    let weak: &[&str] = if value % 100 == 0 {
        &["of", "to", "for", "than", "about", "around", "as", "and", "the"]
    } else {
        &["of", "to", "for", "than", "about", "around", "as", "and"]
    };
    let things = counts_things(reading, end)
        && (!led || !is_modern(value) || !another && reading.reads_one_of(at.wrapping_sub(1), weak));
    measured || symbol || things || is_sum(reading, at)
}

/// "our 1987 earnings", "Norvik's 1987 earnings": a round number would count them.
fn is_owned(reading: &Reading<'_>, at: usize, value: i16) -> bool {
    let owners = ["my", "your", "his", "her", "its", "our", "their", "'s", "’s"];
    value % 10 != 0 && reading.reads_one_of(at.wrapping_sub(1), &owners)
}

/// "the 1983 and 1984 audits": behind a year.
fn is_another(reading: &Reading<'_>, at: usize) -> bool {
    at >= reading.first + 2
        && reading.reads_one_of(at - 1, &["and", "or"])
        && year(reading, at - 2).is_some_and(|(_, year)| is_modern(year))
}

/// Whether a number behind "of" counts: "an average of 2000".
fn is_sum(reading: &Reading<'_>, at: usize) -> bool {
    at > reading.first + 1 && reading.reads(at - 1, "of") && reading.is(at - 2, reading.known().sum)
}

fn is_modern(value: i16) -> bool {
    (1900..2100).contains(&value)
}

/// Years before 1900 are years only in the company that years keep.
fn is_likely(reading: &Reading<'_>, at: usize, end: usize, value: i16) -> bool {
    let before = at.wrapping_sub(1);
    let strong = ["in", "since", "by", "from", "until", "before", "after", "circa", "of", "to", "c.", "ca"];
    let ends = !reading.is_word(end) || reading.reads(before, "in") && reading.is(end, reading.known().phrase_end);
    is_modern(value)
        || is_between(reading, at, end)
        || is_led(reading, at) && reading.reads_one_of(before, &strong) && ends
}

/// "between 1600 and 1900", "A.D. 79": years by each other's company, or by their era.
fn is_between(reading: &Reading<'_>, at: usize, end: usize) -> bool {
    let before = at.wrapping_sub(1);
    let first = reading.reads(before, "between") && reading.reads(end, "and") && year(reading, end + 1).is_some();
    // "between 1600 and 1900", "between A.D. 900 and 1150"
    let opens = before.wrapping_sub(2);
    let opens = if reading.reads_one_of(opens, &["A.D.", "AD"]) { opens.wrapping_sub(1) } else { opens };
    let earlier = year(reading, before.wrapping_sub(1)).is_some() && reading.reads(opens, "between");
    let era = reading.reads_one_of(before, &["A.D.", "AD"]) || reading.reads_one_of(end, &["A.D.", "AD", "CE"]);
    first || reading.reads(before, "and") && earlier || era || is_from_to(reading, at, end)
}

/// "From 1879 to 1883 they fought": years before 1900 that rise, not both of them round, of nothing that is counted.
fn is_from_to(reading: &Reading<'_>, at: usize, end: usize) -> bool {
    let first = if reading.reads(at.wrapping_sub(1), "to") { at.wrapping_sub(2) } else { at };
    let Some((link, from)) = year(reading, first) else { return false };
    let Some((stop, to)) = year(reading, link + 1).filter(|_| reading.reads(link, "to")) else { return false };
    let counted = counts_things(reading, stop) || is_measured(reading, stop);
    let known = reading.known();
    let moved = (first.saturating_sub(4)..first).any(|at| reading.is(at, known.up) || reading.is(at, known.down));
    first > reading.first
        && reading.reads(first - 1, "from")
        && (first..=link + 1).contains(&at)
        && end <= stop
        && from < to
        && from % 100 + to % 100 > 0
        && !counted
        && !moved
}
