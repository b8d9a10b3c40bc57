//! Dates on the calendar: days, months, years, decades, quarters, halves, seasons, in every order.

use jiff::civil::{Date, Weekday};

use super::calendar::{self, Step};
use super::numeric;
use super::period;
use super::tense::{self, Tense};
use super::told::Tie;
use super::{Found, date};
use crate::extract::lexicon::Known;
use crate::extract::mention::{TimeMention, TimeType};
use crate::extract::number::{self, Before, Form};
use crate::extract::reading::Reading;
use crate::value::{Days, Grain};

/// Reads the date at a place.
pub(super) fn read(reading: &Reading<'_>, at: usize) -> Option<Found> {
    let known = reading.known();
    let entry = reading.entry(at);
    if reading.is_number(at) {
        return by_figures(reading, at).map(|found| with_weekday(reading, found));
    }
    if entry.has(known.weekday) {
        return weekday_first(reading, at);
    }
    if entry.has(known.month) {
        let found = by_month(reading, at).map(|found| with_weekday(reading, found));
        return found.or_else(|| period::quarter(reading, at));
    }
    if entry.may_be_number() || entry.has(known.previous) {
        let ranked =
            is_ranked(reading, at).then(|| day_first(reading, at).or_else(|| period::century(reading, at))).flatten();
        return ranked.or_else(|| period::quarter(reading, at)).or_else(|| super::year::read(reading, at));
    }
    if entry.has(known.season) {
        return period::season(reading, at);
    }
    let opens = entry.has(known.opener) || entry.has(known.decade) || !reading.is_word(at);
    let found =
        || period::decade(reading, at).or_else(|| period::quarter(reading, at)).or_else(|| period::fiscal(reading, at));
    opens.then(found).flatten().or_else(|| (!reading.is_word(at)).then(|| super::year::read(reading, at)).flatten())
}

fn by_figures(reading: &Reading<'_>, at: usize) -> Option<Found> {
    day_first(reading, at)
        .or_else(|| numeric::read(reading, at))
        .or_else(|| period::decade(reading, at))
        .or_else(|| period::year_quarter(reading, at))
        .or_else(|| period::quarter(reading, at))
        .or_else(|| period::century(reading, at))
        .or_else(|| super::year::read(reading, at))
}

/// Whether a rank can begin with a number word: "third", "twenty-first".
pub(super) fn is_ranked(reading: &Reading<'_>, at: usize) -> bool {
    let known = reading.known();
    let rank = |at: usize| reading.is(at, known.ordinal) || reading.is(at, known.ordinal_ten);
    rank(at) || rank(reading.past_hyphen(at + 1))
}

pub(super) fn named(start: usize, end: usize, found: Option<(String, Days)>) -> Found {
    let (value, days) = found.unzip();
    Found::new(start, end, date(value, days))
}

/// The month that a word names, 1 to 12. Words that are also others ("may", "march", "mar") need a capital.
pub(super) fn month(reading: &Reading<'_>, at: usize) -> Option<i8> {
    let place = reading.entry(at).place_in(reading.known().month)?;
    let word = reading.slice(at);
    // "$DEC" is a share.
    if reading.glued(at) && matches!(reading.slice(at - 1), "$" | "#" | "@") {
        return None;
    }
    let capital = word.starts_with(char::is_uppercase);
    let doubtful = word.len() <= 4 || matches!(word, "may" | "march" | "august");
    let stop = usize::from(reading.slice(at + 1) == "." && reading.glued(at + 1));
    let led = at > reading.first && reading.is(at - 1, reading.known().month_preposition);
    let of_year = reading.reads(at + 1, "of") && year(reading, at + 2).is_some();
    // "nobody under 18 may enter"
    let verb = !reading.is(at + 1, reading.known().phrase_end) && !reading.is(at + 1, reading.known().time_preposition);
    let modal =
        word == "may" && reading.is_word(at + 1) && (verb || reading.reads_one_of(at + 1, &["be", "not", "have"]));
    let numbered = led
        || of_year
        || reading.is_number(at + 1 + stop)
        || reading.is(at + 1, reading.known().ordinal)
        || at > reading.first
            && !modal
            && (reading.is_number(at - 1)
                || reading.reads(at - 1, "of")
                || reading.is(at - 1, reading.known().ordinal_ending));
    (capital || !doubtful || numbered).then(|| i8::try_from(place % 12 + 1).ok())?
}

