//! IPTC ninjs of all its generations, and what Superdesk makes of it.

#[path = "ninjs/files.rs"]
mod files;

use trangbao::article::*;
use trangbao::formats::{Found, Opened, Source, Wanted, parse_any};
use trangbao::safe_url::standard;

fn open(json: &[u8], number: Option<usize>) -> Opened {
    let source = Source { address: Some("https://bao.example/a.json"), resolve: standard };
    let wanted = Wanted { html: trangbao::html::standard, format: None, number };
    parse_any(json, &source, wanted).unwrap()
}

fn article(json: &str) -> (Article, Vec<String>) {
    let opened = open(json.as_bytes(), Some(1));
    assert_eq!(opened.format, "ninjs");
    let said = opened.warnings.iter().map(ToString::to_string).collect();
    match opened.found {
        Found::Article(article) => (*article, said),
        Found::Catalogue(list) => panic!("a catalogue: {list:?}"),
    }
}

/// The body in short: a word for each block, and its text.
fn outline(blocks: &[Block]) -> Vec<String> {
    let flow = |flow: &Flow| match flow {
        Flow::Text(text) => plain_text(text),
        Flow::Blocks(blocks) => outline(blocks).join(" | "),
    };
    let image = |image: &Image| format!("{} ({})", image.url, plain_text(&image.caption));
    let one = |block: &Block| match &block.kind {
        BlockKind::Paragraph(text) => plain_text(text),
        BlockKind::Heading { text, .. } => format!("# {}", plain_text(text)),
        BlockKind::Image(one) => format!("image {}", image(one)),
        BlockKind::Gallery { images, caption, .. } => {
            let all: Vec<_> = images.iter().map(image).collect();
            format!("gallery {}: {}", plain_text(caption), all.join(", "))
        }
        BlockKind::Quote { content, cite, .. } => {
            format!("> {} — {}", flow(content), plain_text(cite))
        }
        BlockKind::List { items, .. } => {
            format!("- {}", items.iter().map(flow).collect::<Vec<_>>().join(" - "))
        }
        BlockKind::Video(video) => {
            let all: Vec<_> = video.sources.iter().map(|file| file.url.as_str()).collect();
            format!("video {} ({})", all.join(" "), plain_text(&video.caption))
        }
        BlockKind::Audio { track, caption } => {
            format!("audio {} ({})", track.source.url, plain_text(caption))
        }
        BlockKind::Box { title, blocks, .. } => {
            format!("box {}: {}", title.as_deref().unwrap_or("-"), outline(blocks).join(" | "))
        }
        BlockKind::Timeline { items } => {
            let one = |item: &TimelineItem| {
                let title = item.title.as_deref().unwrap_or("-");
                format!("{:?} {title}: {}", item.date, outline(&item.blocks).join(" | "))
            };
            format!("timeline {}", items.iter().map(one).collect::<Vec<_>>().join(" "))
        }
        BlockKind::Table { rows, head, .. } => {
            let cells = head.iter().chain(rows).flatten();
            format!(
                "table {}",
                cells.map(|cell| plain_text(&cell.text)).collect::<Vec<_>>().join(" ")
            )
        }
        BlockKind::Embed { url, .. } => format!("embed {url}"),
        BlockKind::Related { .. } => "related".to_owned(),
        BlockKind::Code { text, .. } => format!("code {text}"),
        BlockKind::Divider => "---".to_owned(),
        BlockKind::Unknown { kind } => format!("unknown {kind}"),
    };
    blocks.iter().map(one).collect()
}

#[track_caller]
fn check(json: &str, body: &[&str], warnings: &[&str]) -> Article {
    let (article, said) = article(json);
    assert_eq!(outline(&article.body), body);
    assert_eq!(said, warnings);
    article
}

