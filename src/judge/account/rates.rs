//! Products and quotients: so many of each of so many.

use super::ask::Ask;
use super::balance::{self, Sum};
use super::entry::Entry;
use super::ways::{Working, factor};
use crate::judge::Bench;
use crate::judge::align::counts_same;
use crate::value::Quantity;

/// "84 fish are in the bowls": seven bowls, with twelve fish in each.
pub(super) fn product<'e>(
    bench: &Bench<'_>,
    ask: &'e Ask<'e>,
    own: &[&'e Entry<'e>],
    entries: &'e [Entry<'e>],
) -> Option<Working<'e>> {
    let (mut result, mut steps, mut used): (Option<Quantity>, Vec<String>, Vec<&Entry<'_>>) = Default::default();
    for rate in own {
        let of = only(bench, rate.per.as_deref()?, entries, &ask.others)?;
        let next = factor(rate)?.times(&factor(of)?)?;
        result = match result {
            None => Some(next),
            Some(sum) => Some(sum.plus(&next)?),
        };
        steps.push(format!("{} × {}", of.quantity.describe(), rate.quantity.describe()));
        used.extend([of, *rate]);
    }
    let excludes = is_told_so(ask, own);
    Some(Working { excludes, ..working(ask, result?, &steps.join(" + "), used)? })
}

/// Whether a claim says in the words of an article what was done by whom to so many: then it tells of the same.
fn is_told_so(ask: &Ask<'_>, own: &[&Entry<'_>]) -> bool {
    let is_same = |rate: &Entry<'_>| rate.lemma().is_some() && rate.lemma() == ask.entry.lemma();
    let is_whose = |rate: &Entry<'_>| ask.holder().is(&rate.actor);
    own.iter().all(|rate| is_same(rate) && is_whose(rate)) && ask.entry.per.is_none() && ask.others.is_empty()
}

/// "Each friend got three apples": nine apples, and three friends.
pub(super) fn each<'e>(bench: &Bench<'_>, ask: &'e Ask<'e>, entries: &'e [Entry<'e>]) -> Option<Working<'e>> {
    if let Some(found) = chained(bench, ask, entries) {
        return Some(found);
    }
    let of = only(bench, ask.entry.per.as_deref()?, entries, &ask.others)?;
    let whole = whole(bench, &ask.entry.thing.head, entries, &ask.others)?;
    // "96 crates on eight trucks": no more than so many were on each of them.
    let excludes = matches!(whole.entries.as_slice(), [one] if one.is_told_with(of));
    Some(Working { excludes, ..divided(ask, whole, of)? })
}

/// "900 tires a day": 300 in each of the three shifts that there are each day.
fn chained<'e>(bench: &Bench<'_>, ask: &'e Ask<'e>, entries: &'e [Entry<'e>]) -> Option<Working<'e>> {
    let per = |entry: &Entry<'_>, noun: &str| entry.per.as_deref().is_some_and(|per| counts_same(bench, per, noun));
    let asked = ask.entry.per.as_deref()?;
    let mut rates =
        entries.iter().filter(|entry| ask.entry.thing.covers(bench, &entry.thing) && !ask.entry.thing.head.is_empty());
    let rate = rates.next().filter(|rate| rates.next().is_none() && !per(rate, asked))?;
    let mut parts = entries
        .iter()
        .filter(|entry| rate.per.as_deref().is_some_and(|noun| counts_same(bench, noun, &entry.thing.head)));
    let of = parts.next().filter(|of| parts.next().is_none() && per(of, asked))?;
    let step = format!("{} × {}", of.quantity.describe(), rate.quantity.describe());
    working(ask, factor(rate)?.times(&factor(of)?)?, &step, vec![of, rate])
}

/// "13 rooms are needed": 390 pupils, 30 to each room.
pub(super) fn quotient<'e>(bench: &Bench<'_>, ask: &'e Ask<'e>, entries: &'e [Entry<'e>]) -> Option<Working<'e>> {
    let is_of =
        |entry: &&Entry<'_>| entry.per.as_deref().is_some_and(|per| counts_same(bench, per, &ask.entry.thing.head));
    let rates: Vec<&Entry<'_>> = entries.iter().chain(&ask.others).filter(is_of).collect();
    let [rate] = rates.as_slice() else { return None };
    divided(ask, whole(bench, &rate.thing.head, entries, &ask.others)?, rate)
}

