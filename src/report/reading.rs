//! `factum facts` for people: sentence after sentence, what was read in it, and what it was taken to state.

use crate::corpus::{Document, Zone, ZoneKind};
use crate::extract::{
    Change, Fact, Mention, MentionKind, NameType, QuantityMention, Reading, TimeMention, TimeType, singular,
};
use crate::source::{SourceFile, Span, printable};
use crate::statement::{Modality, Polarity, Qualifiers, Scope, Statement, Value};

use super::plain;
use super::style::{Glyphs, Ink, Style, wrap};

/// The width of the column that holds the words of a mention.
const WORDS: usize = 34;

/// One document, ready to be printed.
pub fn reading(document: &Document, file: &SourceFile, reading: &Reading, style: &Style) -> String {
    let mut out = heading(document, file, style);
    let mut mentions = reading.mentions.iter().peekable();
    let mut facts = reading.facts.iter().peekable();
    for sentence in &reading.sentences {
        out.push_str(&sentence_text(document, file, *sentence, style));
        while let Some(mention) = mentions.next_if(|mention| mention.span.start < sentence.end) {
            out.push_str(&mention_line(&document.text, mention, style));
        }
        while let Some(fact) = facts.next_if(|fact| fact.passage.start < sentence.end) {
            out.push_str(&fact_line(&fact_words(&document.text, fact, &reading.mentions), style));
        }
    }
    out.push('\n');
    out
}

fn heading(document: &Document, file: &SourceFile, style: &Style) -> String {
    let mut parts = vec![document.id.clone()];
    parts.extend(document.publisher.clone());
    parts.push(document.published.map_or("no date".to_owned(), |day| day.to_string()));
    parts.push(format!("lineage {}", document.lineage));
    let line = format!("{} ({})", parts.join(", "), file.name);
    format!("{}\n", style.paint(Ink::Bold, &printable(&line)))
}

/// `  3 | The sentence.`, wrapped, with the zone where it is no body.
fn sentence_text(document: &Document, file: &SourceFile, sentence: Span, style: &Style) -> String {
    let line = file.line_column(document.place(sentence).span.start).line;
    let zone = zone_name(&document.zones, sentence).map(|zone| format!("[{zone}] ")).unwrap_or_default();
    let bar = match style.glyphs {
        Glyphs::Unicode => "│",
        Glyphs::Ascii => "|",
    };
    let words = sentence.slice(&document.text).split_whitespace().collect::<Vec<_>>().join(" ");
    wrap(&printable(&format!("{zone}{words}")), &format!("{line:4} {bar} "), style.width)
}

fn zone_name(zones: &[Zone], sentence: Span) -> Option<&'static str> {
    let at = zones.partition_point(|zone| zone.span.end <= sentence.start);
    let zone = zones.get(at).filter(|zone| zone.span.contains(sentence))?;
    match zone.kind {
        ZoneKind::Body => None,
        ZoneKind::Headline => Some("headline"),
        ZoneKind::Subhead => Some("subhead"),
        ZoneKind::Bullet => Some("bullet"),
        ZoneKind::Caption => Some("caption"),
        ZoneKind::Metadata => Some("metadata"),
        ZoneKind::Boilerplate => Some("boilerplate, no evidence"),
    }
}

/// `       more than $5 billion        more than 5,000,000,000 USD`.
fn mention_line(text: &str, mention: &Mention, style: &Style) -> String {
    let words = shortened(mention.span.slice(text), style);
    let lead = format!("       {words:WORDS$} ");
    let wrapped = wrap(&printable(&mention_words(text, &mention.kind)), &lead, style.width);
    style.paint(Ink::Dim, &lead) + wrapped.strip_prefix(&lead).unwrap_or(&wrapped)
}

fn shortened(words: &str, style: &Style) -> String {
    let words = printable(&words.split_whitespace().collect::<Vec<_>>().join(" "));
    if words.chars().count() <= WORDS {
        return words;
    }
    let ellipsis = style.glyphs.ellipsis();
    words.chars().take(WORDS - ellipsis.chars().count()).collect::<String>() + ellipsis
}

/// What a mention was read as.
pub fn mention_words(text: &str, kind: &MentionKind) -> String {
    match kind {
        MentionKind::Quantity(quantity) => quantity_words(text, quantity),
        MentionKind::Time(time) => time_words(time),
        MentionKind::Name { sort, canonical } => format!("{} {canonical}", sort_words(*sort)),
        MentionKind::Quote(quote) => {
            let kind = if quote.utterance { "quote" } else { "quoted words" };
            let speaker = quote.name.as_deref().or_else(|| quote.speaker.map(|span| span.slice(text)));
            speaker.map_or(format!("{kind}, nobody named"), |speaker| format!("{kind} of {speaker}"))
        }
    }
}

fn quantity_words(text: &str, mention: &QuantityMention) -> String {
    let change = mention.change.map_or("", |change| match change {
        Change::Up => ", up",
        Change::Down => ", down",
    });
    let about = mention.about.map(|span| format!(", about “{}”", span.slice(text))).unwrap_or_default();
    let unit = mention.unit.map(|span| span.slice(text));
    format!("{}{change}{about}", plain::quantity(&mention.quantity, unit))
}

