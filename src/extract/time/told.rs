//! Times seen from one that was told before: "a year earlier" behind a quarter, "the latest period", "the following month".

use jiff::civil::Date;

use super::Found;
use super::calendar::{self, Step};
use super::clock;
use crate::extract::mention::TimeType;
use crate::extract::reading::Reading;
use crate::value::{Days, Grain};

/// What a later time is seen from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::extract) enum Tie {
    /// The quarter reported on, so many years on; the year told last where there is none.
    Report(i16),
    /// The quarter reported on, in this year.
    ReportIn(i16),
    /// The time told last, so many steps on.
    Moved(Step, i64),
    /// The day, week, month or year that the text told last: "in the same year".
    Same(Step),
    /// This month and day of the year that the text told last: "Oct. 3 that year".
    In(i8, i8),
    /// The day that the sentence named last, or else the day that the text did, if it is past.
    Day,
}

/// What a document has told up to a place.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::extract) struct Told {
    /// The quarter reported on.
    quarter: Option<i8>,
    /// Its year.
    year: i16,
    /// The last day, week, month or year.
    days: Option<Days>,
    /// The first token of the sentence that named it, and the one behind its last.
    sentence: (usize, usize),
    /// The place behind it.
    behind: usize,
    /// The same, but for the day of the article, where it stands with its year: a byline.
    named: Option<Days>,
}

impl Told {
    /// Gives a time that is seen from another its value, or keeps in mind what later ones are seen from. The days of such a time
    /// stay unknown, as what it is seen from is a guess, but for years after one of its own sentence. "The same year" is that of
    /// the time told last.
    pub fn settle(&mut self, reading: &Reading<'_>, found: &mut Found) {
        match found.tie {
            Some(Tie::Day) => {
                let day = self.days.filter(|days| days.grain == Grain::Day).and_then(|days| days.first);
                let here = self.sentence.0 == reading.first;
                // What happened on Monday happened at 7:30 of that day, and not of the day on which it is told.
                let of_period = here && self.days.is_some_and(|days| days.grain > Grain::Day);
                if let Some(clock) = clock::written(found).filter(|_| of_period && found.start <= self.behind + 1) {
                    // "next month at 6 p.m." is of no day that is told.
                    found.mention = clock::of_untold_day(None, &clock);
                    return;
                }
                let is_past = |day: &Date| reading.setting.published.is_none_or(|today| *day <= today);
                let day = day.filter(|day| here || is_past(day) && !self.is_of_another(reading));
                if let Some((day, clock)) = day.zip(clock::written(found)) {
                    found.mention =
                        if here { clock::of_day(Some(day), &clock) } else { clock::of_untold_day(Some(day), &clock) };
                }
            }
            Some(Tie::Same(step)) => {
                let same = self.same(step);
                found.mention.days = same.as_ref().map(|(_, days)| *days);
                found.mention.value = same.map(|(value, _)| value);
            }
            Some(Tie::In(month, day)) => {
                let year = self.same(Step::Year).and_then(|(_, days)| days.first).map(|first| first.year());
                let told = year.and_then(|year| calendar::day(year, month, day));
                found.mention.days = told.as_ref().map(|(_, days)| *days);
                found.mention.value = told.map(|(value, _)| value);
                self.remember(reading, found);
            }
            Some(tie) => {
                let own = found.mention.value.take();
                let year = |tie| match tie {
                    Tie::Report(-1) => self.seen(Tie::Moved(Step::Year, -1), reading.setting.published),
                    Tie::Report(_) | Tie::ReportIn(_) | Tie::Moved(..) | Tie::Same(_) | Tie::In(..) | Tie::Day => None,
                };
                let value = |seen: Option<(String, Days)>| seen.map(|(value, _)| value);
                let seen = self.seen(tie, reading.setting.published);
                // "opened in 2009 and closed seven years later": no other year is meant.
                let is_sure = matches!(tie, Tie::Moved(Step::Year, 1..)) && self.sentence.0 == reading.first;
                found.mention.days = seen.as_ref().map(|(_, days)| *days).filter(|_| is_sure).or(found.mention.days);
                found.mention.value = value(seen).or(own).or_else(|| value(year(tie)));
            }
            None => self.remember(reading, found),
        }
    }

