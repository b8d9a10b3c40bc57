//! Lines of JSON from standard input, each answered by one line: a stream that holds no more than a batch, in the order of its input.

use std::io::{self, BufRead, BufReader, Read, Write};

use jiff::civil::Date;
use rayon::iter::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::corpus;
use crate::report::{DocumentLine, ErrorLine, ErrorTree};
use crate::run::{Incoming, Status};

use super::Failure;

/// At most so many lines are read in parallel. They are all that is held at a time.
const BATCH: usize = 256;

/// So many are at first: the first answer is not to wait for many others.
const FIRST_BATCH: usize = 4;

/// Bytes that are taken from standard input at once.
const BUFFER: usize = 1 << 20;

/// An answer as JSON.
pub(super) type Written = serde_json::Result<Vec<u8>>;

/// Writes an answer; it will take up about `room` bytes.
pub(super) fn written(answer: &impl Serialize, room: usize) -> Written {
    let mut line = Vec::with_capacity(room);
    serde_json::to_writer(&mut line, answer)?;
    Ok(line)
}

/// Answers line by line. A line that `answer` refuses gets an error with the code `wrong` in its place, and makes the run
/// incomplete; the others go on.
pub(super) fn run(
    wrong: &'static str,
    answer: impl Fn(&[u8]) -> Result<Written, String> + Sync,
) -> Result<Status, Failure> {
    let mut input = BufReader::with_capacity(BUFFER, io::stdin());
    let mut out = io::BufWriter::new(io::stdout().lock());
    let (mut number, mut limit, mut status) = (0, FIRST_BATCH, Status::Passed);
    loop {
        let batch = next_batch(&mut input, &mut number, limit)?;
        if batch.is_empty() {
            break;
        }
        let answers: Vec<(usize, Result<Written, String>)> =
            batch.par_iter().with_max_len(1).map(|(line, text)| (*line, answer(text.trim_ascii()))).collect();
        for (line, answer) in answers {
            match answer {
                Ok(answer) => out.write_all(&answer?)?,
                Err(message) => {
                    status = Status::Incomplete;
                    serde_json::to_writer(&mut out, &refusal(wrong, line, message))?;
                }
            }
            out.write_all(b"\n")?;
        }
        out.flush()?;
        limit = BATCH.min(limit * 2);
    }
    Ok(if number == 0 { Status::Nothing } else { status })
}

/// The object of a line. `form` says what it should have been.
///
/// # Errors
///
/// What is wrong with the line, in one sentence.
pub(super) fn object<T: DeserializeOwned>(text: &[u8], form: &str) -> Result<T, String> {
    if !text.starts_with(b"{") {
        return Err(form.to_owned());
    }
    // The line is told beside the message.
    serde_json::from_slice(text).map_err(|error| error.to_string().replace(" at line 1 column ", " at column "))
}

/// A document of a line. One whose date cannot be told is read without it, with a warning: the article is worth more than its stamp.
pub(super) fn incoming(line: DocumentLine, warnings: &mut Vec<ErrorTree>) -> Incoming {
    let DocumentLine { id, text, published, publisher, title } = line;
    let published = day(published.as_deref()).unwrap_or_else(|message| {
        warnings.push(ErrorTree { code: "bad-date", message: format!("{message}; `{id}` is read without a date") });
        None
    });
    Incoming { id, text, published, publisher, title }
}

/// A date of a line, in any form that papers print.
///
/// # Errors
///
/// It is none, or one of two.
pub(super) fn day(published: Option<&str>) -> Result<Option<Date>, String> {
    let refusal = |text| format!("`published`: no day can be told from `{text}`; write it as 2025-03-07");
    published.map(|text| corpus::published(text).ok_or_else(|| refusal(text))).transpose()
}

fn refusal(code: &'static str, line: usize, message: String) -> ErrorLine {
    ErrorLine { id: None, line, error: ErrorTree { code, message } }
}

/// The next lines with their numbers, no more than `limit`; empty at the end. Waits for one line, then takes what is there: whoever
/// writes a line and waits for its answer gets it.
fn next_batch(input: &mut BufReader<impl Read>, number: &mut usize, limit: usize) -> io::Result<Vec<(usize, Vec<u8>)>> {
    let mut batch = Vec::new();
    while batch.is_empty() || (batch.len() < limit && input.buffer().contains(&b'\n')) {
        let mut line = Vec::new();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        *number += 1;
        batch.push((*number, line));
    }
    Ok(batch)
}

#[cfg(test)]
mod tests {
    use std::io::BufReader;

    use super::next_batch;

    #[test]
    fn a_last_line_needs_no_line_feed() {
        let mut input = BufReader::new("a\n\nb".as_bytes());
        let mut number = 0;
        let first = next_batch(&mut input, &mut number, 8).unwrap();
        let second = next_batch(&mut input, &mut number, 8).unwrap();
        assert_eq!(first, [(1, b"a\n".to_vec()), (2, b"\n".to_vec())]);
        assert_eq!(second, [(3, b"b".to_vec())]);
        assert!(next_batch(&mut input, &mut number, 8).unwrap().is_empty());
    }
}
