//! All facts of a corpus, and who is who in it.

mod bodies;
mod changes;
mod events;
mod names;
mod narrow;
mod notes;
mod places;
mod reported;
mod senses;
mod stems;
mod titles;
mod wording;
mod words;

use std::sync::{Arc, OnceLock};

use crate::corpus::{Corpus, Document, ZoneKind};
use crate::extract::{Extractor, Fact, Grammar, MentionKind, Reading};
use crate::source::Span;
use crate::statement::{TitleEntry, Vocabulary};
use crate::value::Days;

pub use names::{Identity, Kinship, Names, Whom};
pub use narrow::NarrowForm;
pub use places::{Containment, Places, Site};
pub use senses::Sense;
pub use stems::{Stem, SubjectWord, subject_words};
pub use titles::spelled;
pub use wording::Wording;
pub use words::{content, form_stems, name_key, stem};

use changes::Changes;
use events::Events;
use notes::Notes;
use stems::{Stems, SubjectWords};
use titles::Titles;

/// A corpus as the judge sees it.
#[derive(Debug)]
pub struct Index<'a> {
    /// The articles.
    pub corpus: &'a Corpus,
    /// What was read in each, in the same order.
    pub readings: &'a [Reading],
    /// The vocabulary of the run.
    pub vocabulary: &'a Vocabulary,
    /// The word classes.
    pub grammar: &'a Grammar,
    /// Who is who.
    pub names: Names,
    /// What lies where.
    pub places: Arc<Places>,
    /// The documents whose word counts, by position, ascending; all of them where that is not said.
    pub heard: Option<Vec<usize>>,
    /// What the judge has found out so far.
    pub notes: Notes,
    about: Vec<Vec<String>>,
    stems: Stems,
    subject_words: SubjectWords,
    wording: OnceLock<Wording>,
    events: OnceLock<Events>,
    narrow: Vec<NarrowForm>,
    changes: Changes,
    titles: Titles<'a>,
    /// By document, the quarter whose results it reports.
    reported: Vec<Option<Days>>,
    /// By document and fact, the kind of block that the fact stands in.
    zones: Vec<Vec<ZoneKind>>,
}

/// A fact in its document.
#[derive(Clone, Copy, Debug)]
pub struct Found<'a> {
    /// Position of the document.
    pub document: usize,
    /// Position of the fact among those of its document.
    pub number: usize,
    /// The fact.
    pub fact: &'a Fact,
}

impl<'a> Index<'a> {
    /// Builds the index of a corpus that has been read; `places` are those of the vocabulary, which many corpora may share.
    pub fn new(
        corpus: &'a Corpus,
        readings: &'a [Reading],
        vocabulary: &'a Vocabulary,
        grammar: &'a Grammar,
        places: Arc<Places>,
    ) -> Self {
        let documents = || corpus.documents.iter().zip(readings);
        let others = || {
            let about = documents().map(|(document, reading)| about(document, reading, &places)).collect();
            let reported = documents().map(|(document, reading)| reported::of(document, reading, grammar)).collect();
            let words = (Stems::new(readings), SubjectWords::new(readings));
            ((about, reported), words, narrow::narrow_forms(vocabulary), Changes::new(vocabulary))
        };
        let (names, ((about, reported), (stems, subject_words), narrow, changes)) =
            rayon::join(|| Names::new(vocabulary, grammar, readings), others);
        Self {
            stems,
            subject_words,
            wording: OnceLock::new(),
            events: OnceLock::new(),
            narrow,
            changes,
            titles: Titles::new(vocabulary),
            zones: zones(corpus, readings),
            about,
            reported,
            corpus,
            readings,
            vocabulary,
            grammar,
            names,
            places,
            heard: None,
            notes: Notes::default(),
        }
    }

    /// The same, where only the word of some documents counts.
    pub fn hearing(self, heard: Option<Vec<usize>>) -> Self {
        Self { heard, ..self }
    }

    /// The sentences by their words, which are gathered when they are first asked for.
    pub fn wording(&self) -> &Wording {
        self.wording.get_or_init(|| Wording::new(self.corpus, self.readings, self.vocabulary, self.grammar))
    }

    /// The days on which the event that a fact is about happened, as its document tells them: "The crash happened on 13 March. Twelve
    /// people were injured in it". Several where the document tells of more than one thing by that name.
    pub fn days_of_event(&self, found: Found<'_>) -> &[Days] {
        self.events.get_or_init(|| Events::new(self)).days(self, found)
    }

    /// All facts, in the order of documents and places.
    pub fn facts(&self) -> impl Iterator<Item = Found<'a>> + '_ {
        (0..self.readings.len()).flat_map(|document| self.facts_in(document))
    }

    /// The facts of a document, in the order of their places.
    pub fn facts_in(&self, document: usize) -> impl Iterator<Item = Found<'a>> + use<'a> {
        let facts = self.readings.get(document).map_or(&[][..], |reading| &reading.facts);
        facts.iter().enumerate().map(move |(number, fact)| Found { document, number, fact })
    }

    /// The facts of a fact's sentence, in the order of their places.
    pub fn facts_beside(&self, found: Found<'_>) -> impl Iterator<Item = Found<'a>> + '_ {
        let document = found.document;
        let numbers = self.readings.get(document).map(|reading| reading.numbers_of(found.fact.sentence));
        numbers.unwrap_or_default().map(move |number| self.found((document, number)))
    }

    /// A stem of words for measures; none where no fact offers it.
    pub fn stem(&self, stem: &str) -> Option<Stem> {
        self.stems.known(stem)
    }

    /// The stems of a measure's form; none where no fact offers all of them.
    pub fn form(&self, form: &str) -> Option<Vec<Stem>> {
        form_stems(form).iter().map(|stem| self.stem(stem)).collect()
    }