/// The weekday that a word names, from 0 for Monday on.
pub(super) fn weekday(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let place = reading.entry(at).place_in(reading.known().weekday)?;
    let word = reading.slice(at);
    let doubtful = word.trim_end_matches('.').len() <= 3 && !word.starts_with(char::is_uppercase);
    let sun = matches!(word, "Sun" | "Sat" | "Wed" | "Mon" | "SUN" | "SAT")
        && !(month(reading, past_comma(reading, at + 1)).is_some() || reading.is_number(past_comma(reading, at + 1)));
    let timed = reading.reads(at + 1, "at") && reading.is_number(at + 2);
    (!doubtful && (!sun || timed) || stands_alone(reading, at)).then_some(place % 7)
}

/// Whether a sentence has no other word, prepositions of times aside.
fn stands_alone(reading: &Reading<'_>, at: usize) -> bool {
    let other = |place: &usize| *place != at && reading.is_word(*place);
    reading.end - reading.first < 4
        && (reading.first..reading.end).filter(other).all(|place| reading.is(place, reading.known().time_preposition))
}

/// The whole number of a token of digits, with the ending of a rank or not, and where it ends.
pub(super) fn figure(reading: &Reading<'_>, at: usize) -> Option<(usize, i16)> {
    let slice = reading.slice(at);
    let plain = reading.is_number(at) && slice.len() <= 4 && slice.bytes().all(|byte| byte.is_ascii_digit());
    let value = plain.then(|| slice.parse().ok())??;
    let ending = reading.glued(at + 1) && reading.is(at + 1, reading.known().ordinal_ending);
    Some((at + 1 + usize::from(ending), value))
}

/// A day of the month and where it ends: "5", "5th", "fifth".
pub(super) fn day(reading: &Reading<'_>, at: usize) -> Option<(usize, i8)> {
    if let Some((end, value)) = figure(reading, at) {
        let unfit = reading.glued(end)
            && (reading.is_word(end) && !reading.slice(end).starts_with(['\'', '’']) && month(reading, end).is_none()
                || matches!(reading.slice(end), "%" | "$")
                || reading.slice(end) == ":" && reading.glued(end + 1));
        return i8::try_from(value).ok().filter(|day| (1..=31).contains(day) && !unfit).map(|day| (end, day));
    }
    let rank = is_ranked(reading, at)
        .then(|| number::read(reading, at, Before::Other))
        .flatten()
        .filter(|phrase| phrase.form == Form::Ordinal)?;
    let value = i8::try_from(rank.value()?.to_integer()?).ok()?;
    (1..=31).contains(&value).then_some((rank.end, value))
}

/// A year in four figures and where it ends.
pub(super) fn year(reading: &Reading<'_>, at: usize) -> Option<(usize, i16)> {
    let (end, value) = figure(reading, at).filter(|&(end, _)| end == at + 1 && reading.slice(at).len() == 4)?;
    let genitive = reading.reads(end, "s") && value % 10 != 0;
    let joined = reading.glued(end)
        && (reading.is_word(end) && !genitive && !reading.slice(end).starts_with(['\'', '’'])
            || matches!(reading.slice(end), "%" | ":" | "$"));
    ((1000..2200).contains(&value) && !joined).then_some((end, value))
}

/// A year in two figures behind an apostrophe ('98).
pub(super) fn short_year(reading: &Reading<'_>, at: usize) -> Option<(usize, i16)> {
    let apostrophe = matches!(reading.slice(at), "'" | "’" | "‘") && reading.glued(at + 1);
    let (end, value) = figure(reading, at + 1).filter(|_| apostrophe && reading.slice(at + 1).len() == 2)?;
    Some((end, full_year(value)))
}

/// The year that two figures stand for.
pub(super) fn full_year(value: i16) -> i16 {
    if value > 40 { 1900 + value } else { 2000 + value }
}

pub(super) fn any_year(reading: &Reading<'_>, at: usize) -> Option<(usize, i16)> {
    year(reading, at).or_else(|| short_year(reading, at)).or_else(|| spoken_year(reading, at))
}

