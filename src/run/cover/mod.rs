//! Which numbers, dates, names and quotes of some articles the checks hold in place (`rests`), and which none of them does.

mod cues;

use std::collections::BTreeSet;

use crate::check::reading_prelude;
use crate::corpus::{Corpus, Document};
use crate::extract::{Extractor, MentionKind, Reading};
use crate::source::{Place, Sources, Span};

use super::baseline::{Baseline, Known, Texts};
use super::desk::{Seat, judge_and};
use super::engine::{Articles, Checks, Strangers, Terms, prepare};
use super::rests::{Held, held, places_of};
use super::result::{CheckResult, Gate, RunResult, Status};
use super::{Extent, Frame, close};

use cues::{Found, cues};

/// What the checks of a run hold of some articles.
#[derive(Clone, Debug)]
pub struct Coverage {
    /// The run of the checks.
    pub run: RunResult,
    /// The articles that were asked for, in the order of the corpus.
    pub articles: Vec<Cover>,
    /// What became of checks that name an article which is not there: they are left out where the articles stand alone.
    pub strangers: Strangers,
    /// The least percentage that has to be covered; none where that is not asked.
    pub least: Option<u8>,
    /// Whether enough is covered, and the exit status.
    pub gate: Gate,
}

/// What is held of one article.
#[derive(Clone, Debug)]
pub struct Cover {
    /// Its position in the corpus.
    pub document: usize,
    /// Its cues, in their order.
    pub cues: Vec<Cue>,
}

/// A number, a date, a name or a quote of an article. A name is one cue, however often it stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cue {
    /// What it is.
    pub kind: CueKind,
    /// Whether a check holds it.
    pub state: CueState,
    /// Where it stands; of a name the first place.
    pub place: Place,
    /// The checks that hold it, by position among the results of the run.
    pub checks: Vec<usize>,
    /// Why it was not read, where it was only seen.
    pub unread: Option<&'static str>,
}

/// Sorts of cues.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CueKind {
    /// A number of something.
    Number,
    /// A date, or a length of time.
    Date,
    /// A name.
    Name,
    /// Words between quotation marks.
    Quote,
}

impl CueKind {
    /// All of them, as they are counted.
    pub const ALL: [Self; 4] = [Self::Number, Self::Date, Self::Name, Self::Quote];
}

/// Whether a check holds a cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CueState {
    /// One does.
    Covered,
    /// None does.
    Uncovered,
    /// It was seen, and read as nothing that a check could hold.
    Unread,
}

/// How many cues there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Those that a check holds.
    pub covered: usize,
    /// Those that were read, covered or not.
    pub read: usize,
    /// Those that were only seen.
    pub unread: usize,
}

impl Counts {
    /// The cues of a kind; of all kinds where there is none.
    pub fn of<'a>(cues: impl Iterator<Item = &'a Cue>, kind: Option<CueKind>) -> Self {
        let mut counts = Self::default();
        for cue in cues.filter(|cue| kind.is_none_or(|kind| cue.kind == kind)) {
            match cue.state {
                CueState::Covered => counts.covered += 1,
                CueState::Uncovered => {}
                CueState::Unread => counts.unread += 1,
            }
            counts.read += usize::from(cue.state != CueState::Unread);
        }
        counts
    }

    /// The part of what was read that is covered, in whole percent, rounded down; of nothing it is nothing.
    pub fn percent(self) -> usize {
        (self.covered * 100).checked_div(self.read).unwrap_or(0)
    }
}

impl Coverage {
    /// All cues of all articles.
    pub fn cues(&self) -> impl Iterator<Item = &Cue> {
        self.articles.iter().flat_map(|article| &article.cues)
    }
}

/// What is asked of a run.
#[derive(Clone, Debug, Default)]
pub struct CoverTerms {
    /// The articles, by their positions in the corpus.
    pub documents: Vec<usize>,
    /// What becomes of checks that name an article which is not there.
    pub strangers: Strangers,
    /// The least percentage of cues that have to be covered; none where that is not asked.
    pub least: Option<u8>,
}

/// Judges the checks, and finds what they hold of some articles.
pub fn cover(checks: Checks, articles: &Articles, asked: &CoverTerms, terms: Terms) -> Coverage {
    let checks = Checks { extent: Extent::default(), ..checks };
    let known = Known { baseline: &Baseline::default(), sources: &Sources::default() };
    let (run, holds) = held_by(known, checks, articles, asked.strangers, terms);
    let corpus = &articles.corpus;
    let extractor = Extractor::new(&reading_prelude());
    let look = |at: &usize| of_article(*at, corpus, &extractor.read(corpus.documents.get(*at)?), &holds);
    let covers = asked.documents.iter().filter_map(look).collect();
    let gate = run.gate.clone();
    let mut coverage = Coverage { run, articles: covers, strangers: asked.strangers, least: asked.least, gate };
    coverage.gate = decide(&coverage);
    coverage
}

/// Judges the checks, and finds what each holds.
pub(super) fn held_by(
    known: Known<'_>,
    checks: Checks,
    articles: &Articles,
    strangers: Strangers,
    terms: Terms,
) -> (RunResult, Vec<Vec<Hold>>) {
    let extent = checks.extent;
    let (suite, diagnostics) = prepare(checks, articles, strangers, terms.rules);
    let (looked, read) = judge_and(suite, &articles.corpus, terms, &|seat, result| (holds(seat, &result), result));
    let (holds, mut results): (Vec<Vec<Hold>>, Vec<CheckResult>) = looked.into_iter().unzip();
    known.baseline.bear(&mut results, Texts { corpus: &articles.corpus, sources: known.sources });
    let frame = Frame { read, diagnostics, complete: articles.complete, terms, extent };
    (close(results, frame), holds)
}

