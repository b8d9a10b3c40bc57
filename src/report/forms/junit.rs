//! `--format junit`: a suite a file, a case a check, as the readers of CI systems take it. What fails is a failure, what cannot be read an
//! error, what is waived is skipped with its reason. A check that is not as it was accepted has a case of its own beside it. Times are left out: the same input gives the same bytes.

use std::collections::BTreeMap;
use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use crate::diag::{Diagnostic, Severity};
use crate::run::{CheckResult, Difference, Outcome};
use crate::source::{FileId, printable};

use super::super::Report;
use super::super::human::diagnostic_of;
use super::super::miette::draw;
use super::super::style::Style;
use super::unexplained;

/// What the case of a difference is called behind the id of its check.
const OF_SNAPSHOT: &str = " (snapshot)";

/// The document.
pub(super) fn junit(report: Report<'_>) -> String {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    // A writer to memory does not fail.
    let written = Junit { report }.document(&mut writer);
    debug_assert!(written.is_ok(), "memory takes what is written");
    let mut bytes = writer.into_inner();
    bytes.push(b'\n');
    String::from_utf8_lossy(&bytes).into_owned()
}

/// What is written of one file.
#[derive(Default)]
struct Suite<'a> {
    results: Vec<&'a CheckResult>,
    errors: Vec<&'a Diagnostic>,
    differences: Vec<&'a Difference>,
    /// The rule by which the run failed, where nothing else says so.
    unexplained: Option<&'a str>,
}

impl Suite<'_> {
    fn count(&self, outcome: Outcome) -> usize {
        self.results.iter().filter(|result| result.outcome == outcome).count()
    }

    fn attributes(&self) -> [(&'static str, usize); 4] {
        let failing = self.differences.iter().filter(|found| found.told.severity == Severity::Error).count();
        let errors = self.errors.len() + usize::from(self.unexplained.is_some());
        [
            ("tests", self.results.len() + self.differences.len() + errors),
            ("failures", self.count(Outcome::Fail) + failing),
            ("errors", errors),
            ("skipped", self.count(Outcome::Waived) + self.count(Outcome::Baseline)),
        ]
    }
}

struct Junit<'a> {
    report: Report<'a>,
}

impl<'a> Junit<'a> {
    fn document(&self, out: &mut Writer<Vec<u8>>) -> io::Result<()> {
        let suites = self.suites();
        out.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        let mut head = BytesStart::new("testsuites");
        head.push_attribute(("name", "factum"));
        // The schema has no number of skipped cases for the whole.
        for (at, (name, _)) in Suite::default().attributes().into_iter().enumerate().take(3) {
            let numbers = suites.values().flat_map(|suite| suite.attributes().into_iter().nth(at));
            let total: usize = numbers.map(|(_, number)| number).sum();
            head.push_attribute((name, &total.to_string()[..]));
        }
        out.write_event(Event::Start(head))?;
        for (file, suite) in &suites {
            self.suite(out, *file, suite)?;
        }
        out.write_event(Event::End(BytesEnd::new("testsuites")))
    }

