//! What a setting can be: how it is read from TOML and from the text of a variable, and how it is written.

use std::env;
use std::ops::Range;
use std::path::{Path, PathBuf};

use serde_json::{Value as Json, json};
use toml::Spanned;
use toml::de::DeValue;

use crate::diag::nearest;
use crate::run::Severity;
use crate::value::{Number, Written};

use super::super::files;
use super::severity;

/// The kinds of settings.
#[derive(Debug)]
pub(in crate::cli) enum Kind {
    /// One path or several. In a variable they are separated as those of `PATH` are.
    Paths,
    /// One file.
    File,
    /// One of some words.
    Word(&'static [Choice]),
    /// Several of some words; `never` stands for none of them. In a variable they stand between commas.
    Words(&'static [Choice]),
    /// A whole number, at least one.
    Count,
    /// A percentage, as a text: `"2.5%"`.
    Percent,
    /// A list of tables: `tag` or `measure`, and `level`.
    Severities,
}

/// The word for none of the others.
pub(super) const NEVER: &str = "never";

/// A word that a setting can be.
#[derive(Debug)]
pub(in crate::cli) struct Choice {
    /// The word.
    pub name: &'static str,
    /// What it means.
    pub about: &'static str,
}

/// What a setting is set to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::cli) enum Setting {
    /// Paths, from where we are.
    Paths(Vec<PathBuf>),
    /// A file, from where we are.
    File(PathBuf),
    /// A word.
    Word(&'static str),
    /// Words, each once.
    Words(Vec<&'static str>),
    /// A number.
    Count(usize),
    /// A percentage.
    Percent(Number),
    /// Severities, the first that fits a check holding.
    Severities(Vec<Severity>),
}

/// What is wrong with a value.
#[derive(Debug)]
pub(super) struct Wrong {
    /// Where, in the file; all of the value where that is not said.
    pub at: Option<Range<usize>>,
    /// What it should be.
    pub message: String,
    /// What to write.
    pub help: String,
}

impl Wrong {
    pub(super) fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { at: None, message: message.into(), help: help.into() }
    }

    pub(super) fn at(self, span: Range<usize>) -> Self {
        Self { at: Some(span), ..self }
    }
}

impl Kind {
    /// What a value of the file says. Its paths start from `folder`.
    pub fn of_toml(&self, value: &Spanned<DeValue<'_>>, folder: &Path) -> Result<Setting, Wrong> {
        match (self, value.get_ref()) {
            (Kind::Paths, DeValue::String(path)) => self.paths([(path.as_ref(), value.span())], folder),
            (Kind::Paths, DeValue::Array(paths)) => self.paths(texts(paths)?, folder),
            (Kind::File, DeValue::String(path)) => file(path, folder),
            (Kind::Word(choices), DeValue::String(word)) => chosen(choices, word).map(Setting::Word),
            (Kind::Words(choices), DeValue::String(word)) => several(choices, [(word.as_ref(), value.span())]),
            (Kind::Words(choices), DeValue::Array(words)) => several(choices, texts(words)?),
            (Kind::Count, DeValue::Integer(number)) => count(&number.to_string()),
            (Kind::Percent, DeValue::String(text)) => percent(text),
            (Kind::Severities, DeValue::Array(tables)) => severities(tables),
            (_, _) => Err(Wrong::new(format!("this has to be {}", self.asked()), self.way())),
        }
    }

    /// What the text of a variable or of a flag says. Its paths start from where we are.
    pub fn of_text(&self, text: &str) -> Result<Setting, Wrong> {
        match self {
            Kind::Paths => Ok(Setting::Paths(env::split_paths(text).collect())),
            Kind::File => file(text, Path::new("")),
            Kind::Word(choices) => chosen(choices, text).map(Setting::Word),
            Kind::Words(choices) => several(choices, text.split(',').map(|word| (word.trim(), 0..0))),
            Kind::Count => count(text),
            Kind::Percent => percent(text),
            Kind::Severities => Err(Wrong::new("this is no list of tables", severity::WAY)),
        }
    }

    fn paths<'a>(
        &self,
        paths: impl IntoIterator<Item = (&'a str, Range<usize>)>,
        folder: &Path,
    ) -> Result<Setting, Wrong> {
        let mut found = Vec::new();
        for (path, span) in paths {
            if path.trim().is_empty() {
                return Err(Wrong::new("this path is empty", "write `\".\"` for the folder of the settings").at(span));
            }
            found.push(folder.join(path.trim_start_matches("./")));
        }
        if found.is_empty() { Err(Wrong::new("this list is empty", self.way())) } else { Ok(Setting::Paths(found)) }
    }

    /// What is asked for.
    fn asked(&self) -> &'static str {
        match self {
            Kind::Paths => "a path, or a list of paths",
            Kind::File => "a path",
            Kind::Word(_) => "a word",
            Kind::Words(_) => "a word, or a list of words",
            Kind::Count => "a whole number",
            Kind::Percent => "a percentage, as a text",
            Kind::Severities => "a list of tables",
        }
    }

    /// How it is written.
    fn way(&self) -> String {
        match self {
            Kind::Paths => "write `[\"FOLDER\", \"FOLDER\"]`, or delete the line".to_owned(),
            Kind::File => "write `\"FILE\"`, or delete the line".to_owned(),
            Kind::Word(choices) | Kind::Words(choices) => one_of(choices),
            Kind::Count => AT_LEAST_ONE.to_owned(),
            Kind::Percent => PERCENTAGE.to_owned(),
            Kind::Severities => severity::WAY.to_owned(),
        }
    }

    /// What the schema asks of it.
    pub fn schema(&self) -> Json {
        match self {
            Kind::Paths => {
                let path = json!({"type": "string", "pattern": "\\S"});
                json!({"anyOf": [path, {"type": "array", "items": path, "minItems": 1}]})
            }
            Kind::File => json!({"type": "string", "pattern": "\\S"}),
            Kind::Word(choices) => json!({"enum": names(choices)}),
            Kind::Words(choices) => {
                let others: Vec<&str> = names(choices).into_iter().filter(|name| *name != NEVER).collect();
                let never = json!({"type": "array", "items": {"const": NEVER}, "minItems": 1});
                let some = json!({"type": "array", "items": {"enum": others}, "minItems": 1});
                json!({"anyOf": [{"enum": names(choices)}, some, never]})
            }
            Kind::Count => json!({"type": "integer", "minimum": 1}),
            Kind::Percent => json!({"type": "string", "pattern": "^\\s*[0-9]+(\\.[0-9]+)?\\s*%\\s*$"}),
            Kind::Severities => severity::schema(),
        }
    }
}

impl Setting {
    /// As TOML.
    pub fn toml(&self) -> String {
        toml(&self.json())
    }

