//! Where sentences begin and end.

use super::abbreviation::{self, Follow};
use super::lines::Lines;
use super::pairs;
use super::token::{Token, TokenKind};
use crate::source::Span;

/// A sentence, or what stands in its place: a headline, a list item, a line of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// From the first to the last of its tokens.
    pub span: Span,
    /// Position of its first token.
    pub first: usize,
    /// Position just behind its last token.
    pub end: usize,
}

impl Sentence {
    /// The sentence's own tokens, out of those of the text.
    pub fn tokens(self, tokens: &[Token]) -> &[Token] {
        tokens.get(self.first..self.end).unwrap_or(&[])
    }
}

/// So many tokens are cut off as a sentence though nothing ends it. No writer fills it, and what reads sentences may then compare all
/// their words with one another.
const LONGEST: usize = 500;

/// Groups the tokens of a text into sentences; every token belongs to exactly one.
///
/// A quotation or bracket that holds several sentences is not cut inside, so that it stays with the words that say whose
/// it is. An empty line ends a sentence, and so does the end of a line, unless the line was only wrapped there.
pub fn sentences(text: &str, tokens: &[Token]) -> Vec<Sentence> {
    let lines = Lines::new(text);
    let breaks: Vec<bool> =
        tokens.iter().enumerate().map(|(at, _)| at > 0 && breaks_line(text, tokens, at, &lines)).collect();
    let inside = pairs::inside(text, tokens, &breaks);
    let mut cutter = Cutter { text, tokens, inside: &inside, label: None, first: 0, found: Vec::new() };
    for (at, &hard) in breaks.iter().enumerate() {
        if at > cutter.first && (hard || cutter.cuts(at) || cutter.is_too_long(at)) {
            cutter.cut(at);
        }
        if at == cutter.first {
            cutter.label = cutter.label_at(at);
        }
    }
    cutter.cut(tokens.len());
    cutter.found
}

fn breaks_line(text: &str, tokens: &[Token], at: usize, lines: &Lines) -> bool {
    let (Some(before), Some(token)) = (tokens.get(at.wrapping_sub(1)), tokens.get(at)) else { return false };
    !token.glued && lines.breaks_between(text, before.span.end as usize, token.span.start as usize)
}

/// The label of a list item: 2 and `)` for "2)", 'b' and `.` for "b.".
#[derive(Clone, Copy, PartialEq, Eq)]
struct Label {
    rank: u64,
    mark: u8,
}

struct Cutter<'a> {
    text: &'a str,
    tokens: &'a [Token],
    inside: &'a [bool],
    /// The label that the current list is at.
    label: Option<Label>,
    first: usize,
    found: Vec<Sentence>,
}

