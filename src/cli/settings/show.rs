//! What is in force, for people and for programs, and the schema of the file.

use serde_json::{Map, Value as Json, json};

use crate::report::Detail;
use crate::source::{Sources, printable};

use super::keys::{KEYS, Key};
use super::{Origin, Settings};

/// So many columns a setting has before it is said where it comes from.
const WIDTH: usize = 32;

/// Every setting as a line of TOML; with details, where it comes from.
pub(in crate::cli) fn shown(settings: &Settings, sources: &Sources, detail: Detail) -> String {
    let lines = KEYS.iter().map(|key| match settings.values.get(key.name) {
        Some((setting, origin)) => (format!("{} = {}", key.name, setting.toml()), words(origin, sources)),
        None => (format!("# {}", key.name), "not set".to_owned()),
    });
    let line = |(line, origin): (String, String)| match detail {
        Detail::Brief => format!("{line}\n"),
        Detail::Verbose => format!("{line:WIDTH$}  # {origin}\n"),
    };
    printable(&lines.map(line).collect::<String>())
}

/// `factum.toml:3, profile ci`.
pub(super) fn words(origin: &Origin, sources: &Sources) -> String {
    match origin {
        Origin::Flag(flag) => format!("flag {flag}"),
        Origin::Variable(name) => format!("variable {name}"),
        Origin::File(place, profile) => {
            let file = sources.file(place.file);
            let profile = profile.as_ref().map(|name| format!(", profile {name}")).unwrap_or_default();
            format!("{}:{}{profile}", file.name, file.line_column(place.span.start).line)
        }
        Origin::Default => "default".to_owned(),
    }
}

/// The same as a tree.
pub(in crate::cli) fn shown_json(settings: &Settings, sources: &Sources) -> Json {
    let one = |key: &Key| {
        let found = settings.values.get(key.name);
        let value = found.map(|(setting, _)| setting.json());
        (key.name.to_owned(), json!({"value": value, "origin": found.map(|(_, origin)| tree(origin, sources))}))
    };
    let all: Map<String, Json> = KEYS.iter().map(one).collect();
    json!({"file": settings.file, "profile": settings.profile, "settings": all})
}

fn tree(origin: &Origin, sources: &Sources) -> Json {
    match origin {
        Origin::Flag(name) => json!({"kind": "flag", "name": name}),
        Origin::Variable(name) => json!({"kind": "variable", "name": name}),
        Origin::File(place, profile) => {
            let file = sources.file(place.file);
            let line = file.line_column(place.span.start).line;
            json!({"kind": "file", "file": file.name, "line": line, "profile": profile})
        }
        Origin::Default => json!({"kind": "default"}),
    }
}

/// The JSON Schema of `factum.toml`.
pub(in crate::cli) fn schema() -> Json {
    let mut top = properties();
    let mut of_profile = properties();
    let parent = json!({"type": "string", "description": "The profile that this one starts from."});
    of_profile.insert("inherits".to_owned(), parent);
    let profiles = json!({
        "type": "object",
        "description": "Settings under a name, chosen with --profile NAME or FACTUM_PROFILE.",
        "additionalProperties": object(of_profile),
    });
    top.insert("profile".to_owned(), profiles);
    let mut schema = object(top);
    schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    schema["title"] = json!("factum.toml");
    schema["description"] = json!("Settings of a project whose facts are checked with factum.");
    schema
}

fn object(properties: Map<String, Json>) -> Json {
    json!({"type": "object", "properties": properties, "additionalProperties": false})
}

/// The keys of a level: those at its top, and each section with its own.
fn properties() -> Map<String, Json> {
    let mut found = Map::new();
    let mut sections: Vec<&str> = KEYS.iter().map(|key| key.parts().0).collect();
    sections.dedup();
    for section in sections {
        let keys = KEYS.iter().filter(|key| key.parts().0 == section);
        let keys: Map<String, Json> = keys.map(|key| (key.parts().1.to_owned(), property(key))).collect();
        if section.is_empty() {
            found.extend(keys);
        } else {
            found.insert(section.to_owned(), object(keys));
        }
    }
    found
}

fn property(key: &Key) -> Json {
    let mut property = key.kind.schema();
    let ways = [key.flag.map(|flag| format!("`{flag}`")), key.variable.map(|name| format!("`{name}`"))];
    let ways: Vec<String> = ways.into_iter().flatten().collect();
    let default = key.default.map(|default| format!(" Without it: {default}.")).unwrap_or_default();
    let about = match ways.len() {
        0 => format!("{}{default}", key.about),
        _ => format!("{}{default} For one run: {}.", key.about, ways.join(", ")),
    };
    property["description"] = json!(about);
    property
}
