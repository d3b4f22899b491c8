//! Lexical documents: each node, beside what it comes to.

use super::rich::{bullets, cell, check, has, heading, item, open};
use super::*;

/// Each node once.
pub const WHOLE: &str = r#"{"root": {"type": "root", "format": "", "indent": 0, "version": 1, "direction": "ltr", "children": [
  {"type": "heading", "tag": "h1", "children": [{"type": "text", "text": "Làng nghề", "format": 0}]},
  {"type": "paragraph", "format": "justify", "children": [{"type": "text", "text": "Gốm ", "format": 0}, {"type": "text", "text": "đỏ", "format": 3}, {"type": "linebreak"},
     {"type": "link", "fields": {"url": "https://ok.example/g", "linkType": "custom"}, "children": [{"type": "text", "text": "xem", "format": 0}]}, {"type": "tab"}]},
  {"type": "heading", "tag": "h3", "children": [{"type": "text", "text": "Lò nung"}]},
  {"type": "list", "listType": "bullet", "tag": "ul", "children": [
     {"type": "listitem", "value": 1, "children": [{"type": "text", "text": "Bát"}]},
     {"type": "listitem", "value": 2, "children": [{"type": "list", "listType": "number", "start": 2, "children": [{"type": "listitem", "children": [{"type": "text", "text": "Sứ"}]}]}]}]},
  {"type": "list", "listType": "check", "children": [{"type": "listitem", "checked": false, "children": [{"type": "text", "text": "Vẽ"}]}]},
  {"type": "quote", "children": [{"type": "text", "text": "Đất lành."}]},
  {"type": "code", "language": "js", "children": [{"type": "code-highlight", "text": "a()"}, {"type": "linebreak"}, {"type": "code-highlight", "text": "b()"}]},
  {"type": "horizontalrule"},
  {"type": "image", "src": "https://anh.example/gom.jpg", "altText": "Gốm", "width": 0, "height": 0, "caption": {"editorState": {"root": {"children": [{"type": "paragraph", "children": [{"type": "text", "text": "Mẻ mới"}]}]}}}},
  {"type": "upload", "relationTo": "media", "value": {"id": 1, "url": "https://anh.example/lo.jpg", "alt": "Lò", "width": 900, "height": 600}, "fields": {"caption": "Lò cũ"}},
  {"type": "table", "children": [
     {"type": "tablerow", "children": [{"type": "tablecell", "headerState": 1, "colSpan": 2, "children": [{"type": "paragraph", "children": [{"type": "text", "text": "Loại"}]}]}]},
     {"type": "tablerow", "children": [{"type": "tablecell", "headerState": 0, "children": [{"type": "paragraph", "children": [{"type": "text", "text": "Chum"}]}]}, {"type": "tablecell", "headerState": 0, "children": []}]}]},
  {"type": "youtube", "videoID": "abc123"},
  {"type": "tweet", "id": "99"}
]}}"#;

fn embed(address: &str) -> Block {
    BlockKind::Embed { provider: None, url: url(address), title: None, size: None, caption: vec![] }
        .into()
}

