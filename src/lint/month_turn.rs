//! `month-turn`: "next month" in an article of the last or the first days of a month. Quiet unless asked for.

use crate::corpus::ZoneKind;
use crate::diag::Code;
use crate::extract::MentionKind;

use super::article::Article;
use super::{Finding, Mark};

/// So many days before and behind the turn.
const NEAR: i8 = 2;

/// Finds months that depend on the day on which the article is read.
pub(super) fn find(article: &Article<'_>) -> Vec<Finding> {
    let Some(published) = article.document.published else { return Vec::new() };
    let turns = published.day() <= NEAR || published.day() > published.days_in_month() - NEAR;
    let body = article.sentences().filter(|sentence| turns && sentence.zone == ZoneKind::Body);
    let times =
        body.flat_map(|sentence| sentence.mentions).filter(|mention| matches!(mention.kind, MentionKind::Time(_)));
    let relative = times.filter(|mention| {
        let text = mention.span.slice(article.text()).to_lowercase();
        matches!(text.as_str(), "next month" | "this month" | "last month")
    });
    let finding = |mention: &crate::extract::Mention| {
        let text = mention.span.slice(article.text());
        Finding {
            code: Code::MonthTurn,
            place: Mark::new(mention.span, ""),
            others: Vec::new(),
            message: format!("“{text}” is another month to who reads it a day or two off"),
            help: "name the month",
        }
    };
    relative.map(finding).collect()
}
