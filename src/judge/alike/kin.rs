//! The sentences that share words with one.

use std::collections::BTreeSet;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use crate::extract::{Fact, Mention, Reading};
use crate::judge::Bench;
use crate::judge::align::{is_asked, is_left_out};
use crate::source::Span;
use crate::statement::Polarity;
use crate::text::tokenize;

use super::claim::{Claim, Line, Style, Worded};

/// How much of a sentence another shares, in thousandths: its words, and half of those that only the rest of the document has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Likeness(u32);

impl Likeness {
    pub const fn percent(percent: u32) -> Self {
        Self(percent * 10)
    }

    fn new(inside: u32, around: u32, all: usize) -> Self {
        Self((2 * inside + around) * 500 / u32::try_from(all).unwrap_or(u32::MAX).max(1))
    }
}

/// A sentence of a document.
pub(super) struct Kin {
    pub document: usize,
    pub span: Span,
    pub likeness: Likeness,
    /// The words of the claim that are looked up.
    words: Rc<[String]>,
    /// Those that are somewhere in the document.
    known: Set,
    /// Those that the sentence itself has, and not only one that may mean the same.
    own: Set,
    /// How many it lacks.
    pub lacking: usize,
    pub sentence: usize,
    /// The likeness without words that only may mean the same, which exclude nothing.
    pub sure: Likeness,
    /// Whether it has every verb of the claim.
    pub has_verbs: bool,
    pub denies: bool,
    /// Whether it says "not", of whatever it tells; not looked at where it is too unlike to be asked.
    pub negates: bool,
    /// Whether it says that somebody denies what a headline tells; not looked at where it is too unlike to be asked.
    pub is_gainsaid: bool,
    /// Whether it has the contrary of a verb of the claim: "cut" for "hires".
    pub turns: bool,
    /// Whether it is a line without a full stop; not looked at where it is too unlike to be asked.
    pub is_line: bool,
}

impl Kin {
    pub fn mentions<'a>(&self, reading: &'a Reading) -> &'a [Mention] {
        reading.mentions_within(self.span)
    }

    pub fn facts<'a>(&self, reading: &'a Reading) -> &'a [Fact] {
        reading.facts_of(self.sentence)
    }

    /// Whether the sentence itself has a word of the claim, and not only one that may mean the same.
    pub fn has(&self, word: &str) -> bool {
        self.words.iter().enumerate().any(|(at, own)| self.own & 1 << at != 0 && own == word)
    }

    /// The words of the claim that are nowhere in the document.
    pub fn missing(&self) -> impl Iterator<Item = &String> {
        self.words.iter().enumerate().filter(|(at, _)| self.known & 1 << at == 0).map(|(_, own)| own)
    }

    /// Whether a word of the claim is nowhere in the document.
    pub fn misses(&self, word: &str) -> bool {
        self.missing().any(|own| own == word)
    }
}

/// Words of a claim, a bit each.
type Set = u128;

/// So many words of a sentence are looked up at most.
const MOST: usize = Set::BITS as usize;

/// The sentences that share a word with a claim, or whose article tells most of a headline, in the order of documents and places.
pub(super) fn find(bench: &Bench<'_>, claim: &Claim<'_>) -> Vec<Kin> {
    let (wording, words) = (bench.index.wording(), looked_up(claim));
    let Gathered { inside, around } = gather(bench, claim);
    let verbs = words.iter().filter(|own| own.is_verb);
    let contrary: BTreeSet<(usize, usize)> =
        verbs.flat_map(|own| wording.contraries(bench.index.grammar, &own.word)).collect();
    let verbs: Set = words.iter().enumerate().filter(|(_, own)| own.is_verb).map(|(at, _)| 1 << at).sum();
    let names: Rc<[String]> = words.iter().map(|own| own.word.clone()).collect();
    let kin = |((document, sentence), shared): ((usize, usize), Shared)| {
        let around = around.get(&document).copied().unwrap_or_default();
        let known = around.any | shared.any;
        let reading = bench.index.readings.get(document)?;
        let span = reading.sentences.get(sentence).copied()?;
        let counts =
            is_asked(bench, document) && bench.index.is_evidence(document, span) && !is_left_out(bench, document, span);
        let likeness =
            |shared: Set, known: Set| Likeness::new(shared.count_ones(), (known & !shared).count_ones(), words.len());
        let (likeness, sure) = (likeness(shared.any, known), likeness(shared.surely, around.surely));
        let is_near = counts && claim.may_be_like(likeness);
        let Line { negates, is_line } =
            if is_near { Line::of(bench, (document, sentence), span) } else { Line::default() };
        let is_gainsaid = is_near && is_gainsaid(bench, claim, span.slice(&bench.index.document(document).text));
        counts.then(|| Kin {
            document,
            sentence,
            span,
            likeness,
            words: Rc::clone(&names),
            known,
            own: shared.surely,
            lacking: words.len() - shared.any.count_ones() as usize,
            sure,
            has_verbs: verbs & !shared.any == 0,
            denies: denies(reading, sentence),
            negates,
            is_gainsaid,
            turns: contrary.contains(&(document, sentence)),
            is_line,
        })
    };
    inside.into_iter().filter_map(kin).collect()
}

