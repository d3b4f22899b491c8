//! A small reader of Markdown: paragraphs, headings, lists, quotes, code and rules.
//!
//! It reads line by line and never goes back, so no text can keep it busy. HTML within Markdown
//! stays text.

mod inline;

use inline::inlines;

use super::Cursor;
use crate::article::{Block, BlockKind, Flow, HeadingLevel, ListStyle, QuoteStyle};
use crate::text::{clean, whole};

/// Lists and quotes within each other; nobody needs more.
const MAX_DEPTH: usize = 6;

/// The blocks of a text. Its links and warnings are those of the field.
pub(super) fn blocks(field: &Cursor, text: &str) -> Vec<Block> {
    let text = clean::prose(text).replace('\t', "    ");
    let lines: Vec<&str> = text.lines().collect();
    inside(field, &lines, 0)
}

fn inside(field: &Cursor, lines: &[&str], depth: usize) -> Vec<Block> {
    let mut reader = Reader { field, depth, out: Vec::new(), run: Vec::new() };
    let mut rest = lines;
    while !rest.is_empty() {
        let taken = reader.step(rest).max(1);
        rest = rest.get(taken..).unwrap_or_default();
    }
    reader.paragraph();
    reader.out
}

struct Reader<'a> {
    field: &'a Cursor<'a>,
    depth: usize,
    out: Vec<Block>,
    /// The lines of the paragraph that is being read.
    run: Vec<&'a str>,
}

/// A list's marker: its number, where it stands, and where the words begin.
struct Marker {
    number: Option<i32>,
    indent: usize,
    content: usize,
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

fn marker(line: &str) -> Option<Marker> {
    let indent = indent(line);
    let rest = line.get(indent..)?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let number = whole(rest.get(..digits)?).and_then(|number| i32::try_from(number).ok());
    let sign = rest.get(digits..)?;
    let signs: &[char] = if digits == 0 { &['-', '*', '+'] } else { &['.', ')'] };
    let after = sign.strip_prefix(signs)?;
    if (digits > 0 && number.is_none()) || !(after.is_empty() || after.starts_with(' ')) {
        return None;
    }
    let gap = self::indent(after).clamp(1, 4);
    Some(Marker { number, indent, content: indent + digits + 1 + gap })
}

/// A row of three or more `-`, `*` or `_`.
fn is_rule(line: &str) -> bool {
    let line = line.trim();
    ['-', '*', '_'].iter().any(|sign| {
        line.chars().all(|c| c == *sign || c == ' ')
            && line.chars().filter(|c| c == sign).count() >= 3
    })
}

/// `## Heading ##`: its level and its words.
fn heading(line: &str) -> Option<(usize, &str)> {
    let line = line.trim();
    let level = line.bytes().take_while(|byte| *byte == b'#').count();
    let rest = line.get(level..)?;
    if !(1..=6).contains(&level) || !(rest.is_empty() || rest.starts_with(' ')) {
        return None;
    }
    let rest = rest.trim();
    let bare = rest.trim_end_matches('#');
    Some((level, if bare.is_empty() || bare.ends_with(' ') { bare.trim() } else { rest }))
}

fn fence(line: &str) -> Option<&'static str> {
    let line = line.trim_start();
    ["```", "~~~"].into_iter().find(|fence| line.starts_with(fence))
}

/// A line without so many of its spaces.
fn dedent(line: &str, by: usize) -> &str {
    line.get(indent(line).min(by)..).unwrap_or_default()
}

/// Whether a line begins something else than a paragraph.
fn begins_block(line: &str) -> bool {
    heading(line).is_some()
        || fence(line).is_some()
        || is_rule(line)
        || marker(line).is_some()
        || line.trim_start().starts_with('>')
}

impl<'a> Reader<'a> {
    fn push(&mut self, kind: BlockKind) {
        if self.field.sink.count_block() {
            self.out.push(kind.into());
        }
    }

    fn heading(&mut self, level: usize, words: &str) {
        let text = inlines(self.field, words);
        if !text.is_empty() {
            let level = match level {
                ..=2 => HeadingLevel::Two,
                3 => HeadingLevel::Three,
                4.. => HeadingLevel::Four,
            };
            self.push(BlockKind::Heading { level, text });
        }
    }

    fn paragraph(&mut self) {
        let lines = std::mem::take(&mut self.run);
        let text = inlines(self.field, &lines.join("\n"));
        if !text.is_empty() {
            self.push(BlockKind::Paragraph(text));
        }
    }

    fn code(&mut self, lines: &[&str]) {
        let text = lines.join("\n");
        if !text.trim().is_empty() {
            self.push(BlockKind::Code { language: None, text: text.trim_end().into() });
        }
    }

