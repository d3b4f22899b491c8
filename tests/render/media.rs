//! Pictures, galleries, video, sound and embeds.

use super::*;

#[test]
fn picture_keeps_its_place() {
    let picture = Image {
        alt: Some("Hồ".into()),
        caption: words("Hồ Tây"),
        credit: Some("Lan".into()),
        focus: Some(Focus { x: 5, y: 0 }),
        renditions: vec![Rendition { url: url("s.webp"), width: 480, height: None, bytes: None }],
        ..sized("l.webp")
    };
    check(
        BlockKind::Image(picture),
        r#"<figure class="tb-figure"><div class="tb-frame">
        <img class="tb-img tb-fx-5 tb-fy-0" loading="eager" fetchpriority="high" decoding="async"
         referrerpolicy="no-referrer" width="1200" height="800" alt="Hồ"
         sizes="(min-width: 728px) 680px, 100vw"
         srcset="https://bao.example/articles/s.webp 480w, https://bao.example/articles/l.webp 1200w"
         src="https://bao.example/articles/l.webp"></div>
        <figcaption><span class="tb-caption" dir="auto">Hồ Tây</span> <span class="tb-credit" dir="auto">Lan</span></figcaption>
        </figure>"#,
    );
}

#[test]
fn picture_of_unknown_size_gets_a_box() {
    check_within(
        article(vec![BlockKind::Image(image("l.webp"))]),
        r#"<div class="tb-frame tb-unsized"><img "#,
    );
}

