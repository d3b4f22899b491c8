//! One fixture a block type, beside what it comes to.

use super::kinds::{BLOCKS, Used};
use super::*;

/// The body of a fixture comes to these blocks, without a warning.
#[track_caller]
fn check(name: &str, expected: &[Block]) {
    let parsed = read(&fixture(&format!("blocks/{name}.json")));
    assert_eq!(parsed.article.body, expected);
    assert_eq!(said(&parsed), [""; 0]);
}

#[test]
fn every_kind_has_a_fixture() {
    for name in BLOCKS {
        let mut used = Used::default();
        used.article(&read(&fixture(&format!("blocks/{name}.json"))).article);
        assert!(
            used.blocks.contains(name),
            "tests/fixtures/blocks/{name}.json has no block of type \"{name}\": write one with every field of it"
        );
    }
    for path in json_files("tests/fixtures/blocks") {
        let name = path.file_stem().unwrap().to_str().unwrap();
        assert!(BLOCKS.contains(&name), "{}: no block is called \"{name}\"", path.display());
    }
}

#[test]
fn paragraph() {
    let strong = marked(Mark::Strong, "Tây");
    let pieces = ["Hồ ", "2024", "sáng sớm"].map(|text| Inline::Text(text.into()));
    let [before, number, after] = pieces;
    check(
        "paragraph",
        &[
            named("mở-đầu", BlockKind::Paragraph(words("Sen nở."))),
            BlockKind::Paragraph(vec![before, strong, number, Inline::Break, after]).into(),
            BlockKind::Paragraph(vec![marked(Mark::Emphasis, "Một mình")]).into(),
        ],
    );
}

#[test]
fn heading() {
    let heading = |level, text: &str| BlockKind::Heading { level, text: words(text) };
    let code = vec![marked(Mark::Code, "Bốn")];
    check(
        "heading",
        &[
            heading(HeadingLevel::Two, "Hai").into(),
            heading(HeadingLevel::Three, "Ba").into(),
            named("muc-bon", BlockKind::Heading { level: HeadingLevel::Four, text: code }),
            heading(HeadingLevel::Two, "Không cấp").into(),
        ],
    );
}

#[test]
fn picture() {
    let rendition =
        |address, width, height, bytes| Rendition { url: url(address), width, height, bytes };
    let night = Image {
        size: Some((960, 540)),
        renditions: vec![rendition("dem.webp", 960, Some(540), None)],
        ..image("dem.webp")
    };
    let whole = Image {
        size: Some((1200, 800)),
        alt: Some("Đầm sen trắng".into()),
        caption: vec![Inline::Text("Đầm ".into()), marked(Mark::Emphasis, "sen")],
        credit: Some("Ngọc Lan".into()),
        bytes: Some(30_808),
        // Narrowest first, and of two that are as wide the first one given.
        renditions: vec![
            rendition("sen-480.webp", 480, None, None),
            rendition("sen-960.webp", 960, Some(640), Some(20_000)),
        ],
        focus: Some(Focus { x: 3, y: 10 }),
        ..image("sen-1200.webp")
    };
    check(
        "image",
        &[
            named("anh-1", BlockKind::Image(whole)),
            BlockKind::Image(image("https://bao.example/pictures/ho.webp")).into(),
            BlockKind::Image(night).into(),
            BlockKind::Image(image("mua.webp")).into(),
        ],
    );
}

#[test]
fn gallery() {
    let gallery = |layout, images, caption| -> Block {
        BlockKind::Gallery { images, layout, caption }.into()
    };
    let morning = Image { caption: words("Sáng"), size: Some((3, 2)), ..image("sang.webp") };
    let day = words("Một ngày bên hồ");
    check(
        "gallery",
        &[
            gallery(GalleryLayout::Carousel, vec![morning, image("trua.webp")], day),
            gallery(GalleryLayout::Grid, vec![image("toi.webp")], vec![]),
            gallery(GalleryLayout::Grid, vec![image("khuya.webp")], vec![]),
        ],
    );
}

#[test]
fn quote() {
    let quote = |content, cite, url, style| -> Block {
        BlockKind::Quote { content, cite, url, style }.into()
    };
    let blocks = vec![super::paragraph("Nước lặng."), BlockKind::Divider.into()];
    let address = url("https://khac.example/ca-dao");
    let lady = vec![Inline::Text("Bà ".into()), marked(Mark::Strong, "Hiền")];
    let saying = Flow::Text(words("Sen mọc từ bùn."));
    check(
        "quote",
        &[
            quote(saying, words("Ca dao"), Some(address), QuoteStyle::Block),
            quote(Flow::Blocks(blocks), vec![], None, QuoteStyle::Pull),
            quote(Flow::Text(words("Một câu.")), lady, None, QuoteStyle::Block),
        ],
    );
}

