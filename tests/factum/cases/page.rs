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
    /// The third, `×N`: how many times its text stands in the file, on one line.
    pub times: Option<usize>,
    /// The text between the fences.
    pub text: String,
    /// The line of its first line in the Markdown file, counted from one.
    pub line: usize,
}

impl Case {
    /// The files of text that the blocks make: blocks of one path are put together, in order.
    pub fn files(&self) -> Vec<(String, String)> {
        let mut files: Vec<(String, String)> = Vec::new();
        for block in &self.blocks {
            let Some(path) = block.file() else { continue };
            match files.iter_mut().find(|(known, _)| *known == path) {
                Some((_, text)) => text.push_str(&block.content()),
                None => files.push((path, block.content())),
            }
        }
        files
    }

    /// The blocks of that language that name a file.
    pub fn of_language<'a>(&'a self, language: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let blocks = self.blocks.iter().filter(move |block| block.language == language);
        blocks.filter_map(|block| Some((block.path.as_deref()?, block.text.as_str())))
    }
}

impl Block {
    /// What the file holds: the text, or as many of it as is said, on one line.
    fn content(&self) -> String {
        match self.times {
            None => self.text.clone(),
            Some(times) => format!("{} ", self.text.trim_end()).repeat(times),
        }
    }

    /// Where the block is written to, if it is a file of text.
    fn file(&self) -> Option<String> {
        match (self.language.as_str(), &self.path) {
            ("console" | "reads" | "states" | "hex" | "link" | "", _) => None,
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
    let times = words.next().map(|times| times.trim_start_matches('×').parse().expect("a number of times"));
    (fence, Block { language, path, times, text: String::new(), line: first })
}
