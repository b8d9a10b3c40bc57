//! What the help says of exit statuses, command by command.

/// Shown under every help.
pub(super) const STATUSES: &str = "Exit status:
  0  every check has its expected verdict
  1  the gate failed
  2  usage, configuration, or a check file with errors
  3  the run could not be completed
  4  nothing was checked";

/// Shown under the help of `check`.
pub(super) const STATUSES_OF_CHECK: &str = "Examples:
  factum check                                      # the checks in checks/ on the articles in corpus/
  factum check checks/aws.check --corpus articles
  factum check --against-itself                     # which checks would notice if the articles changed?

Exit status:
  0  every check has its expected verdict; with --against-itself, and none of those that were tried is weak
  1  the gate failed; with --against-itself, or a check is weak
  2  usage, configuration, or a check file with errors
  3  the run could not be completed
  4  nothing was checked; with --against-itself, or no check could be tried";

/// Shown under the help of `coverage`.
pub(super) const STATUSES_OF_COVERAGE: &str = "Examples:
  factum coverage draft.txt                         # checks in checks/, judged on the draft alone
  factum coverage draft.txt --checks checks/aws.check --min 80
  factum coverage corpus/a.txt --corpus corpus      # judged within the corpus

Exit status:
  0  the figure was told, and reaches --min where that is given
  1  it does not reach --min
  2  usage, configuration, or a check file with errors
  3  an article could not be read
  4  there is no check, no article, or nothing in it to cover";

/// Shown under the help of `lint`.
pub(super) const STATUSES_OF_LINT: &str = "Exit status:
  0  nothing was found
  1  something was found
  2  usage
  3  an article could not be read
  4  there was no article to look at";

/// Shown under the help of `suggest`.
pub(super) const STATUSES_OF_SUGGEST: &str = "Exit status:
  0  checks were written
  2  usage
  3  the article could not be read
  4  there was nothing to suggest";

/// Shown under the help of `review`.
pub(super) const STATUSES_OF_REVIEW: &str = "Exit status:
  0  nothing is pending any more
  1  something is pending
  2  usage
  3  a snapshot could not be read or written";

/// Shown under the help of `history`.
pub(super) const STATUSES_OF_HISTORY: &str = "Exit status:
  0  it was told
  2  usage
  3  what was kept could not be read
  4  no run has been kept yet";

/// Shown under the help of `init`.
pub(super) const STATUSES_OF_INIT: &str = "Exit status:
  0  the project is there
  2  usage, or a file of that name is there already
  3  a file could not be written";

/// Shown under the help of `doctor`.
pub(super) const STATUSES_OF_DOCTOR: &str = "Exit status:
  0  a run would judge something, and nothing stands in its way
  1  something has to be mended first
  2  usage";
