//! The command line: arguments in, files read, one exit status out. All input and output is here and in `corpus::load`.

mod args;
mod articles;
mod ask;
mod baseline;
mod check;
mod config;
mod coverage;
mod doctor;
mod earlier;
mod explain;
mod facts;
mod files;
mod fmt;
mod history;
mod init;
mod inputs;
mod lint;
mod list;
mod look;
mod manual;
mod named;
mod output;
mod progress;
mod review;
mod revision;
mod settings;
mod snapshot;
mod store;
mod stream;
mod suggest;
mod tell;
mod verify;

use std::io;
use std::process::ExitCode;

use clap::Parser;
use clap::error::ErrorKind;

use crate::report::Form;
use crate::run::Status;
use crate::source::{is_hidden, printable};

use args::{Cli, Command};
use output::OutputArgs;
use tell::{note, print, print_file, print_json, refuse, say};

/// A machine that is broken, as against input that is wrong: wrong input is a [`Diagnostic`](crate::diag::Diagnostic).
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// Standard output is gone.
    #[error("cannot write the report: {0}")]
    Output(#[from] io::Error),
    /// A file cannot be written.
    #[error("cannot write `{path}`: {why}")]
    Unwritable {
        /// The file.
        path: String,
        /// Why.
        why: String,
    },
    /// A file that is there cannot be read.
    #[error("cannot read `{path}`: {why}")]
    Unreadable {
        /// The file.
        path: String,
        /// Why.
        why: String,
    },
    /// A revision of git that was asked for cannot be looked at.
    #[error("cannot look at revision `{revision}`: {why}")]
    Revision {
        /// As it was asked for.
        revision: String,
        /// Why.
        why: String,
    },
    /// The JSON writer failed.
    #[error("cannot write JSON: {0}")]
    Json(#[from] serde_json::Error),
}

impl Failure {
    /// How a run ends that fails so.
    fn status(&self) -> Status {
        match self {
            Failure::Revision { .. } => Status::Usage,
            Failure::Output(_) | Failure::Unwritable { .. } | Failure::Unreadable { .. } | Failure::Json(_) => {
                Status::Incomplete
            }
        }
    }
}

/// Runs the command that the arguments name, and gives the exit status.
pub fn main() -> ExitCode {
    let cli = match Cli::try_parse().and_then(sound) {
        Ok(cli) => cli,
        Err(error) => return answer_of_clap(&error),
    };
    let status = run(&cli.command).unwrap_or_else(|failure| {
        // A reader that has seen enough, such as `head`, is no failure.
        if !is_broken_pipe(&failure) {
            // Where standard error is gone too there is nobody left to tell.
            let _ = refuse(&failure.to_string());
        }
        failure.status()
    });
    ExitCode::from(status as u8)
}

fn run(command: &Command) -> Result<Status, Failure> {
    match command {
        Command::Check(args) => check::run(args),
        Command::Coverage(args) => coverage::run(args),
        Command::Facts(args) => facts::run(args),
        Command::Verify(args) => verify::run(args),
        Command::List(args) => list::run(args),
        Command::Explain(args) => explain::run(args),
        Command::Fmt(args) => fmt::run(args),
        Command::Lint(args) => lint::run(args),
        Command::Suggest(args) => suggest::run(args),
        Command::Review(args) => review::run(args),
        Command::History(args) => history::run(args),
        Command::Init(args) => init::run(args),
        Command::Doctor(args) => doctor::run(args),
        Command::Completions(args) => manual::completions(args),
        Command::Man(args) => manual::man(args),
        Command::Config(args) => config::run(args),
        Command::Baseline(args) => baseline::run(args),
    }
}

/// The arguments, if they go together.
fn sound(cli: Cli) -> Result<Cli, clap::Error> {
    let output = match &cli.command {
        Command::Check(args) => Some(&args.output),
        Command::Verify(args) => Some(&args.output),
        Command::Facts(_)
        | Command::List(_)
        | Command::Explain(_)
        | Command::Fmt(_)
        | Command::Lint(_)
        | Command::Suggest(_)
        | Command::Review(_)
        | Command::History(_)
        | Command::Init(_)
        | Command::Doctor(_)
        | Command::Completions(_)
        | Command::Man(_)
        | Command::Config(_)
        | Command::Baseline(_)
        | Command::Coverage(_) => None,
    };
    if let Command::Check(args) = &cli.command
        && args.against_itself
        && !matches!(args.output.format, Form::Human | Form::Json)
    {
        let message = "`--against-itself` is told in the forms `human` and `json`\n";
        return Err(clap::Error::raw(ErrorKind::ArgumentConflict, message));
    }
    match output.and_then(OutputArgs::refusal) {
        Some(message) => Err(clap::Error::raw(ErrorKind::ArgumentConflict, message)),
        None => Ok(cli),
    }
}

/// Help and version are answers; anything else is wrong usage.
fn answer_of_clap(error: &clap::Error) -> ExitCode {
    // Where standard error is gone there is nobody left to tell; and what was typed is not to steer a terminal.
    let plain = error.render().to_string();
    let _ = if plain.contains(is_hidden) { note(&printable(&plain)) } else { error.print().map_err(Failure::from) };
    let asked = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
    ExitCode::from(if asked { Status::Passed } else { Status::Usage } as u8)
}

fn is_broken_pipe(failure: &Failure) -> bool {
    match failure {
        Failure::Output(error) => error.kind() == io::ErrorKind::BrokenPipe,
        Failure::Json(error) => error.io_error_kind() == Some(io::ErrorKind::BrokenPipe),
        Failure::Unreadable { .. } | Failure::Unwritable { .. } | Failure::Revision { .. } => false,
    }
}
