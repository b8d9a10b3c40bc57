//! Whether an article has a number nowhere: it gives none that may be the same one, and none of its numbers come to it.

use std::rc::Rc;

use crate::extract::{Mention, MentionKind, Reading};
use crate::judge::Bench;
use crate::judge::memo::Memo;
use crate::value::{Dimension, Fit, Number, Quantity, Relation, Wording, compare};

use super::value::{Kind, is_near, kind};

/// The numbers of all articles, each of which is gone through when it is first asked for.
pub(super) struct Figures<'a> {
    pub bench: &'a Bench<'a>,
    articles: Memo<usize, Rc<Numbers<'a>>>,
}

impl<'a> Figures<'a> {
    pub fn new(bench: &'a Bench<'a>) -> Self {
        Self { bench, articles: Memo::default() }
    }

    /// Those of a document.
    pub fn of(&self, document: usize) -> Rc<Numbers<'a>> {
        self.articles.get(document, || Rc::new(Numbers::of(self.bench, document)))
    }
}

/// The numbers of an article, in its order.
pub(super) struct Numbers<'a> {
    bench: &'a Bench<'a>,
    all: Vec<Own<'a>>,
    years: Vec<i128>,
}

/// How an article tells a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// It gives one that may be the same.
    Given,
    /// The same, or others that come to it.
    OrComeTo,
    /// One of a like sort, counted or measured as it is, or others of the very sort that come to it.
    OfThese,
}

/// A number of an article.
struct Own<'a> {
    quantity: &'a Quantity,
    /// Its number, or those between which it lies.
    told: Vec<Number>,
    sentence: usize,
}

/// A number is reckoned with so many of those behind it.
const NEAR: usize = 12;

impl<'a> Numbers<'a> {
    /// Those of a document.
    fn of(bench: &'a Bench<'a>, document: usize) -> Self {
        let (text, reading) = (&bench.index.document(document).text, &bench.index.readings[document]);
        let mentions = || reading.mentions.iter().chain(&reading.lesser);
        let all = mentions().filter_map(|mention| Own::of(bench, (text, reading), mention)).collect();
        let days = mentions().filter_map(|mention| match &mention.kind {
            MentionKind::Time(time) => time.days,
            MentionKind::Quantity(_) | MentionKind::Name { .. } | MentionKind::Quote(_) => None,
        });
        let ends = days.flat_map(|days| [days.first, days.last]).flatten();
        Self { bench, all, years: ends.map(|day| i128::from(day.year())).collect() }
    }

    /// Whether a number is told by these.
    pub fn tell(&self, asked: &Quantity, told: Told) -> bool {
        let Some(number) = asked.amount.nominal else { return self.have_range(asked) };
        // Ranks do not add up.
        let is_rank = asked.unit.dimension == Dimension::Ordinal;
        let is_bare = |own: &Own<'_>| own.quantity.unit.dimension == Dimension::Number;
        let is_of_these =
            |own: &Own<'_>| told != Told::OfThese || is_bare(own) || kind(self.bench, asked, own.quantity).is_some();
        self.all.iter().any(|own| is_of_these(own) && own.may_be(self.bench, asked, number))
            || self.years.iter().any(|year| Number::from_integer(*year) == number)
            || told != Told::Given && !is_rank && self.come_to(asked, number, told)
    }

    /// Whether two quantities may be of one thing: what is counted is not measured, and no two things are counted as one.
    fn are_of_one(&self, asked: &Quantity, own: &Quantity) -> bool {
        kind(self.bench, asked, own).is_some_and(|kind| kind != Kind::Other)
    }

    /// A range is told where both its ends are: "up 3 % to 5 %".
    fn have_range(&self, asked: &Quantity) -> bool {
        let ends = [asked.amount.literal.low.number(), asked.amount.literal.high.number()];
        let is_told = |end: Option<Number>| end.is_none_or(|end| self.all.iter().any(|own| own.told.contains(&end)));
        asked.amount.wording != Wording::Range || ends.into_iter().all(is_told)
    }

    fn come_to(&self, asked: &Quantity, number: Number, told: Told) -> bool {
        let may_add = |one: &Own<'_>, other: &Own<'_>| {
            let is_count = |own: &Own<'_>| matches!(own.quantity.unit.dimension, Dimension::Count | Dimension::Number);
            told != Told::OfThese
                || !(is_count(one) && is_count(other))
                || self.are_of_one(asked, one.quantity) && self.are_of_one(asked, other.quantity)
        };
        // What stands far apart is put in one by whoever writes at length.
        let may_meet = |one: &Own<'_>, other: &Own<'_>| {
            one.sentence == other.sentence
                || self.are_alike(one.quantity, other.quantity)
                    && (told != Told::OfThese || one.sentence.abs_diff(other.sentence) <= 1)
        };
        self.all.iter().enumerate().any(|(at, one)| {
            let others = self.all.iter().skip(at + 1).take(NEAR);
            others
                .filter(|other| may_meet(one, other))
                .filter(|other| may_add(one, other))
                .flat_map(|other| figures(asked, one.quantity, other.quantity))
                .any(|figure| is_it(asked, number, figure))
        }) || matches!(asked.unit.dimension, Dimension::Duration | Dimension::Age | Dimension::Number)
            && self.spans().any(|span| span == number)
    }

