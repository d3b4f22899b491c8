//! Writes JSON: commas, escapes and, for people, lines.

/// JSON in the making.
pub(super) struct Writer {
    out: String,
    pretty: bool,
    depth: usize,
    /// Whether the next value is the first of its list or object.
    first: bool,
}

impl Writer {
    pub fn new(pretty: bool) -> Self {
        Self { out: String::new(), pretty, depth: 0, first: true }
    }

    pub fn finish(mut self) -> String {
        if self.pretty {
            self.out.push('\n');
        }
        self.out
    }

    /// Begins a member of an object; its value comes next.
    pub fn key(&mut self, key: &str) {
        self.next();
        self.quoted(key);
        self.out.push_str(if self.pretty { ": " } else { ":" });
    }

    /// A member that is a text.
    pub fn pair(&mut self, key: &str, text: &str) {
        self.key(key);
        self.quoted(text);
    }

    /// A text.
    pub fn text(&mut self, text: &str) {
        self.quoted(text);
    }

    /// A number or a truth value.
    pub fn raw(&mut self, text: &str) {
        self.out.push_str(text);
    }

    pub fn object(&mut self, members: &mut dyn FnMut(&mut Self)) {
        self.around('{', '}', members);
    }

    pub fn list<T>(&mut self, items: &[T], write: &mut dyn FnMut(&mut Self, &T)) {
        self.array(&mut |out| {
            for item in items {
                out.next();
                write(out, item);
            }
        });
    }

    /// A list whose items call [`next`](Self::next) before each of them.
    pub fn array(&mut self, items: &mut dyn FnMut(&mut Self)) {
        self.around('[', ']', items);
    }

    fn around(&mut self, open: char, close: char, inside: &mut dyn FnMut(&mut Self)) {
        self.out.push(open);
        self.depth += 1;
        let outer = std::mem::replace(&mut self.first, true);
        inside(self);
        self.depth -= 1;
        if !std::mem::replace(&mut self.first, outer) {
            self.line();
        }
        self.out.push(close);
        self.first = false;
    }

    /// Parts a value from the one before it.
    pub fn next(&mut self) {
        if !self.first {
            self.out.push(',');
        }
        self.first = false;
        self.line();
    }

    fn line(&mut self) {
        if self.pretty {
            self.out.push('\n');
            for _ in 0..self.depth {
                self.out.push_str("  ");
            }
        }
    }

    fn quoted(&mut self, text: &str) {
        self.out.push('"');
        for c in text.chars() {
            match c {
                '"' => self.out.push_str("\\\""),
                '\\' => self.out.push_str("\\\\"),
                '\n' => self.out.push_str("\\n"),
                '\r' => self.out.push_str("\\r"),
                '\t' => self.out.push_str("\\t"),
                '\0'..='\u{1f}' => {
                    const DIGITS: &[u8; 16] = b"0123456789abcdef";
                    let code = c as usize;
                    self.out.push_str("\\u00");
                    for digit in [code / 16, code % 16] {
                        self.out.extend(DIGITS.get(digit).map(|digit| char::from(*digit)));
                    }
                }
                _ => self.out.push(c),
            }
        }
        self.out.push('"');
    }
}
