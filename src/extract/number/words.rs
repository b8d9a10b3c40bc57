//! Numbers in words.

use super::{Before, Form, Phrase, Said, magnitude, magnitudes, part, share};
use crate::extract::lexicon::Sense;
use crate::extract::reading::Reading;
use crate::value::{Dimension, Number, Written};

/// Reads the number words at a place.
pub(super) fn read(reading: &Reading<'_>, at: usize) -> Option<Phrase> {
    let entry = reading.entry(at);
    if entry.senses.is_empty() && !entry.starts_row() {
        return None;
    }
    vague(reading, at)
        .or_else(|| fraction(reading, at))
        .or_else(|| article(reading, at))
        .or_else(|| leading(reading, at))
        .or_else(|| out_of(reading, at))
        .or_else(|| share::compound(reading, at))
        .or_else(|| cardinal(reading, at))
        .or_else(|| ordinal(reading, at, at, Number::ZERO))
}

pub(super) fn exact(start: usize, end: usize, value: Number, form: Form) -> Phrase {
    let written = Written::exact(value);
    Phrase { start, end, said: Said::Exactly(written), form, mantissa: written, magnitude: Number::ONE }
}

fn vague(reading: &Reading<'_>, at: usize) -> Option<Phrase> {
    let (end, found) = reading.sense(at, |sense| match sense {
        Sense::Vague(position) => Some(*position),
        _ => None,
    })?;
    let &(low, high) = reading.lexicon.vagues.get(found as usize)?;
    let (end, low, high) = several_of(reading, end, low, high).unwrap_or((end, low, high));
    let mantissa = Written::exact(low);
    Some(Phrase { start: at, end, said: Said::Vaguely(low, high), form: Form::Vague, mantissa, magnitude: Number::ONE })
}

/// "several hundred", "a few thousand", "several dozen": up to the next hundred, thousand or dozen.
fn several_of(
    reading: &Reading<'_>,
    end: usize,
    low: Number,
    high: Option<Number>,
) -> Option<(usize, Number, Option<Number>)> {
    let (stop, factor) = magnitude(reading, end, Before::Other).filter(|_| low < Number::from_integer(10))?;
    let last = |high: Number| high.plus(Number::ONE)?.times(factor)?.minus(Number::ONE);
    Some((stop, low.times(factor)?, high.and_then(last)))
}

/// "half", "half a million", "a third of", "a quarter".
fn fraction(reading: &Reading<'_>, at: usize) -> Option<Phrase> {
    let article = usize::from(reading.reads_one_of(at, &["a", "an"]));
    let share = part(reading, at + article)?;
    let end = at + article + 1;
    let quarter = reading.reads(at, "quarter") && magnitude(reading, end, Before::Other).is_some();
    if article == 0 && !reading.reads(at, "half") && !quarter {
        return None;
    }
    // "into a third day": a rank, and no third of a day.
    let rank = reading.is(at + article, reading.known().ordinal);
    if article == 1 && rank && reading.is(end, reading.known().time_unit) {
        return None;
    }
    // "a fourth-quarter loss" tells a time.
    let point = reading.reads_one_of(end + 1, &["point", "percentage", "mile", "inch", "pound"]);
    if reading.reads(reading.past_hyphen(end), "quarter")
        || reading.reads(at + article, "quarter") && reading.is_hyphen(end) && !point
    {
        return None;
    }
    let next = if reading.reads_one_of(end, &["a", "an"]) { end + 1 } else { reading.past_hyphen(end) };
    let next = share::of_one(reading, end).unwrap_or(next);
    if let Some((stop, factor)) = magnitude(reading, next, Before::Other).filter(|_| share.numerator() == 1) {
        return Some(exact(at, stop, share.times(factor)?, Form::Words));
    }
    Some(exact(at, end, share, Form::Part))
}

/// "a million", "a dozen", "a hundred and ten".
fn article(reading: &Reading<'_>, at: usize) -> Option<Phrase> {
    if !reading.reads_one_of(at, &["a", "an"]) {
        return None;
    }
    if is_one_of_a_unit(reading, at + 1) {
        return Some(exact(at, at + 1, Number::ONE, Form::Words));
    }
    // "a couple hundred"
    let couple = reading.reads(at + 1, "couple");
    let words = if couple { at + 2 } else { at + 1 };
    let two = couple || reading.reads(at + 1, "pair");
    if two && reading.is_all(at, at + 2) {
        return Some(exact(at, at + 2, Number::from_integer(2), Form::Words));
    }
    // "a grand" may be a piano.
    if reading.is(words, reading.known().sum_of_money) {
        return None;
    }
    magnitude(reading, words, Before::Other)?;
    sum(reading, at, words, Some(if couple { 2 } else { 1 }))
}

