//! What went and what came from one text to another: line by line, and in lines that are alike word by word.

use similar::{ChangeTag, DiffOp, TextDiff};

/// Lines of which a smaller share of the words is the same are read one after the other, and not word by word.
const ALIKE: f64 = 0.6;

/// What became of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// They are there as before.
    Kept,
    /// They are gone.
    Went,
    /// They are new.
    Came,
}

impl From<ChangeTag> for Turn {
    fn from(tag: ChangeTag) -> Self {
        match tag {
            ChangeTag::Equal => Self::Kept,
            ChangeTag::Delete => Self::Went,
            ChangeTag::Insert => Self::Came,
        }
    }
}

/// A line of either text, or of both, without its line feed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DiffLine {
    /// As a whole.
    Whole(Turn, String),
    /// One line that became another: its words in runs, of which neighbours differ in what became of them.
    Reworded(Vec<(Turn, String)>),
}

/// The lines of two texts, in their order.
pub fn diff_lines(old: &str, new: &str) -> Vec<DiffLine> {
    let diff = TextDiff::from_lines(old, new);
    let mut out = Vec::new();
    for op in diff.ops() {
        match op {
            DiffOp::Replace { old_index, old_len, new_index, new_len } if old_len == new_len => {
                let (before, after) = (diff.old_slices(), diff.new_slices());
                let pairs = before.iter().skip(*old_index).take(*old_len).zip(after.iter().skip(*new_index));
                pairs.for_each(|(old, new)| out.extend(words(bare(old), bare(new))));
            }
            DiffOp::Equal { .. } | DiffOp::Delete { .. } | DiffOp::Insert { .. } | DiffOp::Replace { .. } => {
                let lines = diff.iter_changes(op);
                out.extend(lines.map(|line| DiffLine::Whole(line.tag().into(), bare(line.value()).to_owned())));
            }
        }
    }
    out
}

fn bare(line: &str) -> &str {
    line.trim_end_matches('\n')
}

/// One line that changed into another.
fn words(old: &str, new: &str) -> Vec<DiffLine> {
    match diff_words(old, new) {
        Some(runs) => vec![DiffLine::Reworded(runs)],
        None => {
            [(Turn::Went, old), (Turn::Came, new)].map(|(turn, line)| DiffLine::Whole(turn, line.to_owned())).into()
        }
    }
}

/// The words of two lines that are alike, in runs; none where they are not.
pub fn diff_words(old: &str, new: &str) -> Option<Vec<(Turn, String)>> {
    let diff = TextDiff::from_words(old, new);
    let mut runs: Vec<(Turn, String)> = Vec::new();
    for change in diff.iter_all_changes() {
        match runs.last_mut().filter(|(turn, _)| *turn == change.tag().into()) {
            Some((_, run)) => run.push_str(change.value()),
            None => runs.push((change.tag().into(), change.value().to_owned())),
        }
    }
    let kept: usize = runs.iter().filter(|(turn, _)| *turn == Turn::Kept).map(|(_, run)| words_in(run)).sum();
    is_share(2 * kept, words_in(old) + words_in(new)).then_some(runs)
}

fn words_in(text: &str) -> usize {
    text.split_whitespace().count()
}

#[expect(clippy::cast_precision_loss, reason = "a share of the words of a line")]
fn is_share(part: usize, whole: usize) -> bool {
    part as f64 >= whole as f64 * ALIKE
}

#[cfg(test)]
mod tests {
    use super::{DiffLine, Turn, diff_lines};

    #[test]
    fn a_line_that_is_alike_is_read_word_by_word_and_another_as_a_whole() {
        let (old, new) =
            ("same\nit rose to 5 million in May\nOstvik", "same\nit rose to 6 million in May\nsomething else");
        let runs = [(Turn::Kept, "it rose to "), (Turn::Went, "5"), (Turn::Came, "6"), (Turn::Kept, " million in May")];
        let wanted = [
            DiffLine::Whole(Turn::Kept, "same".to_owned()),
            DiffLine::Reworded(runs.map(|(turn, words)| (turn, words.to_owned())).into()),
            DiffLine::Whole(Turn::Went, "Ostvik".to_owned()),
            DiffLine::Whole(Turn::Came, "something else".to_owned()),
        ];
        assert_eq!(diff_lines(old, new), wanted);
    }
}
