//! Words and their marks.

use super::kinds::{MARKS, Used};
use super::*;

/// Inline text comes to these pieces, with these warnings.
#[track_caller]
fn check(text: &str, expected: &[Inline], warnings: &[&str]) {
    let block = BlockKind::Paragraph(expected.to_vec()).into();
    check_body(&format!(r#"[{{"type":"paragraph","text":{text}}}]"#), &[block], warnings);
}

#[test]
fn every_mark_has_a_fixture() {
    let mut used = Used::default();
    used.article(&read(&fixture("inlines.json")).article);
    for name in MARKS {
        assert!(used.marks.contains(name), "tests/fixtures/inlines.json has no mark \"{name}\"");
    }
    assert!(used.breaks > 0);
}

#[test]
fn every_mark() {
    let parsed = read(&fixture("inlines.json"));
    let link = |address: &str, title: Option<&str>| Mark::Link {
        url: url(address),
        title: title.map(Into::into),
    };
    let backwards = Lang { dir: Dir::Rtl, ..Lang::new("en") };
    let nested = vec![Inline::Text("lồng ".into()), marked(Mark::Emphasis, "trong")];
    let expected = vec![
        Inline::Text("thường".into()),
        marked(Mark::Strong, "đậm"),
        marked(Mark::Emphasis, "nhấn"),
        marked(Mark::Underline, "gạch chân"),
        marked(Mark::Strike, "bỏ"),
        marked(Mark::Sub, "2"),
        marked(Mark::Sup, "3"),
        marked(Mark::Code, "mã"),
        marked(Mark::Highlight, "tô"),
        marked(Mark::Small, "nhỏ"),
        Inline::Break,
        marked(link("/noi", Some("Một liên kết")), "nối"),
        marked(link("tel:+84900000000", None), "gọi"),
        marked(Mark::Lang(Lang::new("ar")), "شاي"),
        marked(Mark::Lang(backwards), "ngược"),
        marked(Mark::Note(0), "chú"),
        marked(Mark::Note(2), "sau"),
        // Of several marks the first is outermost.
        Inline::Marked {
            mark: Mark::Strong,
            content: vec![Inline::Marked { mark: Mark::Small, content: nested }],
        },
        Inline::Text("trần".into()),
    ];
    assert_eq!(parsed.article.body, [BlockKind::Paragraph(expected).into()]);
    assert_eq!(said(&parsed), [""; 0]);
}

#[test]
fn a_note_within_a_note_comes_after_it() {
    let inner = Inline::Marked { mark: Mark::Note(1), content: words("") };
    let outer = BlockKind::Paragraph(vec![Inline::Text("Ngoài".into()), inner]);
    let list =
        BlockKind::List { style: ListStyle::Bullet, items: vec![Flow::Text(words("Sau cùng"))] };
    let notes = [
        Flow::Blocks(vec![outer.into()]),
        Flow::Blocks(vec![super::paragraph("Trong")]),
        Flow::Blocks(vec![list.into()]),
    ];
    assert_eq!(read(&fixture("inlines.json")).article.notes, notes);
}

#[test]
fn notes_may_be_plain_text() {
    let parsed = read(&with_body(
        r#"[{"type":"paragraph","text":[{"text":"a","marks":[{"note":"Chú"}]}]}]"#,
    ));
    assert_eq!(parsed.article.notes, [Flow::Text(words("Chú"))]);
    assert_eq!(said(&parsed), [""; 0]);
}

#[test]
fn a_note_without_words_is_no_note() {
    for note in ["{}", "[]", r#"{"blocks":[]}"#, r#""  ""#, "true"] {
        let text = format!(r#"[{{"text":"a","marks":[{{"note":{note}}}, "strong"]}}]"#);
        let parsed = read(&with_body(&format!(r#"[{{"type":"paragraph","text":{text}}}]"#)));
        let strong = BlockKind::Paragraph(vec![marked(Mark::Strong, "a")]);
        assert_eq!(parsed.article.body, [strong.into()], "{note}");
        assert_eq!(parsed.article.notes, [], "{note}");
    }
}

#[test]
fn unknown_marks_keep_their_words() {
    let unknown = "unknown mark: its text is shown unmarked";
    check(
        r#"[{"text":"a","marks":["blink"]}]"#,
        &words("a"),
        &[&format!("/body/0/text/0/marks/0: {unknown}")],
    );
    check(
        r#"{"text":"a","marks":[{"glow":{}}, "strong"]}"#,
        &[marked(Mark::Strong, "a")],
        &[&format!("/body/0/text/marks/0: {unknown}")],
    );
}

#[test]
fn a_link_without_an_address_says_so() {
    check(
        r#"{"text":"a","marks":[{"link":{"title":"x"}}]}"#,
        &words("a"),
        &[r#"/body/0/text/marks/0/link: "url" is missing or empty"#],
    );
    check(
        r#"{"text":"a","marks":[{"lang":{"dir":"rtl"}}]}"#,
        &words("a"),
        &[r#"/body/0/text/marks/0/lang: "lang" is missing or empty"#],
    );
}

#[test]
fn a_mark_given_twice_is_one() {
    check(r#"{"text":"a","marks":["sub","sub","sub"]}"#, &[marked(Mark::Sub, "a")], &[]);
}

#[test]
fn marks_do_not_pile_up_beyond_what_a_page_bears() {
    // Each link is another, so that none of them is the same mark again.
    let links: Vec<_> = (0..100_000).map(|n| format!(r#"{{"link":"/{n}"}}"#)).collect();
    let text = format!(r#"{{"text":"a","marks":[{}]}}"#, links.join(","));
    let parsed = read(&with_body(&format!(r#"[{{"type":"paragraph","text":{text}}}]"#)));
    let [Block { kind: BlockKind::Paragraph(text), .. }] = &parsed.article.body[..] else {
        panic!("{:?}", parsed.article.body);
    };
    let (mut depth, mut inlines) = (0, text);
    while let [Inline::Marked { content, .. }] = &inlines[..] {
        (depth, inlines) = (depth + 1, content);
    }
    assert_eq!(depth, 32);
    assert_eq!(inlines, &words("a"));
    assert_eq!(parsed.warnings.len(), 1);
}

#[test]
fn words_come_through_whatever_stands_beside_them() {
    let wrong = "left out: text, or a list of texts and marked texts belongs here";
    check(
        r#"["a", true, null, "b"]"#,
        &[words("a"), words("b")].concat(),
        &[&format!("/body/0/text/1: {wrong}")],
    );
    check(
        r#"["a", {"marks":["strong"]}]"#,
        &words("a"),
        &[r#"/body/0/text/1: "text" is missing or empty"#],
    );
    check(r#"["a", [["b"]]]"#, &[words("a"), words("b")].concat(), &[]);
}

#[test]
fn text_without_words_is_no_paragraph() {
    for text in [r#""""#, r#"" \n ""#, "[]", r#"[{"break":true}]"#, r#"{"text":""}"#] {
        check_body(
            &format!(r#"[{{"type":"paragraph","text":{text}}}]"#),
            &[],
            &[r#"/body/0: "text" is missing or empty"#],
        );
    }
}
