//! The plurals of nouns, for what is counted.

/// Nouns whose plural does not follow their ending.
const IRREGULAR: &[(&str, &str)] = &[
    ("foot", "feet"),
    ("person", "people"),
    ("man", "men"),
    ("woman", "women"),
    ("child", "children"),
    ("tooth", "teeth"),
    ("mouse", "mice"),
    ("life", "lives"),
    ("half", "halves"),
    ("bus", "buses"),
    ("gas", "gases"),
    ("staff", "staff"),
    ("aircraft", "aircraft"),
    ("series", "series"),
    ("species", "species"),
    ("media", "media"),
    ("people", "people"),
    ("percent", "percent"),
    ("hertz", "hertz"),
    ("Celsius", "Celsius"),
    ("Fahrenheit", "Fahrenheit"),
];

/// A unit of no more letters than this is a symbol, which has no plural: `km`, `MW`.
const SYMBOL: usize = 3;

/// The plural of a noun phrase in the singular, for people; what is one already, and symbols, stay.
pub fn plural(phrase: &str) -> String {
    // "kilometres an hour"
    if let Some(rate) = [" per ", " an ", " a "].iter().find_map(|word| phrase.find(word)) {
        let (what, time) = phrase.split_at(rate);
        return plural(what) + time;
    }
    let (before, last) = phrase.rsplit_once(' ').map_or(("", phrase), |(before, last)| (before, last));
    let plural = match IRREGULAR.iter().find(|(one, many)| *one == last || *many == last) {
        Some((_, many)) => (*many).to_owned(),
        None => of_men(last).unwrap_or_else(|| regular(last)),
    };
    if before.is_empty() { plural } else { format!("{before} {plural}") }
}

/// The same of what is counted, which is no symbol however short it is: `jobs`.
pub fn plural_of_counted(noun: &str) -> String {
    let is_short = noun.chars().count() <= SYMBOL && noun.chars().all(char::is_lowercase);
    let known = IRREGULAR.iter().any(|(one, many)| *one == noun || *many == noun);
    if is_short && !known { with_ending(noun) } else { plural(noun) }
}

/// "policemen", "alderwomen"; those of a people are "Germans".
fn of_men(noun: &str) -> Option<String> {
    let stem = noun.strip_suffix("man").filter(|stem| stem.len() > 1 && noun.starts_with(char::is_lowercase))?;
    let is_other = ["hu", "sha", "talis", "cay"].contains(&stem);
    (!is_other).then(|| format!("{stem}men"))
}

fn regular(noun: &str) -> String {
    let is_symbol = noun.chars().count() <= SYMBOL || noun.contains(|c: char| !c.is_alphabetic());
    if is_symbol { noun.to_owned() } else { with_ending(noun) }
}

fn with_ending(noun: &str) -> String {
    let hissing = ["ss", "x", "ch", "sh"].iter().any(|end| noun.ends_with(end));
    match noun.strip_suffix('y') {
        _ if noun.ends_with('s') && !hissing => noun.to_owned(),
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
        _ if hissing => format!("{noun}es"),
        _ => format!("{noun}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_counted_stands_in_the_plural() {
        for (one, many) in [
            ("signature", "signatures"),
            ("kilometre an hour", "kilometres an hour"),
            ("miles per hour", "miles per hour"),
            ("square foot", "square feet"),
            ("ferry", "ferries"),
            ("class", "classes"),
            ("data center", "data centers"),
            ("km", "km"),
            ("metres", "metres"),
            ("person", "people"),
            ("police woman", "police women"),
            ("policeman", "policemen"),
            ("human", "humans"),
            ("German", "Germans"),
        ] {
            assert_eq!(plural(one), many);
        }
    }

    #[test]
    fn a_short_noun_that_is_counted_is_no_symbol() {
        for (one, many) in [("job", "jobs"), ("man", "men"), ("GPU", "GPU"), ("firm", "firms"), ("bus", "buses")] {
            assert_eq!(plural_of_counted(one), many);
        }
    }
}
