//! The names of a document joined: mentions of one by alias, acronym, surname and short form.

use rustc_hash::{FxHashMap, FxHashSet};

use super::super::NameType;
use super::super::grammar::Class;
use super::super::page::Page;
use super::gender::genders;
use super::people::{people, stands_for_person};
use super::{Found, Known, Name, Names, is_acronym, is_clitic, key};

/// Joins mentions of one name.
pub(super) fn link(page: &Page<'_>, found: Vec<Found>, places: &FxHashSet<String>) -> Names {
    let mut groups = Groups::default();
    let forms: Vec<Form<'_>> = found.iter().map(|name| groups.spell(page.slice(name.tokens.clone()))).collect();
    groups.spelled = groups.keys.len();
    groups.lasts(&forms);
    people(page, &found, &forms, &mut groups);
    introduced(page, &found, &forms, &mut groups);
    acronyms(page, &found, &forms, &mut groups);
    let mut firms = firms(page, &found, &forms, &groups, places);
    teams(&forms, &mut groups);
    // "Norvane, who is 71": not the company, where somebody of that name is told of.
    let mut somebody = vec![false; groups.len()];
    for (name, form) in found.iter().zip(&forms) {
        somebody[form.key] |= groups.keys[form.key].short && stands_for_person(page, name);
    }
    firms.retain(|firm| !somebody[firm.short] || !is_surname(firm.short, &forms, &groups));
    surnames(&forms, &firms, &mut groups);
    short_forms(page, &forms, &firms, &mut groups);
    finish(page, found, &forms, &groups)
}

/// A name as it is written.
#[derive(Clone, Copy)]
pub(super) struct Form<'a> {
    pub(super) text: &'a str,
    /// The number of its key.
    pub(super) key: usize,
    /// Whether it has not been written so before.
    pub(super) first: bool,
}

/// Names by key, joined like sets.
#[derive(Default)]
pub(super) struct Groups<'a> {
    /// The numbers of keys.
    number: FxHashMap<String, usize>,
    /// The number of each spelling's key.
    spellings: FxHashMap<&'a str, usize>,
    keys: Vec<Key>,
    /// So many keys are spelled as they stand.
    spelled: usize,
    /// For each of these, the key of its last word, where that is spelled by itself somewhere.
    lasts: Vec<Option<usize>>,
    /// Longer forms that the text spells apart, by number.
    longer: FxHashMap<usize, String>,
}

/// A name that its spellings share.
struct Key {
    parent: usize,
    /// Whether it is of a person.
    person: bool,
    /// Whether it is also spelled in one word.
    short: bool,
    /// Whether it is of a team.
    team: bool,
}

