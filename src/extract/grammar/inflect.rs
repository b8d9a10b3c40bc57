//! How English words change: the regular forms of verbs, the singular of nouns.

/// "invests", "reaches", "carries".
pub(super) fn third(verb: &str) -> String {
    match verb.strip_suffix('y') {
        Some(stem) if !ends_in_vowel(stem) => format!("{stem}ies"),
        _ if ["s", "x", "z", "ch", "sh", "o"].iter().any(|end| verb.ends_with(end)) => format!("{verb}es"),
        _ => format!("{verb}s"),
    }
}

/// The regular past or gerund: "planned", "raising", "carried".
pub(super) fn regular(verb: &str, ending: &str) -> String {
    if let Some(stem) = verb.strip_suffix('e').filter(|stem| !stem.ends_with('e') || ending == "ed") {
        return format!("{stem}{ending}");
    }
    match verb.strip_suffix('y') {
        Some(stem) if ending == "ed" && !ends_in_vowel(stem) => format!("{stem}ied"),
        _ if doubles(verb) => format!("{verb}{}{ending}", &verb[verb.len() - 1..]),
        _ => format!("{verb}{ending}"),
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

/// The singular of a noun, as far as its ending tells: "firms" firm, "countries" country, "processes" process.
pub fn singular(noun: &str) -> String {
    let mut noun = if noun.is_ascii() { noun.to_ascii_lowercase() } else { noun.to_lowercase() };
    // No plural ends otherwise.
    if !noun.ends_with(['s', 'e', 'n', 't', 'h', 'a']) {
        return noun;
    }
    if let Some(one) = odd_singular(&noun) {
        return one.to_owned();
    }
    if !noun.ends_with('s') {
        return noun;
    }
    // A stem has two letters at least.
    let cut = |end: &str| noun.strip_suffix(end).map(str::len).filter(|stem| *stem > 1);
    if let Some(stem) = cut("ies") {
        noun.truncate(stem);
        noun.push('y');
    } else if let Some(stem) =
        ["sses", "shes", "ches", "xes", "zzes"].iter().any(|end| noun.ends_with(end)).then(|| cut("es")).flatten()
    {
        noun.truncate(stem);
    } else if let Some(stem) = cut("s").filter(|_| !["ss", "us", "is"].iter().any(|end| noun.ends_with(end))) {
        noun.truncate(stem);
    }
    noun
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