/// A place that a check holds.
pub(super) struct Hold {
    document: usize,
    kind: CueKind,
    span: Span,
}

impl Hold {
    /// Whether what is held is the cue itself. A number that is held does not hold the quote that it stands in.
    fn is(&self, kind: CueKind, span: Span) -> bool {
        let alike = match kind {
            CueKind::Number | CueKind::Date => matches!(self.kind, CueKind::Number | CueKind::Date),
            CueKind::Name | CueKind::Quote => self.kind == kind,
        };
        self.span.contains(span) || alike && self.span.overlaps(span)
    }
}

/// The places that a check holds, in the files; of a name all of them.
pub(super) fn holds(seat: &Seat<'_>, result: &CheckResult) -> Vec<Hold> {
    let Held { mentions, names, times: _, long: _ } = held(seat, result);
    let mut holds = Vec::new();
    let mut hold = |document: usize, kind, span| {
        holds.push(Hold { document, kind, span: seat.index.document(document).place(span).span });
    };
    for (document, at) in mentions {
        let Some(mention) = seat.index.readings.get(document).and_then(|reading| reading.mentions.get(at)) else {
            continue;
        };
        match &mention.kind {
            MentionKind::Quantity(_) => hold(document, CueKind::Number, mention.span),
            MentionKind::Time(_) => hold(document, CueKind::Date, mention.span),
            MentionKind::Quote(_) => hold(document, CueKind::Quote, mention.span),
            MentionKind::Name { .. } => hold(document, CueKind::Name, mention.span),
        }
    }
    for (_, document, name) in names {
        let Some(reading) = seat.index.readings.get(document) else { continue };
        places_of(reading, &name).for_each(|span| hold(document, CueKind::Name, span));
    }
    holds
}

/// What is held of the article at a position of the corpus, as it was read.
pub(super) fn of_article(at: usize, corpus: &Corpus, reading: &Reading, holds: &[Vec<Hold>]) -> Option<Cover> {
    let document = corpus.documents.get(at)?;
    let found = cues(document, reading);
    let mut holding = vec![BTreeSet::new(); found.len()];
    let places = Spots::new(document, &found);
    for (check, hold) in holds.iter().enumerate().flat_map(|(check, holds)| holds.iter().map(move |hold| (check, hold)))
    {
        if hold.document == at {
            for (_, cue) in
                places.near(hold.span).filter(|(span, cue)| found.get(*cue).is_some_and(|own| hold.is(own.kind, *span)))
            {
                holding.get_mut(cue).map(|checks| checks.insert(check));
            }
        }
    }
    let cue = |(found, checks): (Found, BTreeSet<usize>)| {
        let span = found.spans.first().map_or(Span::default(), |span| document.place(*span).span);
        let place = Place { file: document.file, span };
        let checks: Vec<usize> = checks.into_iter().collect();
        let state = match (checks.is_empty(), found.unread) {
            (false, _) => CueState::Covered,
            (true, None) => CueState::Uncovered,
            (true, Some(_)) => CueState::Unread,
        };
        let unread = found.unread.filter(|_| state == CueState::Unread);
        Cue { kind: found.kind, state, place, checks, unread }
    };
    Some(Cover { document: at, cues: found.into_iter().zip(holding).map(cue).collect() })
}

/// The places of the cues of an article in its file, in order, each with the position of its cue.
struct Spots {
    spans: Vec<(Span, usize)>,
    /// For each of them the last end so far: a quote may reach over others.
    ends: Vec<u32>,
}

impl Spots {
    fn new(document: &Document, cues: &[Found]) -> Self {
        let all = cues.iter().enumerate().flat_map(|(at, cue)| cue.spans.iter().map(move |span| (*span, at)));
        let mut spans: Vec<(Span, usize)> = all.map(|(span, at)| (document.place(span).span, at)).collect();
        spans.sort();
        let ends = spans.iter().scan(0, |last, (span, _)| {
            *last = span.end.max(*last);
            Some(*last)
        });
        Self { ends: ends.collect(), spans }
    }

    /// Those that may share a byte with a span.
    fn near(&self, span: Span) -> impl Iterator<Item = (Span, usize)> + '_ {
        let first = self.ends.partition_point(|end| *end <= span.start);
        self.spans.iter().skip(first).take_while(move |(own, _)| own.start < span.end).copied()
    }
}

/// Whether enough is covered. A run that could not be made has no figure, and one without a check or a cue checked nothing.
fn decide(coverage: &Coverage) -> Gate {
    let Coverage { run, articles, least, strangers: _, gate: _ } = coverage;
    let counts = Counts::of(coverage.cues(), None);
    let percent = counts.percent();
    let nothing = |what: &str| (Status::Nothing, format!("{what}; nothing checked is a failure of its own"));
    let (status, rule) = match (run.gate.status, least.map(usize::from)) {
        (Status::Usage | Status::Incomplete, _) => (run.gate.status, run.gate.rule.clone()),
        _ if articles.is_empty() => nothing("there is no article to look at"),
        _ if run.results.is_empty() => nothing("there are no checks"),
        _ if counts.read == 0 => nothing("no number, date, name or quote is read in what was asked for"),
        (_, Some(least)) if counts.covered * 100 < least * counts.read => {
            (Status::Failed, format!("{percent} % is covered, and at least {least} % has to be"))
        }
        (_, Some(least)) => (Status::Passed, format!("{percent} % is covered, at least {least} % has to be")),
        (_, None) => (Status::Passed, format!("{percent} % is covered")),
    };
    Gate { passed: status == Status::Passed, rule, status }
}
