//! What real files of a format have beside what its definition says, or against it.

use serde_json::{Value, json};
use trangbao::article::*;
use trangbao::formats::{Found, Opened};
use trangbao::text::dates::iso;

use super::foreign::{open, paragraphs};

const ONE: &str = "Sáng nay mặt hồ có sương mù dày.";
const TWO: &str = "Đến trưa thì chợ hoa vắng người.";

fn opened(json: &Value) -> Opened {
    open(json.to_string().as_bytes(), None)
}

/// The article of a file of this format, and what was said of it.
#[track_caller]
fn article(format: &str, json: Value) -> (Article, Vec<String>) {
    let Opened { format: found, found: Found::Article(article), warnings } = opened(&json) else {
        panic!("a catalogue: {json}")
    };
    assert_eq!(found, format, "{json}");
    (*article, warnings.iter().map(ToString::to_string).collect())
}

/// A file of this format with several articles.
#[track_caller]
fn list(format: &str, json: Value) -> (Catalogue, Vec<String>) {
    let Opened { format: found, found: Found::Catalogue(list), warnings } = opened(&json) else {
        panic!("an article: {json}")
    };
    assert_eq!(found, format, "{json}");
    (*list, warnings.iter().map(ToString::to_string).collect())
}

fn with(base: &Value, more: Value) -> Value {
    let mut all = base.clone();
    all.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    all
}

#[test]
fn feeds_with_dates_of_other_feeds() {
    let items = json!([
        { "id": 1, "title": "Một", "content_text": ONE, "date_published": "Fri, 31 May 2019" },
        { "id": 2, "title": "Hai", "content_text": ONE, "date_published": "Fri, 31 May 2019 10:00:00 GMT" },
        { "id": 3, "title": "Ba", "content_text": ONE, "date_published": 1559296800, "date_modified": "" }]);
    let (list, said) =
        list("json-feed", json!({ "version": "https://jsonfeed.org/version/1", "items": items }));
    assert_eq!(said, [""; 0]);
    let dates: Vec<_> = list.items.iter().map(|item| iso(&item.published.unwrap())).collect();
    assert_eq!(dates, ["2019-05-31", "2019-05-31T17:00:00+07:00", "2019-05-31T17:00:00+07:00"]);
}

#[test]
fn a_feed_whose_first_item_says_little() {
    let items = json!([{ "id": "1", "title": "Một", "summary": ONE }, { "id": "2", "url": "/2", "content_html": "<p>Hai</p>" }]);
    let (list, _) = list("json-feed", json!({ "title": "Báo Sen", "items": items }));
    assert_eq!(list.items.len(), 2);
}

#[test]
fn a_warning_of_one_of_several_is_given_once() {
    let post = json!({ "id": 1, "title": { "rendered": "Sen" }, "featured_media": 9,
        "content": { "rendered": format!("<p>{ONE}</p>") } });
    let (_, said) = list("wordpress", json!([post, post]));
    assert_eq!(said.len(), 2, "{said:?}");
}

#[test]
fn posts_in_an_envelope() {
    let post = json!({ "id": 1, "title": { "rendered": "Sen" }, "content": { "rendered": format!("<p>{ONE}</p>") } });
    for (key, around) in [("body", json!({ "status": 200, "headers": {} })), ("data", json!({}))] {
        let (list, _) = list("wordpress", with(&around, json!({ key: [post, post] })));
        assert_eq!(list.items.len(), 2);
        let (alone, said) = article("wordpress", with(&around, json!({ key: post })));
        assert_eq!((paragraphs(&alone), said.len()), (vec![ONE.to_owned()], 0));
    }
}

#[test]
fn a_post_of_a_network_is_no_button() {
    let html = format!(
        "<div class='social-embed'><blockquote class='twitter-tweet'><p>{ONE}</p></blockquote></div>\
         <div class='social-share'><a href='/x'>Chia sẻ</a></div><p>{TWO}</p>"
    );
    let post = json!({ "id": 1, "title": { "rendered": "Sen" }, "content": { "rendered": html } });
    let (article, said) = article("wordpress", post);
    assert!(matches!(article.body[0].kind, BlockKind::Quote { .. }));
    assert_eq!(paragraphs(&article), [TWO]);
    assert_eq!(said, ["/content/rendered: left out: buttons to share"]);
}

/// An article of a page.
fn page(more: Value) -> Value {
    let base = json!({ "@context": "https://schema.org", "@type": "NewsArticle", "headline": "Sen",
        "articleBody": ONE, "datePublished": "2024-01-05T17:30:00+07:00", "image": "/a.jpg" });
    with(&base, more)
}

