//! What is found wrong while a file is lowered.

use crate::diag::{Code, Diagnostic, Label};
use crate::source::{FileId, Place};
use crate::syntax::ast::At;

/// The diagnostics of one file.
#[derive(Debug, Default)]
pub(super) struct Findings {
    file: FileId,
    found: Vec<Diagnostic>,
}

impl Findings {
    /// None yet, in this file.
    pub(super) fn new(file: FileId) -> Findings {
        Findings { file, found: Vec::new() }
    }

    /// Where something stands, its file included.
    pub(super) fn place(&self, at: At) -> Place {
        Place { file: self.file, span: at.0 }
    }

    /// An error at a place, with what is said of the place and what to do about it.
    pub(super) fn error(&mut self, code: Code, message: String, at: At, help: impl Into<Option<String>>) {
        self.push(Diagnostic::error(code, message), at, help.into());
    }

    /// Adds a diagnostic.
    pub(super) fn add(&mut self, diagnostic: Diagnostic) {
        self.found.push(diagnostic);
    }

    /// How much was found.
    pub(super) fn number(&self) -> usize {
        self.found.len()
    }

    /// Everything that was found.
    pub(super) fn finish(self) -> Vec<Diagnostic> {
        self.found
    }

    fn push(&mut self, diagnostic: Diagnostic, at: At, help: Option<String>) {
        let diagnostic = diagnostic.at(Label::primary(self.place(at), ""));
        self.found.push(match help {
            Some(help) => diagnostic.help(help),
            None => diagnostic,
        });
    }
}
