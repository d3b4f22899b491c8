//! Everything that the format has, as what it comes to, written and read again.

use super::*;

#[test]
fn everything_around_the_body() {
    let portrait = || Image { caption: Vec::new(), ..image() };
    let moment = |text| trangbao::text::dates::parse(text);
    let track = AudioTrack {
        source: MediaSource {
            url: url("doc.mp3"),
            mime: Some("audio/mpeg".into()),
            bytes: Some(9),
            size: Some((1, 2)),
        },
        name: Some("Giọng nữ".into()),
        seconds: Some(187),
    };
    let related = Related {
        name: "Đào".into(),
        url: url("/dao"),
        image: Some(portrait()),
        description: Some("Vào vụ".into()),
    };
    let whole = Article {
        id: Some("chuyện-hồ_1.~".into()),
        canonical: Some(url("/x?a=1&b=2#c")),
        lang: Lang::new("ar-EG"),
        kicker: Some("Mục".into()),
        headline: "Đầu \"đề\"".into(),
        alternative_headline: Some("Phụ đề".into()),
        lede: vec![Inline::Text("Sa".into()), marked(Mark::Strong, words("pô"))],
        authors: vec![
            Author {
                name: "Ngọc Lan".into(),
                job_title: Some("Phóng viên".into()),
                url: Some(url("/lan")),
                image: Some(portrait()),
            },
            Author { name: "Hà".into(), job_title: None, url: None, image: None },
        ],
        publisher: Some(Publisher {
            name: "Báo".into(),
            url: Some(url("/")),
            logo: Some(portrait()),
        }),
        published: moment("2024-01-05T17:30:00-05:30"),
        modified: moment("2025-01-05"),
        section: Some("Đời sống".into()),
        topics: vec!["sen".into(), "trà".into()],
        lead_image: Some(image()),
        related: vec![related],
        audio: vec![track.clone(), AudioTrack { name: None, seconds: None, ..track }],
        corrections: vec![
            Correction { text: words("Sửa"), date: moment("2024-01-06") },
            Correction { text: words("Nữa"), date: None },
        ],
        credit: Some("Ảnh: Hà".into()),
        copyright: Some("© Báo".into()),
        license: Some(License::Url(url("https://giay-phep.example/by"))),
        body: vec![paragraph("Chữ.")],
        notes: vec![],
    };
    check(&whole);
    check(&Article {
        license: Some(License::Words("Giữ bản quyền".into())), ..whole.clone()
    });
    check(&Article { license: Some(License::Url(url("mailto:a@bao.example"))), ..whole });
    check(&with(vec![]));
}

