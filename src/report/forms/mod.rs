//! The forms of a report, one file each. None of them changes what is found or how the run ends.

mod claimreview;
mod concise;
mod events;
mod github;
mod html;
mod junit;
mod markdown;
mod sarif;
mod site;
mod tap;

use jiff::civil::Date;

use crate::diag::{Code, Diagnostic, Label, Severity};
use crate::run::{CheckResult, Outcome};
use crate::source::{Place, SourceFile, Span, printable};

use super::Report;
use super::excerpt::excerpt;
use super::human::{Detail, diagnostic_of, human};
use super::json::json;
use super::style::{Glyphs, Style};

pub use site::Site;

/// A form of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// For people.
    Human,
    /// A line for each thing that does not pass, as compilers print them.
    Concise,
    /// One JSON object.
    Json,
    /// One JSON object a line, in the order of the report.
    Ndjson,
    /// Annotations of a workflow on GitHub.
    Github,
    /// JUnit XML.
    Junit,
    /// SARIF 2.1.0.
    Sarif,
    /// The Test Anything Protocol, version 14.
    Tap,
    /// Markdown, for a summary page or a comment.
    Markdown,
    /// One HTML page, for people.
    Html,
    /// Reviews of what others claim, JSON-LD of schema.org.
    ClaimReview,
}

impl Form {
    /// All of them, in the order in which help names them.
    pub const ALL: &[Form] = &[
        Form::Human,
        Form::Concise,
        Form::Json,
        Form::Ndjson,
        Form::Github,
        Form::Junit,
        Form::Sarif,
        Form::Tap,
        Form::Markdown,
        Form::Html,
        Form::ClaimReview,
    ];

    /// The name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Form::Human => "human",
            Form::Concise => "concise",
            Form::Json => "json",
            Form::Ndjson => "ndjson",
            Form::Github => "github",
            Form::Junit => "junit",
            Form::Sarif => "sarif",
            Form::Tap => "tap",
            Form::Markdown => "markdown",
            Form::Html => "html",
            Form::ClaimReview => "claimreview",
        }
    }

    /// Whether it shows what there is to see besides the checks (`RunResult::background`), which has to be looked for.
    pub fn shows_background(self) -> bool {
        match self {
            Form::Html => true,
            Form::Human
            | Form::Concise
            | Form::Json
            | Form::Ndjson
            | Form::Github
            | Form::Junit
            | Form::Sarif
            | Form::Tap
            | Form::Markdown
            | Form::ClaimReview => false,
        }
    }

    /// Whether it is JSON, one value or one a line.
    pub fn is_json(self) -> bool {
        match self {
            Form::Json | Form::Ndjson | Form::Sarif | Form::ClaimReview => true,
            Form::Human | Form::Concise | Form::Github | Form::Junit | Form::Tap | Form::Markdown | Form::Html => false,
        }
    }

    /// Whether it has to name where it is published.
    pub fn needs_site(self) -> bool {
        self == Form::ClaimReview
    }

    /// What it is, in a few words.
    pub fn about(self) -> &'static str {
        match self {
            Form::Human => "For people",
            Form::Concise => "A line for each thing that does not pass: FILE:LINE:COLUMN: what",
            Form::Json => "One JSON object",
            Form::Ndjson => "One JSON object a line",
            Form::Github => "Annotations of a GitHub workflow",
            Form::Junit => "JUnit XML",
            Form::Sarif => "SARIF 2.1.0, for code scanning",
            Form::Tap => "Test Anything Protocol 14",
            Form::Markdown => "Markdown, for a summary page or a comment",
            Form::ClaimReview => "ClaimReview of schema.org, for what others claim; needs --site",
            Form::Html => "One HTML page with all checks, their passages and the articles",
        }
    }
}

