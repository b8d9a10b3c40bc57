//! `change-off`: a change that its own two levels exclude: "rose 20 percent to $60 million from $40 million".
//! `percent-or-points`: "rose 2 percent to 7 percent from 5 percent", which are two points.

use crate::diag::Code;
use crate::source::Span;
use crate::statement::Direction;
use crate::value::{Amount, Dimension, Number, Quantity, Relation, Unit, Wording, Written};

use super::article::{Article, Figure, Sentence};
use super::part::in_percent;
use super::values::{apart, bare, contradicts};
use super::{Finding, Mark};

/// Finds changes that go the wrong way, or not so far.
pub(super) fn find(article: &Article<'_>) -> Vec<Finding> {
    moves(article, |story| story.wrong_way().or_else(|| story.off()).or_else(|| story.not_so_many_times()))
}

/// Finds percent where the points between two percentages are meant.
pub(super) fn find_points(article: &Article<'_>) -> Vec<Finding> {
    moves(article, |story| story.points_as_percent())
}

fn moves(article: &Article<'_>, check: impl Fn(&Move<'_>) -> Option<Finding>) -> Vec<Finding> {
    let in_sentence = |sentence: Sentence<'_>| {
        let figures = sentence.figures();
        let read = |at: usize| {
            let told = Move::read(article, sentence, &figures, at);
            told.or_else(|| Move::of_range(article, sentence, &figures, at))
        };
        (0..figures.len()).filter_map(|at| check(&read(at)?)).collect::<Vec<_>>()
    };
    article.sentences().flat_map(in_sentence).collect()
}

/// Two levels, and what is said of the way from one to the other.
struct Move<'a> {
    article: &'a Article<'a>,
    from: Figure<'a>,
    to: Figure<'a>,
    /// The numbers of both alone.
    levels: (Quantity, Quantity),
    /// How far.
    by: Option<Figure<'a>>,
    /// The words before it, the last one first.
    lead: Vec<&'a str>,
}

