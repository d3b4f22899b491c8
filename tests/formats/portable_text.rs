//! Portable Text: each kind of block, beside what it comes to.

use super::rich::{bullets, cell, check, has, heading, item, open};
use super::*;

/// Each kind of block once.
pub const WHOLE: &str = r#"[
  {"_type": "block", "_key": "a", "style": "h1", "children": [{"_type": "span", "text": "Mùa nước nổi"}]},
  {"_type": "block", "_key": "b", "style": "normal", "markDefs": [
      {"_key": "l1", "_type": "link", "href": "https://ok.example/b"},
      {"_key": "n1", "_type": "footnote", "content": [{"_type": "block", "children": [{"_type": "span", "text": "Theo sổ cũ."}]}]}],
   "children": [{"_type": "span", "marks": [], "text": "Nước "}, {"_type": "span", "marks": ["strong", "l1"], "text": "lên"},
      {"_type": "span", "marks": ["l1"], "text": " nhanh"}, {"_type": "span", "marks": ["n1"], "text": " năm ấy"}]},
  {"_type": "block", "style": "h2", "children": [{"_type": "span", "text": "Trên bờ"}]},
  {"_type": "block", "listItem": "bullet", "level": 1, "children": [{"_type": "span", "text": "Lưới"}]},
  {"_type": "block", "listItem": "number", "level": 3, "children": [{"_type": "span", "text": "Một"}]},
  {"_type": "block", "listItem": "number", "level": 3, "children": [{"_type": "span", "text": "Hai"}]},
  {"_type": "block", "listItem": "bullet", "level": 1, "children": [{"_type": "span", "text": "Thuyền"}]},
  {"_type": "block", "style": "blockquote", "children": [{"_type": "span", "text": "Cá về."}]},
  {"_type": "image", "asset": {"url": "https://anh.example/ca.jpg", "metadata": {"dimensions": {"width": 800, "height": 600}}},
   "alt": "Cá", "caption": "Mẻ lưới đầu", "hotspot": {"x": 0.5, "y": 0.2}},
  {"_type": "code", "language": "rust", "code": "fn main() {}"},
  {"_type": "break"},
  {"_type": "table", "rows": [{"_type": "tableRow", "cells": ["Tháng", "Mực nước"]}, {"_type": "tableRow", "cells": ["Chín", ""]}]},
  {"_type": "youtube", "url": "https://youtu.be/abc123"},
  {"_type": "gallery", "images": [{"asset": {"url": "https://anh.example/1.jpg"}}, {"asset": {"url": "https://anh.example/2.jpg"}}]}
]"#;

#[test]
fn every_block() {
    let link = |content| Inline::Marked {
        mark: Mark::Link { url: url("https://ok.example/b"), title: None },
        content,
    };
    let numbers =
        BlockKind::List { style: ListStyle::Number(1), items: vec![item("Một"), item("Hai")] };
    let picture = Image {
        size: Some((800, 600)),
        alt: Some("Cá".into()),
        caption: words("Mẻ lưới đầu"),
        focus: Some(Focus { x: 5, y: 2 }),
        ..image("https://anh.example/ca.jpg")
    };
    let expected = [
        BlockKind::Paragraph(vec![
            Inline::Text("Nước ".into()),
            link(vec![marked(Mark::Strong, "lên"), Inline::Text(" nhanh".into())]),
            marked(Mark::Note(0), " năm ấy"),
        ])
        .into(),
        heading(HeadingLevel::Two, "Trên bờ"),
        bullets(vec![Flow::Blocks(vec![paragraph("Lưới"), numbers.into()]), item("Thuyền")]),
        BlockKind::Quote {
            content: item("Cá về."),
            cite: vec![],
            url: None,
            style: QuoteStyle::Block,
        }
        .into(),
        BlockKind::Image(picture).into(),
        BlockKind::Code { language: Some("rust".into()), text: "fn main() {}".into() }.into(),
        BlockKind::Divider.into(),
        BlockKind::Table {
            caption: vec![],
            head: vec![],
            rows: vec![
                vec![cell("Tháng", false), cell("Mực nước", false)],
                vec![cell("Chín", false), cell("", false)],
            ],
        }
        .into(),
        BlockKind::Embed {
            provider: None,
            url: url("https://youtu.be/abc123"),
            title: None,
            size: None,
            caption: vec![],
        }
        .into(),
        BlockKind::Gallery {
            images: vec![image("https://anh.example/1.jpg"), image("https://anh.example/2.jpg")],
            layout: GalleryLayout::Grid,
            caption: vec![],
        }
        .into(),
    ];
    check("portable-text", WHOLE, &expected, &[]);
    let (article, _) = open("portable-text", WHOLE);
    assert_eq!(&*article.headline, "Mùa nước nổi");
    assert_eq!(article.notes, [Flow::Text(words("Theo sổ cũ."))]);
}

