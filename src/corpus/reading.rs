//! What a reader sees of an article: its text, the way back to the file, its blocks, and what the page says of itself.

use jiff::civil::Date;

use crate::source::Span;

use super::words::same_words;

/// An article after its markup is gone and before its zones are told apart.
#[derive(Clone, Debug, Default)]
pub(super) struct Reading {
    /// The text.
    pub text: String,
    /// The way back, as [`Document::map`](super::Document::map) has it.
    pub map: Vec<(u32, u32)>,
    /// The blocks of the text, in order, none empty, none with white space at its ends.
    pub blocks: Vec<Block>,
    /// What markup or front matter say of the article.
    pub page: Page,
}

/// A paragraph, a heading, an item of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Block {
    /// Where it is in the reading text.
    pub span: Span,
    /// What the markup says of it.
    pub hint: Hint,
}

/// What the markup says of a block.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Hint {
    /// Nothing: plain text, a paragraph.
    #[default]
    Plain,
    /// The title of the page.
    Headline,
    /// A heading below the title.
    Subhead,
    /// An item of a list.
    Bullet,
    /// The legend of a picture or a table.
    Caption,
    /// A row of a table.
    Row,
    /// Navigation, footers, what stands beside the article.
    Boilerplate,
}

/// What an article says of itself outside of its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Page {
    /// Its title.
    pub title: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// When.
    pub published: Option<Date>,
    /// Its language and region.
    pub locale: Option<String>,
}

impl Reading {
    /// Leaves one headline: the first that the page's own title repeats, else the first; headings beside it are sub-heads, but
    /// for those that say the same.
    pub fn settle_headline(&mut self) {
        let headings = self.blocks.iter().filter(|block| block.hint == Hint::Headline).map(|block| block.span);
        let titled =
            |span: &Span| self.page.title.as_deref().is_some_and(|title| same_words(title, span.slice(&self.text)));
        let Some(headline) = headings.clone().find(titled).or_else(|| headings.clone().next()) else { return };
        for block in self.blocks.iter_mut().filter(|block| block.hint == Hint::Headline) {
            if !same_words(block.span.slice(&self.text), headline.slice(&self.text)) {
                block.hint = Hint::Subhead;
            }
        }
    }
}

/// Puts a reading together from pieces of a file, in the order of the file.
#[derive(Debug, Default)]
pub(super) struct Builder {
    text: String,
    map: Vec<(u32, u32)>,
    blocks: Vec<Block>,
    /// What is said of the blocks that begin from now on.
    hint: Hint,
    /// The open block, with its end at its beginning; none between two blocks.
    open: Option<Block>,
}

impl Builder {
    /// Says what the blocks are that begin from now on.
    pub fn hint(&mut self, hint: Hint) {
        self.hint = hint;
    }

    /// The text of the open block so far.
    pub fn block(&self) -> &str {
        self.open.and_then(|block| self.text.get(block.span.start as usize..)).unwrap_or("")
    }

    /// The length of the text so far, in bytes, without the space at its end.
    pub fn length(&self) -> usize {
        self.text.trim_end_matches([' ', '\t']).len()
    }

    /// Adds words as they stand at the byte `at` of the file. Runs of white space become one space.
    pub fn push(&mut self, at: usize, words: &str) {
        let mut rest = words;
        while !rest.is_empty() {
            let here = at + (words.len() - rest.len());
            let word = rest.find(char::is_whitespace).unwrap_or(rest.len());
            let blank = rest[word..].find(|c: char| !c.is_whitespace()).unwrap_or(rest.len() - word);
            self.word(here, &rest[..word]);
            if blank > 0 {
                self.space(here + word);
            }
            rest = &rest[word + blank..];
        }
    }

    /// Adds what the bytes `at..end` of the file spell: the characters of an entity or an escape.
    pub fn push_decoded(&mut self, at: usize, end: usize, decoded: &str) {
        if decoded.chars().all(char::is_whitespace) {
            return self.space(at);
        }
        self.open_block();
        let start = (offset(self.text.len()), offset(at));
        self.text.push_str(decoded);
        let last = (offset(self.text.len() - 1), offset(end.saturating_sub(1)));
        if start != last {
            self.map.extend([start, last]);
        }
    }

    /// Adds a tab between two cells of a table; nothing where there is no cell before it.
    pub fn cell(&mut self, at: usize) {
        if self.open.is_some() {
            self.trim();
            self.mark(at);
            self.text.push('\t');
        }
    }

    /// Adds a space where the file has a break of any kind at `at`; nothing behind another space.
    pub fn space(&mut self, at: usize) {
        if self.open.is_some() && !self.text.ends_with([' ', '\t']) {
            self.mark(at);
            self.text.push(' ');
        }
    }

    /// Closes the open block. An empty one leaves no trace.
    pub fn end_block(&mut self) {
        if let Some(block) = self.open.take() {
            self.trim();
            self.blocks.push(Block { span: Span { end: offset(self.text.len()), ..block.span }, ..block });
        }
    }

    /// The reading, with what the page says of itself.
    pub fn finish(mut self, page: Page) -> Reading {
        self.end_block();
        Reading { text: self.text, map: self.map, blocks: self.blocks, page }
    }

    fn word(&mut self, at: usize, word: &str) {
        if !word.is_empty() {
            self.open_block();
            self.mark(at);
            self.text.push_str(word);
        }
    }

    fn open_block(&mut self) {
        if self.open.is_none() {
            if !self.text.is_empty() {
                self.text.push('\n');
            }
            let start = self.text.len();
            self.open = Some(Block { span: Span::new(start, start), hint: self.hint });
        }
    }

    /// Says that the next byte of the text is the byte `at` of the file.
    fn mark(&mut self, at: usize) {
        let pair = (offset(self.text.len()), offset(at));
        if drift(self.map.last()) != drift(Some(&pair)) {
            self.map.push(pair);
        }
    }

    fn trim(&mut self) {
        self.text.truncate(self.length());
        while self.map.last().is_some_and(|(reading, _)| *reading as usize >= self.text.len().max(1)) {
            self.map.pop();
        }
    }
}

/// How far the file runs ahead of the reading text behind a pair.
fn drift(pair: Option<&(u32, u32)>) -> i64 {
    pair.map_or(0, |(reading, file)| i64::from(*file) - i64::from(*reading))
}

fn offset(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}
