//! Stretches of the calendar by name: decades, centuries, quarters, halves, seasons, fiscal years.

use jiff::civil::Date;

use super::absolute::{any_year, day, figure, named, relative_year, short_year, year, year_behind};
use super::calendar::{self, Step};
use super::tense::{self, Tense};
use super::{Found, date, reach};
use crate::extract::reading::Reading;
use crate::value::Days;

/// "the 1990s", "the '90s", "1990's", "the nineties".
pub(super) fn decade(reading: &Reading<'_>, at: usize) -> Option<Found> {
    let the = at > reading.first && reading.reads(at - 1, "the");
    // "her early seventies" are years of a life.
    let aged = at > reading.first + 1
        && reading.reads_one_of(at - 2, &["my", "your", "his", "her", "its", "our", "their", "whose", "'s", "’s"]);
    let led = at > reading.first && reading.reads_one_of(at - 1, &["in", "during", "early", "late"]) && !aged;
    if let Some(place) =
        reading.entry(at).place_in(reading.known().decade).filter(|_| (the || led) && !is_warm(reading, at))
    {
        return Some(named(at - usize::from(the), at + 1, calendar::decade(1920 + 10 * i16::try_from(place).ok()?)));
    }
    let apostrophe = matches!(reading.slice(at), "'" | "’" | "‘") && reading.glued(at + 1);
    let place = at + usize::from(apostrophe);
    let slice = reading.slice(place);
    let ending = reading.glued(place + 1) && reading.reads_one_of(place + 1, &["s", "'s", "’s"]);
    // "the 50s and 60s"
    let joined = at > reading.first + 2
        && reading.reads_one_of(at - 1, &["and", "or", "to"])
        && reading.reads(at - 2, "s")
        && reading.is_number(at - 3);
    // "the early 80s", though not "her early 80s"
    let part = at > reading.first + 1
        && reading.is(at - 1, reading.known().part_of_time)
        && reading.reads_one_of(at - 2, &["the", "and", "of"]);
    let value: i16 = reading.is_number(place).then(|| slice.parse().ok())??;
    let first = match slice.len() {
        4 if (1000..2100).contains(&value) => value,
        2 if apostrophe || the || joined || part => {
            if value < 30 {
                2000 + value
            } else {
                1900 + value
            }
        }
        _ => return None,
    };
    let plain = reading.slice(place + 1) == "s" || the || apostrophe;
    let heat = slice.len() == 2 && is_warm(reading, at);
    if !ending || first % 10 != 0 || !plain || heat {
        return None;
    }
    let start = if the { at - 1 } else { at };
    Some(named(start, place + 2, calendar::decade(first)))
}

/// "highs in the 80s": degrees.
fn is_warm(reading: &Reading<'_>, at: usize) -> bool {
    let warm = ["temperature", "temperatures", "highs", "lows"];
    (at.saturating_sub(6)..at).any(|at| reading.reads_one_of(at, &warm))
}

/// "the third quarter of 2025", "third-quarter", "Q3 2025", "the first half", "H1", "2Q".
pub(super) fn quarter(reading: &Reading<'_>, at: usize) -> Option<Found> {
    let (end, rank, halves) = letter_quarter(reading, at).or_else(|| named_quarter(reading, at))?;
    let fiscal = reading.reads(end, "fiscal") || reading.reads(end + 1, "fiscal");
    let of = if reading.reads(end, "of") { end + 1 } else { end };
    let known = reading.known();
    let the = at > reading.first && reading.reads(at - 1, "the");
    let start = if the { at - 1 } else { at };
    let behind =
        year_behind(reading, end).or_else(|| short_year(reading, end)).or_else(|| glued_short_year(reading, end));
    let (end, year) = match behind {
        Some((end, year)) => (end, Some(year)),
        None if Step::at(reading, of + 1) == Some(Step::Year) && of > end => {
            relative_year(reading, of, known).map_or((end, None), |year| (of + 2, year))
        }
        None => (end, None),
    };
    let before = at > reading.first + usize::from(the) && year.is_none();
    let leading = before.then(|| self::year(reading, start - 1)).flatten();
    let start = if leading.is_some() { start - 1 } else { start };
    // "2019's second quarter", "fiscal 2019's second quarter"
    let owner = before && start > reading.first + 1 && matches!(reading.slice(start - 1), "'s" | "’s");
    let owned = owner.then(|| self::year(reading, start - 2)).flatten();
    let leading = leading.or(owned);
    let fiscal =
        fiscal || owned.is_some() && reading.reads_one_of(start.wrapping_sub(3), &["fiscal", "financial", "FY"]);
    if fiscal {
        return Some(Found::new(start, end, date(None, None)));
    }
    let said = year.or(leading.map(|(_, year)| year));
    let year = said.or_else(|| near_quarter(reading, start, end, rank, halves));
    let found = year.and_then(|year| if halves { calendar::half(year, rank) } else { calendar::quarter(year, rank) });
    let found = named(start, end, found);
    if let Some((_, last)) = reach::ended(reading, end).filter(|_| !halves) {
        return Some(quarter_ended(found, rank, last));
    }
    Some(if said.is_some() { found.dated() } else { found })
}

