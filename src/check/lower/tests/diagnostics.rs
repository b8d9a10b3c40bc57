//! Every diagnostic as people see it: the input with what is said of it below its lines.

use crate::check::testing::rendered;

/// A snapshot for each code, and for the messages of broken lines.
const CASES: &[(&str, &str)] = &[
    (
        "syntax-error",
        "Norsk jobs = = 40\nNorsk jobs = 40\nentty Norsk = NK\nNorsk jobs 40 ferries\nNorsk jobs ==\nNorsk jobs == 40 by\nby 2030\n\
         Norsk jobs == 40 by 2030 bye\n(Norsk jobs > 40\nNorsk jobs == \"many\nNorsk \"jobs == 40\nNorsk jobs > 40]\n\
         Norsk jobs\u{200b} == 40\nNorsk jobs == {number}\nNorsk jobs + Norsk layoffs\ncheck x\n",
    ),
    (
        "syntax-error-declarations",
        "entity Norsk = NK symbol x\nentity = NK\nentity Norsk = NK,\nunit m length\nunit m : length is m\nplace Oslo on Norway\n\
         group bidders Norsk, Baltic\nnumber twelve = 12\nexample \"x\" red 5\nexample \"x\" reads\ntable t\ntable t:\neach t:\n\
         exclude rise, fall\nmodifier about = \"some\nuse names\nlet x\nlet = 5\n",
    ),
    (
        "syntax-error-fields",
        "Norsk jobs == 40 needs two sources\nNorsk jobs == 41\n  needs 2\nNorsk jobs == 42\n  why Lead paragraph\nNorsk jobs == 43\n  owner\n\
         Norsk jobs == 44\n  expect\nNorsk jobs == 45\n  known-wrong till 2030 because \"x\"\nallow herald contradict x because \"y\" until 2030\n",
    ),
    ("too-deep", "((((((((((((((((((((((((((((((((((((Norsk jobs)))))))))))))))))))))))))))))))))))) > 40\n"),
    (
        "unknown-keyword",
        "modifier abuot = roughly\nclaem \"The harbour has two cranes.\"\nNorsk says \"The harbour has two cranes.\"\n\
         Norsk jobs == 40 severity eror\nNorsk jobs == 40\n  severity high\nNorsk pledge == 5e9 NOK bye Monday\nneverr Norsk jobs > 40\n\
         Norsk jobs == 40 workers expct contradicted\n",
    ),
    (
        "unknown-field",
        "Norsk jobs == 40\n  sevrity warn\nNorsk jobs == 41\n  onwer @desk\nNorsk jobs == 42\n  tgas a, b\n",
    ),
    ("unknown-verdict", "Norsk jobs == 40 expect contradictd\nNorsk jobs == 41 expect refuted\n"),
    (
        "unknown-measure",
        "Norsk plegde == 5e9 NOK\nNorsk \"plegde\" == 5e9 NOK\nNorsk night layofs == 5\nentity Norsk\nNorsk outage duraton == 1 day\n\
         The quick brown fox\nNorsk berths\n",
    ),
    ("missing-measure", "\"Harbour Board\" == 40\njobs == 40\nBank for Small Harbours == 40\n"),
    (
        "unknown-name",
        "entity Havneby\nentity Skagen part of Havnbey\ngroup homes = Havnebyy, \"Havnebyx\", Oslo\ntable berths: ferry | berth\n  Skagen | 4\n\
         each berth: {ferry} berth == {berth}\neach berths: {fery} berth == {berth}\n",
    ),
    ("unknown-kind", "measure ticket : mony = ticket\nmeasure ticket : shells\nunit league : lenght\n"),
    (
        "unknown-unit",
        "Norsk pledge == 5e9 USDD\nNorsk pledge == 5e9 shells\nNorsk span == 5 kilometrs\nNorsk pledge == ₿5\nNorsk pledge == XYZ 5\n\
         unit league : length is 3 miles\nNorsk pledge == $5 kroner\n",
    ),
    (
        "unit-mismatch",
        "Norsk pledge == 5e9 m2\nNorsk pledge == 5e9\nNorsk share == 5 pp\nNorsk jobs == 5 %\nNorsk pledge == 5e9 NOK ± 5 m2\n\
         Norsk pledge == 5e9 NOK over 5 km\nunit m2x : area is 5 m\n",
    ),
    (
        "type-mismatch",
        "Norsk jobs == \"many\"\nNorsk jobs == [A, B]\n\"Jo Li\" role is 40\n\"Jo Li\" role > \"pilot\"\nNorsk jobs includes 40\n\
         Norsk jobs == 14:30\nNorsk jobs == 2024-03\n\"Cup\" end date == 5 days\nNorsk jobs + Norsk place > 5\nNorsk jobs > Norsk place\n",
    ),
    (
        "bad-number",
        "Norsk jobs == 4,00\nNorsk jobs == 1/0\nNorsk pledge == 1e99 NOK\nNorsk jobs == 40 needs 0 sources\nnumber 1/0 = umpteen\n",
    ),
    (
        "bad-date",
        "Norsk jobs == 40 by Tuesday\nNorsk jobs == 40 in June\nNorsk jobs == 40 on 2024-02-30\nNorsk jobs == 40 from 2028 to 2024\n\
         Norsk jobs == 40 to 2024\n\"Cup\" end date == Sunday\n\"Cup\" end date in 2025 .. 2024\n\
         Norsk jobs == 40 known-wrong until soon because \"x\"\nexample \"x\" on 2024-13-01 reads 5\n",
    ),
    ("duplicate-qualifier", "Norsk jobs == 40 by 2030 through 2031\nNorsk jobs == 40 in 2024 on 2024-03-09\n"),
    (
        "missing-reason",
        "Norsk jobs == 40 known-wrong until 2030-01-31\ncheck x\nNorsk jobs == 41\nallow herald contradicts x until 2030-01-31\n",
    ),
    (
        "missing-date",
        "Norsk jobs == 40 known-wrong because \"so\"\ncheck x\nNorsk jobs == 41\nallow herald contradicts x because \"so\"\n",
    ),
    ("duplicate-id", "check x\nNorsk jobs == 40\ncheck x\nNorsk jobs == 41\n"),
    (
        "unknown-check",
        "check berths\nNorsk jobs == 40\nallow herald contradicts bertsh because \"so\" until 2030-01-31\n",
    ),
    ("uneven-row", "table t: a | b\n  Norsk | 4 | x\n  Norsk\n  Norsk | 5\neach t: {a} jobs == {b}\n"),
    (
        "table-cells",
        "table t: a | b\n  Norsk | 4 m2\n  Norsk | = 5\n  Norsk | 6\neach t: {a} jobs == {b} expect disputd\n",
    ),
];

#[test]
fn diagnostics_are_drawn_below_their_lines() {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_snapshot_path("../../snapshots");
    settings.set_omit_expression(true);
    settings.bind(|| {
        for (name, text) in CASES {
            insta::assert_snapshot!(*name, rendered(text));
        }
    });
}
