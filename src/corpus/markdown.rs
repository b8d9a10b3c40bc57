//! Markdown: what a reader sees of a CommonMark text, tables and front matter included.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::reading::{Builder, Hint, Reading};
use super::{front, html};

/// Reads a Markdown text.
pub(super) fn read(text: &str) -> Reading {
    let (page, base) = front::read(text);
    let body = text.get(base..).unwrap_or("");
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut walker = Walker { body, base, builder: Builder::default(), images: 0, items: 0 };
    for (event, range) in Parser::new_ext(body, options).into_offset_iter() {
        walker.event(event, range);
    }
    let mut reading = walker.builder.finish(page);
    reading.settle_headline();
    reading
}

struct Walker<'a> {
    body: &'a str,
    /// Where the body begins in the file.
    base: usize,
    builder: Builder,
    /// How many images are open: their words are not shown.
    images: usize,
    /// How many items of lists are open.
    items: usize,
}

impl Walker<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(words) | Event::Code(words) => self.words(&words, range),
            Event::SoftBreak | Event::HardBreak => self.builder.space(self.base + range.start),
            Event::Rule => self.builder.end_block(),
            Event::InlineHtml(tag) if tag.starts_with("<br") => self.builder.space(self.base + range.start),
            Event::Html(_) | Event::InlineHtml(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
            Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Heading { level: HeadingLevel::H1, .. } => self.block(Hint::Headline),
            Tag::Heading { .. } => self.block(Hint::Subhead),
            Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented) => self.block(Hint::Boilerplate),
            Tag::TableHead | Tag::TableRow => self.block(Hint::Row),
            Tag::TableCell => self.builder.cell(self.base + range.start),
            Tag::Item => {
                self.items += 1;
                self.block(Hint::Bullet);
            }
            Tag::Image { .. } => self.images += 1,
            Tag::Paragraph => self.block(self.around()),
            Tag::HtmlBlock => {
                self.block(self.around());
                html::read_into(&mut self.builder, self.base + range.start, self.body.get(range).unwrap_or(""));
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Image => self.images = self.images.saturating_sub(1),
            TagEnd::Item => {
                self.items = self.items.saturating_sub(1);
                self.block(self.around());
            }
            TagEnd::Heading(_)
            | TagEnd::CodeBlock
            | TagEnd::TableHead
            | TagEnd::TableRow
            | TagEnd::Paragraph
            | TagEnd::HtmlBlock => {
                self.block(self.around());
            }
            _ => {}
        }
    }

    /// Ends the open block; the next is of this kind.
    fn block(&mut self, hint: Hint) {
        self.builder.end_block();
        self.builder.hint(hint);
    }

    /// What a paragraph is here.
    fn around(&self) -> Hint {
        if self.items > 0 { Hint::Bullet } else { Hint::Plain }
    }

    /// Adds the words of an event: as they stand in the file, spelled by an entity, or one by one inside of the marks of code.
    fn words(&mut self, words: &str, range: Range<usize>) {
        let start = self.base + range.start;
        let file = self.body.get(range).unwrap_or("");
        if self.images > 0 {
            return;
        }
        if file == words {
            return self.builder.push(start, words);
        }
        match places(words, file).filter(|_| !file.starts_with('&')) {
            Some(places) => {
                for (number, (at, word)) in places.into_iter().enumerate() {
                    if number > 0 {
                        self.builder.space(start + at);
                    }
                    self.builder.push(start + at, word);
                }
            }
            None => self.builder.push_decoded(start, start + file.len(), words),
        }
    }
}

/// Where each word stands in a slice of the file; none where one does not.
fn places<'a>(words: &'a str, file: &str) -> Option<Vec<(usize, &'a str)>> {
    let mut from = 0;
    let place = |word: &'a str| {
        let at = from + file.get(from..)?.find(word)?;
        from = at + word.len();
        Some((at, word))
    };
    words.split_whitespace().map(place).collect()
}

#[cfg(test)]
mod tests;
