//! `[[severity]]`: what becomes of checks with a tag, or about a measure, that do not pass.

use serde_json::{Value as Json, json};
use toml::Spanned;
use toml::de::DeValue;

use crate::check::Level;
use crate::run::{Severity, Whose};
use crate::source::Span;

use super::values::{Choice, Wrong, chosen, names, text};

/// How one is written.
pub(super) const WAY: &str =
    "write `[[severity]]`, and below it `tag = \"TAG\"` or `measure = \"MEASURE\"`, and `level = \"warn\"`";

const LEVELS: &[Choice] = &[
    Choice { name: "error", about: "It fails the run" },
    Choice { name: "warn", about: "It is shown" },
    Choice { name: "note", about: "It is counted" },
];

/// What one table says.
pub(super) fn read(value: &Spanned<DeValue<'_>>) -> Result<Severity, Wrong> {
    let DeValue::Table(table) = value.get_ref() else {
        return Err(Wrong::new("this has to be a table", WAY).at(value.span()));
    };
    let (mut of, mut level, mut written) = (Vec::new(), None, Span::default());
    for (key, value) in table.iter() {
        let (word, span) = text(value)?;
        let name = key.get_ref().as_ref();
        if name != "level" {
            written = Span::new(span.start, span.end);
        }
        match name {
            "tag" => of.push(Whose::Tag(word.to_owned())),
            "measure" => of.push(Whose::Measure(word.to_owned())),
            "level" => level = Some(level_of(word).map_err(|wrong| wrong.at(span))?),
            other => return Err(Wrong::new(format!("a severity has no `{other}`"), WAY).at(key.span())),
        }
    }
    let one = if of.len() == 1 { of.pop() } else { None };
    let severity = one.zip(level).map(|(of, level)| Severity { of, level, written });
    severity.ok_or_else(|| Wrong::new("a severity has a `tag` or a `measure`, and a `level`", WAY).at(value.span()))
}

fn level_of(word: &str) -> Result<Level, Wrong> {
    Ok(match chosen(LEVELS, word)? {
        "warn" => Level::Warn,
        "note" => Level::Note,
        _ => Level::Error,
    })
}

/// As a tree.
pub(super) fn json(severity: &Severity) -> Json {
    let level = match severity.level {
        Level::Error => "error",
        Level::Warn => "warn",
        Level::Note => "note",
    };
    match &severity.of {
        Whose::Tag(tag) => json!({"tag": tag, "level": level}),
        Whose::Measure(measure) => json!({"measure": measure, "level": level}),
    }
}

/// What the schema asks of them.
pub(super) fn schema() -> Json {
    let one = |name: &str| {
        json!({
            "type": "object",
            "properties": {name: {"type": "string"}, "level": {"enum": names(LEVELS)}},
            "required": [name, "level"],
            "additionalProperties": false,
        })
    };
    json!({"type": "array", "items": {"anyOf": [one("tag"), one("measure")]}})
}