/// "hundred thousand dollars", "thousand litres": a magnitude without the article it would have, before another or a unit.
fn leading(reading: &Reading<'_>, at: usize) -> Option<Phrase> {
    let (end, factor) = magnitude(reading, at, Before::Other)?;
    let alone = at == reading.first
        || !reading.is_number(at - 1)
            && small(reading, at - 1).is_none()
            && !reading.reads_one_of(at - 1, &["a", "an", "the"]);
    let goes_on = magnitude(reading, end, Before::Other).is_some()
        || reading.entry(end).senses.iter().any(|sense| matches!(sense, Sense::Unit(_)));
    let plain = factor >= Number::from_integer(100) && !reading.slice(at).ends_with('s') && reading.slice(at).len() > 4;
    // "multi-billion dollar"
    let many = at > reading.first && reading.is_hyphen(at - 1);
    (alone && goes_on && plain && !many).then(|| sum(reading, at, at, Some(1)))?
}

/// "one in five", "two out of three": a share of a whole number of things.
pub(super) fn out_of(reading: &Reading<'_>, at: usize) -> Option<Phrase> {
    let whole = |at: usize| -> Option<(usize, i128)> {
        let plain = reading.is_number(at) && reading.slice(at).len() <= 4;
        let figure = plain.then(|| reading.slice(at).parse().ok()).flatten();
        figure.map(|figure| (at + 1, figure)).or_else(|| below_hundred(reading, at))
    };
    let (end, top) = whole(at).filter(|&(_, top)| top > 0)?;
    // "a one-in-three chance"
    if reading.is_hyphen(end) && reading.reads(end + 1, "in") && reading.is_hyphen(end + 2) {
        let (stop, bottom) = whole(end + 3).filter(|&(_, bottom)| bottom > top)?;
        return Some(exact(at, stop, Number::ratio(top, bottom)?, Form::Part));
    }
    let out = reading.reads(end, "out") && reading.reads(end + 1, "of");
    let within = reading.reads(end, "in") && top < 10;
    let over = reading.reads(end, "over");
    let place = end + if out { 2 } else { 1 };
    let every = usize::from(reading.reads(place, "every"));
    let hundreds = || {
        let phrase = cardinal(reading, place).filter(|_| (over || out) && reading.entry(place).may_be_number())?;
        Some((phrase.end, phrase.value()?.to_integer()?))
    };
    let each = || {
        let (stop, factor) = magnitude(reading, place + every, Before::Other).filter(|_| every > 0)?;
        Some((stop, factor.to_integer()?))
    };
    let lower = || hundreds().or_else(|| whole(place + every)).or_else(each);
    let (stop, bottom) = (out || within || over).then(lower).flatten()?;
    if over && bottom > 0 && reading.is_all(at, stop) {
        return Some(exact(at, stop, Number::ratio(top, bottom)?, Form::Part));
    }
    if bottom <= top || bottom > 1000 {
        return None;
    }
    let follows = reading.is_word(stop)
        && !reading.is(stop, reading.known().time_unit)
        && !reading.entry(stop).senses.iter().any(|sense| matches!(sense, Sense::Magnitude(_) | Sense::Unit(_)));
    let ends = !reading.is_word(stop) && !matches!(reading.slice(stop), "-" | "%" | "," | "–");
    let round = matches!(bottom, 3 | 4 | 5 | 10 | 20 | 100) && super::super::quantity::is_plural(reading, stop);
    let likely = !within || top == 1 || round;
    let bounded = reading.reads(stop, "or") && reading.reads_one_of(stop + 1, &["more", "less", "fewer"]);
    (follows && likely && !over || bounded && !over || ends && (out || over || every > 0 || top == 1 && bottom <= 100))
        .then(|| Some(exact(at, stop, Number::ratio(top, bottom)?, Form::Part)))?
}

