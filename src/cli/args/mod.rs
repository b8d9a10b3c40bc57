//! The command line, as it is declared and as its help shows it.

mod desk;
mod rules;
mod statuses;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use crate::run::{Filter, Only, Part, Selection};

use super::files;
use super::output::OutputArgs;
use statuses::{
    STATUSES, STATUSES_OF_CHECK, STATUSES_OF_COVERAGE, STATUSES_OF_DOCTOR, STATUSES_OF_HISTORY, STATUSES_OF_INIT,
    STATUSES_OF_LINT, STATUSES_OF_REVIEW, STATUSES_OF_SUGGEST,
};

pub use desk::{CompletionsArgs, DoctorArgs, HistoryArgs, InitArgs, ManArgs, ReviewArgs, ReviewCommand, WhichArgs};
pub use rules::{
    BaselineArgs, BaselineCommand, ConfigArgs, ConfigCommand, ConfigShowArgs, EndArgs, FailOnArgs, MinChecksArgs,
    PolicyArgs, ProfileArgs, SettingsArgs, TierArgs, TodayArgs,
};

/// Tests for facts: checks written by editors, judged against a corpus of articles.
#[derive(Debug, Parser)]
#[command(name = "factum", version, after_help = STATUSES, max_term_width = 100)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Judge the checks against the articles.
    #[command(after_help = STATUSES_OF_CHECK)]
    Check(CheckArgs),
    /// Hold a draft, or claims that come in, against the articles.
    #[command(after_help = STATUSES)]
    Verify(VerifyArgs),
    /// Show which numbers, dates, names and quotes of an article no check holds in place.
    #[command(after_help = STATUSES_OF_COVERAGE)]
    Coverage(CoverageArgs),
    /// Look for contradictions inside each of some articles, without any check file.
    #[command(after_help = STATUSES_OF_LINT)]
    Lint(LintArgs),
    /// Write a check file from articles.
    #[command(after_help = STATUSES_OF_SUGGEST)]
    Suggest(SuggestArgs),
    /// Read what has changed in the snapshots of reports, and accept or reject it, check by check.
    #[command(after_help = STATUSES_OF_REVIEW, args_conflicts_with_subcommands = true)]
    Review(ReviewArgs),
    /// Show which run turned a check, and what had changed in the words it rests on.
    #[command(after_help = STATUSES_OF_HISTORY)]
    History(HistoryArgs),
    /// Show what is read in the articles.
    Facts(FactsArgs),
    /// List the checks that would run.
    List(ListArgs),
    /// Explain a verdict or a diagnostic code; without one, name them all.
    Explain(ExplainArgs),
    /// Write check files anew with regular white space.
    Fmt(FmtArgs),
    /// Write down the failures that are there, so that only new ones fail a run.
    Baseline(BaselineArgs),
    /// Begin a project: checks of the articles that are named or lie in `corpus`, or a first article with a check that passes.
    #[command(after_help = STATUSES_OF_INIT)]
    Init(InitArgs),
    /// Show what a run would go by, and what stands in its way.
    #[command(after_help = STATUSES_OF_DOCTOR)]
    Doctor(DoctorArgs),
    /// Write completions for a shell to standard output.
    Completions(CompletionsArgs),
    /// Write the manual page to standard output, or one for each command into a folder.
    Man(ManArgs),
    /// Show the settings that are in force, and where they come from.
    Config(ConfigArgs),
}

