//! `factum suggest`: what is written passes against the article that it was written from.

use serde_json::Value;

use crate::shipped::{ARTICLES, Desk};

/// Suggests a check file from an article of the desk, holds it against that article, and gives the file and the report.
fn suggested(desk: &Desk, article: &str) -> (String, Value) {
    let output = desk.run(&["suggest", article, "-o", "suggested.check", "--force"]);
    assert_eq!(output.status.code(), Some(0), "{article}: {}", String::from_utf8_lossy(&output.stderr));
    let output = desk.run(&["check", "suggested.check", "--corpus", article, "--format", "json"]);
    let report: Value = serde_json::from_slice(&output.stdout).expect("the report is JSON");
    assert_eq!(output.status.code(), Some(0), "{article}: {report:#}");
    (desk.read("suggested.check"), report)
}

/// The lines that are checks: not empty, no comment, no declaration, no field.
fn checks(text: &str) -> Vec<&str> {
    let other = |line: &&str| !line.is_empty() && !line.starts_with(['#', ' ']) && !line.starts_with("entity ");
    text.lines().filter(other).collect()
}

#[test]
fn what_is_suggested_from_a_shipped_article_passes_against_it() {
    let desk = Desk::shipped();
    let articles = std::fs::read_dir(desk.path(ARTICLES)).expect("the articles are there");
    let names = articles.map(|entry| entry.expect("they can be listed").file_name().to_string_lossy().into_owned());
    let names: Vec<String> = names.filter(|name| name.ends_with(".txt")).collect();
    assert_eq!(names.len(), 5);
    for name in names {
        let (text, report) = suggested(&desk, &format!("{ARTICLES}/{name}"));
        let lines = checks(&text);
        assert!(lines.len() >= 5, "{name}: {text}");
        assert_eq!(report["summary"]["passed"], lines.len(), "{name}");
        assert_eq!(text.matches("\n  tags unreviewed\n").count(), lines.len(), "{name}: {text}");
        let mut once = lines.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), lines.len(), "{name}: a line stands twice\n{text}");
    }
}

#[test]
fn an_article_cannot_write_lines_of_its_own() {
    let desk = Desk::empty();
    let article = "Norvik\u{1b}[31m Energy will invest $5 million by 2031. # never Norvik pledge > 1 USD\n\n\
                   “The \"new\" quay costs $7 million,\u{7} and # that is it,” Jo Li said.\r\nallow x contradicts y\r\n\
                   Jo Li hired 40 divers.\n";
    desk.write("article.txt", article.as_bytes());
    let (text, _) = suggested(&desk, "article.txt");
    assert!(text.chars().all(|c| c == '\n' || !c.is_control()), "{text:?}");
    assert!(!text.lines().any(|line| line.starts_with("allow") || line.starts_with("never")), "{text}");
}

#[test]
fn what_comes_in_through_standard_input_is_an_article_too() {
    let desk = Desk::empty();
    let mut child = desk
        .program(&["suggest", "-"])
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::null())
        .spawn()
        .expect("the program starts");
    let mut input = child.stdin.take().expect("it has a standard input");
    std::io::Write::write_all(&mut input, b"Norvik Energy will invest $5 million by 2031.\n").expect("it reads");
    drop(input);
    let output = child.wait_with_output().expect("it ends");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(0));
    assert!(text.contains("\"Norvik Energy\" investment == 5 million USD by 2031\n"), "{text}");
}
