//! Lengths of time.

use super::Found;
use super::calendar::Step;
use super::reach::{ahead, beside, days, reaching};
use super::{capital, reach, recurring, relative, weekdays};
use crate::extract::mention::{TimeMention, TimeType};
use crate::extract::number::{self, Before, Form, Phrase, Said};
use crate::extract::quantity::{amount, hedge_before, hedge_wording, is_age_of};
use crate::extract::reading::Reading;
use crate::value::{Amount, Dimension, Number, Quantity, Unit, Wording};

/// Reads the length at a place, or what comes round.
pub(super) fn read(reading: &Reading<'_>, at: usize, free: usize) -> Option<Found> {
    recurring::read(reading, at, free)
        .or_else(|| counted(reading, at, free))
        .or_else(|| unnumbered(reading, at))
        .or_else(|| adjective(reading, at))
}

/// "five years", "three-hour", "several months", "a week", "half an hour", and what lies that far away.
fn counted(reading: &Reading<'_>, at: usize, free: usize) -> Option<Found> {
    if let Some((end, step, article)) = one(reading, at) {
        if let Some(found) =
            relative::away(reading, at, end, step, Some(1)).or_else(|| and_half_away(reading, at, end, step))
        {
            return Some(found);
        }
        if let Some(found) = ahead(reading, at, end, step, Some(1)) {
            return Some(found);
        }
        // "a day" is a length only where its clause says so.
        let whole = summed(reading, length(reading, at, end, step, None), step, Some(Number::ONE));
        let lasts = whole.end > end + 1 || lasting(reading, at, end, article);
        let found = lasts.then(|| beside(reading, reaching(reading, whole, step, Some(1)), step, Some(1)));
        return found.map(|found| widened(reading, found, free));
    }
    if !reading.is_number(at) && !reading.entry(at).may_be_number() {
        return None;
    }
    let phrase = number::read(reading, at, Before::Other).filter(|phrase| phrase.form != Form::Ordinal)?;
    if is_some_day(reading, at) {
        let mention = super::date(Some("FUTURE_REF".to_owned()), None);
        return Some(Found::new(at, at + 2, mention));
    }
    let whole = phrase.value().and_then(Number::to_integer).and_then(|count| i64::try_from(count).ok());
    if let Some(found) = whole.and_then(|count| weekdays::counted(reading, at, phrase.end, count)) {
        return Some(found);
    }
    if let Some(found) = upcoming(reading, at, &phrase) {
        return Some(found);
    }
    let (from, end, step, phrase) = unit(reading, at, phrase)?;
    if is_old(reading, end) || is_age_of(reading, at) || from.glued_left {
        return None;
    }
    let count = phrase.phrase.value().and_then(Number::to_integer).and_then(|count| i64::try_from(count).ok());
    let start = phrase.start;
    let (fine, parts) = phrase.phrase.value().map_or((step, count), |value| in_whole_parts(step, value));
    if let Some(found) = relative::away(reading, start, end, fine, parts.filter(|_| phrase.to.is_none())) {
        return Some(widened(reading, found, free));
    }
    if let Some(found) = ahead(reading, start, end, step, count.filter(|_| phrase.to.is_none())) {
        return Some(found);
    }
    let whole = length(reading, start, end, step, Some(&phrase));
    let whole = if phrase.to.is_none() { summed(reading, whole, step, phrase.phrase.value()) } else { whole };
    let count = count.filter(|_| phrase.to.is_none());
    let whole = beside(reading, reaching(reading, whole, step, count), step, count);
    Some(widened(reading, whole, free))
}

/// "a year and a half ago".
fn and_half_away(reading: &Reading<'_>, at: usize, end: usize, step: Step) -> Option<Found> {
    let (stop, sum) = half_more(reading, end, Some(Number::ONE)).filter(|_| step > Step::Day)?;
    let (fine, parts) = in_whole_parts(step, sum);
    relative::away(reading, at, stop, fine, parts)
}

