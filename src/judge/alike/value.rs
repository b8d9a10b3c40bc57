//! Values that are held against one another for the likeness of their sentences.

use std::borrow::Cow;

use crate::extract::{Mention, MentionKind};
use crate::judge::Bench;
use crate::judge::align::counts_same;
use crate::value::{Amount, Days, Dimension, Fit, Number, Quantity, Reason, Relation, Unit, Wording, compare};

use super::claim::Style;
use super::nowhere::{Figures, Told, comes_to};

/// A value of a sentence.
pub(super) enum Value<'a> {
    Quantity(&'a Quantity),
    Days(Days),
}

/// How alike two values are in what they are values of, the most alike last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// They count what other words name.
    Other,
    /// What they count may be the same: a number bears the other out, and excludes none.
    Near,
    /// One of them does not say of what it is.
    Loose,
    /// Of one unit, and counting the same.
    Same,
}

/// What one value says of another.
#[derive(Clone, Copy, Debug)]
pub(super) struct Held {
    pub fit: Fit,
    pub kind: Kind,
    /// Whether the evidence gives no more than a bound at the very number.
    pub bound: bool,
}

impl<'a> Value<'a> {
    pub fn of(mention: &'a Mention) -> Option<Self> {
        match &mention.kind {
            MentionKind::Quantity(quantity) => Some(Value::Quantity(&quantity.quantity)),
            MentionKind::Time(time) => match &time.length {
                Some(length) => Some(Value::Quantity(length)),
                None => time.days.map(Value::Days),
            },
            MentionKind::Name { .. } | MentionKind::Quote(_) => None,
        }
    }

    /// What another value says of this one, which stands in a line of a style; nothing where they are of different things.
    pub fn held_against(&self, bench: &Bench<'_>, style: Style, own: &Value<'_>) -> Option<Held> {
        match (self, own) {
            (Value::Quantity(asked), Value::Quantity(own)) => {
                let own = &*taken(own, style);
                let kind = kind(bench, asked, own)?;
                let found = match kind {
                    Kind::Same => compare(own, Relation::Equal, asked, bench.policy),
                    Kind::Loose | Kind::Near | Kind::Other => {
                        compare(&bare(own), Relation::Equal, &bare(asked), bench.policy)
                    }
                };
                Some(Held { fit: found.fit, kind, bound: found.reason == Reason::BoundAtSameNumber })
            }
            (Value::Days(asked), Value::Days(own)) => {
                let kind = if asked.grain == own.grain { Kind::Same } else { Kind::Loose };
                Some(Held { fit: Days::compare(own, asked), kind, bound: false })
            }
            (Value::Quantity(_), Value::Days(_)) | (Value::Days(_), Value::Quantity(_)) => None,
        }
    }

    /// The same, where no more than the words around them say that they are of one thing: a bound says nothing of other bounds, and what
    /// is finer says nothing against what it was cut down to.
    pub fn likened_to(&self, bench: &Bench<'_>, style: Style, own: &Value<'_>) -> Option<Held> {
        let held = self.held_against(bench, style, own)?;
        let (Value::Quantity(asked), Value::Quantity(own)) = (self, own) else { return Some(held) };
        if asked.amount.wording == Wording::Range && own.amount.wording == Wording::Range && held.kind == Kind::Same {
            // Two ranges of one thing are the same one, or one of them is wrong.
            let is_same = own.converted(&asked.unit).is_some_and(|own| own.amount.literal == asked.amount.literal);
            return Some(Held { fit: if is_same { Fit::Supports } else { Fit::Contradicts }, ..held });
        }
        let open = match held.fit {
            Fit::Supports => asked.amount.is_bound() && !is_near(&asked.amount, &own.amount),
            Fit::Contradicts => is_cut_down(&asked.amount, &own.amount),
            Fit::Compatible => false,
        };
        Some(if open { Held { fit: Fit::Compatible, ..held } } else { held })
    }

    /// Whether it is a bound: "at least 5".
    pub fn is_bound(&self) -> bool {
        matches!(self, Value::Quantity(quantity) if quantity.amount.is_bound())
    }

