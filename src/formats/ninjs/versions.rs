//! An item may say the same in several versions: as text, as HTML, as NITF, long and short. Shown
//! is one of them, the one with the most structure that is not a summary of another.

use super::{letters, members, nitf};
use crate::article::{Block, BlockKind, Inline, Text, plain_text};
use crate::error::Problem;
use crate::formats::{Cursor, fragment, native};
use crate::html;
use crate::json::Json;
use crate::text::clean;

/// Where versions stand: in a list (2.x, 3.x), or in members of this name and with endings (1.x).
pub(super) struct Names {
    list: &'static str,
    stem: &'static str,
}

const BODIES: Names = Names { list: "bodies", stem: "body" };
pub(super) const DESCRIPTIONS: Names = Names { list: "descriptions", stem: "description" };
const HEADLINES: Names = Names { list: "headlines", stem: "headline" };

/// The most versions that are looked at.
const MAX_VERSIONS: usize = 50;

/// Descriptions that describe something else.
const ASIDE: &[&str] = &[
    "creditline",
    "credit",
    "writer",
    "keywords",
    "copyright",
    "ednote",
    "alt",
    "alttext",
    "accessibility",
];

/// How a version is written, the plainest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Text,
    Nitf,
    Html,
}

/// One version.
#[derive(Clone, Copy)]
struct Version<'a> {
    text: &'a str,
    role: &'a str,
    kind: Kind,
}

/// The text of an item.
#[derive(Default)]
pub(super) struct Body {
    pub blocks: Vec<Block>,
    /// The HTML that it was made of, where it was.
    pub html: String,
    /// What the head of a NITF document says.
    pub headline: Option<Text>,
    pub byline: Option<Text>,
}

fn kind(content: &str, role: &str, text: &str) -> Kind {
    let content = content.to_ascii_lowercase();
    let is = |word: &str| content.contains(word) || role.contains(word);
    let looks_marked = ["</", "<p>", "<p ", "<br"].iter().any(|tag| text.contains(tag));
    if text.contains("<nitf") || (is("nitf") && text.contains('<')) {
        Kind::Nitf
    } else if content.contains("plain") {
        Kind::Text
    } else if is("html") || is("rich") {
        // What has blank lines and no tag is text by another name.
        let is_plain = !text.contains('<') && text.contains("\n\n");
        if is_plain { Kind::Text } else { Kind::Html }
    } else if looks_marked {
        Kind::Html
    } else {
        Kind::Text
    }
}

/// Visits each version that has words.
fn each(item: &Cursor, names: &Names, visit: &mut dyn FnMut(&Cursor, Version)) {
    let mut count = 0;
    let mut one = |value: &Cursor, role: &str, content: &str| match value.json() {
        Json::Text(text) if !text.trim().is_empty() => {
            count += 1;
            if count <= MAX_VERSIONS {
                visit(value, Version { text, role, kind: kind(content, role, text) });
            } else {
                value.warn_once(Problem::LeftOut { what: "another version of the text" });
            }
        }
        _ => {}
    };
    if let Some(list) = item.get(names.list) {
        list.for_each(&mut |entry| {
            let word = |key| match entry.json().get(key) {
                Some(Json::Text(text)) => &**text,
                _ => "",
            };
            let content = ["contenttype", "contentType", "mimetype"].map(word);
            let content = content.into_iter().find(|content| !content.is_empty());
            match entry.get("value") {
                Some(value) => one(&value, word("role"), content.unwrap_or_default()),
                None => one(entry, "", ""),
            }
        });
    }
    for (key, _) in members(item) {
        let role = match key.strip_prefix(names.stem) {
            Some("") => "",
            Some(rest) if rest.starts_with('_') => rest.trim_start_matches('_'),
            _ => continue,
        };
        if let Some(value) = item.get(key) {
            // The text of 1.x is text by its name, whatever it looks like.
            one(&value, role, if role == "text" { "text/plain" } else { "" });
        }
    }
}

