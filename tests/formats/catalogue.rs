//! The two other files: the list of articles, and the site's settings.

use trangbao::formats::{parse_catalogue, parse_site};
use trangbao::site::{Color, Site};

use super::*;

fn source() -> Source<'static> {
    Source { address: Some("https://bao.example/articles/index.json"), resolve: standard }
}

fn warnings<T>(parsed: &Parsed<T>) -> Vec<String> {
    parsed.warnings.iter().map(ToString::to_string).collect()
}

#[test]
fn a_catalogue() {
    let parsed = parse_catalogue(
        r#"{
            "title": "Báo Sen Hồ", "description": "Chuyện hồ", "publisher": "Báo Sen Hồ",
            "items": [
                { "@id": "a", "url": "a.json", "headline": "Một", "abstract": "Sapo", "datePublished": "2024-01-05",
                  "articleSection": "Văn hóa", "image": "a.webp", "author": [{ "name": "Lan" }] },
                { "@id": "b", "headline": "Hai" },
                { "url": "c.json", "headline": "Ba" }
            ]
        }"#.as_bytes(),
        &source(),
    )
    .unwrap();
    assert_eq!(warnings(&parsed), [""; 0]);
    let bare = |id: Option<&str>, address: Option<&str>, headline: &str| CatalogueItem {
        id: id.map(Into::into),
        url: address.map(url),
        headline: headline.into(),
        lede: None,
        published: None,
        section: None,
        image: None,
        authors: vec![],
    };
    let whole = CatalogueItem {
        lede: Some("Sapo".into()),
        published: Some(fifth_of_january(0, false)),
        section: Some("Văn hóa".into()),
        image: Some(image("a.webp")),
        authors: vec![Author { name: "Lan".into(), job_title: None, url: None, image: None }],
        ..bare(Some("a"), Some("a.json"), "Một")
    };
    let expected = Catalogue {
        title: Some("Báo Sen Hồ".into()),
        description: Some("Chuyện hồ".into()),
        publisher: Some(Publisher { name: "Báo Sen Hồ".into(), url: None, logo: None }),
        items: vec![whole, bare(Some("b"), None, "Hai"), bare(None, Some("c.json"), "Ba")],
    };
    assert_eq!(parsed.article, expected);
}

#[test]
fn a_broken_item_costs_itself() {
    let json = r#"{"title":7.5,"items":[true,{"@id":"a"},{"headline":"Không đường"},{"@id":"a b","url":"javascript:x","headline":"Xấu"},{"@id":"a","headline":"Một","datePublished":"hôm nay"}]}"#;
    let parsed = parse_catalogue(json.as_bytes(), &source()).unwrap();
    assert_eq!(parsed.article.items.len(), 1);
    let places: Vec<_> = parsed.warnings.iter().map(|warning| &*warning.pointer).collect();
    assert_eq!(
        places,
        [
            "/title",
            "/items/0",
            "/items/1",
            "/items/2",
            "/items/3/url",
            "/items/3",
            "/items/4/datePublished"
        ]
    );
}

#[test]
fn what_has_no_items_is_no_catalogue() {
    for json in ["{}", "[]", "null", r#"{"items":{}}"#, r#"{"headline":"Tin"}"#] {
        let read = parse_catalogue(json.as_bytes(), &source());
        assert_eq!(read, Err(ParseError::NotAnArticle), "{json}");
    }
    assert!(parse_catalogue(br#"{"items":[]}"#, &source()).is_ok());
}

#[test]
fn a_sites_settings() {
    let json = r##"{
        "name": "Báo Sen Hồ", "description": "Chuyện hồ", "logo": "/logo.svg", "lang": "vi",
        "allowedOrigins": ["https://ban.example/đường/dẫn", "javascript:x", 7],
        "colors": { "light": { "accent": "#a81e54", "ink": "red", "khác": "#000" }, "dark": { "paper": "#000" } }
    }"##;
    let parsed = parse_site(json.as_bytes(), &source()).unwrap();
    let color = |dark, role, value: &str| Color { dark, role, value: value.into() };
    let expected = Site {
        name: Some("Báo Sen Hồ".into()),
        description: Some("Chuyện hồ".into()),
        logo: Some(url("/logo.svg")),
        lang: Some("vi".into()),
        // A path would only be misread as a limit.
        allowed_origins: vec!["https://ban.example".into()],
        colors: vec![color(false, "accent", "#a81e54"), color(true, "paper", "#000")],
    };
    assert_eq!(parsed.article, expected);
    let places: Vec<_> = parsed.warnings.iter().map(|warning| &*warning.pointer).collect();
    assert_eq!(places, ["/colors/light/ink", "/allowedOrigins/1", "/allowedOrigins/2"]);
}

#[test]
fn a_site_without_settings_has_defaults() {
    for json in ["{}", "[]", "7", r#"{"lang":"auto","colors":7}"#] {
        assert_eq!(
            parse_site(json.as_bytes(), &source()).unwrap().article,
            Site::default(),
            "{json}"
        );
    }
}
