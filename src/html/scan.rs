//! HTML as a run of tags and words, in one pass: for what must be known before parsing, and for
//! the words of what is not parsed at all.

use crate::text::is_one_of;

/// A piece of HTML.
pub(super) enum Token<'a> {
    /// Words, with their entities.
    Words(&'a str),
    /// A start tag.
    Open(Tag),
    /// An end tag, its name in lower case.
    Close(String),
}

/// A start tag.
pub(super) struct Tag {
    /// Its name, in lower case.
    pub name: String,
    /// How many attributes it has.
    pub attributes: usize,
    /// Whether it ends with a slash.
    pub closed: bool,
}

/// Elements whose content is text, whatever it looks like.
pub(super) const RAW: &str = "script style textarea title xmp iframe noembed noframes plaintext";

/// Elements that begin and end a line of their own.
const LINES: &str = "address article aside blockquote br caption center dd details div dl dt \
    fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre \
    section summary table td th tr ul";

/// Reads tags by the rules of the HTML standard's tokenizer.
pub(super) struct Scanner<'a>(pub &'a str);

impl<'a> Scanner<'a> {
    /// Takes this many bytes.
    fn take(&mut self, length: usize) -> &'a str {
        let (taken, rest) = self.0.split_at_checked(length).unwrap_or((self.0, ""));
        self.0 = rest;
        taken
    }

    /// Takes everything up to and with this.
    fn take_past(&mut self, end: &str) {
        let length = self.0.find(end).map_or(self.0.len(), |at| at + end.len());
        self.take(length);
    }

    fn take_while(&mut self, fits: fn(u8) -> bool) -> &'a str {
        let length = self.0.bytes().position(|byte| !fits(byte)).unwrap_or(self.0.len());
        self.take(length)
    }

    /// Takes the text of a raw element, up to its end tag.
    pub(super) fn take_raw(&mut self, name: &str) -> &'a str {
        let mut at = 0;
        while let Some(found) = self.0.get(at..).and_then(|rest| rest.find("</")) {
            let end = self.0.get(at + found + 2..).unwrap_or_default();
            let ends = end.get(..name.len()).is_some_and(|end| end.eq_ignore_ascii_case(name))
                && end.as_bytes().get(name.len()).is_none_or(|byte| !is_name(*byte));
            if ends && name != "plaintext" {
                return self.take(at + found);
            }
            at += found + 2;
        }
        self.take(self.0.len())
    }

    /// A comment, or what the standard takes for one.
    fn skip_comment(&mut self) {
        let Some(rest) = self.0.strip_prefix("<!--") else {
            return self.take_past(">");
        };
        self.0 = rest;
        if rest.starts_with('>') || rest.starts_with("->") {
            return self.take_past(">");
        }
        // It ends with `-->` or `--!>`.
        while !self.0.is_empty() {
            self.take_past("--");
            self.0 = self.0.trim_start_matches('-');
            if let Some(rest) = self.0.strip_prefix('>').or_else(|| self.0.strip_prefix("!>")) {
                self.0 = rest;
                return;
            }
        }
    }

    /// The rest of a tag: how many attributes, and whether a slash ends it.
    fn attributes(&mut self) -> (usize, bool) {
        let mut count = 0;
        loop {
            let before = self.take_while(|byte| is_space(byte) || byte == b'/');
            if self.0.is_empty() || self.0.starts_with('>') {
                self.take(1);
                return (count, before.ends_with('/'));
            }
            count += 1;
            if self.0.starts_with('=') {
                self.take(1);
            }
            self.take_while(|byte| is_name(byte) && byte != b'=');
            let value = self.0.trim_start_matches(is_space_char).strip_prefix('=');
            let Some(value) = value else { continue };
            self.0 = value.trim_start_matches(is_space_char);
            match self.0.bytes().next() {
                Some(quote @ (b'"' | b'\'')) => {
                    self.take(1);
                    self.take_past(if quote == b'"' { "\"" } else { "'" });
                }
                _ => {
                    self.take_while(|byte| !is_space(byte) && byte != b'>');
                }
            }
        }
    }
}

impl<'a> Iterator for Scanner<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let start = self.0;
            let mut bytes = start.bytes();
            let first = bytes.next()?;
            let second = bytes.next().unwrap_or_default();
            let third = bytes.next().unwrap_or_default();
            match (first, second) {
                (b'<', b'!' | b'?') => self.skip_comment(),
                (b'<', b'/') if third.is_ascii_alphabetic() => {
                    self.take(2);
                    let name = self.take_while(is_name).to_ascii_lowercase();
                    self.attributes();
                    return Some(Token::Close(name));
                }
                (b'<', b'/') if third != 0 => self.take_past(">"),
                (b'<', letter) if letter.is_ascii_alphabetic() => {
                    self.take(1);
                    let name = self.take_while(is_name).to_ascii_lowercase();
                    let (attributes, closed) = self.attributes();
                    return Some(Token::Open(Tag { name, attributes, closed }));
                }
                _ => {
                    // A lone `<` is a word.
                    let next = start.get(1..).and_then(|rest| rest.find('<'));
                    let ascii = first == b'<';
                    let length = match (ascii, start.find('<'), next) {
                        (true, _, Some(next)) => next + 1,
                        (false, Some(next), _) => next,
                        _ => start.len(),
                    };
                    return Some(Token::Words(self.take(length)));
                }
            }
        }
    }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'\x0c')
}

fn is_space_char(c: char) -> bool {
    c.is_ascii() && is_space(c as u8)
}

fn is_name(byte: u8) -> bool {
    !is_space(byte) && byte != b'/' && byte != b'>'
}

/// The words of HTML that is not to be parsed, as HTML without a tag: its entities stay. A blank
/// line stands between what does not stand in one line.
pub fn words(html: &str) -> String {
    let mut out = String::new();
    let mut tokens = Scanner(html);
    while let Some(token) = tokens.next() {
        let name = match token {
            Token::Words(words) => {
                out.push_str(&words.replace('<', "&lt;"));
                continue;
            }
            Token::Open(tag) => {
                if is_one_of(&tag.name, RAW) {
                    tokens.take_raw(&tag.name);
                }
                tag.name
            }
            Token::Close(name) => name,
        };
        if !out.ends_with("\n\n") && is_one_of(&name, LINES) {
            out.push_str("\n\n");
        }
    }
    out
}
