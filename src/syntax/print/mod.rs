//! From the tree back to text. What the author chose stays: symbols or words, digits, quotation marks, which part begins a line. White space
//! becomes regular. Reading the text again gives the same tree.

mod assertion;
mod declaration;
mod table;

use super::ast::{Allow, Binding, Check, File, Item, ItemKind, Name, Waiver};

pub use assertion::sentence;

/// How wide a declaration may be before it is broken after a comma, in characters.
const WIDTH: usize = 110;

/// The text of a check file.
pub fn print(file: &File) -> String {
    let mut out = String::new();
    for item in &file.items {
        out.push_str(&self::item(item));
        out.push('\n');
    }
    out
}

fn item(item: &Item) -> String {
    let text = kind(&item.kind);
    match &item.remark {
        Some(remark) => format!("{text}  {remark}"),
        None => text,
    }
}

fn kind(kind: &ItemKind) -> String {
    match kind {
        ItemKind::Blank => String::new(),
        ItemKind::Remark(text) | ItemKind::Broken(text) => text.clone(),
        ItemKind::Use(file) => format!("use {}", name(file)),
        ItemKind::Declaration(declared) => filled(&declaration::atoms(declared)),
        ItemKind::Let(binding) => self::binding(binding),
        ItemKind::Table(table) => table::table(table),
        ItemKind::Template(template) => table::template(template),
        ItemKind::Check(check) => self::check(check),
        ItemKind::Assertion(asserted) => assertion::assertion(asserted),
        ItemKind::Allow(allow) => self::allow(allow),
    }
}

fn binding(binding: &Binding) -> String {
    format!("let {} = {}", name(&binding.name), assertion::right(&binding.value))
}

fn check(check: &Check) -> String {
    let mut out = format!("check {}", name(&check.id));
    if let Some(title) = &check.title {
        out.push_str(&format!(" {}", name(title)));
    }
    assertion::parts(&mut out, &check.parts);
    out
}

fn allow(allow: &Allow) -> String {
    format!("allow {} contradicts {}{}", name(&allow.document), name(&allow.check), waiver(&allow.waiver))
}

/// ` until D because "…"`, as far as it is said.
fn waiver(waiver: &Waiver) -> String {
    let until = waiver.until.iter().map(|day| format!(" until {}", day.text));
    let because = waiver.because.iter().map(|reason| format!(" because {}", name(reason)));
    until.chain(because).collect()
}

/// A name as it is written: between quotation marks where it was.
fn name(name: &Name) -> String {
    if name.quoted { format!("\"{}\"", name.text.replace('"', "\"\"")) } else { name.text.clone() }
}

/// Names with commas between them.
fn listed(names: &[Name]) -> String {
    names.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// Atoms a space apart, in lines of bounded width. Lines break only behind a comma, where a declaration is plainly unfinished.
fn filled(atoms: &[String]) -> String {
    let mut out = String::new();
    let mut width = 0;
    for atom in atoms {
        let length = atom.chars().count();
        if width > 0 && width + 1 + length > WIDTH && out.ends_with(',') {
            out.push_str("\n  ");
            width = 2;
        } else if width > 0 {
            out.push(' ');
            width += 1;
        }
        out.push_str(atom);
        width += length;
    }
    out
}

#[cfg(test)]
mod tests;
