//! Whole check files: cut into pieces, each piece read.

use crate::diag::Diagnostic;
use crate::source::{FileId, Span};

use super::ast::{At, File, Item, ItemKind};
use super::declaration::{declaration, import};
use super::explain;
use super::level::level;
use super::lines::{Piece, Sort, pieces};
use super::reader::{Reader, Trouble};

/// A check file, read.
#[derive(Clone, Debug, Default)]
pub struct Parsed {
    /// Which file.
    pub id: FileId,
    /// Its tree.
    pub file: File,
    /// What could not be read.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a check file. Always gives a tree; lines that fit nowhere stand in it as broken, each with a diagnostic.
pub fn parse(id: FileId, text: &str) -> Parsed {
    let levelled = level(text);
    let mut parser = FileParser { text: &levelled, parsed: Parsed { id, ..Parsed::default() } };
    pieces(&levelled).for_each(|piece| parser.piece(piece));
    parser.parsed
}

struct FileParser<'t> {
    text: &'t str,
    parsed: Parsed,
}

impl FileParser<'_> {
    fn piece(&mut self, piece: Piece) {
        match piece.sort {
            Sort::Blank => self.push(ItemKind::Blank, piece),
            Sort::Comment => self.push(ItemKind::Remark(self.slice(piece).trim_end().to_owned()), piece),
            Sort::Declaration => self.declaration(piece),
            Sort::Table | Sort::Template | Sort::Other => {
                self.broken(piece, &Trouble { at: piece.start, expected: "a declaration".into() })
            }
        }
    }

    fn declaration(&mut self, piece: Piece) {
        let mut reader = Reader::new(self.text, piece.start, piece.end);
        let read = if self.slice(piece).starts_with("use") {
            import(&mut reader).map(ItemKind::Use)
        } else {
            declaration(&mut reader).map(|read| ItemKind::Declaration(Box::new(read)))
        };
        match read {
            Ok(kind) => self.finish(kind, piece, reader),
            Err(trouble) => self.broken(piece, &trouble),
        }
    }

    /// Adds what was read. Comments between its lines go above it.
    fn finish(&mut self, kind: ItemKind, piece: Piece, reader: Reader<'_>) {
        for (at, remark) in reader.remarks {
            self.parsed.file.items.push(Item { kind: ItemKind::Remark(remark), remark: None, at });
        }
        self.push(kind, piece);
        if let Some(item) = self.parsed.file.items.last_mut() {
            item.remark = reader.remark;
        }
    }

    fn broken(&mut self, piece: Piece, trouble: &Trouble) {
        self.parsed.diagnostics.push(explain::broken(self.parsed.id, trouble, piece.end));
        self.push(ItemKind::Broken(self.slice(piece).trim_end().to_owned()), piece);
    }

    fn push(&mut self, kind: ItemKind, piece: Piece) {
        let at = At(Span::new(piece.start, piece.end));
        self.parsed.file.items.push(Item { kind, remark: None, at });
    }

    fn slice(&self, piece: Piece) -> &str {
        self.text.get(piece.start..piece.end).unwrap_or("")
    }
}
