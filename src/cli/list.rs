//! `factum list`.

use crate::report::{draw, list_json, list_lines};
use crate::run::{Status, status_of_reading};
use crate::source::Sources;

use super::args::ListArgs;
use super::earlier::Ground;
use super::inputs::{Asked, Bearing, Inputs, Wanted};
use super::settings::{Loaded, load};
use super::{Failure, look, note, print};

/// Prints the checks that would run. Errors of check files go to standard error, and so do those of articles where they have a say in it.
pub(super) fn run(args: &ListArgs) -> Result<Status, Failure> {
    let mut sources = Sources::default();
    let style = look::style(&args.look);
    let given = args.settings.given();
    let loaded = load(given.clone(), &mut sources)?;
    let Some(settings) = loaded.sound(&sources, &style)? else { return Ok(Status::Usage) };
    // What has changed is told by what the articles say; everything else by the checks alone.
    let wanted = if args.select.changed.is_some() { Wanted::Everything } else { Wanted::Checks };
    let asked = Asked { today: args.today.date, bearing: Bearing::Borne, wanted, within: None };
    let select = |inputs: &Inputs, sources: &Sources| {
        let (only, whole) = Ground { given: &given, inputs, asked: &asked, sources }.only(&args.select)?;
        Ok((args.select.selection(only, None), whole))
    };
    let loaded = Loaded { settings, diagnostics: Vec::new() };
    let Inputs { checks, articles, .. } = Inputs::read(loaded, &select, &asked, &mut sources)?;
    let assertions = &checks.suite.assertions;
    print(&if args.json { list_json(assertions, &sources)? } else { list_lines(assertions, &sources) })?;
    let diagnostics = [checks.diagnostics, articles.diagnostics].concat();
    for diagnostic in &diagnostics {
        note(&draw(diagnostic, &sources, &style))?;
    }
    Ok(status_of_reading(&diagnostics, assertions.len()))
}