impl<'a> Groups<'a> {
    fn spell(&mut self, text: &'a str) -> Form<'a> {
        let known = self.spellings.get(text).copied();
        let key = known.unwrap_or_else(|| self.add(text));
        if known.is_none() {
            self.spellings.insert(text, key);
            self.keys[key].short |= !text.contains(' ');
        }
        Form { text, key, first: known.is_none() }
    }

    /// The number of a name's key.
    fn add(&mut self, name: &str) -> usize {
        let next = self.keys.len();
        let number = *self.number.entry(key(name)).or_insert(next);
        if number == next {
            self.keys.push(Key { parent: next, person: false, short: false, team: false });
        }
        number
    }

    /// The number of a key that is spelled in the text.
    fn spelled(&self, key: &str) -> Option<usize> {
        self.number.get(key).copied().filter(|number| *number < self.spelled)
    }

    /// Notes the last words of keys.
    fn lasts(&mut self, forms: &[Form<'_>]) {
        self.lasts = vec![None; self.spelled];
        for form in forms.iter().filter(|form| form.first) {
            self.lasts[form.key] = self.short(key(form.text).rsplit(' ').next().unwrap_or_default());
        }
    }

    /// The number of the key of a form's last word, where that is spelled by itself somewhere.
    pub(super) fn last(&self, form: &Form<'_>) -> Option<usize> {
        self.lasts.get(form.key).copied().flatten()
    }

    /// The number of a key that is spelled in one word somewhere.
    pub(super) fn short(&self, key: &str) -> Option<usize> {
        self.spelled(key).filter(|number| self.keys[*number].short)
    }

    /// How many keys there are.
    pub(super) fn len(&self) -> usize {
        self.keys.len()
    }

    pub(super) fn is_person(&self, form: &Form<'_>) -> bool {
        self.keys[form.key].person
    }

    pub(super) fn mark_person(&mut self, form: &Form<'_>) {
        self.keys[form.key].person = true;
    }

    pub(super) fn mark_team(&mut self, form: &Form<'_>) {
        self.keys[form.key].team = true;
    }

    /// Whether a name, or its last word by itself, is a team's: "the Tarn Owls", "the Owls".
    pub(super) fn is_team(&self, form: &Form<'_>) -> bool {
        let last = || self.last(form).is_some_and(|last| self.keys[last].team);
        self.keys[form.key].team || form.text.contains(' ') && last()
    }

    fn root(&self, mut at: usize) -> usize {
        while self.keys[at].parent != at {
            at = self.keys[at].parent;
        }
        at
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.keys[a.max(b)].parent = a.min(b);
    }
}

/// "North Mill Trust (NMT)".
fn acronyms(page: &Page<'_>, found: &[Found], forms: &[Form<'_>], groups: &mut Groups<'_>) {
    for (index, pair) in found.windows(2).enumerate() {
        let (long, short) = (&pair[0].tokens, &pair[1].tokens);
        let bracket = short.start == long.end + 1 && page.word(long.end) == "(" && page.word(short.end) == ")";
        if bracket && short.len() == 1 && is_short_for(forms[index].text, forms[index + 1].text) {
            groups.join(forms[index].key, forms[index + 1].key);
        }
    }
}

/// "Asia-Pacific Economic Cooperation (APEC) Summit" is also the APEC Summit.
fn introduced(page: &Page<'_>, found: &[Found], forms: &[Form<'_>], groups: &mut Groups<'_>) {
    for (index, pair) in found.windows(2).enumerate() {
        let (short, rest) = (&pair[0].tokens, &pair[1].tokens);
        if page.word(short.end) == ")" && rest.start == short.end + 1 && page.word(short.start.wrapping_sub(1)) == "(" {
            let longer = format!("{} {}", forms[index].text, forms[index + 1].text);
            let whole = groups.add(&longer);
            groups.join(whole, forms[index + 1].key);
            groups.longer.insert(forms[index + 1].key, longer);
        }
    }
}

/// Whether the letters of `short` occur in order in `long`, beginning with its first.
fn is_short_for(long: &str, short: &str) -> bool {
    let mut letters = long.chars().flat_map(char::to_lowercase);
    let mut short = short.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase);
    short.next() == long.chars().flat_map(char::to_lowercase).next() && {
        letters.next();
        short.all(|c| letters.any(|l| l == c))
    }
}

