//! Inline text: a string, or a list of strings and marked pieces.

use super::blocks::{self, required};
use super::metadata::{language, link};
use crate::article::{Dir, Flow, Inline, Lang, Mark};
use crate::error::Problem;
use crate::formats::cursor::truth;
use crate::formats::{Cursor, line};
use crate::json::Json;
use crate::text::{clean, digits};

/// Marks around one text, its own and those further out. Nobody needs more, and elements nested
/// by the thousand end a renderer.
const MAX_MARKS: usize = 32;
/// What the marks are called.
const NAMES: [&str; 9] =
    ["strong", "emphasis", "underline", "strike", "sub", "sup", "code", "mark", "small"];

/// The inline text of a member; `None` where it has no words.
pub(super) fn field(parent: &Cursor, key: &str) -> Option<Vec<Inline>> {
    parent.get(key).map(|value| read(&value)).filter(|text| !text.is_empty())
}

/// Reads inline text. Empty where there are no words.
pub(super) fn read(value: &Cursor) -> Vec<Inline> {
    let mut out = Vec::new();
    read_into(value, &mut out);
    let blank = |inline: &Inline| match inline {
        Inline::Text(text) => text.trim().is_empty(),
        Inline::Break => true,
        Inline::Marked { .. } => false,
    };
    if out.iter().all(blank) {
        out.clear();
    }
    out
}

/// Reads, and says how many marks stand around the most marked of the words.
fn read_into(value: &Cursor, out: &mut Vec<Inline>) -> usize {
    let mut height = 0;
    match value.json() {
        Json::Text(text) => out.push(Inline::Text(clean::prose(text))),
        Json::Integer(number) => out.push(Inline::Text(digits(*number).into())),
        Json::Array(_) => value.for_each(&mut |item| height = read_into(item, out).max(height)),
        Json::Object(_) => height = piece(value, out),
        _ => value.wrong_type("text, or a list of texts and marked texts").unwrap_or_default(),
    }
    height
}

/// `{ "text": ..., "marks": [...] }` or `{ "break": true }`
fn piece(value: &Cursor, out: &mut Vec<Inline>) -> usize {
    if value.field("break", truth) == Some(true) {
        out.push(Inline::Break);
        return 0;
    }
    let mut content = Vec::new();
    let mut height = 0;
    match value.get("text") {
        Some(text) => height = read_into(&text, &mut content),
        None => value.warn(Problem::Missing { field: "text" }),
    }
    let mut marks = Vec::new();
    if let Some(list) = value.get("marks") {
        let mut too_many = false;
        list.for_each(&mut |item| {
            if height + marks.len() == MAX_MARKS {
                too_many = true;
            } else {
                // What is marked twice is marked once.
                marks.extend(mark(item).filter(|mark| !marks.contains(mark)));
            }
        });
        if too_many {
            list.warn(Problem::TooDeep);
        }
    }
    // A footnote may hang on no text at all; any other mark needs something to mark.
    if content.is_empty() && !marks.iter().any(|mark| matches!(mark, Mark::Note(_))) {
        return 0;
    }
    height += marks.len();
    let wrap = |content, mark| vec![Inline::Marked { mark, content }];
    out.append(&mut marks.into_iter().rev().fold(content, wrap));
    height
}

fn mark(value: &Cursor) -> Option<Mark> {
    match value.json() {
        Json::Text(name) => Mark::named(name, &NAMES).or_else(|| unknown(value)),
        Json::Object(_) => {
            if let Some(target) = value.get("link") {
                return match target.json() {
                    Json::Object(_) => Some(Mark::Link {
                        url: required(&target, "url", link)?,
                        title: target.field("title", line),
                    }),
                    _ => link(&target).map(|url| Mark::Link { url, title: None }),
                };
            }
            if let Some(lang) = value.get("lang") {
                let Json::Object(_) = lang.json() else {
                    return language(&lang).map(Mark::Lang);
                };
                let tag = required(&lang, "lang", language)?;
                let dir = lang.field("dir", direction).unwrap_or(tag.dir);
                return Some(Mark::Lang(Lang { dir, ..tag }));
            }
            match value.get("note") {
                Some(note) => value.sink.note(|| footnote(&note)).map(Mark::Note),
                None => unknown(value),
            }
        }
        _ => value.wrong_type("the name of a mark, or an object"),
    }
}

fn unknown(value: &Cursor) -> Option<Mark> {
    value.warn(Problem::UnknownMark);
    None
}

fn direction(value: &Cursor) -> Option<Dir> {
    value.one_of(&[("ltr", Dir::Ltr), ("rtl", Dir::Rtl)])
}

/// `{ "blocks": [...] }`, or simply text.
fn footnote(note: &Cursor) -> Flow {
    match note.get("blocks") {
        Some(list) => Flow::Blocks(blocks::read(&list)),
        None => match note.get("text") {
            Some(text) => Flow::Text(read(&text)),
            None => Flow::Text(read(note)),
        },
    }
}
