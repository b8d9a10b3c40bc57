//! The page in a browser: what its controls do, what a keyboard reaches, that nothing of an article runs, and that it fits every screen.
//!
//! These tests need Chromium and its driver, and so are left out of a plain `cargo test`. `.ci/run` always runs them:
//! `cargo test --test factum browser -- --ignored`. Where there is no driver they fail and say what is missing.

mod driver;

use std::thread::sleep;
use std::time::Duration;

use serde_json::{Value, json};

use crate::forms::changed;
use crate::html::{desk, hostile};
use crate::shipped::Desk;
use driver::Browser;

/// The widths of a phone and of a desk.
const WIDTHS: [u32; 2] = [390, 1440];

/// What a keyboard sends.
const TAB: &str = "\u{e004}";
const ENTER: &str = "\u{e007}";
const SPACE: &str = " ";

/// A browser that shows the page of a desk.
fn shown(desk: &Desk) -> Browser {
    desk.run(&["check", "--snapshot=check", "--report", "html=page.html"]);
    let browser = Browser::start();
    browser.open(&desk.path("page.html"));
    browser
}

/// What is left on the page of the checks.
fn left(browser: &Browser) -> u64 {
    browser
        .ask("return [...document.querySelectorAll('details.check')].filter(it => it.getClientRects().length).length")
        .as_u64()
        .unwrap_or(0)
}

/// Waits until something holds: a page answers when it gets round to it.
fn eventually(what: &str, holds: impl Fn() -> bool) {
    for _ in 0..200 {
        if holds() {
            return;
        }
        sleep(Duration::from_millis(50));
    }
    panic!("it does not come about: {what}");
}

/// Waits until so many checks are left.
fn comes_to(browser: &Browser, wanted: u64, why: &str) {
    eventually(&format!("{wanted} checks are left, {why}"), || left(browser) == wanted);
}

/// Presses the key that goes on until what has the focus is what is wanted.
fn go_to(browser: &Browser, wanted: &str) {
    for _ in 0..200 {
        browser.press(TAB);
        if browser.ask(&format!("return document.activeElement.matches({})", json!(wanted))) == json!(true) {
            return;
        }
    }
    panic!("the keyboard does not reach `{wanted}`");
}

#[test]
#[ignore = "needs Chromium; `.ci/run` runs it"]
fn a_filter_leaves_the_checks_that_are_asked_for_and_says_how_many() {
    let desk = desk();
    let browser = shown(&desk);
    let all = left(&browser);
    let contradicted =
        browser.ask("return document.querySelectorAll('details.check.contradicted').length").as_u64().unwrap_or(0);
    assert!(contradicted > 0 && contradicted < all, "{contradicted} of {all}");
    go_to(&browser, "input[name=verdict][value=contradicted]");
    browser.press(SPACE);
    comes_to(&browser, contradicted, "what is left");
    let told = browser.ask("return document.querySelector('[aria-live]').textContent");
    assert_eq!(told, json!(format!("{contradicted} of {all} checks are shown.")));
    // The counts of the other groups are those of what is left; those of its own group say what else there is.
    let counts = "return [...document.querySelectorAll('fieldset[data-group=outcome] .count')]\
                  .map(it => +it.textContent.slice(1, -1)).reduce((all, one) => all + one, 0)";
    assert_eq!(browser.ask(counts), json!(contradicted));
    eventually("the address keeps it", || browser.address().contains("#filter:verdict=contradicted"));
    browser.reload();
    comes_to(&browser, contradicted, "the address keeps what was asked for");
    go_to(&browser, "button[type=reset]");
    browser.press(ENTER);
    comes_to(&browser, all, "what is left");
    eventually("the address asks for nothing", || !browser.address().contains('#'));
}

#[test]
#[ignore = "needs Chromium; `.ci/run` runs it"]
fn filters_of_two_groups_leave_what_is_in_both() {
    let browser = shown(&desk());
    for (control, expected) in [("verdict][value=disputed", 2), ("tag][value=energy", 1), ("source][value=post", 1)] {
        go_to(&browser, &format!("input[name={control}]"));
        browser.press(SPACE);
        comes_to(&browser, expected, control);
    }
    go_to(&browser, "input[name=outcome]");
    browser.press(SPACE);
    go_to(&browser, "input[name=verdict][value=disputed]");
    browser.press(SPACE);
    go_to(&browser, "input[name=verdict][value=contradicted]");
    browser.press(SPACE);
    comes_to(&browser, 0, "what is left");
    assert_eq!(
        browser.ask("return document.querySelector('[aria-live]').textContent"),
        json!("0 of 5 checks are shown.")
    );
}

#[test]
#[ignore = "needs Chromium; `.ci/run` runs it"]
fn a_keyboard_opens_and_shuts_a_check_and_sees_where_it_is() {
    let browser = shown(&desk());
    browser.press(TAB);
    assert_eq!(
        browser.ask("return document.activeElement.getAttribute('href')"),
        json!("#checks"),
        "the way past the head"
    );
    go_to(&browser, "details.check > summary");
    let is_open = || browser.ask("return document.activeElement.parentElement.open");
    let before = is_open();
    for key in [ENTER, SPACE] {
        let was = is_open();
        browser.press(key);
        assert_ne!(is_open(), was);
    }
    assert_eq!(is_open(), before);
    let outline = browser.ask("return parseFloat(getComputedStyle(document.activeElement).outlineWidth)");
    assert!(outline.as_f64().is_some_and(|width| width >= 2.0), "{outline}");
    go_to(&browser, "#fold");
    browser.press(ENTER);
    assert_eq!(browser.ask("return document.querySelectorAll('details.check[open]').length"), json!(0));
}

