//! A change for people: what went and what came, with the words that differ marked in lines that are alike.

use crate::report::{DiffLine, Ink, Style, Turn, diff_lines};
use crate::source::printable;

use super::change::Change;
use super::entry::Entry;

/// One line: what became of which check.
pub fn line(change: &Change, name: &str, style: &Style) -> String {
    format!(
        "{} {}\n",
        style.paint(Ink::Bold, &printable(&format!("{name}#{}", change.id))),
        style.paint(Ink::Yellow, change.kind.name())
    )
}

/// The entry with what went (`-`) and what came (`+`). Without colour the words that differ stand between `[-…-]` and `{+…+}`.
pub fn drawn(change: &Change, style: &Style) -> String {
    let text = |entry: &Option<Entry>| entry.as_ref().map(|entry| printable(&entry.text) + "\n").unwrap_or_default();
    let lines = diff_lines(&text(&change.old), &text(&change.new));
    lines.iter().map(|line| drawn_line(line, style) + "\n").collect()
}

fn drawn_line(line: &DiffLine, style: &Style) -> String {
    match line {
        DiffLine::Whole(turn, text) => match turn {
            Turn::Kept => format!("  {text}"),
            Turn::Went => style.paint(Ink::Red, &format!("- {text}")),
            Turn::Came => style.paint(Ink::Green, &format!("+ {text}")),
        },
        DiffLine::Reworded(runs) => {
            let drawn = |(turn, text): &(Turn, String)| match turn {
                Turn::Kept => text.clone(),
                Turn::Went => marked(text, Ink::Red, ["[-", "-]"], style),
                Turn::Came => marked(text, Ink::Green, ["{+", "+}"], style),
            };
            format!("~ {}", runs.iter().map(drawn).collect::<String>())
        }
    }
}

fn marked(text: &str, ink: Ink, [open, close]: [&str; 2], style: &Style) -> String {
    if style.is_coloured() { style.paint(ink, text) } else { format!("{open}{text}{close}") }
}
