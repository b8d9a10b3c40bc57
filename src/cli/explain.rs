//! `factum explain`.

use crate::diag::{Code, SUPPORTED, nearest};
use crate::run::Status;

use super::args::ExplainArgs;
use super::{Failure, note, print};

/// Prints the page of a code; without a code, all codes with the first sentence of their pages.
pub(super) fn run(args: &ExplainArgs) -> Result<Status, Failure> {
    let Some(name) = &args.code else {
        print(&contents())?;
        return Ok(Status::Passed);
    };
    match pages().find(|(known, _)| known == name) {
        Some((_, page)) => {
            print(page)?;
            Ok(Status::Passed)
        }
        None => {
            note(&unknown(name))?;
            Ok(Status::Usage)
        }
    }
}

/// Everything that can be explained: the codes, and the verdict that is no error.
fn pages() -> impl Iterator<Item = (&'static str, &'static str)> {
    Code::ALL.iter().map(|code| (code.name(), code.page())).chain([SUPPORTED])
}

fn contents() -> String {
    let width = pages().map(|(name, _)| name.len()).max().unwrap_or(0);
    pages().map(|(name, page)| format!("{name:width$}  {}\n", first_sentence(page))).collect()
}

/// The first sentence below the heading.
fn first_sentence(page: &str) -> String {
    let text = page.split("\n\n").nth(1).unwrap_or("").replace('\n', " ");
    text.split_once(". ").map_or(text.clone(), |(first, _)| format!("{first}."))
}

fn unknown(name: &str) -> String {
    let near = nearest(name, pages().map(|(known, _)| known));
    let help = near.map_or("`factum explain` names them all".to_owned(), |near| format!("did you mean `{near}`?"));
    format!("error: no code or verdict `{name}`\n  help: {help}\n")
}
