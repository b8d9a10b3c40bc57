//! Sentences that share most of their words.

use crate::extract::{Fact, Mention, MentionKind, UNNAMED_COMPANY};
use crate::index::{Kinship, content};
use crate::judge::Bench;
use crate::judge::each::Told;
use crate::judge::memo::Memo;
use crate::judge::now::Now;
use crate::judge::sorts::{is_present, is_rest};
use crate::source::Span;
use crate::statement::Statement;
use crate::value::{Days, Dimension, Fit, Grain};

use super::aside::is_aside;
use super::claim::{Claim, Style, around, beside, is_any, name_of};
use super::frame::Frame;
use super::kin::Kin;
use super::nowhere::Figures;
use super::value::{Kind, Value, counts};
use super::{Answer, state};

/// The values that tell for or against one in the sentences of like words.
pub(super) fn answers<'a>(
    bench: &Bench<'a>,
    claim: &Claim<'_>,
    asked: &Mention,
    (kin, figures): (&'a [Kin], &Figures<'_>),
) -> Vec<Answer<'a>> {
    let Some(value) = Value::of(asked) else { return Vec::new() };
    let frame = Frame::of(bench, claim.text, claim.span, claim.inside, asked);
    let stands: Memo<usize, bool> = Memo::default();
    let stands_in = |document: usize| stands.get(document, || value.stands_in(figures, claim.style, document));
    let mut answers = Vec::new();
    for own in kin {
        let Some(reading) = bench.index.readings.get(own.document) else { continue };
        let is_framed = claim.style != Style::Headline && claim.has_all(bench, own, &frame);
        if !is_framed && !claim.is_alike(own) {
            continue;
        }
        for mention in own.mentions(reading) {
            let Some(theirs) = Value::of(mention).filter(|_| !is_aside(bench, claim, asked, own, mention)) else {
                continue;
            };
            let is_bound = theirs.is_bound();
            let Some(held) = value.likened_to(bench, claim.style, &theirs) else { continue };
            let bound = held.bound || is_bound;
            let mut answer =
                Answer { kin: own, mention, kind: held.kind, fit: held.fit, bound, framed: is_framed, whole: true };
            let is_stated = held.fit == Fit::Supports
                && is_framed
                && !bound
                && state::tells(bench, claim, own, mention)
                && Pair { bench, claim, asked, answer: &answer }.is_one(&frame, is_framed);
            let whole = held.fit != Fit::Supports || is_stated || claim.is_borne_out_by(own);
            answer.whole = whole;
            let pair = Pair { bench, claim, asked, answer: &answer };
            let tells = match held.fit {
                Fit::Supports => {
                    (is_stated || claim.is_alike(own))
                        && (whole || claim.is_excluded_by(own))
                        && pair.may_be_one()
                        && !pair.is_of_another()
                        && !pair.opens_with_another()
                        && !pair.names_another()
                        && !(held.bound && pair.tells_another_value())
                }
                Fit::Contradicts => {
                    (is_framed || claim.is_alike(own) && claim.is_excluded_by(own))
                        && pair.is_one(&frame, is_framed)
                        && !pair.is_of_another()
                        && !pair.tells_another_value()
                        && !stands_in(own.document)
                }
                Fit::Compatible => claim.is_alike(own) && claim.is_borne_out_by(own) && held.kind == Kind::Same,
            };
            if tells {
                answers.push(answer);
            }
        }
    }
    answers
}

/// Whose a value is, by the facts that tell it.
fn subjects(facts: &[Fact], value: Span) -> Vec<&str> {
    let told = facts.iter().filter(|fact| fact.focus.overlaps(value) && fact.statement.measure.name != "count");
    told.map(|fact| fact.statement.subject.name.as_str()).filter(|name| !name.is_empty()).collect()
}

/// So many words behind a rank tell what it is of: "the third largest bank".
const RANKED: usize = 3;

