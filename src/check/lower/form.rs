//! Forms: whether a line asserts a value, compares measures, or only says that there is something.

use crate::diag::Code;
use crate::statement::MeasureKind;
use crate::syntax::ast::{self, At, Form, Name, Part, Qualifier, RelationSign, Right, Term};
use crate::value::Relation;

use super::super::{Body, Expression, Operand, Reading};
use super::Lowerer;
use super::amount::{phrase, spanned};
use super::date::is_year;
use super::meant::{is_figure, split_relation};
use super::operand::Asked;

/// How many words the name of a measure may have, before it is taken for a sentence.
const LONGEST_MEASURE: usize = 4;

impl Lowerer<'_, '_> {
    /// What a form asserts; none, and an error, where it is wrong. `parts` are what follows its value.
    pub(super) fn form(&mut self, form: &Form, reading: Reading, parts: &[Part]) -> Option<Body> {
        let behind: Vec<&Qualifier> = parts.iter().filter_map(qualifier).collect();
        if matches!(&form.left, ast::Expression::Term(term) if self.is_run_on(term)) {
            return None;
        }
        match (&form.left, &form.relation) {
            (ast::Expression::Term(term), None) => self.existence(term, reading, &behind),
            (left, None) => {
                self.no_relation(expression_at(left));
                None
            }
            (ast::Expression::Term(term), Some((sign, right))) => self.related(term, sign, right, reading, &behind),
            (left, Some((sign, right))) => self.computed(left, sign, right, &behind),
        }
    }

    fn no_relation(&mut self, at: At) {
        let help = "an assertion says what something is: `… == 5e6 USD`, `… > 40`".to_owned();
        self.findings.error(
            Code::SyntaxError,
            "there is no relation, so that nothing is asserted".to_owned(),
            at,
            help,
        );
    }

    /// A line without a relation: there is such a thing.
    fn existence(&mut self, term: &Term, reading: Reading, behind: &[&Qualifier]) -> Option<Body> {
        let Term::Operand(operand) = &as_operand(term) else {
            self.no_relation(term_at(term));
            return None;
        };
        if self.is_misspelled(operand) || self.is_value_loose(operand) || self.is_sentence(operand) {
            return None;
        }
        let asked = self.operand(operand)?;
        if !asked.sure && operand.qualifiers.is_empty() {
            self.nothing_asserted(&asked, operand.at);
            return None;
        }
        let mut operand = asked.operand;
        self.add_behind(&mut operand, behind)?;
        Some(Body::Exists { reading, operand })
    }

    /// Says of a line with a number but no relation that the relation is missing; whether it did.
    fn is_value_loose(&mut self, operand: &ast::Operand) -> bool {
        let Some(at) = operand.words.iter().skip(1).position(is_figure).map(|at| at + 1) else { return false };
        let known = |start: usize| self.scope.measure(&phrase(&operand.words[start..])).is_some();
        let is_year = operand.words.get(at).is_some_and(|word| is_year(&word.text));
        let verb = operand.words.get(at - 1).is_some_and(|word| word.text.starts_with(char::is_lowercase));
        // "Norvik employs 140 people": what is counted may go by the name of a measure.
        let counted = verb && !is_year && known(at + 1);
        if !counted && (1..operand.words.len()).any(known) {
            return false;
        }
        let (before, value) = operand.words.split_at(at);
        let (at, help) = match split_relation(before) {
            Some((before, meant)) => {
                (spanned(value), format!("did you mean `{} {}`?", written(before), meant.before(&written(value))))
            }
            // "sales fell 18 percent": what is told by a verb of change is a sentence.
            None if before.last().is_some_and(|verb| self.scope.tells_change(&verb.text)) => {
                let sentence = written(&operand.words).replace('"', "");
                (spanned(&operand.words), format!("did you mean `claim \"{sentence}\"`?"))
            }
            None => (spanned(value), format!("did you mean `{} == {}`?", written(before), written(value))),
        };
        let message = "there is no relation before the number".to_owned();
        self.findings.error(Code::SyntaxError, message, at, help);
        true
    }

    /// Says of a line that ends in a quoted sentence that it must say whether it is a quote or a claim; whether it did.
    fn is_sentence(&mut self, operand: &ast::Operand) -> bool {
        let sentence =
            operand.words.last().filter(|word| word.quoted && word.text.split_whitespace().count() > LONGEST_MEASURE);
        if let (Some(_), Some(first)) = (sentence, operand.words.first()) {
            let help = "a line with a sentence begins with `claim`, or with `quote` where somebody's words are meant"
                .to_owned();
            self.findings.error(
                Code::UnknownKeyword,
                format!("`{}` does not go with a sentence", first.text),
                first.at,
                help,
            );
        }
        sentence.is_some()
    }

