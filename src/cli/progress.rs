//! A sign of life on a terminal: what is being done, where it takes longer than anybody waits gladly. It goes to standard error, is wiped
//! when it is over, and is in no report.

use std::io::{IsTerminal, stderr};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use super::look;

/// Nothing is shown of what is over sooner.
const PATIENCE: Duration = Duration::from_millis(500);

/// How often it turns.
const TURN: Duration = Duration::from_millis(100);

/// The sign, until it is dropped.
pub(super) struct Progress {
    told: Option<Sender<String>>,
    shows: Option<JoinHandle<()>>,
}

impl Progress {
    /// Begins; `what` is done. Nothing is shown where standard error is no terminal, or one that cannot wipe a line.
    pub fn begin(what: &str) -> Self {
        if !stderr().is_terminal() || look::is_dumb() {
            return Self { told: None, shows: None };
        }
        let (told, hears) = channel();
        let what = what.to_owned();
        Self { told: Some(told), shows: Some(thread::spawn(move || show(what, &hears))) }
    }

    /// Something else is done from here on.
    pub fn goes_on(&self, what: String) {
        if let Some(told) = &self.told {
            // Where nobody shows it any more, nobody has to be told.
            let _ = told.send(what);
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.told = None;
        if let Some(shows) = self.shows.take() {
            let _ = shows.join();
        }
    }
}

fn show(what: String, hears: &Receiver<String>) {
    let Some(what) = after_patience(what, hears) else { return };
    let bar = ProgressBar::new_spinner().with_message(what);
    if let Ok(style) = ProgressStyle::with_template("{spinner} {msg} ({elapsed})") {
        bar.set_style(style);
    }
    bar.enable_steady_tick(TURN);
    for what in hears {
        bar.set_message(what);
    }
    bar.finish_and_clear();
}

/// What is being done when patience runs out; none where all is over by then.
fn after_patience(mut what: String, hears: &Receiver<String>) -> Option<String> {
    loop {
        match hears.recv_timeout(PATIENCE) {
            Ok(next) => what = next,
            Err(RecvTimeoutError::Timeout) => return Some(what),
            Err(RecvTimeoutError::Disconnected) => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::after_patience;

    #[test]
    fn what_is_over_soon_is_not_shown() {
        let (told, hears) = channel();
        told.send("judging".to_owned()).expect("it is heard");
        drop(told);
        assert_eq!(after_patience("reading".to_owned(), &hears), None);
    }

    #[test]
    fn the_latest_is_shown_when_patience_runs_out() {
        let (told, hears) = channel();
        told.send("judging".to_owned()).expect("it is heard");
        assert_eq!(after_patience("reading".to_owned(), &hears).as_deref(), Some("judging"));
    }
}
