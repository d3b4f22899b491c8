//! What stands around the body.

use super::*;

/// An article with these members besides its headline.
fn with(members: &str) -> Parsed {
    read(&format!(r#"{{"headline":"Tin","body":[{{"type":"divider"}}],{members}}}"#))
}

/// A member is read as `expected`, without a warning.
#[track_caller]
fn check<T: PartialEq + std::fmt::Debug>(members: &str, read: fn(Article) -> T, expected: T) {
    let parsed = with(members);
    assert_eq!(said(&parsed), [""; 0], "{members}");
    assert_eq!(read(parsed.article), expected, "{members}");
}

/// A member is read as `expected`, with this one warning.
#[track_caller]
fn check_warned<T: PartialEq + std::fmt::Debug>(
    members: &str,
    read: fn(Article) -> T,
    expected: T,
    warning: &str,
) {
    let parsed = with(members);
    assert_eq!(said(&parsed), [warning], "{members}");
    assert_eq!(read(parsed.article), expected, "{members}");
}

fn author(name: &str) -> Author {
    Author { name: name.into(), job_title: None, url: None, image: None }
}

fn texts(texts: &[&str]) -> Vec<Text> {
    texts.iter().map(|text| (*text).into()).collect()
}

#[test]
fn every_property() {
    let parsed = read(&fixture("metadata.json"));
    let emphasis = marked(Mark::Emphasis, "nghề");
    let portrait = Image { size: Some((96, 96)), ..image("lan.webp") };
    let lan = Author {
        job_title: Some("Phóng viên".into()),
        url: Some(url("/tac-gia/ngoc-lan")),
        image: Some(portrait),
        ..author("Ngọc Lan")
    };
    let female = AudioTrack {
        source: MediaSource {
            mime: Some("audio/mpeg".into()),
            bytes: Some(1_500_000),
            ..media("doc-nu.mp3")
        },
        name: Some("Giọng nữ".into()),
        seconds: Some(180),
    };
    let male =
        AudioTrack {
            source: media("doc-nam.mp3"), name: Some("Giọng nam".into()), seconds: None
        };
    let peach = Related {
        image: Some(image("dao.webp")),
        description: Some("Vào vụ".into()),
        ..related("Đào Nhật Tân", "https://bao.example/a/dao")
    };
    let expected = Article {
        id: Some("tra-sen-quang-ba".into()),
        canonical: Some(url("https://bao.example/tra-sen.html")),
        lang: Lang::new("vi-VN"),
        kicker: Some("Làng nghề".into()),
        headline: "Trà sen Quảng Bá".into(),
        alternative_headline: Some("Nghìn bông cho một cân trà".into()),
        lede: vec![Inline::Text("Ướp trà là ".into()), emphasis, Inline::Text(".".into())],
        authors: vec![lan, author("Báo Sen Hồ"), author("Thu Hà")],
        publisher: Some(Publisher {
            name: "Báo Sen Hồ".into(),
            url: Some(url("https://bao.example/")),
            logo: Some(image("https://bao.example/icons/logo.svg")),
        }),
        published: Some(fifth_of_january(17 * 3600 + 30 * 60, true)),
        modified: Some(fifth_of_january(18 * 3600 + 30 * 60, true)),
        section: Some("Văn hóa".into()),
        topics: texts(&["trà sen", "Quảng Bá", "Tây Hồ"]),
        lead_image: Some(Image {
            size: Some((1200, 800)),
            alt: Some("Đầm sen".into()),
            credit: Some("Thu Hà".into()),
            ..image("sen.webp")
        }),
        related: vec![peach, related("https://khac.example/", "https://khac.example/")],
        audio: vec![female, male],
        corrections: vec![Correction {
            text: vec![Inline::Text("Sửa ".into()), marked(Mark::Strong, "số")],
            date: Some(fifth_of_january(86_400, false)),
        }],
        credit: Some("Ảnh: Thu Hà".into()),
        copyright: Some("© 2024 Báo Sen Hồ".into()),
        license: Some(License::Url(url("https://creativecommons.org/licenses/by/4.0/"))),
        body: vec![paragraph("Trà.")],
        notes: vec![],
    };
    assert_eq!(parsed.article, expected);
    assert_eq!(said(&parsed), [""; 0]);
}

#[test]
fn only_the_headline_is_required() {
    let parsed = read(r#"{"headline":"Tin"}"#);
    assert_eq!(parsed.article, Article { headline: "Tin".into(), ..Article::default() });
    assert_eq!(said(&parsed), [""; 0]);
    assert_eq!(&*parsed.article.lang.tag, "vi");
}

#[test]
fn something_stands_in_for_a_missing_headline() {
    let missing = r#": "headline" is missing or empty"#;
    let check = |json: &str, expected: &str| {
        let parsed = read(json);
        assert_eq!(&*parsed.article.headline, expected);
        assert_eq!(said(&parsed), [missing]);
    };
    check(r#"{"name":"Tên","articleBody":"Sen nở."}"#, "Tên");
    check(
        r#"{"headline":" ","body":[{"type":"divider"},{"type":"paragraph","text":"Sen nở."}]}"#,
        "Sen nở.",
    );
    let thirteen = ["chữ"; 13].join(" ");
    check(&format!(r#"{{"articleBody":"{thirteen}"}}"#), &format!("{} …", ["chữ"; 12].join(" ")));
}

#[test]
fn without_headline_and_words_there_is_no_article() {
    for json in [
        "{}",
        "[]",
        "null",
        "12",
        r#""chữ""#,
        r#"{"@type":"NewsArticle"}"#,
        r#"{"body":[]}"#,
        r#"{"headline":"","body":[{"type":"paragraph","text":""}]}"#,
        r#"{"headline":12.5}"#,
        r#"{"articleBody":" \n "}"#,
        r#"{"items":[]}"#,
        r#"[{"headline":"Tin"}]"#,
    ] {
        assert_eq!(try_read(json), Err(ParseError::NotAnArticle), "{json}");
    }
}

#[test]
fn article_body_is_used_where_body_has_nothing() {
    let parsed = read(&fixture("article-body.json"));
    let expected = ["Đoạn một,\ndòng hai.", "Đoạn hai.", "Đoạn ba."].map(paragraph);
    assert_eq!(parsed.article.body, expected);
    assert_eq!(said(&parsed), [""; 0]);

    let both = read(r#"{"headline":"Tin","body":[],"articleBody":"Chữ."}"#);
    assert_eq!(both.article.body, [paragraph("Chữ.")]);
    let preferred = read(r#"{"headline":"Tin","body":[{"type":"divider"}],"articleBody":"Chữ."}"#);
    assert_eq!(preferred.article.body, [BlockKind::Divider.into()]);
    let wrong = read(r#"{"headline":"Tin","body":7,"articleBody":"Chữ."}"#);
    assert_eq!(wrong.article.body, [paragraph("Chữ.")]);
    assert_eq!(said(&wrong), ["/body: left out: a list of blocks belongs here"]);
    let text = read(r#"{"headline":"Tin","body":"Một.\n\nHai."}"#);
    assert_eq!(text.article.body, [paragraph("Một."), paragraph("Hai.")]);
}

#[test]
fn identifiers_can_stand_in_a_route() {
    check(r#""@id":"tay-ho.2024_a~b""#, |a| a.id, Some("tay-ho.2024_a~b".into()));
    check(r#""@id":"chuyện-hồ""#, |a| a.id, Some("chuyện-hồ".into()));
    check(r#""@id":4512""#.trim_end_matches('"'), |a| a.id, Some("4512".into()));
    for other in ["https://bao.example/a", "a/b", "..", "a b", "a?b", "a#b", "a%2Fb", ""] {
        check(&format!(r#""@id":"{other}""#), |a| a.id, None);
    }
}

#[test]
fn the_original_is_a_url_or_the_main_entity() {
    let page = || Some(url("https://bao.example/x"));
    check(r#""url":"/x","mainEntityOfPage":"/y""#, |a| a.canonical, page());
    check(r#""mainEntityOfPage":"/x""#, |a| a.canonical, page());
    check(r#""mainEntityOfPage":{"@id":"/x"}"#, |a| a.canonical, page());
    check(r#""mainEntityOfPage":{"url":"/x"}"#, |a| a.canonical, page());
    check(r#""mainEntityOfPage":true"#, |a| a.canonical, None);
}

#[test]
fn languages_bring_their_direction() {
    check(r#""inLanguage":"ar""#, |a| a.lang.dir, Dir::Rtl);
    check(r#""inLanguage":["en-GB","vi"]"#, |a| a.lang, Lang::new("en-GB"));
    check(r#""inLanguage":"en_GB""#, |a| a.lang.tag, "en-GB".into());
    let wrong = "/inLanguage: left out: not a BCP 47 language tag";
    check_warned(r#""inLanguage":"Tiếng Việt""#, |a| a.lang, Lang::new("vi"), wrong);
}

#[test]
fn the_lede_is_the_abstract_or_else_the_description() {
    check(r#""abstract":"Một","description":"Hai""#, |a| a.lede, words("Một"));
    check(r#""abstract":"","description":"Hai""#, |a| a.lede, words("Hai"));
    check(r#""description":"Hai""#, |a| a.lede, words("Hai"));
}

#[test]
fn people_are_named_in_several_ways() {
    check(r#""author":"Lan""#, |a| a.authors, vec![author("Lan")]);
    check(r#""author":{"name":["Lan","L."]}"#, |a| a.authors, vec![author("Lan")]);
    check(r#""author":["Lan",{"name":"Hà"}]"#, |a| a.authors, vec![author("Lan"), author("Hà")]);
    let nameless = r#"/author/0: "name" is missing or empty"#;
    check_warned(r#""author":[{"url":"/x"},"Lan"]"#, |a| a.authors, vec![author("Lan")], nameless);
    let publisher = Publisher { name: "Báo".into(), url: None, logo: None };
    check(r#""publisher":"Báo""#, |a| a.publisher, Some(publisher));
}

#[test]
fn only_a_later_change_is_an_update() {
    let modified = |published: &str, modified: &str| {
        let dates = format!(r#""datePublished":"{published}","dateModified":"{modified}""#);
        with(&dates).article.modified
    };
    let noon = "2024-01-05T12:00:00+07:00";
    let moment = fifth_of_january(12 * 3600 + 60, true);
    assert_eq!(modified(noon, "2024-01-05T12:01:00+07:00"), Some(moment));
    assert_eq!(modified(noon, "2024-01-05T05:01:00Z"), Some(moment));
    assert_eq!(modified(noon, noon), None);
    assert_eq!(modified(noon, "2024-01-05T05:00:00Z"), None);
    assert_eq!(modified(noon, "2024-01-04T23:00:00+07:00"), None);
    assert_eq!(modified(noon, "2024-01-05"), None);
    assert_eq!(modified("2024-01-05", "2024-01-05"), None);
    check(r#""dateModified":"2024-01-05""#, |a| a.modified, Some(fifth_of_january(0, false)));
    let wrong = "/dateModified: left out: not a date in ISO 8601";
    check_warned(r#""dateModified":"5/1/2024""#, |a| a.modified, None, wrong);
}

#[test]
fn keywords_are_a_list_or_a_text_with_commas() {
    let expected = || texts(&["sen", "Tây Hồ"]);
    check(r#""keywords":" sen,  Tây Hồ,,sen ,""#, |a| a.topics, expected());
    check(r#""keywords":["sen","Tây Hồ","sen"]"#, |a| a.topics, expected());
    check(r#""keywords":"sen;Tây Hồ""#, |a| a.topics, expected());
    let wrong = "/keywords/1: left out: text belongs here";
    check_warned(r#""keywords":["sen",{},"Tây Hồ"]"#, |a| a.topics, expected(), wrong);
    let whole = r#""keywords":["sen",{"@type":"DefinedTerm","name":"Trà, sen"}]"#;
    check(whole, |a| a.topics, texts(&["sen", "Trà, sen"]));
    let many: Vec<_> = (0..100).map(|n| n.to_string()).collect();
    check(&format!(r#""keywords":"{}""#, many.join(",")), |a| a.topics.len(), 40);
}

#[test]
fn one_or_many() {
    check(r#""articleSection":["Văn hóa","Hà Nội"]"#, |a| a.section, Some("Văn hóa".into()));
    check(r#""image":["a.webp","b.webp"]"#, |a| a.lead_image, Some(image("a.webp")));
    check(r#""relatedLink":"/x""#, |a| a.related.len(), 1);
    check(r#""audio":"a.mp3""#, |a| a.audio.len(), 1);
    check(r#""correction":["Một","Hai"]"#, |a| a.corrections.len(), 2);
}

#[test]
fn a_licence_is_an_address_or_a_sentence() {
    let by = || Some(License::Url(url("https://by.example/")));
    check(r#""license":"https://by.example/""#, |a| a.license, by());
    check(r#""license":{"url":"https://by.example/","name":"BY"}"#, |a| a.license, by());
    check(r#""license":{"name":"BY"}"#, |a| a.license, Some(License::Words("BY".into())));
    check(
        r#""license":"Xin ghi nguồn""#,
        |a| a.license,
        Some(License::Words("Xin ghi nguồn".into())),
    );
}

#[test]
fn lengths_of_time() {
    let seconds = |article: Article| article.audio[0].seconds;
    for (written, read) in [
        ("90", 90),
        (r#""PT90S""#, 90),
        (r#""PT1M30S""#, 90),
        (r#""PT1H""#, 3600),
        (r#""PT1H2M3.9S""#, 3723),
        ("0", 0),
        ("90.4", 90),
    ] {
        check(&format!(r#""audio":{{"url":"a.mp3","duration":{written}}}"#), seconds, Some(read));
    }
    for written in ["P1D", "PT", "PT5", "1:30", "PTS", "PT99999999H", "P1DT1S"] {
        check_warned(
            &format!(r#""audio":{{"url":"a.mp3","duration":"{written}"}}"#),
            seconds,
            None,
            "/audio/duration: left out: not seconds, or a duration in ISO 8601",
        );
    }
}

#[test]
fn nothing_in_one_line_hides_or_reorders_it() {
    let parsed = read(
        r#"{"headline":" Tin\u202e\n nóng\u200b ","kicker":"a\u0000b\u0007","author":"La\u2066n",
            "body":[{"type":"paragraph","text":"e\u0301\u0301\u0301\u0301\u0301\u0301\u202e"}]}"#,
    );
    assert_eq!(&*parsed.article.headline, "Tin nóng");
    assert_eq!(parsed.article.kicker.as_deref(), Some("ab"));
    assert_eq!(parsed.article.authors, [author("Lan")]);
    assert_eq!(parsed.article.body, [paragraph("e\u{301}\u{301}\u{301}\u{301}")]);
}

#[test]
fn markup_in_text_is_text() {
    let payload = "<img src=x onerror=alert(1)>";
    let parsed = read(&format!(r#"{{"headline":"{payload}","articleBody":"{payload}"}}"#));
    assert_eq!(&*parsed.article.headline, payload);
    assert_eq!(parsed.article.body, [paragraph(payload)]);
}