/// How a report is written.
#[derive(Clone, Debug, Default)]
pub struct Manner {
    /// What it looks like, for people.
    pub style: Style,
    /// How much is shown, for people.
    pub detail: Detail,
    /// Where it is published.
    pub site: Option<Site>,
    /// The day on which it is.
    pub reviewed: Option<Date>,
    /// The folder that the names of files start from, as it is called from the folder of the project: nothing, or `checks/desk`.
    pub here: String,
    /// The same as it is called from the root of the repository, from where forms that annotate it name files.
    pub in_repository: InRepository,
}

/// Where in a repository a run takes place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InRepository {
    /// The root of the repository, by its whole path; nothing where there is none.
    pub root: String,
    /// The folder that the names of files start from, as it is called from the root.
    pub here: String,
}

impl InRepository {
    /// What a file is called from the root, where a run calls it `name`. One that lies outside of it keeps its name.
    fn name(&self, name: &str) -> String {
        let inside = name.strip_prefix(&self.root).and_then(|rest| rest.strip_prefix('/'));
        let from_root = match inside {
            Some(inside) if !self.root.is_empty() => inside.to_owned(),
            _ => joined(&self.here, name),
        };
        if from_root.starts_with("..") { name.to_owned() } else { from_root }
    }
}

/// What a file is called from a folder in which `here` lies, where `here` calls it `name`. One by its whole path keeps that.
fn joined(here: &str, name: &str) -> String {
    if name.starts_with('/') {
        return name.to_owned();
    }
    let mut parts: Vec<&str> = Vec::new();
    for part in here.split('/').chain(name.split('/')) {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => _ = parts.pop(),
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

/// The report in a form.
///
/// # Errors
///
/// None that input can cause; the error is that of the JSON writer.
pub fn render(report: Report<'_>, form: Form, manner: &Manner) -> serde_json::Result<String> {
    let Manner { style, detail, .. } = manner;
    match form {
        Form::Human => Ok(human(report, style, *detail)),
        Form::Concise => Ok(concise::concise(report, style, *detail)),
        Form::Json => json(report),
        Form::Ndjson => events::events(report),
        Form::Github => Ok(github::github(report, &manner.in_repository)),
        Form::Junit => Ok(junit::junit(report)),
        Form::Sarif => sarif::sarif(report, manner),
        Form::Tap => Ok(tap::tap(report)),
        Form::Markdown => Ok(markdown::markdown(report)),
        Form::Html => Ok(html::html(report)),
        Form::ClaimReview => claimreview::claim_review(report, manner),
    }
}

/// So many columns of a passage are quoted.
const EXCERPT: usize = 160;

/// Something to tell: of check files and articles, of a check that does not pass, or of one that is not as it was accepted.
struct Remark<'a> {
    /// What.
    diagnostic: Diagnostic,
    /// The check that does not pass.
    result: Option<&'a CheckResult>,
    /// The id of the check that it is about.
    check: Option<&'a str>,
}

impl Remark<'_> {
    /// Whether it is a change since what was accepted.
    fn is_difference(&self) -> bool {
        matches!(self.diagnostic.code, Code::SnapshotChanged | Code::SnapshotOrphan)
    }

    fn is_error(&self) -> bool {
        self.diagnostic.severity == Severity::Error
    }

    /// Whether a waiver or the baseline bears with it.
    fn is_waived(&self) -> bool {
        self.result.is_some_and(|result| is_borne_with(result.outcome))
    }
}

/// Whether a waiver or the baseline bears with a check that does not pass.
fn is_borne_with(outcome: Outcome) -> bool {
    match outcome {
        Outcome::Waived | Outcome::Baseline => true,
        Outcome::Pass | Outcome::Warn | Outcome::Fail => false,
    }
}

