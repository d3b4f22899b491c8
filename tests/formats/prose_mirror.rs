//! ProseMirror, TipTap and Atlassian documents: each node, beside what it comes to.

use super::rich::{bullets, cell, check, has, heading, item, open};
use super::*;

/// Each node once, in either spelling.
pub const WHOLE: &str = r#"{"type": "doc", "content": [
  {"type": "heading", "attrs": {"level": 1}, "content": [{"type": "text", "text": "Đường hoa"}]},
  {"type": "paragraph", "content": [{"type": "text", "text": "Hoa "}, {"type": "text", "marks": [{"type": "bold"}, {"type": "link", "attrs": {"href": "https://ok.example/h"}}], "text": "mai"},
     {"type": "hardBreak"}, {"type": "mention", "attrs": {"id": "u1", "label": "Minh"}}, {"type": "text", "marks": [{"type": "textStyle", "attrs": {"color": "red"}}], "text": " chụp"}]},
  {"type": "bullet_list", "content": [
     {"type": "list_item", "content": [{"type": "paragraph", "content": [{"type": "text", "text": "Cúc"}]},
        {"type": "orderedList", "attrs": {"start": 4}, "content": [{"type": "listItem", "content": [{"type": "paragraph", "content": [{"type": "text", "text": "Vàng"}]}]}]}]},
     {"type": "list_item", "content": [{"type": "paragraph", "content": [{"type": "text", "text": "Đào"}]}]}]},
  {"type": "taskList", "content": [{"type": "taskItem", "attrs": {"checked": true}, "content": [{"type": "paragraph", "content": [{"type": "text", "text": "Tưới"}]}]}]},
  {"type": "blockquote", "content": [{"type": "paragraph", "content": [{"type": "text", "text": "Xuân về."}]}]},
  {"type": "code_block", "attrs": {"language": "css"}, "content": [{"type": "text", "text": "a {}\nb {}"}]},
  {"type": "image", "attrs": {"src": "https://anh.example/hoa.jpg", "alt": "Hoa", "width": 640, "height": 480}},
  {"type": "figure", "content": [{"type": "image", "attrs": {"src": "https://anh.example/2.jpg"}}, {"type": "figcaption", "content": [{"type": "text", "text": "Góc phố"}]}]},
  {"type": "horizontal_rule"},
  {"type": "table", "content": [
     {"type": "table_row", "content": [{"type": "tableHeader", "attrs": {"colspan": 2, "rowspan": 1}, "content": [{"type": "paragraph", "content": [{"type": "text", "text": "Loài"}]}]}]},
     {"type": "tableRow", "content": [{"type": "tableCell", "content": [{"type": "paragraph", "content": [{"type": "text", "text": "Mai"}]}]}, {"type": "table_cell", "content": [{"type": "paragraph"}]}]}]},
  {"type": "youtube", "attrs": {"src": "https://www.youtube.com/watch?v=abc", "width": 640, "height": 480}},
  {"type": "details", "content": [{"type": "detailsSummary", "content": [{"type": "text", "text": "Lịch"}]}, {"type": "detailsContent", "content": [{"type": "paragraph", "content": [{"type": "text", "text": "Mồng một."}]}]}]}
]}"#;

#[test]
fn every_node() {
    let link = Mark::Link { url: url("https://ok.example/h"), title: None };
    let mai = Inline::Marked { mark: link, content: vec![marked(Mark::Strong, "mai")] };
    let text = |text: &str| Inline::Text(text.into());
    let numbers = BlockKind::List { style: ListStyle::Number(4), items: vec![item("Vàng")] };
    let expected: Vec<Block> = vec![
        BlockKind::Paragraph(vec![
            text("Hoa "),
            mai,
            Inline::Break,
            text("@"),
            text("Minh"),
            text(" chụp"),
        ])
        .into(),
        bullets(vec![Flow::Blocks(vec![paragraph("Cúc"), numbers.into()]), item("Đào")]),
        bullets(vec![Flow::Text(vec![text("☑ "), text("Tưới")])]),
        BlockKind::Quote {
            content: item("Xuân về."),
            cite: vec![],
            url: None,
            style: QuoteStyle::Block,
        }
        .into(),
        BlockKind::Code { language: Some("css".into()), text: "a {}\nb {}".into() }.into(),
        BlockKind::Image(Image {
            alt: Some("Hoa".into()),
            size: Some((640, 480)),
            ..image("https://anh.example/hoa.jpg")
        })
        .into(),
        BlockKind::Image(Image {
            caption: words("Góc phố"), ..image("https://anh.example/2.jpg")
        })
        .into(),
        BlockKind::Divider.into(),
        BlockKind::Table {
            caption: vec![],
            head: vec![vec![Cell { colspan: 2, ..cell("Loài", true) }]],
            rows: vec![vec![cell("Mai", false), cell("", false)]],
        }
        .into(),
        BlockKind::Embed {
            provider: None,
            url: url("https://www.youtube.com/watch?v=abc"),
            title: None,
            size: Some((640, 480)),
            caption: vec![],
        }
        .into(),
        BlockKind::Box {
            title: Some("Lịch".into()),
            tone: BoxTone::Note,
            blocks: vec![paragraph("Mồng một.")],
        }
        .into(),
    ];
    check("prosemirror", WHOLE, &expected, &[]);
    assert_eq!(&*open("prosemirror", WHOLE).0.headline, "Đường hoa");
}

