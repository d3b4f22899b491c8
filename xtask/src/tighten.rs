//! Scripts without comments and without the spaces and line ends that mean nothing. Names and order stay as they are.

/// Drops them. A line end that could end a statement stays, so a script needs no semicolon that it did not have.
///
/// Written for scripts of our own: a regular expression is known by what stands before it, and none may follow a `)`.
pub fn tighten(js: &str) -> String {
    let mut lexer = Lexer { rest: js, out: String::with_capacity(js.len()) };
    while let Some(c) = lexer.rest.chars().next() {
        match c {
            '"' | '\'' => lexer.quoted(c),
            '`' => lexer.template(),
            '/' if lexer.rest.starts_with("//") || lexer.rest.starts_with("/*") => lexer.space(),
            '/' if lexer.expects_value() => lexer.regular_expression(),
            c if c.is_whitespace() => lexer.space(),
            _ => lexer.copy(c.len_utf8()),
        }
    }
    if !lexer.out.ends_with('\n') {
        lexer.out.push('\n');
    }
    lexer.out
}

struct Lexer<'a> {
    rest: &'a str,
    out: String,
}

impl Lexer<'_> {
    fn copy(&mut self, bytes: usize) {
        let (part, rest) = self.rest.split_at(bytes.min(self.rest.len()));
        self.out.push_str(part);
        self.rest = rest;
    }

    /// Copies up to and with this end, which does not count behind a backslash.
    fn quoted(&mut self, end: char) {
        let mut escaped = false;
        let close = self.rest.char_indices().skip(1).find(|(_, c)| {
            let closes = *c == end && !escaped;
            escaped = *c == '\\' && !escaped;
            closes
        });
        self.copy(close.map_or(self.rest.len(), |(at, _)| at + 1));
    }

    /// A template with what is in its braces, where strings and templates may stand again.
    fn template(&mut self) {
        self.copy(1);
        while let Some(c) = self.rest.chars().next() {
            match c {
                '\\' => self.copy(1 + self.rest.chars().nth(1).map_or(0, char::len_utf8)),
                '`' => return self.copy(1),
                '$' if self.rest.starts_with("${") => self.braces(),
                _ => self.copy(c.len_utf8()),
            }
        }
    }

    fn braces(&mut self) {
        let mut depth = 0;
        while let Some(c) = self.rest.chars().next() {
            match c {
                '"' | '\'' => self.quoted(c),
                '`' => self.template(),
                _ => self.copy(c.len_utf8()),
            }
            match c {
                '{' => depth += 1,
                '}' if depth == 1 => return,
                '}' => depth -= 1,
                _ => {}
            }
        }
    }

    /// Whether a slash here begins a regular expression: nothing stands before it that could be divided.
    fn expects_value(&self) -> bool {
        let before = self.out.trim_end();
        before.chars().next_back().is_none_or(|c| "(,=:[!&|?{};>+*%~^".contains(c))
            || before.ends_with("return")
    }

    fn regular_expression(&mut self) {
        let (mut escaped, mut class) = (false, false);
        let close = self.rest.char_indices().skip(1).find(|(_, c)| {
            let closes = *c == '/' && !escaped && !class;
            class = match c {
                '[' if !escaped => true,
                ']' if !escaped => false,
                _ => class,
            };
            escaped = *c == '\\' && !escaped;
            closes
        });
        self.copy(close.map_or(self.rest.len(), |(at, _)| at + 1));
    }

    /// Spaces, line ends and comments in a row become one line end, one space or nothing.
    fn space(&mut self) {
        let mut line_end = false;
        loop {
            let skip = if self.rest.starts_with("//") {
                self.rest.find('\n').unwrap_or(self.rest.len())
            } else if self.rest.starts_with("/*") {
                self.rest.find("*/").map_or(self.rest.len(), |at| at + 2)
            } else {
                self.rest.len() - self.rest.trim_start().len()
            };
            let (gap, rest) = self.rest.split_at(skip);
            line_end |= gap.contains('\n');
            self.rest = rest;
            if skip == 0 || rest.is_empty() {
                break;
            }
        }
        let before = self.out.chars().next_back();
        let after = self.rest.chars().next();
        let (Some(before), Some(after)) = (before, after) else { return };
        let goes_on =
            ";{,([=&|?:+>".contains(before) && !self.ends_in_step() || ".)]},=&|?:".contains(after);
        if line_end && !goes_on {
            self.out.push('\n');
        } else if (is_of_word(before) && is_of_word(after))
            || (before == after && "+-".contains(before))
        {
            self.out.push(' ');
        }
    }

    /// `i++` ends a value, where `i +` does not.
    fn ends_in_step(&self) -> bool {
        self.out.ends_with("++")
    }
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || "_$#@".contains(c)
}

#[cfg(test)]
mod tests {
    use super::tighten;

    #[test]
    fn what_means_nothing_goes() {
        for (js, expected) in [
            ("// a\n  f( a, b );\n\n/* b\n c */\n  g(); // h\n", "f(a,b);g();\n"),
            ("const { a,\n  b } = x;\n", "const{a,b}=x;\n"),
            ("if (a) {\n  b();\n} else {\n  c();\n}\n", "if(a){b();}else{c();}\n"),
            ("f(a)\n  .then((b) => b + 1)\n", "f(a).then((b)=>b+1)\n"),
            ("return /  a/;\n", "return/  a/;\n"),
            ("class A extends B {\n  #c = 1;\n}\n", "class A extends B{#c=1;}\n"),
        ] {
            assert_eq!(tighten(js), expected);
        }
    }

    #[test]
    fn what_means_something_stays() {
        for js in [
            "a\nb()\n",
            "a\n(b)\n",
            "f()\n[a]=b\n",
            "i++\nj\n",
            "a\n++b\n",
            "a+ +b- -c\n",
            "x=\"  // no  \\\"  \";\n",
            "x=`a  b ${c + `  ${ {d: '}'}.d }  `}  // e`;\n",
            "x=/[/\"'] +\\/  /g.test(y);\n",
            "a=b/c;d=e/f;\n",
            "throw new Error('a')\n",
            "import{a}from'b';\n",
            "const\u{111}=1\n",
        ] {
            assert_eq!(tighten(js), js);
        }
    }
}
