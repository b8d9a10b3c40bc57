//! Front matter: the fields between two lines of dashes at the head of a Markdown file.

use super::date::{Order, field};
use super::reading::Page;

/// What the front matter of a text says, and the bytes it takes; nothing and none where there is no front matter.
pub(super) fn read(text: &str) -> (Page, usize) {
    fields(text).map_or((Page::default(), 0), |(fields, length)| (page(&fields), length))
}

/// A front matter has at most this many lines.
const LONGEST: usize = 200;

/// The fields of `key: value` (between `---`) or `key = value` (between `+++`), and the bytes of the whole. All lines must be
/// fields, comments, or belong to the field above; else the first line is a rule, and this is text.
fn fields(text: &str) -> Option<(Vec<(&str, &str)>, usize)> {
    let mut lines = text.split_inclusive('\n').take(LONGEST);
    let first = lines.next()?;
    let (fence, mark) = match first.trim_end() {
        "---" => ("---", ':'),
        "+++" => ("+++", '='),
        _ => return None,
    };
    let mut length = first.len();
    let mut fields = Vec::new();
    for line in lines {
        length += line.len();
        let inner = line.trim_end();
        if inner == fence || (inner == "..." && fence == "---") {
            return (!fields.is_empty()).then_some((fields, length));
        }
        match inner.split_once(mark) {
            Some((key, value)) if is_key(key.trim_end()) => fields.push((key.trim(), value.trim())),
            Some(_) | None if is_beside(inner) => {}
            Some(_) | None => return None,
        }
    }
    None
}

fn is_key(key: &str) -> bool {
    !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'))
}

/// Whether a line is blank, a comment, or a part of a value that began above.
fn is_beside(line: &str) -> bool {
    line.is_empty() || line.starts_with([' ', '\t', '#', '-', ']', '}', '['])
}

fn page(fields: &[(&str, &str)]) -> Page {
    let get = |names: &[&str]| {
        let value = |name: &&str| {
            fields.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| unquoted(value))
        };
        names.iter().find_map(value).filter(|value| !value.is_empty())
    };
    let locale = get(&["locale", "lang", "language"]).map(str::to_owned);
    let order = Order::of(locale.as_deref());
    Page {
        title: get(&["title", "headline"]).map(str::to_owned),
        publisher: get(&["publisher", "site_name", "outlet"]).map(str::to_owned),
        published: get(&["published", "date", "pubdate", "publish_date", "publishdate"])
            .and_then(|day| field(day, order)),
        locale,
    }
}

/// A value without its quotes, or without the comment behind it.
fn unquoted(value: &str) -> &str {
    let quoted = ['"', '\''].iter().find_map(|quote| value.strip_prefix(*quote)?.split_once(*quote));
    quoted.map_or_else(|| value.split(" #").next().unwrap_or(value).trim(), |(inner, _)| inner)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{Page, read};

    #[test]
    fn yaml_and_toml_front_matter_give_title_publisher_and_date() {
        let page = Page {
            title: Some("Rivers: a report".to_owned()),
            publisher: Some("The Oslo Daily".to_owned()),
            published: Some(date(2024, 3, 17)),
            locale: None,
        };
        let yaml = "---\ntitle: \"Rivers: a report\"\npublisher: The Oslo Daily\ndate: 2024-03-17T08:00:00Z # early\ntags:\n  - rivers\n---\n";
        assert_eq!(read(&format!("{yaml}Text")), (page.clone(), yaml.len()));
        let toml = "+++\ntitle = 'Rivers: a report'\npublisher = \"The Oslo Daily\"\ndate = 2024-03-17\n+++\n";
        assert_eq!(read(toml), (page, toml.len()));
    }

    #[test]
    fn a_rule_is_no_front_matter() {
        for text in
            ["", "---", "---\nThe river rose.\n---\n", "---\ntitle: Rivers", "---\n---\n", "Text\n---\ntitle: a\n---\n"]
        {
            assert_eq!(read(text), (Page::default(), 0), "{text}");
        }
    }
}
