//! What articles say: mentions (quantities, times, names, quotes) and the facts they make up.

mod bits;
mod clauses;
mod designation;
mod fact;
mod facts;
mod grammar;
mod home;
mod join;
mod lesser;
mod lexicon;
mod mention;
mod names;
mod negate;
mod number;
mod page;
mod phrases;
mod quantity;
mod quotes;
mod read;
mod reader;
mod reading;
mod time;

pub use fact::Fact;
pub use facts::UNNAMED_COMPANY;
pub use grammar::{Class as WordClass, Form, Grammar, singular};
pub use lexicon::{Class, Classes, Entry, Lexicon, Sense, Word};
pub use mention::{Change, Mention, MentionKind, NameType, QuantityMention, QuoteMention, TimeMention, TimeType};
pub use names::{Known, key};
pub use quotes::{Quote, Quotes};
pub use read::{Extractor, Reading};
pub use reader::mentions;
pub use reading::Setting;