impl Cutter<'_> {
    fn is_too_long(&self, at: usize) -> bool {
        at - self.first >= if self.glued(at) { 2 * LONGEST } else { LONGEST }
    }

    fn cut(&mut self, end: usize) {
        if let (Some(first), Some(last)) = (self.tokens.get(self.first), self.tokens.get(end.wrapping_sub(1)))
            && self.first < end
        {
            self.found.push(Sentence { span: first.span.cover(last.span), first: self.first, end });
        }
        self.first = end;
    }

    fn slice(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.span.slice(self.text))
    }

    fn glued(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.glued)
    }

    fn is_word(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word)
    }

    /// Whether a sentence ends before the token at `at`, on the same line.
    fn cuts(&mut self, at: usize) -> bool {
        if self.label.is_none() && !self.may_end(at - 1) {
            return false;
        }
        if self.inside.get(at).copied().unwrap_or(false) {
            return false;
        }
        if self.next_label(at) {
            return true;
        }
        // Closing marks belong to the sentence before them, and so does the bullet of nothing.
        if self.glued(at) && !self.is_word(at) || is_closing(self.slice(at), self.glued(at)) || is_stop(self.slice(at))
        {
            return false;
        }
        let Some(last) = self.last_before(at) else { return false };
        self.ends_with(last, at)
    }

    /// Whether a token may be the last of a sentence on its line: a mark, or a word with a stop.
    fn may_end(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| match token.kind {
            TokenKind::Mark => true,
            TokenKind::Word => self.text.as_bytes().get(token.span.range().end - 1) == Some(&b'.'),
            TokenKind::Number | TokenKind::Symbol => false,
        })
    }

    /// The token before `at` that is no closing quote or bracket.
    fn last_before(&self, at: usize) -> Option<usize> {
        let mut last = at.checked_sub(1)?;
        while last > self.first && is_closing(self.slice(last), self.glued(last)) {
            last -= 1;
        }
        (last >= self.first).then_some(last)
    }

    fn ends_with(&self, last: usize, at: usize) -> bool {
        match self.slice(last) {
            "." => self.ends_at_stop(last, at),
            "?" | "!" => self.begins(at, last + 1 < at) && !self.said_by(last, at),
            "…" => self.begins(at, false),
            "。" | "！" | "？" => true,
            word if word.len() > 1 && word.ends_with('.') && self.is_word(last) => {
                last + 1 == at && self.ends_at_abbreviation(word, at)
            }
            _ => false,
        }
    }

    fn ends_at_stop(&self, last: usize, at: usize) -> bool {
        if self.glued(at) {
            return self.run_together(last, at);
        }
        let stops = self.stops_before(last);
        let bracketed = last.checked_sub(stops).is_some_and(|before| self.slice(before) == "[");
        if bracketed {
            return false;
        }
        if self.slice(last.wrapping_sub(1)) == "°" || (stops == 3 && !self.glued(last)) || self.is_label(last) {
            return false;
        }
        self.begins(at, last + 1 < at)
    }

    /// "1." and "b." at the beginning of a sentence are its label.
    fn is_label(&self, last: usize) -> bool {
        last == self.first + 1 && self.label.is_some()
            || (last == self.first + 2 && is_bullet(self.slice(self.first)) && self.is_number(self.first + 1))
    }

    fn is_number(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number)
    }

    /// How many full stops end at `last`, blanks between them or not; no more than four are counted.
    fn stops_before(&self, last: usize) -> usize {
        (0..4)
            .take_while(|&back| last.checked_sub(back).is_some_and(|at| at >= self.first && self.slice(at) == "."))
            .count()
    }

    /// "end.Beginning", where the blank is missing.
    fn run_together(&self, last: usize, at: usize) -> bool {
        let before = self.slice(last.wrapping_sub(1));
        let solid = before.len() > 1 && before.ends_with(|c: char| c.is_lowercase() || c.is_ascii_digit());
        let mut next = self.slice(at).chars();
        let capital = next.next().is_some_and(char::is_uppercase);
        solid && self.glued(last) && capital && next.next().is_some_and(|c| c.is_lowercase() || c == '.')
    }

    /// Whether what stands at `at` can begin a sentence. `closed`: a quote or bracket has just been closed.
    fn begins(&self, at: usize, closed: bool) -> bool {
        let mut at = at;
        while is_opening(self.slice(at)) || is_bullet(self.slice(at)) {
            at += 1;
        }
        let Some(token) = self.tokens.get(at) else { return !closed };
        if self.slice(at + 1) == ")" && self.label_at(at).is_some() {
            return true;
        }
        let mut letters = self.slice(at).chars();
        let first = letters.next().unwrap_or(' ');
        match token.kind {
            TokenKind::Word => !first.is_lowercase() || letters.next().is_some_and(char::is_uppercase),
            TokenKind::Number => true,
            TokenKind::Mark => matches!(first, '.' | '…'),
            TokenKind::Symbol => !matches!(first, '/' | '=' | '+' | '*' | '&' | '%'),
        }
    }

    /// A question or a cry in quotation marks goes on with "Smith said".
    fn said_by(&self, last: usize, at: usize) -> bool {
        let quoted = (last + 1..at).any(|at| matches!(self.slice(at), "\"" | "''" | "”" | "’" | "'" | "»"));
        quoted
            && (at..at + 5)
                .map(|at| self.slice(at))
                .take_while(|word| !is_stop(word))
                .any(|word| SAYING.contains(&word))
    }

    fn ends_at_abbreviation(&self, word: &str, at: usize) -> bool {
        if self.glued(at) {
            return false;
        }
        let open = is_opening(self.slice(at));
        let mut next = at;
        while is_opening(self.slice(next)) {
            next += 1;
        }
        let follower = self.slice(next);
        if !self.is_word(next) || !follower.starts_with(char::is_uppercase) {
            return false;
        }
        match follow(word) {
            Follow::Continues => false,
            Follow::MayEnd => STARTERS.binary_search(&follower).is_ok() || (open && word.len() > 3),
            Follow::Ends => !is_day_month_or_zone(follower),
        }
    }

    fn label_at(&self, at: usize) -> Option<Label> {
        let at = if is_bullet(self.slice(at)) || self.slice(at) == "(" { at + 1 } else { at };
        let (text, mark) = (self.slice(at), *self.slice(at + 1).as_bytes().first()?);
        // The label of an initial and its stop are one token.
        let (text, mark) = text.strip_suffix('.').map_or((text, mark), |text| (text, b'.'));
        let rank = match text.as_bytes() {
            [letter @ (b'a'..=b'z' | b'A'..=b'Z')] => u64::from(letter.to_ascii_lowercase() - b'a') + 1,
            digits if digits.len() < 4 && digits.iter().all(u8::is_ascii_digit) => text.parse().ok()?,
            _ => return None,
        };
        matches!(mark, b'.' | b')').then_some(Label { rank, mark })
    }

    /// Whether the next item of the list that the sentence is an item of begins at `at`; keeps count.
    fn next_label(&mut self, at: usize) -> bool {
        let Some(label) = self.label else { return false };
        if self.glued(at) || at <= self.first + 2 {
            return false;
        }
        let next = self.label_at(at);
        let bulleted = is_bullet(self.slice(at)) && is_bullet(self.slice(self.first));
        let follows = next.is_some_and(|next| next.rank == label.rank + 1 && next.mark == label.mark);
        follows
            && (bulleted
                || self.slice(at + 1) == "." && self.slice(at + 2) == ")"
                || self.begins(at + 2, false) && self.is_word(at + 2))
    }
}

