//! ```` ```reads ```` blocks: what extraction reads in a text, in order; ```` ```states ```` blocks: what it takes a text to state.
//!
//!     "more than $5 billion"            -> > 5000000000 USD
//!     "last month" on 2025-10-29        -> 2025-09
//!     "the bridge is 1,250 metres long" -> 1250 m
//!     "on the one hand"                 -> nothing

use factum::extract::{Change, Mention, MentionKind, Reading};
use factum::report::statement_words;
use factum::run::{Incoming, Reader};
use factum::value::{Amount, Quantity, Wording};

use super::page::{Block, Case};

/// One line of a block.
struct Example {
    text: String,
    day: Option<jiff::civil::Date>,
    wanted: String,
    line: usize,
}

/// What does not hold.
pub fn complaints(case: &Case) -> Vec<String> {
    let of = |language: &'static str| case.blocks.iter().filter(move |block| block.language == language);
    let reads = of("reads").flat_map(|block| wrong(block, mentions_of));
    let states = of("states").flat_map(|block| wrong(block, statements_of));
    reads.chain(states).collect()
}

fn wrong(block: &Block, told: fn(&str, &Reading) -> String) -> Vec<String> {
    let reader = Reader::shipped();
    let examples = block.text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'));
    examples
        .filter_map(|(at, line)| {
            let Some(example) = example(line, block.line + at) else {
                return Some(format!("line {}: not `\"text\" -> what is read`: {line}", block.line + at));
            };
            let incoming = Incoming {
                id: "a".to_owned(),
                text: example.text.clone(),
                published: example.day,
                ..Incoming::default()
            };
            let document = reader.document(incoming);
            let found = told(&document.text, &reader.read(&document));
            let (line, text, wanted) = (example.line, &example.text, &example.wanted);
            (found != *wanted).then(|| format!("line {line}: \"{text}\"\n  wanted {wanted}\n  found  {found}"))
        })
        .collect()
}

/// `"text" on 2025-10-29 -> what`; the arrow may be `→`.
fn example(line: &str, number: usize) -> Option<Example> {
    let (left, wanted) = line.rsplit_once(" -> ").or_else(|| line.rsplit_once(" → "))?;
    let (text, rest) = left.trim().strip_prefix('"')?.rsplit_once('"')?;
    let day = match rest.trim().strip_prefix("on ") {
        Some(day) => Some(day.trim().parse().ok()?),
        None => None,
    };
    Some(Example { text: text.to_owned(), day, wanted: wanted.trim().to_owned(), line: number })
}

/// The quantities and times, in order.
fn mentions_of(_: &str, reading: &Reading) -> String {
    listed(reading.mentions.iter().filter_map(mention_words).collect(), ", ")
}

fn statements_of(_: &str, reading: &Reading) -> String {
    listed(reading.facts.iter().map(|fact| statement_words(&fact.statement)).collect(), "; ")
}

fn listed(items: Vec<String>, separator: &str) -> String {
    if items.is_empty() { "nothing".to_owned() } else { items.join(separator) }
}

/// A quantity or a time as a check file would write it; names and quotes are not told here.
fn mention_words(mention: &Mention) -> Option<String> {
    match &mention.kind {
        MentionKind::Quantity(quantity) => {
            let change = quantity.change.map_or("", |change| match change {
                Change::Up => "up ",
                Change::Down => "down ",
            });
            Some(format!("{change}{}", quantity_words(&quantity.quantity)))
        }
        MentionKind::Time(time) => Some(time.value.clone().unwrap_or_else(|| "unresolved".to_owned())),
        MentionKind::Name { .. } | MentionKind::Quote(_) => None,
    }
}

fn quantity_words(quantity: &Quantity) -> String {
    let words = format!("{} {}", amount_words(&quantity.amount), quantity.unit.code);
    words.trim_end().to_owned()
}

fn amount_words(amount: &Amount) -> String {
    let sign = match amount.wording {
        Wording::Bare | Wording::Derived => "",
        Wording::Exact => "exactly ",
        Wording::MoreThan => "> ",
        Wording::AtLeast => ">= ",
        Wording::LessThan => "< ",
        Wording::AtMost => "<= ",
        Wording::UpTo => "up to ",
        Wording::Nearly => "nearly ",
        Wording::JustUnder => "just under ",
        Wording::JustOver => "just over ",
        Wording::About => "~ ",
        Wording::Range | Wording::Vague | Wording::Tolerance => return ends(amount),
    };
    amount.nominal.map_or_else(|| ends(amount), |nominal| format!("{sign}{}", nominal.decimal()))
}

fn ends(amount: &Amount) -> String {
    let end = |number: Option<factum::value::Number>| number.map(|number| number.decimal()).unwrap_or_default();
    format!("{} .. {}", end(amount.literal.low.number()), end(amount.literal.high.number())).trim().to_owned()
}
