//! What was meant where something is written as the language does not write it: relations in other words, numbers in words, ranges with a
//! dash, dates of other countries.

use crate::diag::Code;
use crate::statement::MeasureKind;
use crate::syntax::ast::{self, At, Expression, Name, QualifierValue, RelationSign, Right, Term};
use crate::syntax::is_slip;
use crate::value::{MONTHS, Relation, is_weekday};

use super::super::figure;
use super::Lowerer;
use super::amount::{phrase, spanned};

/// Words that people put between a measure and its number, and what they say.
const RELATIONS: &[(&[&str], Meant)] = &[
    (&["least", "atleast", "minimum"], Meant::AtLeast),
    (&["most", "atmost", "maximum"], Meant::AtMost),
    (&["more", "greater", "bigger", "higher", "larger", "above", "exceeds", "exceeding", "over"], Meant::More),
    (&["less", "fewer", "lower", "smaller", "below", "under"], Meant::Less),
    (&["about", "around", "approximately", "roughly", "circa", "some"], Meant::About),
    (&["not", "no", "isnt", "isn't", "isn’t"], Meant::Not),
    (&["is", "equal", "equals", "was", "are", "were", "be", "="], Meant::Equal),
    (&["between"], Meant::Between),
];

/// Words that may stand beside them.
const BESIDE: &[&str] = &["then", "than", "at", "to", "the", "of"];

/// A relation that was written in other words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meant {
    AtLeast,
    AtMost,
    More,
    Less,
    About,
    Not,
    Equal,
    Between,
}

impl Meant {
    /// The relation in front of a value, as the language writes it.
    pub(super) fn before(self, value: &str) -> String {
        let relation = match self {
            Meant::AtLeast => "is at least",
            Meant::AtMost => "is at most",
            Meant::More => "is more than",
            Meant::Less => "is less than",
            Meant::About => "is about",
            Meant::Not => "is not",
            Meant::Equal => "is",
            Meant::Between => return format!("in {}", value.replacen(" and ", " .. ", 1)),
        };
        format!("{relation} {value}")
    }

    fn denied(self) -> Meant {
        match self {
            Meant::AtLeast => Meant::Less,
            Meant::AtMost => Meant::More,
            Meant::More => Meant::AtMost,
            Meant::Less => Meant::AtLeast,
            Meant::About | Meant::Not | Meant::Equal | Meant::Between => Meant::Not,
        }
    }
}

/// The words of an operand, and behind them those of a `to`: in "equal to 5" it is none of a qualifier.
fn with_recipient(operand: &ast::Operand) -> Vec<Name> {
    let to = operand.qualifiers.first().filter(|qualifier| qualifier.key == "to").map(|qualifier| &qualifier.value);
    let names = match to {
        Some(QualifierValue::Names(names)) => &names[..],
        Some(QualifierValue::None | QualifierValue::Moment(_) | QualifierValue::Amount(_)) | None => &[],
    };
    operand.words.iter().chain(names).cloned().collect()
}

/// The relation that some words in front of a number stand for, slips of the pen included; none where one of them is no such word.
fn relation(words: &[&str]) -> Option<Meant> {
    let words: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    // Only "least" and "most" stand behind "at": "at lest" is no "less".
    let among = if words.contains(&"at") { RELATIONS.get(..2)? } else { RELATIONS };
    let is_beside = |word: &str| BESIDE.contains(&word);
    let exact = |word: &str| among.iter().find(|(forms, _)| forms.contains(&word));
    let slip = |word: &str| among.iter().find(|(forms, _)| forms.iter().any(|form| is_slip(word, form)));
    let of =
        |word: &str| exact(word).or_else(|| if is_beside(word) { None } else { slip(word) }).map(|(_, meant)| *meant);
    if !words.iter().all(|word| of(word).is_some() || is_beside(word)) {
        return None;
    }
    let all: Vec<Meant> = words.iter().filter_map(|word| of(word)).collect();
    let mut beyond = all.iter().copied().filter(|meant| *meant != Meant::Equal);
    match beyond.next() {
        Some(Meant::Not) => Some(beyond.next().map_or(Meant::Not, Meant::denied)),
        Some(other) => Some(other),
        None => all.first().copied(),
    }
}

/// Some words without the relation in other words that they end in, and what that relation is.
pub(super) fn split_relation(words: &[Name]) -> Option<(&[Name], Meant)> {
    let texts: Vec<&str> = words.iter().map(|word| &word.text[..]).collect();
    (1..words.len()).find_map(|start| Some((words.get(..start)?, relation(texts.get(start..)?)?)))
}

