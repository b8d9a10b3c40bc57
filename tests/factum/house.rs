//! The rules of the house that no compiler knows: which way imports run, that documents tell the truth, how large a room may be.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use factum::diag::Code;

use crate::cases::{markdown, root};

/// The modules in their order: each may import those above it, none of its own row.
const ORDER: [&[&str]; 11] = [
    &["source"],
    &["value", "diag"],
    &["statement"],
    &["syntax", "corpus", "text"],
    &["check", "extract"],
    &["index", "lint"],
    &["judge"],
    &["run"],
    &["report"],
    &["review"],
    &["cli"],
];

/// The most lines of a function, and of a file.
const LONGEST_FUNCTION: usize = 60;
const LONGEST_FILE: usize = 600;

/// What an input could trip over.
const TRAPS: [&str; 8] =
    [".unwrap()", ".expect(\"", "panic!(", "unreachable!(", "todo!(", "unimplemented!(", "dbg!(", "unsafe {"];

/// A file of the package.
struct Source {
    /// From the package's folder, with `/`.
    path: String,
    text: String,
}

impl Source {
    /// Lines of code with their numbers, up to the unit tests; comments left out.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.text.lines().enumerate().map(|(number, line)| (number + 1, line));
        lines.take_while(|(_, line)| *line != "#[cfg(test)]").filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    /// The first folder or file below `src`.
    fn module(&self) -> &str {
        let inside = self.path.strip_prefix("src/").unwrap_or(&self.path);
        inside.split('/').next().unwrap_or(inside).trim_end_matches(".rs")
    }
}

fn files(folder: &str, ending: &str) -> Vec<Source> {
    let found = walkdir::WalkDir::new(root().join(folder)).sort_by_file_name().into_iter().filter_map(Result::ok);
    found
        .filter(|entry| entry.path().extension().is_some_and(|it| it == ending))
        .map(|entry| Source {
            path: entry.path().strip_prefix(root()).unwrap_or(entry.path()).to_string_lossy().replace('\\', "/"),
            text: fs::read_to_string(entry.path()).expect("a source is UTF-8"),
        })
        .collect()
}

/// The files of the program, those left out that only tests are built from.
fn program() -> Vec<Source> {
    let all = files("src", "rs");
    let tests: Vec<String> = all.iter().flat_map(test_modules).collect();
    let built =
        |path: &str| !tests.iter().any(|test| path == format!("{test}.rs") || path.starts_with(&format!("{test}/")));
    all.into_iter().filter(|file| built(&file.path)).collect()
}

/// The modules that a file declares for tests alone, as paths without their ending.
fn test_modules(file: &Source) -> Vec<String> {
    let folder = file.path.trim_end_matches(".rs").trim_end_matches("/mod").trim_end_matches("/lib");
    let declared = file.text.split("#[cfg(test)]\n").skip(1).filter_map(|rest| rest.lines().next());
    let names =
        declared.filter_map(|line| line.trim_start_matches("pub(crate) ").strip_prefix("mod ")?.strip_suffix(';'));
    names.map(|name| format!("{folder}/{name}")).collect()
}

fn assert_none(rule: &str, found: &[String]) {
    assert!(found.is_empty(), "{rule}:\n  {}", found.join("\n  "));
}

#[test]
fn imports_run_one_way() {
    let rank = |module: &str| ORDER.iter().position(|row| row.contains(&module));
    let mut wrong = Vec::new();
    for file in &program() {
        let Some(own) = rank(file.module()) else {
            if !["lib", "main"].contains(&file.module()) {
                wrong.push(format!("{}: `{}` has no place in the order", file.path, file.module()));
            }
            continue;
        };
        for (number, line) in file.code() {
            let names =
                line.split("crate::").skip(1).map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next());
            let backward = |name: &&str| *name != file.module() && rank(name).is_some_and(|rank| rank >= own);
            wrong.extend(
                names.flatten().filter(backward).map(|name| format!("{}:{number} imports `{name}`", file.path)),
            );
        }
    }
    assert_none("imports run from the source to the command line", &wrong);
}

#[test]
fn one_file_names_the_parser_generator_and_one_the_drawing_library() {
    let mut wrong = Vec::new();
    for (owner, words) in [
        ("src/syntax/parser.rs", ["use pest::", "use pest_derive", "pest::iterators"]),
        ("src/report/miette.rs", ["use ::miette", "use miette::", "::miette::"]),
    ] {
        for file in files("src", "rs").iter().filter(|file| file.path != owner) {
            let named = file.code().filter(|(_, line)| !line.starts_with("pub use"));
            let named = named.filter(|(_, line)| words.iter().any(|word| line.trim_start().starts_with(word)));
            wrong.extend(named.map(|(number, line)| format!("{}:{number} {line}", file.path)));
        }
    }
    assert_none("a library that shapes types is named in one file", &wrong);
}

