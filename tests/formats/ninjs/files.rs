//! Whole files: envelopes, those of other formats, those with too much of something, real ones.

use std::path::Path;

use serde_json::Value;
use trangbao::article::*;
use trangbao::formats::{Found, Opened, Source, Wanted, parse_any};
use trangbao::html;
use trangbao::safe_url::standard;

use super::{article, open, outline};

#[test]
fn envelopes_and_lists_are_catalogues() {
    let item = |n| {
        format!(
            r#"{{ "uri": "urn:{n}", "type": "text", "headline": "Tin {n}", "body_text": "Chữ {n}." }}"#
        )
    };
    let (one, two) = (item(1), item(2));
    for json in [
        format!(r#"{{ "items": [{one}, {two}] }}"#),
        format!(r#"{{ "total": 2, "language": "en", "item": [{one}, {two}] }}"#),
        format!(r#"{{ "_items": [{one}, null, {two}] }}"#),
        format!(r#"{{ "data": {{ "items": [{{ "item": {one} }}, {{ "item": {two} }}] }} }}"#),
        format!("[{one}, {two}]"),
    ] {
        let opened = open(json.as_bytes(), None);
        let Found::Catalogue(list) = opened.found else { panic!("{json}") };
        let names: Vec<_> = list.items.iter().map(|item| &*item.headline).collect();
        assert_eq!((opened.format, &names[..]), ("ninjs", &["Tin 1", "Tin 2"][..]), "{json}");
    }
    let json = format!(r#"{{ "language": "en", "item": [{one}] }}"#);
    assert_eq!(&*article(&json).0.lang.tag, "en");
}

#[test]
fn other_formats_are_left_alone() {
    for json in [
        r#"{ "headline": "T", "copyrightNotice": "©", "body": [{ "type": "paragraph", "text": "Chữ" }] }"#,
        r#"{ "type": "doc", "content": [] }"#,
        r#"{ "id": 1, "guid": { "rendered": "x" }, "type": "post", "title": { "rendered": "T" }, "content": { "rendered": "<p>Chữ</p>" } }"#,
        r#"{ "version": "https://jsonfeed.org/version/1", "items": [{ "id": "1", "content_text": "Chữ" }] }"#,
    ] {
        let source = Source { address: None, resolve: standard };
        let wanted = Wanted { html: trangbao::html::standard, format: None, number: None };
        let opened = parse_any(json.as_bytes(), &source, wanted);
        assert!(
            opened.is_ok_and(|opened| opened.format != "ninjs") || json.contains("\"doc\""),
            "{json}"
        );
    }
}

#[test]
fn wrong_types_cost_their_field() {
    let keys = [
        "type",
        "headline",
        "headlines",
        "bodies",
        "body_html",
        "body_text",
        "descriptions",
        "description_text",
        "by",
        "byline",
        "authors",
        "people",
        "versioncreated",
        "firstcreated",
        "language",
        "subject",
        "subjects",
        "keywords",
        "located",
        "copyrightnotice",
        "usageterms",
        "slugline",
        "ednote",
        "associations",
        "renditions",
        "eventDetails",
        "places",
        "extra",
        "extra_items",
        "groups",
        "service",
        "rightsinfo",
        "title",
    ];
    let values = [
        "7",
        "true",
        "\"chữ\"",
        "[7, null, [\"x\"], {}]",
        "{ \"a\": 7, \"value\": {}, \"dates\": 7 }",
        "{ \"a\": { \"href\": 7, \"renditions\": [7] } }",
    ];
    for key in keys {
        for value in values {
            let json = format!(
                r#"{{ "uri": "urn:a", "pubstatus": "usable", "urgency": 3, "title": "T", "{key}": {value} }}"#
            );
            let opened = open(json.as_bytes(), None);
            assert_eq!(opened.format, "ninjs", "{json}");
        }
    }
}

/// What takes long for each of its parts may not have many.
#[test]
fn floods_end_soon() {
    let object = |count: usize, member: &dyn Fn(usize) -> String| {
        let all: Vec<_> = (0..count).map(member).collect();
        format!("{{ {} }}", all.join(","))
    };
    let list = |count: usize, item: &dyn Fn(usize) -> String| {
        let all: Vec<_> = (0..count).map(item).collect();
        format!("[ {} ]", all.join(","))
    };
    let pictures = (0..3_000)
        .map(|n| format!("<img src='/0123456789/0123456789-{n}.jpg'>"))
        .collect::<String>();
    let rendition = |n: usize| {
        format!(r#"{{ "href": "/0123456789/{n}-0123456789.jpg", "width": {n}, "height": {n} }}"#)
    };
    let fields = [
        format!(r#""associations": {}"#, object(200_000, &|n| format!(r#""a{n}": {{}}"#))),
        format!(r#""associations": {}"#, list(200_000, &|n| format!(r#"{{ "uri": "urn:{n}" }}"#))),
        format!(
            r#""body_html": "{pictures}", "associations": {}"#,
            list(4_000, &|n| format!(
                r#"{{ "type": "picture", "renditions": [{}, {}] }}"#,
                rendition(n + 1),
                rendition(n + 9_000)
            ))
        ),
        format!(r#""renditions": {}"#, list(60_000, &|n| rendition(n + 1))),
        format!(
            r#""type": "video", "renditions": {}"#,
            list(60_000, &|n| format!(
                r#"{{ "href": "/{n}.{}" }}"#,
                if n % 2 == 0 { "mp4" } else { "wmv" }
            ))
        ),
        format!(
            r#""bodies": {}"#,
            list(60_000, &|n| format!(r#"{{ "value": "<p>chữ {n}</p>" }}"#))
        ),
        (0..100_000).map(|n| format!(r#""body_{n}": "chữ {n}""#)).collect::<Vec<_>>().join(","),
        format!(r#""body_nitf": "<nitf>{}""#, "<a '><media><b>".repeat(60_000)),
        format!(r#""body_nitf": "<nitf>{}""#, "<a ".repeat(600_000)),
        format!(
            r#""eventDetails": {{ "dates": {} }}"#,
            object(200_000, &|n| format!(r#""x{n}": 1"#))
        ),
        format!(r#""subjects": {}"#, list(100_000, &|n| format!(r#"{{ "name": "{n}" }}"#))),
    ];
    for field in fields {
        let json = format!(
            r#"{{ "uri": "urn:a", "pubstatus": "usable", "urgency": 3, "headline": "T", {field} }}"#
        );
        let start = std::time::Instant::now();
        let source = Source { address: Some("https://bao.example/a.json"), resolve: standard };
        let wanted = Wanted { html: trangbao::html::standard, format: Some("ninjs"), number: None };
        let opened = parse_any(json.as_bytes(), &source, wanted);
        let beginning: String = field.chars().take(60).collect();
        println!("{:?} {beginning} {}", start.elapsed(), opened.is_ok());
        // The page takes a tenth of that; a test without optimisation shares its machine.
        assert!(start.elapsed().as_secs() < 10, "{beginning}");
    }
}

fn words_of(nodes: &[html::Node], out: &mut String) {
    for node in nodes {
        match node {
            html::Node::Text(text) => out.push_str(text),
            html::Node::Element(element) => {
                out.push(' ');
                words_of(&element.children, out);
                out.push(' ');
            }
        }
    }
}

/// The words of each version of an item's body, as a reader sees them.
fn bodies(item: &Value) -> Vec<String> {
    let lists = item["bodies"].as_array().into_iter().flatten().map(|body| &body["value"]);
    let members = item.as_object().into_iter().flatten();
    let members = members.filter(|(key, _)| key.starts_with("body_")).map(|(_, value)| value);
    let visible = |text: &str| {
        let mut out = String::new();
        words_of(&html::standard(text), &mut out);
        out
    };
    lists.chain(members).filter_map(Value::as_str).map(visible).collect()
}

/// How many per cent of the words of a body are shown, in order; of several versions the one that
/// fares best.
fn kept(bytes: &[u8], number: usize, shown: &str) -> f64 {
    let json: Value = serde_json::from_slice(bytes).unwrap();
    let list = ["items", "item", "_items"].iter().find_map(|key| json[key].as_array());
    let item = list.or(json.as_array()).map_or(&json, |list| &list[number - 1]);
    let letters =
        |text: &str| -> Vec<char> { text.chars().filter(|c| c.is_alphanumeric()).collect() };
    let shown: String = letters(shown).into_iter().collect();
    let share = |body: String| {
        let (mut rest, mut found, mut all) = (&*shown, 0u32, 0u32);
        for word in
            body.split_whitespace().map(|word| letters(word).into_iter().collect::<String>())
        {
            let length = word.chars().count() as u32;
            all += length;
            if let Some(at) = rest.find(&word) {
                rest = &rest[at + word.len()..];
                found += length;
            }
        }
        if all == 0 { 100.0 } else { 100.0 * f64::from(found) / f64::from(all) }
    };
    // An item without a body loses none of it.
    bodies(item).into_iter().map(share).reduce(f64::max).unwrap_or(100.0)
}

/// The words of all that an article shows.
fn shown(article: &Article) -> String {
    let mut out = format!("{} {} ", article.headline, plain_text(&article.lede));
    out.push_str(&outline(&article.body).join(" "));
    if let Some(image) = &article.lead_image {
        out.push_str(&plain_text(&image.caption));
    }
    out
}

#[test]
fn every_real_file_opens() {
    let Some(corpus) = std::env::var_os("TRANGBAO_CORPUS") else {
        eprintln!("skipped: TRANGBAO_CORPUS is not set");
        return;
    };
    let mut count = 0;
    for file in std::fs::read_dir(Path::new(&corpus).join("ninjs")).unwrap().flatten() {
        let (path, bytes) = (file.path(), std::fs::read(file.path()).unwrap());
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let all = match open(&bytes, None) {
            Opened { format, found: Found::Catalogue(list), .. } => {
                assert_eq!(format, "ninjs", "{name}");
                list.items.len()
            }
            _ => 1,
        };
        for number in 1..=all {
            let opened = open(&bytes, Some(number));
            assert_eq!(opened.format, "ninjs", "{name}");
            let Found::Article(article) = opened.found else { panic!("{name}") };
            assert!(!article.headline.is_empty(), "{name}");
            // One has no words but its address.
            assert!(!article.body.is_empty() || name.starts_with("doc_not-valid"), "{name}");
            let share = kept(&bytes, number, &shown(&article));
            println!("{name} #{number}: {share:.1} % kept, {} blocks", article.body.len());
            assert!(share >= 99.5, "{name} #{number}: {share} % kept");
        }
        count += 1;
    }
    assert!(count > 0);
}
