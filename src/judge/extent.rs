//! Figures of a stretch of time or of a place: sales of a quarter are not those of the year, nor those of a town those of the country.
//!
//! They are neither for nor against one another. What is done on a day is otherwise: a pledge made in May was made that year. The
//! vocabulary marks such measures with `once`; what an event costs or claims is of its day too.

use std::borrow::Cow;

use super::Bench;
use super::qualify::Standing;
use crate::extract::singular;
use crate::index::{Containment, Places};
use crate::statement::{Statement, Value};
use crate::value::{Days, Dimension};

/// Whether a passage has a figure of an assertion's measure that is of a time or of a place, so that those of a part of it are other
/// figures.
pub fn is_of_extent(bench: &Bench<'_>, asked: &Statement, own: &Statement) -> bool {
    let Some(Value::Quantity(figure)) = own.value.as_ref().filter(|_| !is_of_event(bench, asked)) else {
        return false;
    };
    let measure = &asked.measure;
    let mut known = bench.index.vocabulary.measures.iter().rev();
    match known.find(|entry| entry.name.eq_ignore_ascii_case(&measure.name)) {
        Some(entry) => !entry.once,
        // "paid $5 million" tells of a deed, "sold 40 ships" and "takings" of more than one.
        None => !(bench.index.grammar.is_verb(&measure.name) && figure.unit.dimension == Dimension::Money),
    }
}

/// Whether a statement is about something that happens: an earthquake, an election.
pub fn is_of_event(bench: &Bench<'_>, asked: &Statement) -> bool {
    let mut words = asked.subject.name.split(' ').map(singular).chain(asked.subject.topic.iter().map(Cow::from));
    words.any(|word| bench.index.grammar.is_event(&word))
}

/// Where a figure of one time stands to the asserted time: the same days state it, days beside it state it otherwise, a part of it or
/// more than it is another figure. The day of the report is that of a figure only where it is the asserted one.
pub fn of_time(asked: &Days, told: Option<Days>, reported: Option<Days>) -> Standing {
    match (told, reported) {
        (Some(own), _) | (None, Some(own)) if own.same_days(asked) => Standing::States,
        (Some(own), _) if own.excludes(asked) => Standing::Otherwise,
        (Some(_), _) | (None, Some(_)) => Standing::Beside,
        (None, None) => Standing::LeavesOut,
    }
}

/// Whether a place is a part of the asserted one, or around it, and not the same.
pub fn is_other_place(places: &Places, own: &str, asked: &str) -> bool {
    match (places.relation(own, asked), places.relation(asked, own)) {
        (Containment::Inside, Containment::Inside) => false,
        (Containment::Inside | Containment::Wider, _) => true,
        (Containment::Disjoint | Containment::Unknown, _) => false,
    }
}
