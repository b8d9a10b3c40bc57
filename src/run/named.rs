//! Articles that check files name: `source "…":` and `allow …`. A name that no article goes by is a slip of the pen, not a source that is
//! silent.

use std::collections::BTreeSet;

use crate::check::{Allowance, Assertion, Sources, Suite};
use crate::corpus::Corpus;
use crate::diag::{Code, Diagnostic, Label, nearest};
use crate::source::Place;

/// Takes the assertions and allowances out of a suite that name articles which are not there, and says so. A corpus without any articles
/// has its own diagnostic.
pub(super) fn without_unknown(suite: &mut Suite, corpus: &Corpus) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    if corpus.documents.is_empty() {
        return found;
    }
    suite.assertions.retain(|assertion| keep(of_assertion(assertion, corpus), &mut found));
    let ids: BTreeSet<&str> = suite.assertions.iter().map(|assertion| assertion.id.as_str()).collect();
    // One whose check is not there either has been told that already.
    suite
        .allowances
        .retain(|allowance| ids.contains(&allowance.check[..]) && keep(of_allowance(allowance, corpus), &mut found));
    found
}

fn keep(unknown: Option<Diagnostic>, found: &mut Vec<Diagnostic>) -> bool {
    let sound = unknown.is_none();
    found.extend(unknown);
    sound
}

fn of_assertion(assertion: &Assertion, corpus: &Corpus) -> Option<Diagnostic> {
    match &assertion.sources {
        Sources::Any | Sources::Each => None,
        Sources::Only(name) => unknown(name, Place { span: assertion.only_at, ..assertion.place }, corpus),
    }
}

fn of_allowance(allowance: &Allowance, corpus: &Corpus) -> Option<Diagnostic> {
    unknown(&allowance.document, Place { span: allowance.document_at, ..allowance.waiver.place }, corpus)
}

/// The diagnostic of a name that no article goes by; none where one does.
fn unknown(name: &str, place: Place, corpus: &Corpus) -> Option<Diagnostic> {
    if corpus.documents.iter().any(|document| document.goes_by(name)) {
        return None;
    }
    let ids = corpus.documents.iter().map(|document| document.id.as_str());
    let publishers = corpus.documents.iter().filter_map(|document| document.publisher.as_deref());
    let help = match nearest(name, ids.clone().chain(publishers)) {
        Some(near) => format!("did you mean `{near}`?"),
        None => {
            let ids: Vec<&str> = ids.take(SHOWN).collect();
            let more = if corpus.documents.len() > SHOWN { ", …" } else { "" };
            format!("write the id of an article or its publisher; there are {}{more}", ids.join(", "))
        }
    };
    let diagnostic = Diagnostic::error(Code::UnknownName, format!("no article goes by `{name}`"));
    Some(diagnostic.at(Label::primary(place, "")).help(help))
}

/// How many articles are named where none is near.
const SHOWN: usize = 5;
