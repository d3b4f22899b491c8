//! Style sheets: the files of `static/css` in their order, without comments and needless spaces.

#[path = "../../src/cli/site/minify.rs"]
mod minify;

use crate::ui::Outcome;
use minify::minify;
use std::path::Path;

/// The page's. The order counts: later files may override earlier ones.
const PAGE: [&str; 15] = [
    "tokens",
    "article",
    "body",
    "long",
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

/// The page's on paper, which no first paragraph has to wait for.
pub fn print(root: &Path) -> Outcome<String> {
    Ok(minify(&read(root, &["print"])?))
}

/// The style sheet of what comes after the first paragraph.
pub fn after(root: &Path) -> Outcome<String> {
    Ok(minify(&read(root, &["after"])?))
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

#[cfg(test)]
mod tests {
    use super::expose;

    #[test]
    fn a_host_may_set_what_is_exposed_and_nothing_else() {
        let css = ".a {\n  --tb-paper: #fff;\n  --tb-gap: 1em;\n  color: var(--tb-paper);\n}\n";
        let exposed = ".a {\n--tb-paper: var(--trangbao-paper, #fff);\n  --tb-gap: 1em;\n  color: var(--tb-paper);\n}\n";
        assert_eq!(expose(css), exposed);
    }
}
