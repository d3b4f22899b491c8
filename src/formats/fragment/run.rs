//! A run of words with their marks, gathered until a block ends: white space folds as in HTML.

use crate::article::{Inline, Mark};
use crate::text::clean;

/// Marks around one text. Nobody needs more, and elements nested by the hundred end a renderer.
const MAX_MARKS: usize = 32;

/// A mark that is open, with what it marks so far. The outermost is none.
struct Frame {
    mark: Option<Mark>,
    content: Vec<Inline>,
}

/// The words since the last block.
pub(super) struct Run {
    frames: Vec<Frame>,
    text: String,
    /// Whether another space would be one too many.
    spaced: bool,
    /// Whether there are words at all.
    started: bool,
    /// Line breaks since the last word.
    breaks: usize,
    /// Whether an element of its own kind has just ended: the next one starts a new word.
    parted: bool,
    /// Whether white space stays as it is.
    pub(super) verbatim: bool,
}

impl Run {
    pub(super) fn new() -> Self {
        Self {
            frames: vec![Frame { mark: None, content: Vec::new() }],
            text: String::new(),
            spaced: true,
            started: false,
            breaks: 0,
            parted: false,
            verbatim: false,
        }
    }

    pub(super) fn text(&mut self, text: &str) {
        for c in text.chars() {
            if c == '\n' && self.verbatim {
                self.line_break();
            } else if matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0c') {
                if !self.spaced {
                    self.text.push(' ');
                }
                self.spaced = true;
            } else {
                self.text.push(c);
                (self.spaced, self.started, self.parted) = (false, true, false);
                if c != '\u{a0}' {
                    self.breaks = 0;
                }
            }
        }
    }

    /// Whether there are no words since the last block.
    pub(super) fn is_empty(&self) -> bool {
        !self.started
    }

    /// Parts elements that are no block but no marks either, where nothing else does.
    pub(super) fn part(&mut self, before: bool) {
        if before && self.parted {
            self.text(" ");
        }
        self.parted = !before;
    }

    /// Breaks the line; true where a paragraph ends instead.
    pub(super) fn line_break(&mut self) -> bool {
        if !self.started {
            return false;
        }
        self.breaks += 1;
        if self.text.ends_with(' ') {
            self.text.pop();
        }
        self.end_text();
        self.push(Inline::Break);
        self.spaced = true;
        self.breaks > 1
    }

    fn push(&mut self, inline: Inline) {
        if let Some(frame) = self.frames.last_mut() {
            frame.content.push(inline);
        }
    }

    fn end_text(&mut self) {
        if !self.text.is_empty() {
            let text = clean::prose(&self.text);
            self.text.clear();
            self.push(Inline::Text(text));
        }
    }

    /// Marks what follows. False where it is marked so already, or more than enough.
    pub(super) fn open(&mut self, mark: Mark) -> bool {
        let same = |frame: &Frame| match (&frame.mark, &mark) {
            (Some(Mark::Link { .. }), Mark::Link { .. }) => true,
            (known, mark) => known.as_ref() == Some(mark),
        };
        if self.frames.len() > MAX_MARKS || self.frames.iter().any(same) {
            return false;
        }
        self.end_text();
        self.frames.push(Frame { mark: Some(mark), content: Vec::new() });
        true
    }

    /// Ends the mark that was opened last.
    pub(super) fn close(&mut self) {
        self.end_text();
        self.fold(self.frames.len() - 1);
        if self.frames.len() > 1 {
            self.frames.pop();
        }
    }

    /// Hands what a mark marks to the one around it.
    fn fold(&mut self, at: usize) {
        let Some((Frame { mark, content }, outer)) =
            self.frames.get_mut(..=at).and_then(|frames| frames.split_last_mut())
        else {
            return;
        };
        if let (Some(mark), Some(outer)) = (mark, outer.last_mut()) {
            let mut content = std::mem::take(content);
            if is_blank(&content) {
                outer.content.append(&mut content);
            } else {
                outer.content.push(Inline::Marked { mark: mark.clone(), content });
            }
        }
    }

    /// Everything since the last time; its marks stay open for what follows.
    pub(super) fn take(&mut self) -> Vec<Inline> {
        self.end_text();
        for at in (1..self.frames.len()).rev() {
            self.fold(at);
        }
        (self.spaced, self.started, self.breaks, self.parted) = (true, false, 0, false);
        let mut line = self.frames.first_mut().map(|base| std::mem::take(&mut base.content));
        let mut line = line.take().unwrap_or_default();
        trim_end(&mut line);
        if is_blank(&line) { Vec::new() } else { line }
    }
}

/// Whether nothing of it can be seen.
pub(super) fn is_blank(line: &[Inline]) -> bool {
    line.iter().all(|inline| match inline {
        Inline::Text(text) => text.chars().all(is_blank_char),
        Inline::Break => true,
        Inline::Marked { content, .. } => is_blank(content),
    })
}

/// Whether a character leaves nothing to see.
pub(super) fn is_blank_char(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// Takes spaces and breaks off the end.
fn trim_end(line: &mut Vec<Inline>) {
    while let Some(last) = line.last_mut() {
        match last {
            Inline::Text(text) => {
                let trimmed = text.trim_end_matches(' ');
                if trimmed.len() < text.len() {
                    *text = trimmed.into();
                }
                if !text.is_empty() {
                    return;
                }
            }
            Inline::Break => {}
            Inline::Marked { content, .. } => {
                trim_end(content);
                if !content.is_empty() {
                    return;
                }
            }
        }
        line.pop();
    }
}

/// Adds a line to others.
pub(super) fn add_line(lines: &mut Vec<Inline>, mut line: Vec<Inline>) {
    if !lines.is_empty() && !line.is_empty() {
        lines.push(Inline::Break);
    }
    lines.append(&mut line);
}
