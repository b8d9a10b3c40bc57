//! Numbers in digits, with what belongs to them: groups, fractions, magnitudes, the endings of ranks.

use super::{Before, Form, Phrase, Said, magnitudes};
use crate::extract::reading::Reading;
use crate::value::{Dimension, Number, Written};

/// Reads the digits at a place.
pub(super) fn read(reading: &Reading<'_>, at: usize, before: Before) -> Option<Phrase> {
    if let Some(written) = vulgar(reading.slice(at)).or_else(|| slashed(reading, at)) {
        let end = if reading.slice(at + 1) == "/" || reading.slice(at + 1) == "⁄" { at + 3 } else { at + 1 };
        return Some(scaled(reading, at, end, written, before, Form::Part));
    }
    if let Some(share) = super::words::out_of(reading, at).or_else(|| spoken_decimals(reading, at)) {
        return Some(share);
    }
    let (end, whole) = whole(reading, at, before)?;
    if let Some((stop, value)) = raised(reading, end, whole.value) {
        return Some(scaled(reading, at, stop, Written::exact(value), before, Form::Digits));
    }
    if let Some((stop, power)) = power(reading, end) {
        let said = Said::Exactly(whole.scaled(power)?);
        return Some(Phrase { start: at, end: stop, said, form: Form::Digits, mantissa: whole, magnitude: power });
    }
    if reading.is(end, reading.known().ordinal_ending) && reading.glued(end) {
        return Some(Phrase {
            start: at,
            end: end + 1,
            said: Said::Exactly(whole),
            form: Form::Ordinal,
            mantissa: whole,
            magnitude: Number::ONE,
        });
    }
    let (end, mixed) = mixed(reading, end, whole);
    let (stop, sum) = super::words::and_a_part(reading, end, mixed.value, Number::ONE);
    let (end, mixed) = if stop > end { (stop, Written::exact(sum)) } else { (end, mixed) };
    Some(scaled(reading, at, end, mixed, before, Form::Digits))
}

/// "point 77", as an answer: decimals without the nought before them.
fn spoken_decimals(reading: &Reading<'_>, at: usize) -> Option<Phrase> {
    let point = at.checked_sub(1).filter(|&point| reading.reads(point, "point") && reading.is_all(point, at + 1))?;
    let figures = reading.slice(at).bytes().all(|byte| byte.is_ascii_digit());
    let written = figures.then(|| Written::parse(&format!("0.{}", reading.slice(at)))).flatten()?;
    let (said, magnitude) = (Said::Exactly(written), Number::ONE);
    Some(Phrase { start: point, end: at + 1, said, form: Form::Digits, mantissa: written, magnitude })
}

fn scaled(reading: &Reading<'_>, start: usize, end: usize, mantissa: Written, before: Before, form: Form) -> Phrase {
    let (mut stop, mut magnitude) = magnitudes(reading, end, before);
    let written = mantissa.scaled(magnitude).unwrap_or_else(|| {
        (stop, magnitude) = (end, Number::ONE);
        mantissa
    });
    if magnitude > Number::ONE && form == Form::Digits {
        let (end, sum) = super::words::further(reading, stop, written.value, magnitude);
        if end > stop {
            let said = Said::Exactly(Written::exact(sum));
            return Phrase { start, end, said, form, mantissa: Written::exact(sum), magnitude: Number::ONE };
        }
    }
    // "7 million and a half"
    let (end, sum) = super::words::and_a_part(reading, stop, written.value, magnitude);
    let more = magnitude != Number::ONE && end > stop;
    let (end, written) = if more { (end, Written::exact(sum)) } else { (stop, written) };
    Phrase { start, end, said: Said::Exactly(written), form, mantissa, magnitude }
}

/// The whole or decimal number at a place, and where it ends: groups may be parted by blanks that do not break, and by plain ones where
/// money stands before them or there are two of them at least.
fn whole(reading: &Reading<'_>, at: usize, before: Before) -> Option<(usize, Written)> {
    let first = reading.slice(at);
    let mut end = at + 1;
    if first.len() <= 3 && first.bytes().all(|byte| byte.is_ascii_digit()) {
        while is_group(reading, end) {
            end += 1;
        }
        let hard =
            (at + 1..end).all(|group| reading.range(group - 1, group + 1).contains(['\u{a0}', '\u{2009}', '\u{202f}']));
        let padded = (at + 1..end).any(|group| reading.slice(group).starts_with('0'));
        let enough = before == Before::Money || end - at > 2 || hard || padded || is_sign(reading, end);
        if end > at + 1 && enough {
            return Some((end, parse(reading.range(at, end), reading.setting.locale)?));
        }
    }
    Some((at + 1, parse(first, reading.setting.locale)?))
}