/// "Norvik has four times as many", "took this trip 32 times": so many times what is told once of the same thing.
pub(super) fn multiple<'e>(
    bench: &Bench<'_>,
    ask: &'e Ask<'e>,
    own: &[&'e Entry<'e>],
    entries: &'e [Entry<'e>],
) -> Option<Working<'e>> {
    let times: Vec<&Entry<'_>> = entries.iter().filter(|entry| entry.thing.head == TIMES).collect();
    let ([times], [one]) = (times.as_slice(), own) else { return None };
    let is_compared = times.more && ask.holder().is(&times.actor) && !one.actor.is(&times.actor);
    let is_repeated =
        !times.more && one.actor.may_be(&times.actor) && times.lemma().is_some() && times.lemma() == one.lemma();
    if !is_compared && !is_repeated || counts_same(bench, TIMES, &ask.entry.thing.head) {
        return None;
    }
    let result = factor(times)?.times(&factor(one)?)?;
    let result =
        Quantity { amount: result.amount, unit: one.quantity.unit.clone() }.converted(&ask.entry.quantity.unit)?;
    let step = format!("{} × {}", times.quantity.amount.describe(), one.quantity.describe());
    working(ask, result, &step, vec![times, one])
}

/// What "32 times" counts.
const TIMES: &str = "time";

fn divided<'e>(ask: &'e Ask<'e>, whole: Sum<'e>, of: &'e Entry<'e>) -> Option<Working<'e>> {
    let terms = if whole.entries.len() > 1 { format!("({})", whole.terms) } else { whole.terms };
    let step = format!("{terms} ÷ {}", of.quantity.describe());
    working(ask, whole.result.over(&factor(of)?)?, &step, whole.entries.iter().copied().chain([of]).collect())
}

/// How many there are of a thing: what one verb tells of it, or what they have come to.
fn whole<'e>(bench: &Bench<'_>, noun: &str, entries: &'e [Entry<'e>], others: &'e [Entry<'e>]) -> Option<Sum<'e>> {
    let found = all(bench, noun, entries, others);
    let (first, rest) = found.split_first()?;
    let is_one = rest.iter().all(|entry| first.is_told_with(entry));
    if is_one { balance::parts(&found) } else { balance::stock(&found) }
}

fn all<'e>(bench: &Bench<'_>, noun: &str, entries: &'e [Entry<'e>], others: &'e [Entry<'e>]) -> Vec<&'e Entry<'e>> {
    let is_it = |entry: &&Entry<'_>| {
        let is_unit = entry.quantity.unit.name.as_deref() == Some(noun);
        let is_kept = || entry.thing.rest.iter().any(|word| word == noun);
        !noun.is_empty() && entry.per.is_none() && (is_unit || counts_same(bench, noun, &entry.thing.head) || is_kept())
    };
    entries.iter().chain(others).filter(is_it).collect()
}

/// The one entry of how many there are of a thing.
fn only<'e>(bench: &Bench<'_>, noun: &str, entries: &'e [Entry<'e>], others: &'e [Entry<'e>]) -> Option<&'e Entry<'e>> {
    let found = all(bench, noun, entries, others);
    let [one] = found.as_slice() else { return None };
    Some(one)
}

/// The figure that numbers come to, of which an article tells one at least.
fn working<'e>(ask: &Ask<'_>, result: Quantity, step: &str, entries: Vec<&'e Entry<'e>>) -> Option<Working<'e>> {
    if entries.iter().all(|entry| entry.claimed) {
        return None;
    }
    let result = Quantity { amount: result.amount, unit: ask.entry.quantity.unit.clone() };
    let step = format!("{step} = {}", result.describe());
    Some(Working { result, step, entries, excludes: false })
}
