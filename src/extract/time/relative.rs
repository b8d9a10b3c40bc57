//! Times seen from the document's day: today, last month, two weeks ago, the next five years.

use jiff::civil::Date;

use super::absolute;
use super::calendar::{self, Step};
use super::duration;
use super::edge;
use super::tense::{self, Tense};
use super::told::Tie;
use super::{Found, capital, clock, date, holiday, period, reach, weekdays};
use crate::extract::lexicon::Class;
use crate::extract::mention::{NOW, TimeMention, TimeType};
use crate::extract::reading::Reading;
use crate::value::{Days, Grain};

/// Reads the relative time at a place.
pub(super) fn read(reading: &Reading<'_>, at: usize) -> Option<Found> {
    day_by_name(reading, at)
        .or_else(|| pointed(reading, at))
        .or_else(|| hyphenated(reading, at))
        .or_else(|| the_step(reading, at))
        .or_else(|| bare_step(reading, at))
        .or_else(|| comparable(reading, at))
        .or_else(|| weekdays::read(reading, at))
        .or_else(|| part_of_day(reading, at))
        .or_else(|| reference(reading, at))
        .or_else(|| edge::by_letters(reading, at))
}

pub(super) fn resolved(start: usize, end: usize, found: Option<(String, Days)>) -> Found {
    let (value, days) = found.unzip();
    Found::new(start, end, date(value, days)).dated()
}

/// "yesterday", "today", "tomorrow", with a part of the day or not; "tonight".
fn day_by_name(reading: &Reading<'_>, at: usize) -> Option<Found> {
    let known = reading.known();
    if reading.is(at, known.tonight) {
        let day = reading.setting.published;
        return Some(part(reading, at, at + 1, day, "NI"));
    }
    let offset = day_seen(reading, at)?;
    let day = reading.setting.published.and_then(|today| Step::Day.moved(today, offset));
    if let Some(letters) = part_letters(reading, at + 1) {
        return Some(part(reading, at, at + 2, day, letters));
    }
    // "today's": the clitic is not part of it.
    Some(resolved(at, at + 1, day.and_then(|day| Step::Day.around(day))))
}

/// How many days from the document's own "yesterday", "today" or "tomorrow" lies.
pub(super) fn day_seen(reading: &Reading<'_>, at: usize) -> Option<i64> {
    let place = reading.entry(at).place_in(reading.known().day_by_name).filter(|_| !capital::is_name(reading, at))?;
    Some(i64::try_from(place % 3).ok()? - 1)
}

