//! The seam between what is handed in (texts, a date, a policy) and the engine behind it. Whoever changes how texts are read or
//! judged changes this file, and nothing else of `run`, `report` and `cli`.

use jiff::civil::Date;

use crate::check::{Assertion, Suite};
use crate::corpus::{Corpus, Document};
use crate::diag::Diagnostic;
use crate::extract::{Fact, Mention};
use crate::judge::{Judgement, Rule, Verdict};
use crate::source::{FileId, Sources, Span};
use crate::statement::Vocabulary;
use crate::value::Policy;

use super::{Completeness, CorpusSummary, Judged, RunResult, digest, settle};

/// What the check files say.
#[derive(Clone, Debug, Default)]
pub struct Checks {
    /// Assertions, declarations and allowances.
    pub suite: Suite,
    /// What their authors have to be told.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads check files. `files` are texts of `sources`, in the order in which they are to be reported.
pub fn read_checks(sources: &mut Sources, files: &[FileId]) -> Checks {
    let _ = (sources, files);
    Checks::default()
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

/// What a run needs besides the texts.
#[derive(Clone, Copy, Debug)]
pub struct Terms {
    /// How strictly words are taken.
    pub policy: Policy,
    /// Today, for waivers with a date.
    pub today: Date,
}

/// Judges everything, and decides the gate. Without articles nothing is judged.
pub fn run(checks: Checks, articles: &Articles, terms: Terms) -> RunResult {
    let Checks { suite, mut diagnostics } = checks;
    let Suite { assertions, vocabulary, allowances } = suite;
    diagnostics.extend(articles.diagnostics.iter().cloned());
    let engine = Engine::new(&articles.corpus, &vocabulary);
    let assertions = if articles.corpus.documents.is_empty() { Vec::new() } else { assertions };
    let answers = assertions
        .into_iter()
        .map(|assertion| {
            let judgement = engine.judge(&assertion, terms.policy);
            (assertion, judgement)
        })
        .collect();
    settle(Judged {
        answers,
        allowances: &allowances,
        corpus: &articles.corpus,
        read: engine.summary(&articles.corpus),
        diagnostics,
        complete: articles.complete,
        policy: terms.policy,
        today: terms.today,
    })
}

/// The facts of all articles, ready to be asked.
struct Engine;

impl Engine {
    fn new(corpus: &Corpus, vocabulary: &Vocabulary) -> Self {
        let _ = (corpus, vocabulary);
        Self
    }

    fn judge(&self, assertion: &Assertion, policy: Policy) -> Judgement {
        let _ = (assertion, policy);
        Judgement {
            verdict: Verdict::Unmentioned,
            reason: "the judge is not there yet".to_owned(),
            rule: Rule::Unjudged,
            fault: None,
            evidence: Vec::new(),
            derivation: Vec::new(),
            advice: Vec::new(),
            nearest: Vec::new(),
            lineages: 0,
        }
    }

    fn summary(&self, corpus: &Corpus) -> CorpusSummary {
        let lineages = corpus.documents.iter().map(|document| document.lineage).max().unwrap_or(0);
        CorpusSummary { documents: corpus.documents.len(), lineages, sentences: 0, facts: 0, digest: digest(corpus) }
    }
}

/// What was read in one document.
#[derive(Clone, Debug, Default)]
pub struct DocumentReading {
    /// Its sentences.
    pub sentences: Vec<Span>,
    /// What they name.
    pub mentions: Vec<Mention>,
    /// What they state.
    pub facts: Vec<Fact>,
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
#[derive(Clone, Debug, Default)]
pub struct Reader {
    vocabulary: Vocabulary,
}

impl Reader {
    /// With the vocabulary that ships.
    pub fn shipped() -> Self {
        Self::default()
    }

    /// A text as a document: its zones are found, its date is read where none is given.
    pub fn document(&self, incoming: Incoming) -> Document {
        let Incoming { id, text, published, publisher, title } = incoming;
        Document {
            id,
            file: FileId(0),
            publisher,
            published,
            title,
            tier: None,
            locale: None,
            origin: None,
            lineage: 1,
            text,
            zones: Vec::new(),
            map: Vec::new(),
        }
    }

    /// Reads one document.
    pub fn read(&self, document: &Document) -> DocumentReading {
        let _ = (&self.vocabulary, document);
        DocumentReading::default()
    }
}
