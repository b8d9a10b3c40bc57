//! Accounts: what the numbers of an article come to, where it tells no more than what they are made of.
//!
//! A sentence enters its numbers (`entry`, `read`): of what, with what verb, whose, for each of what. A claim asks for a figure of its
//! own (`ask`); the entries of the things that it counts, all of them, come to one figure (`ways`) by what the words say: a stock that
//! verbs change, a total of several holders, so many of each of so many, a share of each, a difference. Where words leave open how a
//! number enters, there is no figure. The working is shown.

mod ask;
mod balance;
mod entry;
mod measures;
mod rates;
mod read;
mod scope;
mod standing;
mod verbs;
mod ways;

use std::cell::OnceCell;
use std::collections::BTreeSet;

use self::ask::Ask;
use self::entry::Entry;
use self::standing::Standing;
use self::ways::Working;
use super::align::{counts_same, is_asked, is_left_out};
use super::decide::{Opinion, judgement};
use super::each::Told;
use super::{Bench, Evidence, Judgement, Rule, Stance, Verdict};
use crate::extract::{Mention, MentionKind, Reading};
use crate::statement::Value;
use crate::value::{Fit, Quantity, Relation, compare};

/// The entries of all articles, which are read when they are first asked for.
pub(super) struct Books<'a, 'b> {
    bench: &'b Bench<'a>,
    pages: OnceCell<Vec<Page<'a>>>,
}

/// What the entries of articles come to.
pub(super) enum Reckoned {
    /// The very number, or one that excludes it, with its judgement.
    Figure(Judgement),
    /// Another number than the one that is said to be left, or to be all: no single passage that has it bears it out.
    Another,
    Nothing,
}

/// The entries of an article.
#[derive(Clone)]
struct Page<'a> {
    document: usize,
    entries: Vec<Entry<'a>>,
}

impl<'a, 'b> Books<'a, 'b> {
    pub fn new(bench: &'b Bench<'a>) -> Self {
        Self { bench, pages: OnceCell::new() }
    }

    /// What the entries of the articles come to, for a number of a sentence.
    pub fn reckoned(&self, text: &str, reading: &Reading, sentence: usize, asked: &Mention) -> Reckoned {
        let ask = Ask::new(self.bench, text, reading, sentence, asked);
        let Some(ask) = ask.filter(|ask| ask.entry.standing != Standing::Open) else { return Reckoned::Nothing };
        let mut found = Reckoned::Nothing;
        // "The buses hold 40" may tell what each of them holds.
        let passage = (reading.mentions_within(ask.entry.passage), ask.entry.passage);
        let told = Told::of(self.bench, text, passage, asked);
        let is_of_kind = |entry: &Entry<'_>| entry.per.as_ref().is_some_and(|per| told.is_told_of(per));
        for page in self.pages() {
            let counted = counting(&ask, page);
            let (ask, page) = counted.as_ref().map_or((&ask, page), |(ask, page)| (ask, page));
            let working = ways::working(self.bench, ask, &page.entries);
            let Some(working) = working.filter(|working| !self.is_open(ask, page, working)) else { continue };
            let claim = (reading, sentence);
            let is_of_one = || scope::is_of_one(self.bench, ask, claim, page.document, &working.entries);
            if self.is_figure(&working.result, &ask.entry.quantity) {
                let found = self.judgement(page, &working, Verdict::Supported);
                return Reckoned::Figure(if is_of_one() { found } else { of_another(found) });
            }
            let asked = &ask.entry.quantity;
            let fit = || compare(&working.result, Relation::Equal, asked, self.bench.policy).fit;
            if working.entries.iter().any(|entry| is_of_kind(entry)) {
                continue;
            }
            if working.excludes && fit() == Fit::Contradicts && is_of_one() {
                return Reckoned::Figure(self.judgement(page, &working, Verdict::Contradicted));
            }
            if ask.is_of_balance() {
                found = Reckoned::Another;
            }
        }
        found
    }

    fn pages(&self) -> &[Page<'a>] {
        self.pages.get_or_init(|| self.bench.documents().map(|document| self.page(document)).collect())
    }

