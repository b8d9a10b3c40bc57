//! `manifest.toml`: where each article comes from. Reading one never fails; what is wrong with it is said, with its line.

use std::collections::BTreeMap;
use std::ops::Range;

use jiff::civil::Date;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diag::{Code, Diagnostic, Label, nearest};
use crate::source::{FileId, Place, Span};

use super::Tier;
use super::date::{Order, field};

/// What a manifest says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest {
    /// One for each `[[document]]` that names a file, in the order of the manifest. No file has two.
    pub entries: Vec<Entry>,
}

/// What is known of an article beside its text. A field that is none is taken from the text, or stays unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Its id.
    pub id: Option<String>,
    /// Its file, from the folder of the manifest, with `/` between its parts and without `.` and `..`.
    pub file: String,
    /// Who published it.
    pub publisher: Option<String>,
    /// When.
    pub published: Option<Date>,
    /// Its title.
    pub title: Option<String>,
    /// What kind of source it is.
    pub tier: Option<Tier>,
    /// Its language and region, such as `en-GB`.
    pub locale: Option<String>,
    /// Whose text it carries: the id of another document, or the name of an agency.
    pub origin: Option<String>,
    /// Its address on the web.
    pub url: Option<String>,
    /// Where the manifest names the file.
    pub place: Place,
}

impl Manifest {
    /// Reads the text of a manifest, which is the file `file`.
    pub fn read(file: FileId, text: &str) -> (Self, Vec<Diagnostic>) {
        let (table, errors) = DeTable::parse_recoverable(text);
        let mut reader = Reader { file, diagnostics: Vec::new(), files: BTreeMap::new() };
        let entries = reader.document(table.get_ref());
        if errors.is_empty() {
            return (Self { entries }, reader.diagnostics);
        }
        // What is wrong with the remains of a broken file is mostly the damage of the break.
        (Self { entries }, errors.iter().map(|error| broken(file, error)).collect())
    }
}

/// The keys of a `[[document]]`.
const KEYS: [&str; 9] = ["id", "file", "publisher", "published", "title", "tier", "locale", "origin", "url"];
const TIERS: [(&str, Tier); 4] =
    [("primary", Tier::Primary), ("wire", Tier::Wire), ("outlet", Tier::Outlet), ("aggregator", Tier::Aggregator)];

struct Reader {
    file: FileId,
    diagnostics: Vec<Diagnostic>,
    /// Where each file was named first.
    files: BTreeMap<String, Place>,
}

type Value<'a> = Spanned<DeValue<'a>>;

impl Reader {
    fn document(&mut self, table: &DeTable<'_>) -> Vec<Entry> {
        let mut entries = Vec::new();
        for (key, value) in in_order(table) {
            match (key.get_ref().as_ref(), value.get_ref()) {
                ("document", DeValue::Array(documents)) => {
                    entries.extend(documents.iter().filter_map(|document| self.entry(document)));
                }
                ("document", _) => {
                    self.bad(value, "`document` is a list of tables", "write `[[document]]`, with two brackets")
                }
                (name, _) => self.unknown(key.span(), name, &["document"]),
            }
        }
        entries
    }

    fn entry(&mut self, value: &Value<'_>) -> Option<Entry> {
        let DeValue::Table(table) = value.get_ref() else {
            self.bad(value, "a document is a table", "write `[[document]]` and its fields below");
            return None;
        };
        let mut entry = Entry::default();
        let mut file = None;
        for (key, value) in in_order(table) {
            match key.get_ref().as_ref() {
                "id" => entry.id = self.id(value),
                "file" => file = Some(value),
                "publisher" => entry.publisher = self.text(value),
                "published" => entry.published = self.date(value),
                "title" => entry.title = self.text(value),
                "tier" => entry.tier = self.tier(value),
                "locale" => entry.locale = self.locale(value),
                "origin" => entry.origin = self.text(value),
                "url" => entry.url = self.url(value),
                name => self.unknown(key.span(), name, &KEYS),
            }
        }
        let Some(file) = file else {
            self.bad(value, "this document names no file", "add `file = \"NAME.txt\"`");
            return None;
        };
        entry.place = self.place(file.span());
        entry.file = self.path(file)?;
        Some(entry)
    }

    /// A file of the folder, named once.
    fn path(&mut self, value: &Value<'_>) -> Option<String> {
        let text = self.text(value)?;
        let place = self.place(value.span());
        let Some(path) = inside(&text) else {
            self.diagnostics.push(
                Diagnostic::error(
                    Code::ManifestOutsideFolder,
                    format!("`{text}` lies outside of the folder of the manifest"),
                )
                .at(Label::primary(place, "not below this folder"))
                .help("name files from the folder of the manifest on, and move the article there"),
            );
            return None;
        };
        if let Some(first) = self.files.get(&path) {
            self.diagnostics.push(named_twice(&path, *first, place));
            return None;
        }
        self.files.insert(path.clone(), place);
        Some(path)
    }

