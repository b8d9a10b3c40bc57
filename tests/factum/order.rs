//! The same articles give the same report, byte for byte: in whatever order they come, under whatever names, on however many threads.

use std::sync::{Arc, LazyLock};

use factum::check::NoFiles;
use factum::corpus::{Article, Corpus, Entry, Format, read};
use factum::report::{Detail, Form, Manner, Report, render};
use factum::run::{Articles, Checks, Terms, read_checks, run};
use factum::source::{SourceFile, Sources};
use factum::value::Policy;
use jiff::civil::date;
use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::shipped::{ARTICLES, Desk};

/// Ids and texts. They agree, differ, copy one another, and stand in the way of one another.
const TEXTS: [(&str, &str); 6] = [
    ("herald", "Norvik Energy will invest $5 million in Tromso by 2031, the company said on Tuesday."),
    ("gazette", "By 2031 the utility Norvik Energy will invest $8 million in Tromso. Nobody in town believes it."),
    ("mirror", "Norvik Energy will invest $5 million in Tromso by 2031, the company said on Tuesday."),
    (
        "courier",
        "Norvik Energy pledged $2 million with Ostvik Rail. “It is a start,” said Berit Lund, chief of Norvik Energy.",
    ),
    ("post", "Berit Lund, the head of Ostvik Rail, spoke of a start. The harbour of Tromso is 400 metres long."),
    ("wire", "Norvik Energy will invest about $5 million in the harbour of Tromso, which is 420 m long, by 2031."),
];

const CHECKS: &str = "\
\"Norvik Energy\" pledge == 5e6 USD by 2031
\"Norvik Energy\" pledge == 5e6 USD
\"Norvik Energy\" pledge == 2e6 USD with \"Ostvik Rail\"
\"Berit Lund\" role is \"chief of Norvik Energy\"
harbour length == 400 m
quote \"It is a start\" by \"Berit Lund\"
sources agree on \"Norvik Energy\" pledge by 2031
never \"Norvik Energy\" pledge > 6e6 USD
\"Sorvik Energy\" pledge == 5e6 USD
";

/// The checks, read once.
static LOWERED: LazyLock<(Sources, Checks)> = LazyLock::new(|| {
    let mut sources = Sources::default();
    let file = sources.add(SourceFile::new("checks/norvik.check", CHECKS));
    let mut checks = read_checks(&mut sources, &[file], &mut NoFiles);
    // What no article here speaks of, and takes time to compile two hundred times.
    let shipped = Arc::make_mut(&mut checks.suite.shipped);
    shipped.places.clear();
    shipped.examples.clear();
    (sources, checks)
});

/// Both reports on the articles in that order.
fn reports(order: &[usize]) -> [String; 2] {
    reports_on(LOWERED.clone(), order)
}

/// The same for checks that have been read.
fn reports_on((mut sources, checks): (Sources, Checks), order: &[usize]) -> [String; 2] {
    let documents = order.iter().map(|at| {
        let (id, text) = TEXTS[*at];
        let name = format!("corpus/{id}.txt");
        let file = sources.add(SourceFile::new(name.as_str(), text));
        let entry = Entry { published: Some(date(2025, 10, 29)), ..Entry::default() };
        read(&Article { file, name: &name, format: Format::Text, text, entry: Some(&entry) }).0
    });
    let corpus = Corpus::new(documents.collect());
    let articles = Articles { corpus, ..Articles::default() };
    let result = run(checks, &articles, Terms::new(Policy::Reported, date(2026, 1, 15)));
    let report = Report { run: &result, corpus: &articles.corpus, sources: &sources };
    let manner = Manner { detail: Detail::Verbose, ..Manner::default() };
    [Form::Human, Form::Json].map(|form| render(report, form, &manner).expect("JSON can be written"))
}

static IN_ORDER: LazyLock<[String; 2]> = LazyLock::new(|| reports(&[0, 1, 2, 3, 4, 5]));

/// An order of all articles: the `number`th of some way to count them.
fn shuffled(mut number: usize) -> Vec<usize> {
    let mut left: Vec<usize> = (0..TEXTS.len()).collect();
    let mut order = Vec::new();
    while !left.is_empty() {
        order.push(left.remove(number % left.len()));
        number /= left.len() + 1;
    }
    order
}

