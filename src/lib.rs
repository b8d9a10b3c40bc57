//! factum: a test harness for facts.
//!
//! Editors write check files (`Norvik pledge == 5e6 USD by 2031`). The engine takes the facts out of a corpus of articles and judges
//! each assertion against them, with the passages that say so or otherwise.
//!
//! # The map
//!
//! ```text
//! check text                                  articles
//!     │ syntax                                    │ corpus::load
//!     ▼                                           ▼
//! tree of the file                            Document          zones, date, publisher, lineage
//!     │ check::lower      ◀── checks/prelude      │ text
//!     ▼                                           ▼
//! Suite of assertions                         Sentence, Token
//!     │                                           │ extract: mentions
//!     │                                           ▼
//!     │                                       Mention           quantity, time, name, quote
//!     │                                           │ extract: facts
//!     ▼                                           ▼
//! Statement  ◀────────── one type ──────────▶ Statement + passage = Fact ──▶ index
//!     └──────────────────────┬────────────────────┘
//!                            ▼ judge: align → events → compare → decide
//!                        Judgement   verdict, evidence, derivation, advice
//!                            ▼ run
//!                        RunResult ──▶ report::render, a file a form
//!                            ▼ judge::explain
//!                        Diagnostic ──▶ report::draw
//! ```
//!
//! What an editor asserts and what an article says come down to one type, [`statement::Statement`]; the judge compares the two. The
//! arms that lead there never import one another.
//!
//! # The order of imports
//!
//! `source → value, diag → statement → {syntax, corpus, text} → {check, extract} → {index, lint} → judge → run → report → review → cli`
//!
//! A module imports from those before it. `tests/factum/house.rs` fails on one that runs the wrong way.
//!
//! | module | what it knows |
//! |---|---|
//! | [`source`] | texts, byte spans, and the lines and columns that people see |
//! | [`value`] | exact numbers, intervals, units, days: values as sets, and how they compare |
//! | [`diag`] | diagnostics as data, their codes and the pages behind `factum explain` |
//! | [`statement`] | what is claimed, by an editor or an article; the vocabulary both are read with |
//! | [`syntax`] | check files as trees: assertions by `grammar/check.pest`, declarations and tables by hand |
//! | [`corpus`] | articles: reading them, their zones, dates, publishers and lineages |
//! | [`text`] | sentences, tokens, tallies ("6-3", "six to three") |
//! | [`check`] | from a tree to assertions and vocabulary |
//! | [`extract`] | from an article to mentions and facts |
//! | [`index`] | facts by the words of their measures and subjects, sentences by theirs; who is who, and what lies where |
//! | [`lint`] | contradictions inside one article, found without a check file; a rule a file |
//! | [`judge`] | alignment, events, comparison, verdict, explanation |
//! | [`run`] | checks, drafts held against articles (`verify`), check files from articles (`suggest`), what checks hold of an article (`coverage`), what there is to see besides (`survey`): selection, outcomes, waivers, the baseline, totals, the gate; `run::engine` is the seam to everything above |
//! | [`report`] | the result tree for people and programs |
//! | [`review`] | snapshots of reports: entries check by check, what changed since they were accepted, and when they turned |
//! | [`cli`] | arguments, settings (`factum.toml`), files, what runs leave behind (`.factum`), the clock, exit statuses |
//!
//! The core does no input or output: only [`cli`] and `corpus::load` read files, and today's date is handed in.

#![cfg_attr(test, allow(clippy::disallowed_methods, reason = "tests read what they test"))]

pub mod source;

pub mod diag;
pub mod value;

pub mod statement;

pub mod corpus;
pub mod syntax;
pub mod text;

pub mod check;
pub mod extract;

pub mod index;
pub mod lint;

pub mod judge;

pub mod run;

pub mod report;

pub mod review;

pub mod cli;
