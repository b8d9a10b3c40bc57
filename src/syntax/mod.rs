//! Check files as trees. Parsing is total: every text gives a tree, and what fits nowhere is a diagnostic.
//!
//! The grammar is `grammar/check.pest`, the manual `grammar/reference.md`. What the words mean is not settled here but in
//! [`check`](crate::check), which knows the declarations.

pub mod ast;
mod build;
mod declaration;
mod explain;
mod file;
mod keywords;
mod level;
mod lines;
mod markdown;
mod marks;
mod mistakes;
mod parser;
mod print;
mod reader;
mod signs;
mod table;

pub use file::{MOST_DIAGNOSTICS, Parsed, Taken, parse, parse_assertion, parse_declarations, parse_markdown};
pub(crate) use keywords::{
    DECLARATION_WORDS, FIELD_FORMS, OPENING_WORDS, is_slip, is_state, opening_form, part_keywords, swallowed_field,
};
pub use markdown::has_checks;
pub use print::{print, sentence};
