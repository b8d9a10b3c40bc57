//! The text of a baseline: TOML, a table a failure, in the order of checks, so that a change of it reads as what has changed.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::Deserialize;

use crate::diag::{Code, Diagnostic, Label};
use crate::run::{Baseline, KnownFailure};
use crate::source::{FileId, Place, Span, is_hidden};

/// What stands above the failures.
const HEAD: &str =
    "# Failures that were there when these checks were adopted. They fail no run; what is new or has changed does.
# `factum baseline prune` takes out what no longer occurs.
";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Tree {
    #[serde(default)]
    failure: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    check: String,
    asserts: String,
    verdict: String,
    code: Option<String>,
    since: toml::value::Datetime,
    #[serde(default)]
    says: BTreeSet<String>,
}

/// Reads the text of a baseline, which is the file `file`.
pub(super) fn read(file: FileId, text: &str) -> Result<Baseline, Box<Diagnostic>> {
    let wrong = |span: Option<std::ops::Range<usize>>, why: &str| {
        let span = span.unwrap_or(0..text.len().min(1));
        let place = Place { file, span: Span::new(span.start, span.end) };
        let message = format!("this is no baseline: {}", why.lines().next().unwrap_or_default());
        let help = "mend the line, or write the file anew with `factum baseline write`";
        Box::new(Diagnostic::error(Code::WrongBaseline, message).at(Label::primary(place, "")).help(help))
    };
    let tree: Tree = toml::from_str(text).map_err(|error| wrong(error.span(), error.message()))?;
    let mut failures = BTreeMap::new();
    for Entry { check, asserts, verdict, code, since, says } in tree.failure {
        let day: Date = since.to_string().parse().map_err(|_| wrong(None, "`since` is a day, such as 2031-05-01"))?;
        failures
            .insert(KnownFailure { code: code.unwrap_or_else(|| verdict.clone()), check, asserts, verdict, says }, day);
    }
    Ok(Baseline { failures })
}

/// Writes a baseline.
pub(super) fn written(baseline: &Baseline) -> String {
    let mut out = HEAD.to_owned();
    for (KnownFailure { check, asserts, code, verdict, says }, since) in &baseline.failures {
        let [check, asserts, shown] = [check, asserts, verdict].map(|text| quoted(text));
        out.push_str(&format!("\n[[failure]]\ncheck = {check}\nasserts = {asserts}\nverdict = {shown}\n"));
        if code != verdict {
            out.push_str(&format!("code = {}\n", quoted(code)));
        }
        out.push_str(&format!("since = {since}\n"));
        if !says.is_empty() {
            let lines: String = says.iter().map(|words| format!("    {},\n", quoted(words))).collect();
            out.push_str(&format!("says = [\n{lines}]\n"));
        }
    }
    out
}

/// A text of TOML, in which nothing is hidden.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_control() || is_hidden(c) => out.push_str(&format!("\\U{:08X}", c as u32)),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use jiff::civil::date;

    use super::{Baseline, FileId, KnownFailure, read, written};

    fn failure(check: &str, code: &str, says: &[&str]) -> KnownFailure {
        let says = says.iter().map(|words| (*words).to_owned()).collect::<BTreeSet<_>>();
        let [check, asserts, code, verdict] = [check, "Norvik pledge == 6", code, "contradicted"].map(str::to_owned);
        KnownFailure { check, asserts, code, verdict, says }
    }

    #[test]
    fn a_baseline_is_read_as_it_was_written() {
        let known = [
            (
                failure("b", "contradicted", &["herald: \"Five\" \\ \u{202e}six\u{7f}", "post: seven"]),
                date(2026, 1, 15),
            ),
            (failure("a", "unexpected-verdict", &[]), date(2025, 12, 31)),
        ];
        let baseline = Baseline { failures: known.into_iter().collect() };
        let text = written(&baseline);
        assert!(!text.contains(['\u{202e}', '\u{7f}']), "{text}");
        assert_eq!(read(FileId(0), &text), Ok(baseline), "{text}");
        assert_eq!(read(FileId(0), &written(&Baseline::default())), Ok(Baseline { failures: BTreeMap::new() }));
    }

    #[test]
    fn what_is_none_is_told_with_its_place() {
        for text in ["<<<<<<< ours\n", "[[failure]]\ncheck = \"a\"\n", "[[failures]]\n", "failure = 1\n"] {
            assert!(read(FileId(0), text).is_err_and(|told| told.place().is_some()), "{text}");
        }
        let wrong = "[[failure]]\ncheck = \"a\"\nasserts = \"a == 1\"\nverdict = \"disputed\"\nsince = 10:30:00\n";
        assert!(read(FileId(0), wrong).is_err());
    }
}
