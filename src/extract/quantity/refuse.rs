//! What looks like a quantity and is none: labels, names, scores, telephone numbers, the pronoun "one".

use super::Draft;
use super::telephone::is_telephone;
use crate::extract::lexicon::Sense;
use crate::extract::number::{Form, Phrase, Said};
use crate::extract::reading::Reading;
use crate::text::TokenKind;
use crate::value::Number;

/// Whether a number phrase is part of a name, a label or a code. `start`: with its sign; `money`: that sign is a currency.
pub(super) fn refuses(reading: &Reading<'_>, phrase: &Phrase, start: usize, money: bool) -> bool {
    if money {
        return false;
    }
    if phrase.form == Form::Words || phrase.form == Form::Part && !reading.is_number(phrase.start) {
        let digits = phrase.start >= 2 && reading.is_hyphen(phrase.start - 1) && reading.is_number(phrase.start - 2);
        return digits && reading.is_capitalised(phrase.start)
            || is_pronoun(reading, phrase)
            || is_paired(reading, phrase)
            || in_an_idiom(reading, phrase)
            || is_later_half(reading, phrase);
    }
    if matches!(phrase.form, Form::Vague | Form::Ordinal) || in_an_idiom(reading, phrase) {
        return in_an_idiom(reading, phrase) || is_points(reading, phrase) || opens_name(reading, phrase);
    }
    runs_into_letters(reading, phrase)
        || is_code(reading, phrase, start)
        || is_list_label(reading, phrase)
        || is_shirt(reading, phrase)
        || is_some_age(reading, phrase)
        || is_label(reading, phrase, start)
        || is_called_by_number(reading, phrase.start)
        || is_model_again(reading, phrase)
        || is_address(reading, phrase)
}

/// "five 3-pointers": what a thing is called by its number, and no three of anything.
pub(super) fn is_called_by_number(reading: &Reading<'_>, at: usize) -> bool {
    reading.is_number(at) && reading.is_hyphen(at + 1) && reading.is(at + 2, reading.known().numbered)
}

/// "No. 2", "Category 4", "Game 7": a number that tells a rank.
pub(super) fn is_ranked(reading: &Reading<'_>, phrase: &Phrase, start: usize) -> bool {
    let before = phrase.start.wrapping_sub(1);
    let whole =
        phrase.form == Form::Digits && phrase.value().is_some_and(Number::is_integer) && !phrase.has_magnitude();
    let capital = reading.is_capitalised(before) || reading.slice(before).ends_with('.');
    let measured = reading.glued(phrase.end)
        && !matches!(
            reading.slice(phrase.end),
            "." | "," | ";" | ":" | "?" | "!" | "\"" | "”" | "’" | "'" | ")" | "'s" | "’s"
        );
    start == phrase.start
        && whole
        && capital
        && !reading.glued(phrase.start)
        && !measured
        && reading.is(before, reading.known().rank_label)
}

/// "A380", "COVID-19", "4x4", "3D": letters touch it that are no unit, or a hyphen joins it to a word before it.
fn runs_into_letters(reading: &Reading<'_>, phrase: &Phrase) -> bool {
    let at = phrase.start;
    // "scp2-173m", "J1149.5+6663"
    let serial = at >= 3
        && (reading.is_hyphen(at - 1) || reading.slice(at - 1) == "+" && reading.glued(at) && reading.glued(at - 1))
        && reading.is_number(at - 2)
        && reading.glued(at - 2)
        && reading.is_word(at - 3);
    // "fb−1": an exponent.
    let raised = at >= 2
        && reading.slice(at - 1) == "−"
        && reading.glued(at)
        && reading.glued(at - 1)
        && reading.is_word(at - 2);
    let end = phrase.end;
    let inside = reading.glued(end)
        && reading.is_word(end)
        && reading.glued(end + 1)
        && reading.is_number(end + 1)
        && reading.slice(at).len() > 3;
    let touched = reading.glued(at) && reading.is_word(at - 1) && !reading.slice(at - 1).ends_with('.');
    let joined = at > reading.first
        && reading.is_hyphen(at - 1)
        && (reading.is_word(at.wrapping_sub(2))
            && !reading
                .reads_one_of(at - 2, &["to", "and", "or", "by", "sub", "now", "then", "minus", "nearly", "mid"]));
    // "7-Eleven"
    let eleven = |hyphen: usize, word: usize| {
        reading.is_hyphen(hyphen) && reading.is_capitalised(word) && reading.entry(word).may_be_number()
    };
    // "7-6(4)"
    let tied = at >= 3 && reading.slice(at - 1) == "(" && reading.glued(at - 1) && reading.is_number(at - 2);
    touched
        || joined
        || tied
        || eleven(end, end + 1)
        || serial
        || raised
        || inside
        || reading.glued(at) && matches!(reading.slice(at - 1), "#" | "_" | "@" | "\\" | "№")
        || reading.glued(phrase.end) && is_strange(reading, phrase.end)
}

