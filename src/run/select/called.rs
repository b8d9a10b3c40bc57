//! What check files and checks are called on a command line.

/// Whether a check file goes by a name: its path, or the end of it: `series.check`, `desk/series.check`. With `./` in front it is the
/// whole path.
pub(super) fn is_file(name: &str, file: &str) -> bool {
    let file = file.trim_start_matches("./");
    match name.strip_prefix("./") {
        Some(path) => path == file,
        None => {
            file.strip_suffix(name).is_some_and(|rest| rest.is_empty() || (rest.ends_with('/') && !name.is_empty()))
        }
    }
}

/// Whether a check goes by a name: its id, alone or with its file in front (`series.check#lead`), or its file, for all that stand in it.
pub fn goes_by(name: &str, file: &str, id: &str) -> bool {
    // No id has the sign, and the name of a file may.
    let of_file = |(of, wanted): (&str, &str)| wanted == id && is_file(of, file);
    name == id || is_file(name, file) || name.rsplit_once('#').is_some_and(of_file)
}

#[cfg(test)]
mod tests {
    use super::{goes_by, is_file};

    #[test]
    fn a_file_goes_by_the_end_of_its_path() {
        for name in ["checks/desk/a.check", "desk/a.check", "a.check", "./checks/desk/a.check"] {
            assert!(is_file(name, "checks/desk/a.check"), "{name}");
        }
        for name in ["a", ".check", "sk/a.check", "", "./", "./a.check", "b/a.check"] {
            assert!(!is_file(name, "checks/desk/a.check"), "{name}");
        }
    }

    #[test]
    fn a_check_goes_by_its_id_and_by_its_file() {
        for name in ["lead", "a.check", "a.check#lead", "checks/a.check#lead"] {
            assert!(goes_by(name, "checks/a.check", "lead"), "{name}");
        }
        assert!(goes_by("no#1.check#lead", "checks/no#1.check", "lead"));
        assert!(
            !goes_by("a.check#staff", "checks/a.check", "lead") && !goes_by("b.check#lead", "checks/a.check", "lead")
        );
    }
}
