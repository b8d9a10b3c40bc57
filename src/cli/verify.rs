//! `factum verify`.

use std::path::{Path, PathBuf};

use crate::corpus::{Corpus, Document};
use crate::diag::{Code, Diagnostic, Severity};
use crate::report::{ClaimLine, Report, draw, verdict_line};
use crate::run::{Articles, Checks, Claim, Status, Verifier, read_declarations, status_of_reading};
use crate::source::Sources;

use super::args::VerifyArgs;
use super::settings::{self, Given};
use super::{Failure, articles, check, files, look, note, output, refuse, stream};

/// What a line has to be.
const FORM: &str =
    r#"a claim is one JSON object on one line: {"id": "…", "claim": "…", "sources": [{"id": "…", "text": "…"}]}"#;

/// Prints what the articles say of the draft, or of the claims that come in.
pub(super) fn run(args: &VerifyArgs) -> Result<Status, Failure> {
    let mut sources = Sources::default();
    let checks = declarations(args.declarations.as_slice(), &mut sources)?;
    for diagnostic in &checks.diagnostics {
        note(&draw(diagnostic, &sources, &look::style(&args.look)))?;
    }
    if checks.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error) {
        return Ok(Status::Usage);
    }
    let verifier = Verifier::new(&checks);
    match (&args.draft, args.input) {
        (Some(draft), None) => of_draft(args, draft, &verifier, sources),
        (_, _) => answer_claims(&verifier),
    }
}

/// What check files declare, with what there is to tell of their paths and of themselves.
fn declarations(paths: &[PathBuf], sources: &mut Sources) -> Result<Checks, Failure> {
    let found = files::read(paths, sources)?;
    let read = read_declarations(sources, &found.files, &mut files::Disk::default());
    Ok(Checks { diagnostics: found.diagnostics.into_iter().chain(read.diagnostics).collect(), ..read })
}

fn answer_claims(verifier: &Verifier) -> Result<Status, Failure> {
    stream::run(Code::NotAClaim, |text| {
        let line: ClaimLine = stream::object(text, FORM)?;
        let mut warnings = Vec::new();
        let sources = line.sources.into_iter().map(|source| stream::incoming(source, &mut warnings)).collect();
        let published = stream::day(line.published.as_deref())?;
        let verified = verifier.claim(Claim { text: line.claim, published, sources });
        Ok(stream::written(&verdict_line(line.id, &verified).with_warnings(warnings), text.len()))
    })
}

fn of_draft(args: &VerifyArgs, path: &Path, verifier: &Verifier, mut sources: Sources) -> Result<Status, Failure> {
    let style = look::style(&args.look);
    let given = Given::new(args.profile.name.as_deref())
        .paths("corpus", &args.corpus.folders)
        .text("policy", args.policy.name.as_deref())
        .words("gate.fail-on", &args.fail_on.words)
        .text("tier", args.tier.name.as_deref());
    let loaded = settings::load(given, &mut sources)?;
    let Some(settings) = loaded.sound(&sources, &style)? else { return Ok(Status::Usage) };
    let read = draft(path, &mut sources)?;
    for diagnostic in &read.diagnostics {
        note(&draw(diagnostic, &sources, &style))?;
    }
    let Some(mut draft) = read.corpus.documents.into_iter().next() else {
        return Ok(status_of_reading(&read.diagnostics, 0));
    };
    draft.published = args.published.or(draft.published);
    let articles = without(articles::load(&settings.corpus(), &mut sources), &draft, &sources);
    if let Some(misplaced) = output::misplaced(&args.output, &settings, &sources) {
        refuse(&misplaced)?;
        return Ok(Status::Usage);
    }
    let mut result = verifier.draft(&draft, &articles, check::terms(&settings, None), args.output.breadth());
    result.gate = args.end.of(result.gate);
    let report = Report { run: &result, corpus: &articles.corpus, sources: &sources };
    let written = output::write(report, &settings, &args.output, &args.look);
    if written.is_err() {
        result.gate = result.gate.incomplete();
    }
    let report = Report { run: &result, corpus: &articles.corpus, sources: &sources };
    output::show(report, &settings, &args.output, &args.look)?;
    written?;
    Ok(result.gate.status)
}

/// The draft, from its file or from standard input.
fn draft(path: &Path, sources: &mut Sources) -> Result<Articles, Failure> {
    if path != Path::new("-") {
        if !files::is_file(path) {
            return Ok(Articles { diagnostics: vec![no_draft(path)], ..Articles::default() });
        }
        return Ok(articles::load(&[path.to_owned()], sources));
    }
    articles::standard_input(sources)
}

fn no_draft(path: &Path) -> Diagnostic {
    let name = files::shown(path);
    let (message, help) = match files::is_folder(path) {
        true => (
            format!("`{name}` is a folder, and a draft is a file"),
            format!("verify its files one by one: `factum verify {name}/FILE`"),
        ),
        false => {
            let help = "name a text, Markdown or HTML file, or `-` for standard input";
            (format!("there is no draft `{name}`"), help.to_owned())
        }
    };
    Diagnostic::error(Code::NoSuchPath, message).help(help)
}

/// The articles without the draft, should it lie among them: nothing bears itself out.
fn without(mut articles: Articles, draft: &Document, sources: &Sources) -> Articles {
    let name = |document: &Document| sources.file(document.file).name.as_str();
    let all = articles.corpus.documents.iter();
    let others: Vec<Document> = all.filter(|document| name(document) != name(draft)).cloned().collect();
    if others.is_empty() && !articles.corpus.documents.is_empty() {
        articles.diagnostics.push(alone());
    }
    Articles { corpus: Corpus::new(others), ..articles }
}

fn alone() -> Diagnostic {
    let message = "the draft is the only article of the corpus, and nothing bears itself out";
    Diagnostic::error(Code::NoArticles, message).help("add the articles that it was written from to the corpus")
}
