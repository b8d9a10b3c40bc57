//! What was meant where something is written as the language does not write it: relations in other words, numbers in words, ranges with a
//! dash, dates of other countries.

use crate::diag::Code;
use crate::statement::MeasureKind;
use crate::syntax::ast::{At, Expression, Name, RelationSign, Right, Term};

use super::Lowerer;
use super::amount::{phrase, spanned};

/// Words that people put between a measure and its number, and how the language says it.
const RELATIONS: &[(&[&str], &str)] = &[
    (&["more", "greater", "bigger", "higher", "larger", "above", "exceeds", "exceeding", "over"], "is more than"),
    (&["less", "fewer", "lower", "smaller", "below", "under"], "is less than"),
    (&["least", "minimum"], "is at least"),
    (&["most", "maximum"], "is at most"),
    (&["about", "around", "approximately", "roughly", "circa", "some"], "is about"),
    (&["not"], "is not"),
    (&["equal", "equals", "was", "are", "were", "be", "="], "is"),
];

/// Words that may stand beside them.
const BESIDE: &[&str] = &["then", "than", "at", "to", "is", "lest", "the", "of"];

/// The relation that some words in front of a number stand for; none where one of them is no such word.
fn relation(words: &[&str]) -> Option<&'static str> {
    let of = |word: &&str| RELATIONS.iter().find(|(forms, _)| forms.contains(word)).map(|(_, relation)| *relation);
    if words == ["at", "lest"] {
        return Some("is at least");
    }
    let all_known = words.iter().all(|word| of(word).is_some() || BESIDE.contains(word));
    words.iter().find_map(of).filter(|_| all_known)
}

/// Some words without the relation in other words that they end in, and how the language says that relation.
pub(super) fn split_relation(words: &[Name]) -> Option<(&[Name], &'static str)> {
    let texts: Vec<&str> = words.iter().map(|word| &word.text[..]).collect();
    (1..words.len()).find_map(|start| Some((words.get(..start)?, relation(texts.get(start..)?)?)))
}

impl Lowerer<'_, '_> {
    /// Says of what stands right of a relation that the relation goes on in it, in other words, or that its number is written in words;
    /// whether it did.
    pub(super) fn is_misworded(&mut self, sign: &RelationSign, right: &Right, kind: Option<MeasureKind>) -> bool {
        let wordy = matches!(kind, Some(MeasureKind::Text | MeasureKind::List | MeasureKind::Date));
        let Right::One(Expression::Term(Term::Operand(operand))) = right else { return false };
        if wordy
            || operand.words.iter().any(|word| word.quoted)
            || self.scope.bindings.contains_key(&phrase(&operand.words)[..])
        {
            return false;
        }
        self.is_other_relation(sign, &operand.words) || self.is_spelled_out(&operand.words)
    }

    fn is_other_relation(&mut self, sign: &RelationSign, words: &[Name]) -> bool {
        let is_figure = |word: &Name| word.text.starts_with(|c: char| c.is_ascii_digit() || "$€£¥₩".contains(c));
        let Some(at) = words.iter().position(is_figure).filter(|at| *at > 0) else { return false };
        let (before, value) = words.split_at(at);
        let texts: Vec<&str> = before.iter().map(|word| &word.text[..]).collect();
        let Some(meant) = relation(&texts) else { return false };
        let message = format!("`{} {}` is no relation", sign.text, phrase(before));
        let at = At(sign.at.0.cover(spanned(before).0));
        self.findings.error(Code::SyntaxError, message, at, format!("did you mean `{meant} {}`?", phrase(value)));
        true
    }

    /// Says of a number in words that it is to be written with digits; whether it did.
    fn is_spelled_out(&mut self, words: &[Name]) -> bool {
        let text = phrase(words);
        let Some(digits) = self.scope.with_digits(&text) else { return false };
        let message = format!("`{text}` is written in words");
        self.findings.error(
            Code::BadNumber,
            message,
            spanned(words),
            format!("write the number with digits: `{digits}`"),
        );
        true
    }

    /// Says of a place that it is a range of numbers; whether it did.
    pub(super) fn is_range(&mut self, name: &Name) -> bool {
        let bare = !name.quoted && !name.text.is_empty() && name.text.chars().all(|c| c.is_ascii_digit() || c == '.');
        if bare {
            let message = format!("`{}` is no place", name.text);
            let help = "write a range of numbers as `in 4e6 .. 6e6 USD`, a place with its name".to_owned();
            self.findings.error(Code::SyntaxError, message, name.at, help);
            return true;
        }
        let ends = name.text.split_once(['–', '—']).or_else(|| name.text.split_once(" - "));
        let begins =
            |text: &str| text.trim_start_matches(['$', '€', '£', '¥', '₩']).starts_with(|c: char| c.is_ascii_digit());
        let Some((low, high)) = ends.map(|(low, high)| (low.trim(), high.trim())) else { return false };
        if name.quoted || !begins(low) || !begins(high) {
            return false;
        }
        let message = format!("`{}` is no place, and a range is not written like that", name.text);
        self.findings.error(Code::SyntaxError, message, name.at, format!("write the range as `in {low} .. {high}`"));
        true
    }
}

/// How to write a date that is not written as the language writes it.
pub(super) fn date_hint(text: &str) -> Option<String> {
    if let Some((before, _)) = text.split_once("//") {
        return Some(format!("a comment begins with `#`: `{} # …`", before.trim()));
    }
    if let Some(year) = text.split(' ').next_back().filter(|year| text.contains("year") && super::date::is_year(year)) {
        return Some(format!("did you mean `{year}`?"));
    }
    let parts: Vec<&str> = text.split(['/', '.']).collect();
    let [day, month, year] = parts[..] else { return None };
    let (day, month) = (day.parse::<u8>().ok()?, month.parse::<u8>().ok()?);
    let iso = |month: u8, day: u8| format!("{year}-{month:02}-{day:02}");
    let known = [iso(month, day), iso(day, month)].into_iter().filter(|date| super::date::days(date).is_some());
    let mut dates: Vec<String> = known.map(|date| format!("`{date}`")).collect();
    dates.dedup();
    (!dates.is_empty()).then(|| format!("did you mean {}?", dates.join(" or ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relations_in_other_words_are_known() {
        assert_eq!(relation(&["more", "then"]), Some("is more than"));
        assert_eq!(relation(&["at", "lest"]), Some("is at least"));
        assert_eq!(relation(&["greater", "than"]), Some("is more than"));
        assert_eq!(relation(&["equal", "to"]), Some("is"));
        assert_eq!(relation(&["more", "jobs"]), None);
        assert_eq!(relation(&["then"]), None);
    }

    #[test]
    fn dates_of_other_countries_are_turned_round() {
        assert_eq!(date_hint("31/12/2031"), Some("did you mean `2031-12-31`?".to_owned()));
        assert_eq!(date_hint("3/4/2031"), Some("did you mean `2031-04-03` or `2031-03-04`?".to_owned()));
        assert_eq!(date_hint("31.12.2031"), Some("did you mean `2031-12-31`?".to_owned()));
        assert_eq!(date_hint("soon"), None);
    }
}
