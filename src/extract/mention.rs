//! Mentions: the spans of a text that name a quantity, a time, a name or a quote.

use crate::source::Span;
use crate::value::{Days, Quantity};

/// A span of a text and what it names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The span, modifier and unit included.
    pub span: Span,
    /// What it names.
    pub kind: MentionKind,
}

/// What a mention names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MentionKind {
    /// A number of something.
    Quantity(QuantityMention),
    /// A time.
    Time(TimeMention),
    /// A name.
    Name {
        /// Of what sort of thing.
        sort: NameType,
        /// The name that its mentions in this document share.
        canonical: String,
    },
    /// Words between quotation marks.
    Quote(QuoteMention),
}

/// A number of something, as it is worded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuantityMention {
    /// The amount and unit.
    pub quantity: Quantity,
    /// The number itself without modifier and unit: "5 billion" in "more than $5 billion"; what a diagnostic underlines.
    pub number: Span,
    /// The unit as written; none where there is none.
    pub unit: Option<Span>,
    /// The significant digits as written ("5", "9.0", "106562.7").
    pub digits: String,
    /// Up or down, where the number is the size of a change.
    pub change: Option<Change>,
    /// What the number is about, as far as the sentence says it; the fact reader tells.
    pub about: Option<Span>,
}

/// The direction of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// More than before.
    Up,
    /// Less than before.
    Down,
}

/// A time, as TIMEX3 has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeMention {
    /// The type.
    pub sort: TimeType,
    /// The TIMEX3 value, and `FIRST/LAST` for a span with two ends; none where the document's date would be needed and is not known.
    pub value: Option<String>,
    /// The days covered; none for sets and for what is unresolved. A duration has days where it is anchored on the document's own
    /// ("over the next five years"); a span with two ends ("from 2025 to 2028") has those of the whole.
    pub days: Option<Days>,
    /// For a duration: its length.
    pub length: Option<Quantity>,
}

impl TimeMention {
    /// Whether it is the time at which it is told: "now", "currently".
    pub fn is_now(&self) -> bool {
        self.value.as_deref() == Some(NOW)
    }
}

/// The TIMEX3 value of the time at which something is told.
pub const NOW: &str = "PRESENT_REF";

/// The types of TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeType {
    /// A day or longer on the calendar.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// A recurring time.
    Set,
}

/// Sorts of names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameType {
    /// A company, a government, a club.
    Organisation,
    /// A person.
    Person,
    /// A place.
    Place,
    /// Anything else.
    Other,
}

/// Words between quotation marks; the span of its mention is the words inside the marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuoteMention {
    /// Where its speaker is named.
    pub speaker: Option<Span>,
    /// The speaker's canonical name, where it resolves.
    pub name: Option<String>,
    /// Whether it is a whole utterance rather than a few quoted words.
    pub utterance: bool,
}
