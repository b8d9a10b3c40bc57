//! How a match or a vote ended: "beat Norvik Rovers 3-1", "voted 21 to 14".

use std::ops::Range;

use super::super::grammar::{Class, singular};
use super::{Line, Reader};
use crate::statement::{Measure, Polarity, Qualifiers, Statement, Value};
use crate::text::TokenKind;

impl Reader<'_> {
    /// The scores that a sentence tells of who wins, loses or votes.
    pub(super) fn score_facts(&mut self, line: &Line<'_>) {
        for clause in 0..line.parsed.clauses.len() {
            let own = &line.parsed.clauses[clause];
            let Some((at, noun)) = self.subject_of(line, clause).filter(|_| !own.denied) else { continue };
            let Some(score) = self.score_in(line, own.verb + 1..own.end) else { continue };
            let scores = self.page.grammar.classes(line.parsed.lemma(clause)).has(Class::Scoring);
            let told = self.told_score(&score);
            let Some(verb) = told.or_else(|| scores.then(|| line.parsed.lemma(clause).to_owned())) else { continue };
            let mut qualifiers = Qualifiers { speaker: self.reporter_name(line, clause), ..Qualifiers::default() };
            self.qualifiers(line, own.verb + 1..own.end.min(line.parsed.phrases.len()), &mut qualifiers);
            let subject = self.resolve(line, noun, at);
            if subject.name.is_empty() {
                continue;
            }
            let words = [score.start, score.end - 1].map(|at| self.page.word(at));
            let statement = Statement {
                subject,
                measure: Measure { name: "score".to_owned(), forms: vec!["score".to_owned(), verb] },
                value: Some(Value::Text(words.join("-"))),
                qualifiers,
                modality: Some(own.modality),
                polarity: Polarity::Affirmed,
                ..Statement::default()
            };
            self.push(line, statement, self.page.span(score), None, None);
        }
    }

    /// "on a 6-3 vote", "by a vote of 6-3": the noun that a score is of.
    fn told_score(&self, score: &Range<usize>) -> Option<String> {
        let scores = |at: usize| {
            let word = singular(self.page.lower(at));
            self.page.grammar.classes(&word).has(Class::Scoring).then_some(word)
        };
        let of = score.start.checked_sub(2).filter(|of| self.page.says(of + 1, "of"));
        scores(score.end).or_else(|| scores(of?))
    }

    /// The tokens of the first score in some phrases: two whole numbers with a hyphen or "to" between them, and nothing that they count.
    fn score_in(&self, line: &Line<'_>, phrases: Range<usize>) -> Option<Range<usize>> {
        let first = line.parsed.phrases.get(phrases.start)?.tokens.start;
        let last = line.parsed.phrases.get(..phrases.end)?.last()?.tokens.end;
        let found = (first..last.saturating_sub(2)).find(|at| self.is_score(*at))?;
        Some(found..found + 3)
    }

    fn is_score(&self, at: usize) -> bool {
        let page = self.page;
        let whole =
            |at: usize| page.kind(at) == Some(TokenKind::Number) && page.word(at).bytes().all(|b| b.is_ascii_digit());
        let joined = match page.word(at + 1) {
            "-" | "–" => page.is_glued(at + 1) && page.is_glued(at + 2),
            "to" => !page.is(at.wrapping_sub(1), Class::Preposition),
            _ => false,
        };
        let of = [Class::Preposition, Class::Conjunction].into_iter().any(|class| page.is(at + 3, class));
        let ends =
            !page.is_word(at + 3) || of || page.grammar.classes(&singular(page.lower(at + 3))).has(Class::Scoring);
        let alone = !matches!(page.word(at + 3), "-" | "–" | "%" | "/") && ends;
        whole(at) && joined && whole(at + 2) && alone
    }
}
