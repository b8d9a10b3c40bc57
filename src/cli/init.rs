//! `factum init`: a project that begins with checks, made from the articles that are there.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use toml::Value;

use crate::diag::{Code, Diagnostic, Severity};
use crate::report::{counted, draw};
use crate::run::{Articles, Status, Suggestions, Undecided, suggest_all};
use crate::source::Sources;

use super::args::InitArgs;
use super::settings::FILE as SETTINGS;
use super::{Failure, articles, check, files, look, note, say, suggest};

/// Of so many articles check files are made, where nobody names them.
const MOST: usize = 20;

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
    let mut sources = Sources::default();
    let style = look::style(&args.look);
    let named = named(&args.paths);
    let made = named.and_then(|named| match named {
        Named::Project(folder) => of_folder(&folder, &mut sources),
        Named::Articles(paths) => of_articles(&paths, &mut sources),
    });
    let (base, plan) = match made {
        Ok(made) => made,
        Err(refusals) => {
            for refusal in &refusals {
                note(&draw(refusal, &sources, &style))?;
            }
            return Ok(Status::Usage);
        }
    };
    let there = files::below(&base.join("checks"))?;
    if let Some(taken) = there.iter().chain(plan.new.iter().map(|(path, _)| path)).find(|path| files::exists(path)) {
        let message = format!("`{}` exists already, so nothing is written", files::shown(taken));
        let help = "`factum doctor` says what is there; name another folder to begin anew: `factum init DIR`";
        let refusal = Diagnostic::error(Code::FileExists, message).help(help);
        note(&draw(&refusal, &sources, &style))?;
        return Ok(Status::Usage);
    }
    for (path, text) in &plan.new {
        files::write(path, text)?;
        say(&format!("wrote {}\n", files::shown(path)))?;
    }
    say(&plan.told)?;
    Ok(Status::Passed)
}

/// What is written, and what is said of it and of what is to be done then.
struct Plan {
    new: Vec<(PathBuf, String)>,
    told: String,
}

/// A project's folder and what is written into it, or why nothing is.
type Planned = Result<(PathBuf, Plan), Vec<Diagnostic>>;

/// What the paths of the command name.
enum Named {
    /// The folder of a project, there or not.
    Project(PathBuf),
    /// Articles and folders of them, for a project in this folder.
    Articles(Vec<PathBuf>),
}

/// A file is an article, and a folder without a project in it is one of articles, if it holds any; any other is the project's.
fn named(paths: &[PathBuf]) -> Result<Named, Vec<Diagnostic>> {
    match paths {
        [] => return Ok(Named::Project(PathBuf::new())),
        [only] if only == Path::new(".") => return Ok(Named::Project(PathBuf::new())),
        [only] if !files::is_file(only) && !holds_articles(only) && only.extension().is_none() => {
            return Ok(Named::Project(only.clone()));
        }
        _ => {}
    }
    let missing: Vec<Diagnostic> =
        paths.iter().filter(|path| !files::exists(path)).map(|path| articles::missing(path)).collect();
    if missing.is_empty() { Ok(Named::Articles(paths.to_vec())) } else { Err(missing) }
}

/// Whether a folder is one of articles: it has some, and no project.
fn holds_articles(folder: &Path) -> bool {
    let is_project = ["corpus", "checks", SETTINGS].iter().any(|part| files::exists(&folder.join(part)));
    files::is_folder(folder)
        && !is_project
        && !articles::load(&[folder.to_owned()], &mut Sources::default()).corpus.documents.is_empty()
}

/// A project in a folder: with checks of the articles that lie in its `corpus`, or with a first article and its check.
fn of_folder(base: &Path, sources: &mut Sources) -> Planned {
    let enter = if base == Path::new("") { String::new() } else { format!("cd {} && ", files::shown(base)) };
    let folder = base.join("corpus");
    if files::exists(&folder) {
        let articles = articles::load(&[folder], sources);
        let made = Made::of(&articles, MOST, sources);
        if made.any() {
            return Ok((base.to_owned(), made.plan(base, &enter)));
        }
    }
    let new =
        vec![(base.join("checks/first.check"), CHECK.to_owned()), (base.join("corpus/first.txt"), ARTICLE.to_owned())];
    let told = format!(
        "next: `{enter}factum check`; then put your own articles into corpus/, and `factum suggest ARTICLE -o checks/NAME.check` \
         writes checks from one\n"
    );
    Ok((base.to_owned(), Plan { new, told }))
}