/// A value of a claim and one of a sentence of like words.
pub(super) struct Pair<'a, 'b> {
    pub bench: &'b Bench<'a>,
    pub claim: &'b Claim<'b>,
    pub asked: &'b Mention,
    pub answer: &'b Answer<'a>,
}

impl Pair<'_, '_> {
    /// Whether the same number may be that of the same thing.
    fn may_be_one(&self) -> bool {
        let is_rank = Value::of(self.asked).is_some_and(|value| value.is_rank());
        match self.answer.kind {
            Kind::Same => !is_rank || self.ranks_the_same(),
            Kind::Loose => self.shares_words() && (self.claim.style == Style::Headline || self.has_counted()),
            Kind::Near => self.shares_words(),
            Kind::Other => self.claim.style == Style::Headline && self.shares_words() && !self.counts_elsewhere(),
        }
    }

    /// "Two died": no two dogs, where its sentence speaks of none. Of people whoever is counted without a word may be.
    fn has_counted(&self) -> bool {
        let (grammar, own) = (self.bench.index.grammar, self.asked.span.slice(self.claim.text));
        let is_number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
        let mut words = content(grammar, own).map(|(_, word)| word).filter(|word| !is_number(word));
        let is_counted = |word: &String| self.claim.has_word(word) && !is_any(self.bench, word);
        words.all(|word| !is_counted(&word) || self.answer.kin.has(&word))
    }

    /// Whether another number is that of the same thing, so that one excludes the other.
    fn is_one(&self, frame: &Frame, is_framed: bool) -> bool {
        let is_rank = Value::of(self.asked).is_some_and(|value| value.is_rank());
        let is_open = self.is_of_other_days()
            || self.counts_the_others()
            || self.are_of_two_ways()
            || self.is_of_other_rate()
            || self.is_of_other_time()
            || self.is_rest();
        if is_open || !self.claim.knows_meant(self.bench, self.answer.kin.document) {
            return false;
        }
        match (self.claim.style, self.answer.kind) {
            (Style::Sentence | Style::Line, Kind::Same) => {
                !is_rank && self.is_framed_so(frame, is_framed) && self.counts_the_same() && !self.claim.denies
            }
            (Style::Headline, Kind::Same) if self.is_age() => self.stands_beside(),
            (Style::Headline, Kind::Same) if is_rank => self.ranks_the_next() && self.knows_all(),
            (Style::Headline, Kind::Same) => self.is_dated() && self.shares_words(),
            (Style::Headline, Kind::Loose) => self.stands_beside(),
            (Style::Sentence | Style::Line, Kind::Loose) | (_, Kind::Near | Kind::Other) => false,
        }
    }

    /// Whether the number is told of the very same, by the words around it: by all of them, or by most where nothing tells it apart.
    fn is_framed_so(&self, frame: &Frame, is_whole: bool) -> bool {
        let Some(reading) = self.bench.index.readings.get(self.answer.kin.document) else { return false };
        let text = &self.bench.index.document(self.answer.kin.document).text;
        let (kin, claim) = (self.answer.kin, self.claim);
        let theirs = Frame::of(self.bench, text, kin.span, kin.mentions(reading), self.answer.mention);
        let claimed: Vec<String> = claim.words.iter().map(|own| own.word.clone()).collect();
        let has = |word: &str| kin.has(word) || !claim.has_word(word);
        let is_mostly = || {
            let is_count = matches!(&self.asked.kind, MentionKind::Quantity(own) if counts(&own.quantity));
            let is_near = match is_count {
                true => frame.head.iter().chain(&frame.rest).all(|word| has(word) || is_any(self.bench, word)),
                false => !frame.head.iter().any(|word| kin.misses(word)),
            };
            claim.is_alike(kin)
                && claim.is_excluded_by(kin)
                && self.names_the_same()
                && is_near
                && !frame.is_told_apart(self.bench, &theirs, has, &claimed)
        };
        let is_wholly = || {
            is_whole
                && self.knows_all()
                && frame.is_that_of(self.bench, &theirs, &claimed)
                && !frame.is_told_apart(self.bench, &theirs, has, &claimed)
        };
        frame.does_the_same(self.bench, &theirs) && (is_wholly() || is_mostly())
    }