/// Whether the sign of a currency follows that no number is glued to: "9 800 Kč".
fn is_sign(reading: &Reading<'_>, end: usize) -> bool {
    let stop = end + 1 + usize::from(reading.slice(end + 1) == "." && reading.glued(end + 1));
    let money = |end: usize, stop: usize| {
        let unit = reading.lexicon.symbol(reading.range(end, stop)).first().and_then(|&at| reading.lexicon.unit(at));
        unit.is_some_and(|unit| unit.dimension == Dimension::Money)
    };
    reading.entry(end).may_be_symbol()
        && (money(end, stop) || money(end, end + 1))
        && !(reading.glued(end + 1) && reading.is_number(end + 1))
}

/// The power behind digits that multiplies them: "e9", "×10−30", "x 10^6", "x2^10".
fn power(reading: &Reading<'_>, end: usize) -> Option<(usize, Number)> {
    let times = matches!(reading.slice(end), "×" | "x" | "*");
    let ten = times && reading.slice(end + 1) == "10";
    let place = if reading.reads(end, "e") && reading.glued(end) && reading.glued(end + 1) {
        end + 1
    } else if ten {
        if let Some((stop, size)) = superscript(reading, end + 2) {
            return Some((stop, Number::power_of_ten(size)?));
        }
        end + 2 + usize::from(reading.slice(end + 2) == "^")
    } else if times && reading.slice(end + 2) == "^" {
        let base = Number::from_integer(reading.slice(end + 1).parse::<u8>().ok()?.into());
        return raised(reading, end + 2, base);
    } else {
        return None;
    };
    let (stop, size) = exponent(reading, place)?;
    Some((stop, Number::power_of_ten(size)?))
}

/// An exponent in raised figures, and where it ends: the "⁻⁶" of "10⁻⁶".
fn superscript(reading: &Reading<'_>, at: usize) -> Option<(usize, i32)> {
    const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    let end = (at..at + 4).take_while(|&at| reading.glued(at) && reading.slice(at).starts_with(is_raised)).last()? + 1;
    let mut size = 0_i32;
    for figure in reading.range(at, end).chars().filter(|&c| c != '⁻' && c != '⁺') {
        let digit = RAISED.chars().position(|raised| raised == figure)?;
        size = size.checked_mul(10)?.checked_add(i32::try_from(digit).ok()?)?;
    }
    let negative = reading.slice(at).starts_with('⁻');
    (size <= 36).then_some((end, if negative { -size } else { size }))
}

fn is_raised(c: char) -> bool {
    matches!(c, '⁰' | '¹' | '²' | '³' | '⁴'..='⁹' | '⁻' | '⁺')
}

/// The exponent at a place, its sign before it, and where it ends.
fn exponent(reading: &Reading<'_>, place: usize) -> Option<(usize, i32)> {
    let signed = matches!(reading.slice(place), "-" | "−" | "+") && reading.glued(place + 1);
    let number = place + usize::from(signed);
    let size: i32 =
        reading.slice(number).parse().ok().filter(|_| reading.is_number(number) && reading.glued(number))?;
    Some((number + 1, if signed && reading.slice(place) != "+" { -size } else { size }))
}

/// A base under the exponent that a "^" at a place leads: "2^10".
fn raised(reading: &Reading<'_>, at: usize, base: Number) -> Option<(usize, Number)> {
    let mark = reading.slice(at) == "^" && reading.glued(at) && reading.glued(at + 1);
    let written = || exponent(reading, at + 1).filter(|(_, size)| mark && size.abs() <= 64);
    // "10⁶"; another number with a raised figure has a footnote, or is squared.
    let ten = base == Number::from_integer(10);
    let (end, size) = written().or_else(|| superscript(reading, at).filter(|_| ten))?;
    let product = (0..size.abs()).try_fold(Number::ONE, |product, _| product.times(base))?;
    Some((end, if size < 0 { Number::ONE.over(product)? } else { product }))
}

