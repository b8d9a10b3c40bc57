//! `shares-above-whole`: percentages of one whole that come to more than 100.

use crate::diag::Code;
use crate::extract::singular;
use crate::value::{Amount, Dimension, Number, Quantity, Relation, Unit};

use super::article::{Article, Figure, Sentence};
use super::values::{bare, contradicts};
use super::{Finding, Mark};

/// Finds shares that do not go into one whole.
pub(super) fn find(article: &Article<'_>) -> Vec<Finding> {
    let alone = article.sentences().flat_map(|sentence| of_people(article, sentence));
    article.sentences().filter_map(|sentence| above(article, sentence)).chain(alone).collect()
}

/// "120 percent of households": each of whom counts once.
fn of_people(article: &Article<'_>, sentence: Sentence<'_>) -> Vec<Finding> {
    let is_off = |figure: &&Figure<'_>| {
        let quantity = &figure.mention.quantity;
        let is_share = quantity.unit.dimension == Dimension::Percent && figure.mention.change.is_none();
        let bare = bare(quantity).filter(|_| is_share && quantity.amount.states_nominal());
        bare.is_some_and(|share| contradicts(&share, Relation::AtMost, &whole()))
            && is_of_people(article, sentence, figure)
    };
    let finding = |figure: &Figure<'_>| Finding {
        code: Code::SharesAboveWhole,
        place: Mark::new(figure.span, ""),
        others: Vec::new(),
        message: "a share of those who are counted once each is more than 100 %".to_owned(),
        help: "mend the share, or say of what it is one",
    };
    sentence.figures().iter().filter(is_off).map(finding).collect()
}

/// "of the town's households", with nothing behind them that they are only a measure of: "of households' income".
fn is_of_people(article: &Article<'_>, sentence: Sentence<'_>, figure: &Figure<'_>) -> bool {
    let mut words = article.behind(sentence, figure.span).split_whitespace();
    if words.next() != Some("of") {
        return false;
    }
    let is_small = |word: &&str| matches!(*word, "the" | "all" | "our" | "its" | "their" | "these" | "those");
    let Some(word) = words.find(|word| !is_small(word)) else { return false };
    let noun = singular(word.trim_end_matches([',', '.', ';', ')']));
    let is_plural = word.trim_end_matches([',', '.', ';', ')']).to_lowercase() != noun;
    let ends = word.ends_with([',', '.', ';', ')']);
    let next = words.next().unwrap_or_default();
    let goes_on = ends
        || next.is_empty()
        || article.lore.grammar.is_function_word(next)
        || article.lore.grammar.is_verb_form(next);
    is_plural && goes_on && (article.is_listed("everybody", &noun) || article.is_listed("counted once", &noun))
}

fn above(article: &Article<'_>, sentence: Sentence<'_>) -> Option<Finding> {
    let figures = sentence.figures();
    let percent = |figure: &&Figure<'_>| figure.mention.quantity.unit.dimension == Dimension::Percent;
    let shares: Vec<&Figure<'_>> = figures.iter().filter(percent).collect();
    let [first, second] = *shares.as_slice() else { return of_list(article, sentence, &shares) };
    let one_whole = is_rest(article, sentence, second)
        || is_opposite(article, sentence, first, second)
        || is_result(article, sentence, first, second);
    let unchanged = first.mention.change.is_none() && second.mention.change.is_none();
    too_much(&shares).filter(|_| one_whole && unchanged)
}

