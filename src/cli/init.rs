//! `factum init`: a project that passes from its first minute.

use std::path::{Path, PathBuf};

use crate::diag::{Code, Diagnostic};
use crate::report::draw;
use crate::run::{Articles, Rules, Status, Terms, read_checks, run as run_checks, suggest};
use crate::source::{SourceFile, Sources};
use crate::value::Policy;

use super::args::InitArgs;
use super::{Failure, articles, check, files, look, note, print};

/// So many articles are looked at for one that makes a first check file.
const MOST_TRIED: usize = 20;

/// The first check, on the first article.
const CHECK: &str = r#"# What has to be true, one line a fact. `factum explain measures` names what can be asserted.
"Norvik Energy" pledge == 5e6 USD by 2031
"#;

/// The first article.
const ARTICLE: &str = "\
Norvik Energy will invest $5 million in Tromso by 2031, the company said on Tuesday.
";

/// Writes what a project begins with. Nothing that is there is written over.
pub(super) fn run(args: &InitArgs) -> Result<Status, Failure> {
    let base = if args.folder == Path::new(".") { Path::new("") } else { &args.folder };
    let Plan { new, next } = plan(base);
    let there = files::below(&base.join("checks"))?;
    if let Some(taken) = there.iter().chain(new.iter().map(|(path, _)| path)).find(|path| files::exists(path)) {
        let message = format!("`{}` exists already, so nothing is written", files::shown(taken));
        let help = "`factum doctor` says what is there; name another folder to begin anew: `factum init DIR`";
        let refusal = Diagnostic::error(Code::FileExists, message).help(help);
        note(&draw(&refusal, &Sources::default(), &look::style(&args.look)))?;
        return Ok(Status::Usage);
    }
    for (path, text) in &new {
        files::write(path, text)?;
        print(&format!("wrote {}\n", files::shown(path)))?;
    }
    print(&next)?;
    Ok(Status::Passed)
}

/// What is written, and what is to be done then.
struct Plan {
    new: Vec<(PathBuf, String)>,
    next: String,
}

/// Where articles lie in the folder already, the checks are made from one of them.
fn plan(base: &Path) -> Plan {
    let there = if base == Path::new("") { String::new() } else { format!("cd {} && ", files::shown(base)) };
    match of_articles(base) {
        Some(Made { path, text, failing }) => Plan {
            new: vec![(path, text)],
            next: format!(
                "next: `{there}factum check`{}; read the checks, mend them, and take the tag `unreviewed` from those that you have read\n",
                if failing { ", which fails: another article says otherwise" } else { "" }
            ),
        },
        None => Plan {
            new: vec![
                (base.join("checks/first.check"), CHECK.to_owned()),
                (base.join("corpus/first.txt"), ARTICLE.to_owned()),
            ],
            next: format!(
                "next: `{there}factum check`; then put your own articles into corpus/, and `factum suggest ARTICLE -o checks/NAME.check` \
                 writes checks from one\n"
            ),
        },
    }
}

/// A check file made from an article.
struct Made {
    path: PathBuf,
    text: String,
    /// Whether a check of it fails on all articles together.
    failing: bool,
}

/// A check file from an article that is there: from the first whose checks all pass, or else from the first that has any.
fn of_articles(base: &Path) -> Option<Made> {
    let folder = base.join("corpus");
    if !files::exists(&folder) {
        return None;
    }
    let mut sources = Sources::default();
    let articles = articles::load(&[folder], &mut sources);
    let documents = articles.corpus.documents.iter().take(MOST_TRIED);
    let mut made: Vec<Made> = documents
        .filter_map(|document| {
            let suggestion = suggest(document, check::today());
            let mut name = Path::new(&sources.file(document.file).name).file_stem()?.to_owned();
            name.push(".check");
            let failing = !passes(&suggestion.text, &articles);
            let path = base.join("checks").join(name);
            (suggestion.checks > 0).then_some(Made { path, text: suggestion.text, failing })
        })
        .collect();
    made.sort_by_key(|made| made.failing);
    made.into_iter().next()
}

/// Whether all checks of a file pass.
fn passes(text: &str, articles: &Articles) -> bool {
    let mut sources = Sources::default();
    let file = sources.add(SourceFile::new(String::new(), text.to_owned()));
    let checks = read_checks(&mut sources, &[file], &mut files::Disk::default());
    run_checks(checks, articles, Terms { policy: Policy::Reported, today: check::today(), rules: Rules::default() })
        .gate
        .passed
}
