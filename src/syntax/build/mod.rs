//! From the nodes of the grammar to the tree.

mod declaration;
mod name;

use crate::diag::Diagnostic;
use crate::source::{FileId, Place, Span};

use super::ast::{At, File, Item, ItemKind};
use super::explain;
use super::parser::{Node, Parsed, Rule};

/// What is built while the nodes of a file go by.
pub(super) struct Builder {
    id: FileId,
    file: File,
    diagnostics: Vec<Diagnostic>,
}

impl Builder {
    /// Nothing yet, of this file.
    pub(super) fn new(id: FileId) -> Builder {
        Builder { id, file: File::default(), diagnostics: Vec::new() }
    }

    /// Takes the next node of a file.
    pub(super) fn item(&mut self, node: Node<'_>) {
        let at = name::at(&node);
        match node.as_rule() {
            Rule::EOI => {}
            Rule::blank => self.push(ItemKind::Blank, at),
            Rule::comment => self.push(ItemKind::Remark(node.as_str().trim_end().to_owned()), at),
            Rule::remark => self.trail(node.as_str()),
            Rule::import => self.import(node, at),
            Rule::broken => self.broken(node.as_str(), at.0),
            _ => self.declaration(node, at),
        }
    }

    /// Says that the file could not be read from there on.
    pub(super) fn unreadable(&mut self, from: usize) {
        let place = self.place(Span::new(from, from));
        self.diagnostics.push(explain::unreadable(place));
    }

    /// The tree and what there is to say about it.
    pub(super) fn finish(self) -> Parsed {
        Parsed { id: self.id, file: self.file, diagnostics: self.diagnostics }
    }

    fn declaration(&mut self, node: Node<'_>, at: At) {
        if node.as_str().contains('\n') {
            self.remarks(&node);
        }
        if let Some(declaration) = declaration::build(node) {
            self.push(ItemKind::Declaration(Box::new(declaration)), at);
        }
    }

    /// Comments between the lines of a declaration go above it.
    fn remarks(&mut self, node: &Node<'_>) {
        for inner in node.clone().into_inner().flatten().filter(|inner| inner.as_rule() == Rule::remark) {
            let at = name::at(&inner);
            self.push(ItemKind::Remark(inner.as_str().trim_end().to_owned()), at);
        }
    }

    fn import(&mut self, node: Node<'_>, at: At) {
        if let Some(file) = node.into_inner().next() {
            self.push(ItemKind::Use(name::name(&file)), at);
        }
    }

    fn broken(&mut self, text: &str, span: Span) {
        let line = text.trim_end();
        let span = Span::new(span.start as usize, span.start as usize + line.len());
        self.diagnostics.push(explain::broken(line, self.place(span)));
        self.push(ItemKind::Broken(line.to_owned()), At(span));
    }

    fn trail(&mut self, remark: &str) {
        if let Some(item) = self.file.items.last_mut() {
            item.remark = Some(remark.trim_end().to_owned());
        }
    }

    fn push(&mut self, kind: ItemKind, at: At) {
        self.file.items.push(Item { kind, remark: None, at });
    }

    fn place(&self, span: Span) -> Place {
        Place { file: self.id, span }
    }
}