    /// The facts among whose measure words is one of this stem, in the order of documents and places.
    pub fn facts_of(&self, stem: Stem) -> impl Iterator<Item = Found<'a>> + '_ {
        self.stems.facts(stem).iter().map(|position| self.found(*position))
    }

    /// Those of a document.
    pub fn facts_of_in(&self, stem: Stem, document: usize) -> impl Iterator<Item = Found<'a>> + '_ {
        let all = self.stems.facts(stem);
        let first = all.partition_point(|(other, _)| *other < document);
        let own = all.iter().skip(first).take_while(move |(other, _)| *other == document);
        own.map(|position| self.found(*position))
    }

    /// A word, in the singular, of the subjects of facts; none where no subject has it.
    pub fn subject_word(&self, word: &str) -> Option<SubjectWord> {
        self.subject_words.known(word)
    }

    /// Whether the subject of a fact has a word.
    pub fn has_subject_word(&self, found: Found<'_>, word: SubjectWord) -> bool {
        self.subject_words.has((found.document, found.number), word)
    }

    /// The facts whose subject has a word, in the order of documents and places.
    pub fn facts_with_subject_word(&self, word: SubjectWord) -> impl Iterator<Item = Found<'a>> + '_ {
        self.subject_words.facts(word).iter().map(|position| self.found(*position))
    }

    /// The facts about those who are an asserted name, or a part or the whole of it, alone or together with others, in the order of
    /// documents and places.
    pub fn facts_about(&self, asked: &Whom) -> impl Iterator<Item = Found<'a>> + '_ {
        let mut about = self.names.facts_about(asked);
        about.sort_unstable();
        about.dedup();
        about.into_iter().map(|position| self.found(position))
    }

    fn found(&self, (document, number): (usize, usize)) -> Found<'a> {
        Found { document, number, fact: &self.readings[document].facts[number] }
    }

    /// Whether one of this stem is among the words that a fact offers for its measure.
    pub fn offers(&self, found: Found<'_>, stem: Stem) -> bool {
        self.stems.offers((found.document, found.number), stem)
    }

    /// The forms that join a measure's noun with an action, those of one measure together.
    pub fn narrow_forms(&self) -> &[NarrowForm] {
        &self.narrow
    }

    /// Whether a measure's name is a word for a change, as its facts have it: "rise".
    pub fn is_change(&self, measure: &str) -> bool {
        self.changes.is_form(measure)
    }

    /// Whether a word, given by its stem, is among those for changes.
    pub fn tells_change(&self, stem: &str) -> bool {
        self.changes.tells(stem)
    }

    /// The title with a form, in any spelling.
    pub fn title(&self, form: &str) -> Option<&'a TitleEntry> {
        self.titles.get(form)
    }

    /// The places that a document is about: its dateline and those of its first sentences.
    pub fn about(&self, document: usize) -> &[String] {
        self.about.get(document).map_or(&[], Vec::as_slice)
    }

    /// The quarter whose results a document reports.
    pub fn reported(&self, document: usize) -> Option<Days> {
        self.reported.get(document).copied().flatten()
    }

    /// The document at a position.
    pub fn document(&self, at: usize) -> &'a Document {
        &self.corpus.documents[at]
    }

    /// Whether a place lies in a block that counts: boilerplate and metadata are no evidence.
    pub fn is_evidence(&self, document: usize, span: Span) -> bool {
        self.document(document).is_evidence(span)
    }

    /// Who a fact is about.
    pub fn identity(&self, found: Found<'_>) -> Identity {
        self.names.identity(found.document, found.number)
    }

    /// Those who act together in a fact, in the order in which it names them.
    pub fn members(&self, found: Found<'_>) -> &[Identity] {
        self.names.members(found.document, found.number)
    }

    /// The kind of block that a fact stands in.
    pub fn zone(&self, found: Found<'_>) -> ZoneKind {
        let zones = self.zones.get(found.document);
        zones.and_then(|zones| zones.get(found.number)).copied().unwrap_or(ZoneKind::Body)
    }
}

fn zones(corpus: &Corpus, readings: &[Reading]) -> Vec<Vec<ZoneKind>> {
    let kinds = |(document, reading): (&Document, &Reading)| {
        let kind = |fact: &Fact| document.zones.get(fact.zone).map_or(ZoneKind::Body, |zone| zone.kind);
        reading.facts.iter().map(kind).collect()
    };
    corpus.documents.iter().zip(readings).map(kinds).collect()
}

/// The known places of a dateline and of the first sentences with any.
fn about(document: &Document, reading: &Reading, places: &Places) -> Vec<String> {
    let dateline = document.dateline.iter().flat_map(|dateline| dateline.places.iter().cloned());
    let lead =
        reading.sentences.get(LEAD.min(reading.sentences.len()).saturating_sub(1)).map_or(0, |sentence| sentence.end);
    let named = reading.mentions.iter().take_while(|mention| mention.span.start < lead).filter_map(|mention| {
        match &mention.kind {
            MentionKind::Name { canonical, .. } => Some(canonical.clone()),
            MentionKind::Quantity(_) | MentionKind::Time(_) | MentionKind::Quote(_) => None,
        }
    });
    dateline.chain(named).filter(|place| places.knows(place)).collect()
}

/// So many sentences, the headline among them, tell what a document is about.
const LEAD: usize = 3;

/// Reads all articles of a corpus, in parallel, with the results in the order of the articles.
pub fn read_all(extractor: &Extractor, corpus: &Corpus) -> Vec<Reading> {
    use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
    corpus.documents.par_iter().map(|document| extractor.read(document)).collect()
}
