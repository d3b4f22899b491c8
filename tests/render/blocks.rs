//! Each kind of block beside its markup.

use super::*;

#[test]
fn paragraph_is_exactly_a_p() {
    check(BlockKind::Paragraph(words("Chữ.")), "<p>Chữ.</p>");
}

#[test]
fn a_blocks_name_is_prefixed() {
    let block = Block { id: Some("muc".into()), kind: BlockKind::Paragraph(words("Chữ.")) };
    check_within(Article { body: vec![block], ..article(vec![]) }, r#"<p id="tb-b-muc">Chữ.</p>"#);
}

#[test]
fn headings_leave_no_level_out() {
    let heading = |level| BlockKind::Heading { level, text: words("Mục") };
    check(heading(HeadingLevel::Two), r#"<h2 class="tb-h2">Mục</h2>"#);
    check(heading(HeadingLevel::Four), r#"<h2 class="tb-h2">Mục</h2>"#);
    check_within(
        article(vec![heading(HeadingLevel::Two), heading(HeadingLevel::Four)]),
        r#"<h2 class="tb-h2">Mục</h2><h3 class="tb-h3">Mục</h3>"#,
    );
}

#[test]
fn headings_sink_below_those_of_the_page_around() {
    let cx = Rc::new(Cx { heading_shift: 1, ..shown() });
    let heading = BlockKind::Heading { level: HeadingLevel::Two, text: words("Mục") };
    let article = article(vec![heading]);
    let html = render(move || view::article::article(&cx, &article));
    assert_has(&html, r#"<h2 class="tb-headline" tabindex="-1" dir="auto">Tin</h2>"#);
    assert_has(&html, r#"<h3 class="tb-h2">Mục</h3>"#);
}

#[test]
fn quote_names_its_source() {
    check(
        BlockKind::Quote {
            content: Flow::Text(words("Sen.")),
            cite: words("Bà Hiền"),
            url: Some(url("https://khac.example/")),
            style: QuoteStyle::Block,
        },
        r#"<figure class="tb-quote"><blockquote cite="https://khac.example/"><p>Sen.</p></blockquote>
        <figcaption><cite dir="auto"><a href="https://khac.example/" rel="noopener noreferrer nofollow">Bà Hiền</a></cite></figcaption></figure>"#,
    );
    check(
        BlockKind::Quote {
            content: Flow::Blocks(vec![paragraph("Sen.")]),
            cite: vec![],
            url: None,
            style: QuoteStyle::Pull,
        },
        r#"<figure class="tb-quote tb-pull"><blockquote><p>Sen.</p></blockquote></figure>"#,
    );
}

#[test]
fn lists_nest_and_count() {
    let inner = BlockKind::List { style: ListStyle::Bullet, items: vec![Flow::Text(words("b"))] };
    check(
        BlockKind::List {
            style: ListStyle::Number(3),
            items: vec![Flow::Text(words("a")), Flow::Blocks(vec![inner.into()])],
        },
        r#"<ol start="3"><li>a</li><li><ul><li>b</li></ul></li></ol>"#,
    );
    check(
        BlockKind::List { style: ListStyle::Number(1), items: vec![Flow::Text(words("a"))] },
        "<ol><li>a</li></ol>",
    );
}

#[test]
fn table_says_what_heads_what() {
    let wide = Cell { colspan: 2, ..header("Giá") };
    let right = Cell { align: Align::End, ..cell("7") };
    check(
        BlockKind::Table {
            caption: words("Giá trà"),
            head: vec![vec![cell(""), wide], vec![cell("Năm"), header("Thấp"), header("Cao")]],
            rows: vec![vec![header("2024"), right, Cell { align: Align::Center, ..cell("9") }]],
        },
        r#"<figure class="tb-figure tb-table">
        <div class="tb-scroll" tabindex="0" role="group" aria-label="Giá trà"><table>
        <caption><span class="tb-caption" dir="auto">Giá trà</span></caption>
        <thead><tr><td></td><th scope="colgroup" colspan="2">Giá</th></tr>
        <tr><th scope="col">Năm</th><th scope="col">Thấp</th><th scope="col">Cao</th></tr></thead>
        <tbody><tr><th scope="row">2024</th><td class="tb-right">7</td><td class="tb-center">9</td></tr></tbody>
        </table></div></figure>"#,
    );
    let group = Cell { rowspan: 2, ..header("2025") };
    check(
        BlockKind::Table {
            caption: vec![],
            head: vec![],
            rows: vec![vec![header("A"), header("B")], vec![group, cell("1")], vec![cell("2")]],
        },
        r#"<figure class="tb-figure tb-table">
        <div class="tb-scroll" tabindex="0" role="group" aria-label="Bảng, vuốt ngang để xem hết"><table>
        <tbody><tr><th scope="col">A</th><th scope="col">B</th></tr>
        <tr><th scope="rowgroup" rowspan="2">2025</th><td>1</td></tr><tr><td>2</td></tr></tbody>
        </table></div></figure>"#,
    );
}

#[test]
fn box_has_a_name() {
    check(
        BlockKind::Box {
            title: Some("Ý chính".into()),
            tone: BoxTone::KeyPoints,
            blocks: vec![paragraph("Chữ.")],
        },
        r#"<aside class="tb-box tb-box-key-points" aria-label="Ý chính"><p class="tb-box-title" dir="auto">Ý chính</p><p>Chữ.</p></aside>"#,
    );
    for (tone, class, label) in [
        (BoxTone::Note, "tb-box-note", "Ghi chú"),
        (BoxTone::Info, "tb-box-info", "Thông tin thêm"),
        (BoxTone::Warning, "tb-box-warning", "Lưu ý"),
    ] {
        check(
            BlockKind::Box { title: None, tone, blocks: vec![paragraph("Chữ.")] },
            &format!(r#"<aside class="tb-box {class}" aria-label="{label}"><p>Chữ.</p></aside>"#),
        );
    }
}

#[test]
fn timeline_knows_dates_and_words() {
    let item =
        |date| TimelineItem { date: Some(date), title: Some("Hội".into()), blocks: vec![] };
    let day = Moment { epoch: 1_704_412_800, offset: 420, has_time: false };
    check(
        BlockKind::Timeline {
            items: vec![
                item(TimelineDate::Words("mùa thu 1945".into())),
                TimelineItem {
                    blocks: vec![paragraph("Chữ.")], ..item(TimelineDate::Moment(day))
                },
            ],
        },
        r#"<ol class="tb-timeline"><li class="tb-event"><span class="tb-event-date">mùa thu 1945</span><p class="tb-event-title" dir="auto">Hội</p></li>
        <li class="tb-event"><time class="tb-event-date" datetime="2024-01-05">Thứ sáu, 5/1/2024</time><p class="tb-event-title" dir="auto">Hội</p><p>Chữ.</p></li></ol>"#,
    );
}

#[test]
fn related_in_the_body() {
    check(
        BlockKind::Related { title: None, items: vec![related("Bài", "/b.html")] },
        r#"<aside class="tb-related" aria-label="Tin liên quan"><p class="tb-related-title">Tin liên quan</p>
        <ul><li><a href="https://bao.example/b.html" rel="noopener noreferrer nofollow" dir="auto">Bài</a></li></ul></aside>"#,
    );
}

#[test]
fn code_keeps_its_white_space() {
    let code = BlockKind::Code { language: Some("json".into()), text: "{\n  1\n}".into() };
    let html = render_article(article(vec![code]));
    let expected = r#"<pre class="tb-code" tabindex="0" dir="ltr" translate="no" role="group" aria-label="Mã nguồn"><code>"#;
    assert!(html.contains(&[&tidy(expected), "{\n  1\n}</code></pre>"].concat()), "{html}");
}

#[test]
fn divider() {
    check(BlockKind::Divider, r#"<hr class="tb-divider">"#);
}

#[test]
fn unknown_block_leads_to_the_original() {
    check(
        BlockKind::Unknown { kind: "poll".into() },
        r#"<aside class="tb-notice tb-unknown" role="note"><span>Phần này của bài chưa hiển thị được ở đây.</span> <a href="https://bao.example/tin.html" rel="noopener"><span>Đọc bài gốc</span></a></aside>"#,
    );
}
