//! Made up articles: the same for the same number, different for different ones.

use std::fmt::Write;

const COMPANIES: [&str; 8] = [
    "Norvik Steel",
    "Halden Technologies",
    "Brandt Foods",
    "Lund Energy",
    "Quillon Motors",
    "Tamsin Air",
    "Ostrava Glass",
    "Verity Bank",
];

const PEOPLE: [&str; 6] = ["Ida Lom", "Jane Doe", "Daniel Brandt", "Mara Voss", "Peter Okafor", "Lena Sato"];

const PLACES: [&str; 6] = ["Oslo", "Lyon", "Chile", "Texas", "Osaka", "Poland"];

/// Sentences with gaps: `C` a company, `P` a person, `L` a place, `N` a number of two digits, `Y` a year.
const SENTENCES: [&str; 12] = [
    "C will invest $N billion in L by Y, creating N,000 jobs, the company said on Tuesday.",
    "C chief executive P said the plant in L would open in March Y.",
    "“We have doubled our output, and we are hiring more people than ever before,” said P, a spokesman for C.",
    "Revenue rose N percent to $N.4 million in the third quarter, while profit fell to €N million.",
    "At least N people died and more than N0 were injured when a storm hit L on N September Y.",
    "The move comes after it teamed up with C last month to build a N,900-square-meter site worth $N million.",
    "Shares of C, which employs about N,000 workers, were down N.2 percent at noon.",
    "C, C and C have each pledged to cut emissions by half within ten years.",
    "According to P, the company plans to add up to N flights a week between L and L from Y to Y.",
    "Analysts expect C to report sales of roughly N0 billion yen next year.",
    "The government of L announced a package of N measures, including tax cuts of N percent.",
    "P was named chairwoman of C in Y, after N years at C.",
];

/// How many sentences an article has.
const LENGTH: usize = 36;

/// The article of a number, about four thousand bytes long.
pub fn article(number: u64) -> String {
    let mut dice = Dice(number.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let mut text = format!("{} expands in {}\n\n", dice.one_of(&COMPANIES), dice.one_of(&PLACES));
    for sentence in 0..LENGTH {
        let end = if sentence % 4 == 3 { "\n\n" } else { " " };
        for letter in dice.one_of(&SENTENCES).split_inclusive(['C', 'P', 'L', 'N', 'Y']) {
            dice.fill(letter, &mut text);
        }
        text.push_str(end);
    }
    text
}

/// Numbers that follow from a seed.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or(0) % sides
    }

    fn one_of<'a>(&mut self, choices: &[&'a str]) -> &'a str {
        choices[self.throw(choices.len())]
    }

    /// Writes a stretch of a sentence that may end with a gap.
    fn fill(&mut self, stretch: &str, text: &mut String) {
        let (plain, gap) = stretch.split_at(stretch.len().saturating_sub(1));
        text.push_str(plain);
        let filled = match gap {
            "C" => write!(text, "{}", self.one_of(&COMPANIES)),
            "P" => write!(text, "{}", self.one_of(&PEOPLE)),
            "L" => write!(text, "{}", self.one_of(&PLACES)),
            "N" => write!(text, "{}", 10 + self.throw(90)),
            "Y" => write!(text, "{}", 2020 + self.throw(15)),
            other => write!(text, "{other}"),
        };
        filled.unwrap_or_default();
    }
}
