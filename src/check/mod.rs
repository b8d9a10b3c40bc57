//! From the tree of a check file to assertions that can be judged, and to the vocabulary that its declarations make.

mod declare;
mod figure;
mod files;
mod findings;
mod idle;
mod kind;
mod lower;
mod merge;
mod prelude;
mod prose;
mod scope;
mod suite;
#[cfg(test)]
mod testing;

pub use files::{CheckFile, Library, NoFiles, Role, decode, gather, is_markdown, not_utf8, read};
pub use idle::idle;
pub use kind::kind_name;
pub use lower::lower;
pub use prelude::{PRELUDE, inspect_prelude, prelude, reading_prelude};
pub use prose::is_prose;
pub(crate) use scope::is_typing_error;
pub use suite::{
    Allowance, Assertion, Body, Expectation, Expression, Level, Operand, Operator, Reading, Sources, Suite,
    VerdictName, Waiver, WrittenIn,
};
