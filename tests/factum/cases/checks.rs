//! ```` ```check ```` blocks: the run over them is what their comments say, and nothing else is wrong.

use serde_json::Value;

use super::advised::Advised;
use super::annotations::{Annotation, annotations};
use super::console::Command;
use super::page::Case;
use super::sandbox::Sandbox;

/// One check file of a case with what the program said of it.
struct Answered<'a> {
    path: &'a str,
    text: &'a str,
    files: &'a [(String, String)],
    reported: &'a Value,
    literal: &'a Value,
}

/// What does not hold.
pub fn complaints(case: &Case) -> Vec<String> {
    let has_console = case.blocks.iter().any(|block| block.language == "console");
    let commented = |path: &str| path.ends_with(".check") || path.ends_with(".toml");
    let all = case.files();
    let files: Vec<_> = all.iter().filter(|(path, _)| commented(path)).collect();
    let annotated = files.iter().any(|(_, text)| !annotations(text).is_empty());
    let checks = files.iter().any(|(path, _)| path.ends_with(".check"));
    // Where a block shows the commands, these are what is tested.
    if !annotated && (has_console || !checks) {
        return Vec::new();
    }
    let sandbox = Sandbox::new(case);
    if !case.files().iter().any(|(path, _)| path.starts_with("corpus/") && !path.ends_with(".toml")) {
        // Where the case is about the check file alone, there is an article that speaks of nothing.
        sandbox.write("corpus/nothing.txt", b"Nothing happened.\n");
    }
    let policies = ["reported", "literal"].map(|policy| run(&sandbox, policy));
    match policies {
        [Ok(reported), Ok(literal)] => files
            .iter()
            .flat_map(|(path, text)| {
                Answered { path, text, files: &all, reported: &reported, literal: &literal }.complaints()
            })
            .collect(),
        [reported, literal] => reported.err().into_iter().chain(literal.err()).collect(),
    }
}

fn run(sandbox: &Sandbox, policy: &str) -> Result<Value, String> {
    let command = Command::read(&format!("factum check --format json --policy {policy}"));
    let answer = sandbox.run(&command.expect("the program is called"));
    serde_json::from_str(&answer.stdout)
        .map_err(|error| format!("no JSON ({error}), status {:?}: {}{}", answer.status, answer.stdout, answer.stderr))
}

