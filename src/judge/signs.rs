//! Which way a statement goes: denied or affirmed, up or down.

use crate::statement::{Direction, Modality, Polarity, Statement};
use crate::value::{Number, Quantity};

/// Whether a statement is affirmed, and more than a forecast, an opinion or a condition.
pub fn is_plain(statement: &Statement) -> bool {
    statement.polarity == Polarity::Affirmed && statement.modality.is_none_or(|modality| modality > Modality::Forecast)
}

/// A fall of 3 % is a change of -3 %; what has no way, or goes up, keeps its sign.
pub fn turned_down(quantity: &Quantity, direction: Option<Direction>) -> Quantity {
    let minus = Number::from_integer(-1);
    let turned = quantity.amount.mapped(minus, Number::ZERO).filter(|_| direction == Some(Direction::Down));
    turned.map_or_else(|| quantity.clone(), |amount| Quantity::new(amount, quantity.unit.clone()))
}
