//! Writing: what is written reads as the same article, and is written as the same file again.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "this is a test")]

#[path = "formats/kinds.rs"]
mod kinds;
#[path = "write/whole.rs"]
mod whole;

use std::path::{Path, PathBuf};

use kinds::{BLOCKS, MARKS, Used};
use trangbao::article::*;
use trangbao::formats::{Source, parse, parse_catalogue};
use trangbao::safe_url::{SafeUrl, UrlUse, standard};
use trangbao::write;

const SOURCE: Source<'_> =
    Source { address: Some("https://bao.example/articles/a.json"), resolve: standard };

fn read(json: &str) -> Article {
    parse(json.as_bytes(), &SOURCE).unwrap_or_else(|error| panic!("{error}: {json}")).article
}

/// An article comes back as it went, compact and pretty, and without a warning where it has no
/// unknown block.
#[track_caller]
fn check(article: &Article) {
    for pretty in [false, true] {
        let written = write::article(article, pretty);
        let parsed = parse(written.as_bytes(), &SOURCE).unwrap();
        assert_eq!(&parsed.article, article, "{written}");
        let said: Vec<_> = parsed.warnings.iter().map(ToString::to_string).collect();
        let said: Vec<_> = said.iter().filter(|said| !said.contains("unknown block")).collect();
        assert!(said.is_empty(), "{said:?}");
        assert_eq!(write::article(&parsed.article, pretty), written);
        // And it is JSON for others, too.
        serde_json::from_str::<serde_json::Value>(&written).unwrap();
    }
}

fn json_files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> =
        files.filter(|file| file.extension().is_some_and(|end| end == "json")).collect();
    files.sort();
    files
}

#[test]
fn samples_and_fixtures_come_back() {
    let mut used = Used::default();
    let mut count = 0;
    let folders =
        ["static/articles", "tests/fixtures", "tests/fixtures/blocks", "tests/fixtures/render"];
    for path in folders.into_iter().flat_map(json_files) {
        let bytes = std::fs::read(&path).unwrap();
        let Ok(parsed) = parse(&bytes, &SOURCE) else { continue };
        check(&parsed.article);
        used.article(&parsed.article);
        count += 1;
    }
    assert!(count > 30, "only {count} articles");
    for name in BLOCKS {
        assert!(used.blocks.contains(name), "no file has a block of type \"{name}\"");
    }
    for name in MARKS {
        assert!(used.marks.contains(name), "no file has the mark \"{name}\"");
    }
}

#[test]
fn the_catalogue_comes_back() {
    let bytes = std::fs::read(
        json_files("static/articles").iter().find(|path| path.ends_with("index.json")).unwrap(),
    );
    let first = parse_catalogue(&bytes.unwrap(), &SOURCE).unwrap().article;
    for pretty in [false, true] {
        let written = write::catalogue(&first, pretty);
        let again = parse_catalogue(written.as_bytes(), &SOURCE).unwrap();
        assert_eq!(again.article, first);
        assert!(again.warnings.is_empty());
        assert_eq!(write::catalogue(&again.article, pretty), written);
    }
}

fn url(input: &str) -> SafeUrl {
    SafeUrl::new(input, SOURCE.address, standard, UrlUse::Link).unwrap()
}

fn words(text: &str) -> Vec<Inline> {
    vec![Inline::Text(text.into())]
}

fn marked(mark: Mark, content: Vec<Inline>) -> Inline {
    Inline::Marked { mark, content }
}

fn paragraph(text: &str) -> Block {
    BlockKind::Paragraph(words(text)).into()
}

fn image() -> Image {
    Image {
        url: url("https://anh.example/to.webp"),
        size: Some((1200, 800)),
        alt: Some("Đầm \"sen\" \\ sáng".into()),
        caption: vec![
            Inline::Text("Đầm".into()),
            Inline::Break,
            marked(Mark::Small, words("sáng")),
        ],
        credit: Some("Thu Hà".into()),
        bytes: Some(4_000_000_000),
        renditions: vec![
            Rendition { url: url("480.webp"), width: 480, height: None, bytes: Some(0) },
            Rendition { url: url("960.webp"), width: 960, height: Some(640), bytes: None },
        ],
        focus: Some(Focus { x: 0, y: 10 }),
    }
}

fn with(body: Vec<BlockKind>) -> Article {
    Article {
        headline: "Tin".into(),
        body: body.into_iter().map(Block::from).collect(),
        ..Article::default()
    }
}