/// "nineteen ninety-nine", "twenty ten": two numbers below a hundred.
pub(super) fn spoken_year(reading: &Reading<'_>, at: usize) -> Option<(usize, i16)> {
    let century = match reading.slice(at).to_ascii_lowercase().as_str() {
        "eighteen" => 18,
        "nineteen" => 19,
        "twenty" => 20,
        "two" => return two_thousand(reading, at),
        _ => return None,
    };
    let start = at + 1;
    let joined = reading.is_hyphen(start) || !reading.is_word(start);
    let rest = (!joined)
        .then(|| number::read(reading, start, Before::Other))
        .flatten()
        .filter(|phrase| phrase.form == Form::Words)?;
    let value = i16::try_from(rest.value()?.to_integer()?).ok().filter(|value| (10..100).contains(value))?;
    Some((rest.end, century * 100 + value))
}

/// "seventeen hundred and twelve", where nothing follows that is counted.
fn hundreds(reading: &Reading<'_>, at: usize) -> Option<(usize, i16)> {
    let phrase = reading.reads(at + 1, "hundred").then(|| number::read(reading, at, Before::Other)).flatten()?;
    let value = i16::try_from(phrase.value()?.to_integer()?).ok().filter(|value| (1100..2000).contains(value))?;
    let done = !reading.is_word(phrase.end) || reading.is(phrase.end, reading.known().phrase_end);
    (done && !is_measured(reading, phrase.end)).then_some((phrase.end, value))
}

/// "two thousand", "two thousand and ten", where nothing follows that is counted.
fn two_thousand(reading: &Reading<'_>, at: usize) -> Option<(usize, i16)> {
    let phrase = reading.reads(at + 1, "thousand").then(|| number::read(reading, at, Before::Other)).flatten()?;
    let value = i16::try_from(phrase.value()?.to_integer()?).ok().filter(|value| (2000..2100).contains(value))?;
    let done = !reading.is_word(phrase.end) || reading.is(phrase.end, reading.known().phrase_end);
    (done && phrase.form == Form::Words && !is_measured(reading, phrase.end)).then_some((phrase.end, value))
}

/// Behind a comma.
pub(super) fn past_comma(reading: &Reading<'_>, at: usize) -> usize {
    if reading.slice(at) == "," { at + 1 } else { at }
}

/// Behind a comma or an "of" before a year.
pub(super) fn year_behind(reading: &Reading<'_>, at: usize) -> Option<(usize, i16)> {
    let of = if reading.reads(at, "of") || reading.reads(at, "in") { at + 1 } else { at };
    any_year(reading, past_comma(reading, at))
        .or_else(|| any_year(reading, of))
        .or_else(|| hundreds(reading, past_comma(reading, at)))
        .filter(|&(end, _)| !counts_things(reading, end))
}

/// "2000 people": a year-like number that counts.
pub(super) fn counts_things(reading: &Reading<'_>, end: usize) -> bool {
    let word = reading.slice(end);
    let known = reading.known();
    let unit = reading.entry(end).senses.iter().any(|sense| {
        matches!(sense, crate::extract::lexicon::Sense::Unit(_) | crate::extract::lexicon::Sense::Magnitude(_))
    });
    let plural = word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && word.starts_with(char::is_lowercase)
        || reading.is(end, known.plural);
    unit || plural && !reading.is(end, known.phrase_end) && !reading.is(end, known.not_plural)
}

/// "Wednesday, October 29", "Wed 29 October 2025": the weekday belongs to the date that follows.
fn weekday_first(reading: &Reading<'_>, at: usize) -> Option<Found> {
    weekday(reading, at)?;
    let next = past_comma(reading, at + 1);
    let next = if reading.reads(next, "the") { next + 1 } else { next };
    let found = by_month(reading, next)
        .filter(|found| found.mention.days.is_none_or(|days| days.grain == Grain::Day))
        .filter(|_| reading.is_number(next + 1));
    let found =
        found.or_else(|| weekday_and_day(reading, at, next)).or_else(|| day_first(reading, next)).or_else(|| {
            numeric::read(reading, next).filter(|found| found.mention.days.is_some_and(|days| days.grain == Grain::Day))
        })?;
    let wanted = weekday(reading, at).and_then(calendar::weekday)?;
    Some(on_weekday(reading, Found { start: at, ..found }, wanted))
}

/// "March 6, Friday": the weekday behind a day belongs to it.
fn with_weekday(reading: &Reading<'_>, found: Found) -> Found {
    let place = past_comma(reading, found.end);
    let day = found.mention.days.is_some_and(|days| days.grain == Grain::Day);
    let ends = !reading.is_word(place + 1) && !reading.is_number(past_comma(reading, place + 1));
    let wanted = weekday(reading, place).filter(|_| day && ends && place > found.end).and_then(calendar::weekday);
    let Some(wanted) = wanted else { return found };
    on_weekday(reading, Found { end: place + 1, ..found }, wanted)
}

