//! The seam between what is handed in (texts, a date, a policy) and the engine behind it. Whoever changes how texts are read or
//! judged changes this file, and nothing else of `run`, `report` and `cli`.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::check::{Assertion, CheckFile, Library, Suite, gather, idle, lower, prelude, reading_prelude};
use crate::corpus::{self, Article, Corpus, Document, Entry, Format};
use crate::diag::{Code, Diagnostic};
use crate::extract::{Extractor, Reading};
use crate::source::{FileId, Sources};
use crate::value::Policy;

use super::baseline::{Baseline, Known, Texts};
use super::desk::judge_suite;
use super::named::without_unknown;
use super::rules::Rules;
use super::select::Extent;
use super::{CheckResult, Completeness, CorpusSummary, Frame, RunResult, close};

/// What the check files say.
#[derive(Clone, Debug, Default)]
pub struct Checks {
    /// Assertions, declarations and allowances.
    pub suite: Suite,
    /// What their authors have to be told.
    pub diagnostics: Vec<Diagnostic>,
    /// What of them the run is about.
    pub extent: Extent,
}

/// Reads check files, and those that they use. `files` are texts of `sources`, in the order in which they are to be reported; the
/// others come from `library`, and are added. A file that checks nothing is told.
pub fn read_checks(sources: &mut Sources, files: &[FileId], library: &mut dyn Library) -> Checks {
    let (files, mut checks) = read(sources, files, library);
    let idle = idle(&files, &checks.suite, &checks.diagnostics, sources);
    checks.diagnostics.extend(idle);
    checks
}

/// The same, for the sake of what the files declare: they need not check anything.
pub fn read_declarations(sources: &mut Sources, files: &[FileId], library: &mut dyn Library) -> Checks {
    read(sources, files, library).1
}

fn read(sources: &mut Sources, files: &[FileId], library: &mut dyn Library) -> (Vec<CheckFile>, Checks) {
    // What ships is read beside what comes in.
    let mut shipped = None;
    let (files, imports) = rayon::in_place_scope(|scope| {
        scope.spawn(|_| shipped = Some(prelude()));
        gather(sources, files, library)
    });
    let (suite, found) = lower(&files, shipped.unwrap_or_default());
    let diagnostics = imports.into_iter().chain(found).collect();
    (files, Checks { suite, diagnostics, extent: Extent::default() })
}

/// The articles of a run, and what loading them had to say.
#[derive(Clone, Debug, Default)]
pub struct Articles {
    /// The articles.
    pub corpus: Corpus,
    /// What their keeper has to be told.
    pub diagnostics: Vec<Diagnostic>,
    /// Whether all of them could be read.
    pub complete: Completeness,
}

/// A text of `sources` as the only article; none where there is nothing to read in it, which is told.
pub fn standalone(file: FileId, sources: &Sources) -> Articles {
    let source = sources.file(file);
    let article = Article { file, name: &source.name, format: Format::Text, text: &source.text, entry: None };
    let (document, diagnostics) = corpus::read(&article);
    if document.zones.is_empty() {
        let message = format!("there is no article in {}: nothing comes in that can be read", source.name);
        let nothing = Diagnostic::error(Code::NoArticles, message).help("send the text of the article");
        return Articles { diagnostics: vec![nothing], ..Articles::default() };
    }
    Articles { corpus: Corpus::new(vec![document]), diagnostics, complete: Completeness::Complete }
}

/// What a run needs besides the texts.
#[derive(Clone, Copy, Debug)]
pub struct Terms {
    /// How strictly words are taken.
    pub policy: Policy,
    /// Today, for waivers with a date.
    pub today: Date,
    /// What the run is held to.
    pub rules: Rules,
}

impl Terms {
    /// Under the rules that hold where nobody says anything.
    pub fn new(policy: Policy, today: Date) -> Self {
        Self { policy, today, rules: Rules::default() }
    }
}

/// Judges everything, and decides the gate. Without articles nothing is judged.
pub fn run(checks: Checks, articles: &Articles, terms: Terms) -> RunResult {
    run_beside(Known { baseline: &Baseline::default(), sources: &Sources::default() }, checks, articles, terms)
}

