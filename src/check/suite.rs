//! Assertions, ready to be judged.

use std::sync::Arc;

use jiff::civil::Date;

use crate::source::{Place, Span};
use crate::statement::{Statement, Value, Vocabulary};
use crate::value::{Quantity, Relation};

use super::merge::merge;

/// Everything that the check files of a run say.
#[derive(Clone, Debug, Default)]
pub struct Suite {
    /// The assertions, in the order of files and lines.
    pub assertions: Vec<Assertion>,
    /// The vocabulary that ships.
    pub shipped: Arc<Vocabulary>,
    /// What the files declare, with the files that they use: each vocabulary once, in the order of the files. A declaration holds for its
    /// file and for those that `use` it, and for no other.
    pub declared: Vec<Vocabulary>,
    /// `allow`.
    pub allowances: Vec<Allowance>,
}

impl Suite {
    /// The vocabulary of the assertions that have this number for it.
    pub fn vocabulary(&self, number: usize) -> Vocabulary {
        let mut whole = Vocabulary::clone(&self.shipped);
        if let Some(own) = self.declared.get(number) {
            merge(&mut whole, own.clone());
        }
        whole
    }
}

/// One assertion.
#[derive(Clone, Debug)]
pub struct Assertion {
    /// Given with `check ID`, else made from the text.
    pub id: String,
    /// The title given with `check`.
    pub title: Option<String>,
    /// The assertion in its file, fields not included.
    pub place: Place,
    /// The number of its file's vocabulary, among those of the suite.
    pub vocabulary: usize,
    /// What it was written in.
    pub written_in: WrittenIn,
    /// Its text as written, on one line, comment and fields not included.
    pub text: String,
    /// What is asserted.
    pub body: Body,
    /// Whose word counts.
    pub sources: Sources,
    /// Where the name of that source stands.
    pub only_at: Span,
    /// The expected verdict.
    pub expect: Expectation,
    /// `known-wrong`.
    pub known_wrong: Option<Waiver>,
    /// `needs N independent sources`.
    pub needs: Option<usize>,
    /// `why`.
    pub why: Option<String>,
    /// `source`.
    pub cited: Option<String>,
    /// `owner`.
    pub owner: Option<String>,
    /// `tags`.
    pub tags: Vec<String>,
    /// `severity`, where it says so.
    pub severity: Option<Level>,
    /// The severity that holds.
    pub level: Level,
    /// `message`.
    pub message: Option<String>,
}

impl Assertion {
    /// An assertion of which nothing more is said.
    pub fn new(id: String, place: Place, text: String, body: Body) -> Self {
        Self {
            id,
            title: None,
            place,
            vocabulary: 0,
            written_in: WrittenIn::CheckFile,
            text,
            body,
            sources: Sources::Any,
            only_at: Span::default(),
            expect: Expectation::Unsaid,
            known_wrong: None,
            needs: None,
            why: None,
            cited: None,
            owner: None,
            tags: Vec::new(),
            severity: None,
            level: Level::Error,
            message: None,
        }
    }
}

/// What an assertion was written in, which says how it can be mended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WrittenIn {
    /// A check file.
    #[default]
    CheckFile,
    /// A draft that is held against the articles.
    Draft,
}