/// "a mile", "a litre of milk": one of a unit, unless it tells a rate ("$3 a gallon") or the word is more than a unit.
pub(in crate::extract) fn is_one_of_a_unit(reading: &Reading<'_>, at: usize) -> bool {
    let entry = reading.entry(at);
    let measures = |sense: &Sense| match sense {
        Sense::Unit(unit) => reading.lexicon.unit(*unit).is_some_and(|unit| ONES.contains(&unit.dimension)),
        _ => false,
    };
    let known = reading.known();
    let ends = !reading.is_word(at + 1) && !reading.is_hyphen(at + 1) || reading.is(at + 1, known.phrase_end);
    let amount = |at: usize| {
        reading.is_number(at)
            || reading
                .entry(at)
                .senses
                .iter()
                .any(|sense| matches!(sense, Sense::Unit(_) | Sense::Minor(_) | Sense::Magnitude(_)))
    };
    // "$3 a gallon", "60 yuan (7 dollars) a kilo"
    let rate = at >= 2 && (amount(at - 2) || reading.reads(at - 2, "times") || reading.slice(at - 2) == ")");
    // "not a penny", "cents on a dollar": no money is spent
    let none = at >= 2 && reading.reads_one_of(at - 2, &["not", "without", "on", "n't", "n’t"]);
    // "a foot of snow", though not "a foot of the cross"
    let filled = entry.has(known.filled_unit) && reading.reads(at + 1, "of") && !reading.is(at + 2, known.phrase_end);
    let plain = !entry.has(known.ambiguous_unit) || filled || reading.is_all(at - 1, at + 1);
    let money = entry.has(known.single_money) && !none;
    (money || entry.senses.iter().any(measures) && plain) && ends && !rate
}

/// What there can be one of by an article alone.
const ONES: &[Dimension] = &[Dimension::Length, Dimension::Mass, Dimension::Volume, Dimension::Area, Dimension::Data];

fn cardinal(reading: &Reading<'_>, at: usize) -> Option<Phrase> {
    spoken(reading, at).or_else(|| sum(reading, at, at, None))
}

/// "one eighty-two": hundreds as they are spoken, where nothing follows that the tens could count. Below sixty it may be a time of day,
/// the more so if it is a round one.
fn spoken(reading: &Reading<'_>, at: usize) -> Option<Phrase> {
    let hundreds = small(reading, at).filter(|hundreds| (1..10).contains(hundreds) && !reading.is_hyphen(at + 1))?;
    let hour = at > reading.first && reading.is(at - 1, reading.known().hour_preposition);
    let spoken = |rest: i128| rest >= 60 || rest > 20 && rest % 5 > 0 && !hour;
    let (end, rest) = below_hundred(reading, at + 1).filter(|&(_, rest)| spoken(rest))?;
    let goes_on = reading.is_word(end) || reading.is_number(end) || reading.is_hyphen(end);
    (!goes_on).then(|| exact(at, end, Number::from_integer(hundreds * 100 + rest), Form::Words))
}

/// The value of a single number word below a hundred.
pub(super) fn small(reading: &Reading<'_>, at: usize) -> Option<i128> {
    let entry = reading.entry(at);
    let found = entry.senses.iter().find_map(|sense| match sense {
        Sense::Number(position) if !entry.has(reading.known().part) => Some(*position),
        _ => None,
    })?;
    reading.lexicon.numbers.get(found as usize)?.to_integer()
}

/// A number that is put together from words; what stands before `words` is its article.
fn sum(reading: &Reading<'_>, start: usize, words: usize, given: Option<i128>) -> Option<Phrase> {
    let mut state = State { total: Number::ZERO, group: given, scale: None, words: 0 };
    let mut at = words;
    while let Some(end) = state.take(reading, at) {
        at = end;
    }
    if at == words && given.is_none() {
        return row(reading, start);
    }
    let value = state.value()?;
    let dash = matches!(reading.slice(at), "–" | "—") && reading.glued(at) && reading.glued(at + 1);
    let place = if dash { at + 1 } else { reading.past_hyphen(at) };
    let large = reading.is(place, reading.known().ordinal_magnitude) && value > Number::ONE;
    if let Some(rank) = ordinal(reading, start, place, value).filter(|_| large || state.ends_with_ten_or_more()) {
        return Some(rank);
    }
    if let Some(phrase) = parts(reading, start, at, value).or_else(|| decimals(reading, start, at, value)) {
        return Some(phrase);
    }
    let unit = state.scale.filter(|_| state.group.is_none()).unwrap_or(Number::ONE);
    let (end, value) = and_a_part(reading, at, value, unit);
    // The precision of words is that of their last group: "fourteen thousand" is 14 thousands.
    let (stop, magnitude) = magnitudes(reading, end, Before::Other);
    let value = value.times(magnitude)?;
    let scale = state.scale.filter(|_| state.group.is_none()).unwrap_or(Number::ONE).times(magnitude)?;
    let mantissa = value.over(scale)?;
    let mantissa = mantissa.to_integer().map_or(Written::exact(mantissa), Written::integer);
    Some(Phrase {
        start,
        end: stop,
        said: Said::Exactly(mantissa.scaled(scale)?),
        form: Form::Words,
        mantissa,
        magnitude: scale,
    })
}

