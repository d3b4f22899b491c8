//! A line of Markdown: emphasis, links, code and line breaks.

use crate::article::{Inline, Mark};
use crate::formats::Cursor;
use crate::safe_url::UrlUse;
use crate::text::clean;
use crate::text::fold::is_letter;

/// Marks that may be open at a time.
const MAX_OPEN: usize = 16;
/// Bytes that are searched for the end of a link's address or of code.
const MAX_SEARCH: usize = 2_000;

/// What is marked by a sign on both sides; the longer signs first.
const SIGNS: [(&str, Mark); 5] = [
    ("**", Mark::Strong),
    ("__", Mark::Strong),
    ("~~", Mark::Strike),
    ("*", Mark::Emphasis),
    ("_", Mark::Emphasis),
];

/// Something that is open: its sign, and what came since. The words outside have no sign.
struct Open {
    sign: &'static str,
    content: Vec<Inline>,
}

struct Line<'a> {
    field: &'a Cursor<'a>,
    open: Vec<Open>,
    /// Words that are not yet part of anything.
    words: String,
}

/// Reads the words of a paragraph. Line feeds within it are spaces.
pub(super) fn inlines(field: &Cursor, text: &str) -> Vec<Inline> {
    let text = text.trim();
    let mut line =
        Line { field, open: vec![Open { sign: "", content: Vec::new() }], words: String::new() };
    let mut at = 0;
    let mut before = ' ';
    while let Some(rest) = text.get(at..)
        && let Some(c) = rest.chars().next()
    {
        at += line.step(rest, before).unwrap_or_else(|| {
            line.words.push(if c == '\n' { ' ' } else { c });
            c.len_utf8()
        });
        before = text.get(..at).and_then(|text| text.chars().next_back()).unwrap_or(' ');
    }
    line.flush();
    line.close_to(1);
    line.open.pop().map(|outside| outside.content).unwrap_or_default()
}

