//! Units: before the number, behind it, by word, by symbol, or the noun that is counted.

use super::money::{self, Sign};
use super::noun;
use super::{age, hedge};
use crate::extract::lexicon::Sense;
use crate::extract::number::{self, Before, Form, Phrase};
use crate::extract::reading::Reading;
use crate::text::TokenKind;
use crate::value::{Dimension, Number, Unit};

/// The unit of a number, if it has one, and where the phrase ends with it.
#[derive(Clone, Debug)]
pub(in crate::extract) struct Unified {
    pub unit: Option<Unit>,
    /// The tokens that write it.
    pub written: Option<(usize, usize)>,
    pub end: usize,
    /// What the number is multiplied by: a hundredth for cents.
    pub factor: Number,
}

/// How many words away a word tells what an ambiguous unit means.
pub(super) const NEAR: usize = 30;

impl Unified {
    pub(super) fn none(end: usize) -> Self {
        Self { unit: None, written: None, end, factor: Number::ONE }
    }

    pub(super) fn of(unit: Unit, start: usize, end: usize) -> Self {
        Self { unit: Some(unit), written: Some((start, end)), end, factor: Number::ONE }
    }
}

/// The unit of a number phrase that ends at `end`; `sign` is the currency that stands before it.
pub(super) fn after(reading: &Reading<'_>, phrase: &Phrase, end: usize, sign: Option<&Sign>) -> Unified {
    if phrase.form == Form::Ordinal {
        return Unified::none(end);
    }
    if let Some(sign) = sign {
        return with_sign(reading, end, sign);
    }
    measured(reading, phrase, end)
        .or_else(|| percentage_of(reading, phrase, end))
        .or_else(|| age::by_words(reading, phrase, end))
        .or_else(|| noun::counted(reading, phrase, end))
        .or_else(|| noun::counted_before(reading, phrase, end))
        .or_else(|| behind_hedge(reading, phrase, end))
        .unwrap_or_else(|| Unified::none(end))
}

/// "20 or more people", "10 or so tonnes": the hedge stands between the number and what it counts.
fn behind_hedge(reading: &Reading<'_>, phrase: &Phrase, end: usize) -> Option<Unified> {
    let plus = reading.slice(end) == "+" && !reading.glued(end + 1);
    let (stop, _) = hedge::after(reading, end).filter(|_| plus || reading.is_word(end) || reading.is_hyphen(end))?;
    measured(reading, phrase, stop).or_else(|| noun::counted(reading, phrase, stop))
}

/// "a pass percentage of 83.5", "percent of 12": the number behind the word says how many, where it counts nothing itself. A rate of
/// wins is told as a share of one: "a winning percentage of .620".
fn percentage_of(reading: &Reading<'_>, phrase: &Phrase, end: usize) -> Option<Unified> {
    let word = phrase.start.checked_sub(2).filter(|_| reading.reads(phrase.start - 1, "of"))?;
    let spelled = |at: usize| by_word(reading, at).filter(|found| found.end == word + 1);
    let found = word.checked_sub(1).and_then(spelled).or_else(|| spelled(word))?;
    let percent = found.unit.as_ref().is_some_and(|unit| unit.dimension == Dimension::Percent);
    let before = found.written.map_or(word, |(start, _)| start).wrapping_sub(1);
    let counted = reading.is_number(before)
        || reading.entry(before).may_be_number() && !reading.is(before, reading.known().article);
    let share = phrase.value().is_some_and(|value| value >= Number::ONE) && !phrase.has_magnitude();
    let asked = reading.reads_one_of(before, &["what", "which"]);
    let closes = !reading.is_word(end) && !matches!(reading.slice(end), "-" | "/" | ":");
    (percent && share && closes && !counted && !asked).then_some(Unified { end, ..found })
}

/// "$5", "$5 dollars", "US$5 CAD": the sign counts, and the code behind it where it says more.
fn with_sign(reading: &Reading<'_>, end: usize, sign: &Sign) -> Unified {
    let spelled = by_word(reading, end).filter(is_money);
    let code = || by_symbol(reading, end).filter(|found| is_money(found) && !reading.is_number(found.end));
    let mut found = Unified { end, ..Unified::of(sign.unit.clone(), sign.start, sign.end) };
    let country = || dollar_of(reading, end, sign);
    if let Some(more) = spelled.or_else(code).or_else(country).filter(|more| more.factor == Number::ONE) {
        found.end = more.end;
        found.unit = more.unit;
    }
    found
}