#[test]
fn list() {
    let list = |style, items| -> Block { BlockKind::List { style, items }.into() };
    let text = |text: &str| Flow::Text(words(text));
    let half = vec![Inline::Text("Hai ".into()), marked(Mark::Small, "rưỡi")];
    let three = vec![marked(Mark::Highlight, "Ba")];
    let deep = list(ListStyle::Number(-1), vec![text("Sâu")]);
    let nested = list(ListStyle::Bullet, vec![Flow::Blocks(vec![deep])]);
    let code = BlockKind::Code { language: None, text: "bốn".into() };
    check(
        "list",
        &[
            list(ListStyle::Bullet, vec![text("Một"), Flow::Text(half), Flow::Text(three)]),
            list(ListStyle::Number(1), vec![text("Một")]),
            list(
                ListStyle::Number(3),
                vec![
                    Flow::Blocks(vec![super::paragraph("Ba"), nested]),
                    Flow::Blocks(vec![code.into()]),
                ],
            ),
        ],
    );
}

#[test]
fn table() {
    let table = |caption, head, rows| BlockKind::Table { caption, head, rows };
    let cell = |text| Cell { text, header: false, colspan: 1, rowspan: 1, align: Align::Start };
    let plain = |text: &str| cell(words(text));
    let lines = vec![Inline::Text("chín".into()), Inline::Break, Inline::Text("mười".into())];
    check(
        "table",
        &[
            named(
                "gia-tra",
                table(
                    words("Giá trà"),
                    vec![vec![
                        plain("Năm"),
                        Cell { colspan: 2, align: Align::Center, ..plain("Giá") },
                    ]],
                    vec![
                        vec![
                            Cell { header: true, rowspan: 2, ..plain("2024") },
                            Cell { align: Align::End, ..plain("7") },
                            plain("8"),
                        ],
                        // An empty cell keeps its place, however it was written.
                        vec![Cell { align: Align::End, ..cell(lines) }, cell(vec![])],
                        vec![
                            plain("trái"),
                            Cell { header: true, ..cell(vec![marked(Mark::Strong, "Đậm")]) },
                            cell(vec![]),
                        ],
                    ],
                ),
            ),
            table(vec![], vec![], vec![vec![plain("Chỉ một ô")]]).into(),
            table(vec![], vec![vec![plain("Chỉ có đầu")]], vec![]).into(),
        ],
    );
}

#[test]
fn video() {
    let webm = MediaSource {
        mime: Some("video/webm".into()),
        bytes: Some(90_000),
        size: Some((1280, 720)),
        ..media("mua.webm")
    };
    let track = |address, lang, label: Option<&str>| TextTrack {
        url: url(address),
        lang: Some(Lang::new(lang)),
        label: label.map(Into::into),
    };
    let rain = Video {
        sources: vec![webm, media("mua.mp4"), media("mua.ogv")],
        poster: Some(Image { size: Some((1280, 720)), ..image("mua.webp") }),
        tracks: vec![
            track("mua.vi.vtt", "vi", Some("Tiếng Việt")),
            track("mua.ar.vtt", "ar", None),
        ],
        caption: words("Mưa trên hồ"),
        seconds: Some(3723),
    };
    let bare = Video {
        sources: vec![media("https://phim.example/a.mp4")],
        poster: None,
        tracks: vec![],
        caption: vec![],
        seconds: Some(62),
    };
    check("video", &[BlockKind::Video(rain).into(), BlockKind::Video(bare).into()]);
}

#[test]
fn audio() {
    let bell = AudioTrack {
        source: MediaSource {
            mime: Some("audio/mpeg".into()),
            bytes: Some(310_000),
            ..media("chuong.mp3")
        },
        name: Some("Chuông chùa".into()),
        seconds: Some(25),
    };
    let cicada = AudioTrack { source: media("ve.ogg"), name: None, seconds: None };
    check(
        "audio",
        &[
            BlockKind::Audio { track: bell, caption: words("Chuông buổi sớm") }.into(),
            BlockKind::Audio { track: cicada, caption: vec![] }.into(),
        ],
    );
}

#[test]
fn embed() {
    let film = BlockKind::Embed {
        provider: Some("YouTube".into()),
        url: url("https://www.youtube.com/watch?v=abc"),
        title: Some("Một vòng hồ".into()),
        size: Some((560, 315)),
        caption: words("Phim ngắn"),
    };
    let bare = BlockKind::Embed {
        provider: None,
        url: url("https://khac.example/x"),
        title: None,
        size: None,
        caption: vec![],
    };
    check("embed", &[film.into(), bare.into()]);
}

