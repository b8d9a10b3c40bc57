//! `factum facts`.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use rayon::iter::{IndexedParallelIterator, IntoParallelIterator, IntoParallelRefIterator, ParallelIterator};

use crate::corpus::Document;
use crate::diag::nearest;
use crate::extract::Reading;
use crate::report::{DocumentLine, ErrorLine, ErrorTree, FactsLine, Style, draw, facts_line, reading as drawn_reading};
use crate::run::{Articles, Incoming, Reader, Status, status_of_reading};
use crate::source::Sources;

use super::args::{FactsArgs, FactsFormat, InputFormat};
use super::{Failure, articles, files, look, note, print};

/// At most so many lines are read in parallel. They are all that is held at a time.
const BATCH: usize = 256;

/// So many are at first: the first answer is not to wait for many others.
const FIRST_BATCH: usize = 4;

/// Bytes that are taken from standard input at once.
const BUFFER: usize = 1 << 20;

/// Prints what is read in the articles, or in the documents that come in.
pub(super) fn run(args: &FactsArgs) -> Result<Status, Failure> {
    match args.input {
        Some(InputFormat::Ndjson) => stream(),
        None => corpus(args),
    }
}

fn corpus(args: &FactsArgs) -> Result<Status, Failure> {
    let mut sources = Sources::default();
    // An article is named by its id, or is any file at all.
    let alone = args.document.as_ref().map(PathBuf::from).filter(|path| files::is_file(path));
    let paths = alone.map_or_else(|| args.corpus.folders.clone(), |file| vec![file]);
    let articles = articles::load(&paths, &mut sources);
    let style = look::style(&args.look);
    for diagnostic in &articles.diagnostics {
        note(&draw(diagnostic, &sources, &style))?;
    }
    let documents = match chosen(&articles, &sources, args.document.as_deref()) {
        Ok(documents) => documents,
        Err(message) => {
            note(&message)?;
            return Ok(Status::Usage);
        }
    };
    if !documents.is_empty() {
        print(&shown(args.format, &documents, &sources, &style)?)?;
    }
    Ok(status_of_reading(&articles.diagnostics, documents.len()))
}

/// The document of that id or file, or all of them.
fn chosen<'a>(articles: &'a Articles, sources: &Sources, name: Option<&str>) -> Result<Vec<&'a Document>, String> {
    let all = &articles.corpus.documents;
    let Some(name) = name else { return Ok(all.iter().collect()) };
    let file = |document: &Document| sources.file(document.file).name.clone();
    let shown = files::shown(Path::new(name));
    let found: Vec<_> = all.iter().filter(|document| document.id == name || file(document) == shown).collect();
    if !found.is_empty() {
        return Ok(found);
    }
    let near = nearest(name, all.iter().map(|document| document.id.as_str()));
    let help = match near {
        Some(near) => format!("did you mean `{near}`?"),
        None => {
            format!("there are: {}", all.iter().map(|document| document.id.as_str()).collect::<Vec<_>>().join(", "))
        }
    };
    Err(format!("error: no article `{name}`\n  help: {help}\n"))
}

fn shown(format: FactsFormat, documents: &[&Document], sources: &Sources, style: &Style) -> Result<String, Failure> {
    let reader = Reader::shipped();
    let readings: Vec<Reading> = documents.par_iter().map(|document| reader.read(document)).collect();
    let pairs = || documents.iter().zip(&readings);
    match format {
        FactsFormat::Human => Ok(pairs()
            .map(|(document, read)| drawn_reading(document, sources.file(document.file), read, style))
            .collect()),
        FactsFormat::Json => Ok(serde_json::to_string_pretty(&pairs().map(line_of).collect::<Vec<_>>())? + "\n"),
        FactsFormat::Ndjson => pairs().map(|pair| Ok(serde_json::to_string(&line_of(pair))? + "\n")).collect(),
    }
}

fn line_of<'a>((document, reading): (&&'a Document, &'a Reading)) -> FactsLine<'a> {
    facts_line(&document.id, &document.text, reading)
}

