//! Units and their exact conversion.

use std::fmt;
use std::sync::{Arc, LazyLock};

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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Conversion {
    /// The factor.
    pub factor: Number,
    /// The offset; zero but for temperatures.
    pub offset: Number,
}

impl Conversion {
    /// `base = value * factor`.
    pub fn factor(factor: Number) -> Conversion {
        Conversion { factor, offset: Number::ZERO }
    }

    /// The conversion of a base unit to itself.
    pub fn identity() -> Conversion {
        Conversion::factor(Number::ONE)
    }

    /// Whether the digits stay and only the point moves: the factor is a power of ten, and nothing is added.
    pub fn keeps_digits(&self) -> bool {
        self.offset.is_zero() && (is_power_of_ten(self.factor) || self.factor.inverse().is_some_and(is_power_of_ten))
    }
}

/// A unit.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Unit {
    /// ISO 4217 for money, `%` `pp` `bp`, UCUM for measures, the singular noun phrase for counts, empty for a bare number.
    pub code: Arc<str>,
    /// Its dimension.
    pub dimension: Dimension,
    /// Its conversion; none where nothing converts (money, counts).
    pub conversion: Option<Conversion>,
    /// What people call one of it, where that is not its code: "square foot", "°C".
    pub name: Option<Arc<str>>,
}

impl Unit {
    /// A bare number.
    pub fn number() -> Unit {
        Unit::plain(&EMPTY, Dimension::Number)
    }

    /// Things counted; `noun` is their head noun phrase, singular and lower case.
    pub fn count(noun: &str) -> Unit {
        Unit { code: Arc::from(noun), dimension: Dimension::Count, conversion: None, name: None }
    }

    /// A rank.
    pub fn ordinal() -> Unit {
        Unit::plain(&EMPTY, Dimension::Ordinal)
    }

    /// Money; `code` is ISO 4217.
    pub fn money(code: &str) -> Unit {
        Unit { code: Arc::from(code), dimension: Dimension::Money, conversion: None, name: None }
    }

    /// Percent.
    pub fn percent() -> Unit {
        Unit::plain(&PERCENT, Dimension::Percent)
    }

    /// Percentage points.
    pub fn points() -> Unit {
        Unit { conversion: Some(Conversion::identity()), ..Unit::plain(&POINTS, Dimension::Points) }
    }

    /// Basis points: a hundredth of a percentage point.
    pub fn basis_points() -> Unit {
        let conversion = Number::ratio(1, 100).map(Conversion::factor);
        Unit { conversion, ..Unit::plain(&BASIS_POINTS, Dimension::Points) }
    }

    /// Anything measured; `code` is UCUM, `conversion` leads to the base unit of the dimension.
    pub fn measure(code: &str, dimension: Dimension, conversion: Option<Conversion>) -> Unit {
        Unit { code: Arc::from(code), dimension, conversion, name: None }
    }

    /// The unit, as people call it.
    pub fn called(self, name: &str) -> Unit {
        Unit { name: Some(Arc::from(name)), ..self }
    }

    /// Whether a quantity of this unit can be given in `other`, exactly.
    pub fn converts_to(&self, other: &Unit) -> bool {
        self.conversion_to(other).is_some()
    }

    /// How a value of this unit becomes one of `other`: `theirs = mine * factor + offset`. Things counted and bare numbers pass for one
    /// another as they are. None where nothing converts, or the factor does not fit an exact number.
    pub fn conversion_to(&self, other: &Unit) -> Option<Conversion> {
        if !self.dimension.compares_with(other.dimension) {
            return None;
        }
        if self.code == other.code || self.dimension.counts() {
            return Some(Conversion::identity());
        }
        let (mine, theirs) = (self.conversion?, other.conversion?);
        let offset = mine.offset.minus(theirs.offset)?.over(theirs.factor)?;
        Some(Conversion { factor: mine.factor.over(theirs.factor)?, offset })
    }

    /// Whether its small whole numbers are exact: things counted, bare numbers, ranks.
    pub fn counts(&self) -> bool {
        self.dimension.counts() || self.dimension == Dimension::Ordinal
    }

    fn plain(code: &LazyLock<Arc<str>>, dimension: Dimension) -> Unit {
        Unit { code: Arc::clone(code), dimension, conversion: None, name: None }
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(self.name.as_ref().unwrap_or(&self.code))
    }
}

impl Dimension {
    /// Every dimension, in the order of the manual.
    pub const ALL: &[Dimension] = &[
        Dimension::Number,
        Dimension::Count,
        Dimension::Money,
        Dimension::Percent,
        Dimension::Points,
        Dimension::Ordinal,
        Dimension::Length,
        Dimension::Area,
        Dimension::Volume,
        Dimension::Mass,
        Dimension::Duration,
        Dimension::Age,
        Dimension::Speed,
        Dimension::Temperature,
        Dimension::Power,
        Dimension::Energy,
        Dimension::Data,
        Dimension::DataRate,
        Dimension::Pressure,
        Dimension::Frequency,
        Dimension::Electric,
        Dimension::Force,
        Dimension::Angle,
        Dimension::Other,
    ];

    /// The name as it is written in declarations and in the machine interface.
    pub fn name(self) -> &'static str {
        match self {
            Dimension::Number => "number",
            Dimension::Count => "count",
            Dimension::Money => "money",
            Dimension::Percent => "percent",
            Dimension::Points => "points",
            Dimension::Ordinal => "ordinal",
            Dimension::Length => "length",
            Dimension::Area => "area",
            Dimension::Volume => "volume",
            Dimension::Mass => "mass",
            Dimension::Duration => "duration",
            Dimension::Age => "age",
            Dimension::Speed => "speed",
            Dimension::Temperature => "temperature",
            Dimension::Power => "power",
            Dimension::Energy => "energy",
            Dimension::Data => "data",
            Dimension::DataRate => "data rate",
            Dimension::Pressure => "pressure",
            Dimension::Frequency => "frequency",
            Dimension::Electric => "electric",
            Dimension::Force => "force",
            Dimension::Angle => "angle",
            Dimension::Other => "other",
        }
    }

    /// Whether values of the two can be held against one another at all. A bare number may be a count whose noun was left out.
    pub fn compares_with(self, other: Dimension) -> bool {
        self == other || (self.counts() && other.counts())
    }

    fn counts(self) -> bool {
        matches!(self, Dimension::Count | Dimension::Number)
    }
}

static EMPTY: LazyLock<Arc<str>> = LazyLock::new(|| Arc::from(""));
static PERCENT: LazyLock<Arc<str>> = LazyLock::new(|| Arc::from("%"));
static POINTS: LazyLock<Arc<str>> = LazyLock::new(|| Arc::from("pp"));
static BASIS_POINTS: LazyLock<Arc<str>> = LazyLock::new(|| Arc::from("bp"));

fn is_power_of_ten(number: Number) -> bool {
    let Some(mut rest) = number.to_integer() else {
        return false;
    };
    while rest > 1 && rest % 10 == 0 {
        rest /= 10;
    }
    rest == 1
}

#[cfg(test)]
mod tests;
