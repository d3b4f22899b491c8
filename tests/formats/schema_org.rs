//! schema.org as real pages carry it.

use super::plain::{headlines, open_as};
use super::*;

#[track_caller]
fn open(json: &str) -> (Article, Vec<String>) {
    open_as("schema-org", json)
}

#[test]
fn the_article_of_a_graph_need_not_come_first() {
    let article = r##"{ "@type": ["NewsArticle", "Article"], "headline": "Tin", "articleBody": "Hai câu.",
        "author": { "@id": "#lan" }, "image": [{ "@id": "#anh" }], "publisher": { "@id": "#bao" } }"##;
    let others = r##"{ "@type": "WebSite", "name": "Trang", "url": "https://bao.example/" },
        { "@type": "Person", "@id": "#lan", "name": "Lan Anh", "image": { "@id": "#anh" } },
        { "@type": "ImageObject", "@id": "#anh", "url": "https://cdn.example/a.jpg", "caption": "Hồ" },
        { "@type": "Organization", "@id": "#bao", "name": "Báo Thử",
          "logo": { "@type": "ImageObject", "url": "https://cdn.example/logo.png" } }"##;
    for json in [
        format!(r#"[{others},{article}]"#),
        format!(r#"{{"@context":"https://schema.org","@graph":[{others},{article}]}}"#),
        format!(r#"[{{"@graph":[{others},{article}]}}]"#),
    ] {
        let (article, said) = open(&json);
        assert_eq!(said.len(), 0, "{said:?}");
        assert_eq!(article.body, [paragraph("Hai câu.")]);
        if !json.starts_with("[{\"@graph") {
            assert_eq!(&*article.authors[0].name, "Lan Anh");
            let picture = Image { caption: words("Hồ"), ..image("https://cdn.example/a.jpg") };
            assert_eq!(article.lead_image, Some(picture));
            assert!(article.publisher.unwrap().logo.is_some());
        }
    }
}

#[test]
fn the_shapes_of_people_pictures_and_dates() {
    let (article, said) = open(
        r#"[{ "@type": "https://schema.org/OpinionNewsArticle", "headline": "Tin &#039;nóng&#039;",
            "description": "Gọn &amp; rõ", "articleBody": "Hai câu.", "creator": ["Lan", { "name": ["Đức"] }],
            "image": ["https://cdn.example/buc-anh-1.jpg", { "contentUrl": "https://cdn.example/buc-anh-2.jpg" }],
            "datePublished": 1704450600.0, "dateModified": "", "articleSection": ["Đời sống", "Hà Nội"],
            "keywords": [{ "@type": "DefinedTerm", "name": "sen" }, "hồ, sen"], "inLanguage": "vi-VN",
            "publisher": "Báo Thử" }]"#,
    );
    assert_eq!(said, [""; 0]);
    assert_eq!(&*article.headline, "Tin 'nóng'");
    assert_eq!(article.lede, words("Gọn & rõ"));
    let names: Vec<&str> = article.authors.iter().map(|author| &*author.name).collect();
    assert_eq!(names, ["Lan", "Đức"]);
    assert_eq!(article.published, Some(fifth_of_january(17 * 3600 + 30 * 60, true)));
    assert_eq!(article.section.as_deref(), Some("Đời sống"));
    assert_eq!(article.topics, ["sen".into(), "hồ".into()]);
    assert_eq!(article.lead_image, Some(image("https://cdn.example/buc-anh-1.jpg")));
    let second = BlockKind::Image(image("https://cdn.example/buc-anh-2.jpg")).into();
    assert_eq!(article.body, [paragraph("Hai câu."), second]);
}

