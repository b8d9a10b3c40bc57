//! What is counted: the head of the noun phrase behind a number, with the nouns that make a compound with it.

use super::refuse::is_called_by_number;
use super::unit::Unified;
use crate::extract::lexicon::Sense;
use crate::extract::number::{self, Before, Form, Phrase};
use crate::extract::reading::Reading;
use crate::value::{Number, Unit};

/// How many words behind a number its noun may stand.
const REACH: usize = 7;

/// The counted noun behind a number, singular and in lower case.
pub(super) fn counted(reading: &Reading<'_>, phrase: &Phrase, end: usize) -> Option<Unified> {
    if reading.is_hyphen(end) && reading.is_word(end + 1) {
        return attributive(reading, end + 1);
    }
    // "twofold", "the 2,000 mark"
    if reading.is(phrase.start, reading.known().multiple) || reading.reads(end, "mark") {
        return None;
    }
    if let Some(points) = part_of_a_point(reading, phrase, end) {
        return Some(points);
    }
    // "one in five adults", though not "half people".
    let shares = phrase.end > phrase.start + 2 && is_plural(reading, end);
    if phrase.form == Form::Part && !reading.reads(end, "of") && !is_article(reading, end) && !shares {
        return None;
    }
    let start = past_quote(reading, behind_of(reading, phrase, end));
    let start = if is_called_by_number(reading, start) { start + 2 } else { start };
    if start > end
        && let Some(some) = some_of(reading, phrase, start, end)
    {
        return Some(some);
    }
    let stop = run(reading, start);
    let single = phrase.value() == Some(Number::ONE);
    let found = if single { one_head(reading, start, stop) } else { head(reading, start, stop) };
    let Some((from, head)) = found else { return of_whole_in_front(reading, phrase, end) };
    let noun = name(reading, from, head);
    Some(Unified {
        unit: Some(Unit::count(&noun)),
        written: Some((from, head + 1)),
        end: head + 1,
        factor: Number::ONE,
    })
}

/// "three of the five judges": so many judges, and the five have a number of their own. "Two of the dead": people.
fn some_of(reading: &Reading<'_>, phrase: &Phrase, start: usize, end: usize) -> Option<Unified> {
    // "all but two of the nine": so many are left out.
    let but = phrase.start.checked_sub(1).is_some_and(|but| reading.reads(but, "but"));
    if phrase.form == Form::Part || but {
        return None;
    }
    if reading.is(start, reading.known().of_those) && !belongs(reading, start + 1) {
        let unit = Some(Unit::count(PERSON));
        return Some(Unified { unit, written: Some((start, start + 1)), end: start + 1, factor: Number::ONE });
    }
    let whole = number::read(reading, start, Before::Other).filter(|whole| whole.form != Form::Ordinal)?;
    let stop = run(reading, whole.end);
    let (from, head) = head(reading, whole.end, stop).filter(|(_, head)| is_plural(reading, *head))?;
    Some(Unified { unit: Some(Unit::count(&name(reading, from, head))), ..Unified::none(end) })
}

/// "Of the 30 people on board, 12 died": so many people, behind the comma.
fn of_whole_in_front(reading: &Reading<'_>, phrase: &Phrase, end: usize) -> Option<Unified> {
    let first = reading.first;
    let behind = (first..phrase.start).any(|at| reading.slice(at) == ",");
    let opens = reading.reads(first, "of") && is_article(reading, first + 1) && behind;
    let bare = opens && phrase.form != Form::Part && (!reading.is_word(end) || is_told(reading, end));
    let whole = number::read(reading, first + 2, Before::Other).filter(|_| bare)?;
    let (from, head) = head(reading, whole.end, run(reading, whole.end))?;
    is_plural(reading, head)
        .then(|| Unified { unit: Some(Unit::count(&name(reading, from, head))), ..Unified::none(end) })
}

/// Whether a word is a verb: "12 died", "18 were rescued".
fn is_told(reading: &Reading<'_>, at: usize) -> bool {
    reading.is(at, reading.known().phrase_end) || is_participle(reading.slice(at))
}

/// The code of the unit that counts people.
const PERSON: &str = "person";

/// "a quarter point", "half a point".
fn part_of_a_point(reading: &Reading<'_>, phrase: &Phrase, end: usize) -> Option<Unified> {
    let article = usize::from(is_article(reading, end));
    let one = phrase.end > phrase.start + 1 || article > 0;
    let point = phrase.form == Form::Part && one && reading.reads(end + article, "point");
    let (from, end) = (end + article, end + article + 1);
    point.then(|| Unified { unit: Some(Unit::count("point")), written: Some((from, end)), end, factor: Number::ONE })
}

/// "a visitor or two": the noun before the "or".
pub(super) fn counted_before(reading: &Reading<'_>, phrase: &Phrase, end: usize) -> Option<Unified> {
    let noun = phrase.start.checked_sub(2).filter(|&noun| noun > reading.first && reading.reads(noun + 1, "or"))?;
    let led =
        (noun.saturating_sub(2).max(reading.first)..noun).any(|at| reading.reads_one_of(at, &["a", "an", "another"]));
    let done = !reading.is_word(end) || reading.is(end, reading.known().phrase_end);
    let two = phrase.form == Form::Words && phrase.value() == Some(Number::from_integer(2));
    (led && done && two && belongs(reading, noun) && !is_plural(reading, noun))
        .then(|| Unified { unit: Some(Unit::count(&singular(reading, noun))), ..Unified::none(end) })
}