/// Letters behind a number that make it a name: neither a unit nor a magnitude.
fn is_strange(reading: &Reading<'_>, at: usize) -> bool {
    // The stop of "15cm." ends the sentence.
    let slice = reading.slice(at);
    let slice = if reading.is_word(at) { slice.strip_suffix('.').unwrap_or(slice) } else { slice };
    let symbol = |slice: &str| !reading.lexicon.symbol(slice).is_empty();
    let two = reading.range(at, at + 2);
    if matches!(slice, "F" | "C") && !super::unit::is_warm(reading, at) {
        return true;
    }
    reading.is_word(at)
        && slice != "s"
        && !symbol(slice)
        && !symbol(two)
        && reading.entry(at).senses.is_empty()
        && slice.len() <= 24
        && slice != "x"
        || matches!(slice, "_" | "#")
        || reading.is_word(at) && matches!(slice, "D" | "G" | "K" | "x") && slice.len() == 1 && !symbol(slice)
}

/// "Jane Doe (4)": the number of a player, too small for an age.
fn is_shirt(reading: &Reading<'_>, phrase: &Phrase) -> bool {
    let at = phrase.start;
    let name = |at: usize| reading.is_capitalised(at) && reading.slice(at).chars().skip(1).any(char::is_lowercase);
    let enclosed = at >= 3 && reading.slice(at - 1) == "(" && reading.slice(phrase.end) == ")";
    enclosed && phrase.end == at + 1 && reading.slice(at).len() == 1 && name(at - 2) && name(at - 3)
}

/// "in his 40s", "the mid-20s", "a 20-something": neither seconds nor a number of anything.
fn is_some_age(reading: &Reading<'_>, phrase: &Phrase) -> bool {
    let at = phrase.start;
    let tens = reading.slice(at).len() == 2 && reading.slice(at).ends_with('0') && phrase.end == at + 1;
    let plural = reading.slice(phrase.end) == "s" && reading.glued(phrase.end);
    let owners = ["his", "her", "their", "my", "our", "your", "early", "late", "mid", "the"];
    let led = reading.reads_one_of(at.wrapping_sub(1), &owners)
        || reading.is_hyphen(at.wrapping_sub(1)) && reading.reads(at.wrapping_sub(2), "mid");
    let something = reading.is_hyphen(phrase.end) && reading.reads(phrase.end + 1, "something");
    tens && plural && led || something
}

/// Several numbers joined by stops, slashes, colons or hyphens: a telephone number, a time, a score, a version.
fn is_code(reading: &Reading<'_>, phrase: &Phrase, start: usize) -> bool {
    let joins =
        |at: usize| matches!(reading.slice(at), "/" | ":" | "." | "×") && reading.glued(at) && reading.glued(at + 1);
    let ahead = joins(phrase.end) && reading.is_number(phrase.end + 1);
    let before = phrase.start.wrapping_sub(1);
    let behind = phrase.start >= 2 && joins(before) && reading.is_number(phrase.start - 2);
    let digits = reading.slice(phrase.start);
    let padded = digits.len() > 1 && digits.starts_with('0') && !digits.starts_with("0.") && !digits.starts_with("0,");
    let padded = padded && !(digits.contains('.') && reading.is_all(phrase.start, phrase.end));
    ahead
        || behind
        || padded
        || !is_mixed(reading, phrase)
            && (is_telephone(reading, phrase.start, phrase.end)
                || chained(reading, phrase)
                || is_score(reading, phrase, start)
                || is_tally(reading, phrase, start))
        || is_odds(reading, phrase)
}