    /// Whether whoever is named in the claim is named in the sentence.
    fn names_the_same(&self) -> bool {
        self.claim.names.iter().all(|own| self.is_known(own))
    }

    /// Whether the claim tells a number of some day, and the sentence only of other days, or of none but that of its article.
    fn is_of_other_days(&self) -> bool {
        fn days(mention: &Mention) -> Option<Days> {
            match Value::of(mention)? {
                Value::Days(days) => Some(days),
                Value::Quantity(_) => None,
            }
        }
        let reading = self.bench.index.readings.get(self.answer.kin.document);
        let theirs = reading.map(|reading| self.answer.kin.mentions(reading)).unwrap_or_default();
        let told: Vec<Days> = theirs.iter().filter_map(days).collect();
        let published = self.bench.index.document(self.answer.kin.document).published.map(Days::day);
        let today = published.filter(|_| told.is_empty() && self.claim.style != Style::Headline);
        let theirs: Vec<Days> = told.into_iter().chain(today).collect();
        let own: Vec<Days> = self.claim.values.iter().filter_map(|value| days(value)).collect();
        let is_day = days(self.asked).is_some();
        !is_day
            && !own.is_empty()
            && !theirs.is_empty()
            && !own.iter().any(|own| theirs.iter().any(|other| other.overlaps(own)))
    }

    /// Whether the numbers are not both levels, or the sizes of changes the same way: "rose by $7 million" is not excluded by "rose to $31
    /// million", nor "the loss grew by $3 million" by "lost $11 million".
    fn are_of_two_ways(&self) -> bool {
        let way = |mention: &Mention| match &mention.kind {
            MentionKind::Quantity(own) if own.quantity.unit.dimension != Dimension::Percent => Some(own.change),
            MentionKind::Quantity(_) | MentionKind::Time(_) | MentionKind::Name { .. } | MentionKind::Quote(_) => None,
        };
        let text = &self.bench.index.document(self.answer.kin.document).text;
        way(self.asked).zip(way(self.answer.mention)).is_some_and(|(own, theirs)| own != theirs)
            || self.is_margin(self.claim.text, self.asked) != self.is_margin(text, self.answer.mention)
    }

    /// Whether a number is by how many somebody wins: "by 1,412 votes", "by a margin of 12".
    fn is_margin(&self, text: &str, own: &Mention) -> bool {
        let MentionKind::Quantity(quantity) = &own.kind else { return false };
        let noun = quantity.quantity.unit.code.rsplit(' ').next().unwrap_or_default();
        let before = text.get(..own.span.range().start).unwrap_or_default().trim_end();
        let is_by = before.ends_with(" by") || before.ends_with(" margin of");
        is_by && quantity.quantity.unit.dimension == Dimension::Count && !self.bench.index.grammar.is_human(noun)
    }

    /// Whether the claim tells how many are left, and the sentence how many there were.
    fn is_rest(&self) -> bool {
        let text = &self.bench.index.document(self.answer.kin.document).text;
        let is_left = |text: &str, own: &Mention| is_rest(self.bench.index.grammar, text, own);
        let own = self.answer.mention;
        let is_present = is_present(self.bench.index.grammar, text, self.answer.kin.span, own);
        is_left(self.claim.text, self.asked) && !is_left(text, own) && !is_present
    }

    /// Whether one of the numbers is told for each of several, and the other for all: "14 a day", "70".
    fn is_of_other_rate(&self) -> bool {
        let document = self.answer.kin.document;
        let Some(reading) = self.bench.index.readings.get(document) else { return false };
        let theirs = Told::of(
            self.bench,
            &self.bench.index.document(document).text,
            (self.answer.kin.mentions(reading), self.answer.kin.span),
            self.answer.mention,
        );
        Told::of(self.bench, self.claim.text, (self.claim.inside, self.claim.span), self.asked).is_apart(&theirs)
    }

