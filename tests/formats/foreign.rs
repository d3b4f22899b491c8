//! Files of other formats: what comes of each, and every real one that is at hand.

use std::path::Path;

use trangbao::article::{Article, BlockKind, plain_text};
use trangbao::formats::{Found, Opened, Source, Wanted, parse_any};
use trangbao::safe_url::standard;

pub fn open(json: &[u8], number: Option<usize>) -> Opened {
    let source = Source { address: Some("https://bao.example/a.json"), resolve: standard };
    let wanted = Wanted { html: trangbao::html::standard, format: None, number };
    parse_any(json, &source, wanted).unwrap()
}

pub fn article(json: &str) -> (Article, Vec<String>) {
    let opened = open(json.as_bytes(), Some(1));
    let said = opened.warnings.iter().map(ToString::to_string).collect();
    match opened.found {
        Found::Article(article) => (*article, said),
        Found::Catalogue(list) => panic!("a catalogue: {list:?}"),
    }
}

pub fn paragraphs(article: &Article) -> Vec<String> {
    let text = |kind: &BlockKind| match kind {
        BlockKind::Paragraph(text) => Some(plain_text(text)),
        _ => None,
    };
    article.body.iter().filter_map(|block| text(&block.kind)).collect()
}

#[test]
fn a_wordpress_post_comes_with_what_it_embeds() {
    let (article, said) = article(
        r#"{ "id": 7, "slug": "sen", "link": "https://bao.example/sen", "date_gmt": "2024-01-05T10:30:00",
        "title": { "rendered": "Sen &#8211; m&ugrave;a đầu" }, "excerpt": { "rendered": "<p>Sương sớm.</p>" },
        "content": { "rendered": "<p>Hồ <strong>Tây</strong>&nbsp;xanh.</p><figure class='wp-block-image'><img src='/a.jpg' width='30' height='20' alt='Sen'><figcaption>Hoa sen</figcaption></figure><div class='sharedaddy'>Chia sẻ</div>" },
        "_embedded": { "author": [{ "name": "Lan", "url": "https://bao.example/lan" }],
          "wp:featuredmedia": [{ "source_url": "https://bao.example/b.jpg", "alt_text": "Hồ", "media_details": { "width": 900, "height": 600, "sizes": {
            "thumbnail": { "source_url": "https://bao.example/t.jpg", "width": 150, "height": 150 },
            "medium": { "source_url": "https://bao.example/m.jpg", "width": 300, "height": 200 } } } }],
          "wp:term": [[{ "taxonomy": "category", "name": "Đời sống" }], [{ "taxonomy": "post_tag", "name": "Hồ Tây" }]] } }"#,
    );
    assert_eq!(&*article.headline, "Sen – mùa đầu");
    assert_eq!(plain_text(&article.lede), "Sương sớm.");
    assert_eq!(paragraphs(&article), ["Hồ Tây\u{a0}xanh."]);
    assert_eq!(&*article.authors[0].name, "Lan");
    assert_eq!(article.section.as_deref(), Some("Đời sống"));
    assert_eq!(&*article.topics[0], "Hồ Tây");
    let lead = article.lead_image.as_ref().unwrap();
    assert_eq!((lead.size, lead.renditions.len()), (Some((900, 600)), 1));
    let BlockKind::Image(image) = &article.body[1].kind else { panic!("{:?}", article.body) };
    assert_eq!((image.url.as_str(), image.size), ("https://bao.example/a.jpg", Some((30, 20))));
    assert_eq!(plain_text(&image.caption), "Hoa sen");
    assert_eq!(said, ["/content/rendered: left out: buttons to share"]);
}

#[test]
fn an_excerpt_that_repeats_the_text_is_no_lede() {
    let (article, _) = article(
        r#"{ "title": { "rendered": "Sen" }, "excerpt": { "rendered": "<p>Hồ Tây xanh, sương sớm giăng kín mặt nước [&hellip;]</p>" },
        "content": { "rendered": "<p>Hồ Tây xanh, sương sớm giăng kín mặt nước và bờ cỏ.</p>" } }"#,
    );
    assert!(article.lede.is_empty());
}

