//! Settings: what the command line says, then the environment, then `factum.toml` (a profile before what holds for every run), then what
//! holds where nobody says anything. What a check says of itself stands between the environment and the file.

mod find;
mod keys;
mod read;
mod severity;
mod show;
mod values;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use clap::builder::{PossibleValue, PossibleValuesParser};

use crate::corpus::Tier;
use crate::diag::{Code, Diagnostic, Label, Severity, nearest};
use crate::report::{Style, draw};
use crate::run::{Checks, Customs, FailOn, Failing, Least, Quorum, Rules, Tolerance};
use crate::source::{Place, Sources};
use crate::value::{Number, Policy};

use super::{Failure, files, note};
use keys::{KEYS, Key, PREFIX, PROFILE, variables};
use read::Written;
use values::{Kind, Setting};

pub(super) use find::{NAME as FILE, in_ci, step_summary, variable, variables_set};
pub(super) use show::{schema, shown, shown_json};

/// What the command line says.
#[derive(Clone, Debug, Default)]
pub(super) struct Given<'a> {
    profile: Option<&'a str>,
    flags: BTreeMap<&'static str, Setting>,
    wrong: Vec<Diagnostic>,
}

impl<'a> Given<'a> {
    /// With the profile that is asked for.
    pub fn new(profile: Option<&'a str>) -> Self {
        Self { profile, ..Self::default() }
    }

    /// With paths, where there are any.
    pub fn paths(mut self, name: &'static str, paths: &[PathBuf]) -> Self {
        if !paths.is_empty() {
            self.flags.insert(name, Setting::Paths(paths.to_vec()));
        }
        self
    }

    /// With a value as it was written, where there is one.
    pub fn text(mut self, name: &'static str, text: Option<&str>) -> Self {
        let Some((key, text)) = Key::named(name).zip(text) else { return self };
        match key.kind.of_text(text) {
            Ok(setting) => drop(self.flags.insert(name, setting)),
            Err(wrong) => {
                let message = format!("the flag `{}` is wrong: {}", key.flag.unwrap_or(name), wrong.message);
                self.wrong.push(Diagnostic::error(Code::WrongSetting, message).help(wrong.help));
            }
        }
        self
    }

    /// With words, where there are any.
    pub fn words(self, name: &'static str, words: &[String]) -> Self {
        let text = (!words.is_empty()).then(|| words.join(","));
        self.text(name, text.as_deref())
    }

    /// With a number, where there is one.
    pub fn count(self, name: &'static str, number: Option<u32>) -> Self {
        self.text(name, number.map(|number| number.to_string()).as_deref())
    }
}