    /// Whether the claim tells what is so now, and the sentence what is over, or was done.
    fn is_of_other_time(&self) -> bool {
        let document = self.answer.kin.document;
        let Some(reading) = self.bench.index.readings.get(document) else { return false };
        let text = &self.bench.index.document(document).text;
        let theirs = Now::of(self.bench, text, reading, self.answer.mention, &Statement::default());
        theirs.is_apart(Now::of(self.bench, self.claim.text, self.claim.reading, self.asked, &Statement::default()))
    }

    /// Whether a number counts the same sort of things: no days, and "cars" are not "electric cars".
    fn counts_the_same(&self) -> bool {
        let unit = |mention: &Mention| match &mention.kind {
            MentionKind::Quantity(quantity) => Some(quantity.quantity.unit.code.clone()),
            MentionKind::Time(time) => time.length.as_ref().map(|length| length.unit.code.clone()),
            MentionKind::Name { .. } | MentionKind::Quote(_) => None,
        };
        unit(self.asked).is_some_and(|own| unit(self.answer.mention) == Some(own))
    }

    /// Whether the sentence counts those besides one of whom it tells, and the claim all: "the other four parties", "five parties".
    pub fn counts_the_others(&self) -> bool {
        let text = &self.bench.index.document(self.answer.kin.document).text;
        let says = |text: &str, mention: &Mention| {
            let before = text.get(..mention.span.range().start).unwrap_or_default().split_whitespace().next_back();
            let counted = mention.span.slice(text).split_whitespace();
            counted.chain(before).any(|word| self.bench.index.vocabulary.lists("others", &word.to_lowercase()))
        };
        says(text, self.answer.mention) && !says(self.claim.text, self.asked)
    }

    /// Whether the article speaks of what the claim counts, and the sentence counts something else: "11 tugboats", where a tugboat saved
    /// 11 sailors.
    fn counts_elsewhere(&self) -> bool {
        let MentionKind::Quantity(quantity) = &self.asked.kind else { return false };
        let noun = quantity.quantity.unit.code.rsplit(' ').next().unwrap_or_default();
        let (wording, grammar) = (self.bench.index.wording(), self.bench.index.grammar);
        wording.is_told(grammar, noun, self.answer.kin.document, 0..usize::MAX)
    }

    /// Whether the article names whoever is named in the claim.
    pub fn knows_all(&self) -> bool {
        let (document, index) = (self.answer.kin.document, self.bench.index);
        let is_named = |own: &str| self.claim.is_named(self.bench, own, document);
        let is_said = |word: &str| index.wording().is_surely_told(index.grammar, &word.to_lowercase(), document);
        // "GAAP" is a name here, and none there.
        let is_written = |own: &str| own.bytes().all(|byte| byte.is_ascii_uppercase()) && is_said(own);
        self.claim.names.iter().all(|own| is_named(own) || is_written(own))
    }

    /// The names of the sentence, and whom its facts are about.
    fn names(&self) -> impl Iterator<Item = &str> {
        let reading = self.bench.index.readings.get(self.answer.kin.document);
        let named = reading.into_iter().flat_map(|reading| self.answer.kin.mentions(reading));
        let named = named.filter_map(name_of);
        let facts = reading.into_iter().flat_map(|reading| self.answer.kin.facts(reading));
        let told = facts.filter(|fact| fact.statement.measure.name != "count");
        named.chain(told.map(|fact| fact.statement.subject.name.as_str()))
    }

