//! Cutting a text into tokens: one pass over its bytes, in linear time.

use super::abbreviation::{self, StopRule};
use super::token::{Token, TokenKind};
use crate::source::Span;

/// Cuts `text` into its tokens, in order. White space and control characters belong to none.
///
/// A web or mail address is one word. A word keeps the full stops of an abbreviation ("U.S.", "Inc."), even where the last
/// of them ends a sentence too. Letters and digits are apart: "A380" is a word and a number that is glued to it.
pub fn tokenize(text: &str) -> Vec<Token> {
    let mut scanner =
        Scanner { text, bytes: text.as_bytes(), at: 0, behind: 0, tokens: Vec::with_capacity(text.len() / 5 + 8) };
    while let Some(&byte) = scanner.bytes.get(scanner.at) {
        scanner.step(byte);
    }
    scanner.tokens
}

struct Scanner<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    /// Where the last token ended.
    behind: usize,
    tokens: Vec<Token>,
}

impl Scanner<'_> {
    fn step(&mut self, byte: u8) {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' => self.word(),
            b'0'..=b'9' => self.number(),
            0..=b' ' | 0x7f => self.at += 1,
            b'\'' if self.is_doubled(byte) => self.push(self.at + 2, TokenKind::Mark),
            b'`' if self.is_doubled(byte) => self.push(self.at + 2, TokenKind::Mark),
            b'\'' => self.apostrophe(1),
            b'.' if self.starts_decimal() => self.number(),
            b'@' => self.address(),
            0x80.. => self.beyond_ascii(),
            _ => self.push(self.at + 1, ascii_kind(byte)),
        }
    }

    fn push(&mut self, end: usize, kind: TokenKind) {
        let glued = self.at == self.behind && self.at > 0;
        self.tokens.push(Token { span: Span::new(self.at, end), kind, glued });
        self.at = end;
        self.behind = end;
    }

    fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(0)
    }

    fn char(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    /// The letter at a place, where there is one.
    fn letter(&self, at: usize) -> Option<char> {
        let byte = self.byte(at);
        if byte < 0x80 {
            return byte.is_ascii_alphabetic().then(|| char::from(byte));
        }
        self.char(at).filter(|&c| is_letter(c))
    }

    /// The end of the run of letters that begins at a place.
    fn letters(&self, mut at: usize) -> usize {
        loop {
            match self.byte(at) {
                b'a'..=b'z' | b'A'..=b'Z' => at += 1,
                0x80.. => match self.letter(at) {
                    Some(letter) => at += letter.len_utf8(),
                    None => return at,
                },
                _ => return at,
            }
        }
    }

    fn word(&mut self) {
        if let Some(end) = self.web_address() {
            return self.push(end, TokenKind::Word);
        }
        let mut end = self.letters(self.at);
        if matches!(self.byte(end), b' ' | b',' | b'-' | b'\n') {
            return self.push(end, TokenKind::Word);
        }
        while let Some(next) = self.inner_apostrophe(end) {
            end = self.letters(next);
        }
        if let Some(start) = self.negation(end) {
            self.push(start, TokenKind::Word);
            end = self.letters(end + apostrophe_len(self.bytes, end));
        } else if self.byte(end) == b'.' {
            end = self.stops(end);
        }
        self.push(end, TokenKind::Word);
    }

    /// Behind the apostrophe at `at` where the word goes on there ("O'Brien") and no clitic begins.
    fn inner_apostrophe(&self, at: usize) -> Option<usize> {
        let behind = at + apostrophe_len(self.bytes, at);
        (behind > at && self.letter(behind).is_some() && !self.is_clitic(behind) && !self.is_negation(at, behind))
            .then_some(behind)
    }

    fn is_negation(&self, at: usize, behind: usize) -> bool {
        let before = at.checked_sub(1).map_or(0, |before| self.byte(before));
        before.eq_ignore_ascii_case(&b'n')
            && self.byte(behind).eq_ignore_ascii_case(&b't')
            && self.letter(behind + 1).is_none()
    }

    /// Where "n't" begins, for a word that ends with it.
    fn negation(&self, at: usize) -> Option<usize> {
        let behind = at + apostrophe_len(self.bytes, at);
        (behind > at && self.is_negation(at, behind) && at > self.at + 1).then(|| at - 1)
    }

    /// Whether the letters at a place are those of a clitic: 's 're 've 'll 'd 'm.
    fn is_clitic(&self, at: usize) -> bool {
        let end = (at + 2).min(self.bytes.len());
        let (first, second) = (self.byte(at).to_ascii_lowercase(), self.byte(at + 1).to_ascii_lowercase());
        match (first, second) {
            (b'r' | b'v', b'e') | (b'l', b'l') => self.letter(end).is_none(),
            (b's' | b'd' | b'm', _) => self.letter(at + 1).is_none(),
            _ => false,
        }
    }

    /// Whether two of these make one quotation mark here. Of three, the single one is the inner.
    fn is_doubled(&self, byte: u8) -> bool {
        let third = self.byte(self.at + 2) == byte;
        self.byte(self.at + 1) == byte && !(third && self.at == self.behind && self.at > 0)
    }

    fn apostrophe(&mut self, len: usize) {
        let behind = self.at + len;
        let attached = self.at == self.behind && self.tokens.last().is_some_and(|token| token.kind != TokenKind::Mark);
        let alone = self.byte(behind) == b's' && self.byte(behind + 1) == b' ';
        if (attached || alone) && self.is_clitic(behind) {
            return self.push(self.letters(behind), TokenKind::Word);
        }
        if self.is_negation(self.at, behind) && self.at == self.behind {
            return self.push(self.letters(behind), TokenKind::Word);
        }
        self.push(behind, TokenKind::Mark);
    }

    /// The end of a word whose letters are followed by a full stop at `stop`: behind it where it belongs to the word.
    fn stops(&self, stop: usize) -> usize {
        let short = |from: usize, to: usize| to - from <= 2;
        let (mut from, mut end) = (self.at, stop);
        while self.byte(end) == b'.' && self.letter(end + 1).is_some() {
            let next = self.letters(end + 1);
            let domain = self.byte(end + 1).is_ascii_lowercase() && next - end > 2;
            let abbreviated = short(from, end) && short(end + 1, next) && (end - from == 1 || self.byte(next) == b'.');
            if !domain && !abbreviated {
                break;
            }
            (from, end) = (end + 1, next);
        }
        let dotted = end > stop && short(from, end);
        let stopped = if end == stop { self.is_abbreviation(end) } else { dotted && self.byte(end) == b'.' };
        if stopped { end + 1 } else { end }
    }

    fn is_abbreviation(&self, stop: usize) -> bool {
        let word = self.text.get(self.at..stop).unwrap_or("");
        if word.len() == 1 || word.chars().nth(1).is_none() {
            return self.is_initial(word, stop);
        }
        match abbreviation::find(word).map(|found| found.stop) {
            None => false,
            Some(StopRule::Always) => true,
            Some(StopRule::Capitalised) => word.starts_with(char::is_uppercase),
            Some(StopRule::BeforeNumber) => self.number_follows(stop + 1),
            Some(StopRule::AfterNumber) => self.tokens.last().is_some_and(|token| token.kind == TokenKind::Number),
        }
    }

    /// A single capital letter, though not the pronoun.
    fn is_initial(&self, word: &str, stop: usize) -> bool {
        if self.byte(stop + 1) != b' ' && self.letter(stop + 1).is_none() && self.byte(stop + 1) != b'-' {
            return false;
        }
        let named = |token: &Token| {
            token.kind == TokenKind::Word && token.span.slice(self.text).starts_with(char::is_uppercase)
        };
        match word {
            "I" => self.tokens.last().is_some_and(named),
            "p" | "v" | "c" => self.number_follows(stop + 1) || (word == "v" && self.byte(stop + 1) == b' '),
            _ => word.starts_with(char::is_uppercase),
        }
    }

    fn number_follows(&self, at: usize) -> bool {
        let at = if matches!(self.byte(at), b' ') { at + 1 } else { at };
        self.byte(at).is_ascii_digit()
    }

    fn starts_decimal(&self) -> bool {
        let before = self.at.checked_sub(1).map_or(b' ', |before| self.byte(before));
        self.byte(self.at + 1).is_ascii_digit()
            && !before.is_ascii_alphanumeric()
            && before < 0x80
            && before != b'.'
            && before != b')'
    }

    fn number(&mut self) {
        let mut end = self.digits(self.at);
        while let Some(next) = self.separated(end) {
            end = next;
        }
        self.push(end, TokenKind::Number);
    }

    fn digits(&self, mut at: usize) -> usize {
        while self.byte(at).is_ascii_digit() {
            at += 1;
        }
        at
    }

    /// The end of the digits behind the separator at `at`.
    fn separated(&self, at: usize) -> Option<usize> {
        match self.byte(at) {
            b'.' | b',' => (self.byte(at + 1).is_ascii_digit()).then(|| self.digits(at + 1)),
            b'\'' => {
                let end = self.digits(at + 1);
                (end == at + 4 && self.letter(end).is_none()).then_some(end)
            }
            _ => None,
        }
    }

    /// The end of the web address that begins here.
    fn web_address(&self) -> Option<usize> {
        let rest = self.bytes.get(self.at..)?;
        let starts = |prefix: &[u8]| rest.get(..prefix.len()).is_some_and(|head| head.eq_ignore_ascii_case(prefix));
        if !matches!(rest.first(), Some(b'h' | b'H' | b'w' | b'W'))
            || !(starts(b"http://") || starts(b"https://") || starts(b"www."))
        {
            return None;
        }
        let run = rest
            .iter()
            .position(|&byte| byte <= b' ' || matches!(byte, b'"' | b'<' | b'>' | 0x80..))
            .unwrap_or(rest.len());
        let kept = rest
            .get(..run)?
            .iter()
            .rposition(|byte| !matches!(byte, b'.' | b',' | b';' | b':' | b'!' | b'?' | b')' | b']' | b'\''));
        Some(self.at + kept? + 1)
    }

    /// An at sign: a mail address takes back the tokens before it that it is glued to.
    fn address(&mut self) {
        let end = self.address_end(self.at + 1);
        let mut start = self.at;
        if end > self.at + 1 && self.at == self.behind {
            while let Some(token) =
                self.tokens.last().filter(|token| token.span.end as usize == start && self.in_address(token))
            {
                start = token.span.start as usize;
                self.tokens.pop();
            }
        }
        if start == self.at {
            return self.push(self.at + 1, TokenKind::Symbol);
        }
        self.at = start;
        self.behind = self.tokens.last().map_or(0, |token| token.span.end as usize);
        self.push(end, TokenKind::Word);
    }

    fn in_address(&self, token: &Token) -> bool {
        matches!(token.kind, TokenKind::Word | TokenKind::Number)
            || matches!(token.span.slice(self.text), "." | "-" | "_" | "+")
    }

    fn address_end(&self, from: usize) -> usize {
        let mut end = from;
        while self.byte(end).is_ascii_alphanumeric()
            || (matches!(self.byte(end), b'.' | b'-') && self.byte(end + 1).is_ascii_alphanumeric())
        {
            end += 1;
        }
        end
    }

    fn beyond_ascii(&mut self) {
        let Some(c) = self.char(self.at) else {
            self.at += 1;
            return;
        };
        let end = self.at + c.len_utf8();
        match c {
            '\u{2018}' | '\u{2019}' if c == '\u{2019}' => self.apostrophe(c.len_utf8()),
            _ if is_blank(c) => self.at = end,
            _ if is_letter(c) => self.word(),
            _ if c.is_numeric() => self.push(end, TokenKind::Number),
            _ => self.push(end, if is_mark(c) { TokenKind::Mark } else { TokenKind::Symbol }),
        }
    }
}

fn apostrophe_len(bytes: &[u8], at: usize) -> usize {
    match bytes.get(at..) {
        Some([b'\'', ..]) => 1,
        Some([0xe2, 0x80, 0x99, ..]) => 3,
        _ => 0,
    }
}

fn ascii_kind(byte: u8) -> TokenKind {
    match byte {
        b'.' | b',' | b';' | b':' | b'?' | b'!' | b'"' | b'(' | b')' | b'[' | b']' | b'{' | b'}' | b'-' | b'`' => {
            TokenKind::Mark
        }
        _ => TokenKind::Symbol,
    }
}

/// Letters, the marks that combine with them, and the soft hyphen inside a word.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}')
}

/// White space, controls and characters of no width.
fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '¡' | '¿' | '«' | '»' | '！' | '？' | '，' | '：' | '；' | '（' | '）')
        && !matches!(c, '•' | '‰' | '‱' | '′' | '″' | '⁄' | '†' | '‡' | '⁃')
}
