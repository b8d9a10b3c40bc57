//! HTML: what a reader sees of a page. Elements that end a paragraph end a block; scripts, forms and navigation are dropped;
//! footers, asides and what stands outside of `<main>` or `<article>` are marked as no part of the article.

mod elements;
mod entities;
mod page;
mod pieces;

use std::ops::Range;

use super::reading::{Builder, Hint, Reading};
use super::words::{count, ends_sentence};
use elements::Role;
use entities::{Run, runs};
use page::Said;
use pieces::{Piece, pieces};

/// Reads a page.
pub(super) fn read(text: &str) -> Reading {
    let pieces = pieces(text);
    let mut builder = Builder::default();
    let mut walker = Walker::new(text, &pieces);
    walker.walk(&mut builder, 0, &pieces);
    let mut reading = builder.finish(walker.said.page());
    reading.settle_headline();
    if reading.blocks.iter().any(|block| block.hint == Hint::Headline) {
        // What a page shows as its title outweighs what it tells machines.
        reading.page.title = None;
    }
    reading
}

/// Reads a fragment that stands at the byte `base` of a file into the blocks of `builder`.
pub(super) fn read_into(builder: &mut Builder, base: usize, text: &str) {
    let pieces = pieces(text);
    Walker::new(text, &pieces).walk(builder, base, &pieces);
}

/// Goes over the pieces of a page. Where something holds, it holds up to a position in the row of pieces.
struct Walker<'a> {
    text: &'a str,
    said: Said,
    /// Whether the page has an `<h1>`; then its `<title>` is not shown.
    has_headline: bool,
    /// What holds the article: `<main>`, else `<article>`; none where neither holds much of the text.
    holder: Option<Role>,
    /// Up to where nothing is read.
    dropped: usize,
    /// Up to where all is beside the article.
    beside: usize,
    /// Up to where all is inside of what holds the article.
    inside: usize,
    /// The length of the reading text at the last line break.
    broken: usize,
    /// The open elements that say what their blocks are, each with its end.
    open: Vec<(Role, usize)>,
}

impl<'a> Walker<'a> {
    fn new(text: &'a str, pieces: &[Piece]) -> Self {
        let headline = |piece: &Piece| matches!(piece, Piece::Open { role: Role::Headline, closed: true, .. });
        Self {
            text,
            said: Said::default(),
            has_headline: pieces.iter().any(headline),
            holder: [Role::Main, Role::Article].into_iter().find(|role| holds_much(text, pieces, *role)),
            dropped: 0,
            beside: 0,
            inside: 0,
            broken: 0,
            open: Vec::new(),
        }
    }

    fn walk(&mut self, builder: &mut Builder, base: usize, pieces: &[Piece]) {
        for (here, piece) in pieces.iter().enumerate() {
            match piece {
                Piece::Open { role: Role::Said, attributes, .. } if here >= self.beside => self.said.take(attributes),
                Piece::Open { role, at, end, .. } if here >= self.dropped => {
                    self.start(builder, *role, base + at, *end)
                }
                Piece::Close { role } if here >= self.dropped && ends_block(*role) => builder.end_block(),
                Piece::Text { start, end } if here >= self.dropped => {
                    self.characters(builder, here, base, *start..*end)
                }
                Piece::Open { .. } | Piece::Close { .. } | Piece::Text { .. } => {}
            }
        }
        builder.end_block();
    }

    fn start(&mut self, builder: &mut Builder, role: Role, at: usize, end: usize) {
        if ends_block(role) {
            builder.end_block();
        }
        match role {
            Role::Dropped => self.dropped = end,
            Role::Title if self.has_headline => self.dropped = end,
            Role::Beside => self.beside = self.beside.max(end),
            Role::Main | Role::Article if Some(role) == self.holder => self.inside = self.inside.max(end),
            Role::Title | Role::Headline | Role::Subhead | Role::Item | Role::Caption | Role::Row | Role::Container => {
                self.open.push((role, end));
            }
            Role::Cell => builder.cell(at),
            Role::Break => self.line_break(builder, at),
            Role::Main | Role::Article | Role::Block | Role::Said | Role::Inline => {}
        }
    }

    /// Two breaks in a row end a paragraph, and so does one behind a sentence; else it is a space.
    fn line_break(&mut self, builder: &mut Builder, at: usize) {
        let so_far = builder.length();
        if self.broken == so_far || ends_sentence(builder.block()) {
            builder.end_block();
        } else {
            builder.space(at);
        }
        self.broken = so_far;
    }

    fn characters(&mut self, builder: &mut Builder, here: usize, base: usize, range: Range<usize>) {
        while self.open.last().is_some_and(|(_, end)| *end <= here) {
            self.open.pop();
        }
        let role = self.open.last().map(|(role, _)| *role);
        builder.hint(self.hint(here, role));
        let start = range.start;
        let text = self.text.get(range).unwrap_or("");
        let text = if role == Some(Role::Title) { without_site(text) } else { text };
        for run in runs(text) {
            match run {
                Run::Plain(at, plain) => builder.push(base + start + at, plain),
                Run::Spelled(at, end, decoded) => builder.push_decoded(base + start + at, base + start + end, &decoded),
            }
        }
    }

    fn hint(&self, here: usize, role: Option<Role>) -> Hint {
        let outside = self.holder.is_some() && here >= self.inside;
        match role {
            Some(Role::Title | Role::Headline) => Hint::Headline,
            _ if here < self.beside || outside => Hint::Boilerplate,
            Some(Role::Subhead) => Hint::Subhead,
            Some(Role::Item) => Hint::Bullet,
            Some(Role::Caption) => Hint::Caption,
            Some(Role::Row) => Hint::Row,
            Some(_) | None => Hint::Plain,
        }
    }
}

/// Whether a tag of that role, start or end, ends a paragraph.
fn ends_block(role: Role) -> bool {
    !matches!(role, Role::Cell | Role::Break | Role::Said | Role::Inline)
}

/// Whether the elements of a role hold a third or more of the text that is not dropped: then they hold the article.
fn holds_much(text: &str, pieces: &[Piece], holder: Role) -> bool {
    let (mut dropped, mut inside, mut all, mut held) = (0, 0, 0, 0);
    for (here, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Open { role: Role::Dropped | Role::Title, end, .. } => dropped = dropped.max(*end),
            Piece::Open { role, end, .. } if *role == holder => inside = inside.max(*end),
            Piece::Text { start, end } if here >= dropped => {
                let length = text.get(*start..*end).unwrap_or("").trim().len();
                all += length;
                held += if here < inside { length } else { 0 };
            }
            Piece::Open { .. } | Piece::Close { .. } | Piece::Text { .. } => {}
        }
    }
    held > 0 && held * 3 >= all
}

/// What stands between the title of an article and the name of its site.
const SITE_MARKS: &[&str] = &[
    " | ",
    " - ",
    " – ",
    " — ",
    " :: ",
    " » ",
    " · ",
    " &#8211; ",
    " &#8212; ",
    " &ndash; ",
    " &mdash; ",
    " &raquo; ",
    " &#124; ",
];

/// The title of a page without the name of the site behind it: "Rivers rise in Oslo | The Daily".
fn without_site(title: &str) -> &str {
    let cuts = SITE_MARKS.iter().filter_map(|mark| title.rsplit_once(mark));
    match cuts.min_by_key(|(_, site)| site.len()) {
        Some((head, site)) if count(site, 6) <= 5 && count(head, 3) > 2 => head,
        Some(_) | None => title,
    }
}

#[cfg(test)]
mod tests;
