//! Arithmetic: from the flat list of the grammar to a tree. `*` and `/` bind tighter than `+` and `-`; equals go from left to right.

use super::super::ast::{Amount, At, Expression, Operand, Term, Tolerance};
use super::super::parser::{Node, Rule};
use super::part::Leads;
use super::{Builder, Unbuilt};

/// How deep brackets may nest.
const DEEPEST: usize = 32;

/// What is open: brackets, and signs that wait for what follows.
#[derive(Default)]
struct Stack {
    done: Vec<Expression>,
    waiting: Vec<Waiting>,
    depth: usize,
}

enum Waiting {
    Open(At),
    Sign(char),
}

impl Builder<'_> {
    /// The expression of one side.
    pub(super) fn expression(&self, node: Node<'_>) -> Result<Expression, Unbuilt> {
        let at = self.at(&node);
        let mut stack = Stack::default();
        for inner in node.into_inner() {
            let at = self.at(&inner);
            match inner.as_rule() {
                Rule::open => stack.open(at)?,
                Rule::close => stack.close(at)?,
                Rule::operator => stack.sign(sign(inner.as_str())),
                _ => stack.done.push(Expression::Term(self.term(inner))),
            }
        }
        stack.finish(at)
    }

    fn term(&self, node: Node<'_>) -> Term {
        match node.as_rule() {
            Rule::share => self.share(node),
            Rule::count => Term::Count(self.inner_operand(node)),
            Rule::amount => Term::Amount(self.amount(node)),
            Rule::moment => Term::Moment(self.literal(&node)),
            Rule::clock => Term::Clock(self.literal(&node)),
            Rule::score => Term::Score(self.literal(&node)),
            _ => Term::Operand(self.operand(node)),
        }
    }

    fn share(&self, node: Node<'_>) -> Term {
        let mut operands = node.into_inner().map(|operand| self.operand(operand));
        Term::Share { part: operands.next().unwrap_or_default(), whole: operands.next().unwrap_or_default() }
    }

    /// Words with their qualifiers.
    pub(super) fn operand(&self, node: Node<'_>) -> Operand {
        let mut out = Operand { at: self.at(&node), ..Operand::default() };
        let mut leads = Leads::default();
        for inner in node.into_inner() {
            match inner.as_rule() {
                Rule::bare | Rule::quoted => out.words.push(self.name(&inner)),
                Rule::qualifier => {
                    let lead = leads.take();
                    out.qualifiers.push(self.qualifier(inner, lead));
                }
                _ => leads.pass(&inner),
            }
        }
        out
    }

    /// A number of something.
    pub(super) fn amount(&self, node: Node<'_>) -> Amount {
        let mut out = Amount { at: self.at(&node), ..Amount::default() };
        for inner in node.into_inner() {
            match (inner.as_rule(), &mut out.tolerance) {
                (Rule::code, _) => out.code = Some(self.name(&inner)),
                (Rule::figure, None) => out.figure = self.figure(&inner),
                (Rule::figure, Some(tolerance)) => tolerance.figure = self.figure(&inner),
                (Rule::give_take, _) => {
                    out.tolerance = Some(Tolerance { sign: inner.as_str().to_owned(), ..Tolerance::default() });
                }
                (_, None) => out.unit.push(self.name(&inner)),
                (_, Some(tolerance)) => tolerance.unit.push(self.name(&inner)),
            }
        }
        out
    }
}

impl Stack {
    fn open(&mut self, at: At) -> Result<(), Unbuilt> {
        self.depth += 1;
        self.waiting.push(Waiting::Open(at));
        if self.depth > DEEPEST { Err(Unbuilt::TooDeep(at)) } else { Ok(()) }
    }

    fn close(&mut self, at: At) -> Result<(), Unbuilt> {
        while self.reduce() {}
        let (Some(Waiting::Open(_)), Some(inner)) = (self.waiting.pop(), self.done.pop()) else {
            return Err(Unbuilt::Unbalanced(at));
        };
        self.depth = self.depth.saturating_sub(1);
        self.done.push(Expression::Group(Box::new(inner)));
        Ok(())
    }

    fn sign(&mut self, sign: char) {
        while self.top().is_some_and(|top| strength(top) >= strength(sign)) && self.reduce() {}
        self.waiting.push(Waiting::Sign(sign));
    }

    fn finish(mut self, at: At) -> Result<Expression, Unbuilt> {
        while self.reduce() {}
        match self.waiting.pop() {
            Some(Waiting::Open(open)) => Err(Unbuilt::Unbalanced(open)),
            _ => self.done.pop().ok_or(Unbuilt::Unbalanced(at)),
        }
    }

    fn top(&self) -> Option<char> {
        match self.waiting.last() {
            Some(Waiting::Sign(sign)) => Some(*sign),
            Some(Waiting::Open(_)) | None => None,
        }
    }

    /// Joins the last two expressions under the sign between them; false where there is none.
    fn reduce(&mut self) -> bool {
        let Some(sign) = self.top() else { return false };
        let (Some(right), Some(left)) = (self.done.pop(), self.done.pop()) else { return false };
        self.waiting.pop();
        self.done.push(Expression::Binary { sign, left: Box::new(left), right: Box::new(right) });
        true
    }
}

fn sign(text: &str) -> char {
    match text.chars().next() {
        Some('−') | None => '-',
        Some(sign) => sign,
    }
}

fn strength(sign: char) -> u8 {
    if matches!(sign, '*' | '/') { 2 } else { 1 }
}
