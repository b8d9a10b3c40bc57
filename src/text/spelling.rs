//! One spelling for the two of English: "labour" and "labor", "defence" and "defense", "organise" and "organize".
//!
//! Only for comparing words with words, on both sides: what comes out need be no word.

use std::borrow::Cow;

/// Shorter words are left alone: "four" is not "for", "wise" not "wize".
const SHORTEST: usize = 6;

/// British endings with their American ones.
const ENDINGS: &[(&str, &str)] = &[
    ("our", "or"),
    ("ours", "ors"),
    ("tre", "ter"),
    ("tres", "ters"),
    ("bre", "ber"),
    ("ence", "ense"),
    ("ences", "enses"),
    ("ise", "ize"),
    ("ised", "ized"),
    ("ises", "izes"),
    ("ising", "izing"),
    ("iser", "izer"),
    ("isation", "ization"),
    ("isations", "izations"),
    ("yse", "yze"),
    ("ysed", "yzed"),
    ("amme", "am"),
    ("ammes", "ams"),
    ("ogue", "og"),
    ("ogues", "ogs"),
    ("oured", "ored"),
    ("ouring", "oring"),
    ("ourable", "orable"),
];

/// Doublets that no ending tells.
const WORDS: &[(&str, &str)] = &[
    ("metre", "meter"),
    ("litre", "liter"),
    ("fibre", "fiber"),
    ("odour", "odor"),
    ("grey", "gray"),
    ("tyre", "tire"),
    ("aluminium", "aluminum"),
    ("plough", "plow"),
    ("sceptic", "skeptic"),
    ("jewellery", "jewelry"),
    ("paediatric", "pediatric"),
    ("aeroplane", "airplane"),
    ("artefact", "artifact"),
    ("manoeuvre", "maneuver"),
    ("judgement", "judgment"),
    ("enrolment", "enrollment"),
    ("traveller", "traveler"),
    ("counsellor", "counselor"),
    ("councillor", "councilor"),
];

/// A lower-case word in its American spelling, as far as its ending tells.
pub fn american(word: &str) -> Cow<'_, str> {
    // Most words are told apart by their first or last letter.
    let (first, last) = (word.as_bytes().first(), word.as_bytes().last());
    let is_doublet = |british: &str| british.as_bytes().first() == first && british == word;
    if let Some((_, plain)) = WORDS.iter().find(|(british, _)| is_doublet(british)) {
        return Cow::Borrowed(plain);
    }
    if word.len() < SHORTEST || !matches!(last, Some(b'r' | b's' | b'e' | b'd' | b'g' | b'n' | b'l')) {
        return Cow::Borrowed(word);
    }
    let ends = |british: &str| british.as_bytes().last() == last && word.ends_with(british);
    let ending = ENDINGS.iter().filter(|(british, _)| ends(british)).max_by_key(|(british, _)| british.len());
    match ending.and_then(|(british, plain)| Some((word.strip_suffix(british)?, plain))) {
        Some((stem, plain)) => Cow::Owned(format!("{stem}{plain}")),
        None => Cow::Borrowed(word),
    }
}

#[cfg(test)]
mod tests {
    use super::american;

    #[test]
    fn the_two_spellings_of_a_word_come_out_as_one() {
        for (one, other) in [
            ("labour", "labor"),
            ("defence", "defense"),
            ("centre", "center"),
            ("centres", "centers"),
            ("organise", "organize"),
            ("nationalisation", "nationalization"),
            ("programme", "program"),
            ("metre", "meter"),
            ("favourable", "favorable"),
        ] {
            assert_eq!(american(one), american(other));
        }
    }

    #[test]
    fn endings_have_few_last_letters() {
        let last = |ending: &str| ending.as_bytes().last().copied();
        assert!(super::ENDINGS.iter().all(|(ending, _)| last(ending).is_some_and(|last| b"rsedgnl".contains(&last))));
    }

    #[test]
    fn other_words_stay_apart() {
        for (one, other) in [("four", "for"), ("tour", "tor"), ("sour", "sor"), ("prise", "prize"), ("fence", "fense")]
        {
            assert_ne!(american(one), american(other));
        }
    }
}
