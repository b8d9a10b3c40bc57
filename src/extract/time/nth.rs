//! Days and weeks counted within a date: "the first Monday of March", "the last week of 2019".

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::calendar::{self, Step};
use super::{Found, absolute, date, recurring, simple};
use crate::extract::mention::{TimeMention, TimeType};
use crate::extract::number::{self, Before, Form};
use crate::extract::reading::Reading;
use crate::value::{Days, Grain, Number};

/// Reads the counted day or week at a place, or a number of them.
pub(super) fn read(reading: &Reading<'_>, at: usize) -> Option<Found> {
    let (end, rank) = rank(reading, at)?;
    let (end, many) = many(reading, end, rank).map_or((end, None), |(end, many)| (end, Some(many)));
    let weekday = absolute::weekday(reading, end).and_then(calendar::weekday);
    let small = |step: &Step| matches!(step, Step::Day | Step::Week | Step::Weekend | Step::Month);
    let step = Step::at(reading, end).filter(|step| small(step) || many.is_some() && *step == Step::Quarter);
    let the = at > reading.first && reading.reads(at - 1, "the");
    let start = if the { at - 1 } else { at };
    if let Some(found) = weekday.and_then(|weekday| beside(reading, start, end + 1, rank, weekday)) {
        return Some(found);
    }
    if let Some(stretch) = each_stretch(reading, end + 1).filter(|_| weekday.is_some() || step == Some(Step::Day)) {
        return Some(recurring::set(start, end + 4, super::duration::timex(stretch, Some(Number::ONE))));
    }
    if weekday.is_none() && step.is_none() || !reading.reads_one_of(end + 1, &["of", "in"]) {
        return None;
    }
    let whole = whole(reading, end + 2)?;
    let days = whole.mention.days.or_else(|| the_document_s(reading, &whole)).filter(|days| days.grain >= Grain::Month);
    if let Some(many) = many {
        let step = step?;
        let span = days.and_then(|days| some(days, many, step));
        let value = super::duration::timex(step, Some(Number::from_integer(i128::from(many.abs()))));
        let mention = TimeMention { sort: TimeType::Duration, value: Some(value), days: span, length: None };
        return Some(Found::new(start, whole.end, mention));
    }
    let found = days.and_then(|days| counted(days, rank, weekday, step));
    let (value, days) = found.unzip();
    Some(Found::new(start, whole.end, date(value, days)))
}

/// "of each month": the stretch in which a counted day comes round.
fn each_stretch(reading: &Reading<'_>, at: usize) -> Option<Step> {
    let each = reading.reads_one_of(at, &["of", "in"]) && reading.is(at + 1, reading.known().each_time);
    Step::at(reading, at + 2).filter(|step| each && *step > Step::Day)
}

/// "the first Tuesday after Easter": a weekday counted from a day that is named behind it, where "after" or "before" stands at `link`.
pub(super) fn beside(reading: &Reading<'_>, start: usize, link: usize, rank: i64, weekday: Weekday) -> Option<Found> {
    let way = match () {
        () if reading.reads(link, "after") => 1,
        () if reading.reads(link, "before") => -1,
        () => return None,
    };
    let inner = &reading.deeper()?;
    let anchor = simple(inner, link + 1, link + 1).or_else(|| simple(inner, link + 2, link + 1))?;
    let day = anchor.mention.days.filter(|days| days.grain == Grain::Day && rank > 0).and_then(|days| days.first)?;
    let found = day.nth_weekday(i32::try_from(way * rank).ok()?, weekday).ok()?;
    Some(Found::new(start, anchor.end, date(Some(found.to_string()), Some(Days::day(found)))))
}

/// The month or year that days are counted in.
fn whole(reading: &Reading<'_>, at: usize) -> Option<Found> {
    let inner = &reading.deeper()?;
    let whole = simple(inner, at, at).or_else(|| simple(inner, at + 1, at + 1))?;
    (whole.start <= at && whole.mention.sort == TimeType::Date).then_some(whole)
}

/// "the month", "the year": the document's own.
fn the_document_s(reading: &Reading<'_>, whole: &Found) -> Option<Days> {
    let step = Step::at(reading, whole.end.checked_sub(1)?)?;
    let the = whole.tie.is_none() && reading.reads(whole.start, "the");
    Some(step.around(reading.setting.published.filter(|_| the)?)?.1)
}