/// A row of words that is a number: "a couple of".
fn row(reading: &Reading<'_>, at: usize) -> Option<Phrase> {
    let (end, found) = reading.sense(at, |sense| match sense {
        Sense::Number(position) => Some(*position),
        _ => None,
    })?;
    let value = *reading.lexicon.numbers.get(found as usize)?;
    let (stop, magnitude) = magnitudes(reading, end, Before::Other);
    let scaled = value.times(magnitude)?;
    (end > at + 1).then(|| exact(at, stop, scaled, Form::Words))
}

struct State {
    total: Number,
    /// What has been said since the last thousand, million, …
    group: Option<i128>,
    /// The last of these.
    scale: Option<Number>,
    words: usize,
}

impl State {
    /// Takes the word at a place, where the number goes on with it; gives the place behind.
    fn take(&mut self, reading: &Reading<'_>, at: usize) -> Option<usize> {
        let start = if self.words == 0 { at } else { self.joint(reading, at) };
        if let Some(value) = small(reading, start) {
            return self.take_small(reading, at, start, value);
        }
        let (end, factor) = magnitude(reading, start, Before::Other)?;
        let size = factor.to_integer()?;
        let group = self.group?;
        self.words += 1;
        if size == 100 && group < 100 {
            self.group = Some(group * 100);
        } else if size == 12 || size == 20 || size == 100 {
            return None;
        } else {
            let larger = self.scale.is_none_or(|scale| scale > factor);
            if !larger {
                return None;
            }
            self.total = self.total.plus(Number::from_integer(group).times(factor)?)?;
            (self.group, self.scale) = (None, Some(factor));
        }
        Some(end)
    }

    fn take_small(&mut self, reading: &Reading<'_>, at: usize, start: usize, value: i128) -> Option<usize> {
        let joined = start > at && !matches!(reading.slice(at), "-" | "–" | "‐" | "‑");
        self.group = Some(match self.group {
            None if self.words == 0 => value,
            None if value < 100 && !reading.is_hyphen(at) => value,
            Some(group) if group % 100 == 0 && group > 0 => group + value,
            Some(group) if group % 10 == 0 && group % 100 >= 20 && (1..10).contains(&value) && !joined => group + value,
            _ => return None,
        });
        self.words += 1;
        Some(start + 1)
    }

    /// Behind an "and" between hundreds and the rest, a hyphen, or the comma of "two million, three hundred thousand".
    fn joint(&self, reading: &Reading<'_>, at: usize) -> usize {
        let hundreds = self.group.map_or(self.scale.is_some(), |group| group >= 100 && group % 100 == 0);
        let and = |at: usize| reading.reads(at, "and") || reading.slice(at) == "&";
        let parts = part(reading, reading.past_hyphen(at + 2)).is_some();
        let follows = small(reading, at + 1).is_some() && !parts;
        // "ninety - five", in a text whose tokens stand apart
        let tens = self.group.is_some_and(|group| group % 10 == 0 && group % 100 >= 20);
        let apart = matches!(reading.slice(at), "-" | "–") && !reading.glued(at) && !reading.glued(at + 1);
        if apart && tens && small(reading, at + 1).is_some_and(|ones| (1..10).contains(&ones)) {
            return at + 1;
        }
        let smaller = |(_, factor)| self.scale.is_some_and(|scale| factor < scale);
        let grouped = self.group.is_none()
            && reading.slice(at) == ","
            && follows
            && magnitude(reading, at + 2, Before::Other).is_some_and(smaller);
        // "between one thousand and two thousand": another number
        let behind = below_hundred(reading, at + 1).and_then(|(end, _)| magnitude(reading, end, Before::Other));
        let own = self.scale.filter(|_| self.group.is_none());
        let another = own.zip(behind).is_some_and(|(scale, (_, factor))| factor >= scale);
        if and(at) && hundreds && follows && !another || grouped { at + 1 } else { reading.past_hyphen(at) }
    }