/// "7-1/4": a whole number with its fraction behind a hyphen.
fn is_mixed(reading: &Reading<'_>, phrase: &Phrase) -> bool {
    let fraction = phrase.end.wrapping_sub(3);
    fraction == phrase.start + 2 && reading.is_hyphen(fraction - 1) && reading.slice(fraction + 1) == "/"
}

/// "10-to-1", "a 5-to-4 vote": two numbers that fall; "a 3-for-1 split".
fn is_odds(reading: &Reading<'_>, phrase: &Phrase) -> bool {
    let joined = |left: usize| {
        reading.is_hyphen(left + 1)
            && reading.reads_one_of(left + 2, &["to", "for"])
            && reading.is_hyphen(left + 3)
            && reading.is_number(left + 4)
    };
    let left = match phrase.start.checked_sub(4) {
        _ if joined(phrase.start) => phrase.start,
        Some(left) if joined(left) => left,
        Some(_) | None => return false,
    };
    let value = |at: usize| reading.slice(at).parse::<u64>().ok();
    reading.reads(left + 2, "for") || value(left).zip(value(left + 4)).is_some_and(|(left, right)| left >= right)
}

/// "555-123-4567", "978-3-16": a chain of three numbers.
fn chained(reading: &Reading<'_>, phrase: &Phrase) -> bool {
    let hyphen = |at: usize| matches!(reading.slice(at), "-" | "–" | "/") && reading.glued(at) && reading.glued(at + 1);
    let (mut first, mut last) = (phrase.start, phrase.start);
    let mut count = 1;
    while count < 4 && first >= 2 && hyphen(first - 1) && reading.is_number(first - 2) {
        first -= 2;
        count += 1;
    }
    while count < 4 && hyphen(last + 1) && reading.is_number(last + 2) {
        last += 2;
        count += 1;
    }
    count > 2
}

/// "97-1", "3-2 win": two bare whole numbers that fall, or rise beside a word of matches and votes.
fn is_score(reading: &Reading<'_>, phrase: &Phrase, start: usize) -> bool {
    let hyphen = |at: usize| matches!(reading.slice(at), "-" | "–") && reading.glued(at) && reading.glued(at + 1);
    let plain = |at: usize| reading.is_number(at) && reading.slice(at).bytes().all(|byte| byte.is_ascii_digit());
    let (left, right) = if start >= 2 && hyphen(start - 1) && plain(start.wrapping_sub(2)) {
        (start - 2, start)
    } else if hyphen(phrase.end) && plain(phrase.end + 1) && phrase.end == start + 1 {
        (start, phrase.end + 1)
    } else {
        return false;
    };
    let value = |at: usize| reading.slice(at).parse::<u64>().unwrap_or(u64::MAX);
    if is_one_of_a_series(reading, left, right) {
        return true;
    }
    if value(left) >= value(right) && !(reading.glued(right + 1) && reading.slice(right + 1) == "%") {
        return true;
    }
    let near = left.saturating_sub(4).max(reading.first)..(right + 5).min(reading.end);
    let counted = reading.is_word(right + 1)
        && !reading.is(right + 1, reading.known().phrase_end)
        && !reading.is(right + 1, reading.known().score);
    !counted && reading.slice(right + 1) != "%" && near.into_iter().any(|at| reading.is(at, reading.known().score))
}

/// So many words at most are between a verb of voting and its tally: "approved the sale of the old mill by 6 to 3".
const MOST_BEFORE_TALLY: usize = 14;

