//! `factum explain`.

use crate::check::{kind_name, prelude};
use crate::diag::{ANNOTATIONS, Code, SUPPORTED, nearest};
use crate::run::Status;
use crate::statement::MeasureEntry;
use crate::syntax::FIELD_FORMS;

use super::args::ExplainArgs;
use super::{Failure, refuse, say};

/// Prints the page of a code; without a code, all codes with the first sentence of their pages.
pub(super) fn run(args: &ExplainArgs) -> Result<Status, Failure> {
    let Some(name) = &args.code else {
        say(&contents())?;
        return Ok(Status::Passed);
    };
    if name == MEASURES {
        say(&measures())?;
        return Ok(Status::Passed);
    }
    let page = match name.as_str() {
        _ if annotations().any(|annotation| annotation == name) => ANNOTATIONS.0,
        "allow" => Code::Disputed.name(),
        own => own,
    };
    match pages().find(|(known, _)| *known == page) {
        Some((_, page)) => {
            say(page)?;
            Ok(Status::Passed)
        }
        None => {
            refuse(&unknown(name))?;
            Ok(Status::Usage)
        }
    }
}

/// Not a code, but what an editor looks for where a measure is not known.
const MEASURES: &str = "measures";

/// The measures of the shipped vocabulary by their kinds, each with the words that it goes by.
fn measures() -> String {
    let mut lines: Vec<String> = prelude().measures.iter().map(measure_line).collect();
    lines.sort();
    let head = "The measures that ship, what their values are, and the words that they go by in articles. Any other measure is taken\n\
                at its word, or declared: `measure berths : count = berths, moorings`.\n\n";
    format!("{head}{}", lines.concat())
}

fn measure_line(entry: &MeasureEntry) -> String {
    let mut words = entry.forms.iter().take(MOST_WORDS).map(String::as_str).collect::<Vec<_>>().join(", ");
    if entry.forms.len() > MOST_WORDS {
        words.push_str(", …");
    }
    format!("{:24}{:12}{words}\n", entry.name, kind_name(entry.kind))
}

/// So many words of a measure are shown.
const MOST_WORDS: usize = 8;

/// Everything that can be explained: the codes, the verdict that is no error, and what may stand behind a check.
fn pages() -> impl Iterator<Item = (&'static str, &'static str)> {
    Code::ALL.iter().map(|code| (code.name(), code.page())).chain([SUPPORTED, ANNOTATIONS])
}

/// The names of what may stand behind a check.
fn annotations() -> impl Iterator<Item = &'static str> {
    FIELD_FORMS.iter().map(|(field, _)| *field)
}

fn contents() -> String {
    let width = pages().map(|(name, _)| name.len()).max().unwrap_or(0);
    let measures = format!("{MEASURES:width$}  Which measures there are.\n");
    pages().map(|(name, page)| format!("{name:width$}  {}\n", first_sentence(page))).chain([measures]).collect()
}

/// The first sentence below the heading.
fn first_sentence(page: &str) -> String {
    let text = page.split("\n\n").nth(1).unwrap_or("").replace('\n', " ");
    text.split_once(". ").map_or(text.clone(), |(first, _)| format!("{first}."))
}

fn unknown(name: &str) -> String {
    let near = nearest(name, pages().map(|(known, _)| known).chain([MEASURES]).chain(annotations()));
    let help = near.map_or("`factum explain` names them all".to_owned(), |near| format!("did you mean `{near}`?"));
    format!("no code or verdict `{name}`\n  help: {help}")
}
