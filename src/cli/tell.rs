//! What the program tells: all that goes to standard output and standard error goes through here, and nothing of it steers a terminal.
//! Names, arguments, settings and articles are written by anybody.

use std::io::{self, IsTerminal, Write};

use crate::source::{printable, printable_but_colours, printable_json};

use super::Failure;

/// Writes a report, which may be painted.
pub(super) fn print(text: &str) -> Result<(), Failure> {
    out(printable_but_colours(text).as_bytes())
}

/// Writes to standard error what may be painted.
pub(super) fn note(text: &str) -> Result<(), Failure> {
    io::stderr().lock().write_all(printable_but_colours(text).as_bytes())?;
    Ok(())
}

/// Writes lines without paint.
pub(super) fn say(text: &str) -> Result<(), Failure> {
    out(printable(text).as_bytes())
}

/// Writes to standard error that something cannot be done; `why` may have its help on a line of its own.
pub(super) fn refuse(why: &str) -> Result<(), Failure> {
    note(&printable(&format!("error: {}\n", why.trim_end())))
}

/// Writes JSON. What would steer a terminal is escaped, so that it is the same JSON.
pub(super) fn print_json(text: &str) -> Result<(), Failure> {
    out(printable_json(text).as_bytes())
}

/// Writes a text that goes on into a file, as it is; on a terminal it is only looked at.
pub(super) fn print_file(text: &str) -> Result<(), Failure> {
    if io::stdout().is_terminal() { say(text) } else { out(text.as_bytes()) }
}

fn out(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()?;
    Ok(())
}
