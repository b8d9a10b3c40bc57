//! Units and currencies.

use crate::diag::{Code, nearest};
use crate::statement::UnitEntry;
use crate::syntax::ast::{self, Name, UnitDeclaration};
use crate::value::{Conversion, Dimension, Number, Unit};

use super::super::kind;
use super::Declarer;
use super::forms::{kept, lower};

impl Declarer<'_> {
    pub(super) fn unit(&mut self, declared: &UnitDeclaration) {
        let Some(dimension) = kind::dimension(&declared.dimension.text) else {
            return self.unknown_kind("dimension", &declared.dimension, &kind::dimension_names());
        };
        let conversion = match &declared.is {
            Some(is) => self.conversion(is, dimension),
            None => base(dimension),
        };
        let unit = built(&declared.code.text, dimension, conversion);
        self.declare_unit(
            match name(declared, dimension) {
                Some(name) => unit.called(name),
                None => unit,
            },
            declared,
        );
    }

    pub(super) fn currency(&mut self, declared: &UnitDeclaration) {
        self.declare_unit(Unit::money(&declared.code.text), declared);
    }

    fn declare_unit(&mut self, unit: Unit, declared: &UnitDeclaration) {
        self.units.insert(unit.code.to_string(), unit.clone());
        self.vocabulary.units.push(UnitEntry {
            unit,
            words: lower(&declared.words),
            symbols: kept(&declared.symbols),
            minor: lower(&declared.minor),
        });
    }

    /// How a unit converts to the base of its dimension, by way of the unit that its declaration names. None, and an error, where that
    /// unit is not declared, is of another dimension, or the numbers do not fit.
    fn conversion(&mut self, is: &ast::Conversion, dimension: Dimension) -> Option<Conversion> {
        let factor = self.figure(&is.factor)?;
        let offset = match &is.offset {
            Some(offset) if offset.negative => self.figure(&offset.figure)?.negated(),
            Some(offset) => self.figure(&offset.figure)?,
            None => Number::ZERO,
        };
        let other = self.other(&is.unit, dimension)?;
        let through = other.conversion?;
        Some(Conversion {
            factor: factor.times(through.factor)?,
            offset: offset.times(through.factor)?.plus(through.offset)?,
        })
    }

    fn other(&mut self, name: &Name, dimension: Dimension) -> Option<Unit> {
        let found = self.units.get(&name.text).or_else(|| self.known.find(&name.text)).cloned();
        let Some(unit) = found else {
            self.unknown_unit(name);
            return None;
        };
        if unit.dimension != dimension {
            let (here, there) = (kind::dimension_name(dimension), kind::dimension_name(unit.dimension));
            let message = format!("`{}` is a unit of {there}, not of {here}", name.text);
            self.findings.error(Code::UnitMismatch, message, name.at, None);
            return None;
        }
        Some(unit)
    }

    fn unknown_unit(&mut self, name: &Name) {
        let near = nearest(&name.text, self.units.keys().map(String::as_str));
        let help = match near {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("declare `unit {}` above this line", name.text),
        };
        self.findings.error(Code::UnknownUnit, format!("no unit `{}`", name.text), name.at, help);
    }
}

/// The conversion of a unit that names no other: it is the base of its dimension, where units of that dimension convert.
fn base(dimension: Dimension) -> Option<Conversion> {
    match dimension {
        Dimension::Number
        | Dimension::Count
        | Dimension::Money
        | Dimension::Ordinal
        | Dimension::Electric
        | Dimension::Other => None,
        Dimension::Percent
        | Dimension::Points
        | Dimension::Length
        | Dimension::Area
        | Dimension::Volume
        | Dimension::Mass
        | Dimension::Duration
        | Dimension::Age
        | Dimension::Speed
        | Dimension::Temperature
        | Dimension::Power
        | Dimension::Energy
        | Dimension::Data
        | Dimension::DataRate
        | Dimension::Pressure
        | Dimension::Frequency
        | Dimension::Force
        | Dimension::Angle => Some(Conversion::identity()),
    }
}

/// What people call a unit, where that is not its code: a sign such as `°C`, else its first word, and where this says what it is a part
/// of, its symbol. Lengths of time always go by their words.
fn name(declared: &UnitDeclaration, dimension: Dimension) -> Option<&str> {
    let symbols = || declared.symbols.iter().map(|name| &name.text[..]);
    let code = &declared.code.text[..];
    if dimension != Dimension::Duration && symbols().any(|symbol| symbol == code) {
        return None;
    }
    let sign = symbols().find(|symbol| !symbol.starts_with(|first: char| first.is_ascii_alphabetic()));
    let word = declared.words.first().map(|name| &name.text[..]).filter(|word| !word.contains(" per "));
    sign.or(word).or_else(|| symbols().next()).filter(|name| *name != code)
}

/// The unit; those that the program itself makes come out the same, whether declared or made.
fn built(code: &str, dimension: Dimension, conversion: Option<Conversion>) -> Unit {
    match (code, dimension) {
        ("%", Dimension::Percent) => Unit::percent(),
        ("pp", Dimension::Points) => Unit::points(),
        ("bp", Dimension::Points) => Unit::basis_points(),
        _ => Unit::measure(code, dimension, conversion),
    }
}
