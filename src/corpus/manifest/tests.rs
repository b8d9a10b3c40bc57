use jiff::civil::date;

use super::{Entry, Manifest};
use crate::corpus::Tier;
use crate::diag::Severity;
use crate::source::{FileId, SourceFile};

/// What is wrong with a manifest, one remark a line: line, code, message, way out.
fn complaints(text: &str) -> Vec<String> {
    let (_, diagnostics) = Manifest::read(FileId(0), text);
    let file = SourceFile::new("manifest.toml", text);
    let mut lines = Vec::new();
    for diagnostic in &diagnostics {
        assert_eq!(diagnostic.severity, Severity::Error);
        let line = file.line_column(diagnostic.place().expect("every remark has its place").span.start).line;
        let help = diagnostic.help.clone().expect("every remark has a way out");
        lines.push(format!("{line} {}: {}; {help}", diagnostic.code, diagnostic.message));
    }
    lines
}

#[test]
fn a_manifest_gives_all_that_it_says_of_an_article() {
    let text = r#"
# Comments stay.
[[document]]
id        = "floods"
file      = "./2024/floods.txt"   # and so do these
publisher = "The Daily"
published = 2024-03-17
title     = "River rises"
tier      = "wire"
locale    = "en_GB"
origin    = "AFP"
url       = "https://daily.example/floods?page=1"

[[document]]
file      = "b.txt"
published = "2024-03-18"
"#;
    let (manifest, diagnostics) = Manifest::read(FileId(3), text);
    assert_eq!(diagnostics, []);
    let [first, second] = manifest.entries.as_slice() else { panic!("two entries") };
    assert_eq!(
        first,
        &Entry {
            id: Some("floods".into()),
            file: "2024/floods.txt".into(),
            publisher: Some("The Daily".into()),
            published: Some(date(2024, 3, 17)),
            title: Some("River rises".into()),
            tier: Some(Tier::Wire),
            locale: Some("en-GB".into()),
            origin: Some("AFP".into()),
            url: Some("https://daily.example/floods?page=1".into()),
            place: first.place,
        }
    );
    assert_eq!(first.place.span.slice(text), "\"./2024/floods.txt\"");
    assert_eq!((second.id.as_deref(), second.published), (None, Some(date(2024, 3, 18))));
}

#[test]
fn an_empty_manifest_is_fine() {
    assert_eq!(complaints("# nothing yet\n"), Vec::<String>::new());
}

#[test]
fn an_unknown_key_is_an_error_with_the_nearest_that_is_known() {
    assert_eq!(
        complaints("[[document]]\nfile = \"a.txt\"\npublsher = \"x\"\nweather = \"x\"\n[[documents]]\n"),
        [
            "3 manifest-unknown-key: a manifest has no key `publsher` here; did you mean `publisher`?",
            "4 manifest-unknown-key: a manifest has no key `weather` here; the keys are `id`, `file`, `publisher`, `published`, \
             `title`, `tier`, `locale`, `origin`, `url`",
            "5 manifest-unknown-key: a manifest has no key `documents` here; did you mean `document`?",
        ]
    );
}

#[test]
fn a_bad_value_is_named_with_its_line() {
    let text = r#"
[[document]]
file = "a.txt"
published = "17/03/2024"
tier = "wires"
locale = "English"
title = ""
id = 7
[[document]]
file = "b.txt"
published = 14:05:00
tier = "newspaper"
[[document]]
id = "c"
"#;
    assert_eq!(
        complaints(text),
        [
            "4 manifest-bad-value: this is no date; write year, month and day, such as `2025-03-17`, or delete the line if it is not known",
            "5 manifest-bad-value: there is no tier `wires`; did you mean `wire`? the tiers are `primary`, `wire`, `outlet`, `aggregator`",
            "6 manifest-bad-value: `English` is no locale; write a language and a region, such as `en-GB`",
            "7 manifest-bad-value: this text is empty; delete the line if it is not known",
            "8 manifest-bad-value: this is a text; put it in quotation marks",
            "11 manifest-bad-value: this is no date; write year, month and day, such as `2025-03-17`, or delete the line if it is not known",
            "12 manifest-bad-value: there is no tier `newspaper`; the tiers are `primary`, `wire`, `outlet`, `aggregator`",
            "13 manifest-bad-value: this document names no file; add `file = \"NAME.txt\"`",
        ]
    );
}

#[test]
fn a_document_that_is_no_list_of_tables_is_a_bad_value() {
    assert_eq!(
        complaints("[document]\nfile = \"a.txt\"\n"),
        ["1 manifest-bad-value: `document` is a list of tables; write `[[document]]`, with two brackets"]
    );
    assert_eq!(
        complaints("document = [1]\n"),
        ["1 manifest-bad-value: a document is a table; write `[[document]]` and its fields below"]
    );
}

#[test]
fn a_path_that_leaves_the_folder_is_an_error() {
    for path in ["../a.txt", "a/../../b.txt", "/etc/a.txt", "C:/a.txt", "."] {
        let text = format!("[[document]]\nfile = \"{path}\"\n");
        assert_eq!(
            complaints(&text),
            [format!(
                "2 manifest-outside-folder: `{path}` lies outside of the folder of the manifest; name files from the folder of the \
                 manifest on, and move the article there"
            )]
        );
    }
}

#[test]
fn two_entries_for_one_file_are_an_error_however_they_write_it() {
    let (manifest, _) = Manifest::read(
        FileId(0),
        "[[document]]\nfile = \"a.txt\"\nid = \"a\"\n[[document]]\nfile = \"x/../a.txt\"\nid = \"b\"\n",
    );
    assert_eq!(manifest.entries.len(), 1);
    assert_eq!(
        complaints("[[document]]\nfile = \"a.txt\"\n[[document]]\nfile = \"x/../a.txt\"\n"),
        ["4 manifest-duplicate-file: `a.txt` has two entries; delete one of them; an article has one id"]
    );
}

#[test]
fn what_is_not_toml_is_named_with_its_line() {
    let complaints = complaints("[[document]]\nfile = \"a.txt\nid = \"a\"\n");
    assert!(complaints[0].starts_with("2 manifest-syntax: this is not TOML: "), "{complaints:?}");
}