#[test]
#[ignore = "needs Chromium; `.ci/run` runs it"]
fn nothing_of_an_article_runs_and_nothing_is_loaded() {
    let browser = shown(&hostile());
    browser.ask("document.getElementById('unfold')?.click()");
    let title = browser.ask("return document.title");
    assert_eq!(title, json!("factum: failed"));
    assert_eq!(browser.ask("return document.scripts.length"), json!(1));
    assert_eq!(browser.ask("return performance.getEntriesByType('resource').length"), json!(0));
    assert_eq!(browser.told(), Vec::<String>::new(), "no error, and nothing that the policy had to stop");
    // The policy holds: a script that is put into the page all the same does not run.
    browser.ask("const it = document.createElement('script'); it.textContent = 'document.title = \"hurt\"'; document.body.append(it)");
    assert_eq!(browser.ask("return document.title"), title);
    eventually("the policy stops it", || browser.told().iter().any(|told| told.contains("Content Security Policy")));
}

/// Elements that reach out of the window, by name and class, and how many have to be moved to be seen as a whole.
const WIDE: &str = "const wide = [...document.querySelectorAll('body *')].filter(it => { const box = it.getBoundingClientRect(); \
                    return box.width > 0 && box.right > innerWidth + 1 && !it.closest('.scroll') && !it.closest('.skip'); }); \
                    return [document.documentElement.scrollWidth - document.documentElement.clientWidth, wide.map(it => it.tagName + '.' + it.className), \
                    [...document.querySelectorAll('.scroll')].filter(it => it.scrollWidth > it.clientWidth + 1).length]";

/// Text that stands out too little from what is behind it, by <https://www.w3.org/TR/WCAG22/#contrast-minimum>.
const FAINT: &str = "const parts = colour => colour.match(/[\\d.]+/g).map(Number); \
    const light = ([r, g, b]) => [r, g, b].map(c => (c /= 255) <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4) \
        .reduce((sum, c, at) => sum + c * [.2126, .7152, .0722][at], 0); \
    const behind = it => { for (; it; it = it.parentElement) { const own = parts(getComputedStyle(it).backgroundColor); \
        if (own.length < 4 || own[3] > .99) return own; } return [255, 255, 255]; }; \
    const ratio = it => { const [a, b] = [light(parts(getComputedStyle(it).color)), light(behind(it))]; \
        return (Math.max(a, b) + .05) / (Math.min(a, b) + .05); }; \
    const told = it => [...it.childNodes].some(node => node.nodeType === 3 && node.data.trim()) && it.getClientRects().length; \
    return [...document.querySelectorAll('body *')].filter(it => !['SCRIPT', 'STYLE'].includes(it.tagName) && told(it) && ratio(it) < 4.5) \
        .map(it => `${it.tagName}.${it.className} ${ratio(it).toFixed(2)}`)";

#[test]
#[ignore = "needs Chromium; `.ci/run` runs it"]
fn the_page_fits_a_phone_and_a_desk_and_is_seen_by_day_and_by_night() {
    for desk in [desk(), Desk::shipped(), hostile(), changed()] {
        let browser = shown(&desk);
        browser.ask("document.querySelectorAll('details').forEach(it => { it.open = true; })");
        for (width, scheme) in WIDTHS.into_iter().flat_map(|width| ["light", "dark"].map(|scheme| (width, scheme))) {
            browser.look(width, "screen", scheme);
            assert_eq!(browser.ask("return innerWidth"), json!(width));
            assert_eq!(browser.ask(WIDE), json!([0, [], 0]), "{width} {scheme}");
            assert_eq!(browser.ask(FAINT), json!([]), "{width} {scheme}");
        }
        assert_eq!(browser.told(), Vec::<String>::new());
    }
}

#[test]
#[ignore = "needs Chromium; `.ci/run` runs it"]
fn a_check_that_fails_stays_red_whatever_changed() {
    let desk = changed();
    desk.write("checks/a.check", b"check lead\nNorvik pledge == 5e6 USD\ncheck old\nOstvik headcount >= 300\n");
    desk.run(&["check", "--snapshot=write", "--report", "html=page.html"]);
    let browser = Browser::start();
    browser.open(&desk.path("page.html"));
    let style =
        |of: &str, what: &str| browser.ask(&format!("return getComputedStyle(document.querySelector('{of}')).{what}"));
    assert_eq!(style(".check.fail.changed", "borderLeftColor"), style(".gate.failed", "color"));
    assert_eq!(style(".check.pass.changed", "borderLeftColor"), style(".change.warn", "borderLeftColor"));
}

#[test]
#[ignore = "needs Chromium; `.ci/run` runs it"]
fn what_is_shut_on_the_screen_is_read_on_paper() {
    let browser = shown(&Desk::shipped());
    browser.look(800, "print", "light");
    let hidden = "return [...document.querySelectorAll('details.check:not([open]) .sides')]\
                  .filter(it => it.getBoundingClientRect().height === 0).length";
    assert_eq!(browser.ask(hidden), json!(0));
    assert_eq!(browser.ask("return getComputedStyle(document.getElementById('filters')).display"), json!("none"));
}

#[test]
#[ignore = "needs Chromium; `.ci/run` runs it"]
fn without_its_script_the_page_is_whole() {
    let desk = desk();
    desk.run(&["check", "--report", "html=page.html"]);
    let browser = Browser::start();
    browser.command("Emulation.setScriptExecutionDisabled", json!({"value": true}));
    browser.open(&desk.path("page.html"));
    // The page is looked at from outside.
    let found = browser.found("details.check");
    assert!(found.len() > 3 && found.iter().all(|check| browser.is_seen(check)), "{found:?}");
    let form: Vec<Value> = browser.found("#filters");
    assert!(form.iter().all(|form| !browser.is_seen(form)), "controls that do nothing are not shown");
}
