//! The check that asks what sources disagree on.

use crate::judge::Matter;

use super::spelling;

/// The line that fails as long as the sources exclude one another; none where no line does.
pub fn asking(matter: &Matter) -> Option<String> {
    match matter {
        Matter::Measure { subject, measure } => {
            let measure = if measure.contains(' ') { spelling::quoted(measure)? } else { measure.clone() };
            Some(format!("sources agree on {} {measure}", spelling::name(subject)?))
        }
        Matter::Sentence { text, asks } => {
            let text = spelling::quoted(text).filter(|_| *asks)?;
            Some(format!("each source: claim {text}"))
        }
    }
}
