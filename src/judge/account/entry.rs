//! Entries: the numbers of a sentence, each with what it counts, what was done with it, and by whom.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::standing::Standing;
use crate::extract::Mention;
use crate::judge::Bench;
use crate::judge::align::counts_same;
use crate::source::Span;
use crate::value::{Amount, Dimension, Quantity, Unit, Written};

/// A number that a sentence enters into an account.
#[derive(Clone, Debug)]
pub(super) struct Entry<'a> {
    pub mention: &'a Mention,
    pub quantity: Cow<'a, Quantity>,
    /// What a measure is given in, and how many of it: "98 pennies".
    pub given: Option<Given>,
    /// The sentence, by position and place.
    pub sentence: usize,
    pub passage: Span,
    pub thing: Thing,
    /// What was done with it, or by it.
    pub deed: Option<Deed>,
    pub role: Role,
    /// Whoever did it, or has it.
    pub actor: Party,
    /// Whoever got it.
    pub to: Party,
    /// Whoever it was got from.
    pub from: Party,
    /// Where it is.
    pub places: Vec<String>,
    /// What each of has so many: "row" of "16 chairs in each row".
    pub per: Option<String>,
    /// What it is said to be: "41 of them are red".
    pub predicate: Option<String>,
    /// Whether it is said of the others, too, what they are: "the rest".
    pub has_rest: bool,
    /// Whether it comes on top: "six more".
    pub more: bool,
    /// Whether it is said to be all: "a total of six".
    pub whole: bool,
    /// Whether it is a part of what was told before: "six of them".
    pub part: bool,
    /// Whether what it counts was told before, and is left out here.
    pub borrowed: bool,
    /// Whether it is the claim's own: "for 934 crowns".
    pub claimed: bool,
    pub standing: Standing,
}

impl Entry<'_> {
    /// Counts what a measure is given in, where others of an account do: "98 pennies", where 93 of the pennies were spent.
    pub fn count(&mut self, nouns: &BTreeSet<String>) {
        let Some(given) = self.given.take_if(|given| nouns.contains(&given.noun)) else { return };
        self.quantity = Cow::Owned(Quantity::new(Amount::bare(given.number), Unit::count(&given.noun)));
        self.thing.head = given.noun;
    }

    pub fn effect(&self) -> Effect {
        match (&self.deed, self.role) {
            (Some(deed), Role::Object) => deed.effect,
            (Some(deed), Role::Subject) => deed.of_subject,
            (None, _) => Effect::Other,
        }
    }

    pub fn lemma(&self) -> Option<&str> {
        self.deed.as_ref().map(|deed| deed.lemma.as_str())
    }

    /// How many each of some things can hold is so, whether or not they do.
    pub fn settle_rate(&mut self) {
        if self.per.is_some() && self.effect() == Effect::Have && self.standing == Standing::Planned {
            self.standing = Standing::Told;
        }
    }

    /// Whether two were told by one verb: "12 in Lund and 19 in Oslo".
    pub fn is_told_with(&self, other: &Entry<'_>) -> bool {
        let verb = |entry: &Entry<'_>| entry.deed.as_ref().map(|deed| deed.at);
        self.sentence == other.sentence && verb(self).is_some() && verb(self) == verb(other)
    }
}

/// A unit as a thing that is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Given {
    pub noun: String,
    pub number: Written,
}

/// Where a number stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// In front of its verb: "six birds left".
    Subject,
    Object,
}

/// A verb.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Deed {
    pub lemma: String,
    /// Where it stands among the tokens of its sentence.
    pub at: usize,
    /// What it does to how many whoever does it has.
    pub effect: Effect,
    /// What it tells of its subject: "six stores closed", "were sold".
    pub of_subject: Effect,
}

/// What a verb does to a stock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Effect {
    /// "has", "there are"
    Have,
    /// "bought"
    Gain,
    /// "sold"
    Lose,
    /// "placed": more where they were placed
    Put,
    /// "arrived"
    Join,
    /// "left"
    Depart,
    Other,
}

/// Who takes part in a deed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Party {
    #[default]
    Unsaid,
    /// "she", "it"
    Pronoun,
    /// In lower case.
    Named(String),
}

impl Party {
    pub fn is_said(&self) -> bool {
        *self != Party::Unsaid
    }

    /// Whether both are named, and the one is the other.
    pub fn is(&self, other: &Party) -> bool {
        let (Party::Named(one), Party::Named(other)) = (self, other) else { return false };
        let has = |all: &str, part: &str| all.split(' ').any(|word| word == part);
        one == other || has(one, other) || has(other, one)
    }

    /// Whether the one may be the other.
    pub fn may_be(&self, other: &Party) -> bool {
        !matches!((self, other), (Party::Named(_), Party::Named(_))) || self.is(other)
    }
}

/// What a number counts, or is an amount of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Thing {
    /// The noun, singular and in lower case; empty where it is left out, and of measures.
    pub head: String,
    /// What narrows it down: "violet", and the candy of "pieces of candy".
    pub rest: Vec<String>,
}

impl Thing {
    /// Whether something counted is of this sort: violet balloons are balloons.
    pub fn covers(&self, bench: &Bench<'_>, other: &Thing) -> bool {
        counts_same(bench, &self.head, &other.head) && self.rest.iter().all(|word| other.rest.contains(word))
    }
}

/// Whether two numbers can be put into one account: both count, or the units convert.
pub(super) fn may_add(one: &Quantity, other: &Quantity) -> bool {
    let counts = |quantity: &Quantity| matches!(quantity.unit.dimension, Dimension::Count | Dimension::Number);
    counts(one) && counts(other) || one.converted(&other.unit).is_some()
}

/// Whether a number counts things.
pub(super) fn counts(quantity: &Quantity) -> bool {
    matches!(quantity.unit.dimension, Dimension::Count | Dimension::Number)
}
