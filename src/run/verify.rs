//! Texts in plain English held against articles: a claim with the sources that come with it, or a draft against a corpus. The same
//! extraction reads both sides, and the same judge compares them.

use std::sync::Arc;

use jiff::civil::Date;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::check::{Assertion, WrittenIn};
use crate::corpus::{Corpus, Document};
use crate::extract::{Extractor, Reading};
use crate::index::{Index, Places, read_all};
use crate::judge::{Judgement, Part, Passages, Verdict, judge, judge_text, likest, overall, read_claim};
use crate::source::Span;
use crate::statement::Vocabulary;
use crate::value::Policy;

use super::background::{Background, Breadth};
use super::cover::holds;
use super::desk::Seat;
use super::draft::Draft;
use super::engine::{Articles, Checks, Incoming, Terms, document, summary};
use super::{Extent, Frame, Judged, RunResult, settle};

/// Holds texts against articles, with a vocabulary that is compiled once.
#[derive(Debug)]
pub struct Verifier {
    vocabulary: Vocabulary,
    extractor: Extractor,
    places: Arc<Places>,
}

/// A claim in plain English and the articles that are to bear it out.
#[derive(Clone, Debug, Default)]
pub struct Claim {
    /// Its text.
    pub text: String,
    /// When it was made, for "last month" and "on Tuesday".
    pub published: Option<Date>,
    /// The articles.
    pub sources: Vec<Incoming>,
}

/// What the sources of a claim say of it.
#[derive(Clone, Debug)]
pub struct Verified {
    /// On the whole.
    pub verdict: Verdict,
    /// Why, one sentence without its full stop.
    pub reason: String,
    /// Each part that can be held against a source, its spans in the text of the claim.
    pub parts: Vec<Part>,
    /// The sources, as the evidence numbers them.
    pub corpus: Corpus,
}

impl Verifier {
    /// With the vocabulary that ships, and what the first of some check files declares and uses: who is who, what is measured.
    pub fn new(checks: &Checks) -> Self {
        let vocabulary = checks.suite.vocabulary(0);
        let places = Arc::new(Places::new(&vocabulary));
        Self { extractor: Extractor::new(&vocabulary), places, vocabulary }
    }

    /// Judges a claim by the sources that come with it.
    pub fn claim(&self, claim: Claim) -> Verified {
        let Claim { text, published, sources } = claim;
        let corpus = Corpus::new(sources.into_iter().map(document).collect());
        let claim = Document { published, ..Document::alone(text) };
        let readings = read_all(&self.extractor, &corpus);
        let parts = self.parts(&claim, &self.index(&corpus, &readings), Policy::Reported);
        let verdict = overall(&parts);
        let deciding = parts.iter().find(|part| part.judgement.verdict == verdict);
        let reason = deciding.map_or_else(
            || "nothing in it can be held against a source".to_owned(),
            |part| part.judgement.reason.clone(),
        );
        Verified { verdict, reason, parts, corpus }
    }

    /// Judges everything in a draft that can be held against articles. A part that an article contradicts fails the run; one that
    /// is not told of, or left open, is a warning.
    pub fn draft(&self, draft: &Document, articles: &Articles, terms: Terms, breadth: Breadth) -> RunResult {
        let readings = read_all(&self.extractor, &articles.corpus);
        let index = self.index(&articles.corpus, &readings).hearing(terms.rules.heard(&articles.corpus));
        let again = |assertion: &Assertion, left_out: &Passages| {
            judge(assertion, &index, &self.extractor, terms.policy, left_out)
        };
        let (answers, unheld) = if articles.corpus.documents.is_empty() {
            (Vec::new(), Vec::new())
        } else {
            let reading = read_claim(&self.extractor, &articles.corpus, draft);
            let mut parts = judge_text(&draft.text, &reading, &index, &self.extractor, terms.policy);
            // A dateline or a byline claims nothing.
            parts.retain(|part| draft.is_evidence(part.focus));
            parts.iter_mut().for_each(|part| show_likest(&index, &draft.text, part));
            Draft { draft, reading: &reading }.answers(parts)
        };
        let judged = Judged { answers, allowances: &[], corpus: &articles.corpus, terms, again: &again };
        let frame = Frame {
            read: summary(&articles.corpus, &readings, terms.rules),
            diagnostics: articles
                .diagnostics
                .iter()
                .cloned()
                .chain(terms.rules.nobody_heard(&articles.corpus))
                .collect(),
            complete: articles.complete,
            terms,
            extent: Extent { written_in: WrittenIn::Draft, ..Extent::default() },
        };
        let run = settle(judged, frame);
        let background = (breadth == Breadth::Background).then(|| {
            let seat = Seat { index: &index, extractor: &self.extractor, allowances: &[], terms };
            let holds: Vec<_> = run.results.par_iter().map(|result| holds(&seat, result)).collect();
            Background::of(&run.results, &holds, &index, &self.extractor, terms.policy)
        });
        RunResult { unheld, background, ..run }
    }

    fn index<'a>(&'a self, corpus: &'a Corpus, readings: &'a [Reading]) -> Index<'a> {
        Index::new(corpus, readings, &self.vocabulary, self.extractor.grammar(), Arc::clone(&self.places))
    }

    fn parts(&self, text: &Document, index: &Index<'_>, policy: Policy) -> Vec<Part> {
        let reading = read_claim(&self.extractor, index.corpus, text);
        let file = |span: Span| text.place(span).span;
        let in_file = |part: Part| Part {
            passage: file(part.passage),
            focus: file(part.focus),
            judgement: Judgement { fault: part.judgement.fault.map(file), ..part.judgement },
        };
        judge_text(&text.text, &reading, index, &self.extractor, policy).into_iter().map(in_file).collect()
    }
}

/// Of what could not be matched the reader is shown the sentence that is most like it.
fn show_likest(index: &Index<'_>, text: &str, part: &mut Part) {
    if part.judgement.verdict == Verdict::Unmentioned {
        let like = likest(index, part.passage.slice(text), part.focus.slice(text));
        part.judgement.nearest.splice(0..0, like);
    }
}
