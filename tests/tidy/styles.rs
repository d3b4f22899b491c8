//! Styles: colours by role, sizes by the viewer's own.

use super::{allows, hold, refuses};

/// The one file that knows colours.
const TOKENS: &str = "static/css/tokens.css";

/// Functions that make a colour. Mixing two roles makes none.
const FUNCTIONS: [&str; 11] =
    ["rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color", "device-cmyk"];

/// The names that people reach for. `transparent`, `currentcolor` and what the system paints with
/// (`CanvasText`) are no colours of ours.
const NAMES: [&str; 22] = [
    "white",
    "black",
    "red",
    "green",
    "blue",
    "gray",
    "grey",
    "silver",
    "maroon",
    "purple",
    "navy",
    "teal",
    "orange",
    "yellow",
    "pink",
    "brown",
    "gold",
    "crimson",
    "darkgray",
    "lightgray",
    "whitesmoke",
    "tomato",
];

/// The words of one line of CSS, and whether a bracket follows each. Signs part them.
fn words(line: &str) -> Vec<(&str, bool)> {
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '#' | '%' | '.');
    let mut out = Vec::new();
    let mut rest = line;
    while let Some(start) = rest.find(is_word) {
        rest = &rest[start..];
        let end = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
        out.push((&rest[..end], rest[end..].starts_with('(')));
        rest = &rest[end..];
    }
    out
}

/// Without comments; lines stay lines.
fn without_comments(css: &str) -> String {
    let mut out = String::new();
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        let (comment, after) = after.split_once("*/").unwrap_or((after, ""));
        out.extend(comment.chars().filter(|c| *c == '\n'));
        rest = after;
    }
    out + rest
}

fn colours(path: &str, text: &str) -> Vec<String> {
    if path == TOKENS {
        return Vec::new();
    }
    let css = without_comments(text);
    let mut complaints = Vec::new();
    for (line, number) in css.lines().zip(1..) {
        for (word, is_function) in words(line) {
            let is_hex = word.strip_prefix('#').is_some_and(|digits| {
                matches!(digits.len(), 3 | 4 | 6 | 8)
                    && digits.bytes().all(|b| b.is_ascii_hexdigit())
            });
            let is_made = is_function && FUNCTIONS.contains(&word);
            if is_hex || is_made || (!is_function && NAMES.contains(&word)) {
                complaints.push(format!(
                    "{path}:{number}: `{word}` names a colour: use a role, var(--tb-...), and give a new role a light, a dark and a sepia value in {TOKENS}"
                ));
            }
        }
    }
    complaints
}

fn no_rem(path: &str, text: &str) -> Vec<String> {
    let css = without_comments(text);
    let mut complaints = Vec::new();
    for (line, number) in css.lines().zip(1..) {
        let is_rem = |word: &str| {
            word.strip_suffix("rem")
                .is_some_and(|n| n.ends_with(|c: char| c.is_ascii_digit() || c == '.'))
        };
        if let Some((word, _)) = words(line).into_iter().find(|(word, _)| is_rem(word)) {
            complaints.push(format!(
                "{path}:{number}: `{word}`: rem belongs to the page around the viewer; use em"
            ));
        }
    }
    complaints
}

#[test]
fn only_the_tokens_know_colours() {
    hold(colours, &["static/css"], &[".css"]);
}

#[test]
fn sizes_are_the_viewers_own() {
    hold(no_rem, &["static/css"], &[".css"]);
}

#[test]
fn each_rule_refuses_what_it_is_for() {
    let css = "static/css/x.css";
    refuses(colours, css, "p {\n  color: #fff;\n}", "static/css/x.css:2: `#fff`");
    refuses(colours, css, "p { background: #A81E5480 }", "use a role");
    refuses(colours, css, "p { border: 1px solid rgb(0 0 0 / 10%) }", "`rgb`");
    refuses(colours, css, "p { color: hsl(0 0% 0%) }", "`hsl`");
    refuses(colours, css, "p { color: white }", "`white`");
    allows(colours, css, "/* #fff */ a:hover { color: var(--tb-ink); white-space: nowrap }");
    allows(
        colours,
        css,
        "#tb-note-1 { color: color-mix(in srgb, var(--tb-ink) 50%, transparent) }",
    );
    allows(colours, TOKENS, ".tb-viewer { --tb-ink: #111 }");

    refuses(no_rem, css, "p { margin: 0 1.5rem }", "`1.5rem`");
    allows(no_rem, css, "/* 1rem */ p { margin: 1.5em; content: \"rem\" }");
}