#[test]
fn the_generations_say_the_same() {
    let first = r#"{ "uri": "urn:bao:1", "type": "text", "firstcreated": "2024-01-05T10:00:00+07:00", "versioncreated": "2024-01-05T17:30:00+07:00",
        "language": "vi", "headline": "Sen nở sớm", "headline_sub": "Hồ Tây vào mùa", "byline": "Lan Chi", "located": "Hà Nội",
        "description_text": "Mùa sen đến trước một tuần.", "body_text": "Đoạn một.\n\nĐoạn hai.", "body_xhtml": "<p>Đoạn <b>một</b>.</p><p>Đoạn hai.</p>",
        "subject": [{ "name": "Đời sống", "code": "1" }], "keywords": ["sen"], "copyrightnotice": "© Báo Sen", "usageterms": "Chỉ dùng cho báo chí",
        "ednote": "Không cắt đoạn hai", "service": [{ "name": "Hà Nội", "code": "hn" }] }"#;
    let third = r#"{ "uri": "urn:bao:1", "type": "text", "firstCreated": "2024-01-05T10:00:00+07:00", "versionCreated": "2024-01-05T17:30:00+07:00",
        "standard": { "name": "ninjs", "version": "3.1", "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json" },
        "language": "vi", "headlines": [{ "role": "sub", "value": "Hồ Tây vào mùa" }, { "role": "main", "value": "Sen nở sớm" }], "by": "Lan Chi", "located": "Hà Nội",
        "descriptions": [{ "role": "writer", "value": "LC" }, { "role": "text", "contentType": "text/plain", "value": "Mùa sen đến trước một tuần." }],
        "bodies": [{ "contentType": "text/plain", "value": "Đoạn một.\n\nĐoạn hai." }, { "contentType": "application/xhtml+xml", "value": "<p>Đoạn <b>một</b>.</p><p>Đoạn hai.</p>" }],
        "subjects": [{ "name": "Đời sống", "rel": "about" }], "keywords": "sen", "copyrightNotice": "© Báo Sen", "usageTerms": "Chỉ dùng cho báo chí",
        "edNote": "Không cắt đoạn hai", "section": "Hà Nội" }"#;
    let [first, third] = [(first, "/ednote"), (third, "/edNote")].map(|(json, note)| {
        let said = format!("{note}: left out: an editor's note");
        check(json, &["Đoạn một.", "Đoạn hai."], &[&said])
    });
    assert_eq!(first, third);
    assert_eq!(
        (&*first.headline, plain_text(&first.lede)),
        ("Sen nở sớm", "Mùa sen đến trước một tuần.".into())
    );
    assert_eq!(first.alternative_headline.as_deref(), Some("Hồ Tây vào mùa"));
    assert_eq!((&*first.authors[0].name, first.kicker.as_deref()), ("Lan Chi", Some("Hà Nội")));
    assert_eq!(first.topics, ["sen".into(), Text::from("Đời sống")]);
    assert_eq!(first.section.as_deref(), Some("Hà Nội"));
    assert_eq!(first.copyright.as_deref(), Some("© Báo Sen"));
    assert_eq!(first.license, Some(License::Words("Chỉ dùng cho báo chí".into())));
    assert_eq!(
        (first.published.unwrap().epoch, first.modified.unwrap().epoch),
        (1_704_423_600, 1_704_450_600)
    );
}

