//! `factum suggest`.

use std::path::Path;

use crate::diag::{Code, Diagnostic};
use crate::report::{counted, draw};
use crate::run::{Articles, Status, Suggestion, status_of_reading, suggest};
use crate::source::Sources;

use super::args::SuggestArgs;
use super::{Failure, articles, check, files, look, note, print_file};

/// Writes a check file from the article.
pub(super) fn run(args: &SuggestArgs) -> Result<Status, Failure> {
    let mut sources = Sources::default();
    let style = look::style(&args.look);
    let read = read(args, &mut sources)?;
    for diagnostic in &read.diagnostics {
        note(&draw(diagnostic, &sources, &style))?;
    }
    let status = status_of_reading(&read.diagnostics, read.corpus.documents.len());
    let Some(document) = read.corpus.documents.into_iter().next() else { return Ok(status) };
    if status != Status::Passed {
        return Ok(status);
    }
    let suggestion = suggest(&document, check::today());
    if suggestion.checks == 0 {
        note("nothing to suggest: no check can be made of what is read in the article\n")?;
        return Ok(Status::Nothing);
    }
    note(&told(&suggestion))?;
    match &args.output {
        Some(path) => files::write(path, &suggestion.text)?,
        None => print_file(&suggestion.text)?,
    }
    Ok(Status::Passed)
}

/// What the checks hold.
fn told(suggestion: &Suggestion) -> String {
    let Suggestion { checks, numbers, held, .. } = suggestion;
    let checks = counted(*checks, "check", "checks");
    match numbers {
        0 => format!("{checks}; no number is read in the article\n"),
        _ => format!("{checks}; they hold {held} of {}\n", counted(*numbers, "number", "numbers")),
    }
}

/// The article, unless its checks have nowhere to go.
fn read(args: &SuggestArgs, sources: &mut Sources) -> Result<Articles, Failure> {
    let taken = args.output.as_deref().filter(|path| !args.force && files::exists(path));
    let refusal = match (taken, &args.article) {
        (Some(path), _) => occupied(path),
        (None, path) if path == Path::new("-") => return articles::standard_input(sources),
        (None, path) if files::is_file(path) => return Ok(articles::load(std::slice::from_ref(path), sources)),
        (None, path) => no_article(path),
    };
    Ok(Articles { diagnostics: vec![refusal], ..Articles::default() })
}

fn occupied(path: &Path) -> Diagnostic {
    let message = format!("`{}` exists, and may hold checks that somebody has read", files::shown(path));
    Diagnostic::error(Code::FileExists, message).help("name another file, or say `--force` to write over this one")
}

fn no_article(path: &Path) -> Diagnostic {
    let help = "name a text, Markdown or HTML file, or `-` for standard input";
    Diagnostic::error(Code::NoSuchPath, format!("there is no article `{}`", files::shown(path))).help(help)
}
