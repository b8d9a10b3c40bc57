//! What a page says of itself in `<meta>`, `<time>` and `<html>`.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::corpus::date::{Order, field};
use crate::corpus::reading::Page;

/// Names of `<meta>` that give the day of publication, the surest first.
const DATES: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dcterms.created",
    "dc.date.issued",
    "dc.date",
    "dcterms.date",
    "publish-date",
    "publish_date",
    "pubdate",
    "date",
];
/// Names of `<meta>` that give the publisher, the surest first.
const PUBLISHERS: &[&str] = &["og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "article:publisher"];
/// Names of `<meta>` that give the title, the surest first.
const TITLES: &[&str] = &["og:title", "twitter:title", "dc.title", "headline"];
/// Names of `<meta>` that give the locale.
const LOCALES: &[&str] = &["og:locale", "content-language"];

/// What the tags of a page said so far, each with its rank: the lower, the surer.
#[derive(Debug, Default)]
pub(super) struct Said {
    date: Option<(usize, String)>,
    publisher: Option<(usize, String)>,
    title: Option<(usize, String)>,
    locale: Option<(usize, String)>,
}

impl Said {
    /// Takes in the attributes of a `<meta>`, a `<time>` or the `<html>`.
    pub fn take(&mut self, attributes: &BTreeMap<String, String>) {
        let get = |name: &str| attributes.get(name).map(String::as_str);
        if let Some(content) = get("content") {
            for name in ["property", "name", "itemprop", "http-equiv"].iter().filter_map(|key| get(key)) {
                self.meta(&name.to_ascii_lowercase(), content);
            }
        }
        if let Some(day) = get("datetime") {
            let named = get("itemprop").unwrap_or("").to_ascii_lowercase();
            match named.as_str() {
                "datepublished" => keep(&mut self.date, Some(2), day),
                "datemodified" => {}
                _ => keep(&mut self.date, Some(DATES.len() + usize::from(!attributes.contains_key("pubdate"))), day),
            }
        }
        if let Some(language) = get("lang") {
            keep(&mut self.locale, Some(LOCALES.len()), language);
        }
    }

    /// All of it, in the program's own types.
    pub fn page(self) -> Page {
        let text = |said: Option<(usize, String)>| said.map(|(_, text)| text);
        let locale = text(self.locale).map(|locale| locale.replace('_', "-"));
        let order = Order::of(locale.as_deref());
        let published: Option<Date> = text(self.date).and_then(|day| field(&day, order));
        Page { title: text(self.title), publisher: text(self.publisher), published, locale }
    }

    fn meta(&mut self, name: &str, content: &str) {
        let rank = |names: &[&str]| names.iter().position(|known| *known == name);
        keep(&mut self.date, rank(DATES).filter(|_| field(content, Order::DayFirst).is_some()), content);
        keep(&mut self.publisher, rank(PUBLISHERS).filter(|_| !content.contains("://")), content);
        keep(&mut self.title, rank(TITLES), content);
        keep(&mut self.locale, rank(LOCALES), content);
    }
}

/// Keeps the value of the lowest rank, the first of several.
fn keep(slot: &mut Option<(usize, String)>, rank: Option<usize>, value: &str) {
    let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some(rank) = rank
        && !value.is_empty()
        && slot.as_ref().is_none_or(|(kept, _)| rank < *kept)
    {
        *slot = Some((rank, value));
    }
}
