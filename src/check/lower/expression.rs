//! Arithmetic over measures.

use crate::diag::Code;
use crate::statement::{MeasureKind, Value};
use crate::syntax::ast::{self, At, Name, Right, Term};

use super::super::kind::kind_name;
use super::super::{Expression, Operator};
use super::Lowerer;
use super::amount::{phrase, spanned};
use super::operand::Asked;

impl Lowerer<'_, '_> {
    /// An expression; none, and an error, where one of its operands is wrong.
    pub(super) fn expression(&mut self, expression: &ast::Expression) -> Option<Expression> {
        match expression {
            ast::Expression::Term(term) => self.term(term),
            ast::Expression::Group(inner) => self.expression(inner),
            ast::Expression::Binary { sign, left, right } => {
                let (left, right) = (self.expression(left), self.expression(right));
                let operator = operator(*sign);
                Some(Expression::Binary { operator, left: Box::new(left?), right: Box::new(right?) })
            }
        }
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
        let asked = self.operand(operand)?;
        self.numeric(&asked, operand.at)?;
        Some(Expression::Operand(asked.operand))
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