/// Warns of versions that are no text.
fn check(item: &Cursor, names: &Names) {
    let text = |value: &Cursor| {
        if !value.is_text() {
            value.warn(Problem::WrongType { expected: "text" });
        }
    };
    if let Some(list) = item.get(names.list) {
        list.for_each(&mut |entry| match entry.get("value") {
            Some(value) => text(&value),
            // One that says nothing is no mistake.
            None if matches!(entry.json(), Json::Object(_)) => {}
            None => text(entry),
        });
    }
    for (key, _) in members(item) {
        let rest = key.strip_prefix(names.stem);
        if rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('_'))
            && let Some(value) = item.get(key)
        {
            text(&value);
        }
    }
}

/// The letters of a version, to be counted and compared.
fn letters_of(value: &Cursor, version: &Version) -> String {
    let markup = match version.kind {
        Kind::Text => return letters(version.text),
        Kind::Nitf => nitf::read(version.text).html,
        Kind::Html => version.text.to_owned(),
    };
    if !html::within_caps(&markup) {
        return letters(&html::words(&markup));
    }
    let mut out = String::new();
    html::text(&value.parse_html(&markup), &mut out);
    letters(&out)
}

/// How well a version serves: whether it is complete, by its role, by its kind.
fn rank(version: &Version, is_complete: bool, is_body: bool) -> (bool, u8, Kind) {
    let role = match version.role {
        _ if is_body => 1,
        "lead" | "lede" | "summary" | "abstract" | "intro" => 2,
        role if ASIDE.contains(&role) => 0,
        _ => 1,
    };
    (is_complete, role, version.kind)
}

/// Which version is the best, of how many; the letters of each where they had to be compared.
struct Best {
    number: Option<usize>,
    letters: Vec<String>,
}

fn best(item: &Cursor, names: &Names) -> Best {
    let is_body = names.list == BODIES.list;
    let mut count = 0;
    each(item, names, &mut |_, _| count += 1);
    let mut all = Vec::new();
    // Only bodies come in summaries, and one alone is the best.
    if is_body && count > 1 {
        each(item, names, &mut |value, version| all.push(letters_of(value, &version)));
    }
    let length_of = |number: usize| all.get(number).map_or(1, String::len);
    let longest = (0..count).map(length_of).max().unwrap_or_default();
    let mut number = 0;
    let mut chosen: Option<(usize, (bool, u8, Kind))> = None;
    each(item, names, &mut |_, version| {
        let length = length_of(number);
        let new = rank(&version, length * 2 >= longest, is_body);
        let is_better = match chosen {
            None => new.1 > 0,
            // Of the same kind the fuller one.
            Some((at, old)) => {
                let old_length = length_of(at);
                new > old || (new == old && length > old_length + old_length / 10)
            }
        };
        if is_better {
            chosen = Some((number, new));
        }
        number += 1;
    });
    Best { number: chosen.map(|(number, _)| number), letters: all }
}

/// Runs `act` on the version of this number.
fn at(item: &Cursor, names: &Names, wanted: Option<usize>, act: &mut dyn FnMut(&Cursor, Version)) {
    let mut number = 0;
    each(item, names, &mut |value, version| {
        if Some(number) == wanted {
            act(value, version);
        }
        number += 1;
    });
}

fn read(value: &Cursor, version: Version, body: &mut Body) {
    match version.kind {
        Kind::Text => body.blocks = prose(value),
        Kind::Html => {
            body.html = nitf::with_ends(version.text);
            body.blocks = fragment::blocks(value, &body.html);
        }
        Kind::Nitf => {
            let found = nitf::read(version.text);
            if found.note {
                value.warn_once(Problem::LeftOut { what: "an editor's note" });
            }
            let line = |html: &str| {
                let line = clean::line(&plain_text(&fragment::inlines(value, html)));
                (!line.is_empty()).then_some(line)
            };
            body.headline = line(&found.headline);
            body.byline = line(&found.byline);
            body.html = found.html;
            body.blocks = fragment::blocks(value, &body.html);
        }
    }
}