    /// Whether a sentence begins with the name of somebody of whom the one that named the day does not tell: what they do has a day of
    /// its own.
    fn is_of_another(&self, reading: &Reading<'_>) -> bool {
        let first = reading.first;
        let surname = if reading.is_capitalised(first + 1) { first + 1 } else { first };
        let name = reading.slice(surname);
        let is_capital = |at: usize| written(reading, at).starts_with(char::is_uppercase);
        let told = |tokens: std::ops::Range<usize>| tokens.clone().find(|at| written(reading, *at) == name);
        // "Pell" is somebody's name where "Una Pell" has been named.
        let known = || (1..first).any(|at| written(reading, at) == name && is_capital(at - 1) && is_capital(at));
        let is_name = reading.is_capitalised(first) && (surname > first || known());
        is_name && told(self.sentence.0..self.sentence.1).is_none()
    }

    /// The step that the time told last lies in.
    fn same(&self, step: Step) -> Option<(String, Days)> {
        let told = self.named.filter(|days| days.first.is_some() && days.last.is_some())?;
        let (value, days) = step.around(told.first?)?;
        told.within(&days).then_some((value, days))
    }

    fn seen(&self, tie: Tie, today: Option<Date>) -> Option<(String, Days)> {
        let quarter = |year: i16| calendar::quarter(year, self.quarter?);
        match tie {
            Tie::Day | Tie::Same(_) | Tie::In(..) => None,
            Tie::Report(years) => quarter(self.year + years),
            Tie::ReportIn(year) => quarter(year),
            Tie::Moved(Step::Year, count) => {
                let from = self.days.and_then(|days| days.first).or(today)?;
                Step::Year.around(Step::Year.moved(from, count)?)
            }
            Tie::Moved(step, count) => {
                let fine = if step < Step::Month { Grain::Day } else { Grain::Month };
                let from = self.days.filter(|days| days.grain <= fine)?.first?;
                let from = if step < Step::Month { from } else { from.first_of_month() };
                step.around(step.moved(from, count)?)
            }
        }
    }

    fn remember(&mut self, reading: &Reading<'_>, found: &Found) {
        let value = found.mention.value.as_deref().unwrap_or_default();
        match found.mention.sort {
            TimeType::Date => {
                if let Some((year, quarter)) = quarter_of(value) {
                    (self.quarter, self.year) = (Some(quarter), year);
                }
                if let Some(days) = found.mention.days.filter(|days| days.grain <= Grain::Year) {
                    (self.days, self.sentence, self.behind) = (Some(days), (reading.first, reading.end), found.end);
                    let is_byline = found.dated && reading.setting.published.map(Days::day) == Some(days);
                    // Behind "compared with 2018", "that year" may be either.
                    let told = Some(days).filter(|_| !is_compared(reading, found.start));
                    self.named = if is_byline { self.named } else { told };
                }
            }
            // "the first nine months": what follows is no longer the quarter.
            TimeType::Duration if value == "P9M" || value == "P1Y" && reading.reads(found.start, "the") => {
                self.quarter = None;
            }
            TimeType::Time => {
                if let Some(days) = found.mention.days {
                    self.named = Some(days);
                    self.behind = found.end;
                    (self.days, self.sentence) = (Some(days), (reading.first, reading.end));
                }
            }
            TimeType::Duration | TimeType::Set => {}
        }
    }
}

/// A token of any sentence.
fn written<'a>(reading: &Reading<'a>, at: usize) -> &'a str {
    reading.tokens.get(at).map_or("", |token| token.span.slice(reading.text))
}

/// "compared with 2018", "from 40 in 2018": whether a time is one that another is set against.
fn is_compared(reading: &Reading<'_>, start: usize) -> bool {
    (start.saturating_sub(BACK)..=start).any(|at| reading.is(at, reading.known().set_against))
}

/// How many tokens may stand between the word that compares and the time: "from 40 in 2018".
const BACK: usize = 3;

/// The year and the quarter of a value: 2019 and 3 of "2019-Q3".
fn quarter_of(value: &str) -> Option<(i16, i8)> {
    let (year, quarter) = value.split_once("-Q")?;
    Some((year.parse().ok()?, quarter.parse().ok()?))
}
