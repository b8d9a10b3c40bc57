//! The parser that is made from `grammar/check.pest`. No other file names the tool that makes it.

use pest::Parser;

#[derive(pest_derive::Parser)]
#[grammar = "../grammar/check.pest"]
struct Grammar;