fn time_words(mention: &TimeMention) -> String {
    let kind = match mention.sort {
        TimeType::Date => "date",
        TimeType::Time => "time",
        TimeType::Duration => "duration",
        TimeType::Set => "every",
    };
    if let Some(length) = mention.value.as_deref().and_then(plain::duration) {
        return match mention.sort {
            TimeType::Duration if !length.starts_with(|c: char| c.is_ascii_digit()) => format!("{kind} 1 {length}"),
            TimeType::Date | TimeType::Time | TimeType::Duration | TimeType::Set => format!("{kind} {length}"),
        };
    }
    match (&mention.value, &mention.days) {
        (Some(value), Some(days)) if *value != days.to_string() => format!("{kind} {value} ({days})"),
        (Some(value), Some(_) | None) => format!("{kind} {value}"),
        (None, Some(days)) => format!("{kind} {days}"),
        (None, None) => format!("{kind}, open: the document has no date"),
    }
}

fn sort_words(sort: NameType) -> &'static str {
    match sort {
        NameType::Organisation => "organisation",
        NameType::Person => "person",
        NameType::Place => "place",
        NameType::Other => "name",
    }
}

fn fact_line(words: &str, style: &Style) -> String {
    let lead = match style.glyphs {
        Glyphs::Unicode => "     ⇒ ",
        Glyphs::Ascii => "    => ",
    };
    let wrapped = wrap(&printable(words), lead, style.width);
    style.paint(Ink::Green, lead) + wrapped.strip_prefix(lead).unwrap_or(&wrapped)
}

/// What a fact states, with the unit of its number as the article has it.
fn fact_words(text: &str, fact: &Fact, mentions: &[Mention]) -> String {
    let mention = fact.quantity.and_then(|number| mentions.get(number));
    let read = mention.and_then(|mention| match &mention.kind {
        MentionKind::Quantity(read) => Some(read),
        MentionKind::Time(_) | MentionKind::Name { .. } | MentionKind::Quote(_) => None,
    });
    stated(&fact.statement, &|value| match value {
        Value::Quantity(quantity) => {
            let own = read.filter(|read| read.quantity.unit == quantity.unit);
            plain::quantity(quantity, own.and_then(|read| read.unit).map(|span| span.slice(text)))
        }
        Value::Days(_) | Value::Text(_) | Value::List(_) => value_words(value),
    })
}

/// A statement as a line that reads like an assertion.
pub fn statement_words(statement: &Statement) -> String {
    stated(statement, &value_words)
}

fn stated(statement: &Statement, value_words: &dyn Fn(&Value) -> String) -> String {
    let mut words = vec![statement.subject.name.clone()];
    words.extend(topic_words(statement));
    words.push(statement.measure.name.clone());
    words.extend(match statement.polarity {
        Polarity::Affirmed => None,
        Polarity::Denied => Some("not".to_owned()),
    });
    // "The shop closed": what is done, and to nothing.
    let is_said = |value: &&Value| !matches!(value, Value::Text(text) if text.is_empty());
    words.extend(statement.value.as_ref().filter(is_said).map(|value| format!("= {}", value_words(value))));
    words.extend(qualifier_words(&statement.qualifiers));
    words.extend(statement.scope.map(scope_words));
    words.extend(statement.modality.map(|modality| format!("({})", modality_words(modality))));
    words.join(" ")
}

/// What narrows a subject down, without the words that its name or the measure has already.
fn topic_words(statement: &Statement) -> Vec<String> {
    let names = [&statement.subject.name, &statement.measure.name];
    let told = |word: &str| names.iter().any(|name| name.split(' ').any(|own| singular(own) == word));
    let mut words: Vec<String> = statement.subject.topic.iter().filter(|word| !told(word)).cloned().collect();
    words.dedup();
    words
}

fn value_words(value: &Value) -> String {
    match value {
        Value::Quantity(quantity) => quantity.describe(),
        Value::Days(days) => days.to_string(),
        Value::Text(text) => format!("“{text}”"),
        Value::List(items) => format!("[{}]", items.join(", ")),
    }
}

fn qualifier_words(qualifiers: &Qualifiers) -> Vec<String> {
    let Qualifiers {
        deadline,
        when,
        length,
        as_of,
        announced,
        places,
        partners,
        recipients,
        origins,
        purpose,
        speaker,
    } = qualifiers;
    let mut words = Vec::new();
    words.extend(deadline.map(|deadline| deadline.to_string()));
    words.extend(when.map(|when| format!("when {when}")));
    words.extend(length.iter().map(|length| format!("over {}", length.describe())));
    words.extend(as_of.map(|day| format!("as of {day}")));
    words.extend(announced.map(|day| format!("announced {day}")));
    words.extend(places.iter().map(|place| format!("in {place}")));
    words.extend(partners.iter().map(|partner| format!("with {partner}")));
    words.extend(recipients.iter().map(|recipient| format!("to {recipient}")));
    words.extend(origins.iter().map(|origin| format!("from {origin}")));
    words.extend(purpose.iter().map(|purpose| format!("for “{purpose}”")));
    words.extend(speaker.iter().map(|speaker| format!("said by {speaker}")));
    words
}

fn scope_words(scope: Scope) -> String {
    match scope {
        Scope::Total => "total",
        Scope::Additional => "additional",
        Scope::Remaining => "remaining",
        Scope::Part => "part of a whole",
    }
    .to_owned()
}

fn modality_words(modality: Modality) -> &'static str {
    match modality {
        Modality::Opinion => "somebody's opinion",
        Modality::Conditional => "under a condition",
        Modality::Forecast => "expected",
        Modality::Planned => "planned",
        Modality::Pledged => "pledged",
        Modality::Will => "will be",
        Modality::Ongoing => "under way",
        Modality::Happened => "done",
    }
}
