//! What the comments of a check file assert.

/// One assertion of a comment: `verdict: contradicted`, `passage: supports "will invest"`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Annotation {
    /// The line of the comment in its file, counted from one.
    pub line: usize,
    /// `verdict`, `literal`, `error`, …
    pub key: String,
    /// The bare words behind the key, brackets left out.
    pub words: String,
    /// The text in quotation marks, if any.
    pub text: Option<String>,
}

/// What a comment may assert.
const KEYS: [&str; 11] = [
    "verdict",
    "literal",
    "outcome",
    "error",
    "warning",
    "note",
    "passage",
    "underlines",
    "advice",
    "reason",
    "nearest",
];

/// The annotations of a check file, in order. A comment holds several, separated by semicolons; a comment that does not begin with a
/// key is prose.
pub fn annotations(text: &str) -> Vec<Annotation> {
    let comments = text.lines().enumerate().filter_map(|(number, line)| Some((number + 1, comment(line)?)));
    comments
        .flat_map(|(line, comment)| pieces(comment).into_iter().filter_map(move |piece| annotation(line, &piece)))
        .collect()
}

/// What stands behind the first `#` outside of quotation marks.
fn comment(line: &str) -> Option<&str> {
    let mut quoted = false;
    for (at, c) in line.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '#' if !quoted => return Some(&line[at + 1..]),
            _ => {}
        }
    }
    None
}

/// The comment cut at semicolons outside of quotation marks.
fn pieces(comment: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut quoted = false;
    for c in comment.chars() {
        quoted ^= c == '"';
        match (c, quoted) {
            (';', false) => pieces.push(String::new()),
            (other, _) => pieces.last_mut().expect("there is one").push(other),
        }
    }
    pieces
}

fn annotation(line: usize, piece: &str) -> Option<Annotation> {
    let (key, rest) = piece.trim().split_once(':')?;
    if !KEYS.contains(&key) {
        return None;
    }
    let (words, text) = match rest.split_once('"') {
        Some((words, text)) => (words, Some(text.trim_end().trim_end_matches('"').to_owned())),
        None => (rest, None),
    };
    let words = words.trim().trim_matches(['[', ']']).to_owned();
    Some(Annotation { line, key: key.to_owned(), words, text })
}

#[test]
fn a_comment_holds_several_annotations_and_prose_holds_none() {
    let found = annotations(
        "a == 1 # verdict: contradicted; underlines: \"1; # 2\"\n# a word: of prose\n# error: [no-unit] \"knot\"",
    );
    let told: Vec<_> =
        found.iter().map(|it| (it.line, it.key.as_str(), it.words.as_str(), it.text.as_deref())).collect();
    assert_eq!(
        told,
        [
            (1, "verdict", "contradicted", None),
            (1, "underlines", "", Some("1; # 2")),
            (3, "error", "no-unit", Some("knot"))
        ]
    );
}