    /// As JSON.
    pub fn json(&self) -> Json {
        match self {
            Setting::Paths(paths) => paths.iter().map(|path| files::shown(path)).collect(),
            Setting::File(path) => json!(files::shown(path)),
            Setting::Word(word) => json!(word),
            Setting::Words(words) => json!(words),
            Setting::Count(number) => json!(number),
            Setting::Percent(number) => json!(format!("{number}%")),
            Setting::Severities(all) => all.iter().map(severity::json).collect(),
        }
    }
}

fn file(path: &str, folder: &Path) -> Result<Setting, Wrong> {
    match path.trim() {
        "" => Err(Wrong::new("this path is empty", "name a file, or delete the line")),
        _ => Ok(Setting::File(folder.join(path.trim_start_matches("./")))),
    }
}

/// A tree on one line of TOML.
fn toml(tree: &Json) -> String {
    match tree {
        Json::Array(all) => format!("[{}]", all.iter().map(toml).collect::<Vec<_>>().join(", ")),
        Json::Object(fields) => {
            let field = |(name, value): (&String, &Json)| format!("{name} = {}", toml(value));
            format!("{{ {} }}", fields.iter().map(field).collect::<Vec<_>>().join(", "))
        }
        plain => plain.to_string(),
    }
}

/// What to write for a number.
const AT_LEAST_ONE: &str = "write a whole number, at least 1, or delete the line";

fn count(text: &str) -> Result<Setting, Wrong> {
    let number = text.trim().parse().ok().filter(|number| *number > 0);
    number.map(Setting::Count).ok_or_else(|| Wrong::new(format!("`{text}` is no whole number above 0"), AT_LEAST_ONE))
}

/// What to write for a percentage.
const PERCENTAGE: &str = "write a percentage in quotation marks, such as `\"2.5%\"`, or delete the line";

/// Digits with or without decimals, and the sign; exactly that number.
fn percent(text: &str) -> Result<Setting, Wrong> {
    let digits = text.trim().strip_suffix('%').map(str::trim_end).unwrap_or_default();
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
    let plain = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let written = Written::parse(digits).filter(|_| plain(whole) && plain(decimals));
    let number = written.map(|written| Setting::Percent(written.value));
    number.ok_or_else(|| Wrong::new(format!("`{text}` is no percentage"), PERCENTAGE))
}

fn severities(tables: &[Spanned<DeValue<'_>>]) -> Result<Setting, Wrong> {
    tables.iter().map(severity::read).collect::<Result<_, _>>().map(Setting::Severities)
}

/// Words, each once, in the order of the choices.
fn several<'a>(
    choices: &'static [Choice],
    words: impl IntoIterator<Item = (&'a str, Range<usize>)>,
) -> Result<Setting, Wrong> {
    let mut found = Vec::new();
    for (word, span) in words {
        found.push(chosen(choices, word).map_err(|wrong| if span.is_empty() { wrong } else { wrong.at(span) })?);
    }
    let named = names(choices).into_iter().filter(|name| found.contains(name)).collect::<Vec<_>>();
    match named[..] {
        [] => Err(Wrong::new("this list is empty", format!("write `[\"{NEVER}\"]` for none of them"))),
        [_, _, ..] if named.contains(&NEVER) => Err(Wrong::new(
            format!("`{NEVER}` goes with no other word"),
            format!("write `{NEVER}` alone, or the others"),
        )),
        _ => Ok(Setting::Words(named)),
    }
}

fn texts<'a>(values: &'a [Spanned<DeValue<'_>>]) -> Result<Vec<(&'a str, Range<usize>)>, Wrong> {
    values.iter().map(text).collect()
}

pub(super) fn text<'a>(value: &'a Spanned<DeValue<'_>>) -> Result<(&'a str, Range<usize>), Wrong> {
    match value.get_ref() {
        DeValue::String(text) => Ok((text.as_ref(), value.span())),
        _ => Err(Wrong::new("this has to be a text", "put it in quotation marks").at(value.span())),
    }
}

pub(super) fn chosen(choices: &'static [Choice], word: &str) -> Result<&'static str, Wrong> {
    let known = || choices.iter().map(|choice| choice.name);
    known().find(|name| *name == word).ok_or_else(|| {
        let meant = nearest(word, known()).map(|near| format!("did you mean `{near}`? ")).unwrap_or_default();
        Wrong::new(format!("there is no `{word}` here"), format!("{meant}{}", one_of(choices)))
    })
}

fn one_of(choices: &'static [Choice]) -> String {
    let names: Vec<String> = names(choices).iter().map(|name| format!("`\"{name}\"`")).collect();
    format!("write one of {}", names.join(", "))
}

pub(super) fn names(choices: &'static [Choice]) -> Vec<&'static str> {
    choices.iter().map(|choice| choice.name).collect()
}
