//! How a match or a vote ended: "beat Norvik Rovers 3-1", "voted 21 to 14".

use std::ops::Range;

use super::super::MentionKind;
use super::super::grammar::Class;
use super::super::phrases::{Noun, PhraseKind};
use super::{Line, Reader};
use crate::source::Span;
use crate::statement::{Measure, Modality, Polarity, Qualifiers, Statement, Subject, Value};
use crate::text::Tally;
use crate::value::Dimension;

/// On which side of a vote somebody is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ballot {
    For,
    Against,
}

impl Ballot {
    const fn other(self) -> Self {
        match self {
            Self::For => Self::Against,
            Self::Against => Self::For,
        }
    }

    /// What a body does that votes so.
    const fn verb(self) -> &'static str {
        match self {
            Self::For => "approve",
            Self::Against => "reject",
        }
    }
}

impl Reader<'_> {
    /// The scores that a sentence tells of who wins, loses or votes.
    pub(super) fn score_facts(&mut self, line: &Line<'_>) {
        for clause in 0..line.parsed.clauses.len() {
            let own = &line.parsed.clauses[clause];
            let Some((at, noun)) = self.subject_of(line, clause).filter(|_| !own.denied) else { continue };
            let behind = self.score_in(line, own.verb + 1..self.joint(line, clause));
            // "On a 6-3 vote, the board", "and on a 4-3 vote it"
            let before = clause.checked_sub(1).map_or(0, |before| self.joint(line, before));
            let opening =
                || self.score_in(line, before.min(at)..at).filter(|(score, _)| self.told_score(score).is_some());
            let Some((score, tally)) = behind.or_else(opening) else { continue };
            let decider = self.decider_of(line, clause, noun);
            let vote = || decider.as_ref().map(|_| "vote".to_owned());
            let is_voted_on = line.parsed.is_passive(clause) && self.page.kind_classes(noun.head).has(Class::PutToVote);
            let on = is_voted_on.then(|| "vote".to_owned());
            let told = self.told_score(&score).or(on).or_else(|| self.scoring(line.parsed.lemma(clause))).or_else(vote);
            let Some(verb) = told else { continue };
            let mut qualifiers = Qualifiers { speaker: self.reporter_name(line, clause), ..Qualifiers::default() };
            self.qualifiers(line, own.verb + 1..own.end.min(line.parsed.phrases.len()), &mut qualifiers);
            let voted = decider.is_some();
            let subject = decider.unwrap_or_else(|| self.resolve(line, noun, at));
            if subject.name.is_empty() {
                continue;
            }
            let statement = Statement {
                subject,
                measure: Measure::of(vec!["score".to_owned(), verb]),
                value: Some(Value::Text(tally.in_figures())),
                qualifiers,
                modality: Some(self.voted(line, clause)),
                polarity: Polarity::Affirmed,
                ..Statement::default()
            };
            if voted {
                let measure = Measure::named("vote");
                let vote = Statement { measure, value: Some(Value::Text(String::new())), ..statement.clone() };
                self.push(line, vote, self.page.span(score.clone()), None, None);
            }
            self.push(line, statement, self.page.span(score), None, None);
        }
    }

    /// "voted 5 to 2 in favor of the tram": a body that votes for something approves it, and one that votes against it rejects it.
    pub(super) fn decided_facts(&mut self, line: &Line<'_>) {
        for clause in 0..line.parsed.clauses.len() {
            let own = &line.parsed.clauses[clause];
            let votes = line.parsed.lemma(clause) == "vote" && !own.denied && own.modality == Modality::Happened;
            let Some((at, noun)) = self.subject_of(line, clause).filter(|_| votes) else { continue };
            let is_body = noun.quantity.is_none() && self.page.kind_classes(noun.head).has(Class::Body);
            let end = self.joint(line, clause).min(line.parsed.phrases.len());
            let sided = (own.verb + 1..end).find_map(|at| Some((at, self.side_at(line, at)?)));
            let Some((of, (side, object))) = sided.filter(|_| is_body) else { continue };
            let Some(what) = line.parsed.noun(object).filter(|what| !what.pronoun && what.quantity.is_none()) else {
                continue;
            };
            let mut forms = self.object_words(what);
            forms.insert(0, side.verb().to_owned());
            let mut qualifiers = Qualifiers { speaker: self.reporter_name(line, clause), ..Qualifiers::default() };
            self.qualifiers(line, own.verb + 1..end, &mut qualifiers);
            let statement = Statement {
                subject: self.resolve(line, noun, at),
                measure: Measure::of(forms),
                value: Some(Value::Text(self.object_text(line, object, what))),
                qualifiers,
                modality: Some(Modality::Happened),
                ..Statement::default()
            };
            let tokens = line.parsed.phrases[of].tokens.start..line.parsed.phrases[object].tokens.end;
            self.push(line, statement, self.page.span(tokens), None, None);
        }
    }

    /// "in favor of the tram", "for it", "against the tram": the side that a phrase tells, and where its object stands.
    fn side_at(&self, line: &Line<'_>, at: usize) -> Option<(Ballot, usize)> {
        let says = |at: usize, word: &str| {
            line.parsed.phrases.get(at).is_some_and(|phrase| self.page.says(phrase.tokens.start, word))
        };
        let favor = says(at, "in") && ["favor", "favour"].iter().any(|word| says(at + 1, word));
        match () {
            () if favor && says(at + 2, "of") => Some((Ballot::For, at + 3)),
            () if favor => Some((Ballot::For, at + 1)),
            () if says(at, "for") => Some((Ballot::For, at + 1)),
            () if says(at, "against") => Some((Ballot::Against, at + 1)),
            () => None,
        }
    }

    /// "Five members voted for it and two against": how the vote of whoever has just decided it ended. The side that won is told first.
    pub(super) fn members_score(&mut self, line: &Line<'_>) {
        let phrases = &line.parsed.phrases;
        for clause in 0..line.parsed.clauses.len() {
            let own = &line.parsed.clauses[clause];
            let votes = line.parsed.lemma(clause) == "vote" && !own.denied && own.modality == Modality::Happened;
            let Some((first, one)) = own.subject.filter(|_| votes).and_then(|at| self.whole_at(line, at)) else {
                continue;
            };
            let Some((side, _)) = self.side_at(line, own.verb + 1) else { continue };
            let mut numbers = (own.verb + 2..phrases.len()).filter_map(|at| Some((at, self.whole_at(line, at)?)));
            let Some((second, (last, two))) = numbers.next().filter(|_| one.is_some()) else { continue };
            let voted = line.parsed.verb(second + 1).is_some_and(|verb| verb.lemma == "vote");
            let other = self.side_at(line, second + 1 + usize::from(voted)).map(|(other, _)| other);
            let joined = matches!(phrases[second - 1].kind, PhraseKind::Conjunction | PhraseKind::Comma);
            let (Some(one), Some(two)) = (one, two) else { continue };
            let Some(subject) = self.memory.decider.clone().filter(|_| joined && other == Some(side.other())) else {
                continue;
            };
            let statement = Statement {
                subject,
                measure: Measure::of(vec!["score".to_owned(), "vote".to_owned()]),
                value: Some(Value::Text(format!("{}-{}", one.max(two), one.min(two)))),
                modality: Some(Modality::Happened),
                ..Statement::default()
            };
            let focus = Span { start: first.start, end: last.end };
            self.push(line, statement, focus, None, None);
        }
    }

    /// The whole number that a noun phrase counts, and where it stands.
    fn whole_at(&self, line: &Line<'_>, at: usize) -> Option<(Span, Option<u32>)> {
        let mention = line.parsed.noun(at)?.quantity?;
        let known = &self.page.mentions.get(mention)?;
        let MentionKind::Quantity(own) = &known.kind else { return None };
        let counts = matches!(own.quantity.unit.dimension, Dimension::Count | Dimension::Number);
        let whole = own.quantity.amount.nominal.as_ref().and_then(|number| number.to_string().parse().ok());
        counts.then_some((known.span, whole))
    }

    /// "The vote was 9-4": the vote of whoever has just decided something.
    fn decider_of(&self, line: &Line<'_>, clause: usize, noun: &Noun) -> Option<Subject> {
        let plain = noun.definite && noun.words.len() == 1 && noun.possessor.is_none();
        let vote = plain && line.parsed.lemma(clause) == "be" && self.page.says(noun.head, "vote");
        self.memory.decider.clone().filter(|_| vote)
    }

    /// Remembers who decides something, for "the vote" behind it.
    pub(super) fn remember_decider(&mut self, line: &Line<'_>) {
        for clause in 0..line.parsed.clauses.len() {
            if !line.parsed.classes(clause).has(Class::Deciding) {
                continue;
            }
            let subject = match line.parsed.is_passive(clause) {
                true => self.by_agent(line, clause),
                false => self.subject_of(line, clause).map(|(at, noun)| self.resolve(line, noun, at)),
            };
            let body = |subject: &Subject| {
                let last =
                    subject.topic.last().cloned().or_else(|| subject.name.rsplit(' ').next().map(str::to_lowercase));
                last.is_some_and(|last| self.page.grammar.classes(&last).has(Class::Body))
            };
            if let Some(subject) = subject.filter(body) {
                self.memory.decider = Some(subject);
            }
        }
    }

    /// Where a clause ends: at its conjunction, if a subject of its own stands behind that.
    fn joint(&self, line: &Line<'_>, clause: usize) -> usize {
        let own = &line.parsed.clauses[clause];
        let next = line.parsed.clauses.get(clause + 1).and_then(|next| next.subject);
        let is_joint = |at: &usize| matches!(line.parsed.phrases[*at].kind, PhraseKind::Conjunction);
        let joint = next.and_then(|next| (own.verb + 1..next.max(own.verb + 1)).rev().find(is_joint));
        joint.unwrap_or(own.end).min(own.end)
    }

    /// "voted 5-2 to approve the tram and 4-3 to reject the toll": the vote has been taken, whatever it is for.
    fn voted(&self, line: &Line<'_>, clause: usize) -> Modality {
        let votes = |at: &usize| line.parsed.classes(*at).has(Class::Deciding);
        let outer = line.parsed.chain(clause).into_iter().rfind(votes).unwrap_or(clause);
        line.parsed.clauses[outer].modality
    }

    /// What a score behind a verb is of: who approves something 6-3 has voted.
    fn scoring(&self, verb: &str) -> Option<String> {
        let classes = self.page.grammar.classes(verb);
        let decides = || (classes.has(Class::Deciding) || classes.has(Class::Voted)).then(|| "vote".to_owned());
        classes.has(Class::Scoring).then(|| verb.to_owned()).or_else(decides)
    }

    /// "on a 6-3 vote", "by a vote of 6-3": the noun that a score is of.
    fn told_score(&self, score: &Range<usize>) -> Option<String> {
        let scores =
            |at: usize| self.page.kind_classes(at).has(Class::Scoring).then(|| self.page.singular(at).into_owned());
        let of = score.start.checked_sub(2).filter(|of| self.page.says(of + 1, "of"));
        scores(score.end).or_else(|| scores(of?))
    }

    /// The tokens of the first score in some phrases: two whole numbers with a hyphen or "to" between them, and nothing that they count.
    fn score_in(&self, line: &Line<'_>, phrases: Range<usize>) -> Option<(Range<usize>, Tally)> {
        let first = line.parsed.phrases.get(phrases.start)?.tokens.start;
        let last = line.parsed.phrases.get(..phrases.end.min(line.parsed.phrases.len()))?.last()?.tokens.end;
        (first..last).filter_map(|at| self.score_at(at)).find(|(score, _)| score.end <= last)
    }

    fn score_at(&self, at: usize) -> Option<(Range<usize>, Tally)> {
        let page = self.page;
        let grammar = page.grammar;
        let tally = Tally::at(at, |at| page.word(at), |at| page.is_glued(at), |word| grammar.number(word))?;
        // "by 6 to 3", and "a vote of 6 to 3", but "from 6 to 3" and "in 3 to 6 weeks"
        let leads = ["by", "of"].iter().any(|word| page.says(at.wrapping_sub(1), word));
        let free = !page.says(at + 1, "to") || leads || !page.is(at.wrapping_sub(1), Class::Preposition);
        (free && self.ends_score(tally.end)).then_some((at..tally.end, tally))
    }

    /// Whether a token is a number of the tally of a vote, and none by itself: "voted six to three".
    pub(super) fn is_in_score(&self, at: usize) -> bool {
        let starts = (at.saturating_sub(4)..=at).filter_map(|start| self.score_at(start));
        let told = |(score, _): &(Range<usize>, Tally)| {
            let votes = |at: usize| {
                let verb = self.page.grammar.classes(super::super::names::lemma(self.page, at));
                verb.has(Class::Scoring) || verb.has(Class::Voted)
            };
            // "by seven votes to two"
            let is_told =
                || self.told_score(score).is_some() || score.clone().any(|at| self.page.is_word(at) && votes(at));
            score.contains(&at) && (is_told() || score.start.checked_sub(1).is_some_and(votes))
        };
        starts.into_iter().any(|score| told(&score))
    }

    /// Whether the token behind two numbers leaves them uncounted: "6-3 on Monday", "6-3 Monday", "a 6-3 vote".
    fn ends_score(&self, next: usize) -> bool {
        let page = self.page;
        let of = [Class::Preposition, Class::Conjunction].into_iter().any(|class| page.is(next, class));
        let timed = || page.mention(next).is_some_and(|mention| page.is_time(mention));
        let named = || page.kind_classes(next).has(Class::Scoring);
        !matches!(page.word(next), "-" | "–" | "%" | "/") && (!page.is_word(next) || of || timed() || named())
    }
}