/// The same, where some failures are known and borne with.
pub fn run_beside(known: Known<'_>, checks: Checks, articles: &Articles, terms: Terms) -> RunResult {
    let extent = checks.extent;
    let (suite, diagnostics) = prepare(checks, articles, Strangers::Refused, terms.rules);
    let (mut results, read) = judge_suite(suite, &articles.corpus, terms);
    known.baseline.bear(&mut results, Texts { corpus: &articles.corpus, sources: known.sources });
    close(results, Frame { read, diagnostics, complete: articles.complete, terms, extent })
}

/// Of a run of every check, the same run of some of them, with what is to be said of these.
pub fn narrowed(whole: &RunResult, checks: Checks, articles: &Articles, terms: Terms) -> RunResult {
    let extent = checks.extent;
    let (suite, diagnostics) = prepare(checks, articles, Strangers::Refused, terms.rules);
    // The rows of a table stand in one place.
    let name = |assertion: &Assertion| (assertion.place.file, assertion.id.clone());
    let names: BTreeSet<(FileId, String)> = suite.assertions.iter().map(name).collect();
    let is_meant = |result: &&CheckResult| names.contains(&name(&result.assertion));
    let results = whole.results.iter().filter(is_meant).cloned().collect();
    close(results, Frame { read: whole.corpus.clone(), diagnostics, complete: articles.complete, terms, extent })
}

/// What becomes of checks that name an article which is not there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Strangers {
    /// They are errors.
    #[default]
    Refused,
    /// They are left out: the corpus is not that of the checks.
    LeftOut,
}

/// What can be judged of some checks, and what has to be said of them and of the articles.
pub(super) fn prepare(
    checks: Checks,
    articles: &Articles,
    strangers: Strangers,
    rules: Rules,
) -> (Suite, Vec<Diagnostic>) {
    let Checks { mut suite, mut diagnostics, extent: _ } = checks;
    let unknown = without_unknown(&mut suite, &articles.corpus);
    match strangers {
        Strangers::Refused => diagnostics.extend(unknown),
        Strangers::LeftOut => {}
    }
    diagnostics.extend(articles.diagnostics.iter().cloned());
    diagnostics.extend(rules.nobody_heard(&articles.corpus));
    if articles.corpus.documents.is_empty() {
        suite.assertions.clear();
    }
    (suite, diagnostics)
}

/// What was read of a corpus.
pub(super) fn summary(corpus: &Corpus, readings: &[Reading], rules: Rules) -> CorpusSummary {
    CorpusSummary {
        documents: corpus.documents.len(),
        unheard: rules.heard(corpus).map_or(0, |heard| corpus.documents.len() - heard.len()),
        lineages: corpus.documents.iter().map(|document| document.lineage).max().unwrap_or(0),
        sentences: readings.iter().map(|reading| reading.sentences.len()).sum(),
        facts: readings.iter().map(|reading| reading.facts.len()).sum(),
        digest: corpus.digest(),
    }
}

/// A text that comes in by itself, without a corpus around it.
#[derive(Clone, Debug, Default)]
pub struct Incoming {
    /// Its id.
    pub id: String,
    /// Its text.
    pub text: String,
    /// When it was published.
    pub published: Option<Date>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Its title.
    pub title: Option<String>,
}

/// Reads documents one by one, with a vocabulary that is compiled once.
#[derive(Debug)]
pub struct Reader {
    extractor: Extractor,
}

impl Reader {
    /// With the vocabulary that ships.
    pub fn shipped() -> Self {
        Self { extractor: Extractor::new(&reading_prelude()) }
    }

    /// A text as a document: its zones are found, and its date where none is given.
    pub fn document(&self, incoming: Incoming) -> Document {
        document(incoming)
    }

    /// Reads one document.
    pub fn read(&self, document: &Document) -> Reading {
        self.extractor.read(document)
    }
}

/// A text that comes in by itself as a document.
pub(super) fn document(incoming: Incoming) -> Document {
    let Incoming { id, text, published, publisher, title } = incoming;
    let entry = Entry { published, publisher, title, id: Some(id), ..Entry::default() };
    let article = Article { file: FileId(0), name: "", format: Format::Text, text: &text, entry: Some(&entry) };
    corpus::read(&article).0
}
