//! Values: what stands right of a relation, read as the measure calls for.

use crate::diag::Code;
use crate::statement::{MeasureKind, Value};
use crate::syntax::ast::{self, At, Expression, Literal, Name, Right, Term};
use crate::value::{Days, Relation};

use super::super::kind::kind_name;
use super::Lowerer;
use super::amount::{phrase, spanned};
use super::date::{days, is_year};
use super::form::term_at;

/// A value and where it stands.
pub(super) type Placed = (Value, At);

impl Lowerer<'_, '_> {
    /// The value that a relation is to; none, and an error, where it is none of the kind that the measure calls for.
    pub(super) fn value(&mut self, right: &Right, kind: Option<MeasureKind>) -> Option<Placed> {
        match right {
            Right::One(Expression::Term(term)) => self.term_value(term, kind),
            Right::One(Expression::Group(inner)) => self.value(&Right::One((**inner).clone()), kind),
            Right::One(Expression::Binary { .. }) => None,
            Right::Range(low, high) => self.range_value(low, high, kind),
            Right::List { names, at } => self.list(names, *at, kind),
        }
    }

    fn term_value(&mut self, term: &Term, kind: Option<MeasureKind>) -> Option<Placed> {
        match term {
            Term::Amount(amount) => self.amount_value(amount, kind),
            Term::Moment(literal) => self.moment_value(literal, kind),
            Term::Clock(literal) | Term::Score(literal) => self.text(&literal.text, literal.at, kind),
            Term::Operand(operand) => self.words_value(&operand.words, kind),
            Term::Count(operand) | Term::Share { part: operand, .. } => {
                self.wrong("a computed value", operand.at, kind);
                None
            }
        }
    }

    fn amount_value(&mut self, amount: &ast::Amount, kind: Option<MeasureKind>) -> Option<Placed> {
        match kind {
            Some(MeasureKind::Date) if is_plain_year(amount) => self.days(&amount.figure.text, amount.at),
            Some(MeasureKind::Date) if amount.unit.is_empty() && amount.code.is_none() => {
                self.bad_date(&amount.figure.text, amount.at);
                None
            }
            Some(MeasureKind::Date | MeasureKind::Text | MeasureKind::List) => {
                self.wrong("a number", amount.at, kind);
                None
            }
            _ => self.quantity(amount, kind).map(|quantity| (Value::Quantity(quantity), amount.at)),
        }
    }

    fn moment_value(&mut self, literal: &Literal, kind: Option<MeasureKind>) -> Option<Placed> {
        match kind {
            Some(MeasureKind::Date | MeasureKind::Any) | None => self.days(&literal.text, literal.at),
            Some(MeasureKind::Text | MeasureKind::List) => self.text(&literal.text, literal.at, kind),
            Some(MeasureKind::Dimension(_) | MeasureKind::Change) => {
                self.wrong("a date", literal.at, kind);
                None
            }
        }
    }

    fn days(&mut self, text: &str, at: At) -> Option<Placed> {
        let days = days(text);
        if days.is_none() {
            self.bad_date(text, at);
        }
        days.map(|days| (Value::Days(days), at))
    }

    fn text(&mut self, text: &str, at: At, kind: Option<MeasureKind>) -> Option<Placed> {
        match kind {
            Some(MeasureKind::Text | MeasureKind::List | MeasureKind::Any) | None => {
                Some((Value::Text(text.to_owned()), at))
            }
            Some(MeasureKind::Dimension(_) | MeasureKind::Change | MeasureKind::Date) => {
                self.wrong("text", at, kind);
                None
            }
        }
    }

    /// Words: a bound name, a text, or for a date the words for one.
    fn words_value(&mut self, words: &[Name], kind: Option<MeasureKind>) -> Option<Placed> {
        let at = spanned(words);
        let text = phrase(words);
        if words.get(1..).is_some_and(|rest| self.swallows(rest, at)) {
            return None;
        }
        if let Some(binding) = self.scope.bindings.get(&text[..]).copied() {
            if binds_words(binding) {
                let help = format!("write a value behind `let {text} =`; words stand in quotation marks");
                self.findings.error(
                    Code::TypeMismatch,
                    format!("`{text}` is bound to a name, and not to a value"),
                    at,
                    help,
                );
                return None;
            }
            return self.value(&binding.value, kind).map(|(value, _)| (value, at));
        }
        match (kind, words) {
            (Some(MeasureKind::Date), _) => self.days(&text, at),
            (Some(MeasureKind::List | MeasureKind::Text), [name]) => Some((Value::Text(self.canonical(name)), at)),
            _ => self.text(&text, at, kind),
        }
    }

