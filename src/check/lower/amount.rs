//! Numbers with their units.

use crate::diag::{Code, nearest};
use crate::source::Span;
use crate::statement::MeasureKind;
use crate::syntax::ast::{self, At, Name};
use crate::syntax::{FIELD_FORMS, is_slip, part_keywords, swallowed_field};
use crate::value::{Amount, Dimension, Number, Quantity, Unit, Written};

use super::super::figure::{self, Parts};
use super::super::kind::dimension_name;
use super::super::scope::{is_typing_error, singular_phrase};
use super::Lowerer;
use super::meant::{dashed, without_lookalikes};

/// A number with its unit, before it is known to be bare, a bound of a range, or hedged.
#[derive(Clone, Debug)]
pub(super) struct Measured {
    written: Written,
    unit: Unit,
}

impl Lowerer<'_, '_> {
    /// The quantity of an amount; none, and an error, where it is none or does not fit the kind of its measure.
    pub(super) fn quantity(&mut self, amount: &ast::Amount, kind: Option<MeasureKind>) -> Option<Quantity> {
        let measured = self.measured(&with_trailing_unit(amount), kind)?;
        let value = match &amount.tolerance {
            Some(tolerance) => Amount::tolerance(measured.written, self.absolute(&measured, tolerance, kind)?),
            None => Amount::bare(measured.written),
        };
        Some(Quantity::new(value, measured.unit))
    }

    /// The quantity between two amounts. What only one of them says of magnitude and unit holds for both.
    pub(super) fn range(
        &mut self,
        low_amount: &ast::Amount,
        high_amount: &ast::Amount,
        kind: Option<MeasureKind>,
    ) -> Option<Quantity> {
        let low = self.measured(&like(low_amount, high_amount), kind)?;
        let high = self.measured(&like(high_amount, low_amount), kind)?;
        let high_unit = if is_bare(&high.unit) { low.unit.clone() } else { high.unit.clone() };
        let high = Quantity::new(Amount::bare(high.written), high_unit).converted(&low.unit)?;
        let high = high.amount.written()?;
        if high.value < low.written.value {
            self.reversed(low_amount, high_amount);
            return None;
        }
        Some(Quantity::new(Amount::range(low.written, high), low.unit))
    }

    /// Says that a range begins above its end.
    fn reversed(&mut self, low: &ast::Amount, high: &ast::Amount) {
        let (first, second) = (&low.figure.text, &high.figure.text);
        let message = format!("the range begins with {first}, which is more than {second}");
        let help = format!("write the lower number first: `{second} .. {first}`");
        self.findings.error(Code::BadNumber, message, At(low.at.0.cover(high.at.0)), help);
    }

    fn absolute(
        &mut self,
        measured: &Measured,
        tolerance: &ast::Tolerance,
        kind: Option<MeasureKind>,
    ) -> Option<Number> {
        let amount = ast::Amount {
            figure: tolerance.figure.clone(),
            unit: tolerance.unit.clone(),
            at: tolerance.figure.at,
            ..ast::Amount::default()
        };
        let percent = measured.unit.dimension != Dimension::Percent && measured.unit.dimension != Dimension::Points;
        let given = self.measured(&amount, kind.filter(|_| false))?;
        let size = given.written.value.abs();
        if is_bare(&given.unit) {
            return Some(size);
        }
        if given.unit.dimension == Dimension::Percent && percent {
            return measured.written.value.abs().times(size)?.over(Number::from_integer(100));
        }
        let converted = Quantity::new(Amount::exact(size), given.unit.clone()).converted(&measured.unit);
        if converted.is_none() {
            let message = format!("a tolerance in `{}` does not fit a value in `{}`", given.unit, measured.unit);
            self.findings.error(Code::UnitMismatch, message, tolerance.figure.at, None);
        }
        converted?.amount.nominal
    }