impl<'a> Move<'a> {
    /// The move whose first level is the figure at a position; none where two levels are not told there.
    fn read(article: &'a Article<'a>, sentence: Sentence<'a>, figures: &[Figure<'a>], at: usize) -> Option<Self> {
        let (one, other) = (*figures.get(at)?, *figures.get(at + 1)?);
        let link = article.between(one.span, other.span);
        let (before, between) = (last_word(article.before(sentence, one.span)), last_word(link));
        let (from, to) = match (before, between) {
            ("to", "from") => (other, one),
            ("from", "to") => (one, other),
            _ => return None,
        };
        let plain = link.split_whitespace().count() <= LONGEST_LINK && !link.contains([';', ':', '(', '"', '“']);
        let plain = plain && !holds_clause(article, link);
        let levels = (bare(&from.mention.quantity)?, bare(&to.mention.quantity)?);
        if !plain || levels.0.unit != levels.1.unit || is_rate(article, sentence) {
            return None;
        }
        let ahead = at
            .checked_sub(1)
            .and_then(|at| figures.get(at))
            .copied()
            .filter(|by| matches!(article.between(by.span, one.span), "to" | "from"));
        let behind = || figures.get(at + 2).copied().filter(|by| is_summed_up(article, sentence, other.span, by.span));
        let start = ahead.map_or(one.span, |by| by.span);
        let lead = article.before(sentence, start).split_whitespace().rev().take(4).collect();
        // "from more than 4,000 to 2,912": the bound leaves open by how much more.
        let is_bare = |figure: &Figure<'_>| figure.mention.quantity.amount.wording == Wording::Bare;
        let levels = match is_bare(&from) && is_bare(&to) {
            true => (beside(&levels.0, &levels.1), beside(&levels.1, &levels.0)),
            false => levels,
        };
        Some(Self { article, from, to, levels, by: ahead.or_else(behind), lead })
    }

    /// "doubled from 20 to 25", which is read as one range; none where the magnitude of its ends may be told only once.
    fn of_range(article: &'a Article<'a>, sentence: Sentence<'a>, figures: &[Figure<'a>], at: usize) -> Option<Self> {
        let figure = *figures.get(at)?;
        let quantity = &figure.mention.quantity;
        let ends = quantity.amount.literal;
        let written = figure.span.slice(article.text()).strip_prefix("from ")?;
        let (one, other) = written.split_once(" to ")?;
        let number = |text: &str| {
            let digits: String =
                text.chars().skip_while(|c| !c.is_ascii_digit()).take_while(|c| is_of_number(*c)).collect();
            Written::parse(digits.trim_end_matches(['.', ',']))
        };
        let (one, other) = (number(one)?, number(other)?);
        let (first, second) = (one.value, other.value);
        let (least, most) = (ends.low.number()?, ends.high.number()?);
        let is_of_ends = least.times(first.max(second))? == most.times(first.min(second))?;
        let is_plain = is_of_ends && !is_rate(article, sentence);
        let scale = most.over(first.max(second))?;
        let level = |own: Written| Some(Quantity::new(Amount::bare(own.scaled(scale)?), quantity.unit.clone()));
        let (from, to) = (level(one)?, level(other)?);
        let levels = (beside(&from, &to), beside(&to, &from));
        let by = at.checked_sub(1).and_then(|at| figures.get(at)).copied();
        let by = by.filter(|by| article.between(by.span, figure.span).trim().is_empty());
        let start = by.map_or(figure.span, |by| by.span);
        let lead = article.before(sentence, start).split_whitespace().rev().take(4).collect();
        is_plain.then_some(Self { article, from: figure, to: figure, levels, by, lead })
    }

    /// Whether both levels were read as one range.
    fn is_range(&self) -> bool {
        self.from.span == self.to.span
    }

    /// Which way the verb right before it goes.
    fn direction(&self) -> Option<Direction> {
        let verb = self.verb()?;
        let goes = |class: &str| self.article.is_listed(class, verb);
        match (goes("goes up"), goes("goes down")) {
            (true, false) => Some(Direction::Up),
            (false, true) => Some(Direction::Down),
            (true, true) | (false, false) => None,
        }
    }

    /// The verb in front of "to", "from" or "by".
    fn verb(&self) -> Option<&'a str> {
        let grammar = self.article.lore.grammar;
        let words =
            self.lead.iter().copied().skip_while(|word| matches!(*word, "to" | "from" | "by" | "sharply" | "slightly"));
        words.map(|word| grammar.dictionary_form(word)).next()
    }

    /// "rose to $40 million from $60 million".
    fn wrong_way(&self) -> Option<Finding> {
        // "Prices fell from 20 to 25 percent": by so much.
        let (from, to) = Some(&self.levels).filter(|_| !self.is_range())?;
        let relation = match self.direction()? {
            Direction::Up => Relation::AtLeast,
            Direction::Down => Relation::AtMost,
        };
        let known = matches!(from.unit.dimension, Dimension::Money | Dimension::Percent | Dimension::Count);
        // Of "from 3.4 to 1.2 billion euros" the magnitude may be that of both.
        let has_unit =
            |figure: &Figure<'_>| figure.span.slice(self.article.text()).contains(|c: char| !is_of_number(c));
        let known = known && has_unit(&self.from) == has_unit(&self.to);
        (known && contradicts(to, relation, from)).then(|| Finding {
            code: Code::ChangeOff,
            place: Mark::new(self.to.span, "to"),
            others: vec![Mark::new(self.from.span, "from")],
            message: match relation {
                Relation::AtLeast => "what is said to have grown is less than before".to_owned(),
                _ => "what is said to have shrunk is more than before".to_owned(),
            },
            help: "mend the verb, or the numbers; they may have changed places",
        })
    }

    /// The change in percent of the first level.
    fn reckoned(&self) -> Option<Quantity> {
        let (from, to) = &self.levels;
        let grows = to.amount.nominal? >= from.amount.nominal?;
        let difference = if grows { to.minus(from) } else { from.minus(to) }?;
        difference.share_of(from)
    }

    fn off(&self) -> Option<Finding> {
        let by = self.by?;
        let stated = bare(&by.mention.quantity)?;
        let (from, to) = &self.levels;
        let in_percent_of = stated.unit.dimension == Dimension::Percent;
        let difference = to.minus(from)?;
        let size = Quantity { amount: absolute(&difference.amount)?, unit: difference.unit.clone() };
        let (reckoned, words) = if in_percent_of {
            if self.are_percentages() && !apart(&stated, &Quantity { unit: Unit::percent(), ..size }) {
                return None;
            }
            let share = self.reckoned()?;
            let words = in_percent(&share);
            (share, words)
        } else if stated.unit.converts_to(&size.unit) && stated.unit.dimension == size.unit.dimension {
            let words = size.describe();
            (size, words)
        } else {
            return None;
        };
        apart(&stated, &reckoned).then(|| Finding {
            code: Code::ChangeOff,
            place: Mark::new(by.span, format!("should be {words}")),
            others: match self.is_range() {
                true => vec![Mark::new(self.from.span, "")],
                false => vec![Mark::new(self.from.span, "from"), Mark::new(self.to.span, "to")],
            },
            message: format!("the change is not “{}”", by.span.slice(self.article.text())),
            help: "mend the change, or one of the two numbers",
        })
    }

    /// "doubled to 30 from 20".
    fn not_so_many_times(&self) -> Option<Finding> {
        let verb = self.verb()?;
        let (times, _) = TIMES.iter().copied().find(|(_, class)| self.article.is_listed(class, verb))?;
        let factor = Number::ratio(times.0, times.1)?;
        let ratio = self.levels.1.over(&self.levels.0)?;
        let room = factor.over(Number::from_integer(4))?;
        let reach = Quantity { amount: Amount::tolerance(written(factor), room), unit: Unit::number() };
        contradicts(&ratio, Relation::In, &reach).then(|| Finding {
            code: Code::ChangeOff,
            place: Mark::new(self.to.span, if self.is_range() { "" } else { "to" }),
            others: if self.is_range() { Vec::new() } else { vec![Mark::new(self.from.span, "from")] },
            message: format!("this is no change of which one would say “{verb}”"),
            help: "mend the verb, or one of the two numbers",
        })
    }

    fn are_percentages(&self) -> bool {
        self.levels.0.unit.dimension == Dimension::Percent
    }

    fn points_as_percent(&self) -> Option<Finding> {
        let by = self.by.filter(|_| self.are_percentages())?;
        let stated = bare(&by.mention.quantity).filter(|by| by.unit.dimension == Dimension::Percent)?;
        let (from, to) = &self.levels;
        let size = Quantity { amount: absolute(&to.minus(from)?.amount)?, unit: Unit::percent() };
        let told = !apart(&stated, &size) && apart(&stated, &self.reckoned()?);
        told.then(|| Finding {
            code: Code::PercentOrPoints,
            place: Mark::new(by.span, "percentage points"),
            others: vec![Mark::new(self.from.span, "from"), Mark::new(self.to.span, "to")],
            message: format!("“{}” are percentage points", by.span.slice(self.article.text())),
            help: "write `percentage points`, or reckon the change in percent of the first number",
        })
    }
}

