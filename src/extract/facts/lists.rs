//! Who belongs to a collective: "seven firms - A, B and C -", "companies including A and B".

use super::{Line, Reader};
use crate::statement::{Measure, Members, Modality, Statement, Value};

impl Reader<'_> {
    /// The members listed behind the noun phrase at a position.
    pub(super) fn member_facts(&mut self, line: &Line<'_>, at: usize) {
        let Some((names, closed)) = self.listed(line, at) else { return };
        let Some(noun) = line.parsed.noun(at) else { return };
        let mut subject = self.resolve(line, noun, at);
        let known = subject.members.take().unwrap_or_default();
        subject.members = Some(Members { names: names.clone(), closed, ..known });
        let last = line.parsed.phrases.get(at + 1..).unwrap_or_default().iter().take(3).find(
            |phrase| matches!(&phrase.kind, super::super::phrases::PhraseKind::Noun(noun) if noun.name.is_some()),
        );
        let focus = last.map_or(line.span, |phrase| self.page.span(phrase.tokens.clone()));
        let statement = Statement {
            subject,
            measure: Measure::of(vec!["members".to_owned(), "member".to_owned()]),
            value: Some(Value::List(names)),
            modality: Some(Modality::Happened),
            ..Statement::default()
        };
        self.push(line, statement, focus, None, None);
    }
}
