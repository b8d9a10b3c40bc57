//! Whole check files: cut into pieces, each piece read.

use crate::diag::Diagnostic;
use crate::source::{FileId, Place, Span};

use super::ast::{At, File, Item, ItemKind};
use super::build::{Builder, Origin, Stretch};
use super::declaration::{declaration, import};
use super::explain::{self, Unread};
use super::level::level;
use super::lines::{Piece, Sort, pieces};
use super::markdown;
use super::parser;
use super::reader::{Reader, Trouble};
use super::signs::strange_sign;
use super::table::{table, template};

/// How long a piece may be, in bytes. People write a hundredth of it.
const LONGEST: usize = 64 * 1024;

/// How many diagnostics a file gets before the rest is only counted.
pub const MOST_DIAGNOSTICS: usize = 100;

/// How many pieces of a file may be broken before it is taken for something else, and the rest of it left unread.
const HOPELESS: usize = 10_000;

/// A check file, read.
#[derive(Clone, Debug, Default)]
pub struct Parsed {
    /// Which file.
    pub id: FileId,
    /// Its tree.
    pub file: File,
    /// What could not be read.
    pub diagnostics: Vec<Diagnostic>,
    /// How many pieces could not be read beside those.
    pub unread: usize,
    /// How long its text is.
    pub length: usize,
}

/// Reads a check file. Always gives a tree; lines that fit nowhere stand in it as broken, each with a diagnostic.
pub fn parse(id: FileId, text: &str) -> Parsed {
    let levelled = level(text);
    let mut parser = FileParser { text: &levelled, id, file: File::default(), diagnostics: Vec::new(), uncounted: 0 };
    for piece in pieces(&levelled) {
        if parser.uncounted >= HOPELESS {
            parser.give_up(piece.start);
            break;
        }
        parser.piece(piece);
    }
    parser.finish()
}

/// Reads the declarations of a text that is known to be right, without its comments and examples.
pub fn parse_declarations(text: &str) -> Parsed {
    let levelled = level(text);
    let id = FileId::default();
    let mut parser = FileParser { text: &levelled, id, file: File::default(), diagnostics: Vec::new(), uncounted: 0 };
    let is_declaration = |piece: &Piece| piece.sort == Sort::Declaration;
    for piece in pieces(&levelled).filter(is_declaration) {
        if !parser.slice(piece).starts_with("example ") {
            parser.piece(piece);
        }
    }
    parser.finish()
}

/// Reads the fenced `check` blocks of a Markdown text, as if they were one check file. Places are those in the Markdown.
pub fn parse_markdown(id: FileId, text: &str) -> Parsed {
    parse(id, &markdown::only_checks(text))
}

/// A stretch of a text that was put together: how long it is there, and where it comes from.
pub type Taken = (usize, Span);

/// Reads one assertion, without comments, from a text that was put together of `taken` stretches of the file. None and a diagnostic where
/// it is none.
pub fn parse_assertion(id: FileId, text: &str, taken: &[Taken]) -> Result<Item, Diagnostic> {
    let mut start = 0;
    let stretch = |&(length, from): &Taken| {
        let stretch = Stretch { start, end: start + length, from };
        start += length;
        stretch
    };
    let origin = Origin::Stretches(taken.iter().map(stretch).collect());
    let text = level(text);
    let place = |start, end| Place { file: id, span: origin.span(start, end) };
    let kind = read(&text, &origin).map_err(|unread| explain::unread(&text, &unread, &place))?.0;
    Ok(Item { kind, remark: None, at: At(origin.span(0, text.len())) })
}

/// A piece, read: what it is, the comment at its end, and the comments within it that have no place of their own.
type ReadPiece = (ItemKind, Option<String>, Vec<(At, String)>);

/// Reads a piece with the grammar.
fn read(text: &str, origin: &Origin) -> Result<ReadPiece, Unread> {
    if text.len() > LONGEST {
        return Err(Unread::TooLong(LONGEST));
    }
    if let Some(strange) = strange_sign(text) {
        return Err(Unread::Strange(strange));
    }
    let read = parser::read(text).map_err(Unread::Failure)?;
    let remark = read.remark.map(str::to_owned);
    let builder = Builder::new(origin);
    let kind = builder.item(read.item).map_err(Unread::Unbuilt)?;
    Ok((kind, remark, builder.stray()))
}

