//! From the tree of a check file to assertions that can be judged, and to the vocabulary that its declarations make.

mod declare;
mod figure;
mod findings;
mod kind;
mod prelude;
pub mod quick;
mod scope;
mod suite;

pub use prelude::{PRELUDE, inspect_prelude, prelude};
pub use suite::{
    Allowance, Assertion, Body, Expectation, Expression, Level, Operand, Operator, Reading, Sources, Suite,
    VerdictName, Waiver,
};
