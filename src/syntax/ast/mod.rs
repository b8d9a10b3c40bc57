//! The tree of a check file, as its author wrote it: words are not looked up here, digits and spellings are kept.
//!
//! Two trees are equal when they say the same in the same words; the places where they say it play no part.

mod assertion;
mod declaration;
mod table;

use crate::source::Span;

pub use assertion::{
    Allow, Amount, Assertion, Binding, Body, Check, Expression, Field, FieldKind, Form, Lead, Literal, Operand, Part,
    Qualifier, QualifierValue, Quantifier, RelationSign, Remark, Right, Sources, Term, Tolerance, Waiver,
};

pub use declaration::{
    Conversion, Declaration, EntityDeclaration, ExampleDeclaration, Forms, GroupDeclaration, Interval,
    MeasureDeclaration, Member, ModifierDeclaration, Offset, PlaceDeclaration, Reading, Sides, TitleDeclaration,
    UnitDeclaration,
};
pub use table::{Cell, Row, Table, Template};

/// A check file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct File {
    /// Everything in it, in order.
    pub items: Vec<Item>,
}

/// One line of a check file, with the lines that go on from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What it is.
    pub kind: ItemKind,
    /// The comment at its end, with its `#`.
    pub remark: Option<String>,
    /// Where it stands, comment not included.
    pub at: At,
}

/// What a line is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ItemKind {
    /// An empty line.
    Blank,
    /// A comment of its own, with its `#`.
    Remark(String),
    /// `use "FILE"`
    Use(Name),
    /// An addition to the vocabulary.
    Declaration(Box<Declaration>),
    /// `let NAME = VALUE`
    Let(Box<Binding>),
    /// `table NAME: …`
    Table(Box<Table>),
    /// `each TABLE: …`
    Template(Template),
    /// `check ID …`
    Check(Check),
    /// An assertion.
    Assertion(Box<Assertion>),
    /// `allow …`
    Allow(Box<Allow>),
    /// A line that is none of these, as it stands.
    Broken(String),
}

/// Where something stands. All places are equal, so that trees can be compared for what they say.
#[derive(Clone, Copy, Debug, Default)]
pub struct At(pub Span);

impl PartialEq for At {
    fn eq(&self, _: &At) -> bool {
        true
    }
}

impl Eq for At {}

/// A name or a word: bare, or between quotation marks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Name {
    /// The text without quotation marks, its words one space apart where it is bare.
    pub text: String,
    /// Whether it stood between quotation marks, and so is taken at its word.
    pub quoted: bool,
    /// Where it stands, quotation marks included.
    pub at: At,
}

/// A number as it was written, without magnitude or unit: `9.0e9`, `5,000`, `1/3`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figure {
    /// Its digits and signs.
    pub text: String,
    /// Where it stands.
    pub at: At,
}
