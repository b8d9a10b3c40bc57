//! Qualifiers: which event is meant.

use crate::diag::Code;
use crate::source::Span;
use crate::statement::{MeasureKind, Qualifiers};
use crate::syntax::ast::{Amount, At, Expression, Name, Qualifier, QualifierValue, Right, Term};
use crate::syntax::{FIELD_FORMS, swallowed_field};
use crate::value::{Days, Deadline, Dimension, Quantity};

use super::super::Operand;
use super::Lowerer;
use super::amount::phrase;
use super::date::{days, is_month, is_year};
use super::meant::{date_hint, looks_like_date};
use super::operand::{set_state, state_name};

impl Lowerer<'_, '_> {
    /// Adds qualifiers to an operand; none, and an error, where one of them is wrong.
    pub(super) fn qualifiers(&mut self, operand: &mut Operand, qualifiers: &[Qualifier]) -> Option<()> {
        let mut sound = Some(());
        let mut start: Option<(Days, Span)> = None;
        for qualifier in qualifiers {
            let done = match (&qualifier.key[..], self.moment(qualifier)) {
                ("from", Moment::Days(from)) => {
                    start = Some((from, qualifier.at.0));
                    Some(())
                }
                ("to", Moment::Days(to)) => self.period(operand, start.take(), to, qualifier.at),
                (_, moment) => self.qualifier(operand, qualifier, moment),
            };
            sound = sound.and(done);
        }
        if let Some((from, span)) = start {
            sound = sound.and(self.set_when(operand, Days::since(from), "from", At(span)));
        }
        sound
    }

    fn qualifier(&mut self, operand: &mut Operand, qualifier: &Qualifier, moment: Moment) -> Option<()> {
        let key = &qualifier.key[..];
        operand.qualifiers.push((name(key), qualifier.at.0));
        match (&qualifier.value, moment) {
            (QualifierValue::None, _) => set_state(&mut operand.statement, key),
            (_, Moment::Days(days)) => {
                operand.qualifiers.pop();
                return self.dated(operand, key, days, qualifier.at);
            }
            (_, Moment::Bad) => return None,
            (QualifierValue::Amount(amount), Moment::None) => {
                operand.statement.qualifiers.length = Some(self.length(amount)?);
            }
            (QualifierValue::Names(names), Moment::None) if key == "over" => {
                operand.statement.qualifiers.length = Some(self.bound_length(names, qualifier.at)?);
            }
            (QualifierValue::Names(names), Moment::None) if self.swallows(names, qualifier.at) => return None,
            (QualifierValue::Names(names), Moment::None) if names.iter().any(|name| self.is_no_name(key, name)) => {
                return None;
            }
            (QualifierValue::Names(names), Moment::None) => {
                self.named_with(&mut operand.statement.qualifiers, key, names)
            }
            (QualifierValue::Moment(_), Moment::None) => {}
        }
        Some(())
    }

    fn length(&mut self, amount: &Amount) -> Option<Quantity> {
        let measure = std::mem::replace(&mut self.measure, "over".to_owned());
        let length = self.quantity(amount, Some(MeasureKind::Dimension(Dimension::Duration)));
        self.measure = measure;
        length
    }

    /// A length of time that goes by a name; none, and an error, where the words are no such name.
    fn bound_length(&mut self, names: &[Name], at: At) -> Option<Quantity> {
        if let Some(amount) = self.bound_amount(names) {
            return self.length(&amount);
        }
        let text = phrase(names);
        let help = match self.scope.with_digits(&text) {
            Some(digits) => format!("write the number with digits: `over {digits}`"),
            None => "write it like `over 5 years`".to_owned(),
        };
        self.findings.error(Code::BadNumber, format!("`{text}` is no length of time"), at, help);
        None
    }

    /// Says of what stands where names do that it is a number, or several names in one; whether it did.
    fn is_no_name(&mut self, key: &str, name: &Name) -> bool {
        key != "for" && (self.is_range(key, name) || self.is_joined(key, name))
    }

    /// Says of two names with `and` between them that they go with a comma; whether it did.
    fn is_joined(&mut self, key: &str, name: &Name) -> bool {
        let known = |name: &str| self.scope.name(name).is_some();
        let Some((first, second)) = name.text.split_once(" and ").filter(|_| !name.quoted && !known(&name.text)) else {
            return false;
        };
        let message = format!("`{}` may be one name or two", name.text);
        let help = format!("write `{key} {first}, {second}` for two, and one name between quotation marks");
        self.findings.error(Code::SyntaxError, message, name.at, help);
        true
    }

    fn named_with(&mut self, qualifiers: &mut Qualifiers, key: &str, names: &[Name]) {
        let texts = || names.iter().map(|name| self.canonical(name));
        match key {
            "in" => qualifiers.places.extend(texts()),
            "with" => qualifiers.partners.extend(texts()),
            "to" => qualifiers.recipients.extend(texts()),
            "from" => qualifiers.origins.extend(texts()),
            "for" => {
                qualifiers.purpose = Some(names.iter().map(|name| name.text.clone()).collect::<Vec<_>>().join(", "))
            }
            "said by" => qualifiers.speaker = texts().next(),
            _ => {}
        }
    }

    /// The declared name that a name stands for, else the name itself.
    pub(super) fn canonical(&self, name: &Name) -> String {
        self.scope.name(&name.text).map_or(&name.text[..], |named| named.canonical).to_owned()
    }

