//! `factum coverage`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::corpus::Corpus;
use crate::report::{Covered, Detail, Report, cover_human, cover_json};
use crate::run::{Articles, Checks, Completeness, CoverTerms, Status, Strangers, cover};
use crate::source::Sources;

use super::args::{CoverageArgs, ReportFormat};
use super::settings::{self, Given, Loaded};
use super::{Failure, articles, check, files, look, print};

/// Prints what the checks hold of the articles, and gives the exit status.
pub(super) fn run(args: &CoverageArgs) -> Result<Status, Failure> {
    let mut sources = Sources::default();
    let given = Given::new(args.profile.name.as_deref())
        .paths("checks", &args.checks)
        .text("policy", args.policy.name.as_deref());
    let Loaded { settings, diagnostics } = settings::load(given, &mut sources)?;
    let (checks, asked) = if diagnostics.is_empty() {
        (check::checks_of(&settings, &mut files::Disk::default(), &mut sources)?, Asked::read(args, &mut sources)?)
    } else {
        (Checks { diagnostics, ..Checks::default() }, Asked::default())
    };
    let Asked { articles, documents } = asked;
    let strangers = if args.folders.is_empty() { Strangers::LeftOut } else { Strangers::Refused };
    let terms = CoverTerms { documents, strangers, least: args.least };
    let coverage = cover(checks, &articles, &terms, check::terms(&settings, args.today.date));
    let report = Report { run: &coverage.run, corpus: &articles.corpus, sources: &sources };
    let covered = Covered { coverage: &coverage, report };
    let detail = if args.verbose { Detail::Verbose } else { Detail::Brief };
    print(&match args.format {
        ReportFormat::Human => cover_human(covered, &look::style(&args.look), detail),
        ReportFormat::Json => cover_json(covered)?,
    })?;
    Ok(coverage.gate.status)
}

/// The articles of the run, and which of them are asked for.
#[derive(Default)]
struct Asked {
    articles: Articles,
    documents: Vec<usize>,
}

impl Asked {
    fn read(args: &CoverageArgs, sources: &mut Sources) -> Result<Self, Failure> {
        let (input, paths): (Vec<&PathBuf>, Vec<&PathBuf>) =
            args.articles.iter().partition(|path| *path == Path::new("-"));
        let mut names = BTreeSet::new();
        let mut all = Articles::default();
        if !input.is_empty() {
            all = articles::standard_input(sources)?;
            names.extend(all.corpus.documents.iter().map(|document| sources.file(document.file).name.clone()));
        }
        let paths: Vec<PathBuf> = paths.into_iter().cloned().collect();
        if !paths.is_empty() {
            let mut own = Sources::default();
            let asked = articles::load(&paths, &mut own);
            names.extend(asked.corpus.documents.iter().map(|document| own.file(document.file).name.clone()));
            if asked.corpus.documents.is_empty() {
                return Ok(Self { articles: asked, documents: Vec::new() });
            }
        }
        let folders: Vec<PathBuf> = args.folders.iter().cloned().chain(paths).collect();
        if !folders.is_empty() {
            all = joined(all, articles::load(&folders, sources));
        }
        let numbered = all.corpus.documents.iter().enumerate();
        let is_asked = |file| names.contains(&sources.file(file).name);
        let documents = numbered.filter(|(_, document)| is_asked(document.file)).map(|(at, _)| at).collect();
        Ok(Self { articles: all, documents })
    }
}

/// Two sets of articles as one.
fn joined(one: Articles, other: Articles) -> Articles {
    let complete = match (one.complete, other.complete) {
        (Completeness::Complete, Completeness::Complete) => Completeness::Complete,
        (Completeness::Incomplete, _) | (_, Completeness::Incomplete) => Completeness::Incomplete,
    };
    Articles {
        corpus: Corpus::new(one.corpus.documents.into_iter().chain(other.corpus.documents).collect()),
        diagnostics: one.diagnostics.into_iter().chain(other.diagnostics).collect(),
        complete,
    }
}