#[test]
fn every_module_says_what_it_is() {
    let silent = program().into_iter().filter(|file| !file.text.starts_with("//!"));
    let silent: Vec<String> = silent.map(|file| file.path).collect();
    assert_none("a module begins with what it is for", &silent);
}

#[test]
fn rooms_are_small() {
    let mut large = Vec::new();
    for file in files("src", "rs") {
        if file.text.lines().count() > LONGEST_FILE {
            large.push(format!("{} has {} lines", file.path, file.text.lines().count()));
        }
    }
    for file in program() {
        let lines: Vec<&str> = file.text.lines().collect();
        for (start, line) in lines.iter().enumerate().filter(|(_, line)| opens_function(line)) {
            let indent = line.len() - line.trim_start().len();
            let close = format!("{}}}", " ".repeat(indent));
            let length = lines[start..].iter().position(|line| **line == close).map_or(1, |length| length + 1);
            if length > LONGEST_FUNCTION {
                large.push(format!("{}:{} a function of {length} lines", file.path, start + 1));
            }
        }
    }
    assert_none("a function has at most sixty lines, a file six hundred", &large);
}

fn opens_function(line: &str) -> bool {
    let words = line.trim_start();
    let words = words
        .strip_prefix("pub ")
        .or_else(|| {
            words
                .split_once(") ")
                .filter(|(head, _)| *head == "pub(super" || *head == "pub(crate")
                .map(|(_, rest)| rest)
        })
        .unwrap_or(words);
    words.strip_prefix("const ").unwrap_or(words).starts_with("fn ") && line.trim_end().ends_with(['{', '('])
}

#[test]
fn no_input_can_trip_the_program() {
    let mut found = Vec::new();
    for file in &program() {
        let traps = file.code().filter(|(_, line)| TRAPS.iter().any(|trap| has_trap(line, trap)) || is_glob(line));
        found.extend(traps.map(|(number, line)| format!("{}:{number} {}", file.path, line.trim())));
    }
    assert_none("no unwrap, expect, panic or glob import outside of tests", &found);
}

/// A parser may have an `expect` of its own, which gives way.
fn has_trap(line: &str, trap: &str) -> bool {
    line.split(trap).skip(1).any(|rest| trap != ".expect(\"" || !rest.contains("\")?"))
}

/// A re-export may be whole: its names are those of the module beside it.
fn is_glob(line: &str) -> bool {
    line.ends_with("::*;") && !line.trim_start().starts_with("pub")
}

/// A thread that waits for others is given other work meanwhile, which may wait for what the first is at: a run that never ends.
#[test]
fn what_is_made_when_it_is_first_asked_for_is_made_by_one_thread() {
    const MADE: [&str; 2] = ["src/index/wording.rs", "src/index/events.rs"];
    let made: Vec<_> = program().into_iter().filter(|file| MADE.contains(&file.path.as_str())).collect();
    assert_eq!(made.len(), MADE.len(), "a file of {MADE:?} has another name");
    let shared = made.into_iter().filter(|file| file.text.contains("rayon"));
    assert_none("is made by one thread", &shared.map(|file| file.path).collect::<Vec<_>>());
}

#[test]
fn one_file_writes_to_the_terminal() {
    const WAYS: [&str; 7] = ["stdout()", "stderr()", "println!(", "print!(", "eprintln!(", "eprint!(", "/dev/tty"];
    // Lines of JSON are answered as they come in; the sign of life on a terminal is wiped; colours ask what is there.
    const OTHERS: [(&str, &str); 3] = [
        ("src/cli/stream.rs", "stdout().lock()"),
        ("src/cli/progress.rs", "is_terminal"),
        ("src/cli/look.rs", "is_terminal"),
    ];
    let mut found = Vec::new();
    for file in program().iter().filter(|file| file.path != "src/cli/tell.rs") {
        let known = |line: &str| OTHERS.iter().any(|(path, way)| file.path == *path && line.contains(way));
        let ways = file.code().filter(|(_, line)| WAYS.iter().any(|way| line.contains(way)) && !known(line));
        found.extend(ways.map(|(number, line)| format!("{}:{number} {}", file.path, line.trim())));
    }
    assert_none("what is written to a terminal goes through `src/cli/tell.rs`", &found);
}

