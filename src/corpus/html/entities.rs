//! Entities in a text of HTML: "&amp;", "&#8217;", "&copy".

use html5gum::{Token, Tokenizer};

/// A run of a text: plain characters, or an entity with what it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Run<'a> {
    /// Characters that stand for themselves, at this offset of the text.
    Plain(usize, &'a str),
    /// The bytes from the first offset up to the second spell these characters.
    Spelled(usize, usize, String),
}

/// Cuts a text between two tags into runs.
pub(super) fn runs(text: &str) -> Vec<Run<'_>> {
    let mut runs = Vec::new();
    let mut plain = 0;
    let mut at = 0;
    while let Some(sign) = text[at..].find('&').map(|sign| at + sign) {
        let end = sign + entity(&text[sign..]);
        if let Some(characters) = spelled(&text[sign..end]) {
            runs.push(Run::Plain(plain, &text[plain..sign]));
            runs.push(Run::Spelled(sign, end, characters));
            plain = end;
        }
        at = end;
    }
    runs.push(Run::Plain(plain, &text[plain..]));
    runs
}

/// The longest name of an entity, its marks included, is a little shorter than this.
const LONGEST: usize = 40;

/// The bytes from an ampersand up to the end of what may be an entity: letters and digits, and a semicolon.
fn entity(text: &str) -> usize {
    let named = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'#';
    let name = text.bytes().skip(1).take(LONGEST).take_while(named).count();
    1 + name + usize::from(text.as_bytes().get(1 + name) == Some(&b';'))
}

/// What an entity stands for; none where it is no entity. The tokenizer knows all two thousand of them.
fn spelled(entity: &str) -> Option<String> {
    let mut characters = String::new();
    for token in Tokenizer::new(entity) {
        let Ok(token) = token;
        if let Token::String(string) = token {
            characters.push_str(&String::from_utf8_lossy(&string.value));
        }
    }
    (characters != entity).then_some(characters)
}

#[cfg(test)]
mod tests {
    use super::{Run, runs};

    fn decoded(text: &str) -> String {
        let of = |run: Run<'_>| match run {
            Run::Plain(_, plain) => plain.to_owned(),
            Run::Spelled(_, _, characters) => characters,
        };
        runs(text).into_iter().map(of).collect()
    }

    #[test]
    fn entities_are_spelled_out() {
        assert_eq!(decoded("R&amp;D &#8217;24 &#x20ac;5 &copy 2024 caf&eacute;"), "R&D ’24 €5 © 2024 café");
    }

    #[test]
    fn what_is_no_entity_stays() {
        for text in ["", "&", "a & b", "&;", "&nosuchthing;", "&&&", "AT&T"] {
            assert_eq!(decoded(text), text);
        }
    }

    #[test]
    fn a_run_knows_its_bytes() {
        assert_eq!(
            runs("a &lt; b"),
            vec![Run::Plain(0, "a "), Run::Spelled(2, 6, "<".to_owned()), Run::Plain(6, " b")]
        );
    }
}
