//! What a desk does around its runs: reviewing, looking back, beginning a project.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use clap_complete::Shell;

use super::{CorpusArgs, LookArgs, ProfileArgs, id};

/// `factum review`.
#[derive(Debug, Args)]
pub struct ReviewArgs {
    /// What to do; without it, every change is shown and asked about.
    #[command(subcommand)]
    pub command: Option<ReviewCommand>,
    /// Folders of check files; without any, those of the settings, or else `checks`.
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Show the changes and ask nothing.
    #[arg(long)]
    pub plain: bool,
    /// Which settings hold.
    #[command(flatten)]
    pub profile: ProfileArgs,
    /// How it looks.
    #[command(flatten)]
    pub look: LookArgs,
}

/// What to do with what is pending.
#[derive(Debug, Subcommand)]
pub enum ReviewCommand {
    /// List what is pending, a line a change, the riskiest of each file first.
    Pending,
    /// Show what is different.
    Diff(WhichArgs),
    /// Accept changes.
    Accept(AcceptArgs),
    /// Take changes back. They fail a run in CI until the check or the article is mended.
    Reject(WhichArgs),
}

/// Which changes are meant.
#[derive(Debug, Args)]
pub struct WhichArgs {
    /// Ids of checks: `lead`, `series.check#lead`, or `series.check` for all of a file; or paths of check files, of their snapshots, or of
    /// folders.
    #[arg(value_name = "ID", value_parser = id)]
    pub ids: Vec<String>,
    /// All of them.
    #[arg(long, conflicts_with = "ids")]
    pub all: bool,
}

/// `factum review accept`.
#[derive(Debug, Args)]
pub struct AcceptArgs {
    /// Which changes are meant.
    #[command(flatten)]
    pub which: WhichArgs,
    /// Why they are accepted; it is kept with the snapshot.
    #[arg(long, value_name = "TEXT")]
    pub because: Option<String>,
}

/// `factum history`.
#[derive(Debug, Args)]
pub struct HistoryArgs {
    /// Ids of checks: `lead`, `checks/series.check#lead`, or `checks/series.check` for all of a file; without any, a line for each.
    #[arg(value_name = "ID", value_parser = id)]
    pub ids: Vec<String>,
    /// Which settings hold.
    #[command(flatten)]
    pub profile: ProfileArgs,
    /// How it looks.
    #[command(flatten)]
    pub look: LookArgs,
}

/// `factum init`.
#[derive(Debug, Args)]
pub struct InitArgs {
    /// The folder of the project, which is made where it is not there; or articles and folders of articles, for a project in this folder.
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// How it looks.
    #[command(flatten)]
    pub look: LookArgs,
}

/// `factum doctor`.
#[derive(Debug, Args)]
pub struct DoctorArgs {
    /// Check files, folders of them, or patterns; without any, those of the settings, or else `checks`.
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Where the articles are.
    #[command(flatten)]
    pub corpus: CorpusArgs,
    /// Which settings hold.
    #[command(flatten)]
    pub profile: ProfileArgs,
    /// How it looks.
    #[command(flatten)]
    pub look: LookArgs,
}

/// `factum completions`.
#[derive(Debug, Args)]
pub struct CompletionsArgs {
    /// The shell.
    #[arg(value_enum)]
    pub shell: Shell,
}

/// `factum man`.
#[derive(Debug, Args)]
pub struct ManArgs {
    /// Write a page for each command into this folder.
    #[arg(long = "out", value_name = "DIR")]
    pub folder: Option<PathBuf>,
}
