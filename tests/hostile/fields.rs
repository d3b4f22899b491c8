//! A file of each format with a slot in each field, to be filled with a payload.

use std::fmt::Write;

use trangbao::article::Article;
use trangbao::formats::{Found, Opened, names};

use super::page::render;
use super::{Value, open};

/// What stands in a slot while the payloads are for others.
const ORDINARY: [(&str, &str); 6] = [
    ("@text@", "Chữ"),
    ("@html@", "<p>Chữ</p>"),
    ("@link@", "https://khac.example/bai"),
    ("@picture@", "https://anh.example/#.webp"),
    ("@media@", "https://anh.example/a.mp4"),
    ("@embed@", "https://www.youtube.com/watch?v=abc"),
];

/// A format, and a file of it with slots.
pub struct Form {
    pub format: &'static str,
    text: String,
    /// How much is warned of with nothing but what is ordinary in the slots.
    warnings: usize,
}

/// The files of all formats.
pub fn forms() -> Vec<Form> {
    let form = |format: &'static str| {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/hostile/fields/");
        let path = format!("{folder}{format}.json");
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
        let mut form = Form { format, text, warnings: 0 };
        let opened = open(form.fill(&[], "").as_bytes(), None, Some(1)).unwrap();
        assert_eq!(opened.format, format);
        form.warnings = opened.warnings.len();
        form
    };
    names().map(form).collect()
}

impl Form {
    /// How many slots of a kind there are.
    pub fn count(&self, slot: &str) -> usize {
        self.text.matches(slot).count()
    }

    /// The file with a payload in every slot of these kinds.
    pub fn fill(&self, slots: &[&str], payload: &str) -> String {
        let payload = escaped(payload);
        let mut out = self.text.clone();
        for slot in slots {
            out = out.replace(slot, &payload);
        }
        with_ordinary(out)
    }

    /// The articles of the file filled so, and whether the payload was warned of.
    pub fn articles(&self, slots: &[&str], payload: &str) -> Vec<(Article, bool)> {
        let file = self.fill(slots, payload);
        // As what it looks like; and as what it is, where a payload has made it look otherwise.
        let itself = open(file.as_bytes(), None, Some(1));
        let same = itself.as_ref().is_some_and(|opened| opened.format == self.format);
        let by_name = || open(file.as_bytes(), Some(self.format), Some(1));
        let both = [itself, if same { None } else { by_name() }];
        let article = |opened: Opened| match opened.found {
            Found::Article(article) => (*article, opened.warnings.len() > self.warnings),
            Found::Catalogue(list) => panic!("{}: {list:?}", self.format),
        };
        both.into_iter().flatten().map(article).collect()
    }
}

/// Fills the slots that are left. Each picture is another, since the same one is shown once.
fn with_ordinary(mut file: String) -> String {
    for (slot, ordinary) in ORDINARY {
        for number in 0..file.matches(slot).count() {
            file = file.replacen(slot, &ordinary.replace('#', &number.to_string()), 1);
        }
    }
    file
}

/// A text as it stands between the quotes of JSON.
fn escaped(text: &str) -> String {
    let quoted = Value::from(text).to_string();
    quoted[1..quoted.len() - 1].to_owned()
}

/// Fills each slot of a kind with a text of its own and counts those that come to the page.
fn reached(form: &Form, slot: &str, make: fn(usize) -> String) -> usize {
    let parts: Vec<&str> = form.text.split(slot).collect();
    let mut file = String::new();
    for (number, part) in parts.iter().enumerate() {
        if number > 0 {
            write!(file, "{}", escaped(&make(number))).unwrap();
        }
        file += part;
    }
    let file = with_ordinary(file);
    let Some(Found::Article(article)) =
        open(file.as_bytes(), Some(form.format), Some(1)).map(|opened| opened.found)
    else {
        panic!("{}: {file}", form.format)
    };
    let page = render(&article);
    (1..parts.len()).filter(|number| page.contains(&make(*number))).count()
}

/// A payload in a field that nobody reads proves nothing.
#[test]
fn the_slots_are_read() {
    for form in forms() {
        let text = |number| format!("chữ{number}x");
        let url = |number| format!("https://khac{number}x.example/a.mp4");
        let mut line = form.format.to_owned();
        for (slot, make) in [
            ("@text@", text as fn(usize) -> String),
            ("@html@", text),
            ("@link@", url),
            ("@picture@", url),
            ("@media@", url),
        ] {
            let (count, all) = (reached(&form, slot, make), form.count(slot));
            write!(line, ", {count} of {all} {slot}").unwrap();
            // An article's own address, for one, is in no page.
            assert!(slot == "@link@" || count * 3 >= all, "{line}");
        }
        println!("{line}");
    }
}
