//! How a check is called on a command line: `lead`, `series.check#lead`, or `series.check` for all of a file, with or without its folder.

use crate::diag::nearest;

/// The checks that somebody means, of those that there are: each with its file and its id.
///
/// # Errors
///
/// The word that no check goes by, and the nearest id: "`laed`; did you mean `lead`?"
pub(super) fn meant(checks: &[(String, String)], asked: &[String]) -> Result<Vec<(String, String)>, String> {
    match asked.iter().find(|asked| !checks.iter().any(|check| goes_by(check, asked))) {
        Some(unknown) => {
            let near = nearest(unknown, checks.iter().map(|(_, id)| &id[..]));
            Err(format!("`{unknown}`{}", near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default()))
        }
        None => {
            let is_meant = |check: &&(String, String)| asked.iter().any(|asked| goes_by(check, asked));
            Ok(checks.iter().filter(is_meant).cloned().collect())
        }
    }
}

fn goes_by((file, id): &(String, String), asked: &str) -> bool {
    let is_file = |name: &str| name == file || Some(name) == file.rsplit('/').next();
    asked == id || is_file(asked) || asked.split_once('#').is_some_and(|(name, of)| is_file(name) && of == id)
}

#[cfg(test)]
mod tests {
    use super::meant;

    fn check(file: &str, id: &str) -> (String, String) {
        (file.to_owned(), id.to_owned())
    }

    #[test]
    fn a_check_goes_by_its_id_and_by_its_file_with_or_without_the_folder() {
        let all = [check("checks/a.check", "lead"), check("checks/a.check", "staff"), check("b.check", "lead")];
        let found = |asked: &str| meant(&all, &[asked.to_owned()]).map(|found| found.len());
        assert_eq!(found("lead"), Ok(2));
        assert_eq!(found("a.check"), Ok(2));
        assert_eq!(found("checks/a.check#lead"), Ok(1));
        assert_eq!(found("a.check#lead"), Ok(1));
        assert_eq!(found("laed"), Err("`laed`; did you mean `lead`?".to_owned()));
    }
}
