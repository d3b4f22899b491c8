//! Articles of every shape: what is written of one is read as the same.

use trangbao::article::*;
use trangbao::safe_url::{SafeUrl, UrlUse, standard};
use trangbao::text::clean;

use super::chance::Chance;
use super::invariants::comes_back;

const WORDS: [&str; 16] = [
    "Hồ Tây",
    "sen",
    "\"ngoặc\"",
    "\\",
    "<b>",
    "a, b; c",
    "Ễ",
    "e\u{302}\u{301}",
    "👩\u{200d}🌾",
    "\u{7}",
    "dòng\nhai",
    "\t",
    "مرحبا",
    "\u{fffd}",
    "1,5 km",
    "&amp;",
];

fn prose(chance: &mut Chance) -> Text {
    let mut text = "chữ".to_owned();
    for word in chance.some(4, |chance| *chance.of(&WORDS)) {
        text.push(' ');
        text += word;
    }
    clean::prose(&text)
}

fn line(chance: &mut Chance) -> Text {
    clean::line(&prose(chance))
}

fn address(chance: &mut Chance, purpose: UrlUse) -> SafeUrl {
    let all = [
        "https://bao.example/a.webp?x=1&y=\"2\"#z",
        "https://anh.example/%E1%BB%81/ề.mp4",
        "data:image/png;base64,AAAA",
        "http://khac.example/",
        "mailto:a@bao.example",
        "tel:+84",
    ];
    let one = SafeUrl::new(chance.of(&all), None, standard, purpose);
    one.unwrap_or_else(|| SafeUrl::new(all[0], None, standard, purpose).unwrap())
}

fn number(chance: &mut Chance) -> u32 {
    *chance.of(&[1, 2, 640, 1_200, 65_536, 4_000_000])
}

fn inlines(chance: &mut Chance, depth: usize) -> Vec<Inline> {
    let mut run = vec![Inline::Text(prose(chance))];
    for _ in 0..chance.below(3) {
        run.push(match chance.below(3) {
            0 => Inline::Break,
            1 if depth > 0 => {
                Inline::Marked { mark: mark(chance), content: inlines(chance, depth - 1) }
            }
            _ => Inline::Text(prose(chance)),
        });
    }
    run
}

fn mark(chance: &mut Chance) -> Mark {
    match chance.below(11) {
        0 => Mark::Strong,
        1 => Mark::Emphasis,
        2 => Mark::Underline,
        3 => Mark::Strike,
        4 => Mark::Sub,
        5 => Mark::Sup,
        6 => Mark::Code,
        7 => Mark::Highlight,
        8 => Mark::Small,
        9 => Mark::Lang(Lang::new(chance.of(&["ar", "en", "vi-VN"]))),
        _ => Mark::Link { url: address(chance, UrlUse::Link), title: chance.maybe(line) },
    }
}

fn text(chance: &mut Chance) -> Vec<Inline> {
    inlines(chance, 2)
}

fn caption(chance: &mut Chance) -> Vec<Inline> {
    chance.maybe(text).unwrap_or_default()
}

fn image(chance: &mut Chance) -> Image {
    let size = chance.maybe(|chance| (number(chance), number(chance)));
    let width = 100 + chance.below(900) as u32;
    let url = address(chance, UrlUse::Picture);
    Image {
        url,
        size,
        alt: chance.maybe(line),
        caption: caption(chance),
        credit: chance.maybe(line),
        bytes: chance.maybe(|chance| number(chance).into()),
        renditions: chance.some(1, |chance| Rendition {
            url: address(chance, UrlUse::Picture),
            width,
            // Where the picture has no size, the reader takes it from here.
            height: size.and_then(|_| chance.maybe(number)),
            bytes: None,
        }),
        focus: chance
            .maybe(|chance| Focus { x: chance.below(11) as u8, y: chance.below(11) as u8 }),
    }
}

/// A picture that stands for somebody or something, beside whose name no caption is shown.
fn portrait(chance: &mut Chance) -> Image {
    Image { caption: Vec::new(), ..image(chance) }
}

fn source(chance: &mut Chance) -> MediaSource {
    MediaSource {
        url: address(chance, UrlUse::Media),
        mime: chance.maybe(|_| "video/mp4".into()),
        bytes: chance.maybe(|chance| number(chance).into()),
        size: chance.maybe(|chance| (number(chance), number(chance))),
    }
}

fn related(chance: &mut Chance) -> Related {
    Related {
        name: line(chance),
        url: address(chance, UrlUse::Link),
        image: chance.maybe(portrait),
        description: chance.maybe(line),
    }
}

fn flow(chance: &mut Chance, depth: usize) -> Flow {
    if depth == 0 || chance.one_in(2) {
        return Flow::Text(text(chance));
    }
    // Two, because one paragraph alone is a text.
    Flow::Blocks(vec![block(chance, depth - 1), BlockKind::Divider.into()])
}