    /// Whether it is no more than a rank.
    pub fn is_rank(&self) -> bool {
        matches!(self, Value::Quantity(quantity) if quantity.unit.dimension == Dimension::Ordinal)
    }

    /// Whether a document has the value anywhere, of whatever, or leaves it open.
    pub fn stands_in(&self, figures: &Figures<'_>, style: Style, document: usize) -> bool {
        let index = figures.bench.index;
        // A headline puts in one what an article tells by parts.
        let told = if style == Style::Headline { Told::OfThese } else { Told::Given };
        match self {
            Value::Quantity(asked) => figures.of(document).tell(asked, told),
            Value::Days(asked) => {
                let published = index.document(document).published.map(Days::day);
                let mentions = index.readings.get(document).into_iter().flat_map(|reading| &reading.mentions);
                let told = mentions.filter_map(|mention| match Value::of(mention)? {
                    Value::Days(days) => Some(days),
                    Value::Quantity(_) => None,
                });
                told.chain(published).any(|own| own.overlaps(asked))
            }
        }
    }
}

/// A quantity as a line of a style takes it: headlines leave out "at least" and "more than", so that a bound is its number.
fn taken(own: &Quantity, style: Style) -> Cow<'_, Quantity> {
    let written = own.amount.written().filter(|_| style == Style::Headline && own.amount.is_bound());
    let bare = written.map(|written| Quantity::new(Amount::bare(written), own.unit.clone()));
    bare.map_or(Cow::Borrowed(own), Cow::Owned)
}

/// Whether an amount is within a quarter of a bound.
pub(super) fn is_near(asked: &Amount, own: &Amount) -> bool {
    let ends = asked.nominal.zip(own.nominal.or(own.literal.low.number()));
    let distance = ends.and_then(|(asked, own)| Some((asked, own.minus(asked)?.abs().times(Number::from(4))?)));
    distance.is_some_and(|(asked, distance)| distance <= asked.abs())
}

/// Whether the digits of an asserted number are the first of the evidence's: "$388,000" of "$388,700".
fn is_cut_down(asked: &Amount, own: &Amount) -> bool {
    let ends = asked.nominal.zip(own.nominal);
    ends.is_some_and(|(number, value)| own.coarse < asked.coarse && comes_to(value, number, asked.coarse))
}

fn bare(quantity: &Quantity) -> Quantity {
    Quantity::new(quantity.amount.clone(), Unit::number())
}

pub(super) fn kind(bench: &Bench<'_>, asked: &Quantity, own: &Quantity) -> Option<Kind> {
    let counts = |unit: &Unit| matches!(unit.dimension, Dimension::Count | Dimension::Number);
    let years = |unit: &Unit| matches!(unit.dimension, Dimension::Age | Dimension::Number);
    let (asked, own) = (&asked.unit, &own.unit);
    match (asked.dimension, own.dimension) {
        (Dimension::Count, Dimension::Count) => {
            let (wording, head) =
                (bench.index.wording(), |code: &str| code.rsplit(' ').next().unwrap_or_default().to_owned());
            let may_be_same = || wording.may_be_same(bench.index.grammar, &head(&asked.code), &head(&own.code));
            Some(match counts_same(bench, &asked.code, &own.code) {
                true => Kind::Same,
                false if may_be_same() => Kind::Near,
                false => Kind::Other,
            })
        }
        // Labels, scores and parts of them: what they are numbers of is not told.
        (Dimension::Number, Dimension::Number) => Some(Kind::Loose),
        (a, b) if a == b => is_of_one(asked, own).then_some(Kind::Same),
        _ if counts(asked) && counts(own) || years(asked) && years(own) => Some(Kind::Loose),
        _ => None,
    }
}

/// Whether a number counts things.
pub(super) fn counts(quantity: &Quantity) -> bool {
    quantity.unit.dimension == Dimension::Count
}

fn is_of_one(asked: &Unit, own: &Unit) -> bool {
    asked.code == own.code || asked.conversion.is_some() && own.conversion.is_some()
}
