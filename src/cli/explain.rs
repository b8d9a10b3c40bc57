//! `factum explain`.

use crate::diag::{Code, nearest};
use crate::run::Status;

use super::args::ExplainArgs;
use super::{Failure, note, print};

/// Prints the page of a code; without a code, all codes with the first sentence of their pages.
pub(super) fn run(args: &ExplainArgs) -> Result<Status, Failure> {
    let Some(name) = &args.code else {
        print(&contents())?;
        return Ok(Status::Passed);
    };
    match Code::ALL.iter().find(|code| code.name() == name) {
        Some(code) => {
            print(code.page())?;
            Ok(Status::Passed)
        }
        None => {
            note(&unknown(name))?;
            Ok(Status::Usage)
        }
    }
}

fn contents() -> String {
    let width = Code::ALL.iter().map(|code| code.name().len()).max().unwrap_or(0);
    Code::ALL.iter().map(|code| format!("{:width$}  {}\n", code.name(), first_sentence(code.page()))).collect()
}

/// The first sentence below the heading.
fn first_sentence(page: &str) -> String {
    let text = page.split("\n\n").nth(1).unwrap_or("").replace('\n', " ");
    text.split_once(". ").map_or(text.clone(), |(first, _)| format!("{first}."))
}

fn unknown(name: &str) -> String {
    let near = nearest(name, Code::ALL.iter().map(|code| code.name()));
    let help = near.map_or("`factum explain` names them all".to_owned(), |near| format!("did you mean `{near}`?"));
    format!("error: no code `{name}`\n  help: {help}\n")
}
