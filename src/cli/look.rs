//! How output looks: what the command line says, then the environment, then the terminal.

use std::env;
use std::io::{IsTerminal, stdout};

use crate::report::{Colour, Glyphs, Style};

use super::args::{ColourChoice, LookArgs};

/// The style of what goes to standard output.
pub(super) fn style(look: &LookArgs) -> Style {
    let glyphs = if look.ascii { Glyphs::Ascii } else { Glyphs::Unicode };
    Style { width: usize::from(look.width), colour: colour(look.color), glyphs }
}

/// The style of what goes into a file.
pub(super) fn plain(look: &LookArgs) -> Style {
    Style { colour: Colour::Never, ..style(look) }
}

/// Whether the terminal can do no more than print.
pub(super) fn is_dumb() -> bool {
    variable("TERM").as_deref() == Some("dumb")
}

/// Whether there is a terminal that somebody can be asked at key by key.
pub(super) fn gives_keys() -> bool {
    stdout().is_terminal() && !is_dumb()
}

fn colour(choice: ColourChoice) -> Colour {
    let shown = match choice {
        ColourChoice::Always => true,
        ColourChoice::Never => false,
        ColourChoice::Auto => {
            let force = ["FORCE_COLOR", "CLICOLOR_FORCE"].into_iter().find_map(variable);
            wanted(variable("NO_COLOR"), force, variable("TERM"), stdout().is_terminal())
        }
    };
    if shown { Colour::Always } else { Colour::Never }
}

#[expect(clippy::disallowed_methods, reason = "the command line is where the environment is read")]
fn variable(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.is_empty())
}

/// The customs of <https://no-color.org>, <https://force-color.org> and <https://bixense.com/clicolors>. `force` is what the first of the
/// variables that force colours says; `0` and `false` force none.
fn wanted(no_color: Option<String>, force: Option<String>, term: Option<String>, terminal: bool) -> bool {
    if no_color.is_some() {
        return false;
    }
    if force.is_some_and(|force| !matches!(&force[..], "0" | "false")) {
        return true;
    }
    terminal && term.as_deref() != Some("dumb")
}

#[cfg(test)]
mod tests {
    use super::wanted;

    fn is(value: &str) -> Option<String> {
        Some(value.to_owned())
    }

    #[test]
    fn no_color_beats_force_beats_the_terminal() {
        assert!(!wanted(is("1"), is("1"), None, true));
        assert!(wanted(None, is("1"), None, false));
        assert!(!wanted(None, is("0"), None, false));
        assert!(!wanted(None, is("false"), None, false));
        assert!(wanted(None, None, is("xterm"), true));
        assert!(!wanted(None, None, is("dumb"), true));
        assert!(!wanted(None, None, None, false));
    }
}
