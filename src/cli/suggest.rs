//! `factum suggest`.

use std::path::Path;

use crate::diag::{Code, Diagnostic};
use crate::report::{counted, draw};
use crate::run::{Articles, Status, Suggestion, Suggestions, Undecided, status_of_reading, suggest_all};
use crate::source::Sources;

use super::args::SuggestArgs;
use super::{Failure, articles, check, files, look, note, print_file};

/// Writes the checks of the articles, one below the other.
pub(super) fn run(args: &SuggestArgs) -> Result<Status, Failure> {
    let mut sources = Sources::default();
    let style = look::style(&args.look);
    let read = read(args, &mut sources)?;
    for diagnostic in &read.diagnostics {
        note(&draw(diagnostic, &sources, &style))?;
    }
    let documents = &read.corpus.documents;
    let status = status_of_reading(&read.diagnostics, documents.len());
    if status != Status::Passed || documents.is_empty() {
        return Ok(status);
    }
    let chosen: Vec<usize> = (0..documents.len()).collect();
    let suggestions = suggest_all(&read, &chosen, &sources, check::today());
    let made: Vec<&Suggestion> = suggestions.all.iter().filter(|suggestion| suggestion.checks > 0).collect();
    if made.is_empty() {
        note("nothing to suggest: no check can be made of what is read in the article\n")?;
        return Ok(Status::Nothing);
    }
    note(&told(&suggestions.all))?;
    let article = |it: &Undecided| documents.get(it.file).map_or(String::new(), |document| format!("{}:", document.id));
    note(&disagreements(&suggestions, article))?;
    let text = made.iter().map(|suggestion| suggestion.text.as_str()).collect::<Vec<_>>().join("\n");
    match &args.output {
        Some(path) => files::write(path, &text)?,
        None => print_file(&text)?,
    }
    Ok(Status::Passed)
}

/// What the checks hold.
fn told(all: &[Suggestion]) -> String {
    let sum = |part: fn(&Suggestion) -> usize| all.iter().map(part).sum::<usize>();
    let checks = counted(sum(|it| it.checks), "check", "checks");
    let place = if all.len() == 1 { "the article" } else { "the articles" };
    match sum(|it| it.numbers) {
        0 => format!("{checks}; no number is read in {place}\n"),
        numbers => format!("{checks}; they hold {} of {}\n", sum(|it| it.held), counted(numbers, "number", "numbers")),
    }
}

/// What is to be decided between articles, each with what they say; nothing where they go together. `place` names where a check stands.
pub(super) fn disagreements(suggestions: &Suggestions, place: impl Fn(&Undecided) -> String) -> String {
    let Suggestions { undecided, unasked, .. } = suggestions;
    let says = |it: &Undecided| it.says.iter().map(|line| format!("    {line}\n")).collect::<String>();
    let mut out = String::new();
    if !undecided.is_empty() {
        let checks = counted(undecided.len(), "check does", "checks do");
        out.push_str(&format!("{checks} not go with all articles, and a comment at each says so:\n"));
    }
    for it in undecided {
        out.push_str(&format!("  {} {}\n{}", place(it), it.what, says(it)));
    }
    if !unasked.is_empty() {
        let things = counted(unasked.len(), "thing more", "things more");
        out.push_str(&format!("the articles disagree on {things}, which no check asks:\n"));
    }
    for it in unasked {
        let asks = it.asks.iter().map(|line| format!("    ask: {line}\n")).collect::<String>();
        out.push_str(&format!("  {}\n{}{asks}", it.what, says(it)));
    }
    out
}

/// The articles, unless their checks have nowhere to go.
fn read(args: &SuggestArgs, sources: &mut Sources) -> Result<Articles, Failure> {
    let taken = args.output.as_deref().filter(|path| !args.force && files::exists(path));
    let missing = args.articles.iter().find(|path| !files::exists(path));
    let refusal = match (taken, args.articles.as_slice(), missing) {
        (Some(path), _, _) => occupied(path),
        (None, [only], _) if only == Path::new("-") => return articles::standard_input(sources),
        (None, _, Some(path)) => articles::missing(path),
        (None, paths, None) => return Ok(articles::load(paths, sources)),
    };
    Ok(Articles { diagnostics: vec![refusal], ..Articles::default() })
}

fn occupied(path: &Path) -> Diagnostic {
    let message = format!("`{}` exists, and may hold checks that somebody has read", files::shown(path));
    Diagnostic::error(Code::FileExists, message).help("name another file, or say `--force` to write over this one")
}