#[test]
fn of_several_versions_one_is_shown() {
    let text = |bodies: &str| {
        format!(
            r#"{{ "uri": "urn:a", "type": "text", "headlines": [{{ "value": "T" }}], "bodies": {bodies} }}"#
        )
    };
    // A summary in HTML is no version of a whole story.
    let short = r#"[{ "contenttype": "text/html", "value": "<p>Tóm tắt: sen.</p>" }, { "contenttype": "text/plain", "value": "Một câu chuyện dài hơn hẳn về sen hồ Tây và người hái sen lúc rạng đông." }]"#;
    check(
        &text(short),
        &["Một câu chuyện dài hơn hẳn về sen hồ Tây và người hái sen lúc rạng đông."],
        &["/bodies/0/value: left out: another version of the text"],
    );
    // A list may be one, and a version may be wrong.
    check(&text(r#"{ "value": "Chữ < 3 & hơn" }"#), &["Chữ < 3 & hơn"], &[]);
    check(
        &text(r#"[{ "value": 7 }, { "value": "Chữ." }, "Chữ.", 8]"#),
        &["Chữ."],
        &["/bodies/0/value: left out: text belongs here", "/bodies/3: left out: text belongs here"],
    );
    // Markup in what is text by its own word stays as it is written.
    check(
        r#"{ "guid": "a", "slugline": "b", "headline": "T", "body_text": "Thẻ <p> mở đoạn" }"#,
        &["Thẻ <p> mở đoạn"],
        &[],
    );
    // An agency that ends paragraphs with their lines.
    let long = "Câu này đủ dài để không ai nghĩ rằng dòng bị cắt theo bề rộng của một cột báo in ngày xưa.";
    let lines = serde_json::json!({ "uri": "urn:a", "type": "text", "headline": "T", "body_text": format!("{long}\n{long}") });
    check(&lines.to_string(), &[long, long], &[]);
}

#[test]
fn nitf_gives_its_words_pictures_and_head() {
    let nitf = r#"<?xml version="1.0"?><!DOCTYPE nitf><nitf><head><title/><docdata><key-list><keyword key="x"/></key-list></docdata></head>
        <body><body.head><hedline><hl1>Sen &amp; sương</hl1></hedline><note><p>Đừng đăng</p></note><byline>Theo <person>Lan Chi</person></byline>
        <dateline><location>Hà Nội</location></dateline></body.head>
        <body.content><block><p lede="true">Câu <em>đầu</em>, <person value='a>b'>bà Hà</person> kể.</p><hl2>Mục</hl2><p/>
        <media media-type="image"><media-reference mime-type="image/jpeg" source="/nho.jpg" width="200" height="100"/>
          <media-reference mime-type="image/jpeg" source='/to.jpg' width="900" height="450" alternate-text="Sen"/>
          <media-caption><p>Sen sớm.</p></media-caption><media-producer>Ảnh: Minh</media-producer></media>
        <bq><block><p>Đẹp lắm</p></block><credit>Ông Ba</credit></bq><ul><li>một</li><li>hai</li></ul><![CDATA[<b>thô</b>]]></block></body.content>
        <body.end><tagline>Hết.</tagline></body.end></body></nitf>"#;
    let json = serde_json::json!({ "uri": "urn:a", "versioncreated": "2024-01-05", "bodies": [
        { "contenttype": "text/plain", "value": "Câu đầu, bà Hà kể. Mục Đẹp lắm Ông Ba một hai" }, { "contenttype": "application/nitf+xml", "value": nitf } ] });
    let article = check(
        &json.to_string(),
        &[
            "Hà Nội",
            "Câu đầu, bà Hà kể.",
            "# Mục",
            "image https://bao.example/to.jpg (Sen sớm.)",
            "> Đẹp lắm — Ông Ba",
            "- một - hai",
            "<b>thô</b>",
            "Hết.",
        ],
        &["/bodies/1/value: left out: an editor's note"],
    );
    assert_eq!((&*article.headline, &*article.authors[0].name), ("Sen & sương", "Theo Lan Chi"));
    let BlockKind::Image(image) = &article.body[3].kind else { panic!() };
    assert_eq!((image.size, image.alt.as_deref()), (Some((900, 450)), Some("Sen")));
    assert_eq!(image.credit.as_deref(), Some("Ảnh: Minh"));
}

#[test]
fn renditions_become_one_picture_with_its_focus() {
    let json = r#"{ "uri": "urn:a", "type": "picture", "headline": "Sen", "description_text": "Sen hồ Tây.", "byline": "Minh", "copyrightholder": "Báo Sen",
        "renditions": {
            "original": { "href": "/goc.jpg", "width": 5000, "height": 2500, "mimetype": "image/jpeg" },
            "16-9": { "href": "/cat.jpg", "width": 1600, "height": 900, "mimetype": "image/jpeg" },
            "baseImage": { "href": "/to.jpg", "width": "1400", "height": 700, "sizeinbytes": 90000, "poi": { "x": 1050, "y": 140 } },
            "thumbnail": { "href": "/nho.jpg", "width": 200, "height": 100 },
            "print": { "href": "/in.tif", "width": 9000, "height": 4500, "mimetype": "image/tiff" },
            "missing": {} } }"#;
    let article = check(json, &["image https://bao.example/to.jpg (Sen hồ Tây.)"], &[]);
    let BlockKind::Image(image) = &article.body[0].kind else { panic!() };
    assert_eq!((image.size, image.bytes), (Some((1400, 700)), Some(90_000)));
    assert_eq!(image.focus, Some(Focus { x: 8, y: 2 }));
    assert_eq!(image.renditions.iter().map(|one| one.width).collect::<Vec<_>>(), [200, 1400]);
    assert_eq!(
        (image.alt.as_deref(), image.credit.as_deref()),
        (Some("Sen"), Some("Minh / Báo Sen"))
    );
    assert!(article.lead_image.is_none() && article.lede.is_empty());

    let list = r#"{ "uri": "urn:a", "type": "picture", "headlines": [{ "value": "Sen" }], "renditions": [
        { "name": "x", "href": "/x.jpg", "width": 0, "height": "cao", "poi": { "x": 3, "y": 4 } }, 7 ] }"#;
    check(
        list,
        &["image https://bao.example/x.jpg ()"],
        &[
            "/renditions/0/height: left out: not a whole number in range",
            "/renditions/0/poi: left out: not a point within the picture",
            "/renditions/1: left out: a rendition belongs here",
        ],
    );
}