/// Whether a bare word begins like a number: with a digit or the sign of a currency.
pub(super) fn is_figure(word: &Name) -> bool {
    !word.quoted && word.text.starts_with(|c: char| c.is_ascii_digit() || "$€£¥₩".contains(c))
}

/// A word of digits in which letters stand for those that look like them, with digits alone; none where it is no such word.
pub(super) fn without_lookalikes(word: &str) -> Option<String> {
    let digit = |c: char| match c {
        'O' | 'o' => '0',
        'l' | 'I' => '1',
        other => other,
    };
    let meant: String = word.chars().map(digit).collect();
    let is_number = meant.chars().all(|c| c.is_ascii_digit() || ".,_-/".contains(c));
    let has_digit = word.contains(|c: char| c.is_ascii_digit());
    (is_number && has_digit && meant != word).then_some(meant)
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
        self.is_other_relation(sign, &with_recipient(operand), kind)
            || self.is_spelled_out(&operand.words)
            || self.is_lookalike(&operand.words)
            || self.is_dashed_range(&operand.words)
    }

    fn is_other_relation(&mut self, sign: &RelationSign, words: &[Name], kind: Option<MeasureKind>) -> bool {
        let numeric = matches!(kind, Some(MeasureKind::Dimension(_) | MeasureKind::Change));
        let at = match words.iter().position(is_figure) {
            Some(at) if at > 0 => at,
            None if numeric => words.len(),
            Some(_) | None => return false,
        };
        let (before, value) = words.split_at(at);
        let texts: Vec<&str> = before.iter().map(|word| &word.text[..]).collect();
        let Some(meant) = relation(&texts) else { return false };
        let meant = if sign.relation == Relation::NotEqual { meant.denied() } else { meant };
        let message = format!("`{} {}` is no relation", sign.text, phrase(before));
        let at = At(sign.at.0.cover(spanned(before).0));
        let meant = meant.before(&phrase(value));
        self.findings.error(Code::SyntaxError, message, at, format!("did you mean `{}`?", meant.trim_end()));
        true
    }

    /// Says of a number in which a letter stands for a digit that it does; whether it did.
    fn is_lookalike(&mut self, words: &[Name]) -> bool {
        let Some((first, rest)) = words.split_first() else { return false };
        let number = |text: &str| figure::number(text).is_some();
        let whole = || first.text.trim_matches('.').to_owned();
        let pointed = || if first.text.starts_with('.') { format!("0.{}", whole()) } else { whole() };
        let plain = Some(pointed()).filter(|plain| *plain != first.text && number(plain));
        let Some(meant) = without_lookalikes(&first.text).or(plain) else { return false };
        let meant = [&[meant][..], &rest.iter().map(|word| word.text.clone()).collect::<Vec<_>>()].concat().join(" ");
        self.findings.error(
            Code::BadNumber,
            format!("`{}` is no number", first.text),
            first.at,
            format!("did you mean `{meant}`?"),
        );
        true
    }

    /// Says of two numbers with a dash between them that a range is not written like that; whether it did.
    fn is_dashed_range(&mut self, words: &[Name]) -> bool {
        let Some((first, rest)) = words.split_first() else { return false };
        let Some((low, high)) = dashed(&first.text) else { return false };
        let unit = if rest.is_empty() { String::new() } else { format!(" {}", phrase(rest)) };
        let message = format!("`{}` is no number", first.text);
        self.findings.error(
            Code::BadNumber,
            message,
            first.at,
            format!("write the range as `in {low} .. {high}{unit}`"),
        );
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

    /// Says of a name behind a preposition that it is a number or a range of numbers; whether it did.
    pub(super) fn is_range(&mut self, key: &str, name: &Name) -> bool {
        if name.quoted || self.scope.name(&name.text).is_some() {
            return false;
        }
        if let Some((low, high)) = dashed(&name.text) {
            let message = format!("`{}` is no name, and a range is not written like that", name.text);
            let help = format!("write the range as `in {low} .. {high}`");
            self.findings.error(Code::SyntaxError, message, name.at, help);
            return true;
        }
        let number = self.is_number(&name.text);
        if number {
            let what = if key == "in" { "place" } else { "name" };
            let message = format!("`{}` is no {what}", name.text);
            let help = "write a range of numbers as `in 4e6 .. 6e6 USD`, a place with its name; a name of digits goes between quotation marks";
            self.findings.error(Code::SyntaxError, message, name.at, help.to_owned());
        }
        number
    }

    /// Whether a bare name is a number, perhaps with a magnitude and a unit behind it. "3M" and "7-Eleven" are names.
    fn is_number(&self, text: &str) -> bool {
        let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
        let digits = first.trim_start_matches(['$', '€', '£', '¥', '₩']);
        let plain = figure::number(digits.trim_end_matches('.')).is_some();
        let of = |word: &str| self.scope.magnitude(word).is_some() || self.scope.unit(word).is_some();
        plain && rest.split(' ').all(|word| word.is_empty() || of(word))
    }
}

