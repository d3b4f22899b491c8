//! HTML that would harm whoever took it as it is.

use serde_json::Value;
use trangbao::article::{Block, BlockKind, Flow, Video, plain_text};
use trangbao::error::{Problem, Warning};
use trangbao::formats::{Parsed, fragment};

use super::effort::in_proportion;
use super::{SOURCE, is_harmless, rows};

/// Every address in the debug form of blocks is one of these, in its normal form.
fn unsafe_addresses(blocks: &[Block]) -> Vec<String> {
    let shown = format!("{blocks:?}");
    let addresses = shown.split("SafeUrl(\"").skip(1).filter_map(|rest| rest.split('"').next());
    let raster = ["avif", "gif", "jpeg", "png", "webp"];
    let safe = |url: &str| {
        ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| url.starts_with(scheme))
            || raster.iter().any(|kind| url.starts_with(&format!("data:image/{kind}")))
    };
    addresses.filter(|url| !safe(url)).map(str::to_owned).collect()
}

fn parse(html: &str) -> Parsed<Vec<Block>> {
    fragment::read(html, &SOURCE, trangbao::html::standard).unwrap()
}

/// The letters of everything that can be read.
fn letters(blocks: &[Block], out: &mut String) {
    let flow = |flow: &Flow, out: &mut String| match flow {
        Flow::Text(text) => out.push_str(&plain_text(text)),
        Flow::Blocks(blocks) => letters(blocks, out),
    };
    for block in blocks {
        match &block.kind {
            BlockKind::Paragraph(text) | BlockKind::Heading { text, .. } => {
                out.push_str(&plain_text(text));
            }
            BlockKind::List { items, .. } => items.iter().for_each(|item| flow(item, out)),
            BlockKind::Quote { content, cite, .. } => {
                flow(content, out);
                out.push_str(&plain_text(cite));
            }
            BlockKind::Box { title, blocks, .. } => {
                out.push_str(title.as_deref().unwrap_or_default());
                letters(blocks, out);
            }
            BlockKind::Code { text, .. } => out.push_str(text),
            BlockKind::Table { caption, head, rows } => {
                out.push_str(&plain_text(caption));
                let cells = head.iter().chain(rows).flatten();
                cells.for_each(|cell| out.push_str(&plain_text(&cell.text)));
            }
            BlockKind::Image(image) => {
                out.push_str(&plain_text(&image.caption));
                out.push_str(image.credit.as_deref().unwrap_or_default());
            }
            BlockKind::Gallery { images, caption, .. } => {
                images.iter().for_each(|image| out.push_str(&plain_text(&image.caption)));
                out.push_str(&plain_text(caption));
            }
            BlockKind::Video(Video { caption, .. })
            | BlockKind::Audio { caption, .. }
            | BlockKind::Embed { caption, .. } => out.push_str(&plain_text(caption)),
            _ => {}
        }
    }
}

#[test]
fn no_payload_brings_an_address_that_acts() {
    let rows = rows("html-payloads.json");
    let mut lost = Vec::new();
    for row in &rows {
        let (id, html) = (row["id"].as_str().unwrap(), row["html"].as_str().unwrap());
        let parsed = in_proportion(id, || parse(html));
        assert_eq!(unsafe_addresses(&parsed.article), [""; 0], "{id}: {html}");
        if is_harmless(row)
            && parsed.warnings.is_empty()
            && let Some((kept, _)) = difference(html, &parsed.article)
        {
            lost.push(format!("{id}: {html:.200}\n   kept {kept:.200}"));
        }
    }
    println!("words lost in {} rows\n{}", lost.len(), lost.join("\n"));
    assert_eq!(lost.len(), 0);
}

/// The letters kept and those that a browser would show, where they differ.
fn difference(html: &str, blocks: &[Block]) -> Option<(String, String)> {
    let (mut kept, mut wanted) = (String::new(), String::new());
    letters(blocks, &mut kept);
    visible(&trangbao::html::standard(html), &mut wanted);
    // Floods of marks are cut on purpose.
    let letter = |c: &char| c.is_alphanumeric() && !('\u{300}'..='\u{36f}').contains(c);
    // Who took a picture stands behind its caption, wherever it stood.
    let only = |text: &str| {
        let mut letters: Vec<char> = text.chars().filter(letter).collect();
        letters.sort_unstable();
        letters.into_iter().collect::<String>()
    };
    let (kept, wanted) = (only(&kept), only(&wanted));
    (kept != wanted).then_some((kept, wanted))
}

/// The words that a browser would show.
pub fn visible(nodes: &[trangbao::html::Node], out: &mut String) {
    for node in nodes {
        match node {
            trangbao::html::Node::Text(text) => out.push_str(text),
            trangbao::html::Node::Element(element) => match &*element.name {
                "script" | "style" | "template" | "title" | "iframe" | "noembed" | "noframes" => {}
                _ => visible(&element.children, out),
            },
        }
    }
}