#[test]
fn two_hundred_orders_of_the_articles_give_one_report() {
    // Every third of the 720 orders, and then some.
    let other = (0..200).into_par_iter().map(|number| shuffled(number * 3 + 1)).find_any(|order| {
        let found = reports(order);
        found != *IN_ORDER
    });
    assert_eq!(other, None, "in that order the report is another");
}

#[test]
fn the_orders_are_all_different() {
    let all: std::collections::BTreeSet<Vec<usize>> = (0..720).map(shuffled).collect();
    assert_eq!(all.len(), 720);
}

/// Declarations that would change what the checks come to, if they held for their file.
const NEIGHBOUR: &str = "\
entity Norvik = \"Norvik Energy\", \"Ostvik Rail\", \"Sorvik Energy\", harbour
measure outlay : money = invest, pledge
measure pledge : money = vow
unit metre : mass = metre symbol m is 2 kg
number 9 = start, two
place Tromso in Tromso
exclude be / invest
Norvik outlay == 5e6 USD
";

/// The results of the checks among those of several files.
fn results_beside(others: &[(&str, &str)]) -> Vec<serde_json::Value> {
    let mut sources = Sources::default();
    let named = others.iter().chain([&("checks/norvik.check", CHECKS)]);
    let files: Vec<_> = named.map(|(name, text)| sources.add(SourceFile::new(*name, *text))).collect();
    let checks = read_checks(&mut sources, &files, &mut NoFiles);
    let [_, report] = reports_on((sources, checks), &[0, 1, 2, 3, 4, 5]);
    let report: serde_json::Value = serde_json::from_str(&report).expect("a report is JSON");
    let results = report["results"].as_array().expect("there are results").clone();
    results.into_iter().filter(|result| result["file"] == "checks/norvik.check").collect()
}

#[test]
fn what_another_file_declares_changes_no_result() {
    let alone = results_beside(&[]);
    assert_eq!(alone.len(), CHECKS.lines().count());
    assert_eq!(results_beside(&[("checks/desk.check", NEIGHBOUR)]), alone);
    assert_eq!(
        results_beside(&[("checks/a.check", "entity Norvik = \"Norvik Energy\""), ("b.check", NEIGHBOUR)]),
        alone
    );
}

/// Both reports on the shipped articles.
fn printed(desk: &Desk, threads: &str) -> [String; 2] {
    ["human", "json"].map(|format| {
        let mut program = desk.program(&["check", "-v", "--format", format]);
        let output = program.env("RAYON_NUM_THREADS", threads).output().expect("the program starts");
        String::from_utf8(output.stdout).expect("a report is UTF-8")
    })
}

#[test]
fn one_thread_and_four_give_one_report() {
    let desk = Desk::shipped();
    let one = printed(&desk, "1");
    assert!(one == printed(&desk, "2") && one == printed(&desk, "4"));
}

/// Files of other names in other folders, told by the manifest; the report differs in these names alone.
#[test]
fn other_names_of_files_give_the_same_report_but_for_the_names() {
    let desk = Desk::shipped();
    let before = printed(&desk, "2");
    let mut manifest = desk.read(&format!("{ARTICLES}/manifest.toml"));
    let names: Vec<String> = manifest.lines().filter_map(|line| line.strip_prefix("file")).map(quoted).collect();
    let mut after = [String::new(), String::new()];
    for (at, name) in names.iter().enumerate() {
        // As long as before, so that lines break where they did, and in the opposite order.
        let other = format!("{}/{}{}", 9 - at, 9 - at, &name[3..]);
        std::fs::create_dir_all(desk.path(&format!("{ARTICLES}/{}", 9 - at))).expect("a folder can be made");
        let (from, to) = (desk.path(&format!("{ARTICLES}/{name}")), desk.path(&format!("{ARTICLES}/{other}")));
        std::fs::rename(from, to).expect("a file can be renamed");
        manifest = manifest.replace(name, &other);
    }
    desk.write(&format!("{ARTICLES}/manifest.toml"), manifest.as_bytes());
    for (text, found) in after.iter_mut().zip(printed(&desk, "2")) {
        *text = (0..names.len())
            .fold(found, |text, at| text.replace(&format!("{}/{}{}", 9 - at, 9 - at, &names[at][3..]), &names[at]));
    }
    assert_eq!(after[0], before[0]);
    assert!(after[1] == before[1]);
}

fn quoted(rest: &str) -> String {
    rest.split('"').nth(1).expect("a file is named in quotation marks").to_owned()
}