/// A length in the largest unit of which it has a whole number: a year and a half in months.
fn in_whole_parts(step: Step, value: Number) -> (Step, Option<i64>) {
    let whole = |value: Number| value.to_integer().and_then(|count| i64::try_from(count).ok());
    let smaller = match step {
        Step::Century | Step::Decade => Step::Year,
        Step::Year => Step::Month,
        Step::Week | Step::Fortnight => Step::Day,
        Step::Second
        | Step::Minute
        | Step::Hour
        | Step::Day
        | Step::Weekend
        | Step::Month
        | Step::Quarter
        | Step::Millennium => return (step, whole(value)),
    };
    let parts = || factor(step, smaller).and_then(|many| whole(value.times(Number::from_integer(many))?));
    match whole(value) {
        Some(count) => (step, Some(count)),
        None => parts().map_or((step, None), |count| (smaller, Some(count))),
    }
}

/// "will one day open": no length, but some day to come.
fn is_some_day(reading: &Reading<'_>, at: usize) -> bool {
    const MODAL: &[&str] = &["will", "would", "could", "may", "might", "can", "'ll", "’ll"];
    let verb = reading.is_word(at + 2) && !reading.is(at + 2, reading.known().phrase_end)
        || reading.reads_one_of(at + 2, &["be", "have"]);
    let led = at > reading.first && reading.reads_one_of(at - 1, MODAL);
    led && verb && reading.reads(at, "one") && reading.reads(at + 1, "day")
}

/// "the 5 upcoming years", "two previous quarters", but not "$5 million last year": the word that points stands behind the number.
fn upcoming(reading: &Reading<'_>, at: usize, phrase: &Phrase) -> Option<Found> {
    let known = reading.known();
    let way = match () {
        () if reading.is(phrase.end, known.coming) => 1,
        () if reading.is(phrase.end, known.previous) => -1,
        () => return None,
    };
    let plain = matches!(phrase.form, Form::Digits | Form::Words) && !phrase.has_magnitude();
    let step = Step::at(reading, phrase.end + 1).filter(|_| plain)?;
    if !reading.is(phrase.end + 1, known.plural_time_unit) {
        return None;
    }
    let the = at > reading.first && reading.reads(at - 1, "the");
    let count = Count { start: at, phrase: *phrase, to: None };
    let start = if the { at - 1 } else { at };
    let mut found = length(reading, start, phrase.end + 2, step, Some(&count));
    found.mention.days = days(reading, step, whole_count(phrase), way);
    Some(found)
}

fn whole_count(phrase: &Phrase) -> Option<i64> {
    let exact = matches!(phrase.said, Said::Exactly(_));
    phrase.value().filter(|_| exact).and_then(Number::to_integer).and_then(|count| i64::try_from(count).ok())
}

/// "2 years, 3 months", "one hour and 35 minutes": smaller lengths that follow are added.
fn summed(reading: &Reading<'_>, mut found: Found, mut step: Step, first: Option<Number>) -> Found {
    let mut total = first.map(|value| (value, step));
    for _ in 0..3 {
        let comma = if reading.slice(found.end) == "," { found.end + 1 } else { found.end };
        let at = if reading.reads(comma, "and") { comma + 1 } else { comma };
        if !reading.is_number(at) && !reading.entry(at).may_be_number() {
            break;
        }
        let next =
            number::read(reading, at, Before::Other).filter(|phrase| matches!(phrase.form, Form::Digits | Form::Words));
        let Some(phrase) = next else { break };
        if is_minutes(reading, step, comma == found.end, &phrase) {
            let minutes = phrase.value().map(|value| joined("", &timex(Step::Minute, Some(value))));
            let value = phrase.value().and_then(|value| Number::ratio(1, 60)?.times(value));
            let whole = total.map(|(sum, _)| sum).zip(value).and_then(|(sum, value)| sum.plus(value));
            found.mention.value = found.mention.value.zip(minutes).map(|(whole, minutes)| joined(&whole, &minutes));
            found.mention.length = whole.and_then(|sum| quantity(reading, step, Amount::exact(sum)));
            found.end = phrase.end;
            break;
        }
        let Some(smaller) = Step::at(reading, reading.past_hyphen(phrase.end)) else { break };
        let Some((value, many)) = phrase.value().zip(factor(step, smaller)).filter(|_| smaller < step) else { break };
        total = total.and_then(|(sum, _)| Some((sum.times(Number::from_integer(many))?.plus(value)?, smaller)));
        found.mention.value = found.mention.value.map(|whole| joined(&whole, &timex(smaller, Some(value))));
        found.end = reading.past_hyphen(phrase.end) + 1;
        found.mention.length = total.and_then(|(sum, step)| quantity(reading, step, Amount::exact(sum)));
        step = smaller;
    }
    found
}

