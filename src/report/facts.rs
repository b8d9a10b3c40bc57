//! `factum facts --format ndjson`: what was read in a text, for other programs, and the documents that come in on the same line.
//!
//! Offsets are half-open byte offsets into the text as it was given; numbers that stand for values are decimal strings.

use std::borrow::Cow;
use std::fmt::Display;

use jiff::civil::Date;
use serde::{Deserialize, Serialize, Serializer};

use crate::diag::Code;
use crate::extract::{Change, Fact, Mention, MentionKind, NameType, QuantityMention, Reading, TimeMention, TimeType};
use crate::source::Span;
use crate::statement::{Polarity, Qualifiers, Value};
use crate::value::{Amount, Days, Deadline, Dimension, Quantity, Wording};

use super::json::modality_name;

/// A document as it comes in, one a line.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub struct DocumentLine {
    /// Its id.
    pub id: String,
    /// Its text.
    pub text: String,
    /// When it was published, best in ISO 8601.
    #[serde(default)]
    pub published: Option<String>,
    /// Who published it.
    #[serde(default)]
    pub publisher: Option<String>,
    /// Its title.
    #[serde(default)]
    pub title: Option<String>,
}

/// The line that answers a document.
#[derive(Clone, Debug, Serialize)]
pub struct FactsLine<'a> {
    /// The document's id.
    pub id: &'a str,
    /// Where its sentences are.
    pub sentences: Vec<SpanTree>,
    /// What they name.
    pub mentions: Vec<MentionTree<'a>>,
    /// What they state.
    pub facts: Vec<FactTree<'a>>,
    /// What of the document could not be used; left out where there is nothing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<ErrorTree>,
}

/// The line that answers what is no document.
#[derive(Clone, Debug, Serialize)]
pub struct ErrorLine {
    /// Always null.
    pub id: Option<String>,
    /// The line, counted from one.
    pub line: usize,
    /// What is wrong with it.
    pub error: ErrorTree,
}

/// What is wrong with a line.
#[derive(Clone, Debug, Serialize)]
pub struct ErrorTree {
    /// Which kind of error.
    #[serde(serialize_with = "name")]
    pub code: Code,
    /// One sentence.
    pub message: String,
}

/// A code by its name. The fields of a result have no others than those with a page.
fn name<S: Serializer>(code: &Code, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(code.name())
}

/// A half-open range of bytes.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct SpanTree {
    start: u32,
    end: u32,
}

impl From<Span> for SpanTree {
    fn from(span: Span) -> Self {
        Self { start: span.start, end: span.end }
    }
}

/// A span with its text.
#[derive(Clone, Debug, Serialize)]
pub struct SliceTree<'a> {
    #[serde(flatten)]
    span: SpanTree,
    text: &'a str,
}

impl<'a> SliceTree<'a> {
    fn new(text: &'a str, span: Span) -> Self {
        Self { span: span.into(), text: span.slice(text) }
    }
}

/// A mention.
#[derive(Clone, Debug, Serialize)]
pub struct MentionTree<'a> {
    #[serde(flatten)]
    slice: SliceTree<'a>,
    #[serde(flatten)]
    kind: KindTree<'a>,
}

#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum KindTree<'a> {
    Quantity(QuantityTree<'a>),
    Time(TimeTree<'a>),
    Entity {
        #[serde(rename = "type")]
        sort: &'static str,
        canonical: &'a str,
    },
    Quote {
        speaker: Option<SliceTree<'a>>,
        name: Option<&'a str>,
    },
}

#[derive(Clone, Debug, Serialize)]
struct QuantityTree<'a> {
    op: &'static str,
    value: Option<String>,
    low: Option<String>,
    high: Option<String>,
    unit: &'a str,
    unit_text: Option<&'a str>,
    dimension: &'static str,
    change: Option<&'static str>,
    digits: &'a str,
    about: Option<SliceTree<'a>>,
}

#[derive(Clone, Debug, Serialize)]
struct TimeTree<'a> {
    #[serde(rename = "type")]
    sort: &'static str,
    value: Option<&'a str>,
    low: Option<Shown<Date>>,
    high: Option<Shown<Date>>,
}

/// A fact.
#[derive(Clone, Debug, Serialize)]
pub struct FactTree<'a> {
    #[serde(flatten)]
    span: SpanTree,
    subject: &'a str,
    measure: &'a str,
    quantity: Option<usize>,
    time: Option<usize>,
    text: Option<Cow<'a, str>>,
    qualifiers: QualifiersTree<'a>,
    modality: Option<&'static str>,
    negated: bool,
    speaker: Option<&'a str>,
}