    fn measured(&mut self, amount: &ast::Amount, kind: Option<MeasureKind>) -> Option<Measured> {
        let Some(parts) = figure::parts(&amount.figure.text) else {
            self.bad_number(&amount.figure.text, amount.figure.at);
            return None;
        };
        let Some(written) = figure::written(&parts.number) else {
            self.bad_number(&parts.number, amount.figure.at);
            return None;
        };
        if self.is_run_together(&parts, amount) || self.is_grouped_by_points(&parts, amount, kind) {
            return None;
        }
        let mut words = unit_words(&parts, amount);
        let magnitude = self.leading_magnitude(&words, is_money(&parts, amount), kind);
        let written = match magnitude {
            Some(magnitude) => {
                words.remove(0);
                written.scaled(magnitude)
            }
            None => Some(written),
        };
        let (unit, share) = self.unit(&parts, amount, &words, kind)?;
        let scaled = written.and_then(|written| written.scaled(share));
        if scaled.is_none() {
            self.bad_number(&amount.figure.text, amount.figure.at);
        }
        let unit = self.fitting(unit, kind, amount)?;
        scaled.map(|written| Measured { written, unit })
    }

    /// Says of a count with three digits behind a point (`1.400`) that the point is the decimal one; whether it did.
    fn is_grouped_by_points(&mut self, parts: &Parts, amount: &ast::Amount, kind: Option<MeasureKind>) -> bool {
        let (whole, rest) = parts.number.split_once('.').unwrap_or((&parts.number, ""));
        let is_count = kind == Some(MeasureKind::Dimension(Dimension::Count));
        let has_magnitude =
            unit_words(parts, amount).first().is_some_and(|word| self.scope.magnitude(&word.text).is_some());
        let grouped = is_count && !has_magnitude && rest.len() == 3 && rest.bytes().all(|byte| byte.is_ascii_digit());
        if grouped {
            let message = format!("`{}` has a decimal point, and what is counted comes in whole numbers", parts.number);
            let help = format!("did you mean `{whole},{rest}`?");
            self.findings.error(Code::BadNumber, message, amount.figure.at, help);
        }
        grouped
    }

    /// Says of letters behind a figure without a blank that they are neither a magnitude nor a unit; whether they are not.
    fn is_run_together(&mut self, parts: &Parts, amount: &ast::Amount) -> bool {
        let Some(suffix) = &parts.suffix else { return false };
        let touching = |word: &str| self.scope.magnitude(word).is_some() || self.scope.unit(word).is_some();
        let words = phrase(&unit_words(parts, amount));
        let known = touching(suffix) || touching(&words) || self.scope.minor(suffix).is_some();
        if known || ordinal(suffix, None).is_some() {
            return false;
        }
        let text = &amount.figure.text;
        let help = run_together_help(text, parts, &phrase(&amount.unit));
        self.findings.error(Code::BadNumber, format!("`{text}` is no number"), amount.figure.at, help);
        true
    }

    /// Says that a figure is no number.
    pub(super) fn bad_number(&mut self, text: &str, at: At) {
        let message = format!("`{text}` is no number that can be kept exactly");
        let (dots, commas) = (text.matches('.').count(), text.matches(',').count());
        let other = match (dots, commas) {
            (2.., 0) => Some(text.replace('.', ",")),
            (0, 1) => Some(text.replace(',', ".")),
            (1.., 1) => Some(text.replace('.', "").replace(',', ".")),
            _ => None,
        };
        let other =
            other.filter(|other| figure::parts(other).and_then(|parts| figure::written(&parts.number)).is_some());
        let help = match other {
            Some(other) => {
                format!("did you mean `{other}`? Commas stand between thousands, the point before a fraction")
            }
            None => "numbers are written `5e9`, `5,000,000`, `4.5` or `1/2`".to_owned(),
        };
        self.findings.error(Code::BadNumber, message, at, help);
    }

