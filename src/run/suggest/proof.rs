//! Which lines an article bears out.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::check::{Assertion, CheckFile, NoFiles, lower};
use crate::corpus::{Corpus, Document};
use crate::extract::{Extractor, Grammar, Reading};
use crate::index::{Index, Places, read_all};
use crate::judge::{Passages, Verdict, judge, judge_text, read_claim};
use crate::run::{Articles, Completeness, Outcome, Terms, read_checks, run};
use crate::source::{FileId, Place, SourceFile, Sources, Span};
use crate::statement::Vocabulary;
use crate::syntax::parse;
use crate::value::Policy;

/// How many lines are read as one file: fewer than the parser takes for a file that is none.
const LINES: usize = 1000;

/// An article, ready to judge lines.
pub(super) struct Proof<'a> {
    corpus: &'a Corpus,
    vocabulary: &'a Arc<Vocabulary>,
    extractor: Extractor,
    places: Arc<Places>,
    readings: Vec<Reading>,
}

impl<'a> Proof<'a> {
    pub fn new(corpus: &'a Corpus, vocabulary: &'a Arc<Vocabulary>) -> Self {
        let extractor = Extractor::new(vocabulary);
        let readings = read_all(&extractor, corpus);
        Self { corpus, vocabulary, places: Arc::new(Places::new(vocabulary)), extractor, readings }
    }

    /// What is read in the article.
    pub fn reading(&self) -> Option<&Reading> {
        self.readings.first()
    }

    /// The grammar that the article is read with.
    pub fn grammar(&self) -> &Grammar {
        self.extractor.grammar()
    }

    /// For each row of lines the first that is right and that the article bears out, below some declarations.
    pub fn first_borne_out<'l>(&self, head: &str, rows: &[&'l [String]]) -> Vec<Option<&'l String>> {
        let lines: BTreeSet<&str> = rows.iter().flat_map(|row| row.iter().map(String::as_str)).collect();
        let lines: Vec<&str> = lines.into_iter().collect();
        let texts: Vec<String> = lines.chunks(LINES).map(|lines| format!("{head}{}\n", lines.join("\n"))).collect();
        let file = |(at, text): (usize, &String)| CheckFile::alone(parse(file_id(at), text));
        let files: Vec<CheckFile> = texts.iter().enumerate().map(file).collect();
        let (suite, _) = lower(&files, Arc::clone(self.vocabulary));
        let vocabulary = suite.vocabulary(0);
        let index = self.index(&vocabulary);
        let text = |place: Place| place.span.slice(texts.get(place.file.0 as usize).map_or("", String::as_str));
        let right: BTreeMap<&str, &Assertion> = suite.assertions.iter().map(|it| (text(it.place), it)).collect();
        let holds = |line: &&String| {
            let judged = |assertion| judge(assertion, &index, &self.extractor, Policy::Reported, &Passages::new());
            right.get(line.as_str()).is_some_and(|assertion| judged(assertion).verdict == Verdict::Supported)
        };
        rows.par_iter().map(|row| row.iter().find(holds)).collect()
    }

    /// What of some sentences is held against the article when they are claims, as spans of the article.
    pub fn held(&self, document: &Document, sentences: &[Span]) -> Vec<Span> {
        let index = self.index(self.vocabulary);
        sentences.par_iter().flat_map_iter(|sentence| self.held_of(document, *sentence, &index)).collect()
    }

    fn held_of(&self, document: &Document, sentence: Span, index: &Index<'_>) -> Vec<Span> {
        let claim = Document::alone(sentence.slice(&document.text));
        let reading = read_claim(&self.extractor, self.corpus, &claim);
        let parts = judge_text(&claim.text, &reading, index, &self.extractor, Policy::Reported);
        let supported = parts.into_iter().filter(|part| part.judgement.verdict == Verdict::Supported);
        let moved = |span: Span| Span { start: span.start + sentence.start, end: span.end + sentence.start };
        supported.map(|part| moved(part.focus)).collect()
    }

    fn index<'b>(&'b self, vocabulary: &'b Vocabulary) -> Index<'b> {
        Index::new(self.corpus, &self.readings, vocabulary, self.extractor.grammar(), Arc::clone(&self.places))
    }
}

fn file_id(at: usize) -> FileId {
    FileId(u32::try_from(at).unwrap_or(u32::MAX))
}

/// The lines of a check file that do not pass against the article. A file with an error of its own fails as a whole.
pub(super) fn failing(text: &str, corpus: &Corpus, today: Date) -> BTreeSet<String> {
    let mut sources = Sources::default();
    let file = sources.add(SourceFile::new("suggested.check", text));
    let checks = read_checks(&mut sources, &[file], &mut NoFiles);
    let broken: Vec<Span> = checks.diagnostics.iter().filter_map(|it| it.place()).map(|place| place.span).collect();
    let articles = Articles { corpus: corpus.clone(), diagnostics: Vec::new(), complete: Completeness::Complete };
    let result = run(checks, &articles, Terms::new(Policy::Reported, today));
    let failed = result.results.iter().filter(|result| result.outcome != Outcome::Pass);
    let spans = failed.map(|result| result.assertion.place.span).chain(broken);
    spans.map(|span| line_of(text, span).to_owned()).collect()
}

/// The line on which something begins.
fn line_of(text: &str, span: Span) -> &str {
    let start = text.get(..span.start as usize).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default()
}
