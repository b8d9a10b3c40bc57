//! Products and quotients: so many of each of so many.

use super::ask::Ask;
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
    working(ask, result?, &steps.join(" + "), used)
}

/// "Each friend got three apples": nine apples, and three friends.
pub(super) fn each<'e>(bench: &Bench<'_>, ask: &'e Ask<'e>, entries: &'e [Entry<'e>]) -> Option<Working<'e>> {
    let of = only(bench, ask.entry.per.as_deref()?, entries, &ask.others)?;
    let wholes = wholes(bench, &ask.entry.thing.head, entries, &ask.others)?;
    divided(ask, &wholes, of)
}

/// "13 rooms are needed": 390 pupils, 30 to each room.
pub(super) fn quotient<'e>(bench: &Bench<'_>, ask: &'e Ask<'e>, entries: &'e [Entry<'e>]) -> Option<Working<'e>> {
    let is_of =
        |entry: &&Entry<'_>| entry.per.as_deref().is_some_and(|per| counts_same(bench, per, &ask.entry.thing.head));
    let rates: Vec<&Entry<'_>> = entries.iter().chain(&ask.others).filter(is_of).collect();
    let [rate] = rates.as_slice() else { return None };
    let wholes = wholes(bench, &rate.thing.head, entries, &ask.others)?;
    divided(ask, &wholes, rate)
}

fn divided<'e>(ask: &'e Ask<'e>, wholes: &[&'e Entry<'e>], of: &'e Entry<'e>) -> Option<Working<'e>> {
    let (first, rest) = wholes.split_first()?;
    let whole = rest.iter().try_fold(factor(first)?, |sum, next| sum.plus(&factor(next)?))?;
    let terms: Vec<String> = wholes.iter().map(|entry| entry.quantity.describe()).collect();
    let terms = if rest.is_empty() { terms.concat() } else { format!("({})", terms.join(" + ")) };
    let step = format!("{terms} ÷ {}", of.quantity.describe());
    working(ask, whole.over(&factor(of)?)?, &step, wholes.iter().copied().chain([of]).collect())
}

/// The entries of how many there are of a thing: one, or several that one verb tells.
fn wholes<'e>(
    bench: &Bench<'_>,
    noun: &str,
    entries: &'e [Entry<'e>],
    others: &'e [Entry<'e>],
) -> Option<Vec<&'e Entry<'e>>> {
    let found = all(bench, noun, entries, others);
    let (first, rest) = found.split_first()?;
    rest.iter().all(|entry| first.is_told_with(entry)).then_some(found)
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

fn working<'e>(ask: &Ask<'_>, result: Quantity, step: &str, entries: Vec<&'e Entry<'e>>) -> Option<Working<'e>> {
    let result = Quantity { amount: result.amount, unit: ask.entry.quantity.unit.clone() };
    let step = format!("{step} = {}", result.describe());
    Some(Working { result, step, entries })
}