#[test]
fn a_feed_is_a_catalogue_and_a_number_leads_to_one() {
    let json = r#"{ "version": "https://jsonfeed.org/version/1.1", "title": "Báo Sen", "items": [
        { "id": "1", "url": "https://bao.example/1", "title": "Một", "content_html": "<p>Chữ <em>một</em>.</p>" },
        { "id": 2, "content_text": "Đoạn đầu.\n\nĐoạn sau.", "attachments": [
            { "url": "https://bao.example/2.mp3", "mime_type": "audio/mpeg", "duration_in_seconds": 90 }] }] }"#;
    let Found::Catalogue(list) = open(json.as_bytes(), None).found else { panic!("one") };
    assert_eq!(list.title.as_deref(), Some("Báo Sen"));
    let urls: Vec<_> = list.items.iter().filter_map(|item| item.url.as_ref()).collect();
    assert_eq!(urls[1].as_str(), "https://bao.example/a.json#2");
    let Found::Article(second) = open(json.as_bytes(), Some(2)).found else { panic!("several") };
    assert_eq!(paragraphs(&second), ["Đoạn đầu.", "Đoạn sau."]);
    assert_eq!((&*second.headline, second.audio.len()), ("Đoạn đầu.", 1));
}

#[test]
fn html_keeps_its_words_and_nothing_that_could_hurt() {
    let html = "Đầu <b>đậm</b><br><br>hai<script>alert(1)</script><p onclick='x()' style='a'>ba <a href='javascript:alert(1)'>bốn</a> <a href='/n'>năm</a></p>\
        <ul><li>sáu<ul><li>bảy</li></ul></li></ul><table><tr><th>A</th><th>B</th></tr><tr><td>8</td><td>9</td></tr></table>\
        <blockquote><p>mười</p><cite>Ai</cite></blockquote><img data-src='/l.jpg' src='data:image/gif;base64,AA=='><svg><script>x</script></svg>\
        <iframe src='https://www.youtube.com/embed/aqz-KE-bpKQ' title='Phim'></iframe><h3>Đề mục</h3><font><p>cuối</p></font>";
    let json = serde_json::json!({ "title": { "rendered": "T" }, "content": { "rendered": html } });
    let (article, said) = article(&json.to_string());
    let kinds: Vec<String> = article
        .body
        .iter()
        .map(|block| format!("{:?}", block.kind).split([' ', '(', '{']).next().unwrap().to_owned())
        .collect();
    let expected = [
        "Paragraph",
        "Paragraph",
        "Paragraph",
        "List",
        "Table",
        "Quote",
        "Image",
        "Embed",
        "Heading",
        "Paragraph",
    ];
    assert_eq!(kinds, expected);
    assert_eq!(paragraphs(&article), ["Đầu đậm", "hai", "ba bốn năm", "cuối"]);
    let all = format!("{:?}", article.body);
    assert!(!all.contains("javascript:") && !all.contains("alert") && !all.contains("data:"));
    assert!(all.contains("https://bao.example/l.jpg") && all.contains("https://bao.example/n"));
    assert!(said.iter().any(|line| line.starts_with("/content/rendered: address left out")));
}

#[test]
fn html_beyond_the_caps_gives_its_words() {
    for html in [
        "<div>".repeat(100_000) + "sâu",
        "<ul><li>".repeat(16_000) + "sâu",
        "<b>".repeat(500) + "sâu",
        "sâu".to_owned() + &"<br>".repeat(30_000),
    ] {
        let json =
            serde_json::json!({ "title": { "rendered": "T" }, "content": { "rendered": html } });
        let (article, said) = article(&json.to_string());
        assert_eq!(paragraphs(&article), ["sâu"]);
        assert_eq!(said.len(), 1, "{said:?}");
    }
}

/// Every real file of a format, as far as they are at hand.
fn corpus(folder: &str, check: &dyn Fn(&Path, Opened)) {
    let Some(corpus) = std::env::var_os("TRANGBAO_CORPUS") else {
        println!("skipped: TRANGBAO_CORPUS is not set");
        return;
    };
    let mut count = 0;
    for file in std::fs::read_dir(Path::new(&corpus).join(folder)).unwrap().flatten() {
        let path = file.path();
        if path.extension().is_some_and(|end| end == "json") {
            println!("{path:?}");
            check(&path, open(&std::fs::read(&path).unwrap(), None));
            count += 1;
        }
    }
    assert!(count > 0);
}

#[test]
fn every_real_file_opens() {
    for (folder, format) in [
        ("wordpress_rest", "wordpress"),
        ("json_feed", "json-feed"),
        ("apple_news", "apple-news"),
        ("bbc_simorgh", "simorgh"),
        ("ninjs", "ninjs"),
        ("vn_raw", "plain"),
    ] {
        corpus(folder, &|path, opened| {
            assert_eq!(opened.format, format, "{path:?}");
            match opened.found {
                Found::Article(article) => {
                    assert!(!article.headline.is_empty(), "{path:?}");
                }
                Found::Catalogue(list) => assert!(!list.items.is_empty(), "{path:?}"),
            }
        });
    }
    corpus("seed", &|path, opened| {
        assert_eq!(opened.format, "native", "{path:?}");
    });
}
