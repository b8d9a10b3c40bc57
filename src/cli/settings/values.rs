//! What a setting can be: how it is read from TOML and from the text of a variable, and how it is written.

use std::env;
use std::ops::Range;
use std::path::{Path, PathBuf};

use serde_json::{Value as Json, json};
use toml::Spanned;
use toml::de::DeValue;

use crate::diag::nearest;

use super::super::files;

/// The kinds of settings.
#[derive(Debug)]
pub(in crate::cli) enum Kind {
    /// One path or several. In a variable they are separated as those of `PATH` are.
    Paths,
    /// One of some words.
    Word(&'static [Choice]),
}

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
    /// A word.
    Word(&'static str),
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
    fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { at: None, message: message.into(), help: help.into() }
    }

    fn at(self, span: Range<usize>) -> Self {
        Self { at: Some(span), ..self }
    }
}

impl Kind {
    /// What a value of the file says. Its paths start from `folder`.
    pub fn of_toml(&self, value: &Spanned<DeValue<'_>>, folder: &Path) -> Result<Setting, Wrong> {
        match (self, value.get_ref()) {
            (Kind::Paths, DeValue::String(path)) => self.paths([(path.as_ref(), value.span())], folder),
            (Kind::Paths, DeValue::Array(paths)) => {
                let paths: Result<Vec<_>, Wrong> = paths.iter().map(text).collect();
                self.paths(paths?, folder)
            }
            (Kind::Word(choices), DeValue::String(word)) => chosen(choices, word).map(Setting::Word),
            (_, _) => Err(Wrong::new(format!("this is {}", self.asked()), self.way())),
        }
    }

    /// What the text of a variable or of a flag says. Its paths start from where we are.
    pub fn of_text(&self, text: &str) -> Result<Setting, Wrong> {
        match self {
            Kind::Paths => Ok(Setting::Paths(env::split_paths(text).collect())),
            Kind::Word(choices) => chosen(choices, text).map(Setting::Word),
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
            found.push(folder.join(path));
        }
        if found.is_empty() { Err(Wrong::new("this list is empty", self.way())) } else { Ok(Setting::Paths(found)) }
    }

    /// What is asked for.
    fn asked(&self) -> &'static str {
        match self {
            Kind::Paths => "a path, or a list of paths",
            Kind::Word(_) => "a word",
        }
    }

    /// How it is written.
    fn way(&self) -> String {
        match self {
            Kind::Paths => "write `[\"FOLDER\", \"FOLDER\"]`, or delete the line".to_owned(),
            Kind::Word(choices) => one_of(choices),
        }
    }

    /// What the schema asks of it.
    pub fn schema(&self) -> Json {
        match self {
            Kind::Paths => {
                let path = json!({"type": "string", "pattern": "\\S"});
                json!({"anyOf": [path, {"type": "array", "items": path, "minItems": 1}]})
            }
            Kind::Word(choices) => json!({"enum": names(choices)}),
        }
    }
}

impl Setting {
    /// As TOML.
    pub fn toml(&self) -> String {
        self.json().to_string().replace("\",\"", "\", \"")
    }

    /// As JSON.
    pub fn json(&self) -> Json {
        match self {
            Setting::Paths(paths) => paths.iter().map(|path| files::shown(path)).collect(),
            Setting::Word(word) => json!(word),
        }
    }
}

fn text<'a>(value: &'a Spanned<DeValue<'_>>) -> Result<(&'a str, Range<usize>), Wrong> {
    match value.get_ref() {
        DeValue::String(text) => Ok((text.as_ref(), value.span())),
        _ => Err(Wrong::new("this is a text", "put it in quotation marks").at(value.span())),
    }
}

fn chosen(choices: &'static [Choice], word: &str) -> Result<&'static str, Wrong> {
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

fn names(choices: &'static [Choice]) -> Vec<&'static str> {
    choices.iter().map(|choice| choice.name).collect()
}