#[test]
fn only_the_first_screens_picture_hurries() {
    let far = (0..3).map(|_| BlockKind::Paragraph(words("Chữ.")));
    let html = render_article(article(far.chain([BlockKind::Image(sized("l.webp"))]).collect()));
    assert!(html.contains(r#"loading="lazy""#) && !html.contains("fetchpriority"), "{html}");

    let near = vec![BlockKind::Image(sized("a.webp")), BlockKind::Image(sized("b.webp"))];
    let html = render_article(article(near.clone()));
    assert_eq!(html.matches(r#"fetchpriority="high""#).count(), 1, "{html}");

    let led = Article { lead_image: Some(sized("c.webp")), ..article(near) };
    let html = render_article(led);
    assert_eq!(html.matches(r#"loading="eager""#).count(), 1, "{html}");
    assert!(html.find("eager") < html.find("tb-body"), "{html}");
}

#[test]
fn lead_picture_is_not_shown_twice() {
    let body = Image {
        renditions: vec![Rendition { url: url("l.webp"), width: 480, height: None, bytes: None }],
        ..sized("xl.webp")
    };
    let article =
        Article { lead_image: Some(sized("l.webp")), ..article(vec![BlockKind::Image(body)]) };
    let html = render_article(article);
    assert_eq!(html.matches("<img").count(), 1, "{html}");
}

#[test]
fn a_picture_can_wait_for_a_tap_or_stay_out() {
    let json = r#"{ "headline": "Tin", "image": { "url": "/a.webp", "width": 30, "height": 20,
            "description": "Hồ Tây", "caption": "Sáng sớm", "encoding": [{ "url": "/b.webp", "width": 20 }] },
        "relatedLink": [{ "name": "Một", "url": "/1", "image": { "url": "/1.webp" } }],
        "body": [{ "type": "video", "sources": [{ "url": "/v.mp4" }], "poster": { "url": "/p.webp" } }] }"#;
    let source = Source { address: Some(BASE), resolve };
    let article = parse(json.as_bytes(), &source).unwrap().article;
    let of = |pictures| {
        let article = article.clone();
        render(move || view::article::article(&Cx { pictures, ..shown() }, &article))
    };
    let tap = of(Pictures::Tap);
    assert!(tap.contains(r#"data-src="https://bao.example/a.webp" data-srcset="#), "{tap}");
    assert!(tap.contains(r#"<span class="tb-broken-alt" dir="auto">Hồ Tây</span>"#));
    assert!(tap.contains(r#"<button class="tb-retry" type="button">Xem ảnh</button>"#));
    let never = of(Pictures::Never);
    assert!(never.contains(r#"<p class="tb-picture-words" dir="auto">Hồ Tây</p>"#), "{never}");
    assert!(!never.contains("a.webp"));
    for html in [tap, never] {
        assert!(html.contains("Sáng sớm") && html.contains("Một"));
        assert!(!html.contains(" src=\"https://bao.example/a") && !html.contains(" srcset="));
        assert!(!html.contains("1.webp") && !html.contains("p.webp"), "{html}");
        assert!(html.contains(r#"preload="none""#));
    }
}

#[test]
fn an_embed_asks_the_articles_own_server_without_cookies() {
    let json = r#"{ "headline": "Tin", "image": "/a.webp", "body": [
        { "type": "image", "image": "https://anh.example/b.webp" }] }"#;
    let source = Source { address: Some(BASE), resolve };
    let article = parse(json.as_bytes(), &source).unwrap().article;
    let of = |cookieless: Option<&str>| {
        let (article, cookieless) = (article.clone(), cookieless.map(str::to_owned));
        render(move || {
            view::article::article(&Cx { cookieless: cookieless.clone(), ..shown() }, &article)
        })
    };
    let html = of(Some("https://bao.example"));
    let tag = |name: &str| html.split('<').find(|tag| tag.contains(name)).unwrap().to_owned();
    assert!(tag("a.webp").contains(r#"crossorigin="anonymous""#), "{html}");
    assert!(!tag("b.webp").contains("crossorigin"), "{html}");
    assert!(!of(None).contains("crossorigin"));
}

#[test]
fn gallery_is_a_grid_or_a_row() {
    let gallery = |layout| BlockKind::Gallery {
        images: vec![sized("a.webp")],
        layout,
        caption: words("Chùm"),
    };
    let rest = r#"<figure class="tb-picture"><div class="tb-frame"><img class="tb-img" loading="lazy" decoding="async" referrerpolicy="no-referrer" width="1200" height="800" alt="" src="https://bao.example/articles/a.webp"></div></figure></div>
        <figcaption><span class="tb-caption" dir="auto">Chùm</span></figcaption></figure>"#;
    check(
        gallery(GalleryLayout::Grid),
        &[r#"<figure class="tb-figure tb-gallery"><div class="tb-grid">"#, rest].concat(),
    );
    check(
        gallery(GalleryLayout::Carousel),
        &[
            r#"<figure class="tb-figure tb-gallery"><div class="tb-carousel" tabindex="0" role="group" aria-label="Chùm ảnh">"#,
            rest,
        ]
        .concat(),
    );
}

#[test]
fn video_waits_for_its_reader() {
    let video = Video {
        sources: vec![MediaSource { size: Some((1280, 720)), ..media("v.mp4", "video/mp4") }],
        poster: Some(image("p.webp")),
        tracks: vec![TextTrack {
            url: url("v.vtt"),
            lang: Some(Lang::new("vi")),
            label: Some("Tiếng Việt".into()),
        }],
        caption: words("Hồ"),
        seconds: Some(62),
    };
    check(
        BlockKind::Video(video),
        r#"<figure class="tb-figure"><div class="tb-frame">
        <video class="tb-video" controls="" playsinline="" preload="none" poster="https://bao.example/articles/p.webp" width="1280" height="720" aria-label="Video, 1:02">
        <source src="https://bao.example/articles/v.mp4" type="video/mp4">
        <track kind="captions" srclang="vi" label="Tiếng Việt" src="https://bao.example/articles/v.vtt">
        </video></div><figcaption><span class="tb-caption" dir="auto">Hồ</span></figcaption></figure>"#,
    );
}

#[test]
fn audio_says_how_long_it_is() {
    let track = AudioTrack {
        source: MediaSource { bytes: Some(1_480_000), ..media("a.mp3", "audio/mpeg") },
        name: Some("Tiếng ve".into()),
        seconds: Some(25),
    };
    let player = r#"<span class="tb-audio-name"><bdi>Tiếng ve</bdi> <span class="tb-audio-about">0:25 · 2&nbsp;MB</span></span>
        <audio controls="" preload="none" src="https://bao.example/articles/a.mp3" aria-label="Tiếng ve, 0:25"></audio>"#
        .replace("&nbsp;", "\u{a0}");
    check(
        BlockKind::Audio { track: track.clone(), caption: words("Ghi ở đầm.") },
        &format!(
            r#"<figure class="tb-figure tb-audio">{player}<figcaption><span class="tb-caption" dir="auto">Ghi ở đầm.</span></figcaption></figure>"#
        ),
    );
    check_within(
        Article { audio: vec![track], ..article(vec![]) },
        &format!(
            r#"<section class="tb-listen" aria-labelledby="tb-listen"><h2 class="tb-section-title"><span id="tb-listen">Nghe bài</span></h2><div class="tb-audio">{player}</div></section>"#
        ),
    );
}

#[test]
fn embed_loads_nothing_by_itself() {
    let embed = |address: &str, size| BlockKind::Embed {
        provider: Some("YouTube".into()),
        url: url(address),
        title: Some("Phim".into()),
        size,
        caption: vec![],
    };
    check(
        embed("https://www.youtube.com/watch?v=abc", Some((400, 400))),
        r#"<figure class="tb-figure tb-embed"><div class="tb-embed-card tb-shape-1-1">
        <p class="tb-embed-title" dir="auto">Phim</p><p class="tb-embed-host">Nội dung của www.youtube.com</p>
        <button type="button" class="tb-button tb-embed-load" data-src="https://www.youtube-nocookie.com/embed/abc" data-title="Phim"><span>Tải nội dung từ YouTube</span></button>
        <a class="tb-embed-link" href="https://www.youtube.com/watch?v=abc" rel="noopener noreferrer nofollow"><span>Mở tại YouTube</span></a>
        </div></figure>"#,
    );
    // What the page's policy would refuse is a link.
    let html = render_article(article(vec![embed(
        "https://www.youtube.com.khac.example/watch?v=abc",
        None,
    )]));
    assert!(!html.contains("<button") && html.contains("tb-embed-link"), "{html}");
    assert!(!html.contains("<iframe"), "{html}");
}