/// A day without a year is one of last, this or next year where only that one has such a weekday: "Friday, March 6".
fn on_weekday(reading: &Reading<'_>, found: Found, wanted: Weekday) -> Found {
    let day = found.mention.days.filter(|days| days.grain == Grain::Day && !found.dated).and_then(|days| days.first);
    let Some(day) = day.filter(|day| day.weekday() != wanted) else { return found };
    let near = match tense::of(reading, found.start, found.end) {
        Tense::Past => [-1, 1],
        Tense::Future => [1, -1],
    };
    let moved = near.into_iter().filter_map(|years| Date::new(day.year() + years, day.month(), day.day()).ok());
    match moved.into_iter().find(|day| day.weekday() == wanted) {
        Some(day) => named(found.start, found.end, calendar::day(day.year(), day.month(), day.day())),
        None => found,
    }
}

/// "Wednesday 29th": the nearest month in which that day is such a weekday.
fn weekday_and_day(reading: &Reading<'_>, at: usize, next: usize) -> Option<Found> {
    // "Friday, the fourth decline": a rank of something else.
    let ends =
        |end: usize| !reading.is_word(end) && !reading.is_number(end) || reading.is(end, reading.known().phrase_end);
    let done = |end: usize| matches!(reading.slice(end), "" | "." | "!" | "?") && !reading.is_number(end + 1);
    let ranked = |end: usize| end == next + 2 || done(end) || !reading.is_number(next) && ends(end);
    let (end, day) = day(reading, next)
        .filter(|&(end, _)| ranked(end) && month(reading, end).is_none() && !reading.reads(end, "of"))?;
    let wanted = calendar::weekday(weekday(reading, at)?)?;
    let today = reading.setting.published?;
    let order: &[i64] = match tense::of(reading, at, end) {
        // A day of the month is the same weekday within fourteen months.
        Tense::Past => &[0, -1, -2, -3, -4, -5, -6, 1, 2, 3, 4, -7, -8, -9, -10, -11, -12, -13],
        Tense::Future => &[0, 1, 2, 3, 4, 5, 6, -1, -2, -3, -4, 7, 8, 9, 10, 11, 12, 13],
    };
    let fits = |months: &i64| -> Option<Date> {
        let first = calendar::Step::Month.moved(today.first_of_month(), *months)?;
        Date::new(first.year(), first.month(), day).ok().filter(|found| found.weekday() == wanted)
    };
    let found = order.iter().find_map(fits)?;
    Some(named(at, end, calendar::day(found.year(), found.month(), found.day())))
}

/// "October 29, 2025", "October 2025", "October 29-31", "October".
fn by_month(reading: &Reading<'_>, at: usize) -> Option<Found> {
    let month = month(reading, at)?;
    let next = if reading.slice(at + 1) == "." && reading.glued(at + 1) { at + 2 } else { at + 1 };
    let next = if matches!(reading.slice(next), "-" | "/") && reading.glued(next) && reading.glued(next + 1) {
        next + 1
    } else {
        next
    };
    let ranked = |at: usize| day(reading, at).is_some_and(|(end, _)| reading.is_word(end - 1));
    let first =
        if reading.reads(next, "the") || reading.slice(next) == "," && ranked(next + 1) { next + 1 } else { next };
    if let Some((end, day)) =
        day(reading, first).filter(|_| !reading.slice(first).starts_with('0') || reading.slice(first).len() == 2)
    {
        return Some(days_of_month(reading, at, end, month, day));
    }
    if let Some((end, year)) = year_behind(reading, next) {
        return Some(named(at, end, calendar::month(year, month)).dated());
    }
    let of = if reading.reads(next, "of") { next + 1 } else { next };
    if let Some(year) = relative_year(reading, of, reading.known())
        .filter(|_| Step::at(reading, of + 1) == Some(Step::Year) && !reading.reads(of, "the"))
    {
        return Some(named(at, of + 2, year.and_then(|year| calendar::month(year, month))).dated());
    }
    if let Some((end, year)) = counted_year(reading, next) {
        return Some(named(at, end, calendar::month(year, month)).dated());
    }
    let linked = (reading.reads_one_of(next, &["to", "and", "through", "thru", "until"])
        || matches!(reading.slice(at + 1), "-" | "–" | "—"))
        && (self::month(reading, next + 1).is_some() || self::month(reading, at + 2).is_some());
    let other = !reading.is_capitalised(at) && reading.slice(at).len() < 4
        || is_name(reading, at) && !stands_alone(reading, at);
    if !linked && other {
        return None;
    }
    Some(named(at, at + 1, near_month(reading, at, at + 1, month)))
}