    /// The magnitude that the first word stands for, unless it is the unit itself: `5 m` is a length, and `5 m USD` is money.
    fn leading_magnitude(&self, words: &[Name], money: bool, kind: Option<MeasureKind>) -> Option<Number> {
        let first = words.first().filter(|word| !word.quoted)?;
        let magnitude = self.scope.magnitude(first.text.trim_end_matches('.'))?;
        let as_unit = self.scope.unit(&first.text);
        if words.len() > 1 {
            let rest = words.get(1..).is_some_and(|rest| self.scope.unit(&phrase(rest)).is_some());
            let counted = matches!(kind, Some(MeasureKind::Dimension(Dimension::Count | Dimension::Money)));
            let whole = self.scope.unit(&phrase(words)).is_some();
            return (!whole && (rest || counted || as_unit.is_none())).then_some(magnitude);
        }
        let fits = |unit: &Unit| match kind {
            Some(MeasureKind::Dimension(dimension)) => unit.dimension == dimension,
            Some(MeasureKind::Change | MeasureKind::Any) | None => true,
            Some(MeasureKind::Date | MeasureKind::Text | MeasureKind::List) => false,
        };
        (money || !as_unit.is_some_and(fits)).then_some(magnitude)
    }

    /// The unit, and how many of it one of the named ones is: a hundredth for cents.
    fn unit(
        &mut self,
        parts: &Parts,
        amount: &ast::Amount,
        words: &[Name],
        kind: Option<MeasureKind>,
    ) -> Option<(Unit, Number)> {
        let sign = amount.code.as_ref().map(|code| code.text.clone()).or_else(|| parts.sign.clone());
        if let Some(sign) = sign {
            return self.currency(&sign, words, amount).map(|unit| (unit, Number::ONE));
        }
        let phrase = phrase(words);
        if phrase.is_empty() {
            return Some(self.bare(parts, kind));
        }
        if let Some(ordinal) = ordinal(&phrase, kind) {
            return Some((ordinal, Number::ONE));
        }
        if let Some(unit) = self.scope.unit(&phrase) {
            return Some((unit.clone(), Number::ONE));
        }
        if let Some(unit) = self.scope.minor(&phrase) {
            return Some((unit.clone(), Number::ratio(1, 100)?));
        }
        self.counted(words, &phrase, kind).map(|unit| (unit, Number::ONE))
    }

    /// What a number without a unit is: a plain number, and where a percentage is due and it is a fraction, one of these.
    fn bare(&self, parts: &Parts, kind: Option<MeasureKind>) -> (Unit, Number) {
        let is_share = kind == Some(MeasureKind::Dimension(Dimension::Percent)) && parts.number.contains('/');
        match self.scope.unit("%").filter(|_| is_share) {
            Some(percent) => (percent.clone(), Number::from_integer(100)),
            None => (Unit::number(), Number::ONE),
        }
    }

    fn currency(&mut self, sign: &str, words: &[Name], amount: &ast::Amount) -> Option<Unit> {
        let bare = sign.trim_start_matches(|c: char| c.is_ascii_uppercase());
        let unit = self.scope.unit(sign).or_else(|| self.scope.unit(bare).filter(|_| !bare.is_empty())).cloned();
        let Some(unit) = unit else {
            let near = self.nearest_unit(sign).map(|near| format!("did you mean `{near}`?"));
            self.findings.error(Code::UnknownUnit, format!("no currency `{sign}`"), amount.at, near);
            return None;
        };
        let again = words.is_empty() || self.scope.unit(&phrase(words)) == Some(&unit);
        if !again {
            let message = format!("`{}` goes with nothing: the currency is `{sign}` already", phrase(words));
            self.findings.error(Code::UnknownUnit, message, spanned(words), None);
        }
        again.then_some(unit)
    }

    /// What is counted, where the words are no unit; an error where they were to be one.
    fn counted(&mut self, words: &[Name], phrase: &str, kind: Option<MeasureKind>) -> Option<Unit> {
        let quoted = words.iter().any(|word| word.quoted);
        if !quoted && self.swallows(words, spanned(words)) {
            return None;
        }
        let counts = match kind {
            Some(MeasureKind::Dimension(Dimension::Count | Dimension::Number)) => true,
            Some(MeasureKind::Any | MeasureKind::Change) | None => quoted || !self.is_unit_slip(phrase),
            Some(MeasureKind::Dimension(_) | MeasureKind::Date | MeasureKind::Text | MeasureKind::List) => false,
        };
        if !quoted && words.first().is_some_and(|word| self.is_state_slip(word)) {
            return None;
        }
        if counts && self.known_beginning(words).is_none() {
            return Some(Unit::count(&singular_phrase(phrase)));
        }
        self.unknown_unit(words, phrase);
        None
    }

