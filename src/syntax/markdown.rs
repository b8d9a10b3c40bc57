//! Check files inside Markdown: fenced blocks whose info string is `check`.

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

/// The text with nothing left in it but its `check` blocks: all other bytes have become spaces, line feeds have stayed, so that every offset
/// and every line is the same.
pub(super) fn only_checks(text: &str) -> String {
    let mut out = blank(text);
    let mut inside = false;
    for (event, range) in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => inside = is_check(&info),
            Event::End(TagEnd::CodeBlock) => inside = false,
            Event::Text(_) if inside => {
                if let (Some(block), Some(target)) = (text.as_bytes().get(range.clone()), out.get_mut(range)) {
                    target.copy_from_slice(block);
                }
            }
            _ => {}
        }
    }
    String::from_utf8(out).unwrap_or_default()
}

/// Whether Markdown has a block of checks, were it an empty one.
pub fn has_checks(text: &str) -> bool {
    let mut events = Parser::new_ext(text, Options::ENABLE_TABLES);
    events.any(|event| matches!(event, Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) if is_check(&info)))
}

/// Whether the first word of an info string is `check`.
fn is_check(info: &str) -> bool {
    info.split(|c: char| c.is_whitespace() || c == ',').next() == Some("check")
}

fn blank(text: &str) -> Vec<u8> {
    text.bytes().map(|byte| if byte == b'\n' { b'\n' } else { b' ' }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_check_blocks_stay_and_stay_where_they_are() {
        let text = "# Mémo\n\n```check\nentity A = B\n```\n\n> ```check title\n> entity C\n> ```\n\n```rust\nentity D\n```\n\nentity E\n";
        let masked = only_checks(text);
        assert_eq!(masked.len(), text.len());
        assert_eq!(masked.split_whitespace().collect::<Vec<_>>().join(" "), "entity A = B entity C");
        assert_eq!(masked.find("entity A"), text.find("entity A"));
    }
}