/// The words of a claim that sentences and documents have.
struct Gathered {
    /// In the order of documents and places.
    inside: Vec<((usize, usize), Shared)>,
    around: FxHashMap<usize, Shared>,
}

/// The words of a claim that are looked up.
fn looked_up<'c>(claim: &'c Claim<'_>) -> &'c [Worded] {
    &claim.words[..claim.words.len().min(MOST)]
}

fn gather(bench: &Bench<'_>, claim: &Claim<'_>) -> Gathered {
    let wording = bench.index.wording();
    let mut inside: FxHashMap<(usize, usize), Shared> = FxHashMap::default();
    let mut around: FxHashMap<usize, Shared> = FxHashMap::default();
    let words = looked_up(claim);
    for (at, own) in words.iter().enumerate() {
        for place in wording.sentences(bench.index.grammar, &own.word) {
            inside.entry(place).or_default().any |= 1 << at;
            // "No one was killed" is no killing elsewhere in the article, of which a headline may tell.
            let told = claim.style == Style::Headline && own.is_verb && !claim.negates;
            if !(told && is_negated(bench, place)) {
                around.entry(place.0).or_default().any |= 1 << at;
            }
        }
        for place in wording.sure_sentences(bench.index.grammar, &own.word) {
            inside.entry(place).or_default().surely |= 1 << at;
            around.entry(place.0).or_default().surely |= 1 << at;
        }
    }
    if claim.style == Style::Headline {
        // A headline has words of a whole article: any sentence of one that has most of them may have its number.
        let is_most = |known: &Shared| known.any.count_ones() as usize * 3 >= words.len() * 2;
        for (document, _) in around.iter().filter(|(_, known)| is_most(known)) {
            let sentences = bench.index.readings.get(*document).map_or(0, |reading| reading.sentences.len());
            for sentence in 0..sentences {
                inside.entry((*document, sentence)).or_default();
            }
        }
    }
    let mut inside: Vec<((usize, usize), Shared)> = inside.into_iter().collect();
    inside.sort_unstable_by_key(|(place, _)| *place);
    Gathered { inside, around }
}

/// The words of a claim that a sentence or a document has.
#[derive(Clone, Copy, Default)]
struct Shared {
    /// Themselves, or others of their meaning.
    any: Set,
    /// Themselves, or others that mean the same whatever the rest says.
    surely: Set,
}

/// Whether a sentence of a document says "not", of whatever it tells.
fn is_negated(bench: &Bench<'_>, (document, sentence): (usize, usize)) -> bool {
    let span = bench.index.readings.get(document).and_then(|reading| reading.sentences.get(sentence).copied());
    span.is_some_and(|span| Line::of(bench, (document, sentence), span).negates)
}

/// Whether a sentence says that somebody denies what a headline tells that denies nothing itself.
fn is_gainsaid(bench: &Bench<'_>, claim: &Claim<'_>, sentence: &str) -> bool {
    let (grammar, wording) = (bench.index.grammar, bench.index.wording());
    if claim.style != Style::Headline || claim.denies || claim.negates {
        return false;
    }
    let words: Vec<String> = tokenize(sentence).iter().map(|token| token.span.slice(sentence).to_lowercase()).collect();
    let base = |word: &str| grammar.entry(word).verb.map(|(verb, _)| grammar.verb(verb));
    let gainsays = |word: &str| base(word).is_some_and(|base| bench.index.vocabulary.lists("gainsaying", base));
    let is_end = |word: &str| matches!(word, "," | ";" | ":" | "—" | "–" | "(" | ")");
    let is_own = |word: &str| claim.words.iter().any(|own| wording.is_same(grammar, &own.word, word));
    let tells = |at: usize| words.iter().skip(at + 1).take_while(|word| !is_end(word)).any(|word| is_own(word));
    (0..words.len()).any(|at| gainsays(&words[at]) && tells(at)) && !claim.words.iter().any(|own| gainsays(&own.word))
}

/// Whether a fact of a sentence is denied.
pub(super) fn denies(reading: &Reading, sentence: usize) -> bool {
    reading.facts_of(sentence).iter().any(|fact| fact.statement.polarity == Polarity::Denied)
}
