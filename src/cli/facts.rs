//! `factum facts`.

use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::corpus::Document;
use crate::diag::{Code, nearest};
use crate::extract::Reading;
use crate::report::{FactsLine, Style, draw, facts_line, reading as drawn_reading, written};
use crate::run::{Articles, Reader, Status, status_of_reading};
use crate::source::Sources;

use super::args::{FactsArgs, FactsFormat, InputFormat};
use super::settings::{self, Given};
use super::{Failure, articles, files, look, note, print, print_json, refuse, stream};

/// What a line has to be.
const FORM: &str = r#"a document is one JSON object on one line: {"id": "…", "text": "…"}"#;

/// Prints what is read in the articles, or in the documents that come in.
pub(super) fn run(args: &FactsArgs) -> Result<Status, Failure> {
    match args.input {
        Some(InputFormat::Ndjson) => read_stream(),
        None => corpus(args),
    }
}

fn corpus(args: &FactsArgs) -> Result<Status, Failure> {
    let mut sources = Sources::default();
    let style = look::style(&args.look);
    let given = Given::new(args.profile.name.as_deref()).paths("corpus", &args.corpus.folders);
    let loaded = settings::load(given, &mut sources)?;
    let Some(settings) = loaded.sound(&sources, &style)? else { return Ok(Status::Usage) };
    let name = args.document.as_deref().filter(|name| *name != "-");
    let articles = match (&args.document, name) {
        (Some(_), None) => articles::standard_input(&mut sources)?,
        (_, name) => {
            // An article is named by its id, or is any file at all.
            let alone = name.map(PathBuf::from).filter(|path| files::is_file(path));
            articles::load(&alone.map_or_else(|| settings.corpus(), |file| vec![file]), &mut sources)
        }
    };
    for diagnostic in &articles.diagnostics {
        note(&draw(diagnostic, &sources, &style))?;
    }
    let documents = match chosen(&articles, &sources, name) {
        Ok(documents) => documents,
        Err(message) => {
            if !message.is_empty() {
                refuse(&message)?;
            }
            // Where there are no articles at all, that was said above.
            return Ok(if message.is_empty() { status_of_reading(&articles.diagnostics, 0) } else { Status::Usage });
        }
    };
    if !documents.is_empty() {
        let text = shown(args.format, &documents, &sources, &style)?;
        match args.format {
            FactsFormat::Human => print(&text)?,
            FactsFormat::Json | FactsFormat::Ndjson => print_json(&text)?,
        }
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
    if all.is_empty() {
        return Err(String::new());
    }
    let near = nearest(name, all.iter().map(|document| document.id.as_str()));
    let help = match near {
        Some(near) => format!("did you mean `{near}`?"),
        None => {
            format!("there are: {}", all.iter().map(|document| document.id.as_str()).collect::<Vec<_>>().join(", "))
        }
    };
    Err(format!("no article `{name}`\n  help: {help}"))
}

fn shown(format: FactsFormat, documents: &[&Document], sources: &Sources, style: &Style) -> Result<String, Failure> {
    let reader = Reader::shipped();
    let readings: Vec<Reading> = documents.par_iter().map(|document| reader.read(document)).collect();
    let pairs = || documents.iter().zip(&readings);
    match format {
        FactsFormat::Human => Ok(pairs()
            .map(|(document, read)| drawn_reading(document, sources.file(document.file), read, style))
            .collect()),
        FactsFormat::Json => Ok(written(&pairs().map(line_of).collect::<Vec<_>>())?),
        FactsFormat::Ndjson => pairs().map(|pair| Ok(serde_json::to_string(&line_of(pair))? + "\n")).collect(),
    }
}

fn line_of<'a>((document, reading): (&&'a Document, &'a Reading)) -> FactsLine<'a> {
    facts_line(&document.id, &document.text, reading)
}

/// An answer is about so many times as long as its text.
const GROWTH: usize = 10;

/// Reads documents line by line and answers each, in their order.
fn read_stream() -> Result<Status, Failure> {
    // The process ends when the stream does: nobody waits for the vocabulary to be taken apart.
    let reader = ManuallyDrop::new(Reader::shipped());
    stream::run(Code::NotADocument, |text| {
        let mut warnings = Vec::new();
        let document = reader.document(stream::incoming(stream::object(text, FORM)?, &mut warnings));
        let reading = reader.read(&document);
        let line = FactsLine { warnings, ..facts_line(&document.id, &document.text, &reading) };
        Ok(stream::written(&line, document.text.len() * GROWTH))
    })
}