    /// Whether the claim has the number as somebody's, and the sentence as somebody else's: another whom it names, or one of whom the
    /// article does not speak at all.
    pub fn is_of_another(&self) -> bool {
        let Some(reading) = self.bench.index.readings.get(self.answer.kin.document) else { return false };
        let theirs = subjects(self.answer.kin.facts(reading), self.answer.mention.span);
        let is_named = |name: &&str| name.starts_with(char::is_uppercase);
        let (document, names) = (self.answer.kin.document, &self.bench.index.names);
        let own = subjects(self.claim.facts, self.asked.span);
        // "We reported": nobody whom the text has a name for.
        let unnamed = theirs.iter().all(|name| *name == UNNAMED_COMPANY) && !theirs.is_empty();
        if unnamed && own.iter().any(|own| names.occurs(own)) {
            return true;
        }
        if theirs.is_empty() || !theirs.iter().all(is_named) {
            return false;
        }
        let is_one = |own: &str| theirs.iter().any(|name| names.kinship(own, document, name) != Kinship::None);
        own.iter().any(|own| !is_one(own) && (self.is_known(own) || self.is_unheard_of(own)))
    }

    /// Whether a headline begins with a word of which the article knows nothing, or with the name of somebody in the sentence who is not
    /// whose the number is.
    fn opens_with_another(&self) -> bool {
        let Some(reading) = self.bench.index.readings.get(self.answer.kin.document) else { return false };
        let theirs = subjects(self.answer.kin.facts(reading), self.answer.mention.span);
        let is_named = |name: &&str| name.starts_with(char::is_uppercase);
        let first = self.claim.words.first().filter(|_| self.claim.style == Style::Headline);
        let Some(first) = first.filter(|_| !theirs.is_empty() && theirs.iter().all(is_named)) else { return false };
        let has = |name: &str| name.split([' ', '-']).any(|word| word.to_lowercase() == first.word);
        let is_theirs = theirs.iter().any(|name| has(name));
        let is_unheard = first.may_name && self.answer.kin.misses(&first.word);
        !is_theirs && (is_unheard || self.names().any(has)) && !theirs.iter().any(|own| self.is_in_front(own))
    }

    /// Whether a headline has a name in front of its verb, as what another name belongs to: "Brenna Opera's Ana Ruiz Dies".
    fn is_in_front(&self, name: &str) -> bool {
        let is_of_it = |own: &str| name.split([' ', '-']).any(|word| word.to_lowercase() == own);
        let before = self.claim.words.iter().take_while(|own| !own.is_verb);
        before.filter(|own| is_of_it(&own.word)).count() > 0
    }

    /// Whether somebody is named in the claim of whom the article speaks elsewhere, and not in the sentence.
    fn names_another(&self) -> bool {
        let is_elsewhere = |own: &str| self.claim.is_named(self.bench, own, self.answer.kin.document);
        self.claim.names.iter().any(|own| !self.is_known(own) && is_elsewhere(own))
    }

    /// Whether the sentence has a name for somebody.
    fn is_known(&self, own: &str) -> bool {
        let (document, names) = (self.answer.kin.document, &self.bench.index.names);
        self.names().any(|name| names.kinship(own, document, name) != Kinship::None)
    }

    /// Whether a name is made of words that neither the article nor the vocabulary has.
    fn is_unheard_of(&self, own: &str) -> bool {
        let (grammar, wording) = (self.bench.index.grammar, self.bench.index.wording());
        let document = self.answer.kin.document;
        let is_unknown = |word: &String| {
            let entry = grammar.entry(word);
            let is_told = || wording.is_told(grammar, word, document, 0..usize::MAX);
            entry.verb.is_none() && entry.classes.is_empty() && !is_told()
        };
        own.split([' ', '-']).map(str::to_lowercase).all(|word| is_unknown(&word))
    }

    /// Whether a day is of a year that is known: from its own words, or from the day of its article.
    fn is_dated(&self) -> bool {
        let document = self.bench.index.document(self.answer.kin.document);
        let said = self.answer.mention.span.slice(&document.text);
        let digits = said.split(|c: char| !c.is_ascii_digit()).map(str::len).max();
        match &self.answer.mention.kind {
            MentionKind::Time(time) => {
                let is_year = time.days.is_some_and(|days| days.grain >= Grain::Year);
                digits >= Some(4) || document.published.is_some() && !is_year
            }
            MentionKind::Quantity(_) | MentionKind::Name { .. } | MentionKind::Quote(_) => true,
        }
    }

