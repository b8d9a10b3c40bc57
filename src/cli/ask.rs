//! What somebody at a terminal says: one key where single keys can be read, else a line.

use std::io::{self, BufRead};

use console::{Key, Term};

use super::{Failure, look, print};

/// What may be said of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// The change is accepted.
    Accept,
    /// It is taken back.
    Reject,
    /// It stays pending.
    Skip,
    /// It is accepted with all others of its file.
    AcceptAll,
    /// Nothing more is asked.
    Quit,
}

/// Who answers.
pub(super) struct Answers {
    /// The terminal, where it gives single keys.
    keys: Option<Term>,
}

impl Answers {
    /// Those of the terminal.
    pub fn begin() -> Self {
        Self { keys: look::gives_keys().then(Term::stdout) }
    }

    /// The next word that is one; the end of the input is the end of the review.
    pub fn word(&self) -> Result<Word, Failure> {
        let then = if self.keys.is_some() { "" } else { ", then Enter" };
        loop {
            print(&format!("[a]ccept, [r]eject, [s]kip, [A]ccept all of this file, [q]uit{then}? "))?;
            let answer = match &self.keys {
                Some(keys) => key(keys)?,
                None => self.line()?,
            };
            let Some(answer) = answer else { return Ok(Word::Quit) };
            match word(answer.trim()) {
                Some(word) => return Ok(word),
                None => print(&format!("There is no answer `{}` here.\n", answer.trim()))?,
            }
        }
    }

    /// The next line; none where there are no more.
    pub fn line(&self) -> Result<Option<String>, Failure> {
        Ok(io::stdin().lock().lines().next().transpose()?)
    }
}

fn word(answer: &str) -> Option<Word> {
    match answer {
        "a" | "accept" => Some(Word::Accept),
        "r" | "reject" => Some(Word::Reject),
        "s" | "skip" | "" => Some(Word::Skip),
        "A" => Some(Word::AcceptAll),
        "q" | "quit" => Some(Word::Quit),
        _ => None,
    }
}

/// Control-D, in raw bytes: the end of the input.
const END: char = '\u{4}';

/// The next key, shown behind the question with a line feed; none where there are no more.
fn key(keys: &Term) -> Result<Option<String>, Failure> {
    let answer = match keys.read_key() {
        Ok(Key::Char(END)) => None,
        Ok(Key::Char(key)) => Some(key.to_string()),
        Ok(Key::Enter) => Some(String::new()),
        Ok(Key::Escape) => Some("q".to_owned()),
        Ok(_) => Some("?".to_owned()),
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => None,
        Err(error) => return Err(error.into()),
    };
    print(&format!("{}\n", answer.as_deref().unwrap_or_default()))?;
    Ok(answer)
}

#[cfg(test)]
mod tests {
    use super::{Word, word};

    #[test]
    fn a_word_is_a_letter_or_what_it_stands_for() {
        assert_eq!([word("a"), word("A"), word("")], [Some(Word::Accept), Some(Word::AcceptAll), Some(Word::Skip)]);
        assert_eq!([word("R"), word("x"), word("acept")], [None; 3]);
    }
}
