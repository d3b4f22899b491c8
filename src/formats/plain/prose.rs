//! Text as partners send it: with HTML or without, parted by lines or not at all.

use crate::article::{Block, BlockKind, Inline, Text};
use crate::formats::native::markup::{LONG, has_blocks, has_entity, is_html};
use crate::formats::{Cursor, fragment};
use crate::html;
use crate::json::Json;
use crate::text::clean;

/// Lines up to this long may be broken by hand, within a paragraph.
const SHORT_LINE: usize = 120;
/// Characters from which a paragraph may end with its sentence, where nothing else parts them.
const PARAGRAPH: usize = 450;
/// The same where more than a blank follows the sentence: once there was a line's end.
const MARKED_PARAGRAPH: usize = 60;

/// The blocks of a text or an HTML fragment.
pub(in crate::formats) fn blocks(field: &Cursor) -> Vec<Block> {
    let Some(text) = field.string() else { return Vec::new() };
    if is_html(text) {
        return from_html(field, text);
    }
    let decoded = decode(field, text);
    if is_html(&decoded) {
        // HTML that was escaped once too often.
        return from_html(field, &decoded);
    }
    let prose = clean::prose(&decoded);
    let lines = || prose.lines().map(str::trim);
    let stanzas = prose.trim().lines().any(|line| line.trim().is_empty())
        && lines().all(|line| line.chars().count() <= SHORT_LINE);
    if stanzas {
        return stanza(field, &prose);
    }
    let mut out = Vec::new();
    let alone = lines().filter(|line| !line.is_empty()).count() == 1;
    for line in lines() {
        // Where others end where they should, a long one may be meant.
        if line.len() > if alone { LONG } else { LONG * 3 } {
            sentences(line).into_iter().for_each(|part| paragraph(field, part, &mut out));
        } else {
            paragraph(field, line, &mut out);
        }
    }
    out
}

/// Paragraphs between blank lines, with the lines that they have.
fn stanza(field: &Cursor, prose: &str) -> Vec<Block> {
    let mut out = Vec::new();
    let mut text: Vec<Inline> = Vec::new();
    for line in prose.lines().map(str::trim).chain([""]) {
        if !line.is_empty() {
            if !text.is_empty() {
                text.push(Inline::Break);
            }
            text.push(Inline::Text(line.into()));
        } else if !text.is_empty() && field.sink.count_block() {
            out.push(BlockKind::Paragraph(std::mem::take(&mut text)).into());
        }
    }
    out
}

fn paragraph(field: &Cursor, words: &str, out: &mut Vec<Block>) {
    if !words.is_empty() && field.sink.count_block() {
        out.push(BlockKind::Paragraph(vec![Inline::Text(words.into())]).into());
    }
}

fn from_html(field: &Cursor, text: &str) -> Vec<Block> {
    if has_blocks(text) {
        return fragment::blocks(field, text);
    }
    // Only words are marked up: lines still part them.
    let mut out = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        out.append(&mut fragment::blocks(field, line));
    }
    out
}

/// The words of a line of text or HTML, with their marks.
pub(in crate::formats) fn inlines(field: &Cursor) -> Vec<Inline> {
    let Some(text) = field.string() else { return Vec::new() };
    let decoded = if is_html(text) { text.to_owned() } else { decode(field, text) };
    if is_html(&decoded) {
        return fragment::inlines(field, &decoded);
    }
    let words = clean::prose(decoded.trim());
    if words.is_empty() { Vec::new() } else { vec![Inline::Text(words)] }
}

/// A line of text, whatever is around it: a headline, a name.
pub(in crate::formats) fn line(value: &Cursor) -> Option<Text> {
    match value.json() {
        Json::Text(text) if is_html(text) => fragment::line(value),
        Json::Text(text) => {
            let text = clean::line(&decode(value, text));
            (!text.is_empty()).then_some(text)
        }
        _ => crate::formats::line(value),
    }
}

/// Text with its entities resolved, also those that were escaped twice.
pub(in crate::formats) fn decode(field: &Cursor, text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..2 {
        if !has_entity(&text) {
            break;
        }
        // No tag can come of it.
        let tree = field.parse_html(&text.replace('<', "&lt;"));
        text.clear();
        html::text(&tree, &mut text);
    }
    text
}

/// One long line, parted where sentences end. All of its words stay as they are.
fn sentences(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let (mut start, mut length) = (0, 0);
    let mut chars = text.char_indices().peekable();
    let mut ends = false;
    // The letters since the last blank: after "V." and "TS." a name goes on.
    let (mut letters, mut is_name) = (0, false);
    while let Some((at, c)) = chars.next() {
        length += 1;
        if !c.is_whitespace() {
            // Quotes and brackets close after the full stop.
            ends = match c {
                '.' => letters > 2 || !is_name,
                '!' | '?' | '…' | '؟' | '۔' | '।' | '。' => true,
                '"' | '”' | '’' | '»' | ')' | '\'' => ends,
                _ => false,
            };
            is_name = if letters == 0 { c.is_uppercase() } else { is_name };
            letters += 1;
            continue;
        }
        letters = 0;
        let mut marked = c != ' ';
        let mut next = None;
        while let Some((after, space)) = chars.peek().copied() {
            if !space.is_whitespace() {
                next = Some((after, space));
                break;
            }
            marked = true;
            chars.next();
        }
        let Some((after, first)) = next else { break };
        let begins = first.is_uppercase()
            || first.is_ascii_digit()
            || matches!(first, '"' | '“' | '‘' | '«' | '-' | '–')
            || !(first.is_lowercase() || first.is_ascii_punctuation());
        let enough = if marked { MARKED_PARAGRAPH } else { PARAGRAPH };
        if ends && begins && length >= enough {
            out.extend(text.get(start..at));
            (start, length) = (after, 0);
        }
        ends = false;
    }
    out.extend(text.get(start..).map(str::trim_end));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_long_line_is_parted_at_sentences() {
        let sentence = "Sen hồ Tây nở rộ vào tháng sáu, ông Nguyễn V. Hòa (3.5 ha) nói. ";
        let text = sentence.repeat(30);
        let parts = sentences(text.trim());
        assert!(parts.len() > 2, "{parts:?}");
        assert!(parts.iter().all(|part| part.ends_with("nói.") && part.starts_with("Sen")));
        assert_eq!(parts.join(" "), text.trim());
        // What was a line's end is still seen.
        let two = "Một câu dài hơn sáu mươi chữ để thành đoạn văn riêng, có thật không?  Hai.";
        assert_eq!(sentences(two).len(), 2);
        assert_eq!(sentences("Không.Dính. không").len(), 1);
    }
}
