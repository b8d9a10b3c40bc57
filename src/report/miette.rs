//! The only file that names miette: our diagnostics, which point into several files, drawn with a library that knows one source a
//! diagnostic.
//!
//! A diagnostic becomes a stack of blocks: the place it is about, then every passage of another file under a line of its own, then
//! why and what to do. Each block is one miette diagnostic over an [`Excerpt`], so that columns are characters and long paragraphs
//! are cut.

use std::fmt;

use ::miette as library;
use library::{
    GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError, MietteSpanContents, SourceCode, SourceSpan,
    SpanContents, ThemeCharacters, ThemeStyles,
};
use unicode_width::UnicodeWidthStr;

use super::excerpt::{Excerpt, Mark, excerpt};
use super::style::{Colour, Glyphs, Ink, Style, wrap};
use crate::diag::{Diagnostic, Label, Severity};
use crate::source::{FileId, SourceFile, Sources, printable};

/// A label is never squeezed into fewer columns than this.
const NARROWEST_LABEL: usize = 36;

/// Draws a diagnostic over the texts it points into. The result ends with a line feed.
pub fn draw(diagnostic: &Diagnostic, sources: &Sources, style: &Style) -> String {
    let mut out = String::new();
    let blocks = blocks(diagnostic);
    let own = blocks.first().filter(|block| block.title.is_none());
    out.push_str(&block(style, head(diagnostic), own.map(|own| own.over(sources))));
    for passage in blocks.iter().skip(usize::from(own.is_some())) {
        let lead = bullet(style.glyphs).to_owned();
        let head = Head { lead, ink: Ink::Bold, text: passage.title.unwrap_or("") };
        out.push_str(&block(style, head, Some(passage.over(sources))));
    }
    for note in &diagnostic.notes {
        out.push_str(&remark(style, "note", note));
    }
    if let Some(help) = &diagnostic.help {
        out.push_str(&remark(style, "help", help));
    }
    out
}

fn head(diagnostic: &Diagnostic) -> Head<'_> {
    let (name, ink) = match diagnostic.severity {
        Severity::Note => ("note", Ink::Cyan),
        Severity::Warning => ("warning", Ink::Yellow),
        Severity::Error => ("error", Ink::Red),
    };
    Head { lead: format!("{name}[{}]:", diagnostic.code), ink, text: &diagnostic.message }
}

fn bullet(glyphs: Glyphs) -> &'static str {
    match glyphs {
        Glyphs::Unicode => "  •",
        Glyphs::Ascii => "  *",
    }
}

fn remark(style: &Style, word: &str, text: &str) -> String {
    Head { lead: format!("  {word}:"), ink: Ink::Cyan, text }.line(style)
}

/// Labels of one file that are drawn together.
struct Block<'a> {
    file: FileId,
    title: Option<&'a str>,
    labels: Vec<&'a Label>,
}

impl<'a> Block<'a> {
    fn over(&self, sources: &'a Sources) -> Drawing<'_> {
        Drawing { file: sources.file(self.file), labels: &self.labels }
    }
}

/// Gathers labels into blocks, in their order. Labels that overlap do not share a block: their underlines would push one another
/// aside.
fn blocks(diagnostic: &Diagnostic) -> Vec<Block<'_>> {
    let mut blocks: Vec<Block<'_>> = Vec::new();
    let primary = diagnostic.labels.iter().filter(|label| label.primary);
    let others = diagnostic.labels.iter().filter(|label| !label.primary);
    for label in primary.chain(others) {
        let title = label.title.as_deref();
        let fits = |block: &&mut Block<'_>| {
            block.file == label.place.file
                && block.title == title
                && block.labels.iter().all(|other| !other.place.span.overlaps(label.place.span))
        };
        match blocks.iter_mut().find(fits) {
            Some(block) => block.labels.push(label),
            None => blocks.push(Block { file: label.place.file, title, labels: vec![label] }),
        }
    }
    blocks
}

/// What a block draws.
struct Drawing<'a> {
    file: &'a SourceFile,
    labels: &'a [&'a Label],
}

/// One block: its line, then its excerpt.
fn block(style: &Style, head: Head<'_>, drawing: Option<Drawing<'_>>) -> String {
    let mut out = head.line(style);
    if let Some(drawing) = drawing {
        let snippet = Snippet::new(style, &drawing);
        let mut drawn = String::new();
        // Writing into a string does not fail, and an excerpt holds whatever its labels ask for.
        if handler(style).render_report(&mut drawn, &View { snippet }).is_ok() {
            // The first line is miette's own head, which is ours already.
            drawn.lines().skip(1).for_each(|line| push_line(&mut out, line.trim_end()));
        }
    }
    out
}

