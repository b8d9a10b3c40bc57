#![expect(clippy::disallowed_methods, reason = "tests write the folders that they load")]

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::{Loaded, load};
use crate::corpus::{Document, LARGEST_ARTICLE, Zone};
use crate::diag::{Code, Severity};
use crate::source::Sources;

const RIVER: &str = "The river at Hammerfest rose by two metres in the night, the town said.\n";

/// A folder with files in it.
fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = TempDir::new().expect("a folder");
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
        fs::write(path, bytes).expect("a file");
    }
    folder
}

fn ids(loaded: &Loaded) -> Vec<&str> {
    loaded.corpus.documents.iter().map(|document| document.id.as_str()).collect()
}

/// What is wrong with a folder, one remark a line: severity, code, message, with the folder's own name as `corpus`.
fn complaints(folder: &TempDir) -> Vec<String> {
    let mut sources = Sources::default();
    let loaded = load(&[folder.path()], &mut sources);
    let name = folder.path().to_string_lossy().into_owned();
    let line = |diagnostic: &crate::diag::Diagnostic| {
        assert!(diagnostic.help.is_some(), "{diagnostic:?}");
        format!("{:?} {}: {}", diagnostic.severity, diagnostic.code, diagnostic.message).replace(&name, "corpus")
    };
    loaded.diagnostics.iter().map(line).collect()
}

#[test]
fn articles_are_read_from_all_folders_in_the_order_of_their_ids() {
    let folder = folder(&[
        ("b.txt", RIVER.as_bytes()),
        ("a/z.md", b"# River\n\nThe river rose by two metres."),
        ("a/c.html", b"<p>The river fell by two metres in the night.</p>"),
        ("notes.pdf", b"%PDF"),
        ("LICENSE", b"-"),
        (".hidden.txt", b"\xff"),
        (".git/a.txt", b"\xff"),
    ]);
    let mut sources = Sources::default();
    let loaded = load(&[folder.path()], &mut sources);
    assert_eq!(ids(&loaded), ["b", "c", "z"]);
    let [unread] = loaded.diagnostics.as_slice() else { panic!("one remark: {:?}", loaded.diagnostics) };
    assert_eq!((unread.code, unread.severity), (Code::PassedOver, Severity::Warning));
    assert_eq!(loaded.passed_over, [(String::new(), 1), (".pdf".to_owned(), 1)].into());
    let names: Vec<&str> = sources.iter().map(|(_, file)| file.name.rsplit_once('/').expect("a folder").1).collect();
    assert_eq!(names, ["c.html", "z.md", "b.txt"]);
}

#[test]
fn a_single_article_is_read_with_its_entry() {
    let manifest = "[[document]]\nid = \"river\"\nfile = \"b.txt\"\n[[document]]\nfile = \"gone.txt\"\n";
    let folder =
        folder(&[("a.txt", RIVER.as_bytes()), ("b.txt", RIVER.as_bytes()), ("manifest.toml", manifest.as_bytes())]);
    let loaded = load(&[folder.path().join("b.txt")], &mut Sources::default());
    assert_eq!((ids(&loaded), loaded.diagnostics.as_slice()), (vec!["river"], [].as_slice()));
}

#[test]
fn a_folder_that_is_named_twice_is_read_once() {
    let folder = folder(&[("a.txt", RIVER.as_bytes())]);
    let path = folder.path().to_path_buf();
    let loaded = load(&[path.clone(), path.join("a.txt"), path], &mut Sources::default());
    assert_eq!((ids(&loaded), loaded.diagnostics.as_slice()), (vec!["a"], [].as_slice()));
}

#[test]
fn a_manifest_speaks_of_its_folder_and_below() {
    let folder = folder(&[
        ("manifest.toml", b"[[document]]\nid = \"one\"\nfile = \"x/a.txt\"\n"),
        ("x/a.txt", RIVER.as_bytes()),
        ("x/y/manifest.toml", b"[[document]]\nid = \"two\"\nfile = \"a.txt\"\n"),
        ("x/y/a.txt", b"The river fell by two metres in the night."),
    ]);
    let loaded = load(&[folder.path()], &mut Sources::default());
    assert_eq!((ids(&loaded), loaded.diagnostics.as_slice()), (vec!["one", "two"], [].as_slice()));
}

#[test]
fn two_manifests_may_not_speak_of_one_file() {
    let folder = folder(&[
        ("manifest.toml", b"[[document]]\nfile = \"x/a.txt\"\n"),
        ("x/manifest.toml", b"[[document]]\nfile = \"a.txt\"\n"),
        ("x/a.txt", RIVER.as_bytes()),
    ]);
    assert_eq!(complaints(&folder), ["Error manifest-duplicate-file: `corpus/x/a.txt` has two entries"]);
}

