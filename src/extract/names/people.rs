//! Which names are of people: those with a title, an honorific or an age, or called by their surname alone elsewhere.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::link::{Form, Groups};
use super::{Found, is_acronym, is_clitic};
use crate::extract::MentionKind;
use crate::extract::grammar::{Class, FUNCTION, Form as VerbForm};
use crate::extract::page::Page;
use crate::value::Dimension;

/// Marks the names that are of people: with a title, an honorific or an age, or called by their surname alone elsewhere.
pub(super) fn people(page: &Page<'_>, found: &[Found], forms: &[Form<'_>], groups: &mut Groups<'_>) {
    for (_, form) in found.iter().zip(forms).filter(|(name, _)| is_of_many(page, &name.tokens)) {
        groups.mark_team(form);
    }
    let opening: FxHashSet<&str> = found.iter().filter_map(|name| first_of_several(page, &name.tokens)).collect();
    let people = listed_people(page, found);
    let alone = people_alone(page, found, forms, groups);
    for ((name, form), listed) in found.iter().zip(forms).zip(people) {
        let titled = || {
            listed
                || name.title.is_some()
                || appositive_title(page, name.tokens.end)
                || name.tokens.len() > 1
                    && (apposed_to_title(page, &name.tokens)
                        || is_who(page, &name.tokens)
                        || is_behind_trade(page, name.tokens.start))
        };
        let full = (2..=3).contains(&name.tokens.len());
        let end = name.tokens.end;
        let surname = || full && groups.last(form).is_some() && !is_motto(page, &name.tokens, &opening);
        let by_family = || is_called_by(form, &alone, groups);
        let called = || full && (is_aged(page, end) || acts_as_person(page, end) || by_family()) || titled();
        let known = || is_personal(page, name) && (called() || surname()) || is_of_family(page, name) && called();
        if !groups.is_person(form) && !groups.is_team(form) && known() {
            groups.mark_person(form);
        }
    }
}

/// For each key whether it is a word by itself that is told of as somebody: "Hill, 47, conceded".
fn people_alone(page: &Page<'_>, found: &[Found], forms: &[Form<'_>], groups: &Groups<'_>) -> Vec<bool> {
    let mut alone = vec![false; groups.len()];
    for (name, form) in found.iter().zip(forms) {
        let end = name.tokens.end;
        let somebody = || is_aged(page, end) || is_who(page, &name.tokens);
        alone[form.key] |= name.tokens.len() == 1 && somebody();
    }
    alone
}

/// Whether the last word of a name is somebody by itself.
fn is_called_by(form: &Form<'_>, alone: &[bool], groups: &Groups<'_>) -> bool {
    groups.last(form).is_some_and(|last| alone[last])
}

/// Whether a name is somebody's where it stands: "Mr. Norvane", "Norvane, who", "Norvane, 71,".
pub(super) fn stands_for_person(page: &Page<'_>, name: &Found) -> bool {
    let end = name.tokens.end;
    name.title.is_some() || is_aged(page, end) || acts_as_person(page, end) || is_who(page, &name.tokens)
}

/// "The Owls beat", "the Tarn Owls,": a plural behind an article, which nobody is called by; "the Owens case" is none.
fn is_of_many(page: &Page<'_>, name: &Range<usize>) -> bool {
    let last = page.word(name.end - 1);
    let plural = last.ends_with('s') && !last.ends_with("ss") && last.len() > 3 && !is_acronym(last);
    let led = name.start.checked_sub(1).is_some_and(|the| page.says(the, "the"));
    let next = name.end;
    let stands = !page.is_word(next) || page.classes(next).meets(FUNCTION) || page.entry(next).verb.is_some();
    let other = [Class::PlaceName, Class::OrganisationWord, Class::Corporate, Class::PlaceWord, Class::EventNoun];
    let known = page.grammar.classes(page.slice(name.clone()));
    let of_place = other.into_iter().any(|class| known.has(class) || page.is(name.end - 1, class));
    led && plural && stands && !of_place && !is_clitic(page.word(next))
}

/// The first word of a name of several.
fn first_of_several<'p>(page: &'p Page<'_>, name: &Range<usize>) -> Option<&'p str> {
    (name.len() > 1).then(|| page.word(name.start))
}

/// "Save Tarn", where there is a Tarn Elementary: what is asked for, and no Save of a family called Tarn.
fn is_motto(page: &Page<'_>, name: &Range<usize>, opening: &FxHashSet<&str>) -> bool {
    let asks = matches!(page.entry(name.start).verb, Some((_, VerbForm::Base)));
    asks && opening.contains(page.word(name.end - 1))
}

