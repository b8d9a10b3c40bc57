//! Which words are typing errors for a known one.
//!
//! Words that an editor means must not be refused, and no list of English words is at hand. So a word counts as a typing error only where
//! the fingers are to blame: two letters swapped, a letter doubled or not doubled, one missing or one too many, another vowel. A wrong
//! consonant makes other words (`prize` for `price`, `charge` for `change`), and needs a long word around it. Short words lie close to
//! one another, and a word with another ending (`voters` for `votes`) is a word of its own.

/// From how many letters on, counted in the shorter word, which kind of error is one.
const SHORTEST: usize = 3;
const SWAPPED: usize = 4;
const ONE_MORE_OR_LESS: usize = 5;
const OTHER_VOWEL: usize = 6;
const OTHER_LETTER: usize = 8;

/// Endings that make another word, or another form of the word.
const ENDINGS: &[&str] = &[
    "s", "es", "r", "rs", "er", "ers", "or", "ors", "d", "ed", "n", "en", "ing", "ings", "y", "ly", "ic", "al", "able",
    "ive", "ist", "ism",
];

/// Whether a word is a typing error for a known one; both in lower case.
pub(crate) fn is_typing_error(written: &str, known: &str) -> bool {
    if is_without_last_vowel(written, known) {
        return true;
    }
    let shorter = written.chars().count().min(known.chars().count());
    if shorter < SWAPPED || written == known || first(written) != first(known) || is_other_ending(written, known) {
        return false;
    }
    if shorter >= ONE_MORE_OR_LESS && single(written) == single(known) {
        return true;
    }
    if written.len().abs_diff(known.len()) > 2 || strsim::osa_distance(written, known) != 1 {
        return false;
    }
    shorter >= least(written, known)
}

/// Whether a word of three letters or more has only lost the silent vowel at its end: `rol` for `role`.
fn is_without_last_vowel(written: &str, known: &str) -> bool {
    written.len() >= SHORTEST && known.strip_suffix('e') == Some(written)
}

/// How many letters the shorter of two words must have that differ in one place.
fn least(written: &str, known: &str) -> usize {
    let pairs: Vec<(char, char)> = written.chars().zip(known.chars()).filter(|(own, theirs)| own != theirs).collect();
    match (written.chars().count() == known.chars().count(), &pairs[..]) {
        (false, _) => ONE_MORE_OR_LESS,
        (true, [(own, theirs)]) if is_vowel(*own) && is_vowel(*theirs) => OTHER_VOWEL,
        (true, [_]) => OTHER_LETTER,
        (true, _) => SWAPPED,
    }
}

fn first(word: &str) -> Option<char> {
    word.chars().next()
}

fn is_vowel(c: char) -> bool {
    "aeiouy".contains(c)
}

/// The word without doubled letters: `committment` and `comitment` are both `comitment`.
fn single(word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    letters.dedup();
    letters.into_iter().collect()
}

/// Whether both words are one stem with an ending, the written one with another than the known one.
fn is_other_ending(written: &str, known: &str) -> bool {
    let shared: usize =
        written.chars().zip(known.chars()).take_while(|(own, theirs)| own == theirs).map(|(c, _)| c.len_utf8()).sum();
    let (own, theirs) = (written.get(shared..).unwrap_or(""), known.get(shared..).unwrap_or(""));
    let is_ending = |rest: &str| ENDINGS.contains(&rest);
    shared > 2 && is_ending(own) && (is_ending(theirs) || theirs.is_empty() || theirs == "e")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typing_errors_are_found() {
        for (written, known) in [
            ("plegde", "pledge"),
            ("pldge", "pledge"),
            ("pleddge", "pledge"),
            ("jbos", "jobs"),
            ("comittment", "commitment"),
            ("investmnet", "investment"),
            ("populaton", "population"),
            ("populatiom", "population"),
            ("revanue", "revenue"),
            ("turnove", "turnover"),
            ("rol", "role"),
        ] {
            assert!(is_typing_error(written, known), "{written} for {known}");
        }
    }

    #[test]
    fn words_that_somebody_may_mean_are_none() {
        for (written, known) in [
            ("inflation", "infection"),
            ("voters", "votes"),
            ("voter", "vote"),
            ("deadline", "decline"),
            ("prize", "price"),
            ("charge", "change"),
            ("wagers", "wages"),
            ("coast", "cost"),
            ("debut", "debt"),
            ("seas", "seats"),
            ("bale", "sale"),
            ("plan", "plant"),
            ("pricing", "price"),
            ("goals", "goal"),
        ] {
            assert!(!is_typing_error(written, known), "{written} for {known}");
        }
    }
}