/// "$64 U.S. per barrel", "$5 million HK": the country of the dollar stands behind the amount, as it would before the sign.
fn dollar_of(reading: &Reading<'_>, at: usize, sign: &Sign) -> Option<Unified> {
    let country = reading.slice(at).replace('.', "");
    let capitals = country.len() > 1 && country.len() < 4 && country.chars().all(char::is_uppercase);
    let closes = !reading.is_word(at + 1) || reading.is(at + 1, reading.known().phrase_end);
    let plain = sign.end == sign.start + 1 && reading.slice(sign.start) == "$";
    let unit = (plain && capitals && closes).then(|| money::currency(reading, &format!("{country}$")))??;
    Some(Unified::of(unit, at, at + 1))
}

fn is_money(found: &Unified) -> bool {
    found.unit.as_ref().is_some_and(|unit| unit.dimension == Dimension::Money)
}

fn measured(reading: &Reading<'_>, phrase: &Phrase, end: usize) -> Option<Unified> {
    let start = partitive(reading, phrase, end);
    let found = money::by_magnitude(reading, end)
        .or_else(|| by_word(reading, start))
        .or_else(|| scale_behind(reading, by_symbol(reading, end)?))
        .or_else(|| by_prime(reading, phrase, end))
        .or_else(|| age::decades_old(reading, start))
        .or_else(|| described(reading, start))
        .or_else(|| absolute(reading, phrase))?;
    let found = pound(reading, phrase, found);
    let found = with_magnitude(reading, phrase, found);
    let found = age::aged(reading, phrase, found);
    let found = rated(reading, found);
    Some(degrees(reading, found))
}

/// "absolute zero": of the scale that begins there, where the sentence speaks of heat.
fn absolute(reading: &Reading<'_>, phrase: &Phrase) -> Option<Unified> {
    let zero = phrase.end == phrase.start + 1 && reading.reads(phrase.start, "zero");
    let told = zero && reading.reads(phrase.start.wrapping_sub(1), "absolute") && speaks_of_heat(reading, phrase.start);
    let unit = reading.lexicon.units.iter().find(|unit| told && &*unit.code == "K")?;
    Some(Unified { unit: Some(unit.clone()), ..Unified::none(phrase.end) })
}

/// "75 USD million": the magnitude stands behind the code.
fn with_magnitude(reading: &Reading<'_>, phrase: &Phrase, mut found: Unified) -> Unified {
    let code = found.written.filter(|&(start, end)| {
        end == start + 1
            && reading.slice(start).len() == 3
            && reading.slice(start).bytes().all(|b| b.is_ascii_uppercase())
    });
    let bare = code.is_some() && is_money(&found) && !phrase.has_magnitude();
    if let Some((end, factor)) = number::magnitude_behind(reading, found.end).filter(|_| bare) {
        (found.end, found.factor) = (end, factor);
    }
    found
}

/// "30 more miles", "212 passing yards": a word that only describes stands before the unit.
fn described(reading: &Reading<'_>, at: usize) -> Option<Unified> {
    if !reading.is(at, reading.known().before_unit) {
        return None;
    }
    let found = by_word(reading, at + 1)?;
    let singular = found.end == at + 2 && !reading.slice(at + 1).ends_with(['s', 't']);
    let time = |unit: &Unit| matches!(unit.dimension, Dimension::Duration | Dimension::Percent | Dimension::Points);
    (!singular && !found.unit.as_ref().is_some_and(time)).then_some(found)
}