fn push_line(out: &mut String, line: &str) {
    out.push_str(line);
    out.push('\n');
}

/// The line above an excerpt.
struct Head<'a> {
    lead: String,
    ink: Ink,
    text: &'a str,
}

impl Head<'_> {
    fn line(&self, style: &Style) -> String {
        if self.text.is_empty() {
            return String::new();
        }
        let lead = format!("{} ", self.lead);
        let wrapped = wrap(&printable(self.text), &lead, style.width);
        let rest = wrapped.strip_prefix(&lead).unwrap_or(&wrapped);
        format!("{} {rest}", style.paint(self.ink, &self.lead))
    }
}

fn handler(style: &Style) -> GraphicalReportHandler {
    let characters = match style.glyphs {
        Glyphs::Unicode => ThemeCharacters::unicode(),
        Glyphs::Ascii => ThemeCharacters::ascii(),
    };
    let styles = match style.colour {
        Colour::Never => ThemeStyles::none(),
        Colour::Always => ThemeStyles::ansi(),
    };
    GraphicalReportHandler::new_themed(GraphicalTheme { characters, styles })
        .with_width(style.width)
        .with_context_lines(0)
        .with_links(false)
        .with_wrap_lines(false)
        .without_syntax_highlighting()
}

/// What miette sees.
#[derive(Debug)]
struct View {
    snippet: Snippet,
}

impl fmt::Display for View {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("-")
    }
}

impl std::error::Error for View {}

impl library::Diagnostic for View {
    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.snippet)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.snippet.labels.iter().cloned()))
    }
}

/// An excerpt as a source.
#[derive(Debug)]
struct Snippet {
    name: String,
    excerpt: Excerpt,
    labels: Vec<LabeledSpan>,
}

impl Snippet {
    fn new(style: &Style, drawing: &Drawing<'_>) -> Self {
        let spans: Vec<_> = drawing.labels.iter().map(|label| label.place.span).collect();
        let last = spans.iter().map(|span| drawing.file.line_column(span.end).line).max().unwrap_or(1);
        let room = style.width.saturating_sub(last.to_string().len() + 4);
        let excerpt = excerpt(drawing.file, &spans, room, style.glyphs.ellipsis());
        let labels = excerpt
            .marks
            .iter()
            .zip(drawing.labels)
            .map(|(mark, label)| labelled(&excerpt, mark, label, room))
            .collect();
        Self { name: printable(&drawing.file.name), excerpt, labels }
    }
}

fn labelled(excerpt: &Excerpt, mark: &Mark, label: &Label, room: usize) -> LabeledSpan {
    let text = (!label.text.is_empty()).then(|| {
        let before = excerpt.text.get(..mark.range.start).unwrap_or("");
        let line = before.rsplit('\n').next().unwrap_or("");
        let marked = excerpt.text.get(mark.range.clone()).unwrap_or("");
        let column = line.width() + marked.width() / 2 + 4;
        let width = room.saturating_sub(column).max(NARROWEST_LABEL);
        wrap(&printable(&label.text), "", width).trim_end().to_owned()
    });
    if label.primary {
        LabeledSpan::new_primary_with_span(text, mark.range.clone())
    } else {
        LabeledSpan::new_with_span(text, mark.range.clone())
    }
}

impl SourceCode for Snippet {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        _before: usize,
        _after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let (start, end) = (span.offset(), span.offset() + span.len());
        let last = if span.is_empty() { start } else { end - 1 };
        let lines = &self.excerpt.lines;
        let from = lines.partition_point(|line| line.start <= start).saturating_sub(1);
        let to = lines.partition_point(|line| line.start <= last).max(from + 1);
        let first = lines.get(from).ok_or(MietteError::OutOfBounds)?;
        let until = lines.get(to).map_or(self.excerpt.text.len(), |line| line.start);
        let data = self.excerpt.text.as_bytes().get(first.start..until).ok_or(MietteError::OutOfBounds)?;
        let column = self.excerpt.marks.iter().find(|mark| mark.range.start == start).map_or(1, |mark| mark.column);
        Ok(Box::new(MietteSpanContents::new_named(
            self.name.clone(),
            data,
            (first.start, data.len()).into(),
            first.number - 1,
            column - 1,
            to - from,
        )))
    }
}
