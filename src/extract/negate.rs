//! How a clause says the opposite: "will not invest", "did not invest", "not to invest".

use super::grammar::{Class, Classes, Form};
use super::read::Extractor;
use crate::source::Span;
use crate::text::{TokenKind, tokenize};

/// So many words may stand between an auxiliary and its verb: "has already quietly sold".
const REACH: usize = 3;

/// What carries the "not" of a verb behind it.
const AUXILIARY: Classes = Classes::of(&[Class::Be, Class::Have, Class::Do, Class::Modal]);

impl Extractor {
    /// What takes the place of which words of a clause so that the first of some verbs, given by their dictionary forms, is denied in it;
    /// none where none of them is there as a verb, or where it is denied already.
    pub fn denial(&self, text: &str, clause: Span, verbs: &[String]) -> Option<(Span, String)> {
        let grammar = self.grammar();
        let own = clause.slice(text);
        let tokens = tokenize(own);
        let word =
            |at: usize| tokens.get(at).filter(|it| it.kind == TokenKind::Word).map_or("", |it| it.span.slice(own));
        let entry = |at: usize| grammar.entry(&word(at).to_lowercase());
        let is = |at: usize, classes: Classes| entry(at).classes.meets(classes);
        if (0..tokens.len()).any(|at| is(at, Classes::of(&[Class::Negation]))) {
            return None;
        }
        let meant = |at: &usize| {
            let verb = entry(*at).verb.map(|(number, form)| (grammar.verb(number), form));
            verb.filter(|(verb, _)| verbs.iter().any(|form| form == verb)).map(|(verb, form)| (*at, verb, form))
        };
        let in_text = |start: usize, end: usize| Span::new(clause.start as usize + start, clause.start as usize + end);
        let at_token = |at: usize| tokens.get(at).map_or(Span::default(), |token| token.span);
        for (at, verb, form) in (0..tokens.len()).filter_map(|at| meant(&at)) {
            let before = at.saturating_sub(REACH + 1)..at;
            let auxiliary = before.rev().take_while(|at| !word(*at).is_empty()).find(|at| is(*at, AUXILIARY));
            let behind = |at: usize| in_text(at_token(at).end as usize, at_token(at).end as usize);
            let in_front = in_text(at_token(at).start as usize, at_token(at).start as usize);
            if at > 0 && word(at - 1).eq_ignore_ascii_case("to") {
                let to = at_token(at - 1).start as usize;
                return Some((in_text(to, to), "not ".to_owned()));
            }
            if let Some(auxiliary) = auxiliary {
                return Some((behind(auxiliary), " not".to_owned()));
            }
            let whole = in_text(at_token(at).start as usize, at_token(at).end as usize);
            let noun = Classes::of(&[Class::Determiner, Class::Possessive, Class::Preposition]);
            match form {
                Form::Gerund => return Some((in_front, "not ".to_owned())),
                Form::Past if !word(at + 1).eq_ignore_ascii_case("by") => {
                    return Some((whole, format!("did not {verb}")));
                }
                Form::Third if at > 0 && !is(at - 1, noun) => return Some((whole, format!("does not {verb}"))),
                Form::Past | Form::Third | Form::Base | Form::Participle => {}
            }
        }
        None
    }
}
