//! The grammar of JSON, as little of it as an article needs.

/// JSON in the making: whoever calls it opens and closes, commas and indents come by themselves.
pub(super) struct Json {
    out: String,
    pretty: bool,
    depth: usize,
    /// Whether nothing stands yet in what was opened last.
    is_first: bool,
    /// Whether a key was written whose value comes next.
    has_key: bool,
}

impl Json {
    pub(super) fn new(pretty: bool) -> Self {
        Self { out: String::new(), pretty, depth: 0, is_first: true, has_key: false }
    }

    /// Opens an object, or closes it.
    pub(super) fn object(&mut self, open: bool) {
        if open { self.open('{') } else { self.close('}') }
    }

    /// Opens an array, or closes it.
    pub(super) fn array(&mut self, open: bool) {
        if open { self.open('[') } else { self.close(']') }
    }

    /// The name of the member that comes next.
    pub(super) fn key(&mut self, key: &str) {
        self.text(key);
        self.out.push_str(if self.pretty { ": " } else { ":" });
        self.has_key = true;
    }

    /// A string.
    pub(super) fn text(&mut self, text: &str) {
        self.part();
        self.out.push('"');
        for c in text.chars() {
            match c {
                '"' | '\\' => self.out.extend(['\\', c]),
                '\n' => self.out.push_str("\\n"),
                '\t' => self.out.push_str("\\t"),
                '\0'..='\u{1f}' => {
                    self.out.push_str("\\u00");
                    for digit in [u32::from(c) / 16, u32::from(c) % 16] {
                        self.out.extend(char::from_digit(digit, 16));
                    }
                }
                _ => self.out.push(c),
            }
        }
        self.out.push('"');
    }

    /// A number or a word, as it stands.
    pub(super) fn bare(&mut self, value: &str) {
        self.part();
        self.out.push_str(value);
    }

    /// The whole.
    pub(super) fn finish(mut self) -> String {
        if self.pretty {
            self.out.push('\n');
        }
        self.out
    }

    fn open(&mut self, bracket: char) {
        self.part();
        self.out.push(bracket);
        self.depth += 1;
        self.is_first = true;
    }

    fn close(&mut self, bracket: char) {
        self.depth = self.depth.saturating_sub(1);
        if !self.is_first {
            self.break_line();
        }
        self.out.push(bracket);
        self.is_first = false;
    }

    /// What stands before a value or a key.
    fn part(&mut self) {
        if !self.has_key {
            if !self.is_first {
                self.out.push(',');
            }
            if self.depth > 0 {
                self.break_line();
            }
        }
        self.is_first = false;
        self.has_key = false;
    }

    fn break_line(&mut self) {
        // Nobody looks at it in the browser.
        if self.pretty && !cfg!(target_arch = "wasm32") {
            self.out.push('\n');
            for _ in 0..self.depth {
                self.out.push_str("  ");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(pretty: bool) -> String {
        let mut json = Json::new(pretty);
        json.object(true);
        json.key("a\"\\");
        json.array(true);
        json.text("Hồ\n\t\u{1b}");
        json.bare("1");
        json.array(false);
        json.key("b");
        json.object(true);
        json.object(false);
        json.object(false);
        json.finish()
    }

    #[test]
    fn commas_and_escapes_come_by_themselves() {
        assert_eq!(write(false), r#"{"a\"\\":["Hồ\n\t\u001b",1],"b":{}}"#);
        let pretty =
            "{\n  \"a\\\"\\\\\": [\n    \"Hồ\\n\\t\\u001b\",\n    1\n  ],\n  \"b\": {}\n}\n";
        assert_eq!(write(true), pretty);
    }
}