#[test]
fn a_picture_that_cannot_be_shown_is_told_and_its_words_stay() {
    let json = r#"{ "uri": "urn:a", "type": "picture", "headline": "Sen", "description_html": "<p>Sen <i>hồ</i> Tây.</p>",
        "renditions": { "a": { "href": "javascript:alert(1)" } } }"#;
    check(
        json,
        &["Sen hồ Tây."],
        &[
            "/renditions/a/href: address left out: use https (for links also http, mailto or tel) without a user name",
            ": cannot be shown here: a picture without a usable address",
        ],
    );
}

#[test]
fn what_the_text_shows_is_completed_and_not_shown_again() {
    let json = r#"{ "guid": "urn:a", "type": "text", "headline": "T", "versioncreated": "2024-01-05",
        "body_html": "<p>Đầu</p>\n<!-- EMBED START Image {id: \"editor_0\"} -->\n<figure><img src=\"/hien.jpg?a=1&amp;b=2\" alt=\"Sen\"><figcaption>Chú thích riêng</figcaption></figure>\n<!-- EMBED END Image {id: \"editor_0\"} -->\n<div><audio controls src=\"/loa/0123456789abcdef0123456789.mp3\" /></div><p>Cuối</p>",
        "associations": {
            "editor_0": { "type": "picture", "headline": "H", "description_text": "Chú thích chung", "byline": "Minh",
                "renditions": { "original": { "href": "/goc.jpg", "width": 900, "height": 600 }, "small": { "href": "/nho.jpg", "width": 300, "height": 200 } } },
            "editor_1": { "type": "audio", "headline": "Lời", "renditions": { "original": { "href": "/khac", "media": "2024/0123456789abcdef0123456789.mp3", "mimetype": "audio/mpeg" } } },
            "featuremedia": { "type": "picture", "description_text": "Ảnh đầu", "renditions": { "original": { "href": "/dau.jpg", "width": 900, "height": 600 } } },
            "trong": null } }"#;
    let article = check(
        json,
        &[
            "Đầu",
            "image https://bao.example/goc.jpg (Chú thích riêng)",
            "audio https://bao.example/loa/0123456789abcdef0123456789.mp3 ()",
            "Cuối",
        ],
        &[],
    );
    let BlockKind::Image(image) = &article.body[1].kind else { panic!() };
    assert_eq!((image.alt.as_deref(), image.credit.as_deref()), (Some("Sen"), Some("Minh")));
    assert_eq!(image.renditions.len(), 2);
    let lead = article.lead_image.unwrap();
    assert_eq!(
        (lead.url.as_str(), plain_text(&lead.caption)),
        ("https://bao.example/dau.jpg", "Ảnh đầu".into())
    );
}