    /// Says of a word behind a number that is a slip of the pen away from a qualifier that it is; whether it did.
    fn is_state_slip(&mut self, word: &Name) -> bool {
        let near = part_keywords().into_iter().find(|keyword| is_typing_error(&word.text, keyword));
        if let Some(near) = near {
            let message = format!("`{}` goes with nothing here", word.text);
            self.findings.error(Code::UnknownKeyword, message, word.at, format!("did you mean `{near}`?"));
        }
        near.is_some()
    }

    /// Whether a phrase is a slip of the pen away from a unit, or looks like the code of a currency.
    fn is_unit_slip(&self, phrase: &str) -> bool {
        let code = phrase.len() == 3 && phrase.bytes().all(|byte| byte.is_ascii_uppercase());
        let one = singular_phrase(phrase);
        code || (one.chars().count() > 4 && self.scope.unit_words().iter().any(|word| is_typing_error(&one, word)))
    }

    /// How many of the words are a unit, where they are followed by others that are not part of one.
    fn known_beginning(&self, words: &[Name]) -> Option<usize> {
        (1..words.len())
            .rev()
            .find(|count| words.get(..*count).is_some_and(|words| self.scope.unit(&phrase(words)).is_some()))
    }

    /// The unit that a word is a slip of the pen away from.
    fn nearest_unit(&self, word: &str) -> Option<&str> {
        let one = singular_phrase(word);
        // A code has three letters, and a word that is longer none of them.
        let is_near = |known: &&str| {
            (is_slip(word, known) || is_slip(&one, known))
                && (known.len() > 3 || one.len() < 4 || known.contains(char::is_uppercase))
        };
        nearest(&one, self.scope.unit_words().iter().map(String::as_str).filter(is_near))
    }

    /// Words of which the first is a slip of the pen away from a magnitude, and the rest a unit, as they are meant.
    fn nearest_magnitude(&self, words: &[Name]) -> Option<String> {
        let (first, rest) = words.split_first()?;
        let near = self.scope.magnitude_words().into_iter().find(|known| is_slip(&first.text, known))?;
        let unit = phrase(rest);
        let is_unit = unit.is_empty() || self.scope.unit(&unit).is_some();
        is_unit.then(|| format!("{near} {unit}").trim_end().to_owned())
    }

    fn unknown_unit(&mut self, words: &[Name], phrase: &str) {
        let known = self.known_beginning(words);
        if let Some(rest) = known.and_then(|count| words.get(count..)).filter(|rest| !rest.is_empty()) {
            return self.stray(rest);
        }
        let help = self.nearest_magnitude(words).or_else(|| self.nearest_unit(phrase).map(str::to_owned));
        let help = help.map(|near| format!("did you mean `{near}`?"));
        let help = help.or_else(|| Some("write its code (`USD`, `m2`), its symbol or its name".to_owned()));
        self.findings.error(Code::UnknownUnit, format!("no unit `{phrase}`"), spanned(words), help);
    }

    /// Says of words that hold a field that was not written as one that they do; whether they do.
    pub(super) fn swallows(&mut self, words: &[Name], at: At) -> bool {
        let bare = words.iter().filter(|word| !word.quoted).flat_map(|word| word.text.split(' '));
        let Some((word, field)) = swallowed_field(bare) else { return false };
        let form = FIELD_FORMS.iter().find(|(known, _)| *known == field).map_or("", |(_, form)| *form);
        let message = format!("`{word}` goes with nothing here");
        self.findings.error(Code::UnknownKeyword, message, at, format!("if a field is meant, write it like `{form}`"));
        true
    }

