//! ```` ```console ```` blocks: commands, their exit status and what they print.

use super::page::{Block, Case};
use super::sandbox::{Answer, Sandbox};

/// What a command starts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Program {
    /// The program that is tested.
    #[default]
    Factum,
    /// `cp FROM TO`, for what changes between two runs.
    Copy,
    /// `rm FILE`.
    Remove,
}

/// One command of a block.
#[derive(Debug, Default)]
pub struct Command {
    /// What it starts.
    pub program: Program,
    /// The variables that are set before it (`CI=true factum check`).
    pub variables: Vec<(String, String)>,
    /// The words behind the program.
    pub arguments: Vec<String>,
    /// The file behind `<`.
    pub input: Option<String>,
    line: usize,
    status: i32,
    output: Vec<String>,
}

impl Command {
    /// A line that calls a program; none where it calls one that is not known here.
    pub fn read(line: &str) -> Option<Self> {
        let mut words = words_of(line).into_iter().peekable();
        let mut variables = Vec::new();
        while let Some((name, value)) = words.peek().and_then(|word| word.split_once('=')) {
            variables.push((name.to_owned(), value.to_owned()));
            words.next();
        }
        let program = match &words.next()?[..] {
            "factum" => Program::Factum,
            "cp" => Program::Copy,
            "rm" => Program::Remove,
            _ => return None,
        };
        let mut arguments: Vec<String> = words.collect();
        let input = arguments.iter().position(|word| word == "<").map(|at| {
            let path = arguments.remove(at + 1);
            arguments.remove(at);
            path
        });
        Some(Self { program, variables, arguments, input, ..Self::default() })
    }
}

/// What does not hold.
pub fn complaints(case: &Case) -> Vec<String> {
    let blocks: Vec<&Block> = case.blocks.iter().filter(|block| block.language == "console").collect();
    if blocks.is_empty() {
        return Vec::new();
    }
    let sandbox = Sandbox::new(case);
    let commands = blocks.into_iter().flat_map(commands);
    commands.flat_map(|command| wrong(&command, &sandbox.run(&command))).collect()
}

fn commands(block: &Block) -> Vec<Command> {
    let mut commands: Vec<Command> = Vec::new();
    for (at, line) in block.text.lines().enumerate() {
        if let Some(command) = line.strip_prefix("$ ").and_then(Command::read) {
            commands.push(Command { line: block.line + at, ..command });
            continue;
        }
        let Some(command) = commands.last_mut() else { continue };
        match line.strip_prefix("? ") {
            Some(status) => command.status = status.trim().parse().expect("a status is a number"),
            None => command.output.push(line.to_owned()),
        }
    }
    commands
}

/// Words as a shell cuts them, quotation marks understood.
fn words_of(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let (mut word, mut quote) = (None::<String>, None);
    for c in text.chars() {
        match (c, quote) {
            ('\'' | '"', None) => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (c, Some(open)) if c == open => quote = None,
            (' ', None) => words.extend(word.take()),
            (c, _) => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    words
}

fn wrong(command: &Command, answer: &Answer) -> Vec<String> {
    let at = format!("line {}: `factum {}`", command.line, command.arguments.join(" "));
    let printed = format!("{}{}", answer.stdout, answer.stderr);
    let mut complaints = Vec::new();
    if answer.status != Some(command.status) {
        complaints.push(format!("{at} ended with {:?}, wanted {}", answer.status, command.status));
    }
    let lines: Vec<&str> = printed.lines().map(str::trim_end).collect();
    let wanted: Vec<&str> = command.output.iter().map(|line| line.trim_end()).collect();
    if !wanted.is_empty() && !lines_match(&wanted, &lines) {
        complaints.push(format!("{at} printed\n{printed}wanted\n{}", wanted.join("\n")));
    }
    complaints
}

/// `...` on a line of its own stands for any lines.
fn lines_match(wanted: &[&str], lines: &[&str]) -> bool {
    match wanted.split_first() {
        None => lines.is_empty(),
        Some((&"...", rest)) => (0..=lines.len()).any(|skipped| lines_match(rest, &lines[skipped..])),
        Some((first, rest)) => match lines.split_first() {
            Some((line, others)) => line_matches(first, line) && lines_match(rest, others),
            None => false,
        },
    }
}

/// `[..]` stands for any text within a line.
fn line_matches(wanted: &str, line: &str) -> bool {
    match wanted.split_once("[..]") {
        None => wanted == line,
        Some((before, after)) => line.strip_prefix(before).is_some_and(|rest| {
            rest.char_indices().map(|(at, _)| at).chain([rest.len()]).any(|at| line_matches(after, &rest[at..]))
        }),
    }
}

#[test]
fn dots_stand_for_anything() {
    assert!(lines_match(&["a", "...", "c[..]e"], &["a", "b", "b", "cde"]));
    assert!(!lines_match(&["a", "..."], &["b"]));
    assert_eq!(words_of(" check 'a b' --x"), ["check", "a b", "--x"]);
}
