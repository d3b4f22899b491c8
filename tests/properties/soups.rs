//! Bytes, JSON and HTML of any shape: nothing panics, warnings lead somewhere, caps hold.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use trangbao::formats::names;

use super::chance::Chance;
use super::invariants::{opens, reads_html};

/// What stands between quotes in the readers: the names of fields and kinds that they know.
fn known_words() -> Vec<String> {
    let mut words = Vec::new();
    let mut folders: Vec<PathBuf> = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src/formats")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = std::fs::read_to_string(path).unwrap();
            let quoted = text.split('"').skip(1).step_by(2);
            let is_word = |word: &&str| {
                (1..30).contains(&word.len()) && !word.contains(['\\', ' ', '\n', '{', '<'])
            };
            words.extend(quoted.filter(is_word).map(str::to_owned));
        }
    }
    words.sort();
    words.dedup();
    assert!(words.len() > 500, "{}", words.len());
    words
}

const VALUES: [&str; 14] = [
    "null",
    "true",
    "0",
    "-1",
    "1e400",
    "1704387600000",
    "\"\"",
    "\"Chữ\"",
    "\"<p>Chữ <b>đậm</b>\"",
    "\"https://anh.example/a.jpg\"",
    "\"javascript:x\"",
    "\"2024-01-05\"",
    "\"\\ud83d\"",
    "\"a, b; c\"",
];

/// A value of any kind, most often an object with known names.
fn json(chance: &mut Chance, words: &[String], depth: usize, out: &mut String) {
    let kind = if depth == 0 { 0 } else { chance.below(8) };
    match kind {
        0 | 1 => out.push_str(chance.of(&VALUES)),
        2 => write!(out, "\"{}\"", chance.of(words)).unwrap(),
        3 | 4 => {
            out.push('[');
            for number in 0..chance.below(4) {
                out.push_str(if number > 0 { "," } else { "" });
                json(chance, words, depth - 1, out);
            }
            out.push(']');
        }
        _ => {
            out.push('{');
            for number in 0..chance.below(9) {
                out.push_str(if number > 0 { "," } else { "" });
                write!(out, "\"{}\":", chance.of(words)).unwrap();
                json(chance, words, depth - 1, out);
            }
            out.push('}');
        }
    }
}

#[test]
fn files_of_known_names() {
    let words = known_words();
    for seed in 0..1_500 {
        println!("seed {seed}");
        let chance = &mut Chance::new(seed);
        let mut file = String::new();
        json(chance, &words, 6, &mut file);
        names().for_each(|name| opens(name, file.as_bytes()));
    }
}

/// Files that are what they say, with one value or one name put out of place.
#[test]
fn files_with_something_out_of_place() {
    let words = known_words();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hostile/fields");
    for seed in 0..150 {
        println!("seed {seed}");
        let chance = &mut Chance::new(seed);
        for name in names() {
            let whole = std::fs::read_to_string(folder.join(format!("{name}.json"))).unwrap();
            let ends: Vec<usize> = whole.match_indices('"').map(|(at, _)| at).collect();
            let at = chance.below(ends.len() / 2) * 2;
            let mut inside = String::new();
            json(chance, &words, 3, &mut inside);
            let (from, to) = (ends[at], ends[at + 1] + 1);
            let is_name = whole[to..].starts_with(':');
            let instead = if is_name { format!("\"{}\"", chance.of(&words)) } else { inside };
            opens(name, [&whole[..from], &instead, &whole[to..]].concat().as_bytes());
        }
    }
}

#[test]
fn bytes() {
    for seed in 0..3_000 {
        println!("seed {seed}");
        let chance = &mut Chance::new(seed);
        let count = chance.below(200);
        let grammar = b"{}[]\",:\\u0123e.- \xff\xc3";
        let any = |chance: &mut Chance| match chance.one_in(3) {
            true => chance.below(256) as u8,
            false => *chance.of(grammar),
        };
        let file: Vec<u8> = (0..count).map(|_| any(chance)).collect();
        names().for_each(|name| opens(name, &file));
    }
}

const TAGS: &str = "p div b i a ul ol li table tr td th caption tbody blockquote figure figcaption img picture source \
    video audio iframe embed object svg math mtext foreignObject title style script template noscript h1 h2 h6 pre \
    code br hr form button select option textarea span font details summary aside dl dt dd sup sub q marquee nobr x-y";
const ATTRIBUTES: [&str; 12] = [
    "href=javascript:x",
    "href=https://khac.example/",
    "src=https://anh.example/a.jpg",
    "src=data:text/html,x",
    "onclick=x",
    "style=display:none",
    "id=body",
    "class=wp-caption",
    "class=gallery",
    "colspan=2",
    "lang=ar",
    "hidden",
];

#[test]
fn soups_of_tags() {
    let tags: Vec<&str> = TAGS.split_whitespace().collect();
    for seed in 0..2_000 {
        println!("seed {seed}");
        let chance = &mut Chance::new(seed);
        // A few of them again and again, so that they nest.
        let few: Vec<&str> = (0..1 + chance.below(6)).map(|_| *chance.of(&tags)).collect();
        let mut html = String::new();
        // And some of them deep.
        if chance.one_in(8) {
            let open: String = few.iter().map(|tag| format!("<{tag}>")).collect();
            html = open.repeat(chance.below(300));
        }
        for _ in 0..chance.below(400) {
            let tag = if chance.one_in(4) { *chance.of(&tags) } else { *chance.of(&few) };
            match chance.below(6) {
                0 | 1 => write!(html, "<{tag}>").unwrap(),
                2 => write!(html, "<{tag} {}>", chance.of(&ATTRIBUTES)).unwrap(),
                3 => write!(html, "</{tag}>").unwrap(),
                4 => html.push_str("Chữ & "),
                _ => html.push_str(chance.of(&[
                    "<!--",
                    "-->",
                    "<![CDATA[",
                    "]]>",
                    "&lt;",
                    "<",
                    "\n\n",
                ])),
            }
        }
        reads_html(&html);
    }
}
