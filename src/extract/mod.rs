//! What articles say: mentions (quantities, times, names, quotes) and the facts they make up.

mod fact;
mod join;
mod lexicon;
mod mention;
mod number;
mod quantity;
mod reader;
mod reading;
mod time;

pub use fact::Fact;
pub use lexicon::{Class, Classes, Entry, Lexicon, Sense, Word};
pub use mention::{Change, Mention, MentionKind, NameType, QuantityMention, QuoteMention, TimeMention, TimeType};
pub use reader::mentions;
pub use reading::Setting;