fn span(text: &str, marks: &str) -> String {
    format!(r#"{{"_type": "span", "text": "{text}", "marks": [{marks}]}}"#)
}

fn block(children: &[String]) -> String {
    format!(r#"[{{"_type": "block", "style": "normal", "children": [{}]}}]"#, children.join(","))
}

#[test]
fn every_mark() {
    for (name, mark) in [
        ("strong", Mark::Strong),
        ("em", Mark::Emphasis),
        ("underline", Mark::Underline),
        ("strike-through", Mark::Strike),
        ("code", Mark::Code),
        ("sub", Mark::Sub),
        ("sup", Mark::Sup),
        ("highlight", Mark::Highlight),
    ] {
        let json = block(&[span("sen", &format!("\"{name}\""))]);
        let expected = BlockKind::Paragraph(vec![marked(mark, "sen")]).into();
        check("portable-text", &json, &[expected], &[]);
    }
    let unknown = block(&[span("sen", "\"neon\"")]);
    let said = ["/0/children/0/marks/0: unknown mark: its text is shown unmarked"];
    check("portable-text", &unknown, &[paragraph("sen")], &said);
}

#[test]
fn a_picture_that_only_its_own_system_finds_is_named() {
    let json = r#"[{"_type": "block", "children": [{"_type": "span", "text": "Hồ."}]},
        {"_type": "image", "asset": {"_ref": "image-abc-800x600-jpg"}, "caption": "Sáng sớm"}]"#;
    let said = ["/1: cannot be shown here: a picture without an address"];
    check("portable-text", json, &[paragraph("Hồ."), paragraph("Sáng sớm")], &said);
}

#[test]
fn unknown_kinds_keep_their_words() {
    let json = r#"[{"_type": "block", "children": [{"_type": "span", "text": "Hồ."}]},
        {"_type": "thoiTiet", "title": "Trời nắng", "body": [{"_type": "block", "children": [{"_type": "span", "text": "Gió nhẹ."}]}],
         "image": {"asset": {"url": "https://anh.example/nang.jpg"}}},
        {"_type": "bieuDo", "seriesId": 7}, {"_type": "adSlot"}, {"_type": "adSlot"},
        {"_type": "callout", "tone": "warning", "title": "Chú ý", "text": "Đường ngập."}]"#;
    let (article, said) = open("portable-text", json);
    for text in ["Trời nắng", "Gió nhẹ.", "nang.jpg", "Đường ngập."] {
        assert!(has(&article, text), "{text}: {article:?}");
    }
    assert_eq!(
        said,
        [
            "/1: unknown block type \"thoiTiet\": its fallback is shown",
            "/2: cannot be shown here: a part of an unknown kind",
            "/3: left out: an advertisement slot",
        ]
    );
    let last = article.body.last().unwrap();
    assert!(matches!(&last.kind, BlockKind::Box { tone: BoxTone::Warning, .. }), "{last:?}");
}

#[test]
fn links_of_all_kinds() {
    let json = r#"[{"_type": "block", "markDefs": [
        {"_key": "a", "_type": "internalLink", "reference": {"_ref": "post-1"}},
        {"_key": "b", "_type": "link", "href": "javascript:alert(1)"},
        {"_key": "c", "_type": "link", "href": "mailto:toa-soan@bao.example"}],
      "children": [{"_type": "span", "text": "trong ", "marks": ["a"]}, {"_type": "span", "text": "xấu ", "marks": ["b"]},
        {"_type": "span", "text": "thư", "marks": ["c"]}]}]"#;
    let (article, said) = open("portable-text", json);
    let mail = Mark::Link { url: url("mailto:toa-soan@bao.example"), title: None };
    let text =
        vec![Inline::Text("trong ".into()), Inline::Text("xấu ".into()), marked(mail, "thư")];
    assert_eq!(article.body, [BlockKind::Paragraph(text).into()]);
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said[0].starts_with("/0/markDefs/0: cannot be shown here"), "{said:?}");
    assert!(said[1].starts_with("/0/markDefs/1/href: address left out"), "{said:?}");
}
