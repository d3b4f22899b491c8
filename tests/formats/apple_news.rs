//! Apple News Format.

use super::components::each_value_wrong;
use super::effort::in_proportion;
use super::rich::{cell, heading, item, open as open_as};
use super::*;

fn with(components: &str) -> String {
    format!(
        r#"{{"version":"1.9","identifier":"ben-do","title":"Bến đò","language":"vi",
        "textStyles":{{"manh":{{"fontName":"Sen-Bold","underline":true}}}},
        "componentStyles":{{"bia":{{"fill":{{"type":"image","URL":"https://anh.example/bia.jpg"}}}}}},
        "components":[{components}]}}"#
    )
}

fn open(json: &str) -> (Article, Vec<String>) {
    open_as("apple-news", json)
}

/// Components come to these blocks, with these warnings.
#[track_caller]
fn check(components: &str, expected: &[Block], warnings: &[&str]) {
    let (article, said) = open(&with(components));
    assert_eq!(article.body, expected);
    assert_eq!(said, warnings);
}

#[test]
fn what_stands_around() {
    let json = r#"{"version":"1.0","identifier":"ben-do","title":"Bến &amp; đò","subtitle":"Một buổi sớm","language":"vi",
        "metadata":{"authors":["Lan Anh"],"datePublished":"2024-01-05T00:00:00+07:00","dateModified":"2024-01-05T00:00:10+07:00",
            "excerpt":"Nước lên từ đêm.","thumbnailURL":"https://anh.example/a.jpg","canonicalURL":"https://bao.example/ben-do","keywords":["sông","chợ"]},
        "components":[{"role":"title","text":"BẾN & ĐÒ"},{"role":"author","text":"By Lan Anh"},{"role":"body","text":"Nước lên."}]}"#;
    let (article, said) = open(json);
    assert_eq!(said, [""; 0]);
    let expected = Article {
        id: Some("ben-do".into()),
        canonical: Some(url("https://bao.example/ben-do")),
        lang: Lang::new("vi"),
        headline: "Bến & đò".into(),
        alternative_headline: Some("Một buổi sớm".into()),
        lede: words("Nước lên từ đêm."),
        authors: vec![Author { name: "Lan Anh".into(), job_title: None, url: None, image: None }],
        published: Some(fifth_of_january(0, true)),
        modified: Some(fifth_of_january(10, true)),
        topics: vec!["sông".into(), "chợ".into()],
        lead_image: Some(image("https://anh.example/a.jpg")),
        body: vec![paragraph("Nước lên.")],
        ..Article::default()
    };
    assert_eq!(article, expected);
}

#[test]
fn containers_in_order() {
    let aside =
        BlockKind::Box { title: None, tone: BoxTone::Note, blocks: vec![paragraph("Bên lề")] };
    check(
        r#"{"role":"header","style":"bia","components":[{"role":"title","text":"Khác"}]},
        {"role":"section","components":[{"role":"chapter","components":[{"role":"heading2","text":"Một"},{"role":"heading3","text":"Nhỏ"}]},
            {"role":"container","style":"bia","components":[{"role":"body","text":"Hai"}]}]},
        {"role":"divider"},{"role":"flexible_spacer"},
        {"role":"aside","components":[{"role":"body","text":"Bên lề"}]},
        {"role":"banner_advertisement"},{"role":"body","text":"Ba"},{"role":"medium_rectangle_advertisement"}"#,
        &[
            BlockKind::Image(image("https://anh.example/bia.jpg")).into(),
            heading(HeadingLevel::Two, "Khác"),
            heading(HeadingLevel::Two, "Một"),
            heading(HeadingLevel::Three, "Nhỏ"),
            paragraph("Hai"),
            BlockKind::Divider.into(),
            aside.into(),
            paragraph("Ba"),
        ],
        &["/components/5: left out: an advertisement slot"],
    );
}

#[test]
fn ranges_count_in_utf_16() {
    // 𝄞 is two units; the link covers "sông Hậu", the style "Hậu rộng".
    let (article, said) = open(&with(
        r#"{"role":"body","text":"𝄞 sông Hậu rộng\nDòng hai",
        "additions":[{"type":"link","rangeStart":3,"rangeLength":8,"URL":"https://bao.example/s"}],
        "inlineTextStyles":[{"rangeStart":8,"rangeLength":8,"textStyle":"manh"},
            {"rangeStart":17,"rangeLength":99,"textStyle":{"fontStyle":"italic","strikethrough":true}}]}"#,
    ));
    assert_eq!(said, [""; 0]);
    let plain = |text: &str| Inline::Text(text.into());
    let mark = |mark, content| Inline::Marked { mark, content };
    let both = |text: &str| mark(Mark::Strong, vec![mark(Mark::Underline, vec![plain(text)])]);
    let link = Mark::Link { url: url("https://bao.example/s"), title: None };
    let first = vec![plain("𝄞 "), mark(link, vec![plain("sông "), both("Hậu")]), both(" rộng")];
    let second = vec![mark(Mark::Emphasis, vec![mark(Mark::Strike, vec![plain("Dòng hai")])])];
    assert_eq!(article.body, [first, second].map(|text| BlockKind::Paragraph(text).into()));
}

