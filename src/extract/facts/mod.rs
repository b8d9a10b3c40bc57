//! The fact reader: from phrases and clauses to statements with their passages.

use std::collections::BTreeMap;
use std::ops::Range;

use jiff::civil::Date;

use super::clauses::{Parsed, clauses};
use super::fact::Fact;
use super::names::Names;
use super::page::Page;
use super::phrases::phrases;
use super::quotes::Quotes;
use crate::corpus::{Zone, ZoneKind};
use crate::source::Span;
use crate::statement::{Statement, Subject};
use crate::text::Sentence;

mod about;
mod collectives;
mod lists;
mod memory;
mod moments;
mod offices;
mod places;
mod pronouns;
mod propositions;
mod qualifiers;
mod quantities;
mod resolve;
mod roles;
mod scores;
mod voice;
mod works;

use memory::Memory;
pub use voice::UNNAMED_COMPANY;

use voice::Voice;
use works::Called;

/// What the reader knows of the document as a whole.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// Its blocks.
    pub zones: &'a [Zone],
    /// Its date.
    pub published: Option<Date>,
    /// Its quotes.
    pub quotes: &'a Quotes,
}

/// So many facts are told in a sentence, or fewer; in more, room is made for more.
const FACTS: usize = 3;

/// What was told on a page.
#[derive(Clone, Debug)]
pub struct Told {
    /// The facts, in the order of their passages.
    pub facts: Vec<Fact>,
    /// For each of the page's mentions: what it is about, where it is a quantity and its sentence says so.
    pub topics: Vec<Option<Span>>,
}

/// Reads the facts of a page.
pub fn facts(page: &Page<'_>, names: &Names, setting: Setting<'_>) -> Told {
    let voice = Voice::of(page, names, &setting);
    let mut reader = Reader {
        page,
        names,
        setting,
        memory: Memory::speaking(voice),
        called: Called::of(page.grammar, names),
        facts: Vec::with_capacity(page.sentences.len() * FACTS),
        groups: BTreeMap::new(),
        topics: vec![None; page.mentions.len()],
    };
    for (index, sentence) in page.sentences.iter().enumerate() {
        let Some(zone) = zone_of(setting.zones, sentence) else { continue };
        if matches!(setting.zones[zone].kind, ZoneKind::Boilerplate | ZoneKind::Metadata) {
            continue;
        }
        reader.sentence(index, sentence, zone);
    }
    reader.finish()
}

fn zone_of(zones: &[Zone], sentence: &Sentence) -> Option<usize> {
    let at = zones.partition_point(|zone| zone.span.end <= sentence.span.start);
    zones.get(at).filter(|zone| zone.span.overlaps(sentence.span)).map(|_| at)
}

struct Reader<'a> {
    page: &'a Page<'a>,
    names: &'a Names,
    setting: Setting<'a>,
    memory: Memory,
    /// The things that "the bridge" may mean.
    called: Called,
    facts: Vec<Fact>,
    /// Collectives by count and kind ("seven firms"), with their members as far as they have been named.
    groups: BTreeMap<(String, String), crate::statement::Members>,
    /// What each of the page's quantities is about, in tokens.
    topics: Vec<Option<Range<usize>>>,
}

/// A sentence being read.
struct Line<'a> {
    parsed: &'a Parsed,
    span: Span,
    zone: usize,
    index: usize,
}

impl Reader<'_> {
    fn sentence(&mut self, index: usize, sentence: &Sentence, zone: usize) {
        let parsed = clauses(self.page, self.names, phrases(self.page, self.names, sentence));
        let line = Line { parsed: &parsed, span: sentence.span, zone, index };
        self.memory.enter(index);
        self.note_groups(&line);
        for at in 0..parsed.phrases.len() {
            self.note_topic(&line, at);
            self.quantity_facts(&line, at);
            self.role_facts(&line, at);
            self.office_facts(&line, at);
            self.member_facts(&line, at);
            self.remember(&line, at);
        }
        self.moment_facts(&line);
        self.score_facts(&line);
        self.remember_decider(&line);
        self.members_score(&line);
        self.decided_facts(&line);
        self.proposition_facts(&line);
        self.remember_works(&line);
        self.memory.object = None;
        self.remember_object(&line);
    }

    fn push(
        &mut self,
        line: &Line<'_>,
        statement: Statement,
        focus: Span,
        quantity: Option<usize>,
        time: Option<usize>,
    ) {
        self.facts.push(Fact {
            statement,
            passage: line.span,
            focus,
            quantity,
            time,
            zone: line.zone,
            sentence: line.index,
            inferred: false,
            compared: false,
        });
    }

    /// Gives collectives the members that were named elsewhere in the document.
    fn finish(mut self) -> Told {
        for fact in &mut self.facts {
            fill_members(&mut fact.statement.subject, &self.groups);
        }
        let page = self.page;
        let topics = self.topics.into_iter().map(|topic| topic.map(|topic| page.span(topic))).collect();
        Told { facts: self.facts, topics }
    }
}

fn fill_members(subject: &mut Subject, groups: &BTreeMap<(String, String), crate::statement::Members>) {
    let Some(members) = &mut subject.members else { return };
    let known = groups
        .get(&(members.count.clone(), members.kind.clone()))
        .filter(|known| known.names.len() > members.names.len());
    if let Some(known) = known {
        members.names.clone_from(&known.names);
        members.closed = known.closed;
    }
}