/// Whether a token is three digits, decimals behind them or not, parted from digits by one blank.
fn is_group(reading: &Reading<'_>, at: usize) -> bool {
    let slice = reading.slice(at);
    let head = slice.split(['.', ',']).next().unwrap_or("");
    reading.is_number(at)
        && !reading.glued(at)
        && head.len() == 3
        && reading.range(at - 1, at + 1).chars().filter(|c| c.is_whitespace()).count() == 1
        && head.bytes().all(|byte| byte.is_ascii_digit())
        && (slice.len() == 3 || !reading.is_number(at + 1))
}

/// A number with its separators, commas for thousands unless it cannot be or the locale has it otherwise.
fn parse(text: &str, locale: &str) -> Option<Written> {
    let mut buffer = [0_u8; 48];
    let mut length = 0;
    for byte in text.bytes().filter(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',')) {
        *buffer.get_mut(length)? = byte;
        length += 1;
    }
    let plain = std::str::from_utf8(buffer.get(..length)?).ok()?;
    let comma = is_decimal_comma(plain, locale);
    if comma {
        for byte in buffer.iter_mut() {
            *byte = match *byte {
                b',' => b'.',
                b'.' => b',',
                other => other,
            };
        }
    }
    Written::parse(std::str::from_utf8(buffer.get(..length)?).ok()?)
}

/// Whether a comma stands before the decimals.
fn is_decimal_comma(text: &str, locale: &str) -> bool {
    let (stops, commas) = (text.matches('.').count(), text.matches(',').count());
    let tail = |mark: char| text.rsplit(mark).next().map_or(0, str::len);
    match (stops, commas) {
        (0, 1) => tail(',') != 3 || text.starts_with("0,") || is_continental(locale),
        (1, 0) => tail('.') == 3 && is_continental(locale),
        (2.., 0) => tail('.') == 3,
        (1.., 1) => text.rfind(',') > text.rfind('.'),
        _ => false,
    }
}

/// Locales that write 1.234,5.
fn is_continental(locale: &str) -> bool {
    let language = locale.split(['-', '_']).next().unwrap_or("");
    matches!(
        language,
        "de" | "es"
            | "fr"
            | "it"
            | "nl"
            | "pt"
            | "da"
            | "nb"
            | "no"
            | "sv"
            | "fi"
            | "pl"
            | "cs"
            | "ru"
            | "uk"
            | "tr"
            | "id"
            | "vi"
            | "el"
            | "ro"
            | "hu"
    )
}

/// "2 1/2" and "2½": the fraction behind a whole number.
fn mixed(reading: &Reading<'_>, end: usize, whole: Written) -> (usize, Written) {
    let start = if reading.is_hyphen(end) { end + 1 } else { end };
    let fraction = vulgar(reading.slice(start))
        .map(|part| (start + 1, part))
        .or_else(|| slashed(reading, start).map(|part| (start + 3, part)));
    let sum = fraction
        .filter(|_| whole.value.is_integer())
        .and_then(|(end, part)| Some((end, Written::exact(whole.value.plus(part.value)?))));
    sum.unwrap_or((end, whole))
}

/// "3/4": small numbers, the second larger than the first, and no date or name.
fn slashed(reading: &Reading<'_>, at: usize) -> Option<Written> {
    if !matches!(reading.slice(at + 1), "/" | "⁄")
        || !reading.glued(at + 1)
        || !reading.glued(at + 2)
        || reading.slice(at + 3) == "/"
    {
        return None;
    }
    if reading.glued(at) && !matches!(reading.slice(at.wrapping_sub(1)), "-" | "$" | "£" | "€" | "(") {
        return None;
    }
    let (top, bottom): (i128, i128) = (reading.slice(at).parse().ok()?, reading.slice(at + 2).parse().ok()?);
    (top > 0
        && top < bottom
        && (matches!(bottom, 2..=8 | 10 | 12 | 16 | 32) || reading.reads(at + 3, "of") && bottom <= 1000))
        .then_some(())?;
    Some(Written::exact(Number::ratio(top, bottom)?))
}

fn vulgar(text: &str) -> Option<Written> {
    let (top, bottom) = match text {
        "½" => (1, 2),
        "⅓" => (1, 3),
        "⅔" => (2, 3),
        "¼" => (1, 4),
        "¾" => (3, 4),
        "⅕" => (1, 5),
        "⅖" => (2, 5),
        "⅗" => (3, 5),
        "⅘" => (4, 5),
        "⅙" => (1, 6),
        "⅛" => (1, 8),
        "⅜" => (3, 8),
        "⅝" => (5, 8),
        "⅞" => (7, 8),
        _ => return None,
    };
    Some(Written::exact(Number::ratio(top, bottom)?))
}
