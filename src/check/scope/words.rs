//! Words in the form in which they are looked up.

/// The singular of an English noun by the regular endings, lower case. Other words come out in lower case, perhaps shorter; both sides
/// of a comparison pass through here.
pub(in crate::check) fn singular(word: &str) -> String {
    let mut word = word.to_lowercase();
    let cut = match () {
        () if word.len() < 4 || word.ends_with("ss") || word.ends_with("us") || word.ends_with("is") => 0,
        () if word.ends_with("ies") && word.len() > 4 => {
            word.truncate(word.len() - 3);
            word.push('y');
            0
        }
        () if ["ches", "shes", "xes", "sses", "zzes"].iter().any(|ending| word.ends_with(ending)) => 2,
        () if word.ends_with('s') => 1,
        () => 0,
    };
    word.truncate(word.len() - cut);
    word
}

/// A noun phrase with its last word in the singular: "data centers" is "data center".
pub(in crate::check) fn singular_phrase(phrase: &str) -> String {
    let phrase = phrase.trim();
    match phrase.rsplit_once(char::is_whitespace) {
        Some((before, last)) => format!("{} {}", before.trim().to_lowercase(), singular(last)),
        None => singular(phrase),
    }
}

/// A word without the mark of possession: "Norsk's" is "Norsk".
pub(in crate::check) fn without_possessive(word: &str) -> &str {
    let cut = ["'s", "’s"].iter().find_map(|ending| word.strip_suffix(ending));
    cut.or_else(|| word.strip_suffix(['\'', '’']).filter(|rest| rest.ends_with('s'))).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regular_plurals_lose_their_ending() {
        for (plural, one) in
            [("Metres", "metre"), ("inches", "inch"), ("ferries", "ferry"), ("buses", "buse"), ("gas", "gas")]
        {
            assert_eq!(singular(plural), one);
        }
        assert_eq!(singular("glass"), "glass");
        assert_eq!(singular("Celsius"), "celsius");
    }

    #[test]
    fn a_phrase_is_made_singular_at_its_end() {
        assert_eq!(singular_phrase("Sports Halls"), "sports hall");
        assert_eq!(singular_phrase(" ferry  boats "), "ferry boat");
    }
}
