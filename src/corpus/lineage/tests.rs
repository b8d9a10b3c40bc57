use proptest::prelude::{Just, Strategy, prop, prop_assert_eq, proptest};

use super::{COMMON, LEAST, PART, SHARED, enough};
use crate::corpus::{Article, Corpus, Document, Entry, Format, Tier, read};
use crate::source::FileId;

fn document(id: &str, text: &str, entry: Entry) -> Document {
    let entry = Entry { id: Some(id.to_owned()), ..entry };
    read(&Article { file: FileId(0), name: "a.txt", format: Format::Text, text, entry: Some(&entry) }).0
}

/// The lineages of texts, in their order.
fn lineages(texts: &[String]) -> Vec<usize> {
    let documents = texts.iter().enumerate().map(|(at, text)| document(&format!("{at:04}"), text, Entry::default()));
    Corpus::new(documents.collect()).documents.iter().map(|document| document.lineage).collect()
}

/// So many words that occur nowhere else, from the number `from` on, as prose.
fn words(from: usize, count: usize) -> String {
    let words: Vec<String> = (from..from + count).map(|number| format!("word{number}")).collect();
    format!("{}.", words.join(" "))
}

#[test]
fn a_copy_with_another_headline_is_the_same_lineage() {
    let one = format!("River rises\n{}", words(0, 100));
    let other = format!("Town under water\nBy Jane Doe\n{}\nFollow us on Facebook", words(0, 100));
    assert_eq!(lineages(&[one, other]), [1, 1]);
}

#[test]
fn two_dozen_shared_runs_make_a_lineage_and_fewer_do_not() {
    let shared = |runs: usize| {
        let common = words(0, runs + 6);
        lineages(&[format!("{common} {}", words(1000, 400)), format!("{common} {}", words(2000, 400))])
    };
    assert_eq!(shared(SHARED), [1, 1]);
    assert_eq!(shared(SHARED - 1), [1, 2]);
}

#[test]
fn a_short_text_must_share_half_and_a_long_one_a_part() {
    assert_eq!(enough(1), LEAST);
    assert_eq!(enough(20), 10);
    assert_eq!(enough(500), SHARED);
    assert_eq!(enough(100 * PART), 100);
}

#[test]
fn a_lineage_reaches_over_a_document_in_the_middle() {
    let [a, b, c] = [words(0, 60), words(1000, 60), words(2000, 60)];
    assert_eq!(lineages(&[format!("{a} {b}"), words(5000, 90), format!("{b} {c}"), c]), [1, 2, 1, 1]);
}

#[test]
fn what_is_around_the_article_on_every_page_ties_nothing() {
    let page = |from: usize| {
        format!(
            "{}\nSign up for our newsletter: {}\nRELATED STORIES:\n{}",
            words(from, 80),
            words(0, 40),
            words(50, 25)
        )
    };
    assert_eq!(lineages(&[page(1000), page(2000)]), [1, 2]);
}

#[test]
fn the_report_of_an_agency_that_many_print_is_one_lineage() {
    let report = words(0, 120);
    let prints = |at: usize| format!("{report} {}", words(1000 * (at + 1), 60));
    let texts: Vec<String> = (0..40).map(prints).collect();
    assert_eq!(lineages(&texts), vec![1; 40]);
}

#[test]
fn short_notes_are_one_lineage_only_where_they_are_the_same() {
    let texts = ["The river rose.", "The river rose!", "The river fell.", ""].map(str::to_owned);
    assert_eq!(lineages(&texts), [1, 1, 2, 3]);
}

#[test]
fn documents_of_one_declared_origin_are_one_lineage() {
    let with = |id: &str, from: usize, origin: &str| {
        document(id, &words(from, 50), Entry { origin: Some(origin.to_owned()), ..Entry::default() })
    };
    let own = |id: &str, from: usize, publisher: &str, tier: Tier| {
        document(
            id,
            &words(from, 50),
            Entry { publisher: Some(publisher.to_owned()), tier: Some(tier), ..Entry::default() },
        )
    };
    let corpus = Corpus::new(vec![
        with("a", 1000, "Agence  Nord"),
        with("b", 2000, "agence nord"),
        with("c", 3000, "e"),
        own("d", 4000, "Agence Nord", Tier::Wire),
        own("e", 5000, "Agence Nord", Tier::Outlet),
        with("f", 6000, "g"),
    ]);
    let lineages: Vec<usize> = corpus.documents.iter().map(|document| document.lineage).collect();
    assert_eq!(lineages, [1, 1, 2, 1, 2, 3]);
}

/// Texts put together from a few passages, so that some share enough and some do not.
fn corpora() -> impl Strategy<Value = Vec<String>> {
    let passage = (0_usize..8, 5_usize..60).prop_map(|(from, count)| words(from * 100, count));
    let text = prop::collection::vec(passage, 0..4).prop_map(|passages| passages.join(" "));
    prop::collection::vec(text, 0..14)
}

proptest! {
    #[test]
    fn the_order_of_documents_does_not_matter((texts, order) in corpora().prop_flat_map(|texts| {
        let order: Vec<usize> = (0..texts.len()).collect();
        (Just(texts), Just(order).prop_shuffle())
    })) {
        let shuffled: Vec<String> = order.iter().map(|at| texts[*at].clone()).collect();
        let (one, other) = (lineages(&texts), lineages(&shuffled));
        for (here, at) in order.iter().enumerate() {
            for (there, to) in order.iter().enumerate() {
                prop_assert_eq!(one[*at] == one[*to], other[here] == other[there]);
            }
        }
    }

    #[test]
    fn lineages_are_counted_from_one_in_the_order_of_documents(texts in corpora()) {
        let mut highest = 0;
        for lineage in lineages(&texts) {
            assert!((1..=highest + 1).contains(&lineage));
            highest = highest.max(lineage);
        }
    }

    #[test]
    fn lineages_are_those_of_counting_every_pair(mut texts in corpora()) {
        texts.truncate(COMMON);
        prop_assert_eq!(lineages(&texts), by_hand(&texts));
    }
}

/// The lineages by comparing every pair of texts run by run.
fn by_hand(texts: &[String]) -> Vec<usize> {
    let runs = |text: &String| -> std::collections::BTreeSet<Vec<String>> {
        let words: Vec<String> = text.split_whitespace().map(|word| word.trim_matches('.').to_owned()).collect();
        if words.len() < 7 && !words.is_empty() {
            [words].into()
        } else {
            words.windows(7).map(<[String]>::to_vec).collect()
        }
    };
    let all: Vec<_> = texts.iter().map(runs).collect();
    let mut groups: Vec<usize> = (0..texts.len()).collect();
    for one in 0..texts.len() {
        for other in one + 1..texts.len() {
            let shared = all[one].intersection(&all[other]).count();
            let same = texts[one] == texts[other] && !all[one].is_empty();
            if same || shared >= enough(all[one].len().min(all[other].len())) {
                let (from, to) = (groups[other], groups[one]);
                groups.iter_mut().filter(|group| **group == from).for_each(|group| *group = to);
            }
        }
    }
    let mut numbers: Vec<usize> = Vec::new();
    for group in &groups {
        if !numbers.contains(group) {
            numbers.push(*group);
        }
    }
    groups.iter().map(|group| numbers.iter().position(|number| number == group).expect("numbered") + 1).collect()
}