/// "6′", "a 65\" screen": feet and inches by their marks; a plain quotation mark only where no other one can pair with it.
pub(super) fn by_prime(reading: &Reading<'_>, phrase: &Phrase, at: usize) -> Option<Unified> {
    if !reading.glued(at) || phrase.form != Form::Digits && phrase.form != Form::Part || phrase.has_magnitude() {
        return None;
    }
    let arc = arc(reading, phrase, at);
    let code = match reading.slice(at) {
        _ if arc.is_some() => arc?,
        "″" | "''" => "[in_i]",
        "′" => "[ft_i]",
        "\"" if is_lone_quote(reading, at) || behind_feet(reading, phrase.start) => "[in_i]",
        "'" | "’" if behind_feet(reading, at + 1) => "[ft_i]",
        _ => return None,
    };
    let unit = reading.lexicon.units.iter().find(|unit| &*unit.code == code)?;
    Some(Unified::of(unit.clone(), at, at + 1))
}

/// "a 12′ field of the sky", "2½' (150\")": minutes and seconds of arc, where the sentence is about the sky or the one is told as sixty
/// of the other.
fn arc(reading: &Reading<'_>, phrase: &Phrase, at: usize) -> Option<&'static str> {
    let minutes = |at: usize| matches!(reading.slice(at), "′" | "'" | "’");
    let seconds = |at: usize| matches!(reading.slice(at), "″" | "''" | "\"");
    let sixty =
        |more: Number, less: Option<Number>| less.and_then(|less| less.times(Number::from_integer(60))) == Some(more);
    let sky = || near(reading, at).any(|at| reading.is(at, reading.known().sky));
    let value = phrase.value()?;
    if minutes(at) {
        let told = number_in_brackets(reading, at + 1).filter(|&(end, more)| seconds(end) && sixty(more, Some(value)));
        return (told.is_some() || reading.slice(at) == "′" && sky()).then_some("'");
    }
    let behind = phrase.start.checked_sub(2).filter(|&mark| reading.slice(mark + 1) == "(" && minutes(mark));
    let told = behind
        .is_some_and(|mark| (mark.saturating_sub(2)..mark).any(|at| sixty(value, number_up_to(reading, at, mark))));
    (seconds(at) && (told || reading.slice(at) == "″" && sky())).then_some("''")
}

/// The number behind an opening bracket, and where it ends.
fn number_in_brackets(reading: &Reading<'_>, at: usize) -> Option<(usize, Number)> {
    let inner = (reading.slice(at) == "(" && reading.is_number(at + 1)).then_some(at + 1)?;
    let phrase = number::read(reading, inner, Before::Other)?;
    Some((phrase.end, phrase.value()?))
}

/// The number from a place on, where it ends at another.
fn number_up_to(reading: &Reading<'_>, at: usize, end: usize) -> Option<Number> {
    let phrase =
        number::read(reading, at, Before::Other).filter(|phrase| phrase.end == end && reading.is_number(at))?;
    phrase.value()
}

/// The places so near to one that their words tell what an ambiguous unit there means.
fn near(reading: &Reading<'_>, at: usize) -> std::ops::Range<usize> {
    reading.first.max(at.saturating_sub(NEAR))..reading.end.min(at + NEAR)
}

/// Whether the number at a place is the 10 of 5'10".
fn behind_feet(reading: &Reading<'_>, at: usize) -> bool {
    let feet = matches!(reading.slice(at.wrapping_sub(1)), "'" | "’") && reading.is_number(at.wrapping_sub(2));
    let inches = matches!(reading.slice(at + 1), "\"" | "”" | "″" | "''");
    feet && inches && [at - 1, at, at + 1].iter().all(|&at| reading.glued(at))
}

/// Whether no other plain quotation mark stands in the sentence, and no mark follows that would end a quoted one.
fn is_lone_quote(reading: &Reading<'_>, at: usize) -> bool {
    let goes_on =
        reading.is_word(at + 1) && !reading.glued(at + 1) || matches!(reading.slice(at + 1), "" | ")" | "x" | "×");
    goes_on && (reading.first..reading.end).filter(|&at| reading.slice(at) == "\"").count() == 1
}

/// "37 ° Celsius": the scale stands behind the sign of degrees.
fn scale_behind(reading: &Reading<'_>, found: Unified) -> Option<Unified> {
    let bare = found.unit.as_ref().is_some_and(|unit| unit.dimension == Dimension::Angle);
    // "37° on the Celsius scale"
    let named =
        reading.reads(found.end, "on") && reading.reads(found.end + 1, "the") && reading.reads(found.end + 3, "scale");
    let place = if named { found.end + 2 } else { found.end };
    let scale = by_word(reading, place)
        .filter(|scale| bare && scale.unit.as_ref().is_some_and(|unit| unit.dimension == Dimension::Temperature));
    Some(scale.unwrap_or(found))
}

/// Behind the "of" of "millions of dollars", "half of a mile", "half an hour".
fn partitive(reading: &Reading<'_>, phrase: &Phrase, end: usize) -> usize {
    let of = usize::from(reading.reads(end, "of") && (phrase.form != Form::Digits));
    let article = usize::from(phrase.form == Form::Part && reading.reads_one_of(end + of, &["a", "an"]));
    end + of + article
}

/// The unit word at a place, hyphens between its words or not.
fn by_word(reading: &Reading<'_>, at: usize) -> Option<Unified> {
    let start = reading.past_hyphen(at);
    let pick = |sense: &Sense| match sense {
        Sense::Unit(position) => Some((*position, false)),
        Sense::Minor(position) => Some((*position, true)),
        _ => None,
    };
    let (end, (position, minor)) = hyphenated(reading, start).or_else(|| reading.sense(start, pick))?;
    // "1988 second" is no length of time.
    let singular = reading.reads(start, "second") && !reading.glued(start) && !reading.is_hyphen(at);
    if singular
        && !reading.reads(at.wrapping_sub(1), "one")
        && !reading.reads(at.wrapping_sub(1), "a")
        && !reading.reads(at.wrapping_sub(1), "1")
    {
        return None;
    }
    let glued_symbol = reading.is(start, reading.known().glued_symbol) && end == start + 1 && !reading.glued(start);
    // "22c a litre", though not "a heat of 30c"
    let degrees =
        minor && reading.reads(start, "c") && (reading.is_capitalised(start) || speaks_of_heat(reading, start));
    // "150PS": not so many pence
    let symbol = minor && reading.is_capitalised(start) && !reading.lexicon.symbol(reading.slice(start)).is_empty();
    let answer = start > 0 && reading.is_all(start - 1, end);
    if glued_symbol && reading.slice(start).len() <= 2 && !answer || degrees || symbol {
        return None;
    }
    let unit = chosen(reading, start, end, reading.lexicon.unit(position)?.clone());
    if is_another_word(reading, start, end) || is_in_a_name(reading, &unit, start, end) {
        return None;
    }
    let factor = if minor { Number::power_of_ten(-2)? } else { Number::ONE };
    Some(Unified { factor, ..Unified::of(unit, start, end) })
}

/// "zero real growth": the word of a unit that is none.
fn is_another_word(reading: &Reading<'_>, start: usize, end: usize) -> bool {
    let single = end == start + 1;
    let describes =
        reading.reads(start, "real") && reading.is_word(end) && !reading.is(end, reading.known().phrase_end);
    // "the 200,000 mark", "the half Henry played"
    let mark = reading.reads(start, "mark") && !reading.reads(start.wrapping_sub(1), "one");
    let person = reading.is(start, reading.known().person_unit)
        && reading.is_capitalised(start)
        && reading.slice(start).chars().skip(1).all(char::is_lowercase);
    // "64K DRAM chips", though not "11 FEET high"
    let capitals = |at: usize| reading.is_word(at) && reading.slice(at).chars().all(char::is_uppercase);
    let plural = noun::is_plural(reading, start);
    let letters =
        !plural && capitals(start) && reading.slice(start).len() > 3 && reading.is_word(end) && !capitals(end);
    single && (describes || letters || mark || person)
}

/// The Euro of "12 Euro-MTN programmes".
fn is_in_a_name(reading: &Reading<'_>, unit: &Unit, start: usize, end: usize) -> bool {
    let hyphen = reading.is_hyphen(end) && reading.is_capitalised(start) && reading.is_capitalised(end + 1);
    hyphen && unit.dimension == Dimension::Money
}

/// A bare "dollars" is the document's own.
fn chosen(reading: &Reading<'_>, start: usize, end: usize, unit: Unit) -> Unit {
    let bare = end == start + 1 && reading.reads_one_of(start, &["dollar", "dollars", "cent", "cents", "c"]);
    if bare { money::dollar(reading).unwrap_or(unit) } else { unit }
}

/// A unit of two or three words that hyphens join: "square-meter".
fn hyphenated(reading: &Reading<'_>, start: usize) -> Option<(usize, (u32, bool))> {
    if !reading.is_hyphen(start + 1) {
        return None;
    }
    let second = reading.is_hyphen(start + 3).then_some(start + 4);
    let words = [Some(start), Some(start + 2), second];
    let row: Vec<_> = words.iter().flatten().map(|&at| reading.word(at)).collect();
    let unit = |sense: &Sense| match sense {
        Sense::Unit(position) => Some((*position, false)),
        _ => None,
    };
    let (length, entry) =
        reading.lexicon.longest(&row, |entry| entry.senses.iter().any(|sense| unit(sense).is_some()))?;
    let found = entry.senses.iter().find_map(unit)?;
    Some((start + 2 * length - 1, found)).filter(|_| length > 1)
}

/// The symbol at a place, of up to six tokens that are glued to one another.
fn by_symbol(reading: &Reading<'_>, at: usize) -> Option<Unified> {
    let start = reading.past_hyphen(at);
    let stopped = reading.slice(start).ends_with('.');
    if !reading.entry(start).may_be_symbol() && !stopped {
        return in_millions(reading, start);
    }
    let mut stop = start + 1;
    while stop < start + 6 && (reading.glued(stop) || is_symbol(reading, stop - 1)) && reading.token(stop).is_some() {
        stop += 1;
    }
    (start + 1..=stop).rev().find_map(|end| symbol(reading, start, end))
}

/// "120 MEUR", as companies of the north have it.
fn in_millions(reading: &Reading<'_>, at: usize) -> Option<Unified> {
    let code = reading.slice(at).strip_prefix('M').filter(|code| code.len() == 3)?;
    let unit = money::currency(reading, code).filter(|unit| *unit.code == *code)?;
    Some(Unified { factor: Number::power_of_ten(6)?, ..Unified::of(unit, at, at + 1) })
}

fn is_symbol(reading: &Reading<'_>, at: usize) -> bool {
    reading.token(at).is_some_and(|token| token.kind == TokenKind::Symbol)
}

fn symbol(reading: &Reading<'_>, start: usize, end: usize) -> Option<Unified> {
    let written = reading.range(start, end);
    let known = reading.lexicon.symbol(written).first();
    // The stop of "10 km." ends the sentence.
    let stopped = || reading.lexicon.symbol(written.strip_suffix('.').filter(|_| reading.is_word(end - 1))?).first();
    let position = *known.or_else(stopped)?;
    let runs_on = reading.glued(end) && (reading.is_word(end) || reading.is_number(end)) && reading.is_word(end - 1);
    // "5 in" is inches only where nothing follows, and "5-in-a-row" is none.
    let inches = reading.reads(start, "in") && !reading.is_word(end) && !reading.is_number(end);
    if reading.reads(start, "in") && reading.is_hyphen(end) {
        return None;
    }
    // "2.125 pm" is no time of day.
    let tiny = reading.reads(start, "pm") && reading.slice(start - 1).contains('.');
    let loose = !reading.glued(start)
        && reading.is(start, reading.known().glued_symbol)
        && !(inches || tiny || reading.is_all(start - 1, end))
        && end == start + 1;
    // A sign that belongs to the next number: "5 $6", "5 Rs 6".
    let ahead = !reading.glued(start) && reading.glued(end) && reading.is_number(end);
    // "a 1500b packet" has bits; elsewhere the letter is a billion, or a label.
    let letter = written == "b" && !reading.is(end, reading.known().of_bits);
    let mut unit = reading.lexicon.unit(position)?.clone();
    (!runs_on && !loose && !ahead && !letter && !is_in_a_name(reading, &unit, start, end)).then_some(())?;
    if unit.dimension == Dimension::Temperature && written.len() == 1 && !is_warm(reading, start) {
        return None;
    }
    if written == "$" {
        unit = money::dollar(reading).unwrap_or(unit);
    }
    let minor = reading.entry(start).senses.contains(&Sense::Minor(position))
        && end == start + 1
        && !unit.code.eq_ignore_ascii_case(written);
    let factor = if minor { Number::power_of_ten(-2)? } else { Number::ONE };
    Some(Unified { factor, ..Unified::of(unit, start, end) })
}

/// Whether the letter at a place may stand for degrees: the sentence speaks of heat, or the number stands where a temperature would.
/// "a 13F filing", "the 777F".
pub(super) fn is_warm(reading: &Reading<'_>, at: usize) -> bool {
    let known = reading.known();
    let number = at.saturating_sub(1);
    let before =
        number.saturating_sub(if matches!(reading.slice(number.wrapping_sub(1)), "-" | "−") { 2 } else { 1 });
    let placed = number == reading.first || reading.is(before, known.before_temperature);
    placed || speaks_of_heat(reading, at)
}

fn speaks_of_heat(reading: &Reading<'_>, at: usize) -> bool {
    near(reading, at).any(|at| reading.is(at, reading.known().temperature))
}

/// A pound is a weight, unless it is many millions of them or another sign of money is near.
fn pound(reading: &Reading<'_>, phrase: &Phrase, mut found: Unified) -> Unified {
    let word =
        found.written.filter(|&(start, end)| end == start + 1 && reading.reads_one_of(start, &["pound", "pounds"]));
    let money = phrase.value().is_some_and(|value| value >= Number::from_integer(100_000))
        || (reading.first.max(phrase.start.saturating_sub(NEAR))..reading.end.min(phrase.end + NEAR))
            .any(|at| reading.slice(at) == "£");
    if word.is_some() && money {
        found.unit = money::currency(reading, "£").or(found.unit);
    } else if word.is_some() {
        let other =
            reading.lexicon.units.iter().find(|unit| unit.dimension == Dimension::Mass && &*unit.code == "[lb_av]");
        found.unit = other.cloned().or(found.unit);
    }
    found
}

/// "barrels a day", "metres per second": a measure each time.
fn rated(reading: &Reading<'_>, found: Unified) -> Unified {
    let Some(unit) = found.unit.as_ref() else { return found };
    if matches!(
        unit.dimension,
        Dimension::Money
            | Dimension::Percent
            | Dimension::Points
            | Dimension::Duration
            | Dimension::Age
            | Dimension::Temperature
    ) {
        return found;
    }
    let slash = reading.slice(found.end) == "/" && reading.glued(found.end);
    if !slash && !reading.is(found.end, reading.known().rate) {
        return found;
    }
    let lower = by_word(reading, found.end + 1).or_else(|| slash.then(|| by_symbol(reading, found.end + 1)).flatten());
    let Some(lower) = lower.filter(|lower| {
        slash
            || lower.unit.as_ref().is_some_and(|unit| unit.dimension == Dimension::Duration)
            || reading.reads(found.end, "per")
    }) else {
        return found;
    };
    let Some(per) = lower.unit.as_ref().filter(|unit| unit.dimension != Dimension::Money) else { return found };
    let code = format!("{}/{}", unit.code, per.code);
    let dimension = if unit.dimension == Dimension::Length && per.dimension == Dimension::Duration {
        Dimension::Speed
    } else {
        Dimension::Other
    };
    let start = found.written.map_or(found.end, |(start, _)| start);
    Unified {
        factor: found.factor,
        ..Unified::of(Unit { code: code.into(), dimension, conversion: None, name: None }, start, lower.end)
    }
}

/// Bare degrees are of temperature where the sentence speaks of heat or weather.
fn degrees(reading: &Reading<'_>, mut found: Unified) -> Unified {
    let known = reading.known();
    let bare = found.written.is_some_and(|(start, end)| {
        end == start + 1 && reading.is(start, known.degree) || reading.range(start, end) == "°"
    });
    if !bare {
        return found;
    }
    let near = speaks_of_heat(reading, found.end);
    if let Some(unit) = found.unit.as_mut().filter(|_| near) {
        unit.dimension = Dimension::Temperature;
    }
    found
}
