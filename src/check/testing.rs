//! What the tests of this module share: a small vocabulary of their own, and check files with what is said of them.

use crate::diag::Diagnostic;
use crate::source::{SourceFile, Sources, Span};
use crate::statement::Vocabulary;

use super::{Assertion, Library, NoFiles, Suite, gather, lower};

/// Enough vocabulary for every form, independent of the one that ships.
const WORDS: &str = r#"
magnitude 1e3 = thousand, k
magnitude 1e6 = million, mn, m
magnitude 1e9 = billion, bn
unit "%" : percent = percent symbol %
unit pp : points = "percentage point" symbol pp
unit m : length = metre symbol m
unit km : length = kilometre symbol km is 1000 m
unit m2 : area = "square metre" symbol m2
unit "[sft_i]" : area = "square foot", "square feet" symbol ft2 is 0.09290304 m2
unit kg : mass = kilogram symbol kg
unit t : mass = tonne symbol t is 1000 kg
unit L : volume = litre
unit d : duration = day
unit a : duration = year is 365.2425 d
unit K : temperature = kelvin symbol K
unit Cel : temperature = "degree Celsius" symbol °C is 1 K + 273.15
unit MW : power = megawatt symbol MW
currency USD = dollar, "US dollar" symbol $, US$ minor cent
currency EUR = euro symbol €
currency NOK = krone, kroner symbol kr
measure pledge : money = pledge, commit, invest, "set aside"
measure layoffs : count = layoff, "lay off"
measure jobs : count = job, employ
measure valuation : money own = valuation
measure deaths : count running = death, die
measure change : change = change, rise, fall
measure share : percent = share
measure duration : duration = duration
measure age : age own = age
measure rank : ordinal = rank
measure area : area = area
measure "power use" : power = "power use"
measure temperature : temperature = temperature
measure "end date" : date = end, close
measure role : text own = role
measure place : text = place
measure members : list = member
measure score : text = score
place "New Zealand" wide = Aotearoa
"#;

/// The vocabulary of [`WORDS`].
pub(super) fn vocabulary() -> Vocabulary {
    let (suite, found) = read_over(&[("words.check", WORDS)], Vocabulary::default());
    assert!(found.1.is_empty(), "{:#?}", found.1);
    suite.vocabulary(0)
}

/// Files as a library.
#[derive(Debug, Default)]
pub(super) struct Shelf<'t>(pub(super) &'t [(&'t str, &'t str)]);

impl Library for Shelf<'_> {
    fn read(&mut self, path: &str) -> Option<Vec<u8>> {
        self.0.iter().find(|(known, _)| *known == path).map(|(_, text)| text.as_bytes().to_vec())
    }

    fn known(&self) -> Vec<String> {
        self.0.iter().map(|(path, _)| (*path).to_owned()).collect()
    }
}

/// Reads a text that stands alone.
pub(super) fn lowered(text: &str) -> (Suite, Vec<Diagnostic>) {
    let (suite, (_, found)) = read_over(&[("x.check", text)], vocabulary());
    (suite, found)
}

/// Reads files that are all named.
pub(super) fn read_over(files: &[(&str, &str)], words: Vocabulary) -> (Suite, (Sources, Vec<Diagnostic>)) {
    let mut sources = Sources::default();
    let named: Vec<_> = files.iter().map(|(name, text)| sources.add(SourceFile::new(*name, *text))).collect();
    let (files, mut found) = gather(&mut sources, &named, &mut NoFiles);
    let (suite, more) = lower(&files, words);
    found.extend(more);
    (suite, (sources, found))
}

/// Reads the first of some files; the others are there to be used.
pub(super) fn read_first(files: &[(&str, &str)]) -> (Suite, String) {
    let mut sources = Sources::default();
    let first: Vec<_> = files.iter().take(1).map(|(name, text)| sources.add(SourceFile::new(*name, *text))).collect();
    let (read, mut found) = gather(&mut sources, &first, &mut Shelf(files));
    let (suite, more) = lower(&read, vocabulary());
    found.extend(more);
    (suite, drawn(&sources, &found))
}

/// The assertions of a text that is all right.
pub(super) fn assertions(text: &str) -> Vec<Assertion> {
    let (suite, found) = lowered(text);
    assert!(found.is_empty(), "{}", rendered(text));
    suite.assertions
}

/// The only assertion of a text that is all right.
pub(super) fn only(text: &str) -> Assertion {
    let mut all = assertions(text);
    assert_eq!(all.len(), 1, "{text}");
    all.remove(0)
}

/// The codes of what is said of a text, in order.
pub(super) fn codes(text: &str) -> Vec<&'static str> {
    lowered(text).1.iter().map(|found| found.code.name()).collect()
}

/// What is said of a text, drawn below its lines.
pub(super) fn rendered(text: &str) -> String {
    let (_, (sources, found)) = read_over(&[("x.check", text)], vocabulary());
    let mut out = String::new();
    for (number, line) in text.lines().enumerate() {
        out.push_str(&format!("{}\n", line.trim_end()));
        for diagnostic in &found {
            out.push_str(&below(&sources, diagnostic, number + 1));
        }
    }
    out
}

/// A diagnostic whose place is on a line.
fn below(sources: &Sources, diagnostic: &Diagnostic, line: usize) -> String {
    let place = diagnostic.place().unwrap_or_default();
    let file = sources.file(place.file);
    let at = file.line_column(place.span.start);
    if at.line != line {
        return String::new();
    }
    let marked = Span { end: place.span.end.max(place.span.start + 1), ..place.span };
    let width = marked.slice(&file.text).lines().next().map_or(1, |text| text.chars().count().max(1));
    let indent = " ".repeat(at.column - 1);
    let mut out = format!(
        "{indent}{} {}[{}]: {}\n",
        "^".repeat(width),
        severity(diagnostic),
        diagnostic.code,
        diagnostic.message
    );
    if let Some(help) = &diagnostic.help {
        out.push_str(&format!("{indent}help: {help}\n"));
    }
    out
}

fn severity(diagnostic: &Diagnostic) -> String {
    format!("{:?}", diagnostic.severity).to_lowercase()
}

/// Diagnostics, a line each.
pub(super) fn drawn(sources: &Sources, found: &[Diagnostic]) -> String {
    let line = |diagnostic: &Diagnostic| {
        let place = diagnostic.place().unwrap_or_default();
        let file = sources.file(place.file);
        let help = diagnostic.help.as_deref().map_or(String::new(), |help| format!(" ({help})"));
        format!(
            "{}:{} [{}] {}{help}",
            file.name,
            file.line_column(place.span.start),
            diagnostic.code,
            diagnostic.message
        )
    };
    found.iter().map(line).collect::<Vec<_>>().join("\n")
}