    /// Says that words behind a value are no part of it.
    fn stray(&mut self, words: &[Name]) {
        let first = words.first().map_or("", |word| &word.text);
        let known = part_keywords();
        // Words between quotation marks follow `why`, `source` and `message`, and no date or state.
        let quoted = words.get(1).is_some_and(|second| second.quoted);
        let is_text = |keyword: &&&str| matches!(**keyword, "why" | "source" | "message" | "with" | "for" | "to");
        let near = |keyword: &&&str| is_slip(first, keyword) || nearest(first, [**keyword]).is_some();
        let near = known.iter().filter(|keyword| !quoted || is_text(keyword)).find(near);
        let near = near.copied().or_else(|| (first == "at").then_some("in"));
        let help = match near {
            Some(near) => format!("did you mean `{near}`?"),
            None => "behind a value stand qualifiers such as `by 2031` and fields such as `why \"…\"`".to_owned(),
        };
        self.findings.error(Code::UnknownKeyword, format!("`{first}` goes with nothing here"), spanned(words), help);
    }

    /// The unit, once it fits the kind of the measure; none, and an error, where it does not.
    fn fitting(&mut self, unit: Unit, kind: Option<MeasureKind>, amount: &ast::Amount) -> Option<Unit> {
        let Some(MeasureKind::Dimension(wanted)) = kind else { return Some(unit) };
        if unit.dimension.compares_with(wanted) {
            return Some(unit);
        }
        match (wanted, unit.dimension) {
            // "24" is how copy gives an age.
            (Dimension::Age, Dimension::Number | Dimension::Count) if is_bare(&unit) => {
                self.scope.unit("year").map(|years| Unit { dimension: Dimension::Age, ..years.clone() })
            }
            (Dimension::Age, Dimension::Duration) => Some(Unit { dimension: Dimension::Age, ..unit }),
            (Dimension::Ordinal, Dimension::Number) => Some(Unit::ordinal()),
            _ => {
                self.mismatch(&unit, wanted, amount);
                None
            }
        }
    }

    fn mismatch(&mut self, unit: &Unit, wanted: Dimension, amount: &ast::Amount) {
        let measure = self.measure.clone();
        let wanted_name = called_for(wanted);
        let message = if is_bare(unit) {
            format!("`{measure}` calls for {wanted_name}, and this number has no unit")
        } else {
            format!("`{measure}` calls for {wanted_name}, and `{unit}` is a unit of {}", dimension_name(unit.dimension))
        };
        let help = example_of(wanted).map(|example| format!("write a value such as `{example}`"));
        self.findings.error(Code::UnitMismatch, message, amount.at, help);
    }
}

/// What is meant by a figure with letters behind it that belong to no number.
fn run_together_help(text: &str, parts: &Parts, unit: &str) -> String {
    let suffix = parts.suffix.as_deref().unwrap_or("");
    let number = &parts.number;
    if let Some(meant) = without_lookalikes(text).filter(|meant| figure::number(meant).is_some()) {
        return format!("did you mean `{meant}`?");
    }
    if let Some((low, high)) = dashed(text) {
        return format!("write the range as `in {}`", format!("{low} .. {high} {unit}").trim_end());
    }
    if text.contains('^') || suffix.starts_with("x10") {
        return "powers of ten are written `5e9`".to_owned();
    }
    match suffix.char_indices().next_back() {
        Some((at, sign)) if "$€£¥₩".contains(sign) => {
            format!("did you mean `{sign}{number}{}`?", suffix.get(..at).unwrap_or(""))
        }
        _ => format!("did you mean `{number} {suffix}`?"),
    }
}

/// The amount, with what only the other says: its currency, its magnitude, its unit.
fn like(amount: &ast::Amount, other: &ast::Amount) -> ast::Amount {
    let mut out = amount.clone();
    let (Some(own), Some(others)) = (figure::parts(&amount.figure.text), figure::parts(&other.figure.text)) else {
        return out;
    };
    let name = |text: &String| Name { text: text.clone(), quoted: false, at: other.figure.at };
    if unit_words(&own, amount).is_empty() {
        out.unit = unit_words(&others, other);
    }
    if !is_money(&own, amount) {
        out.code = other.code.clone().or_else(|| others.sign.as_ref().map(name));
    }
    out
}