/// The two ends of a range with a dash: `4–6 million`, `200-300`.
pub(super) fn dashed(text: &str) -> Option<(&str, &str)> {
    let ends = text.split_once(['–', '—', '-']);
    let (low, high) = ends.map(|(low, high)| (low.trim(), high.trim()))?;
    let low_digits = low.trim_start_matches(['$', '€', '£', '¥', '₩']);
    let begins = high.trim_start_matches(['$', '€', '£', '¥', '₩']).split([' ', '-']).next().unwrap_or("");
    let is_number = |text: &str| figure::parts(text).is_some_and(|parts| figure::number(&parts.number).is_some());
    (is_number(low_digits.split(' ').next()?)
        && low_digits.starts_with(|c: char| c.is_ascii_digit())
        && begins.starts_with(|c: char| c.is_ascii_digit())
        && is_number(begins)
        && figure::parts(begins).is_some_and(|parts| parts.suffix.is_none_or(|suffix| suffix.len() < 3)))
    .then_some((low, high))
}

/// How to write a date that is not written as the language writes it.
pub(super) fn date_hint(text: &str) -> Option<String> {
    let plain = text.trim_end_matches(['.', ',', ';']);
    let known = |date: &str| super::date::days(date).is_some();
    let whole = without_small_words(text);
    let meant = without_lookalikes(plain).or_else(|| (plain != text).then(|| plain.to_owned()));
    let meant = meant.or_else(|| (whole != text).then_some(whole)).filter(|date| known(date));
    let meant = meant.or_else(|| of_short_year(text)).or_else(|| of_misspelled_month(text)).or_else(|| of_year(text));
    if let Some(meant) = meant {
        return Some(format!("did you mean `{meant}`?"));
    }
    if is_day_of_month(text) {
        return Some(format!("say which year: `{text} 2024`"));
    }
    let mut dates: Vec<String> = in_other_orders(text).into_iter().filter(|date| known(date)).collect();
    dates.dedup();
    let dates: Vec<String> = dates.iter().map(|date| format!("`{date}`")).collect();
    (!dates.is_empty()).then(|| format!("did you mean {}?", dates.join(" or ")))
}

/// `3. of June 2031` is 3 June 2031, `20310603` the same.
fn without_small_words(text: &str) -> String {
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return [text.get(..4), text.get(4..6), text.get(6..)].map(|part| part.unwrap_or("")).join("-");
    }
    let words = text.split(' ').filter(|word| !matches!(*word, "of" | "the")).map(|word| word.trim_end_matches('.'));
    words.collect::<Vec<_>>().join(" ")
}

/// `'31` is 2031.
fn of_short_year(text: &str) -> Option<String> {
    let year = text.strip_prefix(['\'', '’'])?;
    (year.len() == 2 && year.bytes().all(|byte| byte.is_ascii_digit())).then(|| format!("20{year}"))
}

/// A month with a slip of the pen, and its year.
fn of_misspelled_month(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split(' ').collect();
    let slips = |word: &&str| MONTHS.iter().find(|month| is_slip(&word.to_lowercase(), month));
    let (at, month) = words.iter().enumerate().find_map(|(at, word)| Some((at, slips(word)?)))?;
    let meant: Vec<String> = words
        .iter()
        .enumerate()
        .map(|(own, word)| if own == at { capital(month) } else { (*word).to_owned() })
        .collect();
    Some(meant.join(" ")).filter(|date| super::date::days(date).is_some())
}

fn capital(month: &str) -> String {
    let (first, rest) = month.split_at(1);
    format!("{}{rest}", first.to_uppercase())
}

/// `end of 2031`, `year 2031`: the year alone.
fn of_year(text: &str) -> Option<String> {
    let (before, year) = text.rsplit_once(' ')?;
    let digits = before.contains(|c: char| c.is_ascii_digit());
    (!digits && super::date::is_year(year)).then(|| year.to_owned())
}