#[test]
fn a_flood_of_ranges_ends() {
    let range = r#"{"rangeStart":0,"rangeLength":9,"textStyle":{"fontWeight":700}}"#;
    let json = with(&format!(
        r#"{{"role":"body","text":"{}","inlineTextStyles":[{}]}}"#,
        "a\\n".repeat(20_000),
        [range].repeat(5_000).join(",")
    ));
    let (article, _) = in_proportion("ranges", || open(&json));
    assert_eq!(article.body.len(), 20_000);
}

#[test]
fn plain_html_and_markdown() {
    let lines = ["Hai", "ba"].map(|text| Inline::Text(text.into()));
    let [second, third] = lines;
    check(
        r#"{"role":"body","text":"Một\n\nHai\nba\n"}"#,
        &[paragraph("Một"), BlockKind::Paragraph(vec![second, Inline::Break, third]).into()],
        &[],
    );
    let list = BlockKind::List { style: ListStyle::Bullet, items: vec![item("a"), item("b")] };
    check(
        r#"{"role":"body","format":"html","text":"<p>Một</p><ul><li>a</li><li>b</li></ul>"}"#,
        &[paragraph("Một"), list.clone().into()],
        &[],
    );
    let text = vec![marked(Mark::Emphasis, "Hai")];
    check(
        r#"{"role":"body","format":"markdown","text":"Một\n\n- a\n- b"},
        {"role":"heading","format":"markdown","text":"*Hai*"}"#,
        &[
            paragraph("Một"),
            list.into(),
            BlockKind::Heading { level: HeadingLevel::Two, text }.into(),
        ],
        &[],
    );
}

#[test]
fn pictures() {
    let one =
        Image { alt: Some("Đò".into()), caption: words("Bến"), ..image("https://a.example/1") };
    let two =
        Image { caption: vec![marked(Mark::Strong, "Chợ")], ..image("https://a.example/2") };
    let mosaic = BlockKind::Gallery {
        images: vec![one.clone(), two],
        layout: GalleryLayout::Grid,
        caption: vec![],
    };
    check(
        r#"{"role":"photo","URL":"https://a.example/1","caption":"Bến","accessibilityCaption":"Đò"},
        {"role":"mosaic","items":[{"URL":"https://a.example/1","caption":"Bến","accessibilityCaption":"Đò"},
            {"URL":"https://a.example/2","caption":{"text":"<b>Chợ</b>","format":"html"}}]},
        {"role":"figure","URL":"https://a.example/1","accessibilityCaption":"Đò"},{"role":"caption","text":"Bến"},
        {"role":"caption","text":"Rời"},
        {"role":"image","URL":"bundle://x.jpg","caption":"Lời"}"#,
        &[
            BlockKind::Image(one.clone()).into(),
            mosaic.into(),
            BlockKind::Image(one).into(),
            BlockKind::Paragraph(vec![marked(Mark::Small, "Rời")]).into(),
            paragraph("Lời"),
        ],
        &["/components/5/URL: cannot be shown here: a picture in the article's bundle"],
    );
}

#[test]
fn recordings_and_posts() {
    let embed = |provider: Option<&str>, address: &str, caption| {
        let (provider, url) = (provider.map(Into::into), url(address));
        Block::from(BlockKind::Embed { provider, url, title: None, size: None, caption })
    };
    let video = Video {
        sources: vec![media("https://v.example/a.mp4")],
        poster: Some(image("https://a.example/1")),
        tracks: vec![],
        caption: words("Đò"),
        seconds: None,
    };
    let track = AudioTrack { source: media("https://v.example/a.mp3"), name: None, seconds: None };
    let button = Mark::Link { url: url("https://bao.example/x"), title: None };
    check(
        r#"{"role":"video","URL":"https://v.example/a.mp4","stillURL":"https://a.example/1","caption":"Đò"},
        {"role":"music","URL":"https://v.example/a.mp3","caption":"Hò"},
        {"role":"embedwebvideo","URL":"https://www.youtube.com/embed/x","caption":{"text":"Chèo"}},
        {"role":"tweet","URL":"https://twitter.com/lan/status/1"},
        {"role":"link_button","text":"Xem","URL":"https://bao.example/x"},
        {"role":"map","latitude":10.03,"longitude":105.78,"caption":"Bến Ninh Kiều","items":[{"caption":"Chợ","latitude":1}]}"#,
        &[
            BlockKind::Video(video).into(),
            BlockKind::Audio { track, caption: words("Hò") }.into(),
            embed(None, "https://www.youtube.com/embed/x", words("Chèo")),
            embed(Some("X"), "https://twitter.com/lan/status/1", vec![]),
            BlockKind::Paragraph(vec![marked(button, "Xem")]).into(),
            paragraph("Bến Ninh Kiều"),
            paragraph("Chợ"),
        ],
        &["/components/5: cannot be shown here: a map"],
    );
}

