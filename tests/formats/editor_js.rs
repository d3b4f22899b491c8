//! Editor.js: each block of its own tools, beside what it comes to.

use super::rich::{bullets, cell, check, has, heading, item, open};
use super::*;

/// Each tool once.
pub const WHOLE: &str = r#"{"time": 1704387600000, "version": "2.28.0", "blocks": [
  {"id": "1", "type": "header", "data": {"text": "Phiên chợ", "level": 2}},
  {"id": "2", "type": "paragraph", "data": {"text": "Chợ họp sớm."}},
  {"id": "3", "type": "header", "data": {"text": "Hàng hoá", "level": 3}},
  {"type": "list", "data": {"style": "unordered", "items": ["Rau", "Cá"]}},
  {"type": "list", "data": {"style": "ordered", "meta": {"start": 3}, "items": [
      {"content": "Cam", "meta": {}, "items": [{"content": "Cam sành", "meta": {}, "items": []}]}, {"content": "Bưởi", "items": []}]}},
  {"type": "checklist", "data": {"items": [{"text": "Cân", "checked": true}, {"text": "Túi", "checked": false}]}},
  {"type": "quote", "data": {"text": "Mua may bán đắt.", "caption": "Bà Tư", "alignment": "left"}},
  {"type": "image", "data": {"file": {"url": "https://anh.example/cho.jpg"}, "caption": "Cổng chợ", "withBorder": false}},
  {"type": "embed", "data": {"service": "youtube", "source": "https://www.youtube.com/watch?v=abc", "embed": "https://www.youtube.com/embed/abc",
      "width": 580, "height": 320, "caption": "Phim ngắn"}},
  {"type": "table", "data": {"withHeadings": true, "content": [["Hàng", "Giá"], ["Rau", "5"]]}},
  {"type": "code", "data": {"code": "let gia = 5;"}},
  {"type": "raw", "data": {"html": "<p>Đoạn thô.</p>"}},
  {"type": "delimiter", "data": {}},
  {"type": "warning", "data": {"title": "Lưu ý", "message": "Đông người."}},
  {"type": "linkTool", "data": {"link": "https://ok.example/gia", "meta": {"title": "Bảng giá", "description": "Hôm nay", "image": {"url": ""}}}},
  {"type": "attaches", "data": {"file": {"url": "https://ok.example/a.pdf", "size": 91, "name": "a.pdf"}, "title": "Bản in"}},
  {"type": "personality", "data": {"name": "Bà Tư", "description": "Bán rau", "link": "https://ok.example/tu", "photo": "https://anh.example/tu.jpg"}},
  {"type": "columns", "data": {"cols": [{"blocks": [{"type": "paragraph", "data": {"text": "Cột một"}}]}, {"blocks": [{"type": "paragraph", "data": {"text": "Cột hai"}}]}]}}
]}"#;

fn link_card(name: &str, address: &str, description: Option<&str>) -> Block {
    let description = description.map(Into::into);
    let item = Related { description, ..related(name, address) };
    BlockKind::Related { title: None, items: vec![item] }.into()
}

#[test]
fn every_tool() {
    let to_page = Mark::Link { url: url("https://ok.example/tu"), title: None };
    let numbers = |start, items| BlockKind::List { style: ListStyle::Number(start), items }.into();
    let expected: Vec<Block> = vec![
        paragraph("Chợ họp sớm."),
        heading(HeadingLevel::Two, "Hàng hoá"),
        bullets(vec![item("Rau"), item("Cá")]),
        numbers(
            3,
            vec![
                Flow::Blocks(vec![paragraph("Cam"), numbers(1, vec![item("Cam sành")])]),
                item("Bưởi"),
            ],
        ),
        bullets(vec![
            Flow::Text(vec![Inline::Text("☑ ".into()), Inline::Text("Cân".into())]),
            Flow::Text(vec![Inline::Text("☐ ".into()), Inline::Text("Túi".into())]),
        ]),
        BlockKind::Quote {
            content: item("Mua may bán đắt."),
            cite: words("Bà Tư"),
            url: None,
            style: QuoteStyle::Block,
        }
        .into(),
        BlockKind::Image(Image {
            caption: words("Cổng chợ"),
            ..image("https://anh.example/cho.jpg")
        })
        .into(),
        BlockKind::Embed {
            provider: Some("youtube".into()),
            url: url("https://www.youtube.com/watch?v=abc"),
            title: None,
            size: Some((580, 320)),
            caption: words("Phim ngắn"),
        }
        .into(),
        BlockKind::Table {
            caption: vec![],
            head: vec![vec![cell("Hàng", true), cell("Giá", true)]],
            rows: vec![vec![cell("Rau", false), cell("5", false)]],
        }
        .into(),
        BlockKind::Code { language: None, text: "let gia = 5;".into() }.into(),
        paragraph("Đoạn thô."),
        BlockKind::Divider.into(),
        BlockKind::Box {
            title: Some("Lưu ý".into()),
            tone: BoxTone::Warning,
            blocks: vec![paragraph("Đông người.")],
        }
        .into(),
        link_card("Bảng giá", "https://ok.example/gia", Some("Hôm nay")),
        link_card("Bản in", "https://ok.example/a.pdf", None),
        BlockKind::Box {
            title: Some("Bà Tư".into()),
            tone: BoxTone::Note,
            blocks: vec![
                BlockKind::Image(image("https://anh.example/tu.jpg")).into(),
                paragraph("Bán rau"),
                BlockKind::Paragraph(vec![marked(to_page, "https://ok.example/tu")]).into(),
            ],
        }
        .into(),
        paragraph("Cột một"),
        paragraph("Cột hai"),
    ];
    check("editor-js", WHOLE, &expected, &[]);
    assert_eq!(&*open("editor-js", WHOLE).0.headline, "Phiên chợ");
}

#[test]
fn older_pictures_and_other_peoples_tools() {
    let json = r#"{"blocks": [
      {"type": "simpleImage", "data": {"url": "https://anh.example/1.jpg", "caption": "Một"}},
      {"type": "image", "data": {"file": {"url": "javascript:alert(1)"}, "caption": "Hai"}},
      {"type": "xucXac", "data": {"label": "Gieo"}}, {"type": "trong", "data": {"n": 1}}, "lạc", {"type": "paragraph"}]}"#;
    let (article, said) = open("editor-js", json);
    for text in ["1.jpg", "Một", "Hai", "Gieo"] {
        assert!(has(&article, text), "{text}");
    }
    assert_eq!(said.len(), 6, "{said:#?}");
}
