//! Where a desk publishes what it finds, for forms that name it.

use std::str::FromStr;

/// An address on the web.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// The whole of it.
    pub url: String,
}

impl Site {
    /// The machine that it names: `desk.example`.
    pub fn host(&self) -> &str {
        let (_, rest) = self.url.split_once("://").unwrap_or_default();
        rest.split(['/', '?', ':']).next().unwrap_or_default()
    }
}

impl FromStr for Site {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let site = Self { url: text.to_owned() };
        let is_known = ["https://", "http://"].iter().any(|scheme| text.starts_with(scheme));
        let is_plain = text.chars().all(|c| c.is_ascii_graphic() && !"\"'<>\\^`{|}#@".contains(c));
        if is_known && is_plain && site.host().contains('.') {
            Ok(site)
        } else {
            Err("an address is written `https://desk.example/reviews`, without a fragment (`#`)".to_owned())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Site;

    #[test]
    fn an_address_names_a_machine() {
        let site: Site = "https://desk.example:8080/reviews?a=b".parse().expect("it is one");
        assert_eq!(site.host(), "desk.example");
    }

    #[test]
    fn what_is_no_address_of_a_page_is_refused() {
        for text in
            ["desk.example", "javascript://a.b", "https://", "https://a b.example", "https://a.b/#c", "ftp://a.b"]
        {
            assert!(text.parse::<Site>().is_err(), "{text}");
        }
    }
}
