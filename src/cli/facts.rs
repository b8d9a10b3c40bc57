//! `factum facts`.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::corpus::{self, Document};
use crate::diag::nearest;
use crate::extract::Reading;
use crate::report::{DocumentLine, ErrorLine, ErrorTree, FactsLine, Style, draw, facts_line, reading as drawn_reading};
use crate::run::{Articles, Incoming, Reader, Status, status_of_reading};
use crate::source::Sources;

use super::args::{FactsArgs, FactsFormat, InputFormat};
use super::{Failure, articles, files, look, note, print};

/// At most so many lines are read in parallel. They are all that is held at a time.
const BATCH: usize = 256;

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
    let line = |(document, read): (&&Document, &Reading)| facts_line(&document.id, &document.text, read);
    match format {
        FactsFormat::Human => Ok(pairs()
            .map(|(document, read)| drawn_reading(document, sources.file(document.file), read, style))
            .collect()),
        FactsFormat::Json => Ok(serde_json::to_string_pretty(&pairs().map(line).collect::<Vec<FactsLine>>())? + "\n"),
        FactsFormat::Ndjson => pairs().map(|pair| Ok(serde_json::to_string(&line(pair))? + "\n")).collect(),
    }
}

/// Reads documents line by line and answers each, in their order.
fn stream() -> Result<Status, Failure> {
    let reader = Reader::shipped();
    let mut input = BufReader::with_capacity(BUFFER, io::stdin());
    let mut out = io::BufWriter::new(io::stdout().lock());
    let (mut number, mut status) = (0, Status::Passed);
    loop {
        let batch = next_batch(&mut input, &mut number)?;
        if batch.is_empty() {
            break;
        }
        let answers: Vec<Answer> = batch.par_iter().map(|(line, text)| answer(&reader, *line, text)).collect();
        for answer in answers {
            match answer {
                Answer::Read(line) => serde_json::to_writer(&mut out, &line)?,
                Answer::Refused(line) => {
                    status = Status::Incomplete;
                    serde_json::to_writer(&mut out, &line)?;
                }
            }
            out.write_all(b"\n")?;
        }
        out.flush()?;
    }
    Ok(if number == 0 { Status::Nothing } else { status })
}

/// The next lines with their numbers; empty at the end. Waits for one line, then takes what is there: whoever writes a line and
/// waits for its answer gets it.
fn next_batch(input: &mut BufReader<impl Read>, number: &mut usize) -> io::Result<Vec<(usize, Vec<u8>)>> {
    let mut batch = Vec::new();
    while batch.is_empty() || (batch.len() < BATCH && input.buffer().contains(&b'\n')) {
        let mut line = Vec::new();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        *number += 1;
        batch.push((*number, line));
    }
    Ok(batch)
}

enum Answer {
    Read(FactsLine),
    Refused(ErrorLine),
}

fn answer(reader: &Reader, line: usize, text: &[u8]) -> Answer {
    match incoming(text) {
        Ok((incoming, warnings)) => {
            let document = reader.document(incoming);
            let read = facts_line(&document.id, &document.text, &reader.read(&document));
            Answer::Read(FactsLine { warnings, ..read })
        }
        Err(message) => {
            Answer::Refused(ErrorLine { id: None, line, error: ErrorTree { code: "not-a-document", message } })
        }
    }
}

/// The document of a line. One whose date cannot be told is read without it, with a warning: the article is worth more than its stamp.
fn incoming(text: &[u8]) -> Result<(Incoming, Vec<ErrorTree>), String> {
    let text = text.trim_ascii();
    if !text.starts_with(b"{") {
        return Err("a document is one JSON object on one line: {\"id\": \"…\", \"text\": \"…\"}".to_owned());
    }
    // The line is told beside the message.
    let refusal = |error: serde_json::Error| error.to_string().replace(" at line 1 column ", " at column ");
    let line: DocumentLine = serde_json::from_slice(text).map_err(refusal)?;
    let DocumentLine { id, text, published, publisher, title } = line;
    let day = published.as_deref().and_then(corpus::published);
    let warnings = published.filter(|_| day.is_none()).map(|stamp| undated(&stamp)).into_iter().collect();
    Ok((Incoming { id, text, published: day, publisher, title }, warnings))
}

fn undated(stamp: &str) -> ErrorTree {
    let message = format!(
        "`published`: no day can be told from `{stamp}`, so the document is read without; write it as 2025-03-07"
    );
    ErrorTree { code: "bad-date", message }
}

#[cfg(test)]
mod tests {
    use std::io::BufReader;

    use super::next_batch;

    #[test]
    fn a_last_line_needs_no_line_feed() {
        let mut input = BufReader::new("a\n\nb".as_bytes());
        let mut number = 0;
        let first = next_batch(&mut input, &mut number).unwrap();
        let second = next_batch(&mut input, &mut number).unwrap();
        assert_eq!(first, [(1, b"a\n".to_vec()), (2, b"\n".to_vec())]);
        assert_eq!(second, [(3, b"b".to_vec())]);
        assert!(next_batch(&mut input, &mut number).unwrap().is_empty());
    }
}
