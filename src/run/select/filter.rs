//! What `-k` and `-t` say: words joined with `and`, `or`, `not` and brackets, or with `&`, `|`, `!`.

use std::fmt;
use std::str::FromStr;

/// Brackets and `not` deeper than this are no filter that somebody wrote.
const DEEPEST: usize = 50;

/// A filter of checks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Filter {
    /// A word, in lower case, or several between quotes.
    Term(String),
    /// Not that.
    Not(Box<Filter>),
    /// All of them.
    All(Vec<Filter>),
    /// Any of them.
    Any(Vec<Filter>),
}

impl Filter {
    /// Whether it holds, where `is` tells of a term whether it does.
    pub fn holds(&self, is: &dyn Fn(&str) -> bool) -> bool {
        match self {
            Filter::Term(term) => is(term),
            Filter::Not(filter) => !filter.holds(is),
            Filter::All(filters) => filters.iter().all(|filter| filter.holds(is)),
            Filter::Any(filters) => filters.iter().any(|filter| filter.holds(is)),
        }
    }

    /// Its terms, in their order.
    pub fn terms(&self) -> Vec<&str> {
        match self {
            Filter::Term(term) => vec![term],
            Filter::Not(filter) => filter.terms(),
            Filter::All(filters) | Filter::Any(filters) => filters.iter().flat_map(Filter::terms).collect(),
        }
    }
}

/// Written so that it can be read again.
impl fmt::Display for Filter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let joined = |filters: &[Filter], word: &str| {
            filters.iter().map(|filter| filter.to_string()).collect::<Vec<_>>().join(word)
        };
        match self {
            Filter::Term(term) => write!(f, "\"{term}\""),
            Filter::Not(filter) => write!(f, "not {filter}"),
            Filter::All(filters) => write!(f, "({})", joined(filters, " and ")),
            Filter::Any(filters) => write!(f, "({})", joined(filters, " or ")),
        }
    }
}

impl FromStr for Filter {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let tokens = tokens(text)?;
        let mut reader = Reader { tokens: &tokens, at: 0 };
        let filter = reader.any(0)?;
        match reader.next() {
            None => Ok(filter),
            Some(Token::Close) => Err("a `)` closes no bracket".to_owned()),
            Some(token) => Err(format!(
                "`and` or `or` is missing in front of {token}; several words that belong together stand between quotes"
            )),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    And,
    Or,
    Not,
    Open,
    Close,
    Term(String),
}

impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Token::And => write!(f, "`and`"),
            Token::Or => write!(f, "`or`"),
            Token::Not => write!(f, "`not`"),
            Token::Open => write!(f, "`(`"),
            Token::Close => write!(f, "`)`"),
            Token::Term(term) => write!(f, "`{term}`"),
        }
    }
}

fn tokens(text: &str) -> Result<Vec<Token>, String> {
    let mut found = Vec::new();
    let mut rest = text.trim_start();
    while let Some(c) = rest.chars().next() {
        let (token, length) = match c {
            '(' => (Token::Open, 1),
            ')' => (Token::Close, 1),
            '!' => (Token::Not, 1),
            '&' => (Token::And, if rest.starts_with("&&") { 2 } else { 1 }),
            '|' => (Token::Or, if rest.starts_with("||") { 2 } else { 1 }),
            '"' => {
                let (term, _) = rest.get(1..).and_then(|rest| rest.split_once('"')).ok_or("a quote is not closed")?;
                (Token::Term(term.to_lowercase()), term.len() + 2)
            }
            _ => {
                let end = |c: char| c.is_whitespace() || "()!&|\"".contains(c);
                let word = rest.split(end).next().unwrap_or(rest);
                (word_token(word), word.len())
            }
        };
        found.push(token);
        rest = rest.get(length..).unwrap_or_default().trim_start();
    }
    Ok(found)
}

fn word_token(word: &str) -> Token {
    match &word.to_lowercase()[..] {
        "and" => Token::And,
        "or" => Token::Or,
        "not" => Token::Not,
        term => Token::Term(term.to_owned()),
    }
}