#[derive(Clone, Debug, Serialize)]
struct QualifiersTree<'a> {
    deadline: Option<Shown<Deadline>>,
    period: Option<Shown<Days>>,
    length: Option<String>,
    as_of: Option<Shown<Days>>,
    announced: Option<Shown<Days>>,
    place: &'a [String],
    partner: &'a [String],
    recipient: &'a [String],
    origin: &'a [String],
    purpose: Option<&'a str>,
}

/// Written as it is shown, without a string in between.
#[derive(Clone, Copy, Debug)]
struct Shown<T>(T);

impl<T: Display> Serialize for Shown<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// The answer to a document: what was read in its text.
pub fn facts_line<'a>(id: &'a str, text: &'a str, reading: &'a Reading) -> FactsLine<'a> {
    let listed = Listed::of(reading);
    FactsLine {
        id,
        sentences: reading.sentences.iter().map(|span| SpanTree::from(*span)).collect(),
        mentions: listed.mentions.iter().map(|mention| mention_tree(text, mention)).collect(),
        facts: reading.facts.iter().map(|fact| fact_tree(fact, reading, &listed)).collect(),
        warnings: Vec::new(),
    }
}

/// All mentions in order of their starts, with the lesser ones between them: the length that a time is told by stands right behind it.
struct Listed<'a> {
    mentions: Vec<&'a Mention>,
    /// Where the mentions of the reading have gone.
    moved: Vec<usize>,
}

impl<'a> Listed<'a> {
    fn of(reading: &'a Reading) -> Self {
        let mut listed = Self { mentions: Vec::new(), moved: Vec::with_capacity(reading.mentions.len()) };
        let mut lesser = reading.lesser.iter().peekable();
        for mention in &reading.mentions {
            while let Some(before) = lesser.next_if(|lesser| lesser.span.start < mention.span.start) {
                listed.mentions.push(before);
            }
            listed.moved.push(listed.mentions.len());
            listed.mentions.push(mention);
        }
        listed.mentions.extend(lesser);
        listed
    }

    fn place(&self, mention: usize) -> Option<usize> {
        self.moved.get(mention).copied()
    }

    /// The length that a time is told by, where it is one: "2 hours and 14 minutes" are two.
    fn length_of(&self, time: usize) -> Option<usize> {
        let whole = self.mentions.get(time)?.span;
        let inside = self.mentions.iter().skip(time + 1).take_while(|mention| whole.overlaps(mention.span)).count();
        let lasts = |mention: &Mention| match &mention.kind {
            MentionKind::Quantity(length) => length.quantity.unit.dimension == Dimension::Duration,
            MentionKind::Time(_) | MentionKind::Name { .. } | MentionKind::Quote(_) => false,
        };
        (inside == 1).then_some(time + 1).filter(|at| self.mentions.get(*at).is_some_and(|mention| lasts(mention)))
    }
}

fn mention_tree<'a>(text: &'a str, mention: &'a Mention) -> MentionTree<'a> {
    let kind = match &mention.kind {
        MentionKind::Quantity(quantity) => KindTree::Quantity(quantity_tree(text, quantity)),
        MentionKind::Time(time) => KindTree::Time(time_tree(time)),
        MentionKind::Name { sort, canonical } => KindTree::Entity { sort: name_type(*sort), canonical },
        MentionKind::Quote(quote) => KindTree::Quote {
            speaker: quote.speaker.map(|span| SliceTree::new(text, span)),
            name: quote.name.as_deref(),
        },
    };
    MentionTree { slice: SliceTree::new(text, mention.span), kind }
}

fn quantity_tree<'a>(text: &'a str, mention: &'a QuantityMention) -> QuantityTree<'a> {
    let amount = &mention.quantity.amount;
    let (low, high) = ends(amount);
    QuantityTree {
        op: operator(amount.wording),
        value: if ranges(amount.wording) { None } else { amount.nominal.map(|nominal| nominal.decimal()) },
        low,
        high,
        unit: &mention.quantity.unit.code,
        unit_text: mention.unit.map(|span| span.slice(text)),
        dimension: mention.quantity.unit.dimension.name(),
        change: mention.change.map(|change| match change {
            Change::Up => "up",
            Change::Down => "down",
        }),
        digits: &mention.digits,
        about: mention.about.map(|span| SliceTree::new(text, span)),
    }
}

/// Whether the wording names two ends, or none, in place of a number.
fn ranges(wording: Wording) -> bool {
    match wording {
        Wording::Range | Wording::Vague => true,
        Wording::Bare
        | Wording::Exact
        | Wording::MoreThan
        | Wording::AtLeast
        | Wording::LessThan
        | Wording::AtMost
        | Wording::UpTo
        | Wording::Nearly
        | Wording::JustUnder
        | Wording::JustOver
        | Wording::About
        | Wording::Tolerance
        | Wording::Derived => false,
    }
}