impl Line<'_> {
    fn flush(&mut self) {
        if !self.words.is_empty() {
            let words = Inline::Text(std::mem::take(&mut self.words).into());
            self.add(words);
        }
    }

    fn add(&mut self, inline: Inline) {
        if let Some(innermost) = self.open.last_mut() {
            innermost.content.push(inline);
        }
    }

    /// What never found its end is only a sign after all.
    fn close_to(&mut self, depth: usize) {
        while self.open.len() > depth.max(1)
            && let Some(Open { sign, mut content }) = self.open.pop()
            && let Some(outer) = self.open.last_mut()
        {
            outer.content.push(Inline::Text(sign.into()));
            outer.content.append(&mut content);
        }
    }

    fn mark(&mut self, mark: Mark, content: Vec<Inline>) {
        if !content.is_empty() {
            self.add(Inline::Marked { mark, content });
        }
    }

    /// Reads a sign, and says how long it was; `None` where there is none.
    fn step(&mut self, rest: &str, before: char) -> Option<usize> {
        match rest.as_bytes().first()? {
            b'\\' => {
                let c = rest.chars().nth(1)?;
                if c == '\n' {
                    self.line_break();
                } else if c.is_ascii_punctuation() {
                    self.words.push(c);
                } else {
                    return None;
                }
                Some(2)
            }
            b' ' if rest.starts_with("  ") => {
                let spaces = rest.len() - rest.trim_start_matches(' ').len();
                if rest.as_bytes().get(spaces) == Some(&b'\n') {
                    self.line_break();
                    return Some(spaces + 1);
                }
                self.words.push(' ');
                Some(spaces)
            }
            b'`' => self.code(rest),
            b'<' => self.address(rest),
            b'!' if rest.starts_with("![") => self.bracket("![", 2),
            b'[' => self.bracket("[", 1),
            b']' => self.link(rest),
            b'*' | b'_' | b'~' => self.sign(rest, before),
            _ => None,
        }
    }

    fn line_break(&mut self) {
        self.flush();
        self.add(Inline::Break);
    }

    fn code(&mut self, rest: &str) -> Option<usize> {
        let ticks = rest.len() - rest.trim_start_matches('`').len();
        let (fence, inner) = rest.split_at_checked(ticks)?;
        let Some(end) = closing(inner, ticks) else {
            // All of them are words: each alone would be looked at again.
            self.words.push_str(fence);
            return Some(ticks);
        };
        let code = inner.get(..end)?.replace('\n', " ");
        self.flush();
        self.mark(Mark::Code, vec![Inline::Text(code.trim().into())]);
        Some(end + ticks * 2)
    }

    /// `<https://...>`
    fn address(&mut self, rest: &str) -> Option<usize> {
        let stop = |c: char| c.is_whitespace() || matches!(c, '<' | '>');
        let inner = rest.get(1..)?;
        let end = inner.char_indices().take(MAX_SEARCH).find(|(_, c)| stop(*c))?.0;
        let text = inner.get(..end).filter(|_| inner.as_bytes().get(end) == Some(&b'>'))?;
        if !text.contains("://") && !text.starts_with("mailto:") {
            return None;
        }
        let url = self.field.url_of(text, UrlUse::Link);
        self.flush();
        let words = Inline::Text(text.into());
        match url {
            Some(url) => self.mark(Mark::Link { url, title: None }, vec![words]),
            None => self.add(words),
        }
        Some(end + 2)
    }

    fn bracket(&mut self, sign: &'static str, length: usize) -> Option<usize> {
        if self.open.len() > MAX_OPEN {
            return None;
        }
        self.flush();
        self.open.push(Open { sign, content: Vec::new() });
        Some(length)
    }

    /// `](address "title")`, where a bracket is open.
    fn link(&mut self, rest: &str) -> Option<usize> {
        let at = self.open.iter().rposition(|open| open.sign.ends_with('['))?;
        let target = rest.strip_prefix("](").and_then(target);
        self.flush();
        self.close_to(at + 1);
        let Some((address, title, length)) = target else {
            self.close_to(at);
            self.words.push(']');
            return Some(1);
        };
        let Open { sign, content } = self.open.pop()?;
        // A picture within a line gives its words.
        let url = self.field.url_of(address, UrlUse::Link).filter(|_| sign == "[");
        match url {
            Some(url) => {
                let title = title.map(clean::line).filter(|title| !title.is_empty());
                self.mark(Mark::Link { url, title }, content);
            }
            None => content.into_iter().for_each(|inline| self.add(inline)),
        }
        Some(length + 2)
    }

    fn sign(&mut self, rest: &str, before: char) -> Option<usize> {
        // Of three signs, the first closes what was opened last.
        let last = self.open.last().map_or("", |open| open.sign);
        let three = last.len() == 1 && rest.starts_with(&last.repeat(3));
        let fits = |sign: &str| if three { sign == last } else { rest.starts_with(sign) };
        let (sign, mark) = SIGNS.iter().find(|(sign, _)| fits(sign))?;
        let after = rest.get(sign.len()..)?.chars().next().unwrap_or(' ');
        // An underscore within a word is part of its name.
        let in_word = sign.starts_with('_') && is_letter(before) && is_letter(after);
        let open = self.open.iter().rposition(|open| open.sign == *sign);
        if let Some(at) = open
            && !before.is_whitespace()
            && !in_word
        {
            self.flush();
            self.close_to(at + 1);
            let content = self.open.pop()?.content;
            self.mark(mark.clone(), content);
        } else if !after.is_whitespace()
            && !in_word
            && open.is_none()
            && self.open.len() <= MAX_OPEN
        {
            self.flush();
            self.open.push(Open { sign, content: Vec::new() });
        } else {
            self.words.push_str(sign);
        }
        Some(sign.len())
    }
}

/// The address and the title of a link, and how long they are with the bracket.
fn target(text: &str) -> Option<(&str, Option<&str>, usize)> {
    let (mut depth, mut end, mut quoted) = (0, None, false);
    for (at, c) in text.char_indices().take(MAX_SEARCH) {
        match c {
            '"' => quoted = !quoted,
            '\n' | '[' => return None,
            '(' if !quoted => depth += 1,
            ')' if !quoted && depth == 0 => {
                end = Some(at);
                break;
            }
            ')' if !quoted => depth -= 1,
            _ => {}
        }
    }
    let end = end?;
    let inner = text.get(..end)?.trim();
    let (address, title) = match inner.split_once(char::is_whitespace) {
        Some((address, title)) => (address, Some(title.trim().trim_matches('"'))),
        None => (inner, None),
    };
    Some((address.trim_start_matches('<').trim_end_matches('>'), title, end + 1))
}

/// Where a run of so many ticks begins that is not part of a longer one.
fn closing(text: &str, ticks: usize) -> Option<usize> {
    let mut at = 0;
    while at <= MAX_SEARCH {
        at += text.get(at..)?.find('`')?;
        let run = text.get(at..)?;
        let length = run.len() - run.trim_start_matches('`').len();
        if length == ticks {
            return Some(at);
        }
        at += length;
    }
    None
}