#[test]
fn a_body_with_html_entities_or_no_lines() {
    let (article, _) = open(r#"{ "headline": "Tin", "articleBody": "<p>Một.</p><p>Hai.</p>" }"#);
    assert!(!article.body.is_empty());
    let (article, _) =
        open(r#"{ "headline": "Tin", "articleBody": "&amp;Ccedil;orum\n\nR&amp;D &eacute;" }"#);
    assert_eq!(article.body, [paragraph("Çorum"), paragraph("R&D é")]);
    let line = "Một câu vừa phải để lấp cho đầy trang báo hôm nay. ".repeat(40);
    let (article, _) =
        open(&format!(r#"{{ "@type": "Article", "headline": "Tin", "articleBody": "{line}" }}"#));
    assert!(article.body.len() > 2);
}

#[test]
fn videos_are_played_or_linked() {
    let (article, said) = open(
        r#"{ "@type": "NewsArticle", "headline": "Tin", "articleBody": "Hai câu.", "video": [
            { "@type": "VideoObject", "name": "Mưa", "contentUrl": "https://cdn.example/mua.mp4", "duration": "PT1M30S",
              "thumbnailUrl": ["https://cdn.example/mua.jpg"] },
            { "@type": "VideoObject", "name": "Nắng", "embedUrl": "https://player.example/nang" } ] }"#,
    );
    assert_eq!(said, [""; 0]);
    let rain = Video {
        sources: vec![media("https://cdn.example/mua.mp4")],
        poster: Some(image("https://cdn.example/mua.jpg")),
        tracks: vec![],
        caption: words("Mưa"),
        seconds: Some(90),
    };
    assert_eq!(article.body.len(), 3);
    assert_eq!(article.body[1], BlockKind::Video(rain).into());
    let BlockKind::Embed { title, .. } = &article.body[2].kind else {
        panic!("{:?}", article.body)
    };
    assert_eq!(title.as_deref(), Some("Nắng"));
}

#[test]
fn a_live_blog_is_a_timeline() {
    let (article, _) = open(
        r#"[{ "@type": "LiveBlogPosting", "headline": "Trực tiếp", "liveBlogUpdate": [
            { "@type": "BlogPosting", "headline": "Bàn thắng", "articleBody": "Phút 90.",
              "datePublished": "2024-01-05T17:30:00+0700" } ] }]"#,
    );
    let at = fifth_of_january(17 * 3600 + 30 * 60, true);
    let item = TimelineItem {
        date: Some(TimelineDate::Moment(at)),
        title: Some("Bàn thắng".into()),
        blocks: vec![paragraph("Phút 90.")],
    };
    assert_eq!(article.body, [BlockKind::Timeline { items: vec![item] }.into()]);
}

#[test]
fn fields_of_other_systems_carry_the_body() {
    let (article, said) = open(
        r#"{ "@type": "NewsArticle", "headline": "Tin", "description": "Gọn.", "content": "Hai câu văn.",
            "category": "Thế giới", "image": "https://cdn.example/thumb/buc-anh-1.jpg",
            "image-urls": { "image1": "https://cdn.example/buc-anh-2.jpg" }, "language": null }"#,
    );
    assert_eq!(said, [""; 0]);
    let second = BlockKind::Image(image("https://cdn.example/buc-anh-2.jpg")).into();
    assert_eq!(article.body, [paragraph("Hai câu văn."), second]);
    assert_eq!(article.section.as_deref(), Some("Thế giới"));
}

#[test]
fn lists_of_articles_are_catalogues() {
    let json = r#"[{"@type":"NewsArticle","headline":"Một","articleBody":"A b."},
        {"@type":"BreadcrumbList","itemListElement":[]}, {"headline":"Hai","body":[{"type":"paragraph","text":"C"}]}]"#;
    assert_eq!(headlines(json), ["Một", "Hai"]);
    let list = r#"{"@type":"ItemList","itemListElement":[{"@type":"ListItem","item":{"@type":"NewsArticle","headline":"Một"}},
        {"@type":"ListItem","item":{"@type":"NewsArticle","headline":"Hai"}}]}"#;
    assert_eq!(headlines(list), ["Một", "Hai"]);
}

#[test]
fn the_native_format_stays_what_it_is() {
    for json in [
        r#"{"headline":"Tin","articleBody":"Một < hai & ba > bốn."}"#,
        r#"{"@type":"NewsArticle","headline":"Tin","body":[{"type":"paragraph","text":"&amp; <p>"}]}"#,
    ] {
        let (article, said) = open_as("native", json);
        let parsed = read(json);
        assert_eq!((article, said), (parsed.article.clone(), super::said(&parsed)));
    }
}

#[test]
fn references_without_end_do_not_grow() {
    let node = |at: usize| {
        let refs: Vec<String> = (0..100).map(|to| format!(r##"{{"@id":"#{to}"}}"##)).collect();
        format!(
            r##"{{"@id":"#{at}","@type":"NewsArticle","headline":"Tin","articleBody":"A b.","author":[{}]}}"##,
            refs.join(",")
        )
    };
    let nodes: Vec<String> = (0..100).map(node).collect();
    assert_eq!(headlines(&format!("[{}]", nodes.join(","))).len(), 100);
}
