//! `factum lint`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::corpus::Document;
use crate::diag::Diagnostic;
use crate::lint::Rules;
use crate::report::{Linted, draw, lint_human, lint_json};
use crate::run::{Articles, Linter, Status, status_of_reading};
use crate::source::Sources;

use super::args::{LintArgs, ReportFormat};
use super::{Failure, articles, look, note, print, print_json};

/// Prints what is found in the articles.
pub(super) fn run(args: &LintArgs) -> Result<Status, Failure> {
    let mut sources = Sources::default();
    let Read { mut documents, diagnostics } = read(&args.articles, &mut sources)?;
    let style = look::style(&args.look);
    for diagnostic in &diagnostics {
        note(&draw(diagnostic, &sources, &style))?;
    }
    for document in &mut documents {
        document.published = args.published.or(document.published);
    }
    let rules = if args.all { Rules::All } else { Rules::Quiet };
    let found = Linter::shipped().findings(&documents, rules);
    let linted = Linted { documents: &documents, found: &found, diagnostics: &diagnostics, sources: &sources };
    match args.format {
        ReportFormat::Human => print(&lint_human(linted, &style))?,
        ReportFormat::Json => print_json(&lint_json(linted)?)?,
    }
    let clean = found.iter().all(Vec::is_empty);
    Ok(match status_of_reading(&diagnostics, documents.len()) {
        Status::Passed if !clean => Status::Failed,
        status @ (Status::Passed | Status::Failed | Status::Usage | Status::Incomplete | Status::Nothing) => status,
    })
}

/// The articles, and what has to be said of them.
#[derive(Default)]
struct Read {
    documents: Vec<Document>,
    diagnostics: Vec<Diagnostic>,
}

/// Each path by itself: articles of one name in two folders have nothing to do with one another here. None is read twice.
fn read(paths: &[PathBuf], sources: &mut Sources) -> Result<Read, Failure> {
    let mut read = Read::default();
    let mut seen = BTreeSet::new();
    for path in paths {
        let Articles { corpus, diagnostics, complete: _ } = match path == Path::new("-") {
            true => articles::standard_input(sources)?,
            false => articles::load(std::slice::from_ref(path), sources),
        };
        let new = |document: &Document| seen.insert(sources.file(document.file).name.clone());
        read.documents.extend(corpus.documents.into_iter().filter(new));
        read.diagnostics.extend(diagnostics);
    }
    Ok(read)
}