impl Answered<'_> {
    fn complaints(&self) -> Vec<String> {
        let annotations = annotations(self.text);
        let mut complaints: Vec<String> =
            annotations.iter().filter_map(|annotation| self.complaint(annotation)).collect();
        complaints.extend(self.unannounced(&annotations));
        if self.path.ends_with(".check") {
            let advised = Advised { path: self.path, text: self.text, files: self.files };
            let (results, diagnostics) = (&self.reported["results"], &self.reported["diagnostics"]);
            complaints.extend(advised.complaints(self.of_file(results), self.of_file(diagnostics)));
        }
        complaints
    }

    /// What is wrong though no comment says so.
    fn unannounced(&self, annotations: &[Annotation]) -> Vec<String> {
        let mut complaints = Vec::new();
        for diagnostic in self.of_file(&self.reported["diagnostics"]).filter(|it| it["severity"] == "error") {
            let told =
                |it: &Annotation| it.key == "error" && u64::try_from(it.line).ok() == diagnostic["line"].as_u64();
            if !annotations.iter().any(told) {
                complaints.push(format!("{}:{} {}", self.path, diagnostic["line"], told_of(diagnostic)));
            }
        }
        for result in self.of_file(&self.reported["results"]) {
            let told = annotations.iter().any(|it| self.result_of(self.reported, it.line) == Some(result));
            if !told && !matches!(result["outcome"].as_str(), Some("pass" | "waived")) {
                complaints.push(format!("{}:{} {}", self.path, result["line"], told_of(result)));
            }
        }
        complaints
    }

    fn of_file<'v>(&'v self, list: &'v Value) -> impl Iterator<Item = &'v Value> {
        list.as_array().into_iter().flatten().filter(move |entry| entry["file"] == self.path || entry["file"].is_null())
    }

    /// The check that a comment on that line belongs to: the last that begins on it or above it.
    fn result_of<'v>(&'v self, run: &'v Value, line: usize) -> Option<&'v Value> {
        let line = u64::try_from(line).ok()?;
        self.of_file(&run["results"]).filter(|result| result["line"].as_u64() <= Some(line)).last()
    }

    fn complaint(&self, annotation: &Annotation) -> Option<String> {
        let at = format!("{}:{}", self.path, annotation.line);
        let result = self.result_of(self.reported, annotation.line);
        let literal = self.result_of(self.literal, annotation.line);
        let words = annotation.words.as_str();
        let found = match annotation.key.as_str() {
            "error" | "warning" | "note" => {
                return self.without_diagnostic(annotation).map(|why| format!("{at} {why}"));
            }
            "verdict" => field(result, "verdict").filter(|verdict| verdict != words),
            "literal" => field(literal, "verdict").filter(|verdict| verdict != words),
            "outcome" => field(result, "outcome").filter(|outcome| outcome != words),
            "underlines" => self.underlined(annotation).filter(|text| Some(text) != annotation.text.as_ref()),
            "passage" => without_passage(result, annotation),
            "advice" => without_text(result, "advice", annotation),
            "nearest" => without_text(result, "nearest", annotation),
            "reason" => without_text(result, "reason", annotation),
            other => Some(format!("nothing, for there is no annotation `{other}`")),
        }?;
        let wanted = annotation.text.as_ref().map_or(words.to_owned(), |text| format!("{words} “{text}”"));
        let why = result.map(told_of).unwrap_or_default();
        Some(format!("{at} {}: wanted {wanted}, found {found} ({why})", annotation.key))
    }

    /// The errors on that line: of the file, and of the check that the line belongs to.
    fn diagnostics_at(&self, line: usize) -> Vec<&Value> {
        let here = u64::try_from(line).ok();
        let of_file = self.of_file(&self.reported["diagnostics"]).filter(move |it| it["line"].as_u64() == here);
        let of_check = self.result_of(self.reported, line).filter(|result| !result["code"].is_null());
        of_file.chain(of_check).collect()
    }

    fn without_diagnostic(&self, annotation: &Annotation) -> Option<String> {
        let wanted = |it: &&Value| {
            let text = annotation.text.as_deref().unwrap_or("");
            let severity = it["severity"].as_str().is_none_or(|severity| severity == annotation.key);
            it["code"] == annotation.words.as_str() && severity && it.to_string().contains(text)
        };
        let there = self.diagnostics_at(annotation.line);
        if there.iter().any(wanted) {
            return None;
        }
        let found: Vec<String> = there.into_iter().map(told_of).collect();
        Some(format!("wanted {} [{}], found {found:?}", annotation.key, annotation.words))
    }

    /// The text that is underlined: what an error points at, else the fault of the check, else all of it.
    fn underlined(&self, annotation: &Annotation) -> Option<String> {
        let error = self.diagnostics_at(annotation.line).into_iter().find(|it| !it["message"].is_null());
        let span = match (error, self.result_of(self.reported, annotation.line)) {
            (Some(error), _) => error,
            (None, Some(result)) if result["fault"].is_null() => result,
            (None, Some(result)) => &result["fault"],
            (None, None) => return Some("no check".to_owned()),
        };
        let offset = |name: &str| span[name].as_u64().and_then(|offset| usize::try_from(offset).ok());
        self.text.get(offset("start")?..offset("end")?).map(str::to_owned)
    }
}

fn field(result: Option<&Value>, name: &str) -> Option<String> {
    Some(result.map_or("no check".to_owned(), |result| result[name].as_str().unwrap_or("nothing").to_owned()))
}

fn told_of(entry: &Value) -> String {
    if let Some(message) = entry["message"].as_str() {
        return format!("[{}] {message}", entry["code"].as_str().unwrap_or(""));
    }
    let word = |name: &str| entry[name].as_str().unwrap_or("");
    format!("{} [{}] {}: {}", word("verdict"), word("code"), word("assertion"), word("reason"))
}

/// Evidence that contains the text, of the stance if one is named; else what evidence there is.
fn without_passage(result: Option<&Value>, annotation: &Annotation) -> Option<String> {
    let text = annotation.text.as_deref().unwrap_or("");
    let evidence: Vec<&Value> = result.and_then(|result| result["evidence"].as_array()).into_iter().flatten().collect();
    let fits = |it: &&&Value| {
        let stance = annotation.words.is_empty() || it["stance"] == annotation.words.as_str();
        stance && it["text"].as_str().is_some_and(|passage| passage.contains(text))
    };
    if evidence.iter().any(|it| fits(&it)) {
        return None;
    }
    Some(format!("{:?}", evidence.iter().map(|it| format!("{} {}", it["stance"], it["text"])).collect::<Vec<_>>()))
}

fn without_text(result: Option<&Value>, name: &str, annotation: &Annotation) -> Option<String> {
    let found = result.map_or(String::new(), |result| result[name].to_string());
    (!found.contains(annotation.text.as_deref().unwrap_or(""))).then_some(found)
}
