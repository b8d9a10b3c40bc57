//! What a run is held to: policy, gate, quorum, profiles, and the commands that show and keep them.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use jiff::civil::Date;

use crate::run::Gate;

use super::super::settings::{Given, variable, words};
use super::{CorpusArgs, LookArgs, day};

/// `factum baseline`.
#[derive(Debug, Args)]
pub struct BaselineArgs {
    /// What to do.
    #[arg(value_enum)]
    pub command: BaselineCommand,
    /// What is judged, and under which rules.
    #[command(flatten)]
    pub settings: SettingsArgs,
    /// What day it is: since then a new failure is known.
    #[command(flatten)]
    pub today: TodayArgs,
    /// How it looks.
    #[command(flatten)]
    pub look: LookArgs,
}

/// What to do with the baseline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum BaselineCommand {
    /// Write down every check that fails now. In CI nothing is added.
    Write,
    /// Take out what no longer occurs.
    Prune,
    /// Show what is known, and since when.
    Show,
}

/// `factum config`.
#[derive(Debug, Args)]
pub struct ConfigArgs {
    /// What to show.
    #[command(subcommand)]
    pub command: ConfigCommand,
}

/// What to show of settings.
#[derive(Debug, Subcommand)]
pub enum ConfigCommand {
    /// Every setting that is in force.
    Show(ConfigShowArgs),
    /// The JSON Schema of `factum.toml`.
    Schema,
}

/// `factum config show`. Flags are taken as the other commands take them, to show what they come to.
#[derive(Debug, Args)]
pub struct ConfigShowArgs {
    /// Say where each value comes from: the flag, the variable, the line of `factum.toml` with its profile, or the default.
    #[arg(long)]
    pub origin: bool,
    /// One JSON object.
    #[arg(long)]
    pub json: bool,
    /// What is judged, and under which rules.
    #[command(flatten)]
    pub settings: SettingsArgs,
    /// How many checks there have to be.
    #[command(flatten)]
    pub min_checks: MinChecksArgs,
    /// How it looks.
    #[command(flatten)]
    pub look: LookArgs,
}

/// What is judged, and under which rules: the settings that every command takes which judges checks.
#[derive(Debug, Args)]
pub struct SettingsArgs {
    /// Check files, folders of them, or patterns; without any, those of the settings, or else `checks`.
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Where the articles are.
    #[command(flatten)]
    pub corpus: CorpusArgs,
    /// How strictly words are taken.
    #[command(flatten)]
    pub policy: PolicyArgs,
    /// What of a check fails a run.
    #[command(flatten)]
    pub fail_on: FailOnArgs,
    /// How many sources a check needs.
    #[command(flatten)]
    pub quorum: QuorumArgs,
    /// Whose word counts.
    #[command(flatten)]
    pub tier: TierArgs,
    /// Which settings hold.
    #[command(flatten)]
    pub profile: ProfileArgs,
}

impl SettingsArgs {
    /// What they say of settings.
    pub fn given(&self) -> Given<'_> {
        Given::new(self.profile.name.as_deref())
            .paths("corpus", &self.corpus.folders)
            .paths("checks", &self.paths)
            .text("policy", self.policy.name.as_deref())
            .words("gate.fail-on", &self.fail_on.words)
            .count("quorum", self.quorum.number)
            .text("tier", self.tier.name.as_deref())
    }
}

/// What day it is.
#[derive(Debug, Args)]
pub struct TodayArgs {
    /// Today's date, for what runs out on a day; without it, what the clock says.
    #[arg(id = "today", long, value_name = "DATE", env = "FACTUM_TODAY", value_parser = day)]
    pub date: Option<Date>,
}

impl TodayArgs {
    /// Whether the day is said for one run, and is not that of every run here.
    pub fn is_of_one_run(&self) -> bool {
        self.date.is_some_and(|date| variable("FACTUM_TODAY").and_then(|day| day.parse().ok()) != Some(date))
    }
}

/// How strictly words are taken.
#[derive(Debug, Args)]
pub struct PolicyArgs {
    /// How strictly words are taken; without it, as the settings say, or else as `reported`.
    #[arg(id = "policy", long, value_name = "POLICY", value_parser = words("policy"))]
    pub name: Option<String>,
}

/// What a failed gate comes to.
#[derive(Debug, Args)]
pub struct EndArgs {
    /// End with 0 where the gate failed: the run is only reported. What cannot be judged ends as ever.
    #[arg(long)]
    pub exit_zero: bool,
}

impl EndArgs {
    /// The gate as this run has it.
    pub fn of(&self, gate: Gate) -> Gate {
        if self.exit_zero { gate.only_reported() } else { gate }
    }
}

/// What of a check fails a run.
#[derive(Debug, Args)]
pub struct FailOnArgs {
    /// What of a check fails the run, with commas between: the rest is a warning. Without it, as the settings say, or else all but `warn`.
    #[arg(id = "fail-on", long, value_name = "LIST", value_delimiter = ',', value_parser = words("gate.fail-on"))]
    pub words: Vec<String>,
}

/// Whose word counts.
#[derive(Debug, Args)]
pub struct TierArgs {
    /// Only the word of articles of this tier or a nearer one counts, as their manifest has it.
    #[arg(id = "tier", long, value_name = "TIER", value_parser = words("tier"))]
    pub name: Option<String>,
}

/// How many sources a check needs.
#[derive(Debug, Args)]
pub struct QuorumArgs {
    /// How many independent sources each check needs, whatever it says itself.
    #[arg(id = "quorum", long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub number: Option<u32>,
}

/// How many checks there have to be.
#[derive(Debug, Args)]
pub struct MinChecksArgs {
    /// Fail a run of fewer checks than this.
    #[arg(id = "min-checks", long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub number: Option<u32>,
}

/// Which settings hold.
#[derive(Debug, Args)]
pub struct ProfileArgs {
    /// The settings of `[profile.NAME]` in `factum.toml` before what holds for every run.
    #[arg(id = "profile", long, value_name = "NAME")]
    pub name: Option<String>,
}
