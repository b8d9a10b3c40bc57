//! On which side somebody voted: "in favor" of what somebody else voted "against".

use super::unsaid::{Said, Timed};
use super::{Bench, Stance};
use crate::index::Found;
use crate::statement::{Polarity, Statement};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    For,
    Against,
}

const FOR: [&str; 2] = ["favor", "favour"];
const AGAINST: &str = "against";

/// What a passage on a vote says to a sentence on a vote of the same person, where both tell the side: on the other side it excludes what it
/// says all else of.
pub fn stance(bench: &Bench<'_>, asked: &Statement, said: &Said<'_>, found: Found<'_>) -> Option<Stance> {
    let own = &found.fact.statement;
    let votes = |statement: &Statement| statement.measure.name == "vote" && statement.polarity == Polarity::Affirmed;
    if !votes(asked) || !votes(own) {
        return None;
    }
    // Which side goes with which object is not told apart.
    if is_of_both(bench, found) {
        return Some(Stance::Compatible);
    }
    let told = told(bench, found)?;
    let differ = side_asked(asked, said)? != told.side;
    let is_side = |word: &str| word == AGAINST || FOR.contains(&word);
    let whole = || said.unsaid(bench, found, Timed::ByWords, is_side).or_else(|| said.turned(bench, found)).is_none();
    let is_alone = !said.tells_besides(&[FOR[0], FOR[1], AGAINST]);
    let fits = is_alone == told.is_alone && whole();
    match (differ, fits) {
        (true, true) => Some(Stance::Contradicts),
        (true, false) => Some(Stance::Compatible),
        (false, true) => Some(Stance::Supports),
        (false, false) => None,
    }
}

/// Whether a sentence tells of both sides, or its article of several votes of the same person.
fn is_of_both(bench: &Bench<'_>, found: Found<'_>) -> bool {
    let document = bench.index.document(found.document);
    let words = found.fact.passage.slice(&document.text).split_whitespace().map(|word| bare(word).to_lowercase());
    let words: Vec<String> = words.collect();
    let has = |word: &str| words.iter().any(|own| own == word);
    let favors = has("for") || FOR.iter().any(|word| has(word));
    let own = bench.index.identity(found);
    let is_vote = |other: &Found<'_>| {
        other.fact.statement.measure.name == "vote"
            && other.fact.sentence != found.fact.sentence
            && bench.index.identity(*other) == own
    };
    has(AGAINST) && favors || bench.index.facts_in(found.document).any(|other| is_vote(&other))
}

fn objects(statement: &Statement) -> impl Iterator<Item = &str> {
    statement.measure.forms.iter().skip(1).map(String::as_str)
}

fn side_asked(asked: &Statement, said: &Said<'_>) -> Option<Side> {
    let favors = objects(asked).any(|word| FOR.contains(&word));
    match said.says(AGAINST) {
        true => Some(Side::Against),
        false => (favors || objects(asked).next().is_some()).then_some(Side::For),
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
    let document = bench.index.document(found.document);
    let reading = bench.index.readings.get(found.document)?;
    let sentence = reading.sentences.get(found.fact.sentence).copied().unwrap_or(found.fact.passage);
    let words: Vec<&str> = sentence.slice(&document.text).split_whitespace().collect();
    let is = |at: usize, word: &str| words.get(at).is_some_and(|own| bare(own).eq_ignore_ascii_case(word));
    let ends = |at: usize| words.get(at).is_none_or(|own| bare(own).len() < own.len());
    let votes = |at: usize| ["vote", "votes", "voted", "voting"].iter().any(|word| is(at, word));
    let side = |at: usize| {
        let favors = is(at + 1, "in") && FOR.iter().any(|word| is(at + 2, word));
        let told = |side, last: usize| Told { side, is_alone: ends(last) };
        match () {
            () if is(at + 1, AGAINST) => Some(told(Side::Against, at + 1)),
            () if favors => Some(told(Side::For, at + 2)),
            () => is(at + 1, "for").then(|| told(Side::For, at + 1)),
        }
    };
    let mut sides = (0..words.len()).filter(|at| votes(*at)).filter_map(side);
    let first = sides.next()?;
    sides.all(|other| other.side == first.side).then_some(first)
}

fn bare(word: &str) -> &str {
    word.trim_end_matches([',', '.', ';', ':', '”', '"'])
}