/// `factum check`.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// What is judged, and under which rules.
    #[command(flatten)]
    pub settings: SettingsArgs,
    /// Which checks are run.
    #[command(flatten)]
    pub select: SelectArgs,
    /// Let failures of the baseline fail as others do.
    #[arg(long)]
    pub no_baseline: bool,
    /// In CI: pass though failures of the baseline no longer occur.
    #[arg(long)]
    pub allow_stale_baseline: bool,
    /// Stop the report behind the first check that fails.
    #[arg(short = 'x', long, conflicts_with = "max_fail")]
    pub exit_first: bool,
    /// Stop the report behind so many checks that fail.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub max_fail: Option<u32>,
    /// Hold the report of each check file against its snapshot: what was accepted lies in `snapshots/` beside the file, and what differs
    /// is written there as pending, for `factum review`; in CI nothing is written, and a difference fails the run.
    #[arg(long, value_enum, value_name = "WHEN", num_args = 0..=1, require_equals = true, default_missing_value = "auto")]
    pub snapshot: Option<SnapshotMode>,
    /// How many checks there have to be.
    #[command(flatten)]
    pub min_checks: MinChecksArgs,
    /// What a failed gate comes to.
    #[command(flatten)]
    pub end: EndArgs,
    /// What day it is.
    #[command(flatten)]
    pub today: TodayArgs,
    /// Where the reports go.
    #[command(flatten)]
    pub output: OutputArgs,
    /// Try each check that passes with articles that say something else, and report those that pass all the same; `human` and `json` are
    /// the forms of that.
    #[arg(long, conflicts_with_all = ["verbose", "reports", "snapshot", "max_fail", "exit_first", "changed"])]
    pub against_itself: bool,
    /// How it looks.
    #[command(flatten)]
    pub look: LookArgs,
}

/// `factum coverage`.
#[derive(Debug, Args)]
pub struct CoverageArgs {
    /// Articles, folders of them, or `-` for standard input.
    #[arg(value_name = "ARTICLE", required = true)]
    pub articles: Vec<PathBuf>,
    /// Check files, folders of them, or patterns; without any, those of the settings, or else `checks`. May be given several times.
    #[arg(long, value_name = "PATH")]
    pub checks: Vec<PathBuf>,
    /// A folder of articles that the checks are judged on, besides those that are asked for; without it, on those alone. May be given
    /// several times.
    #[arg(long = "corpus", value_name = "DIR")]
    pub folders: Vec<PathBuf>,
    /// The least percentage that has to be covered.
    #[arg(long = "min", value_name = "PERCENT", value_parser = clap::value_parser!(u8).range(0..=100))]
    pub least: Option<u8>,
    /// How strictly words are taken.
    #[command(flatten)]
    pub policy: PolicyArgs,
    /// What day it is.
    #[command(flatten)]
    pub today: TodayArgs,
    /// For people or for programs.
    #[arg(long, value_enum, default_value_t = ReportFormat::Human)]
    pub format: ReportFormat,
    /// Show what is covered too, with the check that holds it.
    #[arg(short, long)]
    pub verbose: bool,
    /// Which settings hold.
    #[command(flatten)]
    pub profile: ProfileArgs,
    /// How it looks.
    #[command(flatten)]
    pub look: LookArgs,
}

/// `factum facts`.
#[derive(Debug, Args)]
pub struct FactsArgs {
    /// The article's id, or its file, or `-` for standard input; without it, all of them.
    #[arg(value_name = "DOC")]
    pub document: Option<String>,
    /// Where the articles are.
    #[command(flatten)]
    pub corpus: CorpusArgs,
    /// Read documents from standard input, one JSON object a line, in place of a corpus.
    #[arg(long, value_enum, value_name = "FORM", conflicts_with = "document")]
    pub input: Option<InputFormat>,
    /// For people or for programs.
    #[arg(long, value_enum, default_value_t = FactsFormat::Human)]
    pub format: FactsFormat,
    /// Which settings hold.
    #[command(flatten)]
    pub profile: ProfileArgs,
    /// How it looks.
    #[command(flatten)]
    pub look: LookArgs,
}