struct FileParser<'t> {
    text: &'t str,
    id: FileId,
    file: File,
    diagnostics: Vec<Diagnostic>,
    uncounted: usize,
}

impl FileParser<'_> {
    fn piece(&mut self, piece: Piece) {
        match piece.sort {
            Sort::Blank => self.push(ItemKind::Blank, piece),
            Sort::Comment => self.push(ItemKind::Remark(self.slice(piece).trim_end().to_owned()), piece),
            Sort::Declaration if self.slice(piece).starts_with("use ") => {
                self.listed(piece, |r| import(r).map(ItemKind::Use))
            }
            Sort::Declaration => {
                self.listed(piece, |r| declaration(r).map(|read| ItemKind::Declaration(Box::new(read))))
            }
            Sort::Table => self.listed(piece, |r| table(r).map(|read| ItemKind::Table(Box::new(read)))),
            Sort::Template => self.listed(piece, |r| template(r).map(ItemKind::Template)),
            Sort::Other => self.other(piece),
        }
    }

    fn listed(&mut self, piece: Piece, read: impl Fn(&mut Reader<'_>) -> Result<ItemKind, Trouble>) {
        let mut reader = Reader::new(self.text, piece.start, piece.end);
        match read(&mut reader) {
            Ok(kind) => self.add(kind, piece, reader),
            Err(trouble) => self.broken(piece, |text, id| explain::trouble(id, text, &trouble, piece.end)),
        }
    }

    /// Adds what was read. Comments between its lines go above it.
    fn add(&mut self, kind: ItemKind, piece: Piece, reader: Reader<'_>) {
        self.above(reader.remarks);
        self.push(kind, piece);
        self.remark(reader.remark);
    }

    fn other(&mut self, piece: Piece) {
        match read(self.slice(piece), &Origin::Piece(piece.start)) {
            Ok((kind, remark, stray)) => {
                self.above(stray);
                let at = self.without_remark(piece, remark.as_deref().unwrap_or(""));
                self.file.items.push(Item { kind, remark, at });
            }
            Err(unread) => self.broken(piece, |text, id| {
                let place = |start, end| Place { file: id, span: Span::new(piece.start + start, piece.start + end) };
                explain::unread(text, &unread, &place)
            }),
        }
    }

    /// The place of a piece up to the comment at its end.
    fn without_remark(&self, piece: Piece, remark: &str) -> At {
        let words = self.slice(piece).trim_end();
        let words = words.strip_suffix(remark).unwrap_or(words).trim_end();
        At(Span::new(piece.start, piece.start + words.len()))
    }

    fn above(&mut self, remarks: Vec<(At, String)>) {
        let items = remarks.into_iter().map(|(at, text)| Item { kind: ItemKind::Remark(text), remark: None, at });
        self.file.items.extend(items);
    }

    fn remark(&mut self, remark: Option<String>) {
        if let Some(item) = self.file.items.last_mut() {
            item.remark = remark;
        }
    }

    /// Keeps a piece that could not be read, and explains why, unless the file has been explained enough.
    fn broken(&mut self, piece: Piece, explain: impl Fn(&str, FileId) -> Diagnostic) {
        if self.diagnostics.len() < MOST_DIAGNOSTICS {
            self.diagnostics.push(explain(self.slice(piece), self.id));
        } else {
            self.uncounted += 1;
        }
        self.push(ItemKind::Broken(self.slice(piece).trim_end().to_owned()), piece);
    }

    /// Leaves the rest of the text unread, and counts its lines.
    fn give_up(&mut self, start: usize) {
        let piece = Piece { sort: Sort::Other, start, end: self.text.len() };
        self.uncounted += self.slice(piece).lines().count();
        self.push(ItemKind::Broken(self.slice(piece).trim_end().to_owned()), piece);
    }

    fn push(&mut self, kind: ItemKind, piece: Piece) {
        let at = At(Span::new(piece.start, piece.end));
        self.file.items.push(Item { kind, remark: None, at });
    }

    fn slice(&self, piece: Piece) -> &str {
        self.text.get(piece.start..piece.end).unwrap_or("")
    }

    fn finish(self) -> Parsed {
        let (unread, length) = (self.uncounted, self.text.len());
        Parsed { id: self.id, file: self.file, diagnostics: self.diagnostics, unread, length }
    }
}
