//! Telephone numbers: groups of digits that count nothing.

use crate::extract::reading::Reading;

/// The most groups and marks of a telephone number.
const LONGEST: usize = 14;

/// Whether the number at a token belongs to a telephone number: "020 7946 0018", "+44 20 7946 0018", "(555) 010-0199", "call 999".
pub(super) fn is_telephone(reading: &Reading<'_>, at: usize, end: usize) -> bool {
    let Some(row) = Row::around(reading, at) else { return false };
    let dialled = row.is_dialled();
    let closed = !reading.is_word(end) || reading.is(end, reading.known().phrase_end);
    let alone = row.groups == 1 && end == row.end && dialled && row.digits >= 3 && closed;
    let enough = row.groups > 1 && row.digits >= 7;
    let whole = enough && (row.is_international() || row.is_padded() || row.opens_in_brackets());
    whole || alone || dialled && row.groups > 1 && row.digits >= 6
}

/// Groups of digits with nothing but spaces and small marks between them.
struct Row<'a> {
    reading: &'a Reading<'a>,
    start: usize,
    end: usize,
    groups: usize,
    digits: usize,
}

impl<'a> Row<'a> {
    fn around(reading: &'a Reading<'a>, at: usize) -> Option<Self> {
        let mark = |at: usize| matches!(reading.slice(at), "-" | "‑" | "(" | ")" | "+");
        let inside = |at: usize| is_group(reading, at) || mark(at);
        let first = at.saturating_sub(LONGEST).max(reading.first);
        let start = (first..=at).rev().take_while(|at| inside(*at)).last()?;
        let end = (at..(at + LONGEST).min(reading.end)).take_while(|at| inside(*at)).last()? + 1;
        let groups: Vec<usize> = (start..end).filter(|at| is_group(reading, *at)).collect();
        let digits = groups.iter().map(|at| reading.slice(*at).len()).sum();
        let end = groups.last()? + 1;
        Some(Self { reading, start, end, groups: groups.len(), digits })
    }

    /// "+44 20 7946 0018"; "+1 234 567" may be a number in groups of three.
    fn is_international(&self) -> bool {
        let thousands = (self.start + 2..self.end).all(|at| self.reading.slice(at).len() == 3);
        self.reading.slice(self.start) == "+" && !thousands
    }

    /// "020 7946 0018": no number begins with a nought.
    fn is_padded(&self) -> bool {
        let first = (self.start..self.end).find(|at| is_group(self.reading, *at));
        first.is_some_and(|first| self.reading.slice(first).starts_with('0') && self.reading.slice(first).len() > 1)
    }

    /// "(555) 010-0199"
    fn opens_in_brackets(&self) -> bool {
        self.reading.slice(self.start) == "(" && self.reading.slice(self.start + 2) == ")"
    }

    /// Whether a word for calling stands in front: "call 555 0134", "Tel: 555 0134", "call us on 555 0134".
    fn is_dialled(&self) -> bool {
        let from = self.start.saturating_sub(3).max(self.reading.first);
        let before = (from..self.start).rev().find(|at| self.reading.is(*at, self.reading.known().telephone));
        let link = |at: usize| {
            !self.reading.is_word(at) && !self.reading.is_number(at)
                || self.reading.reads_one_of(at, &["on", "at", "us", "is", "number"])
        };
        before.is_some_and(|before| (before + 1..self.start).all(link))
    }
}

/// Digits without point or comma.
fn is_group(reading: &Reading<'_>, at: usize) -> bool {
    reading.is_number(at) && reading.slice(at).bytes().all(|byte| byte.is_ascii_digit())
}
