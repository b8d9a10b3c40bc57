//! Articles with some of their words changed, in memory: the blocks and the way back to the file move along.

use crate::source::Span;

use super::{Document, Zone};

/// Words of a text that others take the place of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// Where they stand, in the reading text; empty where nothing is taken away.
    pub span: Span,
    /// What stands there then.
    pub words: String,
}

/// A text after edits, and where each of the edits stands in it then. The edits are in order and do not overlap; one that does not lie
/// in the text changes nothing.
pub fn edited(text: &str, edits: &[Edit]) -> (String, Vec<Span>) {
    let (mut out, mut spans, mut at) = (String::with_capacity(text.len()), Vec::with_capacity(edits.len()), 0);
    for edit in edits {
        let range = edit.span.range();
        if range.start < at || text.get(range.clone()).is_none() {
            spans.push(Span::new(out.len(), out.len()));
            continue;
        }
        out.push_str(text.get(at..range.start).unwrap_or_default());
        let start = out.len();
        out.push_str(&edit.words);
        spans.push(Span::new(start, out.len()));
        at = range.end;
    }
    out.push_str(text.get(at..).unwrap_or_default());
    (out, spans)
}

impl Document {
    /// The article after edits, which are in order and do not overlap.
    pub fn edited(&self, edits: &[Edit]) -> Self {
        let (text, _) = edited(&self.text, edits);
        let moved = |at: u32| {
            let before = edits.iter().take_while(|edit| edit.span.end <= at && edit.span.start < at.max(1));
            let grown = before.fold(i64::from(at), |at, edit| {
                let (new, old) = (edit.words.len() as u64, edit.span.len() as u64);
                at.saturating_add_unsigned(new).saturating_sub_unsigned(old)
            });
            u32::try_from(grown).unwrap_or(u32::MAX)
        };
        let span = |span: Span| Span { start: moved(span.start), end: moved(span.end) };
        let zones = self.zones.iter().map(|zone| Zone { span: span(zone.span), ..*zone }).collect();
        let mut dateline = self.dateline.clone();
        if let Some(line) = &mut dateline {
            line.span = span(line.span);
        }
        let map = self.map.iter().map(|(reading, file)| (moved(*reading), *file)).collect();
        Self { text, zones, dateline, map, ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use crate::corpus::{Document, Edit, Zone, ZoneKind};
    use crate::source::{FileId, Span};

    fn edit(start: usize, end: usize, words: &str) -> Edit {
        Edit { span: Span::new(start, end), words: words.to_owned() }
    }

    #[test]
    fn blocks_move_with_their_words() {
        let zone = |start, end| Zone { kind: ZoneKind::Body, span: Span::new(start, end) };
        let document = Document {
            text: "one two\nthree".to_owned(),
            zones: vec![zone(0, 7), zone(8, 13)],
            ..Document::untitled("a".to_owned(), FileId(0))
        };
        let after = document.edited(&[edit(0, 3, "eleven"), edit(8, 13, "3")]);
        assert_eq!(after.text, "eleven two\n3");
        let words: Vec<&str> = after.zones.iter().map(|zone| zone.span.slice(&after.text)).collect();
        assert_eq!(words, ["eleven two", "3"]);
    }

    #[test]
    fn edits_that_do_not_fit_change_nothing() {
        let (text, spans) = super::edited("äöü", &[edit(1, 3, "x"), edit(90, 99, "y")]);
        assert_eq!(text, "äöü");
        assert_eq!(spans.len(), 2);
    }
}
