//! How English words change: the regular forms of verbs, the singular of nouns.

use std::borrow::Cow;

use super::Form;

/// The forms of a verb; `irregular` are its past and its participle, where they are.
pub(super) fn forms(verb: &str, irregular: Option<(&str, &str)>) -> Vec<(String, Form)> {
    let gerund = (regular(verb, "ing"), Form::Gerund);
    let mut forms = vec![(verb.to_owned(), Form::Base), (third(verb), Form::Third)];
    match irregular {
        Some((past, participle)) => {
            forms.extend([(past.to_owned(), Form::Past), (participle.to_owned(), Form::Participle), gerund]);
        }
        None => {
            forms.extend([(regular(verb, "ed"), Form::Past), gerund]);
            forms.extend(spelled_otherwise(verb, "ed").map(|past| (past, Form::Past)));
            forms.extend(spelled_otherwise(verb, "ing").map(|gerund| (gerund, Form::Gerund)));
        }
    }
    forms
}

/// "invests", "reaches", "carries".
fn third(verb: &str) -> String {
    match verb.strip_suffix('y') {
        Some(stem) if !ends_in_vowel(stem) => format!("{stem}ies"),
        _ if ["s", "x", "z", "ch", "sh", "o"].iter().any(|end| verb.ends_with(end)) => format!("{verb}es"),
        _ => format!("{verb}s"),
    }
}

/// The regular past or gerund: "planned", "raising", "carried".
fn regular(verb: &str, ending: &str) -> String {
    if let Some(stem) = verb.strip_suffix('e').filter(|stem| !stem.ends_with('e') || ending == "ed") {
        return format!("{stem}{ending}");
    }
    match verb.strip_suffix('y') {
        Some(stem) if ending == "ed" && !ends_in_vowel(stem) => format!("{stem}ied"),
        _ if doubles(verb) => format!("{verb}{}{ending}", &verb[verb.len() - 1..]),
        _ => format!("{verb}{ending}"),
    }
}

/// The regular past or gerund in the other spelling: "totalled" and "travelling" where the first is "totaled", and the other way round.
fn spelled_otherwise(verb: &str, ending: &str) -> Option<String> {
    let [.., before, vowel, b'l'] = verb.as_bytes() else { return None };
    let vowels = verb.bytes().filter(|byte| b"aeiou".contains(byte)).count();
    let differs = b"aeiou".contains(vowel) && !b"aeiou".contains(before) && vowels > 1;
    let other = if doubles(verb) { format!("{verb}{ending}") } else { format!("{verb}l{ending}") };
    differs.then_some(other)
}

/// The dictionary form of a verb that nobody lists, from what is left of it without its ending: "relegat", "levell", "carri", "solv".
pub fn base_of(stem: &str) -> String {
    let bytes = stem.as_bytes();
    let lacks_e = ["at", "iz", "v", "c", "u", "rg", "dg"].iter().any(|end| stem.ends_with(end));
    match bytes {
        [.., b'i'] => format!("{}y", &stem[..stem.len() - 1]),
        _ if lacks_e && bytes.len() > 3 => format!("{stem}e"),
        [.., before, last] if before == last && b"bdgmnprt".contains(last) => stem[..stem.len() - 1].to_owned(),
        [.., b'e' | b'a' | b'o', b'l', b'l'] if bytes.len() > 5 => stem[..stem.len() - 1].to_owned(),
        _ => stem.to_owned(),
    }
}

fn ends_in_vowel(word: &str) -> bool {
    word.ends_with(['a', 'e', 'i', 'o', 'u'])
}

/// Whether the last consonant doubles: one syllable, one vowel, one consonant ("plan", "cut"), or stressed at the end ("commit").
fn doubles(verb: &str) -> bool {
    const STRESSED: &[&str] = &[
        "commit", "admit", "submit", "permit", "occur", "refer", "prefer", "transfer", "regret", "control", "cancel",
        "compel", "propel", "expel", "patrol", "defer", "forget", "begin", "upset", "travel", "equip", "acquit",
        "emit", "omit", "transmit", "allot", "repel", "rebel", "incur", "deter", "confer", "extol",
    ];
    let bytes = verb.as_bytes();
    let [.., before, vowel, last] = bytes else { return false };
    let vowels = verb.bytes().filter(|byte| b"aeiou".contains(byte)).count();
    let shape = !b"aeiou".contains(before) && b"aeiou".contains(vowel) && !b"aeiouwxy".contains(last);
    shape && (vowels == 1 || STRESSED.contains(&verb))
}