/// Where a value comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// The command line: the flag.
    Flag(&'static str),
    /// The environment: the variable.
    Variable(&'static str),
    /// The file: where, and under which profile.
    File(Place, Option<String>),
    /// Nobody says anything.
    Default,
}

/// The settings of a run.
#[derive(Clone, Debug, Default)]
pub(super) struct Settings {
    /// What is in force, by the names of keys.
    values: BTreeMap<&'static str, (Setting, Origin)>,
    /// What would be without flags, variables and a profile.
    own: BTreeMap<&'static str, Setting>,
    /// The profile that was chosen.
    profile: Option<String>,
    /// The file, as it is shown.
    file: Option<String>,
    /// The folder of the project, from here: that of the file, or the one that we are in.
    root: PathBuf,
}

/// Settings, and what is wrong with them. Where anything is, nothing may be run: it would be under other rules than its project has.
#[derive(Clone, Debug, Default)]
pub(super) struct Loaded {
    /// What is in force.
    pub settings: Settings,
    /// What is wrong.
    pub diagnostics: Vec<Diagnostic>,
}

impl Loaded {
    /// The settings; none where something is wrong with them, which is told then.
    pub fn sound(self, sources: &Sources, style: &Style) -> Result<Option<Settings>, Failure> {
        for diagnostic in &self.diagnostics {
            note(&draw(diagnostic, sources, style))?;
        }
        let broken = self.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
        Ok((!broken).then_some(self.settings))
    }
}

/// What the flag of a choice takes.
pub(super) fn words(name: &str) -> PossibleValuesParser {
    let choices = match Key::named(name).map(|key| &key.kind) {
        Some(Kind::Word(choices) | Kind::Words(choices)) => *choices,
        Some(Kind::Paths | Kind::File | Kind::Count | Kind::Percent | Kind::Severities) | None => &[],
    };
    PossibleValuesParser::new(choices.iter().map(|choice| PossibleValue::new(choice.name).help(choice.about)))
}

/// What is in force where the command line says this.
///
/// # Errors
///
/// `factum.toml` is there and cannot be read.
pub(super) fn load(given: Given<'_>, sources: &mut Sources) -> Result<Loaded, Failure> {
    let mut loader = Loader { diagnostics: given.wrong, ..Loader::default() };
    let mut written = Written::default();
    if let Some(find::Found { folder, file, wrong }) = find::find(sources)? {
        // One thing is wrong with what is no text, and not the TOML of what is left of it too.
        let (read, diagnostics) = match wrong {
            Some(wrong) => (Written::default(), vec![wrong]),
            None => Written::read(file, &sources.file(file).text, &folder),
        };
        loader.settings.file = Some(sources.file(file).name.clone());
        loader.diagnostics.extend(diagnostics);
        loader.folder = folder;
        written = read;
    }
    loader.slips();
    loader.choose_profile(given.profile, &written);
    loader.fill(&given.flags, &written);
    loader.agree(sources);
    let Loader { settings, diagnostics, folder: root } = loader;
    Ok(Loaded { settings: Settings { root, ..settings }, diagnostics })
}

#[derive(Default)]
struct Loader {
    settings: Settings,
    diagnostics: Vec<Diagnostic>,
    folder: PathBuf,
}

impl Loader {
    /// Variables whose names are nearly those of settings: they would be passed over without a word.
    fn slips(&mut self) {
        for name in variables_set(PREFIX) {
            let near =
                nearest(&name, variables()).filter(|near| *near != name && variables().all(|known| known != name));
            if let Some(near) = near {
                let message = format!("there is no variable `{name}`");
                let wrong = Diagnostic::error(Code::UnknownSetting, message);
                self.diagnostics.push(wrong.help(format!("did you mean `{near}`?")));
            }
        }
    }

    fn choose_profile(&mut self, asked: Option<&str>, written: &Written) {
        let Some(name) = asked.map(str::to_owned).or_else(|| find::variable(PROFILE)) else { return };
        if written.profiles.contains_key(&name) {
            self.settings.profile = Some(name);
        // A file that cannot be read has told of itself already.
        } else if self.diagnostics.is_empty() {
            let help = read::which_profile(&name, written.profiles.keys().map(String::as_str));
            self.diagnostics.push(Diagnostic::error(Code::WrongSetting, read::no_profile(&name)).help(help));
        }
    }

    /// Every key from the first that sets it.
    fn fill(&mut self, flags: &BTreeMap<&'static str, Setting>, written: &Written) {
        for key in KEYS {
            let variable = self.of_variable(key);
            let found = flags
                .get(key.name)
                .map(|setting| (setting.clone(), Origin::Flag(key.flag.unwrap_or_default())))
                .or(variable)
                .or_else(|| self.of_file(key, written))
                .or_else(|| self.of_default(key));
            self.settings.values.extend(found.map(|found| (key.name, found)));
            let own = written.top.get(key.name).map(|(setting, _)| setting.clone());
            let own = own.or_else(|| self.of_default(key).map(|(setting, _)| setting));
            self.settings.own.extend(own.map(|own| (key.name, own)));
        }
    }

    /// Whether settings go together.
    fn agree(&mut self, sources: &Sources) {
        let thresholds = self.settings.tolerance().filter(|both| both.warn > both.fail);
        let Some((_, origin)) = self.settings.values.get("deviation.fail").filter(|_| thresholds.is_some()) else {
            return;
        };
        let message = "what fails is less than what warns: `deviation.fail` is below `deviation.warn`";
        let wrong = Diagnostic::error(Code::WrongSetting, message).help("make `fail` the greater of the two");
        self.diagnostics.push(match origin {
            Origin::File(place, _) => wrong.at(Label::primary(*place, "")),
            Origin::Flag(_) | Origin::Variable(_) | Origin::Default => wrong.note(show::words(origin, sources)),
        });
    }

    fn of_variable(&mut self, key: &Key) -> Option<(Setting, Origin)> {
        let name = key.variable?;
        match key.kind.of_text(&find::variable(name)?) {
            Ok(setting) => Some((setting, Origin::Variable(name))),
            Err(wrong) => {
                let message = format!("the variable `{name}` is wrong: {}", wrong.message);
                self.diagnostics.push(Diagnostic::error(Code::WrongSetting, message).help(wrong.help));
                None
            }
        }
    }

    fn of_file(&self, key: &Key, written: &Written) -> Option<(Setting, Origin)> {
        let line = self.settings.profile.as_deref().map(|name| written.line(name)).unwrap_or_default();
        let profiles = line.into_iter().map(|(name, profile)| (Some(name.to_owned()), &profile.layer));
        let mut layers = profiles.chain([(None, &written.top)]);
        layers.find_map(|(profile, layer)| {
            let (setting, place) = layer.get(key.name)?;
            Some((setting.clone(), Origin::File(*place, profile)))
        })
    }

    /// The usual folders are those of the project, wherever in it we are.
    fn of_default(&self, key: &Key) -> Option<(Setting, Origin)> {
        let setting = key.kind.of_text(key.default?).ok()?;
        Some((setting.below(&self.folder), Origin::Default))
    }
}

impl Settings {
    /// Folders of articles.
    pub fn corpus(&self) -> Vec<PathBuf> {
        self.paths("corpus")
    }

    /// Check files, folders of them, or patterns.
    pub fn checks(&self) -> Vec<PathBuf> {
        self.paths("checks")
    }

    /// The folder of the project, from here.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// How strictly words are taken.
    pub fn policy(&self) -> Policy {
        match self.value("policy") {
            Some(Setting::Word("literal")) => Policy::Literal,
            _ => Policy::Reported,
        }
    }

    /// The file of the failures that are known.
    pub fn baseline(&self) -> PathBuf {
        match self.value("baseline") {
            Some(Setting::File(path)) => path.clone(),
            _ => PathBuf::new(),
        }
    }

    /// Whether somebody says a setting: it is not what it is by default.
    pub fn names(&self, key: &str) -> bool {
        self.values.get(key).is_some_and(|(_, origin)| !matches!(origin, Origin::Default))
    }

    /// Whether the checks are those of the project, and not some that are named for one run.
    pub fn has_own_checks(&self) -> bool {
        let origin = self.values.get("checks").map(|(_, origin)| origin);
        matches!(origin, Some(Origin::File(..) | Origin::Default))
    }

    /// Whether verdicts and outcomes are those of the project: from its own articles, under its own rules, and not from what is said for
    /// one run, or by a profile. Which checks there are, and how many, changes none of them.
    pub fn has_own_verdicts(&self) -> bool {
        let deciding = KEYS.iter().map(|key| key.name).filter(|name| !matches!(*name, "checks" | "gate.min-checks"));
        deciding.into_iter().all(|name| match (self.value(name), self.own.get(name)) {
            (Some(Setting::Paths(paths)), Some(Setting::Paths(own))) => places(paths) == places(own),
            (Some(Setting::File(path)), Some(Setting::File(own))) => files::real(path) == files::real(own),
            (Some(Setting::Words(words)), Some(Setting::Words(own))) => {
                words.iter().collect::<BTreeSet<_>>() == own.iter().collect()
            }
            (value, own) => value == own,
        })
    }

    /// What a run is held to.
    pub fn rules(&self) -> Rules {
        Rules { fail_on: self.fail_on(), least: self.least(), tolerance: self.tolerance(), tier: self.tier() }
    }

    /// How far numbers may be off: where one of the two thresholds is not said, nothing lies between them.
    fn tolerance(&self) -> Option<Tolerance> {
        let share = |name: &str| match self.value(name) {
            Some(Setting::Percent(percent)) => percent.over(Number::from_integer(100)),
            _ => None,
        };
        let (warn, fail) = (share("deviation.warn"), share("deviation.fail"));
        let (warn, fail) = (warn.or(fail.map(|_| Number::ZERO))?, fail.or(warn)?);
        Some(Tolerance { warn, fail })
    }

    /// What holds of checks that say nothing of it themselves.
    pub fn customs(&self) -> Customs {
        let quorum = match self.values.get("quorum") {
            Some((Setting::Count(quorum), Origin::Flag(_) | Origin::Variable(_))) => Some(Quorum::Always(*quorum)),
            Some((Setting::Count(quorum), Origin::File(..) | Origin::Default)) => Some(Quorum::Unsaid(*quorum)),
            _ => None,
        };
        let severities = match self.value("severity") {
            Some(Setting::Severities(severities)) => severities.clone(),
            _ => Vec::new(),
        };
        Customs { quorum, severities }
    }

    /// Warnings of the file's settings that are about no check. Where only some checks are named they may be about the others.
    pub fn idle(&self, checks: &Checks) -> Vec<Diagnostic> {
        let Some((Setting::Severities(severities), Origin::File(place, _))) = self.values.get("severity") else {
            return Vec::new();
        };
        let told = severities
            .iter()
            .filter(|_| self.has_own_checks())
            .filter_map(|severity| Some((severity.written, severity.idle(checks)?)));
        told.map(|(span, warning)| warning.at(Label::primary(Place { span, ..*place }, ""))).collect()
    }

    fn tier(&self) -> Option<Tier> {
        match self.value("tier") {
            Some(Setting::Word("primary")) => Some(Tier::Primary),
            Some(Setting::Word("wire")) => Some(Tier::Wire),
            Some(Setting::Word("outlet")) => Some(Tier::Outlet),
            Some(Setting::Word(_)) => Some(Tier::Aggregator),
            _ => None,
        }
    }

    fn fail_on(&self) -> FailOn {
        let Some(Setting::Words(words)) = self.value("gate.fail-on") else { return FailOn::default() };
        FailOn::these(Failing::ALL.into_iter().filter(|kind| words.contains(&kind.name())))
    }

    /// What is said for one run is about that run, what the file says about the project.
    fn least(&self) -> Option<Least> {
        match self.values.get("gate.min-checks")? {
            (Setting::Count(least), Origin::Flag(_) | Origin::Variable(_)) => Some(Least::Judged(*least)),
            (Setting::Count(least), Origin::File(..) | Origin::Default) => Some(Least::Written(*least)),
            _ => None,
        }
    }

    fn value(&self, name: &str) -> Option<&Setting> {
        self.values.get(name).map(|(setting, _)| setting)
    }

    fn paths(&self, name: &str) -> Vec<PathBuf> {
        match self.value(name) {
            Some(Setting::Paths(paths)) => paths.clone(),
            _ => Vec::new(),
        }
    }
}

/// Where paths lead.
fn places(paths: &[PathBuf]) -> BTreeSet<PathBuf> {
    paths.iter().map(|path| files::real(path)).collect()
}

impl Setting {
    /// The same, paths from a folder on.
    fn below(self, folder: &Path) -> Self {
        match self {
            Setting::Paths(paths) => Setting::Paths(paths.into_iter().map(|path| folder.join(path)).collect()),
            Setting::File(path) => Setting::File(folder.join(path)),
            Setting::Word(_) | Setting::Words(_) | Setting::Count(_) | Setting::Percent(_) | Setting::Severities(_) => {
                self
            }
        }
    }
}
