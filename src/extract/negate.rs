//! How a clause says the opposite: "will not invest", "did not invest", "not to invest".

use super::grammar::{Class, Classes, Form, Grammar};
use super::read::Extractor;
use crate::source::Span;
use crate::text::{Token, TokenKind, tokenize};

/// So many words may stand between an auxiliary and its verb: "has already quietly sold".
const REACH: usize = 3;

/// What carries the "not" of a verb behind it.
const AUXILIARY: Classes = Classes::of(&[Class::Be, Class::Have, Class::Do, Class::Modal]);

/// What stands in front of a noun that looks like a verb: "its plans".
const BEFORE_NOUN: Classes = Classes::of(&[Class::Determiner, Class::Possessive, Class::Preposition]);

impl Extractor {
    /// What takes the place of which words of a clause so that one of some verbs, given by their dictionary forms, is denied in it: the last
    /// in front of the words that the clause is cited for, or else the first behind them. None where none of them is there as a verb, or
    /// where something is denied already.
    pub fn denial(&self, text: &str, clause: Span, focus: Span, verbs: &[String]) -> Option<(Span, String)> {
        let own = clause.slice(text);
        let page = Clause { grammar: self.grammar(), text: own, tokens: tokenize(own) };
        if (0..page.tokens.len()).any(|at| page.is(at, Classes::of(&[Class::Negation]))) {
            return None;
        }
        let denials: Vec<(Span, String)> =
            (0..page.tokens.len()).filter_map(|at| page.denied(at, page.verb(at, verbs)?)).collect();
        let moved = |(span, words): &(Span, String)| {
            let in_text = |at: u32| clause.start + at;
            (Span { start: in_text(span.start), end: in_text(span.end) }, words.clone())
        };
        let in_front = denials.iter().map(moved).rfind(|(span, _)| span.end <= focus.start);
        in_front.or_else(|| denials.iter().map(moved).find(|(span, _)| span.start >= focus.end))
    }
}

/// The words of a clause; spans are in its own text.
struct Clause<'a> {
    grammar: &'a Grammar,
    text: &'a str,
    tokens: Vec<Token>,
}

impl<'a> Clause<'a> {
    fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).filter(|it| it.kind == TokenKind::Word).map_or("", |it| it.span.slice(self.text))
    }

    fn span(&self, at: usize) -> Span {
        self.tokens.get(at).map_or(Span::default(), |token| token.span)
    }

    fn is(&self, at: usize, classes: Classes) -> bool {
        self.grammar.entry(&self.word(at).to_lowercase()).classes.meets(classes)
    }

    /// The one of some verbs that a token is a form of.
    fn verb(&self, at: usize, verbs: &[String]) -> Option<(&'a str, Form)> {
        let (number, form) = self.grammar.entry(&self.word(at).to_lowercase()).verb?;
        let verb = self.grammar.verb(number);
        verbs.iter().any(|own| own == verb).then_some((verb, form))
    }

    /// What takes the place of which words so that a verb is denied.
    fn denied(&self, at: usize, (verb, form): (&str, Form)) -> Option<(Span, String)> {
        let point = |at: u32| Span { start: at, end: at };
        let before = at.checked_sub(1);
        if let Some(to) = before.filter(|before| self.word(*before).eq_ignore_ascii_case("to")) {
            return Some((point(self.span(to).start), "not ".to_owned()));
        }
        let near = at.saturating_sub(REACH + 1)..at;
        let auxiliary = near.rev().take_while(|at| !self.word(*at).is_empty()).find(|at| self.is(*at, AUXILIARY));
        if let Some(auxiliary) = auxiliary {
            return Some((point(self.span(auxiliary).end), " not".to_owned()));
        }
        let after_name = before.is_some_and(|at| self.word(at).starts_with(char::is_uppercase));
        let after_noun = before.is_some_and(|at| !self.is(at, BEFORE_NOUN));
        match form {
            Form::Gerund => Some((point(self.span(at).start), "not ".to_owned())),
            Form::Past if !self.word(at + 1).eq_ignore_ascii_case("by") => {
                Some((self.span(at), format!("did not {verb}")))
            }
            Form::Base if after_name => Some((self.span(at), format!("did not {verb}"))),
            Form::Third if after_noun => Some((self.span(at), format!("does not {verb}"))),
            Form::Past | Form::Third | Form::Base | Form::Participle => None,
        }
    }
}
