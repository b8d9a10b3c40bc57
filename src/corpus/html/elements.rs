//! What the elements of HTML mean for a reader.

/// The part an element plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Role {
    /// Never read: scripts, forms, navigation.
    Dropped,
    /// Beside the article: footers, asides.
    Beside,
    /// What holds the article.
    Main,
    /// What holds an article, and there may be several.
    Article,
    /// `<title>`.
    Title,
    /// `<h1>`.
    Headline,
    /// `<h2>` to `<h6>`.
    Subhead,
    /// An item of a list.
    Item,
    /// The legend of a picture or a table.
    Caption,
    /// A row of a table.
    Row,
    /// A cell of a row.
    Cell,
    /// What holds items or rows.
    Container,
    /// Any other element that ends a paragraph.
    Block,
    /// A line break.
    Break,
    /// `<meta>`, `<time>`, `<html>`: says something of the page.
    Said,
    /// Anything inside a line.
    Inline,
}

/// The role of an element, by its name in lower case.
pub(super) fn role(name: &[u8]) -> Role {
    match name {
        b"script" | b"style" | b"template" | b"noscript" | b"svg" | b"math" | b"iframe" | b"object" | b"select"
        | b"button" | b"textarea" | b"nav" | b"menu" | b"dialog" | b"canvas" | b"audio" | b"video" | b"datalist"
        | b"noembed" | b"noframes" | b"xmp" => Role::Dropped,
        b"footer" | b"aside" => Role::Beside,
        b"main" => Role::Main,
        b"article" => Role::Article,
        b"title" => Role::Title,
        b"h1" => Role::Headline,
        b"h2" | b"h3" | b"h4" | b"h5" | b"h6" => Role::Subhead,
        b"li" => Role::Item,
        b"figcaption" | b"caption" => Role::Caption,
        b"tr" => Role::Row,
        b"td" | b"th" => Role::Cell,
        b"ul" | b"ol" | b"table" => Role::Container,
        b"p" | b"div" | b"section" | b"header" | b"hgroup" | b"blockquote" | b"dl" | b"dt" | b"dd" | b"thead"
        | b"tbody" | b"tfoot" | b"pre" | b"address" | b"figure" | b"hr" | b"body" | b"head" | b"center"
        | b"fieldset" | b"details" | b"summary" | b"form" | b"legend" => Role::Block,
        b"br" => Role::Break,
        b"meta" | b"time" | b"html" => Role::Said,
        _ => Role::Inline,
    }
}

/// Whether the tokenizer takes what is inside of the element for characters, whatever it looks like.
pub(super) fn is_raw(name: &[u8]) -> bool {
    matches!(
        name,
        b"script" | b"style" | b"textarea" | b"iframe" | b"noembed" | b"noframes" | b"xmp" | b"noscript" | b"title"
    )
}