    fn are_alike(&self, one: &Quantity, other: &Quantity) -> bool {
        kind(self.bench, one, other) == Some(Kind::Same) && one.unit.dimension != Dimension::Age
    }

    /// The years between two years.
    fn spans(&self) -> impl Iterator<Item = Number> {
        let pairs = self.years.iter().enumerate();
        pairs
            .flat_map(|(at, one)| self.years.iter().skip(at + 1).take(NEAR).map(move |other| one.abs_diff(*other)))
            .filter_map(|years| i128::try_from(years).ok())
            .map(Number::from_integer)
    }
}

impl<'a> Own<'a> {
    fn of(bench: &Bench<'_>, (text, reading): (&str, &Reading), mention: &'a Mention) -> Option<Self> {
        let quantity = match &mention.kind {
            MentionKind::Quantity(quantity) => &quantity.quantity,
            MentionKind::Time(time) => time.length.as_ref()?,
            MentionKind::Name { .. } | MentionKind::Quote(_) => return None,
        };
        let interval = &quantity.amount.literal;
        let ends = [interval.low.number(), interval.high.number()];
        let mut told: Vec<Number> = quantity.amount.nominal.into_iter().chain(ends.into_iter().flatten()).collect();
        // "eleven others"
        let vocabulary = bench.index.vocabulary;
        let is_other = |word: &str| vocabulary.lists("others", word) || vocabulary.lists("additional", word);
        let is_beside = mention.span.slice(text).split(' ').any(is_other);
        let next = quantity.amount.nominal.filter(|_| is_beside).and_then(|own| own.plus(Number::ONE));
        told.extend(next);
        Some(Self { quantity, told, sentence: reading.sentence_at(mention.span) })
    }

    fn may_be(&self, bench: &Bench<'_>, asked: &Quantity, number: Number) -> bool {
        if self.told.iter().any(|own| *own == number || is_rounded(asked, number, self.quantity, *own)) {
            return true;
        }
        let is_same = kind(bench, asked, self.quantity) == Some(Kind::Same);
        is_same
            && compare(self.quantity, Relation::Equal, asked, bench.policy).fit != Fit::Contradicts
            && self.is_open(asked)
    }

    /// Whether it leaves a number open of what it counts: a bound does so only near its own number.
    fn is_open(&self, asked: &Quantity) -> bool {
        let amount = &self.quantity.amount;
        !amount.is_bound() || is_near(&asked.amount, amount)
    }
}

/// Whether a number is what a finer one comes to when it is rounded or cut down.
fn is_rounded(asked: &Quantity, number: Number, own: &Quantity, value: Number) -> bool {
    own.amount.coarse < asked.amount.coarse && comes_to(value, number, precision(asked, number))
}

/// What the last digit of a number stands for that has not been rounded away: a number below a hundred is as exact as its digits.
fn precision(asked: &Quantity, number: Number) -> Number {
    let is_small = number.abs() < Number::from_integer(100);
    if is_small { asked.amount.grain } else { asked.amount.coarse }
}

/// Whether a finer value is a number when its digits below some precision are rounded, or dropped.
pub(super) fn comes_to(value: Number, number: Number, precision: Number) -> bool {
    let rest = value.abs().minus(number.abs());
    let is_up = |rest: Number| rest.abs().times(Number::from(2)).is_some_and(|twice| twice <= precision);
    rest.is_some_and(|rest| if rest < Number::ZERO { is_up(rest) } else { rest < precision })
}

/// What two numbers may be said to come to in the unit that is asked for: their sum and their difference, the share that one is of
/// the other, by how much it is more, so many percent of it, so many of so much each.
fn figures(asked: &Quantity, one: &Quantity, other: &Quantity) -> Vec<Number> {
    let (Some(a), Some(b)) = (one.amount.nominal, other.amount.nominal) else { return Vec::new() };
    let sort = |quantity: &Quantity| quantity.unit.dimension;
    let counts = |quantity: &Quantity| matches!(sort(quantity), Dimension::Count | Dimension::Number);
    let hundred = Number::from_integer(100);
    let mut all: Vec<Option<Number>> = Vec::new();
    let are_alike = sort(one) == sort(other) || counts(one) && counts(other);
    if are_alike && (sort(one) == sort(asked) || counts(one) && counts(asked)) {
        all.extend([a.plus(b), a.minus(b).map(Number::abs)]);
    }
    if sort(asked) == Dimension::Percent && are_alike {
        let shares = [a.over(b), b.over(a)].map(|share| share?.times(hundred));
        all.extend(shares);
        all.extend(shares.map(|share| share?.minus(hundred).map(Number::abs)));
    }
    if sort(asked) == Dimension::Money && (counts(one) || counts(other)) {
        all.extend([a.times(b), a.over(b), b.over(a)]);
    }
    if sort(one) == Dimension::Percent || sort(other) == Dimension::Percent {
        all.push(a.times(b).and_then(|product| product.over(hundred)));
    }
    all.into_iter().flatten().collect()
}

/// Whether a figure is a number, to the last digit that this one has.
fn is_it(asked: &Quantity, number: Number, figure: Number) -> bool {
    let is_rounded = !figure.is_integer() || asked.amount.coarse > Number::ONE;
    figure == number || is_rounded && comes_to(figure, number, precision(asked, number))
}