#[test]
fn every_block_with_every_field() {
    let caption = || vec![marked(Mark::Emphasis, words("Chú thích"))];
    let bare = Image { size: None, renditions: vec![], focus: None, ..image() };
    let cell = |text: &str| Cell {
        text: if text.is_empty() { vec![] } else { words(text) },
        header: false,
        colspan: 1,
        rowspan: 1,
        align: Align::Start,
    };
    let list = |style, items| BlockKind::List { style, items };
    let deep = list(ListStyle::Number(-3), vec![Flow::Text(words("sâu"))]);
    let source = |mime: Option<&str>, size| MediaSource {
        url: url("mua.mp4"),
        mime: mime.map(Text::from),
        bytes: None,
        size,
    };
    let track = |lang: Option<&str>| TextTrack {
        url: url("mua.vtt"),
        lang: lang.map(Lang::new),
        label: lang.map(Text::from),
    };
    let moment = trangbao::text::dates::parse("2026-11-20T17:30:00+07:00").unwrap();
    let event = |date, title: Option<&str>, blocks| TimelineItem {
        date,
        title: title.map(Text::from),
        blocks,
    };
    let mut article = with(vec![
        BlockKind::Paragraph(vec![
            Inline::Text("a".into()),
            Inline::Text("".into()),
            Inline::Text(" b\n\tc".into()),
        ]),
        BlockKind::Heading { level: HeadingLevel::Two, text: words("Hai") },
        BlockKind::Heading { level: HeadingLevel::Four, text: caption() },
        BlockKind::Image(bare.clone()),
        BlockKind::Gallery {
            images: vec![image(), bare.clone()],
            layout: GalleryLayout::Carousel,
            caption: caption(),
        },
        BlockKind::Gallery {
            images: vec![bare.clone()],
            layout: GalleryLayout::Grid,
            caption: vec![],
        },
        BlockKind::Quote {
            content: Flow::Text(words("Còn")),
            cite: caption(),
            url: Some(url("/q")),
            style: QuoteStyle::Pull,
        },
        BlockKind::Quote {
            content: Flow::Blocks(vec![paragraph("Một"), paragraph("Hai")]),
            cite: vec![],
            url: None,
            style: QuoteStyle::Block,
        },
        list(
            ListStyle::Bullet,
            vec![
                Flow::Text(words("Một")),
                Flow::Text(vec![Inline::Text("Hai ".into()), marked(Mark::Highlight, words("ba"))]),
                Flow::Text(vec![marked(Mark::Sub, words("bốn"))]),
                Flow::Blocks(vec![paragraph("Năm"), deep.clone().into()]),
                Flow::Blocks(vec![deep.into()]),
                Flow::Blocks(vec![BlockKind::Unknown { kind: "".into() }.into()]),
            ],
        ),
        list(ListStyle::Number(1), vec![Flow::Text(words("Một"))]),
        BlockKind::Table {
            caption: caption(),
            head: vec![vec![cell("Tháng"), Cell { align: Align::End, ..cell("2026") }]],
            rows: vec![
                vec![
                    Cell { header: true, rowspan: 2, ..cell("Chín") },
                    Cell { colspan: 1000, align: Align::Center, ..cell("") },
                ],
                vec![
                    cell(""),
                    Cell { text: caption(), ..cell("") },
                    Cell { text: caption(), header: true, ..cell("") },
                ],
                vec![],
            ],
        },
        BlockKind::Table { caption: vec![], head: vec![], rows: vec![vec![cell("")]] },
        BlockKind::Video(Video {
            sources: vec![source(Some("video/mp4"), Some((1280, 720))), source(None, None)],
            poster: Some(image()),
            tracks: vec![track(Some("vi")), track(None)],
            caption: caption(),
            seconds: Some(0),
        }),
        BlockKind::Audio {
            track: AudioTrack { source: source(None, None), name: None, seconds: Some(u32::MAX) },
            caption: caption(),
        },
        BlockKind::Embed {
            provider: Some("YouTube".into()),
            url: url("https://video.example/1"),
            title: Some("Phim".into()),
            size: Some((9, 16)),
            caption: caption(),
        },
        BlockKind::Embed {
            provider: None,
            url: url("mailto:a@b.example"),
            title: None,
            size: None,
            caption: vec![],
        },
        BlockKind::Box {
            title: Some("Ý chính".into()), tone: BoxTone::KeyPoints, blocks: vec![]
        },
        BlockKind::Box { title: None, tone: BoxTone::Info, blocks: vec![paragraph("a")] },
        BlockKind::Box {
            title: None,
            tone: BoxTone::Warning,
            blocks: vec![
                BlockKind::Box { title: None, tone: BoxTone::Note, blocks: vec![paragraph("b")] }
                    .into(),
            ],
        },
        BlockKind::Timeline {
            items: vec![
                event(Some(TimelineDate::Moment(moment)), Some("Mưa"), vec![]),
                event(
                    Some(TimelineDate::Words("mùa thu 1945".into())),
                    None,
                    vec![paragraph("Nước lên")],
                ),
                event(None, Some("Sau đó"), vec![paragraph("Rút"), BlockKind::Divider.into()]),
            ],
        },
        BlockKind::Related {
            title: Some("Đọc thêm".into()),
            items: vec![Related {
                name: "a".into(),
                url: url("/a"),
                image: None,
                description: None,
            }],
        },
        BlockKind::Code { language: Some("json".into()), text: "{\n\t\"a\": 1\n}\n".into() },
        BlockKind::Code { language: None, text: "".into() },
        BlockKind::Divider,
        BlockKind::Unknown { kind: "quiz".into() },
    ]);
    for (index, block) in article.body.iter_mut().enumerate() {
        block.id = Some(format!("khối-{index}").into());
    }
    check(&article);
    let mut used = Used::default();
    used.article(&article);
    assert!(BLOCKS.iter().all(|name| used.blocks.contains(name)));
}
