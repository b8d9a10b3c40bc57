//! factum: a test harness for facts.

pub mod check;
pub mod cli;
pub mod corpus;
pub mod diag;
pub mod extract;
pub mod index;
pub mod judge;
pub mod report;
pub mod run;
pub mod source;
pub mod statement;
pub mod syntax;
pub mod text;
pub mod value;
