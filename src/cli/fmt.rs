//! `factum fmt`.

use std::path::Path;

use crate::check::is_markdown;
use crate::diag::Severity;
use crate::report::draw;
use crate::run::{Status, status_of_reading};
use crate::source::{FileId, Sources};
use crate::syntax::{parse, print as printed};

use super::args::FmtArgs;
use super::settings::{self, Given};
use super::{Failure, files, look, note, refuse, say};

/// What came of one file.
enum Outcome {
    /// It is as it should be, or is not touched.
    Kept,
    /// It was written anew, or would be.
    Changed,
    /// It has errors, and stays as it is.
    Broken,
}

/// Writes check files anew with regular white space, and names those that changed; `--check` only names them. Markdown is not touched.
pub(super) fn run(args: &FmtArgs) -> Result<Status, Failure> {
    let mut sources = Sources::default();
    let style = look::style(&args.look);
    let given = Given::new(args.profile.name.as_deref()).paths("checks", &args.paths);
    let loaded = settings::load(given, &mut sources)?;
    let Some(settings) = loaded.sound(&sources, &style)? else { return Ok(Status::Usage) };
    let found = files::read(&settings.checks(), &mut sources)?;
    for diagnostic in &found.diagnostics {
        note(&draw(diagnostic, &sources, &style))?;
    }
    let mut status = status_of_reading(&found.diagnostics, 1);
    for file in &found.files {
        match format(*file, &sources, args)? {
            Outcome::Kept => {}
            Outcome::Changed if args.check && status == Status::Passed => status = Status::Failed,
            Outcome::Changed => {}
            Outcome::Broken => status = Status::Usage,
        }
    }
    Ok(status)
}

fn format(file: FileId, sources: &Sources, args: &FmtArgs) -> Result<Outcome, Failure> {
    let source = sources.file(file);
    if Path::new(&source.name).extension().is_none_or(|ending| !ending.eq_ignore_ascii_case("check")) {
        return other_file(&source.name);
    }
    let parsed = parse(file, &source.text);
    let errors = parsed.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
    let style = look::style(&args.look);
    let drawn: Vec<String> = errors.map(|diagnostic| draw(diagnostic, sources, &style)).collect();
    if !drawn.is_empty() {
        note(&drawn.join("\n"))?;
        return Ok(Outcome::Broken);
    }
    let text = printed(&parsed.file);
    if text == source.text {
        return Ok(Outcome::Kept);
    }
    if !args.check {
        files::write(Path::new(&source.name), &text)?;
    }
    say(&format!("{}\n", source.name))?;
    Ok(Outcome::Changed)
}

/// Markdown may hold checks, and keeps its form; anything else is no check file.
fn other_file(name: &str) -> Result<Outcome, Failure> {
    if is_markdown(name) {
        return Ok(Outcome::Kept);
    }
    refuse(&format!("`{name}` is no check file\n  help: check files end in `.check`"))?;
    Ok(Outcome::Broken)
}
