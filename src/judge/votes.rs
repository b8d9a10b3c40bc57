//! On which side somebody voted: "in favor" of what somebody else voted "against"; and how a vote ended.

use super::claims::is_proposition;
use super::unsaid::{Said, Timed};
use super::{Bench, Stance, texts};
use crate::extract::{Mention, MentionKind, Reading};
use crate::index::Found;
use crate::source::Span;
use crate::statement::{Polarity, Statement, Value};
use crate::text::{TokenKind, sides_of, tokenize};
use crate::value::Fit;

/// On which side of a vote somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// In favor of it.
    For,
    /// Against it.
    Against,
}

/// What the facts on votes are called.
pub const MEASURE: &str = "vote";

/// The class of the words for a vote.
pub const VOTE: &str = "of a vote";

impl Side {
    /// Both.
    pub const ALL: [Self; 2] = [Self::For, Self::Against];

    /// The class of the words behind "voted" that tell it.
    pub const fn class(self) -> &'static str {
        match self {
            Self::For => "voting for",
            Self::Against => "voting against",
        }
    }

    /// The class of the verbs that tell it.
    const fn deed(self) -> &'static str {
        match self {
            Self::For => "approving",
            Self::Against => "rejecting",
        }
    }

    /// Those words, as the vocabulary has them.
    fn rows<'a>(self, bench: &Bench<'a>) -> impl Iterator<Item = &'a str> {
        bench.index.vocabulary.words.get(self.class()).into_iter().flatten().map(String::as_str)
    }

    /// Whether a word in lower case is the one that tells it: "favor".
    fn is_told_by(self, bench: &Bench<'_>, word: &str) -> bool {
        self.rows(bench).any(|row| row.rsplit(' ').next() == Some(word))
    }
}

/// What a passage on a vote says to a sentence on a vote of the same person, where both tell the side: on the other side it excludes what it
/// says all else of.
pub fn stance(bench: &Bench<'_>, asked: &Statement, said: &Said<'_>, found: Found<'_>) -> Option<Stance> {
    let own = &found.fact.statement;
    let votes = |statement: &Statement| statement.measure.name == MEASURE && statement.polarity == Polarity::Affirmed;
    if !votes(asked) || !votes(own) {
        return None;
    }
    // Which side goes with which object is not told apart.
    if is_of_both(bench, found) {
        return Some(Stance::Compatible);
    }
    let told = told(bench, found)?;
    let differ = side_asked(bench, asked, said)? != told.side;
    let is_side = |word: &str| [Side::For, Side::Against].into_iter().any(|side| side.is_told_by(bench, word));
    let whole = || said.unsaid(bench, found, Timed::ByWords, is_side).or_else(|| said.turned(bench, found)).is_none();
    let is_alone = !said.says(|word| !is_side(word));
    let fits = is_alone == told.is_alone && whole();
    match (differ, fits) {
        (true, true) => Some(Stance::Contradicts),
        (true, false) => Some(Stance::Compatible),
        (false, true) => Some(Stance::Supports),
        (false, false) => None,
    }
}

/// Whether a word tells a side of a vote that a passage tells in other words: "in favor" of what "was approved".
pub fn is_side_told(bench: &Bench<'_>, found: Found<'_>, word: &str) -> bool {
    let vocabulary = bench.index.vocabulary;
    let base = |word: &str| {
        let verb = bench.index.grammar.entry(word).verb.map(|(verb, _)| bench.index.grammar.verb(verb).to_owned());
        verb.unwrap_or_else(|| word.to_owned())
    };
    let tells = |side: Side, word: &str| side.is_told_by(bench, word) || vocabulary.lists(side.deed(), &base(word));
    let Some(side) = Side::ALL.into_iter().find(|side| tells(*side, word)) else { return false };
    let told = words(bench, found, found.fact.passage);
    let has = |side: Side| told.iter().any(|own| own.text != "for" && tells(side, &own.text));
    // "approved it: five members were for it and two against"
    let did = |side: Side| told.iter().any(|own| vocabulary.lists(side.deed(), &base(&own.text)));
    match (Side::ALL.map(did), Side::ALL.map(has)) {
        ([one, other], _) if one != other => did(side),
        (_, [one, other]) => one != other && has(side),
    }
}

/// Whether a word is the tally that the sentence of a passage tells in other words.
pub fn is_tally_told(bench: &Bench<'_>, found: Found<'_>, word: &str) -> bool {
    let is_it = |other: Found<'_>| {
        let own = &other.fact.statement;
        own.measure.name == "score" && matches!(&own.value, Some(Value::Text(tally)) if tally == word)
    };
    sides_of(word).is_some() && bench.index.facts_beside(found).any(is_it)
}

/// Whether a statement is of what somebody approved or rejected.
pub fn is_deciding(bench: &Bench<'_>, statement: &Statement) -> bool {
    let verb = &statement.measure.name;
    let lists = |class: &str| bench.index.vocabulary.lists(class, verb.strip_prefix("be ").unwrap_or(verb));
    is_proposition(statement) && (lists("approving") || lists("rejecting"))
}

