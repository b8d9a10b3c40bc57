//! HTML as a row of pieces: tags with their roles, and texts with their places.

use std::collections::BTreeMap;

use html5gum::{DefaultEmitter, HtmlString, Spanned, StartTag, Token, Tokenizer};

use super::elements::{Role, is_raw, role};

/// A tag or a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// A start tag.
    Open {
        /// What its element means.
        role: Role,
        /// Where the tag begins.
        at: usize,
        /// The position of the piece that ends its element.
        end: usize,
        /// Whether that is its own end tag.
        closed: bool,
        /// Its attributes, of the elements that say something of the page.
        attributes: BTreeMap<String, String>,
    },
    /// An end tag.
    Close {
        /// What its element means.
        role: Role,
    },
    /// Characters, entities and all, of a range of bytes.
    Text {
        /// The first byte.
        start: usize,
        /// The byte behind the last.
        end: usize,
    },
}

/// The pieces of a page, with each start tag tied to its end tag. Never fails: browsers read anything, and so does this.
pub(super) fn pieces(text: &str) -> Vec<Piece> {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let mut pieces = Pieces::default();
    for token in Tokenizer::new_with_emitter(text, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => pieces.open(tag),
            Token::EndTag(tag) => pieces.close(&tag.name),
            Token::String(string) => pieces.text(text, string.span),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    pieces.all
}

#[derive(Default)]
struct Pieces {
    all: Vec<Piece>,
    /// Positions of start tags whose end tag has not come yet, by the name of the element.
    open: BTreeMap<Vec<u8>, Vec<usize>>,
}

impl Pieces {
    fn open(&mut self, tag: StartTag<usize>) {
        let (role, here) = (role(&tag.name), self.all.len());
        let said =
            |(name, value): (HtmlString, Spanned<HtmlString>)| (lossy(&name).to_ascii_lowercase(), lossy(&value.value));
        let attributes = match role {
            Role::Said => tag.attributes.into_iter().map(said).collect(),
            _ => BTreeMap::new(),
        };
        let is_empty = tag.self_closing && role == Role::Dropped && !is_raw(&tag.name);
        if role != Role::Inline && !is_empty {
            self.open.entry(tag.name.to_vec()).or_default().push(here);
        }
        let end = here + unclosed(role, &tag.name);
        self.all.push(Piece::Open { role, at: tag.span.start, end, closed: false, attributes });
    }

    fn close(&mut self, name: &[u8]) {
        let here = self.all.len();
        let opened = self.open.get_mut(name).and_then(Vec::pop).and_then(|at| self.all.get_mut(at));
        if let Some(Piece::Open { end, closed, .. }) = opened {
            (*end, *closed) = (here, true);
        }
        self.all.push(Piece::Close { role: role(name) });
    }

    /// A text. At the end of a file the tokenizer leaves the semicolon of a last entity out of its span.
    fn text(&mut self, text: &str, span: html5gum::Span<usize>) {
        let end = span.end + usize::from(text.as_bytes().get(span.end) == Some(&b';'));
        self.all.push(Piece::Text { start: span.start, end });
    }
}

/// How many pieces an element holds whose end tag never comes: what would hide or move text holds none; a heading or an item whose
/// end tag may be left out holds its first words, which decide what their block is.
fn unclosed(role: Role, name: &[u8]) -> usize {
    match role {
        Role::Dropped if is_raw(name) => 2,
        Role::Dropped | Role::Beside | Role::Main | Role::Article => 0,
        _ => 4,
    }
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