    /// Reads what the first of these lines begins, and says how many lines that were.
    fn step(&mut self, lines: &[&'a str]) -> usize {
        let Some(line) = lines.first() else { return 1 };
        if line.trim().is_empty() {
            self.paragraph();
            return 1;
        }
        // Under a paragraph, a row of signs makes it a heading.
        let under = line.trim();
        let is_row = |sign: char| under.chars().all(|c| c == sign);
        if !self.run.is_empty() && (is_row('=') || (is_row('-') && under.len() > 1)) {
            let words = std::mem::take(&mut self.run).join("\n");
            self.heading(if is_row('=') { 1 } else { 2 }, &words);
            return 1;
        }
        if self.run.is_empty() && indent(line) >= 4 {
            let is_code = |line: &&&str| indent(line) >= 4 || line.trim().is_empty();
            let code: Vec<&str> =
                lines.iter().take_while(is_code).map(|line| dedent(line, 4)).collect();
            self.code(&code);
            return code.len();
        }
        if let Some(fence) = fence(line) {
            self.paragraph();
            let ends = |line: &&str| line.trim().starts_with(fence);
            let code: Vec<&str> =
                lines.iter().skip(1).copied().take_while(|line| !ends(line)).collect();
            self.code(&code);
            return code.len() + 2;
        }
        if let Some((level, words)) = heading(line) {
            self.paragraph();
            self.heading(level, words);
            return 1;
        }
        if is_rule(line) {
            self.paragraph();
            self.push(BlockKind::Divider);
            return 1;
        }
        if self.depth < MAX_DEPTH && line.trim_start().starts_with('>') {
            return self.quote(lines);
        }
        // In the midst of a paragraph, a number may be a year.
        let fits =
            |marker: &Marker| self.run.is_empty() || marker.number.is_none_or(|number| number == 1);
        if self.depth < MAX_DEPTH
            && let Some(first) = marker(line).filter(fits)
        {
            return self.list(first, lines);
        }
        self.run.push(line);
        1
    }

    fn quote(&mut self, lines: &[&str]) -> usize {
        self.paragraph();
        let mut inner = Vec::new();
        for line in lines {
            match line.trim_start().strip_prefix('>') {
                Some(rest) => inner.push(rest.strip_prefix(' ').unwrap_or(rest)),
                // A paragraph may go on without the sign.
                None if line.trim().is_empty() || begins_block(line) => break,
                None => inner.push(line),
            }
        }
        let mut blocks = inside(self.field, &inner, self.depth + 1);
        let content = match &mut blocks[..] {
            [] => return inner.len(),
            [Block { kind: BlockKind::Paragraph(text), .. }] => Flow::Text(std::mem::take(text)),
            _ => Flow::Blocks(blocks),
        };
        let style = QuoteStyle::Block;
        self.push(BlockKind::Quote { content, cite: Vec::new(), url: None, style });
        inner.len()
    }

    fn list(&mut self, first: Marker, lines: &[&str]) -> usize {
        self.paragraph();
        let mut items: Vec<Flow> = Vec::new();
        let mut item: Vec<&str> = Vec::new();
        let mut content = first.content;
        let mut taken = 0;
        let mut end = |item: &mut Vec<&str>| {
            let mut blocks = inside(self.field, &std::mem::take(item), self.depth + 1);
            if let [Block { kind: BlockKind::Paragraph(text), .. }] = &mut blocks[..] {
                items.push(Flow::Text(std::mem::take(text)));
            } else if !blocks.is_empty() {
                items.push(Flow::Blocks(blocks));
            }
        };
        for (index, line) in lines.iter().enumerate() {
            let blank = line.trim().is_empty();
            let next = marker(line).filter(|next| {
                next.indent < first.indent + 2
                    && next.number.is_some() == first.number.is_some()
                    && !is_rule(line)
            });
            let after_blank = item.last().is_some_and(|line: &&str| line.trim().is_empty());
            if let Some(next) = next {
                if index > 0 {
                    end(&mut item);
                }
                content = next.content;
                item.push(line.get(content.min(line.len())..).unwrap_or_default());
            } else if blank {
                item.push("");
            } else if indent(line) >= first.indent + 2 {
                item.push(dedent(line, content));
            } else if !after_blank && !begins_block(line) {
                item.push(line);
            } else {
                break;
            }
            taken = index + 1;
        }
        end(&mut item);
        if !items.is_empty() {
            let style = first.number.map_or(ListStyle::Bullet, ListStyle::Number);
            self.push(BlockKind::List { style, items });
        }
        taken
    }
}