    fn dated(&mut self, operand: &mut Operand, key: &str, days: Days, at: At) -> Option<()> {
        let own = &mut operand.statement.qualifiers;
        let (again, keyword) = match key {
            "by" => (own.deadline.replace(Deadline::by(days)).is_some(), "by"),
            "through" => (own.deadline.replace(Deadline::through(days)).is_some(), "through"),
            "before" => (own.deadline.replace(Deadline::before(days)).is_some(), "before"),
            "as of" => (own.as_of.replace(days).is_some(), "as of"),
            "on" | "in" => return self.set_when(operand, days, key, at),
            "since" => return self.set_when(operand, Days::since(days), key, at),
            _ => (own.announced.replace(announced(key, days)?).is_some(), "announced"),
        };
        operand.qualifiers.push((keyword.to_owned(), at.0));
        self.undoubled(again, keyword, at)
    }

    fn period(&mut self, operand: &mut Operand, start: Option<(Days, Span)>, to: Days, at: At) -> Option<()> {
        let Some((from, span)) = start else {
            let help = "write `from 2024 to 2026`, or `by 2026` for a deadline".to_owned();
            self.findings.error(Code::BadDate, "`to` with a date needs a `from` before it".to_owned(), at, help);
            return None;
        };
        let days = Days::span(from, to);
        let at = At(span.cover(at.0));
        if days.is_empty() {
            self.findings.error(Code::BadDate, "this ends before it begins".to_owned(), at, None);
            return None;
        }
        self.set_when(operand, days, "from", at)
    }

    fn set_when(&mut self, operand: &mut Operand, days: Days, key: &str, at: At) -> Option<()> {
        let again = operand.statement.qualifiers.when.replace(days).is_some();
        operand.qualifiers.push((key.to_owned(), at.0));
        self.undoubled(again, key, at)
    }

    fn undoubled(&mut self, again: bool, key: &str, at: At) -> Option<()> {
        if again {
            let message = format!("this assertion is dated twice, and `{key}` is the second");
            self.findings.error(Code::DuplicateQualifier, message, at, "keep one of the two".to_owned());
        }
        (!again).then_some(())
    }

    /// The date of a qualifier, where it has one or must have one.
    fn moment(&mut self, qualifier: &Qualifier) -> Moment {
        let dated = matches!(&qualifier.key[..], "by" | "through" | "before" | "on" | "since" | "as of")
            || qualifier.key.starts_with("announced");
        match &qualifier.value {
            QualifierValue::Moment(literal) => self.date(&literal.text, literal.at),
            QualifierValue::Names(names) => match &names[..] {
                [only] if dated => self.date(&only.text, only.at),
                [only] if matches!(&qualifier.key[..], "in" | "from" | "to") => self.maybe_date(only),
                _ => Moment::None,
            },
            QualifierValue::None | QualifierValue::Amount(_) => Moment::None,
        }
    }

    fn date(&mut self, text: &str, at: At) -> Moment {
        match days(text).or_else(|| self.bound_days(text)) {
            Some(days) => Moment::Days(days),
            None => {
                self.bad_date(text, at);
                Moment::Bad
            }
        }
    }

    /// A name that stands for a date: bound with `let`, or written in other capitals than the grammar knows. What looks like a date and is
    /// none is an error, and a month without a year, because nothing says which year.
    fn maybe_date(&mut self, name: &Name) -> Moment {
        if let Some(days) = self.bound_days(&name.text) {
            return Moment::Days(days);
        }
        if name.quoted || self.scope.name(&name.text).is_some() {
            return Moment::None;
        }
        match days(&name.text) {
            Some(days) => Moment::Days(days),
            None if is_month(&name.text) || looks_like_date(&name.text) => {
                self.bad_date(&name.text, name.at);
                Moment::Bad
            }
            None => Moment::None,
        }
    }

    fn bound_days(&self, name: &str) -> Option<Days> {
        match &self.scope.bindings.get(name)?.value {
            Right::One(Expression::Term(Term::Moment(literal))) => days(&literal.text),
            Right::One(Expression::Term(Term::Amount(amount))) if is_year(&amount.figure.text) => {
                days(&amount.figure.text)
            }
            Right::One(_) | Right::Range(..) | Right::List { .. } => None,
        }
    }

    /// Says that there is no such date.
    pub(super) fn bad_date(&mut self, text: &str, at: At) {
        let help = if is_month(text) {
            format!("say which year: `{text} 2024`")
        } else if let Some(hint) = date_hint(text).or_else(|| field_behind(text)) {
            hint
        } else {
            "dates are written `2030`, `2024-03`, `2024-03-09`, `9 Mar 2024` or `Q3 2024`".to_owned()
        };
        self.findings.error(Code::BadDate, format!("`{text}` is no date"), at, help);
    }
}

/// What to write where a date is followed by words of a field that is not written as one.
fn field_behind(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split(' ').collect();
    let count = (1..words.len()).rev().find(|count| days(&words[..*count].join(" ")).is_some())?;
    let (date, rest) = words.split_at_checked(count)?;
    let (_, field) = swallowed_field(rest.iter().copied())?;
    let (_, form) = FIELD_FORMS.iter().find(|(known, _)| *known == field)?;
    Some(format!("the date is `{}`; if a field is meant behind it, write it like `{form}`", date.join(" ")))
}

/// Whether a qualifier is about a date.
enum Moment {
    /// It is, and this one.
    Days(Days),
    /// It is, and there is no such date; that has been said.
    Bad,
    /// It is not.
    None,
}

/// The days on which a thing may have been made known.
fn announced(key: &str, days: Days) -> Option<Days> {
    match key {
        "announced before" => Days::before(days),
        "announced by" | "announced through" => Some(Days::until(days)),
        "announced since" => Some(Days::since(days)),
        "announced after" => Days::after(days),
        _ => Some(days),
    }
}

/// The name of a qualifier as it stands in an operand.
fn name(key: &str) -> String {
    if key.starts_with("announced") { "announced".to_owned() } else { state_name(key) }
}
