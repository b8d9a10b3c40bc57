//! The literate tests: every section of a Markdown file that has fenced blocks is a case. `tests/cases/README.md` says how they are
//! written, and is itself one of them.

mod advised;
mod annotations;
mod checks;
mod console;
mod drawn;
mod page;
mod reads;
mod sandbox;

use std::fs;
use std::path::{Path, PathBuf};

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use page::Case;

/// Names the cases to be run alone: any part of `FILE#HEADING`.
const FILTER: &str = "FACTUM_CASE";

#[test]
fn cases_hold() {
    run_all("cases_hold", &markdown(&root().join("tests/cases")));
}

/// Every code has a page, and what its page shows is what happens.
#[test]
fn examples_of_explain_pages_hold() {
    run_all("examples_of_explain_pages_hold", &markdown(&root().join("src/diag/pages")));
}

/// The pages of the documentation show what is read.
#[test]
fn what_it_reads_holds() {
    run_all("what_it_reads_holds", &markdown(&root().join("docs")));
}

/// The README shows what happens. It is one case: what it shows, it shows in order.
#[test]
fn the_readme_holds() {
    let mut case = Case { name: "README.md".to_owned(), blocks: Vec::new() };
    read(&root().join("README.md")).into_iter().for_each(|section| case.blocks.extend(section.blocks));
    assert!(!case.blocks.is_empty(), "the README has no example");
    let failure = failure("the_readme_holds", &case);
    assert!(failure.is_none(), "{}", failure.unwrap_or_default());
}

/// The folder of the package.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// All Markdown files below a folder, in the order of their names.
pub fn markdown(folder: &Path) -> Vec<PathBuf> {
    let files = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().filter_map(Result::ok);
    files
        .map(walkdir::DirEntry::into_path)
        .filter(|path| path.extension().is_some_and(|ending| ending == "md"))
        .collect()
}

fn run_all(test: &str, files: &[PathBuf]) {
    let filter = std::env::var(FILTER).unwrap_or_default();
    let cases: Vec<Case> =
        files.iter().flat_map(|file| read(file)).filter(|case| case.name.contains(&filter)).collect();
    assert!(!cases.is_empty() || !filter.is_empty(), "no cases in {files:?}");
    let failures: Vec<String> = cases.par_iter().filter_map(|case| failure(test, case)).collect();
    assert!(failures.is_empty(), "{} of {} cases fail\n\n{}", failures.len(), cases.len(), failures.join("\n"));
}

fn read(file: &Path) -> Vec<Case> {
    let text = fs::read_to_string(file).expect("a case file is UTF-8");
    let name = file.strip_prefix(root()).unwrap_or(file).to_string_lossy().replace('\\', "/");
    page::cases(&name, &text)
}

/// What is wrong with a case, and how to run it alone.
fn failure(test: &str, case: &Case) -> Option<String> {
    let complaints: Vec<String> =
        [checks::complaints(case), console::complaints(case), reads::complaints(case)].into_iter().flatten().collect();
    if complaints.is_empty() {
        return None;
    }
    let list: String =
        complaints.iter().map(|complaint| format!("  - {}\n", complaint.replace('\n', "\n    "))).collect();
    Some(format!("{}\n{list}  alone: {FILTER}='{}' cargo test --test factum {test}\n", case.name, case.name))
}
