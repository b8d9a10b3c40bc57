//! What the judge answers.

use crate::check::VerdictName;
use crate::corpus::Document;
use crate::source::{Place, Span};
use crate::statement::{Modality, Qualifiers, Statement, Value};
use crate::value::{Days, Deadline, Number};

/// What the corpus says of an assertion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Somebody says so, nobody says otherwise.
    Supported,
    /// Somebody says otherwise, nobody says so.
    Contradicted,
    /// Some say so, others otherwise.
    Disputed,
    /// It is spoken of, and cannot be told.
    Ambiguous,
    /// Nothing speaks of it.
    Unmentioned,
}

impl Verdict {
    /// Which of several verdicts is that of the whole: the highest. Contradicted before disputed, ambiguous, unmentioned, supported.
    pub fn gravity(self) -> u8 {
        match self {
            Verdict::Supported => 0,
            Verdict::Unmentioned => 1,
            Verdict::Ambiguous => 2,
            Verdict::Disputed => 3,
            Verdict::Contradicted => 4,
        }
    }

    /// The name as it is written everywhere.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Supported => "supported",
            Verdict::Contradicted => "contradicted",
            Verdict::Disputed => "disputed",
            Verdict::Ambiguous => "ambiguous",
            Verdict::Unmentioned => "unmentioned",
        }
    }
}

impl From<VerdictName> for Verdict {
    fn from(name: VerdictName) -> Self {
        match name {
            VerdictName::Supported => Verdict::Supported,
            VerdictName::Contradicted => Verdict::Contradicted,
            VerdictName::Disputed => Verdict::Disputed,
            VerdictName::Ambiguous => Verdict::Ambiguous,
            VerdictName::Unmentioned => Verdict::Unmentioned,
        }
    }
}

/// Where a passage stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stance {
    /// It says so.
    Supports,
    /// It says otherwise.
    Contradicts,
    /// It speaks of it and leaves it open.
    Compatible,
}

impl Stance {
    /// The name as it is written everywhere.
    pub fn name(self) -> &'static str {
        match self {
            Stance::Supports => "supports",
            Stance::Contradicts => "contradicts",
            Stance::Compatible => "compatible",
        }
    }
}

/// The rule that decided a verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// Stances counted over lineages.
    Tally,
    /// Several events fit, and their verdicts differ.
    SeveralEvents,
    /// No event fits, but one agrees in all but one qualifier.
    OneQualifierOff,
    /// Only passages that leave the qualifiers out.
    QualifiersLeftOut,
    /// `some`: one of the events.
    SomeEvent,
    /// `never`.
    Never,
    /// `sources agree`.
    Agreement,
    /// `each source`.
    EachSource,
    /// Computed from operands.
    Derivation,
    /// Nothing speaks of it.
    Nothing,
}

/// A passage that speaks of the assertion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Position of the document in the corpus.
    pub document: usize,
    /// The passage, in the file.
    pub passage: Place,
    /// What is underlined in it, in the file.
    pub focus: Place,
    /// Where it stands.
    pub stance: Stance,
    /// Why, one sentence without its full stop.
    pub reason: String,
    /// Number of the document's lineage.
    pub lineage: usize,
    /// Who says so, where it is attributed.
    pub speaker: Option<String>,
    /// The value that it gives, in the unit that it gives it in; none where it gives none.
    pub value: Option<Value>,
    /// The times that it gives to that.
    pub times: Times,
    /// How far the thing has got, as the passage has it.
    pub modality: Option<Modality>,
    /// Which of several events it belongs to, counted from 1; 0 where that plays no part.
    pub event: usize,
    /// Of a number that says otherwise: how far it is from the asserted one, as a share of that. None of anything else.
    pub deviation: Option<Number>,
}

impl Evidence {
    /// A passage of a document at a position in the corpus, of which no more is told than where it stands and why.
    pub fn at((at, document): (usize, &Document), passage: Span, focus: Span, stance: Stance, reason: String) -> Self {
        Self {
            document: at,
            passage: document.place(passage),
            focus: document.place(focus),
            stance,
            reason,
            lineage: document.lineage,
            speaker: None,
            value: None,
            times: Times::default(),
            modality: None,
            event: 0,
            deviation: None,
        }
    }
}

/// The times of what is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Times {
    /// By when.
    pub deadline: Option<Deadline>,
    /// When.
    pub when: Option<Days>,
    /// When it was made known.
    pub announced: Option<Days>,
}

impl Times {
    /// Those among some qualifiers.
    pub fn of(qualifiers: &Qualifiers) -> Self {
        let Qualifiers { deadline, when, announced, .. } = *qualifiers;
        Self { deadline, when, announced }
    }
}

/// Something to know besides the verdict.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Advice {
    /// Which kind.
    pub kind: AdviceKind,
    /// One sentence.
    pub text: String,
}

/// Kinds of advice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AdviceKind {
    /// Only one lineage supports it.
    SingleSource,
    /// Its source is not named ("analysts say").
    UnnamedSource,
    /// The evidence hedges ("more than").
    Modifier,
    /// The evidence is finer, so that the finer value may be written; or coarser, so that some digits have nothing to stand on.
    Precision,
    /// The evidence is further from done than it sounds.
    Modality,
    /// Total against additional.
    Scope,
    /// Periods or deadlines that differ without excluding one another.
    Period,
    /// Only a headline says so.
    HeadlineOnly,
    /// Passed between a part and its whole (subsidiary and parent).
    PartOf,
    /// The day was inherited from the dateline.
    Dateline,
    /// Words of the sentence that the passage does not have.
    Wording,
    /// A qualifier that would tell events apart.
    Qualifier,
    /// A number that is off by little, which is borne with.
    Deviation,
}

/// What came nearest where nothing fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NearMiss {
    /// Where.
    pub place: Place,
    /// Position of the document in the corpus.
    pub document: usize,
    /// What it speaks of: "pledge of Norvik Energy".
    pub what: String,
    /// How it is near: "same subject, other measure", "same measure, other subject", "same digits, a thousand times off".
    pub how: String,
}

/// The answer to one assertion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// The verdict.
    pub verdict: Verdict,
    /// Why, one sentence without its full stop.
    pub reason: String,
    /// What a sentence in plain English was taken to assert; none of other assertions, which say so themselves.
    pub asked: Option<Box<Statement>>,
    /// Which rule decided.
    pub rule: Rule,
    /// The part of the assertion that is at fault, in its check file; none where it passes or nothing can be singled out.
    pub fault: Option<Span>,
    /// Every passage that speaks of it: contradicting, supporting, compatible, each in the order of documents and places.
    pub evidence: Vec<Evidence>,
    /// How a value was computed or converted, a line a step.
    pub derivation: Vec<String>,
    /// What to know besides, in the order of its kinds.
    pub advice: Vec<Advice>,
    /// What came nearest.
    pub nearest: Vec<NearMiss>,
    /// How many independent lineages support it.
    pub lineages: usize,
}
