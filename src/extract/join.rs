//! Mentions that belong to the one before them: the clock to its day, the second bound to the first.

use super::mention::{Mention, MentionKind, QuantityMention, TimeMention, TimeType};
use super::reading::Reading;
use super::time::{clock_of, of_day};
use crate::source::Span;
use crate::value::{Amount, Bound, Dimension, Grain, Interval, Wording, Written};

/// Joins a time of day with the day right before it ("Monday at 9 a.m."), with its part of the day ("tonight from 7 to 9") or with how
/// often it comes ("6 a.m. every day"); tells whether it did.
pub(super) fn day_and_clock(reading: &Reading<'_>, found: &mut [Mention], span: Span, time: &TimeMention) -> bool {
    let Some(last) = found.last_mut().filter(|last| last.span.end <= span.start) else { return false };
    let between = Span { start: last.span.end, end: span.start }.slice(reading.text).trim();
    let MentionKind::Time(day) = &mut last.kind else { return false };
    if !matches!(between, "" | "at" | "," | ", at" | "by" | "around" | "about") {
        return false;
    }
    let recurs = day.sort == TimeType::Time && time.sort == TimeType::Set && between.is_empty();
    let joined = if recurs { each_time(time, day) } else { at_clock(day, time) };
    let Some(joined) = joined else { return false };
    *day = joined;
    last.span = last.span.cover(span);
    true
}

/// A day, a part of one or a recurring one with the time of day that stands behind it.
fn at_clock(day: &TimeMention, time: &TimeMention) -> Option<TimeMention> {
    let clock = clock_of(time.value.as_deref()?).filter(|_| time.sort == TimeType::Time)?;
    match day.sort {
        TimeType::Set => each_time(day, time),
        TimeType::Date => {
            let days = day.days.filter(|days| days.grain == Grain::Day)?;
            Some(of_day(days.first, &clock))
        }
        TimeType::Time => {
            let part = clock_of(day.value.as_deref()?).filter(|letters| letters.len() == 2)?;
            let same = time.days.map(|days| days.first) == day.days.map(|days| days.first);
            let whole = of_day(day.days.and_then(|days| days.first), &in_part(&clock, &part)).value;
            (same && clock.starts_with(|letter: char| letter.is_ascii_digit()))
                .then(|| TimeMention { value: whole, ..time.clone() })
        }
        TimeType::Duration => None,
    }
}

/// A clock in the half of the day that its part tells: "9:30" of an evening is 21:30.
fn in_part(clock: &str, part: &str) -> String {
    let hour = clock.get(..2).and_then(|hour| hour.parse::<u32>().ok());
    let turns = |hour: u32| hour < 12 && (matches!(part, "AF" | "EV") || part == "NI" && hour >= 5);
    match hour.zip(clock.get(2..)) {
        Some((hour, rest)) if turns(hour) && !rest.contains('/') => format!("{:02}{rest}", hour + 12),
        _ => clock.to_owned(),
    }
}

/// A recurring day with its time of day.
fn each_time(each: &TimeMention, time: &TimeMention) -> Option<TimeMention> {
    let clock = clock_of(time.value.as_deref()?).filter(|clock| !clock.contains('/'))?;
    let day = each_day(each.value.as_deref()?)?;
    Some(TimeMention { value: Some(format!("{day}T{clock}")), ..each.clone() })
}

/// The day of a recurring time that a clock can stand behind: any day, or a weekday.
fn each_day(value: &str) -> Option<&str> {
    match value {
        "P1D" => Some("XXXX-XX-XX"),
        // "every evening at 7:15"
        _ => value.split('T').next().filter(|day| day.starts_with("XXXX-")),
    }
}

/// Joins a bound from below with one from above ("more than 5 and less than 10"); tells whether it did.
pub(super) fn two_bounds(reading: &Reading<'_>, found: &mut [Mention], span: Span, second: &QuantityMention) -> bool {
    let Some(last) = found.last_mut().filter(|last| last.span.end <= span.start) else { return false };
    let between = Span { start: last.span.end, end: span.start }.slice(reading.text).trim();
    let MentionKind::Quantity(first) = &mut last.kind else { return false };
    if !matches!(between, "and" | "but" | "," | ", and" | ", but") {
        return false;
    }
    let Some((amount, unit_of_second)) = both(first, second) else { return false };
    first.quantity.amount = amount;
    if unit_of_second {
        first.quantity.unit = second.quantity.unit.clone();
        first.unit = second.unit;
    }
    first.number = first.number.cover(second.number);
    last.span = last.span.cover(span);
    true
}