/// Behind the opening mark of a quoted name: three “Grand Designs”.
fn past_quote(reading: &Reading<'_>, at: usize) -> usize {
    let opens = matches!(reading.slice(at), "“" | "\"" | "‘") && !reading.glued(at) && reading.glued(at + 1);
    if opens && reading.is_word(at + 1) { at + 1 } else { at }
}

/// "14-nation": one noun, singular as it stands.
fn attributive(reading: &Reading<'_>, at: usize) -> Option<Unified> {
    let slice = reading.slice(at);
    // "three-nil"
    let blur =
        reading.reads_one_of(at, &["odd", "plus", "something", "ish", "strong"]) || reading.entry(at).may_be_number();
    let fits = !blur
        && slice.len() > 1
        && slice.starts_with(char::is_lowercase)
        && !reading.is(at, reading.known().phrase_end);
    fits.then(|| Unified {
        unit: Some(Unit::count(&singular(reading, at))),
        written: Some((at, at + 1)),
        end: at + 1,
        factor: Number::ONE,
    })
}

fn is_article(reading: &Reading<'_>, at: usize) -> bool {
    reading.reads_one_of(
        at,
        &["the", "a", "an", "its", "his", "her", "their", "our", "my", "your", "these", "those", "all"],
    )
}

/// Behind the "of the" of "dozens of the", "two-thirds of its".
fn behind_of(reading: &Reading<'_>, phrase: &Phrase, end: usize) -> usize {
    // "12 of the victims", though not "12 of March".
    let figures = phrase.form == Form::Digits && is_article(reading, end + 1);
    let loose = figures || matches!(phrase.form, Form::Vague | Form::Part | Form::Words);
    let mut at = end;
    if loose && reading.reads(at, "of") {
        at += 1;
    } else if phrase.form != Form::Part || is_plural(reading, end) {
        return end;
    }
    while is_article(reading, at) {
        at += 1;
    }
    // "two of Johnson's deputies"
    if at > end && reading.is_capitalised(at) && matches!(reading.slice(at + 1), "'s" | "’s") { at + 2 } else { at }
}

/// The end of the run of words from a place on that can belong to one noun phrase.
pub(super) fn run(reading: &Reading<'_>, start: usize) -> usize {
    let mut at = start;
    while at < start + REACH
        && (belongs(reading, at)
            // "two London-based banks": half of a hyphenated word is none by itself.
            || (at > start && reading.is_hyphen(at - 1) && reading.is_word(at))
            || (reading.is_hyphen(at) && reading.is_word(at + 1))
            || joins(reading, start, at)
            || is_numbered(reading, start, at)
            || (at > start && reading.slice(at) == "&" && reading.is_word(at + 1)))
    {
        at += 1;
    }
    at
}

/// The 3 of "Model 3 sedans", the 300 of "two new 300 Neo trucks".
fn is_numbered(reading: &Reading<'_>, start: usize, at: usize) -> bool {
    let small = reading.is_number(at)
        && reading.slice(at).len() <= 3
        && reading.slice(at).bytes().all(|byte| byte.is_ascii_digit());
    let model = reading.is_capitalised(at - 1) && is_plural(reading, at + 1)
        || reading.is_capitalised(at + 1) && is_plural(reading, at + 2);
    at > start && small && model
}

/// The "and" of "digital and physical sales", "Kia and Hyundai cars": between two of a kind.
fn joins(reading: &Reading<'_>, start: usize, at: usize) -> bool {
    let alike = is_adjective(reading, at - 1) && !is_plural(reading, at - 1)
        || reading.is_capitalised(at - 1) && reading.is_capitalised(at + 1) && !is_plural(reading, at - 1);
    at > start && reading.reads(at, "and") && alike && belongs(reading, at + 1)
}

fn belongs(reading: &Reading<'_>, at: usize) -> bool {
    let slice = reading.slice(at);
    let month = reading.is_capitalised(at)
        && (reading.is(at, reading.known().month) || reading.is(at, reading.known().weekday));
    let numeral = |sense: &Sense| matches!(sense, Sense::Number(_));
    reading.is_word(at)
        && !reading.is(at, reading.known().phrase_end)
        && (!reading.entry(at).senses.iter().any(numeral) || reading.is(at, reading.known().part))
        && !slice.starts_with(['\'', '’'])
        && (!slice.ends_with('.') || slice.len() > 3 && slice.trim_end_matches('.').contains('.'))
        && !month
        && (slice.len() > 1 || reading.is_capitalised(at) && slice != "I" && slice != "A")
}

