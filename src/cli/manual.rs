//! `factum completions` and `factum man`: both are made from the declaration of the command line.

use clap::{Command, CommandFactory};
use clap_complete::generate;
use clap_mangen::Man;

use crate::run::Status;

use super::args::{Cli, CompletionsArgs, ManArgs};
use super::{Failure, files, say};

/// Prints the completions of a shell.
pub(super) fn completions(args: &CompletionsArgs) -> Result<Status, Failure> {
    let mut out = Vec::new();
    generate(args.shell, &mut Cli::command(), "factum", &mut out);
    say(&String::from_utf8_lossy(&out))?;
    Ok(Status::Passed)
}

/// Prints the manual page, or writes a page for each command.
pub(super) fn man(args: &ManArgs) -> Result<Status, Failure> {
    let mut program = Cli::command();
    program.build();
    match &args.folder {
        None => say(&page(program)?)?,
        Some(folder) => {
            for command in with_subcommands(program) {
                let name = format!("{}.1", command.get_display_name().unwrap_or_else(|| command.get_name()));
                files::write(&folder.join(name), &page(command)?)?;
            }
        }
    }
    Ok(Status::Passed)
}

fn page(command: Command) -> Result<String, Failure> {
    let mut out = Vec::new();
    Man::new(command).render(&mut out)?;
    Ok(String::from_utf8_lossy(&out).into_owned())
}

/// A command and all below it, without `help`, which has nothing to say of itself.
fn with_subcommands(command: Command) -> Vec<Command> {
    let below = command.get_subcommands().filter(|below| below.get_name() != "help").cloned();
    let below: Vec<Command> = below.flat_map(with_subcommands).collect();
    [command].into_iter().chain(below).collect()
}