/// "the second quarter ended June 30": that of the calendar where its rank is; the days of another are its owner's affair.
fn quarter_ended(mut found: Found, rank: i8, last: Date) -> Found {
    if rank * 3 == last.month() {
        return named(found.start, found.end, calendar::quarter(last.year(), rank)).dated();
    }
    found.mention.days = None;
    found
}

fn glued_short_year(reading: &Reading<'_>, at: usize) -> Option<(usize, i16)> {
    let (end, value) = figure(reading, at).filter(|_| reading.glued(at) && reading.slice(at).len() == 2)?;
    Some((end, 2000 + value))
}

/// "the 1988 second quarter", "2025 Q3".
pub(super) fn year_quarter(reading: &Reading<'_>, at: usize) -> Option<Found> {
    // "18Q4", "2018Q4"
    let fits = |end: usize, value: i16| reading.slice(at).len() == 2 || (1900..2200).contains(&value) && end == at + 1;
    let short = || figure(reading, at).filter(|&(end, value)| fits(end, value) && reading.glued(end));
    let (end, year) = year(reading, at).or_else(|| {
        let (end, value) = short().filter(|_| letter_quarter(reading, at + 1).is_some())?;
        Some((end, if value < 100 { super::absolute::full_year(value) } else { value }))
    })?;
    let (end, rank, halves) =
        letter_quarter(reading, reading.past_hyphen(end)).or_else(|| named_quarter(reading, end))?;
    let the = at > reading.first && reading.reads(at - 1, "the");
    let found = if halves { calendar::half(year, rank) } else { calendar::quarter(year, rank) };
    Some(named(if the { at - 1 } else { at }, end, found))
}

/// "the 20th century", "the nineteenth century".
pub(super) fn century(reading: &Reading<'_>, at: usize) -> Option<Found> {
    let (end, rank) = day(reading, at).filter(|&(end, _)| reading.is_word(end - 1))?;
    let place = reading.past_hyphen(end);
    let first = (i16::from(rank) - 1).checked_mul(100).filter(|_| reading.reads(place, "century") && rank > 1)?;
    let the = at > reading.first && reading.reads(at - 1, "the");
    let days = Days::years(first, first + 99)?;
    Some(named(if the { at - 1 } else { at }, place + 1, Some((format!("{:02}", rank - 1), days))))
}

/// The year of a quarter without one: the last one that has begun, or the next one in a future tense.
fn near_quarter(reading: &Reading<'_>, start: usize, end: usize, rank: i8, halves: bool) -> Option<i16> {
    let today = reading.setting.published?;
    let begins = (rank - 1) * if halves { 6 } else { 3 } + 1;
    Some(match tense::of(reading, start, end) {
        Tense::Past if begins > today.month() => today.year() - 1,
        Tense::Future if begins + 5 < today.month() => today.year() + 1,
        Tense::Past | Tense::Future => today.year(),
    })
}

fn letter_quarter(reading: &Reading<'_>, at: usize) -> Option<(usize, i8, bool)> {
    let (letter, digit) = if reading.is_word(at) { (at, at + 1) } else { (at + 1, at) };
    let halves = match reading.slice(letter) {
        "Q" | "q" => false,
        "H" => true,
        _ => return None,
    };
    let rank = figure(reading, digit).and_then(|(_, rank)| i8::try_from(rank).ok())?;
    let fits =
        (1..=if halves { 2 } else { 4 }).contains(&rank) && reading.glued(at + 1) && reading.slice(digit).len() == 1;
    fits.then_some((at + 2, rank, halves))
}