#[test]
fn the_rest_follows_in_order() {
    let picture = |name: &str| {
        format!(
            r#""type": "picture", "uri": "urn:{name}", "renditions": [{{ "name": "r", "href": "/{name}.jpg", "width": 9, "height": 6 }}]"#
        )
    };
    let [a, b, c, d, e] = ["a", "b", "c", "d", "e"].map(picture);
    let json = format!(
        r#"{{ "uri": "urn:0", "type": "text", "headlines": [{{ "value": "T" }}], "bodies": [{{ "value": "Chữ." }}], "associations": [
        {{ "name": "logo", "type": "graphic", "renditions": [{{ "href": "/logo.png" }}] }},
        {{ "name": "p1", {a} }}, {{ "name": "p2", {b} }}, {{ "name": "p2-again", {b} }},
        {{ "name": "v", "type": "video", "descriptions": [{{ "value": "Phim" }}], "renditions": [
            {{ "name": "wmv", "href": "/v.wmv", "contenttype": "video/x-ms-wmv" }}, {{ "name": "mp4", "href": "/v.mp4", "contenttype": "video/mp4", "width": 640, "height": 360, "duration": 61 }},
            {{ "name": "still", "href": "/v.jpg", "width": 640, "height": 360 }} ] }},
        {{ "name": "g--1", {c} }}, {{ "name": "g--2", {d} }},
        {{ "name": "bo", "type": "composite", "headlines": [{{ "value": "Bộ ảnh" }}], "associations": {{ "x": {{ {e} }}, "y": {{ "type": "picture", "renditions": {{ "o": "/y.jpg" }} }} }} }},
        {{ "name": "tin", "type": "text", "uri": "https://bao.example/tin", "headlines": [{{ "value": "Tin khác" }}], "bodies": [{{ "value": "Dài." }}] }},
        {{ "name": "hop", "type": "text", "headlines": [{{ "value": "Bên lề" }}], "bodies": [{{ "value": "Chuyện bên lề." }}] }}, 7 ] }}"#
    );
    let article = check(
        &json,
        &[
            "Chữ.",
            "image https://bao.example/logo.png ()",
            "image https://bao.example/b.jpg ()",
            "video https://bao.example/v.mp4 https://bao.example/v.wmv (Phim)",
            "gallery : https://bao.example/c.jpg (), https://bao.example/d.jpg ()",
            "gallery Bộ ảnh: https://bao.example/e.jpg (), https://bao.example/y.jpg ()",
            "box Bên lề: Chuyện bên lề.",
        ],
        &["/associations/10: left out: an item belongs here"],
    );
    assert_eq!(article.lead_image.unwrap().url.as_str(), "https://bao.example/a.jpg");
    assert_eq!(&*article.related[0].name, "Tin khác");
    let BlockKind::Video(video) = &article.body[3].kind else { panic!() };
    assert_eq!(
        (video.seconds, video.poster.as_ref().unwrap().url.as_str()),
        (Some(61), "https://bao.example/v.jpg")
    );
}