/// Which names stand behind a noun for several people: "members Jane Doe and John Roe".
fn listed_people(page: &Page<'_>, found: &[Found]) -> Vec<bool> {
    let mut listed = vec![false; found.len()];
    for (at, name) in found.iter().enumerate() {
        let front = name.tokens.start.checked_sub(1).map(|before| page.lower(before));
        let people = front.is_some_and(|front| page.grammar.are_people(front));
        let goes_on = at > 0 && listed[at - 1] && {
            let between = found[at - 1].tokens.end..name.tokens.start;
            !between.is_empty()
                && between.len() < 3
                && between.into_iter().all(|mark| matches!(page.lower(mark), "," | "and"))
        };
        listed[at] = name.tokens.len() > 1 && (people || goes_on);
    }
    listed
}

/// Whether a name can be of a person: no word of it is one of organisations, places or events, and it does not open with an acronym.
/// Behind a title the surname may be a place's: "Mayor Tess Holland".
fn is_personal(page: &Page<'_>, name: &Found) -> bool {
    name.tokens.clone().all(|at| is_plain(page, at)) && is_apart(page, name)
}

/// "Leo Park", "Dee Lake": a name of a person whose family is called by a word for a place.
fn is_of_family(page: &Page<'_>, name: &Found) -> bool {
    let last = name.tokens.end - 1;
    let given = page.classes(name.tokens.start);
    let named = !given.has(Class::Naming) && !given.has(Class::Adjective) && !given.has(Class::Determiner);
    page.is(last, Class::SurnameToo)
        && name.tokens.len() > 1
        && named
        && (name.tokens.start..last).all(|at| is_plain(page, at))
        && is_apart(page, name)
}

/// No word for an organisation, a place or an event.
fn is_plain(page: &Page<'_>, at: usize) -> bool {
    const OTHERS: [Class; 4] = [Class::OrganisationWord, Class::Corporate, Class::PlaceWord, Class::EventNoun];
    !OTHERS.into_iter().any(|class| page.is(at, class))
}

/// Whether a name is neither a place's nor behind a word for a group.
fn is_apart(page: &Page<'_>, name: &Found) -> bool {
    // "Grange & Sons", "North Lund"
    if name.tokens.clone().any(|at| page.word(at) == "&") || page.is(name.tokens.start, Class::PartOfPlace) {
        return false;
    }
    let surname = name.tokens.len() > 1 && name.title.is_some();
    let place = name.tokens.clone().any(|at| page.is(at, Class::PlaceName));
    let group = name.tokens.start.checked_sub(1).is_some_and(|before| page.is(before, Class::AnyCompany));
    !group
        && (surname || !place)
        && !is_acronym(page.word(name.tokens.start))
        && !page.grammar.classes(page.slice(name.tokens.clone())).has(Class::PlaceName)
}

/// ", 48," or ", a 48-year-old" behind a name.
pub(super) fn is_aged(page: &Page<'_>, at: usize) -> bool {
    let mention = (at + 1..at + 3).find_map(|next| page.mention(next)).filter(|_| page.word(at) == ",");
    mention.and_then(|mention| page.mentions.get(mention)).is_some_and(|mention| match &mention.kind {
        MentionKind::Quantity(quantity) => {
            quantity.quantity.unit.dimension == Dimension::Age || mention.span.slice(page.text).parse::<u8>().is_ok()
        }
        MentionKind::Time(_) | MentionKind::Name { .. } | MentionKind::Quote(_) => false,
    })
}

/// "has died", ", a founder of the firm, died", "is the mayor" behind a name.
fn acts_as_person(page: &Page<'_>, at: usize) -> bool {
    let is_comma = |at: &usize| page.word(*at) == ",";
    let aside = is_comma(&at).then(|| (at + 1..at + LONGEST_ASIDE).find(is_comma)).flatten();
    let verb = aside.map_or(at, |close| close + 1);
    let is_passed = |at: &usize| page.is(*at, Class::Have) || page.is(*at, Class::Adverb);
    let verb = (verb..verb + 3).find(|at| !is_passed(at)).unwrap_or(verb);
    page.lemma_classes(verb).has(Class::Personal) || is_in_office(page, verb)
}

/// "is the mayor of", "was named its new chief executive": an office behind a verb, which only somebody has.
fn is_in_office(page: &Page<'_>, verb: usize) -> bool {
    let passed = |at: &usize| {
        let classes = page.classes(*at);
        let small = classes.has(Class::Determiner) || classes.has(Class::Possessive) || classes.qualifies_title();
        small || page.says(*at, "new") || page.says(*at, "as")
    };
    let be = page.is(verb, Class::Be) || page.lemma_classes(verb).has(Class::Copula);
    let given = page.is(verb, Class::Be) && page.lemma_classes(verb + 1).has(Class::Appointing);
    let first = verb + 1 + usize::from(given);
    let title = (first..first + 4).find(|at| !passed(at)).filter(|_| be);
    let end = |title: usize| {
        let is_title = |end: &usize| page.grammar.classes(page.slice(title..*end)).has(Class::Title);
        (title + 1..title + 5).take_while(|end| page.is_word(*end - 1)).filter(is_title).last()
    };
    let Some(end) = title.and_then(end) else { return false };
    // "is chief sponsor": no office.
    let goes_on = page.is_word(end) && !page.is(end, Class::Preposition) && page.mention(end).is_none();
    !goes_on
}