/// What is asserted.
#[derive(Clone, Debug)]
#[expect(clippy::large_enum_variant, reason = "one an assertion; a box would only have to be opened everywhere")]
pub enum Body {
    /// SUBJECT MEASURE RELATION VALUE.
    Holds {
        /// Which events are meant.
        reading: Reading,
        /// Subject, measure and qualifiers; its statement has no value.
        operand: Operand,
        /// The relation.
        relation: Relation,
        /// The value.
        value: Value,
        /// Where the value stands.
        value_span: Span,
    },
    /// SUBJECT MEASURE without a relation: there is such a thing.
    Exists {
        /// `some` (also without a word) or `never`.
        reading: Reading,
        /// Subject, measure and qualifiers.
        operand: Operand,
    },
    /// Arithmetic, or two measures compared. A plain `Holds` is never written in this form.
    Computed {
        /// Left of the relation.
        left: Expression,
        /// The relation.
        relation: Relation,
        /// Right of it.
        right: Expression,
    },
    /// `sources agree on …`
    Agree {
        /// On what.
        operand: Operand,
    },
    /// `quote "…" by …`
    Quote {
        /// The words.
        words: String,
        /// Who said them.
        speaker: Option<String>,
        /// Where the words stand.
        words_span: Span,
        /// Where the speaker stands.
        speaker_span: Option<Span>,
    },
    /// `claim "…"`: plain English, read by the corpus arm.
    Claim {
        /// The sentence.
        text: String,
        /// Where it stands, without its marks.
        span: Span,
    },
}

/// Which events an assertion speaks of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reading {
    /// The one that its qualifiers pick.
    #[default]
    The,
    /// `some`: there is one.
    Some,
    /// `never`: there is none.
    Never,
}

/// Subject, measure and qualifiers, with their places in the check file.
#[derive(Clone, Debug, Default)]
pub struct Operand {
    /// The statement, without a value.
    pub statement: Statement,
    /// The whole operand.
    pub span: Span,
    /// Its subject.
    pub subject: Span,
    /// Its measure.
    pub measure: Span,
    /// Each qualifier: its keyword (`by`, `in`, `with`, `announced`, `said by`, `planned`, `additional`, …) and its place.
    pub qualifiers: Vec<(String, Span)>,
    /// For `count of X`: the measure is `count` and the subject is X. For `X place`, `X end date` likewise the measure's name.
    pub group: Option<String>,
}

/// An operand of arithmetic.
#[derive(Clone, Debug)]
#[expect(clippy::large_enum_variant, reason = "one an assertion; a box would only have to be opened everywhere")]
pub enum Expression {
    /// A measure, looked up in the articles.
    Operand(Operand),
    /// A number.
    Constant {
        /// The number.
        quantity: Quantity,
        /// Where it stands.
        span: Span,
    },
    /// `share of PART in WHOLE`, a percentage.
    Share {
        /// The part.
        part: Box<Expression>,
        /// The whole.
        whole: Box<Expression>,
    },
    /// `+ - * /`
    Binary {
        /// Which.
        operator: Operator,
        /// Left operand.
        left: Box<Expression>,
        /// Right operand.
        right: Box<Expression>,
    },
}

/// Arithmetic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `/`
    Divide,
}

/// Whose word counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Sources {
    /// Everybody's.
    #[default]
    Any,
    /// `each source:`
    Each,
    /// `source "id":` by document id or publisher.
    Only(String),
}

/// The expected outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Expectation {
    /// A verdict; `supported` unless said otherwise.
    Verdict(VerdictName),
    /// `expect single source`: supported, and the quorum is missed.
    SingleSource,
    /// Nothing said.
    #[default]
    Unsaid,
}

/// The name of a verdict, as it is written in check files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum VerdictName {
    /// `supported`
    Supported,
    /// `contradicted`
    Contradicted,
    /// `disputed`
    Disputed,
    /// `ambiguous`
    Ambiguous,
    /// `unmentioned`
    Unmentioned,
}

/// A reasoned exception with a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiver {
    /// The last day on which it holds.
    pub until: Date,
    /// Why.
    pub because: String,
    /// Where it stands.
    pub place: Place,
}

/// `allow DOCUMENT contradicts CHECK because "…" until D`: the document's contradiction of that check is not counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allowance {
    /// Document id or publisher.
    pub document: String,
    /// Where that stands.
    pub document_at: Span,
    /// Check id.
    pub check: String,
    /// Where that stands.
    pub check_at: Span,
    /// Reason and date.
    pub waiver: Waiver,
}

/// Whether a check that does not pass fails the run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// It fails the run.
    #[default]
    Error,
    /// It is shown.
    Warn,
    /// It is counted.
    Note,
}
