//! A check file from an article: one check a claim, each with its passage, each borne out by the article, none read by an editor yet.
//!
//! What the article states is written as lines of the check language, the exact one first and wider ones behind it (`tries`); the
//! engine judges them all against the article (`proof`), and the first that it bears out is kept. What no line holds is held by the
//! sentence as a `claim`, or else named in a comment. The file as a whole is judged once more before it is given away.

mod asking;
mod beside;
mod compose;
mod entities;
mod proof;
mod sense;
mod spelling;
mod tries;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use crate::check::prelude;
use crate::corpus::{Corpus, Document, ZoneKind};
use crate::extract::{MentionKind, NameType, QuantityMention, Reading};
use crate::source::{Covered, Span};
use crate::statement::Vocabulary;
use crate::text::tokenize;
use crate::value::{Dimension, Wording};

pub use asking::asking;
pub use beside::{Suggestions, Undecided, suggest_all};

use compose::{Group, compose};
use entities::Entities;
use proof::Proof;
use sense::Sense;
use tries::drafts;

/// The tag of a check that nobody has read yet.
pub const UNREVIEWED: &str = "unreviewed";

/// How often the whole file is judged anew after lines were taken out of it. The first time is nearly always enough.
const ROUNDS: usize = 4;

/// A check file made from an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Suggestion {
    /// The check file; empty where there is nothing to check.
    pub text: String,
    /// How many checks it has.
    pub checks: usize,
    /// How many numbers are read in the article.
    pub numbers: usize,
    /// How many of them a check holds.
    pub held: usize,
}

/// Writes a check file from an article, as it holds `today`.
pub fn suggest(document: &Document, today: Date) -> Suggestion {
    let corpus = Corpus::new(vec![document.clone()]);
    let vocabulary = Arc::new(prelude());
    let proof = Proof::new(&corpus, &vocabulary);
    let Some(reading) = proof.reading() else { return Suggestion::default() };
    let article = Article { document, reading };
    let entities = Entities::new(&reading.names);
    let mut groups = chosen(article, &entities, &proof, &vocabulary);
    for _ in 0..ROUNDS {
        let text = compose(document, &entities, &groups);
        let wrong = proof::failing(&text, &corpus, today);
        if wrong.is_empty() {
            return told(article, text, &groups);
        }
        groups.iter_mut().for_each(|group| group.give_up(&wrong));
    }
    Suggestion { numbers: numbers(article).len(), ..Suggestion::default() }
}

/// An article and what is read in it.
#[derive(Clone, Copy)]
struct Article<'a> {
    document: &'a Document,
    reading: &'a Reading,
}

impl Article<'_> {
    /// Whether a place belongs to the story: neither to what stands around it nor to the line of its date.
    fn tells(self, span: Span) -> bool {
        let zones = &self.document.zones;
        let zone = zones.get(zones.partition_point(|zone| zone.span.end <= span.start));
        zone.is_none_or(|zone| !matches!(zone.kind, ZoneKind::Metadata | ZoneKind::Boilerplate))
    }
}

fn told(article: Article<'_>, text: String, groups: &[Group]) -> Suggestion {
    let checks = groups.iter().map(|group| group.checks.len()).sum();
    let numbers = numbers(article).len();
    let free: usize = groups.iter().map(|group| group.free.len()).sum();
    let text = if checks == 0 { String::new() } else { text };
    Suggestion { text, checks, numbers, held: numbers.saturating_sub(free) }
}

/// The numbers of the story, by position among the mentions. The numbers in names ("F-35", "second") are none, nor are vague ones
/// ("dozens"), which nothing could be wrong about.
fn numbers(article: Article<'_>) -> Vec<usize> {
    let mentions = article.reading.mentions.iter().enumerate();
    let is_number = |kind: &MentionKind| match kind {
        MentionKind::Quantity(QuantityMention { quantity, .. }) => {
            quantity.unit.dimension != Dimension::Ordinal && quantity.amount.wording != Wording::Vague
        }
        MentionKind::Time(_) | MentionKind::Name { .. } | MentionKind::Quote(_) => false,
    };
    let told = mentions.filter(|(_, mention)| is_number(&mention.kind) && article.tells(mention.span));
    told.map(|(at, _)| at).collect()
}

/// The checks, sentence by sentence.
fn chosen(article: Article<'_>, entities: &Entities, proof: &Proof<'_>, vocabulary: &Vocabulary) -> Vec<Group> {
    let sense = Sense { names: &article.reading.names, grammar: proof.grammar() };
    let drafts = drafts(article, vocabulary, sense);
    let rows: Vec<&[String]> = drafts.iter().map(|draft| draft.tries.as_slice()).collect();
    let mut groups: BTreeMap<usize, Group> = BTreeMap::new();
    let mut taken = BTreeSet::new();
    for (draft, line) in drafts.iter().zip(proof.first_borne_out(&entities.all(), &rows)) {
        let Some(line) = line else { continue };
        groups.entry(draft.sentence).or_default().hold(line, &draft.numbers, &mut taken);
    }
    for (sentence, free) in free_numbers(article, &groups) {
        groups.entry(sentence).or_default().free = free;
    }
    hold_by_claims(article, &mut groups, proof, &mut taken);
    for (sentence, group) in &mut groups {
        group.describe(article, *sentence);
    }
    groups.into_values().collect()
}

