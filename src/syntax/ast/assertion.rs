//! Assertions and what belongs to them.

use super::{At, Figure, Name};
use crate::value::Relation;

/// `check ID "TITLE"`, which names the assertion below it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Check {
    /// The id.
    pub id: Name,
    /// The title.
    pub title: Option<Name>,
    /// Its fields; there are no qualifiers among them.
    pub parts: Vec<Part>,
}

/// One assertion, with its qualifiers and fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assertion {
    /// `each source:` or `source "…":`
    pub sources: Sources,
    /// `some` or `never`
    pub quantifier: Quantifier,
    /// What is asserted.
    pub body: Body,
    /// The qualifiers behind its value, and its fields, in order.
    pub parts: Vec<Part>,
    /// What is asserted, without parts.
    pub at: At,
}

/// Whose word counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Sources {
    /// Nothing said.
    #[default]
    Any,
    /// `each source:`
    Each,
    /// `source "…":`
    Only(Name),
}

/// The word before the subject.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Quantifier {
    /// None.
    #[default]
    The,
    /// `some`
    Some,
    /// `never`
    Never,
}

/// What is asserted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// Subject and measure, or arithmetic, with or without relation and value.
    Form(Box<Form>),
    /// `sources agree on OPERAND`
    Agree(Operand),
    /// `quote "…" by NAME`
    Quote {
        /// The words.
        words: Name,
        /// Who said them.
        speaker: Option<Name>,
    },
    /// `claim "…"`
    Claim(Name),
}

/// `LEFT RELATION RIGHT`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// Left of the relation.
    pub left: Expression,
    /// The relation and what stands right of it.
    pub relation: Option<(RelationSign, Right)>,
}

/// A relation, as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelationSign {
    /// What it means.
    pub relation: Relation,
    /// The symbol or the words.
    pub text: String,
    /// Where it stands.
    pub at: At,
}

/// What stands right of a relation, or behind `let … =`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Right {
    /// A value, or arithmetic.
    One(Expression),
    /// `LOW .. HIGH`
    Range(Expression, Expression),
    /// `[A, B]`
    List {
        /// What is in it.
        names: Vec<Name>,
        /// Where it stands, brackets included.
        at: At,
    },
}

/// A term, or several with signs between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expression {
    /// One term.
    Term(Term),
    /// `( … )`
    Group(Box<Expression>),
    /// Two with a sign between them.
    Binary {
        /// `+ - * /`
        sign: char,
        /// Left of it.
        left: Box<Expression>,
        /// Right of it.
        right: Box<Expression>,
    },
}

/// What arithmetic is made of, and values are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Term {
    /// Words: a subject with its measure and qualifiers, or a text.
    Operand(Operand),
    /// `count of OPERAND`
    Count(Operand),
    /// `share of PART in WHOLE`
    Share {
        /// The part.
        part: Operand,
        /// The whole.
        whole: Operand,
    },
    /// A number of something.
    Amount(Amount),
    /// A date that can be nothing else: `2024-03`, `9 Mar 2024`, `Q3 2024`.
    Moment(Literal),
    /// A time of day.
    Clock(Literal),
    /// `97-1`, `2880 x 1800`
    Score(Literal),
}

/// Words and what narrows them down.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Operand {
    /// The words, one by one; quoted names are one each.
    pub words: Vec<Name>,
    /// The qualifiers behind them.
    pub qualifiers: Vec<Qualifier>,
    /// All of it.
    pub at: At,
}

/// Something that stands for itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Literal {
    /// As it was written, one space between its words.
    pub text: String,
    /// Where it stands.
    pub at: At,
}

/// A number of something, as it was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Amount {
    /// A currency code before the figure.
    pub code: Option<Name>,
    /// The figure with everything that touches it: `$5bn`, `4.5%`.
    pub figure: Figure,
    /// The words behind it: magnitude and unit.
    pub unit: Vec<Name>,
    /// `± 10 %`
    pub tolerance: Option<Tolerance>,
    /// All of it.
    pub at: At,
}

/// `± 10 %`
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tolerance {
    /// The sign as it was written.
    pub sign: String,
    /// How much.
    pub figure: Figure,
    /// Of what.
    pub unit: Vec<Name>,
}

/// What stands before a part: whether it begins a line, and the comments before it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lead {
    /// Whether the part begins a line.
    pub breaks: bool,
    /// Comments between it and what is before it, each with its `#`.
    pub remarks: Vec<Remark>,
}

/// A comment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remark {
    /// Whether it has a line of its own.
    pub alone: bool,
    /// Its text, with its `#`.
    pub text: String,
}

/// A qualifier or a field of an assertion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A qualifier.
    Qualifier(Qualifier),
    /// A field.
    Field(Field),
}

/// `by 2031`
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Qualifier {
    /// What stands before it.
    pub lead: Lead,
    /// Its keyword, one space between its words: `by`, `announced in`, `said by`, `planned`.
    pub key: String,
    /// What follows the keyword.
    pub value: QualifierValue,
    /// All of it.
    pub at: At,
}

/// What follows the keyword of a qualifier.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum QualifierValue {
    /// Nothing: `planned`.
    #[default]
    None,
    /// A date.
    Moment(Literal),
    /// A length of time.
    Amount(Amount),
    /// Names.
    Names(Vec<Name>),
}

/// `why "…"`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// What stands before it.
    pub lead: Lead,
    /// What it says.
    pub kind: FieldKind,
    /// All of it.
    pub at: At,
}

/// What a field says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// `needs N independent sources`
    Needs(Figure),
    /// `why "…"`
    Why(Name),
    /// `source "…"`
    Source(Name),
    /// `message "…"`
    Message(Name),
    /// `owner @NAME`
    Owner(Name),
    /// `tags A, B`
    Tags(Vec<Name>),
    /// `severity error`
    Severity(Name),
    /// `expect contradicted`
    Expect(Name),
    /// `known-wrong until D because "…"`
    KnownWrong(Waiver),
}

/// `until D because "…"`, in either order, as far as it is said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Waiver {
    /// The last day.
    pub until: Option<Literal>,
    /// Why.
    pub because: Option<Name>,
}

/// `allow DOCUMENT contradicts CHECK because "…" until D`
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Allow {
    /// Document or publisher.
    pub document: Name,
    /// The check.
    pub check: Name,
    /// Reason and date.
    pub waiver: Waiver,
}

/// `let NAME = VALUE`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binding {
    /// The name.
    pub name: Name,
    /// What it stands for.
    pub value: Right,
}
