//! From the tree of a check file to assertions that can be judged, and to the vocabulary that its declarations make.

mod suite;

pub use suite::{
    Allowance, Assertion, Body, Expectation, Expression, Level, Operand, Operator, Reading, Sources, Suite,
    VerdictName, Waiver,
};