/// "June two years ago", "June in two years": the year behind a month that a number of them tells.
fn counted_year(reading: &Reading<'_>, at: usize) -> Option<(usize, i16)> {
    let place = at + usize::from(reading.reads(at, "in"));
    let counted = reading.is_number(place) || reading.entry(place).may_be_number();
    let (end, year) = counted.then(|| super::holiday::year_at(reading, place)).flatten()?;
    let years = (place + 1..end).any(|at| Step::at(reading, at) == Some(Step::Year));
    years.then_some((end, year))
}

/// "April Smith", "May said", "the March for Life": months that name something else.
fn is_name(reading: &Reading<'_>, at: usize) -> bool {
    let doubtful = matches!(
        reading.slice(at),
        "May"
            | "March"
            | "April"
            | "June"
            | "August"
            | "Jan"
            | "Mar"
            | "Dec"
            | "Jun"
            | "Sep"
            | "Oct"
            | "Nov"
            | "Apr"
            | "Jul"
            | "Aug"
            | "Feb"
            | "MAY"
            | "MARCH"
    );
    let known = reading.known();
    let before = at.wrapping_sub(1);
    let led = at > reading.first
        && (reading.is(before, known.time_preposition)
            || reading.is(before, known.previous)
            || reading.is(before, known.coming)
            || reading.is(before, known.current)
            || reading.reads_one_of(before, &["a", "and", "or", "every", "each"])
            || matches!(reading.slice(before), "," | "(" | "-" | "/"));
    let named = reading.is_capitalised(at + 1) && weekday(reading, at + 1).is_none()
        || reading.is_capitalised(before) && !reading.is_first(before) && !led;
    // "In June Halden sold": behind a word of time that opens the sentence it is the month.
    let opens = led && reading.is_first(before);
    doubtful && (!led || named && !opens) || named && !led
}

/// A month without a year: the nearest in the direction of the tense.
fn near_month(reading: &Reading<'_>, start: usize, end: usize, month: i8) -> Option<(String, Days)> {
    let today = reading.setting.published?;
    let back = (today.month() - month).rem_euclid(12);
    // A month that lies close by on the one side and far on the other is the close one, whatever the tense.
    let past = match tense::told(reading, start, end) {
        Some(Tense::Past) => back < 11,
        Some(Tense::Future) => back < 2 && back > 0,
        None => back <= 6 && !tense::is_note(reading, start, end),
    };
    let ahead = (12 - back) % 12;
    let months = if past { -i64::from(back) } else { i64::from(ahead) };
    let day = calendar::Step::Month.moved(today.first_of_month(), months)?;
    calendar::month(day.year(), month)
}

/// "October 29", with a second day, a year, both or neither.
fn days_of_month(reading: &Reading<'_>, start: usize, end: usize, month: i8, first: i8) -> Found {
    let ranked = end > start + 2 && !reading.glued(end + 1);
    let dash = matches!(reading.slice(end), "-" | "–" | "—" | "/") && (reading.glued(end) || ranked)
        || reading.reads_one_of(end, &["to", "through", "and", "or", "until", "till"]);
    let behind = if reading.reads(end + 1, "the") { end + 2 } else { end + 1 };
    let second = dash.then(|| day(reading, behind)).flatten().filter(|&(stop, last)| {
        let on = behind == end + 2 && last < first && reading.is_word(stop - 1);
        (last > first || on) && !reading.is_hyphen(stop) && !counts_things(reading, stop) && !is_measured(reading, stop)
    });
    let second = second.or_else(|| super::span::listed(reading, end, first));
    let turn = if second.is_some_and(|(_, last)| last < first) { Turn::After } else { Turn::None };
    let stop = second.map_or(end, |(stop, _)| stop);
    let joined = reading.slice(stop) == "-" && reading.glued(stop) && second.is_none();
    let year = year_behind(reading, stop).or_else(|| joined.then(|| self::year(reading, stop + 1)).flatten());
    let end = year.map_or(stop, |(end, _)| end);
    dated(
        reading,
        start,
        end,
        Dated { year: year.map(|(_, year)| year), month, first, last: second.map(|(_, last)| last), turn },
    )
}

