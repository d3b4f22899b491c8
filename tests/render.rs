//! What the view makes of an article: every kind of block and inline beside the markup that hosts
//! and tools rely on, and one whole article.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "this is a test")]

use std::rc::Rc;

use trangbao::article::*;
use trangbao::error::LoadError;
use trangbao::formats::{Source, parse};
use trangbao::safe_url::{SafeUrl, UrlUse};
use trangbao::strings::{EN, Strings, VI};
use trangbao::text::Formats;
use trangbao::view::element::Out;
use trangbao::view::{Cx, article as whole, catalogue, failure, foot, masthead, skeleton};
use yew::prelude::*;

const BASE: &str = "https://bao.example/articles/bai.json";

fn resolve(input: &str, base: Option<&str>) -> Option<String> {
    let url = match base {
        Some(base) => url::Url::parse(base).ok()?.join(input),
        None => url::Url::parse(input),
    };
    Some(url.ok()?.into())
}

fn url(input: &str) -> SafeUrl {
    SafeUrl::new(input, Some(BASE), resolve, UrlUse::Link).unwrap()
}

fn cx(strings: &'static Strings) -> Rc<Cx> {
    Rc::new(Cx { strings, formats: Formats::default(), heading_shift: 0 })
}

#[derive(Properties, Clone)]
struct ShowProps {
    show: Rc<dyn Fn() -> Html>,
}

impl PartialEq for ShowProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.show, &other.show)
    }
}

#[component]
fn Show(props: &ShowProps) -> Html {
    let show = &props.show;
    show()
}

/// Renders as a static page is written, with the attributes of each tag in order.
fn render(show: impl Fn() -> Html + 'static) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let props = ShowProps { show: Rc::new(show) };
    sorted(&tokio::task::LocalSet::new().block_on(&runtime, async {
        yew::LocalServerRenderer::<Show>::with_props(props).hydratable(false).render().await
    }))
}

fn render_article(article: Article) -> String {
    let cx = cx(&VI);
    render(move || whole::article(&cx, &article))
}

fn render_json(json: &str) -> String {
    let source = Source { address: Some(BASE), resolve };
    render_article(parse(json.as_bytes(), &source).unwrap().article)
}

fn article(body: Vec<BlockKind>) -> Article {
    Article {
        headline: "Tin".into(),
        canonical: Some(url("/tin.html")),
        body: body.into_iter().map(Block::from).collect(),
        ..Article::default()
    }
}

/// The same markup with each tag's attributes in order, since their order means nothing.
fn sorted(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some((before, tag)) = rest.split_once('<') {
        out.push_str(before);
        let mut quoted = false;
        let ends = |c: char| {
            quoted ^= c == '"';
            c == '>' && !quoted
        };
        let (tag, after) = tag.split_at(tag.find(ends).unwrap_or(tag.len()));
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        let mut attributes: Vec<_> = attributes.split_inclusive("\" ").map(str::trim).collect();
        attributes.sort_unstable();
        out.push('<');
        out.push_str(&[&[name][..], &attributes].concat().join(" "));
        rest = after;
    }
    out + rest
}

/// Line ends and indents of `expected` are for its reader; within a tag they stand for a space.
fn tidy(expected: &str) -> String {
    let mut out = String::new();
    for line in expected.lines().map(str::trim) {
        if out.rfind('<') > out.rfind('>') {
            out.push(' ');
        }
        out.push_str(line);
    }
    sorted(&out)
}

