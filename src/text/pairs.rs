//! Quotation marks and brackets that belong together.

use super::token::{Token, TokenKind};

/// Words between quotation marks that stand in no others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// Position of the opening mark.
    pub open: usize,
    /// Position of the closing mark; of the first token behind the block where the marks are left open to its end.
    pub close: usize,
    /// Whether they are left open: the next paragraph goes on with the same speech.
    pub unclosed: bool,
    /// Whether they are single marks.
    pub single: bool,
}

/// Sorts of pairs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Double,
    Single,
    Round,
    Square,
}

const SORTS: usize = 4;

/// Which way a mark looks by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Open,
    Close,
    Either,
}

/// What a token does to the pairs that are open.
enum Act {
    Open(Sort),
    Close(Sort),
    Nothing,
}

/// A pair that has been closed.
struct Pair {
    sort: Sort,
    open: usize,
    close: usize,
}

/// For every token whether it stands within a quotation or bracket that is closed before the next break; the closing mark itself does too.
pub(super) fn inside(text: &str, tokens: &[Token], breaks: &[bool]) -> Vec<bool> {
    let found = Finder::new(text, tokens).run(breaks);
    let mut changes = vec![0_i32; tokens.len() + 1];
    for pair in &found.pairs {
        add(&mut changes, pair.open + 1, 1);
        add(&mut changes, pair.close + 1, -1);
    }
    let mut depth = 0;
    let within = changes.iter().take(tokens.len()).map(|change| {
        depth += change;
        depth > 0
    });
    within.collect()
}

fn add(changes: &mut [i32], at: usize, by: i32) {
    if let Some(change) = changes.get_mut(at) {
        *change += by;
    }
}

/// The quotations of a text, in order; none holds another. `breaks` tells for every token whether a block begins with it. A mark
/// that is not closed in its block holds to the block's end where it opens the block, or where the next block opens with such a mark.
pub fn quotations(text: &str, tokens: &[Token], breaks: &[bool]) -> Vec<Quotation> {
    let mut found = Finder::new(text, tokens).run(breaks);
    let single = |pair: &Pair| pair.sort == Sort::Single;
    let closed = found.pairs.iter().filter(|pair| matches!(pair.sort, Sort::Double | Sort::Single));
    let mut all: Vec<Quotation> = closed
        .map(|pair| Quotation { open: pair.open, close: pair.close, unclosed: false, single: single(pair) })
        .collect();
    all.append(&mut found.unclosed);
    all.sort_by_key(|quotation| (quotation.open, std::cmp::Reverse(quotation.close)));
    let mut end = 0;
    all.retain(|quotation| {
        let outermost = quotation.open >= end;
        end = end.max(quotation.close);
        outermost
    });
    all
}

struct Finder<'a> {
    text: &'a str,
    tokens: &'a [Token],
    open: Vec<(Sort, usize)>,
    /// The double marks among those that are open, as written.
    doubles: Vec<&'a str>,
    counts: [usize; SORTS],
    pairs: Vec<Pair>,
    unclosed: Vec<Quotation>,
    /// Where the block begins.
    block: usize,
}

impl<'a> Finder<'a> {
    fn new(text: &'a str, tokens: &'a [Token]) -> Self {
        Self {
            text,
            tokens,
            open: Vec::new(),
            doubles: Vec::new(),
            counts: [0; SORTS],
            pairs: Vec::new(),
            unclosed: Vec::new(),
            block: 0,
        }
    }

    fn run(mut self, breaks: &[bool]) -> Self {
        for (at, token) in self.tokens.iter().enumerate() {
            if at > 0 && breaks.get(at).copied().unwrap_or(false) {
                self.end_block(at);
            }
            if token.kind == TokenKind::Mark {
                match self.act(at) {
                    Act::Open(sort) => self.opens(sort, at),
                    Act::Close(sort) => self.close(sort, at),
                    Act::Nothing => {}
                }
            }
        }
        self.end_block(self.tokens.len());
        self
    }

    fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.span.slice(self.text))
    }

    fn glued(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.glued)
    }

    /// Forgets what is open, but for a quotation that goes on in the next block.
    fn end_block(&mut self, next: usize) {
        let first = self.open.iter().find(|(sort, _)| *sort == Sort::Double).map(|(_, at)| *at);
        if let Some(open) = first.filter(|open| self.runs_on(*open, next)) {
            self.unclosed.push(Quotation { open, close: next, unclosed: true, single: false });
        }
        self.open.clear();
        self.doubles.clear();
        self.counts = [0; SORTS];
        self.block = next;
    }

    fn runs_on(&self, open: usize, next: usize) -> bool {
        let reopened = mark(self.word(next)).is_some_and(|(sort, side)| sort == Sort::Double && side != Side::Close);
        let pure = || self.pairs.last().is_none_or(|pair| pair.open < open || pair.sort != Sort::Double);
        reopened || open == self.block && pure()
    }

    fn opens(&mut self, sort: Sort, at: usize) {
        self.open.push((sort, at));
        if sort == Sort::Double {
            self.doubles.push(self.word(at));
        }
        if let Some(count) = self.counts.get_mut(sort as usize) {
            *count += 1;
        }
    }

    /// Closes the innermost pair of a sort; what was opened within it and never closed is forgotten.
    fn close(&mut self, sort: Sort, at: usize) {
        if !self.is_open(sort) {
            return;
        }
        while let Some((opened, from)) = self.open.pop() {
            if let Some(count) = self.counts.get_mut(opened as usize) {
                *count = count.saturating_sub(1);
            }
            if opened == Sort::Double {
                self.doubles.pop();
            }
            if opened == sort {
                self.pairs.push(Pair { sort, open: from, close: at });
                return;
            }
        }
    }

    fn is_open(&self, sort: Sort) -> bool {
        self.counts.get(sort as usize).is_some_and(|&count| count > 0)
    }

    fn act(&self, at: usize) -> Act {
        let word = self.word(at);
        let Some((sort, side)) = mark(word) else { return Act::Nothing };
        // A mark is glued to what it closes; an opening bracket or mark before it is nothing to close.
        let before = self.glued(at) && mark(self.word(at.wrapping_sub(1))).is_none_or(|(_, side)| side != Side::Open);
        let after = self.glued(at + 1);
        match (sort, side) {
            (Sort::Double, _) => self.double(word, side, before, after),
            (Sort::Single, Side::Open) => Act::Open(sort),
            (Sort::Single, _) if before && self.is_open(sort) && !self.letter_follows(at) => Act::Close(sort),
            (Sort::Single, Side::Either) if !before && after && self.capital_follows(at) => Act::Open(sort),
            (Sort::Single, _) => Act::Nothing,
            (_, Side::Open) => Act::Open(sort),
            (_, Side::Close | Side::Either) => Act::Close(sort),
        }
    }

    fn double(&self, word: &str, side: Side, before: bool, after: bool) -> Act {
        if self.doubles.last().is_some_and(|open| closes(open, word, before, after)) {
            return Act::Close(Sort::Double);
        }
        let opens = match side {
            Side::Open => true,
            Side::Either => after || !before,
            // Some write ”so” and »so«.
            Side::Close => after && !before,
        };
        if opens { Act::Open(Sort::Double) } else { Act::Nothing }
    }

    fn letter_follows(&self, at: usize) -> bool {
        let end = self.tokens.get(at).map_or(0, |token| token.span.end as usize);
        self.text.get(end..).unwrap_or("").starts_with(char::is_alphanumeric)
    }

    fn capital_follows(&self, at: usize) -> bool {
        self.word(at + 1).starts_with(char::is_uppercase)
    }
}

/// Whether a mark closes what another opened. Writers mix the marks of several styles, and programs turn them the wrong way.
fn closes(open: &str, word: &str, before: bool, after: bool) -> bool {
    match (open, word) {
        ("«", "»") | ("»", "«") | ("「", "」") | ("『", "』") => true,
        ("«" | "「" | "『", _) | (_, "«" | "»" | "」" | "』") => false,
        ("„", "“") | (_, "”") => true,
        (_, "\"" | "''" | "＂") => before || !after,
        _ => before && !after,
    }
}

fn mark(word: &str) -> Option<(Sort, Side)> {
    Some(match word {
        "“" | "„" | "‟" | "«" | "``" | "「" | "『" => (Sort::Double, Side::Open),
        "”" | "»" | "」" | "』" => (Sort::Double, Side::Close),
        "\"" | "''" | "＂" => (Sort::Double, Side::Either),
        "‘" | "‚" | "‹" => (Sort::Single, Side::Open),
        "’" | "›" => (Sort::Single, Side::Close),
        "'" => (Sort::Single, Side::Either),
        "(" => (Sort::Round, Side::Open),
        ")" => (Sort::Round, Side::Close),
        "[" => (Sort::Square, Side::Open),
        "]" => (Sort::Square, Side::Close),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::tokenize;
    use super::quotations;

    fn quoted(text: &str) -> Vec<&str> {
        let tokens = tokenize(text);
        let newline = |at: usize| {
            let before = tokens[at - 1].span.end as usize;
            text[before..tokens[at].span.start as usize].contains('\n')
        };
        let breaks: Vec<bool> = (0..tokens.len()).map(|at| at > 0 && newline(at)).collect();
        let inner = |open: usize, close: usize| {
            let end = tokens.get(close).map_or(text.len(), |token| token.span.start as usize);
            text[tokens[open].span.end as usize..end].trim()
        };
        let found = quotations(text, &tokens, &breaks);
        found.iter().map(|quotation| inner(quotation.open, quotation.close)).collect()
    }

    #[test]
    fn every_style_of_marks_is_known() {
        for text in [
            "She said “we sail” today.",
            "She said \"we sail\" today.",
            "She said ''we sail'' today.",
            "She said ``we sail'' today.",
            "She said „we sail“ today.",
            "She said «we sail» today.",
            "She said « we sail » today.",
            "She said »we sail« today.",
            "She said ”we sail” today.",
            "She said ‘we sail’ today.",
            "She said “we sail\" today.",
            "She said \"we sail” today.",
            "She said “we sail“ today.",
            "She said \" we sail \" today.",
            "(\"we sail\")",
        ] {
            assert_eq!(quoted(text), ["we sail"], "{text}");
        }
    }

    #[test]
    fn quotes_within_quotes_belong_to_the_outer_ones() {
        assert_eq!(quoted("“He said ‘no’ to me,” she said."), ["He said ‘no’ to me,"]);
        assert_eq!(quoted("''He said 'No.''' That was all."), ["He said 'No.'"]);
    }

    #[test]
    fn speech_of_several_paragraphs_is_opened_again() {
        assert_eq!(quoted("“We sail.\n“We land,” she said."), ["We sail.", "We land,"]);
        assert_eq!(quoted("She wrote: “We sail.\nNobody came."), Vec::<&str>::new());
        assert_eq!(quoted("“We sail, she said. “We land.”\nNobody came."), ["We land."]);
    }

    #[test]
    fn inches_and_apostrophes_are_no_quotes() {
        assert_eq!(quoted("A 12\" pipe and the workers' pipe, 6' long."), Vec::<&str>::new());
    }
}