/// The head of a run and where its compound begins: the last of its first plurals.
pub(super) fn head(reading: &Reading<'_>, start: usize, stop: usize) -> Option<(usize, usize)> {
    let first = (start..stop).find(|&at| is_plural(reading, at));
    let Some(mut head) = first else { return described(reading, start, stop) };
    while head + 1 < stop && is_plural(reading, head + 1) {
        head += 1;
    }
    Some((compound(reading, start, head), head))
}

/// "12 page document": a noun that describes another one is what is counted.
fn described(reading: &Reading<'_>, start: usize, stop: usize) -> Option<(usize, usize)> {
    let noun = (start..stop).find(|&at| !is_adjective(reading, at))?;
    let follows = noun + 1 < stop && noun == start;
    let lower = reading.slice(noun).starts_with(char::is_lowercase);
    (follows && lower && !is_participle(reading.slice(noun)) && reading.is_word(noun + 1)).then_some((noun, noun))
}

fn is_participle(word: &str) -> bool {
    word.ends_with("ed") && !word.ends_with("eed")
}

/// The head of what there is one of.
fn one_head(reading: &Reading<'_>, start: usize, stop: usize) -> Option<(usize, usize)> {
    let first = (start..stop).find(|&at| reading.is_word(at) && !is_adjective(reading, at))?;
    if is_plural(reading, first) || first > start + 2 {
        return None;
    }
    let compound =
        stop <= first + 2 && stop > start && reading.is_word(stop - 1) && !is_participle(reading.slice(stop - 1));
    let last = if compound { stop - 1 } else { first };
    Some((first, last)).filter(|_| last >= first)
}

/// Where the compound of a head begins: nouns in lower case before it belong to it, adjectives and names do not.
fn compound(reading: &Reading<'_>, start: usize, head: usize) -> usize {
    let capital = reading.is_capitalised(head);
    let mut from = head;
    for at in (start..head).rev().take(3) {
        let hyphen = reading.is_hyphen(at);
        let noun = reading.is_word(at) && reading.is_capitalised(at) == capital && !is_adjective(reading, at);
        if !(noun || hyphen && at > start) || head - at > 3 {
            break;
        }
        from = at;
    }
    // "first-team players" are players: half of a hyphenated word is none.
    while reading.is_hyphen(from) {
        from += 2;
    }
    if reading.is_word(from) { from } else { from + 1 }
}

pub(super) fn is_adjective(reading: &Reading<'_>, at: usize) -> bool {
    let entry = reading.entry(at);
    let word = reading.slice(at);
    let ordinal = entry.has(reading.known().ordinal);
    let people = entry.senses.iter().any(|sense| matches!(sense, Sense::Demonym(_))) && !is_plural(reading, at);
    entry.has(reading.known().adjective)
        || ordinal
        || people
        || (word.len() > 4 && !word.ends_with("eed") && ADJECTIVES.iter().any(|ending| word.ends_with(ending)))
}

/// What adjectives end in.
const ADJECTIVES: &[&str] = &[
    "al", "ous", "ive", "ic", "ful", "less", "able", "ible", "ary", "ese", "ish", "ed", "ing", "est", "ly", "ern",
    "ent", "ant",
];

/// Whether a word is a plural by its form.
pub(in crate::extract) fn is_plural(reading: &Reading<'_>, at: usize) -> bool {
    let entry = reading.entry(at);
    if entry.has(reading.known().plural) {
        return true;
    }
    let word = reading.slice(at);
    reading.is_word(at)
        && word.len() > 3
        && word.ends_with('s')
        && !["ss", "us", "is", "'s", "’s"].iter().any(|ending| word.ends_with(ending))
        && !entry.has(reading.known().not_plural)
}

/// The name of what is counted, its last word singular.
pub(super) fn name(reading: &Reading<'_>, from: usize, head: usize) -> String {
    let mut name = reading.range(from, head).to_lowercase();
    if !name.is_empty() {
        name.push_str(if reading.glued(head) { "" } else { " " });
    }
    name.push_str(&singular(reading, head));
    name
}

/// The singular of a word, in lower case.
pub(in crate::extract) fn singular(reading: &Reading<'_>, at: usize) -> String {
    let known = reading.known();
    let word = reading.slice(at).to_lowercase();
    if let Some(place) = reading.entry(at).place_in(known.plural) {
        let singular = reading.lexicon.words_of("irregular singular").and_then(|words| words.get(place));
        return singular.cloned().unwrap_or(word);
    }
    if reading.is(at, known.not_plural) || !is_plural(reading, at) {
        return word;
    }
    regular(word)
}

fn regular(mut word: String) -> String {
    let length = word.len();
    if word.ends_with("ies") && length > 4 {
        word.truncate(length - 3);
        word.push('y');
    } else if takes_es(&word) {
        word.truncate(length - 2);
    } else {
        word.truncate(length - 1);
    }
    word
}

/// Whether a plural has an E that its singular lacks: "boxes", "tornadoes", though not "toes".
fn takes_es(plural: &str) -> bool {
    let ends = |endings: &[&str]| endings.iter().any(|ending| plural.ends_with(ending));
    let vowel = plural.len() > 5 && ends(&["oes"]) && !ends(&["shoes", "toes", "noes"]);
    vowel || ends(&["sses", "shes", "ches", "xes", "zzes"])
}