fn cell(chance: &mut Chance) -> Cell {
    Cell {
        text: caption(chance),
        header: chance.one_in(3),
        colspan: 1 + chance.below(3) as u16,
        rowspan: 1 + chance.below(3) as u16,
        align: *chance.of(&[Align::Start, Align::Center, Align::End]),
    }
}

fn block(chance: &mut Chance, depth: usize) -> Block {
    let kind = match chance.below(15) {
        0 => BlockKind::Heading {
            level: *chance.of(&[HeadingLevel::Two, HeadingLevel::Three, HeadingLevel::Four]),
            text: text(chance),
        },
        1 => BlockKind::Image(image(chance)),
        2 => BlockKind::Gallery {
            images: vec![image(chance), image(chance)],
            layout: *chance.of(&[GalleryLayout::Grid, GalleryLayout::Carousel]),
            caption: caption(chance),
        },
        3 => BlockKind::Quote {
            content: flow(chance, depth),
            cite: caption(chance),
            url: chance.maybe(|chance| address(chance, UrlUse::Link)),
            style: *chance.of(&[QuoteStyle::Block, QuoteStyle::Pull]),
        },
        4 => BlockKind::List {
            style: *chance.of(&[ListStyle::Bullet, ListStyle::Number(1), ListStyle::Number(-7)]),
            items: vec![flow(chance, depth), flow(chance, depth)],
        },
        5 => BlockKind::Table {
            caption: caption(chance),
            head: chance.some(1, |chance| chance.some(3, cell)),
            rows: vec![vec![cell(chance), cell(chance)], chance.some(3, cell)],
        },
        6 => BlockKind::Video(Video {
            sources: vec![source(chance)],
            poster: chance.maybe(image),
            tracks: Vec::new(),
            caption: caption(chance),
            seconds: chance.maybe(number),
        }),
        7 => BlockKind::Audio {
            track: AudioTrack {
                source: source(chance),
                name: chance.maybe(line),
                seconds: chance.maybe(number),
            },
            caption: caption(chance),
        },
        8 => BlockKind::Embed {
            provider: chance.maybe(line),
            url: address(chance, UrlUse::Link),
            title: chance.maybe(line),
            size: chance.maybe(|chance| (number(chance), number(chance))),
            caption: caption(chance),
        },
        9 if depth > 0 => BlockKind::Box {
            title: chance.maybe(line),
            tone: *chance.of(&[BoxTone::Note, BoxTone::Info, BoxTone::KeyPoints, BoxTone::Warning]),
            blocks: vec![block(chance, depth - 1), block(chance, depth - 1)],
        },
        10 if depth > 0 => BlockKind::Timeline {
            items: vec![TimelineItem {
                date: chance.maybe(|_| TimelineDate::Words("mùa thu 1945".into())),
                title: Some(line(chance)),
                blocks: chance.some(2, |chance| block(chance, depth - 1)),
            }],
        },
        11 => BlockKind::Related {
            title: chance.maybe(line),
            items: vec![related(chance), related(chance)],
        },
        12 => BlockKind::Code { language: chance.maybe(line), text: prose(chance) },
        13 => BlockKind::Unknown { kind: "đố vui".into() },
        _ => BlockKind::Paragraph(text(chance)),
    };
    Block { id: chance.maybe(|_| "muc-1".into()), kind }
}

fn article(chance: &mut Chance) -> Article {
    let day = |text| trangbao::text::dates::parse(text);
    Article {
        id: chance.maybe(|_| "bai-1".into()),
        canonical: chance.maybe(|chance| address(chance, UrlUse::Link)),
        lang: Lang::new(chance.of(&["vi", "ar", "en-GB"])),
        kicker: chance.maybe(line),
        headline: line(chance),
        alternative_headline: chance.maybe(line),
        lede: caption(chance),
        authors: chance.some(3, |chance| Author {
            name: line(chance),
            job_title: chance.maybe(line),
            url: chance.maybe(|chance| address(chance, UrlUse::Link)),
            image: chance.maybe(portrait),
        }),
        publisher: chance.maybe(|chance| Publisher {
            name: line(chance),
            url: chance.maybe(|chance| address(chance, UrlUse::Link)),
            logo: chance.maybe(portrait),
        }),
        published: day("2024-01-05T17:30:00+07:00"),
        modified: chance.maybe(|_| day("2024-02-05")).flatten(),
        section: chance.maybe(line),
        topics: vec![line(chance), format!("{} thứ hai", line(chance)).into()],
        lead_image: chance.maybe(image),
        related: chance.some(3, related),
        audio: Vec::new(),
        corrections: chance.some(2, |chance| Correction { text: text(chance), date: None }),
        credit: chance.maybe(line),
        copyright: chance.maybe(line),
        license: chance.maybe(|_| License::Words("Giữ bản quyền".into())),
        body: chance.some(6, |chance| block(chance, 3)),
        notes: Vec::new(),
    }
}

#[test]
fn what_is_written_is_the_same_article() {
    for seed in 0..2_000 {
        println!("seed {seed}");
        comes_back(&article(&mut Chance::new(seed)));
    }
}