    fn nothing_asserted(&mut self, asked: &Asked, at: At) {
        let measure = &asked.operand.statement.measure.name;
        let message = format!("nothing is asserted here: there is no relation, and `{measure}` is no known measure");
        let help = match self.nearest_measure(measure) {
            Some(near) => format!("did you mean `{near}`? A line without a relation says that there is such a thing"),
            None => {
                "a line without a relation says that there is such a thing; put its measure between quotation marks"
                    .to_owned()
            }
        };
        self.findings.error(Code::UnknownMeasure, message, at, help);
    }

    fn related(
        &mut self,
        term: &Term,
        sign: &RelationSign,
        right: &Right,
        reading: Reading,
        behind: &[&Qualifier],
    ) -> Option<Body> {
        if self.is_misquantified(term) || self.is_turned_round(term) {
            return None;
        }
        let asked = match &as_operand(term) {
            Term::Operand(operand) if self.bound_amount(&operand.words).is_none() => self.operand(operand)?,
            Term::Count(operand) => self.count(operand)?,
            _ => return self.computed(&ast::Expression::Term(term.clone()), sign, right, behind),
        };
        let asked = if self.is_to_number(right) { asked.numbered() } else { asked };
        if self.is_misworded(sign, right, asked.kind) {
            return None;
        }
        if self.is_computed(right, sign, &asked) {
            self.measured_right(right)?;
            let left = Expression::Operand(asked.operand);
            return self.compared(left, sign, right, behind);
        }
        let mut operand = asked.operand;
        self.add_behind(&mut operand, &right_qualifiers(right))?;
        self.add_behind(&mut operand, behind)?;
        let (value, at) = self.value(right, asked.kind)?;
        if self.is_misrelated(sign, &value) {
            return None;
        }
        Some(Body::Holds { reading, operand, relation: sign.relation, value, value_span: at.0 })
    }

    /// Whether what stands right of a relation is a number, or bound to one.
    fn is_to_number(&self, right: &Right) -> bool {
        match right {
            Right::One(ast::Expression::Term(Term::Amount(_))) => true,
            Right::One(ast::Expression::Term(Term::Operand(operand))) => self.bound_amount(&operand.words).is_some(),
            Right::Range(ast::Expression::Term(low), _) => matches!(low, Term::Amount(_)),
            Right::One(_) | Right::Range(..) | Right::List { .. } => false,
        }
    }

    /// Says of words right of a relation that are neither a value nor end in a measure that is known that they are not; none where it did.
    fn measured_right(&mut self, right: &Right) -> Option<()> {
        let Right::One(ast::Expression::Term(Term::Operand(operand))) = right else { return Some(()) };
        let quoted = operand.words.last().is_some_and(|word| word.quoted);
        if quoted || self.is_operand(&operand.words) {
            return Some(());
        }
        let message = format!("`{}` is no value, and ends in no measure that is known", phrase(&operand.words));
        let last = operand.words.last().map_or("", |word| &word.text);
        let help = match self.nearest_measure(last) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "write a value such as `40` or `5e6 USD`, or put the measure between quotation marks".to_owned(),
        };
        self.findings.error(Code::TypeMismatch, message, spanned(&operand.words), help);
        None
    }

    /// Whether what stands right of the relation is to be computed from the articles.
    fn is_computed(&self, right: &Right, sign: &RelationSign, asked: &Asked) -> bool {
        match right {
            Right::One(ast::Expression::Term(Term::Operand(operand))) => self.is_measured(operand, sign, asked),
            Right::One(ast::Expression::Term(Term::Count(_) | Term::Share { .. })) => true,
            Right::One(ast::Expression::Term(_)) | Right::List { .. } => false,
            Right::One(ast::Expression::Group(_) | ast::Expression::Binary { .. }) => true,
            Right::Range(..) => false,
        }
    }

    fn is_measured(&self, operand: &ast::Operand, sign: &RelationSign, asked: &Asked) -> bool {
        let bound = self.scope.bindings.contains_key(&phrase(&operand.words)[..]);
        let ordered = matches!(
            sign.relation,
            Relation::Less | Relation::AtMost | Relation::Greater | Relation::AtLeast | Relation::About
        );
        let several = operand.words.len() > 1 && !bound;
        match asked.kind {
            Some(MeasureKind::Text | MeasureKind::List | MeasureKind::Date) => false,
            Some(MeasureKind::Dimension(_) | MeasureKind::Change) => several,
            Some(MeasureKind::Any) | None => several && (ordered || self.is_operand(&operand.words)),
        }
    }

    fn computed(
        &mut self,
        left: &ast::Expression,
        sign: &RelationSign,
        right: &Right,
        behind: &[&Qualifier],
    ) -> Option<Body> {
        let left = self.expression(left)?;
        self.compared(left, sign, right, behind)
    }

    fn compared(
        &mut self,
        mut left: Expression,
        sign: &RelationSign,
        right: &Right,
        behind: &[&Qualifier],
    ) -> Option<Body> {
        let mut right = match right {
            Right::One(ast::Expression::Term(Term::Amount(amount))) if matches!(left, Expression::Share { .. }) => {
                self.percentage(amount)?
            }
            Right::One(right) => self.expression(right)?,
            Right::Range(..) | Right::List { .. } => {
                let (value, at) = self.value(right, Some(MeasureKind::Change))?;
                Self::as_constant(value, at)?
            }
        };
        if sign.relation == Relation::Includes {
            self.findings.error(Code::TypeMismatch, format!("`{}` does not go with numbers", sign.text), sign.at, None);
            return None;
        }
        if operands(&mut left).is_empty() && operands(&mut right).is_empty() {
            let help =
                "an assertion names a subject and one of its measures: `\"Harbour Board\" jobs == 40`".to_owned();
            self.findings.error(
                Code::MissingMeasure,
                "two numbers are compared, and no article is asked".to_owned(),
                sign.at,
                help,
            );
            return None;
        }
        for operand in operands(&mut left).into_iter().chain(operands(&mut right)) {
            self.add_behind(operand, behind)?;
        }
        Some(Body::Computed { left, relation: sign.relation, right })
    }

    /// Adds the qualifiers behind a value to an operand.
    fn add_behind(&mut self, operand: &mut Operand, behind: &[&Qualifier]) -> Option<()> {
        let owned: Vec<Qualifier> = behind.iter().map(|qualifier| (*qualifier).clone()).collect();
        self.qualifiers(operand, &owned)
    }
}

