//! A small run, made by hand: two articles, a check file, and judgements as the judge would give them.

use factum::check::{Assertion, Body, Operand, Reading, Waiver};
use factum::corpus::{Corpus, Document};
use factum::judge::{Advice, AdviceKind, Evidence, Judgement, NearMiss, Rule, Stance, Times, Verdict};
use factum::report::Report;
use factum::run::{Completeness, CorpusSummary, Extent, Frame, Judged, RunResult, Terms, settle};
use factum::source::{FileId, Place, SourceFile, Sources, Span};
use factum::value::Policy;
use jiff::civil::{Date, date};

const TODAY: Date = date(2026, 1, 15);

const HERALD: &str = "New bridge\n\nThe Harbour Bridge will be 1,250 metres long and is to be done by 2032, the mayor said. \
                      It will cost $40 million. A second bridge in Tromso will cost $9 million.\n";
const GAZETTE: &str = "The bridge\n\nAt 1,200 m, the Harbour Bridge will be the longest in the north.\n";
const CHECKS: &str = "# the bridge\n\"Harbour Bridge\" length == 1_200 m by 2031\n\"Harbour Bridge\" cost == 40e6 USD\n\
                      bridge cost == 40e6 USD\nTunnel length > 3 km\n";

/// The run and everything that a report reads.
pub struct Fixture {
    /// Check file and articles.
    pub sources: Sources,
    /// The articles.
    pub corpus: Corpus,
    /// Assertions, in the order of lines.
    pub answers: Vec<(Assertion, Judgement)>,
}

impl Fixture {
    /// Disputed, supported, ambiguous, unmentioned.
    pub fn new() -> Self {
        let mut sources = Sources::default();
        let check = sources.add(SourceFile::new("checks/bridge.check", CHECKS));
        let herald = sources.add(SourceFile::new("corpus/herald.txt", HERALD));
        let gazette = sources.add(SourceFile::new("corpus/gazette.txt", GAZETTE));
        let documents = vec![document("herald", Some("The Herald"), herald, 1), document("gazette", None, gazette, 2)];
        let mut fixture = Self { sources, corpus: Corpus { documents }, answers: Vec::new() };
        let answers = [disputed(&fixture), supported(&fixture), ambiguous(&fixture), unmentioned(&fixture)];
        let lines = CHECKS.lines().skip(1);
        fixture.answers = lines.zip(answers).map(|(line, answer)| (assertion(&fixture, check, line), answer)).collect();
        fixture
    }

    /// The place of some words.
    pub fn place(&self, file: u32, words: &str) -> Place {
        let start = self.sources.file(FileId(file)).text.find(words).expect("the words are there");
        Place { file: FileId(file), span: Span::new(start, start + words.len()) }
    }

    /// The result tree.
    pub fn run(&self) -> RunResult {
        let read = CorpusSummary {
            documents: 2,
            unheard: 0,
            lineages: 2,
            sentences: 6,
            facts: 1_234,
            digest: self.corpus.digest(),
        };
        let judged = Judged {
            answers: self.answers.clone(),
            allowances: &[],
            corpus: &self.corpus,
            terms: Terms::new(Policy::Reported, TODAY),
            again: &|assertion, _| {
                let answer = self.answers.iter().find(|(own, _)| own.id == assertion.id);
                answer.map(|(_, judgement)| judgement.clone()).expect("it was judged before")
            },
        };
        let frame = Frame {
            read,
            diagnostics: Vec::new(),
            complete: Completeness::Complete,
            terms: Terms::new(Policy::Reported, TODAY),
            extent: Extent::default(),
        };
        settle(judged, frame)
    }

    /// What reporters read.
    pub fn report<'a>(&'a self, run: &'a RunResult) -> Report<'a> {
        Report { run, corpus: &self.corpus, sources: &self.sources }
    }
}

/// A waiver behind the first check.
pub fn waiver(fixture: &Fixture, until: Date) -> Waiver {
    Waiver { until, because: "a correction is due".to_owned(), place: fixture.place(0, "by 2031") }
}