/// Everything there is to tell, in the order of the report; what is waived too.
fn remarks(report: Report<'_>) -> Vec<Remark<'_>> {
    let run = report.run;
    let of_files = run.diagnostics.iter().map(|told| Remark { diagnostic: told.clone(), result: None, check: None });
    let of_check = |result| {
        let diagnostic = diagnostic_of(report, result)?;
        Some(Remark { diagnostic, result: Some(result), check: Some(&result.assertion.id[..]) })
    };
    let of_snapshots = run.differences.iter().map(|difference| Remark {
        diagnostic: difference.told.clone(),
        result: None,
        check: difference.check.as_deref(),
    });
    of_files.chain(run.results.iter().filter_map(of_check)).chain(of_snapshots).collect()
}

/// The rule by which a run failed of which nothing that is told fails: a form without it would read as if all were well.
fn unexplained(report: Report<'_>) -> Option<&str> {
    let gate = &report.run.gate;
    let is_told = || remarks(report).iter().any(|remark| remark.is_error() && !remark.is_waived());
    (!gate.passed && !is_told()).then_some(&gate.rule[..])
}

/// A path or a name as a part of an address: what may not stand in one is written in percent. <https://www.rfc-editor.org/rfc/rfc3986>
fn in_percent(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// The name of a severity.
fn severity_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Note => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

/// `checks/bridge.check:2`, safe to be shown.
fn at(report: Report<'_>, place: Place) -> String {
    let file = report.sources.file(place.file);
    printable(&format!("{}:{}", file.name, file.line_column(place.span.start).line))
}

/// What a reader sees at a place and around it, on one line.
fn words(report: Report<'_>, place: Place) -> String {
    let (text, span) = report.seen(place);
    // An excerpt is made of lines.
    let start = text.get(..span.range().start).and_then(|before| before.rfind('\n')).map_or(0, |feed| feed + 1);
    let end = text
        .get(span.range().end..)
        .and_then(|rest| rest.find('\n'))
        .map_or(text.len(), |feed| span.range().end + feed);
    let around = SourceFile::new("", text.get(start..end).unwrap_or_default());
    let own = Span::new(span.range().start.saturating_sub(start), span.range().end.saturating_sub(start));
    let shown = excerpt(&around, &[own], EXCERPT, Glyphs::Unicode.ellipsis());
    shown.text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The labels besides the one that the diagnostic is about.
fn others(diagnostic: &Diagnostic) -> impl Iterator<Item = &Label> {
    let own = diagnostic.place();
    diagnostic.labels.iter().filter(move |label| Some(label.place) != own)
}

/// A passage in one line: who says so, the words, and what about them.
fn passage(report: Report<'_>, label: &Label) -> String {
    let who = label.title.as_deref().map(|title| format!("{title}: ")).unwrap_or_default();
    let what = if label.text.is_empty() { String::new() } else { format!(": {}", label.text) };
    format!("{who}“{}”{what} ({})", words(report, label.place), at(report, label.place))
}

#[cfg(test)]
mod tests {
    use super::{InRepository, joined};

    #[test]
    fn a_file_has_one_name_from_wherever_it_is_called() {
        assert_eq!(joined("", "./checks/a.check"), "checks/a.check");
        assert_eq!(joined("checks", "a.check"), "checks/a.check");
        assert_eq!(joined("checks", "../checks/a.check"), "checks/a.check");
        assert_eq!(joined("checks", "../../a.check"), "../a.check");
        assert_eq!(joined("checks", "/desk/a.check"), "/desk/a.check");
    }

    #[test]
    fn a_file_of_a_repository_is_named_from_its_root() {
        let here = InRepository { root: "/work/paper".to_owned(), here: "desk".to_owned() };
        assert_eq!(here.name("checks/a.check"), "desk/checks/a.check");
        assert_eq!(here.name("../corpus/a.txt"), "corpus/a.txt");
        assert_eq!(here.name("/work/paper/desk/a.check"), "desk/a.check");
        assert_eq!(here.name("/work/papers/a.check"), "/work/papers/a.check");
        assert_eq!(here.name("../../a.txt"), "../../a.txt");
        assert_eq!(InRepository::default().name("/work/a.check"), "/work/a.check");
    }
}