pub(super) fn is_measured(reading: &Reading<'_>, at: usize) -> bool {
    reading.entry(at).senses.iter().any(|sense| {
        matches!(sense, crate::extract::lexicon::Sense::Unit(_) | crate::extract::lexicon::Sense::Magnitude(_))
    }) || matches!(reading.slice(at), "%" | "$")
}

/// A day of a month or two, with a year if it is said.
pub(super) struct Dated {
    pub year: Option<i16>,
    pub month: i8,
    pub first: i8,
    pub last: Option<i8>,
    pub turn: Turn,
}

/// Where the month turns between two days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Turn {
    None,
    /// "from the 27th to the 3rd of April": the first day is of the month before.
    Before,
    /// "from April 27th to the 3rd": the last day is of the month after.
    After,
}

impl Turn {
    /// How many months the first and the last day lie from the month that is named.
    fn months(self) -> (i64, i64) {
        match self {
            Turn::None => (0, 0),
            Turn::Before => (-1, 0),
            Turn::After => (0, 1),
        }
    }
}

/// A day of the month that lies so many months from one.
fn day_from(year: i16, month: i8, months: i64, day: i8) -> Option<(String, Days)> {
    let first = Step::Month.moved(Date::new(year, month, 1).ok()?, months)?;
    calendar::day(first.year(), first.month(), day)
}

pub(super) fn dated(reading: &Reading<'_>, start: usize, end: usize, said: Dated) -> Found {
    if said.year.is_none() && said.last.is_none() && is_of_that_year(reading, end) {
        return Found::new(start, end, date(None, None)).tied(Tie::In(said.month, said.first));
    }
    let year = said.year.or_else(|| near_year(reading, start, end, said.month, said.first));
    let Some(year) = year else { return Found::new(start, end, date(None, None)) };
    let (back, on) = said.turn.months();
    let first = day_from(year, said.month, back, said.first);
    let last = said.last.and_then(|last| day_from(year, said.month, on, last));
    let found = match (first, last) {
        (Some((from, first)), Some((to, last))) => {
            Found::new(start, end, date(Some(format!("{from}/{to}")), Some(Days::span(first, last))))
        }
        (first, _) => named(start, end, first),
    };
    Found { dated: said.year.is_some(), ..found }
}

/// "Oct. 3 that year", "of the same year": the year is told elsewhere.
fn is_of_that_year(reading: &Reading<'_>, end: usize) -> bool {
    let at = if reading.reads(end, "of") { end + 1 } else { end };
    let same = reading.reads_one_of(at, &["that", "the"]) && reading.reads(at + 1, "same");
    let year = if same { at + 2 } else { at + 1 };
    (same || reading.reads(at, "that")) && reading.reads(year, "year")
}

/// The year of a day without one: the nearest in the direction of the tense, and the nearest at all where nothing tells.
fn near_year(reading: &Reading<'_>, start: usize, end: usize, month: i8, day: i8) -> Option<i16> {
    let today = reading.setting.published?;
    Date::new(today.year(), month, day).ok().or_else(|| Date::new(today.year(), month, 1).ok())?;
    let months = i32::from(month) - i32::from(today.month());
    let (back, ahead) = match tense::told(reading, start, end) {
        Some(Tense::Past) => (2, -10),
        Some(Tense::Future) => (8, -4),
        None if tense::is_note(reading, start, end) => (8, 0),
        None => (6, -6),
    };
    Some(if months > back {
        today.year() - 1
    } else if months < ahead {
        today.year() + 1
    } else {
        today.year()
    })
}

