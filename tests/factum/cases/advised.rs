//! What the program advises can be read by it: a qualifier that tells events apart, behind its assertion, and what is meant by a slip of the
//! pen, in the place of what was written.

use std::sync::LazyLock;

use factum::check::{Library, gather, lower, prelude};
use factum::source::{SourceFile, Sources};
use factum::statement::Vocabulary;
use serde_json::Value;

static SHIPPED: LazyLock<Vocabulary> = LazyLock::new(prelude);

/// A check file of a case, among the others.
pub struct Advised<'a> {
    /// Its path.
    pub path: &'a str,
    /// Its text.
    pub text: &'a str,
    /// All files of the case.
    pub files: &'a [(String, String)],
}

/// The files of a case, for those that use one another.
struct Shelf<'a>(&'a [(String, String)]);

impl Library for Shelf<'_> {
    fn read(&mut self, path: &str) -> Option<Vec<u8>> {
        self.0.iter().find(|(known, _)| known == path).map(|(_, text)| text.as_bytes().to_vec())
    }
}

impl Advised<'_> {
    /// What is advised and cannot be read. `results` and `diagnostics` are those of the file.
    pub fn complaints<'v>(
        &self,
        results: impl Iterator<Item = &'v Value>,
        diagnostics: impl Iterator<Item = &'v Value>,
    ) -> Vec<String> {
        let added = results.flat_map(|result| qualifiers(result).map(move |qualifier| (result, qualifier)));
        let lines = added.map(|(result, qualifier)| {
            format!("{} {qualifier}", result["assertion"].as_str().expect("a result has its assertion"))
        });
        let unread = lines.filter_map(|line| self.unread(&line));
        unread.chain(diagnostics.filter_map(|diagnostic| self.unmended(diagnostic))).collect()
    }

    /// What is wrong with a line at the end of the file.
    fn unread(&self, line: &str) -> Option<String> {
        let text = format!("{}\n{line}\n", self.text.trim_end());
        let last = text.lines().count();
        let wrong = self.errors(&text).into_iter().find(|(at, _)| *at == last);
        wrong.map(|(_, message)| format!("{}: advised `{line}`, which is wrong: {message}", self.path))
    }

    /// What is still wrong once the underlined words are what was meant.
    fn unmended(&self, diagnostic: &Value) -> Option<String> {
        let meant = diagnostic["help"].as_str()?.split("did you mean `").nth(1)?.split('`').next()?;
        let offset = |name: &str| usize::try_from(diagnostic[name].as_u64()?).ok();
        let (start, end, line) = (offset("start")?, offset("end")?, offset("line")?);
        let (before, behind) = (self.text.get(..start)?, self.text.get(end..)?);
        // What is meant is what is underlined, or that and its value.
        let value = behind.find(['#', '\n']).unwrap_or(behind.len());
        let wrong = |behind: &str| {
            let errors = self.errors(&format!("{before}{meant}{behind}"));
            errors.into_iter().find(|(at, _)| *at == line).map(|(_, message)| message)
        };
        let message = diagnostic["message"].as_str()?;
        let wrong = wrong(behind).filter(|_| wrong(&behind[value..]).is_some())?;
        Some(format!("{}:{line} {message}: meant `{meant}`, which is wrong: {wrong}", self.path))
    }

    /// The errors of a text in the place of the file, with their lines.
    fn errors(&self, text: &str) -> Vec<(usize, String)> {
        let mut sources = Sources::default();
        let file = sources.add(SourceFile::new(self.path, text));
        let (files, mut found) = gather(&mut sources, &[file], &mut Shelf(self.files));
        found.extend(lower(&files, SHIPPED.clone()).1);
        let places = found.iter().filter_map(|diagnostic| Some((diagnostic.place()?, diagnostic.message.clone())));
        let in_file = places.filter(|(place, _)| place.file == file);
        in_file.map(|(place, text)| (sources.file(file).line_column(place.span.start).line, text)).collect()
    }
}

/// The qualifiers that would tell the events of a result apart.
fn qualifiers(result: &Value) -> impl Iterator<Item = &str> {
    let advice = result["advice"].as_array().into_iter().flatten().filter_map(Value::as_str);
    advice.filter_map(|text| text.strip_prefix("one of them is told apart by `")?.strip_suffix('`'))
}
