//! Quotation marks and brackets that belong together.

use super::token::{Token, TokenKind};

/// Sorts of pairs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Plain,
    Double,
    Single,
    Round,
    Square,
}

/// What a token does to the pairs that are open.
enum Act {
    Open(Sort),
    Close(Sort),
    Nothing,
}

const SORTS: usize = 5;

/// For every token whether it stands within a quotation or bracket that is closed before the next break; the closing mark itself does too.
pub(super) fn inside(text: &str, tokens: &[Token], breaks: &[bool]) -> Vec<bool> {
    let mut finder = Finder { open: Vec::new(), counts: [0; SORTS], depth: vec![0_i32; tokens.len() + 1] };
    for (at, token) in tokens.iter().enumerate() {
        if breaks.get(at).copied().unwrap_or(false) {
            finder.forget();
        }
        if token.kind == TokenKind::Mark {
            finder.act(at, act(text, tokens, at, &finder.counts));
        }
    }
    let mut depth = 0;
    finder
        .depth
        .iter()
        .take(tokens.len())
        .map(|change| {
            depth += change;
            depth > 0
        })
        .collect()
}

struct Finder {
    open: Vec<(Sort, usize)>,
    counts: [usize; SORTS],
    depth: Vec<i32>,
}

impl Finder {
    fn forget(&mut self) {
        self.open.clear();
        self.counts = [0; SORTS];
    }

    fn act(&mut self, at: usize, act: Act) {
        match act {
            Act::Open(sort) => {
                self.open.push((sort, at));
                self.count(sort, 1);
            }
            Act::Close(sort) => self.close(sort, at),
            Act::Nothing => {}
        }
    }

    fn count(&mut self, sort: Sort, change: isize) {
        if let Some(count) = self.counts.get_mut(sort as usize) {
            *count = count.saturating_add_signed(change);
        }
    }

    /// Closes the innermost pair of a sort; what was opened within it and never closed is forgotten.
    fn close(&mut self, sort: Sort, at: usize) {
        if self.counts.get(sort as usize).is_none_or(|&count| count == 0) {
            return;
        }
        while let Some((opened, from)) = self.open.pop() {
            self.count(opened, -1);
            if opened == sort {
                self.change(from + 1, 1);
                self.change(at + 1, -1);
                return;
            }
        }
    }

    fn change(&mut self, at: usize, by: i32) {
        if let Some(depth) = self.depth.get_mut(at) {
            *depth += by;
        }
    }
}

fn act(text: &str, tokens: &[Token], at: usize, counts: &[usize; SORTS]) -> Act {
    let Some(token) = tokens.get(at) else { return Act::Nothing };
    let before = token.glued;
    let after = tokens.get(at + 1).is_some_and(|next| next.glued);
    let open = |sort: Sort| counts.get(sort as usize).is_some_and(|&count| count > 0);
    match token.span.slice(text) {
        "(" => Act::Open(Sort::Round),
        ")" => Act::Close(Sort::Round),
        "[" => Act::Open(Sort::Square),
        "]" => Act::Close(Sort::Square),
        "“" => Act::Open(Sort::Double),
        "”" => Act::Close(Sort::Double),
        "‘" => Act::Open(Sort::Single),
        "\"" if open(Sort::Plain) && (before || !after) => Act::Close(Sort::Plain),
        "\"" if after || !before => Act::Open(Sort::Plain),
        "'" | "’" if before && open(Sort::Single) && !after_letter(text, token) => Act::Close(Sort::Single),
        "'" if !before && after && capital_follows(text, tokens, at) => Act::Open(Sort::Single),
        _ => Act::Nothing,
    }
}

fn after_letter(text: &str, token: &Token) -> bool {
    let behind = text.get(token.span.end as usize..).unwrap_or("");
    behind.starts_with(char::is_alphanumeric)
}

fn capital_follows(text: &str, tokens: &[Token], at: usize) -> bool {
    tokens.get(at + 1).is_some_and(|next| next.span.slice(text).starts_with(char::is_uppercase))
}