/// "two hours and ten": a round number of minutes behind hours, with nothing that it could count.
fn is_minutes(reading: &Reading<'_>, step: Step, follows: bool, phrase: &Phrase) -> bool {
    let round =
        phrase.value().and_then(Number::to_integer).is_some_and(|value| value % 5 == 0 && (5..60).contains(&value));
    let ends = matches!(reading.slice(phrase.end), "" | "." | "," | ";" | ")" | "!" | "?");
    step == Step::Hour && follows && round && ends && !phrase.has_magnitude()
}

/// How many of the smaller unit the larger has.
fn factor(larger: Step, smaller: Step) -> Option<i128> {
    match (larger, smaller) {
        (Step::Century, Step::Year) => Some(100),
        (Step::Decade, Step::Year) => Some(10),
        (Step::Year, Step::Month) => Some(12),
        (Step::Month, Step::Week) => Some(4),
        (Step::Week, Step::Day) => Some(7),
        (Step::Fortnight, Step::Day) => Some(14),
        (Step::Day, Step::Hour) => Some(24),
        (Step::Hour, Step::Minute) | (Step::Minute, Step::Second) => Some(60),
        (Step::Hour, Step::Second) => Some(3600),
        (Step::Day, Step::Minute) => Some(1440),
        _ => None,
    }
}

/// "P2Y" and "P3M" as one value.
fn joined(whole: &str, rest: &str) -> String {
    let clock = whole.contains('T');
    let rest = rest.strip_prefix('P').unwrap_or(rest);
    let rest = if clock { rest.strip_prefix('T').unwrap_or(rest) } else { rest };
    format!("{whole}{rest}")
}

/// Where a number came from: whether letters touch it.
struct From {
    glued_left: bool,
}

/// A number of time units, or two of them.
pub(super) struct Count {
    start: usize,
    phrase: Phrase,
    to: Option<Phrase>,
}

/// The unit of time behind a number, a range of them, or half of one.
fn unit(reading: &Reading<'_>, at: usize, phrase: Phrase) -> Option<(From, usize, Step, Count)> {
    let glued_left = reading.glued(at)
        && (reading.is_word(at - 1)
            || matches!(reading.slice(at - 1), "-" | "/" | "." | "$" | "#") && !reading.is_word(at));
    let from = From { glued_left };
    let (end, to) = second(reading, &phrase).map_or((phrase.end, None), |second| (second.end, Some(second)));
    let article = usize::from(phrase.form == Form::Part && reading.reads_one_of(end, &["a", "an"]));
    let place = reading.past_hyphen(end + article);
    let place = if reading.reads(place, "of") && phrase.form == Form::Vague { place + 1 } else { place };
    let place = skipped(reading, place);
    // "60 Minutes" is a programme.
    let named = capital::is_name(reading, place) && reading.is_number(place - 1);
    let nights = || is_nights(reading, place, &phrase).then_some(Step::Day);
    let step = Step::at(reading, place)
        .or_else(nights)
        .filter(|_| !named)
        .filter(|step| !(matches!(step, Step::Second | Step::Quarter) && is_rank_or_part(reading, place, &phrase)))?;
    // "5 min." keeps its stop; "10 m" is no time.
    let between = to.is_some() && at > reading.first && reading.reads(at - 1, "between");
    Some((from, place + 1, step, Count { start: at - usize::from(between), phrase, to }))
}