/// "Doe" for Jane Doe, "Mao" for Mao Zedong; only where one person fits, or one has been named so far.
fn surnames(forms: &[Form<'_>], firms: &[Firm], groups: &mut Groups<'_>) {
    let mut fits: Vec<Vec<usize>> = vec![Vec::new(); groups.keys.len()];
    let mut first: Vec<Option<usize>> = vec![None; groups.keys.len()];
    for (at, form) in forms.iter().enumerate().rev() {
        first[form.key] = Some(at);
    }
    let mut named: Vec<Option<usize>> = vec![None; groups.keys.len()];
    for firm in firms.iter().rev() {
        named[firm.short] = Some(firm.at);
    }
    for (at, form) in forms.iter().enumerate().filter(|(_, form)| is_full_name(form, groups)) {
        let first_word = groups.short(key(form.text).split(' ').next().unwrap_or_default());
        for short in [first_word, groups.last(form)].into_iter().flatten() {
            // "Norvik" is Norvik Foods, where Olof Norvik is named behind it.
            let firm = named[short].is_some_and(|firm| firm < at);
            if !firm && !fits[short].contains(&form.key) {
                fits[short].push(form.key);
            }
        }
    }
    for (short, fits) in fits.iter().enumerate() {
        let only = match fits[..] {
            [only] => Some(only),
            _ => introduced_before(&first, fits, short),
        };
        if let Some(only) = only {
            groups.join(only, short);
        }
    }
}

/// "The Owls" are the Tarn Owls, where no other team is called so.
fn teams(forms: &[Form<'_>], groups: &mut Groups<'_>) {
    let mut fits: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
    for form in forms.iter().filter(|form| form.first && form.text.contains(' ') && !groups.is_person(form)) {
        if let Some(short) = groups.last(form).filter(|_| groups.is_team(form)) {
            let fits = fits.entry(short).or_default();
            fits.extend((!fits.contains(&form.key)).then_some(form.key));
        }
    }
    for form in forms.iter().filter(|form| form.first) {
        if let Some([only]) = fits.get(&form.key).map(Vec::as_slice) {
            groups.keys[*only].team = true;
            groups.join(*only, form.key);
        }
    }
}

/// Of several people of one surname, the one who has been named when the surname first stands alone; none where more have.
/// `first` tells where each key is spelled first.
fn introduced_before(first: &[Option<usize>], fits: &[usize], short: usize) -> Option<usize> {
    let alone = first[short]?;
    let mut before = fits.iter().filter(|fit| first[**fit].is_some_and(|at| at < alone));
    before.next().copied().filter(|_| before.next().is_none())
}

/// Whether somebody's full name ends with a short one.
fn is_surname(short: usize, forms: &[Form<'_>], groups: &Groups<'_>) -> bool {
    forms.iter().any(|form| is_full_name(form, groups) && groups.last(form) == Some(short))
}

fn is_full_name(form: &Form<'_>, groups: &Groups<'_>) -> bool {
    form.first && form.text.contains([' ', '-']) && groups.is_person(form)
}

/// A company or an institution that is called by a short form somewhere.
struct Firm {
    /// Where it is named in full first.
    at: usize,
    /// The number of its key.
    key: usize,
    /// The number of the key of the short form.
    short: usize,
}

/// "Halden" for Halden Technologies: what is left out is a word that companies append; "Lund General" for its hospital; "Halden" for
/// Halden Tool Inc., too.
fn firms(
    page: &Page<'_>,
    found: &[Found],
    forms: &[Form<'_>],
    groups: &Groups<'_>,
    places: &FxHashSet<String>,
) -> Vec<Firm> {
    let mut firms = Vec::new();
    for (at, form) in forms.iter().enumerate().filter(|(_, form)| form.first) {
        let whole = form.text.trim_end();
        let kept = page.grammar.without_institution(whole).unwrap_or_else(|| without_corporate(page, whole));
        let first = leading(page, groups, whole).filter(|first| !is_parent(page, found, forms, first, whole));
        for short in [kept].into_iter().chain(first).filter(|short| !short.is_empty() && short.len() < whole.len()) {
            // "Lund Power" is not called Lund in an article from there.
            let short = groups.spelled(&key(short)).filter(|_| !places.contains(&key(short)));
            firms.extend(short.map(|short| Firm { at, key: form.key, short }));
        }
    }
    firms
}

/// The first word of a name that ends as those of companies do, where it is no other word.
fn leading<'a>(page: &Page<'_>, groups: &Groups<'_>, whole: &'a str) -> Option<&'a str> {
    let kept = without_corporate(page, whole);
    let (first, _) = kept.split_once(' ').filter(|_| kept.len() < whole.len())?;
    groups.short(&key(first)).filter(|_| page.grammar.classes(first).is_empty()).map(|_| first)
}

/// "Halden owns Halden Web Services Inc.": whoever stands in front of the full name is somebody else.
fn is_parent(page: &Page<'_>, found: &[Found], forms: &[Form<'_>], first: &str, whole: &str) -> bool {
    let sentence = |at: usize| page.sentences.partition_point(|sentence| sentence.end <= found[at].tokens.start);
    let mut full = (0..forms.len()).filter(|at| forms[*at].text.starts_with(without_corporate(page, whole)));
    full.any(|full| (0..full).rev().take_while(|at| sentence(*at) == sentence(full)).any(|at| forms[at].text == first))
}

/// Joins companies with their short forms. A place keeps its name for itself, and so does somebody who was named before; what may be
/// short for two is short for none.
fn short_forms(page: &Page<'_>, forms: &[Form<'_>], firms: &[Firm], groups: &mut Groups<'_>) {
    let mut free = vec![false; groups.len()];
    for form in forms.iter().filter(|form| form.first) {
        free[form.key] |= !page.grammar.classes(form.text).has(Class::PlaceName);
    }
    let mut people: Vec<Option<usize>> = vec![None; groups.len()];
    for (at, form) in forms.iter().enumerate().rev().filter(|(_, form)| is_full_name(form, groups)) {
        people[groups.root(form.key)] = Some(at);
    }
    let begin = |a: &Firm, b: &Firm| forms[a.at].text.starts_with(forms[b.at].text);
    let is_same = |a: &Firm, b: &Firm| groups.root(a.key) == groups.root(b.key) || begin(a, b) || begin(b, a);
    let is_only = |firm: &&Firm| firms.iter().all(|other| other.short != firm.short || is_same(firm, other));
    let only: Vec<&Firm> = firms.iter().filter(|firm| free[firm.short]).filter(is_only).collect();
    for firm in only {
        let person = people[groups.root(firm.short)];
        if person.is_none_or(|person| person > firm.at) {
            groups.join(firm.key, firm.short);
        }
    }
}

