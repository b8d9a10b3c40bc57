//! Declarations, read from their pieces.

use super::ast::{
    At, Conversion, Declaration, EntityDeclaration, ExampleDeclaration, Forms, GroupDeclaration, Interval,
    MeasureDeclaration, Member, ModifierDeclaration, Name, Offset, PlaceDeclaration, Reading, Sides, TitleDeclaration,
    UnitDeclaration,
};
use super::keywords::{clauses_of, first_word};
use super::reader::{Reader, Trouble};

type Read<T> = Result<T, Trouble>;

/// Reads a declaration, keyword and all.
pub(super) fn declaration(reader: &mut Reader<'_>) -> Read<Declaration> {
    let keyword = first_word(reader.rest());
    reader.take(keyword);
    let clauses = clauses_of(keyword);
    let declaration = match keyword {
        "entity" => Declaration::Entity(entity(reader, clauses)?),
        "group" => Declaration::Group(group(reader)?),
        "measure" => Declaration::Measure(measure(reader, clauses)?),
        "unit" => Declaration::Unit(unit(reader, clauses)?),
        "currency" => Declaration::Currency(currency(reader, clauses)?),
        "number" => Declaration::Number(forms(reader)?),
        "magnitude" => Declaration::Magnitude(forms(reader)?),
        "vague" => Declaration::Vague(vague(reader)?),
        "modifier" => Declaration::Modifier(modifier(reader, clauses)?),
        "title" => Declaration::Title(title(reader, clauses)?),
        "place" => Declaration::Place(place(reader, clauses)?),
        "exclude" => Declaration::Exclude(exclude(reader, clauses)?),
        "words" => words(reader)?,
        "example" => Declaration::Example(example(reader)?),
        _ => return Err(reader.trouble("a declaration")),
    };
    if reader.rest().is_empty() { Ok(declaration) } else { Err(reader.trouble(listed(clauses))) }
}

/// What may follow, for a message: "a comma, `=`, `part of` or the end of the line".
fn listed(clauses: &[&str]) -> String {
    let clauses: Vec<String> = clauses.iter().map(|clause| format!("`{clause}`")).collect();
    format!("a comma, {} or the end of the line", clauses.join(", "))
}

fn entity(reader: &mut Reader<'_>, clauses: &[&str]) -> Read<EntityDeclaration> {
    let mut out = EntityDeclaration { name: reader.name(clauses, &[])?, ..EntityDeclaration::default() };
    loop {
        if reader.take("=") {
            out.aliases.extend(reader.names(clauses, &[])?);
        } else if reader.take("part of") {
            out.part_of.extend(reader.names(clauses, &[])?);
        } else if reader.take("not") {
            out.not.extend(reader.names(clauses, &[])?);
        } else {
            return Ok(out);
        }
    }
}

fn group(reader: &mut Reader<'_>) -> Read<GroupDeclaration> {
    let name = reader.name(&[], &[])?;
    reader.expect("=")?;
    let mut members = vec![member(reader)?];
    while reader.take(",") {
        members.push(member(reader)?);
    }
    Ok(GroupDeclaration { name, members })
}

fn member(reader: &mut Reader<'_>) -> Read<Member> {
    let name = reader.name(&[], &['(', ')'])?;
    if !reader.take("(") {
        return Ok(Member { name, alias: None });
    }
    let alias = reader.name(&[], &['(', ')'])?;
    reader.expect(")")?;
    Ok(Member { name, alias: Some(alias) })
}

fn measure(reader: &mut Reader<'_>, clauses: &[&str]) -> Read<MeasureDeclaration> {
    let name = reader.name(&[], &[':'])?;
    reader.expect(":")?;
    let mut out = MeasureDeclaration { name, kind: reader.name(clauses, &[])?, ..MeasureDeclaration::default() };
    loop {
        if reader.take("running") {
            out.running = true;
        } else if reader.take("own") {
            out.own = true;
        } else if reader.take("once") {
            out.once = true;
        } else if reader.take("=") {
            out.forms = reader.names(&[], &[])?;
        } else {
            return Ok(out);
        }
    }
}

fn unit(reader: &mut Reader<'_>, clauses: &[&str]) -> Read<UnitDeclaration> {
    let code = reader.name(clauses, &[':'])?;
    reader.expect(":")?;
    let dimension = reader.name(clauses, &[])?;
    unit_clauses(reader, clauses, UnitDeclaration { code, dimension, ..UnitDeclaration::default() })
}

fn currency(reader: &mut Reader<'_>, clauses: &[&str]) -> Read<UnitDeclaration> {
    let code = reader.name(clauses, &[])?;
    unit_clauses(reader, clauses, UnitDeclaration { code, ..UnitDeclaration::default() })
}

