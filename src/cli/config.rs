//! `factum.toml`: a project's own settings, which this version does not read. One that is passed over in silence would let a run pass under
//! other rules than its project has, so it is refused.
#![expect(clippy::disallowed_methods, reason = "the command line is where the disk is looked at")]

use std::env;
use std::path::PathBuf;

use crate::diag::{Code, Diagnostic};

use super::files::shown;

/// The name of a project's settings.
const NAME: &str = "factum.toml";

/// The refusal of the settings that lie in this folder or the nearest one above it; none where there are none.
pub(super) fn refusal() -> Option<Diagnostic> {
    let depth = env::current_dir().map_or(1, |folder| folder.ancestors().count());
    let above = |up: usize| (0..up).map(|_| "..").chain([NAME]).collect::<PathBuf>();
    let file = (0..depth).map(above).find(|path| path.is_file())?;
    let help = "say on the command line what it says (articles: `--corpus DIR`, the policy: `--policy literal`, check \
                files: their paths), and give the file another name";
    let message = format!("`{}` is not read yet, so nothing is run", shown(&file));
    Some(Diagnostic::error(Code::UnreadSettings, message).help(help))
}
