//! Units and their exact conversion.

use std::sync::Arc;

use super::Number;

/// What kind of thing a unit measures. Units of two dimensions are never compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dimension {
    /// A bare number.
    Number,
    /// Things counted, by their noun.
    Count,
    /// Money, by its currency.
    Money,
    /// Percent.
    Percent,
    /// Percentage points and basis points.
    Points,
    /// A rank: first, third.
    Ordinal,
    /// Length.
    Length,
    /// Area.
    Area,
    /// Volume.
    Volume,
    /// Mass.
    Mass,
    /// A length of time.
    Duration,
    /// How old somebody is.
    Age,
    /// Speed.
    Speed,
    /// Temperature.
    Temperature,
    /// Power.
    Power,
    /// Energy.
    Energy,
    /// Data.
    Data,
    /// Data a second.
    DataRate,
    /// Pressure.
    Pressure,
    /// Frequency.
    Frequency,
    /// Electric voltage, current, charge, resistance.
    Electric,
    /// Force.
    Force,
    /// Angle.
    Angle,
    /// Emissions, density, torque and the rest: compared by code alone.
    Other,
}

/// How a unit relates to the base unit of its dimension: `base = value * factor + offset`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conversion {
    /// The factor.
    pub factor: Number,
    /// The offset; zero but for temperatures.
    pub offset: Number,
}

/// A unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// ISO 4217 for money, `%` `pp` `bp`, UCUM for measures, the singular noun phrase for counts, empty for a bare number.
    pub code: Arc<str>,
    /// Its dimension.
    pub dimension: Dimension,
    /// Its conversion; none where nothing converts (money, counts).
    pub conversion: Option<Conversion>,
}