/// "voted 6 to 3", "by a vote of 14 to 21": two bare whole numbers with "to" between them behind a word of voting.
fn is_tally(reading: &Reading<'_>, phrase: &Phrase, start: usize) -> bool {
    let plain = |at: usize| reading.is_number(at) && reading.slice(at).bytes().all(|byte| byte.is_ascii_digit());
    let (left, right) = match start.checked_sub(2) {
        _ if reading.reads(start + 1, "to") && plain(start + 2) => (start, start + 2),
        Some(left) if reading.reads(left + 1, "to") => (left, start),
        Some(_) | None => return false,
    };
    let counted = reading.is_word(right + 1)
        && !reading.is_capitalised(right + 1)
        && !reading.is(right + 1, reading.known().phrase_end)
        && !reading.is(right + 1, reading.known().score);
    let joined = matches!(reading.slice(right + 1), "%" | "-" | "–" | "/" | ":") || reading.is_number(right + 1);
    let levels = reading.reads_one_of(left.wrapping_sub(1), &["from", "between", "aged", "ages"]);
    let near = left.saturating_sub(MOST_BEFORE_TALLY).max(reading.first)..left;
    phrase.end == phrase.start + 1
        && plain(left)
        && plain(right)
        && !counted
        && !joined
        && !levels
        && near.into_iter().any(|at| reading.is(at, reading.known().vote))
}

/// "6-4, 3-6, 7-5", "Norvik (2-6)": the sets of a match, the record of a team.
fn is_one_of_a_series(reading: &Reading<'_>, left: usize, right: usize) -> bool {
    let pair = |at: usize| {
        reading.is_number(at)
            && matches!(reading.slice(at + 1), "-" | "–")
            && reading.is_number(at + 2)
            && [at, at + 2].iter().all(|&at| reading.slice(at).len() < 3)
    };
    let comma = |at: usize| reading.slice(at) == ",";
    let set = comma(right + 1) && pair(right + 2) || left >= 4 && comma(left - 1) && pair(left - 4);
    let enclosed = reading.slice(left.wrapping_sub(1)) == "(" && reading.slice(right + 1) == ")";
    pair(left) && (set || enclosed && left >= 2 && reading.is_capitalised(left - 2))
}

/// "high scores", "their scores": points, and not many times twenty.
fn is_points(reading: &Reading<'_>, phrase: &Phrase) -> bool {
    let before = phrase.start.wrapping_sub(1);
    let scores = reading.reads(phrase.start, "scores") && phrase.end == phrase.start + 1;
    let many = reading.reads(phrase.end, "of") || super::noun::is_plural(reading, phrase.end);
    let known = reading.known();
    let owned =
        reading.is(before, known.determiner) || reading.reads_one_of(before, &["his", "her", "its", "their", "our"]);
    let verb = reading.is(before, known.phrase_end)
        || ["ing", "ed", "s"].iter().any(|end| reading.slice(before).ends_with(end));
    scores && !many && before >= reading.first && reading.is_word(before) && (owned || !verb)
}

/// "1." or "2)" at the beginning of a sentence.
fn is_list_label(reading: &Reading<'_>, phrase: &Phrase) -> bool {
    let whole = reading.slice(phrase.start).len() <= 3 && phrase.end == phrase.start + 1;
    whole
        && reading.is_first(phrase.start)
        && matches!(reading.slice(phrase.end), "." | ")")
        && reading.glued(phrase.end)
        && phrase.end + 1 < reading.end
}

