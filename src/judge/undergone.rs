//! What was done to something, whoever did it: "the offer was rejected" is told by "the mayor rejected the offer".

use super::claims::{self, Offered, Wanted};
use super::{Bench, Stance};
use crate::index::{Found, Kinship};
use crate::statement::{Measure, Statement, Subject, Value};

/// A sentence in the passive that does not tell who did it, turned round.
pub struct Undergone<'a> {
    /// The same as somebody's deed.
    pub statement: Statement,
    /// The words of what it was done to, the thing itself first, and those behind the verb.
    pub wanted: Vec<Wanted<'a>>,
    /// Whose the thing is, or where.
    owner: Option<String>,
}

impl<'a> Undergone<'a> {
    /// That of a sentence; none where it tells of a deed, or of several things.
    pub fn of(bench: &Bench<'a>, asked: &Statement) -> Option<Self> {
        let own = asked.measure.name.as_str();
        // "The plant will close" is what is done to it, too.
        let closes = || Some(own).filter(|own| bench.index.grammar.turns_round(own) && asked.measure.forms.len() < 2);
        let verb = own.strip_prefix("be ").or_else(closes).filter(|_| asked.subject.members.is_none())?;
        let Subject { name, topic, .. } = &asked.subject;
        let is_name = |word: &&str| word.starts_with(char::is_uppercase);
        let names: Vec<&str> = name.split(' ').filter(is_name).collect();
        let mut things: Vec<String> = topic.clone();
        things.extend(name.split(' ').filter(|word| !is_name(word)).map(str::to_owned));
        let owner = (!names.is_empty() && !things.is_empty()).then(|| names.join(" "));
        if things.is_empty() {
            things.push(name.to_lowercase());
        }
        things.reverse();
        let behind = asked.measure.forms.get(1..).unwrap_or_default();
        things.extend(behind.iter().cloned());
        let wanted = things.iter().map(|word| Wanted::new(bench, word)).collect();
        let forms = std::iter::once(verb.to_owned()).chain(things).collect();
        let measure = Measure { name: verb.to_owned(), forms, ..Measure::default() };
        Some(Self { statement: Statement { measure, ..asked.clone() }, wanted, owner })
    }

    /// Whether a fact tells of a deed that was done to the same thing: it is the object itself, and no part of it, and whose it is did it
    /// or stands beside it.
    pub fn is_told_by(&self, bench: &Bench<'_>, found: Found<'_>) -> bool {
        let own = &found.fact.statement;
        let Some(Value::Text(text)) = own.value.as_ref().filter(|_| !own.measure.name.starts_with("be ")) else {
            return false;
        };
        let head = own.measure.forms.get(1..2).unwrap_or_default();
        let is_thing = self.wanted.first().is_some_and(|thing| thing.is_among(head, &Offered::new(bench, head)));
        let is_whole = || {
            head.iter()
                .all(|head| text.split(" of ").next().is_some_and(|own| own.to_lowercase().contains(head.as_str())))
        };
        let is_owned = |owner: &String| {
            own.qualifiers.places.contains(owner)
                || own.measure.forms.contains(&owner.to_lowercase())
                || bench.index.names.kinship(owner, found.document, &own.subject.name) == Kinship::Same
        };
        is_thing && is_whole() && self.owner.as_ref().is_none_or(is_owned)
    }

    /// Where it stands. What is bought by one is sold by another: a deed that excludes it for whoever does it excludes nothing here.
    pub fn stance(&self, bench: &Bench<'_>, found: Found<'_>) -> Option<Stance> {
        let denied = found.fact.statement.polarity != self.statement.polarity;
        claims::stance(bench, &self.statement, &self.wanted, found).filter(|own| *own != Stance::Contradicts || denied)
    }
}
