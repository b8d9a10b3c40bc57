//! Where the text that was read comes from: places in it lead back to places in the file.

use crate::source::Span;

/// How offsets lead back to the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::syntax) enum Origin {
    /// A piece of the file that starts there.
    Piece(usize),
    /// A text put together from stretches of the file: pairs of an offset in the text and the span in the file that the text from there on
    /// was taken from. Ascending, the first at zero. A stretch whose lengths differ leads back as a whole.
    Stretches(Vec<Stretch>),
}

/// A part of a text that was put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::syntax) struct Stretch {
    /// Where it starts in the text.
    pub(in crate::syntax) start: usize,
    /// Where it ends in the text.
    pub(in crate::syntax) end: usize,
    /// Where it comes from.
    pub(in crate::syntax) from: Span,
}

impl Origin {
    /// The span in the file that `start..end` comes from.
    pub(in crate::syntax) fn span(&self, start: usize, end: usize) -> Span {
        match self {
            Origin::Piece(base) => Span::new(base + start, base + end),
            Origin::Stretches(stretches) => stretched(stretches, start, end),
        }
    }
}

/// Within one stretch, the very place; across several, all of what they come from, as long as that is in one order.
fn stretched(stretches: &[Stretch], start: usize, end: usize) -> Span {
    let touched = stretches.iter().filter(|stretch| stretch.start < end.max(start + 1) && start < stretch.end);
    let mut spans = touched.map(|stretch| within(stretch, start.max(stretch.start), end.min(stretch.end)));
    let first = spans.next().unwrap_or_default();
    spans.fold(first, Span::cover)
}

fn within(stretch: &Stretch, start: usize, end: usize) -> Span {
    if stretch.from.len() != stretch.end - stretch.start {
        return stretch.from;
    }
    let base = stretch.from.start as usize;
    Span::new(base + start - stretch.start, base + end.max(start) - stretch.start)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn put_together() -> Origin {
        Origin::Stretches(vec![
            Stretch { start: 0, end: 4, from: Span::new(100, 104) },
            Stretch { start: 4, end: 7, from: Span::new(20, 23) },
            Stretch { start: 7, end: 9, from: Span::new(30, 36) },
        ])
    }

    #[test]
    fn a_place_within_a_stretch_leads_back_exactly() {
        assert_eq!(put_together().span(1, 3), Span::new(101, 103));
        assert_eq!(put_together().span(5, 7), Span::new(21, 23));
        assert_eq!(Origin::Piece(40).span(1, 3), Span::new(41, 43));
    }

    #[test]
    fn a_stretch_of_another_length_leads_back_as_a_whole() {
        assert_eq!(put_together().span(7, 8), Span::new(30, 36));
    }

    #[test]
    fn a_place_across_stretches_covers_both() {
        assert_eq!(put_together().span(5, 9), Span::new(21, 36));
    }
}