/// "three nights", "one night": as many days.
fn is_nights(reading: &Reading<'_>, place: usize, phrase: &Phrase) -> bool {
    let ends = !reading.is_word(place + 1) || reading.is(place + 1, reading.known().phrase_end);
    let one = phrase.value() == Some(Number::ONE) && reading.reads(place, "night");
    ends && !reading.is_hyphen(place - 1) && !phrase.has_magnitude() && (one || reading.reads(place, "nights"))
}

/// Words between a number and its unit of time: "five more years", "three straight quarters".
fn skipped(reading: &Reading<'_>, place: usize) -> usize {
    let between = reading.reads_one_of(
        place,
        &[
            "more",
            "straight",
            "consecutive",
            "full",
            "additional",
            "other",
            "whole",
            "calendar",
            "long",
            "successive",
            "working",
            "business",
            "trading",
            "less",
            "fewer",
        ],
    );
    if between && Step::at(reading, place + 1).is_some() { place + 1 } else { place }
}

/// "a second", "three quarters": no lengths of time.
fn is_rank_or_part(reading: &Reading<'_>, place: usize, phrase: &Phrase) -> bool {
    let plural = reading.slice(place).ends_with('s');
    let one = phrase.value() == Some(Number::ONE);
    !plural && !one && !reading.is_hyphen(place - 1)
}

/// The second number of "two to three years", "5-10 days", "two or three weeks".
fn second(reading: &Reading<'_>, phrase: &Phrase) -> Option<Phrase> {
    let at = phrase.end;
    let between =
        phrase.start > reading.first && reading.reads(phrase.start - 1, "between") && reading.reads(at, "and");
    let link = between
        || reading.reads_one_of(at, &["to", "or"])
        || matches!(reading.slice(at), "-" | "–") && reading.glued(at);
    let place = if reading.slice(at) == "-" && reading.reads(at + 1, "to") { at + 2 } else { at + 1 };
    let place = if reading.slice(place) == "-" { place + 1 } else { place };
    link.then(|| number::read(reading, place, Before::Other))
        .flatten()
        .filter(|second| second.value() > phrase.value() && matches!(second.form, Form::Digits | Form::Words))
}

/// Whether an age follows: "42-year-old".
fn is_old(reading: &Reading<'_>, end: usize) -> bool {
    let at = reading.past_hyphen(end);
    reading.is(at, reading.known().age_after) && !reading.reads(at, "age")
        || reading.reads(end, "of") && reading.reads(end + 1, "age")
}

/// "a week", "an hour": its end, unit, and whether the article is there.
fn one(reading: &Reading<'_>, at: usize) -> Option<(usize, Step, bool)> {
    let article = reading.reads_one_of(at, &["a", "an"]);
    let place = skipped(reading, at + 1);
    let full = if reading.reads(place, "full") { place + 1 } else { place };
    let step = Step::at(reading, full).filter(|_| article && !reading.is(full, reading.known().plural_time_unit))?;
    // "in a second, larger deal" is no length.
    let ends = matches!(reading.slice(full + 1), "" | "." | "!");
    let soon = step == Step::Second && ends && at > reading.first && reading.reads(at - 1, "in");
    let odd = matches!(step, Step::Second | Step::Quarter) && !soon && !reading.is(full + 1, reading.known().back);
    (!odd && !is_old(reading, full + 1)).then_some((full + 1, step, article))
}

