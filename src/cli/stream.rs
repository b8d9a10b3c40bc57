//! Lines of JSON from standard input, each answered by one line: a stream that holds no more than a batch, in the order of its input.

use std::borrow::Cow;
use std::io::{self, BufRead, BufReader, Read, Write};

use jiff::civil::Date;
use rayon::iter::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::corpus::{self, LARGEST_ARTICLE};
use crate::diag::Code;
use crate::report::{DocumentLine, ErrorLine, ErrorTree};
use crate::run::{Incoming, Status};
use crate::source::printable_json;

use super::{Failure, refuse};

/// At most so many lines are read in parallel. They are all that is held at a time.
const BATCH: usize = 256;

/// So many are at first: the first answer is not to wait for many others.
const FIRST_BATCH: usize = 4;

/// Bytes that are taken from standard input at once.
const BUFFER: usize = 1 << 20;

/// A line has at most as many bytes as an article. What is longer is passed over, and never held.
const LONGEST_LINE: u64 = LARGEST_ARTICLE;

const MEGABYTE: u64 = 1024 * 1024;

/// A line that came in.
#[derive(Debug, PartialEq, Eq)]
enum Line {
    Whole(Vec<u8>),
    /// It has so many bytes.
    TooLong(u64),
}

/// An answer as JSON.
pub(super) type Written = io::Result<Vec<u8>>;

/// Writes an answer, with nothing in it that steers a terminal; it will take up about `room` bytes.
pub(super) fn written(answer: &impl Serialize, room: usize) -> Written {
    let mut line = Pushed(Vec::with_capacity(room));
    serde_json::to_writer(&mut line, answer)?;
    let line = String::from_utf8(line.0).map_err(io::Error::other)?;
    Ok(match printable_json(&line) {
        Cow::Borrowed(_) => line,
        Cow::Owned(shown) => shown,
    }
    .into_bytes())
}

/// Bytes as JSON is written: it comes in small pieces, most of them of one byte, which is pushed where others are copied.
struct Pushed(Vec<u8>);

impl Write for Pushed {
    #[inline]
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes)?;
        Ok(bytes.len())
    }

    #[inline]
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        match bytes {
            [byte] => self.0.push(*byte),
            _ => self.0.extend_from_slice(bytes),
        }
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Answers line by line. A line that `answer` refuses gets an error with the code `wrong` in its place, and makes the run
/// incomplete; the others go on.
pub(super) fn run(wrong: Code, answer: impl Fn(&[u8]) -> Result<Written, String> + Sync) -> Result<Status, Failure> {
    let mut input = BufReader::with_capacity(BUFFER, io::stdin());
    let mut out = io::BufWriter::new(io::stdout().lock());
    let (mut number, mut limit, mut status) = (0, FIRST_BATCH, Status::Passed);
    loop {
        let batch = next_batch(&mut input, &mut number, limit)?;
        if batch.is_empty() {
            break;
        }
        let answers: Vec<(usize, Result<Written, String>)> =
            batch.par_iter().with_max_len(1).map(|(at, line)| (*at, line.whole().and_then(&answer))).collect();
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
    if number == 0 {
        refuse("nothing comes in on standard input\n  help: send one JSON object a line")?;
        return Ok(Status::Nothing);
    }
    Ok(status)
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
        warnings.push(ErrorTree { code: Code::BadDate, message: format!("{message}; `{id}` is read without a date") });
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

fn refusal(code: Code, line: usize, message: String) -> ErrorLine {
    ErrorLine { id: None, line, error: ErrorTree { code, message } }
}

/// The next lines with their numbers, no more than `limit`; empty at the end. Waits for one line, then takes what is there: whoever
/// writes a line and waits for its answer gets it.
fn next_batch(input: &mut BufReader<impl Read>, number: &mut usize, limit: usize) -> io::Result<Vec<(usize, Line)>> {
    let mut batch = Vec::new();
    while batch.is_empty() || (batch.len() < limit && input.buffer().contains(&b'\n')) {
        let Some(line) = next_line(input, LONGEST_LINE)? else { break };
        *number += 1;
        batch.push((*number, line));
    }
    Ok(batch)
}

fn next_line(input: &mut BufReader<impl Read>, longest: u64) -> io::Result<Option<Line>> {
    let mut line = Vec::new();
    let length = input.by_ref().take(longest).read_until(b'\n', &mut line)? as u64;
    if length < longest || line.ends_with(b"\n") {
        return Ok((length > 0).then_some(Line::Whole(line)));
    }
    drop(line);
    Ok(Some(Line::TooLong(length + input.skip_until(b'\n')? as u64)))
}

impl Line {
    fn whole(&self) -> Result<&[u8], String> {
        match self {
            Self::Whole(line) => Ok(line.trim_ascii()),
            Self::TooLong(bytes) => Err(too_long(*bytes)),
        }
    }
}

fn too_long(bytes: u64) -> String {
    let (size, most) = (bytes.div_ceil(MEGABYTE), LONGEST_LINE / MEGABYTE);
    format!("the line has {size} MB, and at most {most} MB are read: split it into its articles, one a line")
}

#[cfg(test)]
mod tests {
    use std::io::BufReader;

    use super::{Line, next_batch, next_line};

    fn whole(line: &[u8]) -> Line {
        Line::Whole(line.to_vec())
    }

    #[test]
    fn a_last_line_needs_no_line_feed() {
        let mut input = BufReader::new("a\n\nb".as_bytes());
        let mut number = 0;
        let first = next_batch(&mut input, &mut number, 8).unwrap();
        let second = next_batch(&mut input, &mut number, 8).unwrap();
        assert_eq!(first, [(1, whole(b"a\n")), (2, whole(b"\n"))]);
        assert_eq!(second, [(3, whole(b"b"))]);
        assert!(next_batch(&mut input, &mut number, 8).unwrap().is_empty());
    }

    #[test]
    fn a_line_that_is_too_long_is_passed_over_and_counted() {
        let mut input = BufReader::with_capacity(3, "abcdefgh\nij\nklmnop".as_bytes());
        let mut found = Vec::new();
        while let Some(line) = next_line(&mut input, 4).unwrap() {
            found.push(line);
        }
        assert_eq!(
            found,
            [
                Line::TooLong(9),
                whole(
                    b"ij
"
                ),
                Line::TooLong(6)
            ]
        );
    }
}
