//! HTML in a field: pictures, recordings, and what others bring.

use super::fragment::*;
use super::*;
use trangbao::error::Problem;

#[test]
fn pictures_come_with_what_is_known() {
    let full = Image {
        size: Some((800, 450)),
        alt: Some("Hồ".into()),
        renditions: vec![
            Rendition { url: url("s.webp"), width: 400, height: None, bytes: None },
            Rendition { url: url("a,b.webp"), width: 800, height: None, bytes: None },
        ],
        ..image("a,b.webp")
    };
    let text = "<a href=big.webp><img src='a,b.webp' width=800 height=450px alt='Hồ' \
        srcset='a,b.webp 800w, s.webp 400w'></a>";
    check(text, &[BlockKind::Image(full).into()], &[]);
    check("Một<img src=a.webp>hai", &[paragraph("Một"), picture("a.webp"), paragraph("hai")], &[]);
    let sources = "<picture><source srcset='s.webp 400w, b.webp 800w'><img src=a.webp></picture>";
    let renditions = vec![
        Rendition { url: url("s.webp"), width: 400, height: None, bytes: None },
        Rendition { url: url("b.webp"), width: 800, height: None, bytes: None },
    ];
    check(sources, &[BlockKind::Image(Image { renditions, ..image("a.webp") }).into()], &[]);
    check("<img class=emoji src=a.png alt='🌸'> Tết", &[paragraph("🌸 Tết")], &[]);
}

#[test]
fn lazy_pictures_are_the_true_ones() {
    let gif = "src='data:image/gif;base64,R0lGODlhAQABAAAAACw='";
    for text in [
        format!("<img {gif} data-src=a.webp>"),
        format!("<img {gif} data-original=a.webp>"),
        format!("<img {gif} data-lazy-src=a.webp><noscript><img src=a.webp></noscript>"),
        format!("<noscript><img src=a.webp></noscript><img {gif} data-src=a.webp>"),
        format!("<img {gif}><noscript><img src=a.webp></noscript>"),
        format!("<p><a href=x><img {gif}></a><noscript><img src=a.webp></noscript></p>"),
        "<img src=blank.gif data-src=a.webp><noscript><img src=a-large.webp></noscript>".into(),
        "<img src='' srcset='a.webp 2x'>".into(),
        "<img data-srcset='a.webp, b.webp 2x' data-src=a.webp>".into(),
    ] {
        check(&text, &[picture("a.webp")], &[]);
    }
}

#[test]
fn a_picture_that_cannot_be_shown_is_named() {
    let none = "cannot be shown here: a picture without an address";
    check("<img>", &[], &[none]);
    check("<img alt=x><img src=''><img src=a.webp>", &[picture("a.webp")], &[none, none]);
    let refused = Problem::UnsafeUrl.to_string();
    check("<img src='http://10.0.0.1/a.webp'>", &[], &[&refused]);
    check("<img src=x width=1 height=1>", &[], &["left out: a tracking pixel"]);
}

#[test]
fn captions_find_their_picture() {
    let expected = [BlockKind::Image(captioned("a.webp", "Chú thích")).into(), paragraph("Một")];
    for text in [
        "<figure><img src=a.webp><figcaption>Chú thích</figcaption></figure>Một",
        "<figure><figcaption>Chú thích</figcaption><a href=x><img src=a.webp></a></figure>Một",
        "<figure><div><img src=a.webp></div><figcatpion>Chú thích</figcatpion></figure>Một",
        "<div class='wp-caption'><img src=a.webp><p class='wp-caption-text'>Chú thích</p></div>Một",
        "<div class=VCSortable><div><img src=a.webp></div><div class=PhotoCMS_Caption><p>Chú thích</p></div></div>Một",
        "<table><tr><td><img src=a.webp></td></tr><tr><td>Chú thích<br></td></tr></table><p>Một</p>",
        "<table class=picture><tr><td><img src=a.webp></td><td>Chú thích</td></tr></table>Một",
    ] {
        check(text, &expected, &[]);
    }
}

#[test]
fn whose_picture_it_is_stands_apart() {
    let whole = Image { credit: Some("Ảnh: Lan".into()), ..captioned("a.webp", "Chú thích") };
    let text = "<figure><img src=a.webp><div class=byline>Ảnh: Lan</div>\
        <figcaption>Chú thích</figcaption></figure>";
    check(text, &[BlockKind::Image(whole).into()], &[]);
}

