//! What a value is held against: "up from 95 in 2019", "compared with 420 in 2022". Its time and its number are those of another day, or,
//! as in "instead of 60", of no day at all.

use std::ops::Range;

use super::super::MentionKind;
use super::super::grammar::Class;
use super::super::page::Page;
use super::super::phrases::{Noun, PhraseKind};
use super::Parsed;
use crate::value::{Dimension, Grain, Unit};

/// The comparisons of a sentence, in order, each with the words that open it. None overlaps another.
pub(super) fn compared(page: &Page<'_>, parsed: &Parsed) -> Vec<Range<usize>> {
    let finder = Finder { page, parsed };
    let mut found = Vec::new();
    let mut at = 0;
    while at < parsed.phrases.len() {
        let end = if finder.opens(at) { finder.end(at) } else { at };
        if end > at + 1 {
            found.push(at..end);
        }
        at = end.max(at + 1);
    }
    found
}

struct Finder<'a> {
    page: &'a Page<'a>,
    parsed: &'a Parsed,
}

impl Finder<'_> {
    fn opens(&self, at: usize) -> bool {
        match self.page.lower(self.parsed.phrases[at].tokens.start) {
            "compared" | "versus" | "twice" | "double" | "triple" => true,
            "than" => !self.is_no_later(at),
            "instead" | "rather" => self.is_replaced(at),
            "not" => {
                (self.comes_behind_mark(at) || self.is_mended(at))
                    && self.holds(at + 1).is_some_and(|to| self.has_like(at, to))
            }
            "up" | "down" => self.says(at + 1, "from"),
            "against" => self.is_time(at + 1) || self.holds(at + 1).is_some_and(|to| self.has_like(at, to)),
            "from" => self.is_earlier(at),
            "on" => self.is_base(at) && self.grain(at + 1) == Some(Grain::Year),
            _ => false,
        }
    }

    /// "instead of 60", "rather than 60".
    fn is_replaced(&self, at: usize) -> bool {
        let of = self.says(at + 1, "of") || self.says(at + 1, "than");
        of && self.holds(at + 2).is_some_and(|to| self.has_like(at + 1, to))
    }

    /// "not 50 but 60".
    fn is_mended(&self, at: usize) -> bool {
        self.says(at + 2, "but") && self.holds(at + 3).is_some()
    }

    fn comes_behind_mark(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|before| &self.parsed.phrases[before].kind);
        matches!(before, Some(PhraseKind::Comma | PhraseKind::Dash))
    }

    /// "no later than", "not later than".
    fn is_no_later(&self, at: usize) -> bool {
        let than = self.parsed.phrases[at].tokens.start;
        than >= 2 && self.page.says(than - 1, "later") && self.page.is(than - 2, Class::Negation)
    }

    /// "rose from 95 in 2019 to 140", ", from 9 a year before", "fell 5 percent from 2022".
    fn is_earlier(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|before| &self.parsed.phrases[before].kind);
        let changes = self.parsed.clause_before(at).is_some_and(|clause| {
            let classes = self.parsed.classes(clause);
            classes.has(Class::Rising) || classes.has(Class::Falling) || classes.has(Class::Be)
        });
        let aside = matches!(before, Some(PhraseKind::Comma | PhraseKind::Noun(_) | PhraseKind::Time(_)));
        let valued = self.holds(at + 1).filter(|_| aside || changes);
        valued.is_some_and(|value| self.has_like(at, value)) || self.is_time(at + 1) && self.is_base(at)
    }

    /// Whether a change was told right in front, of what has already happened: "rose 5 percent [from 2022]".
    fn is_base(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.parsed.noun(before));
        let change =
            before.and_then(|noun| noun.quantity).and_then(|mention| match &self.page.mentions[mention].kind {
                MentionKind::Quantity(quantity) => Some(quantity.change.is_some()),
                MentionKind::Time(_) | MentionKind::Name { .. } | MentionKind::Quote(_) => None,
            });
        let clause = self.parsed.clause_before(at);
        let due = clause.and_then(|clause| self.parsed.verb(self.parsed.clauses[clause].verb));
        let moves = clause.is_some_and(|clause| {
            let classes = self.parsed.classes(clause);
            classes.has(Class::Rising) || classes.has(Class::Falling)
        });
        change.is_some_and(|change| change || moves) && due.is_none_or(|verb| verb.modal.is_none())
    }

    fn says(&self, at: usize, word: &str) -> bool {
        self.parsed.phrases.get(at).is_some_and(|phrase| self.page.says(phrase.tokens.start, word))
    }

    fn is_time(&self, at: usize) -> bool {
        matches!(self.parsed.phrases.get(at).map(|phrase| &phrase.kind), Some(PhraseKind::Time(_)))
    }

    fn grain(&self, at: usize) -> Option<Grain> {
        let PhraseKind::Time(mention) = self.parsed.phrases.get(at)?.kind else { return None };
        match &self.page.mentions.get(mention)?.kind {
            MentionKind::Time(time) => time.days.map(|days| days.grain),
            MentionKind::Quantity(_) | MentionKind::Name { .. } | MentionKind::Quote(_) => None,
        }
    }

    /// The unit of the number that a phrase holds.
    fn holds(&self, at: usize) -> Option<&Unit> {
        unit(self.page, self.parsed.noun(at)?)
    }

    /// Whether another number of the sentence, outside of what opens here, has a unit.
    fn has_like(&self, at: usize, unit: &Unit) -> bool {
        let others = (0..at).chain(at + 2..self.parsed.phrases.len());
        let bare = |one: &Unit, other: &Unit| one.dimension == Dimension::Number && other.dimension == Dimension::Count;
        let like = |own: &Unit| own == unit || bare(own, unit) || bare(unit, own);
        others.filter_map(|at| self.holds(at)).any(like)
    }

    /// Behind the comparison: at the next mark, or where the clause goes on.
    fn end(&self, open: usize) -> usize {
        let phrases = &self.parsed.phrases;
        let closes = |at: &usize| match &phrases[*at].kind {
            PhraseKind::Comma => !self.is_restated(open, *at),
            PhraseKind::Dash | PhraseKind::Colon | PhraseKind::Close => true,
            PhraseKind::Conjunction => self.holds(at + 1).is_none() || self.says(open, "not") && self.says(*at, "but"),
            PhraseKind::Verb(_) => !self.is_inside(open, *at),
            PhraseKind::Relative | PhraseKind::Subordinator => true,
            PhraseKind::Preposition => self.says(*at, "to") && self.holds(at + 1).is_some(),
            _ => false,
        };
        (open + 1..phrases.len()).find(closes).unwrap_or(phrases.len())
    }

    /// "from $71 million[,] or 36 cents a share[,] a year earlier": the marks around the same in other terms.
    fn is_restated(&self, open: usize, at: usize) -> bool {
        let restates = |at: usize| self.says(at + 1, "or") && self.holds(at + 2).is_some();
        restates(at) || (open..at).any(restates) && self.is_time(at + 1)
    }

    /// "down from the $12 million it made in 2022": a verb whose subject stands in the comparison.
    fn is_inside(&self, open: usize, verb: usize) -> bool {
        let clause = self.parsed.clauses.iter().find(|clause| clause.verb == verb);
        clause.and_then(|clause| clause.subject).is_some_and(|subject| subject > open && subject < verb)
    }
}

/// The unit of the number in a noun phrase.
fn unit<'a>(page: &'a Page<'_>, noun: &Noun) -> Option<&'a Unit> {
    match &page.mentions.get(noun.quantity?)?.kind {
        MentionKind::Quantity(quantity) => Some(&quantity.quantity.unit),
        MentionKind::Time(_) | MentionKind::Name { .. } | MentionKind::Quote(_) => None,
    }
}
