//! `--format concise`: `checks/bridge.check:2:35: error[contradicted]: …`, a line each, then what was done. Editors read what is wrong from such
//! a line, and show it whole: the help, which may be as long, is left to the other forms.

use crate::source::printable;

use super::super::Report;
use super::super::human::{Detail, summary};
use super::super::style::Style;
use super::{remarks, severity_name};

/// The lines.
pub(super) fn concise(report: Report<'_>, style: &Style, detail: Detail) -> String {
    let mut out = String::new();
    for remark in remarks(report).iter().filter(|remark| !remark.is_waived()) {
        let told = &remark.diagnostic;
        if let Some(place) = told.place() {
            let file = report.sources.file(place.file);
            out.push_str(&format!("{}:{}: ", printable(&file.name), file.line_column(place.span.start)));
        }
        let message = printable(&told.message).replace('\n', " ");
        out.push_str(&format!("{}[{}]: {message}\n", severity_name(told.severity), told.code));
    }
    out.push_str(&summary(report, style, detail));
    out
}