/// A name without the words that companies append.
fn without_corporate<'a>(page: &Page<'_>, name: &'a str) -> &'a str {
    let mut rest = name;
    while let Some(last) = rest.split_whitespace().next_back() {
        if !page.grammar.classes(last).has(Class::Corporate) {
            break;
        }
        rest = rest.trim_end().strip_suffix(last).unwrap_or_default().trim_end();
    }
    rest
}

fn finish(page: &Page<'_>, found: Vec<Found>, forms: &[Form<'_>], groups: &Groups<'_>) -> Names {
    let mut names = Names { before: vec![0; page.tokens.len() + 1], ..Names::default() };
    let mut numbers: Vec<Option<usize>> = vec![None; groups.keys.len()];
    for (name, form) in found.into_iter().zip(forms) {
        let who = *numbers[groups.root(form.key)].get_or_insert_with(|| {
            let canonical = form.text.to_owned();
            names.all.push(Known { canonical, forms: Vec::new(), sort: NameType::Other, gender: None });
            names.all.len() - 1
        });
        let known = &mut names.all[who];
        note_form(known, form, groups.longer.get(&form.key));
        if groups.keys[form.key].person {
            known.sort = NameType::Person;
        } else if groups.keys[form.key].team && form.text.contains(' ') {
            known.sort = NameType::Organisation;
        } else if known.sort == NameType::Other {
            known.sort = sort_of(page, &name);
        }
        names.firm.resize(names.all.len(), false);
        names.firm[who] |= name.tokens.len() > 1 || !opens(page, name.tokens.start);
        names.before[name.tokens.start + 1] += 1;
        names.mentions.push(Name { tokens: name.tokens, who, title: name.title });
    }
    let mut count = 0;
    for before in &mut names.before {
        count += *before;
        *before = count;
    }
    genders(page, &mut names);
    names.numbers = names.all.iter().enumerate().map(|(who, known)| (known.canonical.clone(), who)).collect();
    let organisations = names.all.iter().filter(|known| known.sort == NameType::Organisation);
    names.leading = organisations.filter_map(|known| Some(known.canonical.split_once(' ')?.0.to_owned())).collect();
    names
}

/// "the Lund-based bank"
fn is_based(page: &Page<'_>, at: usize) -> bool {
    matches!(page.word(at), "-" | "‑") && page.is_glued(at) && page.is_glued(at + 1) && page.says(at + 1, "based")
}

/// Whether a token is the first of its sentence.
fn opens(page: &Page<'_>, token: usize) -> bool {
    let at = page.sentences.partition_point(|sentence| sentence.end <= token);
    page.sentences.get(at).is_some_and(|sentence| sentence.first == token)
}

/// Adds a form to a name, and the longer form that the text spells apart.
fn note_form(known: &mut Known, form: &Form<'_>, longer: Option<&String>) {
    if let Some(longer) = longer.filter(|longer| form.first && !known.forms.contains(longer)) {
        known.forms.push(longer.clone());
        known.canonical.clone_from(longer);
    }
    if form.text.chars().count() > known.canonical.chars().count() {
        form.text.clone_into(&mut known.canonical);
    }
    if form.first && known.forms.iter().all(|known| known != form.text) {
        known.forms.push(form.text.to_owned());
    }
}

fn sort_of(page: &Page<'_>, name: &Found) -> NameType {
    let any = |class| name.tokens.clone().any(|at| page.is(at, class));
    if any(Class::EventNoun) {
        NameType::Other
    } else if page.grammar.classes(page.slice(name.tokens.clone())).has(Class::PlaceName)
        || is_based(page, name.tokens.end)
    {
        NameType::Place
    } else if any(Class::OrganisationWord) || any(Class::Corporate) {
        NameType::Organisation
    } else if any(Class::PlaceWord)
        || matches!(page.word(name.tokens.start.wrapping_sub(1)), "in" | "near" | "across")
            && !is_clitic(page.word(name.tokens.end))
    {
        NameType::Place
    } else if is_acronym(page.word(name.tokens.start)) && name.tokens.len() == 1 {
        NameType::Organisation
    } else {
        NameType::Other
    }
}