fn doc(nodes: &str) -> String {
    format!(r#"{{"version": 1, "type": "doc", "content": [{nodes}]}}"#)
}

#[test]
fn every_mark() {
    let subsup = r#"{"type":"subsup","attrs":{"type":"sup"}}"#.to_owned();
    let plain = |name: &str| format!(r#"{{"type":"{name}"}}"#);
    for (json, mark) in [
        (plain("bold"), Mark::Strong),
        (plain("strong"), Mark::Strong),
        (plain("italic"), Mark::Emphasis),
        (plain("em"), Mark::Emphasis),
        (plain("underline"), Mark::Underline),
        (plain("strike"), Mark::Strike),
        (plain("code"), Mark::Code),
        (plain("subscript"), Mark::Sub),
        (plain("superscript"), Mark::Sup),
        (subsup, Mark::Sup),
        (plain("highlight"), Mark::Highlight),
    ] {
        let text = format!(r#"{{"type":"text","text":"sen","marks":[{json}]}}"#);
        let json = doc(&format!(r#"{{"type":"paragraph","content":[{text}]}}"#));
        let expected = BlockKind::Paragraph(vec![marked(mark, "sen")]).into();
        check("prosemirror", &json, &[expected], &[]);
    }
}

#[test]
fn atlassian_nodes() {
    let json = doc(r#"
      {"type": "paragraph", "content": [{"type": "text", "text": "Họp "}, {"type": "date", "attrs": {"timestamp": "1704412800000"}},
         {"type": "text", "text": " "}, {"type": "status", "attrs": {"text": "XONG", "color": "green"}},
         {"type": "emoji", "attrs": {"shortName": ":sen:", "text": "🪷"}}, {"type": "inlineCard", "attrs": {"url": "https://ok.example/c"}}]},
      {"type": "panel", "attrs": {"panelType": "warning"}, "content": [{"type": "paragraph", "content": [{"type": "text", "text": "Mưa to"}]}]},
      {"type": "expand", "attrs": {"title": "Thêm"}, "content": [{"type": "paragraph", "content": [{"type": "text", "text": "Chi tiết"}]}]},
      {"type": "mediaSingle", "content": [{"type": "media", "attrs": {"type": "external", "url": "https://anh.example/m.jpg"}},
         {"type": "caption", "content": [{"type": "text", "text": "Ảnh họp"}]}]},
      {"type": "mediaGroup", "content": [{"type": "media", "attrs": {"type": "file", "id": "abc", "collection": "c"}}]},
      {"type": "taskList", "content": [{"type": "taskItem", "attrs": {"state": "DONE"}, "content": [{"type": "text", "text": "Gửi thư"}]}]},
      {"type": "heading", "attrs": {"level": 3}, "content": [{"type": "text", "text": "Sau họp"}]}"#);
    let (article, said) = open("prosemirror", &json);
    for text in [
        "Họp ",
        "2024-01-05",
        "XONG",
        "🪷",
        "ok.example/c",
        "Mưa to",
        "Chi tiết",
        "m.jpg",
        "Ảnh họp",
        "☑ ",
        "Gửi thư",
    ] {
        assert!(has(&article, text), "{text}: {article:#?}");
    }
    let tone = |block: &Block| matches!(&block.kind, BlockKind::Box { tone: BoxTone::Warning, .. });
    assert!(article.body.iter().any(tone));
    assert_eq!(article.body.last(), Some(&heading(HeadingLevel::Two, "Sau họp")));
    assert_eq!(
        said,
        ["/content/4/content/0/attrs: cannot be shown here: a picture without an address"]
    );
}

#[test]
fn what_a_cell_cannot_hold_comes_after_the_table() {
    let json = doc(
        r#"{"type": "table", "content": [{"type": "tableRow", "content": [{"type": "tableCell", "content": [
        {"type": "paragraph", "content": [{"type": "text", "text": "Một"}]}, {"type": "image", "attrs": {"src": "https://anh.example/o.jpg"}},
        {"type": "bulletList", "content": [{"type": "listItem", "content": [{"type": "paragraph", "content": [{"type": "text", "text": "Hai"}]}]}]}]}]}]},
      {"type": "paragraph", "content": [{"type": "text", "text": "Trước"}, {"type": "image", "attrs": {"src": "https://anh.example/i.jpg"}}, {"type": "text", "text": "Sau"}]},
      {"type": "laKhoi", "content": [{"type": "paragraph", "content": [{"type": "text", "text": "Lạ"}]}]}"#,
    );
    let text = |text: &str| Inline::Text(text.into());
    let rows = vec![vec![Cell {
        text: vec![text("Một"), Inline::Break, text("Hai")],
        ..cell("", false)
    }]];
    let expected = [
        BlockKind::Table { caption: vec![], head: vec![], rows }.into(),
        BlockKind::Image(image("https://anh.example/o.jpg")).into(),
        paragraph("Trước"),
        BlockKind::Image(image("https://anh.example/i.jpg")).into(),
        paragraph("Sau"),
        paragraph("Lạ"),
    ];
    check("prosemirror", &json, &expected, &[]);
}
