//! From the text of `factum.toml` to what it sets. Reading never fails; what is wrong is said, with its line.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diag::{Code, Diagnostic, Label, nearest};
use crate::source::{FileId, Place, Span};

use super::keys::{KEYS, Key};
use super::values::Setting;

/// What a part of the file sets, by the names of keys, with the places of the values.
pub(super) type Layer = BTreeMap<&'static str, (Setting, Place)>;

/// What the file says.
#[derive(Clone, Debug, Default)]
pub(super) struct Written {
    /// For every run.
    pub top: Layer,
    /// `[profile.NAME]`.
    pub profiles: BTreeMap<String, Profile>,
}

/// Settings under a name.
#[derive(Clone, Debug, Default)]
pub(super) struct Profile {
    /// What it sets.
    pub layer: Layer,
    /// The profile that it starts from, and where it says so.
    pub inherits: Option<(String, Place)>,
}

impl Written {
    /// Reads the text of the file, whose paths start from `folder`.
    pub fn read(file: FileId, text: &str, folder: &Path) -> (Self, Vec<Diagnostic>) {
        let (table, errors) = DeTable::parse_recoverable(text);
        if let Some(first) = errors.iter().min_by_key(|error| error.span().map(|span| span.start)) {
            // What is wrong behind the first break is mostly its damage.
            return (Self::default(), vec![broken(file, first)]);
        }
        let mut reader = Reader { file, folder, diagnostics: Vec::new() };
        let written = reader.whole(table.get_ref());
        reader.ancestry(&written);
        (written, reader.diagnostics)
    }

    /// The profiles of that name, itself first, then the one that it starts from, and so on.
    pub fn line(&self, name: &str) -> Vec<(&str, &Profile)> {
        let mut found: Vec<(&str, &Profile)> = Vec::new();
        let mut next = Some(name);
        while let Some((name, profile)) = next.and_then(|name| self.profiles.get_key_value(name)) {
            if found.iter().any(|(known, _)| known == name) {
                break;
            }
            found.push((name, profile));
            next = profile.inherits.as_ref().map(|(parent, _)| parent.as_str());
        }
        found
    }
}

/// Where keys stand in the file.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Level {
    Top,
    Profile,
}

struct Reader<'f> {
    file: FileId,
    folder: &'f Path,
    diagnostics: Vec<Diagnostic>,
}

type Value<'a> = Spanned<DeValue<'a>>;