#[test]
fn depth_and_length_are_read_in_proportion() {
    for unit in ["<div>", "<b>", "<ul><li>", "<table><tr><td>", "<a href=x>", "</p>", "<p><b id=1>"]
    {
        let html = unit.repeat(100_000 / unit.matches('<').count()) + "Chữ";
        let parsed = in_proportion(unit, || parse(&html));
        assert_eq!(parsed.warnings.len(), 1, "{unit}");
        let mut words = String::new();
        letters(&parsed.article, &mut words);
        assert_eq!(words, "Chữ", "{unit}");
    }
}

/// Every text with tags in a JSON document.
fn fragments<'a>(json: &'a Value, out: &mut Vec<&'a str>) {
    match json {
        Value::String(text) if text.contains("</") => out.push(text),
        Value::Array(items) => items.iter().for_each(|item| fragments(item, out)),
        Value::Object(members) => members.values().for_each(|item| fragments(item, out)),
        _ => {}
    }
}

#[test]
fn real_fragments_keep_their_words() {
    let Some(corpus) = std::env::var_os("TRANGBAO_CORPUS") else {
        eprintln!("skipped: TRANGBAO_CORPUS is not set");
        return;
    };
    let mut files = Vec::new();
    for folder in std::fs::read_dir(corpus).unwrap() {
        let folder = folder.unwrap().path();
        let inside = std::fs::read_dir(&folder).into_iter().flatten();
        files.extend(inside.map(|file| file.unwrap().path()).filter(|file| file.is_file()));
    }
    let (mut count, mut lost) = (0, Vec::new());
    for file in files {
        let Ok(json) = serde_json::from_slice::<Value>(&std::fs::read(&file).unwrap()) else {
            continue;
        };
        let mut found = Vec::new();
        fragments(&json, &mut found);
        for html in found {
            count += 1;
            let parsed = parse(html);
            for warning in &parsed.warnings {
                println!("{}: {warning}", file.display());
            }
            // What stays out on purpose says so.
            let out = |warning: &Warning| {
                matches!(warning.problem, Problem::LeftOut { .. } | Problem::NotShown { .. })
            };
            if let Some((kept, wanted)) = difference(html, &parsed.article)
                && !parsed.warnings.iter().any(out)
            {
                lost.push(format!("{}: {html:.300}\n{kept:.600}\n{wanted:.600}", file.display()));
            }
        }
    }
    println!("{count} fragments\n{}", lost.join("\n"));
    assert_eq!(lost.len(), 0);
}

/// Tags that parsers treat each in its own way.
const TAGS: &str = "<div> </div> <p> </p> <b> </b> <b id=N> <a href=N> </a> <table> <tr> <td> </td> \
    </table> <ul> <li> </ul> <svg> </svg> <math> <mtext> <foreignObject> </foreignObject> <title> \
    <form> </form> <button> <select> <option> <x> </x> <h2> </h2> <section> </section> text <i> \
    </i> <font> <caption> <template> </template> <object> </object> <dd> <mi> <svg/> <nobr> </br> \
    <noscript> <marquee> <tbody> </tr> <image> <pre> <hr> <rt> <ruby>";

#[test]
fn the_caps_know_how_deep_a_parser_goes() {
    let tags: Vec<&str> = TAGS.split_whitespace().collect();
    let mut seed = 88_172_645_463_325_252_u64;
    let mut any = move |below: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        (seed % below as u64) as usize
    };
    let mut tried = 0;
    for _ in 0..500 {
        // A few tags again and again, with others strewn in.
        let pattern: Vec<&str> = (0..=any(5)).map(|_| tags[any(tags.len())]).collect();
        let strewn = any(2) == 0;
        let mut html = String::new();
        for number in 0..600 {
            let more = if strewn { tags[any(tags.len())] } else { "" };
            html += &(pattern.concat() + more).replace('N', &number.to_string());
        }
        if trangbao::html::within_caps(&html) {
            tried += 1;
            let (deepest, count) = depth(&trangbao::html::standard(&html));
            assert!(deepest <= 140 && count <= 40_000, "{deepest}, {count}: {pattern:?}");
        }
    }
    assert!(tried > 100, "{tried}");
}

/// The levels of a tree, and its elements.
fn depth(nodes: &[trangbao::html::Node]) -> (usize, usize) {
    let (mut deepest, mut count) = (0, 0);
    for node in nodes {
        if let trangbao::html::Node::Element(element) = node {
            let (levels, inside) = depth(&element.children);
            (deepest, count) = (deepest.max(levels + 1), count + inside + 1);
        }
    }
    (deepest, count)
}