/// "29 October 2025", "the 29th of October", "29–31 October".
fn day_first(reading: &Reading<'_>, at: usize) -> Option<Found> {
    let (end, first) = day(reading, at)?;
    let dash = matches!(reading.slice(end), "-" | "–" | "/")
        || reading.reads_one_of(end, &["to", "and", "through", "until", "till"]);
    let behind = if reading.reads(end + 1, "the") { end + 2 } else { end + 1 };
    let the = usize::from(at > reading.first && reading.reads(at - 1, "the"));
    let opened = at > reading.first + the && reading.reads_one_of(at - 1 - the, &["from", "between"]);
    // "from the 27th to the 3rd of April"
    let ranked = |end: usize| reading.is_word(end - 1);
    let turns = |stop: usize, last: i8| opened && last < first && ranked(end) && ranked(stop);
    let second = dash.then(|| day(reading, behind)).flatten().filter(|&(stop, last)| last > first || turns(stop, last));
    let turn = if second.is_some_and(|(_, last)| last < first) { Turn::Before } else { Turn::None };
    let (stop, last) = second.map_or((end, None), |(stop, last)| (stop, Some(last)));
    let stop =
        if reading.reads(stop, "of") || reading.slice(stop) == "-" && reading.glued(stop) { stop + 1 } else { stop };
    if let Some(found) = day_alone(reading, at, end, stop, first) {
        return Some(found);
    }
    let month = month(reading, stop).filter(|_| reading.is_capitalised(stop) || reading.slice(stop).len() > 2)?;
    let behind = if reading.slice(stop + 1) == "." && reading.glued(stop + 1) { stop + 2 } else { stop + 1 };
    let dashed = if reading.slice(behind) == "-" && reading.glued(behind) { behind + 1 } else { behind };
    let year = year_behind(reading, behind).or_else(|| any_year(reading, dashed)).or_else(|| {
        let (end, value) = figure(reading, dashed).filter(|_| dashed > behind && reading.slice(dashed).len() == 2)?;
        Some((end, full_year(value)))
    });
    let end = year.map_or(stop + 1, |(end, _)| end);
    let found = dated(reading, at, end, Dated { year: year.map(|(_, year)| year), month, first, last, turn });
    Some(Found { start: at - the, ..found })
}

/// "the 12th of next month", "on the 15th": a day whose month is told otherwise, or is the nearest. `stop` is behind an "of".
fn day_alone(reading: &Reading<'_>, at: usize, end: usize, stop: usize, day: i8) -> Option<Found> {
    let the = at > reading.first && reading.reads(at - 1, "the");
    let start = if the { at - 1 } else { at };
    let rank = end > at + 1 || !reading.is_number(at);
    let today = reading.setting.published;
    let nearest = |shift: i64| Step::Month.moved(today?.first_of_month(), shift);
    let of_month = |month: Date| calendar::day(month.year(), month.month(), day);
    let stop = stop + usize::from(stop > end && reading.reads(stop, "the") && Step::at(reading, stop + 1).is_none());
    if stop > end && Step::at(reading, stop + 1) == Some(Step::Month) {
        let known = reading.known();
        let shift = match () {
            () if reading.is(stop, known.previous) => -1,
            () if reading.is(stop, known.coming) => 1,
            () if reading.is(stop, known.current) || reading.reads(stop, "the") => 0,
            () if reading.is(stop, known.each_time) => return Some(each_month(start, stop + 2, day)),
            () => return None,
        };
        return Some(named(start, stop + 2, nearest(shift).and_then(of_month)));
    }
    let led = the && start > reading.first && reading.is(start - 1, reading.known().day_preposition);
    let done = !reading.is_word(end) && !reading.is_hyphen(end) || reading.is(end, reading.known().phrase_end);
    let noted = the && tense::is_note(reading, start, end) && reading.end - reading.first < 5;
    let alone = (led || noted)
        && done
        && rank
        && (noted || reading.is_number(at))
        && !reading.reads_one_of(end, &["of", "and", "to"]);
    if !alone || stop > end {
        return None;
    }
    let shift = match tense::of(reading, start, end) {
        Tense::Past if today.is_some_and(|today| today.day() < day) => -1,
        Tense::Future if today.is_some_and(|today| today.day() > day) => 1,
        Tense::Past | Tense::Future => 0,
    };
    Some(named(start, end, nearest(shift).and_then(of_month)))
}

/// "the 15th of every month".
fn each_month(start: usize, end: usize, day: i8) -> Found {
    let value = Some(format!("XXXX-XX-{day:02}"));
    Found::new(start, end, TimeMention { sort: TimeType::Set, value, days: None, length: None })
}

/// The year of "last year", "this year", "next year", where the document's day is known.
pub(super) fn relative_year(reading: &Reading<'_>, at: usize, known: &Known) -> Option<Option<i16>> {
    let offset = if reading.is(at, known.previous) {
        -1
    } else if reading.is(at, known.current) || reading.reads(at, "the") {
        0
    } else if reading.is(at, known.coming) {
        1
    } else {
        return None;
    };
    Some(reading.setting.published.map(|today| today.year() + offset))
}