    fn page(&self, document: usize) -> Page<'a> {
        let bench = self.bench;
        let text = &bench.index.document(document).text;
        let counts = |passage| {
            is_asked(bench, document)
                && bench.index.is_evidence(document, passage)
                && !is_left_out(bench, document, passage)
        };
        let mut entries = Vec::new();
        if let Some(reading) = bench.index.readings.get(document) {
            let told = reading.sentences.iter().enumerate().filter(|(_, passage)| counts(**passage));
            entries.extend(told.flat_map(|(at, _)| read::entries(bench.index.grammar, text, reading, at)));
        }
        borrow(&mut entries);
        Page { document, entries }
    }

    /// Whether what may or may not have happened leaves open what there is. What is planned adds up to what is to be.
    fn is_open(&self, ask: &Ask<'_>, page: &Page<'_>, working: &Working<'_>) -> bool {
        let is_planned = ask.entry.standing == Standing::Planned;
        let is_open = |entry: &Entry<'_>| match entry.standing {
            Standing::Told => false,
            Standing::Planned => !is_planned,
            Standing::Open => true,
        };
        let is_of_it = |entry: &Entry<'_>| {
            let (asked, own) = (&ask.entry.thing.head, &entry.thing.head);
            let is_same = asked.is_empty() || own.is_empty() || counts_same(self.bench, asked, own);
            is_same && entry::may_add(&entry.quantity, &ask.entry.quantity)
        };
        let mut used = working.entries.iter().filter(|entry| !entry.claimed);
        used.any(|entry| is_open(entry)) || page.entries.iter().any(|entry| is_open(entry) && is_of_it(entry))
    }

    /// Whether a figure is the one that is asked for, to the last digit that this one has.
    fn is_figure(&self, figure: &Quantity, asked: &Quantity) -> bool {
        let fit = compare(figure, Relation::Equal, asked, self.bench.policy).fit;
        let written = asked.amount.written().zip(asked.amount.nominal);
        let rounded =
            written.and_then(|(written, nominal)| Some(figure.amount.nominal?.round_to(written.grain)? == nominal));
        let is_fraction = figure.amount.nominal.is_some_and(|value| !value.is_integer());
        fit == Fit::Supports || fit != Fit::Contradicts && is_fraction && rounded == Some(true)
    }

    fn judgement(&self, page: &Page<'_>, working: &Working<'_>, verdict: Verdict) -> Judgement {
        let stance = if verdict == Verdict::Supported { Stance::Supports } else { Stance::Contradicts };
        let document = self.bench.index.document(page.document);
        let opinion = |entry: &&Entry<'_>| {
            let focus = entry.mention.span;
            let reason = format!("says “{}”", focus.slice(&document.text));
            let passage = Evidence::at((page.document, document), entry.passage, focus, stance, reason);
            let value = Some(Value::Quantity(entry.quantity.clone().into_owned()));
            Opinion { evidence: Evidence { value, ..passage }, fault: None, advice: Vec::new() }
        };
        let opinions = working.entries.iter().filter(|entry| !entry.claimed).map(opinion).collect();
        let reason = format!("computed: {}", working.step);
        let found = judgement(opinions, verdict, Rule::Derivation, reason);
        Judgement { derivation: vec![working.step.clone()], ..found }
    }
}

/// A figure of another time than that of the claim, or not of all whom it names, bears nothing out.
fn of_another(mut found: Judgement) -> Judgement {
    found.evidence.iter_mut().for_each(|own| own.stance = Stance::Compatible);
    let reason = format!("{}, but of another time, or not of all who are named", found.reason);
    Judgement { verdict: Verdict::Ambiguous, reason, advice: Vec::new(), lineages: 0, ..found }
}

/// What a number leaves out that it counts is what the one before it counts: "had 40 ferries, sold 15".
fn borrow(entries: &mut [Entry<'_>]) {
    for at in 1..entries.len() {
        let (before, rest) = entries.split_at_mut(at);
        let (Some(last), Some(entry)) = (before.last(), rest.first_mut()) else { continue };
        let is_near = entry.sentence <= last.sentence + 1;
        if entry.thing.head.is_empty() && entry::counts(&entry.quantity) && entry::counts(&last.quantity) && is_near {
            entry.thing.head.clone_from(&last.thing.head);
            entry.thing.rest.extend(last.thing.rest.iter().cloned());
            entry.borrowed = true;
        }
    }
}

/// A claim and an article, one of which counts what the other measures by: "98 pennies", and "93 of the pennies". None of others.
fn counting<'a>(ask: &Ask<'a>, page: &Page<'a>) -> Option<(Ask<'a>, Page<'a>)> {
    let all = || page.entries.iter().chain([&ask.entry]);
    let counted: BTreeSet<&str> = all().map(|entry| entry.thing.head.as_str()).collect();
    let given = all().filter_map(|entry| entry.given.as_ref()).map(|given| &given.noun);
    let nouns: BTreeSet<String> = given.filter(|noun| counted.contains(noun.as_str())).cloned().collect();
    if nouns.is_empty() {
        return None;
    }
    let (mut ask, mut page) = (ask.clone(), page.clone());
    page.entries.iter_mut().chain(&mut ask.others).chain([&mut ask.entry]).for_each(|entry| entry.count(&nouns));
    Some((ask, page))
}

/// The quantity that a mention is, lengths of time included.
fn quantity_of(mention: &Mention) -> Option<&Quantity> {
    match &mention.kind {
        MentionKind::Quantity(quantity) => Some(&quantity.quantity),
        MentionKind::Time(time) => time.length.as_ref(),
        MentionKind::Name { .. } | MentionKind::Quote(_) => None,
    }
}
