//! Snapshots, all in `tests/snapshots`, each named by its test. They are accepted with `cargo insta`, never written by CI.

use std::path::Path;

/// Compares a text with the snapshot of that name.
pub fn compare(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}
