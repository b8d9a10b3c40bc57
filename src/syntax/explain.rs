//! Why a line is broken, in words for people.

use crate::diag::{Code, Diagnostic, Label};
use crate::source::{FileId, Place, Span};

use super::reader::Trouble;

/// The diagnostic of a broken piece of a file, which ends at `end`.
pub(super) fn broken(file: FileId, trouble: &Trouble, end: usize) -> Diagnostic {
    let span = Span::new(trouble.at, end.max(trouble.at));
    Diagnostic::error(Code::SyntaxError, format!("expected {}", trouble.expected))
        .at(Label::primary(Place { file, span }, ""))
}