    /// By file, in the order in which they were read; what has no file comes first.
    fn suites(&self) -> BTreeMap<Option<FileId>, Suite<'a>> {
        let mut suites: BTreeMap<Option<FileId>, Suite<'a>> = BTreeMap::new();
        for told in self.report.run.diagnostics.iter().filter(|told| told.severity == Severity::Error) {
            suites.entry(told.place().map(|place| place.file)).or_default().errors.push(told);
        }
        for result in &self.report.run.results {
            suites.entry(Some(result.assertion.place.file)).or_default().results.push(result);
        }
        for found in &self.report.run.differences {
            suites.entry(found.told.place().map(|place| place.file)).or_default().differences.push(found);
        }
        if let Some(rule) = unexplained(self.report) {
            suites.entry(None).or_default().unexplained = Some(rule);
        }
        suites
    }

    fn suite(&self, out: &mut Writer<Vec<u8>>, file: Option<FileId>, suite: &Suite<'_>) -> io::Result<()> {
        let name = file.map_or("factum", |file| self.report.sources.file(file).name.as_str());
        let mut head = BytesStart::new("testsuite");
        head.push_attribute(("name", &safe(name)[..]));
        for (attribute, number) in suite.attributes() {
            head.push_attribute((attribute, &number.to_string()[..]));
        }
        out.write_event(Event::Start(head))?;
        if let Some(rule) = suite.unexplained {
            gate(out, name, rule)?;
        }
        for told in &suite.errors {
            self.case(out, name, told.code.name(), Some(("error", told)))?;
        }
        for result in &suite.results {
            self.check(out, name, result)?;
        }
        for found in &suite.differences {
            self.difference(out, name, found)?;
        }
        out.write_event(Event::End(BytesEnd::new("testsuite")))
    }

    fn check(&self, out: &mut Writer<Vec<u8>>, file: &str, result: &CheckResult) -> io::Result<()> {
        let told = diagnostic_of(self.report, result);
        let name = &result.assertion.id;
        match (result.outcome, &told) {
            (Outcome::Fail, Some(told)) => self.case(out, file, name, Some(("failure", told))),
            (Outcome::Waived | Outcome::Baseline, _) => self.skipped(out, file, result),
            (Outcome::Warn, Some(told)) => self.case(out, file, name, Some(("system-out", told))),
            (Outcome::Pass | Outcome::Fail | Outcome::Warn, _) => self.case(out, file, name, None),
        }
    }

    fn difference(&self, out: &mut Writer<Vec<u8>>, file: &str, found: &Difference) -> io::Result<()> {
        let name = format!("{}{}", found.check.as_deref().unwrap_or_default(), OF_SNAPSHOT);
        let element = if found.told.severity == Severity::Error { "failure" } else { "system-out" };
        self.case(out, file, name.trim_start(), Some((element, &found.told)))
    }

    /// A case, and what there is to tell of it in the element of that name.
    fn case(
        &self,
        out: &mut Writer<Vec<u8>>,
        file: &str,
        name: &str,
        told: Option<(&str, &Diagnostic)>,
    ) -> io::Result<()> {
        let head = head(file, name);
        let Some((element, told)) = told else { return out.write_event(Event::Empty(head)) };
        out.write_event(Event::Start(head))?;
        let mut inner = BytesStart::new(element);
        if element != "system-out" {
            inner.push_attribute(("type", told.code.name()));
            inner.push_attribute(("message", &safe(&told.message)[..]));
        }
        out.write_event(Event::Start(inner))?;
        let drawn = draw(told, self.report.sources, &Style::default());
        out.write_event(Event::Text(BytesText::new(&safe(&drawn))))?;
        out.write_event(Event::End(BytesEnd::new(element)))?;
        out.write_event(Event::End(BytesEnd::new("testcase")))
    }

    fn skipped(&self, out: &mut Writer<Vec<u8>>, file: &str, result: &CheckResult) -> io::Result<()> {
        out.write_event(Event::Start(head(file, &result.assertion.id)))?;
        out.write_event(Event::Start(BytesStart::new("skipped")))?;
        let why = safe(result.outcome_reason.as_deref().unwrap_or("waived"));
        out.write_event(Event::Text(BytesText::new(&why)))?;
        out.write_event(Event::End(BytesEnd::new("skipped")))?;
        out.write_event(Event::End(BytesEnd::new("testcase")))
    }
}

/// The case of a run that failed though no check did.
fn gate(out: &mut Writer<Vec<u8>>, file: &str, rule: &str) -> io::Result<()> {
    let mut error = BytesStart::new("error");
    error.push_attribute(("type", "gate"));
    error.push_attribute(("message", &safe(rule)[..]));
    out.write_event(Event::Start(head(file, "gate")))?;
    out.write_event(Event::Empty(error))?;
    out.write_event(Event::End(BytesEnd::new("testcase")))
}

fn head<'x>(file: &str, name: &str) -> BytesStart<'x> {
    let mut head = BytesStart::new("testcase");
    head.push_attribute(("classname", &safe(file)[..]));
    head.push_attribute(("name", &safe(name)[..]));
    head
}

/// Text of which each character may stand in an XML document.
fn safe(text: &str) -> String {
    printable(text).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}
