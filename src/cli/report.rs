//! What there is to say of a file.

use serde::Serialize;

use crate::article::{Article, Block, BlockKind, Flow};
use crate::error::{ParseError, Problem, Warning};
use crate::formats::{Found, Opened};
use crate::json::locate::{Place, locate};
use crate::text::word_count;

/// A file, as `--json` prints it.
#[derive(Serialize)]
pub(super) struct Report {
    file: String,
    /// Whether it can be shown.
    pub(super) shown: bool,
    #[serde(flatten)]
    summary: Option<Summary>,
    findings: Vec<Finding>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Summary {
    Article { format: &'static str, headline: String, blocks: usize, words: usize, pictures: usize },
    Several { format: &'static str, headline: Option<String>, articles: usize },
}

/// A warning, or the error for which the file cannot be shown.
#[derive(Serialize)]
pub(super) struct Finding {
    severity: &'static str,
    /// Absent where the file could not even be read.
    line: Option<usize>,
    column: Option<usize>,
    pointer: String,
    message: String,
}

impl Report {
    pub(super) fn new(file: &str, bytes: &[u8], opened: Result<Opened, ParseError>) -> Self {
        let file = file.to_owned();
        match opened {
            Ok(Opened { format, found, warnings }) => {
                let summary = Some(Summary::new(format, &found));
                Self { file, shown: true, summary, findings: findings(bytes, &warnings) }
            }
            Err(reason) => {
                Self { file, shown: false, summary: None, findings: vec![error(&reason)] }
            }
        }
    }

    /// A file that could not be read.
    pub(super) fn unread(file: &str, message: &str) -> Self {
        let finding = Finding {
            severity: "error",
            line: None,
            column: None,
            pointer: String::new(),
            message: message.to_owned(),
        };
        Self { file: file.to_owned(), shown: false, summary: None, findings: vec![finding] }
    }

    pub(super) fn warnings(&self) -> usize {
        if self.shown { self.findings.len() } else { 0 }
    }

    /// For people: a line for the file, and one for each finding.
    pub(super) fn text(&self) -> String {
        let file = &self.file;
        let mut out = match &self.summary {
            Some(Summary::Article { format, headline, blocks, words, pictures }) => {
                let counts = [(blocks, "block"), (words, "word"), (pictures, "picture")];
                let counts = counts.map(|(count, name)| counted(*count, name)).join(", ");
                format!("{file}: {format}: {headline}: {counts}\n")
            }
            Some(Summary::Several { format, headline: Some(title), articles }) => {
                format!("{file}: {format}: {title}: {}\n", counted(*articles, "article"))
            }
            Some(Summary::Several { format, headline: None, articles }) => {
                format!("{file}: {format}: {}\n", counted(*articles, "article"))
            }
            None => String::new(),
        };
        for finding in &self.findings {
            out.push_str(&finding.line(file));
            out.push('\n');
        }
        out
    }
}

fn counted(count: usize, name: &str) -> String {
    format!("{count} {name}{}", if count == 1 { "" } else { "s" })
}

impl Finding {
    /// `file:line:column: /json/pointer: what, and how to mend it`
    pub(super) fn line(&self, file: &str) -> String {
        let Self { pointer, message, .. } = self;
        let place = match (self.line, self.column) {
            (Some(line), Some(column)) => format!("{file}:{line}:{column}"),
            _ => file.to_owned(),
        };
        if pointer.is_empty() {
            format!("{place}: {message}")
        } else {
            format!("{place}: {pointer}: {message}")
        }
    }
}

/// Warnings, with their places in the text.
pub(super) fn findings(bytes: &[u8], warnings: &[Warning]) -> Vec<Finding> {
    if warnings.is_empty() {
        return Vec::new();
    }
    let pointers: Vec<&str> = warnings.iter().map(|warning| &*warning.pointer).collect();
    let places = locate(bytes, &pointers).into_iter();
    let finding = |(warning, place): (&Warning, Place)| Finding {
        severity: "warning",
        line: Some(place.line),
        column: Some(place.column),
        pointer: warning.pointer.clone(),
        message: format!("{}{}", warning.problem, remedy(&warning.problem)),
    };
    let mut findings: Vec<_> = warnings.iter().zip(places).map(finding).collect();
    // Whoever mends a file goes through it from its beginning.
    findings.sort_by_key(|finding| (finding.line, finding.column));
    findings
}

/// The error for which a file cannot be shown.
pub(super) fn error(reason: &ParseError) -> Finding {
    let (line, column, message) = match reason {
        ParseError::Syntax { line, column, what } => {
            (*line, *column, format!("not JSON: {what} belongs here"))
        }
        ParseError::NotAnArticle => (1, 1, reason.to_string()),
        ParseError::TooLarge { .. } => (1, 1, format!("{reason}; part it into several articles")),
    };
    Finding {
        severity: "error",
        line: Some(line),
        column: Some(column),
        pointer: String::new(),
        message,
    }
}

/// How to mend what the problem itself does not tell.
fn remedy(problem: &Problem) -> &'static str {
    match problem {
        Problem::Missing { .. } => ": add it",
        Problem::BadValue { .. } => ": until it is corrected, it counts as absent",
        Problem::UnknownMark => {
            ": known are strong, emphasis, underline, strike, sub, sup, code, mark, small, link, lang and note"
        }
        Problem::LoneSurrogate => ": export the text again",
        Problem::HugeNumber => ": correct it",
        Problem::TooDeep => ": nest less",
        Problem::NotShown { .. } => ": replace it, or link to it",
        Problem::WrongType { .. }
        | Problem::BareText
        | Problem::UnsafeUrl
        | Problem::UnknownBlock { .. }
        | Problem::InvalidUtf8
        | Problem::LeftOut { .. } => "",
    }
}

impl Summary {
    fn new(format: &'static str, found: &Found) -> Self {
        match found {
            Found::Article(article) => Self::Article {
                format,
                headline: article.headline.to_string(),
                blocks: article.body.len(),
                words: word_count(article),
                pictures: pictures(article),
            },
            Found::Catalogue(list) => Self::Several {
                format,
                headline: list.title.as_ref().map(ToString::to_string),
                articles: list.items.len(),
            },
        }
    }
}

/// The pictures that an article shows. A lead picture that the body shows again counts once.
fn pictures(article: &Article) -> usize {
    let mut addresses = Vec::new();
    below(&article.body, &mut addresses);
    for note in &article.notes {
        within(note, &mut addresses);
    }
    let lead = article.lead_image.as_ref().map(|image| image.url.as_str());
    let again = lead.is_none_or(|lead| addresses.contains(&lead));
    addresses.len() + usize::from(!again)
}

fn within<'a>(flow: &'a Flow, out: &mut Vec<&'a str>) {
    match flow {
        Flow::Text(_) => {}
        Flow::Blocks(blocks) => below(blocks, out),
    }
}

fn below<'a>(blocks: &'a [Block], out: &mut Vec<&'a str>) {
    for block in blocks {
        match &block.kind {
            BlockKind::Image(image) => out.push(image.url.as_str()),
            BlockKind::Gallery { images, .. } => {
                out.extend(images.iter().map(|image| image.url.as_str()));
            }
            BlockKind::Quote { content, .. } => within(content, out),
            BlockKind::List { items, .. } => items.iter().for_each(|item| within(item, out)),
            BlockKind::Box { blocks, .. } => below(blocks, out),
            BlockKind::Timeline { items } => items.iter().for_each(|item| below(&item.blocks, out)),
            BlockKind::Paragraph(_)
            | BlockKind::Heading { .. }
            | BlockKind::Table { .. }
            | BlockKind::Video(_)
            | BlockKind::Audio { .. }
            | BlockKind::Embed { .. }
            | BlockKind::Related { .. }
            | BlockKind::Code { .. }
            | BlockKind::Divider
            | BlockKind::Unknown { .. } => {}
        }
    }
}
