//! Style sheets: the files of `static/css` in their order, without comments and needless spaces.

use crate::ui::Outcome;
use std::path::Path;

/// The page's. The order counts: later files may override earlier ones.
const PAGE: [&str; 15] = [
    "tokens",
    "article",
    "body",
    "pictures",
    "media",
    "tables",
    "apart",
    "end",
    "desk",
    "shell",
    "controls",
    "catalogue",
    "states",
    "modes",
    "print",
];

/// Those of an article in somebody else's page.
const EMBED: [&str; 13] = [
    "tokens", "article", "body", "pictures", "media", "tables", "apart", "end", "desk", "controls",
    "modes", "print", "embed",
];

/// What a host page may set, as `--trangbao-paper` and so on, in the place of a role of `tokens.css`.
pub const EXPOSED: [&str; 15] = [
    "paper",
    "raised",
    "ink",
    "quiet",
    "hairline",
    "control",
    "accent",
    "on-accent",
    "notice",
    "notice-paper",
    "highlight",
    "on-highlight",
    "sans",
    "serif",
    "mono",
];

/// The page's style sheet.
pub fn joined(root: &Path) -> Outcome<String> {
    Ok(minify(&read(root, &PAGE)?))
}

/// The style sheet of the custom element: each role that is exposed yields to the host's.
pub fn embedded(root: &Path) -> Outcome<String> {
    Ok(minify(&expose(&read(root, &EMBED)?)))
}

/// The style sheet of the frame, and of the page that makes a partner's snippet.
pub fn picker(root: &Path) -> Outcome<String> {
    Ok(minify(&read(root, &["tokens", "picker"])?))
}

fn read(root: &Path, names: &[&str]) -> Outcome<String> {
    let mut css = String::new();
    for name in names {
        let path = root.join("static/css").join(format!("{name}.css"));
        css += &std::fs::read_to_string(&path)
            .map_err(|e| format!("{}: {e}; the page's styles need it", path.display()))?;
        css.push('\n');
    }
    Ok(css)
}

/// `--tb-paper: white` becomes `--tb-paper: var(--trangbao-paper, white)`.
fn expose(css: &str) -> String {
    let mut out = String::with_capacity(css.len() * 2);
    for line in css.split_inclusive('\n') {
        let declared = line.trim().strip_prefix("--tb-").and_then(|line| line.strip_suffix(';'));
        match declared.and_then(|line| line.split_once(": ")) {
            Some((name, value)) if EXPOSED.contains(&name) => {
                out += &format!("--tb-{name}: var(--trangbao-{name}, {value});\n");
            }
            _ => out += line,
        }
    }
    out
}

/// Drops comments and the spaces that no rule of CSS needs; strings and escapes stay as they are.
///
/// Spaces around `+`, `-`, `>` and before `:` or `(` stay: in `calc()`, selectors and media queries they mean something.
fn minify(css: &str) -> String {
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
    use super::{expose, minify};

    #[test]
    fn a_host_may_set_what_is_exposed_and_nothing_else() {
        let css = ".a {\n  --tb-paper: #fff;\n  --tb-gap: 1em;\n  color: var(--tb-paper);\n}\n";
        let exposed = ".a {\n--tb-paper: var(--trangbao-paper, #fff);\n  --tb-gap: 1em;\n  color: var(--tb-paper);\n}\n";
        assert_eq!(expose(css), exposed);
    }

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