/// A day of a month without a year.
fn is_day_of_month(text: &str) -> bool {
    let words: Vec<&str> = text.split(' ').collect();
    matches!(words[..], [_, _]) && super::date::days(&format!("{text} 2024")).is_some()
}

/// Whether some words are plainly meant for a date: digits with strokes, dashes or dots between them, a quarter or a half of a year, a month
/// with a slip of the pen or small words in front of a year, a weekday, `next week`.
pub(super) fn looks_like_date(text: &str) -> bool {
    let (first, words) = (text.split(' ').next().unwrap_or(""), text.split(' ').count());
    let small = first.starts_with(char::is_lowercase);
    if is_weekday(text) || (small && words == 2 && matches!(first, "next" | "last" | "this")) {
        return true;
    }
    if small && words > 1 && text.rsplit(' ').next().is_some_and(super::date::is_year) {
        return true;
    }
    let digits = text.chars().all(|c| c.is_ascii_digit() || "-/.".contains(c));
    let years = text.split(['-', '/', '.', ' ']).any(super::date::is_year);
    let part = |word: &str| word.len() == 2 && word.contains(['Q', 'H']) && word.contains(|c: char| c.is_ascii_digit());
    years && ((digits && text.len() > 4) || text.split([' ', '-']).any(part) || of_misspelled_month(text).is_some())
}

/// The dates that three numbers with strokes or dots between them may stand for.
fn in_other_orders(text: &str) -> Vec<String> {
    let parts: Vec<&str> = text.split(['/', '.', '-']).collect();
    let [first, second, third] = parts[..] else { return Vec::new() };
    let iso = |year: &str, month: &str, day: &str| format!("{year}-{month:0>2}-{day:0>2}");
    if super::date::is_year(first) {
        let date = iso(first, second, third);
        return vec![if super::date::days(&date).is_some() { date } else { iso(first, third, second) }];
    }
    vec![iso(third, second, first), iso(third, first, second)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relations_in_other_words_are_known() {
        assert_eq!(relation(&["more", "then"]), Some(Meant::More));
        assert_eq!(relation(&["at", "lest"]), Some(Meant::AtLeast));
        assert_eq!(relation(&["greater", "than"]), Some(Meant::More));
        assert_eq!(relation(&["les", "than"]), Some(Meant::Less));
        assert_eq!(relation(&["equal", "to"]), Some(Meant::Equal));
        assert_eq!(relation(&["not", "more", "than"]), Some(Meant::AtMost));
        assert_eq!(relation(&["not", "equal", "to"]), Some(Meant::Not));
        assert_eq!(Meant::Between.before("200 and 300 USD"), "in 200 .. 300 USD");
        assert_eq!(relation(&["more", "jobs"]), None);
        assert_eq!(relation(&["then"]), None);
    }

    #[test]
    fn dates_of_other_countries_are_turned_round() {
        assert_eq!(date_hint("31/12/2031"), Some("did you mean `2031-12-31`?".to_owned()));
        assert_eq!(date_hint("3/4/2031"), Some("did you mean `2031-04-03` or `2031-03-04`?".to_owned()));
        assert_eq!(date_hint("31.12.2031"), Some("did you mean `2031-12-31`?".to_owned()));
        assert_eq!(date_hint("2031/12/31"), Some("did you mean `2031-12-31`?".to_owned()));
        assert_eq!(date_hint("2031-31-12"), Some("did you mean `2031-12-31`?".to_owned()));
        assert_eq!(date_hint("soon"), None);
    }

    #[test]
    fn dates_with_a_slip_are_mended() {
        for (written, meant) in [
            ("2O31", "2031"),
            ("2031.", "2031"),
            ("'31", "2031"),
            ("end of 2031", "2031"),
            ("Septembr 2031", "September 2031"),
        ] {
            assert_eq!(date_hint(written), Some(format!("did you mean `{meant}`?")));
        }
        assert_eq!(date_hint("Dec 31"), Some("say which year: `Dec 31 2024`".to_owned()));
        assert_eq!(date_hint("2031 and 2032"), None);
    }

    #[test]
    fn a_letter_that_stands_for_a_digit_is_found() {
        assert_eq!(without_lookalikes("22O"), Some("220".to_owned()));
        assert_eq!(without_lookalikes("l40"), Some("140".to_owned()));
        for word in ["220", "Oslo", "5l0x", "oil"] {
            assert_eq!(without_lookalikes(word), None);
        }
    }
}