/// `factum verify`.
#[derive(Debug, Args)]
pub struct VerifyArgs {
    /// The draft: a text, Markdown or HTML file, or `-` for standard input.
    #[arg(value_name = "DRAFT", required_unless_present = "input")]
    pub draft: Option<PathBuf>,
    /// Where the articles are.
    #[command(flatten)]
    pub corpus: CorpusArgs,
    /// Read claims with their sources from standard input, one JSON object a line, in place of a draft and a corpus.
    #[arg(long, value_enum, value_name = "FORM", conflicts_with = "draft")]
    pub input: Option<InputFormat>,
    /// A check file whose declarations hold for the draft too: who is who, what belongs to whom, what is measured.
    #[arg(long = "use", value_name = "FILE")]
    pub declarations: Option<PathBuf>,
    /// How strictly words are taken.
    #[command(flatten)]
    pub policy: PolicyArgs,
    /// Whose word counts.
    #[command(flatten)]
    pub tier: TierArgs,
    /// What of a check fails the run.
    #[command(flatten)]
    pub fail_on: FailOnArgs,
    /// What a failed gate comes to.
    #[command(flatten)]
    pub end: EndArgs,
    /// The day of the draft, for "on Tuesday" and "last month"; without it, the day that the draft prints.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub published: Option<Date>,
    /// Where the reports go. Claims that come in are answered in `ndjson`, on standard output.
    #[command(flatten)]
    pub output: OutputArgs,
    /// Which settings hold.
    #[command(flatten)]
    pub profile: ProfileArgs,
    /// How it looks.
    #[command(flatten)]
    pub look: LookArgs,
}

/// `factum lint`.
#[derive(Debug, Args)]
pub struct LintArgs {
    /// Articles, folders of them, or `-` for standard input.
    #[arg(value_name = "ARTICLE", required = true)]
    pub articles: Vec<PathBuf>,
    /// Run the rules, too, that are often wrong: their pages (`factum explain CODE`) say so.
    #[arg(long)]
    pub all: bool,
    /// The day of the articles, for dates without a year; without it, the day that each one prints.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub published: Option<Date>,
    /// For people or for programs.
    #[arg(long, value_enum, default_value_t = ReportFormat::Human)]
    pub format: ReportFormat,
    /// How it looks.
    #[command(flatten)]
    pub look: LookArgs,
}

/// `factum suggest`.
#[derive(Debug, Args)]
pub struct SuggestArgs {
    /// The articles: text, Markdown or HTML files, folders of them, or `-` for standard input.
    #[arg(value_name = "ARTICLE", required = true)]
    pub articles: Vec<PathBuf>,
    /// Write the checks to this file in place of standard output.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Write over a file that is there.
    #[arg(long, requires = "output")]
    pub force: bool,
    /// How it looks.
    #[command(flatten)]
    pub look: LookArgs,
}

/// `factum list`.
#[derive(Debug, Args)]
pub struct ListArgs {
    /// What is judged, and under which rules.
    #[command(flatten)]
    pub settings: SettingsArgs,
    /// Which checks are listed.
    #[command(flatten)]
    pub select: SelectArgs,
    /// One JSON array.
    #[arg(long)]
    pub json: bool,
    /// What day it is.
    #[command(flatten)]
    pub today: TodayArgs,
    /// How it looks.
    #[command(flatten)]
    pub look: LookArgs,
}

/// What is done with a report that differs from its snapshot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SnapshotMode {
    /// Written at a desk, looked at in CI.
    Auto,
    /// It is written as pending, in CI too.
    Write,
    /// Nothing is written, and the run fails.
    Check,
}

/// `factum explain`.
#[derive(Debug, Args)]
pub struct ExplainArgs {
    /// A verdict, or a code as it stands in brackets in a report: `contradicted`, `unknown-unit`.
    #[arg(value_name = "CODE")]
    pub code: Option<String>,
}

/// `factum fmt`.
#[derive(Debug, Args)]
pub struct FmtArgs {
    /// Check files, folders of them, or patterns; without any, those of the settings, or else `checks`.
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Change nothing; name the files that would change, and fail if there are any.
    #[arg(long)]
    pub check: bool,
    /// Which settings hold.
    #[command(flatten)]
    pub profile: ProfileArgs,
    /// How it looks.
    #[command(flatten)]
    pub look: LookArgs,
}