/// Whether "a week" is a length here: behind "for", "in", "over", "within", "than", or before "and a half", "or so", "-long".
fn lasting(reading: &Reading<'_>, start: usize, end: usize, article: bool) -> bool {
    let before = start > reading.first
        && reading.reads_one_of(
            start - 1,
            &[
                "for", "in", "over", "within", "than", "about", "nearly", "almost", "least", "lasted", "take", "takes",
                "took", "after", "half", "spent", "every", "once", "twice", "of", "during", "under", "and", "or",
                "just", "only", "quite", "to",
            ],
        );
    let after = reading.reads_one_of(end, &["of", "or", "long", "in", "from"]) && !reading.reads(end, "of")
        || reading.reads(end, "and") && reading.reads(end + 1, "a") && reading.reads(end + 2, "half");
    article && (before || after)
}

/// A length as a mention.
fn length(reading: &Reading<'_>, start: usize, end: usize, step: Step, count: Option<&Count>) -> Found {
    let value = match count.map(|count| (&count.phrase, count.to)) {
        None => timex(step, Some(Number::ONE)),
        Some((_, Some(to))) => timex(step, to.value()),
        Some((phrase, None)) => timex(step, phrase.value()),
    };
    let quantity = match count {
        None => quantity(reading, step, Amount::exact(Number::ONE)),
        Some(Count { phrase, to, .. }) => {
            amount(phrase, to.as_ref(), Wording::Bare, Number::ONE).and_then(|amount| quantity(reading, step, amount))
        }
    };
    let end =
        if reading.slice(end) == "-" && reading.glued(end) && reading.reads(end + 1, "long") { end + 2 } else { end };
    let whole = match count {
        None => Some(Number::ONE),
        Some(Count { phrase, to: None, .. }) => phrase.value().filter(|value| value.is_integer()),
        Some(_) => None,
    };
    let (end, value, quantity) = match half_more(reading, end, whole) {
        Some((end, sum)) => (end, timex(step, Some(sum)), self::quantity(reading, step, Amount::exact(sum))),
        None => (end, value, quantity),
    };
    Found::new(start, end, TimeMention { sort: TimeType::Duration, value: Some(value), days: None, length: quantity })
}

/// "a year and a half", "two years and a quarter".
fn half_more(reading: &Reading<'_>, end: usize, whole: Option<Number>) -> Option<(usize, Number)> {
    let article = usize::from(reading.reads(end + 1, "a"));
    let stop = end + 2 + article;
    let parts = if reading.reads(stop - 1, "half") { 2 } else { 4 };
    let named = reading.reads(stop - 1, "half") || article > 0 && reading.reads(stop - 1, "quarter");
    let done = !reading.is_word(stop) || reading.is(stop, reading.known().phrase_end);
    let sum = whole?.plus(Number::ratio(1, parts)?)?;
    (reading.reads(end, "and") && named && done).then_some((stop, sum))
}

/// A quantity of a unit of time, in the vocabulary's own unit where it has it.
fn quantity(reading: &Reading<'_>, step: Step, amount: Amount) -> Option<Quantity> {
    let (code, count) = step.unit();
    let unit = reading.lexicon.units.iter().find(|unit| unit.dimension == Dimension::Duration && &*unit.code == code);
    let unit = unit.cloned().unwrap_or_else(|| Unit::measure(code, Dimension::Duration, None));
    if count == 1 {
        return Some(Quantity::new(amount, unit));
    }
    Quantity { amount, unit: unit.clone() }
        .times(&Quantity { amount: Amount::exact(Number::from_integer(i128::from(count))), unit: Unit::number() })
}

