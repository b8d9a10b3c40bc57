//! `--format claimreview`: reviews of what others claim, as JSON-LD. <https://schema.org/ClaimReview>
//!
//! A review is of a claim that somebody made: a check that names who says so (`quote … by`, `said by`), or one that is borne out by the word
//! of one speaker alone. What a desk checks for itself is nobody's claim; it is left out and counted. The rating is on a scale from 1,
//! contradicted, to 5, supported; what cannot be told, or is told nowhere, has the word and no number.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::check::{Assertion, Body};
use crate::corpus::Document;
use crate::judge::{Stance, Verdict};
use crate::run::CheckResult;
use crate::source::printable;

use super::super::Report;
use super::super::json::{policy_name, written};
use super::{Manner, Site, in_percent};

/// The ends of the scale.
const WORST: u8 = 1;
const BEST: u8 = 5;

/// The document: a graph of reviews. What `factum` says of it besides is no part of the graph.
///
/// # Errors
///
/// None that input can cause; the error is that of the JSON writer.
pub(super) fn claim_review(report: Report<'_>, manner: &Manner) -> serde_json::Result<String> {
    let results = &report.run.results;
    let reviews: Vec<Value> = results.iter().filter_map(|result| review(report, result, manner)).collect();
    let left_out = results.len() - reviews.len();
    let graph = written(&json!({
        "@context": ["https://schema.org", {"factum": null}],
        "@graph": reviews,
        "factum": {
            "version": env!("CARGO_PKG_VERSION"),
            "policy": policy_name(report.run.policy),
            "reviews": results.len() - left_out,
            "left_out": left_out,
            "left_out_because": "it is not said whose claim it is",
        },
    }))?;
    // It goes into pages, in a `script`, which the words of an article must not end; JSON has the sign in strings alone.
    Ok(graph.replace('<', "\\u003c"))
}

/// The review of a check; none where it is nobody's claim.
fn review(report: Report<'_>, result: &CheckResult, manner: &Manner) -> Option<Value> {
    let CheckResult { assertion, judgement, .. } = result;
    let claimant = claimant(result)?;
    let mut review = Map::new();
    review.insert("@type".into(), "ClaimReview".into());
    if let Some(site) = &manner.site {
        review.extend(published(assertion, site));
    }
    if let Some(day) = manner.reviewed {
        review.insert("datePublished".into(), day.to_string().into());
    }
    review.insert("identifier".into(), assertion.id.as_str().into());
    review.insert("claimReviewed".into(), claimed(assertion).into());
    review.insert("itemReviewed".into(), claim(report, result, &claimant));
    review.insert("reviewRating".into(), rating(judgement.verdict, &judgement.reason));
    Some(review.into())
}

/// Where the review of a check stands, and who vouches for it.
fn published(assertion: &Assertion, site: &Site) -> [(String, Value); 2] {
    let url = format!("{}#{}", site.url, in_percent(&assertion.id));
    let author = json!({"@type": "Organization", "name": site.host(), "url": site.url});
    [("url".to_owned(), url.into()), ("author".to_owned(), author)]
}

/// Whose claim it is: who the check says it is of, else the one speaker of all passages that say so.
fn claimant(result: &CheckResult) -> Option<String> {
    let named = match &result.assertion.body {
        Body::Quote { speaker, .. } => speaker.clone(),
        Body::Holds { operand, .. } | Body::Exists { operand, .. } => operand.statement.qualifiers.speaker.clone(),
        Body::Claim { .. } => None,
        // What is computed from several passages, or held against one another, nobody has said.
        Body::Computed { .. } | Body::Agree { .. } => return None,
    };
    let supports = result.judgement.evidence.iter().filter(|evidence| evidence.stance == Stance::Supports);
    let speakers: BTreeSet<Option<&String>> = supports.map(|evidence| evidence.speaker.as_ref()).collect();
    let mut speakers = speakers.into_iter();
    let only = speakers.next().flatten().filter(|_| speakers.next().is_none());
    named.or_else(|| only.cloned())
}

/// What is claimed: the words of a quote, else the line.
fn claimed(assertion: &Assertion) -> String {
    match &assertion.body {
        Body::Quote { words, .. } => printable(words),
        Body::Claim { text, .. } => printable(text),
        Body::Holds { .. } | Body::Exists { .. } | Body::Computed { .. } | Body::Agree { .. } => {
            printable(&assertion.text)
        }
    }
}

/// The claim: whose it is, and the articles that have it, the first of which says when it was made known.
fn claim(report: Report<'_>, result: &CheckResult, claimant: &str) -> Value {
    let supports = result.judgement.evidence.iter().filter(|evidence| evidence.stance == Stance::Supports);
    let documents: BTreeSet<usize> = supports.map(|evidence| evidence.document).collect();
    let articles: Vec<&Document> = documents.into_iter().filter_map(|at| report.corpus.documents.get(at)).collect();
    let mut claim = Map::new();
    claim.insert("@type".into(), "Claim".into());
    // Whether it is a person or an organisation is not told.
    claim.insert("author".into(), json!({"name": printable(claimant)}));
    let first = articles.iter().filter_map(|article| Some((article.published?, *article))).min_by_key(|(day, _)| *day);
    if let Some((day, article)) = first {
        claim.insert("datePublished".into(), day.to_string().into());
        claim.insert("firstAppearance".into(), appearance(article));
    }
    if !articles.is_empty() {
        claim.insert("appearance".into(), articles.into_iter().map(appearance).collect());
    }
    claim.into()
}

fn appearance(article: &Document) -> Value {
    let mut told = Map::new();
    told.insert("@type".into(), "Article".into());
    told.insert("identifier".into(), printable(&article.id).into());
    if let Some(url) = &article.url {
        told.insert("url".into(), printable(url).into());
    }
    if let Some(title) = &article.title {
        told.insert("headline".into(), printable(title).into());
    }
    if let Some(publisher) = &article.publisher {
        told.insert("publisher".into(), json!({"@type": "Organization", "name": printable(publisher)}));
    }
    if let Some(day) = article.published {
        told.insert("datePublished".into(), day.to_string().into());
    }
    told.into()
}

fn rating(verdict: Verdict, reason: &str) -> Value {
    let value = match verdict {
        Verdict::Supported => Some(BEST),
        Verdict::Disputed => Some(3),
        Verdict::Contradicted => Some(WORST),
        Verdict::Ambiguous | Verdict::Unmentioned => None,
    };
    let mut rating = Map::new();
    rating.insert("@type".into(), "Rating".into());
    rating.insert("alternateName".into(), verdict.name().into());
    rating.insert("ratingExplanation".into(), printable(reason).into());
    if let Some(value) = value {
        rating.insert("ratingValue".into(), value.into());
        rating.insert("bestRating".into(), BEST.into());
        rating.insert("worstRating".into(), WORST.into());
    }
    rating.into()
}