#[test]
fn every_node() {
    let text = |text: &str| Inline::Text(text.into());
    let link = Mark::Link { url: url("https://ok.example/g"), title: None };
    let red = Inline::Marked { mark: Mark::Strong, content: vec![marked(Mark::Emphasis, "đỏ")] };
    let numbers = BlockKind::List { style: ListStyle::Number(2), items: vec![item("Sứ")] };
    let expected: Vec<Block> = vec![
        BlockKind::Paragraph(vec![
            text("Gốm "),
            red,
            Inline::Break,
            marked(link, "xem"),
            text("\t"),
        ])
        .into(),
        heading(HeadingLevel::Two, "Lò nung"),
        bullets(vec![Flow::Blocks(vec![paragraph("Bát"), numbers.into()])]),
        bullets(vec![Flow::Text(vec![text("☐ "), text("Vẽ")])]),
        BlockKind::Quote {
            content: item("Đất lành."),
            cite: vec![],
            url: None,
            style: QuoteStyle::Block,
        }
        .into(),
        BlockKind::Code { language: Some("js".into()), text: "a()\nb()".into() }.into(),
        BlockKind::Divider.into(),
        BlockKind::Image(Image {
            alt: Some("Gốm".into()),
            caption: words("Mẻ mới"),
            ..image("https://anh.example/gom.jpg")
        })
        .into(),
        BlockKind::Image(Image {
            alt: Some("Lò".into()),
            caption: words("Lò cũ"),
            size: Some((900, 600)),
            ..image("https://anh.example/lo.jpg")
        })
        .into(),
        BlockKind::Table {
            caption: vec![],
            head: vec![vec![Cell { colspan: 2, ..cell("Loại", true) }]],
            rows: vec![vec![cell("Chum", false), cell("", false)]],
        }
        .into(),
        embed("https://www.youtube.com/watch?v=abc123"),
        embed("https://x.com/i/status/99"),
    ];
    check("lexical", WHOLE, &expected, &[]);
    assert_eq!(&*open("lexical", WHOLE).0.headline, "Làng nghề");
}

fn doc(nodes: &str) -> String {
    format!(r#"{{"root": {{"type": "root", "direction": null, "children": [{nodes}]}}}}"#)
}

#[test]
fn every_bit_is_a_mark() {
    let marks = [
        Mark::Strong,
        Mark::Emphasis,
        Mark::Strike,
        Mark::Underline,
        Mark::Code,
        Mark::Sub,
        Mark::Sup,
        Mark::Highlight,
    ];
    for (bit, mark) in marks.into_iter().enumerate() {
        let text = format!(r#"{{"type":"text","text":"sen","format":{}}}"#, 1 << bit);
        let json = doc(&format!(r#"{{"type":"paragraph","children":[{text}]}}"#));
        let expected = BlockKind::Paragraph(vec![marked(mark, "sen")]).into();
        check("lexical", &json, &[expected], &[]);
    }
}

#[test]
fn what_a_newspaper_adds_keeps_its_words() {
    let json = doc(r#"
      {"type": "paragraph", "children": [{"type": "text", "text": "Mở đầu"},
         {"type": "link", "fields": {"linkType": "internal", "doc": {"value": 5}}, "children": [{"type": "text", "text": " bài cũ"}]}]},
      {"type": "block", "fields": {"blockType": "banner", "style": "info", "content": {"root": {"children": [{"type": "paragraph", "children": [{"type": "text", "text": "Trong khung"}]}]}}}},
      {"type": "collapsible-container", "children": [{"type": "collapsible-title", "children": [{"type": "text", "text": "Hỏi"}]},
         {"type": "collapsible-content", "children": [{"type": "paragraph", "children": [{"type": "text", "text": "Đáp"}]}]}]},
      {"type": "upload", "relationTo": "media", "value": "64f0"},
      {"type": "equation", "equation": "a^2", "inline": false}"#);
    let (article, said) = open("lexical", &json);
    for text in ["Mở đầu", " bài cũ", "Trong khung", "Hỏi", "Đáp", "a^2"] {
        assert!(has(&article, text), "{text}");
    }
    assert!(
        said.iter().any(|line| line.starts_with("/root/children/0/children/1/fields: ")),
        "{said:?}"
    );
    assert!(said.iter().any(|line| line.starts_with("/root/children/3")), "{said:?}");
}

#[test]
fn a_document_from_right_to_left() {
    let json = doc(
        r#"{"type": "paragraph", "direction": "rtl", "children": [{"type": "text", "text": "سلام"}]}"#,
    );
    assert_eq!(open("lexical", &json).0.lang.dir, Dir::Rtl);
    assert_eq!(open("lexical", WHOLE).0.lang.dir, Dir::Ltr);
}