impl Reader<'_> {
    fn whole(&mut self, table: &DeTable<'_>) -> Written {
        let mut written = Written::default();
        for (key, value) in in_order(table) {
            match key.get_ref().as_ref() {
                "profile" => written.profiles = self.profiles(value),
                _ => self.field(Level::Top, "", key, value, &mut written.top),
            }
        }
        written
    }

    fn profiles(&mut self, value: &Value<'_>) -> BTreeMap<String, Profile> {
        let Some(table) = self.table(value, "write `[profile.NAME]`, and what it sets below") else {
            return BTreeMap::new();
        };
        let mut profiles = BTreeMap::new();
        for (name, value) in in_order(table) {
            if let Some(table) = self.table(value, "write `[profile.NAME]`, and what it sets below") {
                profiles.insert(name.get_ref().to_string(), self.profile(table));
            }
        }
        profiles
    }

    fn profile(&mut self, table: &DeTable<'_>) -> Profile {
        let mut profile = Profile::default();
        for (key, value) in in_order(table) {
            match (key.get_ref().as_ref(), value.get_ref()) {
                ("inherits", DeValue::String(parent)) => {
                    profile.inherits = Some((parent.to_string(), self.place(value.span())));
                }
                ("inherits", _) => {
                    self.wrong(value.span(), "this has to be the name of a profile", "write it in quotation marks")
                }
                _ => self.field(Level::Profile, "", key, value, &mut profile.layer),
            }
        }
        profile
    }

    /// A key of some section, or the section itself.
    fn field(
        &mut self,
        level: Level,
        section: &str,
        key: &Spanned<Cow<'_, str>>,
        value: &Value<'_>,
        layer: &mut Layer,
    ) {
        let name = if section.is_empty() { key.get_ref().to_string() } else { format!("{section}.{}", key.get_ref()) };
        if let Some(key) = Key::named(&name) {
            match key.kind.of_toml(value, self.folder) {
                Ok(setting) => drop(layer.insert(key.name, (setting, self.place(value.span())))),
                Err(wrong) => self.wrong(wrong.at.unwrap_or(value.span()), &wrong.message, &wrong.help),
            }
        } else if section.is_empty() && KEYS.iter().any(|key| key.parts().0 == name) {
            let Some(table) = self.table(value, &format!("write `[{name}]`, and its keys below")) else { return };
            for (key, value) in in_order(table) {
                self.field(level, &name, key, value, layer);
            }
        } else {
            self.unknown(level, section, key);
        }
    }

    fn table<'a, 'i>(&mut self, value: &'a Value<'i>, help: &str) -> Option<&'a DeTable<'i>> {
        match value.get_ref() {
            DeValue::Table(table) => Some(table),
            _ => {
                self.wrong(value.span(), "this has to be a table", help);
                None
            }
        }
    }

    fn unknown(&mut self, level: Level, section: &str, key: &Spanned<Cow<'_, str>>) {
        let name = key.get_ref().as_ref();
        let known = known(level, section);
        let elsewhere = KEYS.iter().find(|key| key.parts().1 == name);
        let help = match (elsewhere.map(Key::parts), nearest(name, known.iter().copied())) {
            (Some(("", _)), _) => format!("`{name}` stands above the first `[…]`"),
            (Some((home, _)), _) => format!("`{name}` stands in `[{home}]`"),
            (None, Some(near)) => format!("did you mean `{near}`?"),
            (None, None) => format!("there are {}", listed(&known)),
        };
        let place = if section.is_empty() { "here".to_owned() } else { format!("in `[{section}]`") };
        let message = format!("there is no setting `{name}` {place}");
        let label = Label::primary(self.place(key.span()), "");
        self.diagnostics.push(Diagnostic::error(Code::UnknownSetting, message).at(label).help(help));
    }

    /// Profiles that start from one that is not there, or from themselves.
    fn ancestry(&mut self, written: &Written) {
        for (name, profile) in &written.profiles {
            let Some((parent, place)) = &profile.inherits else { continue };
            let names = || written.profiles.keys().map(String::as_str);
            let line = written.line(name);
            let last = line.last().and_then(|(_, last)| last.inherits.as_ref()).map(|(parent, _)| parent.as_str());
            if !written.profiles.contains_key(parent) {
                self.wrong(place.span.range(), &no_profile(parent), &which_profile(parent, names()));
            } else if last == Some(name) {
                self.wrong(place.span.range(), &format!("`{name}` inherits from itself in the end"), "delete the line");
            }
        }
    }

    fn wrong(&mut self, span: Range<usize>, message: &str, help: &str) {
        let label = Label::primary(self.place(span), "");
        self.diagnostics.push(Diagnostic::error(Code::WrongSetting, message).at(label).help(help));
    }

    fn place(&self, span: Range<usize>) -> Place {
        Place { file: self.file, span: Span::new(span.start, span.end) }
    }
}

/// That there is no such profile.
pub(super) fn no_profile(name: &str) -> String {
    format!("there is no profile `{name}`")
}

/// Which profile may be meant.
pub(super) fn which_profile<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> String {
    let known: Vec<&str> = known.collect();
    match nearest(name, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None if known.is_empty() => "write `[profile.NAME]` in `factum.toml`, and what it sets below".to_owned(),
        None => format!("there are {}", listed(&known)),
    }
}

/// What can stand at a place of the file.
fn known(level: Level, section: &str) -> Vec<&'static str> {
    let here = KEYS.iter().map(Key::parts).filter(|(home, _)| *home == section).map(|(_, name)| name);
    let mut known: Vec<&'static str> = here.collect();
    if section.is_empty() {
        known.extend(KEYS.iter().map(|key| key.parts().0).filter(|section| !section.is_empty()));
        known.push(match level {
            Level::Top => "profile",
            Level::Profile => "inherits",
        });
    }
    known.dedup();
    known
}

/// A table in the order of the file.
fn in_order<'a, 'i>(table: &'a DeTable<'i>) -> Vec<(&'a Spanned<Cow<'i, str>>, &'a Value<'i>)> {
    let mut fields: Vec<_> = table.iter().collect();
    fields.sort_by_key(|(key, _)| key.span().start);
    fields
}

fn listed(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

fn broken(file: FileId, error: &toml::de::Error) -> Diagnostic {
    let span = error.span().unwrap_or_default();
    let place = Place { file, span: Span::new(span.start, span.end) };
    let message = error.message().lines().next().unwrap_or("").to_owned();
    Diagnostic::error(Code::SettingsSyntax, format!("this is not TOML: {message}"))
        .at(Label::primary(place, ""))
        .help("each setting is `key = value` on a line of its own; texts stand in quotation marks")
}
