//! Declarations: what adds to the vocabulary.

use super::{At, Figure, Name};

/// An addition to the vocabulary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Declaration {
    /// `entity NAME = ALIASES part of WHOLES not OTHERS`
    Entity(EntityDeclaration),
    /// `group NAME = MEMBERS`
    Group(GroupDeclaration),
    /// `measure NAME : KIND running = FORMS`
    Measure(MeasureDeclaration),
    /// `unit CODE : DIMENSION = WORDS symbol SYMBOLS is CONVERSION`
    Unit(UnitDeclaration),
    /// `currency CODE = WORDS symbol SYMBOLS minor HUNDREDTHS`, without dimension and conversion.
    Currency(UnitDeclaration),
    /// `number VALUE = FORMS`
    Number(Forms),
    /// `magnitude VALUE = FORMS`
    Magnitude(Forms),
    /// `vague LOW .. HIGH = FORMS`
    Vague(Interval),
    /// `modifier WORDING = BEFORE after AFTER`
    Modifier(ModifierDeclaration),
    /// `title NAME exclusive = FORMS`
    Title(TitleDeclaration),
    /// `place NAME wide = ALIASES demonym DEMONYMS in PLACES`
    Place(PlaceDeclaration),
    /// `exclude LEFT / RIGHT`
    Exclude(Sides),
    /// `words CLASS = WORDS`
    Words {
        /// The class.
        class: Name,
        /// What belongs to it.
        words: Vec<Name>,
    },
    /// `example TEXT on DAY reads READINGS`
    Example(ExampleDeclaration),
}

/// `entity`
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EntityDeclaration {
    /// The canonical name.
    pub name: Name,
    /// Other names.
    pub aliases: Vec<Name>,
    /// What it belongs to.
    pub part_of: Vec<Name>,
    /// What it must not be taken for.
    pub not: Vec<Name>,
}

/// `group`
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GroupDeclaration {
    /// Its name.
    pub name: Name,
    /// Who belongs to it.
    pub members: Vec<Member>,
}

/// A member of a group: `Norsk`, `"Baltic Wind" (Baltic)`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Member {
    /// Its name.
    pub name: Name,
    /// Another name for it.
    pub alias: Option<Name>,
}

/// `measure`
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MeasureDeclaration {
    /// Its name.
    pub name: Name,
    /// What its values are: a dimension, or `change`, `date`, `text`, `list`, `any`.
    pub kind: Name,
    /// Whether `running` is said.
    pub running: bool,
    /// Whether `own` is said.
    pub own: bool,
    /// Whether `once` is said.
    pub once: bool,
    /// The words that stand for it.
    pub forms: Vec<Name>,
}

/// `unit` or `currency`
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnitDeclaration {
    /// UCUM or ISO 4217.
    pub code: Name,
    /// Its dimension; empty for a currency.
    pub dimension: Name,
    /// The words for it.
    pub words: Vec<Name>,
    /// The symbols for it.
    pub symbols: Vec<Name>,
    /// The words for the hundredth of a currency.
    pub minor: Vec<Name>,
    /// How it converts.
    pub is: Option<Conversion>,
}

/// `is 1 K + 273.15`
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Conversion {
    /// How many of the other unit.
    pub factor: Figure,
    /// The other unit.
    pub unit: Name,
    /// What is added.
    pub offset: Option<Offset>,
}

/// `+ 273.15`
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offset {
    /// Whether it is taken away.
    pub negative: bool,
    /// How much.
    pub figure: Figure,
}

/// `number` or `magnitude`: a value and the words for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Forms {
    /// The value.
    pub value: Figure,
    /// The words.
    pub forms: Vec<Name>,
}

/// `vague`
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Interval {
    /// The least.
    pub low: Figure,
    /// The most.
    pub high: Option<Figure>,
    /// The words.
    pub forms: Vec<Name>,
}

/// `modifier`
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ModifierDeclaration {
    /// What it does to a number: `more than`, `about`.
    pub wording: Name,
    /// The words before the number.
    pub before: Vec<Name>,
    /// The words after it.
    pub after: Vec<Name>,
}

/// `title`
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TitleDeclaration {
    /// The canonical title.
    pub name: Name,
    /// Whether `exclusive` is said.
    pub exclusive: bool,
    /// Its forms.
    pub forms: Vec<Name>,
}

/// `place`
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlaceDeclaration {
    /// The canonical name.
    pub name: Name,
    /// Whether `wide` is said.
    pub wide: bool,
    /// Other names.
    pub aliases: Vec<Name>,
    /// Adjectives and people.
    pub demonyms: Vec<Name>,
    /// What it lies in.
    pub within: Vec<Name>,
}

/// `exclude`
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sides {
    /// One side.
    pub left: Vec<Name>,
    /// The other.
    pub right: Vec<Name>,
}

/// `example`
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExampleDeclaration {
    /// The text.
    pub text: Name,
    /// The day of the document.
    pub on: Option<Name>,
    /// What is read in it, in order; empty for `nothing`.
    pub reads: Vec<Reading>,
}

/// What an example reads: `> 5e9 USD`, `2025-09`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// As it was written.
    pub text: String,
    /// Where it stands.
    pub at: At,
}