/// The body, and a warning for each version of it that says something else.
pub(super) fn body(item: &Cursor) -> Body {
    check(item, &BODIES);
    let mut body = Body::default();
    let best = best(item, &BODIES);
    at(item, &BODIES, best.number, &mut |value, version| read(value, version, &mut body));
    let chosen = best.number.and_then(|number| best.letters.get(number));
    let Some(chosen) = chosen.filter(|_| best.letters.len() > 1) else { return body };
    // What a picture's text says may be what stands below it.
    let mut shown = chosen.clone();
    each(item, &DESCRIPTIONS, &mut |_, version| shown.push_str(&letters(version.text)));
    let mut number = 0;
    each(item, &BODIES, &mut |value, _| {
        let other = best.letters.get(number).map_or("", String::as_str);
        number += 1;
        let length = other.chars().count();
        let piece = |from: usize| other.chars().skip(from).take(40).collect::<String>();
        let is_same = [0, length / 4, length / 2].iter().any(|from| shown.contains(&piece(*from)));
        if !is_same {
            value.warn(Problem::LeftOut { what: "another version of the text" });
        }
    });
    body
}

/// The best version as blocks.
pub(super) fn blocks(item: &Cursor, names: &Names) -> Vec<Block> {
    let mut body = Body::default();
    at(item, names, best(item, names).number, &mut |value, version| {
        read(value, version, &mut body);
    });
    body.blocks
}

/// The best version within a line.
pub(super) fn inlines(item: &Cursor, names: &Names) -> Vec<Inline> {
    check(item, names);
    let mut out = Vec::new();
    at(item, names, best(item, names).number, &mut |value, version| {
        out = match version.kind {
            Kind::Text => native::words(clean::line(version.text)),
            Kind::Html => fragment::inlines(value, version.text),
            Kind::Nitf => fragment::inlines(value, &nitf::read(version.text).html),
        };
    });
    out
}

/// Whether there is a body at all.
pub(super) fn has_body(item: &Cursor) -> bool {
    let mut found = false;
    each(item, &BODIES, &mut |_, _| found = true);
    found
}

/// A description of one of these roles.
pub(super) fn of_role(item: &Cursor, roles: &[&str]) -> Option<Text> {
    let mut out = None;
    each(item, &DESCRIPTIONS, &mut |value, version| {
        if out.is_none() && roles.contains(&version.role) {
            out = fragment::line(value);
        }
    });
    out
}

/// The headline, and one below it.
pub(super) fn headlines(item: &Cursor) -> (Option<Text>, Option<Text>) {
    check(item, &HEADLINES);
    let is_below = |role: &str| {
        ["sub", "second", "deck", "extended", "under"].iter().any(|word| role.contains(word))
    };
    // The main one, another one, one below.
    let mut found: [Option<Text>; 3] = [None, None, None];
    each(item, &HEADLINES, &mut |value, version| {
        let [main, other, below] = &mut found;
        let place = match version.role {
            "" | "main" | "headline" => main,
            role if is_below(role) => below,
            _ => other,
        };
        if place.is_none() {
            *place = fragment::line(value);
        }
    });
    let [main, other, below] = found;
    match main.or(other) {
        Some(main) => {
            let below = below.filter(|below| *below != main);
            (Some(main), below)
        }
        None => (below, None),
    }
}

/// Plain text. Where no blank line parts it, agencies end each paragraph with its line.
fn prose(text: &Cursor) -> Vec<Block> {
    let blocks = native::paragraphs(text);
    let [Block { kind: BlockKind::Paragraph(run), .. }] = &blocks[..] else { return blocks };
    let words = plain_text(run);
    let (lines, length) = (words.lines().count(), words.len());
    // Short lines are verse, or were cut at a width.
    if lines < 2 || length / lines < 90 {
        return blocks;
    }
    let mut out = Vec::new();
    for line in words.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if text.sink.count_block() {
            out.push(BlockKind::Paragraph(native::words(line.into())).into());
        }
    }
    out
}