struct Reader<'a> {
    tokens: &'a [Token],
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    fn next(&mut self) -> Option<Token> {
        let token = self.peek().cloned();
        self.at += usize::from(token.is_some());
        token
    }

    fn takes(&mut self, token: &Token) -> bool {
        let is = self.peek() == Some(token);
        self.at += usize::from(is);
        is
    }

    fn any(&mut self, depth: usize) -> Result<Filter, String> {
        let mut filters = vec![self.all(depth)?];
        while self.takes(&Token::Or) {
            filters.push(self.all(depth)?);
        }
        Ok(one_or(filters, Filter::Any))
    }

    fn all(&mut self, depth: usize) -> Result<Filter, String> {
        let mut filters = vec![self.one(depth)?];
        while self.takes(&Token::And) {
            filters.push(self.one(depth)?);
        }
        Ok(one_or(filters, Filter::All))
    }

    fn one(&mut self, depth: usize) -> Result<Filter, String> {
        if depth > DEEPEST {
            return Err("it is too deep".to_owned());
        }
        match self.next() {
            Some(Token::Term(term)) => Ok(Filter::Term(term)),
            Some(Token::Not) => Ok(Filter::Not(Box::new(self.one(depth + 1)?))),
            Some(Token::Open) => {
                let filter = self.any(depth + 1)?;
                if self.takes(&Token::Close) { Ok(filter) } else { Err("a `(` is not closed".to_owned()) }
            }
            Some(token) => Err(format!("a word is missing in front of {token}")),
            None => Err("a word is missing at the end".to_owned()),
        }
    }
}

fn one_or(mut filters: Vec<Filter>, several: fn(Vec<Filter>) -> Filter) -> Filter {
    match (filters.len(), filters.pop()) {
        (1, Some(only)) => only,
        (_, last) => several(filters.into_iter().chain(last).collect()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Just, Strategy, prop, prop_oneof, proptest};

    use super::Filter;

    fn holds(filter: &str, tags: &[&str]) -> bool {
        let filter: Filter = filter.parse().expect("it is a filter");
        filter.holds(&|term| tags.contains(&term))
    }

    #[test]
    fn and_binds_closer_than_or_and_not_closest() {
        assert!(holds("cloud or korea and not draft", &["cloud", "draft"]));
        assert!(!holds("(cloud or korea) and not draft", &["cloud", "draft"]));
        assert!(holds("cloud|korea&!draft", &["korea"]));
        assert!(holds("NOT draft", &[]));
    }

    #[test]
    fn words_between_quotes_are_one_term() {
        assert!(holds("\"due soon\" && cloud", &["due soon", "cloud"]));
    }

    #[test]
    fn what_is_no_filter_is_told_where_it_breaks() {
        let error = |text: &str| text.parse::<Filter>().expect_err("it is no filter");
        assert!(error("cloud korea").starts_with("`and` or `or` is missing in front of `korea`"));
        assert_eq!(error("cloud and"), "a word is missing at the end");
        assert_eq!(error("and cloud"), "a word is missing in front of `and`");
        assert_eq!(error("(cloud"), "a `(` is not closed");
        assert_eq!(error("cloud)"), "a `)` closes no bracket");
        assert_eq!(error("\"cloud"), "a quote is not closed");
        assert_eq!(error(&"(".repeat(10_000)), "it is too deep");
        assert_eq!(error(""), "a word is missing at the end");
    }

    fn filters() -> impl Strategy<Value = Filter> {
        let term = prop_oneof![Just("a"), Just("b c"), Just("and")].prop_map(|term| Filter::Term(term.to_owned()));
        term.prop_recursive(4, 24, 3, |inner| {
            let several = prop::collection::vec(inner.clone(), 2..4);
            prop_oneof![
                inner.prop_map(|filter| Filter::Not(Box::new(filter))),
                several.clone().prop_map(Filter::All),
                several.prop_map(Filter::Any),
            ]
        })
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(filter in filters()) {
            assert_eq!(filter.to_string().parse::<Filter>(), Ok(filter));
        }
    }
}