/// A level beside another one: where that is told in finer digits, its first two are meant as well, whatever zeros stand behind them.
fn beside(own: &Quantity, other: &Quantity) -> Quantity {
    let finer = own.amount.written().zip(other.amount.written()).filter(|(own, other)| other.coarse < own.coarse);
    let meant = finer.and_then(|(own, _)| Some(Written { coarse: own.coarse.min(second_digit(own)?), ..own }));
    meant.map_or_else(|| own.clone(), |meant| Quantity::new(Amount::bare(meant), own.unit.clone()))
}

/// What the second digit of a number stands for: 10 in "400".
fn second_digit(number: Written) -> Option<Number> {
    let size = number.value.abs();
    let is_within = |power: &i32| Number::power_of_ten(power + 1).is_some_and(|unit| unit <= size);
    let power = (0..GREATEST).take_while(is_within).last()?;
    Number::power_of_ten(power).map(|unit| unit.max(number.grain))
}

/// No number of an article has more digits.
const GREATEST: i32 = 24;

fn is_of_number(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, ',' | '.')
}

/// Between two levels stand at most so many words.
const LONGEST_LINK: usize = 7;

/// Verbs by how many times they make of something, as the vocabulary lists them.
const TIMES: [((i128, i128), &str); 4] =
    [((2, 1), "makes two"), ((3, 1), "makes three"), ((4, 1), "makes four"), ((1, 2), "makes a half")];

fn written(number: Number) -> Written {
    Written::exact(number)
}

/// Whether another clause begins between two levels: "from 350,000 while sales of bicycles rose to".
fn holds_clause(article: &Article<'_>, link: &str) -> bool {
    let mut words = link.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.any(|word| article.lore.grammar.is_verb_form(word) || matches!(word, "and" | "but" | "while" | "as"))
}

fn last_word(text: &str) -> &str {
    text.split_whitespace().next_back().unwrap_or("")
}

fn absolute(amount: &Amount) -> Option<Amount> {
    if amount.nominal?.is_negative() {
        amount.mapped(Number::from_integer(-1), Number::ZERO)
    } else {
        Some(amount.clone())
    }
}

/// Of a price of money, or of a place on a list, less may be more: "the yen rose to 97 to the dollar from 98".
fn is_rate(article: &Article<'_>, sentence: Sentence<'_>) -> bool {
    let words = sentence.span.slice(article.text()).split(|c: char| !c.is_alphanumeric());
    words.map(str::to_lowercase).any(|word| article.is_listed("less is more", &word))
}

/// ", up 20 percent.", ", a rise of 20 percent,", "(up 20 percent)".
fn is_summed_up(article: &Article<'_>, sentence: Sentence<'_>, levels: Span, by: Span) -> bool {
    let link = article.between(levels, by);
    let words = link.trim_start_matches([',', '(', '—', '–']).trim();
    let told = words != link && words.split_whitespace().count() <= 3 && !words.contains([',', ';']);
    let change = words.split_whitespace().any(|word| {
        let form = article.lore.grammar.dictionary_form(word);
        matches!(word, "up" | "down") || article.is_listed("goes up", form) || article.is_listed("goes down", form)
    });
    told && change && article.behind(sentence, by).trim_start().starts_with([',', '.', ')', ';', '—', '–'])
}