/// "page 5", "Flight 370", "Voyager 2": a word before a bare number that it labels.
fn is_label(reading: &Reading<'_>, phrase: &Phrase, start: usize) -> bool {
    if start != phrase.start || phrase.has_magnitude() || phrase.form != Form::Digits {
        return false;
    }
    let Some(before) = phrase.start.checked_sub(1).filter(|&before| before >= reading.first) else { return false };
    let known = reading.known();
    // "pp. 12-15": the label covers both.
    let chained = reading.is_hyphen(before)
        && reading.is_number(before.wrapping_sub(1))
        && reading.is(before.wrapping_sub(2), known.label);
    // "page 12", though not "the sector 2 percent lower".
    let unit = |sense: &Sense| matches!(sense, Sense::Unit(_));
    let labelled = reading.is(before, known.label) && !reading.entry(phrase.end).senses.iter().any(unit);
    // "the ftse 100", though not "the nikkei 300 points lower"
    let index = reading.is(before, known.share_index) && is_unmeasured(reading, phrase.end);
    if labelled || index || chained || reading.row(phrase.end, known.label_after).is_some() {
        return true;
    }
    let bare = is_unmeasured(reading, phrase.end);
    let name = is_name(reading, before);
    let whole = phrase.value().is_some_and(Number::is_integer) && !reading.slice(phrase.start).contains(',');
    let determined =
        reading.reads_one_of(before.wrapping_sub(1), &["the", "a", "an", "its", "their", "his", "her", "new"]);
    (bare || determined && !is_measured(reading, phrase.end))
        && name
        && whole
        && !is_title_case(reading)
        && !leaves_out_noun(reading, before)
        && !is_handed(reading, phrase.end)
}

/// "gave Lund 24 more", "sold Lomax 23 of its gates": what follows counts, and the name is that of whoever got so many.
fn is_handed(reading: &Reading<'_>, end: usize) -> bool {
    const OWNERS: [&str; 7] = ["them", "those", "his", "her", "its", "their", "my"];
    let more = reading.reads(end, "more") && !reading.reads(end + 1, "than");
    more || reading.reads(end, "of") && reading.reads_one_of(end + 1, &OWNERS)
}

/// "the Kestrel 7 Air and 7 Air Wide": the number of a model, told again without its name.
fn is_model_again(reading: &Reading<'_>, phrase: &Phrase) -> bool {
    let (at, word) = (phrase.start, phrase.end);
    let same = |one: usize, other: usize| reading.slice(one) == reading.slice(other);
    let told = |first: usize| {
        same(first, at) && same(first + 1, word) && reading.slice(first.wrapping_sub(1)).contains(char::is_uppercase)
    };
    word == at + 1 && reading.is_capitalised(word) && (reading.first.max(at.saturating_sub(REACH))..at).any(told)
}

/// How far apart two numbers of models stand.
const REACH: usize = 8;

/// "Lund has 28 pupils and Wisby 33": behind a count and "and", a name and a number without verb and noun. `last`: the name's last word.
fn leaves_out_noun(reading: &Reading<'_>, last: usize) -> bool {
    let first = (last.saturating_sub(2)..=last).rev().take_while(|&at| reading.is_capitalised(at)).last();
    let Some(link) = first.and_then(|first| first.checked_sub(1)) else { return false };
    let joined = reading.reads_one_of(link, &["and", "but"]) || reading.slice(link) == ",";
    let noun = link.wrapping_sub(1);
    let counted = super::noun::is_plural(reading, noun) && reading.slice(noun).starts_with(char::is_lowercase);
    joined && counted && reading.is_number(noun.wrapping_sub(1))
}

/// Whether a word may be a name that a number belongs to: a capital within the sentence, and no word that numbers stand behind.
fn is_name(reading: &Reading<'_>, at: usize) -> bool {
    let known = reading.known();
    let entry = reading.entry(at);
    let capital = reading.is_word(at) && reading.slice(at).contains(char::is_uppercase);
    let grammar = [known.phrase_end, known.month, known.weekday, known.up, known.down, known.minus, known.time_unit];
    let hedge = |sense: &Sense| matches!(sense, Sense::Before(_) | Sense::Number(_) | Sense::Magnitude(_));
    capital
        && !reading.is_first(at)
        && !grammar.iter().any(|&class| entry.has(class))
        && !entry.senses.iter().any(hedge)
}

/// Whether no unit or sign follows that makes a measure of a number.
fn is_unmeasured(reading: &Reading<'_>, end: usize) -> bool {
    let plural = super::noun::is_plural(reading, end) && reading.slice(end).starts_with(char::is_lowercase);
    let ends = reading.is(end, reading.known().phrase_end) || !reading.is_word(end);
    !is_measured(reading, end) && (ends || !plural)
}

