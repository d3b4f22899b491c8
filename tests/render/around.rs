//! What stands around a body, and instead of it: head, related, foot, catalogue, failures, skeletons.

use super::*;
use trangbao::error::LoadError;
use trangbao::strings::EN;
use trangbao::view::element::Out;
use trangbao::view::{catalogue, failure, foot, masthead, skeleton};

#[test]
fn head_in_order() {
    let author = |name: &str, address: Option<&str>| Author {
        name: name.into(),
        job_title: None,
        url: address.map(url),
        image: None,
    };
    let published = Moment { epoch: 1_704_450_600, offset: 420, has_time: true };
    let modified = Moment { epoch: published.epoch + 3600, ..published };
    check_within(
        Article {
            kicker: Some("Phóng sự".into()),
            section: Some("Đời sống".into()),
            alternative_headline: Some("Phụ".into()),
            authors: vec![author("Lan", Some("/lan")), author("Anh", None)],
            published: Some(published),
            modified: Some(modified),
            corrections: vec![Correction { text: words("Sửa."), date: None }],
            lede: words("Sapo."),
            ..article(vec![])
        },
        r#"<article class="tb-article" lang="vi" dir="ltr"><header class="tb-head">
        <p class="tb-kicker" dir="auto">Phóng sự</p>
        <h1 class="tb-headline" tabindex="-1" dir="auto">Tin</h1>
        <p class="tb-subheadline" dir="auto">Phụ</p>
        <div class="tb-meta"><span class="tb-byline"><a href="https://bao.example/lan" rel="noopener noreferrer nofollow"><bdi>Lan</bdi></a>, <bdi>Anh</bdi></span> <time class="tb-date" datetime="2024-01-05T17:30:00+07:00">Thứ sáu, 5/1/2024, 17:30</time> <span class="tb-updated">Cập nhật <time datetime="2024-01-05T18:30:00+07:00">Thứ sáu, 5/1/2024, 18:30</time></span> <span class="tb-minutes">1&nbsp;phút đọc</span></div>
        <aside class="tb-notice" role="note"><strong class="tb-notice-title">Đính chính</strong> <span dir="auto">Sửa.</span></aside>
        <p class="tb-lede">Sapo.</p></header>"#
            .replace("&nbsp;", "\u{a0}")
            .as_str(),
    );
}

#[test]
fn related_are_a_list_or_cards() {
    let pictured =
        Related { image: Some(image("k.webp")), ..related("Thẻ", "https://khac.example/") };
    let article =
        Article { related: vec![pictured, related("Bài", "/b.html")], ..article(vec![]) };
    check_within(
        article.clone(),
        r#"</header><aside class="tb-related" aria-labelledby="tb-related">
        <h2 class="tb-section-title"><span id="tb-related">Tin liên quan</span></h2>
        <ul><li><a href="https://bao.example/b.html" rel="noopener noreferrer nofollow" dir="auto">Bài</a></li></ul></aside><div class="tb-body">"#,
    );
    check_within(
        article,
        r#"</footer><aside class="tb-related tb-cards" aria-labelledby="tb-more">
        <h2 class="tb-section-title"><span id="tb-more">Đọc thêm</span></h2>
        <ul><li><a class="tb-card" href="https://khac.example/" rel="noopener noreferrer nofollow"><div class="tb-frame tb-unsized"><img "#,
    );
}

#[test]
fn interface_words_in_another_language_say_so() {
    check_within(
        Article { lang: Lang::new("ar"), related: vec![related("Bài", "/b")], ..article(vec![]) },
        r#"<span id="tb-related" lang="vi" dir="ltr">Tin liên quan</span>"#,
    );
    check_within(
        Article { lang: Lang::new("en"), related: vec![related("Bài", "/b")], ..article(vec![]) },
        r#"<span id="tb-related">Related</span>"#,
    );
}

#[test]
fn foot_shares_where_no_masthead_does() {
    let cx = cx(&EN);
    let html = render(move || Out::collect(|out| foot::foot(&cx, out, None, None, true)));
    assert!(html.contains(r#"<button class="tb-switch tb-share" type="button">Share</button>"#));
}

#[test]
fn what_a_host_may_style_is_a_part() {
    let json = include_str!("../fixtures/render/whole.json");
    let source = Source { address: Some(BASE), resolve };
    let article = parse(json.as_bytes(), &source).unwrap().article;
    let cx = cx(&VI);
    let html = markup(move || {
        Out::collect(|out| {
            out.node(view::article::article(&cx, &article));
            foot::foot(&cx, out, None, None, false);
        })
    });
    for (part, tag) in [
        ("headline", "<h1"),
        ("lede", "<p"),
        ("byline", "<span"),
        ("body", "<div"),
        ("figure", "<figure"),
        ("caption", "<figcaption"),
        ("related", "<aside"),
        ("toolbar", "<footer"),
    ] {
        let part = format!("part=\"{part}\"");
        let named = html.split('<').filter(|tag| tag.contains(&part));
        let named: Vec<_> = named.map(|tag| format!("<{tag}")).collect();
        assert!(!named.is_empty() && named.iter().all(|t| t.starts_with(tag)), "{part}: {named:?}");
    }
}

#[test]
fn related_articles_can_stay_out() {
    let json = r#"{ "headline": "Tin", "relatedLink": [{ "name": "Một", "url": "/1" },
        { "name": "Hai", "url": "/2", "image": { "url": "/2.webp" } }],
        "body": [{ "type": "related", "items": [{ "name": "Ba", "url": "/3" }] }, "Hết."] }"#;
    let source = Source { address: Some(BASE), resolve };
    let article = parse(json.as_bytes(), &source).unwrap().article;
    let with = article.clone();
    let html = render(move || view::article::article(&shown(), &with));
    assert_eq!(html.matches("<aside").count(), 3);
    let html = render(move || view::article::article(&Cx { related: false, ..shown() }, &article));
    assert!(!html.contains("<aside") && !html.contains("tb-sided"), "{html}");
    assert!(html.contains("Hết."));
}

