//! What sources disagree on though nobody asserted it: each subject and known measure of which independent sources give numbers or days,
//! judged as `sources agree` judges it, and each sentence, judged as one of a draft (`sentences`). Only what excludes one another is told,
//! and of no source that says both.

mod sentences;

use std::collections::{BTreeMap, BTreeSet};

use super::signs::is_plain;
use super::{Bench, Evidence, Judgement, Misses, Passages, Stance, Verdict, agree};
use crate::check::Operand;
use crate::extract::Extractor;
use crate::index::Index;
use crate::source::Place;
use crate::statement::{Measure, MeasureEntry, MeasureKind, Statement, Subject, Value};
use crate::value::Policy;

/// Something that independent sources tell in ways that exclude one another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Discord {
    /// What it is about.
    pub matter: Matter,
    /// What the sources say: `Disputed`.
    pub judgement: Judgement,
}

/// What sources are held side by side on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Matter {
    /// A property.
    Measure {
        /// Of whom or what.
        subject: String,
        /// Which, by the name that the vocabulary has for it.
        measure: String,
    },
    /// What one of them states.
    Sentence {
        /// Its words, on one line.
        text: String,
        /// Whether by the sentence alone it is seen that another source excludes it.
        asks: bool,
    },
}

impl Matter {
    /// What it is about, in words.
    pub fn title(&self) -> String {
        match self {
            Self::Measure { subject, measure } => format!("{subject}: {measure}"),
            Self::Sentence { text, .. } => text.clone(),
        }
    }
}

/// What was held side by side, and what came of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Discords {
    /// What excludes one another, in the order of subjects and measures.
    pub found: Vec<Discord>,
    /// Of how many things independent sources give values of one event, those that exclude one another included.
    pub compared: usize,
    /// Of how many things a value was read, and no other source has one that is known to be of the same.
    pub alone: usize,
    /// Whether the articles are more than [`MOST_ARTICLES`], so that their sentences were not held against one another.
    pub sentences_left: bool,
}

/// The sentences of at most so many articles are held against one another: the work grows with the square of their number.
pub const MOST_ARTICLES: usize = 24;

/// What the sources of a corpus disagree on. Two names of one thing lead to one answer.
pub fn discords(index: &Index<'_>, extractor: &Extractor, policy: Policy) -> Discords {
    let left_out = Passages::new();
    let bench = Bench { misses: Misses::Untold, ..Bench::of_all(index, extractor, policy, &left_out) };
    let (mut seen, mut told, mut out) = (BTreeSet::new(), BTreeSet::new(), Discords::default());
    for ((subject, at), lineages) in valued(&bench) {
        let Some(entry) = index.vocabulary.measures.get(at).filter(|_| lineages.len() > 1) else {
            out.alone += 1;
            continue;
        };
        let judgement = agree::judge(&bench, &operand(subject, entry));
        let places = places(&judgement);
        if judgement.verdict == Verdict::Unmentioned {
            out.alone += 1;
        } else if seen.insert(places.clone()) {
            out.compared += 1;
        }
        if is_hard(&judgement) && told.insert(places) {
            let matter = Matter::Measure { subject: subject.to_owned(), measure: entry.name.clone() };
            out.found.push(Discord { matter, judgement });
        }
    }
    out.sentences_left = bench.documents().count() > MOST_ARTICLES;
    let told = if out.sentences_left { Vec::new() } else { sentences::discords(&bench) };
    for discord in told {
        if !out.found.iter().any(|told| told.covers(&discord)) {
            out.compared += 1;
            out.found.push(discord);
        }
    }
    out
}

impl Discord {
    /// Whether it has both sides of another.
    fn covers(&self, other: &Self) -> bool {
        let has = |theirs: &Evidence| self.judgement.evidence.iter().any(|own| own.focus.overlaps(theirs.focus));
        other.judgement.evidence.iter().all(has)
    }
}

/// A subject, and a known measure by its number.
type Valued<'a> = BTreeMap<(&'a str, usize), BTreeSet<usize>>;

/// The subjects and known measures of which a number or a day is given, each with the lineages that give one.
fn valued<'a>(bench: &Bench<'a>) -> Valued<'a> {
    let known = &bench.index.vocabulary.measures;
    let mut lineages = Valued::new();
    for found in bench.facts().filter(|found| is_plain(&found.fact.statement)) {
        let Statement { subject, measure, value, .. } = &found.fact.statement;
        let is_value = matches!(value, Some(Value::Quantity(_) | Value::Days(_)));
        // Changes are of anything that rises or falls, and seldom of one thing.
        let forms = |entry: &MeasureEntry| {
            entry.kind != MeasureKind::Change && (entry.name == measure.name || entry.forms.contains(&measure.name))
        };
        let named = |entry: &MeasureEntry| entry.name == measure.name && forms(entry);
        let at = known.iter().rposition(named).or_else(|| known.iter().rposition(forms));
        if let Some(at) = at.filter(|_| is_value && !subject.name.is_empty()) {
            let lineage = bench.index.document(found.document).lineage;
            lineages.entry((&subject.name, at)).or_default().insert(lineage);
        }
    }
    lineages
}

fn operand(subject: &str, entry: &MeasureEntry) -> Operand {
    let mut forms = entry.forms.clone();
    if !forms.contains(&entry.name) {
        forms.push(entry.name.clone());
    }
    let statement = Statement {
        subject: Subject { name: subject.to_owned(), ..Subject::default() },
        measure: Measure { name: entry.name.clone(), forms, ..Measure::default() },
        ..Statement::default()
    };
    Operand { statement, ..Operand::default() }
}

/// Whether sources exclude one another, and none of them says both: who gives two figures tells of two things.
fn is_hard(judgement: &Judgement) -> bool {
    let lineages = |stance: Stance| -> BTreeSet<usize> {
        let own = judgement.evidence.iter().filter(|evidence| evidence.stance == stance);
        own.map(|evidence| evidence.lineage).collect()
    };
    let (sides, others) = (lineages(Stance::Supports), lineages(Stance::Contradicts));
    judgement.verdict == Verdict::Disputed && !sides.is_empty() && sides.is_disjoint(&others)
}

fn places(judgement: &Judgement) -> BTreeSet<Place> {
    judgement.evidence.iter().map(|evidence| evidence.focus).collect()
}
