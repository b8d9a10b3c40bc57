//! What the examples of the explain pages look like: input and output together, as a person reads them.

use super::console::Command;
use super::page::{Block, Case};
use super::sandbox::Sandbox;
use super::{markdown, read, root};
use crate::snapshot::compare;

/// A file longer than that is shown by its beginning.
const MOST_SHOWN: usize = 2000;

/// Of a longer answer the middle is left out.
const MOST_LINES: usize = 60;

/// Every diagnostic, drawn: one snapshot a page.
#[test]
fn every_diagnostic_is_drawn() {
    for page in markdown(&root().join("src/diag/pages")) {
        let code = page.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let drawn: Vec<String> = read(&page).iter().map(drawn).collect();
        compare(&format!("page_{code}"), &drawn.join("\n"));
    }
}

/// The files of a case, and what the program prints.
fn drawn(case: &Case) -> String {
    let sandbox = Sandbox::new(case);
    let has_console = case.blocks.iter().any(|block| block.language == "console");
    let has_articles = case.blocks.iter().any(|block| block.path.iter().any(|path| path.starts_with("corpus/")));
    if !has_console && !has_articles {
        // The page is about the check file alone.
        sandbox.write("corpus/nothing.txt", b"Nothing happened.\n");
    }
    let shown = |block: &Block| {
        let path = block.path.as_deref().unwrap_or("checks/page.check");
        let times = block.times.map(|times| format!(", {times} times")).unwrap_or_default();
        format!("{path} ({}{times}):\n{}\n", block.language, block.text.chars().take(MOST_SHOWN).collect::<String>())
    };
    let files: String = case.blocks.iter().filter(|block| block.language != "console").map(shown).collect();
    let lines = case.blocks.iter().flat_map(|block| block.text.lines());
    let line = lines.filter_map(|line| line.strip_prefix("$ ")).next().unwrap_or("factum check");
    let answer = sandbox.run(&Command::read(line).expect("the example runs the program"));
    let status = answer.status.map_or("a signal".to_owned(), |status| status.to_string());
    let printed = shortened(&format!("{}{}", answer.stdout, answer.stderr));
    format!("{files}$ {line}\n? {status}\n{printed}")
}

/// Long answers by their beginning and their end.
fn shortened(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let middle = MOST_LINES / 2;
    if lines.len() <= MOST_LINES {
        return text.to_owned();
    }
    format!("{}\n[…]\n{}\n", lines[..middle].join("\n"), lines[lines.len() - middle..].join("\n"))
}