#[test]
fn a_box() {
    let boxed = |title: Option<&str>, tone, blocks| -> Block {
        BlockKind::Box { title: title.map(Into::into), tone, blocks }.into()
    };
    let divider = || vec![BlockKind::Divider.into()];
    let list =
        BlockKind::List { style: ListStyle::Bullet, items: vec![Flow::Text(words("Một"))] };
    let inner = boxed(Some("Trong"), BoxTone::Note, vec![]);
    check(
        "box",
        &[
            boxed(Some("Ghi chú"), BoxTone::Note, vec![super::paragraph("Sen.")]),
            boxed(Some("Thông tin"), BoxTone::Info, divider()),
            boxed(None, BoxTone::KeyPoints, vec![list.into()]),
            boxed(None, BoxTone::Warning, vec![inner]),
            boxed(None, BoxTone::Note, divider()),
        ],
    );
}

#[test]
fn timeline() {
    let item = |date, title: Option<&str>, blocks| TimelineItem {
        date,
        title: title.map(Into::into),
        blocks,
    };
    let opening = TimelineDate::Moment(fifth_of_january(17 * 3600 + 30 * 60, true));
    let next_day = TimelineDate::Moment(fifth_of_january(86_400, false));
    let autumn = TimelineDate::Words("mùa thu 1945".into());
    let items = vec![
        item(Some(opening), Some("Khai mạc"), vec![super::paragraph("Hội nghị.")]),
        item(Some(autumn), Some("Độc lập"), vec![]),
        item(Some(next_day), None, vec![BlockKind::Divider.into()]),
        item(None, Some("Không ngày"), vec![]),
    ];
    check("timeline", &[BlockKind::Timeline { items }.into()]);
}

#[test]
fn related_links() {
    let tea = Related {
        image: Some(image("tra.webp")),
        description: Some("Một nghề cũ".into()),
        ..related("Trà sen", "https://bao.example/a/tra-sen")
    };
    let items = vec![
        tea,
        related("Đào Nhật Tân", "/dao"),
        // Better an address than a link without words.
        related("https://bao.example/khong-ten", "/khong-ten"),
        related("https://khac.example/bai", "https://khac.example/bai"),
    ];
    let one = vec![related("https://bao.example/mot", "/mot")];
    check(
        "related",
        &[
            BlockKind::Related { title: Some("Đọc thêm".into()), items }.into(),
            BlockKind::Related { title: None, items: one }.into(),
        ],
    );
}

#[test]
fn code() {
    let code = |language: Option<&str>, text: &str| -> Block {
        BlockKind::Code { language: language.map(Into::into), text: text.into() }.into()
    };
    check(
        "code",
        &[
            code(Some("rust"), "fn main() {\n\tprintln!(\"sen\");\n}\n"),
            code(None, "  lùi  đầu dòng"),
        ],
    );
}

#[test]
fn divider() {
    check(
        "divider",
        &[super::paragraph("Trên"), named("giua", BlockKind::Divider), super::paragraph("Dưới")],
    );
}

#[test]
fn unknown_blocks_show_their_fallback_or_a_note() {
    let unknown = |kind: &str| BlockKind::Unknown { kind: kind.into() };
    let parsed = read(&fixture("blocks/unknown.json"));
    assert_eq!(
        parsed.article.body,
        [
            named("hoi", unknown("poll")),
            // The fallback takes the block's place, and its name.
            named("hoi-2", BlockKind::Paragraph(words("Bình chọn đã đóng."))),
            super::paragraph("Bản đồ hồ."),
            unknown("map").into(),
            unknown("").into(),
        ]
    );
    // What is to be done about it depends on whether there is a fallback.
    let said = said(&parsed);
    let expected = [
        r#"/body/0: unknown block type "poll": give it a "fallback" block"#,
        r#"/body/1: unknown block type "poll": "#,
        r#"/body/2: unknown block type "map": "#,
        r#"/body/2/fallback: unknown block type "globe": "#,
        r#"/body/3: unknown block type "map": "#,
        r#"/body/3/fallback: "image" is missing or empty"#,
        r#"/body/4: unknown block type "": give it a "fallback" block"#,
    ];
    assert_eq!(said.len(), expected.len(), "{said:#?}");
    for (said, expected) in said.iter().zip(expected) {
        assert!(said.starts_with(expected), "{said}\ndoes not begin with\n{expected}");
    }
}