#[test]
fn groups_of_a_publisher_are_galleries_and_boxes() {
    let json = r#"{ "guid": "urn:0", "type": "text", "headline": "T", "body_html": "<p>Chữ.</p>", "extra": { "overtitle": "Dải đầu" },
        "authors": [{ "name": "Lan", "role": "writer", "jobtitle": { "name": "Phóng viên" } }, "Chi"],
        "extra_items": {
            "slideshow": { "type": "media", "items": [
                { "guid": "1", "type": "picture", "description_text": "Một", "renditions": { "original": { "href": "/1.jpg", "width": 9, "height": 6 } } },
                { "guid": "2", "type": "picture", "renditions": { "original": { "href": "/2.jpg", "width": 9, "height": 6 } } } ] },
            "related": { "type": "related_content", "items": [ { "guid": "3", "type": "text", "headline": "Bài khác", "description_text": "Sapo khác", "body_html": "<p>Khác</p>" } ] } },
        "associations": { "slideshow--1": { "guid": "1", "type": "picture", "renditions": {} }, "related--1": { "guid": "3", "type": "text", "headline": "Bài khác" } } }"#;
    let article = check(
        json,
        &[
            "Chữ.",
            "gallery : https://bao.example/1.jpg (Một), https://bao.example/2.jpg ()",
            "box Bài khác: Sapo khác",
        ],
        &["/extra_items/related/items/0: left out: the text of another article"],
    );
    assert_eq!(article.kicker.as_deref(), Some("Dải đầu"));
    assert_eq!(article.authors[0].job_title.as_deref(), Some("Phóng viên"));
    assert_eq!(article.authors.len(), 2);
}

#[test]
fn recordings_and_videos_are_articles_too() {
    let video = r#"{ "uri": "urn:v", "type": "video", "headline": "Phim sen", "description_text": "Sen nở.", "body_html": "<p>Lời bình.</p>",
        "renditions": { "original": { "href": "/v.mp4", "mimetype": "video/mp4" }, "phude": { "href": "/v.vtt", "mimetype": "text/vtt" } } }"#;
    check(video, &["video https://bao.example/v.mp4 (Sen nở.)", "Lời bình."], &[]);
    let audio = r#"{ "uri": "urn:v", "type": "audio", "headline": "Lời sen", "renditions": { "original": { "href": "/v.mp3", "duration": "90" } } }"#;
    check(audio, &["audio https://bao.example/v.mp3 ()"], &[]);
    let silent = r#"{ "uri": "urn:v", "type": "video", "headline": "Phim", "renditions": { "still": { "href": "/v.jpg" } } }"#;
    check(
        silent,
        &["image https://bao.example/v.jpg ()"],
        &[": cannot be shown here: a video without a usable address"],
    );
}

#[test]
fn an_event_says_when_where_and_by_whom() {
    let json = r#"{ "uri": "urn:e", "type": "event", "title": "Lễ hội sen", "language": "vi", "descriptions": [{ "value": "Ba ngày hội." }],
        "eventDetails": { "dates": { "expectedStartDate": "2024-06-01T08:00:00+07:00", "expectedEndDate": "2024-06-03" },
            "organiser": { "name": "Quận Tây Hồ", "contactInfo": [{ "type": "phone", "value": "024 1234" }] }, "eventStatus": "http://cv.example/confirmed" },
        "places": [{ "name": "Đầm Trị", "contactInfo": [{ "address": { "lines": ["Ngõ 1"], "locality": "Hà Nội" } }, { "type": "url", "value": "https://sen.example/" }] }] }"#;
    let article = check(
        json,
        &[
            "Ba ngày hội.",
            "timeline Some(Words(\"2024-06-01 – 2024-06-03\")) -: Đầm Trị, Ngõ 1, Hà Nội, https://sen.example/ | Quận Tây Hồ, 024 1234",
        ],
        &[],
    );
    assert_eq!(&*article.headline, "Lễ hội sen");
    let alone = r#"{ "uri": "urn:e", "title": "Họp", "type": "event", "eventDetails": { "dates": { "startDate": "2024-06-01" } } }"#;
    let (article, _) = self::article(alone);
    let BlockKind::Timeline { items } = &article.body[0].kind else { panic!() };
    assert!(
        matches!(items[0].date, Some(TimelineDate::Moment(_)))
            && items[0].title.as_deref() == Some("Họp")
    );
}

#[test]
fn relative_addresses_are_those_of_the_page() {
    let json = r#"{ "uri": "urn:a", "url": "https://khac.example/tin/1", "type": "picture", "headline": "T", "renditions": { "a": { "href": "anh.jpg" } } }"#;
    check(json, &["image https://khac.example/tin/anh.jpg ()"], &[]);
}