pub(super) fn named_quarter(reading: &Reading<'_>, at: usize) -> Option<(usize, i8, bool)> {
    let rank = number_rank(reading, at)?;
    let place = reading.past_hyphen(rank.0);
    let place = if reading.reads_one_of(place, &["fiscal", "calendar"]) { place + 1 } else { place };
    let halves = match Step::at(reading, place) {
        Some(Step::Quarter) if !reading.is(place, reading.known().plural_time_unit) => false,
        None if reading.reads(place, "half") => true,
        _ => return None,
    };
    // "the first half" of a match is none of a year.
    let dated = !halves
        || reading.reads(place + 1, "of")
            && (any_year(reading, place + 2).is_some()
                || (place + 2..place + 4).any(|at| Step::at(reading, at) == Some(Step::Year)))
        || reading.reads(place + 1, "year");
    let most = if halves { 2 } else { 4 };
    ((1..=most).contains(&rank.1) && dated).then_some((place + 1, rank.1, halves))
}

fn number_rank(reading: &Reading<'_>, at: usize) -> Option<(usize, i8)> {
    if reading.reads(at, "final")
        || reading.reads(at, "last") && reading.reads(at + 1, "quarter") && reading.reads(at + 2, "of")
    {
        return Some((at + 1, 4));
    }
    if reading.reads(at, "last") && reading.reads(at + 1, "half") && reading.reads(at + 2, "of") {
        return Some((at + 1, 2));
    }
    let (end, rank) = day(reading, at).filter(|&(end, _)| reading.is_word(end - 1))?;
    Some((end, rank))
}

/// "fiscal 2026", "fiscal year 2026", "FY2026", "FY26": a year whose days its owner fixes.
pub(super) fn fiscal(reading: &Reading<'_>, at: usize) -> Option<Found> {
    let place = match reading.slice(at) {
        "FY" => at + 1,
        word if word.eq_ignore_ascii_case("fiscal") || word.eq_ignore_ascii_case("financial") => {
            at + 1 + usize::from(reading.reads(at + 1, "year"))
        }
        _ => return None,
    };
    let (end, year) =
        year(reading, place).or_else(|| short_year(reading, place)).or_else(|| glued_short_year(reading, place))?;
    Some(Found::new(at, end, date(Some(format!("FY{year}")), None)))
}

/// "summer 2025", "the spring of 2020"; without a year only behind "last", "this" and "next", which read it themselves.
pub(super) fn season(reading: &Reading<'_>, at: usize) -> Option<Found> {
    let place = reading.entry(at).place_in(reading.known().season)? % 4;
    let the = at > reading.first && reading.reads(at - 1, "the");
    let start = if the { at - 1 } else { at };
    if let Some((end, year)) = year_behind(reading, at + 1) {
        return Some(named(start, end, calendar::season(year, place)));
    }
    let led = the
        && at > reading.first + 1
        && reading.reads_one_of(at - 2, &["in", "by", "since", "until", "during", "for", "over"])
        || at > reading.first
            && reading.reads_one_of(at - 1, &["in", "by", "since", "until", "during", "over", "early", "late"]);
    let clear = !reading.reads(at, "fall") && !reading.reads(at, "spring")
        || the && !reading.reads(at + 1, "of") && !reading.reads(at + 1, "in");
    let ends = !reading.is_word(at + 1) || reading.is(at + 1, reading.known().phrase_end);
    (led && clear && ends).then(|| named(start, at + 1, near_season(reading, start, at + 1, place)))
}

fn near_season(reading: &Reading<'_>, start: usize, end: usize, place: usize) -> Option<(String, Days)> {
    let today = reading.setting.published?;
    let begins = calendar::season(today.year(), place)?.1.first?;
    let year = match tense::of(reading, start, end) {
        Tense::Past if begins > today => today.year() - 1,
        Tense::Future if begins < today && today.month() > begins.month() + 2 => today.year() + 1,
        Tense::Past | Tense::Future => today.year(),
    };
    calendar::season(year, place)
}