/// Where the articles are.
#[derive(Debug, Args)]
pub struct CorpusArgs {
    /// A folder of articles; it and its sub-folders may each hold a `manifest.toml`. May be given several times; without any, those of
    /// the settings, or else `corpus`.
    #[arg(long = "corpus", value_name = "DIR")]
    pub folders: Vec<PathBuf>,
}

/// Which checks are meant. Each of these narrows them down.
#[derive(Debug, Args)]
pub struct SelectArgs {
    /// Checks with these words in their id, title or text: `-k "pledge and not AWS"`.
    #[arg(short = 'k', long = "words", value_name = "EXPR")]
    pub words: Option<Filter>,
    /// Checks with these tags: `-t "cloud or korea"`, with `and`, `or`, `not` and brackets.
    #[arg(short = 't', long = "tag", value_name = "EXPR")]
    pub tags: Option<Filter>,
    /// The check with this id, `lead` or `series.check#lead`, or all of `series.check`. May be given several times.
    #[arg(long = "id", value_name = "ID", value_parser = id)]
    pub ids: Vec<String>,
    /// The checks of this file, by its path or the end of it, or of those that the pattern matches. May be given several times.
    #[arg(long = "file", value_name = "FILE")]
    pub files: Vec<String>,
    /// The checks that failed when they were last run.
    #[arg(long = "last-failed", visible_alias = "lf")]
    pub last_failed: bool,
    /// The checks whose text, evidence or articles have changed since the run before; `--changed=main`: since that revision of git.
    #[arg(long, value_name = "GIT-REV", num_args = 0..=1, require_equals = true, default_missing_value = "", conflicts_with = "last_failed")]
    pub changed: Option<String>,
    /// One part of them: `slice:1/3` deals them out in turn, `hash:1/3` by their ids.
    #[arg(long = "partition", value_name = "PART")]
    pub part: Option<Part>,
}

/// How a check is called; never by nothing, as where a variable of the shell is not set.
fn id(word: &str) -> Result<String, &'static str> {
    if word.trim().is_empty() { Err("no check is called by an empty word") } else { Ok(word.to_owned()) }
}

impl SelectArgs {
    /// What is selected, where `only` is what earlier runs have to say of it, and how many failures are reported.
    pub fn selection(&self, only: Option<Only>, most_failures: Option<usize>) -> Selection {
        let Self { words, tags, ids, files, part, last_failed: _, changed: _ } = self;
        Selection {
            words: words.clone(),
            tags: tags.clone(),
            ids: ids.clone(),
            files: files.iter().map(|file| files::short(file)).collect(),
            only,
            part: *part,
            most_failures,
        }
    }
}

/// How output looks. Nothing here changes what is found.
#[derive(Debug, Args)]
pub struct LookArgs {
    /// Colour. `auto` asks the terminal, NO_COLOR, FORCE_COLOR and CLICOLOR_FORCE.
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = ColourChoice::Auto)]
    pub color: ColourChoice,
    /// Columns of a line.
    #[arg(long, value_name = "COLUMNS", default_value_t = 100, value_parser = clap::value_parser!(u16).range(40..=400))]
    pub width: u16,
    /// Draw with what every terminal has.
    #[arg(long)]
    pub ascii: bool,
}

/// Forms of `coverage` and `lint`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// For people.
    Human,
    /// One JSON object.
    Json,
}

/// Forms of `facts`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FactsFormat {
    /// For people.
    Human,
    /// One JSON array.
    Json,
    /// One JSON object a line.
    Ndjson,
}

/// Forms of what is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum InputFormat {
    /// One JSON object a line.
    Ndjson,
}

/// When there is colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ColourChoice {
    /// Where a terminal shows it.
    Auto,
    /// In any case.
    Always,
    /// Not at all.
    Never,
}

/// A day as it is written on the command line.
pub(super) fn day(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "a day is written `2024-03-09`".to_owned())
}
