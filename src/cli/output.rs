//! Where reports of a run go: one to standard output, and any number of others into files, all of the same run.

use std::path::{Path, PathBuf};
use std::str::FromStr;

use clap::builder::PossibleValue;
use clap::{Args, ValueEnum};
use jiff::civil::Date;

use crate::corpus::Format;
use crate::diag::nearest;
use crate::report::{Detail, Form, Manner, Report, Site, Style, render};
use crate::run::Breadth;
use crate::source::{Sources, printable};

use super::args::{LookArgs, day};
use super::settings::{Settings, step_summary};
use super::{Failure, files, look, note, print, print_json, store};

/// The forms of a run's reports. None of them changes what is found or how the run ends.
#[derive(Debug, Args)]
pub struct OutputArgs {
    /// The form of the report on standard output.
    #[arg(long, value_enum, value_name = "FORM", default_value_t = Form::Human)]
    pub format: Form,
    /// Write a report to a file too: `--report junit=out/junit.xml`. May be given several times.
    #[arg(long = "report", value_name = "FORM=PATH")]
    pub reports: Vec<ReportFile>,
    /// The address under which the reports are published; `claimreview` names it.
    #[arg(long, value_name = "URL")]
    pub site: Option<Site>,
    /// The day on which the reviews are published; `claimreview` has it.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub reviewed: Option<Date>,
    /// Show passing checks too, with their evidence.
    #[arg(short, long)]
    pub verbose: bool,
}

impl OutputArgs {
    /// How far a run has to look for what the reports show.
    pub fn breadth(&self) -> Breadth {
        if self.forms().any(Form::shows_background) { Breadth::Background } else { Breadth::Checks }
    }

    /// What is wrong with them, if anything is.
    pub fn refusal(&self) -> Option<String> {
        if let Some(path) = written_twice(self) {
            return Some(format!("two reports are to be written to `{}`: give each its own file\n", path.display()));
        }
        let nameless = self.forms().find(|form| form.needs_site()).filter(|_| self.site.is_none())?;
        Some(format!(
            "`{}` says where a review is published: add `--site URL`, an address of your own, such as \
             `--site https://desk.example/reviews`\n",
            nameless.name()
        ))
    }

    fn forms(&self) -> impl Iterator<Item = Form> + '_ {
        self.reports.iter().map(|file| file.form).chain([self.format])
    }
}

impl ValueEnum for Form {
    fn value_variants<'a>() -> &'a [Self] {
        Form::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()).help(self.about()))
    }
}

/// A report that goes into a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportFile {
    /// Its form.
    pub form: Form,
    /// The file.
    pub path: PathBuf,
}

impl FromStr for ReportFile {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let names = || Form::ALL.iter().map(|form| form.name());
        let all = || names().collect::<Vec<_>>().join(", ");
        let (name, path) = text
            .split_once('=')
            .filter(|(_, path)| !path.is_empty())
            .ok_or_else(|| format!("a form and a path are written `FORM=PATH`; the forms are {}", all()))?;
        let form = Form::ALL.iter().find(|form| form.name() == name).ok_or_else(|| match nearest(name, names()) {
            Some(near) => format!("there is no form `{name}`; did you mean `{near}`?"),
            None => format!("there is no form `{name}`; the forms are {}", all()),
        })?;
        Ok(Self { form: *form, path: PathBuf::from(path) })
    }
}

/// Writes the reports that go into files. One that cannot be written keeps none of the others back.
pub(super) fn write(
    report: Report<'_>,
    settings: &Settings,
    output: &OutputArgs,
    look: &LookArgs,
) -> Result<(), Failure> {
    let plain = manner(settings, output, look::plain(look));
    let written: Vec<Result<(), Failure>> =
        output.reports.iter().map(|file| files::write(&file.path, &render(report, file.form, &plain)?)).collect();
    summarise(report, output, &plain)?;
    written.into_iter().collect()
}

/// Prints the report; behind those in files, since standard output may be closed by who reads it.
pub(super) fn show(
    report: Report<'_>,
    settings: &Settings,
    output: &OutputArgs,
    look: &LookArgs,
) -> Result<(), Failure> {
    let text = render(report, output.format, &manner(settings, output, look::style(look)))?;
    if output.format.is_json() { print_json(&text) } else { print(&text) }
}

fn manner(settings: &Settings, output: &OutputArgs, style: Style) -> Manner {
    let here = files::real(Path::new("."));
    let here = here.strip_prefix(files::real(settings.root())).map(files::shown).unwrap_or_default();
    let detail = if output.verbose { Detail::Verbose } else { Detail::Brief };
    let in_repository = files::repository().unwrap_or_default();
    Manner { style, detail, site: output.site.clone(), reviewed: output.reviewed, here, in_repository }
}

/// Why a report may not go where it is to go: it would take the place of what the run reads, or be read as an article by the next one.
pub(super) fn misplaced(output: &OutputArgs, settings: &Settings, sources: &Sources) -> Option<String> {
    let inputs: Vec<PathBuf> = sources.iter().map(|(_, file)| files::real(Path::new(&file.name))).collect();
    let folders: Vec<PathBuf> = settings.corpus().iter().map(|folder| files::real(folder)).collect();
    let kept = files::real(&settings.root().join(store::FOLDER));
    output.reports.iter().find_map(|report| {
        let (path, name) = (files::real(&report.path), files::shown(&report.path));
        if inputs.contains(&path) || path.starts_with(&kept) {
            Some(format!("the report `{name}` would take the place of what the run reads: name another file"))
        } else if Format::of(&name).is_some() && folders.iter().any(|folder| path.starts_with(folder)) {
            Some(format!("the report `{name}` would lie among the articles, and be read as one: name another folder"))
        } else {
            None
        }
    })
}

/// In a GitHub workflow the page of the step gets its summary, unless a report is written there anyway. Where that cannot be it is told, and
/// changes nothing else.
fn summarise(report: Report<'_>, output: &OutputArgs, manner: &Manner) -> Result<(), Failure> {
    let page = step_summary().filter(|page| output.reports.iter().all(|file| file.path != *page));
    let Some(page) = page else { return Ok(()) };
    let text = render(report, Form::Markdown, manner)?;
    match files::append(&page, &text) {
        Ok(()) => Ok(()),
        Err(failure) => note(&printable(&format!("summary: {failure}\n"))),
    }
}

/// The file that two reports are to be written to, if there is one: the later would be all that is left.
fn written_twice(output: &OutputArgs) -> Option<&PathBuf> {
    let paths = || output.reports.iter().map(|file| &file.path);
    paths().enumerate().find(|(at, path)| paths().take(*at).any(|earlier| earlier == *path)).map(|(_, path)| path)
}

#[cfg(test)]
mod tests {
    use super::{Form, PathBuf, ReportFile};

    #[test]
    fn a_form_and_a_path_are_told_apart_at_the_first_sign() {
        let file: ReportFile = "junit=out/a=b.xml".parse().expect("it is one");
        assert_eq!(file, ReportFile { form: Form::Junit, path: PathBuf::from("out/a=b.xml") });
    }

    #[test]
    fn a_slip_in_the_form_is_answered_with_the_nearest() {
        let error = "junitt=out.xml".parse::<ReportFile>().expect_err("there is no such form");
        assert_eq!(error, "there is no form `junitt`; did you mean `junit`?");
        assert!("junit".parse::<ReportFile>().is_err());
        assert!("junit=".parse::<ReportFile>().is_err());
    }
}