/// The TIMEX3 value of a length; X where the number is not known.
pub(super) fn timex(step: Step, count: Option<Number>) -> String {
    let (prefix, letter) = step.letters();
    let Some(count) = count else { return format!("{prefix}X{letter}") };
    // ISO 8601 has no letter for decades.
    if let Some(years) = step.years().and_then(|years| count.times(Number::from_integer(years))) {
        return timex(Step::Year, Some(years));
    }
    let count = if step == Step::Fortnight { count.times(Number::from_integer(2)).unwrap_or(count) } else { count };
    let half = !count.is_integer();
    // Half an hour is thirty minutes.
    let finer = match step {
        Step::Hour => Some((Step::Minute, 60)),
        Step::Minute => Some((Step::Second, 60)),
        Step::Year => Some((Step::Month, 12)),
        Step::Day if half && count < Number::ONE => Some((Step::Hour, 24)),
        _ => None,
    };
    if let Some((finer, factor)) = finer.filter(|_| half && count < Number::ONE)
        && let Some(many) = count.times(Number::from_integer(factor)).filter(|many| many.is_integer())
    {
        return timex(finer, Some(many));
    }
    let whole = count.floor();
    let rest = count.minus(whole).filter(|rest| !rest.is_zero()).zip(finer);
    let rest = rest.and_then(|(rest, (finer, factor))| Some((finer, rest.times(Number::from_integer(factor))?)));
    match rest.filter(|(_, rest)| rest.is_integer()) {
        Some((finer, rest)) => format!("{prefix}{whole}{letter}{}{}", rest.decimal(), finer.letters().1),
        None => format!("{prefix}{}{letter}", count.decimal()),
    }
}

/// The same time with the hedge before it: "more than two years". "over" is one only behind a preposition or a verb of being.
fn widened(reading: &Reading<'_>, mut found: Found, free: usize) -> Found {
    let Some((start, wording)) = hedge_before(reading, found.start, free) else { return found };
    let over = reading.reads_one_of(start, &["over", "under", "past", "about", "around", "above", "below", "beyond"]);
    let before = start.wrapping_sub(1);
    let led = start > reading.first
        && (reading.reads_one_of(
            before,
            &[
                "for", "in", "of", "than", "within", "to", "after", "is", "was", "are", "were", "be", "been", "at",
                "a", "the", "just", "well", "with",
            ],
        ));
    let loose = reading.reads_one_of(start, &["about", "around"]);
    if over && !led && !loose && found.mention.sort == TimeType::Duration {
        return found;
    }
    found.start = start;
    found.mention.length = found.mention.length.map(|length| hedge_wording(length, wording));
    found
}

/// "years", "in recent months", "decades": a length without a number.
fn unnumbered(reading: &Reading<'_>, at: usize) -> Option<Found> {
    let known = reading.known();
    if let Some(found) = all_of(reading, at) {
        return Some(found);
    }
    let recent = reading.reads_one_of(at, &["recent", "many", "few", "some", "several", "numerous", "countless"]);
    let place = at + usize::from(recent);
    let step = Step::at(reading, place)
        .filter(|&step| reading.is(place, known.plural_time_unit) && step >= Step::Minute && step != Step::Quarter)?;
    if reading.reads(at, "recent") {
        let value = Some(timex(step, None));
        let mention = TimeMention { sort: TimeType::Duration, value, days: None, length: None };
        return Some(Found::new(at, place + 1, mention));
    }
    if let Some(found) = relative::away(reading, at, place + 1, step, None) {
        return Some(found);
    }
    let led = at > reading.first
        && reading.reads_one_of(
            at - 1,
            &[
                "for", "in", "over", "after", "of", "within", "take", "takes", "took", "taken", "lasted", "spent",
                "spend",
            ],
        );
    let follows = reading.is_word(place + 1) && !reading.is(place + 1, known.phrase_end);
    let mention = TimeMention { sort: TimeType::Duration, value: Some(timex(step, None)), days: None, length: None };
    (led && !follows).then(|| reaching(reading, Found::new(at, place + 1, mention), step, None))
}

/// "all day", "all year".
fn all_of(reading: &Reading<'_>, at: usize) -> Option<Found> {
    let step = reading.reads(at, "all").then(|| Step::at(reading, at + 1)).flatten()?;
    let whole = matches!(step, Step::Day | Step::Week | Step::Month | Step::Year);
    let follows = reading.is_word(at + 2) && !reading.is(at + 2, reading.known().phrase_end);
    let clear =
        whole && !follows && !reading.is_hyphen(at + 2) && !reading.is(at + 1, reading.known().plural_time_unit);
    clear.then(|| length(reading, at, at + 2, step, None))
}

