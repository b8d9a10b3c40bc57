//! What must hold of the program whatever bytes come in. Each function panics where it does not.

use std::sync::LazyLock;

use factum::check::NoFiles;
use factum::corpus::{Article, Document, Entry, Format, decode, read};
use factum::diag::Severity;
use factum::extract::MentionKind;
use factum::run::{Incoming, Reader, read_checks};
use factum::source::{FileId, SourceFile, Sources, Span};
use factum::syntax::{parse, parse_markdown, print};
use jiff::civil::date;

static READER: LazyLock<Reader> = LazyLock::new(Reader::shipped);

/// Check files: every text has a tree, diagnostics have places in it, and what is printed is printed so again.
pub fn check(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    parse_markdown(FileId(0), &text);
    let parsed = parse(FileId(0), &text);
    for place in parsed.diagnostics.iter().filter_map(|diagnostic| diagnostic.place()) {
        assert_slice(&text, place.span);
    }
    if parsed.diagnostics.iter().all(|diagnostic| diagnostic.severity != Severity::Error) {
        let printed = print(&parsed.file);
        assert_eq!(print(&parse(FileId(0), &printed).file), printed, "printing is not settled");
    }
    let mut sources = Sources::default();
    let file = sources.add(SourceFile::new("fuzz.check", text.as_ref()));
    read_checks(&mut sources, &[file], &mut NoFiles);
}

/// Articles: the first byte picks the format. Zones lie in the text, in order and apart, and lead back into the file.
pub fn article(bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else { return };
    let format = [Format::Text, Format::Markdown, Format::Html][usize::from(*first) % 3];
    let Ok(text) = decode("fuzz", rest.to_vec()) else { return };
    let entry = Entry::default();
    let (document, _) = read(&Article { file: FileId(0), name: "fuzz", format, text: &text, entry: Some(&entry) });
    for zone in &document.zones {
        assert_slice(&document.text, zone.span);
        assert!(document.place(zone.span).span.range().end <= text.len(), "{zone:?} leads out of the file");
    }
    assert!(document.zones.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start), "zones overlap");
    reading(&document);
}

/// Extraction: whatever is found lies in the text.
pub fn extraction(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let published = Some(date(2025, 10, 29)).filter(|_| bytes.len() % 2 == 0);
    let incoming = Incoming { id: "fuzz".to_owned(), text, published, publisher: None, title: None };
    reading(&READER.document(incoming));
}

fn reading(document: &Document) {
    let text = &document.text;
    let reading = READER.read(document);
    for sentence in &reading.sentences {
        assert_slice(text, *sentence);
    }
    assert!(reading.sentences.windows(2).all(|pair| pair[0].end <= pair[1].start), "sentences overlap");
    for mention in &reading.mentions {
        assert_slice(text, mention.span);
        if let MentionKind::Quote(quote) = &mention.kind {
            quote.speaker.iter().for_each(|speaker| assert_slice(text, *speaker));
        }
    }
    assert!(reading.quotes.all.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start), "quotes overlap");
    for fact in &reading.facts {
        assert_slice(text, fact.passage);
        assert!(fact.quantity.into_iter().chain(fact.time).all(|at| at < reading.mentions.len()), "{fact:?}");
    }
}

fn assert_slice(text: &str, span: Span) {
    assert!(text.get(span.range()).is_some_and(|slice| !slice.is_empty()) || span.is_empty(), "{span:?} is no place");
}
