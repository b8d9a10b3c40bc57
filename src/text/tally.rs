//! How a vote or a match ended, as it is written: "6-3", "6 to 3", "6-to-3", "six to three", "six votes to
//! three".

/// Two numbers that stand against each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally {
    /// The token behind it.
    pub end: usize,
    /// The numbers, in their order.
    pub sides: [u32; 2],
}

impl Tally {
    /// The tally at a token, by the words of the tokens, whether each is glued to the one before, and the number that a word is.
    pub fn at<'t>(
        at: usize,
        word: impl Fn(usize) -> &'t str,
        glued: impl Fn(usize) -> bool,
        number: impl Fn(&str) -> Option<u32>,
    ) -> Option<Self> {
        let digits = |at: usize| whole(word(at));
        let told = |at: usize| digits(at).or_else(|| number(word(at)));
        let to = |at: usize| word(at).eq_ignore_ascii_case("to");
        let all_glued = |mut tokens: std::ops::Range<usize>| tokens.all(&glued);
        let is_link = matches!(word(at + 1), "-" | "–" | "to" | "vote" | "votes");
        let first = is_link.then(|| told(at)).flatten()?;
        let (last, second) = match word(at + 1) {
            "-" | "–" if to(at + 2) && all_glued(at + 1..at + 5) => (at + 4, told(at + 4)?),
            "-" | "–" if all_glued(at + 1..at + 3) => (at + 2, digits(at).and(digits(at + 2))?),
            "to" => (at + 2, told(at + 2)?),
            // "seven votes to two"
            "vote" | "votes" if to(at + 2) => (at + 3, told(at + 3)?),
            _ => return None,
        };
        Some(Self { end: last + 1, sides: [first, second] })
    }

    /// With a hyphen, in figures.
    pub fn in_figures(self) -> String {
        let [one, two] = self.sides;
        format!("{one}-{two}")
    }
}

/// The numbers of a tally that is one word, in figures: "6-3".
pub fn sides_of(word: &str) -> Option<[u32; 2]> {
    let (one, two) = word.split_once(['-', '–'])?;
    Some([whole(one)?, whole(two)?])
}

/// A whole number in figures.
fn whole(word: &str) -> Option<u32> {
    word.parse().ok().filter(|_| word.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::sides_of;

    #[test]
    fn a_tally_in_one_word_is_of_two_whole_numbers_in_figures() {
        assert_eq!(sides_of("6-3"), Some([6, 3]));
        assert_eq!(sides_of("6–3"), Some([6, 3]));
        assert!(["6", "6-", "+6-3", "six-3", "6-3-1"].into_iter().all(|word| sides_of(word).is_none()));
    }
}
