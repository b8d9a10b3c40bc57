//! Arithmetic over measures.

use crate::diag::Code;
use crate::statement::{MeasureKind, Value};
use crate::syntax::ast::{self, At, Name, Right, Term};
use crate::value::Dimension;

use super::super::figure;
use super::super::kind::kind_name;
use super::super::{Expression, Operator};
use super::Lowerer;
use super::amount::{phrase, spanned};
use super::meant::is_figure;
use super::operand::Asked;

impl Lowerer<'_, '_> {
    /// An expression; none, and an error, where one of its operands is wrong.
    pub(super) fn expression(&mut self, expression: &ast::Expression) -> Option<Expression> {
        match expression {
            ast::Expression::Term(term) => self.term(term),
            ast::Expression::Group(inner) => self.expression(inner),
            ast::Expression::Binary { sign, left, right } => {
                if *sign == '-' && self.is_range_with_minus(left, right) {
                    return None;
                }
                let (left, right) = (self.expression(left), self.expression(right));
                let operator = operator(*sign);
                Some(Expression::Binary { operator, left: Box::new(left?), right: Box::new(right?) })
            }
        }
    }

    /// Says of two numbers with a minus between them that they are no range; whether they are two numbers.
    fn is_range_with_minus(&mut self, left: &ast::Expression, right: &ast::Expression) -> bool {
        let (ast::Expression::Term(Term::Amount(left)), ast::Expression::Term(Term::Amount(right))) = (left, right)
        else {
            return false;
        };
        // "10e9 NOK - 2e9 NOK" is a difference.
        let plain = left.unit.is_empty() && left.code.is_none() && figure::number(&left.figure.text).is_some();
        if !plain {
            return false;
        }
        let words: Vec<&str> = right.unit.iter().map(|word| &word.text[..]).collect();
        let high = [&[&right.figure.text[..]][..], &words].concat().join(" ");
        let at = At(left.at.0.cover(right.at.0));
        let message = "nothing is computed from two numbers alone".to_owned();
        let help = format!("write a range as `in {} .. {high}`, a score as `3-1`", left.figure.text);
        self.findings.error(Code::BadNumber, message, at, help);
        true
    }

    fn term(&mut self, term: &Term) -> Option<Expression> {
        match term {
            Term::Operand(operand) => self.operand_term(operand),
            Term::Count(operand) => self.count(operand).map(|asked| Expression::Operand(asked.operand)),
            Term::Share { part, whole } => self.share(part, whole),
            Term::Amount(amount) => self.constant(amount),
            Term::Moment(literal) | Term::Clock(literal) | Term::Score(literal) => {
                self.wrong(&format!("`{}`", literal.text), literal.at, Some(MeasureKind::Change));
                None
            }
        }
    }

    /// A measure; or a bound number.
    fn operand_term(&mut self, operand: &ast::Operand) -> Option<Expression> {
        if let Some(amount) = self.bound_amount(&operand.words) {
            return self.constant(&amount);
        }
        if self.is_no_number(&operand.words) {
            return None;
        }
        let asked = self.operand(operand)?;
        self.numeric(&asked, operand.at)?;
        Some(Expression::Operand(asked.operand))
    }

    /// Says of words that begin with a figure and end in no known measure that they are no number; whether it did.
    fn is_no_number(&mut self, words: &[Name]) -> bool {
        let Some(first) = words.first().filter(|first| is_figure(first) && !self.is_operand(words)) else {
            return false;
        };
        let help = "numbers are written `5e9`, `5,000,000`, `4.5` or `1/2`".to_owned();
        self.findings.error(Code::BadNumber, format!("`{}` is no number", first.text), first.at, help);
        true
    }

    /// Nothing to compute with, and an error, where the values of a measure are no numbers.
    fn numeric(&mut self, asked: &Asked, at: At) -> Option<()> {
        match asked.kind {
            Some(kind @ (MeasureKind::Date | MeasureKind::Text | MeasureKind::List)) => {
                let name = kind_name(kind);
                let message =
                    format!("`{}` is declared as {name}, and nothing can be computed with that", self.measure);
                self.findings.error(Code::TypeMismatch, message, at, None);
                None
            }
            Some(MeasureKind::Dimension(_) | MeasureKind::Change | MeasureKind::Any) | None => Some(()),
        }
    }

    fn share(&mut self, part: &ast::Operand, whole: &ast::Operand) -> Option<Expression> {
        let (part, whole) = (self.operand(part), self.operand(whole));
        let boxed = |asked: Asked| Box::new(Expression::Operand(asked.operand));
        Some(Expression::Share { part: boxed(part?), whole: boxed(whole?) })
    }

    fn constant(&mut self, amount: &ast::Amount) -> Option<Expression> {
        let quantity = self.quantity(amount, None)?;
        Some(Expression::Constant { quantity, span: amount.at.0 })
    }

    /// A number that a share is held against.
    pub(super) fn percentage(&mut self, amount: &ast::Amount) -> Option<Expression> {
        "share".clone_into(&mut self.measure);
        let quantity = self.quantity(amount, Some(MeasureKind::Dimension(Dimension::Percent)))?;
        Some(Expression::Constant { quantity, span: amount.at.0 })
    }

    /// The amount that words are bound to.
    pub(super) fn bound_amount(&self, words: &[Name]) -> Option<ast::Amount> {
        match &self.scope.bindings.get(&phrase(words)[..])?.value {
            Right::One(ast::Expression::Term(Term::Amount(amount))) => {
                let at = spanned(words);
                Some(ast::Amount { at, ..amount.clone() })
            }
            Right::One(_) | Right::Range(..) | Right::List { .. } => None,
        }
    }

    /// A number that a value is, as an expression.
    pub(super) fn as_constant(value: Value, at: At) -> Option<Expression> {
        match value {
            Value::Quantity(quantity) => Some(Expression::Constant { quantity, span: at.0 }),
            Value::Days(_) | Value::Text(_) | Value::List(_) => None,
        }
    }
}

fn operator(sign: char) -> Operator {
    match sign {
        '+' => Operator::Add,
        '*' => Operator::Multiply,
        '/' => Operator::Divide,
        _ => Operator::Subtract,
    }
}
