//! Subjects without a name of their own: "seven global companies", "a 42-year-old man".

use super::super::MentionKind;
use super::super::grammar::Class;
use super::super::phrases::Noun;
use super::Reader;
use crate::source::Span;
use crate::statement::{Members, Subject};
use crate::value::Dimension;

impl Reader<'_> {
    /// "seven global companies": a collective by count and kind.
    pub(super) fn collective(&self, noun: &Noun) -> Subject {
        let page = self.page;
        let kind = self.kind_of(noun);
        let count = self.count_of(noun);
        let names: Vec<String> =
            self.names.within(noun.words.clone()).map(|name| self.names.known(name).canonical.clone()).collect();
        let number = noun.quantity.and_then(|mention| self.as_number(mention)).map_or(0, |number| number.end);
        let counted = |at: &usize| page.tokens[*at].span.start >= number && page.is_word(*at) && !page.says(*at, "of");
        let words = noun.words.clone().find(counted).unwrap_or(noun.words.end)..noun.words.end;
        let name = names.first().cloned().unwrap_or_else(|| page.slice(words).to_owned());
        let elided = if name.is_empty() { self.elided_noun(noun) } else { String::new() };
        if !elided.is_empty() {
            let kind = elided.rsplit(' ').next().unwrap_or_default().to_owned();
            let members = Some(Members { count, kind: self.shared_kind(&kind), ..Members::default() });
            return Subject { name: elided, topic: vec![kind], members };
        }
        let mut topic = self.topic(noun);
        if topic.iter().all(|word| *word != kind) {
            topic.push(kind.clone().into_owned());
        }
        topic.extend(self.unit_words(noun));
        Subject { name, topic, members: Some(Members { count, kind: self.shared_kind(&kind), ..Members::default() }) }
    }

    /// "Three people died and 12 were hurt": the noun that the second number leaves out, as its unit has it.
    fn elided_noun(&self, noun: &Noun) -> String {
        match noun.quantity.and_then(|mention| self.page.mentions.get(mention)).map(|mention| &mention.kind) {
            Some(MentionKind::Quantity(quantity)) if quantity.quantity.unit.counts() => {
                quantity.quantity.unit.code.to_string()
            }
            _ => String::new(),
        }
    }

    /// Where the number of a quantity stands, and how old somebody is with its "-year-old".
    fn as_number(&self, mention: usize) -> Option<Span> {
        let own = self.page.mentions.get(mention)?;
        match &own.kind {
            MentionKind::Quantity(quantity) if quantity.quantity.unit.dimension == Dimension::Age => Some(own.span),
            MentionKind::Quantity(quantity) => Some(quantity.number),
            _ => None,
        }
    }

    /// The words of a counted noun that lie inside of the quantity itself, behind its number ("seven global companies").
    fn unit_words(&self, noun: &Noun) -> Vec<String> {
        let page = self.page;
        let number = noun.quantity.and_then(|mention| self.as_number(mention)).map_or(0, |number| number.end);
        let is_inside = |at: &usize| page.mention(*at).is_some() && page.tokens[*at].span.start >= number;
        let says = |word: &String| {
            let classes = page.grammar.classes(word);
            classes.is_empty() || classes.has(Class::Human) || page.grammar.synonym(word).is_some()
        };
        let words = noun.words.clone().filter(|at| page.is_word(*at) && is_inside(at));
        words.map(|at| page.singular(at).into_owned()).filter(says).collect()
    }
}
