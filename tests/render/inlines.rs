//! Marks, links and footnotes.

use super::*;

#[test]
fn marks_are_elements() {
    for (mark, tag) in [
        (Mark::Strong, "strong"),
        (Mark::Emphasis, "em"),
        (Mark::Underline, "u"),
        (Mark::Strike, "s"),
        (Mark::Sub, "sub"),
        (Mark::Sup, "sup"),
        (Mark::Code, "code"),
        (Mark::Highlight, "mark"),
        (Mark::Small, "small"),
    ] {
        check_inline(mark, &format!("<{tag}>sen</{tag}>"));
    }
}

#[test]
fn text_is_text() {
    let run = vec![Inline::Text("<b>&</b>".into()), Inline::Break, Inline::Text("x".into())];
    check(BlockKind::Paragraph(run), "<p>&lt;b&gt;&amp;&lt;/b&gt;<br>x</p>");
}

#[test]
fn another_language_says_so() {
    check_inline(Mark::Lang(Lang::new("ar")), r#"<span lang="ar" dir="rtl">sen</span>"#);
}

#[test]
fn links_vouch_for_nobody() {
    check_inline(
        Mark::Link { url: url("https://khac.example/"), title: None },
        r#"<a href="https://khac.example/" rel="noopener noreferrer nofollow">sen</a>"#,
    );
    check_inline(
        Mark::Link { url: url("https://khac.example/"), title: Some("Ngân hàng".into()) },
        r#"<a href="https://khac.example/" rel="noopener noreferrer nofollow"
             title="Ngân hàng (khac.example)">sen</a>"#,
    );
    check_inline(
        Mark::Link { url: url("/khac.html"), title: None },
        r#"<a href="https://bao.example/khac.html" rel="noopener noreferrer nofollow">sen</a>"#,
    );
}

#[test]
fn footnotes_are_linked_both_ways() {
    let marked = Inline::Marked { mark: Mark::Note(0), content: words("sen") };
    let article = Article {
        notes: vec![Flow::Text(words("Hoa."))],
        ..article(vec![BlockKind::Paragraph(vec![marked])])
    };
    check_within(
        article.clone(),
        r##"<p>sen<sup class="tb-noteref"><a id="tb-noteref-1" href="#tb-note-1" aria-label="Chú thích 1">1</a></sup></p>"##,
    );
    check_within(
        article,
        r##"<section class="tb-notes" aria-labelledby="tb-notes">
            <h2 class="tb-section-title"><span id="tb-notes">Chú thích</span></h2>
            <ol><li id="tb-note-1">Hoa. <a class="tb-note-back" href="#tb-noteref-1" aria-label="Trở lại chỗ đang đọc">"##,
    );
    // A mark without its note keeps its words.
    check_inline(Mark::Note(7), "sen");
}
