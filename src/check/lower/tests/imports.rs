//! Files that use files.

use crate::check::testing::{read_first, read_over, vocabulary};
use crate::check::{NoFiles, decode, gather, lower, not_utf8};
use crate::source::{SourceFile, Sources};

#[test]
fn declarations_of_a_used_file_hold_and_its_assertions_are_not_judged() {
    let files = [
        ("checks/a.check", "use \"desk/names.check\"\nNK jobs == 40\nNorsk pledge == target"),
        ("checks/desk/names.check", "use \"../more.check\"\nentity Norsk = NK\nNorsk jobs == 41"),
        ("checks/more.check", "let target = 5e9 NOK"),
    ];
    let (suite, found) = read_first(&files);
    assert_eq!(found, "");
    let texts: Vec<&str> = suite.assertions.iter().map(|assertion| &assertion.text[..]).collect();
    assert_eq!(texts, ["NK jobs == 40", "Norsk pledge == target"]);
    assert_eq!(suite.vocabulary(0).entities[0].name, "Norsk");
}

#[test]
fn what_a_file_does_not_use_does_not_hold_for_it() {
    let files = [("a.check", "measure berths : money = berth"), ("b.check", "Norsk berths == 5 ferries")];
    let (suite, (_, found)) = read_over(&files, vocabulary());
    assert_eq!((suite.assertions.len(), found.len()), (1, 0));
}

#[test]
fn a_file_of_its_own_overrides_what_it_uses_and_what_ships() {
    let files = [
        (
            "a.check",
            "use \"b.check\"\nmeasure berths : count = berth\nNorsk berths == 5 ferries\nmeasure pledge : count = vow\nNorsk pledge == 3 vows",
        ),
        ("b.check", "measure berths : money = berth"),
    ];
    let (suite, found) = read_first(&files);
    assert_eq!(found, "");
    assert_eq!(suite.assertions.len(), 2);
    assert_eq!(suite.vocabulary(0).measures.iter().filter(|entry| entry.name == "pledge").count(), 1);
}

#[test]
fn a_file_that_is_not_there_is_said_at_the_line_that_uses_it() {
    let files = [("a.check", "use \"nmaes.check\"\nNorsk jobs == 40"), ("names.check", "entity Norsk")];
    let (suite, found) = read_first(&files);
    assert_eq!(found, "a.check:1:5 [import-not-found] there is no file `nmaes.check` (did you mean `names.check`?)");
    assert_eq!(suite.assertions.len(), 1);
}

#[test]
fn a_circle_is_said_once_and_ends() {
    let files = [
        ("a.check", "use \"b.check\"\nX jobs == 40"),
        ("b.check", "use \"c.check\""),
        ("c.check", "use \"a.check\"\nentity X"),
    ];
    let (suite, found) = read_first(&files);
    assert!(found.starts_with("c.check:1:5 [import-cycle]"), "{found}");
    assert_eq!(found.lines().count(), 1);
    assert_eq!(suite.assertions.len(), 1);
    assert!(read_first(&[("a.check", "use \"a.check\"")]).1.contains("[import-cycle]"));
}

#[test]
fn a_file_used_twice_is_read_once() {
    let files = [
        ("a.check", "use \"b.check\"\nuse \"c.check\"\nNorsk jobs == 40"),
        ("b.check", "use \"c.check\""),
        ("c.check", "entity Norsk = NK\nNorsk plegde == 4"),
    ];
    let (suite, found) = read_first(&files);
    assert_eq!(found, "");
    assert_eq!(suite.vocabulary(0).entities.len(), 1);
}

#[test]
fn checks_in_markdown_point_into_the_markdown() {
    let text = "# Memo\n\nNorsk plegde == 5 is prose.\n\n```check\nNorsk jobs == 40\nNorsk plegde == 5\n```\n\n> ```check\n> Norsk jobs == 41\n> ```\n";
    let (suite, (sources, found)) = read_over(&[("memo.md", text)], vocabulary());
    assert_eq!(suite.assertions.len(), 2);
    assert_eq!(sources.slice(suite.assertions[1].place), "Norsk jobs == 41");
    let place = found[0].place().unwrap();
    assert_eq!((found.len(), sources.file(place.file).line_column(place.span.start).line), (1, 7));
}

#[test]
fn bytes_that_are_no_utf8_are_said_and_the_rest_is_read() {
    let (text, wrong) = decode(b"Norsk jobs == 40\n\xff\xfe\nNorsk jobs == 41\n".to_vec());
    assert_eq!(wrong, Some(17));
    let mut sources = Sources::default();
    let id = sources.add(SourceFile::new("x.check", text));
    let found = not_utf8(id, wrong.unwrap());
    assert_eq!(sources.file(id).line_column(found.place().unwrap().span.start).line, 2);
    let (files, _) = gather(&mut sources, &[id], &mut NoFiles);
    assert_eq!(lower(&files, vocabulary()).0.assertions.len(), 2);
}
