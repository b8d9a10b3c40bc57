//! A line on which values lie: from numbers or days to places in the drawing, and the bars that are drawn there.

use maud::{Markup, html};

/// Where the greatest is so many times the least, the scale is that of the magnitudes.
const WIDE: f64 = 100.0;

/// The width of the drawing, in units of its own.
pub(super) const WIDTH: f64 = 400.0;

/// A set on a line: its ends, where it has any.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Extent {
    pub low: Option<End>,
    pub high: Option<End>,
}

/// An end of a set, and whether that itself belongs to it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct End {
    pub at: f64,
    pub is_open: bool,
}

impl End {
    /// One that belongs to the set.
    pub fn closed(at: f64) -> Self {
        Self { at, is_open: false }
    }

    /// The same, which does not.
    pub fn open(self) -> Self {
        Self { is_open: true, ..self }
    }
}

impl Extent {
    /// Whether an end does not belong to the set.
    pub fn is_open(&self) -> bool {
        [self.low, self.high].into_iter().flatten().any(|end| end.is_open)
    }
}

/// What lies on a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// Numbers of one unit.
    Numbers,
    /// Days, counted from the first of 1970.
    Days,
}

/// From values to places in the drawing.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale {
    low: f64,
    high: f64,
    magnitudes: bool,
}

impl Scale {
    /// One on which all of them have room; none where nothing has an end.
    pub fn over(line: Line, all: &[Extent]) -> Option<Self> {
        let ends = || all.iter().flat_map(|extent| [extent.low, extent.high]).flatten().map(|end| end.at);
        let (low, high) = (ends().reduce(f64::min)?, ends().reduce(f64::max)?);
        let magnitudes = line == Line::Numbers && low > 0.0 && high / low >= WIDE;
        let (low, high) = if magnitudes { (low.ln(), high.ln()) } else { (low, high) };
        let room = if high > low { (high - low) * 0.12 } else { low.abs() * 0.1 + 1.0 };
        Some(Self { low: low - room, high: high + room, magnitudes })
    }

    /// Where a value is drawn; what lies outside is drawn at the edge.
    pub fn place(&self, value: f64) -> f64 {
        let value = if self.magnitudes { value.max(f64::MIN_POSITIVE).ln() } else { value };
        ((value - self.low) / (self.high - self.low) * WIDTH).clamp(0.0, WIDTH)
    }

    /// The least and the greatest value that it has room for, where it is no scale of magnitudes.
    pub fn ends(&self) -> (f64, f64) {
        (self.low, self.high)
    }

    /// From where to where a set is drawn.
    pub fn places(&self, extent: Extent) -> (f64, f64) {
        let low = extent.low.map_or(0.0, |low| self.place(low.at));
        (low, extent.high.map_or(WIDTH, |high| self.place(high.at)).max(low))
    }
}

/// At least as wide as can be seen.
pub(super) fn bar(class: &str, (low, high): (f64, f64), top: u8, height: u8) -> Markup {
    let width = (high - low).max(3.0);
    let left = if high - low < 3.0 { (low + high) / 2.0 - 1.5 } else { low };
    html! { rect class=(class) x=(format!("{left:.1}")) y=(top) width=(format!("{width:.1}")) height=(height) {} }
}

/// The ends of a bar that do not belong to it, hollow.
pub(super) fn hollow(extent: Extent, (low, high): (f64, f64), top: u8, height: u8) -> Markup {
    const WIDE: f64 = 6.0;
    let is_open = |end: Option<End>| end.is_some_and(|end| end.is_open);
    let ends = [(is_open(extent.low), low), (is_open(extent.high), high - WIDE)];
    html! {
        @for (_, left) in ends.into_iter().filter(|(is_open, _)| *is_open) {
            rect.hollow x=(format!("{left:.1}")) y=(top) width=(WIDE) height=(height) {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{End, Extent, Line, Scale, WIDTH};

    fn point(at: f64) -> Extent {
        Extent { low: Some(End::closed(at)), high: Some(End::closed(at)) }
    }

    #[test]
    fn values_a_magnitude_apart_are_drawn_by_their_magnitudes() {
        let all = [point(1.0), point(1000.0), point(1e6)];
        let scale = Scale::over(Line::Numbers, &all).expect("they have ends");
        let [low, middle, high] = [1.0, 1000.0, 1e6].map(|value| scale.place(value));
        assert!(scale.magnitudes && (middle - low - (high - middle)).abs() < 1e-6, "{low} {middle} {high}");
        let days = Scale::over(Line::Days, &all).expect("they have ends");
        assert!(!days.magnitudes && days.place(1000.0) - days.place(1.0) < 1.0, "days are as far apart as they are");
    }

    #[test]
    fn a_set_without_an_end_reaches_the_edge() {
        let all = [Extent { high: None, ..point(5.0) }, Extent { low: point(4.0).low, ..point(6.0) }];
        let scale = Scale::over(Line::Numbers, &all).expect("they have ends");
        let (low, high) = scale.places(all[0]);
        assert!(low > 0.0 && (high - WIDTH).abs() < 1e-9);
        assert!(Scale::over(Line::Numbers, &[Extent { low: None, high: None }]).is_none());
    }
}