/// One block, as the whole of a body.
#[track_caller]
fn check(block: BlockKind, expected: &str) {
    let html = render_article(article(vec![block]));
    let body = html.split_once(r#"<div class="tb-body">"#).unwrap().1;
    let body = body.split_once(r#"</div><footer class="tb-end">"#).unwrap().0;
    assert_eq!(body, tidy(expected));
}

/// One inline, as the whole of a paragraph.
#[track_caller]
fn check_inline(mark: Mark, expected: &str) {
    let marked = Inline::Marked { mark, content: words("sen") };
    check(BlockKind::Paragraph(vec![marked]), &format!("<p>{expected}</p>"));
}

/// A whole article that has this in it.
#[track_caller]
fn check_within(article: Article, expected: &str) {
    assert_has(&render_article(article), expected);
}

#[track_caller]
fn assert_has(html: &str, expected: &str) {
    let expected = tidy(expected);
    assert!(html.contains(&expected), "not found:\n{expected}\nin:\n{html}");
}

fn words(text: &str) -> Vec<Inline> {
    vec![Inline::Text(text.into())]
}

fn paragraph(text: &str) -> Block {
    BlockKind::Paragraph(words(text)).into()
}

fn image(name: &str) -> Image {
    Image {
        url: url(name),
        size: None,
        alt: None,
        caption: vec![],
        credit: None,
        bytes: None,
        renditions: vec![],
        focus: None,
    }
}

fn sized(name: &str) -> Image {
    Image { size: Some((1200, 800)), ..image(name) }
}

fn cell(text: &str) -> Cell {
    Cell { text: words(text), header: false, colspan: 1, rowspan: 1, align: Align::Start }
}

fn header(text: &str) -> Cell {
    Cell { header: true, ..cell(text) }
}

fn media(name: &str, mime: &str) -> MediaSource {
    MediaSource { url: url(name), mime: Some(mime.into()), bytes: None, size: None }
}

fn related(name: &str, address: &str) -> Related {
    Related { name: name.into(), url: url(address), image: None, description: None }
}

// Inlines

#[test]
fn marks_are_elements() {
    for (mark, tag) in [
        (Mark::Strong, "strong"),
        (Mark::Emphasis, "em"),
        (Mark::Underline, "u"),
        (Mark::Strike, "s"),
        (Mark::Sub, "sub"),
        (Mark::Sup, "sup"),
        (Mark::Code, "code"),
        (Mark::Highlight, "mark"),
        (Mark::Small, "small"),
    ] {
        check_inline(mark, &format!("<{tag}>sen</{tag}>"));
    }
}

#[test]
fn text_is_text() {
    let run = vec![Inline::Text("<b>&</b>".into()), Inline::Break, Inline::Text("x".into())];
    check(BlockKind::Paragraph(run), "<p>&lt;b&gt;&amp;&lt;/b&gt;<br>x</p>");
}

#[test]
fn another_language_says_so() {
    check_inline(Mark::Lang(Lang::new("ar")), r#"<span lang="ar" dir="rtl">sen</span>"#);
}

#[test]
fn links_vouch_for_nobody() {
    check_inline(
        Mark::Link { url: url("https://khac.example/"), title: None },
        r#"<a href="https://khac.example/" rel="noopener noreferrer nofollow">sen</a>"#,
    );
    check_inline(
        Mark::Link { url: url("https://khac.example/"), title: Some("Ngân hàng".into()) },
        r#"<a href="https://khac.example/" rel="noopener noreferrer nofollow"
             title="Ngân hàng (khac.example)">sen</a>"#,
    );
    check_inline(
        Mark::Link { url: url("/khac.html"), title: None },
        r#"<a href="https://bao.example/khac.html" rel="noopener">sen</a>"#,
    );
}

#[test]
fn footnotes_are_linked_both_ways() {
    let marked = Inline::Marked { mark: Mark::Note(0), content: words("sen") };
    let article = Article {
        notes: vec![Flow::Text(words("Hoa."))],
        ..article(vec![BlockKind::Paragraph(vec![marked])])
    };
    check_within(
        article.clone(),
        r##"<p>sen<sup class="tb-noteref"><a id="tb-noteref-1" href="#tb-note-1" aria-label="Chú thích 1">1</a></sup></p>"##,
    );
    check_within(
        article,
        r##"<section class="tb-notes" aria-labelledby="tb-notes">
            <h2 class="tb-section-title"><span id="tb-notes">Chú thích</span></h2>
            <ol><li id="tb-note-1">Hoa. <a class="tb-note-back" href="#tb-noteref-1" aria-label="Trở lại chỗ đang đọc">"##,
    );
    // A mark without its note keeps its words.
    check_inline(Mark::Note(7), "sen");
}

// Blocks

#[test]
fn paragraph_is_exactly_a_p() {
    check(BlockKind::Paragraph(words("Chữ.")), "<p>Chữ.</p>");
}

#[test]
fn a_blocks_name_is_prefixed() {
    let block = Block { id: Some("muc".into()), kind: BlockKind::Paragraph(words("Chữ.")) };
    check_within(Article { body: vec![block], ..article(vec![]) }, r#"<p id="tb-b-muc">Chữ.</p>"#);
}

#[test]
fn headings_leave_no_level_out() {
    let heading = |level| BlockKind::Heading { level, text: words("Mục") };
    check(heading(HeadingLevel::Two), r#"<h2 class="tb-h2">Mục</h2>"#);
    check(heading(HeadingLevel::Four), r#"<h2 class="tb-h2">Mục</h2>"#);
    check_within(
        article(vec![heading(HeadingLevel::Two), heading(HeadingLevel::Four)]),
        r#"<h2 class="tb-h2">Mục</h2><h3 class="tb-h3">Mục</h3>"#,
    );
}

#[test]
fn headings_sink_below_those_of_the_page_around() {
    let cx = Rc::new(Cx { strings: &VI, formats: Formats::default(), heading_shift: 1 });
    let heading = BlockKind::Heading { level: HeadingLevel::Two, text: words("Mục") };
    let article = article(vec![heading]);
    let html = render(move || whole::article(&cx, &article));
    assert_has(&html, r#"<h2 class="tb-headline" tabindex="-1" dir="auto">Tin</h2>"#);
    assert_has(&html, r#"<h3 class="tb-h2">Mục</h3>"#);
}

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
fn quote_names_its_source() {
    check(
        BlockKind::Quote {
            content: Flow::Text(words("Sen.")),
            cite: words("Bà Hiền"),
            url: Some(url("https://khac.example/")),
            style: QuoteStyle::Block,
        },
        r#"<figure class="tb-quote"><blockquote cite="https://khac.example/"><p>Sen.</p></blockquote>
        <figcaption><cite dir="auto"><a href="https://khac.example/" rel="noopener noreferrer nofollow">Bà Hiền</a></cite></figcaption></figure>"#,
    );
    check(
        BlockKind::Quote {
            content: Flow::Blocks(vec![paragraph("Sen.")]),
            cite: vec![],
            url: None,
            style: QuoteStyle::Pull,
        },
        r#"<figure class="tb-quote tb-pull"><blockquote><p>Sen.</p></blockquote></figure>"#,
    );
}

#[test]
fn lists_nest_and_count() {
    let inner = BlockKind::List { style: ListStyle::Bullet, items: vec![Flow::Text(words("b"))] };
    check(
        BlockKind::List {
            style: ListStyle::Number(3),
            items: vec![Flow::Text(words("a")), Flow::Blocks(vec![inner.into()])],
        },
        r#"<ol start="3"><li>a</li><li><ul><li>b</li></ul></li></ol>"#,
    );
    check(
        BlockKind::List { style: ListStyle::Number(1), items: vec![Flow::Text(words("a"))] },
        "<ol><li>a</li></ol>",
    );
}

#[test]
fn table_says_what_heads_what() {
    let wide = Cell { colspan: 2, ..header("Giá") };
    let right = Cell { align: Align::End, ..cell("7") };
    check(
        BlockKind::Table {
            caption: words("Giá trà"),
            head: vec![vec![cell(""), wide], vec![cell("Năm"), header("Thấp"), header("Cao")]],
            rows: vec![vec![header("2024"), right, Cell { align: Align::Center, ..cell("9") }]],
        },
        r#"<figure class="tb-figure tb-table">
        <div class="tb-scroll" tabindex="0" role="region" aria-label="Giá trà"><table>
        <caption><span class="tb-caption" dir="auto">Giá trà</span></caption>
        <thead><tr><td></td><th scope="colgroup" colspan="2">Giá</th></tr>
        <tr><th scope="col">Năm</th><th scope="col">Thấp</th><th scope="col">Cao</th></tr></thead>
        <tbody><tr><th scope="row">2024</th><td class="tb-right">7</td><td class="tb-center">9</td></tr></tbody>
        </table></div></figure>"#,
    );
    let group = Cell { rowspan: 2, ..header("2025") };
    check(
        BlockKind::Table {
            caption: vec![],
            head: vec![],
            rows: vec![vec![header("A"), header("B")], vec![group, cell("1")], vec![cell("2")]],
        },
        r#"<figure class="tb-figure tb-table">
        <div class="tb-scroll" tabindex="0" role="region" aria-label="Bảng, vuốt ngang để xem hết"><table>
        <tbody><tr><th scope="col">A</th><th scope="col">B</th></tr>
        <tr><th scope="rowgroup" rowspan="2">2025</th><td>1</td></tr><tr><td>2</td></tr></tbody>
        </table></div></figure>"#,
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

#[test]
fn box_has_a_name() {
    check(
        BlockKind::Box {
            title: Some("Ý chính".into()),
            tone: BoxTone::KeyPoints,
            blocks: vec![paragraph("Chữ.")],
        },
        r#"<aside class="tb-box tb-box-key-points" aria-label="Ý chính"><p class="tb-box-title" dir="auto">Ý chính</p><p>Chữ.</p></aside>"#,
    );
    for (tone, class, label) in [
        (BoxTone::Note, "tb-box-note", "Ghi chú"),
        (BoxTone::Info, "tb-box-info", "Thông tin thêm"),
        (BoxTone::Warning, "tb-box-warning", "Lưu ý"),
    ] {
        check(
            BlockKind::Box { title: None, tone, blocks: vec![paragraph("Chữ.")] },
            &format!(r#"<aside class="tb-box {class}" aria-label="{label}"><p>Chữ.</p></aside>"#),
        );
    }
}

#[test]
fn timeline_knows_dates_and_words() {
    let item =
        |date| TimelineItem { date: Some(date), title: Some("Hội".into()), blocks: vec![] };
    let day = Moment { epoch: 1_704_412_800, offset: 420, has_time: false };
    check(
        BlockKind::Timeline {
            items: vec![
                item(TimelineDate::Words("mùa thu 1945".into())),
                TimelineItem {
                    blocks: vec![paragraph("Chữ.")], ..item(TimelineDate::Moment(day))
                },
            ],
        },
        r#"<ol class="tb-timeline"><li class="tb-event"><span class="tb-event-date">mùa thu 1945</span><p class="tb-event-title" dir="auto">Hội</p></li>
        <li class="tb-event"><time class="tb-event-date" datetime="2024-01-05">Thứ sáu, 5/1/2024</time><p class="tb-event-title" dir="auto">Hội</p><p>Chữ.</p></li></ol>"#,
    );
}

#[test]
fn related_in_the_body() {
    check(
        BlockKind::Related { title: None, items: vec![related("Bài", "/b.html")] },
        r#"<aside class="tb-related" aria-label="Tin liên quan"><p class="tb-related-title">Tin liên quan</p>
        <ul><li><a href="https://bao.example/b.html" rel="noopener" dir="auto">Bài</a></li></ul></aside>"#,
    );
}

#[test]
fn code_keeps_its_white_space() {
    let code = BlockKind::Code { language: Some("json".into()), text: "{\n  1\n}".into() };
    let html = render_article(article(vec![code]));
    let expected = r#"<pre class="tb-code" tabindex="0" dir="ltr" translate="no" role="region" aria-label="Mã nguồn"><code>"#;
    assert!(html.contains(&[&tidy(expected), "{\n  1\n}</code></pre>"].concat()), "{html}");
}

#[test]
fn divider() {
    check(BlockKind::Divider, r#"<hr class="tb-divider">"#);
}

#[test]
fn unknown_block_leads_to_the_original() {
    check(
        BlockKind::Unknown { kind: "poll".into() },
        r#"<aside class="tb-notice tb-unknown" role="note"><span>Phần này của bài chưa hiển thị được ở đây.</span> <a href="https://bao.example/tin.html" rel="noopener"><span>Đọc bài gốc</span></a></aside>"#,
    );
}

// Around the body

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
        <div class="tb-meta"><span class="tb-byline"><a href="https://bao.example/lan" rel="noopener"><bdi>Lan</bdi></a>, <bdi>Anh</bdi></span> <time class="tb-date" datetime="2024-01-05T17:30:00+07:00">Thứ sáu, 5/1/2024, 17:30</time> <span class="tb-updated">Cập nhật <time datetime="2024-01-05T18:30:00+07:00">Thứ sáu, 5/1/2024, 18:30</time></span> <span class="tb-minutes">1&nbsp;phút đọc</span></div>
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
        <ul><li><a href="https://bao.example/b.html" rel="noopener" dir="auto">Bài</a></li></ul></aside><div class="tb-body">"#,
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
fn foot_offers_both_layouts() {
    let publisher = Publisher { name: "Báo Sen Hồ".into(), url: Some(url("/")), logo: None };
    let cx = cx(&EN);
    let html = render(move || {
        Out::collect(|out| foot::foot(&cx, out, Some(&publisher), Some(&url("/tin.html"))))
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
        LoadError::Server(503),
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
                Out::collect(|out| failure::failure(&cx, out, &error, original))
            });
            assert_has(&html, r#"<div class="tb-failure" role="alert">"#);
            assert_has(&html, what);
            assert_has(&html, next);
            assert!(
                html.contains("tb-retry-load") && html.contains("https://bao.example/x"),
                "{html}"
            );
        }
    }
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
    }
}

// The whole

#[test]
fn a_whole_article() {
    let html = render_json(include_str!("fixtures/render/whole.json")).replace("><", ">\n<") + "\n";
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/render/whole.html");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(path, &html).unwrap();
    }
    let golden = std::fs::read_to_string(path).unwrap();
    let differs = html.lines().zip(golden.lines()).find(|(new, old)| new != old);
    assert!(
        html == golden,
        "{path} differs, first at {differs:#?}\n\
         If this is meant, run: UPDATE_GOLDEN=1 cargo test --test render a_whole_article"
    );
}

#[test]
fn nothing_that_the_policy_forbids() {
    let html = render_json(include_str!("fixtures/render/whole.json"));
    for forbidden in [" style=", " on", "<script", "<style", "<iframe", "javascript:", " target="] {
        let mut tags =
            html.split('<').filter_map(|piece| piece.split_once('>')).map(|(tag, _)| tag);
        assert!(!tags.any(|tag| format!("<{tag}").contains(forbidden)), "{forbidden}");
    }
}

#[test]
fn ids_are_unique_and_every_inner_link_finds_one() {
    let html = render_json(include_str!("fixtures/render/whole.json"));
    let values = |name: &str| -> Vec<String> {
        let name = format!(" {name}=\"");
        html.split(&name).skip(1).map(|piece| piece.split('"').next().unwrap().to_owned()).collect()
    };
    let ids = values("id");
    let mut unique = ids.clone();
    unique.sort();
    unique.dedup();
    assert_eq!(unique.len(), ids.len());
    assert!(ids.iter().all(|id| id.starts_with("tb-")));
    for link in values("href").iter().filter_map(|href| href.strip_prefix('#')) {
        assert!(ids.iter().any(|id| id == link), "#{link} leads nowhere");
    }
    for label in values("aria-labelledby") {
        assert!(ids.contains(&label), "nothing is called {label}");
    }
}