/// A sentence as a claim, in a row of its own; an empty one where it cannot be written.
fn claim(article: Article<'_>, sentence: usize) -> Vec<String> {
    let words = article.reading.sentences.get(sentence).map(|span| span.slice(&article.document.text));
    let words = words.map(spelling::on_one_line);
    let named = words.as_ref().and_then(|words| named(article, sentence, words));
    let forms = named.into_iter().chain(words).filter_map(|words| spelling::quoted(&words));
    forms.map(|words| format!("claim {words}")).collect()
}

/// A sentence with the name of whom its first pronoun means: "Its sales were", "Last year it lost".
fn named(article: Article<'_>, sentence: usize, words: &str) -> Option<String> {
    let facts = article.reading.facts_of(sentence).iter().filter(|fact| !fact.inferred);
    let mut subjects = facts.map(|fact| fact.statement.subject.name.as_str());
    let name = subjects.find(|name| name.starts_with(char::is_uppercase))?;
    let known = article.reading.names.iter().find(|known| known.canonical == name)?;
    let is_there = known.forms.iter().any(|form| words.contains(form.as_str()));
    // A single word of which nothing is known may be none.
    let is_sure = name.contains(' ') || known.sort != NameType::Other;
    let text = &article.document.text;
    let mark = if text.contains('’') { '’' } else { '\'' };
    let is_articled = ["the", "The"].iter().any(|the| text.contains(&format!("{the} {name}")));
    let the = if is_articled { "the " } else { "" };
    let tail = |word: &str| match word.to_lowercase().as_str() {
        "it" | "they" | "he" | "she" => Some(String::new()),
        "its" | "their" | "his" if name.ends_with('s') => Some(mark.to_string()),
        "its" | "their" | "his" => Some(format!("{mark}s")),
        _ => None,
    };
    let tokens = tokenize(words);
    let mut pronouns = tokens.iter().filter_map(|token| Some((token.span, tail(token.span.slice(words))?)));
    let (pronoun, tail) = pronouns.next().filter(|_| !is_there && is_sure && !words.contains(['"', '“']))?;
    let (before, behind) = (words.get(..pronoun.start as usize)?, words.get(pronoun.end as usize..)?);
    let the = if before.is_empty() { the.replace('t', "T") } else { the.to_owned() };
    Some(format!("{before}{the}{name}{tail}{behind}"))
}

/// The numbers that no line holds yet, by sentence.
fn free_numbers(article: Article<'_>, groups: &BTreeMap<usize, Group>) -> BTreeMap<usize, Vec<usize>> {
    let mut free: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for number in numbers(article) {
        let Some(mention) = article.reading.mentions.get(number) else { continue };
        let sentence = article.reading.sentence_at(mention.span);
        if !groups.get(&sentence).is_some_and(|group| group.holds(number)) {
            free.entry(sentence).or_default().push(number);
        }
    }
    free
}

/// Takes sentences as claims, where they hold a number that is still free.
fn hold_by_claims(
    article: Article<'_>,
    groups: &mut BTreeMap<usize, Group>,
    proof: &Proof<'_>,
    taken: &mut BTreeSet<String>,
) {
    let open = groups.iter().filter(|(_, group)| !group.free.is_empty());
    let claims: Vec<(usize, Vec<String>)> = open.map(|(at, _)| (*at, claim(article, *at))).collect();
    let rows: Vec<&[String]> = claims.iter().map(|(_, row)| row.as_slice()).collect();
    let borne_out = proof.first_borne_out("", &rows);
    let claims = claims.iter().zip(borne_out).filter_map(|((sentence, _), claim)| Some((*sentence, claim?)));
    let claims: Vec<(usize, &String)> = claims.collect();
    let sentences = claims.iter().filter_map(|(sentence, _)| article.reading.sentences.get(*sentence).copied());
    let held = Covered::new(proof.held(article.document, &sentences.collect::<Vec<_>>()).into_iter());
    let is_held = |at: &usize| article.reading.mentions.get(*at).is_some_and(|mention| held.touches(mention.span));
    for (sentence, claim) in claims {
        let Some(group) = groups.get_mut(&sentence) else { continue };
        let (numbers, free): (Vec<usize>, Vec<usize>) = group.free.iter().partition(|at| is_held(at));
        group.free = free;
        if !numbers.is_empty() {
            group.hold(claim, &numbers, taken);
        }
    }
}