/// A project here, with checks of the articles that are named. Where they do not lie in `corpus`, the settings say where they are.
fn of_articles(paths: &[PathBuf], sources: &mut Sources) -> Planned {
    let articles = articles::load(paths, sources);
    let broken: Vec<Diagnostic> =
        articles.diagnostics.iter().filter(|it| it.severity == Severity::Error).cloned().collect();
    if !broken.is_empty() {
        return Err(broken);
    }
    let made = Made::of(&articles, usize::MAX, sources);
    if !made.any() {
        let message = "no check can be made of what is read in the articles";
        return Err(vec![Diagnostic::error(Code::NoChecks, message).help("`factum facts ARTICLE` shows what is read")]);
    }
    let mut plan = made.plan(Path::new(""), "");
    if !paths.iter().all(|path| files::real(path).starts_with(files::real(Path::new("corpus")))) {
        let names = paths.iter().map(|path| Value::from(path.to_string_lossy().into_owned()));
        plan.new.insert(0, (PathBuf::from(SETTINGS), format!("corpus = {}\n", Value::Array(names.collect()))));
    }
    Ok((PathBuf::new(), plan))
}

/// Check files made from articles.
struct Made {
    /// The name of each.
    names: Vec<PathBuf>,
    suggestions: Suggestions,
    /// How many articles were not looked at.
    left: usize,
}

impl Made {
    /// Of the first articles.
    fn of(articles: &Articles, most: usize, sources: &Sources) -> Self {
        let documents = &articles.corpus.documents;
        let chosen: Vec<usize> = (0..documents.len().min(most)).collect();
        let mut names: Vec<PathBuf> = Vec::new();
        for document in documents.iter().take(most) {
            let stem = Path::new(&sources.file(document.file).name).file_stem().unwrap_or_default();
            let numbered = (1..).map(|at| {
                let mut name = OsString::from(stem);
                name.push(if at == 1 { ".check".to_owned() } else { format!("-{at}.check") });
                PathBuf::from(name)
            });
            names.extend(numbered.into_iter().find(|name| !names.contains(name)));
        }
        let suggestions = suggest_all(articles, &chosen, sources, check::today());
        Self { names, suggestions, left: documents.len() - chosen.len() }
    }

    fn any(&self) -> bool {
        self.suggestions.all.iter().any(|suggestion| suggestion.checks > 0)
    }

    fn plan(&self, base: &Path, enter: &str) -> Plan {
        let path = |name: &PathBuf| base.join("checks").join(name);
        let texts = self.names.iter().zip(&self.suggestions.all).filter(|(_, it)| it.checks > 0);
        let new = texts.map(|(name, it)| (path(name), it.text.clone())).collect();
        let shown = |it: &Undecided| {
            let file = self.names.get(it.file).map(|name| files::shown(&path(name))).unwrap_or_default();
            format!("{file}:{}", it.line)
        };
        let left = match self.left {
            0 => String::new(),
            left => format!(
                "of {} no checks are made; `factum suggest ARTICLE...` makes them\n",
                counted(left, "article more", "articles more")
            ),
        };
        let told = suggest::disagreements(&self.suggestions, shown);
        Plan { new, told: format!("{left}{told}{}", self.next(enter)) }
    }

    /// What is to be done then.
    fn next(&self, enter: &str) -> String {
        let undecided = self.suggestions.undecided.len();
        let fails = match undecided {
            0 => String::new(),
            _ => ", which ends with 1 until it is decided which article is right".to_owned(),
        };
        format!(
            "next: `{enter}factum check`{fails}; read the checks, mend them, and take the tag `unreviewed` from those that you have read\n"
        )
    }
}