    fn is_age(&self) -> bool {
        matches!(&self.asked.kind, MentionKind::Quantity(own) if own.quantity.unit.dimension == Dimension::Age)
    }

    /// Whether a word right beside the value of the claim stands near that of the sentence.
    fn stands_beside(&self) -> bool {
        self.stand_near(&self.beside())
    }

    /// Whether two ranks are of one thing, by the words behind them or the one before them: "the first time" is not "the first level", and
    /// "flight 4" not "chapter 4".
    fn ranks_the_same(&self) -> bool {
        fn words(text: &str) -> impl DoubleEndedIterator<Item = String> {
            text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase)
        }
        let sides = |text: &str, sentence: Span, rank: Span| {
            let before = Span { end: rank.start, ..sentence }.slice(text);
            let behind = Span { start: rank.end, ..sentence }.slice(text);
            (words(before).next_back(), words(behind).take(RANKED).collect::<Vec<_>>())
        };
        let text = &self.bench.index.document(self.answer.kin.document).text;
        let (before, behind) = sides(self.claim.text, self.claim.span, self.asked.span);
        let theirs = sides(text, self.answer.kin.span, self.answer.mention.span);
        let (wording, grammar) = (self.bench.index.wording(), self.bench.index.grammar);
        let is_same = |one: &String, two: &String| !grammar.is_function_word(one) && wording.is_same(grammar, one, two);
        before.zip(theirs.0).is_some_and(|(own, theirs)| is_same(&own, &theirs))
            || behind.iter().any(|own| theirs.1.iter().any(|other| is_same(own, other)))
            || behind.is_empty() && self.shares_words()
    }

    /// Whether another rank is one of the same row, by the word behind both: "a third term", "2nd term".
    fn ranks_the_next(&self) -> bool {
        let next = |text: &str, rank: Span| {
            let behind = text.get(rank.range().end..).unwrap_or_default();
            let word = behind.strip_prefix([' ', '-']).and_then(|rest| rest.split(|c: char| !c.is_alphabetic()).next());
            word.filter(|word| !word.is_empty()).map(str::to_lowercase)
        };
        let text = &self.bench.index.document(self.answer.kin.document).text;
        let both = next(self.claim.text, self.asked.span).zip(next(text, self.answer.mention.span));
        let (wording, grammar) = (self.bench.index.wording(), self.bench.index.grammar);
        both.is_some_and(|(own, theirs)| !grammar.is_function_word(&own) && wording.is_same(grammar, &own, &theirs))
    }

    /// Whether the value of the sentence is another value of the claim: what rose from 30 to 40 is not told by 30.
    pub fn tells_another_value(&self) -> bool {
        let style = self.claim.style;
        let is_told = |other: &Mention| {
            let pair = Value::of(other).zip(Value::of(self.answer.mention));
            let held = pair.and_then(|(other, own)| other.held_against(self.bench, style, &own));
            held.is_some_and(|held| held.fit == Fit::Supports && held.kind == Kind::Same)
        };
        self.claim.values.iter().any(|other| other.span != self.asked.span && is_told(other))
    }

    /// The words right beside the value of the claim.
    pub fn beside(&self) -> Vec<String> {
        beside(self.bench, self.claim.text, self.asked.span)
    }

    /// Whether the words around the two values have one in common.
    pub fn shares_words(&self) -> bool {
        self.stand_near(&around(self.bench, self.claim.text, self.claim.span, self.asked.span))
    }

    /// Whether one of some words, or one of its meaning, stands near the value of the sentence.
    fn stand_near(&self, words: &[String]) -> bool {
        let text = &self.bench.index.document(self.answer.kin.document).text;
        let theirs = around(self.bench, text, self.answer.kin.span, self.answer.mention.span);
        let (wording, grammar) = (self.bench.index.wording(), self.bench.index.grammar);
        words.iter().any(|word| theirs.iter().any(|other| wording.is_same(grammar, word, other)))
    }
}
