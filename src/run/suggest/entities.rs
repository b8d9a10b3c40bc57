//! Declarations of the names that an article gives in several forms.

use crate::extract::{Known, key};

use super::spelling;

/// A name with its declaration.
struct Entity {
    /// The name as checks write it.
    written: String,
    declaration: String,
}

/// The names of an article that are worth a declaration.
pub(super) struct Entities(Vec<Entity>);

impl Entities {
    /// From the names of an article. A part of a name ("Okafor", "Norvik") is none of its aliases: another article may mean another one.
    pub fn new(names: &[Known]) -> Self {
        Self(names.iter().filter_map(entity).collect())
    }

    /// All declarations, a line each.
    pub fn all(&self) -> String {
        self.0.iter().map(|entity| format!("{}\n", entity.declaration)).collect()
    }

    /// The declarations of the names that occur in some lines.
    pub fn used(&self, lines: &[&str]) -> String {
        let is_used = |entity: &&Entity| lines.iter().any(|line| names(line, &entity.written));
        self.0.iter().filter(is_used).map(|entity| format!("{}\n", entity.declaration)).collect()
    }
}

/// Whether a line names somebody, not only in words that it quotes.
fn names(line: &str, written: &str) -> bool {
    let is_quoted = line.starts_with("claim ");
    let ends = |rest: &str| rest.is_empty() || rest.starts_with([' ', ',']);
    !is_quoted
        && line.match_indices(written).any(|(at, _)| {
            let before = line.get(..at).unwrap_or_default();
            let rest = line.get(at + written.len()..).unwrap_or_default();
            (before.is_empty() || before.ends_with(' ')) && ends(rest)
        })
}

fn entity(known: &Known) -> Option<Entity> {
    let written = spelling::name(&known.canonical)?;
    let own = key(&known.canonical);
    let mut keys = vec![own.clone()];
    let mut aliases = Vec::new();
    for form in &known.forms {
        let key = key(form);
        let is_part = key.split(' ').all(|word| own.split(' ').any(|own| own == word));
        if !is_part && !keys.contains(&key) {
            aliases.push(spelling::name(form)?);
            keys.push(key);
        }
    }
    let declaration = format!("entity {written} = {}", aliases.join(", "));
    (!aliases.is_empty()).then_some(Entity { written, declaration })
}
