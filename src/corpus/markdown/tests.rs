use jiff::civil::date;

use super::read;
use crate::corpus::date::Order;
use crate::corpus::zones;

/// The zones of a text, one a line: the kind, a bar, the words.
fn zoned(text: &str) -> Vec<String> {
    let reading = read(text);
    let zoned = zones::of(&reading.text, &reading.blocks, reading.page.title.as_deref(), Order::Unknown);
    let line = |zone: &crate::corpus::Zone| format!("{:?}| {}", zone.kind, zone.span.slice(&reading.text));
    zoned.zones.iter().map(line).collect()
}

const ARTICLE: &str = r"---
title: River rises in Hammerfest
date: 2024-03-17
publisher: The Daily
---

# River rises in Hammerfest

*By Jane Doe, 17 March 2024*

The river at **Hammerfest** rose by two
metres in the [night](https://example.com/night), R&amp;D of \*Acme\* said.

![A river](river.jpg)

## What comes next

1. The wall is looked at.
2. The bridge
   is closed
   - for a week

> Nobody was hurt in `the flood`, it said.

| Day | Height |
|-----|--------|
| Monday | 2 m |

```check
river height == 2 m
```

<div class='note'><p>The school stays shut until the wall is mended.</p>
<script>never('read')</script></div>

Read next: [Acme builds seven bridges](next.md)
";

#[test]
fn markdown_is_read_as_a_reader_sees_it() {
    assert_eq!(
        zoned(ARTICLE),
        [
            "Headline| River rises in Hammerfest",
            "Metadata| By Jane Doe, 17 March 2024",
            "Body| The river at Hammerfest rose by two metres in the night, R&D of *Acme* said.",
            "Subhead| What comes next",
            "Bullet| The wall is looked at.",
            "Bullet| The bridge is closed",
            "Bullet| for a week",
            "Body| Nobody was hurt in the flood, it said.",
            "Body| Day\tHeight",
            "Body| Monday\t2 m",
            "Boilerplate| river height == 2 m",
            "Body| The school stays shut until the wall is mended.",
            "Boilerplate| Read next: Acme builds seven bridges",
        ]
    );
}

#[test]
fn front_matter_is_no_text() {
    let reading = read(ARTICLE);
    assert!(reading.text.starts_with("River rises"));
    assert_eq!(reading.page.published, Some(date(2024, 3, 17)));
    assert_eq!(reading.page.publisher.as_deref(), Some("The Daily"));
    assert_eq!(reading.page.title.as_deref(), Some("River rises in Hammerfest"));
}

#[test]
fn lines_that_are_wrapped_are_one_paragraph() {
    assert_eq!(
        zoned("The river rose\nby two metres  \nin the night."),
        ["Body| The river rose by two metres in the night."]
    );
}
