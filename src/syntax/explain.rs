//! Why a line is broken, in words for people.

use crate::diag::{Code, Diagnostic, Label};
use crate::source::{Place, Span};

use super::parser::trouble;

/// The diagnostic of a broken line, which stands at `place`.
pub(super) fn broken(line: &str, place: Place) -> Diagnostic {
    let at = trouble(line);
    let start = place.span.start as usize + at;
    let span = Span::new(start, (place.span.end as usize).max(start));
    Diagnostic::error(Code::SyntaxError, "this line is no comment, no declaration and no assertion")
        .at(Label::primary(Place { file: place.file, span }, "not understood from here on"))
}

/// The diagnostic of a file that could not be read from `place` on.
pub(super) fn unreadable(place: Place) -> Diagnostic {
    Diagnostic::error(Code::SyntaxError, "the file cannot be read from here on").at(Label::primary(place, ""))
}
