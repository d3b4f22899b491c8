//! JSON Feed 1.0 and 1.1: each field of an item, and what the feed says for all of them.

use serde_json::{Value, json};
use trangbao::article::*;
use trangbao::formats::Found;

use super::foreign::{article, open, paragraphs};

/// A feed with these fields besides, and these items.
fn feed(more: Value, items: Value) -> String {
    let mut feed = json!({
        "version": "https://jsonfeed.org/version/1.1", "title": "Báo Sen", "home_page_url": "https://sen.example/", "items": items,
    });
    feed.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    feed.to_string()
}

/// An item with these fields besides.
fn item(more: Value) -> (Article, Vec<String>) {
    let mut item = json!({ "id": "https://sen.example/2024/1", "title": "Mùa sen", "content_html": "<p>Sáng sớm ra đầm.</p>" });
    item.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    article(&feed(json!({}), json!([item])))
}

#[test]
fn what_the_feed_says_holds_for_its_items() {
    let head = json!({ "language": "ar", "authors": [{ "name": "Lan", "url": "https://sen.example/lan", "avatar": "https://sen.example/lan.jpg" }] });
    let items = json!([
        { "id": 1, "content_text": "Một." },
        { "id": 2, "content_text": "Hai.", "language": "en", "author": { "name": "Huệ" } },
        { "id": 3, "content_text": "Ba.", "authors": [{ "name": "Mai" }, { "url": "https://dao.example/" }], "author": { "name": "Cũ" } },
    ]);
    let json = feed(head, items);
    let read = |number| match open(json.as_bytes(), Some(number)).found {
        Found::Article(article) => *article,
        Found::Catalogue(list) => panic!("{list:?}"),
    };
    let names = |article: &Article| -> Vec<String> {
        article.authors.iter().map(|author| author.name.to_string()).collect()
    };
    let first = read(1);
    assert_eq!((names(&first), &*first.lang.tag), (vec!["Lan".into()], "ar"));
    assert!(first.authors[0].image.is_some() && first.authors[0].url.is_some());
    let publisher = first.publisher.unwrap();
    assert_eq!(
        (&*publisher.name, publisher.url.unwrap().as_str()),
        ("Báo Sen", "https://sen.example/")
    );
    assert_eq!(first.id.as_deref(), Some("1"));
    let second = read(2);
    assert_eq!((names(&second), &*second.lang.tag), (vec!["Huệ".into()], "en"));
    assert_eq!(names(&read(3)), ["Mai", "dao.example"]);
}

#[test]
fn a_mistake_of_the_feed_is_told_once() {
    let item = json!({ "id": 1, "content_text": "Một." });
    let json = feed(json!({ "language": "tiếng Việt" }), json!([item, item, item]));
    let opened = open(json.as_bytes(), None);
    assert_eq!(opened.warnings.len(), 1, "{:?}", opened.warnings);
    assert_eq!(opened.warnings[0].pointer, "/language");
}

#[test]
fn text_and_html() {
    let (article, _) =
        item(json!({ "content_html": "", "content_text": "Đoạn <một>.\nVẫn một.\n\nĐoạn hai." }));
    assert_eq!(paragraphs(&article), ["Đoạn <một>.\nVẫn một.", "Đoạn hai."]);
    let (article, _) = item(json!({ "content_text": "Thay thế." }));
    assert_eq!(paragraphs(&article), ["Sáng sớm ra đầm."]);
}

#[test]
fn a_plain_line_keeps_its_words() {
    let title = |title: &str| item(json!({ "title": title })).0.headline.to_string();
    assert_eq!(title("Trà &amp; sen &#8211; Hà Nội"), "Trà & sen – Hà Nội");
    assert_eq!(title("Thẻ <div> & thẻ <p>"), "Thẻ <div> & thẻ <p>");
    assert_eq!(title("Mùa <em>sen</em>"), "Mùa sen");
    let (article, _) = item(json!({ "title": null, "content_html": "<p>Không có tựa.</p>" }));
    assert_eq!(&*article.headline, "Không có tựa.");
}

#[test]
fn metadata() {
    let (article, said) = item(json!({
        "url": "https://sen.example/1", "summary": "Chuyện đầm sen.", "tags": ["Trà &amp; sen", "Hà Nội"],
        "date_published": "2024-01-05T17:30:00+07:00", "date_modified": "2024-01-06T17:30:00+07:00" }));
    assert_eq!(said, [""; 0]);
    assert_eq!(plain_text(&article.lede), "Chuyện đầm sen.");
    assert_eq!(article.topics, [Text::from("Trà & sen"), "Hà Nội".into()]);
    assert_eq!(article.canonical.unwrap().as_str(), "https://sen.example/1");
    assert!(article.published < article.modified);
    let (article, _) = item(json!({ "summary": "Sáng sớm ra đầm." }));
    assert!(article.lede.is_empty());
    assert_eq!(article.canonical.unwrap().as_str(), "https://sen.example/2024/1");
}

