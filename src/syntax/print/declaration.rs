//! Declarations as lists of atoms: words and names, with their commas.

use super::super::ast::{
    Conversion, Declaration, EntityDeclaration, ExampleDeclaration, Figure, GroupDeclaration, MeasureDeclaration,
    Member, ModifierDeclaration, Name, PlaceDeclaration, TitleDeclaration, UnitDeclaration,
};
use super::name;

/// The atoms of a declaration.
pub(super) fn atoms(declaration: &Declaration) -> Vec<String> {
    match declaration {
        Declaration::Entity(entity) => self::entity(entity),
        Declaration::Group(group) => self::group(group),
        Declaration::Measure(measure) => self::measure(measure),
        Declaration::Unit(unit) => self::unit(unit),
        Declaration::Currency(unit) => currency(unit),
        Declaration::Number(forms) => valued("number", &forms.value, &forms.forms),
        Declaration::Magnitude(forms) => valued("magnitude", &forms.value, &forms.forms),
        Declaration::Vague(interval) => {
            let mut out = vec!["vague".to_owned(), interval.low.text.clone(), "..".to_owned()];
            out.extend(interval.high.iter().map(|high| high.text.clone()));
            clause(&mut out, "=", &interval.forms);
            out
        }
        Declaration::Modifier(modifier) => self::modifier(modifier),
        Declaration::Title(title) => self::title(title),
        Declaration::Place(place) => self::place(place),
        Declaration::Exclude(sides) => {
            let mut out = vec!["exclude".to_owned()];
            list(&mut out, &sides.left);
            clause(&mut out, "/", &sides.right);
            out
        }
        Declaration::Words { class, words } => {
            let mut out = vec!["words".to_owned(), name(class)];
            clause(&mut out, "=", words);
            out
        }
        Declaration::Example(example) => self::example(example),
    }
}

/// Adds a clause, unless it is empty.
fn clause(out: &mut Vec<String>, keyword: &str, names: &[Name]) {
    if !names.is_empty() {
        out.push(keyword.to_owned());
        list(out, names);
    }
}

fn list(out: &mut Vec<String>, names: &[Name]) {
    commas(out, names.iter().map(name).collect());
}

/// Adds texts with a comma behind all but the last.
fn commas(out: &mut Vec<String>, texts: Vec<String>) {
    let last = texts.len().saturating_sub(1);
    out.extend(texts.into_iter().enumerate().map(|(at, text)| if at < last { format!("{text},") } else { text }));
}

fn flag(out: &mut Vec<String>, keyword: &str, said: bool) {
    if said {
        out.push(keyword.to_owned());
    }
}

fn entity(entity: &EntityDeclaration) -> Vec<String> {
    let mut out = vec!["entity".to_owned(), name(&entity.name)];
    clause(&mut out, "=", &entity.aliases);
    clause(&mut out, "part of", &entity.part_of);
    clause(&mut out, "not", &entity.not);
    out
}

fn group(group: &GroupDeclaration) -> Vec<String> {
    let mut out = vec!["group".to_owned(), name(&group.name), "=".to_owned()];
    commas(&mut out, group.members.iter().map(member).collect());
    out
}

fn member(member: &Member) -> String {
    match &member.alias {
        Some(alias) => format!("{} ({})", name(&member.name), name(alias)),
        None => name(&member.name),
    }
}

fn measure(measure: &MeasureDeclaration) -> Vec<String> {
    let mut out = vec!["measure".to_owned(), name(&measure.name), ":".to_owned(), name(&measure.kind)];
    flag(&mut out, "running", measure.running);
    flag(&mut out, "own", measure.own);
    flag(&mut out, "once", measure.once);
    clause(&mut out, "=", &measure.forms);
    out
}

fn unit(unit: &UnitDeclaration) -> Vec<String> {
    let mut out = vec!["unit".to_owned(), name(&unit.code), ":".to_owned(), name(&unit.dimension)];
    clause(&mut out, "=", &unit.words);
    clause(&mut out, "symbol", &unit.symbols);
    out.extend(unit.is.iter().map(conversion));
    out
}

fn conversion(is: &Conversion) -> String {
    let offset = is.offset.as_ref().map(|offset| {
        let sign = if offset.negative { '-' } else { '+' };
        format!(" {sign} {}", offset.figure.text)
    });
    format!("is {} {}{}", is.factor.text, name(&is.unit), offset.unwrap_or_default())
}

fn currency(unit: &UnitDeclaration) -> Vec<String> {
    let mut out = vec!["currency".to_owned(), name(&unit.code)];
    clause(&mut out, "=", &unit.words);
    clause(&mut out, "symbol", &unit.symbols);
    clause(&mut out, "minor", &unit.minor);
    out
}

fn valued(keyword: &str, value: &Figure, forms: &[Name]) -> Vec<String> {
    let mut out = vec![keyword.to_owned(), value.text.clone()];
    clause(&mut out, "=", forms);
    out
}

fn modifier(modifier: &ModifierDeclaration) -> Vec<String> {
    let mut out = vec!["modifier".to_owned(), name(&modifier.wording)];
    clause(&mut out, "=", &modifier.before);
    clause(&mut out, "after", &modifier.after);
    out
}

fn title(title: &TitleDeclaration) -> Vec<String> {
    let mut out = vec!["title".to_owned(), name(&title.name)];
    flag(&mut out, "exclusive", title.exclusive);
    clause(&mut out, "=", &title.forms);
    out
}

fn place(place: &PlaceDeclaration) -> Vec<String> {
    let mut out = vec!["place".to_owned(), name(&place.name)];
    flag(&mut out, "wide", place.wide);
    clause(&mut out, "=", &place.aliases);
    clause(&mut out, "demonym", &place.demonyms);
    clause(&mut out, "in", &place.within);
    out
}

fn example(example: &ExampleDeclaration) -> Vec<String> {
    let mut out = vec!["example".to_owned(), name(&example.text)];
    out.extend(example.on.iter().map(|day| format!("on {}", name(day))));
    out.push("reads".to_owned());
    if example.reads.is_empty() {
        out.push("nothing".to_owned());
    }
    let reads: Vec<String> = example.reads.iter().map(|reading| reading.text.clone()).collect();
    out.extend((!reads.is_empty()).then(|| reads.join(", ")));
    out
}