#[test]
fn every_code_has_its_page_and_every_page_shows_its_code() {
    let pages = files("src/diag/pages", "md");
    let names: BTreeSet<String> = Code::ALL.iter().map(|code| format!("src/diag/pages/{code}.md")).collect();
    let orphans: Vec<String> =
        pages.iter().map(|page| page.path.clone()).filter(|path| !names.contains(path)).collect();
    assert_none("a page belongs to a code", &orphans);
    let mut silent = Vec::new();
    for code in Code::ALL {
        let page = code.page();
        let reported =
            [format!("[{code}]"), format!("\"code\":\"{code}\"")].iter().any(|it| page.contains(it.as_str()));
        if !page.starts_with(&format!("# {code}\n")) || !reported || !page.contains("\n```") {
            silent.push(code.name().to_owned());
        }
    }
    assert_none("a page is headed by its code, and has an example that reports it", &silent);
}

#[test]
fn paths_in_the_documents_exist() {
    let mut missing = Vec::new();
    for document in ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "src/lib.rs"] {
        let text = fs::read_to_string(root().join(document)).expect("the document is there");
        let named = text.split('`').skip(1).step_by(2).filter(|word| is_path(word));
        let gone = named.filter(|path| !root().join(path).exists());
        missing.extend(gone.map(|path| format!("{document}: `{path}`")));
    }
    assert_none("what a document names is there", &missing);
}

/// Whether a word in backticks names something of this package.
fn is_path(word: &str) -> bool {
    const FOLDERS: [&str; 9] =
        ["src/", "tests/", "grammar/", "checks/", "corpus/", ".ci/", ".github/", "benches/", "editors/"];
    let plain = !word.contains([' ', '*', '{', '<', '#', '…', '\n']);
    let upper =
        word.split('/').next_back().is_some_and(|name| name.chars().any(char::is_uppercase) && !name.contains('.'));
    plain && !upper && FOLDERS.iter().any(|folder| word.starts_with(folder))
}

#[test]
fn what_shows_a_feature_is_there() {
    let page = fs::read_to_string(root().join("docs/features.md")).expect("the page is there");
    let named: Vec<&str> = page
        .lines()
        .filter_map(|line| line.rsplit('|').nth(1))
        .flat_map(|cell| cell.split('`').skip(1).step_by(2))
        .collect();
    let missing = named.iter().filter(|shown| !is_shown(shown)).map(|shown| (*shown).to_owned());
    assert!(named.len() > 30, "the page names what shows its rows");
    assert_none("what the page of features names is there", &missing.collect::<Vec<_>>());
}

/// Whether there is the case `FILE#HEADING`, the test `FILE::NAME`, or the file.
fn is_shown(shown: &str) -> bool {
    let text = |path: &str| fs::read_to_string(root().join(path)).unwrap_or_default();
    match (shown.split_once('#'), shown.split_once("::")) {
        (Some((path, heading)), _) => text(path).lines().any(|line| line.trim_start_matches('#').trim() == heading),
        (None, Some((path, name))) => text(path).contains(&format!("fn {name}()")),
        (None, None) => root().join(shown).is_file(),
    }
}

#[test]
fn no_snapshot_is_an_orphan() {
    let tests: String = files("tests", "rs").into_iter().chain(files("src", "rs")).map(|file| file.text).collect();
    let orphans = files("tests/snapshots", "snap").into_iter().filter(|snapshot| {
        let name = Path::new(&snapshot.path).file_stem().map(|name| name.to_string_lossy().into_owned());
        // The snapshot of an explain page has the name of its code, which the list of codes has.
        !tests.contains(&format!("\"{}\"", name.unwrap_or_default().trim_start_matches("page_")))
    });
    assert_none("a test names every snapshot", &orphans.map(|snapshot| snapshot.path).collect::<Vec<_>>());
}

#[test]
fn every_dependency_says_why_it_is_there() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).expect("the manifest is there");
    let sections = manifest.split("\n[").filter(|section| section.contains("dependencies]"));
    let silent = sections
        .flat_map(|section| section.lines().skip(1))
        .filter(|line| line.contains(" = ") && !line.contains(" # "));
    assert_none("a dependency has a line that says why", &silent.map(str::to_owned).collect::<Vec<_>>());
}

#[test]
fn literate_tests_are_where_they_are_looked_for() {
    let outside: Vec<String> = markdown(&root().join("tests"))
        .iter()
        .map(|path| path.strip_prefix(root()).unwrap_or(path).to_string_lossy().into_owned())
        .filter(|path| !path.starts_with("tests/cases"))
        .collect();
    assert_none("Markdown below `tests` is a case", &outside);
}