/// Whether two verbs tell the same end of what was voted on: "failed", "was defeated".
pub fn end_alike(bench: &Bench<'_>, one: &str, other: &str) -> bool {
    let vocabulary = bench.index.vocabulary;
    let ends = |side: Side, verb: &str| match verb.strip_prefix("be ") {
        Some(done) => vocabulary.lists(side.deed(), done),
        None => vocabulary.lists("voted on", verb) && vocabulary.lists(side.deed(), verb),
    };
    Side::ALL.into_iter().any(|side| ends(side, one) && ends(side, other))
}

/// "by a 5-2 vote": no more than that the numbers are those of a vote.
pub fn is_word_of(bench: &Bench<'_>, word: &str) -> bool {
    bench.index.vocabulary.lists(VOTE, word)
}

/// "by a 5-2 vote", "by a vote of 5-2": the word beside a tally, which is told by that.
pub fn is_beside_tally(bench: &Bench<'_>, text: &str, (own, word): (Span, &str)) -> bool {
    let tally = |word: Option<&str>| {
        word.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric())).is_some_and(|word| sides_of(word).is_some())
    };
    let before = text.get(..own.start as usize).unwrap_or_default().split_whitespace().next_back();
    let behind = text.get(own.end as usize..).unwrap_or_default().trim_start();
    let of = behind.strip_prefix("of ").and_then(|rest| rest.split_whitespace().next());
    is_word_of(bench, word) && (tally(before) || tally(of))
}

/// Whether a statement is of how somebody voted: what several did, each of them did.
pub fn is_of_vote(statement: &Statement) -> bool {
    statement.measure.name == MEASURE
}

/// Whether a sentence tells of both sides, or its article of several votes of the same person.
fn is_of_both(bench: &Bench<'_>, found: Found<'_>) -> bool {
    let words = words(bench, found, found.fact.passage);
    let tells = |side: Side| words.iter().any(|word| side.is_told_by(bench, &word.text));
    let own = bench.index.identity(found);
    let is_other = |other: Found<'_>| {
        other.fact.statement.measure.name == MEASURE
            && other.fact.sentence != found.fact.sentence
            && bench.index.identity(other) == own
    };
    let votes = || bench.index.stem(MEASURE).map(|stem| bench.index.facts_of_in(stem, found.document));
    tells(Side::For) && tells(Side::Against) || votes().into_iter().flatten().any(is_other)
}

/// On which side those are whom a number counts: by the first word for a side between it and the next number of its sentence.
pub fn side_of(bench: &Bench<'_>, text: &str, reading: &Reading, own: &Mention) -> Option<Side> {
    let sentence = *reading.sentences.iter().find(|sentence| sentence.contains(own.span))?;
    let next = reading.mentions_within(sentence).iter().filter(|other| other.span.start >= own.span.end);
    let mut next = next.filter(|other| matches!(other.kind, MentionKind::Quantity(_)));
    let end = next.next().map_or(sentence.end, |next| next.span.start);
    let behind = Span { start: own.span.end, end }.slice(text).to_lowercase();
    let first = |side: Side| side.rows(bench).filter_map(|row| place_of(&behind, row)).min();
    match (first(Side::For), first(Side::Against)) {
        (Some(one), Some(other)) => Some(if one < other { Side::For } else { Side::Against }),
        (Some(_), None) => Some(Side::For),
        (None, Some(_)) => Some(Side::Against),
        (None, None) => None,
    }
}

/// Where words stand in a text.
fn place_of(text: &str, row: &str) -> Option<usize> {
    let is_end = |at: Option<char>| at.is_none_or(|c| !c.is_alphanumeric());
    let mut found = text.match_indices(row).map(|(at, _)| at);
    found.find(|at| is_end(text[..*at].chars().next_back()) && is_end(text[at + row.len()..].chars().next()))
}

fn objects(statement: &Statement) -> impl Iterator<Item = &str> {
    statement.measure.forms.iter().skip(1).map(String::as_str)
}

fn side_asked(bench: &Bench<'_>, asked: &Statement, said: &Said<'_>) -> Option<Side> {
    let is_told =
        |side: Side| matches!(&asked.value, Some(Value::Text(own)) if side.is_told_by(bench, &own.to_lowercase()));
    if is_told(Side::For) {
        return Some(Side::For);
    }
    match is_told(Side::Against) || said.says(|word| Side::Against.is_told_by(bench, word)) {
        true => Some(Side::Against),
        false => objects(asked).next().map(|_| Side::For),
    }
}

/// How a passage tells it.
struct Told {
    side: Side,
    /// Whether what the vote is on is left out.
    is_alone: bool,
}