/// What somebody is.
const ROLES: [Class; 3] = [Class::Title, Class::PersonNoun, Class::Human];

/// How many words an apposition has at most, behind which the verb is looked for.
const LONGEST_ASIDE: usize = 14;

/// ", the CEO of" behind a name.
fn appositive_title(page: &Page<'_>, at: usize) -> bool {
    page.word(at) == ","
        && (at + 1..at + 5).find(|next| ROLES.into_iter().any(|class| page.is(*next, class))).is_some_and(|title| {
            (at + 1..title).all(|next| {
                // ", Northway's chief executive"
                page.is(next, Class::Determiner)
                    || matches!(page.word(next), "'s" | "’s")
                    || page.is(next, Class::Possessive)
                    || page.classes(next).qualifies_title()
                    || page.is(next, Class::Demonym)
                    || page.is_capital(next)
                    || is_what_is_led(page, at, next, title)
            })
        })
}

/// ", the mission director.", ", the society's president,": whose or which office it is, where the title ends the aside.
fn is_what_is_led(page: &Page<'_>, comma: usize, at: usize, title: usize) -> bool {
    let owner = if matches!(page.word(title - 1), "'s" | "’s") { title - 2 } else { title - 1 };
    let ends = !page.is_word(title + 1) || page.is(title + 1, Class::Preposition);
    let plain = page.entry(at).verb.is_none() && !page.classes(at).meets(FUNCTION);
    at == owner && at == comma + 2 && page.is(comma + 1, Class::Determiner) && ends && plain
}

/// "The mayor of Lund, Jane Doe,", "Acme's chief executive, Jane Doe,": a name between commas behind a title.
fn apposed_to_title(page: &Page<'_>, name: &Range<usize>) -> bool {
    let Some(comma) = name.start.checked_sub(1).filter(|comma| page.word(*comma) == "," && page.word(name.end) == ",")
    else {
        return false;
    };
    let of = (comma.saturating_sub(5)..comma).rev().take_while(|at| page.is_capital(*at) || page.says(*at, "the"));
    let behind = of
        .last()
        .and_then(|first| first.checked_sub(1))
        .filter(|of| ["of", "for", "at"].iter().any(|word| page.says(*of, word)));
    let last = behind.unwrap_or(comma).checked_sub(1);
    last.is_some_and(|last| ROLES.into_iter().any(|class| page.is(last, class)))
}

/// "Goalkeeper Iver Moen", "her daughter, Anne Rein.": what somebody does for a living right in front, or whose they are.
fn is_behind_trade(page: &Page<'_>, name: usize) -> bool {
    let Some(before) = name.checked_sub(1) else { return false };
    if page.word(before) == "," {
        let relation = page.classes(before.saturating_sub(1));
        let kin = relation.has(Class::Female) || relation.has(Class::Male) || !relation.has(Class::Relational);
        let somebody = ROLES.into_iter().any(|class| relation.has(class));
        let whose = before.checked_sub(2).filter(|_| kin && somebody);
        return whose.is_some_and(|whose| page.is(whose, Class::Possessive) || page.is(whose, Class::OneOfMany));
    }
    let classes = page.classes(before);
    classes.has(Class::Human) && !classes.has(Class::NoTrade) && !classes.has(Class::Relational)
        || page.says(before, "born")
}

/// ", who" behind a name: of a person, but for "the owner of Acme, who".
fn is_who(page: &Page<'_>, name: &Range<usize>) -> bool {
    page.word(name.end) == "," && page.says(name.end + 1, "who") && !is_of_person(page, name.start)
}

/// "The owner of", "the head of the" in front of a name: somebody who is called by what is theirs. A father's is a person.
fn is_of_person(page: &Page<'_>, name: usize) -> bool {
    let before = |at: usize| at.checked_sub(1);
    let of = before(name).and_then(|at| if page.is(at, Class::Determiner) { before(at) } else { Some(at) });
    let noun = of.filter(|of| page.says(*of, "of")).and_then(before);
    noun.is_some_and(|noun| page.grammar.is_somebody(page.lower(noun)) && !page.is(noun, Class::Human))
}