fn ends(amount: &Amount) -> (Option<String>, Option<String>) {
    if !ranges(amount.wording) {
        return (None, None);
    }
    let Amount { literal, .. } = amount;
    (literal.low.number().map(|low| low.decimal()), literal.high.number().map(|high| high.decimal()))
}

/// The sign of a wording. A vague number is told by its ends, and hedged by nothing; "nearly" is near its
/// number, and told so; "up to" is a bound.
fn operator(wording: Wording) -> &'static str {
    match wording {
        Wording::Bare | Wording::Exact | Wording::Vague | Wording::Derived => "=",
        Wording::About | Wording::Nearly | Wording::Tolerance => "~",
        Wording::MoreThan | Wording::JustOver => ">",
        Wording::AtLeast => ">=",
        Wording::LessThan | Wording::JustUnder => "<",
        Wording::AtMost | Wording::UpTo => "<=",
        Wording::Range => "..",
    }
}

fn time_tree(mention: &TimeMention) -> TimeTree<'_> {
    let edge = |edge: fn(&Days) -> Option<Date>| mention.days.as_ref().and_then(edge).map(Shown);
    TimeTree {
        sort: time_type(mention.sort),
        value: mention.value.as_deref(),
        low: edge(|days| days.first),
        high: edge(|days| days.last),
    }
}

/// The name of a TIMEX3 type.
pub(super) fn time_type(sort: TimeType) -> &'static str {
    match sort {
        TimeType::Date => "DATE",
        TimeType::Time => "TIME",
        TimeType::Duration => "DURATION",
        TimeType::Set => "SET",
    }
}

/// The name of a sort of names.
pub(super) fn name_type(sort: NameType) -> &'static str {
    match sort {
        NameType::Organisation => "org",
        NameType::Person => "person",
        NameType::Place => "place",
        NameType::Other => "other",
    }
}

fn fact_tree<'a>(fact: &'a Fact, reading: &Reading, listed: &Listed<'_>) -> FactTree<'a> {
    let statement = &fact.statement;
    let time = fact.time.or_else(|| time_of(fact, reading)).and_then(|time| listed.place(time));
    let lasts = matches!(&statement.value, Some(Value::Quantity(_)));
    let length = || time.filter(|_| lasts).and_then(|time| listed.length_of(time));
    FactTree {
        span: fact.passage.into(),
        subject: &statement.subject.name,
        measure: &statement.measure.name,
        quantity: fact.quantity.map_or_else(length, |quantity| listed.place(quantity)),
        time,
        text: statement.value.as_ref().and_then(value_text),
        qualifiers: qualifiers_tree(&statement.qualifiers),
        modality: statement.modality.map(modality_name),
        negated: match statement.polarity {
            Polarity::Affirmed => false,
            Polarity::Denied => true,
        },
        speaker: statement.qualifiers.speaker.as_deref(),
    }
}

/// The first mention in the clause that gives its deadline or its time, where its value is no time itself.
fn time_of(fact: &Fact, reading: &Reading) -> Option<usize> {
    let qualifiers = &fact.statement.qualifiers;
    let asked = qualifiers.deadline.map(|deadline| deadline.named).or(qualifiers.when)?;
    let gives = |at: &usize| match &reading.mentions[*at].kind {
        MentionKind::Time(time) => time.days.is_some_and(|days| days.same_days(&asked)),
        MentionKind::Quantity(_) | MentionKind::Name { .. } | MentionKind::Quote(_) => false,
    };
    reading.positions_within(fact.passage).find(gives)
}

/// A value that is no quantity.
fn value_text(value: &Value) -> Option<Cow<'_, str>> {
    match value {
        Value::Quantity(_) | Value::Days(_) => None,
        Value::Text(text) => Some(Cow::Borrowed(text)),
        Value::List(items) => Some(Cow::Owned(items.join(", "))),
    }
}

fn qualifiers_tree(qualifiers: &Qualifiers) -> QualifiersTree<'_> {
    QualifiersTree {
        deadline: qualifiers.deadline.map(Shown),
        period: qualifiers.when.map(Shown),
        length: qualifiers.length.as_ref().map(Quantity::describe),
        as_of: qualifiers.as_of.map(Shown),
        announced: qualifiers.announced.map(Shown),
        place: &qualifiers.places,
        partner: &qualifiers.partners,
        recipient: &qualifiers.recipients,
        origin: &qualifiers.origins,
        purpose: qualifiers.purpose.as_deref(),
    }
}