    fn list(&mut self, names: &[Name], at: At, kind: Option<MeasureKind>) -> Option<Placed> {
        if names.is_empty() {
            let help = "write the names between the brackets, with commas".to_owned();
            self.findings.error(Code::TypeMismatch, "this list is empty".to_owned(), at, help);
            return None;
        }
        match kind {
            Some(MeasureKind::Text | MeasureKind::List | MeasureKind::Any) | None => {
                Some((Value::List(names.iter().map(|name| self.canonical(name)).collect()), at))
            }
            Some(MeasureKind::Dimension(_) | MeasureKind::Change | MeasureKind::Date) => {
                self.wrong("a list", at, kind);
                None
            }
        }
    }

    fn range_value(&mut self, low: &Expression, high: &Expression, kind: Option<MeasureKind>) -> Option<Placed> {
        match (low, high) {
            (Expression::Term(Term::Amount(low)), Expression::Term(Term::Amount(high)))
                if kind != Some(MeasureKind::Date) =>
            {
                let at = At(low.at.0.cover(high.at.0));
                self.range(low, high, kind).map(|quantity| (Value::Quantity(quantity), at))
            }
            (Expression::Term(Term::Amount(number)), Expression::Term(other))
            | (Expression::Term(other), Expression::Term(Term::Amount(number)))
                if kind != Some(MeasureKind::Date) && !is_plain_year(number) =>
            {
                let at = At(number.at.0.cover(term_at(other).0));
                let help = "write two numbers with two dots between them: `in 200 .. 300 USD`".to_owned();
                self.findings.error(Code::BadNumber, "this is no range of numbers".to_owned(), at, help);
                None
            }
            (Expression::Term(low), Expression::Term(high)) => {
                let low = self.term_value(low, Some(MeasureKind::Date))?;
                let high = self.term_value(high, Some(MeasureKind::Date))?;
                self.days_between(low, high)
            }
            _ => None,
        }
    }

    fn days_between(&mut self, low: Placed, high: Placed) -> Option<Placed> {
        let at = At(low.1.0.cover(high.1.0));
        let (Value::Days(low), Value::Days(high)) = (low.0, high.0) else { return None };
        let days = Days::span(low, high);
        if days.is_empty() {
            self.findings.error(Code::BadDate, "this ends before it begins".to_owned(), at, None);
        }
        (!days.is_empty()).then_some((Value::Days(days), at))
    }

    /// Says that a value is not of the kind that the measure calls for.
    pub(super) fn wrong(&mut self, what: &str, at: At, kind: Option<MeasureKind>) {
        let wanted = match kind {
            Some(MeasureKind::Dimension(_) | MeasureKind::Change) => "a number is due",
            Some(MeasureKind::Date) => "a date is due",
            Some(MeasureKind::Text) => "words are due",
            Some(MeasureKind::List) => "a list of names is due",
            Some(MeasureKind::Any) | None => "a value is due",
        };
        let due = if kind == Some(MeasureKind::Date) {
            "a date such as `2024-03-09`"
        } else {
            "a value such as `40` or `5e6 USD`"
        };
        let declared =
            kind.map_or(String::new(), |kind| format!(": `{}` is declared as {}", self.measure, kind_name(kind)));
        let help = match (what, kind) {
            ("text", _) => Some(format!("write {due}, without quotation marks")),
            (_, Some(MeasureKind::Date)) => Some(format!("write {due}; a day of the year has its year, too")),
            _ => None,
        };
        self.findings.error(Code::TypeMismatch, format!("{what} stands where {wanted}{declared}"), at, help);
    }

    /// Says that a relation does not go with a value; whether it did.
    pub(super) fn is_misrelated(&mut self, sign: &ast::RelationSign, value: &Value) -> bool {
        let fits = match (sign.relation, value) {
            (Relation::Equal | Relation::NotEqual, _) => true,
            (Relation::Includes, Value::Text(_) | Value::List(_)) => true,
            (Relation::Includes, _) => false,
            (_, Value::Quantity(_) | Value::Days(_)) => true,
            (_, Value::Text(_) | Value::List(_)) => false,
        };
        if !fits {
            let help = if sign.relation == Relation::Includes {
                "`includes` is for words and lists"
            } else {
                "words are compared with `is`, `is not` and `includes`"
            };
            self.findings.error(
                Code::TypeMismatch,
                format!("`{}` does not go with this value", sign.text),
                sign.at,
                help.to_owned(),
            );
        }
        !fits
    }
}

/// Whether a name is bound to other words, which would have to be looked up in turn.
fn binds_words(binding: &ast::Binding) -> bool {
    matches!(&binding.value, Right::One(Expression::Term(Term::Operand(operand))) if operand.words.iter().any(|word| !word.quoted))
}

fn is_plain_year(amount: &ast::Amount) -> bool {
    amount.code.is_none() && amount.unit.is_empty() && amount.tolerance.is_none() && is_year(&amount.figure.text)
}