/// Whether a unit or the sign of one follows.
fn is_measured(reading: &Reading<'_>, end: usize) -> bool {
    let entry = reading.entry(reading.past_hyphen(end));
    let unit = |sense: &Sense| matches!(sense, Sense::Unit(_) | Sense::Minor(_) | Sense::After(_));
    let symbol = reading.token(end).is_some_and(|token| token.kind == TokenKind::Symbol)
        || reading.glued(end) && reading.is_word(end) && !reading.slice(end).starts_with(['\'', '’']);
    entry.senses.iter().any(unit) || symbol
}

/// Whether a headline's words are capitalised, so that capitals tell no names.
fn is_title_case(reading: &Reading<'_>) -> bool {
    let words = (reading.first..reading.end.min(reading.first + 120))
        .filter(|&at| reading.is_word(at) && reading.slice(at).len() > 3);
    let (mut capital, mut all) = (0, 0);
    for at in words.take(40) {
        all += 1;
        capital += usize::from(reading.is_capitalised(at));
    }
    all > 2 && capital * 4 >= all * 3
}

/// "10 Downing Street".
fn is_address(reading: &Reading<'_>, phrase: &Phrase) -> bool {
    let mut at = phrase.end;
    while at < phrase.end + 4 && reading.is_capitalised(at) {
        if at > phrase.end && reading.is(at, reading.known().street) {
            return true;
        }
        at += 1;
    }
    false
}

/// "one" that stands for a noun, and "a" fractions that are nouns.
fn is_pronoun(reading: &Reading<'_>, phrase: &Phrase) -> bool {
    let one = phrase.end == phrase.start + 1 && reading.reads(phrase.start, "one");
    let known = reading.known();
    let before = phrase.start.wrapping_sub(1);
    if one && reading.reads(phrase.end, "of") || is_team(reading, phrase) {
        return true;
    }
    // "that one mile"
    let measured = super::super::number::is_one_of_a_unit(reading, phrase.end);
    // "the third serious one involving a ferry"
    let done = !reading.is_word(phrase.end)
        || reading.is(phrase.end, known.phrase_end)
        || reading.slice(phrase.end).ends_with("ing");
    let described = before >= reading.first
        && done
        && !reading.is(before, known.minus)
        && super::noun::is_adjective(reading, before);
    one && (reading.is(before, known.before_one) && !measured
        || described
        || phrase.start > reading.first && reading.is_hyphen(before)
        || is_one_hyphen(reading, phrase.end))
}

/// "at one point", "two cents' worth": a row of words in which a number word is none.
fn in_an_idiom(reading: &Reading<'_>, phrase: &Phrase) -> bool {
    let from = phrase.start.saturating_sub(2).max(reading.first);
    (from..=phrase.start).any(|at| reading.row(at, reading.known().idiom).is_some_and(|end| end > phrase.start))
}

/// "Big Ten", "Chapter Eleven": a capital within the sentence, behind another.
fn is_team(reading: &Reading<'_>, phrase: &Phrase) -> bool {
    let before = phrase.start.wrapping_sub(1);
    let capitals = reading.is_capitalised(phrase.start) && reading.is_capitalised(before) && !reading.is_first(before);
    capitals
        && phrase.end == phrase.start + 1
        && !is_title_case(reading)
        && !reading.is(before, reading.known().weekday)
}

/// "First National Bank": an ordinal with a capital, in front of a name; at the start of a sentence in front of two words of one. A
/// headline would give what follows a capital too.
fn opens_name(reading: &Reading<'_>, phrase: &Phrase) -> bool {
    let name = |at: usize| at < reading.end && reading.is_capitalised(at) && is_name(reading, at);
    let end = (phrase.end..reading.end).find(|at| !name(*at)).unwrap_or(reading.end);
    let least = if reading.is_first(phrase.start) { 2 } else { 1 };
    let is_small = reading.slice(end).starts_with(char::is_lowercase) && !reading.is(end, reading.known().phrase_end);
    phrase.form == Form::Ordinal
        && phrase.end == phrase.start + 1
        && reading.is_capitalised(phrase.start)
        && end >= phrase.end + least
        && (is_small || !is_title_case(reading))
}

