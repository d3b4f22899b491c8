//! What holds for every file, whatever it does.

use super::rust::{code, code_and_texts, without_tests};
use super::{allows, hold, refuses};

/// Lines that a file may have; 200 are the aim.
const MOST_LINES: usize = 400;

fn length(path: &str, text: &str) -> Vec<String> {
    let lines = text.lines().count();
    if lines <= MOST_LINES {
        return Vec::new();
    }
    vec![format!(
        "{path}: {lines} lines, and {MOST_LINES} are the end (200 the aim): part it by what it does"
    )]
}

fn first_sentence(path: &str, text: &str) -> Vec<String> {
    let first = text.lines().next().unwrap_or_default();
    let says = first.strip_prefix("//! ").is_some_and(|sentence| sentence.len() > 10);
    if says {
        return Vec::new();
    }
    vec![format!("{path}:1: begin with `//! ` and a sentence that says what the file is for")]
}

/// The lines, from 1, that have one of these, with what they have.
fn lines_with<'a>(text: &str, words: &'a [&'a str]) -> Vec<(usize, &'a str)> {
    let lines = text.lines().zip(1..);
    lines
        .flat_map(|(line, number)| {
            let found = words.iter().find(|word| line.contains(**word));
            found.map(|word| (number, *word))
        })
        .collect()
}

fn no_panic(path: &str, text: &str) -> Vec<String> {
    // A file of tests is compiled for them alone.
    if path.ends_with("/tests.rs") {
        return Vec::new();
    }
    let code = without_tests(&code(text));
    let words = [
        ".unwrap()",
        ".expect(",
        "panic!",
        "todo!",
        "unimplemented!",
        ".unwrap_err()",
        "unreachable!",
    ];
    let complaint = |(line, word)| {
        format!(
            "{path}:{line}: `{word}` ends the page for this reader: go on without what is missing, or return an error"
        )
    };
    lines_with(&code, &words).into_iter().map(complaint).collect()
}

/// Every way from a text to markup, in Yew and in the browser.
const HTML_STRINGS: [&str; 12] = [
    "inner_html",
    "innerHTML",
    "outer_html",
    "outerHTML",
    "from_html_unchecked",
    "insert_adjacent_html",
    "insertAdjacentHTML",
    "create_contextual_fragment",
    "createContextualFragment",
    "document.write",
    "setHTMLUnsafe",
    "parseHTMLUnsafe",
];

fn no_html_string(path: &str, text: &str) -> Vec<String> {
    let code = code_and_texts(text);
    let complaint = |(line, word)| {
        format!(
            "{path}:{line}: `{word}` makes markup of a text: build elements and text nodes instead"
        )
    };
    lines_with(&code, &HTML_STRINGS).into_iter().map(complaint).collect()
}

fn no_style_attribute(path: &str, text: &str) -> Vec<String> {
    // Quotes and lists have a field of this name in the format, and HTML that is read may have anything.
    let reads = path == "src/browser/html.rs";
    if reads || path.starts_with("src/formats/") || path.starts_with("src/write/") {
        return Vec::new();
    }
    let code = code_and_texts(text);
    let found = lines_with(&code, &[" style=", "\"style\"", "set_css_text", "cssText"]);
    let complaint = |(line, _)| {
        format!(
            "{path}:{line}: the page's policy blocks `style` attributes: add a class, and its rule in static/css"
        )
    };
    found.into_iter().map(complaint).collect()
}

#[test]
fn files_are_short() {
    let folders = ["src", "xtask/src", "tests", "static", "art", "bench"];
    hold(length, &folders, &[".rs", ".mjs", ".js", ".css"]);
}

#[test]
fn files_say_what_they_are_for() {
    hold(first_sentence, &["src", "xtask/src", "tests"], &[".rs"]);
}

#[test]
fn nothing_panics() {
    hold(no_panic, &["src", "xtask/src"], &[".rs"]);
}

#[test]
fn no_text_becomes_markup() {
    hold(no_html_string, &["src"], &[".rs"]);
    hold(no_html_string, &["static"], &[".js"]);
}

#[test]
fn no_element_has_a_style_attribute() {
    hold(no_style_attribute, &["src"], &[".rs"]);
    hold(no_style_attribute, &["static"], &[".js"]);
}

#[test]
fn each_rule_refuses_what_it_is_for() {
    let line = "//! A file of many lines.\n";
    refuses(length, "src/x.rs", &line.repeat(401), "401 lines");
    allows(length, "src/x.rs", &line.repeat(400));

    refuses(first_sentence, "src/x.rs", "use std::fs;\n", "begin with");
    refuses(first_sentence, "src/x.rs", "//!\n//! Late.\n", "begin with");
    allows(first_sentence, "src/x.rs", line);

    refuses(no_panic, "src/x.rs", "fn f() {\n    g().unwrap();\n}", "src/x.rs:2");
    refuses(no_panic, "src/x.rs", "g().expect(\"g\")", "`.expect(`");
    refuses(no_panic, "xtask/src/x.rs", "panic!(\"no\")", "`panic!`");
    allows(no_panic, "src/x.rs", "g().unwrap_or_default(); // never .unwrap()\nf(\".unwrap()\");");
    allows(no_panic, "src/x.rs", "#[cfg(test)]\nmod tests { fn f() { g().unwrap(); } }");

    refuses(no_html_string, "src/x.rs", "element.set_inner_html(x);", "`inner_html`");
    refuses(
        no_html_string,
        "src/x.rs",
        "Reflect::set(&e, &\"innerHTML\".into(), x)",
        "`innerHTML`",
    );
    refuses(no_html_string, "src/x.rs", "Html::from_html_unchecked(x)", "build elements");
    refuses(no_html_string, "static/x.js", "p.insertAdjacentHTML('x', y)", "insertAdjacentHTML");
    allows(no_html_string, "static/x.js", "// Never innerHTML.\np.textContent = x;");

    refuses(no_style_attribute, "src/view/x.rs", "html! { <p style=\"x\"/> }", "add a class");
    refuses(no_style_attribute, "src/view/x.rs", "attr(\"style\", x)", "add a class");
    allows(no_style_attribute, "src/view/x.rs", "let style = ListStyle::Bullet; // no style=");
}