#[test]
fn several_pictures_are_a_gallery() {
    let images = vec![captioned("a.webp", "Một"), image("b.webp")];
    let layout = GalleryLayout::Grid;
    let gallery = |caption| BlockKind::Gallery { images: images.clone(), layout, caption }.into();
    let inner = "<figure><img src=a.webp><figcaption>Một</figcaption></figure>";
    for text in [
        format!("<figure class='wp-block-gallery'>{inner}<figure><img src=b.webp></figure></figure>"),
        format!("<ul class='blocks-gallery-grid'><li>{inner}</li><li><img src=b.webp></li></ul>"),
        "<div class=gallery><dl><dt><a><img src=a.webp></a></dt><dd class=wp-caption-text>Một</dd></dl><dl><dt><img src=b.webp></dt></dl></div>".into(),
        "<table><tr><td><img src=a.webp><td><img src=b.webp><tr><td>Một<td></table>".into(),
    ] {
        check(&text, &[gallery(vec![])], &[]);
    }
    let text = format!("<figure>{inner}<img src=b.webp><figcaption>Cả hai</figcaption></figure>");
    check(&text, &[gallery(words("Cả hai"))], &[]);
}

#[test]
fn recordings_and_videos_have_files() {
    let video = Video {
        sources: vec![MediaSource {
            mime: Some("video/mp4".into()),
            size: Some((640, 360)),
            ..media("v.mp4")
        }],
        poster: Some(image("p.webp")),
        tracks: vec![TextTrack {
            url: url("v.vtt"),
            lang: Some(Lang::new("vi")),
            label: Some("Việt".into()),
        }],
        caption: words("Phim"),
        seconds: None,
    };
    let text = "<figure><video poster=p.webp width=640 height=360><source src=v.mp4 type=video/mp4>\
        <track src=v.vtt srclang=vi label='Việt'>Trình duyệt không hỗ trợ.</video>\
        <figcaption>Phim</figcaption></figure>";
    check(text, &[BlockKind::Video(video).into()], &[]);
    let track = AudioTrack { source: media("a.mp3"), name: None, seconds: None };
    let audio = BlockKind::Audio { track, caption: words("Lời đọc") };
    let text = "<div class=media-block><audio controls src=a.mp3 />\
        <span class=media-block__description>Lời đọc</span></div><p>Một</p>";
    check(text, &[audio.into(), paragraph("Một")], &[]);
    check("<video></video>", &[], &["cannot be shown here: a recording without an address"]);
}

#[test]
fn third_parties_are_embeds() {
    let youtube = "https://www.youtube.com/embed/abc";
    let known = embed(Some("YouTube"), youtube);
    for text in [
        format!("<p><iframe src='{youtube}'></iframe></p>"),
        "<iframe data-src='//www.youtube.com/embed/abc' src='about:blank'>x</iframe>".into(),
        format!("<object data='{youtube}'><embed src='{youtube}'></object>"),
    ] {
        check(&text, &[known.clone().into()], &[]);
    }
    check("<embed src='https://x.example/a'>", &[embed(None, "https://x.example/a").into()], &[]);
    check("<iframe></iframe>", &[], &["cannot be shown here: a frame without an address"]);
    let refused = Problem::UnsafeUrl.to_string();
    check("<iframe src='javascript:x'></iframe>", &[], &[&refused]);
    let post = "<blockquote class='twitter-tweet'><p lang=und>Chào</p>Lan \
        <a href='https://twitter.com/l/1'>5/1</a></blockquote><script src=x></script>";
    let parsed = html(post);
    let [Block { kind: BlockKind::Quote { url: Some(found), .. }, .. }] = &parsed.article[..]
    else {
        panic!("{parsed:?}")
    };
    assert_eq!(found.as_str(), "https://twitter.com/l/1");
}

fn captioned(address: &str, caption: &str) -> Image {
    Image { caption: words(caption), ..image(address) }
}

fn embed(provider: Option<&str>, address: &str) -> BlockKind {
    BlockKind::Embed {
        provider: provider.map(Into::into),
        url: url(address),
        title: None,
        size: None,
        caption: vec![],
    }
}

#[test]
fn captions_keep_their_place_among_the_words() {
    let texts = |text: &str| {
        let mut out = Vec::new();
        super::plain::shown(&html(text).article, &mut out);
        out.retain(|text| !text.is_empty());
        out
    };
    let table = "<table><tr><td>một</td><td>hai</td></tr></table>";
    let cell = "<figure><img src=a.webp><figcaption>một</figcaption></figure>";
    for text in [
        format!("<figure>{table}<figcaption>ba</figcaption></figure>"),
        "<blockquote>một <cite>hai</cite> ba</blockquote>".to_owned(),
        "<figure><figcaption>một</figcaption><p>hai</p><img src=a.webp><p>ba</p></figure>"
            .to_owned(),
        "<figure><img src=a.webp><p>một</p><p>hai</p><figcaption>ba</figcaption></figure>"
            .to_owned(),
        format!("<table><tr><td>{cell}</td><td>hai</td></tr></table><p>ba</p>"),
        format!("<table><tr><td><ul><li>{cell}</li><li>hai</li></ul></td><td>ba</td></tr></table>"),
    ] {
        let words = texts(&text).join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(words, "một hai ba", "{text}");
    }
}