/// "12 trains, compared with 9": a bare number takes the unit of the one that it is held against.
pub(super) fn elided_unit(reading: &Reading<'_>, found: &[Mention], start: usize, second: &mut QuantityMention) {
    if second.quantity.unit.dimension != Dimension::Number {
        return;
    }
    let elided = follows_and(reading, start, second);
    let Some(link) = compares(reading, start).or(elided).or_else(|| changes_by(reading, start, second)) else { return };
    let from = reading.span(reading.first, reading.first + 1).start;
    let first =
        found.iter().rev().take_while(|mention| mention.span.start >= from).find_map(|mention| match &mention.kind {
            MentionKind::Quantity(quantity) => Some((mention.span, quantity)),
            MentionKind::Time(_) | MentionKind::Name { .. } | MentionKind::Quote(_) => None,
        });
    let Some((span, first)) = first else { return };
    let close = reading.span(link, link + 1).start <= span.end + 1;
    // "rose 40 points to 3,120" leads to a level; "rose 4 % to 3,120" does too, and it is no percentage.
    let level = reading.reads(start - 1, "to") || reading.reads(start - 1, "from");
    if elided.is_some() && first.quantity.unit.dimension != Dimension::Count {
        return;
    }
    let fits = match first.quantity.unit.dimension {
        Dimension::Count => !level || close && first.change.is_some() || link + 1 < start,
        Dimension::Number | Dimension::Ordinal | Dimension::Duration | Dimension::Age => false,
        Dimension::Percent | Dimension::Points | Dimension::Money => !level || link + 1 < start,
        _ => !level || close || link + 1 < start,
    };
    if fits {
        second.quantity.unit = first.quantity.unit.clone();
    }
}

/// What stands behind a number whose noun was named before.
const GOES_ON: [&str; 15] =
    ["who", "by", "in", "at", "on", "from", "was", "were", "are", "is", "have", "had", "will", "remain", "remained"];

/// "12 guests in May and 9 in June", "and 9 who", "and 9 were ill": where the "and" stands.
fn follows_and(reading: &Reading<'_>, start: usize, second: &QuantityMention) -> Option<usize> {
    let end = second.number.end;
    let behind = (start..reading.end).find(|&at| reading.span(at, at + 1).start >= end)?;
    let goes_on = reading.reads_one_of(behind, &GOES_ON);
    start.checked_sub(1).filter(|&and| reading.reads(and, "and") && goes_on)
}

/// "exports rose by 2 percent and imports fell by 1": where the "by" stands.
fn changes_by(reading: &Reading<'_>, start: usize, second: &QuantityMention) -> Option<usize> {
    let end = second.number.end;
    let behind = (start..reading.end).find(|&at| reading.span(at, at + 1).start >= end);
    let ends = behind.is_none_or(|behind| !reading.is_word(behind));
    start.checked_sub(1).filter(|&by| reading.reads(by, "by") && second.change.is_some() && ends)
}

/// Where the words begin that hold the number at `start` against another: "compared with", "to".
fn compares(reading: &Reading<'_>, start: usize) -> Option<usize> {
    let class = reading.known().compared;
    (start.saturating_sub(2).max(reading.first)..start).find(|&at| reading.row(at, class) == Some(start))
}

/// The range between two opposite bounds of one unit, and whether only the second has it.
fn both(first: &QuantityMention, second: &QuantityMention) -> Option<(Amount, bool)> {
    let bare = first.quantity.unit.dimension == Dimension::Number;
    let unit =
        bare || second.quantity.unit.dimension == Dimension::Number || first.quantity.unit == second.quantity.unit;
    let (low, high) = match (is_lower(first), is_lower(second)) {
        (Some(true), Some(false)) => (first, second),
        (Some(false), Some(true)) => (second, first),
        _ => return None,
    };
    let (from, to) = (low.quantity.amount.literal.low, high.quantity.amount.literal.high);
    let (Some(least), Some(most)) = (from.number(), to.number()) else { return None };
    if !unit || least >= most {
        return None;
    }
    let mut amount = Amount::range(Written::exact(least), Written::exact(most));
    amount.literal = Interval::new(from, to);
    amount.halo = Interval::new(Bound::Closed(least), Bound::Closed(most));
    Some((amount, bare))
}

/// Whether a quantity is bounded from below; none where it is bounded neither way alone.
fn is_lower(mention: &QuantityMention) -> Option<bool> {
    let wording = mention.quantity.amount.wording;
    wording.denied().map(|_| matches!(wording, Wording::MoreThan | Wording::AtLeast))
}
