//! A change for people: what went and what came, with the words that differ marked in lines that are alike.

use similar::{ChangeTag, DiffOp, TextDiff};

use crate::report::{Ink, Style};
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
    let (old, new) = (text(&change.old), text(&change.new));
    let diff = TextDiff::from_lines(&old, &new);
    let mut out = String::new();
    for op in diff.ops() {
        match op {
            DiffOp::Replace { old_index, old_len, new_index, new_len } if old_len == new_len => {
                let (before, after) = (diff.old_slices(), diff.new_slices());
                let pairs = before.iter().skip(*old_index).take(*old_len).zip(after.iter().skip(*new_index));
                pairs.for_each(|(old, new)| out.push_str(&words(old, new, style)));
            }
            DiffOp::Equal { .. } | DiffOp::Delete { .. } | DiffOp::Insert { .. } | DiffOp::Replace { .. } => {
                for line in diff.iter_changes(op) {
                    let (sign, ink) = match line.tag() {
                        ChangeTag::Equal => (" ", None),
                        ChangeTag::Delete => ("-", Some(Ink::Red)),
                        ChangeTag::Insert => ("+", Some(Ink::Green)),
                    };
                    let text = format!("{sign} {}", line.value().trim_end_matches('\n'));
                    out.push_str(&ink.map_or(text.clone(), |ink| style.paint(ink, &text)));
                    out.push('\n');
                }
            }
        }
    }
    out
}

/// Lines less alike than that are read one after the other, and not word by word.
const ALIKE: f32 = 0.6;

/// One line that changed into another, word by word where they are alike.
fn words(old: &str, new: &str, style: &Style) -> String {
    let (old, new) = (old.trim_end_matches('\n'), new.trim_end_matches('\n'));
    let diff = TextDiff::from_words(old, new);
    if diff.ratio() < ALIKE {
        let [went, came] = [(Ink::Red, "-", old), (Ink::Green, "+", new)]
            .map(|(ink, sign, line)| style.paint(ink, &format!("{sign} {line}")));
        return format!("{went}\n{came}\n");
    }
    let mut runs: Vec<(ChangeTag, String)> = Vec::new();
    for change in diff.iter_all_changes() {
        match runs.last_mut().filter(|(tag, _)| *tag == change.tag()) {
            Some((_, run)) => run.push_str(change.value()),
            None => runs.push((change.tag(), change.value().to_owned())),
        }
    }
    let drawn = |(tag, text): &(ChangeTag, String)| match tag {
        ChangeTag::Equal => text.clone(),
        ChangeTag::Delete => marked(text, Ink::Red, ["[-", "-]"], style),
        ChangeTag::Insert => marked(text, Ink::Green, ["{+", "+}"], style),
    };
    format!("~ {}\n", runs.iter().map(drawn).collect::<String>())
}

fn marked(text: &str, ink: Ink, [open, close]: [&str; 2], style: &Style) -> String {
    if style.is_coloured() { style.paint(ink, text) } else { format!("{open}{text}{close}") }
}