/// Shares of one whole that come to more than it.
fn too_much(shares: &[&Figure<'_>]) -> Option<Finding> {
    let (last, others) = shares.split_last()?;
    let nothing = Quantity::new(Amount::exact(Number::ZERO), Unit::percent());
    let sum = shares.iter().try_fold(nothing, |sum, share| sum.plus(&bare(&share.mention.quantity)?))?;
    contradicts(&sum, Relation::AtMost, &whole()).then(|| Finding {
        code: Code::SharesAboveWhole,
        place: Mark::new(last.span, format!("{} together", sum.describe())),
        others: others.iter().map(|share| Mark::new(share.span, "")).collect(),
        message: "the shares of one whole come to more than 100 %".to_owned(),
        help: "mend one of the shares, or say of what each one is a share",
    })
}

/// "Holm won 52 percent of the vote, Marsh 38 percent and Tran 17 percent": names with a share each, of one vote.
fn of_list(article: &Article<'_>, sentence: Sentence<'_>, shares: &[&Figure<'_>]) -> Option<Finding> {
    let (first, last) = (shares.first()?, shares.last()?);
    let is_next = |pair: &[&Figure<'_>]| match pair {
        [one, next] => is_name(article.between(one.span, next.span)),
        _ => false,
    };
    let before = article.before(sentence, first.span);
    let words = before.split_whitespace().rev().take(2);
    let mut lead = words.map(|word| article.lore.grammar.dictionary_form(word));
    let is_result = lead.any(|word| article.is_listed("wins a vote", word) || article.is_listed("takes votes", word));
    let is_vote = sentence.span.slice(article.text()).to_lowercase().contains(" vote");
    let unchanged = shares.iter().all(|share| share.mention.change.is_none());
    let behind = article.behind(sentence, last.span).trim_start();
    // "28 percent of the postal vote" is a share of something else.
    let is_end = behind.is_empty()
        || behind.starts_with(['.', ';', '"', '”'])
        || OF_THE_VOTE.iter().any(|of| behind.starts_with(of));
    if !(is_result && is_vote && unchanged && is_end && shares.windows(2).all(is_next)) {
        return None;
    }
    // Where two have a majority there are several votes: ballot questions, seats, towns.
    let half = Quantity::new(Amount::exact(Number::from_integer(50)), Unit::percent());
    let has_majority = |share: &&&Figure<'_>| contradicts(&share.mention.quantity, Relation::AtMost, &half);
    if shares.iter().filter(has_majority).count() > 1 { None } else { too_much(shares) }
}

/// Whether some words are a name behind a comma or "and", and in front of these no more than "of the vote".
fn is_name(words: &str) -> bool {
    let words = OF_THE_VOTE.iter().find_map(|of| words.trim().strip_prefix(of)).unwrap_or(words);
    let words = words.trim().trim_start_matches(',').trim_start();
    let words: Vec<&str> = words.strip_prefix("and ").unwrap_or(words).split_whitespace().collect();
    (1..=3).contains(&words.len()) && words.iter().all(|word| word.starts_with(char::is_uppercase))
}

const OF_THE_VOTE: [&str; 2] = ["of the votes", "of the vote"];

/// 100 %, and one more for numbers that were rounded up.
fn whole() -> Quantity {
    Quantity::new(Amount::exact(Number::from_integer(101)), Unit::percent())
}

/// "the remaining 50 percent", "the other 50 percent".
fn is_rest(article: &Article<'_>, sentence: Sentence<'_>, share: &Figure<'_>) -> bool {
    let before = article.before(sentence, share.span).to_lowercase();
    ["the remaining", "the other", "the rest,", "the rest —"].iter().any(|words| before.trim_end().ends_with(words))
}

/// "62 percent approve and 45 percent disapprove": each share has one of two answers behind it, and no whole of its own.
fn is_opposite(article: &Article<'_>, sentence: Sentence<'_>, first: &Figure<'_>, second: &Figure<'_>) -> bool {
    let between = article.between(first.span, second.span);
    let behind = article.behind(sentence, second.span);
    let own_whole =
        |text: &str| text.split_whitespace().any(|word| matches!(word, "of" | "among" | "in" | "from" | "to" | "by"));
    let answer = |text: &str, class: &str| {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(6);
        words
            .map(|word| article.lore.grammar.dictionary_form(word).to_lowercase())
            .any(|word| article.is_listed(class, &word))
    };
    let short =
        between.len() < 100 && !own_whole(between) && !own_whole(behind.split(['.', ',', ';']).next().unwrap_or(""));
    let ways = [("answer for", "answer against"), ("answer against", "answer for")];
    short && ways.iter().any(|(one, other)| answer(between, one) && !answer(between, other) && answer(behind, other))
}

/// "beat Smith 62% to 48%", "leads 52 percent to 50 percent".
fn is_result(article: &Article<'_>, sentence: Sentence<'_>, first: &Figure<'_>, second: &Figure<'_>) -> bool {
    let between = article.between(first.span, second.span);
    let before = article.before(sentence, first.span);
    let words: Vec<&str> = before.split_whitespace().rev().take(5).collect();
    let wins = words.iter().any(|word| article.is_listed("wins a vote", article.lore.grammar.dictionary_form(word)));
    let from = words.first().is_some_and(|word| matches!(*word, "from" | "by" | "between"));
    matches!(between, "to" | "–" | "-" | "—") && wins && !from
}
