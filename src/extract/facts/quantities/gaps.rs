//! Numbers whose verb, owner or unit is told once, in front: "A won nine seats, B seven", "the town will pay $3 million and the state $2
//! million".

use super::super::super::grammar::Class;
use super::super::super::phrases::{Noun, PhraseKind};
use super::super::{Line, Reader};
use super::{Side, Site};
use crate::statement::Subject;
use crate::value::Dimension;

impl Reader<'_> {
    /// "The town will pay $3 million and the state $2 million": the second who does it, right in front of a number like the first one's. Whom
    /// something is given, or what is sold for it, does nothing: "gave the school $3 million and the library $2 million".
    pub(super) fn of_second(&self, line: &Line<'_>, site: &Site<'_>) -> Option<Subject> {
        let page = self.page;
        let number = page.tokens.partition_point(|token| token.span.start < page.mentions[site.mention].span.start);
        let inside = Noun {
            words: site.noun.words.start..number,
            head: number.checked_sub(1)?,
            quantity: None,
            ..site.noun.clone()
        };
        let (at, noun) = match inside.words.len() {
            0 => (site.at.checked_sub(1)?, line.parsed.noun(site.at.checked_sub(1)?)?),
            _ => (site.at, &inside),
        };
        let join = at.checked_sub(1)?;
        let joined = matches!(line.parsed.phrases[join].kind, PhraseKind::Conjunction | PhraseKind::Comma);
        let describes = [Class::Adjective, Class::Superlative, Class::Remaining, Class::Determiner];
        let plain = !describes.iter().any(|class| page.is(noun.head, *class)) && page.is_word(noun.head);
        let definite = noun.quantity.is_none() && page.says(line.parsed.phrases[at].tokens.start, "the");
        let verb = line.parsed.clauses[site.clause.filter(|_| joined && definite && plain)?].verb;
        let first = line.parsed.noun(verb + 1)?.quantity?;
        let of = |behind: usize| page.says(line.parsed.phrases[behind].tokens.start, "of");
        let direct = join == verb + 2 || join == verb + 4 && of(verb + 2) && line.parsed.noun(verb + 3).is_some();
        // "the mine 120 and the port 80": the third and those behind it.
        let next = || {
            let before = join.checked_sub(1).and_then(|before| self.site_at(line, before));
            before.is_some_and(|before| before.at > verb + 1 && self.of_second(line, &before).is_some())
        };
        ((direct || next()) && self.is_like(site.mention, first)).then(|| self.resolve(line, noun, at))
    }

    /// Whether a number is like one in front: of its dimension, or bare where that counts something.
    fn is_like(&self, mention: usize, first: usize) -> bool {
        match self.dimension(mention) {
            Some(Dimension::Number) => self.dimension(first) == Some(Dimension::Count),
            own => own.is_some() && self.dimension(first) == own,
        }
    }

    /// "A won nine seats, B seven": the value in front whose verb, and unit, are left out here.
    pub(in crate::extract::facts) fn gapped(&self, line: &Line<'_>, site: &Site<'_>) -> Option<usize> {
        let told = || self.ahead(line, site).or_else(|| self.counted_whole(line, site));
        if let Some(before) = self.repeated(line, site).or_else(told) {
            return Some(before);
        }
        let second = self.of_second(line, site).or_else(|| self.next_to(line, site));
        second.filter(|_| self.dimension(site.mention) != Some(Dimension::Age))?;
        let is_first = |at: &usize| {
            let first = line.parsed.noun(*at).and_then(|noun| noun.quantity);
            first.is_some_and(|first| self.is_like(site.mention, first))
        };
        (0..site.at.checked_sub(2)?).rev().find(is_first)
    }

    /// "40 shops, including 12 in Lund", "12 of them in Lund": the number of all, of which a bare number is a part.
    fn counted_whole(&self, line: &Line<'_>, site: &Site<'_>) -> Option<usize> {
        let bare = self.page.mention(site.noun.head) == Some(site.mention)
            && self.dimension(site.mention) == Some(Dimension::Number)
            && self.is_part(line, site);
        let counted = |at: &usize| {
            let own = line.parsed.noun(*at).and_then(|noun| self.dimension(noun.quantity?));
            matches!(own, Some(Dimension::Count | Dimension::Number))
        };
        let mut wholes = (0..site.at).filter(|_| bare).filter(counted);
        // "5,200 people in 52 depots, including 1,400": of either.
        let whole = wholes.next().filter(|_| wholes.next().is_none())?;
        let mention = line.parsed.noun(whole)?.quantity?;
        (self.dimension(mention) == Some(Dimension::Count)).then_some(whole)
    }

    /// "wanted to hire 30 nurses but hired 12": a bare number behind a verb that had a count before, or that a count is held against.
    fn repeated(&self, line: &Line<'_>, site: &Site<'_>) -> Option<usize> {
        let clause = site.clause.filter(|_| site.side == Side::Object)?;
        let bare = self.page.mention(site.noun.head) == Some(site.mention)
            && self.dimension(site.mention) == Some(Dimension::Number)
            && line.parsed.noun(site.at + 1).is_none();
        let verb = line.parsed.clauses[clause].verb;
        let direct = (verb + 1..site.at).all(|at| matches!(line.parsed.phrases[at].kind, PhraseKind::Modifier));
        let lemma = line.parsed.lemma(clause);
        let same = |at: usize| line.parsed.clause_before(at).is_some_and(|before| line.parsed.lemma(before) == lemma);
        let counted = |at: &usize| {
            let mention = line.parsed.noun(*at).and_then(|noun| noun.quantity);
            mention.and_then(|mention| self.dimension(mention)) == Some(Dimension::Count)
        };
        let mut before = (0..verb).rev().filter(|_| bare && direct).filter(counted);
        before.find(|at| same(*at) || line.parsed.comparison(*at).is_some())
    }
}
