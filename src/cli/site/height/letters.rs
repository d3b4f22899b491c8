//! How wide words are, and how many lines they take.

/// A typeface at a size.
#[derive(Clone, Copy)]
pub(super) struct Face {
    pub(super) size: f32,
    /// The height of a line.
    line: f32,
    /// How much wider than the usual its letters are.
    wide: f32,
}

impl Face {
    /// The sans serif; `line` is the line's height in ems.
    pub(super) fn new(size: f32, line: f32) -> Self {
        Self { size, line: size * line, wide: 1.0 }
    }

    pub(super) fn bold(self) -> Self {
        Self { wide: self.wide * 1.06, ..self }
    }

    /// The serif in bold.
    pub(super) fn headline(self) -> Self {
        Self { wide: self.wide * 1.11, ..self }
    }

    /// The height of a line.
    pub(super) fn line(&self) -> f32 {
        self.line
    }

    /// As wide as the words are on one line.
    pub(super) fn width(&self, text: &str) -> f32 {
        text.chars().map(width).sum::<f32>() * self.size * self.wide
    }

    /// As high as the words are in a column.
    pub(super) fn height(&self, text: &str, column: f32) -> f32 {
        self.lines(text, column) as f32 * self.line
    }

    /// Breaks lines as a browser does: a word that does not fit begins the next one.
    fn lines(&self, text: &str, column: f32) -> usize {
        let column = (column / (self.size * self.wide)).max(1.0);
        let mut lines = 0;
        for line in text.split('\n') {
            let (mut used, mut count) = (0.0, 1);
            for word in line.split(' ').filter(|word| !word.is_empty()) {
                let wide: f32 = word.chars().map(width).sum();
                let space = if used > 0.0 { SPACE } else { 0.0 };
                if used + space + wide <= column {
                    used += space + wide;
                    continue;
                }
                count += usize::from(used > 0.0);
                // What is wider than a line is broken anywhere.
                let full = ((wide / column).ceil() - 1.0).max(0.0);
                count += full as usize;
                used = wide - full * column;
            }
            lines += count;
        }
        if text.trim().is_empty() { 0 } else { lines }
    }
}

const SPACE: f32 = 0.26;

/// The width of a letter of a usual sans serif, in ems.
fn width(c: char) -> f32 {
    match c {
        '\u{300}'..='\u{36f}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' => 0.0,
        ' ' | '\u{a0}' => SPACE,
        'i' | 'j' | 'l' | 'ì' | 'í' | 'ỉ' | 'ĩ' | 'ị' | '.' | ',' | ':' | ';' | '!' | '\'' => {
            0.26
        }
        'f' | 't' | 'r' | '(' | ')' | '-' | 'I' | '"' => 0.36,
        'c' | 's' | 'z' | 'v' | 'x' | 'y' | 'k' | 'ý' | 'ỳ' | 'ỷ' | 'ỹ' | 'ỵ' => 0.5,
        'm' | 'M' | 'W' | '—' | '…' => 0.92,
        'w' => 0.79,
        'a'..='z' => 0.6,
        '0'..='9' => 0.572,
        'A'..='Z' => 0.64,
        // Arabic letters are joined.
        '\u{600}'..='\u{6ff}' => 0.45,
        '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7ff}' | '\u{ff00}'..='\u{ff60}' => 1.0,
        c if c.is_uppercase() => 0.68,
        _ => 0.59,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words() {
        let face = Face::new(10.0, 1.5);
        let check = |text, column, lines| assert_eq!(face.lines(text, column), lines, "{text}");
        check("", 100.0, 0);
        check("aaa aaa", 100.0, 1);
        check("aaa aaa", 30.0, 2);
        check("aaa\naaa", 100.0, 2);
        check("aaaaaaaaaaa", 30.0, 3);
        assert!(face.bold().width("aaa") > face.width("aaa"));
    }
}