#[test]
fn texts_in_lists_and_in_objects_of_json_ld() {
    for more in [
        json!({ "articleBody": [ONE] }),
        json!({ "articleBody": { "@value": ONE, "@language": "vi" } }),
        json!({ "headline": ["Sen"] }),
        json!({ "headline": { "@value": "Sen" } }),
        json!({ "datePublished": ["2024-01-05T17:30:00+07:00"] }),
        json!({ "dateModified": "Fri Jan 05 2024 17:30:00 GMT+0700" }),
        json!({ "image": { "@list": ["/a.jpg"] } }),
        json!({ "image": { "@type": "ImageObject", "url": ["/a.jpg"] } }),
        json!({ "image": { "@id": "/a.jpg?w=1" } }),
    ] {
        let (article, said) = article("schema-org", page(more.clone()));
        assert_eq!(said, [""; 0], "{more}");
        assert_eq!((&*article.headline, paragraphs(&article)), ("Sen", vec![ONE.to_owned()]));
        assert_eq!(iso(&article.published.unwrap()), "2024-01-05T17:30:00+07:00");
        assert!(article.lead_image.is_some(), "{more}");
    }
}

#[test]
fn articles_below_other_nodes_of_a_page() {
    for json in [
        json!({ "NewsArticle": page(json!({})), "BreadcrumbList": { "@type": "BreadcrumbList" } }),
        json!({ "@type": "WebPage", "name": "Trang", "hasPart": [page(json!({}))] }),
        json!({ "@type": "Blog", "name": "Nhật ký", "blogPost": [page(json!({ "@type": "BlogPosting" }))] }),
    ] {
        assert_eq!(paragraphs(&article("schema-org", json).0), [ONE]);
    }
}

#[test]
fn paragraphs_by_number_and_under_unknown_names() {
    for content in [
        json!({ "0": ONE, "1": TWO }),
        json!([{ "p": ONE }, { "p": TWO }]),
        json!([[ONE], { "đoạn": { "câu": TWO } }]),
    ] {
        let (article, said) = article("plain", json!({ "title": "Sen", "content": content }));
        assert_eq!((paragraphs(&article), said.len()), (vec![ONE.to_owned(), TWO.to_owned()], 0));
    }
}

#[test]
fn a_headline_with_a_body_of_another_name() {
    for key in ["bodyHtml", "maintext", "noi_dung"] {
        let (article, _) = article("plain", json!({ "headline": "Sen", key: ONE }));
        assert_eq!(paragraphs(&article), [ONE]);
    }
    let json = json!({ "uri": "urn:x", "headline": "Sen", "body_html": format!("<p>{ONE}</p>") });
    assert_eq!(paragraphs(&article("ninjs", json).0), [ONE]);
    let (short, _) = article("plain", json!({ "title": "Sen", "content": "Ngắn." }));
    assert_eq!(paragraphs(&short), ["Ngắn."]);
    let json = json!({ "Title": "Sen", "Body": ONE, "PublishedDate": "/Date(1704423600000)/" });
    let (net, said) = article("plain", json);
    assert_eq!(iso(&net.published.unwrap()), "2024-01-05T10:00:00+07:00");
    assert_eq!(said, [""; 0]);
}

#[test]
fn a_document_of_components_without_a_version() {
    let json = json!({ "title": "Sen", "components": [{ "role": "lạ", "components": [
        { "role": "container", "components": [{ "role": "body", "text": ONE }] }, { "role": "x", "text": TWO }] }] });
    assert_eq!(paragraphs(&article("apple-news", json).0), [ONE, TWO]);
}

#[test]
fn an_introduction_below_a_caption_or_in_a_box_stays_there() {
    let photo = json!({ "role": "photo", "URL": "https://bao.example/a.jpg", "caption": "Hồ" });
    let intro = json!({ "role": "intro", "text": ONE });
    let document =
        |components: Value| json!({ "version": "1.7", "title": "Sen", "components": components });
    let (below, _) = article("apple-news", document(json!([photo, intro])));
    assert_eq!((below.lede.len(), paragraphs(&below)), (0, vec![ONE.to_owned()]));
    let aside = json!({ "role": "aside", "components": [intro] });
    assert!(article("apple-news", document(json!([aside]))).0.lede.is_empty());
    let (first, _) = article("apple-news", document(json!([intro, photo])));
    assert_eq!(plain_text(&first.lede), ONE);
    // A container that nobody knows may speak itself.
    let both =
        json!({ "role": "lạ", "text": ONE, "components": [{ "role": "body", "text": TWO }] });
    assert_eq!(paragraphs(&article("apple-news", document(json!([both]))).0), [ONE, TWO]);
}
