//! The fenced checks of the manual and of the pages of the diagnostics, run as they stand.

use crate::check::testing::{Shelf, vocabulary};
use crate::check::{CheckFile, gather, lower};
use crate::diag::Code;
use crate::source::{SourceFile, Sources};

/// A fenced block: its path, and its lines.
struct Fence {
    path: String,
    text: String,
}

/// The `check` blocks of a Markdown text. Blocks of one path belong together.
fn fences(text: &str) -> Vec<Fence> {
    let mut fences: Vec<Fence> = Vec::new();
    let mut open = false;
    for line in text.lines() {
        match line.strip_prefix("```") {
            Some(_) if open => open = false,
            Some(info) if info.split_whitespace().next() == Some("check") => {
                open = true;
                let path = info.split_whitespace().nth(1).unwrap_or("checks/page.check").to_owned();
                fences.push(Fence { path, text: String::new() });
            }
            _ if open => fences.last_mut().unwrap().text.push_str(&format!("{line}\n")),
            _ => {}
        }
    }
    fences
}

/// The codes that the comments of a line announce.
fn announced(line: &str) -> Vec<&str> {
    let comments = line.split("# error: [").skip(1);
    comments.filter_map(|rest| rest.split(']').next()).collect()
}

/// Runs blocks of one case; gives what did not go as announced.
fn disagreements(name: &str, fences: &[Fence]) -> Vec<String> {
    let mut sources = Sources::default();
    let mut paths: Vec<&str> = fences.iter().map(|fence| &fence.path[..]).collect();
    paths.sort_unstable();
    paths.dedup();
    let whole = |path: &&str| -> String {
        fences.iter().filter(|fence| fence.path == **path).map(|fence| &fence.text[..]).collect()
    };
    let named: Vec<_> = paths.iter().map(|path| sources.add(SourceFile::new(*path, whole(path)))).collect();
    let (files, mut found): (Vec<CheckFile>, _) = gather(&mut sources, &named, &mut Shelf(&[]));
    found.extend(lower(&files, vocabulary()).1);
    let mut wrong = Vec::new();
    for id in named {
        let file = sources.file(id);
        for (number, line) in file.text.lines().enumerate() {
            let here = found.iter().filter(|found| {
                let place = found.place().unwrap();
                place.file == id && file.line_column(place.span.start).line == number + 1
            });
            let here: Vec<&str> = here.map(|found| found.code.name()).collect();
            if here != announced(line) {
                wrong.push(format!("{name}: {line}\n    gives {here:?}"));
            }
        }
    }
    wrong
}

#[test]
fn the_pages_of_the_diagnostics_tell_the_truth() {
    let mut wrong = Vec::new();
    for code in Code::ALL {
        wrong.extend(disagreements(code.name(), &fences(code.page())));
        assert!(code.page().starts_with(&format!("# {code}\n")), "{code}");
        assert!(code.page().contains(&format!("[{code}]")), "{code}");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_manual_tells_the_truth() {
    let manual = include_str!("../../../../grammar/reference.md");
    let mut wrong = Vec::new();
    for section in manual.split("\n## ") {
        let name = section.lines().next().unwrap_or("");
        wrong.extend(disagreements(name, &fences(section)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