#[test]
fn foot_offers_both_layouts() {
    let publisher = Publisher { name: "Báo Sen Hồ".into(), url: Some(url("/")), logo: None };
    let cx = cx(&EN);
    let html = render(move || {
        Out::collect(|out| foot::foot(&cx, out, Some(&publisher), Some(&url("/tin.html")), false))
    });
    assert_eq!(
        html,
        tidy(
            r#"<footer class="tb-foot"><p class="tb-publisher"><a href="https://bao.example/" rel="noopener"><bdi>Báo Sen Hồ</bdi></a></p>
            <a class="tb-original" href="https://bao.example/tin.html" rel="noopener">Read the original</a>
            <button type="button" class="tb-switch" data-view-to="mobile">Mobile version</button>
            <button type="button" class="tb-switch" data-view-to="desktop">Desktop version</button></footer>"#
        )
    );
}

#[test]
fn catalogue_goes_by_section() {
    let item = |headline: &str, section: Option<&str>| CatalogueItem {
        id: Some(headline.into()),
        url: None,
        headline: headline.into(),
        lede: None,
        published: None,
        section: section.map(Into::into),
        image: None,
        authors: vec![],
    };
    let sections = [Some("A"), Some("B"), None, Some("A"), Some("B")];
    let items = sections.iter().zip(0..).map(|(s, n)| item(&n.to_string(), *s)).collect();
    let catalogue = Catalogue { title: Some("Báo".into()), items, ..Catalogue::default() };
    let cx = cx(&VI);
    let html = render(move || {
        Out::collect(|out| {
            catalogue::catalogue(&cx, out, &catalogue, &|item| format!("/a/{}", item.headline));
        })
    });
    let order: Vec<_> = html
        .split('<')
        .filter(|piece| {
            piece.starts_with("h1") || piece.starts_with("span") || piece.starts_with("a ")
        })
        .filter_map(|piece| piece.split_once('>'))
        .map(|(_, words)| words)
        .collect();
    assert_eq!(order, ["Báo", "0", "B", "1", "4", "Tin khác", "2", "A", "3"]);
    assert_has(&html, r#"<h2 class="tb-story-title"><a href="/a/0" dir="auto">0</a></h2>"#);
    assert_has(&html, r#"<h3 class="tb-story-title"><a href="/a/4" dir="auto">4</a></h3>"#);
}

#[test]
fn every_failure_has_its_own_words() {
    let errors = [
        LoadError::Offline,
        LoadError::Timeout,
        LoadError::Network,
        LoadError::NotFound,
        LoadError::Gone,
        LoadError::Server { status: 503, wait: 0 },
        LoadError::Status(403),
        LoadError::Cors,
        LoadError::OriginNotAllowed { origin: "https://khac.example".into() },
        LoadError::NotJson { line: 3, column: 14 },
        LoadError::NotArticle,
        LoadError::TooLarge,
    ];
    for strings in [&VI, &EN] {
        let mut said: Vec<_> = errors.iter().map(|error| strings.failure(error).0).collect();
        said.sort_unstable();
        said.dedup();
        assert_eq!(said.len(), errors.len());
        for error in errors.clone() {
            let (what, next) = strings.failure(&error);
            let cx = cx(strings);
            let html = render(move || {
                let original = Some("https://bao.example/x".to_owned());
                Out::collect(|out| failure::failure(&cx, out, &error, original, Some("/".into())))
            });
            assert_has(&html, r#"<div class="tb-failure" role="alert">"#);
            assert_has(&html, what);
            assert_has(&html, next);
            assert_has(&html, &format!(r#"<a class="tb-home" href="/">{}</a>"#, strings.home));
            assert!(
                html.contains("tb-retry-load") && html.contains("https://bao.example/x"),
                "{html}"
            );
        }
    }
}

#[test]
fn a_server_that_names_a_time_is_not_asked_before() {
    let html = |wait| {
        let vi = cx(&VI);
        render(move || {
            let error = LoadError::Server { status: 503, wait };
            Out::collect(|out| failure::failure(&vi, out, &error, None, None))
        })
    };
    assert_has(&html(30), "mã 503, trang sẽ tự thử lại sau 30\u{a0}giây");
    assert_has(&html(30), r#"disabled="" type="button">Thử lại"#);
    assert_has(&html(0), "mã 503</p>");
    assert_has(&html(0), r#"type="button">Thử lại"#);
}

#[test]
fn masthead_and_skeletons_stand_alone() {
    let site = masthead::Site { name: "Báo Sen Hồ".into(), home: "/".into(), logo: None };
    let vi = cx(&VI);
    let html = render(move || Out::collect(|out| masthead::masthead(&vi, out, &site, true)));
    assert_has(&html, r#"<a class="tb-name" href="/"><bdi>Báo Sen Hồ</bdi></a>"#);
    assert_has(&html, r#"aria-label="Chia sẻ""#);
    for show in [skeleton::article, skeleton::catalogue] {
        let vi = cx(&VI);
        let html = render(move || Out::collect(|out| show(&vi, out)));
        assert_has(&html, r#"<p class="tb-hidden" role="status">Đang tải…</p>"#);
        assert_has(&html, r#"<button class="tb-button tb-retry-load" type="button">Dừng</button>"#);
    }
}