fn document(id: &str, publisher: Option<&str>, file: FileId, lineage: usize) -> Document {
    Document {
        publisher: publisher.map(str::to_owned),
        published: publisher.map(|_| date(2025, 10, 29)),
        lineage,
        ..Document::untitled(id.to_owned(), file)
    }
}

fn assertion(fixture: &Fixture, file: FileId, text: &str) -> Assertion {
    let id = text.split(' ').next().unwrap_or("").trim_matches('"').to_lowercase();
    let body = Body::Exists { reading: Reading::The, operand: Operand::default() };
    Assertion::new(id, fixture.place(file.0, text), text.to_owned(), body)
}

fn evidence(fixture: &Fixture, document: usize, passage: &str, focus: &str, stance: Stance, reason: &str) -> Evidence {
    let file = u32::try_from(document).expect("there are two") + 1;
    Evidence {
        document,
        passage: fixture.place(file, passage),
        focus: fixture.place(file, focus),
        stance,
        reason: reason.to_owned(),
        lineage: document + 1,
        speaker: None,
        value: None,
        times: Times::default(),
        modality: None,
        event: 0,
        deviation: None,
    }
}

fn judgement(verdict: Verdict, rule: Rule, reason: &str, evidence: Vec<Evidence>) -> Judgement {
    let lineages = evidence.iter().filter(|evidence| evidence.stance == Stance::Supports).count();
    let (derivation, advice, nearest) = (Vec::new(), Vec::new(), Vec::new());
    let (reason, asked, fault) = (reason.to_owned(), None, None);
    Judgement { verdict, reason, asked, rule, fault, evidence, derivation, advice, nearest, lineages }
}

fn disputed(fixture: &Fixture) -> Judgement {
    let long = "The Harbour Bridge will be 1,250 metres long";
    let against = Evidence {
        speaker: Some("the mayor".to_owned()),
        ..evidence(fixture, 0, long, "1,250 metres", Stance::Contradicts, "1,250 m is 50 m more")
    };
    let short = "At 1,200 m, the Harbour Bridge will be the longest";
    let for_it = evidence(fixture, 1, short, "1,200 m", Stance::Supports, "1,200 m, as asserted");
    let reason = "one source says 1,250 m, another 1,200 m";
    let fault = Some(fixture.place(0, "1_200 m").span);
    Judgement { fault, ..judgement(Verdict::Disputed, Rule::Tally, reason, vec![against, for_it]) }
}

fn supported(fixture: &Fixture) -> Judgement {
    let passage = "It will cost $40 million";
    let evidence = evidence(fixture, 0, passage, "$40 million", Stance::Supports, "40,000,000 USD, as asserted");
    let advice = vec![Advice { kind: AdviceKind::SingleSource, text: "only one source says so".to_owned() }];
    Judgement { advice, ..judgement(Verdict::Supported, Rule::Tally, "one source says so", vec![evidence]) }
}

fn ambiguous(fixture: &Fixture) -> Judgement {
    let first =
        evidence(fixture, 0, "It will cost $40 million", "$40 million", Stance::Supports, "the one in the harbour");
    let second = "A second bridge in Tromso will cost $9 million";
    let second = evidence(fixture, 0, second, "$9 million", Stance::Contradicts, "the one in Tromso");
    let events = vec![Evidence { event: 1, ..first }, Evidence { event: 2, ..second }];
    let text = "`in Tromso` would tell them apart".to_owned();
    let advice = vec![Advice { kind: AdviceKind::Qualifier, text }];
    let reason = "two bridges have a cost, and they differ";
    Judgement { advice, ..judgement(Verdict::Ambiguous, Rule::SeveralEvents, reason, events) }
}

fn unmentioned(fixture: &Fixture) -> Judgement {
    let how = "same measure, other subject".to_owned();
    let near = NearMiss {
        place: fixture.place(1, "1,250 metres"),
        document: 0,
        what: "length of the Harbour Bridge".to_owned(),
        how,
    };
    let reason = "no article has a length of “Tunnel”";
    Judgement { nearest: vec![near], ..judgement(Verdict::Unmentioned, Rule::Nothing, reason, Vec::new()) }
}
