//! Who of several has which number: "A and B each gave $4 million", "A and B gave $1 million and $3 million respectively".

use super::super::{Line, Reader};
use super::Site;
use crate::statement::Subject;
use crate::value::Dimension;

impl Reader<'_> {
    /// The subject itself, or those of its members that the number is told of one by one.
    pub(super) fn shares(&self, line: &Line<'_>, site: &Site<'_>, subject: &Subject) -> Vec<Subject> {
        let names = subject.members.as_ref().map(|members| members.names.as_slice()).unwrap_or_default();
        let own = |name: &String| Subject { name: name.clone(), topic: subject.topic.clone(), members: None };
        if names.len() < 2 {
            return vec![subject.clone()];
        }
        if let Some(name) = self.turn(line, site, names.len()).and_then(|turn| names.get(turn)) {
            return vec![own(name)];
        }
        if self.is_each(line, site) { names.iter().map(own).collect() } else { vec![subject.clone()] }
    }

    /// "each" between the subject and the number, or right behind it.
    fn is_each(&self, line: &Line<'_>, site: &Site<'_>) -> bool {
        let clause = site.clause.and_then(|clause| line.parsed.clauses.get(clause));
        let Some(start) = clause.and_then(|clause| clause.subject).filter(|subject| *subject < site.at) else {
            return false;
        };
        let (start, end) = (line.parsed.phrases[start].tokens.end, line.parsed.phrases[site.at].tokens.end);
        (start..end + 1).any(|at| self.page.says(at, "each") || self.page.says(at, "apiece"))
    }

    /// Which of the numbers it is, where there are as many as members and "respectively" shares them out.
    fn turn(&self, line: &Line<'_>, site: &Site<'_>, members: usize) -> Option<usize> {
        let values = self.shared_out(line, site)?;
        values.iter().position(|at| *at == site.at).filter(|_| values.len() == members)
    }

    /// The numbers of a sentence that shares them out by "respectively", those without a unit counting what the last one counts.
    fn shared_out(&self, line: &Line<'_>, site: &Site<'_>) -> Option<Vec<usize>> {
        let phrases = &line.parsed.phrases;
        let mut tokens = phrases.first()?.tokens.start..phrases.last()?.tokens.end;
        if !tokens.any(|at| self.page.says(at, "respectively")) {
            return None;
        }
        let counts = |dimension: Dimension| matches!(dimension, Dimension::Number | Dimension::Count);
        let dimension = self.dimension(site.mention)?;
        let like = |own: Dimension| own == dimension || counts(own) && counts(dimension);
        let of_kind = |at: &usize| {
            let own = line.parsed.noun(*at).and_then(|noun| noun.quantity).and_then(|own| self.dimension(own));
            line.parsed.comparison(*at).is_none() && own.is_some_and(like)
        };
        Some((0..phrases.len()).filter(of_kind).collect())
    }

    /// "had 300, 400 and 500 pupils respectively": the number at the end, whose noun a bare one leaves out.
    pub(super) fn ahead(&self, line: &Line<'_>, site: &Site<'_>) -> Option<usize> {
        let bare = self.dimension(site.mention)? == Dimension::Number;
        let last = *self.shared_out(line, site).filter(|_| bare)?.last()?;
        let count = line.parsed.noun(last)?.quantity.and_then(|own| self.dimension(own))? == Dimension::Count;
        (count && last > site.at).then_some(last)
    }
}
