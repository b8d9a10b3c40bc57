//! What a company earns for each of its shares.

use super::super::super::grammar::{Class, Classes};
use super::super::{Line, Reader};
use super::Site;
use crate::value::Dimension;

/// The word of the vocabulary for what is earned for each share.
pub(super) const EARNINGS_A_SHARE: &str = "eps";

/// So many words may stand between "per" and "share": "per diluted common share".
const BETWEEN: usize = 2;

impl Reader<'_> {
    /// "a profit of $96 million, or 48 cents a share", "earnings per share were 48 cents": so much for each share, and neither a profit
    /// nor a rise.
    pub(super) fn is_earned_a_share(&self, line: &Line<'_>, site: &Site<'_>) -> bool {
        let page = self.page;
        let Some(tokens) = sentence(line) else { return false };
        let behind = page.tokens.partition_point(|token| token.span.start < page.mentions[site.mention].span.end);
        let says = |class: Class| tokens.clone().any(|at| page.is(at, class));
        let expected =
            || says(Class::Estimator) && tokens.clone().any(|at| page.lemma_classes(at).has(Class::Forecasting));
        let told = || self.is_a_share(behind) && (says(Class::Earned) || expected()) || self.is_of_share(line, site);
        site.quantity.quantity.unit.dimension == Dimension::Money && !says(Class::Unearned) && told()
    }

    /// "Earnings per share rose 12%": the rise is of what is earned a share, and not of a share of something.
    pub(super) fn change_a_share(&self, line: &Line<'_>, site: &Site<'_>, cues: &mut Vec<String>) {
        if !self.is_of_share(line, site) {
            return;
        }
        let is_other = |cue: &String| cue == "share" || self.page.grammar.classes(cue).has(Class::Earned);
        cues.retain(|cue| !is_other(cue));
        cues.push(EARNINGS_A_SHARE.to_owned());
    }

    /// Whether a token begins "a share", "per diluted share".
    fn is_a_share(&self, at: usize) -> bool {
        let page = self.page;
        let each = ["a", "per", "each"].iter().any(|each| page.says(at, each));
        let mut words = (at + 1..=at + 1 + BETWEEN).take_while(|at| page.is_word(*at));
        each && words.any(|at| page.says(at, "share"))
    }

    /// "Earnings per share from continuing operations were $1.65", "EPS rose 15%": whether what is earned a share is the last property
    /// in front of a number.
    fn is_of_share(&self, line: &Line<'_>, site: &Site<'_>) -> bool {
        const OTHERS: Classes = Classes::of(&[Class::OwnMeasure, Class::OfThings]);
        let page = self.page;
        let number = page.tokens.partition_point(|token| token.span.end <= page.mentions[site.mention].span.start);
        let Some(tokens) = sentence(line) else { return false };
        // Nearly no sentence has a word for it.
        let mut near = tokens.start..number + BETWEEN + 1;
        if !near.any(|at| page.says(at, EARNINGS_A_SHARE) || page.says(at, "share")) {
            return false;
        }
        let is_earned = |at: usize| at > tokens.start && page.is(at - 1, Class::Earned) && self.is_a_share(at);
        for at in (tokens.start..number).rev() {
            if page.says(at, EARNINGS_A_SHARE) || is_earned(at) {
                return true;
            }
            let is_earned_word = page.is(at, Class::Earned) && self.is_a_share(at + 1);
            let other = page.kind_classes(at).meets(OTHERS) || page.is(at, Class::Earned);
            if other && !page.says(at, "share") && !is_earned_word {
                return false;
            }
        }
        false
    }
}

/// The tokens of a sentence.
fn sentence(line: &Line<'_>) -> Option<std::ops::Range<usize>> {
    let (first, last) = (line.parsed.phrases.first()?, line.parsed.phrases.last()?);
    Some(first.tokens.start..last.tokens.end)
}