/// "yearlong", "month-long".
fn adjective(reading: &Reading<'_>, at: usize) -> Option<Found> {
    let step = Step::at(reading, at).filter(|_| reading.is_hyphen(at + 1) && reading.reads(at + 2, "long"));
    let word = || {
        let lower = reading.slice(at);
        [
            ("yearlong", Step::Year),
            ("monthlong", Step::Month),
            ("weeklong", Step::Week),
            ("daylong", Step::Day),
            ("hourlong", Step::Hour),
            ("decadelong", Step::Decade),
        ]
        .iter()
        .find(|(word, _)| lower.eq_ignore_ascii_case(word))
        .map(|&(_, step)| (at + 1, step))
    };
    // "the decades-long feud"
    if let Some(step) = step.filter(|_| reading.is(at, reading.known().plural_time_unit)) {
        let value = Some(timex(step, None));
        let mention = TimeMention { sort: TimeType::Duration, value, days: None, length: None };
        return Some(Found::new(at, at + 3, mention));
    }
    let (end, step) = step.map(|step| (at + 3, step)).or_else(word)?;
    Some(length(reading, at, end, step, None))
}

/// "the next five years", "the past few months": a length that begins or ends on the document's day. `at`: behind the pointing word.
pub(super) fn anchored(reading: &Reading<'_>, start: usize, at: usize, way: i64) -> Option<Found> {
    let few = reading.reads_one_of(at, &["few", "several", "couple", "many"]);
    let place = if few && reading.reads(at + 1, "of") { at + 2 } else { at + usize::from(few) };
    let known = reading.known();
    if let Some(step) = Step::at(reading, place).filter(|_| reading.reads(at, "couple")) {
        let two = Number::from_integer(2);
        let length = quantity(reading, step, Amount::exact(two));
        let days = days(reading, step, Some(2), way);
        let mention = TimeMention { sort: TimeType::Duration, value: Some(timex(step, Some(two))), days, length };
        return Some(Found::new(start, place + 1, mention));
    }
    if let Some(step) = Step::at(reading, place).filter(|_| reading.is(place, known.plural_time_unit) && way != 0) {
        let value = timex(step, None);
        return Some(Found::new(
            start,
            place + 1,
            TimeMention { sort: TimeType::Duration, value: Some(value), days: None, length: None },
        ));
    }
    if let Some(found) = reach::quarters(reading, start, at, way) {
        return Some(found);
    }
    if !reading.is_number(at) && !reading.entry(at).may_be_number() {
        return None;
    }
    let phrase = number::read(reading, at, Before::Other)?;
    let (_, end, step, count) = unit(reading, at, phrase)?;
    if is_old(reading, end) {
        return None;
    }
    let mut found = length(reading, start, end, step, Some(&count));
    let worked = reading.reads_one_of(end.wrapping_sub(2), &["business", "working", "trading"]) && step == Step::Day;
    let within = reading.reads(start.wrapping_sub(1), "within") && way > 0;
    let reach = if within {
        reach::within(reading, step, whole_count(&phrase))
    } else {
        days(reading, step, whole_count(&phrase), way)
    };
    found.mention.days = if worked { reach::worked(reading, whole_count(&phrase), way) } else { reach };
    Some(found)
}

/// "the past decade": one unit up to the document's day, or from it on.
pub(super) fn anchored_one(reading: &Reading<'_>, start: usize, end: usize, step: Step, way: i64) -> Option<Found> {
    let mut found = length(reading, start, end, step, None);
    // "the last month and a half" has more days than one month.
    found.mention.days = days(reading, step, Some(1), way).filter(|_| found.end == end);
    Some(found)
}
