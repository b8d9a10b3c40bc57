//! Whether a passage counts another sort of things than is asked for.

use super::Hearing;
use crate::judge::align::Candidate;
use crate::judge::sorts::is_some_of_staff;
use crate::judge::{Stance, words};
use crate::statement::{Scope, Value};

impl Hearing<'_, '_> {
    /// Why a passage that counts another sort than a sentence does leaves it open.
    pub(super) fn other_sort(&self, candidate: &Candidate<'_>, stance: Stance) -> Option<String> {
        if stance != Stance::Compatible && self.counts_some(candidate) {
            return Some(words::narrower(self.bench, candidate));
        }
        let asked = self.asked.sort.filter(|_| stance != Stance::Compatible)?;
        if asked.is_other_side(self.bench, candidate) {
            return Some(words::other_side(self.bench, candidate));
        }
        let excludes = stance == Stance::Contradicts;
        if asked.is_of_other_rate(self.bench, candidate, excludes) {
            return Some(words::other_rate(self.bench, candidate));
        }
        if asked.is_of_other_time(self.bench, candidate) {
            return Some(words::not_now(self.bench, candidate));
        }
        if asked.is_of_choice(self.bench, candidate) {
            return Some(words::of_choice(self.bench, candidate));
        }
        let scope = self.asked.operand.statement.scope;
        if excludes && scope.is_none() && candidate.found.fact.statement.scope == Some(Scope::Additional) {
            return Some(words::on_top(self.bench, candidate));
        }
        if asked.is_of_more(self.bench, candidate) {
            return Some(words::of_more(self.bench, candidate));
        }
        if asked.is_of_kind(self.bench, candidate) || asked.is_of_other_things(self.bench, candidate) {
            return Some(words::narrower(self.bench, candidate));
        }
        if excludes && asked.is_rest_of(self.bench, candidate) {
            return Some(words::not_left(self.bench, candidate));
        }
        match asked.unsaid(self.bench, candidate) {
            Some(word) => Some(words::unsaid_word(word)),
            None if excludes && asked.is_narrower(self.bench, candidate) || asked.leaves_out(self.bench, candidate) => {
                Some(words::narrower(self.bench, candidate))
            }
            None => None,
        }
    }

    /// Whether the passage counts only some of a staff, and the assertion does not say so.
    fn counts_some(&self, candidate: &Candidate<'_>) -> bool {
        let statement = &self.asked.operand.statement;
        let unit = match self.asked.value {
            Some(Value::Quantity(quantity)) => quantity.unit.code.as_ref(),
            Some(Value::Days(_) | Value::Text(_) | Value::List(_)) | None => "",
        };
        let topic = &statement.subject.topic;
        let asked = |word: &str| {
            let measure = statement.measure.forms.iter().chain([&statement.measure.name]);
            let sorted = self.asked.sort.is_some_and(|sort| sort.counts(word));
            sorted || unit.contains(word) || measure.chain(topic).any(|form| form.contains(word))
        };
        is_some_of_staff(self.bench, candidate, asked)
    }
}