/// How a sentence goes on behind an abbreviation, its stop included.
fn follow(word: &str) -> Follow {
    let bare = word.strip_suffix('.').unwrap_or(word);
    if bare.eq_ignore_ascii_case("a.m") || bare.eq_ignore_ascii_case("p.m") {
        return Follow::Ends;
    }
    abbreviation::find(bare).map_or(Follow::MayEnd, |found| found.follow)
}

fn is_stop(text: &str) -> bool {
    matches!(text, "." | "?" | "!" | "…" | "," | ";" | ":")
}

fn is_opening(text: &str) -> bool {
    matches!(text, "\"" | "''" | "``" | "“" | "‘" | "'" | "(" | "[" | "«" | "„" | "¿" | "¡" | "`" | "{")
}

fn is_bullet(text: &str) -> bool {
    matches!(text, "-" | "–" | "—" | "•" | "⁃" | "*" | "·" | "▪" | "●")
}

/// Closing quotes and brackets; a plain quotation mark closes where it is glued to what it closes.
fn is_closing(text: &str, glued: bool) -> bool {
    match text {
        "”" | "’" | ")" | "]" | "»" | "}" => true,
        "\"" | "''" | "'" => glued,
        _ => false,
    }
}

fn is_day_month_or_zone(word: &str) -> bool {
    let capitals = word.len() <= 4 && word.chars().all(|c| c.is_uppercase() || c == '.');
    capitals && word.len() > 1
        || DAYS_AND_MONTHS.iter().any(|name| word.starts_with(name))
        || matches!(word, "Eastern" | "Pacific" | "Central" | "Mountain" | "Greenwich")
}

const DAYS_AND_MONTHS: &[&str] = &[
    "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep",
    "Oct", "Nov", "Dec",
];

const SAYING: &[&str] = &[
    "said", "says", "asked", "asks", "added", "told", "wrote", "cried", "shouted", "tweeted", "recalled", "wondered",
    "joked", "replied",
];

/// Words that begin sentences and no name; sorted.
const STARTERS: &[&str] = &[
    "A",
    "About",
    "According",
    "After",
    "All",
    "Also",
    "Although",
    "Among",
    "An",
    "And",
    "Another",
    "Any",
    "Are",
    "As",
    "At",
    "Because",
    "Before",
    "Both",
    "But",
    "By",
    "Can",
    "Could",
    "Despite",
    "Did",
    "Do",
    "Does",
    "During",
    "Each",
    "Earlier",
    "Even",
    "Every",
    "Few",
    "For",
    "From",
    "Had",
    "Has",
    "He",
    "Her",
    "Here",
    "His",
    "How",
    "However",
    "I",
    "If",
    "In",
    "Instead",
    "Is",
    "It",
    "Its",
    "Just",
    "Last",
    "Later",
    "Many",
    "Meanwhile",
    "More",
    "Moreover",
    "Most",
    "My",
    "Neither",
    "Next",
    "No",
    "Not",
    "Now",
    "Of",
    "On",
    "Once",
    "One",
    "Only",
    "Or",
    "Others",
    "Our",
    "Over",
    "She",
    "Should",
    "Since",
    "So",
    "Some",
    "Still",
    "Such",
    "That",
    "The",
    "Their",
    "Then",
    "There",
    "These",
    "They",
    "This",
    "Those",
    "Though",
    "Three",
    "Through",
    "To",
    "Two",
    "Under",
    "Unlike",
    "Until",
    "Was",
    "We",
    "Were",
    "What",
    "When",
    "Where",
    "Whether",
    "Which",
    "While",
    "Who",
    "Why",
    "Will",
    "With",
    "Would",
    "Yes",
    "Yet",
    "You",
    "Your",
];

#[cfg(test)]
mod tests {
    use super::STARTERS;

    #[test]
    fn the_words_that_begin_sentences_are_sorted() {
        assert!(STARTERS.is_sorted());
    }
}
