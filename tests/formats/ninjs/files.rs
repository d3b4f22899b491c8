//! Whole files: envelopes, those of other formats, those with too much of something.

use trangbao::formats::{Found, Source, Wanted, parse_any};
use trangbao::safe_url::standard;

use super::{article, open};
use crate::effort::in_proportion;

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
fn floods_are_read_in_proportion() {
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
        let source = Source { address: Some("https://bao.example/a.json"), resolve: standard };
        let wanted = Wanted { html: trangbao::html::standard, format: Some("ninjs"), number: None };
        let beginning: String = field.chars().take(60).collect();
        let opened = in_proportion(&beginning, || parse_any(json.as_bytes(), &source, wanted));
        println!("{beginning} {}", opened.is_ok());
    }
}