    fn text(&mut self, value: &Value<'_>) -> Option<String> {
        match value.get_ref() {
            DeValue::String(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
            DeValue::String(_) => {
                self.bad(value, "this text is empty", "delete the line if it is not known");
                None
            }
            _ => {
                self.bad(value, "this is a text", "put it in quotation marks");
                None
            }
        }
    }

    fn id(&mut self, value: &Value<'_>) -> Option<String> {
        let id = self.text(value)?;
        if id.chars().any(char::is_control) {
            self.bad(value, "an id is one line", "use letters, digits and dashes");
            return None;
        }
        Some(id)
    }

    fn date(&mut self, value: &Value<'_>) -> Option<Date> {
        let date = match value.get_ref() {
            DeValue::Datetime(day) => field(&day.to_string(), Order::Unknown),
            DeValue::String(day) => iso(day),
            _ => None,
        };
        if date.is_none() {
            self.bad(
                value,
                "this is no date",
                "write year, month and day, such as `2025-03-17`, or delete the line if it is not known",
            );
        }
        date
    }

    fn tier(&mut self, value: &Value<'_>) -> Option<Tier> {
        let name = self.text(value)?;
        let tier = TIERS.iter().find(|(known, _)| *known == name).map(|(_, tier)| *tier);
        if tier.is_none() {
            let names = TIERS.map(|(name, _)| name);
            let meant = nearest(&name, names).map_or(String::new(), |near| format!("did you mean `{near}`? "));
            self.bad(value, &format!("there is no tier `{name}`"), &format!("{meant}the tiers are {}", listed(&names)));
        }
        tier
    }

    fn locale(&mut self, value: &Value<'_>) -> Option<String> {
        let text = self.text(value)?.replace('_', "-");
        let letters = |part: &str| part.bytes().all(|byte| byte.is_ascii_alphanumeric()) && !part.is_empty();
        let language = text.split('-').next().unwrap_or("");
        if (2..=3).contains(&language.len()) && text.split('-').all(letters) {
            return Some(text);
        }
        self.bad(value, &format!("`{text}` is no locale"), "write a language and a region, such as `en-GB`");
        None
    }

    /// An address that leads to a page, and does nothing.
    fn url(&mut self, value: &Value<'_>) -> Option<String> {
        let text = self.text(value)?;
        let is_known = ["https://", "http://"].iter().any(|scheme| text.starts_with(scheme));
        if is_known && text.chars().all(|c| c.is_ascii_graphic() && !"\"'<>\\^`{|}".contains(c)) {
            return Some(text);
        }
        self.bad(
            value,
            "this is no address of a page",
            "write it as a browser shows it: `https://daily.example/news/1`",
        );
        None
    }

    fn bad(&mut self, value: &Value<'_>, message: &str, help: &str) {
        let place = self.place(value.span());
        self.diagnostics
            .push(Diagnostic::error(Code::ManifestBadValue, message).at(Label::primary(place, "")).help(help));
    }

    fn unknown(&mut self, span: Range<usize>, name: &str, known: &[&str]) {
        let place = self.place(span);
        let help = match nearest(name, known.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("the keys are {}", listed(known)),
        };
        let message = format!("a manifest has no key `{name}` here");
        self.diagnostics
            .push(Diagnostic::error(Code::ManifestUnknownKey, message).at(Label::primary(place, "")).help(help));
    }

    fn place(&self, span: Range<usize>) -> Place {
        Place { file: self.file, span: Span::new(span.start, span.end) }
    }
}

/// The error for a file that two entries name.
pub(super) fn named_twice(path: &str, first: Place, again: Place) -> Diagnostic {
    Diagnostic::error(Code::ManifestDuplicateFile, format!("`{path}` has two entries"))
        .at(Label::primary(again, "named again"))
        .at(Label::secondary(first, "named first"))
        .help("delete one of them; an article has one id")
}

/// A table in the order of the file.
fn in_order<'a, 'i>(table: &'a DeTable<'i>) -> Vec<(&'a Spanned<std::borrow::Cow<'i, str>>, &'a Value<'i>)> {
    let mut fields: Vec<_> = table.iter().collect();
    fields.sort_by_key(|(key, _)| key.span().start);
    fields
}

fn listed(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// A date in a text: ISO 8601 alone, as no locale is known here.
fn iso(text: &str) -> Option<Date> {
    text.starts_with(|c: char| c.is_ascii_digit()).then(|| text.trim().parse().ok()).flatten()
}

/// A path without its `.` and `..`; none where it leads out of the folder.
fn inside(path: &str) -> Option<String> {
    let absolute = path.starts_with(['/', '\\']) || path.as_bytes().get(1) == Some(&b':');
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            _ => parts.push(part),
        }
    }
    (!absolute && !parts.is_empty()).then(|| parts.join("/"))
}

fn broken(file: FileId, error: &toml::de::Error) -> Diagnostic {
    let span = error.span().unwrap_or_default();
    let place = Place { file, span: Span::new(span.start, span.end) };
    let message = error.message().lines().next().unwrap_or("").to_owned();
    Diagnostic::error(Code::ManifestSyntax, format!("this is not TOML: {message}"))
        .at(Label::primary(place, ""))
        .help("each field is `key = \"value\"` on a line of its own, below `[[document]]`")
}

#[cfg(test)]
mod tests;