/// By the words behind "voted"; none where the sentence tells of both sides.
fn told(bench: &Bench<'_>, found: Found<'_>) -> Option<Told> {
    let reading = bench.index.readings.get(found.document)?;
    let sentence = reading.sentences.get(found.fact.sentence).copied().unwrap_or(found.fact.passage);
    let words = words(bench, found, sentence);
    let behind = |at: usize, side: Side| {
        let is_row =
            |row: &&str| row.split(' ').zip(at..).all(|(own, at)| words.get(at).is_some_and(|word| word.text == own));
        let length = side.rows(bench).find(is_row)?.split(' ').count();
        Some(Told { side, is_alone: words.get(at + length).is_none_or(|next| next.kind == TokenKind::Mark) })
    };
    let votes = |at: &usize| bench.index.vocabulary.lists(VOTE, &words[*at].text);
    let side = |at: usize| behind(at + 1, Side::Against).or_else(|| behind(at + 1, Side::For));
    let mut sides = (0..words.len()).filter(votes).filter_map(side);
    let first = sides.next()?;
    sides.all(|other| other.side == first.side).then_some(first)
}

/// A token of a passage.
struct Word {
    /// In lower case.
    text: String,
    kind: TokenKind,
}

fn words(bench: &Bench<'_>, found: Found<'_>, span: Span) -> Vec<Word> {
    let text = span.slice(&bench.index.document(found.document).text);
    let tokens = tokenize(text).into_iter();
    tokens.map(|token| Word { text: token.span.slice(text).to_lowercase(), kind: token.kind }).collect()
}

/// So many words stand at most in front of a tally that opens its clause: "and on a".
const LONGEST_OPENING: usize = 3;

/// "voted 5-2 to approve the tram and 4-3 to reject the toll": of which vote a tally is, in a passage that has several, is told by the words
/// behind it where these begin with "to", and else by those in front.
pub fn is_of_other_vote(bench: &Bench<'_>, said: &Said<'_>, tally: &str, found: Found<'_>) -> bool {
    let text = &bench.index.document(found.document).text;
    let Some(reading) = bench.index.readings.get(found.document) else { return false };
    let sentence = reading.sentences.get(found.fact.sentence).copied().unwrap_or(found.fact.passage);
    let facts = reading.facts_of(found.fact.sentence).iter().filter(|fact| fact.statement.measure.name == "score");
    let others: Vec<Span> = facts.map(|fact| fact.focus).filter(|focus| *focus != found.fact.focus).collect();
    if others.is_empty() {
        return false;
    }
    let own = found.fact.focus;
    let behind = Span { start: own.end, ..sentence }.slice(text).trim_start();
    let next = others.iter().filter(|other| other.start >= own.end).map(|other| other.start).min();
    let before = others.iter().filter(|other| other.end <= own.start).map(|other| other.end).max();
    // "On a 6-3 vote, the board closed the pool", "and on a 4-3 vote it": the vote is on what follows.
    let front = Span { end: own.start, ..sentence }.slice(text);
    let opening = front.rsplit([',', ';']).next().unwrap_or(front).split_whitespace().count();
    let leads = behind.starts_with("to ") || behind.starts_with("vote") && opening <= LONGEST_OPENING;
    let part = if leads {
        Span { start: before.map_or(sentence.start, |_| own.start), end: next.unwrap_or(sentence.end) }
    } else {
        Span { start: before.unwrap_or(sentence.start), end: next.map_or(sentence.end, |_| own.end) }
    };
    said.lies_outside(bench, sentence.slice(text), part.slice(text), |word| {
        word == tally || bench.index.vocabulary.lists(VOTE, word)
    })
}

/// How a sentence and a passage say that a vote ended: "6-3".
#[derive(Clone, Copy)]
pub struct Tallies<'a> {
    /// As the sentence says it.
    pub asked: &'a str,
    own: &'a str,
}

impl<'a> Tallies<'a> {
    /// Those of two statements, where both say how a vote ended.
    pub fn of(asked: &'a Statement, own: &'a Statement) -> Option<Self> {
        let is_vote =
            |statement: &Statement| statement.measure.name == "score" && objects(statement).any(|form| form == MEASURE);
        match (&asked.value, &own.value) {
            (Some(Value::Text(asked_for)), Some(Value::Text(told))) if is_vote(asked) && is_vote(own) => {
                Some(Self { asked: asked_for, own: told })
            }
            _ => None,
        }
    }

    /// Whether both say the same.
    pub fn are_same(self) -> bool {
        self.asked == self.own
    }
}

/// A passage that says all else of a vote excludes another tally, though not one with its sides swapped. A vote of which nothing is told but
/// its tally may be any.
pub fn another_tally(
    bench: &Bench<'_>,
    said: &Said<'_>,
    Tallies { asked, own }: Tallies<'_>,
    fit: Option<Fit>,
) -> (Stance, String) {
    let reason = format!("says “{own}”, not “{asked}”");
    let is_same = fit == Some(Fit::Supports)
        || fit.is_none() && said.says(|word| word != asked && !bench.index.vocabulary.lists(VOTE, word));
    (if is_same && texts::excludes(own, asked) { Stance::Contradicts } else { Stance::Compatible }, reason)
}