/// "one-sided", "one-off".
fn is_one_hyphen(reading: &Reading<'_>, end: usize) -> bool {
    reading.is_hyphen(end) && reading.is_word(end + 1) && reading.entry(end + 1).senses.is_empty()
}

/// "two-by-four", "one-on-one": number words that hyphens join to more than a unit.
fn is_paired(reading: &Reading<'_>, phrase: &Phrase) -> bool {
    let word =
        |at: usize| reading.reads_one_of(at, &["on", "by", "for", "fold", "off", "sided", "handed", "stop", "piece"]);
    reading.is_hyphen(phrase.end) && word(phrase.end + 1)
        || phrase.start > reading.first
            && reading.is_hyphen(phrase.start - 1)
            && reading.is_word(phrase.start.wrapping_sub(2))
            && word(phrase.start - 2)
}

/// "the second half", "half-staff": halves that are no parts of one.
fn is_later_half(reading: &Reading<'_>, phrase: &Phrase) -> bool {
    let half = phrase.form == Form::Part && reading.reads(phrase.start, "half") && phrase.end == phrase.start + 1;
    let before = phrase.start.wrapping_sub(1);
    let known = reading.known();
    let ranked = phrase.start > reading.first
        && (reading.is(before, known.ordinal)
            || reading.reads_one_of(
                before,
                &["other", "latter", "final", "last", "better", "this", "that", "each", "either", "in"],
            ));
    half && (ranked || reading.is_hyphen(phrase.end))
}

/// Whether a number word is too weak to be a quantity by itself: "one" without a noun, small vague numbers, a lone "half".
pub(super) fn is_bare_word(reading: &Reading<'_>, draft: &Draft) -> bool {
    let unitless = draft.unit.unit.is_none();
    let phrase = &draft.phrase;
    let one = phrase.end == phrase.start + 1 && reading.reads(phrase.start, "one") && draft.to.is_none();
    let hedged = draft.start < phrase.start;
    match (phrase.form, phrase.said) {
        (Form::Vague, _) => is_indefinite(reading, draft),
        (Form::Part, Said::Exactly(_)) if !reading.is_number(phrase.start) => {
            unitless && !hedged && !is_portion(reading, phrase) && !reading.is_all(phrase.start, phrase.end)
        }
        (Form::Words, _) => one && unitless && !hedged,
        _ => false,
    }
}

/// "several", "a few minutes", "several times": without a thing that is counted. A length is a time, and how often something happens no
/// count. As all of an answer they count what was asked for.
fn is_indefinite(reading: &Reading<'_>, draft: &Draft) -> bool {
    let phrase = &draft.phrase;
    let lasts = super::is_duration(&draft.unit);
    let often = reading.reads(phrase.end, "times");
    reading.row(phrase.start, reading.known().small_vague) == Some(phrase.end)
        && (draft.unit.unit.is_none() || lasts || often)
        && !reading.is_all(phrase.start, phrase.end)
}

/// "a fifth" at the end of its clause.
fn closes(reading: &Reading<'_>, phrase: &Phrase) -> bool {
    phrase.end > phrase.start + 1 && (phrase.end >= reading.end || !reading.is_word(phrase.end))
}

/// "fell by a third to 6 million", "by half in May": no noun follows that it could rank.
fn is_difference(reading: &Reading<'_>, phrase: &Phrase) -> bool {
    phrase.start > reading.first
        && reading.reads(phrase.start - 1, "by")
        && reading.is(phrase.end, reading.known().phrase_end)
}

/// "half of", "half the", "a third of", "two-thirds".
fn is_portion(reading: &Reading<'_>, phrase: &Phrase) -> bool {
    let counted = phrase.end > phrase.start + 1 && !reading.reads_one_of(phrase.start, &["a", "an"]);
    counted
        || closes(reading, phrase)
        || is_difference(reading, phrase)
        || reading.reads_one_of(
            phrase.end,
            &["of", "the", "its", "their", "his", "her", "our", "all", "that", "as", "my", "your"],
        )
}
