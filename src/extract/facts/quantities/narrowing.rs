//! What narrows down the property that a number is of: a gross profit is no profit as such, nor is service revenue all revenue.

use super::super::super::grammar::{Class, Classes, Form};
use super::super::super::phrases::Noun;
use super::super::{Line, Reader};
use super::{Side, Site};

/// Words for whom a property is of, and for those that leave it what it is.
const OWNERS: Classes = Classes::of(&[
    Class::CompanyNoun,
    Class::Body,
    Class::PlaceNoun,
    Class::PartNoun,
    Class::PersonNoun,
    Class::Determiner,
    Class::Demonym,
    Class::PlaceName,
    Class::CommonAcronym,
]);

impl Reader<'_> {
    /// The words that narrow down the property of a number, in the singular.
    pub(super) fn narrowed(&self, line: &Line<'_>, site: &Site<'_>) -> Vec<String> {
        let of = self.measure_noun(line, site).or_else(|| self.carried_measure(line, site));
        let subject = || {
            let clause = site.clause.filter(|clause| site.side == Side::Object && self.is_measured(line, *clause))?;
            self.subject_of(line, clause).map(|(_, noun)| noun)
        };
        let noun = of.and_then(|at| line.parsed.noun(at)).or_else(|| self.moved_object(line, site)).or_else(subject);
        let Some(noun) = noun else {
            // "Excluding one-time items, Acme earned $1.12 a share."
            let earned = Some(()).filter(|()| self.is_earned_a_share(line, site));
            return earned.and_then(|()| self.left_out(line, site)).into_iter().collect();
        };
        let mut words = self.narrowing_words(noun);
        if self.is_own_measure(noun) {
            words.extend(self.left_out(line, site));
        }
        words
    }

    /// "Sales excluding currency effects", "profit before tax": what says that something is left out. It stands beside what it is told of.
    fn left_out(&self, line: &Line<'_>, site: &Site<'_>) -> Option<String> {
        let page = self.page;
        let number = page.mentions[site.mention].span;
        let start = line.parsed.phrases.first()?.tokens.start;
        let is_beside = |at: usize| {
            let mark = |at: usize| page.word(at) == "," || page.says(at, "and");
            let before = page.tokens.partition_point(|token| token.span.end <= number.start);
            let behind = page.tokens.partition_point(|token| token.span.start < number.end);
            if at < before { at == start || !(at..before).any(mark) } else { !(behind..at).any(mark) }
        };
        let leaves = |at: &usize| {
            let before = at.checked_sub(1).is_some_and(|before| page.says(before, "before"));
            (page.is(*at, Class::LeavingOut) || before && page.is(*at, Class::Taken)) && is_beside(*at)
        };
        let mut tokens = line.parsed.phrases.iter().flat_map(|phrase| phrase.tokens.clone());
        tokens.find(leaves).map(|at| page.singular(at).into_owned())
    }

    /// "revenue", "sales", "net income": whether a noun is somebody's own without saying so.
    pub(in crate::extract::facts) fn is_own_measure(&self, noun: &Noun) -> bool {
        let (page, head) = (self.page, self.page.lower(noun.head));
        // "net interest income": a net income, of a kind.
        let is_one = |at: usize| page.grammar.classes(&format!("{} {head}", page.lower(at))).has(Class::OwnMeasure);
        page.is(noun.head, Class::OwnMeasure)
            || page.kind_classes(noun.head).has(Class::OwnMeasure)
            || (noun.words.start..noun.head).any(is_one)
    }

    /// "gross profit", "service revenue": the words in front of what is somebody's own that make another figure of it, in the singular.
    pub(super) fn narrowing_words(&self, noun: &Noun) -> Vec<String> {
        let page = self.page;
        if noun.pronoun || noun.name.is_some() || !self.is_own_measure(noun) {
            return Vec::new();
        }
        let named = |at: usize| self.names.within(noun.words.clone()).any(|name| name.tokens.contains(&at));
        let narrows = |at: &usize| {
            let classes = page.classes(*at);
            let participle = page.entry(*at).verb.is_some_and(|(_, form)| !matches!(form, Form::Base | Form::Third));
            let participle = participle && !classes.has(Class::GerundNoun);
            let kind = classes.has(Class::Adjective) || participle;
            // "full-year", "same-store": the first half tells.
            let is_second = *at > 0 && page.tokens[*at].glued && page.word(*at - 1) == "-";
            page.is_word(*at)
                && !is_second
                && page.mention(*at).is_none()
                && !named(*at)
                && (classes.has(Class::Narrowing) || !kind && !page.kind_classes(*at).meets(OWNERS))
        };
        (noun.words.start..noun.head).filter(narrows).map(|at| page.singular(at).into_owned()).collect()
    }
}
