//! The one type that an assertion and a sentence of an article come down to, and the vocabulary both are read with.

mod vocabulary;

use crate::value::{Days, Deadline, Quantity};

pub use vocabulary::*;

/// What the measure of those begins with who go without something: `without power`.
pub const WITHOUT: &str = "without";

/// What the measure begins with of how far a value lies from another level: `difference from record`.
const DIFFERENCE: &str = "difference from ";

/// The measure of those who have to leave their homes.
pub const LEAVE_HOME: &str = "evacuate";

/// What is claimed: by an editor in a check file, or by an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Statement {
    /// Of whom or what.
    pub subject: Subject,
    /// Which of its properties.
    pub measure: Measure,
    /// The value; none where only the existence is claimed.
    pub value: Option<Value>,
    /// Which event.
    pub qualifiers: Qualifiers,
    /// How far it has got; none where it is not said.
    pub modality: Option<Modality>,
    /// Whether it is denied.
    pub polarity: Polarity,
    /// Whether the value is the whole, an addition, or a rest; none where it is not said.
    pub scope: Option<Scope>,
    /// Which way, where the value is the size of a change.
    pub direction: Option<Direction>,
    /// Which way it has come to its value, where the value is a level: up where it "rose to 3.1 percent".
    pub moved: Option<Direction>,
}

/// The direction of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    /// More than before.
    Up,
    /// Less than before.
    Down,
}

/// Of whom or what something is claimed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subject {
    /// The name: canonical in the check file or in the document.
    pub name: String,
    /// Further words that narrow it down: "outage" in `Acme outage`; lower case, singular.
    pub topic: Vec<String>,
    /// Where the subject is a collective: who belongs to it, as far as it is said.
    pub members: Option<Members>,
}

/// The members of a collective.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Members {
    /// Their names.
    pub names: Vec<String>,
    /// Whether the list is closed; "including" and "such as" leave it open.
    pub closed: bool,
    /// How many there are said to be, in digits; empty where it is not said.
    pub count: String,
    /// What they are, as a singular noun ("firm"); nouns of one meaning are given by one of them.
    pub kind: String,
}

/// A property.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Measure {
    /// The canonical name: of the vocabulary where it is known there, else the word itself.
    pub name: String,
    /// The words that stand for it, lower case: an assertion's forms, or what the text offers.
    pub forms: Vec<String>,
    /// What the text narrows it down by, in the singular: "gross" for a gross profit, "service" for service revenue. A figure of it is none
    /// of the whole.
    pub narrowed: Vec<String>,
}

impl Measure {
    /// A property by one word.
    pub fn named(word: &str) -> Self {
        Self::of(vec![word.to_owned()])
    }

    /// A property by the words that stand for it, the first of which is its name.
    pub fn of(forms: Vec<String>) -> Self {
        Self { name: forms.first().cloned().unwrap_or_default(), forms, narrowed: Vec::new() }
    }

    /// How far a value lies from another level: "40 centimeters above the record".
    pub fn difference_from(level: &str) -> Self {
        Self::named(&format!("{DIFFERENCE}{level}"))
    }

    /// Whether it tells how far a value lies from another level, which has two sides.
    pub fn is_difference(&self) -> bool {
        self.name.starts_with(DIFFERENCE)
    }

    /// Whether it tells what befalls those who are counted: to go without something, to have to leave.
    pub fn befalls(&self) -> bool {
        self.name.starts_with(WITHOUT) || self.name == LEAVE_HOME
    }
}

/// A value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(clippy::large_enum_variant, reason = "one an assertion; a box would only have to be opened everywhere")]
pub enum Value {
    /// A number of something.
    Quantity(Quantity),
    /// A date.
    Days(Days),
    /// Words: a role, a place, a name, a time of day, a score.
    Text(String),
    /// Several of them.
    List(Vec<String>),
}

/// Which event is meant. An empty field is not said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Qualifiers {
    /// By when.
    pub deadline: Option<Deadline>,
    /// When: on, in, since, from … to.
    pub when: Option<Days>,
    /// How long: over five years.
    pub length: Option<Quantity>,
    /// As of which day.
    pub as_of: Option<Days>,
    /// When it was made known. `announced before D` is the open set of days before D.
    pub announced: Option<Days>,
    /// Where.
    pub places: Vec<String>,
    /// Together with whom.
    pub partners: Vec<String>,
    /// To whom.
    pub recipients: Vec<String>,
    /// From whom.
    pub origins: Vec<String>,
    /// What for.
    pub purpose: Option<String>,
    /// Who says so.
    pub speaker: Option<String>,
}

/// How far a thing has got, weakest first. Evidence supports an assertion of equal or weaker modality.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Modality {
    /// Somebody thinks so.
    Opinion,
    /// "would", "if approved".
    Conditional,
    /// "is expected to".
    Forecast,
    /// "plans to".
    Planned,
    /// "has pledged", "announced".
    Pledged,
    /// "will".
    Will,
    /// "is building".
    Ongoing,
    /// "built".
    Happened,
}

/// Whether a statement is denied.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Polarity {
    /// It is so.
    #[default]
    Affirmed,
    /// It is not so.
    Denied,
}

/// What a value counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// All of it.
    Total,
    /// On top of something else.
    Additional,
    /// What is left.
    Remaining,
    /// A part of a whole that the text names ("of the total").
    Part,
}
