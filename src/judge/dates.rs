//! Dates held against dates: as sets of days.

use crate::value::{Comparison, Days, Fit, Reason, Relation};

/// Dates compare as sets of days.
pub fn compare(own: &Days, relation: Relation, asked: &Days) -> Comparison {
    let fit = match relation {
        Relation::Equal | Relation::Exactly | Relation::About | Relation::In | Relation::Includes => {
            Days::compare(own, asked)
        }
        Relation::NotEqual => turned(Days::compare(own, asked)),
        Relation::Less => before(own, asked.first.and_then(|day| day.yesterday().ok())),
        Relation::AtMost => before(own, asked.last),
        Relation::Greater => after(own, asked.last),
        Relation::AtLeast => after(own, asked.first.and_then(|day| day.yesterday().ok())),
    };
    let reason = match fit {
        Fit::Supports => Reason::Inside,
        Fit::Compatible => Reason::Overlap,
        Fit::Contradicts => Reason::Disjoint,
    };
    Comparison { fit, reason, soft: false }
}

/// Whether all days of `own` are at or before `limit`; what its wording leaves open is not excluded.
fn before(own: &Days, limit: Option<jiff::civil::Date>) -> Fit {
    match (own.halo().first, own.last, limit) {
        (_, Some(last), Some(limit)) if last <= limit => Fit::Supports,
        (Some(first), _, Some(limit)) if first > limit => Fit::Contradicts,
        _ => Fit::Compatible,
    }
}

/// Whether all days of `own` are after `limit`.
fn after(own: &Days, limit: Option<jiff::civil::Date>) -> Fit {
    match (own.first, own.halo().last, limit) {
        (Some(first), _, Some(limit)) if first > limit => Fit::Supports,
        (_, Some(last), Some(limit)) if last <= limit => Fit::Contradicts,
        _ => Fit::Compatible,
    }
}

fn turned(fit: Fit) -> Fit {
    match fit {
        Fit::Supports => Fit::Contradicts,
        Fit::Compatible => Fit::Compatible,
        Fit::Contradicts => Fit::Supports,
    }
}