/// The amount, with the unit that stands behind its tolerance: `8600 ± 5 m2`.
fn with_trailing_unit(amount: &ast::Amount) -> ast::Amount {
    let mut out = amount.clone();
    let bare = figure::parts(&amount.figure.text).is_some_and(|parts| unit_words(&parts, amount).is_empty());
    if let Some(tolerance) = amount.tolerance.as_ref().filter(|tolerance| bare && !is_percent(tolerance)) {
        out.unit = tolerance.unit.clone();
    }
    out
}

fn is_percent(tolerance: &ast::Tolerance) -> bool {
    tolerance.figure.text.ends_with('%') || matches!(&phrase(&tolerance.unit)[..], "%" | "percent" | "per cent")
}

fn is_bare(unit: &Unit) -> bool {
    unit.dimension == Dimension::Number
}

fn is_money(parts: &Parts, amount: &ast::Amount) -> bool {
    amount.code.is_some() || parts.sign.is_some()
}

/// The words behind a figure, with what touches it.
fn unit_words(parts: &Parts, amount: &ast::Amount) -> Vec<Name> {
    let suffix = parts.suffix.clone().map(|text| Name { text, quoted: false, at: amount.figure.at });
    suffix.into_iter().chain(amount.unit.iter().cloned()).collect()
}

/// The words, one space apart.
pub(super) fn phrase(words: &[Name]) -> String {
    words.iter().map(|word| &word.text[..]).collect::<Vec<_>>().join(" ")
}

/// The place of several words.
pub(super) fn spanned(words: &[Name]) -> At {
    let mut spans = words.iter().map(|word| word.at.0);
    let first = spans.next().unwrap_or_default();
    At(spans.fold(first, Span::cover))
}

/// `3rd` is a rank.
fn ordinal(phrase: &str, kind: Option<MeasureKind>) -> Option<Unit> {
    let rank = matches!(phrase, "st" | "nd" | "rd" | "th");
    let asked = matches!(kind, Some(MeasureKind::Dimension(Dimension::Ordinal)) | Some(MeasureKind::Any) | None);
    (rank && asked).then(Unit::ordinal)
}

/// A value of a dimension, for a message.
fn example_of(dimension: Dimension) -> Option<&'static str> {
    match dimension {
        Dimension::Money => Some("5e6 USD"),
        Dimension::Percent => Some("4.5 %"),
        Dimension::Points => Some("12 pp"),
        Dimension::Count => Some("7 firms"),
        Dimension::Number => Some("7"),
        Dimension::Ordinal => Some("3rd"),
        Dimension::Length => Some("12 km"),
        Dimension::Area => Some("8600 m2"),
        Dimension::Volume => Some("30 litres"),
        Dimension::Mass => Some("12 kg"),
        Dimension::Duration => Some("5 years"),
        Dimension::Age => Some("42 years"),
        Dimension::Speed => Some("90 km/h"),
        Dimension::Temperature => Some("21 °C"),
        Dimension::Power => Some("100 MW"),
        Dimension::Energy => Some("40 kWh"),
        Dimension::Data => Some("2 TB"),
        Dimension::DataRate
        | Dimension::Pressure
        | Dimension::Frequency
        | Dimension::Electric
        | Dimension::Force
        | Dimension::Angle
        | Dimension::Other => None,
    }
}

/// What a measure of a dimension calls for, with its article.
fn called_for(dimension: Dimension) -> String {
    let article = match dimension {
        Dimension::Number
        | Dimension::Count
        | Dimension::Length
        | Dimension::Volume
        | Dimension::Mass
        | Dimension::Duration
        | Dimension::Speed
        | Dimension::Temperature
        | Dimension::Pressure
        | Dimension::Frequency
        | Dimension::Force => "a ",
        Dimension::Ordinal | Dimension::Area | Dimension::Age | Dimension::Angle => "an ",
        Dimension::Money
        | Dimension::Percent
        | Dimension::Points
        | Dimension::Power
        | Dimension::Energy
        | Dimension::Data
        | Dimension::DataRate
        | Dimension::Electric
        | Dimension::Other => "",
    };
    format!("{article}{}", dimension_name(dimension))
}