    fn value(&self) -> Option<Number> {
        self.total.plus(Number::from_integer(self.group.unwrap_or(0)))
    }

    /// Whether a rank can end it: "twenty" of "twenty-first", "hundred" of "hundred and third".
    fn ends_with_ten_or_more(&self) -> bool {
        self.group.is_none_or(|group| group % 10 == 0 && group >= 20)
    }
}

/// "third", "twenty-first": the rank at `at`, on top of `value`.
fn ordinal(reading: &Reading<'_>, start: usize, at: usize, value: Number) -> Option<Phrase> {
    let known = reading.known();
    let entry = reading.entry(at);
    let place = |found: usize| i128::try_from(found).unwrap_or(0) + 1;
    if let Some(size) = entry.place_in(known.ordinal_magnitude).and_then(|found| RANKED.get(found)) {
        // "the hundredth", "the two thousandth"; "one hundredth" and "two hundredths" are parts.
        let size = Number::power_of_ten(*size)?;
        let times = if value.is_zero() { Number::ONE } else { value };
        return Some(exact(start, at + 1, times.times(size)?, Form::Ordinal));
    }
    let rank = match entry.place_in(known.ordinal).map(place) {
        Some(rank) => rank,
        None => (entry.place_in(known.ordinal_ten).map(place).filter(|_| value.is_zero())? + 1) * 10,
    };
    let value = value.plus(Number::from_integer(rank))?;
    Some(exact(start, at + 1, value, Form::Ordinal))
}

/// The powers of ten of the ranks that are magnitudes: hundredth, thousandth, millionth, billionth, trillionth.
const RANKED: &[i32] = &[2, 3, 6, 9, 12];

/// "five point five", "nought point nought three": decimals, said figure by figure or as a number below a hundred.
fn decimals(reading: &Reading<'_>, start: usize, at: usize, value: Number) -> Option<Phrase> {
    if !reading.reads(at, "point") || small(reading, at + 1).is_none() {
        return None;
    }
    let (mut end, mut digits, mut places) = (at + 1, 0_i128, 0);
    while places < 9 {
        let place = if end > at + 1 { reading.past_hyphen(end) } else { end };
        let Some(figure) = small(reading, place).filter(|&figure| figure < 100) else { break };
        let tens = figure >= 20 && figure % 10 == 0;
        let unit = small(reading, reading.past_hyphen(place + 1)).filter(|&unit| tens && (1..10).contains(&unit));
        let (figure, width) = (figure + unit.unwrap_or(0), if figure >= 10 { 2 } else { 1 });
        digits = digits * if width == 2 { 100 } else { 10 } + figure;
        places += width;
        end = if unit.is_some() { reading.past_hyphen(place + 1) + 1 } else { place + 1 };
    }
    let fraction = Number::from_integer(digits).times(Number::power_of_ten(-places)?)?;
    let (stop, magnitude) = magnitudes(reading, end, Before::Other);
    let mantissa = Written {
        value: value.plus(fraction)?,
        grain: Number::power_of_ten(-places)?,
        coarse: Number::power_of_ten(-places)?,
    };
    Some(Phrase {
        start,
        end: stop,
        said: Said::Exactly(mantissa.scaled(magnitude)?),
        form: Form::Words,
        mantissa,
        magnitude,
    })
}

