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
            let told = self.told_score(&score).or_else(|| self.scoring(line.parsed.lemma(clause)));
            let Some(verb) = told else { continue };
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

    /// What a score behind a verb is of: who approves something 6-3 has voted.
    fn scoring(&self, verb: &str) -> Option<String> {
        let classes = self.page.grammar.classes(verb);
        let decides = || classes.has(Class::Deciding).then(|| "vote".to_owned());
        classes.has(Class::Scoring).then(|| verb.to_owned()).or_else(decides)
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
        (first..last).filter_map(|at| self.score_at(at)).find(|score| score.end <= last)
    }

    fn score_at(&self, at: usize) -> Option<Range<usize>> {
        let page = self.page;
        let whole =
            |at: usize| page.kind(at) == Some(TokenKind::Number) && page.word(at).bytes().all(|b| b.is_ascii_digit());
        let glued = |tokens: Range<usize>| tokens.into_iter().all(|at| page.is_glued(at));
        // "by 6 to 3", and "a vote of 6 to 3", but "from 6 to 3" and "in 3 to 6 weeks"
        let leads = ["by", "of"].iter().any(|word| page.says(at.wrapping_sub(1), word));
        let last = match page.word(at + 1) {
            "-" | "–" if page.says(at + 2, "to") && glued(at + 1..at + 5) => at + 4,
            "-" | "–" if glued(at + 1..at + 3) => at + 2,
            "to" if leads || !page.is(at.wrapping_sub(1), Class::Preposition) => at + 2,
            _ => return None,
        };
        (whole(at) && whole(last) && self.ends_score(last + 1)).then_some(at..last + 1)
    }

    /// Whether the token behind two numbers leaves them uncounted: "6-3 on Monday", "6-3 Monday", "a 6-3 vote".
    fn ends_score(&self, next: usize) -> bool {
        let page = self.page;
        let of = [Class::Preposition, Class::Conjunction].into_iter().any(|class| page.is(next, class));
        let timed = || page.mention(next).is_some_and(|mention| page.is_time(mention));
        let named = || page.grammar.classes(&singular(page.lower(next))).has(Class::Scoring);
        !matches!(page.word(next), "-" | "–" | "%" | "/") && (!page.is_word(next) || of || timed() || named())
    }
}