pub(super) fn part_letters(reading: &Reading<'_>, at: usize) -> Option<&'static str> {
    let place = reading.entry(at).place_in(reading.known().part_of_day)?;
    ["MO", "AF", "EV", "NI"].get(place).copied()
}

/// A part of a day, or the hour in it that is named behind: "this morning at 3", "tonight at 9:30".
pub(super) fn part(reading: &Reading<'_>, start: usize, end: usize, day: Option<Date>, letters: &str) -> Found {
    let (end, clock) = clock::in_part(reading, end, letters).unwrap_or((end, letters.to_owned()));
    let value = day.map(|day| format!("{day}T{clock}"));
    Found::new(start, end, TimeMention { sort: TimeType::Time, value, days: day.map(Days::day), length: None })
}

/// Which way a word like "last" points: -1, 0 or 1.
pub(super) fn pointer(reading: &Reading<'_>, at: usize) -> Option<i64> {
    let known = reading.known();
    let entry = reading.entry(at);
    let is = |class: Class| entry.has(class);
    if is(known.previous) {
        Some(-1)
    } else if is(known.coming) {
        Some(1)
    } else if is(known.current) {
        Some(0)
    } else {
        None
    }
}

/// "last month", "this year", "next Friday", "the past decade", "last June", "this morning", "the last five years".
fn pointed(reading: &Reading<'_>, at: usize) -> Option<Found> {
    let way = pointer(reading, at)?;
    let the = at > reading.first
        && reading.reads_one_of(at - 1, &["the", "this", "these", "his", "her", "its", "their", "our"])
        && !reading.reads(at, "this");
    let start = if the { at - 1 } else { at };
    let next = reading.past_hyphen(at + 1);
    if !the && is_verb(reading, at) {
        return None;
    }
    let fiscal = reading.reads(next, "fiscal");
    let worked =
        reading.reads(next + 1, "week") && reading.reads_one_of(next, &["working", "work", "business", "trading"]);
    let next = if fiscal || worked || reading.reads_one_of(next, &["calendar", "full"]) { next + 1 } else { next };
    if let Some(letters) = part_letters(reading, next).filter(|_| !the) {
        let day = reading.setting.published.and_then(|today| Step::Day.moved(today, way));
        return Some(part(reading, start, next + 1, day, letters));
    }
    if let Some(found) = holiday::pointed(reading, next, way) {
        return Some(Found { start, ..found });
    }
    if reading.reads(at, "latest") && is_period(reading, next) {
        let found = if reading.reads(next, "period") { None } else { last_quarter(reading) };
        return Some(Found::new(start, next + 1, date(found, None)).tied(Tie::Report(0)));
    }
    if let Some(place) = absolute::weekday(reading, next) {
        return Some(weekdays::pointed(reading, (start, at, next), place, way));
    }
    if let Some(month) = absolute::month(reading, next).filter(|_| !reading.is_number(next + 1)) {
        let year = reading.setting.published.map(|today| pointed_year(today, month, way));
        return Some(resolved(start, next + 1, year.and_then(|year| calendar::month(year, month))));
    }
    if let Some(place) = reading.entry(next).place_in(reading.known().season) {
        return pointed_season(reading, start, next, place % 4, way);
    }
    let step = Step::at(reading, next).filter(|_| !(reading.is_capitalised(at) && capital::is_name(reading, next)));
    let plural = reading.is(next, reading.known().plural_time_unit);
    if fiscal && step == Some(Step::Year) {
        // The days of a fiscal year are its owner's affair.
        let year = reading.setting.published.and_then(|today| Step::Year.around(Step::Year.moved(today, way)?));
        return Some(Found::new(start, next + 1, date(year.map(|(value, _)| value), None)));
    }
    if let Some(step) = step.filter(|_| !plural) {
        return pointed_step(reading, Pointed { start, at, end: next + 1, way, the }, step);
    }
    duration::anchored(reading, start, next, way)
}

/// "expected to last three months", "Following two weeks of rain": words that point elsewhere, and do not here.
fn is_verb(reading: &Reading<'_>, at: usize) -> bool {
    const BEFORE: &[&str] =
        &["to", "will", "would", "can", "could", "may", "might", "should", "not", "n't", "n’t", "they", "we"];
    let counted = reading.is_number(at + 1) || reading.entry(at + 1).may_be_number();
    let lasts = reading.reads(at, "last") && at > reading.first && reading.reads_one_of(at - 1, BEFORE);
    counted && (lasts || reading.reads(at, "following"))
}

/// "year-ago", "a year-earlier quarter", "the year-ago third quarter": a hyphen between the step and its way.
fn hyphenated(reading: &Reading<'_>, at: usize) -> Option<Found> {
    let step = Step::at(reading, at)
        .filter(|_| reading.is_hyphen(at + 1) && reading.reads_one_of(at + 2, &["ago", "earlier"]))?;
    let the = usize::from(at > reading.first && reading.reads_one_of(at - 1, &["the", "a"]));
    let today = reading.setting.published;
    if let Some((end, rank, false)) = period::named_quarter(reading, at + 3).filter(|_| step == Step::Year) {
        let year = today.map(|today| today.year() - if rank * 3 - 2 > today.month() { 2 } else { 1 });
        return Some(resolved(at - the, end, year.and_then(|year| calendar::quarter(year, rank))));
    }
    let whole = Step::at(reading, at + 3).is_some() || reading.reads(at + 3, "period");
    let (start, end) = if whole { (at - the, at + 4) } else { (at, at + 3) };
    let day = today.and_then(|today| step.moved(today, -1)).filter(|_| !whole && reading.reads(at + 2, "ago"));
    let found = resolved(start, end, day.and_then(|day| step.around(day)));
    Some(if step == Step::Year { found.tied(Tie::Report(-1)) } else { found })
}

/// Whether a word names the stretch that a report is about.
fn is_period(reading: &Reading<'_>, at: usize) -> bool {
    reading.reads_one_of(at, &["quarter", "period"])
}

/// The quarter that has ended, of which reports speak.
fn last_quarter(reading: &Reading<'_>) -> Option<String> {
    let last = Step::Month.moved(reading.setting.published?.first_of_month(), -3)?;
    Step::Quarter.around(last).map(|(value, _)| value)
}

/// "the comparable year-ago period", "the same quarter last year", "the corresponding period of 2019".
fn comparable(reading: &Reading<'_>, at: usize) -> Option<Found> {
    let known = reading.known();
    let opens = reading.reads_one_of(at, &["comparable", "corresponding", "same", "like"]);
    let the = usize::from(at > reading.first && reading.reads_one_of(at - 1, &["the", "a"]));
    let start = at - the;
    if !opens {
        return None;
    }
    if let Some(found) = hyphenated(reading, at + 1).filter(|found| found.end == at + 5) {
        return Some(Found { start, ..found });
    }
    let month = Step::at(reading, at + 1) == Some(Step::Month) && !reading.is(at + 1, known.plural_time_unit);
    if !is_period(reading, at + 1) && !month {
        return None;
    }
    let place = if reading.reads_one_of(at + 2, &["of", "in"]) { at + 3 } else { at + 2 };
    if let Some((end, year)) = absolute::year(reading, place) {
        return Some(Found::new(start, end, date(Some(year.to_string()), None)).tied(Tie::ReportIn(year)));
    }
    let last = reading.is(place, known.previous) && Step::at(reading, place + 1) == Some(Step::Year);
    let ago = reading.reads(place, "a")
        && Step::at(reading, place + 1) == Some(Step::Year)
        && reading.is(place + 2, known.back);
    let end = if last { place + 2 } else { place + 3 };
    let year = reading.setting.published.map(|today| (today.year() - 1).to_string());
    let tie = if month { Tie::Moved(Step::Month, -12) } else { Tie::Report(-1) };
    (last || ago).then(|| Found::new(start, end, date(year, None)).tied(tie))
}

/// "the weekend", "the quarter", "the year": one that is told elsewhere; its days are not known, but for a weekend.
fn the_step(reading: &Reading<'_>, at: usize) -> Option<Found> {
    let fiscal = at > reading.first + 1 && reading.reads_one_of(at - 1, &["fiscal", "full"]);
    let before = at - usize::from(fiscal);
    if let Some(found) = that_step(reading, at) {
        return Some(found);
    }
    let tomorrow = reading.reads(at + 1, "after") && reading.reads(at + 2, "tomorrow");
    if reading.reads(at, "weekend") && reading.reads(at + 1, "of") && !reading.reads(before.wrapping_sub(1), "the") {
        return week_of(reading, at, at, Step::Weekend);
    }
    let step =
        Step::at(reading, at).filter(|_| tomorrow || before > reading.first && reading.reads(before - 1, "the"))?;
    if tomorrow && !reading.reads(before.wrapping_sub(1), "the") {
        return beside(reading, Length { start: at, end: at + 1, step, count: Some(1) }, 1);
    }
    let start = before - 1;
    if fiscal && step != Step::Year {
        return None;
    }
    if let Some(found) = week_of(reading, start, at, step) {
        return Some(found);
    }
    let told = Found::new(start, at + 1, date(last_quarter(reading), None)).tied(Tie::Report(0));
    if let Some(found) = reach::stretch_ended(reading, told.clone(), step) {
        return Some(found);
    }
    if let Some(found) = step_before(reading, at, step) {
        return Some(found);
    }
    if reading.is(at, reading.known().plural_time_unit) || goes_on(reading, at + 1) {
        return step_beside(reading, at, step);
    }
    if step == Step::Year && reading.reads_one_of(at + 1, &["ended", "ending"]) {
        let mention = TimeMention { sort: TimeType::Duration, value: Some("P1Y".to_owned()), days: None, length: None };
        return Some(Found::new(start, at + 1, mention));
    }
    let value = |day: Option<Date>| day.and_then(|day| step.around(day)).map(|(value, _)| value);
    let today = reading.setting.published;
    match step {
        Step::Weekend => Some(resolved(start, at + 1, the_weekend(reading, at))),
        Step::Week | Step::Month | Step::Year | Step::Decade | Step::Century => {
            // "the end of the year" is the document's own.
            let days = today.and_then(|today| step.around(today)).map(|(_, days)| days);
            let edge =
                reading.reads(at.wrapping_sub(2), "of") && reading.is(at.wrapping_sub(3), reading.known().edge_of_time);
            (edge || step <= Step::Year).then_some(Found::new(start, at + 1, date(value(today), days.filter(|_| edge))))
        }
        Step::Quarter => Some(told),
        Step::Day => the_day(reading, start),
        Step::Second | Step::Minute | Step::Hour | Step::Millennium | Step::Fortnight => None,
    }
}

/// "closed for the day", "later in the day": the day told last, or the document's.
fn the_day(reading: &Reading<'_>, start: usize) -> Option<Found> {
    let part = reading.reads(start.wrapping_sub(1), "in")
        && reading.reads_one_of(start.wrapping_sub(2), &["later", "earlier", "late", "early"]);
    let led = start > reading.first + 1 && (part || reading.reads(start - 1, "for"));
    let today = reading.setting.published.map(|today| today.to_string());
    led.then(|| Found::new(start, start + 2, date(today, None)).tied(Tie::Moved(Step::Day, 0)))
}

/// "that day", "that same year", "the same month": the one told last.
fn that_step(reading: &Reading<'_>, at: usize) -> Option<Found> {
    let same = at > reading.first && reading.reads(at - 1, "same");
    let opens = |start: &usize| {
        *start >= reading.first && (reading.reads(*start, "that") || same && reading.reads(*start, "the"))
    };
    let start = at.checked_sub(1 + usize::from(same)).filter(opens)?;
    let told = |step: &Step| matches!(step, Step::Day | Step::Week | Step::Weekend | Step::Month | Step::Year);
    let step = Step::at(reading, at).filter(|step| told(step) || *step == Step::Quarter)?;
    let compared = same && reading.reads_one_of(at + 1, &["as", "in", "last", "a"]);
    let clear = !compared && !goes_on(reading, at + 1) && !reading.is(at, reading.known().plural_time_unit);
    let tie = if step == Step::Quarter { Tie::Report(0) } else { Tie::Same(step) };
    clear.then(|| Found::new(start, at + 1, date(None, None)).tied(tie))
}

/// The weekend that "the weekend" means: the last one behind a past tense, else the one of this week.
fn the_weekend(reading: &Reading<'_>, at: usize) -> Option<(String, Days)> {
    let today = reading.setting.published?;
    let back = tense::of(reading, at - 1, at + 1) == Tense::Past && today.weekday() != jiff::civil::Weekday::Sunday;
    Step::Weekend.around(Step::Week.moved(today, if back { -1 } else { 0 })?)
}

/// "the week of May 11": the week that a day lies in; "the week ended May 11": the seven days up to it.
fn week_of(reading: &Reading<'_>, start: usize, at: usize, step: Step) -> Option<Found> {
    let begins = reading.reads_one_of(at + 1, &["of", "starting", "beginning"]);
    let ends = step == Step::Week && reading.reads_one_of(at + 1, &["ended", "ending", "to"]);
    let named = ends || begins && (step == Step::Week || step == Step::Weekend && reading.reads(at + 1, "of"));
    let place = if reading.reads(at + 2, "on") { at + 3 } else { at + 2 };
    let day = named.then(|| super::simple(&reading.deeper()?, place, place)).flatten()?;
    let first = day.mention.days.filter(|days| days.grain == Grain::Day && day.start == place)?.first?;
    if ends {
        let days = Step::Day.moved(first, -6).map(|monday| Days::closed(monday, first, Grain::Week));
        return Some(Found::new(start, day.end, date(Step::Week.around(first).map(|(value, _)| value), days)));
    }
    Some(resolved(start, day.end, step.around(first)))
}

/// "end of year", "by end of month", "year-end", "year's end": the document's own, without an article.
fn bare_step(reading: &Reading<'_>, at: usize) -> Option<Found> {
    let step =
        Step::at(reading, at).filter(|step| matches!(step, Step::Week | Step::Month | Step::Quarter | Step::Year))?;
    let of = reading.reads(at.wrapping_sub(1), "of") && reading.is(at.wrapping_sub(2), reading.known().edge_of_time);
    let clitic = usize::from(matches!(reading.slice(at + 1), "'s" | "’s" | "-"));
    let ends = reading.reads(at + 1 + clitic, "end");
    let end = if ends { at + 2 + clitic } else { at + 1 };
    let done = !reading.is_word(end) || reading.is(end, reading.known().phrase_end);
    let clear = done && !reading.is_hyphen(end) && !reading.is(at, reading.known().plural_time_unit);
    if !clear || !(of || ends) {
        return None;
    }
    let the = ends && at > reading.first && reading.reads(at - 1, "the");
    let start = if the { at - 1 } else { at };
    // "at year-end 2019"
    if let Some((end, year)) = absolute::year_behind(reading, end).filter(|_| ends && step == Step::Year) {
        return Some(resolved(start, end, calendar::year(year)));
    }
    Some(resolved(start, end, reading.setting.published.and_then(|today| step.around(today))))
}

/// "Its loss the year before was": the one before that of which the text tells, where nothing follows that it was before.
fn step_before(reading: &Reading<'_>, at: usize, step: Step) -> Option<Found> {
    let told =
        matches!(step, Step::Week | Step::Month | Step::Year) && !reading.is(at, reading.known().plural_time_unit);
    let ends = !reading.is_word(at + 2) || reading.reads_one_of(at + 2, &["was", "were", "had", "and", "but"]);
    let before = told && ends && reading.reads(at + 1, "before");
    before.then(|| Found::new(at - 1, at + 2, date(None, None)).tied(Tie::Moved(step, -1)))
}

/// "the day after tomorrow", "the day before Christmas", "the week after next", "the month before last".
fn step_beside(reading: &Reading<'_>, at: usize, step: Step) -> Option<Found> {
    let way = beside_way(reading, at + 1)?;
    if let Some(end) = after_next(reading, at + 1) {
        let day = reading.setting.published.and_then(|today| step.moved(first_of(today, step), 2 * way));
        return Some(resolved(at - 1, end, day.and_then(|day| step.around(day))));
    }
    beside(reading, Length { start: at - 1, end: at + 1, step, count: Some(1) }, way).filter(|_| step == Step::Day)
}

/// Which way "after" and "before" point.
pub(super) fn beside_way(reading: &Reading<'_>, at: usize) -> Option<i64> {
    if reading.reads(at, "after") { Some(1) } else { reading.reads(at, "before").then_some(-1) }
}

/// The end of "after next" and "before last".
pub(super) fn after_next(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let after = reading.reads(at, "after") && reading.reads(at + 1, "next");
    let before = reading.reads(at, "before") && reading.reads(at + 1, "last");
    let done = !reading.is_word(at + 2) || reading.is(at + 2, reading.known().phrase_end);
    ((after || before) && done).then_some(at + 2)
}

/// A length of time in a text.
struct Length {
    start: usize,
    end: usize,
    step: Step,
    count: Option<i64>,
}

/// "three weeks from tomorrow", "two days before Christmas": a length from a day that is named behind it.
fn beside(reading: &Reading<'_>, length: Length, way: i64) -> Option<Found> {
    let anchor = super::simple(&reading.deeper()?, length.end + 1, length.end + 1)
        .filter(|anchor| anchor.start == length.end + 1 && anchor.mention.sort == TimeType::Date)?;
    let day = anchor.mention.days.filter(|days| days.grain == Grain::Day).and_then(|days| days.first);
    let lasts = reading.reads(length.end, "from") && reading.reads(length.start.wrapping_sub(1), "for");
    if lasts && length.start > reading.first {
        return Some(edge::lasting(day, length.step, length.count, (length.start, anchor.end)));
    }
    let moved = day.zip(length.count).and_then(|(day, count)| length.step.moved(day, way * count));
    Some(resolved(length.start, anchor.end, moved.and_then(|day| Step::Day.around(day))))
}

/// Whether a noun phrase goes on behind "the year", so that it means another thing: "the year of the flood", "the week before".
fn goes_on(reading: &Reading<'_>, at: usize) -> bool {
    let bound = reading.reads_one_of(at, &["of", "that", "when", "to", "before", "after", "-"]);
    let ended = reading.reads_one_of(at, &["ended", "ending"]);
    let noun = reading.is_word(at) && !reading.is(at, reading.known().phrase_end) && !ended;
    bound || noun || reading.is_number(at) || reading.is_hyphen(at)
}

struct Pointed {
    start: usize,
    at: usize,
    end: usize,
    way: i64,
    the: bool,
}

/// "last week"; "the past year" is the year up to today, and so a length.
fn pointed_step(reading: &Reading<'_>, found: Pointed, step: Step) -> Option<Found> {
    let Pointed { start, at, end, way, the } = found;
    // "the next hour", but not "the last minute".
    let hour = step == Step::Hour
        && (reading.reads_one_of(at, &["next", "past", "coming"]) || the && reading.reads(at, "last"));
    if hour {
        return duration::anchored_one(reading, start, end, step, way);
    }
    if step < Step::Day {
        return None;
    }
    let part = edge::is_part(reading, start) && (Step::Week..=Step::Year).contains(&step);
    if let Some(found) = quarter_of(reading, start, end, way).filter(|_| step == Step::Year) {
        return Some(found);
    }
    // "this coming weekend" is the next one, where "next weekend" is that of the week after.
    let weekend = step == Step::Weekend && reading.reads_one_of(at, &["coming", "upcoming"]);
    let way = if weekend { 0 } else { way };
    let lasting = !part && !weekend && reading.reads_one_of(at, &["past", "coming"])
        || the && reading.reads(at, "last") && step >= Step::Week && step != Step::Quarter
        || the && reading.reads(at, "next") && step >= Step::Decade;
    if lasting {
        return duration::anchored_one(reading, start, end, step, way);
    }
    // "the previous day", "the following week" are seen from what was told before.
    let after_it =
        the && step == Step::Day && reading.reads(at, "next") && tense::told(reading, start, end) == Some(Tense::Past);
    let told = after_it
        || the && !weekend && !reading.reads_one_of(at, &["last", "next", "current", "latest"])
        || reading.reads_one_of(at, &["previous", "preceding", "following", "prior"]);
    if told && !tense::is_note(reading, start, end) {
        return Some(Found::new(start, end, date(None, None)).tied(Tie::Moved(step, way)));
    }
    let day = reading.setting.published.and_then(|today| step.moved(first_of(today, step), way));
    // "next week on Tuesday"
    let on = if reading.reads(end, "on") { end + 1 } else { end };
    if let Some(place) = absolute::weekday(reading, on).filter(|_| step == Step::Week) {
        return Some(resolved(start, on + 1, day.and_then(|day| weekdays::in_week(day, place))));
    }
    Some(resolved(start, end, day.and_then(|day| step.around(day))))
}

/// "next year's first quarter", "last year's second half".
fn quarter_of(reading: &Reading<'_>, start: usize, end: usize, way: i64) -> Option<Found> {
    let (stop, rank, halves) =
        matches!(reading.slice(end), "'s" | "’s").then(|| period::named_quarter(reading, end + 1))??;
    let year = reading.setting.published.and_then(|today| Step::Year.moved(today, way)).map(|day| day.year());
    let found = year.and_then(|year| if halves { calendar::half(year, rank) } else { calendar::quarter(year, rank) });
    Some(resolved(start, stop, found))
}

/// A day from which months can be counted without running over a short one.
fn first_of(day: Date, step: Step) -> Date {
    if step >= Step::Month { day.first_of_month() } else { day }
}

fn pointed_year(today: Date, month: i8, way: i64) -> i16 {
    match way {
        -1 if month >= today.month() => today.year() - 1,
        1 if month <= today.month() => today.year() + 1,
        _ => today.year(),
    }
}

fn pointed_season(reading: &Reading<'_>, start: usize, at: usize, place: usize, way: i64) -> Option<Found> {
    if reading.is_word(at + 1)
        && reading.reads_one_of(at, &["fall", "spring"])
        && !reading.is(at + 1, reading.known().phrase_end)
        && reading.reads_one_of(start, &["the"])
    {
        return None;
    }
    let found = reading.setting.published.and_then(|today| {
        let begins = calendar::season(today.year(), place)?.1.first?;
        let year = match way {
            -1 if begins >= today.first_of_month() || today.month() - begins.month() < 3 => today.year() - 1,
            1 if begins <= today => today.year() + 1,
            0 if place == 3 && today.month() < 3 => today.year() - 1,
            _ => today.year(),
        };
        calendar::season(year, place)
    });
    Some(resolved(start, at + 1, found))
}

/// "the morning", "in the afternoon": a part of a day that is told elsewhere.
fn part_of_day(reading: &Reading<'_>, at: usize) -> Option<Found> {
    let letters = part_letters(reading, at)?;
    if let Some(found) = loose_part(reading, at, letters) {
        return Some(found);
    }
    let the = at > reading.first
        && reading.reads(at - 1, "the")
        && reading.reads_one_of(at.wrapping_sub(2), &["in", "during", "by", "until"]);
    the.then(|| {
        let (end, clock) = clock::in_part(reading, at + 1, letters).unwrap_or((at + 1, letters.to_owned()));
        clock::of_some_day(reading, at - 1, end, &clock)
    })
}

/// "late afternoon", "mid-morning".
fn loose_part(reading: &Reading<'_>, at: usize, letters: &str) -> Option<Found> {
    let mid = reading.is_hyphen(at.wrapping_sub(1)) && reading.reads(at.wrapping_sub(2), "mid");
    let start = if mid { at - 2 } else { at.wrapping_sub(1) };
    let led = mid || at > reading.first && reading.reads_one_of(at - 1, &["early", "late", "mid"]);
    let clear = letters != "NI" && !reading.is_hyphen(at + 1);
    // "mid-afternoon yesterday"
    let (end, day) = clock::day_behind(reading, at + 1);
    (led && clear).then(|| match day {
        Some(_) => part(reading, start, end, day, letters),
        None => clock::of_some_day(reading, start, at + 1, letters),
    })
}

/// "now", "recently", "soon".
pub(super) fn reference(reading: &Reading<'_>, at: usize) -> Option<Found> {
    let known = reading.known();
    let (end, entry) = reading.longest(at, |entry| entry.classes.meets(known.references))?;
    if !is_reference(reading, at, end) {
        return None;
    }
    let value = if entry.has(known.present) {
        NOW
    } else if entry.has(known.past_reference) {
        "PAST_REF"
    } else {
        "FUTURE_REF"
    };
    let today = (value == NOW).then_some(reading.setting.published).flatten();
    let mention = date(Some(value.to_owned()), today.map(Days::day));
    Some(Found::new(at, end, mention).dated())
}

/// Whether a row of words that can mean now or then does so here.
fn is_reference(reading: &Reading<'_>, at: usize, end: usize) -> bool {
    let known = reading.known();
    let ends = !reading.is_word(end) || reading.is(end, known.phrase_end);
    // "recent years" and "in the past four years" are lengths.
    let counted = Step::at(reading, end).is_some()
        || end > at + 1 && (reading.is_number(end) || reading.entry(end).may_be_number());
    // "as soon as possible" and "soon after" are seen from another time.
    let soon = reading.reads(at, "soon")
        && (reading.reads(at.wrapping_sub(1), "as") || reading.reads_one_of(end, &["after", "before"]));
    // "at the time of the fire", "at the time it broke out": so is this.
    let goes_on = !ends || reading.reads_one_of(end, &["of", "that", "when"]);
    let time = reading.reads(end - 1, "time") && goes_on;
    // "future losses" are to come; "its future" is a thing.
    let owner = ["its", "his", "her", "their", "our", "your", "my", "whose", "'s", "’s"];
    let future = end == at + 1
        && reading.reads(at, "future")
        && (ends || reading.is_capitalised(at) || reading.reads_one_of(at.wrapping_sub(1), &owner));
    !counted && !soon && !time && !future
}

/// The time that lies a length before or after the document's day: "two weeks ago". `end` is behind the length.
pub(super) fn away(reading: &Reading<'_>, start: usize, end: usize, step: Step, count: Option<i64>) -> Option<Found> {
    let known = reading.known();
    let way = if reading.reads_one_of(end, &["from", "after"]) { 1 } else { -1 };
    if reading.reads_one_of(end, &["from", "after", "before"]) && reading.row(end, known.seen_from_today).is_none() {
        return beside(reading, Length { start, end, step, count }, way);
    }
    let from_today = reading.row(end, known.seen_from_today);
    let stop = from_today.or_else(|| reading.row(end, known.back)).or_else(|| reading.row(end, known.ahead))?;
    let back = reading.row(end, known.back) == Some(stop);
    let reach = if back { -1 } else { 1 };
    // "five years before the war" has its own anchor; "found 30 minutes later this week" has a time of its own behind it.
    let followed = reading.reads_one_of(end, &["before", "after"])
        || reading.reads_one_of(end, &["later", "earlier"]) && reading.is(end + 1, known.current);
    if followed {
        return None;
    }
    let day = from_today.zip(count).and_then(|(stop, count)| weekdays::away(reading, start, stop, step, reach * count));
    if day.is_some() {
        return day;
    }
    let day = from_today
        .and(reading.setting.published)
        .zip(count)
        .and_then(|(today, count)| step.moved(first_of_if(today, step), reach * count));
    let found = day.and_then(|day| if step >= Step::Day { step.around(day) } else { None });
    let mut found = resolved(start, stop, found);
    let half = (start..end).any(|at| reading.reads(at, "half"));
    if from_today.is_some() && step.is_soon(count) && (count.is_some() || half) {
        found.mention.days = reading.setting.published.map(Days::day);
    }
    // "a year ago" in a report on a quarter is that quarter of the year before; the day of "a year earlier" is told elsewhere.
    Some(match count {
        Some(1) if step == Step::Year && back => found.tied(Tie::Report(-1)),
        Some(count) if from_today.is_none() && step >= Step::Day => found.tied(Tie::Moved(step, reach * count)),
        Some(_) | None => found,
    })
}

fn first_of_if(day: Date, step: Step) -> Date {
    if matches!(step, Step::Month | Step::Quarter) { day.first_of_month() } else { day }
}
