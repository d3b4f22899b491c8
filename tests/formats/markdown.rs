//! Markdown, as a component of Apple News Format brings it.

use super::effort::in_proportion;
use super::rich::{bullets, heading, item, open};
use super::*;

fn document(text: &str) -> String {
    let component = serde_json::json!({ "role": "body", "format": "markdown", "text": text });
    serde_json::json!({ "version": "1.9", "title": "T", "components": [component] }).to_string()
}

fn read(text: &str) -> (Vec<Block>, Vec<String>) {
    let (article, said) = open("apple-news", &document(text));
    (article.body, said)
}

/// A text comes to these blocks.
#[track_caller]
fn check(text: &str, expected: &[Block]) {
    let (blocks, said) = read(text);
    assert_eq!(blocks, expected, "{text}");
    assert_eq!(said, [""; 0]);
}

/// A line comes to these words.
#[track_caller]
fn line(text: &str, expected: Vec<Inline>) {
    check(text, &[BlockKind::Paragraph(expected).into()]);
}

fn plain(text: &str) -> Inline {
    Inline::Text(text.into())
}

fn link(address: &str, title: Option<&str>) -> Mark {
    Mark::Link { url: url(address), title: title.map(Into::into) }
}

#[test]
fn marks() {
    line("Từ **bến** ra", vec![plain("Từ "), marked(Mark::Strong, "bến"), plain(" ra")]);
    line("__a__", vec![marked(Mark::Strong, "a")]);
    line("~~a~~", vec![marked(Mark::Strike, "a")]);
    let content = vec![plain("a "), marked(Mark::Strong, "b"), plain(" c")];
    line("*a **b** c*", vec![Inline::Marked { mark: Mark::Emphasis, content }]);
    let content = vec![marked(Mark::Emphasis, "a")];
    line("***a***", vec![Inline::Marked { mark: Mark::Strong, content }]);
    line("`a*b`", vec![marked(Mark::Code, "a*b")]);
    line("``a`b``", vec![marked(Mark::Code, "a`b")]);
    let lines = vec![plain("a"), Inline::Break, plain("b"), Inline::Break, plain("c d")];
    line("a  \nb\\\nc\nd", lines);
}

#[test]
fn signs_that_are_none() {
    for (text, words) in [
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("ten_cua_bien", "ten_cua_bien"),
        (r"\*a\* \_", "*a* _"),
        ("a ` b", "a ` b"),
        ("[a] (b)", "[a] (b)"),
        ("1984 là năm", "1984 là năm"),
        ("#a", "#a"),
        ("<b>a</b> < c", "<b>a</b> < c"),
        ("~ a", "~ a"),
        ("**a *b", "**a *b"),
    ] {
        let (blocks, _) = read(text);
        let [Block { kind: BlockKind::Paragraph(text), .. }] = &blocks[..] else {
            panic!("{blocks:?}")
        };
        assert_eq!(plain_text(text), words);
    }
}

#[test]
fn links() {
    let address = "https://x.example/";
    line("[a](https://x.example/)", vec![marked(link(address, None), "a")]);
    let named = marked(link("/b(c)", Some("Tên")), "a");
    line("[a](/b(c) \"Tên\") d", vec![named, plain(" d")]);
    line("<https://x.example/>", vec![marked(link(address, None), address)]);
    line("![hình](https://x.example/a.png)", words("hình"));
    let (blocks, said) = read("[a](javascript:alert(1))");
    assert_eq!(blocks, [paragraph("a")]);
    assert_eq!(said.len(), 1);
}

#[test]
fn blocks() {
    let (two, three) = (HeadingLevel::Two, HeadingLevel::Three);
    let body = [
        heading(two, "A"),
        heading(two, "B"),
        paragraph("C"),
        heading(two, "D"),
        heading(three, "E"),
    ];
    check("# A\n\n## B ##\nC\n\nD\n===\n### E", &body);
    let rule = || Block::from(BlockKind::Divider);
    check("a\n\n***\n- - -\nb", &[paragraph("a"), rule(), rule(), paragraph("b")]);
    let code = |text: &str| Block::from(BlockKind::Code { language: None, text: text.into() });
    let body = [code("a\n\n  b"), paragraph("c"), code("d\n\ne")];
    check("```rust\na\n\n  b\n```\nc\n\n    d\n\n    e", &body);
    let quote = |content| {
        Block::from(BlockKind::Quote { content, cite: vec![], url: None, style: QuoteStyle::Block })
    };
    check("> a\nb\n\nc", &[quote(item("a b")), paragraph("c")]);
    check("> a\n>\n> > b", &[quote(Flow::Blocks(vec![paragraph("a"), quote(item("b"))]))]);
}

#[test]
fn lists() {
    check("- a\n- b\n  c\n\n- d", &[bullets(vec![item("a"), item("b c"), item("d")])]);
    let inner = bullets(vec![item("b"), item("c")]);
    let items = vec![Flow::Blocks(vec![paragraph("a"), inner]), item("d")];
    let numbers =
        |first, items| Block::from(BlockKind::List { style: ListStyle::Number(first), items });
    check("3. a\n   * b\n   * c\n4. d\n\ne", &[numbers(3, items), paragraph("e")]);
    let body = [paragraph("a"), bullets(vec![item("b")]), numbers(1, vec![item("c")])];
    check("a\n- b\n1. c", &body);
}

#[test]
fn floods_are_read_in_proportion() {
    const PIECES: [&str; 14] = [
        "*", "**a ", "`", "[", "](", "[](a", "<", "> ", "- ", "`a``", "![a](b ", "_a", "\\", "1. ",
    ];
    for piece in PIECES {
        for text in [piece.repeat(200_000), [piece, "\n"].concat().repeat(60_000)] {
            let file = document(&text);
            let _ = in_proportion(piece, || super::rich::try_open(&file, None));
        }
    }
}