/// The singular of a noun, in small letters, as far as its ending tells: "firms" firm, "countries" country, "processes" process.
#[inline]
pub fn singular(noun: &str) -> Cow<'_, str> {
    let is_small = noun.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    if is_small { one_of(noun) } else { Cow::Owned(one_of(&noun.to_lowercase()).into_owned()) }
}

/// The same of a noun in small letters.
pub fn one_of(noun: &str) -> Cow<'_, str> {
    // No plural ends otherwise.
    let may_be_odd = match noun.as_bytes() {
        [.., b'e', b's'] | [.., b'c' | b'w', b's'] => true,
        [.., b'l' | b'c', b'e'] | [.., b'e', b'n' | b't'] | [.., b't', b'h'] | [.., b'i', b'a'] => true,
        [.., b's'] => false,
        _ => return Cow::Borrowed(noun),
    };
    if let Some(one) = may_be_odd.then(|| odd_singular(noun)).flatten() {
        return Cow::Borrowed(one);
    }
    // A stem has two letters at least.
    let cut = |letters: usize| noun.get(..noun.len() - letters).filter(|stem| stem.len() > 1);
    match noun.as_bytes() {
        [.., b'i', b'e', b's'] if noun.len() > 4 => Cow::Owned(format!("{}y", &noun[..noun.len() - 3])),
        [.., b's', b's', b'e', b's']
        | [.., b'z', b'z', b'e', b's']
        | [.., b's' | b'c', b'h', b'e', b's']
        | [.., b'x', b'e', b's'] => Cow::Borrowed(cut(2).or_else(|| cut(1)).unwrap_or(noun)),
        [.., b's' | b'u' | b'i', b's'] => Cow::Borrowed(noun),
        [.., b's'] => Cow::Borrowed(cut(1).unwrap_or(noun)),
        _ => Cow::Borrowed(noun),
    }
}

/// The singular of a noun, in small letters, that does not follow its ending.
fn odd_singular(noun: &str) -> Option<&'static str> {
    let one = match noun {
        "people" => "person",
        "men" => "man",
        "women" => "woman",
        "children" => "child",
        "lives" => "life",
        "wives" => "wife",
        "halves" => "half",
        "shelves" => "shelf",
        "feet" => "foot",
        "teeth" => "tooth",
        "mice" => "mouse",
        "media" => "media",
        "series" => "series",
        "species" => "species",
        "news" => "news",
        "movies" => "movie",
        "cookies" => "cookie",
        "economics" => "economics",
        "politics" => "politics",
        "lies" => "lie",
        "ties" => "tie",
        "buses" => "bus",
        "crises" => "crisis",
        "policemen" => "policeman",
        "firemen" => "fireman",
        _ => return None,
    };
    Some(one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regular_verbs_take_their_endings() {
        let forms = |verb| (third(verb), regular(verb, "ed"), regular(verb, "ing"));
        let plain = |a: &str, b: &str, c: &str| (a.to_owned(), b.to_owned(), c.to_owned());
        assert_eq!(forms("invest"), plain("invests", "invested", "investing"));
        assert_eq!(forms("plan"), plain("plans", "planned", "planning"));
        assert_eq!(forms("commit"), plain("commits", "committed", "committing"));
        assert_eq!(forms("carry"), plain("carries", "carried", "carrying"));
        assert_eq!(forms("raise"), plain("raises", "raised", "raising"));
        assert_eq!(forms("agree"), plain("agrees", "agreed", "agreeing"));
        assert_eq!(forms("visit"), plain("visits", "visited", "visiting"));
        assert_eq!(spelled_otherwise("total", "ed").as_deref(), Some("totalled"));
        assert_eq!(spelled_otherwise("travel", "ing").as_deref(), Some("traveling"));
        assert_eq!(spelled_otherwise("sell", "ing"), None);
        assert_eq!(spelled_otherwise("fail", "ed"), None);
    }

    #[test]
    fn a_verb_that_nobody_lists_has_a_dictionary_form() {
        for (stem, base) in [
            ("relegat", "relegate"),
            ("levell", "level"),
            ("curri", "curry"),
            ("solv", "solve"),
            ("hopp", "hop"),
            ("yodel", "yodel"),
        ] {
            assert_eq!(base_of(stem), base);
        }
    }

    #[test]
    fn plurals_come_down_to_their_singular() {
        for (many, one) in [
            ("firms", "firm"),
            ("Countries", "country"),
            ("processes", "process"),
            ("boxes", "box"),
            ("people", "person"),
            ("bus", "bus"),
            ("analysis", "analysis"),
            ("employees", "employee"),
        ] {
            assert_eq!(singular(many), one);
        }
    }
}