/// An answer is about so many times as long as its text.
const GROWTH: usize = 10;

/// Reads documents line by line and answers each, in their order.
fn stream() -> Result<Status, Failure> {
    // The process ends when the stream does: nobody waits for the vocabulary to be taken apart.
    let reader = ManuallyDrop::new(Reader::shipped());
    let mut input = BufReader::with_capacity(BUFFER, io::stdin());
    let mut out = io::stdout().lock();
    let (mut number, mut limit, mut status) = (0, FIRST_BATCH, Status::Passed);
    loop {
        let batch = next_batch(&mut input, &mut number, limit)?;
        if batch.is_empty() {
            break;
        }
        let answer = |(line, text): (usize, Vec<u8>)| answer(&reader, line, &text);
        let answers: Vec<Answer> = batch.into_par_iter().with_max_len(1).map(answer).collect::<Result<_, _>>()?;
        for Answer { line, refused } in answers {
            if refused {
                status = Status::Incomplete;
            }
            out.write_all(&line)?;
        }
        out.flush()?;
        limit = BATCH.min(limit * 2);
    }
    Ok(if number == 0 { Status::Nothing } else { status })
}

/// The next lines with their numbers, no more than `limit`; empty at the end. Waits for one line, then takes what is there: whoever
/// writes a line and waits for its answer gets it.
fn next_batch(input: &mut BufReader<impl Read>, number: &mut usize, limit: usize) -> io::Result<Vec<(usize, Vec<u8>)>> {
    let mut batch = Vec::new();
    while batch.is_empty() || (batch.len() < limit && input.buffer().contains(&b'\n')) {
        let mut line = Vec::new();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        *number += 1;
        batch.push((*number, line));
    }
    Ok(batch)
}

/// What answers a line.
struct Answer {
    /// JSON, with its line feed.
    line: Vec<u8>,
    /// Whether the line was no document.
    refused: bool,
}

fn answer(reader: &Reader, line: usize, text: &[u8]) -> serde_json::Result<Answer> {
    let (mut written, refused) = match incoming(text) {
        Ok(incoming) => {
            let document = reader.document(incoming);
            let reading = reader.read(&document);
            let mut written = Vec::with_capacity(document.text.len() * GROWTH);
            serde_json::to_writer(&mut written, &facts_line(&document.id, &document.text, &reading))?;
            (written, false)
        }
        Err(message) => {
            let error = ErrorTree { code: "not-a-document", message };
            (serde_json::to_vec(&ErrorLine { id: None, line, error })?, true)
        }
    };
    written.push(b'\n');
    Ok(Answer { line: written, refused })
}

fn incoming(text: &[u8]) -> Result<Incoming, String> {
    let text = text.trim_ascii();
    if !text.starts_with(b"{") {
        return Err("a document is one JSON object on one line: {\"id\": \"…\", \"text\": \"…\"}".to_owned());
    }
    // The line is told beside the message.
    let refusal = |error: serde_json::Error| error.to_string().replace(" at line 1 column ", " at column ");
    let line: DocumentLine = serde_json::from_slice(text).map_err(refusal)?;
    let DocumentLine { id, text, published, publisher, title } = line;
    let published = published.map(|day| day.parse::<Date>().map_err(|error| format!("`published`: {error}")));
    Ok(Incoming { id, text, published: published.transpose()?, publisher, title })
}

#[cfg(test)]
mod tests {
    use std::io::BufReader;

    use super::next_batch;

    #[test]
    fn a_last_line_needs_no_line_feed() {
        let mut input = BufReader::new("a\n\nb".as_bytes());
        let mut number = 0;
        let first = next_batch(&mut input, &mut number, 8).unwrap();
        let second = next_batch(&mut input, &mut number, 8).unwrap();
        assert_eq!(first, [(1, b"a\n".to_vec()), (2, b"\n".to_vec())]);
        assert_eq!(second, [(3, b"b".to_vec())]);
        assert!(next_batch(&mut input, &mut number, 8).unwrap().is_empty());
    }
}
