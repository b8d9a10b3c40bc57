//! What the program tells: all that goes to standard output and standard error goes through here, and nothing of it steers a terminal.
//! Names, arguments, settings and articles are written by anybody.

use std::borrow::Cow;
use std::io::{self, IsTerminal, Write};

use crate::source::{is_hidden, printable, printable_but_colours};

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
    out(escaped(text).as_bytes())
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

/// JSON in which no character is hidden. Outside of its texts there is none.
pub(super) fn escaped(json: &str) -> Cow<'_, str> {
    if !json.contains(is_hidden) {
        return Cow::Borrowed(json);
    }
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        if is_hidden(c) { out.push_str(&format!("\\u{:04x}", c as u32)) } else { out.push(c) }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn json_is_the_same_with_its_hidden_characters_escaped() {
        let value = serde_json::json!({"a\u{9b}31m": "\u{1b}[31m\u{7f}\u{202e}\u{61c} plain\n\té"});
        let text = serde_json::to_string_pretty(&value).unwrap();
        assert!(escaped(&text).contains("\\u009b31m") && !escaped(&text).contains(crate::source::is_hidden));
        assert_eq!(serde_json::from_str::<serde_json::Value>(&escaped(&text)).unwrap(), value);
    }
}