#[test]
fn main_picture_and_banner() {
    let lead = |more| item(more).0.lead_image.unwrap().url.to_string();
    assert_eq!(lead(json!({ "image": "/a.jpg" })), "https://sen.example/a.jpg");
    assert_eq!(lead(json!({ "banner_image": "/b.jpg" })), "https://sen.example/b.jpg");
    let (article, _) = item(json!({ "image": "/a.jpg", "banner_image": "/b.jpg" }));
    let BlockKind::Image(banner) = &article.body[0].kind else { panic!("{:?}", article.body) };
    assert_eq!(banner.url.as_str(), "https://sen.example/b.jpg");
    let (article, _) = item(json!({ "image": "/a.jpg", "banner_image": "/a.jpg" }));
    assert_eq!(article.body.len(), 1);
}

#[test]
fn a_linked_item_shows_where_it_links() {
    let (article, said) = item(json!({ "external_url": "https://khac.example/bai" }));
    assert_eq!(said, [""; 0]);
    let BlockKind::Embed { url, title, .. } = &article.body[1].kind else {
        panic!("{:?}", article.body)
    };
    assert_eq!((url.as_str(), title.as_deref()), ("https://khac.example/bai", Some("Mùa sen")));
    let (article, _) =
        item(json!({ "url": "https://sen.example/1", "external_url": "https://sen.example/1" }));
    assert_eq!(article.body.len(), 1);
}

#[test]
fn attachments() {
    let (article, said) = item(json!({ "attachments": [
        { "url": "https://sen.example/1.mp3", "mime_type": "audio/mpeg", "title": "Bản đọc", "size_in_bytes": 1200, "duration_in_seconds": 61.4 },
        { "url": "https://sen.example/1.mp4", "mime_type": "video/mp4", "title": "Phim" },
        { "url": "https://sen.example/1.webm", "mime_type": "video/webm", "title": "Phim" },
        { "url": "https://sen.example/2.webm", "mime_type": "video/webm" },
        { "url": "https://sen.example/3.webm" },
        { "url": "https://sen.example/1.JPG?w=9", "title": "Đầm sen" },
        { "url": "https://sen.example/tep/gia-tra.pdf", "mime_type": "application/pdf" },
        { "url": "javascript:alert(1)", "mime_type": "application/pdf" } ] }));
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said[0].starts_with("/items/0/attachments/7/url: address left out"), "{said:?}");
    let [track] = &article.audio[..] else { panic!("{:?}", article.audio) };
    assert_eq!(
        (track.name.as_deref(), track.seconds, track.source.bytes),
        (Some("Bản đọc"), Some(61), Some(1200))
    );
    let [_, one, two, three, picture, file] = &article.body[..] else {
        panic!("{:?}", article.body)
    };
    for (film, files) in [(one, 2), (two, 1), (three, 1)] {
        let BlockKind::Video(film) = &film.kind else { panic!("{film:?}") };
        assert_eq!(film.sources.len(), files);
    }
    let BlockKind::Image(picture) = &picture.kind else { panic!("{picture:?}") };
    assert_eq!(plain_text(&picture.caption), "Đầm sen");
    let BlockKind::Embed { title, .. } = &file.kind else { panic!("{file:?}") };
    assert_eq!(title.as_deref(), Some("gia-tra.pdf"));
}

#[test]
fn relative_addresses_are_the_items() {
    let (article, _) =
        item(json!({ "content_html": "<p><a href='anh'>Ảnh</a></p><img src='../a.jpg'>" }));
    let all = format!("{:?}", article.body);
    assert!(
        all.contains("https://sen.example/2024/anh") && all.contains("https://sen.example/a.jpg"),
        "{all}"
    );
}

#[test]
fn an_item_alone_and_a_feed_without_version() {
    let one = json!({ "id": "1", "url": "https://sen.example/1", "title": "Mùa sen", "content_html": "<p>Ra đầm.</p>" });
    assert_eq!(&*article(&one.to_string()).0.headline, "Mùa sen");
    let opened =
        open(json!({ "title": "Báo Sen", "items": [one, one] }).to_string().as_bytes(), None);
    assert_eq!(opened.format, "json-feed");
    assert!(matches!(opened.found, Found::Catalogue(list) if list.items.len() == 2));
}

#[test]
fn a_wrong_type_costs_its_field() {
    let fields = [
        "id",
        "url",
        "external_url",
        "title",
        "content_text",
        "summary",
        "image",
        "banner_image",
        "date_published",
        "date_modified",
        "authors",
        "author",
        "tags",
        "language",
        "attachments",
    ];
    let two = json!({ "id": 2, "content_text": "Hai." });
    let wrongs = json!([null, true, -1.5, "\u{202e}", [], [[3]], [{}], {}]);
    for wrong in wrongs.as_array().unwrap() {
        for field in fields {
            let (article, _) = item(json!({ field: wrong }));
            assert_eq!(paragraphs(&article), ["Sáng sớm ra đầm."], "{field}: {wrong}");
        }
        open(feed(json!({}), json!([wrong, two])).as_bytes(), None);
        for field in ["title", "language", "authors", "author", "home_page_url"] {
            let (article, _) = article(&feed(json!({ field: wrong }), json!([two])));
            assert_eq!(paragraphs(&article), ["Hai."], "{field}: {wrong}");
        }
    }
}