#[test]
fn marks_nest_and_notes_keep_their_numbers() {
    let link = Mark::Link { url: url("/x"), title: Some("Bảng".into()) };
    let plain = Mark::Link { url: url("/x"), title: None };
    let turned = Lang { tag: "en".into(), dir: Dir::Rtl };
    let all = [
        Mark::Strong,
        Mark::Emphasis,
        Mark::Underline,
        Mark::Strike,
        Mark::Sub,
        Mark::Sup,
        Mark::Code,
        Mark::Highlight,
        Mark::Small,
        link,
        plain,
        Mark::Lang(Lang::new("ar")),
        Mark::Lang(turned),
    ];
    let stack = all.iter().cloned().fold(words("sen"), |content, mark| vec![marked(mark, content)]);
    check(&with(vec![BlockKind::Paragraph(stack)]));
    let twice = marked(Mark::Strong, vec![marked(Mark::Strong, words("x"))]);
    let nested = marked(
        Mark::Sup,
        vec![Inline::Text("a".into()), Inline::Break, twice.clone(), marked(Mark::Sub, words(""))],
    );
    check(&with(vec![BlockKind::Paragraph(vec![twice, nested])]));

    for json in [
        // In one list the outer note is counted first, in two the inner.
        r#"{"text":"x","marks":[{"note":"Một"},"strong",{"note":"Hai"}]}"#,
        r#"{"text":{"text":"x","marks":[{"note":"Một"}]},"marks":["strong",{"note":"Hai"}]}"#,
        r#"{"text":[{"text":"x","marks":[{"note":"Một"}]},"y"],"marks":[{"note":"Hai"}]}"#,
        r#"{"text":"","marks":[{"note":{"blocks":[{"type":"paragraph","text":"a"},{"type":"divider"}]}}]}"#,
        r#"{"text":[],"marks":[{"note":{"text":["a",{"text":"b","marks":["code"]}]}}]}"#,
        // A note in a note.
        r#"{"text":"x","marks":[{"note":["a",{"text":"b","marks":[{"note":"Trong"}]}]}]}"#,
        // A mark as the whole of a note.
        r#"{"text":"x","marks":[{"note":[{"text":"b","marks":["strong"]}]}]}"#,
    ] {
        let article = read(&format!(
            r#"{{"headline":"Tin","abstract":[{json}],"correction":[[{json}]],
            "image":{{"url":"a.webp","caption":[{json}]}},
            "body":[{{"type":"paragraph","text":[{json},"."]}},{{"type":"table","head":[[[{json}]]],"rows":[[[{json}]]]}}]}}"#
        ));
        assert!(article.notes.len() >= 6);
        check(&article);
    }
}

#[test]
fn what_the_reader_would_refuse_is_not_written() {
    let nothing = || marked(Mark::Strong, vec![]);
    let same = |article: &Article| {
        let written = write::article(article, false);
        let parsed = parse(written.as_bytes(), &SOURCE).unwrap();
        assert!(parsed.warnings.is_empty(), "{written}: {:?}", parsed.warnings);
        assert_eq!(write::article(&parsed.article, false), written);
    };
    let mut article = with(vec![
        BlockKind::Paragraph(vec![nothing()]),
        BlockKind::Paragraph(words(" ")),
        BlockKind::List {
            style: ListStyle::Bullet,
            items: vec![Flow::Blocks(vec![]), Flow::Text(vec![])],
        },
        BlockKind::Box { title: None, tone: BoxTone::Note, blocks: vec![paragraph("")] },
        BlockKind::Timeline { items: vec![] },
        // A note that is not there, and one that hangs in itself.
        BlockKind::Paragraph(vec![
            Inline::Text("a".into()),
            marked(Mark::Note(7), vec![]),
            marked(Mark::Note(0), vec![]),
        ]),
        BlockKind::Image(Image { size: None, ..image() }),
    ]);
    article.notes =
        vec![Flow::Text(vec![Inline::Text("b".into()), marked(Mark::Note(0), words("c"))])];
    article.topics = vec!["a, b".into()];
    article.kicker = Some(" hai \n dòng ".into());
    article.modified = trangbao::text::dates::parse("2020-01-01");
    article.published = trangbao::text::dates::parse("2021-01-01");
    same(&article);
}

#[test]
fn plain_text_has_every_word_in_order() {
    let article = read(
        r#"{"headline":"Tin","author":"Lan","abstract":"Sapo","body":[
        {"type":"heading","text":"Mục"},
        {"type":"paragraph","text":["Chữ",{"text":" này","marks":[{"note":"Chú."}]},{"break":true},"dưới"]},
        {"type":"image","image":{"url":"a.webp","description":"Hồ","caption":"Sáng","creditText":"Hà"}},
        {"type":"image","image":{"url":"b.webp","description":"Thuyền"}},
        {"type":"list","style":"number","start":9,"items":["Chín",[{"type":"paragraph","text":"Mười"},{"type":"list","items":["con"]}]]},
        {"type":"table","caption":"Mưa","head":[["Tháng","mm"]],"rows":[["Chín",""],["Mười","131"]]},
        {"type":"quote","text":"Còn hồ.","cite":"Bà Sen"},
        {"type":"timeline","items":[{"date":"mùa thu","title":"Lên","blocks":[{"type":"paragraph","text":"30 cm"}]}]},
        {"type":"box","title":"Hộp","blocks":[{"type":"divider"}]},
        {"type":"code","text":"a\n  b\n"}]}"#,
    );
    let expected = "Tin\n\nLan\n\nSapo\n\nMục\n\nChữ này[1]\ndưới\n\nSáng (Hà)\n\n[Thuyền]\n\n\
        9. Chín\n10. Mười\n    • con\n\nMưa\nTháng\tmm\nChín\t\nMười\t131\n\nCòn hồ.\n— Bà Sen\n\n\
        mùa thu: Lên\n30 cm\n\nHộp\n\n* * *\n\na\n  b\n\n[1] Chú.\n";
    assert_eq!(write::text(&article), expected);
}
