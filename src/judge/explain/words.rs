//! The words of explanations.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::check::{Assertion, Body};

use super::super::{Evidence, Judgement, Rule, Stance, Verdict};
use super::Case;

/// What may be done where the articles are wrong.
pub(super) const WAIVE: &str = "if the articles are wrong, keep the check with `known-wrong until DATE because \"…\"`";
/// How the passage of an article that is wrong is set aside.
pub(super) const SET_ASIDE: &str =
    "if one article is wrong, `allow ARTICLE contradicts CHECK because \"…\" until DATE` sets it aside";

/// `29 October 2025`.
pub(super) fn day(date: Date) -> String {
    date.strftime("%-d %B %Y").to_string()
}

/// `one source`, `no source`, `3 sources`.
pub(super) fn sources(number: usize) -> String {
    match number {
        0 => "no source".to_owned(),
        1 => "one source".to_owned(),
        more => format!("{more} sources"),
    }
}

/// `one source says`, `3 sources say`.
pub(super) fn say(number: usize) -> String {
    format!("{} {}", sources(number), if number > 1 { "say" } else { "says" })
}

/// `one source says so, 2 sources say otherwise`, counted over lineages.
pub(super) fn tally(evidence: &[Evidence]) -> String {
    let supporting = lineages(evidence, Stance::Supports);
    let contradicting = lineages(evidence, Stance::Contradicts);
    match (supporting, contradicting) {
        (0, 0) => "no source says so".to_owned(),
        (0, against) => format!("{} otherwise", say(against)),
        (for_it, 0) => format!("{} so", say(for_it)),
        (for_it, against) => format!("{} so, {} otherwise", say(for_it), say(against)),
    }
}

fn lineages(evidence: &[Evidence], stance: Stance) -> usize {
    let of_stance = evidence.iter().filter(|evidence| evidence.stance == stance);
    of_stance.map(|evidence| evidence.lineage).collect::<BTreeSet<_>>().len()
}

/// The verdict, and for a supported one by how many.
pub(super) fn found(judgement: &Judgement) -> String {
    match judgement.verdict {
        Verdict::Supported => format!("supported by {}", sources(judgement.lineages)),
        Verdict::Contradicted | Verdict::Disputed | Verdict::Ambiguous | Verdict::Unmentioned => {
            judgement.verdict.name().to_owned()
        }
    }
}

/// What a rule says, where it is not the plain count.
pub(super) fn rule(rule: Rule) -> Option<&'static str> {
    match rule {
        Rule::Tally | Rule::Nothing | Rule::SomeEvent => None,
        Rule::SeveralEvents => {
            Some("several events fit, and they differ; none of them is taken for the one that is meant")
        }
        Rule::OneQualifierOff => {
            Some("the passage agrees in the value and in all else that the line says, but not in this")
        }
        Rule::QualifiersLeftOut => {
            Some("the passages do not say all that the line says, and what they leave out is no support")
        }
        Rule::Never => {
            Some("`never` fails where one source says so, and where the articles do not speak of its subject")
        }
        Rule::Agreement => Some("`sources agree` needs two independent sources that are compatible"),
        Rule::EachSource => Some("`each source` takes the worst of its sources"),
        Rule::Derivation => Some("the value was computed; rounded operands leave it as open as they are themselves"),
    }
}

/// How many of the words that were searched for are told.
const MOST_WORDS: usize = 6;

/// What was searched for, where nothing was found: the forms of the measure.
pub(super) fn searched(case: Case<'_>) -> Option<String> {
    let (Body::Holds { operand, .. } | Body::Exists { operand, .. } | Body::Agree { operand }) = &case.assertion.body
    else {
        return None;
    };
    let measure = &operand.statement.measure;
    let forms: Vec<&str> = measure.forms.iter().take(MOST_WORDS).map(String::as_str).collect();
    let more = if measure.forms.len() > forms.len() { ", …" } else { "" };
    let articles = match case.corpus.documents.len() {
        1 => "one article".to_owned(),
        number => format!("{number} articles"),
    };
    let nothing = case.judgement.verdict == Verdict::Unmentioned && !forms.is_empty();
    nothing.then(|| format!("searched {articles} for: {}{more}", forms.join(", ")))
}

/// What the articles have where the assertion is at fault.
pub(super) fn correction(case: Case<'_>) -> String {
    if case.judgement.rule == Rule::Never {
        return "look whether these passages mean what the check forbids".to_owned();
    }
    let against = || case.judgement.evidence.iter().filter(|evidence| evidence.stance == Stance::Contradicts);
    let denial = || against().find(|evidence| evidence.reason.ends_with(super::super::words::DENIED_HERE));
    if let Some(evidence) = denial() {
        return format!("mend the line: a passage {}", evidence.reason);
    }
    let texts: BTreeSet<String> = against()
        .map(|evidence| case.sources.slice(evidence.focus).split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    let short: Vec<String> = texts
        .iter()
        .filter(|text| !text.is_empty() && text.chars().count() <= 40)
        .map(|text| format!("“{text}”"))
        .collect();
    if short.is_empty() || short.len() > 3 || short.len() < texts.len() {
        return "mend the line".to_owned();
    }
    format!("mend the line: the articles have {}", short.join(", "))
}

/// The editor's own message first, then what to do, then whom to ask.
pub(super) fn help(assertion: &Assertion, remedy: &str) -> String {
    let mut lines: Vec<String> = assertion.message.iter().cloned().collect();
    lines.push(remedy.to_owned());
    lines.extend(assertion.why.iter().map(|why| format!("why: {why}")));
    lines.extend(assertion.owner.iter().map(|owner| format!("owner: {owner}")));
    lines.join("\n")
}