#[test]
fn tables_of_records() {
    let data = r#""data":{"descriptors":[{"key":"ten","label":{"type":"formatted_text","text":"<b>Tên</b>","format":"html"},"dataType":"string"},
        {"key":"nuoc","label":"Nước","dataType":"float"}],
        "records":[{"ten":"Hậu","nuoc":2.5},{"ten":"Tiền","nuoc":-3},{"nuoc":{"text":"cạn"}}]}"#;
    let table = |head, rows| Block::from(BlockKind::Table { caption: vec![], head, rows });
    let name = Cell { text: vec![marked(Mark::Strong, "Tên")], ..cell("", true) };
    let rows = [["Hậu", "2.5"], ["Tiền", "-3"], ["", "cạn"]];
    let rows: Vec<Vec<Cell>> = rows.map(|row| row.map(|text| cell(text, false)).into()).into();
    let head = vec![vec![name.clone(), cell("Nước", true)]];
    let of = |options: &str| format!(r#"{{"role":"datatable",{options}{data}}}"#);
    check(&of(""), &[table(head, rows.clone())], &[]);
    check(&of(r#""showDescriptorLabels":false,"#), &[table(vec![], rows.clone())], &[]);
    let upright = |at: usize, head: Cell| -> Vec<Cell> {
        std::iter::once(head).chain(rows.iter().map(|row| row[at].clone())).collect()
    };
    let turned = vec![upright(0, name), upright(1, cell("Nước", true))];
    check(&of(r#""dataOrientation":"vertical","#), &[table(vec![], turned)], &[]);
    check(
        r#"{"role":"htmltable","html":"<table><tr><td>8</td><td>9</td></tr></table>"}"#,
        &[table(vec![], vec![vec![cell("8", false), cell("9", false)]])],
        &[],
    );
}

#[test]
fn quotes_intro_and_bylines() {
    let (article, said) = open(&with(
        r#"{"role":"photo","URL":"https://a.example/1"},{"role":"intro","text":"Sương sớm."},{"role":"author","text":"By Lan Anh"},
        {"role":"byline","text":"Lan Anh | 5 tháng 1"},{"role":"pullquote","text":"Sông là nhà."},{"role":"quote","text":"Một.\n\nHai."}"#,
    ));
    assert_eq!(said, [""; 0]);
    assert_eq!(article.lede, words("Sương sớm."));
    assert_eq!(&*article.authors[0].name, "Lan Anh");
    let quote =
        |content, style| Block::from(BlockKind::Quote { content, cite: vec![], url: None, style });
    let both = Flow::Blocks(vec![paragraph("Một."), paragraph("Hai.")]);
    let expected = [
        BlockKind::Paragraph(vec![marked(Mark::Small, "Lan Anh | 5 tháng 1")]).into(),
        quote(item("Sông là nhà."), QuoteStyle::Pull),
        quote(both, QuoteStyle::Block),
    ];
    assert_eq!(article.body[1..], expected);
}

#[test]
fn the_unknown_keeps_its_words() {
    check(
        r#"{"role":"mai_sau","text":"Lời"},{"role":"hom_kia"},{"role":"nhom","components":[{"role":"body","text":"Trong"}]}"#,
        &[
            paragraph("Lời"),
            BlockKind::Unknown { kind: "hom_kia".into() }.into(),
            paragraph("Trong"),
        ],
        &[
            "/components/0: unknown block type \"mai_sau\": its fallback is shown",
            "/components/1: unknown block type \"hom_kia\": give it a \"fallback\" block",
        ],
    );
}

#[test]
fn a_wrong_type_costs_its_field() {
    each_value_wrong(
        "apple-news",
        &with(
            r#"{"role":"title","text":"Bến"},{"role":"body","text":"Một","additions":[{"type":"link","rangeStart":0,"rangeLength":2,"URL":"https://a.example"}],
            "inlineTextStyles":[{"rangeStart":0,"rangeLength":1,"textStyle":{"fontWeight":700}}]},
            {"role":"container","style":{"fill":{"type":"image","URL":"https://a.example"}},"components":[{"role":"photo","URL":"https://a.example","caption":{"text":"a","format":"html"}}]},
            {"role":"gallery","items":[{"URL":"https://a.example","caption":"b"}]},{"role":"video","URL":"https://a.example","stillURL":"https://a.example"},
            {"role":"datatable","data":{"descriptors":[{"key":"a","label":{"text":"b"}}],"records":[{"a":{"text":"c","format":"markdown"}}]}},
            {"role":"map","items":[{"caption":"a"}]},{"role":"htmltable","html":"<table></table>"}"#,
        ),
    );
}
