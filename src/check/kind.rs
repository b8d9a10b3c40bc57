//! Kinds of measures and dimensions of units, by the names they have in declarations.

use crate::statement::MeasureKind;
use crate::value::Dimension;

/// The kinds that are no dimensions.
const KINDS: &[(&str, MeasureKind)] = &[
    ("change", MeasureKind::Change),
    ("date", MeasureKind::Date),
    ("text", MeasureKind::Text),
    ("list", MeasureKind::List),
    ("any", MeasureKind::Any),
];

/// The dimension of that name.
pub(super) fn dimension(name: &str) -> Option<Dimension> {
    Dimension::ALL.iter().copied().find(|dimension| dimension.name() == name)
}

/// The name of a dimension.
pub(super) fn dimension_name(dimension: Dimension) -> &'static str {
    dimension.name()
}

/// The kind of that name.
pub(super) fn measure_kind(name: &str) -> Option<MeasureKind> {
    let kind = || KINDS.iter().find(|(known, _)| *known == name).map(|(_, kind)| *kind);
    dimension(name).map(MeasureKind::Dimension).or_else(kind)
}

/// The names of all dimensions.
pub(super) fn dimension_names() -> Vec<&'static str> {
    Dimension::ALL.iter().map(|dimension| dimension.name()).collect()
}

/// The names of all kinds.
pub(super) fn kind_names() -> Vec<&'static str> {
    dimension_names().into_iter().chain(KINDS.iter().map(|(name, _)| *name)).collect()
}

/// The name of a kind, as declarations have it.
pub fn kind_name(kind: MeasureKind) -> &'static str {
    match kind {
        MeasureKind::Dimension(dimension) => dimension_name(dimension),
        MeasureKind::Change => "change",
        MeasureKind::Date => "date",
        MeasureKind::Text => "text",
        MeasureKind::List => "list",
        MeasureKind::Any => "any",
    }
}
