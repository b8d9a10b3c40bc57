//! Entities, groups, measures, titles and places.

use crate::diag::{Code, nearest};
use crate::statement::{Entity, Group, MeasureEntry, MeasureKind, PlaceEntry, TitleEntry};
use crate::syntax::ast::{
    EntityDeclaration, GroupDeclaration, MeasureDeclaration, Member, Name, PlaceDeclaration, TitleDeclaration,
};

use super::super::kind;
use super::Declarer;
use super::forms::{kept, lower};

impl Declarer<'_> {
    pub(super) fn entity(&mut self, entity: &EntityDeclaration) {
        if [&entity.name].into_iter().chain(&entity.aliases).any(|name| self.lacks_of(name)) {
            return;
        }
        self.vocabulary.entities.push(Entity {
            name: entity.name.text.clone(),
            aliases: kept(&entity.aliases),
            part_of: kept(&entity.part_of),
            not: kept(&entity.not),
        });
    }

    /// Says of a bare name with `part` in it that `of` is missing; whether it is.
    fn lacks_of(&mut self, name: &Name) -> bool {
        let Some((own, whole)) = name.text.split_once(" part ").filter(|_| !name.quoted) else { return false };
        let help =
            format!("did you mean `{own} part of {whole}`? A name that holds the word goes between quotation marks");
        self.findings.error(Code::SyntaxError, "`of` is missing behind `part`".to_owned(), name.at, help);
        true
    }

    /// Says of a bare member that is several declared names, or stands alone and is several words, that commas are missing; whether it
    /// does.
    fn lacks_commas(&mut self, members: &[Member]) -> bool {
        let capital = |word: &str| word.starts_with(char::is_uppercase);
        let declared = |name: &str| self.vocabulary.entities.iter().any(|entity| entity.name == name);
        let is_row = |name: &Name| {
            let words: Vec<&str> = name.text.split(' ').collect();
            let alone = members.len() == 1 && words.len() > 1 && words.iter().all(|word| capital(word));
            let names = words.len() > 1 && words.iter().all(|word| declared(word));
            !name.quoted && !declared(&name.text) && (alone || names)
        };
        let Some(row) = members.iter().map(|member| &member.name).find(|name| is_row(name)) else { return false };
        let help = format!(
            "did you mean `{}`? If it is one name, put it between quotation marks",
            row.text.replace(' ', ", ")
        );
        self.findings.error(Code::SyntaxError, "commas stand between the members of a group".to_owned(), row.at, help);
        true
    }

    pub(super) fn group(&mut self, group: &GroupDeclaration) {
        if self.lacks_commas(&group.members) {
            return;
        }
        let members = group.members.iter().map(|member| self.member(member)).collect();
        self.vocabulary.groups.push(Group { name: group.name.text.clone(), members });
    }

    pub(super) fn measure(&mut self, measure: &MeasureDeclaration) {
        let Some(kind) = self.kind(&measure.kind) else { return };
        let name = measure.name.text.clone();
        let forms = if measure.forms.is_empty() { vec![name.to_lowercase()] } else { lower(&measure.forms) };
        let MeasureDeclaration { running, own, once, .. } = *measure;
        self.vocabulary.measures.push(MeasureEntry { name, kind, forms, running, own, once });
    }

    pub(super) fn title(&mut self, title: &TitleDeclaration) {
        let name = title.name.text.to_lowercase();
        self.vocabulary.titles.push(TitleEntry { name, forms: kept(&title.forms), exclusive: title.exclusive });
    }

    pub(super) fn place(&mut self, place: &PlaceDeclaration) {
        self.vocabulary.places.push(PlaceEntry {
            name: place.name.text.clone(),
            aliases: kept(&place.aliases),
            demonyms: kept(&place.demonyms),
            within: kept(&place.within),
            wide: place.wide,
        });
    }

    /// The canonical name of a member. An alias that is given with it is declared by that.
    fn member(&mut self, member: &Member) -> String {
        let name = self.canonical(&member.name.text);
        if let Some(alias) = &member.alias {
            self.alias(&name, &alias.text);
        }
        name
    }

    fn canonical(&self, name: &str) -> String {
        let declared = |entity: &&Entity| entity.name == name || entity.aliases.iter().any(|alias| alias == name);
        self.vocabulary.entities.iter().find(declared).map_or(name, |entity| &entity.name).to_owned()
    }

    fn alias(&mut self, name: &str, alias: &str) {
        match self.vocabulary.entities.iter_mut().find(|entity| entity.name == name) {
            Some(entity) => entity.aliases.push(alias.to_owned()),
            None => {
                let aliases = vec![alias.to_owned()];
                self.vocabulary.entities.push(Entity { name: name.to_owned(), aliases, ..Entity::default() });
            }
        }
    }

    fn kind(&mut self, name: &Name) -> Option<MeasureKind> {
        let found = kind::measure_kind(&name.text);
        if found.is_none() {
            self.unknown_kind("kind of measure", name, &kind::kind_names());
        }
        found
    }

    /// Says that there is no such kind or dimension, and which there are.
    pub(super) fn unknown_kind(&mut self, what: &str, name: &Name, known: &[&str]) {
        let help = match nearest(&name.text, known.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("there are {}", known.join(", ")),
        };
        self.findings.error(Code::UnknownKind, format!("no {what} `{}`", name.text), name.at, help);
    }
}