/// Words as they are written in a file, names between their quotation marks.
fn written(words: &[Name]) -> String {
    let written = |word: &Name| if word.quoted { format!("\"{}\"", word.text) } else { word.text.clone() };
    words.iter().map(written).collect::<Vec<_>>().join(" ")
}

fn qualifier(part: &Part) -> Option<&Qualifier> {
    match part {
        Part::Qualifier(qualifier) => Some(qualifier),
        Part::Field(_) => None,
    }
}

/// The qualifiers that the grammar has given to the words right of a relation.
fn right_qualifiers(right: &Right) -> Vec<&Qualifier> {
    match right {
        Right::One(ast::Expression::Term(Term::Operand(operand))) => operand.qualifiers.iter().collect(),
        Right::One(_) | Right::Range(..) | Right::List { .. } => Vec::new(),
    }
}

/// Left of the relation a number with words behind it is a subject: "3M pledge".
fn as_operand(term: &Term) -> Term {
    match term {
        Term::Amount(amount) if !amount.unit.is_empty() && amount.tolerance.is_none() => {
            let figure = Name { text: amount.figure.text.clone(), quoted: false, at: amount.figure.at };
            let words = amount.code.iter().cloned().chain([figure]).chain(amount.unit.iter().cloned()).collect();
            Term::Operand(ast::Operand { words, qualifiers: Vec::new(), at: amount.at })
        }
        other => other.clone(),
    }
}

/// The operands of an expression.
fn operands(expression: &mut Expression) -> Vec<&mut Operand> {
    match expression {
        Expression::Operand(operand) => vec![operand],
        Expression::Constant { .. } => Vec::new(),
        Expression::Share { part, whole } => operands(part).into_iter().chain(operands(whole)).collect(),
        Expression::Binary { left, right, .. } => operands(left).into_iter().chain(operands(right)).collect(),
    }
}

/// Where a term stands.
pub(super) fn term_at(term: &Term) -> At {
    match term {
        Term::Operand(operand) | Term::Count(operand) => operand.at,
        Term::Share { part, whole } => At(part.at.0.cover(whole.at.0)),
        Term::Amount(amount) => amount.at,
        Term::Moment(literal) | Term::Clock(literal) | Term::Score(literal) => literal.at,
    }
}

fn expression_at(expression: &ast::Expression) -> At {
    match expression {
        ast::Expression::Term(term) => term_at(term),
        ast::Expression::Group(inner) => expression_at(inner),
        ast::Expression::Binary { left, right, .. } => At(expression_at(left).0.cover(expression_at(right).0)),
    }
}
