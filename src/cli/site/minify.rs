//! Style sheets without what means nothing. The page's build uses this file, too.

/// Drops comments and the spaces that no rule of CSS needs; strings and escapes stay as they are.
///
/// Spaces around `+`, `-`, `>` and before `:` or `(` stay: in `calc()`, selectors and media queries they mean something.
pub fn minify(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut space = false;
    let mut glue = true;
    let mut chars = css.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '/' && chars.peek() == Some(&'*') {
            chars.next();
            let mut before = ' ';
            for c in chars.by_ref() {
                if before == '*' && c == '/' {
                    break;
                }
                before = c;
            }
            space = true;
            continue;
        }
        if c.is_ascii_whitespace() {
            space = true;
            continue;
        }
        if c == '}' && glue && out.ends_with(';') {
            out.pop();
        }
        if space && !glue && !"{};,)".contains(c) {
            out.push(' ');
        }
        space = false;
        glue = "{};,:(".contains(c);
        out.push(c);
        match c {
            '"' | '\'' => copy_string(c, &mut chars, &mut out),
            '\\' => out.extend(chars.next()),
            _ => {}
        }
    }
    out
}

fn copy_string(quote: char, chars: &mut impl Iterator<Item = char>, out: &mut String) {
    while let Some(c) = chars.next() {
        out.push(c);
        if c == '\\' {
            out.extend(chars.next());
        } else if c == quote {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::minify;

    #[test]
    fn what_means_nothing_goes() {
        let css = "/* a */\n.tb-a ,\n.tb-b > p {\n  color : red;\n  margin: 0 auto;\n}\n\n@media print {\n a { b: c }\n}\n";
        assert_eq!(minify(css), ".tb-a,.tb-b > p{color :red;margin:0 auto}@media print{a{b:c}}");
    }

    #[test]
    fn what_means_something_stays() {
        for css in [
            "a{width:calc(1px + 2px - (3px * 4))}",
            "a :is(b,c) p:hover{x:y}",
            "@media screen and (min-width:1px){a{b:c}}",
            "a{content:\"/* no */ ; }\\\" x\"}",
            ".a\\: b{c:d}",
            "a{background:url(data:image/svg+xml;base64,AA==) no-repeat}",
        ] {
            assert_eq!(minify(css), css);
        }
    }
}
