//! From a Markdown file to its cases.

/// A section with fenced blocks.
#[derive(Debug, Default)]
pub struct Case {
    /// `FILE#HEADING`.
    pub name: String,
    /// Its blocks, in order.
    pub blocks: Vec<Block>,
}

/// A fenced block.
#[derive(Debug)]
pub struct Block {
    /// The first word behind the fence.
    pub language: String,
    /// The second: the file that the block is.
    pub path: Option<String>,
    /// The text between the fences.
    pub text: String,
    /// The line of its first line in the Markdown file, counted from one.
    pub line: usize,
}

impl Case {
    /// The files that the blocks make: blocks of one path are put together, in order.
    pub fn files(&self) -> Vec<(String, String)> {
        let mut files: Vec<(String, String)> = Vec::new();
        for block in &self.blocks {
            let Some(path) = block.file() else { continue };
            match files.iter_mut().find(|(known, _)| *known == path) {
                Some((_, text)) => text.push_str(&block.text),
                None => files.push((path, block.text.clone())),
            }
        }
        files
    }
}

impl Block {
    /// Where the block is written to, if it is a file.
    fn file(&self) -> Option<String> {
        match (self.language.as_str(), &self.path) {
            ("console" | "reads" | "states" | "", _) => None,
            (_, Some(path)) => Some(path.clone()),
            ("check", None) => Some("checks/page.check".to_owned()),
            (_, None) => None,
        }
    }
}

/// The cases of a file, in order. A section without blocks is prose.
pub fn cases(file: &str, text: &str) -> Vec<Case> {
    let mut cases = vec![Case { name: file.to_owned(), blocks: Vec::new() }];
    let mut open: Option<(String, Block)> = None;
    for (number, line) in text.lines().enumerate() {
        match &mut open {
            Some((fence, _)) if line.trim() == fence.as_str() => {
                let (_, block) = open.take().expect("it is open");
                cases.last_mut().expect("there is one").blocks.push(block);
            }
            Some((_, block)) => {
                block.text.push_str(line);
                block.text.push('\n');
            }
            None if line.starts_with("```") => open = Some(opened(line, number + 2)),
            None if line.starts_with('#') => {
                let heading = line.trim_start_matches('#').trim();
                cases.push(Case { name: format!("{file}#{heading}"), blocks: Vec::new() });
            }
            None => {}
        }
    }
    assert!(open.is_none(), "{file}: a fence is not closed");
    cases.retain(|case| !case.blocks.is_empty());
    cases
}

fn opened(line: &str, first: usize) -> (String, Block) {
    let info = line.trim_start_matches('`');
    let fence = "`".repeat(line.len() - info.len());
    let mut words = info.split_whitespace();
    let language = words.next().unwrap_or("").to_owned();
    let path = words.next().map(str::to_owned);
    (fence, Block { language, path, text: String::new(), line: first })
}