/// "two-thirds", "three quarters": a number of parts.
fn parts(reading: &Reading<'_>, start: usize, at: usize, value: Number) -> Option<Phrase> {
    let place = reading.past_hyphen(at);
    let part = part(reading, place)?;
    let whole = value.to_integer()?;
    let plural = reading.slice(place).ends_with(['s', 'S']);
    let most = if matches!(part.denominator(), 2 | 4) || !plural {
        part.denominator()
    } else {
        part.denominator().max(10_000)
    };
    let fits = (1..most).contains(&whole) && plural == (whole > 1);
    // A quarter may be one of the year, or a coin.
    let quarter = part.denominator() == 4 && plural && whole != 3 && place == at && !reading.reads(place + 1, "of");
    // "the first three quarters" are of a year.
    let ranks = [
        "first",
        "last",
        "next",
        "past",
        "previous",
        "final",
        "latest",
        "recent",
        "coming",
        "following",
        "these",
        "those",
    ];
    let ranked =
        part.denominator() == 4 && place == at && start > reading.first && reading.reads_one_of(start - 1, &ranks);
    if !fits || quarter || ranked {
        return None;
    }
    let value = value.times(part)?;
    let whole = share::of_one(reading, place + 1).and_then(|at| magnitude(reading, at, Before::Other));
    match whole {
        Some((end, factor)) => Some(exact(start, end, value.times(factor)?, Form::Words)),
        None => Some(exact(start, place + 1, value, Form::Part)),
    }
}

/// "two and a half", "three and three quarters", "two and fifty-four hundredths", "one billion and a half million". `unit` is what one
/// part is a part of, unless a smaller magnitude stands behind it.
pub(super) fn and_a_part(reading: &Reading<'_>, at: usize, value: Number, unit: Number) -> (usize, Number) {
    let start = at + usize::from(reading.is_hyphen(at));
    if !reading.reads(start, "and") || !value.is_integer() {
        return (at, value);
    }
    let next = reading.past_hyphen(start + 1);
    let Some((end, share)) = a_part(reading, next) else { return (at, value) };
    let (stop, unit) = magnitude(reading, end, Before::Other).filter(|&(_, own)| own < unit).unwrap_or((end, unit));
    share.times(unit).and_then(|share| value.plus(share)).map_or((at, value), |sum| (stop, sum))
}

/// "a half", "three quarters", "half", "fifty-four hundredths": some parts of one, and where they end.
fn a_part(reading: &Reading<'_>, at: usize) -> Option<(usize, Number)> {
    // "one and quarter hours"
    let quarter = || {
        let unit = at + 1 + usize::from(reading.reads(at + 1, "of"));
        reading.reads(at, "quarter") && reading.is(unit, reading.known().time_unit)
    };
    if let Some(share) = part(reading, at).filter(|_| reading.reads(at, "half") || quarter()) {
        return Some((at + 1, share));
    }
    let (end, count) = if reading.reads_one_of(at, &["a", "one"]) { (at + 1, 1) } else { below_hundred(reading, at)? };
    let place = reading.past_hyphen(end);
    Some((place + 1, part(reading, place)?.times(Number::from_integer(count))?))
}

/// "seven", "twenty", "fifty-four": number words below a hundred, and where they end.
pub(super) fn below_hundred(reading: &Reading<'_>, at: usize) -> Option<(usize, i128)> {
    let tens = small(reading, at)?;
    let place = reading.past_hyphen(at + 1);
    let ones = small(reading, place).filter(|ones| tens >= 20 && tens % 10 == 0 && (1..10).contains(ones));
    Some(ones.map_or((at + 1, tens), |ones| (place + 1, tens + ones)))
}

/// "4 thousand 3 hundred", "9 crore and seven hundred": goes on behind a number whose magnitude is `magnitude` while numbers with smaller
/// magnitudes follow, and with the last hundreds' rest.
pub(super) fn further(reading: &Reading<'_>, mut at: usize, mut value: Number, mut scale: Number) -> (usize, Number) {
    while let Some((end, more, smaller)) = smaller_part(reading, at, scale) {
        let Some(sum) = value.plus(more) else { break };
        (at, value, scale) = (end, sum, smaller);
    }
    (at, value)
}

fn smaller_part(reading: &Reading<'_>, at: usize, scale: Number) -> Option<(usize, Number, Number)> {
    let hundred = Number::from_integer(100);
    let start = at + usize::from(reading.reads(at, "and"));
    let (end, count) = if reading.is_number(start) {
        (start + 1, reading.slice(start).parse::<u16>().ok().filter(|&count| count < 1000)?.into())
    } else {
        below_hundred(reading, start)?
    };
    let count = Number::from_integer(count);
    let behind = magnitude(reading, end, Before::Other);
    if scale == hundred {
        // "4 hundred and 7 hundred" are two numbers.
        return (start > at && count < hundred && behind.is_none()).then_some((end, count, Number::ONE));
    }
    let (stop, own) = behind.filter(|&(_, own)| own >= hundred && own < scale)?;
    Some((stop, count.times(own)?, own))
}