fn unit_clauses(reader: &mut Reader<'_>, clauses: &[&str], mut out: UnitDeclaration) -> Read<UnitDeclaration> {
    loop {
        if reader.take("=") {
            out.words.extend(reader.names(clauses, &[])?);
        } else if reader.take("symbol") {
            out.symbols.extend(reader.names(clauses, &[])?);
        } else if clauses.contains(&"minor") && reader.take("minor") {
            out.minor.extend(reader.names(clauses, &[])?);
        } else if clauses.contains(&"is") && reader.take("is") {
            out.is = Some(conversion(reader, clauses)?);
        } else {
            return Ok(out);
        }
    }
}

fn conversion(reader: &mut Reader<'_>, clauses: &[&str]) -> Read<Conversion> {
    let factor = reader.figure()?;
    let stops: Vec<&str> = clauses.iter().copied().chain(["+", "-"]).collect();
    let unit = reader.name(&stops, &[])?;
    let negative = reader.take("-");
    let offset = if negative || reader.take("+") { Some(Offset { negative, figure: reader.figure()? }) } else { None };
    Ok(Conversion { factor, unit, offset })
}

fn forms(reader: &mut Reader<'_>) -> Read<Forms> {
    let value = reader.figure()?;
    reader.expect("=")?;
    Ok(Forms { value, forms: reader.names(&[], &[])? })
}

fn vague(reader: &mut Reader<'_>) -> Read<Interval> {
    let low = reader.figure()?;
    reader.expect("..")?;
    let high = if reader.rest().starts_with('=') { None } else { Some(reader.figure()?) };
    reader.expect("=")?;
    Ok(Interval { low, high, forms: reader.names(&[], &[])? })
}

fn modifier(reader: &mut Reader<'_>, clauses: &[&str]) -> Read<ModifierDeclaration> {
    let mut out = ModifierDeclaration { wording: reader.name(clauses, &[])?, ..ModifierDeclaration::default() };
    loop {
        if reader.take("=") {
            out.before.extend(reader.names(clauses, &[])?);
        } else if reader.take("after") {
            out.after.extend(reader.names(clauses, &[])?);
        } else {
            return Ok(out);
        }
    }
}

fn title(reader: &mut Reader<'_>, clauses: &[&str]) -> Read<TitleDeclaration> {
    let mut out = TitleDeclaration { name: reader.name(clauses, &[])?, ..TitleDeclaration::default() };
    out.exclusive = reader.take("exclusive");
    if reader.take("=") {
        out.forms = reader.names(&[], &[])?;
    }
    Ok(out)
}

fn place(reader: &mut Reader<'_>, clauses: &[&str]) -> Read<PlaceDeclaration> {
    let mut out = PlaceDeclaration { name: reader.name(clauses, &[])?, ..PlaceDeclaration::default() };
    loop {
        if reader.take("wide") {
            out.wide = true;
        } else if reader.take("=") {
            out.aliases.extend(reader.names(clauses, &[])?);
        } else if reader.take("demonym") {
            out.demonyms.extend(reader.names(clauses, &[])?);
        } else if reader.take("in") {
            out.within.extend(reader.names(clauses, &[])?);
        } else {
            return Ok(out);
        }
    }
}

fn exclude(reader: &mut Reader<'_>, clauses: &[&str]) -> Read<Sides> {
    let left = reader.names(clauses, &[])?;
    reader.expect("/")?;
    Ok(Sides { left, right: reader.names(clauses, &[])? })
}

fn words(reader: &mut Reader<'_>) -> Read<Declaration> {
    let class = reader.name(&[], &[])?;
    reader.expect("=")?;
    Ok(Declaration::Words { class, words: reader.names(&[], &[])? })
}

fn example(reader: &mut Reader<'_>) -> Read<ExampleDeclaration> {
    let text = reader.name(&["on", "reads"], &[])?;
    let on = if reader.take("on") { Some(reader.name(&["reads"], &[])?) } else { None };
    reader.expect("reads")?;
    let mut reads = Vec::new();
    if !reader.take("nothing") {
        reads.push(reading(reader)?);
        while reader.take(",") {
            reads.push(reading(reader)?);
        }
    }
    Ok(ExampleDeclaration { text, on, reads })
}

/// One reading; commas within its digits belong to it, because no space follows them.
fn reading(reader: &mut Reader<'_>) -> Read<Reading> {
    let Some((at, text)) = reader.stretch(", ") else { return Err(reader.trouble("what is read in the text")) };
    let text = text.trim_end_matches(',');
    Ok(Reading { text: text.to_owned(), at: At(at.0) })
}

/// Reads the name of a file behind `use`.
pub(super) fn import(reader: &mut Reader<'_>) -> Read<Name> {
    reader.take("use");
    let name = reader.name(&[], &[])?;
    reader.finish("the end of the line").map(|()| name)
}
