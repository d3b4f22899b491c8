//! Just enough of Rust's grammar to tell code from words.

/// The code alone: comments become spaces, and so does what stands in texts, but lines stay lines.
pub fn code(text: &str) -> String {
    without(text, true)
}

/// The code with its texts: only comments become spaces.
pub fn code_and_texts(text: &str) -> String {
    without(text, false)
}

fn without(text: &str, texts: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let blank = |out: &mut String, part: &str| {
        out.extend(part.chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
    };
    while let Some(c) = rest.chars().next() {
        let in_word = out.chars().next_back().is_some_and(is_word);
        let (length, is_comment) = if rest.starts_with("//") {
            (rest.find('\n').unwrap_or(rest.len()), true)
        } else if rest.starts_with("/*") {
            (block_comment(rest), true)
        } else if let Some(length) = raw_text(rest).filter(|_| !in_word) {
            (length, false)
        } else if c == '"' {
            (quoted(rest, '"'), false)
        } else if let Some(length) = character(rest) {
            (length, false)
        } else {
            out.push(c);
            rest = &rest[c.len_utf8()..];
            continue;
        };
        let (part, after) = rest.split_at(length);
        if is_comment || texts {
            blank(&mut out, part);
        } else {
            out.push_str(part);
        }
        rest = after;
    }
    out
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn block_comment(text: &str) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < text.len() {
        if text[at..].starts_with("/*") {
            (depth, at) = (depth + 1, at + 2);
        } else if text[at..].starts_with("*/") {
            (depth, at) = (depth - 1, at + 2);
            if depth == 0 {
                break;
            }
        } else {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    at
}

/// The length of `r"..."`, `r#"..."#` or `br"..."` at the start.
fn raw_text(text: &str) -> Option<usize> {
    let start = text.strip_prefix("br").or_else(|| text.strip_prefix('r'))?;
    let hashes = start.len() - start.trim_start_matches('#').len();
    let inner = start[hashes..].strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    let length = inner.find(&end).map_or(inner.len(), |at| at + end.len());
    Some(text.len() - inner.len() + length)
}

/// The length of a text with escapes, its quotes included.
fn quoted(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        if !escaped && c == quote {
            return at + 1;
        }
        escaped = !escaped && c == '\\';
    }
    text.len()
}

/// The length of a character such as `'a'` or `'\''`; a lifetime is none.
fn character(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('\'')?;
    let mut chars = inner.chars();
    match (chars.next()?, chars.next()?) {
        ('\\', _) => Some(quoted(text, '\'')),
        (c, '\'') => Some(c.len_utf8() + 2),
        _ => None,
    }
}

/// The code without what is compiled for tests alone.
pub fn without_tests(code: &str) -> String {
    let mut out = String::new();
    let mut rest = code;
    while let Some((before, after)) = rest.split_once("#[cfg(test)]") {
        out.push_str(before);
        let length = item(after);
        out.extend(after[..length].chars().filter(|c| *c == '\n'));
        rest = &after[length..];
    }
    out + rest
}

/// The length of the item at the start: up to its `;`, or the end of its braces.
fn item(code: &str) -> usize {
    let mut depth = 0;
    for (at, c) in code.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 && matches!(c, ';' | '}') {
            return at + 1;
        }
    }
    code.len()
}

/// The words and signs of code, each with its line, from 1. `::` is one sign.
pub fn tokens(code: &str) -> Vec<(usize, &str)> {
    let mut out = Vec::new();
    for (number, line) in code.lines().enumerate() {
        let mut rest = line;
        while let Some(c) = rest.chars().next() {
            let length = match c {
                _ if is_word(c) => rest.find(|c| !is_word(c)).unwrap_or(rest.len()),
                ':' if rest.starts_with("::") => 2,
                _ => c.len_utf8(),
            };
            if !c.is_whitespace() {
                out.push((number + 1, &rest[..length]));
            }
            rest = &rest[length..];
        }
    }
    out
}

#[test]
fn words_are_told_from_code() {
    let check = |text: &str, expected: &str| assert_eq!(code(text), expected);
    check("a // b\nc", "a     \nc");
    check("a /* b /* c */ d\n */ e", "a               \n    e");
    check(r#"f("a\"b // c") g"#, "f(           ) g");
    check("r#\"a\"b\"# c", "         c");
    check("'\"' 'a' '\\'' x: &'a str", "             x: &'a str");
    assert_eq!(code_and_texts("a(\"//\") // b"), "a(\"//\")     ");
}

#[test]
fn tests_are_left_out_and_lines_stay() {
    let code = "a\n#[cfg(test)]\nmod tests {\n  fn f() {}\n}\nb\n#[cfg(test)]\nmod t;\nc";
    assert_eq!(without_tests(code), "a\n\n\n\n\nb\n\n\nc");
}

#[test]
fn tokens_know_their_line() {
    assert_eq!(tokens("a::b\n {c}"), [(1, "a"), (1, "::"), (1, "b"), (2, "{"), (2, "c"), (2, "}")]);
}