#[test]
fn an_entry_without_its_file_is_an_error() {
    let manifest = "[[document]]\nfile = \"rivr.txt\"\n[[document]]\nfile = \"table.csv\"\n";
    let folder =
        folder(&[("river.txt", RIVER.as_bytes()), ("table.csv", b"1"), ("manifest.toml", manifest.as_bytes())]);
    let mut sources = Sources::default();
    let loaded = load(&[folder.path()], &mut sources);
    let [slip, table, _unread] = loaded.diagnostics.as_slice() else {
        panic!("three remarks: {:?}", loaded.diagnostics)
    };
    assert_eq!(slip.message, "there is no file `rivr.txt` beside the manifest");
    assert_eq!(slip.help.as_deref(), Some("did you mean `river.txt`?"));
    assert_eq!(sources.slice(slip.place().expect("a place")), "\"rivr.txt\"");
    assert_eq!((table.code, table.message.as_str()), (Code::ManifestMissingFile, "`table.csv` is no article"));
}

#[test]
fn two_documents_with_one_id_are_an_error_and_the_first_is_kept() {
    let folder = folder(&[("a/x.txt", RIVER.as_bytes()), ("b/x.txt", b"The river fell by two metres in the night.")]);
    assert_eq!(
        complaints(&folder),
        ["Error duplicate-document: `corpus/a/x.txt` and `corpus/b/x.txt` have one id, `x`"]
    );
    let loaded = load(&[folder.path()], &mut Sources::default());
    assert!(loaded.corpus.documents[0].text.contains("rose"));
}

#[test]
fn a_folder_that_is_not_there_is_an_error() {
    let folder = folder(&[]);
    let loaded = load(&[folder.path().join("nowhere")], &mut Sources::default());
    let codes: Vec<_> = loaded.diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
    assert_eq!(codes, [Code::MissingCorpus]);
}

#[test]
fn a_folder_without_articles_is_an_error_that_counts_what_was_passed_over() {
    assert_eq!(complaints(&folder(&[])), ["Error no-articles: there are no articles in `corpus`"]);
    let others = folder(&[("a.pdf", b"-"), ("b.pdf", b"-"), ("c", b"-")]);
    let loaded = load(&[others.path()], &mut Sources::default());
    assert_eq!(loaded.diagnostics[0].notes, ["3 files were passed over: 1 without an ending, 2 `.pdf`"]);
}

#[test]
fn an_empty_article_is_left_out_with_a_warning() {
    let some = folder(&[("a.txt", b" \n"), ("b.txt", RIVER.as_bytes())]);
    assert_eq!(complaints(&some), ["Warning empty-article: `corpus/a.txt` has no text"]);
    assert_eq!(ids(&load(&[some.path()], &mut Sources::default())), ["b"]);
    let none = folder(&[("a.txt", b"")]);
    assert_eq!(
        complaints(&none),
        ["Warning empty-article: `corpus/a.txt` has no text", "Error no-articles: there are no articles in `corpus`"]
    );
}

#[test]
fn bad_articles_are_errors_and_the_others_are_read() {
    let folder = folder(&[
        ("a.txt", b"caf\xe9"),
        ("b.txt", b"\xff\xfeA\0"),
        ("c.txt", b"\x7fELF\0\0"),
        ("d.txt", RIVER.as_bytes()),
        ("manifest.toml", b"\xff"),
    ]);
    assert_eq!(
        complaints(&folder),
        [
            "Error not-utf8: `corpus/manifest.toml` is not UTF-8: byte 0, in line 1, is 0xff",
            "Error not-utf8: `corpus/a.txt` is not UTF-8: byte 3, in line 1, is 0xe9",
            "Error not-utf8: `corpus/b.txt` is UTF-16 (little-endian), and articles are UTF-8",
            "Error binary-article: `corpus/c.txt` is a binary file: byte 4 is NUL",
        ]
    );
    assert_eq!(ids(&load(&[folder.path()], &mut Sources::default())), ["d"]);
}

#[test]
fn a_huge_file_is_refused_without_being_read() {
    let folder = folder(&[("a.txt", b"")]);
    let file = fs::File::create(folder.path().join("a.txt")).expect("a file");
    file.set_len(LARGEST_ARTICLE * 1000).expect("a hole");
    assert_eq!(
        complaints(&folder),
        ["Error article-too-large: `corpus/a.txt` has 32000 MB, and an article at most 32 MB"]
    );
}

#[cfg(unix)]
#[test]
fn links_are_followed_and_loops_are_harmless() {
    use std::os::unix::fs::symlink;
    let folder = folder(&[("a/x.txt", RIVER.as_bytes())]);
    symlink(folder.path(), folder.path().join("a/loop")).expect("a link");
    let other = self::folder(&[("y.txt", b"The river fell by two metres in the night.")]);
    symlink(other.path(), folder.path().join("b")).expect("a link");
    let loaded = load(&[folder.path()], &mut Sources::default());
    assert_eq!((ids(&loaded), loaded.diagnostics.as_slice()), (vec!["x", "y"], [].as_slice()));
}

