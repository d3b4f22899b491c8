//! Addresses in articles: relative to their file, and refused where they would harm.

use super::*;

const REFUSED: &str =
    "address left out: use https (for links also http, mailto or tel) without a user name";

/// What no page may be given, whatever it is for.
const UNSAFE: [&str; 9] = [
    "javascript:alert(1)",
    " jAvA\\nScRiPt:alert(1)",
    "vbscript:x",
    "data:text/html,<script>",
    "blob:https://bao.example/1",
    "file:///etc/passwd",
    "https://bank.example@evil.example/",
    "https:///",
    "//[",
];

#[test]
fn relative_addresses_count_from_the_file() {
    for (written, expected) in [
        ("x", "https://bao.example/articles/x"),
        ("../x", "https://bao.example/x"),
        ("/x", "https://bao.example/x"),
        ("//khac.example/x", "https://khac.example/x"),
        ("?q", "https://bao.example/articles/a.json?q"),
        ("Hồ Tây", "https://bao.example/articles/H%E1%BB%93%20T%C3%A2y"),
    ] {
        let parsed = read(&format!(r#"{{"headline":"Tin","url":"{written}"}}"#));
        assert_eq!(parsed.article.canonical.unwrap().as_str(), expected);
    }
}

#[test]
fn without_an_address_of_the_file_only_whole_ones_count() {
    let source = Source { address: None, resolve: standard };
    let json = r#"{"headline":"Tin","url":"/x","image":"https://anh.example/a.webp"}"#;
    let parsed = parse(json.as_bytes(), &source).unwrap();
    assert_eq!(parsed.article.canonical, None);
    assert_eq!(parsed.article.lead_image.unwrap().url.as_str(), "https://anh.example/a.webp");
    assert_eq!(
        said(&Parsed { article: Article::default(), warnings: parsed.warnings }),
        [format!("/url: {REFUSED}")]
    );
}

#[test]
fn an_unsafe_address_goes_and_its_words_stay() {
    for address in UNSAFE {
        let refused = |place: &str| format!("{place}: {REFUSED}");
        check_body(
            &format!(
                r#"[{{"type":"paragraph","text":{{"text":"Chữ","marks":[{{"link":{{"url":"{address}"}}}}]}}}}]"#
            ),
            &[paragraph("Chữ")],
            &[&refused("/body/0/text/marks/0/link/url")],
        );
        let quote = BlockKind::Quote {
            content: Flow::Text(words("Chữ")),
            cite: vec![],
            url: None,
            style: QuoteStyle::Block,
        };
        check_body(
            &format!(r#"[{{"type":"quote","text":"Chữ","url":"{address}"}}]"#),
            &[quote.into()],
            &[&refused("/body/0/url")],
        );
        for member in ["url", "mainEntityOfPage", "relatedLink", "image", "audio"] {
            let parsed = read(&format!(r#"{{"headline":"Tin","{member}":"{address}"}}"#));
            assert_eq!(parsed.article, Article { headline: "Tin".into(), ..Article::default() });
            assert_eq!(said(&parsed), [refused(&format!("/{member}"))], "{address}");
        }
        let parsed =
            read(&format!(r#"{{"headline":"Tin","author":{{"name":"Lan","url":"{address}"}}}}"#));
        assert_eq!(parsed.article.authors.len(), 1);
        assert_eq!(said(&parsed), [refused("/author/url")]);
    }
}

#[test]
fn pictures_and_recordings_ask_nothing_of_the_readers_network() {
    for address in [
        "http://anh.example:8080/a.webp",
        "http://localhost/a.webp",
        "http://[::1]/a.webp",
        "https://localhost/a.webp",
        "https://router.local/a.webp",
        "https://nas/a.webp",
        "https://192.168.1.1/a.webp",
        "https://0x7f000001/a.webp",
        "https://[::1]/a.webp",
        "https://169.254.169.254/latest/meta-data",
        "data:image/svg+xml,<svg/>",
        "mailto:a@b.example",
    ] {
        for member in ["image", "audio"] {
            let parsed = read(&format!(r#"{{"headline":"Tin","{member}":"{address}"}}"#));
            assert_eq!(said(&parsed), [format!("/{member}: {REFUSED}")], "{address}");
        }
    }
    for address in ["https://anh.example/a.webp", "data:image/png;base64,AAAA", "/a.svg"] {
        let parsed = read(&format!(r#"{{"headline":"Tin","image":"{address}"}}"#));
        assert!(parsed.article.lead_image.is_some(), "{address}");
    }
}

#[test]
fn pictures_and_recordings_of_old_pages_come_by_https() {
    let json = r#"{"headline":"Tin","image":"http://anh.example:80/a.webp?b#c","audio":"http://anh.example/a.mp3","url":"http://bao.example/tin"}"#;
    let parsed = read(json);
    assert_eq!(said(&parsed), [""; 0]);
    let article = parsed.article;
    assert_eq!(article.lead_image.unwrap().url.as_str(), "https://anh.example/a.webp?b#c");
    assert_eq!(article.audio[0].source.url.as_str(), "https://anh.example/a.mp3");
    // A link is followed as it stands.
    assert_eq!(article.canonical.unwrap().as_str(), "http://bao.example/tin");
}

#[test]
fn a_block_whose_address_is_refused_is_left_out() {
    let embed = r#"[{"type":"embed","url":"javascript:x","title":"Phim"}]"#;
    check_body(embed, &[], &[&format!("/body/0/url: {REFUSED}")]);
    let gallery = r#"[{"type":"gallery","images":["http://x.local/a.webp","b.webp"]}]"#;
    let kept = BlockKind::Gallery {
        images: vec![image("b.webp")],
        layout: GalleryLayout::Grid,
        caption: vec![],
    };
    check_body(gallery, &[kept.into()], &[&format!("/body/0/images/0: {REFUSED}")]);
}
