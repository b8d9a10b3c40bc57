//! Declarations.

use super::super::ast::{
    Conversion, Declaration, EntityDeclaration, ExampleDeclaration, Figure, Forms, GroupDeclaration, Interval,
    MeasureDeclaration, Member, ModifierDeclaration, Name, Offset, PlaceDeclaration, Reading, Sides, TitleDeclaration,
    UnitDeclaration,
};
use super::super::parser::{Node, Rule};
use super::name::{at, figure, name, names};

/// The declaration of a node; none where it is no declaration.
pub(super) fn build(node: Node<'_>) -> Option<Declaration> {
    Some(match node.as_rule() {
        Rule::entity => Declaration::Entity(entity(node)),
        Rule::group => Declaration::Group(group(node)),
        Rule::measure => Declaration::Measure(measure(node)),
        Rule::unit => Declaration::Unit(unit(node)),
        Rule::currency => Declaration::Currency(unit(node)),
        Rule::number => Declaration::Number(forms(node)),
        Rule::magnitude => Declaration::Magnitude(forms(node)),
        Rule::vague => Declaration::Vague(vague(node)),
        Rule::modifier => Declaration::Modifier(modifier(node)),
        Rule::title => Declaration::Title(title(node)),
        Rule::place => Declaration::Place(place(node)),
        Rule::exclude => Declaration::Exclude(exclude(node)),
        Rule::words => words(node),
        Rule::example => Declaration::Example(example(node)),
        _ => return None,
    })
}

fn entity(node: Node<'_>) -> EntityDeclaration {
    let mut out = EntityDeclaration::default();
    for part in node.into_inner() {
        match part.as_rule() {
            Rule::entity_also => out.aliases.extend(names(part)),
            Rule::part_of => out.part_of.extend(names(part)),
            Rule::not_these => out.not.extend(names(part)),
            Rule::remark => {}
            _ => out.name = name(&part),
        }
    }
    out
}

fn group(node: Node<'_>) -> GroupDeclaration {
    let mut out = GroupDeclaration::default();
    for part in node.into_inner() {
        match part.as_rule() {
            Rule::member => out.members.push(member(part)),
            Rule::remark => {}
            _ => out.name = name(&part),
        }
    }
    out
}

fn member(node: Node<'_>) -> Member {
    let mut both = names(node).into_iter();
    Member { name: both.next().unwrap_or_default(), alias: both.next() }
}

fn measure(node: Node<'_>) -> MeasureDeclaration {
    let mut out = MeasureDeclaration::default();
    for part in node.into_inner() {
        match part.as_rule() {
            Rule::kind => out.kind = name(&part),
            Rule::running => out.running = true,
            Rule::forms => out.forms.extend(names(part)),
            Rule::remark => {}
            _ => out.name = name(&part),
        }
    }
    out
}

fn unit(node: Node<'_>) -> UnitDeclaration {
    let mut out = UnitDeclaration::default();
    for part in node.into_inner() {
        match part.as_rule() {
            Rule::kind => out.dimension = name(&part),
            Rule::unit_words => out.words.extend(names(part)),
            Rule::unit_symbols => out.symbols.extend(names(part)),
            Rule::unit_minor => out.minor.extend(names(part)),
            Rule::unit_is => out.is = Some(conversion(part)),
            Rule::remark => {}
            _ => out.code = name(&part),
        }
    }
    out
}

fn conversion(node: Node<'_>) -> Conversion {
    let mut out = Conversion::default();
    for part in node.into_inner() {
        match part.as_rule() {
            Rule::figure => out.factor = figure(&part),
            Rule::offset => out.offset = Some(offset(part)),
            _ => out.unit = name(&part),
        }
    }
    out
}

fn offset(node: Node<'_>) -> Offset {
    let negative = node.as_str().starts_with('-');
    Offset { negative, figure: node.into_inner().next().map(|part| figure(&part)).unwrap_or_default() }
}

fn forms(node: Node<'_>) -> Forms {
    let (figures, forms) = figures_and_names(node);
    Forms { value: figures.into_iter().next().unwrap_or_default(), forms }
}

fn vague(node: Node<'_>) -> Interval {
    let (figures, forms) = figures_and_names(node);
    let mut figures = figures.into_iter();
    Interval { low: figures.next().unwrap_or_default(), high: figures.next(), forms }
}

fn figures_and_names(node: Node<'_>) -> (Vec<Figure>, Vec<Name>) {
    let (mut figures, mut forms) = (Vec::new(), Vec::new());
    for part in node.into_inner() {
        match part.as_rule() {
            Rule::figure => figures.push(figure(&part)),
            Rule::remark => {}
            _ => forms.push(name(&part)),
        }
    }
    (figures, forms)
}

fn modifier(node: Node<'_>) -> ModifierDeclaration {
    let mut out = ModifierDeclaration::default();
    for part in node.into_inner() {
        match part.as_rule() {
            Rule::modifier_before => out.before.extend(names(part)),
            Rule::modifier_after => out.after.extend(names(part)),
            Rule::remark => {}
            _ => out.wording = name(&part),
        }
    }
    out
}

fn title(node: Node<'_>) -> TitleDeclaration {
    let mut out = TitleDeclaration::default();
    for part in node.into_inner() {
        match part.as_rule() {
            Rule::exclusive => out.exclusive = true,
            Rule::forms => out.forms.extend(names(part)),
            Rule::remark => {}
            _ => out.name = name(&part),
        }
    }
    out
}

fn place(node: Node<'_>) -> PlaceDeclaration {
    let mut out = PlaceDeclaration::default();
    for part in node.into_inner() {
        match part.as_rule() {
            Rule::wide => out.wide = true,
            Rule::place_also => out.aliases.extend(names(part)),
            Rule::place_demonym => out.demonyms.extend(names(part)),
            Rule::place_in => out.within.extend(names(part)),
            Rule::remark => {}
            _ => out.name = name(&part),
        }
    }
    out
}

fn exclude(node: Node<'_>) -> Sides {
    let mut out = Sides::default();
    for part in node.into_inner() {
        match part.as_rule() {
            Rule::exclude_left => out.left = names(part),
            Rule::exclude_right => out.right = names(part),
            _ => {}
        }
    }
    out
}

fn words(node: Node<'_>) -> Declaration {
    let mut words = names(node);
    let class = if words.is_empty() { Name::default() } else { words.remove(0) };
    Declaration::Words { class, words }
}

fn example(node: Node<'_>) -> ExampleDeclaration {
    let mut out = ExampleDeclaration::default();
    for part in node.into_inner() {
        match part.as_rule() {
            Rule::example_day => out.on = Some(name(&part)),
            Rule::reading => out.reads.extend(reading(&part)),
            _ => out.text = name(&part),
        }
    }
    out
}

/// What an example reads; none for `nothing`.
fn reading(node: &Node<'_>) -> Option<Reading> {
    let text = node.as_str().trim();
    (text != "nothing").then(|| Reading { text: text.to_owned(), at: at(node) })
}