/// "first", "3rd", "last", "third last": the last is the first from behind.
pub(super) fn rank(reading: &Reading<'_>, at: usize) -> Option<(usize, i64)> {
    if reading.reads(at, "last") {
        return Some((at + 1, -1));
    }
    let (end, rank) = absolute::day(reading, at).or_else(|| beyond_a_month(reading, at))?;
    let ranked = reading.is_word(end - 1);
    let behind = reading.past_hyphen(end);
    if ranked && reading.reads(behind, "last") {
        return Some((behind + 1, -i64::from(rank)));
    }
    ranked.then_some((end, i64::from(rank)))
}

/// "the 40th week", "the 100th day": more than a month has.
fn beyond_a_month(reading: &Reading<'_>, at: usize) -> Option<(usize, i8)> {
    let phrase = number::read(reading, at, Before::Other).filter(|phrase| phrase.form == Form::Ordinal)?;
    let rank = i8::try_from(phrase.value()?.to_integer()?).ok().filter(|rank| *rank > 0)?;
    matches!(Step::at(reading, phrase.end), Some(Step::Day | Step::Week)).then_some((phrase.end, rank))
}

/// The number in "the first two weeks of", "the last 10 days of"; below zero where they are the last.
fn many(reading: &Reading<'_>, at: usize, rank: i64) -> Option<(usize, i64)> {
    if let Some(many) =
        super::clock::spoken_alone(reading, at).filter(|_| rank.abs() == 1 && reading.reads(at + 1, "quarters"))
    {
        return Some((at + 1, rank * i64::from(many)));
    }
    let counts = rank.abs() == 1 && (reading.is_number(at) || reading.entry(at).may_be_number());
    let phrase = counts.then(|| number::read(reading, at, Before::Other)).flatten()?;
    let many = i64::try_from(phrase.value()?.to_integer()?).ok().filter(|many| (1..400).contains(many))?;
    let fits = matches!(phrase.form, Form::Digits | Form::Words) && Step::at(reading, phrase.end).is_some();
    fits.then_some((phrase.end, rank * many))
}

/// The first or last so many days, weeks, months or quarters of a longer stretch.
fn some(within: Days, many: i64, step: Step) -> Option<Days> {
    let (first, last) = (within.first?, within.last?);
    let (_, edge) = if step == Step::Week {
        week(first, last, many.signum(), within.grain)?
    } else {
        step.around(if many > 0 { first } else { last })?
    };
    let (start, end) = (edge.first?, edge.last?);
    let span = if many > 0 {
        Days::closed(start, step.moved(start, many)?.yesterday().ok()?, Grain::Span)
    } else {
        Days::closed(step.moved(start, many + 1)?, end, Grain::Span)
    };
    (step == Step::Week || span.within(&within)).then_some(span)
}

fn counted(within: Days, rank: i64, weekday: Option<Weekday>, step: Option<Step>) -> Option<(String, Days)> {
    let (first, last) = (within.first?, within.last?);
    let found = match (weekday, step) {
        (Some(weekday), _) if rank > 0 => {
            first.yesterday().ok()?.nth_weekday(i32::try_from(rank).ok()?, weekday).ok()?
        }
        (Some(weekday), _) => last.tomorrow().ok()?.nth_weekday(i32::try_from(rank).ok()?, weekday).ok()?,
        (None, Some(Step::Day)) => {
            if rank > 0 {
                first.checked_add((rank - 1).days()).ok()?
            } else {
                last.checked_add((rank + 1).days()).ok()?
            }
        }
        (None, Some(Step::Week)) => return week(first, last, rank, within.grain),
        (None, Some(Step::Month)) => {
            let from = if rank > 0 { first } else { last.first_of_month() };
            let months = if rank > 0 { rank - 1 } else { rank + 1 };
            return Step::Month.around(from.checked_add(months.months()).ok()?);
        }
        (None, Some(Step::Weekend)) => {
            let saturday = counted(within, rank, Weekday::from_monday_zero_offset(5).ok(), None)?;
            return Step::Weekend.around(saturday.1.first?);
        }
        (None, _) => return None,
    };
    within.contains(found).then(|| (found.to_string(), Days::day(found)))
}

/// The first week of a year is the one that ISO 8601 numbers so; of a month, the one that its first day lies in.
fn week(first: Date, last: Date, rank: i64, grain: Grain) -> Option<(String, Days)> {
    let start = if grain == Grain::Year { first.checked_add(3.days()).ok()? } else { first };
    let from = if rank > 0 { start } else { last.checked_sub(3.days()).ok()? };
    let day = from.checked_add((if rank > 0 { rank - 1 } else { rank + 1 }).weeks()).ok()?;
    Step::Week.around(day)
}
