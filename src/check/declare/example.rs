//! Examples: what is read in a text, as data.

use jiff::civil::Date;

use crate::diag::Code;
use crate::source::Place;
use crate::statement::{Example, ReadQuantity, Reading};
use crate::syntax::ast::{self, ExampleDeclaration, Name};
use crate::value::Wording;

use super::super::figure;
use super::super::findings::Findings;
use super::super::scope::{Units, singular_phrase};
use super::Declarer;
use super::forms::WORDINGS;

/// The signs before a quantity and what they say.
const SIGNS: &[(&str, Wording)] = &[
    (">=", Wording::AtLeast),
    ("<=", Wording::AtMost),
    (">", Wording::MoreThan),
    ("<", Wording::LessThan),
    ("~", Wording::About),
    ("=", Wording::Bare),
];

/// The types of a TIMEX3, as they may stand before its value.
const TIME_TYPES: &[&str] = &["DATE", "TIME", "DURATION", "SET"];

impl Declarer<'_> {
    /// Reads the examples that were met, now that all units are known.
    pub(super) fn read_examples(&mut self) {
        let examples = std::mem::take(&mut self.examples);
        if examples.is_empty() {
            return;
        }
        let own = Units::new(&self.vocabulary.units);
        let units = [&own, self.known];
        for (file, at, example) in examples {
            let mut findings = Findings::new(file);
            let read = read(&mut findings, &units, example, Place { file, span: at.0 });
            self.vocabulary.examples.extend(read);
            self.found.append(&mut findings.finish());
        }
    }
}

fn read(findings: &mut Findings, units: &[&Units<'_>], example: &ExampleDeclaration, place: Place) -> Option<Example> {
    let on = match &example.on {
        Some(day) => Some(date(findings, day)?),
        None => None,
    };
    let mut reads = Vec::with_capacity(example.reads.len());
    for written in &example.reads {
        reads.push(reading(findings, units, written)?);
    }
    Some(Example { text: example.text.text.clone(), on, reads, place })
}

fn date(findings: &mut Findings, day: &Name) -> Option<Date> {
    let date = day.text.parse().ok();
    if date.is_none() {
        findings.error(
            Code::BadDate,
            format!("there is no day `{}`", day.text),
            day.at,
            "write it as 2024-03-09".to_owned(),
        );
    }
    date
}

fn reading(findings: &mut Findings, units: &[&Units<'_>], written: &ast::Reading) -> Option<Reading> {
    let read = time(&written.text).or_else(|| quantity(units, &written.text));
    if read.is_none() {
        let help = "write a quantity such as `> 7e9 USD`, a range such as `3 .. 5 %`, or a time such as `2024-02`";
        let message = format!("`{}` is no quantity and no time", written.text);
        findings.error(Code::BadNumber, message, written.at, help.to_owned());
    }
    read
}

/// The value of a TIMEX3: behind its type, or where it can be nothing else.
fn time(text: &str) -> Option<Reading> {
    if let Some((sort, value)) = text.split_once(' ') {
        return TIME_TYPES.contains(&sort).then(|| Reading::Time(value.trim().to_owned()));
    }
    let mut parts = text.splitn(2, '-');
    let year = parts.next()?;
    let dated =
        parts.next().is_some() && year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit() || byte == b'X');
    let lasting = text.len() > 2 && text.starts_with('P') && text.ends_with(|c: char| c.is_ascii_uppercase());
    let clock = text.starts_with('T') && text.contains(':');
    (dated || lasting || clock).then(|| Reading::Time(text.to_owned()))
}

fn quantity(units: &[&Units<'_>], text: &str) -> Option<Reading> {
    let (wording, rest) = sign(text);
    let (first, rest) = leading_figure(rest)?;
    let value = figure::number(first)?;
    let Some(rest) = rest.strip_prefix("..") else {
        return Some(Reading::Exactly(ReadQuantity { wording, value, unit: unit(units, rest) }));
    };
    let (high, rest) = match leading_figure(rest.trim_start()) {
        Some((high, rest)) => (Some(figure::number(high)?), rest),
        None => (None, rest.trim_start()),
    };
    (wording == Wording::Bare).then(|| Reading::Between { low: value, high, unit: unit(units, rest) })
}

/// The hedge before a quantity, as a sign or in words.
fn sign(text: &str) -> (Wording, &str) {
    let mut known = SIGNS.iter().chain(WORDINGS);
    let found = known.find_map(|(sign, wording)| Some((*wording, text.strip_prefix(sign)?.trim_start())));
    found.unwrap_or((Wording::Bare, text))
}

/// The figure that a text begins with, and what follows it, trimmed; none where it begins with none.
fn leading_figure(text: &str) -> Option<(&str, &str)> {
    let inside = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '_' | '-' | '+' | '/' | 'e' | 'E');
    let end = text.find(|c| !inside(c)).unwrap_or(text.len());
    let (figure, rest) = text.split_at(end);
    let figure = figure.split("..").next().unwrap_or(figure);
    figure.contains(|c: char| c.is_ascii_digit()).then(|| (figure, rest.trim_start()))
}

/// The code of a unit; the singular of what is counted where it is none.
fn unit(units: &[&Units<'_>], text: &str) -> String {
    let known = units.iter().find_map(|units| units.find(text));
    known.map_or_else(|| singular_phrase(text), |unit| unit.code.to_string())
}