#[cfg(unix)]
#[test]
fn a_link_to_nothing_is_an_error_where_it_is_named_like_an_article() {
    use std::os::unix::fs::symlink;
    let folder = folder(&[("a.txt", RIVER.as_bytes())]);
    symlink("gone", folder.path().join("b.txt")).expect("a link");
    symlink("gone", folder.path().join("c")).expect("a link");
    let complaints = complaints(&folder);
    let [unreadable, unread] = complaints.as_slice() else { panic!("two remarks: {complaints:?}") };
    assert!(unreadable.starts_with("Error unreadable-article: `corpus/b.txt` cannot be read: "), "{unreadable}");
    assert!(unread.starts_with("Warning passed-over: `corpus/c` is not read"), "{unread}");
}

#[test]
fn a_digest_tells_texts_and_ids_apart_and_nothing_else() {
    let digest = |files: &[(&str, &[u8])]| {
        let folder = folder(files);
        load(&[folder.path()], &mut Sources::default()).corpus.digest()
    };
    let one = digest(&[("a.txt", b"The river rose."), ("x/b.txt", b"The river fell.")]);
    assert_eq!(one.len(), 64);
    assert_eq!(one, digest(&[("y/a.txt", b"The river rose."), ("b.txt", b"The river fell.")]));
    assert_ne!(one, digest(&[("a.txt", b"The river fell."), ("b.txt", b"The river rose.")]));
    assert_ne!(one, digest(&[("a.txt", b"The river rose.")]));
}

/// The page of each code that an article or a manifest can show: its fenced blocks are files, and the folder has that remark.
#[test]
fn the_example_on_the_page_of_a_code_shows_it() {
    for code in Code::ALL {
        let files = fenced(code.page());
        // Pages with a check are run as cases.
        if files.is_empty() || code.page().contains("```check") || code.page().contains("```console") {
            continue;
        }
        let files: Vec<(&str, &[u8])> = files.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
        let loaded = load(&[folder(&files).path()], &mut Sources::default());
        assert!(
            loaded.diagnostics.iter().any(|diagnostic| diagnostic.code == *code),
            "{code}: {:?}",
            loaded.diagnostics
        );
    }
}

/// The blocks of a page whose fence names a file: "```toml manifest.toml".
fn fenced(page: &str) -> Vec<(String, String)> {
    let mut files = Vec::new();
    let mut open: Option<(String, String)> = None;
    for line in page.lines() {
        match (&mut open, line.strip_prefix("```")) {
            (Some(_), Some(_)) => files.extend(open.take()),
            (Some((_, text)), None) => *text += &format!("{line}\n"),
            (None, Some(info)) => open = info.split_once(' ').map(|(_, name)| (name.to_owned(), String::new())),
            (None, None) => {}
        }
    }
    files
}

fn shipped() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/korea-ai")
}

/// The zones of the articles that ship with the program, for a person to check.
#[test]
fn the_shipped_articles_fall_into_their_zones() {
    let mut sources = Sources::default();
    let loaded = load(&[shipped()], &mut sources);
    assert_eq!(loaded.diagnostics, []);
    let outlines: String = loaded.corpus.documents.iter().map(outline).collect();
    insta::with_settings!({ snapshot_path => "../../../tests/snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("zones_of_the_shipped_articles", outlines);
    });
}

#[test]
fn a_place_in_a_shipped_article_is_its_own_text() {
    let mut sources = Sources::default();
    let loaded = load(&[shipped()], &mut sources);
    for document in &loaded.corpus.documents {
        for zone in &document.zones {
            assert_eq!(sources.slice(document.place(zone.span)), zone.span.slice(&document.text));
        }
    }
}

fn outline(document: &Document) -> String {
    let published = document.published.map_or("?".to_owned(), |day| day.to_string());
    let publisher = document.publisher.as_deref().unwrap_or("?");
    let dateline = document.dateline.as_ref().map_or("?".to_owned(), |dateline| dateline.places.join(", "));
    let head = format!("{}: lineage {}, {published}, {publisher}, from {dateline}\n", document.id, document.lineage);
    head + &document.zones.iter().map(|zone| line(document, *zone)).collect::<String>() + "\n"
}

/// The kind of a zone, its first and its last words.
fn line(document: &Document, zone: Zone) -> String {
    let words: Vec<&str> = zone.span.slice(&document.text).split_whitespace().collect();
    let kind = format!("{:?}", zone.kind).to_lowercase();
    let shown = match words.as_slice() {
        [first @ .., _, _, _] if words.len() > 14 => {
            format!("{} … {}", first[..8].join(" "), words[words.len() - 3..].join(" "))
        }
        all => all.join(" "),
    };
    format!("  {kind:<11} {shown}\n")
}

#[test]
fn what_makes_a_run_incomplete_is_an_error() {
    let folder = folder(&[("a.txt", b"\x1b[0m rose by two metres in the night."), ("b.txt", b"\xff")]);
    let loaded = load(&[folder.path()], &mut Sources::default());
    let severities: Vec<Severity> = loaded.diagnostics.iter().map(|diagnostic| diagnostic.severity).collect();
    assert_eq!(severities, [Severity::Error, Severity::Warning]);
}
