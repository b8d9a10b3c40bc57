//! How fast each stage is, in bytes of article text a second: on the shipped articles, and on text that is made up of sentences in
//! which names, numbers and days vary.
//!
//! `cargo bench` runs all of it, `cargo bench facts` one stage. One core is used, except by `judge`.

mod generated;

use std::path::Path;
use std::sync::LazyLock;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use factum::check::{NoFiles, prelude};
use factum::corpus::{self, Document};
use factum::extract::{Extractor, Lexicon, Setting};
use factum::run::{Articles, Claim, Completeness, Incoming, Reader, Terms, Verifier, read_checks, run};
use factum::source::{SourceFile, Sources};
use factum::text;
use factum::value::Policy;

/// What is read.
#[derive(Clone, Copy, Debug)]
enum Text {
    /// The articles of `corpus/`.
    Shipped,
    /// A few hundred made up articles.
    Generated,
}

const TEXTS: [Text; 2] = [Text::Shipped, Text::Generated];

/// How many articles are made up.
const GENERATED: u64 = 250;

static SHIPPED: LazyLock<Articles> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let loaded = corpus::load(&[folder], &mut Sources::default());
    Articles { corpus: loaded.corpus, diagnostics: loaded.diagnostics, complete: Completeness::Complete }
});

static MADE_UP: LazyLock<Articles> = LazyLock::new(|| {
    let reader = Reader::shipped();
    let document = |number: u64| {
        let published = Some(jiff::civil::date(2026, 1, 15));
        reader.document(Incoming {
            id: number.to_string(),
            text: generated::article(number),
            published,
            ..Incoming::default()
        })
    };
    let corpus = corpus::Corpus::new((0..GENERATED).map(document).collect());
    Articles { corpus, ..Articles::default() }
});

fn articles(text: Text) -> &'static Articles {
    match text {
        Text::Shipped => &SHIPPED,
        Text::Generated => &MADE_UP,
    }
}

fn documents(text: Text) -> &'static [Document] {
    &articles(text).corpus.documents
}

fn bytes(text: Text) -> BytesCount {
    BytesCount::new(documents(text).iter().map(|document| document.text.len()).sum::<usize>())
}

fn main() {
    divan::main();
}

/// Reading the vocabulary that ships, and compiling it: what every run begins with.
#[divan::bench]
fn start() -> Extractor {
    Extractor::new(&prelude())
}

/// Tokens and sentences.
#[divan::bench(args = TEXTS)]
fn segment(bencher: Bencher<'_, '_>, text: Text) {
    bencher.counter(bytes(text)).bench(|| {
        for document in documents(text) {
            let tokens = text::tokenize(black_box(&document.text));
            black_box(text::sentences(&document.text, &tokens));
        }
    });
}

/// Numbers and times, segmentation included.
#[divan::bench(args = TEXTS)]
fn mentions(bencher: Bencher<'_, '_>, text: Text) {
    let lexicon = Lexicon::new(&prelude());
    bencher.counter(bytes(text)).bench(|| {
        for document in documents(text) {
            let tokens = text::tokenize(black_box(&document.text));
            let sentences = text::sentences(&document.text, &tokens);
            let words = lexicon.words(&document.text, &tokens);
            let setting = Setting { published: document.published, locale: "" };
            black_box(factum::extract::mentions(&lexicon, &document.text, &tokens, &words, &sentences, setting));
        }
    });
}

/// Everything that is read in a document.
#[divan::bench(args = TEXTS)]
fn facts(bencher: Bencher<'_, '_>, text: Text) {
    let extractor = Extractor::new(&prelude());
    bencher.counter(bytes(text)).bench(|| {
        for document in documents(text) {
            black_box(extractor.read(black_box(document)));
        }
    });
}

/// A whole run of the shipped checks, the loading of the articles aside.
#[divan::bench(args = TEXTS)]
fn judge(bencher: Bencher<'_, '_>, text: Text) {
    let mut sources = Sources::default();
    let checks = include_str!("../checks/korea-ai.check");
    let file = sources.add(SourceFile::new("checks/korea-ai.check", checks));
    let checks = read_checks(&mut sources, &[file], &mut NoFiles);
    let terms = Terms::new(Policy::Reported, jiff::civil::date(2026, 1, 15));
    bencher.counter(bytes(text)).bench(|| run(checks.clone(), articles(text), terms));
}

/// One sentence held against one text, made of so many articles: a text of twice the length takes twice the time.
#[divan::bench(args = [25, 50, 100, 200])]
fn long(bencher: Bencher<'_, '_>, articles: u64) {
    let mut sources = Sources::default();
    let checks = read_checks(&mut sources, &[], &mut NoFiles);
    let verifier = Verifier::new(&checks);
    let text: String = (0..articles).map(generated::article).collect();
    let claim = Claim {
        text: "Norvik Steel will invest $7 billion in Chile by 2031, creating 12,000 jobs, said Ida Lom.".to_owned(),
        sources: vec![Incoming { id: "long".to_owned(), text, ..Incoming::default() }],
        ..Claim::default()
    };
    let bytes: usize = claim.sources.iter().map(|source| source.text.len()).sum();
    bencher.counter(BytesCount::new(bytes)).bench(|| verifier.claim(claim.clone()));
}
